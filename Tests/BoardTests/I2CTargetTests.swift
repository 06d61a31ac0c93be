import Board
import Emulation
import RP2040
import Testing

/// `machine.I2CTarget` on the block in slave mode, with a controller made by hand, the other block as controller, and a part's view of it.
@Suite struct I2CTargetTests {
  /// GP4 (SDA) and GP5 (SCL), of I2C0 or by hand, are wired to GP6 and GP7, of I2C1.
  private static func run(_ program: String, variables: [String: String] = [:], wire: (PicoBoard) -> Void = { _ in }) throws -> [String] {
    let head = "from machine import Pin, I2C, SoftI2C, I2CTarget\nimport time\n"
    return MachineBusTests.lines(
      try MachineBusTests.run(head + program, variables: variables) { b in
        for (x, y) in [("GP4", "GP6"), ("GP5", "GP7")] { b.chip.circuit.join(b.chip.circuit.net(x), b.chip.circuit.net(y), at: b.now) }
        wire(b)
      })
  }
  private static let controllers = ["SoftI2C(scl=5, sda=4, freq=100000)", "SoftI2C(scl=5, sda=4, freq=400000)", "I2C(0, freq=100000)", "I2C(0, freq=400000)"]

  /// A memory with a one-byte address; the expected lines are those of MicroPython's tests of the class.
  @Test(arguments: controllers, [false, true]) func memory(_ controller: String, _ traced: Bool) throws {
    var trace: VCDTrace!
    let text = try Self.run(
      """
      mem = bytearray(b'01234567')
      c = \(controller)
      t = I2CTarget(1, 67, mem=mem)
      print(t, 67 in c.scan())
      c.writeto_mem(67, 0, b'test')
      c.writeto_mem(67, 4, b'TEST')
      print(mem)
      mem[:] = b'01234567'
      c.writeto_mem(67, 6, b'test')
      print(mem)
      c.writeto_mem(67, 0, b'testTESTmore')
      print(mem)
      mem[:] = b'01234567'
      print(c.readfrom_mem(67, 0, 4), c.readfrom_mem(67, 6, 4), c.readfrom_mem(67, 0, 12))
      print(c.writeto(67, b'\\x02'), c.readfrom(67, 4))
      # The end of a read counts as one more byte.
      print(c.readfrom(67, 4), t.memaddr)
      t.deinit()
      t.deinit()
      print(c.scan())
      try: t.write(b'x')
      except OSError as e: print(e)
      """
    ) { b in if traced { trace = VCDTrace(b.chip.circuit, [("GP5", b.chip.circuit.net("GP5"))], at: b.now) { _ in } } }
    #expect(
      text == [
        "I2CTarget(1, addr=67, scl=7, sda=6) True", "bytearray(b'testTEST')", "bytearray(b'st2345te')", "bytearray(b'moreTEST')",
        "b'0123' b'6701' b'012345670123'", "1 b'2345'", "b'7012' 2", "[]", "[Errno 5] EIO",
      ], "\(text)")
    withExtendedLifetime(trace) {}
  }
  /// The order of events, as a hard handler sees them: the clock is held until it has run.
  @Test(arguments: controllers) func events(_ controller: String) throws {
    let text = try Self.run(
      """
      events = []
      def handler(t, buf=bytearray(1)):
        flags = t.irq().flags()
        events.append(flags)
        if flags & t.IRQ_READ_REQ: t.write(b'Y')
        if flags & t.IRQ_WRITE_REQ: events.append(chr(buf[0]) if t.readinto(buf) else None)
      c = \(controller)
      t = I2CTarget(1, 67)
      t.irq(handler, 63, hard=True)
      def show():
        print(*events)
        events.clear()
      c.scan()
      show()
      c.writeto(67, b'XYZ')
      show()
      print(c.readfrom(67, 1))
      show()
      print(c.readfrom(67, 3))
      show()
      c.writeto(67, b'X', False)
      print(c.readfrom(67, 1))
      show()
      c.writeto(67, b'1')
      c.writeto(67, b'2')
      show()
      print(t.irq().trigger())
      t.irq(None)
      print(c.readfrom(67, 2))
      show()
      """)
    #expect(
      text == [
        "2 32", "2 8 X 8 Y 8 Z 32", "b'Y'", "1 4 4 16", "b'YYY'", "1 4 4 4 4 16", "b'Y'", "2 8 X 32 1 4 4 16", "2 8 1 32 2 8 2 32", "63",
        "b'\\x00\\x00'",
      ], "\(text)")
  }
  /// A memory reports its ends to a soft handler; a write that only names a place is no event.
  @Test(arguments: controllers) func memoryEvents(_ controller: String) throws {
    let text = try Self.run(
      """
      events = []
      c = \(controller)
      t = I2CTarget(1, addr=67, mem=bytearray(8))
      t.irq(lambda t: events.append((t.irq().flags(), t.memaddr)))
      c.writeto_mem(67, 2, b'test')
      print(events)
      events.clear()
      print(c.readfrom_mem(67, 3, 2), events)
      events.clear()
      c.scan()
      print(events)
      for bad in (lambda: t.irq(print, 4), lambda: t.irq(print, 64, hard=True), lambda: I2CTarget(2, 1), lambda: I2CTarget(0, 1, scl=4), lambda: I2CTarget(0, 1, sda=5),
          lambda: I2CTarget(0, 1, mem=bytearray(2), mem_addrsize=7), lambda: I2CTarget(0, 128), lambda: I2CTarget(0, 1, mem=bytearray())):
        try: bad()
        except ValueError as e: print(e)
      """)
    #expect(
      text == [
        "[(32, 2)]", "b'es' [(16, 3)]", "[(32, 3)]", "hard IRQ required", "invalid trigger", "I2CTarget(2) doesn't exist", "bad SCL pin", "bad SDA pin",
        "mem_addrsize must be 0, 8, 16, 24 or 32", "invalid addr", "mem is empty",
      ], "\(text)")
  }
  /// A device that computes its answers slowly: the controller is held meanwhile, and nothing is lost. What is written without being asked for is polled.
  @Test(arguments: controllers) func slowAndPolled(_ controller: String) throws {
    let text = try Self.run(
      """
      class Device:
        def __init__(self, t):
          self.mem, self.place, self.state, self.buf = bytearray(8), 0, 0, bytearray(1)
          t.irq(self.irq, t.IRQ_ADDR_MATCH_WRITE | t.IRQ_READ_REQ | t.IRQ_WRITE_REQ, hard=True)
        def irq(self, t):
          time.sleep_us(200)
          flags = t.irq().flags()
          if flags & t.IRQ_ADDR_MATCH_WRITE: self.state = 0
          if flags & t.IRQ_READ_REQ:
            self.buf[0] = self.mem[self.place]
            self.place += 1
            t.write(self.buf)
          if flags & t.IRQ_WRITE_REQ:
            t.readinto(self.buf)
            if self.state: self.mem[self.place] = self.buf[0]; self.place += 1
            else: self.place = self.buf[0]
            self.state = 1
          self.place %= 8
      c = \(controller)
      t = I2CTarget(1, 67)
      d = Device(t)
      c.writeto_mem(67, 2, b'0123')
      print(d.mem, c.readfrom_mem(67, 2, 4))
      t = I2CTarget(1, 67)
      t.irq(lambda t: t.irq().flags() & t.IRQ_READ_REQ and t.write(b'0123'), t.IRQ_WRITE_REQ | t.IRQ_READ_REQ, hard=True)
      print(c.readfrom(67, 4), c.readfrom(67, 6))
      b = bytearray(8)
      print(c.writeto(67, b'abcd'), t.readinto(b), b)
      print(c.writeto(67, b'ef'), t.readinto(b), t.readinto(b), b)
      """)
    #expect(
      text == [
        "bytearray(b'\\x00\\x000123\\x00\\x00') b'0123'", "b'0123' b'012301'", "4 4 bytearray(b'abcd\\x00\\x00\\x00\\x00')",
        "2 2 0 bytearray(b'efcd\\x00\\x00\\x00\\x00')",
      ], "\(text)")
  }
  /// Ten-bit addresses, wide memory addresses, none at all; the memory may be a part of something, and everything else moves at every allocation.
  @Test func sizes() throws {
    let text = try Self.run(
      """
      import array, gc
      c = SoftI2C(scl=5, sda=4, freq=400000)
      big = array.array('H', range(300))
      t = I2CTarget(1, 0x33, mem=memoryview(big)[10:], mem_addrsize=16)
      gc.collect()
      junk = [bytes(i) for i in range(50)]
      print(c.readfrom_mem(0x33, 256, 4, addrsize=16), t.memaddr)
      c.writeto_mem(0x33, 0, b'\\x01\\x02', addrsize=16)
      print(hex(big[10]), c.writeto(0x33, b'\\x04'), c.readfrom(0x33, 1))
      t = I2CTarget(1, 0x33, mem=bytearray(b'abc'), mem_addrsize=0)
      print(c.readfrom(0x33, 2), c.writeto(0x33, b'XY'), c.readfrom(0x33, 3))
      t = I2CTarget(1, addr=0x233, addrsize=10, mem=bytearray(b'abc'))
      print(c.scan())
      # Ten bits by hand: a write of the address, then the read with its first part alone.
      print(c.writeto(0x7a, b'\\x33\\x01', False), c.readfrom(0x7a, 2))
      i = I2C(1, freq=100000)
      print(i, i.scan())
      """, variables: ["HEAP_HOSTILE": "1"])
    #expect(
      text == [
        "b'\\x8a\\x00\\x8b\\x00' 256", "0x201 1 b'\\x0c'", "b'ab' 2 b'cXY'", "[]", "2 b'bc'", "I2C(1, freq=100000, scl=7, sda=6, timeout=50000) []",
      ], "\(text)")
  }
  /// A soft reset ends a target; its interrupts and handlers are gone with the program.
  @Test func aHandlerThatFailsIsNotCalledAgain() throws {
    let text = try Self.run(
      """
      c = SoftI2C(scl=5, sda=4, freq=100000)
      t = I2CTarget(1, 67)
      n = 0
      def bad(t):
        global n
        n += 1
        raise ValueError('no')
      t.irq(bad, t.IRQ_WRITE_REQ, hard=True)
      print(c.writeto(67, b'abcde'))
      print(n, t.irq().trigger())
      """)
    #expect(text.contains("5") && text.last == "1 0" && text.contains { $0.contains("Uncaught exception in IRQ") }, "\(text)")
  }
}
