import Board
import Emulation
import Foundation
import RP2040
import Testing

/// `machine.SPI`, `I2C`, `ADC`, `RTC`, `unique_id` and `rp2.Flash` from Python, with parts on the wires.
@Suite struct MachineBusTests {
  /// A board that runs a program to its end; `wire` connects parts before it starts.
  static func run(
    _ program: String, milliseconds: UInt64 = 3000, flash: FlashFile? = nil, variables: [String: String] = [:], wire: (PicoBoard) -> Void = { _ in }
  ) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("tayberry-\(UUID().uuidString)").path
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    defer { close(file); unlink(path) }
    var configuration = PicoBoard.Configuration()
    configuration.request.program = Array(program.utf8)
    configuration.request.arguments = ["program.py"]
    configuration.request.variables = variables
    configuration.chip.uniqueID = 0x0123_4567_89ab_cdef
    configuration.flash = flash
    let board = try PicoBoard(configuration, output: ConsoleOutput(standard: file, error: file))
    board.chip.adc.isNoisy = false
    wire(board)
    while board.services.exitStatus == nil && board.now.nanoseconds < milliseconds * 1_000_000 {
      if case .stopped(let why) = board.run(until: Instant(nanoseconds: board.now.nanoseconds + 10_000_000)) { Issue.record("\(why)"); break }
    }
    board.finish()
    #expect(board.chip.reports == [])
    return try String(contentsOfFile: path, encoding: .utf8)
  }
  static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// A memory of 256 bytes behind a one-byte pointer at 0x50.
  final class Memory: I2CDevice {
    var memory = (0..<256).map { UInt8(truncatingIfNeeded: $0 &* 3) }
    var log = ""
    private var pointer: UInt8 = 0, mode = 0, count = 0
    var pins: I2CPins!
    init(_ board: PicoBoard, scl: String, sda: String) {
      pins = I2CPins(board.chip.circuit, clock: board.chip.circuit.net(scl), data: board.chip.circuit.net(sda), device: self)
    }
    func start(at i: Instant) { log += "S"; mode = 1 }
    func receive(_ byte: UInt8, at i: Instant) -> Bool {
      switch mode {
      case 1:
        mode = byte >> 1 == 0x50 ? (byte & 1 == 0 ? 2 : 3) : 0
        count = 0
        return mode != 0
      case 2:
        if byte == 0xee && count > 0 { return false }
        if count == 0 { pointer = byte } else { memory[Int(pointer)] = byte; pointer &+= 1 }
        count += 1
        return true
      default: return false
      }
    }
    func send(at i: Instant) -> UInt8? {
      guard mode == 3 else { return nil }
      defer { pointer &+= 1 }
      return memory[Int(pointer)]
    }
    func acknowledged(_ ack: Bool, at i: Instant) { if !ack { mode = 0 } }
    func stop(at i: Instant) { log += "P"; mode = 0 }
  }
  static let i2cProgram = """
    from machine import Pin, I2C, SoftI2C
    i = MAKE
    print(i)
    print(i.scan())
    print(i.readfrom_mem(0x50, 4, 5))
    i.writeto_mem(0x50, 0x20, b'hello')
    print(i.readfrom_mem(0x50, 0x20, 6))
    b = bytearray(3)
    i.readfrom_mem_into(0x50, 0x21, b)
    print(b)
    print(i.writeto(0x50, b'\\x22', False), i.readfrom(0x50, 2))
    print(i.writevto(0x50, [b'\\x30', b'ab', bytearray(b'c')]), i.readfrom_mem(0x50, 0x30, 3))
    print(i.writeto(0x50, b'\\x40\\x01\\xee\\x03'))
    for f in (lambda: i.writeto(0x22, b'x'), lambda: i.readfrom(0x22, 1), lambda: i.writeto(0x22, b'')):
      try:
        f()
      except OSError as e:
        print('errno', e.errno)
    i.readfrom_into(0x50, b)
    print(len(b))
    """

  @Test(arguments: [false, true]) func i2c(_ traced: Bool) throws {
    for soft in [false, true] {
      var part: Memory!, trace: VCDTrace!
      let text = try Self.run(
        Self.i2cProgram.replacingOccurrences(of: "MAKE", with: soft ? "SoftI2C(scl=Pin(9), sda=8, freq=100000)" : "I2C(0, scl=Pin(9), sda=Pin(8), freq=400000)")
      ) { b in
        part = Memory(b, scl: "GP9", sda: "GP8")
        if traced { trace = VCDTrace(b.chip.circuit, [("GP9", b.chip.circuit.net("GP9"))], at: b.now) { _ in } }
      }
      #expect(
        Self.lines(text) == [
          soft ? "SoftI2C(scl=9, sda=8, freq=100000)" : "I2C(0, freq=399361, scl=9, sda=8, timeout=50000)", "[80]",
          "b'\\x0c\\x0f\\x12\\x15\\x18'", "b'helloo'", "bytearray(b'ell')", "1 b'll'", "4 b'abc'", "2",
          soft ? "errno 19" : "errno 5", soft ? "errno 19" : "errno 5", "errno 19", "3",
        ], "\(text)")
      #expect(part.memory[0x40] == 1)
      withExtendedLifetime(trace) {}
    }
  }
  @Test func i2cTimesOut() throws {
    let text = try Self.run(
      """
      from machine import I2C
      import time
      for n in range(2):
        i = I2C(1, timeout=2000)
        t = time.ticks_us()
        try:
          i.writeto(0x50, b'x')
        except OSError as e:
          print(e.errno, 1900 < time.ticks_us() - t < 3000)
      for bad in (lambda: I2C(2), lambda: I2C(0, scl=4), lambda: I2C(0, sda=5), lambda: I2C(0, freq=0)):
        try:
          bad()
        except ValueError as e:
          print(e)
      """
    ) { b in
      // Somebody holds the clock.
      let t = b.chip.circuit.attach(to: b.chip.circuit.net("GP7"))
      b.chip.circuit.drive(t, .strong(false), at: b.now)
    }
    #expect(Self.lines(text) == ["110 True", "110 True", "I2C(2) doesn't exist", "bad SCL pin", "bad SDA pin", "invalid freq"], "\(text)")
  }

  final class Echo: SPIWords {
    var got: [UInt32] = []
    func send(at instant: Instant) -> UInt32? { got.isEmpty ? 0xa5 : got.last! ^ 0xff }
    func receive(_ word: UInt32, at instant: Instant) { got.append(word) }
    func selected(_ on: Bool, at instant: Instant) {}
  }
  @Test(arguments: [
    "SPI(0, 4_000_000)", "SPI(0, baudrate=1000000, polarity=1, phase=1, sck=Pin(18), mosi=19, miso=16)", "SoftSPI(baudrate=200000, sck=18, mosi=19, miso=16)",
  ])
  func spi(_ make: String) throws {
    for traced in [false, true] {
      let part = Echo()
      var pins: SPIPins!, trace: VCDTrace!
      let mode: UInt8 = make.contains("polarity") ? 3 : 0
      let text = try Self.run(
        """
        from machine import Pin, SPI, SoftSPI
        cs = Pin(17, Pin.OUT, value=1)
        s = \(make)
        print(s)
        cs(0)
        s.write(b'\\x01\\x02')
        print(s.read(2), s.read(1, 0x55))
        b = bytearray(4)
        s.readinto(b, 0x0f)
        print(b)
        s.write_readinto(b'1234', b)
        print(b)
        cs(1)
        try:
          s.write_readinto(b'12', b)
        except ValueError as e:
          print(e)
        cs(0)
        s.write(bytes(range(256)) * 2)
        cs(1)
        """
      ) { b in
        let c = b.chip.circuit
        pins = SPIPins(c, clock: c.net("GP18"), toDevice: c.net("GP19"), fromDevice: c.net("GP16"), select: c.net("GP17"), mode: mode, part: part)
        if traced { trace = VCDTrace(c, [("GP18", c.net("GP18"))], at: b.now) { _ in } }
      }
      let shown =
        make.hasPrefix("Soft")
        ? "SoftSPI(baudrate=166666, polarity=0, phase=0, firstbit=0, sck=18, mosi=19, miso=16)"
        : mode == 3
          ? "SPI(0, baudrate=992063, polarity=1, phase=1, bits=8, sck=18, mosi=19, miso=16)"
          : "SPI(0, baudrate=3906250, polarity=0, phase=0, bits=8, sck=18, mosi=19, miso=16)"
      #expect(
        Self.lines(text) == [
          shown, "b'\\xfd\\xff' b'\\xff'", "bytearray(b'\\xaa\\xf0\\xf0\\xf0')", "bytearray(b'\\xf0\\xce\\xcd\\xcc')", "buffers must be the same length",
        ],
        "\(make): \(text)")
      #expect(part.got.count == 13 + 512 && part.got[..<5] == [1, 2, 0, 0, 0x55] && part.got[13...] == ArraySlice((0..<512).map { UInt32($0 & 255) }))
      #expect(make.hasPrefix("Soft") || traced ? pins.wholeWords == 0 : pins.wholeWords == UInt64(part.got.count))
      withExtendedLifetime(trace) {}
    }
  }
  /// Long transfers go by DMA: frame follows frame, and what is exchanged is the same as in a loop, which takes over when no channels are left.
  @Test func spiByDMA() throws {
    let part = Echo()
    var pins: SPIPins!
    let text = try Self.run(
      """
      from machine import SPI, mem32
      import rp2, time
      # WRITE_ADDR of a channel (RP2040 data sheet 2.5.7).
      def wrote(channel): return hex(mem32[0x50000004 + 64 * channel])
      s = SPI(0, 15_625_000)
      out, back = bytes(range(256)) * 4, bytearray(1024)
      def timed(f, *a):
        t = time.ticks_us()
        f(*a)
        return time.ticks_diff(time.ticks_us(), t)
      right = bytes([0xa5]) + bytes([b ^ 0xff for b in out[:-1]])
      # 1,024 frames of 9.5 bits take 622 us, and what is done around them 50 at most.
      t = timed(s.write_readinto, out, back)
      print(622 <= t < 672 or t, back == right, wrote(0))
      t = timed(s.write, out)
      print(622 <= t < 672 or t)
      t = timed(s.readinto, back, 0x3c)
      print(622 <= t < 672 or t, back[0] == out[-1] ^ 0xff, back[1:] == b'\\xc3' * 1023)
      channels = [rp2.DMA() for i in range(11)]
      mem32[0x50000004 + 64 * 11] = 0
      s.write_readinto(out, back)
      print(back[1:] == right[1:], wrote(11))
      for c in channels: c.close()
      print(len([rp2.DMA() for i in range(12)]))
      """
    ) { b in
      let c = b.chip.circuit
      pins = SPIPins(c, clock: c.net("GP18"), toDevice: c.net("GP19"), fromDevice: c.net("GP16"), select: c.net("GP17"), mode: 0, part: part)
      c.drive(c.attach(to: c.net("GP17")), .strong(false), at: b.now)
    }
    #expect(Self.lines(text) == ["True True 0x4003c008", "True", "True True True", "True 0x0", "12"], "\(text)")
    #expect(part.got.count == 4096 && part.got[2048..<3072].allSatisfy { $0 == 0x3c })
    withExtendedLifetime(pins) {}
  }
  @Test func spiErrors() throws {
    let text = try Self.run(
      """
      from machine import SPI
      for bad in (lambda: SPI(2), lambda: SPI(0, sck=3), lambda: SPI(1, mosi=3), lambda: SPI(0, miso=1), lambda: SPI(0, firstbit=SPI.LSB), lambda: SPI(0, baudrate=0)):
        try:
          print(bad())
        except Exception as e:
          print(type(e).__name__, e)
      print(SPI(1, miso=None))
      s = SPI(0)
      s.deinit()
      try:
        s.write(b'1')
      except OSError as e:
        print(e.errno)
      """)
    #expect(
      Self.lines(text) == [
        "ValueError SPI(2) doesn't exist", "ValueError bad SCK pin", "ValueError bad MOSI pin", "ValueError bad MISO pin", "NotImplementedError LSB",
        "ValueError invalid baudrate", "SPI(1, baudrate=992063, polarity=0, phase=0, bits=8, sck=10, mosi=11, miso=None)", "5",
      ], "\(text)")
  }
  @Test func adcAndClock() throws {
    let text = try Self.run(
      """
      from machine import ADC, Pin, RTC, unique_id
      import time
      a = ADC(Pin(27))
      print(a, a.read_u16(), ADC(1).read_u16(), ADC(26).read_u16())
      t = ADC(ADC.CORE_TEMP)
      v = t.read_u16() * 3.3 / 65535
      print(abs(27 - (v - 0.706) / 0.001721 - 27) < 1)
      for bad in (5, 'GP3'):
        try:
          ADC(bad)
        except ValueError as e:
          print(e)
      r = RTC()
      print(r.datetime()[:6], time.gmtime()[:6])
      r.datetime((2028, 2, 29, 0, 23, 59, 59, 0))
      time.sleep(1.1)
      print(r.datetime(), time.localtime()[:3])
      print(unique_id())
      """, variables: ["RTC": "1795285800"]
    ) { b in
      let c = b.chip.circuit, t = c.attach(to: c.net("GP27"))
      c.drive(t, .analog(millivolts: 1650), at: b.now)
    }
    let lines = Self.lines(text)
    #expect(lines.first == "<ADC channel=1> 32776 32776 0", "\(text)")
    #expect(
      Array(lines.dropFirst()) == [
        "True", "Pin doesn't have ADC capabilities", "Pin doesn't have ADC capabilities", "(2026, 11, 21, 5, 18, 30) (2026, 11, 21, 18, 30, 0)",
        "(2028, 3, 1, 2, 0, 0, 0, 0) (2028, 3, 1)", "b'\\x01#Eg\\x89\\xab\\xcd\\xef'",
      ], "\(text)")
  }
  /// Written by one run, read by the next, through the file; erased by the device's own commands.
  @Test func flashBlocks() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("tayberry-\(UUID().uuidString).bin").path
    defer { unlink(path) }
    let write = """
      import rp2, time
      f = rp2.Flash()
      print(f.ioctl(1, 0), f.ioctl(4, 0), f.ioctl(5, 0))
      t = time.ticks_us()
      f.writeblocks(2, bytes(range(256)) * 16)
      print(45000 < time.ticks_us() - t < 60000)
      f.writeblocks(3, b'\\x0f' * 4096)
      f.writeblocks(3, b'\\xf3abc', 254)
      b = bytearray(6)
      f.readblocks(3, b, 253)
      print(b)
      for bad in (lambda: f.readblocks(128, b), lambda: f.writeblocks(1, b'1'), lambda: f.readblocks(127, b, 4093)):
        try:
          bad()
        except OSError as e:
          print(e.errno)
      print(f.ioctl(6, 3))
      f.readblocks(3, b)
      print(b)
      g = rp2.Flash(start=8192, len=4096)
      g.readblocks(0, b)
      print(b, g.ioctl(4, 0))
      """
    #expect(
      Self.lines(try Self.run(write, flash: FlashFile(path, bytes: 2 << 20))) == [
        "0 128 4096", "True", "bytearray(b'\\x0f\\x03\\x01\\x02\\x03\\x0f')", "22", "22", "22", "0", "bytearray(b'\\xff\\xff\\xff\\xff\\xff\\xff')",
        "bytearray(b'\\x00\\x01\\x02\\x03\\x04\\x05') 1",
      ])
    #expect(
      Self.lines(
        try Self.run(
          "import rp2\nb = bytearray(4096)\nrp2.Flash().readblocks(2, b)\nprint(b == bytes(range(256)) * 16)\n", flash: FlashFile(path, bytes: 2 << 20)))
        == ["True"])
  }
}
