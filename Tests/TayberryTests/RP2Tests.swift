import Foundation
import Testing

/// `rp2`, `machine.bitstream` and `neopixel` on a board, judged by what the pins do.
@Suite struct RP2Tests {
  private func run(_ text: String, trace: Bool = false, _ more: [String] = []) -> (Command.Result, vcd: String) {
    let c = Command()
    let r = c.program(text, (trace ? ["--trace", "t.vcd"] : []) + more)
    return (r, c.read("t.vcd") ?? "")
  }
  /// The bytes of a WS2812 signal: every pulse within 150 ns of the part's 0.4/0.85 and 0.8/0.45 µs; nil where it is not.
  private func pixels(_ pin: String, _ vcd: String) -> [UInt8]? {
    let edges = changes(of: pin, in: vcd).filter { "01".contains($0.value) }
    var bits: [UInt8] = []
    var i = 0
    while i < edges.count && edges[i].value == "0" { i += 1 }
    while i + 1 < edges.count {
      let high = Int64(edges[i + 1].time) - Int64(edges[i].time)
      let low = i + 2 < edges.count ? Int64(edges[i + 2].time) - Int64(edges[i + 1].time) : 500
      let one = high > 600
      guard abs(high - (one ? 800 : 400)) <= 150, low > 50_000 || abs(low - (one ? 450 : 850)) <= 150 else { return nil }
      bits.append(one ? 1 : 0)
      i += 2
    }
    guard bits.count % 8 == 0 else { return nil }
    return stride(from: 0, to: bits.count, by: 8).map { bits[$0..<$0 + 8].reduce(0) { $0 << 1 | $1 } }
  }
  private static let ws2812 = """
    import rp2, time, array
    from machine import Pin
    @rp2.asm_pio(sideset_init=rp2.PIO.OUT_LOW, out_shiftdir=rp2.PIO.SHIFT_LEFT, autopull=True, pull_thresh=24)
    def ws2812():
      T1 = 2
      T2 = 5
      T3 = 3
      wrap_target()
      label('bitloop')
      out(x, 1)             .side(0)    [T3 - 1]
      jmp(not_x, 'do_zero') .side(1)    [T1 - 1]
      jmp('bitloop')        .side(1)    [T2 - 1]
      label('do_zero')
      nop()                 .side(0)    [T2 - 1]
      wrap()

    """

  /// A machine may have no program of its own and only do what it is handed.
  @Test func anEmptyPIOProgram() {
    let (r, vcd) = run(
      """
      import rp2, time
      from machine import Pin
      @rp2.asm_pio(set_init=rp2.PIO.OUT_LOW)
      def empty():
        pass
      sm = rp2.StateMachine(0, empty, set_base=Pin(25))
      sm.exec("set(pins, 1)")
      time.sleep_ms(1)
      sm.exec("set(pins, 0)")
      rp2.PIO(0).remove_program(empty)
      print("done")
      """, trace: true)
    #expect(r.output == "done\n", "\(r)")
    #expect(changes(of: "GP25", in: vcd).map(\.value).suffix(2) == ["1", "0"])
  }

