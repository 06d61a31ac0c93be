import CortexM0Plus
import Emulation
import RP2040
import Registers
import Testing

/// A chip with ARM cores whose code the test writes into RAM; core 1 sleeps unless it is given some.
struct ArmRig {
  let chip: RP2040
  var core: ArmCore { chip.armCore(0)! }
  var other: ArmCore { chip.armCore(1)! }
  static let code: UInt32 = 0x2000_1000, stack: UInt32 = 0x2000_0800, vectors: UInt32 = 0x2000_0000, other: UInt32 = 0x2000_2000

  init(_ code: [UInt16], other: [UInt16]? = nil, _ configure: (inout RP2040.Configuration) -> Void = { _ in }) throws {
    var c = RP2040.Configuration()
    c.arm = true
    configure(&c)
    chip = try RP2040(c)
    put(Self.code, code)
    core.pc = Self.code
    core[13] = Self.stack
    core.ppb.vectorTable = Self.vectors
    if let other {
      put(Self.other, other)
      self.other.pc = Self.other
      self.other[13] = 0x2000_0c00
      self.other.ppb.vectorTable = Self.vectors
    } else {
      self.other.sleepForEver()
    }
  }
  func put(_ address: UInt32, _ code: [UInt16]) { for (i, w) in code.enumerated() { _ = chip.store(address + UInt32(2 * i), UInt32(w), bytes: 2) } }
  /// Exception `number` is handled by `code`, at 0x20003000 and up.
  func handle(_ number: UInt32, _ code: [UInt16]) {
    let at = 0x2000_3000 + number * 0x40
    put(at, code)
    _ = chip.store(Self.vectors + number * 4, at | 1)
  }
  func word(_ address: UInt32) -> UInt32 { chip.peek(address)! }
  /// Runs until core 0 is asleep or locked up, or so many cycles have passed; answers how many it took.
  @discardableResult func run(_ cycles: Cycle = 10_000) -> Cycle {
    let begin = core.time
    _ = chip.run(until: chip.now + cycles)
    return core.time - begin
  }
  static let wfi: UInt16 = 0xbf30, bxlr: UInt16 = 0x4770, svc: UInt16 = 0xdf00
  static let scs: UInt32 = 0xe000_e000
  func ppb(_ offset: UInt32, _ value: UInt32) { core.ppb.write(offset, value, Access(master: .core0, cycle: chip.now)) }
}
