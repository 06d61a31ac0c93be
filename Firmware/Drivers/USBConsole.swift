import Kernel
import Port
import Registers

/// Record of the USB device: byte offsets. `BoardRecord.usb` has its address.
enum USBRecord {
  /// The address that is ours from the end of this request on, + 1; 0: none.
  static var newAddress: UInt32 { 0 }
  static var configured: UInt32 { 4 }
  /// DTR bit 0, RTS bit 1, as the host set them.
  static var line: UInt32 { 8 }
  /// Of the reply to the present request: what is left, from where to where; the next packet's PID; 1: the host sends data.
  static var from: UInt32 { 12 }
  static var to: UInt32 { 16 }
  static var one: UInt32 { 20 }
  static var receives: UInt32 { 24 }
  /// Endpoint 2: next PIDs, 1 while a packet is on its way, 1 if it was full, 1 while the host waits for room in the console's ring.
  static var oneIn: UInt32 { 28 }
  static var oneOut: UInt32 { 32 }
  static var sending: UInt32 { 36 }
  static var wasFull: UInt32 { 40 }
  static var isHeld: UInt32 { 44 }
  /// Bytes to send; who waits for room there.
  static var ring: UInt32 { 48 }
  static var writers: UInt32 { 64 }
  static var writable: UInt32 { 72 }
  /// Eight bytes of the flash's number; the line coding, seven bytes.
  static var serial: UInt32 { 76 }
  static var coding: UInt32 { 84 }
  static var reply: UInt32 { 96 }
  static var bytes: UInt32 { 176 }
}

/// The board as a USB device with one serial port, which is a console (RP2040 data sheet §4.1). Everything happens in the handler on core 0.
extension Board {
  private static var ringBytes: UInt32 { 512 }
  private var u: Address { self[BoardRecord.usb] }
  private var sendRing: Ring { Ring(u &+ USBRecord.ring) }
  private func register(_ offset: UInt32) -> UInt32 { port.read(USB.base &+ offset) }
  private func setRegister(_ offset: UInt32, _ v: UInt32) { port.write(USB.base &+ offset, v) }
  private func ram(_ offset: UInt32) -> Address { USB_DPRAM.base &+ offset }

  // DPSRAM: buffer control of endpoints 0 and 2; buffers. Bits of buffer control.
  private static var in0: UInt32 { 0x80 }
  private static var out0: UInt32 { 0x84 }
  private static var in2: UInt32 { 0x90 }
  private static var out2: UInt32 { 0x94 }
  private static var buffer0: UInt32 { 0x100 }
  private static var bufferNotice: UInt32 { 0x180 }
  private static var bufferOut: UInt32 { 0x1c0 }
  private static var bufferIn: UInt32 { 0x200 }
  private static var available: UInt32 { 1 << 10 }
  private static var stalls: UInt32 { 1 << 11 }
  private static var full: UInt32 { 1 << 15 }

  var hasUSB: Bool { self[BoardRecord.flags] & 4 != 0 }
  /// A program on the host has the port open.
  var usbIsOpen: Bool { hasUSB && memory[u &+ USBRecord.configured] != 0 && memory[u &+ USBRecord.line] & 1 != 0 }

  /// Shows the board to the host; the port is a console from now on. With `alone` it is the only one, and what is printed waits until somebody
  /// has opened it (three seconds at most).
  public func useUSBConsole(alone: Bool) {
    let r = kernel.allocate(USBRecord.bytes), buffer = kernel.allocate(Board.ringBytes), m = memory
    if r == 0 || buffer == 0 { return }
    m.fill(r, 0, count: USBRecord.bytes)
    self[BoardRecord.usb] = r
    sendRing.prepare(m, buffer: buffer, size: Board.ringBytes)
    let id = uniqueID
    var i: UInt32 = 0
    while i < 8 { m.setByte(r &+ USBRecord.serial &+ i, UInt8(truncatingIfNeeded: id >> (56 &- 8 &* UInt64(i)))); i &+= 1 }
    // 115200, 8N1.
    m[r &+ USBRecord.coding] = 115_200
    m[r &+ USBRecord.coding &+ 4] = 8 << 16
    port.setBits(RESETS.base &+ RESETS.RESET.offset, RESETS.RESET.USBCTRL.mask)
    release(RESETS.RESET.USBCTRL.mask)
    i = 0
    while i < 0x100 { port.write(ram(i), 0); i &+= 4 }
    setRegister(USB.USB_MUXING.offset, USB.USB_MUXING.TO_PHY.mask | USB.USB_MUXING.SOFTCON.mask)
    // A Pico's VBUS does not reach the controller.
    setRegister(USB.USB_PWR.offset, USB.USB_PWR.VBUS_DETECT.mask | USB.USB_PWR.VBUS_DETECT_OVERRIDE_EN.mask)
    setRegister(USB.MAIN_CTRL.offset, USB.MAIN_CTRL.CONTROLLER_EN.mask)
    setRegister(USB.INTE.offset, USB.INTE.BUFF_STATUS.mask | USB.INTE.BUS_RESET.mask | USB.INTE.SETUP_REQ.mask)
    self[BoardRecord.flags] = self[BoardRecord.flags] & ~(alone ? 2 : 0) | 4
    enableInterrupt(IRQ.USBCTRL_IRQ)
    setRegister(USB.SIE_CTRL.offset, USB.SIE_CTRL.EP0_INT_1BUF.mask | USB.SIE_CTRL.PULLUP_EN.mask)
    if !alone { return }
    i = 0
    while i < 300 && !usbIsOpen { kernel.delay(microseconds: 10_000); i &+= 1 }
  }

