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
  private func slice(top: UInt32, a: UInt32, b: UInt32, integer: UInt32 = 1, fraction: UInt32 = 0, phaseCorrect: Bool = false, mode: UInt32 = 0) -> PWMSlice {
    var s = PWMSlice()
    s.top = top
    s.cc = b << 16 | a
    s.div = integer << 4 | fraction
    s.registersChanged()
    s.csr = mode << 4 | (phaseCorrect ? 3 : 1)
    return s
  }

  @Test(arguments: [(9, 3, 0, 1, 0), (9, 10, 5, 1, 0), (0, 0, 1, 1, 0), (6, 2, 6, 2, 5), (4, 4, 1, 1, 15), (3, 1, 2, 3, 7)], [false, true])
  func everyCycleIsThatOfTheDefinition(_ c: (UInt32, UInt32, UInt32, UInt32, UInt32), _ phaseCorrect: Bool) {
    var s = slice(top: c.0, a: c.1, b: c.2, integer: c.3, fraction: c.4, phaseCorrect: phaseCorrect)
    var r = Reference(top: c.0, compareA: c.1, compareB: c.2, divider: UInt64(c.3 * 16 + c.4), phaseCorrect: phaseCorrect)
    var lastOutputs = r.outputs, expected = s.next(channels: 3, wraps: false), edges = (rose: UInt32(0), fell: UInt32(0))
    for cycle in 1...500 as ClosedRange<UInt64> {
      r.step()
      if r.outputs != lastOutputs { #expect(expected <= cycle, "an edge at \(cycle) that `next` missed") }
      if r.outputs.0 && !lastOutputs.0 { edges.rose |= 1 }
      if r.outputs.1 && !lastOutputs.1 { edges.rose |= 2 }
      if !r.outputs.0 && lastOutputs.0 { edges.fell |= 1 }
      if !r.outputs.1 && lastOutputs.1 { edges.fell |= 2 }
      lastOutputs = r.outputs
      s.advance(to: cycle)
      #expect(s.counter == r.counter)
      #expect((s.level(0), s.level(1)) == r.outputs)
      #expect(s.rose == edges.rose && s.fell == edges.fell)
      if cycle >= expected { expected = s.next(channels: 3, wraps: false) }
    }
  }

  @Test(arguments: [false, true])
  func aLongJumpEqualsManySteps(_ phaseCorrect: Bool) {
    for end in [7, 38, 39, 40, 500, 1_000_003] as [UInt64] {
      var far = slice(top: 12, a: 5, b: 0, integer: 3, fraction: 3, phaseCorrect: phaseCorrect), near = far
      far.advance(to: end)
      for cycle in stride(from: UInt64(1), through: end, by: 2) { near.advance(to: cycle) }
      near.advance(to: end)
      #expect(far.counter == near.counter && far.wrapped == near.wrapped && far.rose == near.rose && far.fell == near.fell)
      #expect(far.next(channels: 3, wraps: true) == near.next(channels: 3, wraps: true))
    }
  }

  @Test func writesTakeEffectAtTheWrap() {
    var s = slice(top: 9, a: 5, b: 0)
    s.advance(to: 2)
    s.cc = 2
    s.top = 3
    s.registersChanged()
    s.advance(to: 4)
    #expect(s.level(0) && s.counter == 4 && !s.wrapped)
    s.advance(to: 10)
    #expect(s.wrapped && s.counter == 0 && s.currentCC == 2 && s.currentTop == 3)
    #expect(s.next(channels: 0, wraps: true) == 14)
    // A jump over the wrap applies them too.
    var j = slice(top: 9, a: 5, b: 0)
    j.advance(to: 2)
    j.top = 3
    j.advance(to: 15)
    #expect(j.counter == 1)
  }

  @Test func aCounterAboveTopRunsToTheEndOfItsBits() {
    var s = slice(top: 9, a: 5, b: 0)
    s.counter = 0xfffe
    s.advance(to: 1)
    #expect(s.counter == 0xffff)
    s.advance(to: 2)
    #expect(s.counter == 0 && !s.wrapped && s.level(0) && s.rose == 1)
  }

  @Test func countsEdgesThroughTheDivider() {
    var s = slice(top: 99, a: 0, b: 0, integer: 2, mode: 2)
    for _ in 0..<10 { s.countEdge() }
    #expect(s.counter == 5)
    s.advance(to: 1000)
    #expect(s.counter == 5 && s.next(channels: 3, wraps: true) == .max)
  }

  @Test func countsWhileTheInputIsHigh() {
    var s = slice(top: 99, a: 0, b: 0, mode: 1)
    s.advance(to: 10)
    s.gate = true
    s.advance(to: 17)
    s.gate = false
    s.advance(to: 50)
    #expect(s.counter == 7)
  }

  @Test func phaseMovesByOneCount() {
    var s = slice(top: 9, a: 5, b: 0, integer: 2)
    s.advance(to: 6)
    #expect(s.counter == 3)
    s.phaseAdvance()
    #expect(s.counter == 4)
    s.phaseRetard()
    s.advance(to: 8)
    #expect(s.counter == 4)
    s.advance(to: 10)
    #expect(s.counter == 5)
  }

  @Test func dividerZeroMeans256() {
    var s = slice(top: 9, a: 5, b: 0, integer: 0)
    s.advance(to: 255)
    #expect(s.counter == 0)
    s.advance(to: 256)
    #expect(s.counter == 1)
  }
}
