import Emulation
import HostUSB
import RP2040
import Registers
import Testing

/// Packets between the host and the endpoints' buffers.
@Suite struct TransferTests {
  private func ready() throws -> (Rig, Device) {
    let rig = try Rig(), device = Device(rig)
    rig.attach()
    device.serve(milliseconds: 300)
    try #require(rig.host.device != nil)
    return (rig, device)
  }
  /// Endpoint 1 IN and 2 OUT, bulk, with an interrupt for each buffer or for two.
  private func open(_ rig: Rig, double: Bool, perTwo: Bool = false) {
    let flags: UInt32 = 1 << 31 | 2 << 26 | (double ? 1 << 30 : 0) | (perTwo ? 1 << 28 : 1 << 29)
    rig.ram(0x08, flags | 0x180)
    rig.ram(0x14, flags | 0x280)
  }

  @Test func singleBuffersInBothDirections() throws {
    let (rig, _) = try ready()
    open(rig, double: false)
    var got: [UInt8] = [], sent = false
    rig.host.submit(
      USBTransfer(input: 0x81, length: 64) {
        got = $0.data; #expect($0.status == .done)
      })
    rig.pass(milliseconds: 2)
    #expect(got == [], "NAK while there is nothing")
    rig.passToMiddle()
    rig.put([1, 2, 3, 4, 5], at: 0x180)
    rig.ram(0x88, 5 | Rig.full | Rig.available | Rig.last)
    let before = rig.microseconds
    while got.isEmpty && rig.microseconds < before + 100 { rig.pass(microseconds: 1) }
    #expect(got == [1, 2, 3, 4, 5])
    #expect(rig.microseconds - before < 20, "asked again and again, not once a frame")
    #expect(rig.usb(USB.BUFF_STATUS.offset) == 1 << 2)
    #expect(rig.usb(USB.BUFF_CPU_SHOULD_HANDLE.offset) == 0)
    #expect(rig.ram(0x88) == 5 | Rig.last, "neither full nor available")
    #expect(rig.usb(USB.SIE_STATUS.offset) & USB.SIE_STATUS.TRANS_COMPLETE.mask != 0)
    rig.clear(USB.BUFF_STATUS.offset, 1 << 2)
    #expect(rig.usb(USB.INTS.offset) & USB.INTS.BUFF_STATUS.mask == 0)

    rig.host.submit(USBTransfer(output: 2, [9, 8, 7]) { sent = $0.status == .done })
    rig.pass(milliseconds: 2)
    #expect(!sent)
    rig.ram(0x94, 64 | Rig.available)
    rig.pass(microseconds: 50)
    #expect(sent)
    #expect(rig.ram(0x94) == 3 | Rig.full)
    #expect(rig.bytes(at: 0x280, 3) == [9, 8, 7])
    #expect(rig.usb(USB.BUFF_STATUS.offset) == 1 << 5)
  }