  // MARK: data

  /// Sends a byte to who has the port open; without anybody, or when nothing has been taken for half a second, it is lost.
  func writeUSB(_ byte: UInt8) {
    while usbIsOpen {
      let mask = port.lockShared()
      let took = sendRing.put(memory, byte)
      pumpUSB()
      port.unlockShared(mask)
      if took { return }
      if waitWritableUSB() == .timedOut { return }
    }
  }
  /// Bytes that can be written at once: all while no host listens, since they are dropped.
  var roomUSB: UInt32 { usbIsOpen ? sendRing.size(memory) &- sendRing.count(memory) : .max }
  /// Waits for room, half a second at most.
  func waitWritableUSB() -> Wake {
    memory[u &+ USBRecord.writable] = 0
    if !usbIsOpen || !sendRing.isFull(memory) { return .signalled }
    return kernel.wait(on: u &+ USBRecord.writers, until: Deadline(microseconds: kernel.now &+ 500_000), unless: u &+ USBRecord.writable)
  }
  /// Waits until the host has taken everything, half a second at most.
  func drainUSB() {
    var i: UInt32 = 0
    while i < 250 && usbIsOpen && (sendRing.count(memory) != 0 || memory[u &+ USBRecord.sending] != 0) {
      kernel.delay(microseconds: 2000)
      i &+= 1
    }
  }
  /// The reader has made room in the console's ring: the host may go on.
  func resumeUSB() {
    if !hasUSB || memory[u &+ USBRecord.isHeld] == 0 { return }
    let mask = port.lockShared()
    if memory[u &+ USBRecord.isHeld] != 0 && Board.consoleRingBytes &- consoleRing.count(memory) >= 64 { receiveUSB() }
    port.unlockShared(mask)
  }
  /// Endpoint 2 takes a packet; interrupts masked.
  private func receiveUSB() {
    memory[u &+ USBRecord.isHeld] = 0
    give(Board.out2, 64, one: u &+ USBRecord.oneOut, isFull: false)
  }
  /// The next packet of what is to be sent; interrupts masked. A full one that was the last is followed by an empty one.
  private func pumpUSB() {
    let m = memory, ring = sendRing, left = ring.count(m)
    if m[u &+ USBRecord.sending] != 0 || (left == 0 && m[u &+ USBRecord.wasFull] == 0) { return }
    let n = min(left, 64)
    var i: UInt32 = 0, word: UInt32 = 0
    while i < n {
      word |= UInt32(ring.take(m) ?? 0) << (8 &* (i & 3))
      i &+= 1
      if i & 3 == 0 || i == n { port.write(ram(Board.bufferIn &+ (i &- 1) & ~3), word); word = 0 }
    }
    m[u &+ USBRecord.sending] = 1
    m[u &+ USBRecord.wasFull] = n == 64 ? 1 : 0
    give(Board.in2, n, one: u &+ USBRecord.oneIn, isFull: true)
  }
  /// Hands a buffer of `n` bytes to the controller, with the PID at `one`. AVAILABLE comes last (§4.1.2.5.1).
  private func give(_ control: UInt32, _ n: UInt32, one: Address, isFull: Bool) {
    let v = n | memory[one] << 13 | (isFull ? Board.full : 0)
    memory[one] ^= 1
    port.write(ram(control), v)
    port.relax()
    port.relax()
    port.relax()
    port.write(ram(control), v | Board.available)
  }

