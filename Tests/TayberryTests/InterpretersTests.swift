import Testing

#if !WithoutSeveralInterpreters
/// Python's `interpreters` (PEP 734): several interpreters on one board, by their programs; the wish list's T4.2 to T4.6 and T4.8 on the board.
@Suite struct InterpretersTests {
  private func expect(_ program: String, _ options: [String] = [], _ wanted: String, _ location: SourceLocation = #_sourceLocation) {
    let r = Command().program(program, options)
    #expect(r.output == wanted && r.status == 0, "\(r)", sourceLocation: location)
  }

  @Test func eachHasItsOwnModulesAndMain() {
    expect(
      """
      import interpreters as I
      print(I.list_all(), I.get_current(), I.get_main())
      a = I.create(); b = I.create(heap=12000)
      print(I.list_all(), a.is_running(), a == I.Interpreter(1), hash(a) == hash(I.Interpreter(1)))
      a.exec("x = 1\\nimport sys\\nsys.modules['only_a'] = 1\\nprint('in a', __name__)")
      b.exec("x = 2\\nimport sys\\nprint(x, 'only_a' in sys.modules)")
      a.exec("x += 10\\nimport interpreters as I\\nprint(x, I.get_current(), I.list_all(), I.get_main().is_running())")
      a.prepare_main({'y': (1, 2.5, 'é', b'\\0', None, True, -1 << 70)}, z=1 << 40)
      a.exec("print(y, z)")
      def add(p, q=5, *, r=7): return p + q + r
      print(a.call(add, 1), a.call(add, 1, q=2, r=3), a.call(lambda: ('t', 1.5, 10 ** 30)))
      a.call(print, 'native')
      a.exec(lambda: print('script'))
      b.close()
      print(I.list_all())
      """, [],
      """
      [Interpreter(0)] Interpreter(0) Interpreter(0)
      [Interpreter(0), Interpreter(1), Interpreter(2)] False True True
      in a __main__
      2 False
      11 Interpreter(1) [Interpreter(0), Interpreter(1), Interpreter(2)] True
      (1, 2.5, 'é', b'\\x00', None, True, -1180591620717411303424) 1099511627776
      13 6 ('t', 1.5, 1000000000000000000000000000000)
      native
      script
      [Interpreter(0), Interpreter(1)]

      """)
  }

  @Test func badUseRaisesThePEPsErrorsAndLosesNothing() {
    expect(
      """
      import interpreters as I
      a = I.create(); b = I.create()
      a.exec("x = 11")
      n = 0
      def outer():
        def inner(): return n
        m = 1
        def closure(): return m
        return closure
      for f in (lambda: a.exec("1/0"), lambda: a.call(lambda: [].pop()), lambda: a.call(lambda: [1]), lambda: a.call(print, [1]), lambda: a.call(outer()),
                lambda: a.prepare_main(k={}), lambda: a.exec("def"), lambda: a.exec(5), lambda: I.Interpreter(99), lambda: I.get_main().close(),
                lambda: I.get_main().exec("1"), lambda: I.create(heap=10), lambda: I.create(heap=10 ** 7), lambda: a.exec("import sys; sys.exit(3)"),
                lambda: a.exec("def f():\\n  l = []\\n  while 1: l.append(bytes(100))\\nf()"), lambda: a.exec("def f(): f()\\nf()"),
                lambda: a.exec("import interpreters as I\\nI.get_current().close()"), lambda: a.exec("import signal\\nsignal.signal(2, print)")):
        try: print('no', f())
        except Exception as e: print(type(e).__name__, str(e).split('\\n')[0].split(' at 0x')[0].split(', allocating 1001')[0])
      a.exec("print('still', x)")
      try: a.exec("def f():\\n  1/0\\nf()")
      except I.ExecutionFailed as e: print(e); print(e.excinfo.type.__name__, e.excinfo.msg, e.excinfo.formatted)
      b.close()
      for f in (b.is_running, b.close, lambda: b.exec('1')):
        try: f()
        except I.InterpreterNotFoundError as e: print(e)
      """, [],
      """
      ExecutionFailed ZeroDivisionError: divide by zero
      ExecutionFailed IndexError: pop from empty list
      NotShareableError the result does not support cross-interpreter data
      NotShareableError [1] does not support cross-interpreter data
      NotShareableError <function closure
      NotShareableError {} does not support cross-interpreter data
      ExecutionFailed SyntaxError: invalid syntax
      TypeError source or a function expected
      InterpreterNotFoundError unrecognized interpreter ID 99
      InterpreterError cannot close the main interpreter
      InterpreterError interpreter already running
      ValueError heap must be at least 8192 bytes
      MemoryError memory allocation failed
      ExecutionFailed SystemExit: 3
      ExecutionFailed MemoryError: memory allocation failed, allocating 112 bytes
      ExecutionFailed RuntimeError: maximum recursion depth exceeded
      ExecutionFailed InterpreterError: interpreter running
      ExecutionFailed ValueError: signal only works in main thread of the main interpreter
      still 11
      ZeroDivisionError: divide by zero

      Uncaught in the interpreter:

      Traceback (most recent call last):
        File "<string>", line 3, in <module>
        File "<string>", line 2, in f
      ZeroDivisionError: divide by zero
      ZeroDivisionError divide by zero ZeroDivisionError: divide by zero
      unrecognized interpreter ID 2
      unrecognized interpreter ID 2
      unrecognized interpreter ID 2

      """)
  }

