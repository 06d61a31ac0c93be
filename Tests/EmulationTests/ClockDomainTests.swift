import Emulation
import Testing

@Suite struct ClockDomainTests {
  @Test func countsExactlyAndInverts() {
    var d = ClockDomain()
    d.change(to: Frequency(12_000_000), base: Frequency(125_000_000), at: 0)
    #expect(d.ticks(at: 125) == 12)
    #expect(d.ticks(at: 124) == 11)
    // A century of cycles later still exact.
    #expect(d.ticks(at: 125 * 3_000_000_000_000_000) == 12 * 3_000_000_000_000_000)
    for n in 1...1000 as ClosedRange<UInt64> {
      let c = d.cycle(reaching: n)
      #expect(d.ticks(at: c) >= n && d.ticks(at: c - 1) < n)
    }
  }
  @Test func aChangeKeepsTheBegunTick() {
    var d = ClockDomain()
    let base = Frequency(100_000_000)
    d.change(to: Frequency(1_000_000), base: base, at: 0)
    // Half a microsecond at each of two rates of the timebase.
    d.change(to: Frequency(1_000_000), base: Frequency(50_000_000), at: 50)
    #expect(d.ticks(at: 74) == 0)
    #expect(d.ticks(at: 75) == 1)
  }
  @Test func aStoppedClockStands() {
    var d = ClockDomain()
    d.change(to: Frequency(1000), base: Frequency(1000), at: 0)
    d.change(to: .zero, base: Frequency(1000), at: 10)
    #expect(d.ticks(at: 1_000_000) == 10)
    #expect(d.cycle(reaching: 11) == .max)
    #expect(d.cycle(reaching: 10) == 10)
  }
  @Test func frequenciesAreReduced() {
    let f = Frequency(12_000_000) * 133 / 7
    #expect(f == Frequency(1_596_000_000, over: 7))
    #expect(f.hertz == 228_000_000)
    #expect((Frequency(125_000_000) * 256 / 769).hertz == 41_612_484)
    #expect(Frequency(0) * 5 == .zero)
  }
  @Test func theTreeSurvivesAStopOfClkSys() {
    let t = ClockTree()
    _ = t.set(.sys, Frequency(125_000_000), at: 0)
    _ = t.set(.ref, Frequency(12_000_000), at: 0)
    _ = t.set(.sys, .zero, at: 125_000)  // 1 ms
    #expect(t.instant(125_000).nanoseconds == 1_000_000)
    // The timebase goes on at 1 GHz.
    #expect(t.instant(225_000).nanoseconds == 1_100_000)
    #expect(t.ticks(.ref, at: 225_000) == 13_200)
    #expect(t.ticks(.sys, at: 225_000) == 125_000)
    _ = t.set(.sys, Frequency(12_000_000), at: 225_000)
    #expect(t.ticks(.sys, at: 225_012) == 125_012)
    #expect(t.instant(225_012).nanoseconds == 1_101_000)
    #expect(t.cycle(at: Instant(nanoseconds: 1_101_000)) == 225_012)
  }
}

@Suite struct EventQueueTests {
  @Test func ordersByCycleThenSource() {
    let q = EventQueue()
    q.set(EventSource(9), at: 100)
    q.set(EventSource(3), at: 100)
    q.set(EventSource(5), at: 50)
    q.set(EventSource(7), at: 60)
    q.cancel(EventSource(7))
    #expect(q.next == 50)
    #expect(q.take(dueAt: 49) == nil)
    #expect(q.take(dueAt: 100) == EventSource(5))
    #expect(q.take(dueAt: 100) == EventSource(3))
    #expect(q.take(dueAt: 100) == EventSource(9))
    #expect(q.take(dueAt: .max >> 6) == nil)
    q.set(EventSource(1), at: 7)
    q.set(EventSource(1), at: 8)
    #expect(q.pending(EventSource(1)) == 8 && q.next == 8)
  }
}
