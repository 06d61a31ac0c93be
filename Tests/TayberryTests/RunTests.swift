import Foundation
import Testing

/// What the first issue of the project promises of `tayberry run`.
@Suite struct RunTests {
  /// `.` has the name of the folder that it is.
  @Test func mountsTheFolderOneIsIn() {
    let c = Command()
    c.write("side.py", "x = 7")
    let r = c.program(
      "import os, sys\nprint(os.listdir(), os.listdir('.'), os.listdir('/mnt'), os.path.isdir('/mnt'))\nsys.path.append('/mnt/' + os.listdir('/mnt')[0])\nimport side\nprint(side.x)",
      ["--mount", "."])
    #expect(r.output == "['host', 'mnt'] ['host', 'mnt'] ['\(c.folder.lastPathComponent)'] True\n7\n", "\(r)")
  }
  @Test func blinkIsRegular() throws {
    let c = Command()
    c.write("blink.py", "from machine import Pin\nimport time\nled = Pin(25, Pin.OUT)\nwhile True:\n  led.toggle()\n  time.sleep_ms(250)\n")
    let r = c.run(["run", "blink.py", "--for", "10", "--speed", "max", "--trace", "t.vcd"])
    #expect(r.status == 0)
    let edges = changes(of: "GP25", in: try #require(c.read("t.vcd"))).filter { $0.value != "z" && $0.time > 0 }.map(\.time)
    #expect(edges.count >= 39)
    // The first change is the pin becoming an output.
    let intervals = zip(edges.dropFirst(2), edges.dropFirst()).map { Int64($0) - Int64($1) }
    #expect(intervals.allSatisfy { abs($0 - 250_000_000) <= 200_000 }, "\(intervals)")
    #expect(intervals.max()! - intervals.min()! <= 1_000, "\(intervals)")
  }

  @Test func theSameCommandTwiceGivesTheSameBytes() throws {
    let text = """
      from machine import Pin, PWM, Timer
      import time
      p = PWM(Pin(2), freq=12345, duty_u16=20000)
      hits = 0
      def tick(t):
        global hits
        hits += 1
        p.duty_u16(hits * 300)
      t = Timer(freq=333, callback=tick)
      for i in range(50):
        Pin(3, Pin.OUT).toggle()
        time.sleep_us(777)
        print(i, time.ticks_us(), hits, hash('x' * i))
      """
    let runs = (0..<2).map { _ -> (Command.Result, String?) in
      let c = Command()
      return (c.program(text, ["--trace", "t.vcd"]), c.read("t.vcd"))
    }
    #expect(runs[0].0.status == 0, "\(runs[0].0)")
    #expect(runs[0].0.output == runs[1].0.output)
    #expect(runs[0].1 == runs[1].1)
    #expect(runs[0].1!.count > 10_000)
  }

  @Test func pipedInputIsNotLive() {
    let echo = "import sys\nwhile True:\n  line = sys.stdin.readline()\n  if not line: break\n  print(line.rstrip().upper())\n"
    let results = (0..<3).map { _ in Command().program(echo, input: "x\ny\nlast").output }
    #expect(results.allSatisfy { $0 == "X\nY\nLAST\n" }, "\(results)")
  }

  @Test func aProgramCanBePiped() {
    let r = Command().run(["run", "--speed", "max"], input: "import sys\nprint('piped', sys.argv)\n")
    #expect(r.output == "piped ['<stdin>']\n")
    #expect(r.status == 0)
  }

  @Test func argumentsReachTheProgram() {
    let c = Command()
    c.write("a.py", "import sys\nprint(sys.argv)\n")
    #expect(c.run(["run", "a.py", "one", "--speed", "max", "--", "--two"]).output == "['a.py', 'one', '--two']\n")
  }

  @Test func exitStatusIsTheProgramsOwn() {
    #expect(Command().program("import sys\nsys.exit(7)").status == 7)
    #expect(Command().program("raise SystemExit").status == 0)
    #expect(Command().program("raise SystemExit('why')").status == 1)
  }

  @Test func modulesBesideTheProgramAreFound() {
    let c = Command()
    c.write("helper.py", "def f(): return 'from the helper'\n")
    #expect(c.program("import helper\nprint(helper.f())").output == "from the helper\n")
  }

  @Test func memoryErrorComesAtAPicosSize() {
    let r = Command().program(
      "keep = []\ntry:\n  while True:\n    keep.append(bytearray(1000))\nexcept MemoryError:\n  n = len(keep)\n  keep = None\n  print(100 < n < 170, n)\nprint('alive')\n"
    )
    #expect(r.output.hasPrefix("True"), "\(r)")
    #expect(r.output.hasSuffix("alive\n"))
  }

  @Test func aLongProgramSurvivesTheHostileHeap() {
    let text = """
      class A:
        def __init__(self, n): self.n = n
        def __repr__(self): return 'A(%d)' % self.n
      def gen(n):
        for i in range(n): yield i, str(i)
      d = {k: [A(k), v] for k, v in gen(20)}
      try:
        d['no']
      except KeyError as e:
        print('key', e)
      f = lambda x, *a, y=2, **k: (x, a, y, sorted(k))
      print(f(1, 2, 3, y=4, z=5), len(d), d[7])
      print(sorted((str(x) for x in d), reverse=True)[:3], '{:>6.2f}|{!r}'.format(3.14159, 'q'))
      """
    let plain = Command().program(text), hostile = Command().program(text, ["--hostile-heap"])
    #expect(plain.status == 0, "\(plain)")
    #expect(hostile.output == plain.output, "\(hostile)")
    #expect(hostile.status == 0)
  }

  @Test func aRecordingReplaysToTheSameBytes() throws {
    let c = Command()
    c.write("p.py", "import sys, time\nfor i in range(3):\n  print(sys.stdin.readline().strip(), time.ticks_us())\n")
    let live = c.run(["run", "p.py", "--speed", "max", "--record", "r.txt", "--trace", "a.vcd"], input: "a\nb\nc\n")
    #expect(live.status == 0, "\(live)")
    try FileManager.default.removeItem(at: c.folder.appendingPathComponent("p.py"))
    c.write("p.py", "nothing of this is read")
    let again = c.run(["run", "p.py", "--speed", "max", "--replay", "r.txt", "--trace", "b.vcd"])
    #expect(again.output == live.output)
    #expect(c.read("a.vcd") == c.read("b.vcd"))
  }
}