  @Test func twoBuffersTakeTurns() throws {
    let (rig, _) = try ready()
    open(rig, double: true)
    var got: [[UInt8]] = []
    for _ in 0..<3 { rig.host.submit(USBTransfer(input: 0x81, length: 64) { got.append($0.data) }) }
    rig.put([1], at: 0x180)
    rig.put([2], at: 0x1c0)
    rig.ram(0x88, 1 | Rig.full | Rig.available | 1 << 12 | (1 | Rig.full | Rig.available | Rig.one) << 16)
    rig.pass(milliseconds: 1)
    #expect(got == [[1], [2]])
    // Two are done: the first is shown, then the second.
    #expect(rig.usb(USB.BUFF_STATUS.offset) == 4 && rig.usb(USB.BUFF_CPU_SHOULD_HANDLE.offset) == 0)
    rig.clear(USB.BUFF_STATUS.offset, 4)
    #expect(rig.usb(USB.BUFF_STATUS.offset) == 4 && rig.usb(USB.BUFF_CPU_SHOULD_HANDLE.offset) == 4)
    rig.clear(USB.BUFF_STATUS.offset, 4)
    #expect(rig.usb(USB.BUFF_STATUS.offset) == 0)
    // Buffer 0 is next; buffer 1 alone is not looked at. Halves are written as 16 bits.
    rig.put([3], at: 0x1c0)
    rig.write(USB_DPRAM.base + 0x8a, 1 | Rig.full | Rig.available, bytes: 2)
    rig.pass(milliseconds: 1)
    #expect(got.count == 2)
    rig.write(USB_DPRAM.base + 0x88, 0 | Rig.full | Rig.available, bytes: 2)
    rig.pass(milliseconds: 1)
    #expect(got == [[1], [2], []])
  }
  @Test func anInterruptForTwoBuffers() throws {
    let (rig, _) = try ready()
    open(rig, double: true, perTwo: true)
    rig.host.submit(USBTransfer(output: 2, [UInt8](repeating: 5, count: 100)) { _ in })
    rig.ram(0x94, 64 | Rig.available)
    rig.pass(microseconds: 200)
    #expect(rig.usb(USB.BUFF_STATUS.offset) == 0)
    rig.ram(0x94, rig.ram(0x94) | (64 | Rig.available | Rig.one) << 16)
    rig.pass(microseconds: 200)
    #expect(rig.usb(USB.BUFF_STATUS.offset) == 1 << 5)
    #expect(rig.ram(0x94) == 64 | Rig.full | (36 | Rig.full | Rig.one) << 16)
  }

  @Test func stallsAndTheirEnd() throws {
    let (rig, device) = try ready()
    open(rig, double: false)
    rig.ram(0x08, rig.ram(0x08) | 1 << 17)
    rig.ram(0x88, Rig.stall)
    var status: [USBTransfer.Status] = []
    rig.host.submit(USBTransfer(input: 0x81, length: 64) { status.append($0.status) })
    rig.pass(milliseconds: 1)
    #expect(status == [.stall])
    #expect(rig.usb(USB.EP_STATUS_STALL_NAK.offset) == 4)
    rig.clear(USB.EP_STATUS_STALL_NAK.offset, 4)
    #expect(rig.usb(USB.EP_STATUS_STALL_NAK.offset) == 0)
    // Endpoint 0 stalls only while armed, and a SETUP ends it.
    rig.host.submit(USBTransfer(USBSetup(0xc0, 77, length: 4)) { status.append($0.status) })
    device.serve(milliseconds: 2)
    #expect(status == [.stall, .stall])
    #expect(rig.usb(USB.EP_STALL_ARM.offset) == 3)
    rig.host.submit(USBTransfer(.descriptor(1, length: 18)) { status.append($0.status) })
    device.serve(milliseconds: 2)
    #expect(status == [.stall, .stall, .done])
    #expect(rig.usb(USB.EP_STALL_ARM.offset) == 0)
  }

  @Test func abortTakesABufferBack() throws {
    let (rig, _) = try ready()
    open(rig, double: false)
    rig.usb(USB.EP_ABORT.offset, 4)
    #expect(rig.usb(USB.EP_ABORT_DONE.offset) == 4)
    rig.ram(0x88, 1 | Rig.full | Rig.available)
    var got: [UInt8]?
    rig.host.submit(USBTransfer(input: 0x81, length: 64) { got = $0.data })
    rig.pass(milliseconds: 2)
    #expect(got == nil)
    rig.passToMiddle()
    rig.clear(USB.EP_ABORT_DONE.offset, 4)
    rig.clear(USB.EP_ABORT.offset, 4)
    rig.pass(microseconds: 30)
    #expect(got?.count == 1)
  }

  @Test func wrongDataTogglesAreDropped() throws {
    let (rig, _) = try ready()
    open(rig, double: false)
    rig.ram(0x94, 64 | Rig.available | Rig.one)
    rig.host.submit(USBTransfer(output: 2, [1]) { _ in })
    rig.pass(milliseconds: 1)
    #expect(rig.ram(0x94) == 64 | Rig.available | Rig.one)
    #expect(rig.usb(USB.SIE_STATUS.offset) >> 31 == 1)
    // And the host drops a repetition.
    var got: [UInt8]?
    rig.host.submit(USBTransfer(input: 0x81, length: 64) { got = $0.data })
    rig.ram(0x88, 1 | Rig.full | Rig.available | Rig.one)
    rig.pass(milliseconds: 1)
    #expect(got == nil && rig.ram(0x88) & Rig.available == 0)
  }