  // MARK: interrupts

  func usbInterrupt() {
    let status = register(USB.INTS.offset), m = memory, r = u
    if status & USB.INTS.BUS_RESET.mask != 0 {
      port.clearBits(USB.base &+ USB.SIE_STATUS.offset, USB.SIE_STATUS.BUS_RESET.mask)
      setRegister(USB.ADDR_ENDP.offset, 0)
      m[r &+ USBRecord.newAddress] = 0
      unconfigure()
    }
    if status & USB.INTS.BUFF_STATUS.mask != 0 {
      let done = register(USB.BUFF_STATUS.offset)
      setRegister(USB.BUFF_STATUS.offset, done)
      if done & 1 != 0 { replyTaken() }
      if done & 2 != 0 && m[r &+ USBRecord.receives] != 0 { controlData() }
      if done & 1 << 4 != 0 {
        m[r &+ USBRecord.sending] = 0
        pumpUSB()
        m[r &+ USBRecord.writable] = 1
        kernel.wake(r &+ USBRecord.writers)
        announce(Board.consoleSource)
      }
      if done & 1 << 5 != 0 { bulkData() }
    }
    if status & USB.INTS.SETUP_REQ.mask != 0 {
      port.clearBits(USB.base &+ USB.SIE_STATUS.offset, USB.SIE_STATUS.SETUP_REC.mask)
      request(port.read(ram(0)), port.read(ram(4)))
    }
  }
  private func unconfigure() {
    let m = memory, r = u
    m[r &+ USBRecord.configured] = 0
    m[r &+ USBRecord.line] = 0
    m[r &+ USBRecord.sending] = 0
    m[r &+ USBRecord.wasFull] = 0
    for_(0x08, 0x18) { port.write(ram($0), 0) }
    port.write(ram(Board.in2), 0)
    port.write(ram(Board.out2), 0)
    // Nobody will take what waits.
    m[r &+ USBRecord.writable] = 1
    kernel.wake(r &+ USBRecord.writers)
  }
  @inline(__always) private func for_(_ from: UInt32, _ to: UInt32, _ body: (UInt32) -> Void) {
    var i = from
    while i < to { body(i); i &+= 4 }
  }
  private func configure() {
    let m = memory, r = u, enable: UInt32 = 1 << 31 | 1 << 29
    unconfigure()
    m[r &+ USBRecord.configured] = 1
    port.write(ram(0x08), enable | 3 << 26 | Board.bufferNotice)
    port.write(ram(0x10), enable | 2 << 26 | Board.bufferIn)
    port.write(ram(0x14), enable | 2 << 26 | Board.bufferOut)
    m[r &+ USBRecord.oneIn] = 0
    m[r &+ USBRecord.oneOut] = 0
    receiveUSB()
  }
  private func bulkData() {
    let n = port.read(ram(Board.out2)) & 0x3ff
    var i: UInt32 = 0, word: UInt32 = 0
    while i < n {
      if i & 3 == 0 { word = port.read(ram(Board.bufferOut &+ i)) }
      consoleByte(UInt8(truncatingIfNeeded: word >> (8 &* (i & 3))))
      i &+= 1
    }
    memory[u &+ USBRecord.isHeld] = 1
    if Board.consoleRingBytes &- consoleRing.count(memory) >= 64 { receiveUSB() }
    kernel.wake(address &+ BoardRecord.consoleReaders)
    announce(Board.consoleSource)
  }

  // MARK: endpoint 0

