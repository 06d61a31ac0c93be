import Foundation
import Testing

/// The debug and the release program write the same bytes: console, trace and recording of a few programs that use what could differ
/// (floats, hashes, both cores' timing, interrupts, collections, exceptions, piped input).
///
/// Each build leaves its outputs under `build/same-bytes`; the one that comes second compares. `make test` runs the debug one first and
/// then insists on the comparison (TAYBERRY_COMPARE=1). Outputs of other sources than these are not compared.
@Suite struct SmokeOutputsTests {
  private static let programs: [(name: String, options: [String], input: String?, text: String)] = [
    (
      "pins", ["--trace", "t.vcd"], nil,
      """
      from machine import Pin, PWM, Timer, UART
      import machine, time
      p = PWM(Pin(2), freq=12345, duty_u16=20000)
      u = UART(0, 115200)
      hits = 0
      def tick(t):
        global hits
        hits += 1
        p.duty_u16(hits * 300)
        u.write('%d\\n' % hits)
      t = Timer(freq=333, callback=tick)
      for i in range(40):
        Pin(3, Pin.OUT).toggle()
        time.sleep_us(777)
        print(i, time.ticks_us(), hits)
        if i == 20: machine.freq(48_000_000)
        if i == 30: machine.lightsleep(5)
      """
    ),
    (
      "language", [], nil,
      """
      import gc, math, time
      class A:
        def __init__(self, n): self.n = n
        def __lt__(self, o): return self.n % 7 < o.n % 7
        def __repr__(self): return 'A(%d)' % self.n
      def gen(n):
        for i in range(n):
          try: yield i / (i % 3)
          except ZeroDivisionError as e: yield repr(e)
      for round in range(3):
        print(sorted(A(i) for i in range(20)), list(gen(9)))
        print([math.sin(x) ** x for x in range(5)], 2 ** 200 // 7 ** 30, hash('abc'), hash(2.5), hash((1, 'x')))
        print({k: v for k, v in zip('hello world', range(99))}, {str(i) for i in range(9)}, f'{math.pi:.15g} {1e300 * 1e10}')
        junk = [bytearray(i) for i in range(0, 3600, 100)]
        print(gc.mem_free(), time.ticks_us())
      """
    ),
    ("hostile", ["--hostile-heap"], nil, "d = {i: [i, str(i)] for i in range(30)}\nprint(sorted(d.items(), key=lambda p: p[1][1])[:9], len(repr(d)))\n"),
    (
      "piped", ["--record", "r.txt"], "first\nsecond\n\nlast",
      "import sys, time\nfor line in sys.stdin: print(repr(line), time.ticks_us())\nprint(open('/host/p.py').read()[:20])\n"
    ),
    ("fails", [], nil, "import time\ndef f(n):\n  return f(n - 1) if n else [].pop()\ntry: f(9)\nfinally: print(time.ticks_us())\n"),
    (
      "recursion", [], nil,
      "def f(n): return f(n + 1)\ntry: f(0)\nexcept RuntimeError as e: print(e)\nx = []\nfor i in range(150): x = [x]\ntry: print(len(repr(x)))\nexcept RuntimeError as e: print(e)\n"
    ),
  ]

  #if DEBUG
  private static let mine = "debug", other = "release"
  #else
  private static let mine = "release", other = "debug"
  #endif
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Sizes and times of change of every source: other ones, other outputs.
  private static func sources() -> String {
    var lines: [String] = []
    for folder in ["Sources", "Peripherals", "Firmware", "Tests/TayberryTests"] {
      for case let url as URL in FileManager.default.enumerator(at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)! {
        var info = stat()
        guard stat(url.path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { continue }
        lines.append("\(url.path) \(info.st_size) \(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)")
      }
    }
    return lines.sorted().joined(separator: "\n")
  }

  @Test func debugAndReleaseWriteTheSameBytes() throws {
    var outputs: [String: String] = [:]
    for p in Self.programs {
      let c = Command()
      c.write("p.py", p.text)
      let r = c.run(["run", "p.py", "--speed", "max"] + p.options, input: p.input)
      outputs[p.name + ".console"] = r.output + "\n" + r.error + "\nstatus \(r.status)\n"
      for file in ["t.vcd", "r.txt"] { if let text = c.read(file) { outputs[p.name + "." + file] = text } }
    }
    #expect(outputs["pins.t.vcd"]!.count > 10_000)
    #expect(outputs["language.console"]!.hasSuffix("status 0\n"), "\(outputs["language.console"]!)")

    let files = FileManager.default, folder = Self.root.appendingPathComponent("build/same-bytes")
    let mine = folder.appendingPathComponent(Self.mine), other = folder.appendingPathComponent(Self.other), sources = Self.sources()
    try? files.removeItem(at: mine)
    try files.createDirectory(at: mine, withIntermediateDirectories: true)
    for (name, text) in outputs { try text.write(to: mine.appendingPathComponent(name), atomically: true, encoding: .utf8) }
    try sources.write(to: mine.appendingPathComponent("sources"), atomically: true, encoding: .utf8)

    guard (try? String(contentsOf: other.appendingPathComponent("sources"), encoding: .utf8)) == sources else {
      if ProcessInfo.processInfo.environment["TAYBERRY_COMPARE"] != nil {
        Issue.record("the \(Self.other) program's outputs are not there, or of other sources: nothing was compared")
      } else {
        print("skipped: no outputs of the \(Self.other) program of the same sources to compare with (make test makes them)")
      }
      return
    }
    for (name, text) in outputs.sorted(by: { $0.key < $1.key }) {
      let theirs = try String(contentsOf: other.appendingPathComponent(name), encoding: .utf8)
      #expect(text == theirs, "\(name): \(Self.mine) and \(Self.other) differ at character \(zip(text, theirs).prefix { $0 == $1 }.count); see \(folder.path)")
    }
  }
}
