import Board
import Emulation
import Foundation
import RP2040
import Testing

/// SPI at 20 MHz and I2C at 400 kHz between the chip and a part: what sigrok decodes from the trace is what was sent, and without a
/// trace, when whole words are handed over, the part and the chip get the same.
@Suite struct BusTraceTests {
  private static let sigrok = "/usr/bin/sigrok-cli"
  static var hasSigrok: Bool { FileManager.default.isExecutableFile(atPath: sigrok) }

  final class Words: SPIWords {
    let answers: [UInt32]
    var got: [UInt32] = []
    init(_ answers: [UInt32]) { self.answers = answers }
    func send(at instant: Instant) -> UInt32? { answers[min(got.count, answers.count - 1)] }
    func receive(_ word: UInt32, at instant: Instant) { got.append(word) }
    func selected(_ on: Bool, at instant: Instant) {}
  }
  final class Memory: I2CDevice {
    var got: [UInt8] = [], answers: [UInt8] = []
    private var mine = false, first = false, reading = false
    func start(at instant: Instant) { first = true; mine = true }
    func receive(_ byte: UInt8, at instant: Instant) -> Bool {
      if first { mine = byte >> 1 == 0x3c; reading = byte & 1 != 0; first = false } else if mine { got.append(byte) }
      return mine
    }
    func send(at instant: Instant) -> UInt8? { mine && reading && !answers.isEmpty ? answers.removeFirst() : nil }
    func acknowledged(_ ack: Bool, at instant: Instant) { if !ack { mine = false } }
    func stop(at instant: Instant) { mine = false }
  }

  private let chip: RP2040
  private func write(_ a: UInt32, _ v: UInt32) { _ = chip.poke(a, v) }
  private func read(_ a: UInt32) -> UInt32 { chip.load(a).value }
  private func pass(microseconds: UInt64) {
    _ = chip.run(until: chip.cycle(at: Instant(nanoseconds: chip.instant(chip.now).nanoseconds + microseconds * 1000)))
  }
  /// clk_sys and clk_peri at `megahertz` (120 or 125).
  private init(megahertz: UInt32) throws {
    chip = try RP2040()
    write(0x4000_f000, 1 << 12 | 1 << 8 | 1 << 5 | 1 << 16 | 1 << 3)  // PLL_SYS, PADS_BANK0, IO_BANK0, SPI0, I2C0
    write(0x4002_4000 + 0x0c, 47)
    write(0x4002_4000, 0xfabaa0)
    pass(microseconds: 1100)
    write(0x4000_8030, 2)
    write(0x4002_8000 + 8, megahertz)
    write(0x4002_8000 + 0x3004, 0x21)
    pass(microseconds: 100)
    write(0x4002_8000 + 12, 0x6_2000)
    write(0x4002_8000 + 0x3004, 8)
    write(0x4000_803c, 1)
    write(0x4000_8048, 1 << 11)
    #expect(chip.hertz(.peri) == UInt64(megahertz) * 1_000_000)
  }
  init() throws { try self.init(megahertz: 125) }

  /// Decodes a trace of `pins` while `body` runs; nil pins: no trace.
  private func decode(_ pins: [UInt32]?, _ arguments: [String], _ body: () -> Void) throws -> String {
    guard let pins else { body(); return "" }
    var text = ""
    let trace = VCDTrace(chip.circuit, pins.map { ("GP\($0)", chip.pins.net($0)) }, at: chip.instant(chip.now)) { text += $0 }
    pass(microseconds: 5)
    body()
    trace.finish(at: chip.instant(chip.now))
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tayberry-\(UUID().uuidString).vcd")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let p = Process(), out = Pipe()
    p.executableURL = URL(fileURLWithPath: Self.sigrok)
    p.arguments = ["-I", "vcd", "-i", file.path] + arguments
    p.standardOutput = out
    p.standardError = out
    try p.run()
    let answer = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    p.waitUntilExit()
    return answer
  }

