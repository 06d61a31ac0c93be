import Testing

/// What is wrong to do with threads, locks, queues, descriptors and loops raises what CPython 3.11 raises, in its words where they are no accident, and the board goes on.
@Suite struct BadUseTests {
  private static let prepare = """
    import _thread, threading, queue, time, select, selectors, os, signal, asyncio, rtos
    def t(f):
      try: r = f()
      except Exception as e: r = type(e).__name__ + ': ' + str(e)
      print(r)
    def other(f):
      out = []
      def g():
        try: out.append(f())
        except Exception as e: out.append(type(e).__name__ + ': ' + str(e))
      x = threading.Thread(target=g); x.start(); x.join()
      return out[0]

    """
  private func check(_ cases: [(String, String)], _ before: String = "", _ options: [String] = []) {
    let r = Command().program(Self.prepare + before + "\n" + cases.map { "t(lambda: \($0.0))\n" }.joined(), ["--ram", "1"] + options)
    #expect(r.status == 0 && r.error == "", "\(r)")
    let lines = r.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (i, c) in cases.enumerated() { #expect(i < lines.count && lines[i] == c.1, "\(c.0): \(i < lines.count ? lines[i] : "nothing")") }
  }

  @Test func locks() {
    check(
      [
        ("threading.Lock().release()", "RuntimeError: release unlocked lock"),
        ("threading.RLock().release()", "RuntimeError: cannot release un-acquired lock"),
        ("other(r.release)", "RuntimeError: cannot release un-acquired lock"),
        ("other(l.release)", "None"),
        ("threading.Lock().acquire(timeout=-2)", "ValueError: timeout value must be a non-negative number"),
        ("threading.RLock().acquire(timeout=-2)", "ValueError: timeout value must be a non-negative number"),
        ("threading.Lock().acquire(False, 1)", "ValueError: can't specify a timeout for a non-blocking call"),
        ("threading.Lock().acquire(True, 1e300)", "OverflowError: timeout value is too large"),
        ("c.notify()", "RuntimeError: cannot notify on un-acquired lock"),
        ("c.wait()", "RuntimeError: cannot wait on un-acquired lock"),
        ("waits(-1)", "False"),
        ("threading.Event().wait(-1)", "False"),
        ("threading.Semaphore(-1)", "ValueError: semaphore initial value must be >= 0"),
        ("threading.Semaphore().acquire(False, 1)", "ValueError: can't specify timeout for non-blocking acquire"),
        ("threading.Semaphore(0).acquire(timeout=-0.1)", "False"),
        ("threading.Semaphore().release(0)", "ValueError: n must be one or more"),
        ("threading.BoundedSemaphore().release()", "ValueError: Semaphore released too many times"),
        ("threading.Barrier(0)", "ValueError: parties must be > 0"),
        ("threading.Barrier(2).wait(0.01)", "BrokenBarrierError: "),
      ],
      """
      r = threading.RLock(); r.acquire()
      l = threading.Lock(); l.acquire()
      c = threading.Condition()
      def waits(n):
        with c: return c.wait(n)
      """)
  }

  @Test func threads() {
    check(
      [
        ("threading.current_thread().join()", "RuntimeError: cannot join current thread"),
        ("other(lambda: threading.current_thread().join())", "RuntimeError: cannot join current thread"),
        ("threading.Thread().join()", "RuntimeError: cannot join thread before it is started"),
        ("twice()", "RuntimeError: threads can only be started once"),
        ("T().start()", "RuntimeError: thread.__init__() not called"),
        ("setattr(x, 'daemon', True)", "RuntimeError: cannot set daemon status of active thread"),
        ("x.join(-1)", "None"),
        ("x.join(0.01)", "None"),
        ("threading.stack_size(100)", "ValueError: size not valid: 100 bytes"),
        ("threading.stack_size(-1)", "ValueError: size must be 0 or a positive value"),
        ("_thread.start_new_thread(1, ())", "TypeError: first arg must be callable"),
        ("_thread.start_new_thread(print, [])", "TypeError: 2nd arg must be a tuple"),
        ("time.sleep(-1)", "ValueError: sleep length must be non-negative"),
        ("other(lambda: signal.signal(2, print))", "ValueError: signal only works in main thread of the main interpreter"),
        ("signal.signal(0, print)", "ValueError: signal number out of range"),
        ("signal.raise_signal(99)", "OSError: [Errno 22] EINVAL"),
        ("rtos.affinity(0)", "ValueError: 1, 2 or 3 expected"),
        ("rtos.priority(99)", "ValueError: priority out of range"),
        // More than there is memory for: the system stays up, the others run on.
        ("many()", "RuntimeError: can't start new thread"),
        (
          "(len(started) > 5, threading.active_count() == len(started) + 2, go.set(), [s.join() for s in started][0], len(ended) == len(started))",
          "(True, True, None, None, True)"
        ),
      ],
      """
      def twice():
        x = threading.Thread(target=lambda: None); x.start(); x.join(); x.start()
      class T(threading.Thread):
        def __init__(self): pass
      x = threading.Thread(target=time.sleep, args=(60,), daemon=True); x.start()
      started = []; ended = []; go = threading.Event()
      def many():
        while True:
          s = threading.Thread(target=lambda: (go.wait(), ended.append(1))); s.start(); started.append(s)
      """)
  }

  @Test func queuesAndDescriptors() {
    check(
      [
        ("q.get(False)", "Empty: "), ("q.get(timeout=-1)", "ValueError: 'timeout' must be a non-negative number"),
        ("q.put(1)", "None"), ("q.put_nowait(2)", "Full: "), ("q.put(2, timeout=-1)", "ValueError: 'timeout' must be a non-negative number"),
        ("(q.task_done(), q.task_done())", "ValueError: task_done() called too many times"),
        ("p.unregister(a)", "KeyError: 3"),
        ("(os.close(b), os.close(a))", "(None, None)"),
        ("os.read(a, 1)", "OSError: [Errno 9] EBADF"), ("os.close(a)", "OSError: [Errno 9] EBADF"),
        ("select.select([a], [], [], 0)", "OSError: [Errno 9] EBADF"),
        ("select.select([], [], [], -1)", "ValueError: timeout must be non-negative"),
        // Closed while others wait: a reader gets an error, a queue's waiters are told.
        ("closing()", "['OSError']"),
        ("shutting()", "['ShutDown', 'ShutDown']"),
      ],
      """
      q = queue.Queue(1)
      a, b = os.pipe()
      p = select.poll()
      def run(fs, act):
        out = []
        def g(f):
          try: out.append(f())
          except Exception as e: out.append(type(e).__name__)
        ts = [threading.Thread(target=g, args=(f,)) for f in fs]
        for t in ts: t.start()
        time.sleep(0.01); act()
        for t in ts: t.join(1)
        return out
      def closing():
        a, b = os.pipe()
        return run([lambda: os.read(a, 1)], lambda: os.close(a))
      def shutting():
        s = queue.Queue()
        return run([s.get, s.get], s.shutdown)
      """)
  }

  @Test func loops() {
    check(
      [
        ("aio(a1)", "RuntimeError: Lock is not acquired."), ("aio(a2)", "RuntimeError: cannot wait on un-acquired lock"),
        ("aio(a3)", "ValueError: Semaphore initial value must be >= 0"), ("aio(a4)", "ValueError: BoundedSemaphore released too many times"),
        ("aio(a5)", "QueueEmpty: "), ("aio(a6)", "ValueError: task_done() called too many times"), ("aio(a7)", "ValueError: Set of Tasks/Futures is empty."),
        ("aio(a8)", "TimeoutError: "), ("aio(a9)", "TimeoutError: "), ("aio(a10)", "InvalidStateError: invalid state"),
        ("aio(a11)", "InvalidStateError: Result is not set."), ("asyncio.get_running_loop()", "RuntimeError: no running event loop"),
      ],
      """
      def aio(f):
        async def m(): return await f()
        return asyncio.run(m())
      async def a1(): asyncio.Lock().release()
      async def a2(): await asyncio.Condition().wait()
      async def a3(): asyncio.Semaphore(-1)
      async def a4(): asyncio.BoundedSemaphore().release()
      async def a5(): asyncio.Queue().get_nowait()
      async def a6(): asyncio.Queue().task_done()
      async def a7(): await asyncio.wait([])
      async def a8(): return await asyncio.wait_for(asyncio.sleep(1), -1)
      async def a9():
        async with asyncio.timeout(-1): await asyncio.sleep(1)
      async def a10():
        f = asyncio.get_running_loop().create_future(); f.set_result(1); f.set_result(2)
      async def a11(): return asyncio.get_running_loop().create_future().result()
      """)
  }
}
