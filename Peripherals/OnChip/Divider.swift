import Emulation

/// SIO's integer divider, one for each core (RP2040 data sheet §2.3.1.5): a write of an operand starts it, the result is there 8 cycles later.
struct Divider {
  var dividend: UInt32 = 0, divisor: UInt32 = 0
  private var quotient: UInt32 = 0, remainder: UInt32 = 0
  /// The result under way, visible from `ready` on.
  private var nextQuotient: UInt32 = 0, nextRemainder: UInt32 = 0
  private var ready: Cycle = 0
  private var dirty = false

  init() {}
  static let cycles: Cycle = 8

  mutating func start(signed: Bool, at cycle: Cycle) {
    settle(at: cycle)
    (nextQuotient, nextRemainder) = signed ? Self.signedResult(dividend, divisor) : Self.unsignedResult(dividend, divisor)
    ready = cycle + Self.cycles
    dirty = true
  }
  private mutating func settle(at cycle: Cycle) {
    if ready != 0 && cycle >= ready { quotient = nextQuotient; remainder = nextRemainder; ready = 0 }
  }
  /// Division by zero: all ones and the dividend.
  static func unsignedResult(_ a: UInt32, _ b: UInt32) -> (UInt32, UInt32) { b == 0 ? (~0, a) : (a / b, a % b) }
  /// Division by zero: -1 for a dividend of 0 or more, else 1. The lowest number by -1 overflows to itself.
  static func signedResult(_ a: UInt32, _ b: UInt32) -> (UInt32, UInt32) {
    let x = Int32(bitPattern: a), y = Int32(bitPattern: b)
    if y == 0 { return (x >= 0 ? ~0 : 1, a) }
    return (UInt32(bitPattern: x.dividedReportingOverflow(by: y).partialValue), UInt32(bitPattern: x.remainderReportingOverflow(dividingBy: y).partialValue))
  }

  func quotient(at cycle: Cycle) -> UInt32 { ready != 0 && cycle >= ready ? nextQuotient : quotient }
  func remainder(at cycle: Cycle) -> UInt32 { ready != 0 && cycle >= ready ? nextRemainder : remainder }
  /// CSR: READY bit 0, DIRTY bit 1.
  func csr(at cycle: Cycle) -> UInt32 { (ready == 0 || cycle >= ready ? 1 : 0) | (dirty ? 2 : 0) }
  /// Reading QUOTIENT tells that the result was used.
  mutating func quotientRead() { dirty = false }
  /// An interrupt handler puts a saved result back: no calculation, ready at once.
  mutating func set(quotient q: UInt32? = nil, remainder r: UInt32? = nil, at cycle: Cycle) {
    settle(at: cycle)
    ready = 0
    if let q { quotient = q }
    if let r { remainder = r }
    dirty = true
  }

  func save(to w: inout StateWriter) {
    for v in [dividend, divisor, quotient, remainder, nextQuotient, nextRemainder] { w.put(v) }
    w.put(ready); w.put(dirty)
  }
  mutating func restore(from r: inout StateReader) throws(StateError) {
    dividend = try r.get(); divisor = try r.get(); quotient = try r.get(); remainder = try r.get()
    nextQuotient = try r.get(); nextRemainder = try r.get(); ready = try r.get(); dirty = try r.get()
  }
}
