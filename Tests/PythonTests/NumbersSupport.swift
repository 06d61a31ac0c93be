import Foundation
import Port
import Testing
@testable import Python

/// Numbers of one interpreter as texts: what the tests of Firmware/Python/Numbers compute with.
final class Calculator {
  let harness = Harness()
  var vm: VM
  let a: Slot, b: Slot, c: Slot, out: Slot, text: Slot
  init(heap: UInt32 = 8 << 20, hostile: Bool = false) {
    vm = harness.interpreter(heap: heap)
    if hostile { vm.memory[vm.state &+ State.heapFlags] |= 2 }
    a = vm.slot(); b = vm.slot(); c = vm.slot(); out = vm.slot(); text = vm.slot()
  }
  func load(_ s: String, _ slot: Slot) throws {
    if s == "True" || s == "False" { return vm.set(slot, .bool(s == "True")) }
    let utf8 = Array(s.utf8), copy = UnsafeMutableRawBufferPointer.allocate(byteCount: utf8.count, alignment: 1)
    defer { copy.deallocate() }
    copy.copyBytes(from: utf8)
    try vm.newBytes(UnsafeRawBufferPointer(copy), text)
    let isHex = s.contains("0x")
    if s.hasSuffix("j") || s.hasSuffix(")") {
      try vm.parseComplex(text, slot)
    } else if !isHex && (s.contains(".") || s.contains("e") || s.contains("n")) {
      try vm.parseFloat(text, slot)
    } else {
      try vm.parseInt(text, base: 0, slot)
    }
  }
  func show(_ slot: Slot) throws -> String {
    try vm.newBuilder(text)
    try vm.numberRepr(slot, text)
    var bytes: [UInt8] = []
    let n = vm.view(text).count
    for i in 0..<n { bytes.append(vm.view(text)[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }
  func binary(_ op: BinaryOp, _ x: String, _ y: String) throws -> String {
    try load(x, a)
    try load(y, b)
    do { guard try vm.numberBinary(op, a, b, out) else { return "unsupported" } } catch { return "error" }
    return try show(out)
  }
}

/// Lines that CPython prints for a program; nil without a python3 on this machine.
func python(_ program: String) -> [String]? {
  let process = Process(), pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["python3", "-BSc", program]
  process.standardOutput = pipe
  guard (try? process.run()) != nil else { return nil }
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { return nil }
  return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
}

let operators: [String: BinaryOp] = [
  "+": .add, "-": .subtract, "*": .multiply, "//": .floor, "%": .modulo, "/": .divide, "**": .power, "<<": .left, ">>": .right, "&": .and, "|": .or, "^": .xor,
  "<": .less, ">": .more, "==": .equal, "<=": .lessEqual, ">=": .moreEqual, "!=": .notEqual,
]