  @Test(.enabled(if: hasSigrok, "sigrok-cli is not installed (apt install sigrok-cli)"), arguments: [0, 3] as [UInt32])
  func spiAt20MHz(_ mode: UInt32) throws {
    let sent: [UInt32] = [0x9f, 0x00, 0xff, 0xa5, 0x5a, 0x01, 0x80, 0x3c], answers: [UInt32] = [0xef, 0x40, 0x15, 0x12, 0x34, 0xfe, 0x00, 0x81]
    for traced in [true, false] {
      let t = try BusTraceTests(megahertz: 120)
      for p in [0, 1, 2, 3] as [UInt32] { t.write(0x4001_4004 + 8 * p, 1) }
      let part = Words(answers)
      let pins = SPIPins(
        t.chip.circuit, clock: t.chip.pins.net(2), toDevice: t.chip.pins.net(3), fromDevice: t.chip.pins.net(0), select: t.chip.pins.net(1),
        mode: UInt8(mode), part: part)
      let s: UInt32 = 0x4003_c000
      t.write(s + 0x10, 6)
      t.write(s, (mode & 1) << 7 | (mode >> 1) << 6 | 7)
      t.write(s + 4, 2)
      var got: [UInt32] = [], took: UInt64 = 0
      let text = try t.decode(
        traced ? [0, 1, 2, 3] : nil,
        ["-P", "spi:clk=GP2:miso=GP0:mosi=GP3:cs=GP1:cpol=\(mode >> 1):cpha=\(mode & 1)", "-A", "spi=mosi-data:miso-data"]
      ) {
        for v in sent { t.write(s + 8, v) }
        let start = t.chip.instant(t.chip.now).nanoseconds
        while t.read(s + 12) & 16 != 0 { _ = t.chip.run(until: t.chip.now + 1) }
        took = t.chip.instant(t.chip.now).nanoseconds - start
        while t.read(s + 12) & 4 != 0 { got.append(t.read(s + 8)) }
      }
      // 8 bits and, with phase 0, 1.5 of pause: 50 ns each.
      #expect(mode == 0 ? (3700...3800).contains(took) : (3200...3260).contains(took), "\(took) ns")
      #expect(part.got == sent && got == answers && pins.wholeWords == (traced ? 0 : 8))
      if traced {
        var mosi: [UInt32] = [], miso: [UInt32] = []
        for line in text.split(separator: "\n") {
          guard let v = UInt32(line.split(separator: " ").last ?? "", radix: 16) else { continue }
          // Of each pair sigrok prints MISO first.
          if miso.count == mosi.count { miso.append(v) } else { mosi.append(v) }
        }
        #expect(mosi == sent && miso == answers, "\(text)")
      }
    }
  }

  @Test(.enabled(if: hasSigrok, "sigrok-cli is not installed (apt install sigrok-cli)"))
  func i2cAt400kHz() throws {
    let sent: [UInt8] = [0x00, 0xff, 0xa5, 0x5a, 0x01], answers: [UInt8] = [0x80, 0x7f, 0x00, 0xff, 0x36]
    for traced in [true, false] {
      let t = try BusTraceTests(megahertz: 125)
      for p in [4, 5] as [UInt32] {
        t.write(0x4001_c004 + 4 * p, 0x4a)
        t.write(0x4001_4004 + 8 * p, 3)
      }
      t.chip.pins.counted = 1 << 5
      let part = Memory()
      part.answers = answers
      let pins = I2CPins(t.chip.circuit, clock: t.chip.pins.net(5), data: t.chip.pins.net(4), device: part)
      let i: UInt32 = 0x4004_4000
      t.write(i + 0x6c, 0)
      t.write(i, 0x165)
      t.write(i + 4, 0x3c)
      // 400 kHz to the tick: high 109 + 11 + 7, low 185 + 1, together 313 (125 MHz / 400 kHz = 312.5).
      t.write(i + 0x1c, 109)
      t.write(i + 0x20, 185)
      t.write(i + 0xa0, 11)
      t.write(i + 0x7c, 38)
      t.write(i + 0x6c, 1)
      var got: [UInt32] = [], took: UInt64 = 0
      let text = try t.decode(traced ? [4, 5] : nil, ["-P", "i2c:scl=GP5:sda=GP4", "-A", "i2c"]) {
        let start = t.chip.instant(t.chip.now).nanoseconds
        for v in sent { t.write(i + 0x10, UInt32(v)) }
        for n in 0..<5 as Range<UInt32> { t.write(i + 0x10, 0x100 | (n == 4 ? 0x200 : 0)) }
        while t.read(i + 0x34) & 0x200 == 0 { _ = t.chip.run(until: t.chip.now + 10) }
        took = t.chip.instant(t.chip.now).nanoseconds - start
        for _ in 0..<t.read(i + 0x78) { got.append(t.read(i + 0x10) & 0xff) }
        t.pass(microseconds: 10)
      }
      // 12 bytes of nine bits and three conditions, 2.5 µs a bit.
      #expect((270_000...280_000).contains(took), "\(took) ns")
      // While the trace watches, the wires move; without it, bytes are handed over.
      #expect(part.got == sent && got == answers.map(UInt32.init) && (t.chip.pins.edgeCounts[5] > 90) == traced, "\(t.chip.pins.edgeCounts[5]) edges")
      if traced {
        let lines = text.split(separator: "\n").map { $0.replacingOccurrences(of: "i2c-1: ", with: "") }.filter {
          !$0.hasPrefix("Bit") && $0 != "0" && $0 != "1"
        }
        func hex(_ v: UInt8) -> String { let s = String(v, radix: 16, uppercase: true); return s.count == 1 ? "0" + s : s }
        var expected = ["Start", "Write", "Address write: 3C", "ACK"]
        for v in sent { expected += ["Data write: " + hex(v), "ACK"] }
        expected += ["Start repeat", "Read", "Address read: 3C", "ACK"]
        for (n, v) in answers.enumerated() { expected += ["Data read: " + hex(v), n == 4 ? "NACK" : "ACK"] }
        expected.append("Stop")
        #expect(lines == expected, "\(text)")
      }
      withExtendedLifetime(pins) {}
    }
  }
}
