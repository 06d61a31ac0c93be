import Foundation
import Testing

/// `signal`, the module `rtos`, `--timeline`, and what is said when nothing can ever run again.
@Suite struct KernelModuleTests {
  @Test func signals() {
    let r = Command().program(
      """
      import signal, time, os, _thread
      def h(n, f): print('handler', n, f)
      print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGALRM))
      print(signal.signal(signal.SIGALRM, h))
      print(signal.alarm(1)); t = time.ticks_ms(); time.sleep(2); print(time.ticks_diff(time.ticks_ms(), t)//100)
      print(signal.alarm(10), signal.alarm(3), signal.alarm(0))
      signal.setitimer(signal.ITIMER_REAL, 0.1, 0.2)
      for i in range(3): signal.pause(); print(time.ticks_diff(time.ticks_ms(), t)//100)
      print(0.19 < signal.setitimer(signal.ITIMER_REAL, 0)[0] <= 0.2)
      signal.signal(signal.SIGINT, h)
      signal.raise_signal(signal.SIGINT)
      _thread.interrupt_main()
      time.sleep(0)
      print('x')
      signal.signal(signal.SIGINT, signal.SIG_IGN); signal.raise_signal(2)
      signal.signal(signal.SIGINT, signal.default_int_handler)
      try: signal.raise_signal(2)
      except KeyboardInterrupt: print('KI')
      r, w = os.pipe(); os.set_blocking(w, False)
      print(signal.set_wakeup_fd(w)); signal.raise_signal(14); print(os.read(r, 5)); print(signal.set_wakeup_fd(-1) == w)
      for bad in (lambda: signal.signal(0, h), lambda: signal.signal(2, 5), lambda: signal.signal(2, 'x'), lambda: signal.alarm(-1)):
        try: bad()
        except Exception as e: print(type(e).__name__, e)
      def other():
        try: signal.signal(2, h)
        except ValueError as e: print(e)
      _thread.start_new_thread(other, ()); time.sleep(0.01)
      # an exception of a handler goes to the program, out of a wait
      def boom(n, f): raise OSError(5)
      signal.signal(14, boom); signal.alarm(1)
      l = _thread.allocate_lock(); l.acquire()
      try: l.acquire()
      except OSError as e: print('out', e.args[0])
      signal.signal(14, signal.SIG_DFL); signal.alarm(1); time.sleep(5)
      """)
    // The default action of SIGALRM ends the program.
    #expect(r.status == 142, "\(r)")
    #expect(
      r.output == """
        True 0
        0
        0
        handler 14 None
        20
        0 10 3
        handler 14 None
        21
        handler 14 None
        23
        handler 14 None
        25
        True
        handler 2 None
        handler 2 None
        x
        KI
        -1
        handler 14 None
        b'\\x0e'
        True
        ValueError signal number out of range
        ValueError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
        TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
        ValueError time must be non-negative
        signal only works in main thread of the main interpreter
        out 5

        """, "\(r)")
  }

  @Test func theKernelsObjects() {
    let r = Command().program(
      """
      import rtos, _thread, time, gc
      q = rtos.Queue(2)
      print(len(q), q.room(), q.send(1), q.send([2, 'x']), q.send(3, 0), q.send(3, timeout=0.01), len(q))
      print(q.peek(), q.receive(), q.receive(), q.receive(0), q.receive(0.01, default=7))
      def consumer():
        while (x := q.receive()) is not None: print('got', x)
        print('end')
      _thread.start_new_thread(consumer, ())
      for x in ('a', (1, 2), 3.5, 10**20): q.send(x)
      gc.collect()
      q.send(None); time.sleep(0.01)
      m = rtos.Queue(1); m.overwrite('old'); m.overwrite('new'); print(m.receive())
      s = rtos.Semaphore(3, 1); print(s.take(0), s.take(0), s.give(), s.give(), s.give(), s.give(), s.count())
      e = rtos.EventGroup()
      def waiter(): print('all', e.wait(6, all=True, clear=True))
      _thread.start_new_thread(waiter, ()); time.sleep(0.01)
      print(e.set(2), e.set(5), e.get(), e.clear(1), e.wait(8, timeout=0.01))
      me = _thread.get_ident()
      print(rtos.notify(me), rtos.notify(me), rtos.take_notification(), rtos.take_notification(0), rtos.wait_notification(0))
      print(rtos.notify(me, 5, rtos.SET_IF_TAKEN, slot=1), rtos.notify(me, 6, rtos.SET_IF_TAKEN, slot=1), rtos.wait_notification(slot=1))
      _thread.start_new_thread(lambda: (time.sleep(0.01), rtos.notify(me, 0x80000001, rtos.SET_BITS)), ())
      print(hex(rtos.wait_notification()))
      n = 0
      def tick(t):
        global n; n += 1
      t = rtos.SoftTimer(0.01, tick, periodic=True); t.start(); time.sleep(0.105); t.stop(); print(n, t.active()); t.delete()
      mu = rtos.Mutex(); 
      with mu: print(mu.owner() == me, mu.lock(), mu.unlock())
      try: mu.unlock()
      except RuntimeError as x: print(x)
      # priority inheritance: low has the mutex, middle computes, high waits
      order = []
      lo_in = rtos.Semaphore()
      def low():
        with mu:
          lo_in.give()
          for i in range(3000): pass
          order.append('low')
      def middle():
        for i in range(20000): pass
        order.append('middle')
      def high():
        with mu: order.append('high')
      def start(f, p):
        def g(): rtos.priority(p); f()
        _thread.start_new_thread(g, ())
      start(low, 3); lo_in.take(); start(high, 12); start(middle, 5); time.sleep(3); print(order)
      print(rtos.priority())
      prev = rtos.now_us()
      for i in range(3): prev2 = rtos.delay_until(prev, 5000); print(prev2 - prev); prev = prev2
      def blocked():
        try: q.receive()
        except RuntimeError as x: print(x)
      _thread.start_new_thread(blocked, ()); time.sleep(0.01); q.delete(); time.sleep(0.01)
      try: q.send(1)
      except RuntimeError as x: print(x)
      for i in range(2000): rtos.Queue(50)
      print('reaped')
      """)
    #expect(
      r.output == """
        0 2 True True False False 2
        1 1 [2, 'x'] None 7
        got a
        got (1, 2)
        got 3.5
        got 100000000000000000000
        end
        new
        True False True True True False 3
        all 7
        2 1 1 1 0
        True True 2 0 None
        True False 5
        0x80000001
        10 False
        True True None
        cannot unlock a mutex of another thread
        ['low', 'high', 'middle']
        8
        5000
        5000
        5000
        deleted
        deleted
        reaped

        """, "\(r)")
  }

  /// A timer's callback sends numbers through a queue: no memory is used for that.
  @Test func interruptsSendWithoutMemory() {
    let r = Command().program(
      """
      import rtos, machine, gc
      q = rtos.Queue(8)
      n = 0
      def tick(t):
        global n
        n += 1
        q.send(n, 0)
      gc.collect()
      t = machine.Timer(period=1, callback=tick, hard=True)
      q.receive()
      total, before = 0, gc.mem_alloc()
      for i in range(200): total += q.receive()
      after = gc.mem_alloc()
      t.deinit()
      print(total, after - before < 200)
      """)
    #expect(r.output == "\(Array(2...201).reduce(0, +)) True\n", "\(r)")
  }

  @Test func aDeadlockIsReported() {
    let c = Command()
    let r = c.program(
      """
      import _thread, time
      a, b = _thread.allocate_lock(), _thread.allocate_lock()
      def f(x, y):
        _thread.set_name(b'worker')
        with x:
          time.sleep(0.01)
          with y: pass
      _thread.start_new_thread(f, (a, b))
      a.acquire if False else None
      with b:
        time.sleep(0.02)
        a.acquire()
      """)
    #expect(r.status == 1)
    #expect(
      r.error == """
        tayberry: nothing can ever run again:
          python (2) at program.py line 12, in <module>, waits for a lock that worker (4) has
          worker (4) at program.py line 7, in f, waits for a lock that python (2) has

        """, "\(r)")
    let own = c.program("import _thread\nl = _thread.allocate_lock()\nl.acquire()\nl.acquire()\n")
    #expect(own.status == 1 && own.error.contains("line 4, in <module>, waits for a lock that it has itself"), "\(own)")
    // Who joins a thread is told its name; who waits in a condition waits for nobody in particular.
    let join = c.program(
      """
      import threading, time
      gate = threading.Event()
      t = threading.Thread(target=gate.wait, name='stuck')
      t.start()
      time.sleep(0.01)
      t.join()
      """)
    #expect(join.status == 1 && join.error.contains(", waits for a lock that stuck (4) has\n"), "\(join)")
    let pipe = c.program("import os\nr, w = os.pipe()\nos.read(r, 1)\n")
    #expect(pipe.status == 1 && pipe.error.contains("line 3, in <module>, waits for a descriptor"), "\(pipe)")
    // Time that can still pass is no deadlock.
    #expect(c.program("import time\ntime.sleep(100000)\nprint(1)").output == "1\n")
  }

  /// The timeline is JSON, its slices nest on every track, and the run is the same with it.
  @Test func theTimeline() throws {
    let text = """
      import _thread, time, machine
      l = _thread.allocate_lock()
      n = 0
      def f():
        for i in range(5):
          with l: time.sleep_ms(2)
      def tick(t):
        global n
        n += 1
      t = machine.Timer(period=3, callback=tick)
      _thread.start_new_thread(f, ())
      for i in range(5):
        with l: time.sleep_ms(1)
      for i in range(300): pass
      print(n, time.ticks_us())
      """
    let c = Command()
    let plain = c.program(text), traced = c.program(text, ["--timeline", "out.json"])
    #expect(plain.output == traced.output && traced.status == 0, "\(traced)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data((c.read("out.json") ?? "").utf8)) as? [String: Any])
    let events = try #require(json["traceEvents"] as? [[String: Any]])
    var tracks: [String: [(from: Double, to: Double, name: String)]] = [:]
    for e in events where e["ph"] as? String == "X" {
      let from = try #require(e["ts"] as? Double), length = try #require(e["dur"] as? Double)
      tracks["\(e["pid"]!)/\(e["tid"]!)", default: []].append((from, from + length, try #require(e["name"] as? String)))
    }
    for (track, slices) in tracks {
      var open: [Double] = []
      for s in slices.sorted(by: { ($0.from, -$0.to) < ($1.from, -$1.to) }) {
        while let end = open.last, end <= s.from + 0.0005 { open.removeLast() }
        #expect(open.last.map { s.to <= $0 + 0.001 } ?? true, "track \(track): \(s) does not nest")
        open.append(s.to)
      }
    }
    let names = Set(tracks.values.joined().map(\.name))
    #expect(names.contains("TIMER_IRQ_2") && names.contains("python (2)") && names.contains { $0.hasPrefix("waits for a lock of thread") }, "\(names.sorted())")
    #expect((tracks["1/0"]?.count ?? 0) > 20)
    #expect(c.run(["run", "program.py", "--timeline", "no/such/folder/x"]).status == 2)
  }
}
