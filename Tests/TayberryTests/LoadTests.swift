import Foundation
import Synchronization
import Testing

/// The host's load changes when a run ends, not what it does.
@Suite struct LoadTests {
  private let text = """
    from machine import Pin, Timer
    import time
    n = 0
    def tick(t):
      global n
      n += 1
    t = Timer(freq=1000, callback=tick)
    p = Pin(5, Pin.OUT)
    for i in range(30):
      p.toggle()
      time.sleep_ms(7)
      print(i, n, time.ticks_us())
    """

  private func outputs(_ options: [String]) -> [String] {
    let c = Command()
    c.write("p.py", text)
    let r = c.run(["run", "p.py", "--trace", "t.vcd"] + options)
    #expect(r.status == 0, "\(r)")
    return [r.output, c.read("t.vcd") ?? ""]
  }

  /// Keeps the host's processors busy, twice over, until it is let go.
  private final class Busy: Sendable {
    private final class Flag: Sendable { let over = Atomic<Bool>(false) }
    private let flag = Flag()
    init() {
      for _ in 0..<2 * ProcessInfo.processInfo.activeProcessorCount {
        let flag = flag
        Thread.detachNewThread { while !flag.over.load(ordering: .relaxed) {} }
      }
    }
    deinit { flag.over.store(true, ordering: .relaxed) }
  }

  @Test func aLoadedMachineGivesTheSameBytes() {
    let paced = ["--speed", "5"], free = ["--speed", "max"]
    let idle = [outputs(free), outputs(paced)]
    let busy = Busy()
    let loaded = withExtendedLifetime(busy) { [outputs(free), outputs(paced)] }
    #expect(idle[0][1].count > 500)
    #expect(loaded[0] == idle[0])
    // Nor does the speed.
    #expect(idle[1] == idle[0])
    #expect(loaded[1] == idle[0])
  }
}