  @Test func queuesPassByValue() {
    expect(
      """
      import interpreters as I
      q = I.create_queue(2)
      q.put((1, 'a')); q.put(q)
      print(q.qsize(), q.full(), q.empty(), q.maxsize)
      for f in (lambda: q.put_nowait(3), lambda: q.put([1]), lambda: q.put(3, timeout=0.01), lambda: I.Queue(77), lambda: q.put(1, timeout=-1)):
        try: f()
        except Exception as e: print(type(e).__name__, e)
      print(q.get(), q.get() == q)
      for f in (q.get_nowait, lambda: q.get(timeout=0.01)):
        try: f()
        except I.QueueEmpty as e: print(e)
      b = I.create()
      b.prepare_main(q=q, x=5)
      b.exec("q.put(('from b', x)); q.put(b'bytes'); import gc; gc.collect()")
      b.close()
      print(q.get(), q.get(), q.empty())
      # A message is a copy; queues that nobody has are gone.
      i = q.id; del q
      import gc; gc.collect(); I.create_queue()
      try: I.Queue(i)
      except I.QueueNotFoundError as e: print(e)
      # T4.8, a share of the million: content equal, in order, while both sides run.
      a = I.create(); q = I.create_queue(10)
      def send(q):
        for k in range(1500): q.put((k, str(k), k * 0.5))
      t = a.call_in_thread(send, q)
      print(all(q.get() == (k, str(k), k * 0.5) for k in range(1500)), q.empty())
      t.join()
      """, [],
      """
      2 True False 2
      QueueFull queue 1 is full
      NotShareableError [1] does not support cross-interpreter data
      QueueFull queue 1 is full
      QueueNotFoundError queue 77 not found
      ValueError 'timeout' must be a non-negative number
      (1, 'a') True
      queue 1 is empty
      queue 1 is empty
      ('from b', 5) b'bytes' True
      queue 1 not found
      True True

      """)
  }

  @Test func queuesInQueuesGoToo() {
    expect(
      """
      import interpreters as I, gc
      def there(ids):
          n = 0
          for i in ids:
              try: I.Queue(i); n += 1
              except I.QueueNotFoundError: pass
          return n
      # A queue in a queue in a queue goes with the outermost one.
      q = I.create_queue(); ids = [q.id]
      for i in range(100):
          outer = I.create_queue(); outer.put(('inner', q)); q = outer; ids.append(q.id)
      gc.collect(); I.create_queue(); print(there(ids))
      del q, outer; gc.collect(); I.create_queue(); print(there(ids))
      # Queues that only name each other go with the next interpreter; one that a living one names stays.
      a = I.create(); keep = I.create_queue()
      a.prepare_main(keep=keep)
      a.exec('''
      import interpreters as I
      p = I.create_queue(); q = I.create_queue(); r = I.create_queue()
      p.put(q); q.put((1, p)); p.put(p); keep.put((p.id, q.id, r.id)); keep.put(r); r.put('kept')
      '''); 
      ids = keep.get(); a.close()
      print(there(ids[:2]), keep.get().get(), keep.qsize())
      """, [], "101\n0\n0 kept 0\n")
  }