  /// A request (USB 2.0 §9.4; CDC's PSTN subclass §6.3).
  private func request(_ low: UInt32, _ high: UInt32) {
    let m = memory, r = u, type = low & 0xff, code = low >> 8 & 0xff, value = low >> 16, length = high >> 16
    port.write(ram(Board.in0), 0)
    port.write(ram(Board.out0), 0)
    m[r &+ USBRecord.one] = 1
    m[r &+ USBRecord.receives] = 0
    m[r &+ USBRecord.from] = r &+ USBRecord.reply
    var n: UInt32 = 0, isKnown = true
    switch type << 8 | code {
    case 0x8006:
      n = usbDescriptor(value >> 8, value & 0xff, r &+ USBRecord.reply)
      isKnown = n != 0
    case 0x8008:
      m[r &+ USBRecord.reply] = m[r &+ USBRecord.configured]
      n = 1
    // GET_STATUS: powered by the bus, no halt but those of our own; GET_INTERFACE: setting 0.
    case 0x8000, 0x8100, 0x8200:
      m[r &+ USBRecord.reply] = 0
      n = 2
    case 0x810a:
      m[r &+ USBRecord.reply] = 0
      n = 1
    case 0x0005: m[r &+ USBRecord.newAddress] = value &+ 1
    case 0x0009:
      if value == 1 { configure() } else if value == 0 { unconfigure() } else { isKnown = false }
    case 0x010b: isKnown = value == 0
    // CLEAR_FEATURE(ENDPOINT_HALT): begin with DATA0 again.
    case 0x0201: if m[r &+ USBRecord.configured] != 0 { clearHalt(high & 0xff) }
    case 0x2120: m[r &+ USBRecord.receives] = 1
    case 0xa121:
      m[r &+ USBRecord.reply] = m[r &+ USBRecord.coding]
      m[r &+ USBRecord.reply &+ 4] = m[r &+ USBRecord.coding &+ 4]
      n = 7
    case 0x2122: m[r &+ USBRecord.line] = value & 3
    case 0x2123: break  // a break says nothing to a console
    default: isKnown = false
    }
    if !isKnown {
      setRegister(USB.EP_STALL_ARM.offset, 3)
      port.write(ram(Board.in0), Board.stalls)
      port.write(ram(Board.out0), Board.stalls)
      return
    }
    m[r &+ USBRecord.to] = r &+ USBRecord.reply &+ min(n, length)
    if m[r &+ USBRecord.receives] != 0 { give(Board.out0, 64, one: r &+ USBRecord.one, isFull: false) } else { sendReply() }
  }
  private func clearHalt(_ endpoint: UInt32) {
    let m = memory, r = u
    if endpoint == 0x82 {
      // What was on its way is sent again with the PID that is due now.
      port.setBits(USB.base &+ USB.EP_ABORT.offset, 1 << 4)
      while register(USB.EP_ABORT_DONE.offset) & 1 << 4 == 0 { port.relax() }
      let left = port.read(ram(Board.in2))
      m[r &+ USBRecord.oneIn] = 0
      port.write(ram(Board.in2), 0)
      setRegister(USB.EP_ABORT_DONE.offset, 1 << 4)
      port.clearBits(USB.base &+ USB.EP_ABORT.offset, 1 << 4)
      if left & Board.available != 0 { give(Board.in2, left & 0x3ff, one: r &+ USBRecord.oneIn, isFull: true) }
    } else if endpoint == 0x02 {
      m[r &+ USBRecord.oneOut] = 0
      if m[r &+ USBRecord.isHeld] == 0 { port.write(ram(Board.out2), 0); receiveUSB() }
    }
  }
  /// The next packet of the reply, or the empty one that ends a request without data.
  private func sendReply() {
    let m = memory, r = u, from = m[r &+ USBRecord.from], n = min(m[r &+ USBRecord.to] &- from, 64)
    var i: UInt32 = 0
    while i < n { port.write(ram(Board.buffer0 &+ i), m[from &+ i]); i &+= 4 }
    m[r &+ USBRecord.from] = from &+ n
    give(Board.in0, n, one: r &+ USBRecord.one, isFull: true)
  }
  private func replyTaken() {
    let m = memory, r = u
    if m[r &+ USBRecord.newAddress] != 0 {
      setRegister(USB.ADDR_ENDP.offset, m[r &+ USBRecord.newAddress] &- 1)
      m[r &+ USBRecord.newAddress] = 0
    } else if m[r &+ USBRecord.from] != m[r &+ USBRecord.to] {
      sendReply()
    } else if m[r &+ USBRecord.to] != r &+ USBRecord.reply {
      // All of it is sent: the host's empty packet ends the request.
      m[r &+ USBRecord.to] = r &+ USBRecord.reply
      m[r &+ USBRecord.from] = r &+ USBRecord.reply
      m[r &+ USBRecord.one] = 1
      give(Board.out0, 0, one: r &+ USBRecord.one, isFull: false)
    }
  }
  /// SET_LINE_CODING's data have come.
  private func controlData() {
    let m = memory, r = u
    m[r &+ USBRecord.receives] = 0
    m[r &+ USBRecord.coding] = port.read(ram(Board.buffer0))
    m[r &+ USBRecord.coding &+ 4] = port.read(ram(Board.buffer0 &+ 4)) & 0xff_ffff
    m[r &+ USBRecord.one] = 1
    sendReply()
  }
}
