import Emulation
import HostUSB
import RP2040
import Registers
import Testing

/// A chip without firmware whose USB controller the test plays, and the host's end of the cable.
final class Rig {
  let chip: RP2040
  let host: USBHost
  var reports: [String] = []

  init(plugged: Bool = true) throws {
    chip = try RP2040(RP2040.Configuration())
    host = USBHost(chip, function: chip.usb)
    chip.attach(offBus: host, events: [.usbHost])
    host.onReport = { [unowned self] in reports.append($0) }
    startClocks()
    _ = chip.store(RESETS.base + 0x3000, RESETS.RESET.USBCTRL.mask)
    if plugged { chip.usb.upstream = host }
  }
  private func startClocks() {
    write(XOSC.base + XOSC.STARTUP.offset, 47)
    write(XOSC.base, 0xfab << 12 | 0xaa0)
    pass(microseconds: 1100)
    write(CLOCKS.base + CLOCKS.CLK_REF_CTRL.offset, 2)
    for (base, mask, feedback, d1, d2) in [(PLL.sys, RESETS.RESET.PLL_SYS.mask, 125, 6, 2), (PLL.usb, RESETS.RESET.PLL_USB.mask, 100, 5, 5)]
      as [(UInt32, UInt32, UInt32, UInt32, UInt32)]
    {
      write(RESETS.base + 0x3000, mask)
      write(base + PLL.FBDIV_INT.offset, feedback)
      write(base + PLL.PWR.offset + 0x3000, 0x21)
      pass(microseconds: 100)
      write(base + PLL.PRIM.offset, d1 << 16 | d2 << 12)
      write(base + PLL.PWR.offset + 0x3000, 8)
    }
    write(CLOCKS.base + CLOCKS.CLK_SYS_CTRL.offset, 1)
    write(CLOCKS.base + CLOCKS.CLK_USB_CTRL.offset, 1 << 11)
  }

  func write(_ a: UInt32, _ v: UInt32, bytes: UInt8 = 4) { _ = chip.store(a, v, bytes: bytes) }
  func read(_ a: UInt32) -> UInt32 { chip.load(a).value }
  func usb(_ offset: UInt32) -> UInt32 { read(USB.base + offset) }
  func usb(_ offset: UInt32, _ v: UInt32) { write(USB.base + offset, v) }
  /// A register is cleared the way pico-sdk does it.
  func clear(_ offset: UInt32, _ v: UInt32) { write(USB.base + 0x3000 + offset, v) }
  func ram(_ offset: UInt32) -> UInt32 { read(USB_DPRAM.base + offset) }
  func ram(_ offset: UInt32, _ v: UInt32) { write(USB_DPRAM.base + offset, v) }
  func put(_ bytes: [UInt8], at offset: UInt32) { for (i, b) in bytes.enumerated() { write(USB_DPRAM.base + offset + UInt32(i), UInt32(b), bytes: 1) } }
  func bytes(at offset: UInt32, _ count: Int) -> [UInt8] { (0..<UInt32(count)).map { UInt8(ram((offset + $0) & ~3) >> (8 * ((offset + $0) & 3)) & 255) } }
  var microseconds: UInt64 { chip.instant(chip.now).nanoseconds / 1000 }
  func pass(microseconds: UInt64) { _ = chip.run(until: chip.cycle(at: Instant(nanoseconds: chip.instant(chip.now).nanoseconds + microseconds * 1000))) }
  /// To the middle of a frame: a packet that might not fit into the rest of its frame waits for the next.
  func passToMiddle() {
    usb(USB.INTE.offset, usb(USB.INTE.offset) | USB.INTE.DEV_SOF.mask)
    _ = usb(USB.SOF_RD.offset)
    while usb(USB.INTS.offset) & USB.INTS.DEV_SOF.mask == 0 { pass(microseconds: 1) }
    usb(USB.INTE.offset, usb(USB.INTE.offset) & ~USB.INTE.DEV_SOF.mask)
    pass(microseconds: 300)
  }
  func pass(milliseconds: UInt64) { pass(microseconds: milliseconds * 1000) }

  /// What pico-sdk does to become a device.
  func attach(interrupts: UInt32 = 0x5_d010) {
    usb(USB.USB_MUXING.offset, 9)
    usb(USB.USB_PWR.offset, 0xc)
    usb(USB.MAIN_CTRL.offset, 1)
    usb(USB.SIE_CTRL.offset, USB.SIE_CTRL.EP0_INT_1BUF.mask | USB.SIE_CTRL.PULLUP_EN.mask)
    usb(USB.INTE.offset, interrupts)
  }

  // Buffer control.
  static let available: UInt32 = 1 << 10, full: UInt32 = 1 << 15, one: UInt32 = 1 << 13, last: UInt32 = 1 << 14, stall: UInt32 = 1 << 11
  static func control(_ endpoint: UInt32, input: Bool) -> UInt32 { 0x80 + 8 * endpoint + (input ? 0 : 4) }
}

