import Testing

/// Descriptors: pipes, counters, pins, the console; `select`, `selectors`; asyncio on them.
@Suite struct DescriptorTests {
  /// A state machine's FIFOs: without waiting, in `poll`, with other threads beside a wait, more than they hold.
  @Test func stateMachinesAreDescriptors() {
    let r = Command().program(
      """
      import os, rp2, select, time, _thread, errno
      @rp2.asm_pio()
      def echo():
        pull()
        mov(isr, osr)
        push()
      sm = rp2.StateMachine(0, echo, freq=3000)   # a word takes a millisecond
      fd = sm.fileno()
      print(fd == sm.fileno(), os.get_blocking(fd))
      os.set_blocking(fd, False)
      try: os.read(fd, 4)
      except OSError as e: print(e.errno == errno.EAGAIN)
      try: os.read(fd, 3)
      except OSError as e: print(e.errno == errno.EINVAL)
      # Not running: four words go in.
      print(os.write(fd, bytes(range(32))))
      try: os.write(fd, b'abcd')
      except OSError as e: print(e.errno == errno.EAGAIN)
      p = select.poll()
      p.register(sm, select.POLLIN | select.POLLOUT)
      print(p.poll(5))
      sm.active(1)
      t = time.ticks_us()
      print([e for _, e in p.poll(100)], time.ticks_diff(time.ticks_us(), t) < 1500)
      time.sleep(0.01)
      print(p.poll(0)[0][1], os.read(fd, 100))
      # A thread that waits leaves the processor to the others.
      def spin(stop):
        n = 0
        while time.ticks_diff(stop, time.ticks_us()) > 0: n += 1
        return n
      alone = spin(time.ticks_add(time.ticks_us(), 50000))
      os.set_blocking(fd, True)
      got = []
      def wait():
        got.append(os.read(fd, 4))
        got.append(sm.get())
      _thread.start_new_thread(wait, ())
      time.sleep_ms(1)
      beside = spin(time.ticks_add(time.ticks_us(), 50000))
      print(beside > alone * 0.97, got)
      sm.put(0x01020304)
      sm.put(5)
      time.sleep_ms(5)
      print(got)
      # More than the FIFOs hold, both ways; put waits for room.
      out = bytearray()
      def pump():
        while len(out) < 400: out.extend(os.read(fd, 64))
      _thread.start_new_thread(pump, ())
      t = time.ticks_ms()
      for i in range(50): sm.put(i)
      print(os.write(fd, b''.join(i.to_bytes(4, 'little') for i in range(50, 54))) % 4)
      while len(out) < 204: time.sleep_ms(1)
      print(out[:200] == b''.join(i.to_bytes(4, 'little') for i in range(50)), 45 < time.ticks_diff(time.ticks_ms(), t) < 80)
      os.close(fd)
      try: os.read(fd, 4)
      except OSError as e: print(e.errno == errno.EBADF)
      print(sm.fileno() >= 0)
      """)
    #expect(
      r.output
        == """
        True True
        True
        True
        16
        True
        []
        [4] True
        5 b'\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\t\\n\\x0b\\x0c\\r\\x0e\\x0f'
        True []
        [b'\\x04\\x03\\x02\\x01', 5]
        0
        True True
        True
        True

        """, "\(r)")
  }

  @Test func pipesWaitAndEnd() {
    let r = Command().program(
      """
      import os, time, _thread
      r, w = os.pipe()
      print(os.write(w, b'hello'), os.read(r, 3), os.read(r, 10))
      os.set_blocking(r, False)
      try: os.read(r, 1)
      except OSError as e: print(e.args[0], os.get_blocking(r))
      os.set_blocking(r, True)
      def later():
        time.sleep(0.05)
        os.write(w, b'abc')
      t = time.ticks_us()
      _thread.start_new_thread(later, ())
      print(os.read(r, 10), 49000 < time.ticks_diff(time.ticks_us(), t) < 53000)
      d = os.dup(w)
      os.close(w)
      os.write(d, b'z')
      os.close(d)
      print(os.read(r, 100), os.read(r, 100))
      os.close(r)
      try: os.read(r, 1)
      except OSError as e: print(e.args[0])
      # More bytes than a pipe holds: both sides wait for each other.
      r, w = os.pipe()
      def pump():
        f = os.fdopen(w, 'wb')
        print('wrote', f.write(bytes(5000)))
        f.close()
      _thread.start_new_thread(pump, ())
      print(len(os.fdopen(r, 'rb').read()))
      r, w = os.pipe()
      os.close(r)
      try: os.write(w, b'x')
      except OSError as e: print(e.args[0])
      # Who waits on what is closed gets EBADF.
      r, w = os.pipe()
      def wait():
        try: os.read(r, 1)
        except OSError as e: print('closed', e.args[0])
      _thread.start_new_thread(wait, ())
      time.sleep(0.01)
      os.close(r)
      time.sleep(0.01)
      r, w = os.pipe()
      f, g = os.fdopen(r, 'r'), os.fdopen(w, 'w')
      g.write('line one\\nzwei ü\\nrest')
      g.close()
      print(f.readlines())
      """)
    #expect(
      r.output
        == "5 b'hel' b'lo'\n11 False\nb'abc' True\nb'z' b''\n9\nwrote 5000\n5000\n32\nclosed 9\n['line one\\n', 'zwei \u{fc}\\n', 'rest']\n", "\(r)")
  }

  /// 64 descriptors: the next one is refused, and everything comes back when they are closed.
  @Test func tooManyDescriptors() {
    let r = Command().program(
      """
      import os
      for again in range(3):
        n = 0
        try:
          while True: os.pipe(); n += 1
        except OSError as e: print(n, e.args[0])
        os.closerange(3, 64)
      """, ["--ram", "1"])
    #expect(r.output == "30 24\n30 24\n30 24\n", "\(r)")
  }

  @Test func counters() {
    let r = Command().program(
      """
      import os, select
      e = os.eventfd(3)
      print(os.eventfd_read(e))
      os.eventfd_write(e, 7)
      os.eventfd_write(e, 1)
      print(os.eventfd_read(e))
      s = os.eventfd(2, os.EFD_SEMAPHORE | os.EFD_NONBLOCK)
      print(os.eventfd_read(s), os.eventfd_read(s))
      try: os.eventfd_read(s)
      except OSError as x: print(x.args[0])
      ev = select.Event(5)
      print(ev.read(8), ev.write(b'\\x02' + bytes(7)), ev.read(8))
      """)
    #expect(r.output == "3\n8\n1 1\n11\nb'\\x05\\x00\\x00\\x00\\x00\\x00\\x00\\x00' 8 b'\\x02\\x00\\x00\\x00\\x00\\x00\\x00\\x00'\n", "\(r)")
  }

  @Test func pollAndSelect() {
    let r = Command().program(
      """
      import os, select, time, _thread, selectors
      r, w = os.pipe()
      p = select.poll()
      p.register(r, select.POLLIN)
      print(p.poll(0))
      t = time.ticks_us()
      print(p.poll(30), 29900 < time.ticks_diff(time.ticks_us(), t) < 31000)
      def later():
        time.sleep(0.05)
        os.write(w, b'abc')
      _thread.start_new_thread(later, ())
      t = time.ticks_us()
      print(p.poll() == [(r, 1)], 49000 < time.ticks_diff(time.ticks_us(), t) < 53000)
      print(select.select([r], [w], [], 0) == ([r], [w], []))
      print([x for x in p.ipoll(0)] == [(r, 1)], list(p.ipoll(0, 1)) == [(r, 1)], p.poll(0))
      try: p.modify(r, 1)
      except OSError as e: print(e.args[0] == 2)
      try: p.unregister(r)
      except KeyError: print('KeyError')
      p.register(r, select.POLLIN)
      os.close(w)
      print(p.poll() == [(r, 17)], os.read(r, 9), p.poll() == [(r, 16)])
      os.close(r)
      print(p.poll() == [(r, 32)])
      for bad in (lambda: select.select([], [], [], -1), lambda: p.register(-1), lambda: select.select([r], [], [], 0), lambda: p.register(object())):
        try: bad()
        except Exception as e: print(type(e).__name__)
      # A stream written in Python is asked again and again.
      import io
      class Later(io.IOBase):
        def ioctl(self, request, argument):
          return argument & 1 if time.ticks_ms() > start + 20 else 0
      start = time.ticks_ms()
      l = Later()
      p = select.poll()
      p.register(l, select.POLLIN)
      print(p.poll() == [(l, 1)], time.ticks_ms() - start)
      # Two threads at one poll object.
      r, w = os.pipe()
      p = select.poll()
      p.register(r, 1)
      _thread.start_new_thread(p.poll, (50,))
      time.sleep(0.01)
      try: p.poll(0)
      except RuntimeError as e: print(e)
      time.sleep(0.1)
      with selectors.DefaultSelector() as s:
        k = s.register(r, selectors.EVENT_READ, 'data')
        print(s.select(0), len(s.get_map()))
        os.write(w, b'1')
        print([(k.data, e) for k, e in s.select()])
        try: s.register(r, 1)
        except KeyError: print('KeyError')
        print(s.unregister(r) == k)
      """)
    #expect(
      r.output == """
        []
        [] True
        True True
        True
        True True []
        True
        KeyError
        True b'abc' True
        True
        ValueError
        ValueError
        OSError
        OSError
        True 21
        concurrent poll() invocation
        [] 1
        [('data', 1)]
        KeyError
        True

        """, "\(r)")
  }

  /// A pin's own output makes the edges it waits for.
  @Test func pinsAreWaitedFor() {
    let r = Command().program(
      """
      import machine, time, select, _thread
      a = machine.APin(3)
      print(int(a), a.value)
      a.set_pulls(pull_up=True)
      time.sleep_us(5)
      print(a.value)
      def pulse():
        time.sleep_ms(5)
        a.value = 0
        time.sleep_ms(3)
        a.value = 1
        time.sleep_ms(2)
        a.value = 0
      _thread.start_new_thread(pulse, ())
      print(2900 < a.wait(a.PULSE_DOWN) < 3200)
      time.sleep_ms(10)
      a.set_edges(rising=True, falling=True)
      _thread.start_new_thread(pulse, ())
      p = select.poll()
      p.register(a)
      print(p.poll(0), p.poll(100) == [(a, 1)])
      time.sleep_ms(20)
      t1, t2 = a.wait(), a.wait()
      print(1900000 < t2 - t1 < 2200000)
      a.settimeout(0)
      print(a.wait())
      a.settimeout(50)
      print(a.wait(a.EDGE_RISE), a.wait(a.LEVEL_HIGH), a.wait(a.LEVEL_LOW))
      # Bounces shorter than the time are nothing.
      a.debounce_time_us = 5000
      a.set_edges(rising=True)
      for i in range(10):
        a.value = i & 1
        time.sleep_ms(1)
      time.sleep_ms(20)
      print(a.wait() is not None, a.wait())
      for bad in (lambda: machine.APin(3), lambda: a.wait(3), lambda: a.set_pulls(True, True)):
        try: bad()
        except Exception as e: print(e.args[0])
      a.close()
      try: a.wait()
      except OSError as e: print(e.args[0])
      """)
    #expect(
      r.output == "3 False\nTrue\nTrue\n[] True\nTrue\nNone\nNone None 0\nTrue None\n16\none event expected\n22\n9\n", "\(r)")
  }

  @Test func uartsAreDescriptors() {
    let r = Command().program(
      """
      import machine, os, select, time
      u = machine.UART(1, 9600, tx=4, rx=5)
      machine.mem32[0x40038030] |= 1 << 7  # UARTCR.LBE: what it sends it receives
      p = select.poll()
      p.register(u, select.POLLIN)
      print(p.poll(0))
      fd = u.fileno()
      t = time.ticks_us()
      os.write(fd, b'x')
      print(p.poll(1000) == [(u, 1)], 1000 < time.ticks_diff(time.ticks_us(), t) < 6000)
      print(os.read(fd, 10))
      u.deinit()
      print(p.poll(0) == [(u, 32)])
      """)
    #expect(r.output == "[]\nTrue True\nb'x'\nTrue\n", "\(r)")
  }

  @Test func consoleInputIsADescriptor() {
    let r = Command().program(
      """
      import os, select, sys
      p = select.poll()
      p.register(sys.stdin, select.POLLIN)
      print(p.poll() == [(sys.stdin, 1)], os.read(0, 3), sys.stdin.readline())
      print(os.read(0, 1), os.read(0, 1), p.poll() == [(sys.stdin, 1)])
      os.write(1, b'written\\n')
      """, input: "abcdef\ng")
    #expect(r.output == "True b'a' bcdef\n\nb'g' b'' True\nwritten\n", "\(r)")
  }

  @Test func asyncioWaitsForDescriptors() {
    let r = Command().program(
      """
      import asyncio, os, time, _thread
      async def main():
        loop = asyncio.get_running_loop()
        r, w = os.pipe()
        reader, writer = asyncio.StreamReader(r), asyncio.StreamWriter(w)
        async def feed():
          for i in range(3):
            await asyncio.sleep(0.1)
            writer.write(b'line %d\\n' % i)
            await writer.drain()
          writer.close()
          await writer.wait_closed()
        t = asyncio.create_task(feed())
        t0 = time.ticks_ms()
        async for line in reader: print(line, time.ticks_diff(time.ticks_ms(), t0) // 50)
        r, w = os.pipe()
        big = bytes(range(256)) * 40
        async def send(s):
          s.write(big)
          await s.drain()
          s.close()
          await s.wait_closed()
        t = asyncio.create_task(send(asyncio.StreamWriter(w)))
        print(await asyncio.StreamReader(r).read() == big)
        r, w = os.pipe()
        os.set_blocking(r, False)
        f = asyncio.stream_wait(r, None, os.read, r, 5)
        print(f.done())
        _thread.start_new_thread(lambda: (time.sleep(0.2), os.write(w, b'yes')), ())
        print(await f)
        f = asyncio.stream_wait(r, None, os.read, r, 5)
        loop.call_later(0.05, f.cancel)
        try: await f
        except asyncio.CancelledError: print('cancelled', loop._readers)
        # Another thread ends the wait at once, however long it would last.
        loop.add_reader(r, print)
        fut = loop.create_future()
        loop.call_later(100, print, 'never')
        _thread.start_new_thread(lambda: (time.sleep(0.01), loop.call_soon_threadsafe(fut.set_result, time.ticks_us())), ())
        print(time.ticks_diff(time.ticks_us(), await fut) < 20000)
      asyncio.run(main())
      """)
    #expect(r.output == "b'line 0\\n' 2\nb'line 1\\n' 4\nb'line 2\\n' 6\nTrue\nFalse\nb'yes'\ncancelled {}\nTrue\n", "\(r)")
  }
}
