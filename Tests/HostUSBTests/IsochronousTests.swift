import Emulation
import HostUSB
import RP2040
import Registers
import Testing

/// Isochronous endpoints (USB 2.0 §5.6): a packet in each frame, no handshake, nothing repeated; the controller's two buffers lie 128 to 1024 bytes apart
/// (RP2040 data sheet §4.1.2.5.3).
@Suite struct IsochronousTests {
  /// Endpoint 1 IN and 2 OUT, isochronous, 192 bytes each frame.
  private func ready() throws -> (Rig, Device) {
    let rig = try Rig(), device = Device(rig)
    device.configuration = [
      9, 2, 32, 0, 1, 1, 0, 0x80, 50, 9, 4, 0, 0, 2, 0xff, 0, 0, 0, 7, 5, 0x81, 1, 192, 0, 1, 7, 5, 0x02, 1, 192, 0, 1,
    ]
    rig.attach()
    device.serve(milliseconds: 300)
    try #require(rig.host.device != nil, "\(rig.reports)")
    return (rig, device)
  }
  private static let flags: UInt32 = 1 << 31 | 1 << 30 | 1 << 29 | 1 << 26

  @Test func aPacketComesInEachFrameFromBuffersInTurn() throws {
    let (rig, _) = try ready()
    rig.ram(0x08, Self.flags | 0x200)
    var packets: [[UInt8]] = []
    func ask() {
      rig.host.submit(
        USBTransfer(input: 0x81, length: 192) {
          packets.append($0.data); if packets.count < 8 { ask() }
        })
    }
    // Buffer 1 is 256 bytes behind buffer 0.
    rig.put([UInt8](repeating: 0xa0, count: 192), at: 0x200)
    rig.put([UInt8](repeating: 0xb1, count: 192), at: 0x300)
    rig.passToMiddle()
    rig.ram(0x88, 192 | Rig.full | Rig.available | 1 << 12 | (192 | Rig.full | Rig.available | 1 << 11) << 16)
    ask()
    var frames: [UInt32] = [], count = 0
    let begin = rig.microseconds
    while packets.count < 4 && rig.microseconds < begin + 20_000 {
      rig.pass(microseconds: 10)
      if packets.count != count { count = packets.count; frames.append(rig.usb(USB.SOF_RD.offset)) }
    }
    // Behind the second nothing is in the buffers: frames without data, no repetition.
    let firsts = packets.map(\.first), sizes = packets.map(\.count)
    #expect(firsts.prefix(2) == [0xa0, 0xb1])
    #expect(sizes == [192, 192, 0, 0])
    for (a, b) in zip(frames, frames.dropFirst()) { #expect((a + 1) & 0x7ff == b, "\(frames)") }
    #expect(rig.usb(USB.BUFF_STATUS.offset) == 1 << 2)
  }

  @Test func outPacketsAreTakenOrLost() throws {
    let (rig, _) = try ready()
    rig.ram(0x14, Self.flags | 0x200)
    rig.passToMiddle()
    // Both buffers wait, 512 bytes apart; a third packet finds none and is lost without anybody's hearing of it.
    rig.ram(0x94, 192 | Rig.available | 1 << 12 | (192 | Rig.available | 2 << 11) << 16)
    var done: [USBTransfer.Status] = []
    for n in 1...3 as ClosedRange<UInt8> { rig.host.submit(USBTransfer(output: 2, [UInt8](repeating: n, count: 100 + Int(n))) { done.append($0.status) }) }
    rig.pass(milliseconds: 5)
    #expect(done == [.done, .done, .done])
    #expect(rig.bytes(at: 0x200, 101) == [UInt8](repeating: 1, count: 101) && rig.bytes(at: 0x400, 102) == [UInt8](repeating: 2, count: 102))
    #expect(rig.ram(0x94) & 0x3ff == 101 && rig.ram(0x94) >> 16 & 0x3ff == 102 && rig.ram(0x94) & (Rig.available | Rig.available << 16) == 0)
  }
}
