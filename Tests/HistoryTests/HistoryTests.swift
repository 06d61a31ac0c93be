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
    let a = History(seed: 3), b = History(seed: 3)
    #expect(a.steps == b.steps && a.points == b.points && a.points > 1000)
  }
}
