import Foundation
import Testing

/// Long runs of everything at once, scaled down: `make soak-python` runs 72 virtual hours of the same.
@Suite struct SoakTests {
  private func soak() throws -> String {
    try String(contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Soak/mixed.py"), encoding: .utf8)
  }
  /// Threads, queues, timers, asyncio, pipes, exceptions and Ctrl-C for twelve hours, in whose middle milliseconds leave 32 bits: counts are exact, memory is flat.
  @Test func twelveHours() throws {
    let c = Command()
    c.write("mixed.py", try soak())
    let r = c.run(["run", "mixed.py", "12", "--speed", "max", "--ram", "1"])
    #expect(r.status == 0 && r.output.contains("errors []"), "\(r)")
  }

  /// A thread of high priority every millisecond while the main thread computes powers of two and collects garbage.
  @Test func aThousandTimesASecond() throws {
    let r = Command().program(
      """
      import rtos, _thread, gc
      done = False
      def fast():
        global done
        rtos.priority(12)
        worst = missed = 0
        start = due = rtos.now_us()
        for i in range(2000):
          due = rtos.delay_until(due, 1000)
          late = rtos.now_us() - due
          worst = max(worst, late)
          if late >= 1000: missed += 1
        print(due - start, missed, worst < 500, worst)
        done = True
      _thread.start_new_thread(fast, ())
      n = 100
      while not done:
        x = 2 ** n
        n = n % 20000 + 1
        if n % 500 == 0: gc.collect()
      """)
    #expect(r.output.hasPrefix("2000000 0 True"), "\(r)")
  }

  /// More threads than there is memory for: refused, and the others are sent home at once, however many of them want the interpreter.
  @Test func tooManyThreads() {
    let r = Command().program(
      """
      import _thread, time
      def f(): time.sleep(1)
      n = 0
      try:
        while True:
          _thread.start_new_thread(f, ())
          n += 1
      except OSError as e: print(e.args[0], n > 100)
      """, ["--ram", "4", "--for", "3"])
    #expect(r.status == 0 && r.output == "12 True\n", "\(r)")
    #expect(r.error == "", "\(r)")
  }
}
