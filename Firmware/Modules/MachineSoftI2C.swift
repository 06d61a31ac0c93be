import Drivers
import Kernel
import Port
import Python

/// The two lines of a bus that is made by hand; microseconds of half a bit, and how long the clock may be held.
struct SoftBus: BitwiseCopyable {
  let scl: UInt32, sda: UInt32, delay: UInt32, limit: UInt32
}

/// I2C by hand on any two pins. While a device holds the clock callbacks run: it may be a target of this very program that has to be served.
extension VM {
  borrowing func softBus(_ o: Slot, delay: UInt32) -> SoftBus {
    SoftBus(
      scl: UInt32(field(o, I2CObject.scl)), sda: UInt32(field(o, I2CObject.sda)), delay: delay, limit: UInt32(field(o, I2CObject.timeout)))
  }

  /// SCL goes up; false if somebody holds it for too long.
  private mutating func rise(_ b: SoftBus) throws(Raise) -> Bool {
    let board = board()
    board.line(b.scl, true)
    board.spin(microseconds: b.delay)
    if board.level(b.scl) { return true }
    let end = board.kernel.now &+ UInt64(b.limit)
    while !board.level(b.scl) {
      if board.kernel.now >= end { return false }
      try yieldPoint()
      port.relax()
    }
    // It was low up to now: it is to be high as long as ever.
    board.spin(microseconds: b.delay)
    return true
  }
  /// START or repeated START.
  mutating func startSoftI2C(_ b: SoftBus) throws(Raise) -> Bool {
    let board = board()
    board.line(b.sda, true)
    board.spin(microseconds: b.delay)
    if try !rise(b) { return false }
    board.line(b.sda, false)
    board.spin(microseconds: b.delay)
    board.line(b.scl, false)
    return true
  }
  mutating func stopSoftI2C(_ b: SoftBus) throws(Raise) -> Bool {
    let board = board()
    board.spin(microseconds: b.delay)
    board.line(b.sda, false)
    board.spin(microseconds: b.delay)
    let up = try rise(b)
    board.line(b.sda, true)
    board.spin(microseconds: b.delay)
    return up
  }
  /// A byte out; `.refused` if it was not acknowledged.
  mutating func writeSoftI2C(_ byte: UInt8, _ b: SoftBus) throws(Raise) -> I2CResult {
    let board = board()
    var i: UInt8 = 8
    while i > 0 {
      i &-= 1
      board.line(b.sda, byte >> i & 1 != 0)
      board.spin(microseconds: b.delay)
      if try !rise(b) { board.line(b.sda, true); return .timeout }
      board.line(b.scl, false)
    }
    board.line(b.sda, true)
    board.spin(microseconds: b.delay)
    if try !rise(b) { return .timeout }
    let ack = !board.level(b.sda)
    board.spin(microseconds: b.delay)
    board.line(b.scl, false)
    return ack ? .done : .refused
  }
  mutating func readSoftI2C(_ b: SoftBus, acknowledge: Bool, into: inout UInt8) throws(Raise) -> I2CResult {
    let board = board()
    board.line(b.sda, true)
    var i = 0
    while i < 8 {
      board.spin(microseconds: b.delay)
      if try !rise(b) { return .timeout }
      into = into << 1 | (board.level(b.sda) ? 1 : 0)
      board.line(b.scl, false)
      i &+= 1
    }
    board.line(b.sda, !acknowledge)
    board.spin(microseconds: b.delay)
    if try !rise(b) { return .timeout }
    board.spin(microseconds: b.delay)
    board.line(b.scl, false)
    board.line(b.sda, true)
    return .done
  }

  /// START and the address byte.
  mutating func beginSoftI2C(_ b: SoftBus, _ address: UInt32, read: Bool) throws(Raise) -> I2CResult {
    if try !startSoftI2C(b) { return .timeout }
    let r = try writeSoftI2C(UInt8(truncatingIfNeeded: address << 1 | (read ? 1 : 0)), b)
    if r == .done { return r }
    _ = try stopSoftI2C(b)
    return r == .timeout ? .timeout : .noDevice
  }
}
