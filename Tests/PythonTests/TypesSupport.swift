import Foundation
import Port
import Testing
@testable import Python

/// Runs a program and answers what it prints; an uncaught exception is printed too.
func runPython(_ program: String, hostile: Bool = false, heap: UInt32 = 2 << 20) throws -> String {
  let h = Harness()
  var vm = h.interpreter(heap: heap, hostile: hostile)
  let capture: Address = 0x33c0_0000
  vm.captureConsole(at: capture, capacity: 1 << 18)
  let source = vm.slot(), code = vm.slot(), globals = vm.slot(), out = vm.slot(), text = vm.slot()
  let file = try vm.interned("test.py")
  do throws(Raise) {
    try vm.put(program, source)
    try vm.compile(source, file: file, mode: .module, code)
    vm.set(globals, vm.root(.main))
    try vm.execute(code, globals: globals, locals: globals, out)
  } catch {
    vm.takePending(out)
    vm.memory[vm.state + State.heapLocked] = 0
    do throws(Raise) {
      try vm.newBuilder(text)
      try vm.printException(out, text)
      vm.flush(text)
    } catch { vm.consoleWrite("the exception cannot be printed") }
  }
  let n = Int(vm.memory[capture + 4])
  return String(decoding: UnsafeRawBufferPointer(start: vm.memory.at(capture + 8), count: n), as: UTF8.self)
}

/// What CPython prints for a program; nil without a python3 on this machine.
func cpython(_ program: String) -> String? {
  let process = Process(), pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["python3", "-BSXutf8", "-c", program]
  process.standardOutput = pipe
  guard (try? process.run()) != nil else { return nil }
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
}
let hasCPython = cpython("print(1)") != nil

/// Expects the program to print the same as CPython prints, with a usual heap and one in which everything moves at every allocation.
func expectAsCPython(_ program: String, _ location: SourceLocation = #_sourceLocation) throws {
  let right = try #require(cpython(program), sourceLocation: location).split(separator: "\n", omittingEmptySubsequences: false)
  for hostile in [false, true] {
    let ours = try runPython(program, hostile: hostile).split(separator: "\n", omittingEmptySubsequences: false)
    var differences = 0
    for i in 0..<max(ours.count, right.count) {
      let a = i < ours.count ? ours[i] : "(nothing)", b = i < right.count ? right[i] : "(nothing)"
      if a != b {
        Issue.record("line \(i + 1)\(hostile ? ", hostile heap" : ""):\n  ours    \(a)\n  CPython \(b)", sourceLocation: location)
        if a.hasPrefix("Traceback") || b == "(nothing)" { Issue.record("\(ours[i...].joined(separator: "\n"))", sourceLocation: location) }
        differences += 1
        if differences == 12 { break }
      }
    }
  }
}

/// A program that prints the value, or type of the exception, of each line of `expressions`.
func evaluating(_ expressions: String, setup: String = "") -> String {
  let lines = expressions.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  var program = setup + "\n"
  for l in lines {
    program += "try:\n    print(repr(\(l)))\nexcept Exception as e:\n    print('UnicodeError' if isinstance(e, UnicodeError) else type(e).__name__)\n"
  }
  return program
}