  @Test func aPIOProgramDrivesWS2812() {
    let (r, vcd) = run(
      Self.ws2812 + """
        sm = rp2.StateMachine(5, ws2812, freq=8_000_000, sideset_base=Pin(22))
        sm.active(1)
        sm.put(array.array('I', [0x123456, 0xff00aa, 0x000001]), 8)
        time.sleep_ms(1)
        print(ws2812[0], sm)
        """, trace: true)
    #expect(r.output == "array('H', [25121, 4387, 5120, 42050]) StateMachine(5)\n", "\(r)")
    // 8 MHz: 0.25 and 0.875 µs high, within what the part takes.
    let edges = changes(of: "GP22", in: vcd).filter { "01".contains($0.value) && $0.time > 0 }
    var bits: [Int] = []
    for (a, z) in zip(edges, edges.dropFirst()) where a.value == "1" {
      let high = z.time - a.time
      #expect(high == 250 || high == 256 || high == 248 || (872...880).contains(high), "\(high)")
      bits.append(high > 500 ? 1 : 0)
    }
    let words = stride(from: 0, to: bits.count - 23, by: 24).map { bits[$0..<$0 + 24].reduce(0) { $0 << 1 | $1 } }
    #expect(words == [0x123456, 0xff00aa, 0x000001])
  }
  @Test func bitstreamAndNeoPixelDriveWS2812() {
    let (r, vcd) = run(
      """
      from machine import Pin
      import neopixel
      np = neopixel.NeoPixel(Pin(5), 4)
      np[0] = (1, 2, 3)
      np[-1] = (255, 0, 129)
      np[1:3] = [(16, 32, 64), (0, 0, 7)]
      np.write()
      print(len(np), np[0], np[3], np[1:3])
      try:
        np[4] = (0, 0, 0)
      except IndexError as e:
        print(e)
      """, trace: true)
    #expect(r.output == "4 (1, 2, 3) (255, 0, 129) [(16, 32, 64), (0, 0, 7)]\npixel out of range\n", "\(r)")
    #expect(pixels("GP5", vcd) == [2, 1, 3, 32, 16, 64, 0, 0, 7, 0, 255, 129])
  }
  @Test func dmaFeedsAProgramFromABufferThatWouldMove() {
    for more in [[], ["--hostile-heap"]] as [[String]] {
      let (r, _) = run(
        """
        import rp2, time
        @rp2.asm_pio(autopush=True, autopull=True, in_shiftdir=rp2.PIO.SHIFT_RIGHT, out_shiftdir=rp2.PIO.SHIFT_RIGHT)
        def swap():
          out(x, 16)
          out(y, 16)
          in_(y, 16)
          in_(x, 16)
        sm = rp2.StateMachine(0, swap)
        src = bytearray(range(64))
        dst = bytearray(64)
        tx, rx = rp2.DMA(), rp2.DMA()
        ended = []
        rx.irq(lambda d: ended.append(d.channel))
        rx.config(read=0x50200020, write=dst, count=16, ctrl=rx.pack_ctrl(inc_read=False, treq_sel=4, irq_quiet=False), trigger=True)
        tx.config(read=src, write=0x50200010, count=16, ctrl=tx.pack_ctrl(inc_write=False, treq_sel=0), trigger=True)
        print(tx.active(), rx.active(), tx.channel, rx.channel)
        garbage = [bytearray(100) for i in range(50)]
        sm.active(1)
        garbage = None
        while rx.active():
          pass
        time.sleep_ms(1)
        print(tx.active(), ended, list(dst[:8]), tx.count)
        print(all(dst[i ^ 2] == src[i] for i in range(64)))
        tx.close(); rx.close()
        try:
          tx.active()
        except ValueError as e:
          print(e)
        all_of_them = [rp2.DMA() for i in range(12)]
        try:
          rp2.DMA()
        except OSError as e:
          print(e.errno)
        """, trace: false, more)
      #expect(
        r.output == "True True 0 1\nFalse [1] [2, 3, 0, 1, 6, 7, 4, 5] 0\nTrue\nchannel closed\n16\n", "\(more) \(r)")
    }
  }
  @Test func interruptsFromPrograms() {
    let (r, _) = run(
      """
      import rp2, time
      @rp2.asm_pio()
      def ticks():
        set(x, 31) [31]
        label('again')
        jmp(x_dec, 'again') [31]
        irq(rel(0))
      hits = []
      a = rp2.StateMachine(1, ticks, freq=1_000_000)
      a.irq(lambda sm: hits.append(sm))
      a.active(1)
      time.sleep_ms(10)
      a.active(0)
      print(len(hits), hits[0])
      flags = []
      pio = rp2.PIO(1)
      pio.irq(lambda p: flags.append(p.irq().flags()))
      b = pio.state_machine(2, ticks, freq=1_000_000)
      b.active(1)
      time.sleep_ms(5)
      b.active(0)
      print(len(flags), set(flags) == {rp2.PIO.IRQ_SM2}, pio, b)
      """)
    #expect(r.output == "9 StateMachine(1)\n4 True PIO(1) StateMachine(6)\n", "\(r)")
  }
  @Test func everyInstructionAssembles() {
    let (r, _) = run(
      """
      import rp2
      from rp2 import PIO
      @rp2.asm_pio(sideset_init=(PIO.OUT_LOW, PIO.OUT_HIGH), side_pindir=True, fifo_join=PIO.JOIN_TX, push_thresh=8)
      def all():
        jmp('end') [1]
        label('end')
        jmp(not_x, 'end')
        jmp(y_dec, 'end') .side(2) [3]
        jmp(x_not_y, 'end')
        jmp(pin, 'end')
        jmp(not_osre, 'end')
        wait(1, gpio, 5)
        wait(0, pin, 6)
        wait(1, irq, rel(7))
        in_(pins, 32)
        in_(null, 4)
        out(pindirs, 3)
        out(exec, 16)
        out(pc, 5)
        wrap_target()
        push()
        push(noblock)
        push(iffull, block)
        pull()
        pull(ifempty, noblock)
        mov(x, invert(y))
        mov(exec, reverse(osr))
        mov(isr, status)
        irq(3)
        irq(clear, 2)
        irq(block, rel(1))
        set(pindirs, 31)
        wrap()
        nop()
        word(0x1234)
      print([hex(w) for w in all[0]])
      print([hex(v) for v in all[3:5]])
      print(hex(rp2.asm_pio_encode('wait(0, pin, 2) [3]', 0)), hex(rp2.asm_pio_encode('set(x, 1) .side(1) [2]', 1, True)))
      for bad in ("jmp('nowhere')", "set(x, 1) [32]", "set(x, 1).side(2)", "set(x, 1); set(y, 1)"):
        try:
          rp2.asm_pio_encode(bad, 1 if 'side' in bad else 0)
        except rp2.PIOASMError as e:
          print(e)
      """)
    let words =
      "['0x101', '0x21', '0x1b81', '0xa1', '0xc1', '0xe1', '0x2085', '0x2026', '0x20d7', '0x4000', '0x4064', '0x6083', '0x60f0', '0x60a5', "
      + "'0x8020', '0x8000', '0x8060', '0x80a0', '0x80c0', '0xa02a', '0xa097', '0xa0c5', '0xc003', '0xc042', '0xc031', '0xe09f', '0xa042', '0x1234']\n"
    #expect(
      r.output == words
        + "['0x60019700', '0x40800000']\n0x2322 0xfa21\nunknown label nowhere\ndelay too large\nsideset too large\nexpecting exactly 1 instruction\n",
      "\(r)")
  }
  @Test func fifosExecAndErrors() {
    let (r, _) = run(
      """
      import rp2, array
      from machine import Pin
      @rp2.asm_pio()
      def echo():
        pull()
        mov(isr, osr)
        push()
      sm = rp2.StateMachine(0, echo)
      for v in (1, 2, 0xffffffff, -2):
        sm.put(v)
      print(sm.tx_fifo(), sm.rx_fifo(), sm.active())
      sm.active(1)
      print(sm.get(), sm.get(None, 1), hex(sm.get()), hex(sm.get()))
      sm.put(b'\\x01\\x02', 8)
      print(sm.get(), sm.get())
      buffer = array.array('H', [0, 0])
      sm.put(array.array('I', [70000, 5]))
      print(sm.get(buffer), sm.rx_fifo())
      sm.active(0)
      sm.exec('set(x, 21)'); sm.exec('mov(isr, x)'); sm.exec(0x8020)
      print(sm.get())
      for bad in (lambda: rp2.StateMachine(8, echo), lambda: rp2.StateMachine(0, echo, freq=1), lambda: rp2.StateMachine(0, echo, freq=200_000_000), lambda: rp2.PIO(2)):
        try:
          bad()
        except ValueError as e:
          print(e)
      programs = [list(echo) for i in range(11)]
      pio = rp2.PIO(1)
      try:
        for p in programs:
          pio.add_program(p)
      except OSError as e:
        print(e.errno, [p[2] for p in programs])
      pio.remove_program(programs[3])
      pio.add_program(programs[10])
      print(programs[3][2], programs[10][2])
      """)
    #expect(
      r.output == """
        4 0 False
        1 1 0xffffffff 0xfffffffe
        256 512
        array('H', [4464, 5]) 0
        21
        invalid StateMachine
        freq out of range
        freq out of range
        invalid PIO
        12 [29, 26, 23, 20, 17, 14, 11, 8, 5, 2, -1]
        -1 20

        """, "\(r)")
  }
}
