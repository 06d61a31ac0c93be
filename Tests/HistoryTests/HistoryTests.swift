import ChaosKernel
import Testing

/// The kernel under chaos at every memory access, against the reference model (Tests/Chaos). `make soak` runs a million of these.
/// One world at a time.
@Suite(.serialized) struct HistoryTests {
  @Test(arguments: 0..<8) func schedulesAgreeWithTheModel(_ part: UInt64) {
    var steps = 0
    for seed in part * 1000..<part * 1000 + 60 {
      let h = History(seed: seed)
      #expect(h.failure == nil, "seed \(seed)")
      steps += h.steps
    }
    #expect(steps > 2000)
  }
  @Test func theSameSeedGivesTheSameSchedule() {
    var points = 0
    for seed in 3..<11 {
      let a = History(seed: UInt64(seed)), b = History(seed: UInt64(seed))
      #expect(a.steps == b.steps && a.points == b.points)
      points += Int(a.points)
    }
    #expect(points > 8000)
  }
}
