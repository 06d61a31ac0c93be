import Board
import Emulation
import Foundation
import OnChip
import RP2040
import Testing

/// The chip's pins as outside tools see them: sigrok's decoders on our traces.
@Suite struct TraceTests {
  private static let sigrok = "/usr/bin/sigrok-cli"
  private let chip: RP2040
  private func write(_ a: UInt32, _ v: UInt32) { _ = chip.poke(a, v) }
  private func pass(microseconds: UInt64) {
    let end = chip.cycle(at: Instant(nanoseconds: chip.instant(chip.now).nanoseconds + microseconds * 1000))
    _ = chip.run(until: end)
  }
  /// 125 MHz on clk_sys and clk_peri, 48 MHz from the USB PLL, UART0 on GP0 and PWM slice 1 on GP2.
  init() throws {
    chip = try RP2040()
    write(0x4000_f000, 0x0040_7120)  // RESETS: PLLs, pads, IO, UART0, PWM
    write(0x4002_4000 + 0x0c, 47)  // XOSC
    write(0x4002_4000, 0xfabaa0)
    pass(microseconds: 1100)
    write(0x4000_8030, 2)  // clk_ref
    for (base, feedback, dividers) in [(0x4002_8000, 125, 0x6_2000), (0x4002_c000, 100, 0x5_5000)] as [(UInt32, UInt32, UInt32)] {
      write(base + 8, feedback)
      write(base + 0x3004, 0x21)
      pass(microseconds: 100)
      write(base + 12, dividers)
      write(base + 0x3004, 8)
    }
    write(0x4000_803c, 1)  // clk_sys
    write(0x4000_8048, 1 << 11)  // clk_peri from clk_sys
    write(0x4001_4004, 2)
    write(0x4001_4014, 4)
    #expect(chip.hertz(.sys) == 125_000_000 && chip.reports == [])
  }
  private func uart(ibrd: UInt32, fbrd: UInt32) {
    write(0x4003_4024, ibrd)
    write(0x4003_4028, fbrd)
    write(0x4003_402c, 0x70)
    write(0x4003_4030, 0x301)
  }
  private func send(_ text: String) { for byte in text.utf8 { write(0x4003_4000, UInt32(byte)) } }

  /// Runs `body` under a trace of GP0 and GP2 and gives the file to sigrok's decoder.
  private func decode(_ decoder: String, _ annotation: String, _ body: () -> Void) throws -> String {
    var text = ""
    let trace = VCDTrace(chip.circuit, [("GP0", chip.pins.net(0)), ("GP2", chip.pins.net(2))], at: chip.instant(chip.now)) { text += $0 }
    body()
    trace.finish(at: chip.instant(chip.now))
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tayberry-\(UUID().uuidString).vcd")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let p = Process(), out = Pipe()
    p.executableURL = URL(fileURLWithPath: Self.sigrok)
    p.arguments = ["-I", "vcd:downsample=8", "-i", file.path, "-P", decoder, "-A", annotation]
    p.standardOutput = out
    p.standardError = out
    try p.run()
    let answer = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    p.waitUntilExit()
    return answer
  }
  private static var hasSigrok: Bool { FileManager.default.isExecutableFile(atPath: sigrok) }

  @Test(.enabled(if: hasSigrok, "sigrok-cli is not installed (apt install sigrok-cli)"))
  func sigrokReadsTheUART() throws {
    let answer = try decode("uart:baudrate=115200:rx=GP0:format=ascii", "uart=rx-data") {
      uart(ibrd: 67, fbrd: 52)
      pass(microseconds: 200)
      send("Hello, 125")
      pass(microseconds: 1000)
      write(0x4000_8048, 0)
      write(0x4000_8048, 1 << 11 | 2 << 5)  // clk_peri from the USB PLL
      uart(ibrd: 26, fbrd: 3)
      send("MHz or 48")
      pass(microseconds: 1000)
    }
    let letters = answer.split(separator: "\n").map { $0.replacingOccurrences(of: "uart-1: ", with: "") }.joined()
    #expect(letters == "Hello,[20]125MHz[20]or[20]48" || letters == "Hello, 125MHz or 48", "\(answer)")
  }

  @Test(.enabled(if: hasSigrok, "sigrok-cli is not installed (apt install sigrok-cli)"))
  func sigrokReadsThePWM() throws {
    let answer = try decode("pwm:data=GP2", "pwm") {
      write(0x4005_0014 + 16, 1249)  // TOP: 100 kHz
      write(0x4005_0014 + 12, 312)
      write(0x4005_0014, 1)
      pass(microseconds: 200)
    }
    #expect(answer.contains("24.96") && (answer.contains("10.0 μs") || answer.contains("10 μs")), "\(answer.prefix(400))")
  }
}
