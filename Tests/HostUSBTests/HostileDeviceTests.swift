import Emulation
import Foundation
import HostUSB
import Registers
import Testing

/// Devices that answer nonsense, and firmware that writes anything to the controller while it is enumerated: the host's end stays whole, and the same
/// seed gives the same end. `TAYBERRY_FUZZ=N` runs N seeds instead of a few.
@Suite struct HostileDeviceTests {
  private static let seeds = 1...(Int(ProcessInfo.processInfo.environment["TAYBERRY_FUZZ"] ?? "") ?? 4)

  private struct Random {
    var state: UInt64
    mutating func below(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
    mutating func word() -> UInt32 { UInt32(below(1 << 16)) << 16 | UInt32(below(1 << 16)) }
  }

  /// What is left of a run, for comparing two.
  private struct End: Equatable {
    var reports: [String]
    var received: Int
    var microseconds: UInt64
    var registers: [UInt32]
  }
  private func run(_ seed: Int) throws -> End {
    var random = Random(state: UInt64(seed) &* 0x9e37_79b9_7f4a_7c15)
    let rig = try Rig(), device = Device(rig), port = CDCACM()
    rig.host.drivers = [port]
    port.open(true)
    var received = 0
    port.onBytes = { received += $0.count }
    // A serial port's descriptors, in half of the runs damaged.
    device.configuration = DescriptorTests.configuration
    if seed % 2 == 0 {
      for _ in 0..<1 + random.below(4) { device.configuration[random.below(device.configuration.count)] = UInt8(random.below(256)) }
      if random.below(4) == 0 { device.device[random.below(18)] = UInt8(random.below(256)) }
      if random.below(4) == 0 { device.strings = ["", String(repeating: "x", count: 120), "", ""] }
      if random.below(4) == 0 { device.refuses = [UInt8([5, 6, 9, 0x20, 0x22][random.below(5)])] }
    }
    rig.attach()
    for step in 0..<60 {
      device.serve(milliseconds: step < 20 ? 20 : 3)
      port.send([UInt8](repeating: 0x41, count: random.below(200)))
      // From the end of the enumeration on, or from the beginning, buffers and registers are overwritten.
      guard step > 20 || seed % 3 == 0 else { continue }
      for _ in 0..<random.below(6) {
        switch random.below(5) {
        case 0: rig.ram(UInt32(random.below(0x40)) * 4, random.word())
        case 1: rig.ram(0x80 + UInt32(random.below(32)) * 4, UInt32(random.below(1 << 16)) | 1 << 10)
        case 2: rig.ram(0x80 + UInt32(random.below(32)) * 4, random.word())
        case 3: rig.usb(UInt32(random.below(0x28)) * 4, random.word())
        default: rig.clear(UInt32(random.below(0x28)) * 4, random.word())
        }
      }
      if random.below(20) == 0 { rig.attach(interrupts: random.word()) }
      if random.below(30) == 0 { port.open(random.below(2) == 0) }
      if random.below(30) == 0 { port.setBaud(random.word()) }
    }
    return End(
      reports: rig.reports, received: received, microseconds: rig.microseconds,
      registers: (0..<0x28).map { rig.chip.peek(USB.base + 4 * $0) ?? 0 } + (0..<64).map { rig.ram(4 * $0) })
  }
  @Test(arguments: seeds) func anyDeviceIsSurvived(_ seed: Int) throws { #expect(try run(seed) == run(seed)) }
}
