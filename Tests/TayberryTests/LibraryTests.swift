import Foundation
import Testing

/// The library's modules that are written in Python: each program of Tests/Library prints what CPython prints.
@Suite struct LibraryTests {
  @Test(arguments: ["tools", "classes", "dates", "testing", "paths", "weak", "waiting", "groups", "iterating", "asyncgens", "gaps"]) func asCPython(
    _ name: String
  ) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let unix = Command("tayberry-unix")
    unix.write("\(name).py", try String(contentsOf: root.appending(path: "Library/\(name).py"), encoding: .utf8))
    let ours = unix.run(["-X", "heapsize=2M", "\(name).py"])
    let python = Process(), pipe = Pipe()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-BS", "\(name).py"]
    python.currentDirectoryURL = unix.folder
    python.standardOutput = pipe
    python.standardError = pipe
    try python.run()
    let expected = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    #expect(python.terminationStatus == 0, "\(expected)")
    #expect(ours.output + ours.error == expected)
  }
  /// A run without a file system finds them too, and within the 192 KB of a Pico's heap.
  @Test func onABoard() {
    let board = Command("tayberry")
    board.write(
      "main.py",
      "import dataclasses, enum, datetime, contextlib, copy, logging, textwrap, unittest, traceback\nimport gc\ngc.collect()\nprint(gc.mem_free() > 60000)\n")
    #expect(board.run(["run", "main.py", "--speed", "max"]).output == "True\n")
  }
  /// `.frozen` has its place in the path, whoever wrote it there.
  @Test func frozenModulesHaveTheirPlaceInThePath() {
    let unix = Command("tayberry-unix")
    unix.write("keyword.py", "kwlist = 'mine'")
    for (path, mine) in [("'.frozen', '.'", false), ("'.', '.frozen'", true)] {
      #expect(unix.run(["-c", "import sys\nsys.path[:] = [\(path)]\nimport keyword\nprint(keyword.kwlist == 'mine')"]).output == (mine ? "True\n" : "False\n"))
    }
  }
  /// micropython-lib's unittest runs a module's functions `test_…`, and so do we; CPython's passes them over.
  @Test func functionsOfAModuleAreTests() {
    let unix = Command("tayberry-unix")
    let text =
      "import unittest\ndef test_a(): pass\ndef test_b(): raise ValueError\n@unittest.expectedFailure\ndef test_c(): 1/0\ndef helper(): 1/0\nunittest.main()\n"
    unix.write("functions.py", text)
    let run = unix.run(["functions.py"])
    #expect(run.status == 1)
    let all = run.output + run.error
    #expect(all.hasPrefix(".Ex\n") && all.contains("ERROR: test_b\n") && all.hasSuffix("Ran 3 tests\n\nFAILED (failures=0, errors=1)\n"), "\(all)")
  }
  /// Text is a buffer of its UTF-8 bytes where MicroPython takes it for one.
  @Test func textAsBuffer() {
    let unix = Command("tayberry-unix")
    let text = "import io, hashlib\nb = io.BytesIO('a')\nb.read()\nprint(b.write('\u{e9}'), b.getvalue(), hashlib.sha256('abc').digest()[:2])"
    #expect(unix.run(["-c", text]).output == "2 b'a\\xc3\\xa9' b'\\xbax'\n")
  }
  /// Bytecode as text: `dis`, and the same by `-v -v`, which ends with the state of the heap.
  @Test func listings() {
    let unix = Command("tayberry-unix")
    let lines = "00 LOAD_FAST 0\n01 LOAD_CONST_SMALL_INT 1\n02 BINARY_OP 27 __add__\n03 RETURN_VALUE\n"
    #expect(unix.run(["-c", "import dis\ndef f(x): return x + 1\ndis.dis(f)"]).output.hasSuffix(lines))
    let told = unix.run(["-v", "-v", "-c", "def f(x): return x + 1\nprint(f(1))"]).output
    #expect(told.contains("code block '<module>' (descriptor: ") && told.contains("arg names: x\n") && told.contains(lines + "2\nmem: total="))
  }
  @Test func help() {
    let unix = Command("tayberry-unix")
    #expect(unix.run(["-c", "help()"]).output.contains("CTRL-E"))
    let modules = unix.run(["-c", "help('modules')"]).output
    let names = modules.split(whereSeparator: \.isWhitespace)
    for name in ["builtins", "collections", "dataclasses", "sys"] { #expect(names.contains { $0 == name }) }
    #expect(!modules.contains("__init__"))
    let text = unix.run(["-c", "class A:\n  x = 1\nhelp(A())\nhelp(1)"]).output
    #expect(text.contains("is of type A\n") && text.contains("  x -- 1\n") && text.contains("object 1 is of type int\n  "))
    #expect(text.contains("  from_bytes -- <classmethod>\n"))
  }
}
