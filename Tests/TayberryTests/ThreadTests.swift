import Testing

/// Python threads on a board: `_thread`, `threading`, `queue`.
@Suite struct ThreadTests {
  @Test func producerAndConsumer() throws {
    let r = Command().program(
      """
      import time, threading
      from queue import Queue
      def log(*args):
        print(threading.current_thread(), "%04d-%02d-%02dT%02d:%02d:%02d" % tuple(time.localtime(time.time())[:6]), *args)
      def producer(q):
        for i in range(4):
          q.put(i)
          log("enqueue", i)
          time.sleep(1)
        log("finished iterations, exiting.")
      def consumer(q):
        while True:
          v = q.get(block=True)
          if v is None:
            log("received stop message, exiting.")
            break
          log("dequeue", v)
      log("Started.")
      q = Queue()
      t1 = threading.Thread(name='t1', target=producer, args=(q,))
      t2 = threading.Thread(name='t2', target=consumer, args=(q,))
      t1.start()
      t2.start()
      t1.join()
      q.put(None)
      t2.join()
      log("finished.")
      """)
    #expect(r.status == 0 && r.error == "")
    let lines = r.output.split(separator: "\n").map(String.init)
    let form = try Regex("<(_MainThread\\(MainThread|Thread\\(t[12]), started [1-9][0-9]*\\)> 2024-01-01T00:00:0([0-4]) (.+)")
    let seen = lines.compactMap { $0.wholeMatch(of: form) }.map { "\($0.output[2].substring ?? "") \($0.output[3].substring ?? "")" }
    #expect(
      seen == [
        "0 Started.", "0 enqueue 0", "0 dequeue 0", "1 enqueue 1", "1 dequeue 1", "2 enqueue 2", "2 dequeue 2", "3 enqueue 3", "3 dequeue 3",
        "4 finished iterations, exiting.", "4 received stop message, exiting.", "4 finished.",
      ], "\(lines)")
  }

  @Test func theProgramWaitsForThreadsThatAreNoDaemons() {
    let r = Command().program(
      """
      import threading, time
      def f(n):
        time.sleep(0.2)
        print(n)
      threading.Thread(target=f, args=(1,)).start()
      threading.Thread(target=f, args=(2,), daemon=True).start()
      t = threading.Thread(target=lambda: time.sleep(10), daemon=True)
      t.start()
      print(0)
      """)
    #expect(r.status == 0 && r.output == "0\n1\n2\n" || r.output == "0\n1\n", "\(r)")
  }

  @Test func locksAreHandedOverInOrder() {
    let r = Command().program(
      """
      import _thread, time
      l = _thread.allocate_lock()
      l.acquire()
      order = []
      def f(i):
        with l: order.append(i)
      for i in range(6):
        _thread.start_new_thread(f, (i,))
        time.sleep(0.01)
      l.release()
      time.sleep(0.1)
      print(order, l.locked(), l.acquire(True, 0.05), l.acquire(True, 0.05), l.acquire(False))
      try: l.acquire(False, 1)
      except ValueError as e: print(e)
      l.release()
      try: l.release()
      except RuntimeError as e: print(e)
      """, ["--ram", "1"])
    #expect(r.output == "[0, 1, 2, 3, 4, 5] False True False False\ncan't specify a timeout for a non-blocking call\nrelease unlocked lock\n", "\(r)")
  }

  @Test func aThreadThatComputesKeepsNobodyAwake() {
    let r = Command().program(
      """
      import _thread, time
      stop = False
      def busy():
        while not stop: pass
      for i in range(3): _thread.start_new_thread(busy, ())
      worst = 0
      for i in range(50):
        t = time.ticks_us()
        time.sleep_ms(10)
        worst = max(worst, time.ticks_diff(time.ticks_us(), t) - 10000)
      stop = True
      print(worst < 6000, _thread._count() <= 3)
      """)
    #expect(r.output == "True True\n", "\(r)")
  }

  @Test func whoWaitsForWhom() {
    let r = Command().program(
      """
      import _thread, time, micropython
      a, b = _thread.allocate_lock(), _thread.allocate_lock()
      def f(x, y):
        with x:
          time.sleep(0.01)
          with y: pass
      _thread.start_new_thread(f, (a, b))
      _thread.start_new_thread(f, (b, a))
      time.sleep(0.1)
      micropython.tasks(locks=True)
      """)
    #expect(r.status == 0 && r.output.contains("deadlock: these threads wait for each other"), "\(r)")
    #expect(r.output.contains(") waits for a lock of "), "\(r)")
    #expect(r.output.contains("python          X"), "\(r)")
  }

  /// `native_id` is never given twice, though a later thread may stand where an ended one stood.
  @Test func nativeIdentifiersAreNotReused() {
    let r = Command().program(
      """
      import threading
      seen = [threading.get_native_id()]
      def note(): seen.append(threading.get_native_id())
      for i in range(20):
        t = threading.Thread(target=note)
        t.start()
        t.join()
        if t.native_id != seen[-1]: print('differs')
      print(len(set(seen)), threading.Thread().native_id)
      """)
    #expect(r.output == "21 None\n", "\(r)")
  }

  /// A thread that wakes beside a busy equal has the interpreter at the end of its slice and of the other's, also if each look at its request falls into a step on a
  /// dict (the names of a function's globals).
  @Test func wakingBesideABusyThread() {
    let r = Command().program(
      """
      import time, _thread
      late = []
      def sleeper():
        for i in range(20):
          t = time.ticks_us()
          time.sleep_ms(8)
          late.append(time.ticks_diff(time.ticks_us(), t) - 8000)
      def spin(ms):
        n, stop = 0, time.ticks_add(time.ticks_ms(), ms)
        while time.ticks_diff(stop, time.ticks_ms()) > 0: n += 1
      _thread.start_new_thread(sleeper, ())
      spin(300)
      print(len(late), max(late) < 2500 or late)
      """)
    #expect(r.output == "20 True\n")
  }

  /// `sys.excepthook` is called for what nobody catches: at the end of a program, at the prompt; what it raises itself is told with the first exception.
  @Test func exceptionHook() {
    let hook = "import sys\ndef hook(t, e, tb): print('hook', t.__name__, e, tb is not None)\nsys.excepthook = hook\n"
    let c = Command()
    let plain = c.program(hook + "1/0\n")
    #expect(plain.status == 1 && plain.output == "hook ZeroDivisionError divide by zero True\n", "\(plain)")
    let exits = c.program(hook + "def hook(t, e, tb): sys.exit(3)\nsys.excepthook = hook\n1/0\n")
    #expect(exits.status == 3 && exits.output == "", "\(exits)")
    let fails = c.program(hook + "def hook(t, e, tb): {}[1]\nsys.excepthook = hook\n1/0\n")
    #expect(
      fails.status == 1 && fails.output.hasPrefix("Error in sys.excepthook:\n") && fails.output.contains("KeyError: 1\n\nOriginal exception was:\n")
        && fails.output.contains("ZeroDivisionError: divide by zero"), "\(fails)")
    let put = c.program(hook + "sys.excepthook = sys.__excepthook__\n1/0\n")
    let none = c.program("import sys\n\n\n\n1/0\n")
    #expect(put.output == none.output && put.output.contains("ZeroDivisionError"), "\(put)")
    let direct = c.program("import sys\ntry: 1/0\nexcept Exception as e: sys.excepthook(type(e), e, None)\nprint(sys.exc_info())\n")
    #expect(direct.output.contains("ZeroDivisionError: divide by zero") && direct.output.hasSuffix("(None, None, None)\n"), "\(direct)")
    c.write("hook.py", hook)
    let prompt = c.run(["repl", "--speed", "max"], input: hook.replacingOccurrences(of: "sys.excepthook", with: "\r\nsys.excepthook") + "1/0\nprint('on')\n")
    #expect(prompt.output.contains("hook ZeroDivisionError divide by zero True") && prompt.output.contains("on"), "\(prompt)")
  }

  @Test func switchInterval() {
    let r = Command().program(
      """
      import sys, time, _thread
      print(sys.getswitchinterval())
      for bad in (0, -1, 'x'):
        try: sys.setswitchinterval(bad)
        except (ValueError, TypeError) as e: print(type(e).__name__)
      def turns():
        # How often two busy threads change in 300 ms.
        n, last, stop = 0, None, time.ticks_add(time.ticks_ms(), 300)
        def run(me):
          nonlocal n, last
          while time.ticks_diff(stop, time.ticks_ms()) > 0:
            if last != me:
              n += 1
              last = me
        _thread.start_new_thread(run, (1,))
        run(2)
        time.sleep_ms(50)
        return n
      a = turns()
      sys.setswitchinterval(0.01)
      print(sys.getswitchinterval())
      b = turns()
      print(100 < a < 310 or a, 20 < b < 35 or b)
      """)
    #expect(r.output == "0.001\nValueError\nValueError\nTypeError\n0.01\nTrue True\n", "\(r)")
  }
}
