import Emulation
import Testing

@testable import OffChip

@Suite struct LogicTests {
  @Test(arguments: [("and-2", "0001"), ("nand-2", "1110"), ("or-2", "0111"), ("nor-2", "1000"), ("xor-2", "0110"), ("xnor-2", "1001")])
  func gates(kind: (String, String)) throws {
    let b = PartBench()
    try b.add("wokwi-gate-" + kind.0, "g", [:], ["A": "a", "B": "b", "OUT": "o"])
    #expect(b.level("o") == (kind.1.first == "1" ? .high : .low), "open inputs are low")
    for (i, c) in kind.1.enumerated() {
      b.drive("a", .strong(i & 2 != 0))
      b.drive("b", .strong(i & 1 != 0))
      b.run(5)
      #expect(b.level("o") == (c == "1" ? .high : .low), "\(i)")
    }
  }
  @Test func oneInputAndChoice() throws {
    let b = PartBench()
    try b.add("wokwi-gate-not", "n", [:], ["IN": "i", "OUT": "n"])
    try b.add("wokwi-gate-buffer", "p", [:], ["IN": "i", "OUT": "p"])
    try b.add("wokwi-mux-2", "m", [:], ["A": "i", "B": "n", "SEL": "s", "OUT": "m"])
    for i in [true, false] {
      for s in [true, false] {
        b.drive("i", .strong(i))
        b.drive("s", .strong(s))
        b.run(20)
        #expect(b.level("n") == (i ? .low : .high) && b.level("p") == (i ? .high : .low) && b.level("m") == (i != s ? .high : .low))
      }
    }
  }
  /// An oscillator of three inverters: delays, no endless loop.
  @Test func feedbackTakesTime() throws {
    let b = PartBench()
    for (i, nets) in [("x", "y"), ("y", "z"), ("z", "x")].enumerated() { try b.add("wokwi-gate-not", "n\(i)", [:], ["IN": nets.0, "OUT": nets.1]) }
    var levels: Set<Bool> = []
    for _ in 0..<100 { b.run(5); levels.insert(b.level("x") == .high) }
    #expect(levels.count == 2)
  }
  @Test func flipFlops() throws {
    let b = PartBench()
    // A divider by two, and one behind it.
    try b.add("wokwi-clock-generator", "c", ["frequency": "1k"], ["CLK": "c"])
    try b.add("wokwi-flip-flop-d", "f", [:], ["D": "n1", "CLK": "c", "Q": "q1", "NOTQ": "n1"])
    try b.add("wokwi-flip-flop-dsr", "g", [:], ["D": "n2", "CLK": "n1", "Q": "q2", "NOTQ": "n2", "R": "r", "S": "s"])
    b.drive("r", .strong(false))
    b.drive("s", .strong(false))
    b.run(100)
    var seen: [Int] = []
    for _ in 0..<8 {
      b.run(500_000)
      b.run(500_000)
      seen.append((b.level("q2") == .high ? 2 : 0) + (b.level("q1") == .high ? 1 : 0))
    }
    #expect(seen == [1, 2, 3, 0, 1, 2, 3, 0], "\(seen)")
    b.drive("s", .strong(true))
    b.run(10)
    #expect(b.level("q2") == .high && b.level("n2") == .low)
    b.drive("r", .strong(true))
    b.run(10)
    #expect(b.level("q2") == .low)
    try b.add("wokwi-flip-flop-sr", "h", [:], ["S": "hs", "R": "hr", "CLK": "hc", "Q": "hq"])
    b.drive("hs", .strong(true))
    b.run(10)
    #expect(b.level("hq") == .low, "not before the clock")
    func pulse() { b.drive("hc", .strong(true)); b.run(10); b.drive("hc", .strong(false)); b.run(10) }
    pulse()
    #expect(b.level("hq") == .high)
    b.drive("hs", .strong(false))
    pulse()
    #expect(b.level("hq") == .high)
    b.drive("hr", .strong(true))
    pulse()
    #expect(b.level("hq") == .low)
    #expect(throws: PartError.self) { try b.add("wokwi-clock-generator", "z", ["frequency": "fast"]) }
  }
  @Test func analogMultiplexer() throws {
    let b = PartBench()
    var wires = ["COM": "com", "EN": "en"]
    for i in 0..<4 { wires["S\(i)"] = "s\(i)" }
    for i in 0..<16 { wires["I\(i)"] = "i\(i)" }
    try b.add("board-cd74hc4067", "m", [:], wires)
    for i in 0..<16 { b.drive("i\(i)", .analog(millivolts: Int32(100 + 200 * i))) }
    b.drive("en", .strong(false))
    for i in 0..<16 {
      for k in 0..<4 { b.drive("s\(k)", .strong(i >> k & 1 != 0)) }
      b.run(60)
      #expect(abs(b.millivolts("com") - (100 + 200 * i)) <= 2, "\(i)")
    }
    b.drive("en", .strong(true))
    b.run(60)
    #expect(b.level("com") == .floating)
    // The other way.
    for i in 0..<16 { b.drive("i\(i)", .none) }
    b.drive("com", .analog(millivolts: 1234))
    b.drive("en", .strong(false))
    b.run(60)
    #expect(abs(b.millivolts("i15") - 1234) <= 2 && b.level("i3") == .floating)
  }
}
