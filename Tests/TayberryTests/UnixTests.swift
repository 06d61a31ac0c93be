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
    let r = unix.run(["-c", "import time\nt = time.ticks_ms()\ntime.sleep(0.2)\nprint(200 <= time.ticks_diff(time.ticks_ms(), t))"])
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

/// File systems that are Python objects: `os`, `open`, `import` and `execfile` reach what is mounted.
struct MountTests {
  @Test func aRAMDisk() {
    let unix = Command("tayberry-unix")
    unix.write(
      "mounted.py",
      """
      import io, os, sys, vfs
      class File(io.IOBase):
          def __init__(self, fs, path, mode):
              self.fs, self.path, self.at = fs, path, 0
              if 'w' in mode: fs.files[path] = b''
              elif path not in fs.files: raise OSError(2)
          def readinto(self, b):
              part = self.fs.files[self.path][self.at:self.at + len(b)]
              b[:len(part)] = part
              self.at += len(part)
              return len(part)
          def write(self, b):
              self.fs.files[self.path] += bytes(b)
              return len(b)
          def close(self): pass
      class FS:
          def __init__(self): self.files = {}
          def mount(self, readonly, mkfs): print('mount', readonly, mkfs)
          def umount(self): print('umount')
          def path(self, p): return p if p[0] == '/' else '/' + p
          def open(self, path, mode): return File(self, self.path(path), mode)
          def stat(self, path):
              path = self.path(path)
              if path == '/': return (0x4000,) + (0,) * 9
              if path not in self.files: raise OSError(2)
              return (0x8000, 0, 0, 0, 0, 0, len(self.files[path]), 0, 0, 0)
          def ilistdir(self, path): return iter([(p[1:], 0x8000, 0, len(d)) for p, d in self.files.items()])
          def remove(self, path): del self.files[self.path(path)]
          def rename(self, a, b): self.files[self.path(b)] = self.files.pop(self.path(a))
          def chdir(self, path): pass
          def getcwd(self): return '/'
      home = os.getcwd()
      fs = FS()
      vfs.mount(fs, '/ram', readonly=True)
      print(vfs.mount()[-1][1], 'ram' in os.listdir('/'), 'mounted.py' in os.listdir())
      with open('/ram/new.py', 'wb') as f: f.write(b'x = 7\\nprint(__name__, __file__)\\n')
      sys.path.append('/ram')
      import new
      print(new.x, os.stat('/ram/new.py')[6], os.listdir('/ram'))
      execfile('/ram/new.py')
      os.chdir('/ram')
      print(os.getcwd(), os.listdir(), open('new.py', 'rb').readline())
      os.rename('new.py', 'old.py')
      for path in ('new.py', '/ram/none', '/none'):
          try: os.stat(path)
          except OSError as e: print(e.errno)
      for act in (lambda: os.rename('/ram/old.py', home + '/y'), lambda: vfs.mount(FS(), '/ram'), lambda: vfs.umount('/nowhere')):
          try: act()
          except OSError as e: print(e.errno)
      os.chdir(home)
      print('mounted.py' in os.listdir(), open('mounted.py').readline()[:6])
      os.remove('/ram/old.py')
      vfs.umount('/ram')
      print(vfs.mount(), fs.files)
      vfs.umount('/')
      print(os.getcwd(), os.listdir(), os.stat('/')[0])
      try: open('mounted.py')
      except OSError as e: print(e.errno)
      """)
    let expected = """
      mount True False
      /ram True True
      new /ram/new.py
      7 32 ['new.py']
      __main__ mounted.py
      /ram ['new.py'] b'x = 7\\n'
      2
      2
      2
      1
      mount False False
      1
      22
      True import
      umount
      [('host', '/')] {}
      / [] 16384
      19

      """
    for options in [[], ["-X", "hostile-heap"]] {
      let r = unix.run(options + ["mounted.py"])
      #expect(r.output + r.error == expected)
    }
  }
}
