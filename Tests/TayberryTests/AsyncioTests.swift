import Foundation
import Testing

/// `asyncio` and `pyRTOS` of the firmware's library, and `await` at the prompt.
@Suite struct AsyncioTests {
  @Test func tasksSleepGatherAndTimeOut() {
    let r = Command().program(
      """
      import asyncio, time
      async def work(n, t):
        await asyncio.sleep(t)
        return n
      async def main():
        t0 = time.ticks_ms()
        print(await asyncio.gather(work(1, 0.3), work(2, 0.1), work(3, 0.2)))
        print(280 < time.ticks_diff(time.ticks_ms(), t0) < 330)
        try:
          async with asyncio.timeout(0.05): await asyncio.sleep(1)
        except asyncio.TimeoutError: print("late")
        async with asyncio.TaskGroup() as g:
          a = g.create_task(work(4, 0.01))
          b = g.create_task(work(5, 0.02))
        print(a.result(), b.result())
        q = asyncio.Queue(1)
        async def feed():
          for i in range(3): await q.put(i)
        t = asyncio.create_task(feed())
        print((await q.get(), await q.get(), await q.get()))
        done, pending = await asyncio.wait([asyncio.create_task(work(6, 0.01)), asyncio.create_task(work(7, 5))], return_when=asyncio.FIRST_COMPLETED)
        print(len(done), len(pending))
        print(await asyncio.to_thread(lambda: 8))
      asyncio.run(main())
      """)
    #expect(r.output == "[1, 2, 3]\nTrue\nlate\n4 5\n(0, 1, 2)\n1 1\n8\n", "\(r)")
  }

  @Test func anotherThreadWakesTheLoop() {
    let r = Command().program(
      """
      import asyncio, _thread, time
      async def add(a, b):
        await asyncio.sleep(0.01)
        return a + b
      def other(loop, f):
        time.sleep(0.1)
        print(asyncio.run_coroutine_threadsafe(add(2, 3), loop).result())
        loop.call_soon_threadsafe(f.set_result, 7)
      async def main():
        loop = asyncio.get_running_loop()
        f = loop.create_future()
        _thread.start_new_thread(other, (loop, f))
        print(await f)
      asyncio.run(main())
      """)
    #expect(r.output == "5\n7\n", "\(r)")
  }

  @Test func awaitAtThePrompt() {
    let c = Command()
    c.write("defs.py", "import asyncio\nasync def add(a, b):\n  await asyncio.sleep(0.01)\n  return a + b\n")
    let r = c.run(
      ["repl", "--mount", c.folder.path, "--speed", "max"],
      input: "from defs import add\nimport asyncio\nawait add(2, 3)\nx = await add(4, 5)\nx\nawait add(x, 1); await add(x, x)\n_\n")
    let lines = r.output.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.contains("5") && lines.contains("9") && lines.contains("10") && lines.contains("18"), "\(lines)")
    #expect(lines.last(where: { !$0.hasPrefix(">>>") }) == "18", "\(lines)")
  }

  @Test func pyRTOSSchedulesByPriorityAndLends() {
    let r = Command().program(
      """
      import pyRTOS, time
      log = []
      m = pyRTOS.Mutex()
      stop = []
      def low(self):
        yield
        yield [m.lock(self)]
        for i in range(3):
          log.append('low')
          yield
        m.unlock()
        yield
      def middle(self):
        yield
        yield [pyRTOS.delay(2)]
        while not stop: yield
        log.append('middle')
      def high(self):
        yield
        yield [pyRTOS.delay(2)]
        yield [m.lock(self), pyRTOS.timeout(1)]
        log.append('high')
        stop.append(1)
      for f, p in ((low, 9), (middle, 5), (high, 1)): pyRTOS.add_task(pyRTOS.Task(f, p))
      pyRTOS.start()
      print(log)
      def sleeper(self):
        yield
        t = time.ticks_ms()
        yield [pyRTOS.timeout(0.5)]
        print(495 < time.ticks_diff(time.ticks_ms(), t) < 510)
      pyRTOS.add_task(pyRTOS.Task(sleeper))
      pyRTOS.start()
      """)
    #expect(r.output == "['low', 'low', 'low', 'high', 'middle']\nTrue\n", "\(r)")
  }
}
