import Testing

@testable import OnChip

/// The slice by definition, one cycle at a time: slow, and plain enough to believe.
private struct Reference {
  var top: UInt32, compareA: UInt32, compareB: UInt32, divider: UInt64, phaseCorrect: Bool
  var counter: UInt32 = 0, down = false, fill: UInt64 = 0
  var outputs: (Bool, Bool) { (counter < compareA, counter < compareB) }
  mutating func step() {
    fill += 16
    while fill >= divider {
      fill -= divider
      if !phaseCorrect {
        counter = counter == top ? 0 : counter + 1
      } else if down {
        if counter == 0 { down = false } else { counter -= 1 }
      } else {
        if counter == top { down = true } else { counter += 1 }
      }
    }
  }
}

@Suite struct PWMSliceTests {
  private func slice(top: UInt32, a: UInt32, b: UInt32, integer: UInt32 = 1, fraction: UInt32 = 0, phaseCorrect: Bool = false) -> PWMSlice {
    var s = PWMSlice()
    s.phaseCorrect = phaseCorrect
    s.write(top: top)
    s.write(compareA: a, compareB: b)
    s.write(integer: integer, fraction: fraction)
    s.setEnabled(true)
    return s
  }

  @Test(arguments: [(9, 3, 0, 1, 0), (9, 10, 5, 1, 0), (0, 0, 1, 1, 0), (6, 2, 6, 2, 5), (4, 4, 1, 1, 15), (3, 1, 2, 3, 7)], [false, true])
  func everyCycleIsThatOfTheDefinition(_ c: (UInt32, UInt32, UInt32, UInt32, UInt32), _ phaseCorrect: Bool) {
    var s = slice(top: c.0, a: c.1, b: c.2, integer: c.3, fraction: c.4, phaseCorrect: phaseCorrect)
    var r = Reference(top: c.0, compareA: c.1, compareB: c.2, divider: UInt64(c.3 * 16 + c.4), phaseCorrect: phaseCorrect)
    var lastOutputs = r.outputs, expected = s.nextEdge!
    for cycle in 1...500 as ClosedRange<UInt64> {
      r.step()
      if r.outputs != lastOutputs { #expect(expected <= cycle, "an edge at \(cycle) that nextEdge missed") }
      lastOutputs = r.outputs
      _ = s.advance(to: cycle)
      #expect(s.counter == r.counter)
      #expect((s.outputA, s.outputB) == r.outputs)
      if cycle >= expected { expected = s.nextEdge! }
    }
  }

  @Test func aLongJumpEqualsManySteps() {
    var far = slice(top: 12, a: 5, b: 0, integer: 3, fraction: 3), near = far
    let wrapped1 = far.advance(to: 1_000_003)
    #expect(wrapped1)
    for cycle in stride(from: UInt64(1), through: 1_000_003, by: 2) { _ = near.advance(to: cycle) }
    _ = near.advance(to: 1_000_003)
    #expect(far.counter == near.counter)
    #expect(far.nextEdge == near.nextEdge)
  }

  @Test func writesTakeEffectAtTheWrap() {
    var s = slice(top: 9, a: 5, b: 0)
    _ = s.advance(to: 2)
    s.write(compareA: 2, compareB: 0)
    s.write(top: 3)
    _ = s.advance(to: 4)
    #expect(s.outputA && s.counter == 4)
    let wrapped2 = s.advance(to: 10)
    #expect(wrapped2)
    #expect(s.counter == 0 && s.compareA == 2 && s.top == 3)
    #expect(s.nextWrap == 14)
    // A jump over the wrap applies them too.
    var j = slice(top: 9, a: 5, b: 0)
    _ = j.advance(to: 2)
    j.write(top: 3)
    _ = j.advance(to: 15)
    #expect(j.counter == 1)
  }

  @Test func countsEdgesThroughTheDivider() {
    var s = slice(top: 99, a: 0, b: 0, integer: 2)
    s.mode = .rising
    for _ in 0..<10 { _ = s.input(true); _ = s.input(false) }
    #expect(s.counter == 5)
    _ = s.advance(to: 1000)
    #expect(s.counter == 5 && s.nextEdge == nil)
  }

  @Test func countsWhileTheInputIsHigh() {
    var s = slice(top: 99, a: 0, b: 0)
    s.mode = .level
    _ = s.advance(to: 10)
    _ = s.input(true)
    _ = s.advance(to: 17)
    _ = s.input(false)
    _ = s.advance(to: 50)
    #expect(s.counter == 7)
  }

  @Test func phaseMovesByOneCount() {
    var s = slice(top: 9, a: 5, b: 0)
    _ = s.advance(to: 3)
    _ = s.shiftPhase(advance: true)
    #expect(s.counter == 4)
    _ = s.shiftPhase(advance: false)
    _ = s.shiftPhase(advance: false)
    #expect(s.counter == 2)
    // Position 2 at cycle 3: position 9 at cycle 10, where one more count wraps.
    _ = s.advance(to: 10)
    let wrapped3 = s.shiftPhase(advance: true)
    #expect(wrapped3)
    #expect(s.counter == 0)
  }

  @Test func dividerZeroMeans256() {
    var s = slice(top: 9, a: 5, b: 0, integer: 0)
    _ = s.advance(to: 255)
    #expect(s.counter == 0)
    _ = s.advance(to: 256)
    #expect(s.counter == 1)
  }
}
