import Emulation
import Testing

private final class Log: NetListener {
  var seen: [(Level, UInt64)] = []
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { seen.append((level, instant.nanoseconds)) }
}

@Suite struct CircuitTests {
  private let c = Circuit()
  private func at(_ ns: UInt64) -> Instant { Instant(nanoseconds: ns) }

  @Test func strengthDecides() {
    let n = c.net("a"), p = c.attach(to: n), q = c.attach(to: n)
    #expect(c.level(of: n) == .floating)
    c.drive(p, .pull(true), at: at(1))
    #expect(c.level(of: n) == .high && c.millivolts(of: n) == 3300)
    c.drive(q, .weak(false), at: at(2))
    #expect(c.level(of: n) == .low)
    c.drive(p, .strong(true), at: at(3))
    #expect(c.level(of: n) == .high)
    c.drive(q, .none, at: at(4))
    c.drive(p, .none, at: at(5))
    #expect(c.level(of: n) == .floating && c.isHigh(n), "a floating net keeps its value")
  }
  @Test func contention() {
    let n = c.net("a"), p = c.attach(to: n), q = c.attach(to: n)
    c.drive(p, .strong(true, milliamps: 12), at: at(1))
    c.drive(q, .strong(false, milliamps: 2), at: at(2))
    #expect(c.level(of: n) == .conflict && c.isHigh(n) && c.contentions == 1)
    c.drive(q, .none, at: at(3))
    #expect(c.level(of: n) == .high)
  }
  @Test func voltages() {
    let n = c.net("a"), p = c.attach(to: n)
    c.drive(p, .analog(millivolts: 1200), at: at(1))
    #expect(c.millivolts(of: n) == 1200 && c.level(of: n) == .floating)
    c.drive(p, .analog(millivolts: 2500), at: at(2))
    #expect(c.level(of: n) == .high)
  }
  @Test func listenersHearChangesOnly() {
    let n = c.net("a"), p = c.attach(to: n), log = Log()
    #expect(!c.observed(n))
    c.listen(to: n, log)
    #expect(c.observed(n))
    c.drive(p, .strong(true), at: at(5))
    c.drive(p, .strong(true), at: at(6))
    c.drive(p, .strong(true, milliamps: 8), at: at(7))
    c.drive(p, .strong(false), at: at(8))
    #expect(log.seen.map(\.0) == [.high, .low] && log.seen.map(\.1) == [5, 8])
    c.unlisten(log)
    c.drive(p, .strong(true), at: at(9))
    #expect(log.seen.count == 2 && !c.observed(n))
  }
  @Test func joinedNetsAreOne() {
    let a = c.net("a"), b = c.net("b"), p = c.attach(to: a), log = Log()
    c.drive(p, .strong(true), at: at(1))
    c.listen(to: b, log)
    c.join(a, b, at: at(2))
    #expect(c.same(a, b) && c.level(of: b) == .high && log.seen.last?.0 == .high)
    c.drive(p, .strong(false), at: at(3))
    #expect(c.level(of: b) == .low && log.seen.last?.1 == 3)
  }
  @Test func stateSurvives() throws {
    let n = c.net("a"), p = c.attach(to: n), q = c.attach(to: n)
    c.drive(p, .strong(true, milliamps: 8), at: at(1))
    c.drive(q, .analog(millivolts: -5), at: at(1))
    var w = StateWriter()
    c.save(to: &w)
    let d = Circuit(), m = d.net("a")
    _ = d.attach(to: m); _ = d.attach(to: m)
    var r = StateReader(w.bytes)
    try d.restore(from: &r)
    #expect(r.atEnd && d.level(of: m) == c.level(of: n) && d.millivolts(of: m) == c.millivolts(of: n))
  }
}
