import Foundation
import Testing

/// `tayberry-unix`: MicroPython's unix command line (its options, exit status, standard input), the host's files and clock.
struct UnixTests {
  let unix = Command("tayberry-unix")

  @Test func aProgramItsArgumentsAndItsFolder() {
    unix.write("program.py", "import sys\nprint(sys.argv, __name__, __file__, sys.platform)\nprint(sys.path[0])\n")
    let r = unix.run(["program.py", "a", "-b"])
    #expect(r.status == 0)
    let folder = unix.folder.resolvingSymlinksInPath().path
    #expect(r.output == "['program.py', 'a', '-b'] __main__ program.py linux\n\(folder)\n")
  }

  @Test(arguments: [
    ("raise SystemExit", 0), ("raise SystemExit(0)", 0), ("raise SystemExit(7)", 7), ("raise SystemExit(256 + 3)", 3), ("raise SystemExit('why')", 1),
    ("1 / 0", 1), ("pass", 0),
  ])
  func exitStatus(_ text: String, _ status: Int32) { #expect(unix.run(["-c", text]).status == status) }

  @Test func usage() {
    #expect(unix.run(["--no-such-option"]).status == 1)
    let missing = unix.run(["missing.py"])
    #expect(missing.status == 2)
    #expect(missing.error.contains("missing.py"))
    #expect(unix.run(["--version"]).output.hasPrefix("MicroPython "))
  }

  @Test func aProgramOnStandardInput() {
    let r = unix.run(["-X", "emit=bytecode"], input: "import sys\nsys.path.remove('')\nprint(__name__, len(sys.argv))\n")
    #expect(r.output == "__main__ 1\n")
    #expect(r.status == 0)
  }

  @Test func aModule() {
    try! FileManager.default.createDirectory(at: unix.folder.appendingPathComponent("pkg"), withIntermediateDirectories: true)
    unix.write("pkg/__init__.py", "print('package', __name__)\n")
    unix.write("pkg/__main__.py", "print('main', __name__)\n")
    unix.write("single.py", "print('module', __name__)\n")
    #expect(unix.run(["-m", "single"]).output == "module __main__\n")
    #expect(unix.run(["-m", "pkg"]).output == "package __main__\nmain __main__\n")
  }

  @Test func optionsOfTheCompiler() {
    #expect(unix.run(["-c", "assert False"]).status == 1)
    #expect(unix.run(["-O", "-c", "assert False\nprint(__debug__)"]).output == "False\n")
    #expect(unix.run(["-X", "compile-only", "-c", "print(1)"]).output == "")
    #expect(unix.run(["-X", "compile-only", "-c", "print("]).status == 1)
  }

  @Test func heapSize() {
    let text = "import gc\nprint(gc.mem_free() > 300000)\ntry:\n  bytearray(400000)\n  print('fits')\nexcept MemoryError:\n  print('MemoryError')\n"
    #expect(unix.run(["-X", "heapsize=384K", "-c", text]).output == "True\nMemoryError\n")
    #expect(unix.run(["-X", "heapsize=4w2", "-c", "pass"]).status == 1)
    #expect(unix.run(["-X", "heapsize=1M", "-c", text]).output == "True\nfits\n")
  }

  @Test func files() {
    let program = """
      import os
      with open('text.txt', 'w') as f: print(f.write('grüße\\nzwei\\n'))
      with open('text.txt', 'a') as f: f.write('drei')
      with open('text.txt') as f: print(f.read(3), f.readline(), f.tell(), list(f))
      with open('text.txt', 'r+b') as f:
        f.seek(0, 2); f.write(b'!'); f.seek(2); b = bytearray(4); print(f.readinto(b), b)
      print(os.stat('text.txt')[6], sorted(os.listdir()))
      os.mkdir('d'); os.rename('text.txt', 'd/t'); print(os.listdir('d')); os.remove('d/t'); os.rmdir('d')
      for name, mode in (('missing', 'r'), ('.', 'r')):
        try: open(name, mode)
        except OSError as e: print(e)
      """
    let r = unix.run(["-c", program])
    #expect(
      r.output == "11\ngrü ße\n 8 ['zwei\\n', 'drei']\n4 bytearray(b'\\xc3\\xbc\\xc3\\x9f')\n18 ['text.txt']\n['t']\n[Errno 2] ENOENT\n[Errno 21] EISDIR\n")
    #expect(unix.read("text.txt") == nil)
  }

  @Test func timeIsTheHosts() {
    let start = Date()
    let r = unix.run(["-c", "import time\nt = time.ticks_ms()\ntime.sleep(0.2)\nprint(200 <= time.ticks_diff(time.ticks_ms(), t) < 5000)"])
    #expect(r.output == "True\n")
    #expect(Date().timeIntervalSince(start) >= 0.2)
  }

  @Test func inputAndErrorOutputInOrder() {
    let r = unix.run(["-c", "print(input('? '))\nimport sys\nprint(sys.stdin.read())"], input: "one\ntwo\nthree")
    #expect(r.output == "? one\ntwo\nthree\n")
  }

  @Test func everythingMoves() {
    let r = unix.run(["-X", "hostile-heap", "-c", "a = [str(i) * 3 for i in range(50)]\nprint(len(''.join(a)), sorted(a)[-1])"])
    #expect(r.output == "270 999\n")
  }
}