  @Test func longTransfersFillFrames() throws {
    let (rig, _) = try ready()
    open(rig, double: true)
    var size = 0
    rig.host.submit(USBTransfer(input: 0x81, length: 64_000) { size = $0.data.count })
    // Both buffers are given back as soon as they are taken, from DATA0 on.
    let begin = rig.microseconds
    rig.ram(0x88, 64 | Rig.full | Rig.available | 1 << 12 | (64 | Rig.full | Rig.available | Rig.one) << 16)
    while size == 0 && rig.microseconds < begin + 100_000 {
      rig.pass(microseconds: 5)
      for half in [0, 1] as [UInt32] where rig.ram(0x88) >> (16 * half) & Rig.available == 0 {
        rig.write(USB_DPRAM.base + 0x88 + 2 * half, 64 | Rig.full | Rig.available | (half == 1 ? Rig.one : 0), bytes: 2)
      }
    }
    #expect(size == 64_000)
    // Nineteen packets of 64 bytes a frame are the most at full speed: 1,216 kB/s.
    let rate = Double(size) / Double(rig.microseconds - begin) * 1000
    #expect((1150...1216).contains(rate), "\(rate) kB/s")
  }

  @Test func interruptEndpointsAreAskedInTheirInterval() throws {
    let (rig, _) = try ready()
    rig.ram(0x18, 1 << 31 | 1 << 29 | 3 << 26 | 0x380 | 1 << 16)
    rig.host.submit(USBTransfer(input: 0x83, length: 8) { _ in })
    rig.passToMiddle()
    var asked: [UInt64] = []
    for _ in 0..<2000 {
      rig.pass(microseconds: 10)
      if rig.usb(USB.EP_STATUS_STALL_NAK.offset) != 0 {
        asked.append(rig.microseconds)
        rig.clear(USB.EP_STATUS_STALL_NAK.offset, ~0)
      }
    }
    #expect((5...6).contains(asked.count))
    #expect(zip(asked.dropFirst(), asked.dropFirst(2)).allSatisfy { (3980...4020).contains($1 - $0) }, "\(asked)")
  }

  @Test func controlWritesAndCancelling() throws {
    let (rig, device) = try ready()
    var status: [USBTransfer.Status] = []
    let data = (0..<100).map { UInt8($0) }
    rig.host.submit(USBTransfer(USBSetup(0x21, 0x20, length: 7), [1, 2, 3, 4, 5, 6, 7]) { status.append($0.status) })
    device.serve(milliseconds: 2)
    #expect(status == [.done] && device.written == [1, 2, 3, 4, 5, 6, 7])
    let t = USBTransfer(output: 2, data) { status.append($0.status) }
    rig.host.submit(t)
    rig.host.submit(USBTransfer(output: 9, data) { status.append($0.status) })
    rig.pass(milliseconds: 1)
    rig.host.cancel(t)
    rig.pass(milliseconds: 1)
    #expect(status == [.done, .gone, .cancelled] || status == [.done, .gone, .silence])
  }

  @Test func theStateIsSavedAndRestored() throws {
    let (rig, _) = try ready()
    open(rig, double: true)
    rig.host.submit(USBTransfer(output: 2, [1, 2, 3]) { _ in })
    rig.ram(0x94, 64 | Rig.available)
    rig.pass(milliseconds: 1)
    let saved = try rig.chip.save()
    let registers = stride(from: UInt32(0), to: 0x9c, by: 4).map { rig.chip.peek(USB.base + $0) }
    #expect(rig.usb(USB.BUFF_STATUS.offset) == 1 << 5)
    let other = try Rig()
    try other.chip.restore(saved)
    #expect(stride(from: UInt32(0), to: 0x9c, by: 4).map { other.chip.peek(USB.base + $0) } == registers)
    #expect(other.bytes(at: 0x280, 3) == [1, 2, 3])
    // The cable is as if just plugged in.
    let device = Device(other)
    device.serve(milliseconds: 300)
    #expect(device.configured == 1)
  }
}
