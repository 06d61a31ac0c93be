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

  /// Corners that CPython's own tests have shown.
  @Test func whatCPythonsTestsAskFor() {
    let r = Command().program(
      """
      import asyncio, threading
      class Own(Exception): pass
      async def fail(): raise Own
      async def group():
        # The group's request to its parent is taken back, whatever the block makes of it.
        try:
          async with asyncio.TaskGroup() as g:
            g.create_task(fail())
            try: await asyncio.sleep(1)
            finally: raise Own
        except* Own as e: print(len(e.exceptions), asyncio.current_task().cancelling())
      asyncio.run(group())
      async def gathered():
        async def many(): await asyncio.gather(asyncio.sleep(5), return_exceptions=True)
        t = asyncio.create_task(many())
        await asyncio.sleep(0.01)
        t.cancel('why')
        try: await t
        except asyncio.CancelledError as e: print(e.args)
      asyncio.run(gathered())
      async def wrong():
        f = asyncio.get_running_loop().create_future()
        for make in (lambda: asyncio.wait(f), lambda: asyncio.wait(set()), lambda: asyncio.wait([f], return_when=-1)):
          try: await make()
          except (TypeError, ValueError) as e: print(type(e).__name__)
        try: next(iter(asyncio.as_completed(f)))
        except TypeError as e: print(e)
        class Duck: _asyncio_future_blocking = False
        print(asyncio.isfuture(Duck()), asyncio.isfuture(Duck), asyncio.isfuture(1), asyncio.wrap_future(f) is f)
      asyncio.run(wrong())
      async def other():
        loop, got = asyncio.new_event_loop(), []
        t = threading.Thread(target=loop.run_forever)
        t.start()
        async def work(x):
          await asyncio.sleep(0.01)
          if x is None: raise Own
          return x
        print(await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(7), loop)))
        try: await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(None), loop))
        except Own: print('own')
        loop.call_soon_threadsafe(loop.stop)
        t.join()
      asyncio.run(other())
      """)
    #expect(
      r.output == """
        2 0
        ('why',)
        TypeError
        ValueError
        ValueError
        expect an iterable of futures, not Future
        True False False True
        7
        own

        """, "\(r)")
  }
}