/// Firmware of a device, as small as can be: answers the requests of an enumeration from its descriptors, when the test calls `serve`.
final class Device {
  let rig: Rig
  var device: [UInt8] = [18, 1, 0, 2, 0, 0, 0, 64, 0x8a, 0x2e, 0x34, 0x12, 0, 1, 1, 2, 3, 1]
  /// A vendor's interface with bulk endpoints 0x81 and 0x02, and interrupt endpoint 0x83 each 4 ms.
  var configuration: [UInt8] = [
    9, 2, 39, 0, 1, 1, 0, 0x80, 50, 9, 4, 0, 0, 3, 0xff, 0, 0, 0, 7, 5, 0x81, 2, 64, 0, 0, 7, 5, 0x02, 2, 64, 0, 0, 7, 5, 0x83, 3, 8, 0, 4,
  ]
  var strings = ["", "Maker", "Thing", "0042"]
  private(set) var address: UInt8 = 0
  private var newAddress: UInt8?
  private(set) var configured: UInt8 = 0
  private(set) var requests: [[UInt8]] = []
  private(set) var resets = 0
  private var answer: [UInt8] = [], answering = false, one = true
  /// Requests to refuse: bRequest.
  var refuses: Set<UInt8> = []
  /// Data of the last control write.
  private(set) var written: [UInt8] = []

  init(_ rig: Rig) { self.rig = rig }

  /// Handles interrupts for so long, as the firmware would.
  func serve(milliseconds: UInt64) {
    let end = rig.microseconds + milliseconds * 1000
    while rig.microseconds < end {
      rig.pass(microseconds: 20)
      handle()
    }
  }
  func handle() {
    let ints = rig.usb(USB.INTS.offset)
    if ints & USB.INTS.BUS_RESET.mask != 0 {
      resets += 1
      (address, configured, newAddress, answering) = (0, 0, nil, false)
      rig.usb(USB.ADDR_ENDP.offset, 0)
      rig.clear(USB.SIE_STATUS.offset, USB.SIE_STATUS.BUS_RESET.mask)
    }
    if ints & USB.INTS.BUFF_STATUS.mask != 0 { buffers(rig.usb(USB.BUFF_STATUS.offset)) }
    if ints & USB.INTS.SETUP_REQ.mask != 0 {
      rig.clear(USB.SIE_STATUS.offset, USB.SIE_STATUS.SETUP_REC.mask)
      setup(rig.bytes(at: 0, 8))
    }
    if ints & USB.INTS.DEV_SUSPEND.mask != 0 { rig.usb(USB.SIE_STATUS.offset, USB.SIE_STATUS.SUSPENDED.mask) }
  }
  /// BUFF_STATUS bits of other endpoints stay for the test.
  private func buffers(_ bits: UInt32) {
    if bits & 1 != 0 {
      rig.clear(USB.BUFF_STATUS.offset, 1)
      if let a = newAddress {
        address = a
        newAddress = nil
        rig.usb(USB.ADDR_ENDP.offset, UInt32(a))
      } else if answering {
        next()
      }
    }
    if bits & 2 != 0 {
      rig.clear(USB.BUFF_STATUS.offset, 2)
      let n = Int(rig.ram(0x84) & 0x3ff)
      if n > 0 {
        written += rig.bytes(at: 0x100, n)
        send([])
      }
    }
  }
  private func send(_ bytes: [UInt8]) {
    rig.put(bytes, at: 0x100)
    rig.ram(0x80, UInt32(bytes.count) | Rig.full | Rig.available | (one ? Rig.one : 0))
    one.toggle()
  }
  private func receive(one: Bool) { rig.ram(0x84, 64 | Rig.available | (one ? Rig.one : 0)) }
  private func next() {
    if answer.isEmpty { answering = false; receive(one: true); return }
    let n = min(64, answer.count)
    send(Array(answer.prefix(n)))
    answer.removeFirst(n)
  }
  private func setup(_ s: [UInt8]) {
    requests.append(s)
    one = true
    rig.ram(0x80, 0)
    rig.ram(0x84, 0)
    let value = Int(s[2]) | Int(s[3]) << 8, length = Int(s[6]) | Int(s[7]) << 8
    var reply: [UInt8]?
    if refuses.contains(s[1]) { return stall() }
    switch s[1] {
    case 6 where value >> 8 == 1: reply = device
    case 6 where value >> 8 == 2: reply = configuration
    case 6 where value == 0x300: reply = [4, 3, 9, 4]
    case 6 where value >> 8 == 3 && value & 255 < strings.count:
      let text = Array(strings[value & 255].utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      reply = [UInt8(text.count + 2), 3] + text
    case 5: newAddress = UInt8(truncatingIfNeeded: value)
    case 9: configured = UInt8(truncatingIfNeeded: value)
    case 1, 0x22: break
    case 0x20: break
    default: return stall()
    }
    if let reply {
      answer = Array(reply.prefix(length))
      answering = true
      next()
    } else if length > 0 {
      written = []
      receive(one: true)
    } else {
      send([])
    }
  }
  private func stall() {
    rig.usb(USB.EP_STALL_ARM.offset, 3)
    rig.ram(0x80, Rig.stall)
    rig.ram(0x84, Rig.stall)
  }
}