  /// T4.3 on the board: two interpreters on its two cores take hardly longer than one.
  @Test func theyRunInParallel() {
    expect(
      """
      import interpreters as I, time
      def job(q, n):
        import rtos
        s = 0
        for i in range(n): s += i & 7
        q.put((s, rtos.core()))
      a = I.create(); b = I.create(); q = I.create_queue()
      t0 = time.ticks_us(); a.call(job, q, 20000); one = time.ticks_us() - t0; q.get()
      t0 = time.ticks_us()
      t = b.call_in_thread(job, q, 20000)
      time.sleep(0.001)
      print(b.is_running())
      for f in (lambda: b.exec('1'), b.close):
        try: f()
        except I.InterpreterError as e: print(e)
      a.call(job, q, 20000)
      t.join()
      both = time.ticks_us() - t0
      print(sorted((q.get(), q.get())), both < one * 1.5)
      """, [],
      """
      True
      interpreter already running
      interpreter running
      [(70000, 0), (70000, 1)] True

      """)
  }

  /// T4.2: a hundred with 8 KB each. T4.4, a share of it: made, run and closed without growth; closing frees what they have of the board.
  @Test func manyAndAgainAndAgain() {
    expect(
      """
      import interpreters as I, gc
      all = [I.create(heap=8192) for i in range(100)]
      for i, a in enumerate(all): a.exec(f"me = {i}\\ncount = 0")
      for turn in range(3):
        for a in all: a.exec("count += me")
      q = I.create_queue()
      for i, a in enumerate(all):
        a.prepare_main(turn=3)
        a.exec("assert count == turn * me")
        a.close()
      print(len(I.list_all()))
      """, ["--ram", "8"], "1\n")
    expect(
      """
      import interpreters as I, gc, micropython
      def life(n):
        c = I.create(heap=16000)
        try: c.exec(("x = [i for i in range(50)]", "1/0", "import machine\\nt = machine.Timer(period=1, callback=print)",
                     "import interpreters as I\\nq = I.create_queue(); q.put((1, q))", "import rtos\\nm = rtos.Mutex()\\ndef f():\\n  l = []\\n  while 1: l.append(l[:])\\nf()")[n % 5])
        except I.ExecutionFailed: pass
        c.close()
      for i in range(5): life(i)
      gc.collect(); free = gc.mem_free()
      for i in range(60): life(i)
      gc.collect(); print(abs(free - gc.mem_free()) < 600)
      """, [], "True\n")
  }

  /// T4.5: one in `while True`, one out of memory, one that raises, a healthy one each millisecond.
  @Test func oneDoesNotDisturbAnother() {
    expect(
      """
      import interpreters as I, time, rtos, threading
      threading.excepthook = lambda a: print(str(a.exc_value).split('\\n')[0])
      def loop():
        while True: pass
      def greedy():
        l = []
        while True: l.append(bytes(100))
      def raising():
        import time
        time.sleep(0.005)
        raise KeyError(1)
      def healthy():
        import time, rtos
        rtos.priority(12)
        worst = 0; next = time.ticks_us()
        for i in range(200):
          next += 1000
          time.sleep_us(next - time.ticks_us())
          worst = max(worst, time.ticks_us() - next)
        return worst
      looping, a, b, c = [I.create(heap=12000) for i in range(4)]
      threads = [looping.call_in_thread(loop), a.call_in_thread(greedy), b.call_in_thread(raising)]
      worst = c.call(healthy)
      rtos.priority(8)
      print('healthy', worst < 1000 or worst)
      print(looping.is_running())
      t0 = time.ticks_us(); looping.interrupt(); threads[0].join(); print('stopped', time.ticks_us() - t0 < 10000)
      for t in threads: t.join()
      for i in (looping, a, b, c): i.exec("print('fine')"); i.close()
      """, [],
      """
      MemoryError: memory allocation failed, allocating 112 bytes
      KeyError: 1
      healthy True
      True
      KeyboardInterrupt
      stopped True
      fine
      fine
      fine
      fine

      """)
  }

