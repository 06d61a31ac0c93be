import Foundation
import Testing

/// Sound by PWM and I2S, judged by what the pins do and by what other tasks may do meanwhile.
@Suite struct SoundStreamTests {
  private func run(_ text: String, trace: Bool = false) -> (Command.Result, vcd: String) {
    let c = Command()
    let r = c.program(text, trace ? ["--trace", "t.vcd"] : [])
    return (r, c.read("t.vcd") ?? "")
  }

  /// A pin's level, asked for at times that do not fall.
  private struct Levels {
    let changes: [(time: UInt64, value: Character)]
    private var next = 0, high = false
    init(changes: [(time: UInt64, value: Character)]) { self.changes = changes }
    mutating func level(at time: UInt64) -> Bool {
      while next < changes.count && changes[next].time <= time { high = changes[next].value == "1"; next += 1 }
      return high
    }
  }
  /// What a receiver hears on three pins: SD is read when SCK rises, the word that a change of WS announces begins one bit later (Philips). Words of `bits` bits with
  /// the time of their first bit, nanoseconds.
  private func words(_ vcd: String, sck: String, ws: String, sd: String, bits: Int) -> [(right: Bool, value: UInt32, time: UInt64)] {
    var data = Levels(changes: changes(of: sd, in: vcd)), select = Levels(changes: changes(of: ws, in: vcd))
    var list: [(Bool, UInt32, UInt64)] = [], value: UInt32 = 0, count = 0, right = false, begun = false, start: UInt64 = 0
    for edge in changes(of: sck, in: vcd) where edge.value == "1" {
      if count == 0 { start = edge.time }
      value = value << 1 | (data.level(at: edge.time) ? 1 : 0)
      count += 1
      let now = select.level(at: edge.time)
      if now != right {
        // This was the last bit of the word.
        if begun && count == bits { list.append((right, value, start)) } else { #expect(!begun, "a word of \(count) bits") }
        begun = true
        right = now
        value = 0
        count = 0
      }
    }
    return list
  }

  @Test func transmittedSamplesAreHeard() {
    for (bits, stereo, rate) in [(16, true, 44100), (16, false, 8000), (32, true, 48000)] {
      let (r, vcd) = run(
        """
        import machine, array
        out = machine.I2S(1, sck=10, ws=11, sd=9, mode=machine.I2S.TX, bits=\(bits), format=machine.I2S.\(stereo ? "STEREO" : "MONO"), rate=\(rate), ibuf=512)
        samples = array.array('\(bits == 16 ? "h" : "i")', [(i * 7919 + 1) * (-1) ** i * \(bits == 16 ? 1 : 65000) % \(bits == 16 ? 30000 : 2_000_000_000) for i in range(600)])
        print(out.write(samples), sum(samples))
        out.drain()
        print(out.stalls)
        out.deinit()
        """, trace: true)
      let heard = words(vcd, sck: "GP10", ws: "GP11", sd: "GP9", bits: bits)
      let sent = (0..<600).map { (i: Int) -> Int in
        let modulus = bits == 16 ? 30000 : 2_000_000_000, n = (i * 7919 + 1) * (i % 2 == 0 ? 1 : -1) * (bits == 16 ? 1 : 65000) % modulus
        return n < 0 ? n + modulus : n
      }
      #expect(r.output == "\(600 * bits / 8) \(sent.reduce(0, +))\n1\n", "\(r.error)")
      let expected = sent.flatMap { stereo ? [UInt32($0)] : [UInt32($0), UInt32($0)] }
      guard let from = heard.firstIndex(where: { $0.value != 0 }), heard.count >= from + expected.count else {
        Issue.record("nothing was heard")
        continue
      }
      #expect(!heard[from].right)
      #expect(heard[from..<from + expected.count].map(\.value) == expected)
      #expect(heard[(from + expected.count)...].allSatisfy { $0.value == 0 })
      for i in 1..<heard.count { #expect(heard[i].right != heard[i - 1].right) }
      // Within the divider's 1/256 and 0.1 %.
      let frames = Double(heard.count - 1) / 2, time = Double(heard[heard.count - 1].time - heard[0].time) / 1e9
      #expect(abs(frames / time / Double(rate) - 1) < 0.001, "\(frames / time)")
    }
  }

  /// However little was asked for as buffer: what is written is played without gaps, at its rate.
  @Test func aSmallBufferKeepsTheRate() {
    for (mode, call) in [("TX", "write"), ("RX", "readinto")] {
      let (r, _) = run(
        """
        import machine, time
        s = machine.I2S(0, sck=0, ws=1, sd=2, mode=machine.I2S.\(mode), bits=16, format=machine.I2S.MONO, rate=11025, ibuf=200)
        data = bytearray(4408)
        s.\(call)(data)
        t = time.ticks_ms()
        for i in range(2): s.\(call)(data)
        print(abs(time.ticks_diff(time.ticks_ms(), t) - 400) < 5, s.stalls)
        """)
      #expect(r.output == "True 0\n", "\(mode) \(r)")
    }
  }

  /// One level a period, as the formula has it; the second pin is the first one's opposite.
  @Test func pulseWidthsAreTheSamples() {
    for (width, rate, correct) in [(2, 40000, false), (1, 22050, false), (2, 31250, true)] {
      let (r, vcd) = run(
        """
        import machine, array
        out = machine.AudioOutPwm(12, 13, 1, \(rate), \(width), 1024, 256, phase_correct=\(correct ? 1 : 0))
        print(out.write(array.array('\(width == 2 ? "h" : "B")', [(i * 1237) % \(width == 2 ? 60000 : 250) - \(width == 2 ? 30000 : 0) for i in range(300)])))
        out.start()
        out.drain()
        print(out.stalls)
        out.close()
        """, trace: true)
      // The queue holds 512 levels: all of them go in before it starts.
      #expect(r.output == "\(300 * width)\n1\n", "\(r.error)")
      let cycles = (125_000_000 * 2 / rate + 1) / 2, top = correct ? (cycles + 1) / 2 : cycles
      var levels: [Int] = [], rest = 0
      let divisor = (1 << 26) / top
      for i in 0..<300 {
        let n = (i * 1237) % (width == 2 ? 60000 : 250) - (width == 2 ? 30000 : 0)
        let scaled = (width == 2 ? n + 32768 : n << 8) << 10 + rest
        levels.append(scaled / divisor)
        rest = scaled % divisor
      }
      // Lengths of the pulses in cycles of 8 ns; phase-correct ones are twice the level.
      func pulses(_ pin: String, _ level: Character) -> [Int] {
        let all = changes(of: pin, in: vcd)
        return (0..<max(all.count - 1, 0)).filter { all[$0].value == level }.map { Int(all[$0 + 1].time - all[$0].time + 4) / 8 }
      }
      let scale = correct ? 2 : 1, wanted = levels.filter { $0 != 0 }.map { $0 * scale }
      for (pin, level) in [("GP12", Character("1")), ("GP13", "0")] {
        let all = pulses(pin, level)
        // A phase-correct level changes in the middle of a pulse: half of the old one, half of the new one.
        let expected = correct ? zip([top / 2] + levels, levels).map { $0 + $1 } : wanted
        let found = (0..<max(all.count - expected.count, 0)).contains { from in all[from..<from + expected.count].elementsEqual(expected) }
        #expect(found, "\(pin) \(all.prefix(8)) \(all.count) \(expected.prefix(8))")
      }
      let rises = changes(of: "GP12", in: vcd).filter { $0.value == "1" }
      if !correct && rises.count > 310 {
        let period = Double(rises[310].time - rises[305].time) / 5
        #expect(abs(period * Double(rate) / 1e9 - 1) < 0.001)
      }
    }
  }

  @Test func streamsAreDescriptors() {
    let (r, _) = run(
      """
      import os, errno, time, select, asyncio, _thread, machine
      from machine import I2S, AudioOutPwm
      def make(ibuf=1024): return I2S(0, sck=10, ws=11, sd=9, mode=I2S.TX, bits=16, format=I2S.STEREO, rate=8000, ibuf=ibuf)
      out = make()
      fd = out.fileno()
      # Not waiting: what fits, then EAGAIN, then room again.
      os.set_blocking(fd, False)
      n = os.write(fd, bytes(4000))
      print(1024 <= n <= 1280, n % 4, out.write(bytes(4000)))
      try: os.write(fd, bytes(4))
      except OSError as e: print(e.errno == errno.EAGAIN)
      p = select.poll()
      p.register(out, select.POLLOUT | select.POLLIN)
      t = time.ticks_us()
      print(p.poll(0), [e for _, e in p.poll(1000)], 2000 < time.ticks_diff(time.ticks_us(), t) < 34000)
      print(select.select([], [out], [], 1)[1] == [out])
      # Less than a frame, reading what is written.
      for f in (lambda: os.write(fd, b'abc'), lambda: os.read(fd, 4), lambda: out.readinto(bytearray(4))):
        try: f()
        except OSError as e: print(errno.errorcode[e.errno])
      os.set_blocking(fd, True)
      # A second of sound in a thread takes a second and leaves the processor to the others.
      def spin(ms):
        n, stop = 0, time.ticks_add(time.ticks_ms(), ms)
        while time.ticks_diff(stop, time.ticks_ms()) > 0: n += 1
        return n
      alone = spin(200)
      out.drain()
      stalls = out.stalls
      done = []
      def play():
        t = time.ticks_ms()
        out.write(bytes(32000))
        out.drain()
        done.append(time.ticks_diff(time.ticks_ms(), t))
      _thread.start_new_thread(play, ())
      time.sleep_ms(100)
      beside = spin(200)
      print(beside > alone * 0.95, done)
      time.sleep(1)
      print(1000 <= done[0] <= 1040, out.stalls - stalls)
      # asyncio: others run while it plays.
      async def main():
        turns = 0
        async def count():
          nonlocal turns
          while True:
            await asyncio.sleep_ms(10)
            turns += 1
        c = asyncio.create_task(count())
        w = asyncio.StreamWriter(out)
        w.write(bytes(8000))
        t = time.ticks_ms()
        await w.drain()
        c.cancel()
        print(15 <= turns <= 25, 150 < time.ticks_diff(time.ticks_ms(), t) < 250)
      asyncio.run(main())
      out.settimeout(5)
      t = time.ticks_ms()
      print(out.write(bytes(4000)) < 600, out.drain(), 5 <= time.ticks_diff(time.ticks_ms(), t) < 20)
      # Stopped, nothing goes out; what is queued stays.
      out.settimeout(None)
      out.drain()
      out.stop()
      out.write(bytes(800))
      time.sleep_ms(300)
      t = time.ticks_ms()
      out.start()
      out.drain()
      print(25 <= time.ticks_diff(time.ticks_ms(), t) <= 60)
      # Another frequency of the processor, the same rate.
      machine.freq(48_000_000)
      t = time.ticks_ms()
      out.write(bytes(3200))
      out.drain()
      print(100 <= time.ticks_diff(time.ticks_ms(), t) <= 140)
      machine.freq(125_000_000)
      # Closed under a waiting writer.
      def late():
        try: out.write(bytes(30000))
        except OSError as e: done.append(errno.errorcode[e.errno])
      _thread.start_new_thread(late, ())
      time.sleep_ms(10)
      out.deinit()
      out.deinit()
      time.sleep_ms(10)
      print(done[1:])
      try: out.write(bytes(4))
      except OSError as e: print(errno.errorcode[e.errno])
      # Everything is free again, as often as one likes.
      for i in range(100):
        with make(4096) as o: o.write(bytes(64))
        a = AudioOutPwm(12, 13, 1, 20000, 2, 8192)
        a.write(bytes(64)); a.start(); a.close()
      print('free')
      # The callback: write returns at once; the buffer is read while the program goes on.
      o = make(512)
      called = []
      o.irq(lambda s: called.append((s is o, time.ticks_ms())))
      t = time.ticks_ms()
      b = bytearray(3200)
      print(o.write(b), time.ticks_diff(time.ticks_ms(), t) <= 5)
      try: o.write(b)
      except OSError as e: print(errno.errorcode[e.errno])
      time.sleep_ms(150)
      print(len(called), called[0][0], 60 <= time.ticks_diff(called[0][1], t) <= 100)
      o.irq(None)
      print(o.write(bytes(32)))
      o.deinit()
      """)
    #expect(
      r.output == """
        True 0 None
        True
        [] [4] True
        True
        EINVAL
        EBADF
        EPERM
        True []
        True 1
        True True
        True None True
        True
        True
        ['EBADF']
        EBADF
        free
        3200 True
        EBUSY
        1 True True
        32

        """, "\(r.error)")
  }

  /// A microphone made of a second PIO's machine: it follows SCK and WS and sends counted words.
  @Test func receivedSamplesAreRead() {
    for (bits, stereo) in [(32, true), (16, true), (16, false)] {
      let (r, _) = run(
        """
        import rp2, array, select
        from machine import I2S, Pin
        @rp2.asm_pio(out_init=rp2.PIO.OUT_LOW, out_shiftdir=rp2.PIO.SHIFT_LEFT, autopull=True, pull_thresh=32)
        def microphone():
          wait(1, gpio, 11)
          wait(0, gpio, 11)
          wait(1, gpio, 10)
          wrap_target()
          wait(0, gpio, 10)
          out(pins, 1)
          wait(1, gpio, 10)
          wrap()
        sound = I2S(0, sck=10, ws=11, sd=9, mode=I2S.RX, bits=\(bits), format=I2S.\(stereo ? "STEREO" : "MONO"), rate=4000, ibuf=8192)
        m = rp2.StateMachine(4, microphone, out_base=Pin(9))
        for i in range(4): m.put((i + 1) * 0x10203)
        m.active(1)
        for i in range(4, 400): m.put((i + 1) * 0x10203)
        p = select.poll()
        p.register(sound)
        print([e for _, e in p.poll()])
        b = array.array('\(bits == 32 ? "I" : "H")', bytes(1600 * \(bits / 8)))
        n = 0
        while b[0] == 0:
          sound.readinto(memoryview(b)[:\(stereo ? 2 : 1)])
        print(sound.readinto(b) == 1600 * \(bits / 8))
        first = 1 + \(stereo ? 2 : 2)
        print(list(b[:340 // \(stereo ? 1 : 2)]) == [(i * 0x10203) >> \(32 - bits) & \(bits == 32 ? "0xffffffff" : "0xffff") for i in range(first, first + 340, \(stereo ? 1 : 2))], hex(b[0]))
        """)
      #expect(r.output.hasPrefix("[1]\nTrue\nTrue "), "\(bits) \(stereo) \(r.output) \(r.error)")
    }
  }

  @Test func badArgumentsRaise() {
    let (r, _) = run(
      """
      from machine import I2S, AudioOutPwm, Pin
      import array
      def i2s(**more):
        args = dict(sck=Pin(10), ws=Pin(11), sd=Pin(9), mode=I2S.TX, bits=16, format=I2S.MONO, rate=8000, ibuf=1024)
        args.update(more)
        n = args.pop('id', 0)
        I2S(n, **{k: v for k, v in args.items() if v is not None}).deinit()
      def pwm(*a, **more): AudioOutPwm(*a, **more).close()
      def tell(f, *a, **k):
        try: f(*a, **k)
        except Exception as e: print(type(e).__name__, e)
        else: print('ok')
      tell(i2s)
      for more in (dict(id=2), dict(ws=Pin(12)), dict(sd=Pin(10)), dict(mode=2), dict(bits=24), dict(format=2), dict(rate=0), dict(rate=5_000_000), dict(rate=1),
                   dict(ibuf=0), dict(ibuf=1000000), dict(ibuf=None), dict(sck=Pin(29), ws=30), dict(other=1)):
        tell(i2s, **more)
      tell(pwm, 12, 13, 2, 44100, 2)
      tell(pwm, 13, 12, 1, 8000, 1, phase_correct=1)
      for a in ((12, 12, 1, 8000, 2), (12, 14, 1, 8000, 2), (12, 28, 1, 8000, 2), (12, 13, 0, 8000, 2), (12, 13, 1, 1000, 2), (12, 13, 1, 8000, 3), (12, 13, 1, 8000)):
        tell(pwm, *a)
      tell(pwm, 12, 13, 1, 8000, 2, 1024, 2000)
      tell(pwm, 12, 13, 1, 8000, 2, pwm_bits=16)
      a = AudioOutPwm(12, 13, 1, 8000, 2)
      tell(AudioOutPwm, 28, 29, 1, 8000, 2)
      tell(a.write, 5)
      tell(a.settimeout, -1)
      tell(I2S.shift, buf=bytearray(4), bits=8, shift=1)
      b = array.array('h', [1, -2, 0x4000])
      I2S.shift(buf=b, bits=16, shift=1)
      print(b)
      I2S.shift(buf=b, bits=16, shift=-2)
      print(b)
      # All machines of a PIO, or all DMA channels, in use.
      import rp2
      all = [rp2.DMA() for i in range(9)]
      tell(i2s)
      """)
    #expect(
      r.output == """
        ok
        ValueError invalid id
        ValueError invalid ws (must be sck+1)
        ValueError invalid sd
        ValueError invalid mode
        ValueError invalid bits
        ValueError invalid format
        ValueError invalid rate
        ValueError invalid rate
        ValueError invalid rate
        ValueError invalid ibuf
        OSError [Errno 12] ENOMEM
        TypeError 'ibuf' argument required
        ValueError invalid pin
        TypeError unexpected keyword argument 'other'
        ok
        ok
        ValueError Pins must be different
        ValueError Pins must share PWM slice
        ValueError Pins must share PWM slice
        ValueError invalid num_channels
        ValueError invalid sample_rate
        ValueError invalid bytes_per_sample
        TypeError 'bytes_per_sample' argument required
        ValueError invalid threshold
        ValueError invalid pwm_bits
        OSError [Errno 16] EBUSY
        TypeError object with buffer protocol required
        ValueError timeout must be non-negative
        ValueError invalid bits
        array('h', [2, -4, -32768])
        array('h', [0, -1, -8192])
        OSError [Errno 16] EBUSY

        """, "\(r.error)")
  }
}
