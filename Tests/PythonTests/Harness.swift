import CPort
import Modules
import Port
import Testing

@testable import Python
#if canImport(Glibc)
import Glibc
#endif

/// A board's memory without a board: enough to run the interpreter's parts. Registers read 0; time does not pass.
final class Harness {
  let block: UnsafeMutablePointer<port_block>
  private let firmware: UnsafeMutablePointer<firmware_image>
  private let raw: UnsafeMutableRawPointer
  static let fourGiB = 1 << 32
  var port: Port { Port(block) }

  init() {
    // Twice the size, so that an aligned 4 GiB lies inside.
    raw = mmap(nil, 2 * Self.fourGiB, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)!
    let base = UnsafeMutableRawPointer(bitPattern: (UInt(bitPattern: raw) + UInt(Self.fourGiB) - 1) & ~UInt(Self.fourGiB - 1))!
    func map(_ a: Int, _ n: Int) { precondition(mprotect(base + a, n, PROT_READ | PROT_WRITE) == 0) }
    map(0x1000_0000, 2 << 20)
    map(0x2000_0000, 264 << 10)
    map(0x3000_0000, 64 << 20)
    firmware = .allocate(capacity: 1)
    firmware.initialize(to: firmware_image(start: { _, _ in }, interrupt: { _, _ in }, task: { _, _, _ in }, pick: { _, c in c }))
    block = .allocate(capacity: 1)
    block.initialize(
      to: port_block(
        memory: base, budget: .max, primask: 0, attention: 0, core: 0, chip: nil, firmware: UnsafePointer(firmware),
        read: { _, a in a >> 8 == 0xd0_0001 ? 1 : 0 }, write: { _, _, _ in },
        attend: {
          $0.pointee.budget = .max; $0.pointee.attention = 0
        }, wait: { _ in },
        make_context: { _, _, _ in 0 }, drop_context: { _, _ in }, native_stack_left: { _ in 1 << 20 },
        panic: { _, text, n in fatalError(String(decoding: UnsafeBufferPointer(start: text, count: Int(n)), as: UTF8.self)) }))
  }
  deinit { munmap(raw, 2 * Self.fourGiB); block.deallocate(); firmware.deallocate() }

  /// `#expect` for conditions on borrows, which its macro cannot take apart.
  static func expect(_ condition: Bool, _ location: SourceLocation = #_sourceLocation) { #expect(condition, sourceLocation: location) }

  /// An interpreter with `heap` bytes (and 16 KB of stack), in lent RAM so that any size fits. `hostile`: every allocation collects, moves every
  /// object to a fresh address in a window of 32 MB, poisons the old one and verifies the heap. `every`: a plain collection at every n-th allocation.
  /// `watchful`: marking goes on in slices and missed barriers are found, as with TAYBERRY_WATCHFUL=1 in all interpreters that are not hostile.
  /// Without either, the environment variable TAYBERRY_HOSTILE=1 makes all interpreters hostile.
  func interpreter(heap: UInt32 = 160 << 10, hostile: Bool? = nil, every: UInt32 = 0, watchful: Bool = getenv("TAYBERRY_WATCHFUL") != nil) -> VM {
    precondition(ImageBuilder.build(port.memory, core: coreImageSpec, modules: moduleImageSpec) != 0)
    let isHostile = hostile ?? (getenv("TAYBERRY_HOSTILE") != nil)
    let vm = Interpreter.create(
      port, at: 0x3000_0000, bytes: heap + (20 << 10), stackBytes: 16 << 10, window: isHostile || watchful ? 32 << 20 : 0, watchful: watchful && !isHostile)
    if every > 0 { vm.collectEvery(every) }
    return vm
  }

  /// Runs a Python program as `__main__` and answers what it printed, with the traceback if it ended by an exception.
  func python(
    _ source: String, heap: UInt32 = 160 << 10, hostile: Bool? = nil, every: UInt32 = 0, watchful: Bool = getenv("TAYBERRY_WATCHFUL") != nil
  ) throws -> String {
    var vm = interpreter(heap: heap, hostile: hostile, every: every, watchful: watchful)
    let console: Address = 0x3300_0000
    vm.captureConsole(at: console, capacity: 1 << 20)
    let text = vm.slot(), out = vm.slot()
    do throws(Raise) { try vm.runMain(source) } catch {
      vm.takePending(out)
      try vm.newBuilder(text)
      try vm.printException(out, text)
      try vm.finish(text, Kind.bytes, text)
      do {
        let bytes = vm(text)
        vm.consoleWrite(UnsafeRawBufferPointer(start: bytes.pointer + Int(Str.bytes), count: Int(bytes.int(1))))
      }
    }
    if watchful, let wrong = vm.checkMarking() { Issue.record(Comment(rawValue: "\(wrong)")) }
    if vm.memory[vm.state &+ HeapState.marking] & 255 != MarkingPhase.none { vm.collect() }
    if let wrong = vm.check() { Issue.record(Comment(rawValue: "\(wrong)")) }
    let bytes = UnsafeRawBufferPointer(start: vm.memory.at(console + 8), count: Int(vm.memory[console + 4]))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension VM {
  /// Compiles source and runs it as `__main__`.
  mutating func runMain(_ source: String) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let text = slot(), code = slot(), globals = slot(), out = slot()
    try put(source, text)
    let file = try interned("test.py")
    try compile(text, file: file, mode: .module, code)
    set(text, .null)
    set(globals, root(.main))
    try execute(code, globals: globals, locals: globals, out)
  }
}

// A typed-throws closure given to `withUnsafeBytes` crashes this compiler: bytes are copied to a buffer instead.
extension VM {
  /// A `str` object of the text.
  mutating func put(_ text: String, _ out: Slot) throws(Raise) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
    defer { bytes.deallocate() }
    bytes.copyBytes(from: text.utf8)
    try newString(UnsafeRawBufferPointer(bytes), out)
  }
  /// The interned string of the text.
  mutating func interned(_ text: String) throws(Raise) -> Qstr {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
    defer { bytes.deallocate() }
    bytes.copyBytes(from: text.utf8)
    return try intern(UnsafeRawBufferPointer(bytes))
  }
}