  /// T4.6: a high one wakes each 5 ms while a low one computes; none is missed. An instance takes at most 16 KB.
  @Test func twoOfDifferentPriority() {
    expect(
      """
      import interpreters as I, time, rtos, gc
      gc.collect(); free = gc.mem_free()
      low = I.create(heap=8192)
      gc.collect(); print(free - gc.mem_free() <= 16384)
      def compute():
        import rtos
        rtos.affinity(1)
        n = 3000
        while True: 2 ** n
      t = low.call_in_thread(compute)
      high = I.create(heap=9000)
      def wake():
        import time
        missed = 0; next = time.ticks_us()
        for i in range(400):
          next += 5000
          time.sleep_us(next - time.ticks_us())
          if time.ticks_us() - next > 1000: missed += 1
        return missed
      rtos.priority(12)
      print(high.call(wake))
      import threading
      threading.excepthook = lambda a: print(a.exc_type.__name__)
      low.interrupt(); t.join()
      """, [], "True\n0\nExecutionFailed\n")
  }

  @Test func theMainOnesCallbacksAndSignalsComeThrough() {
    expect(
      """
      import interpreters as I, machine, signal
      a = I.create()
      n = 0
      def tick(t):
        global n
        n += 1
      tm = machine.Timer(period=5, callback=tick)
      a.exec("import time; time.sleep(0.1)")
      print(19 <= n <= 21); n = 0
      a.exec("for i in range(20000): pass")
      print(n > 5)
      tm.deinit()
      class Stop(Exception): pass
      def handler(s): raise Stop(s)
      signal.signal(signal.SIGALRM, lambda s, f=None: handler(s))
      for source in ("while True: pass", "import time; time.sleep(100)", "import interpreters as I\\nI.create_queue().get()"):
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        try: a.exec(source)
        except Stop as e: print('stopped', e)
      import _thread
      tm = machine.Timer(mode=0, period=10, callback=lambda t: _thread.interrupt_main())
      try: a.exec("while True: pass")
      except KeyboardInterrupt: print('Ctrl-C')
      a.exec("print('alive')")
      """, [],
      """
      True
      True
      stopped 14
      stopped 14
      stopped 14
      Ctrl-C
      alive

      """)
  }

  @Test func whoHasSetAHandlerKeepsIt() {
    expect(
      """
      import interpreters as I
      from machine import Pin
      a = I.create()
      p = Pin(3, Pin.IN); p.irq(lambda p: None)
      try: a.exec("from machine import Pin\\nPin(3).irq(lambda p: None)")
      except I.ExecutionFailed as e: print(e.excinfo.formatted)
      p.irq(None)
      a.exec('''
      from machine import Pin, Timer
      hits = 0
      def hit(p):
        global hits
        hits += 1
      Pin(3).irq(hit)
      t = Timer(period=2, callback=hit)
      import time; time.sleep(0.02)
      print(hits)
      '''.replace('\\n      ', '\\n'))
      try: p.irq(lambda p: None)
      except OSError as e: print(e)
      a.close(); p.irq(lambda p: None); print('free')
      """, [],
      """
      OSError: [Errno 16] EBUSY
      10
      [Errno 16] EBUSY
      free

      """)
  }

  /// Threads of an interpreter go on while nobody runs its main thread; the board's end ends them all.
  @Test func threadsInside() {
    expect(
      """
      import interpreters as I, threading, time, _thread
      b = I.create()
      t = threading.Thread(target=b.exec, args=("print('in a thread', 1 + 2)",)); t.start(); t.join()
      b.exec('''
      import _thread, time
      def f():
        for i in range(3):
          time.sleep(0.002); print('bg', i)
      _thread.start_new_thread(f, ())
      time.sleep(0.003)
      '''.replace('\\n      ', '\\n'))
      time.sleep(0.01)
      b.close()
      c = I.create()
      def forever():
        while True: pass
      t = threading.Thread(target=c.exec, args=("while True: pass",), daemon=True); t.start()
      time.sleep(0.005)
      print('end', c.is_running())
      """, [],
      """
      in a thread 3
      bg 0
      bg 1
      bg 2
      end True

      """)
  }
}
#endif
