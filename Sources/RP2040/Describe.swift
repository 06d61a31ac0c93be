import CFiber
import CPort

extension RP2040 {
  /// A function of the firmware that says in words what a core is doing: writes text of at most the given length, answers its length.
  public typealias Describe = @convention(c) (UnsafeMutablePointer<port_block>, UInt32, UnsafeMutablePointer<UInt8>, UInt32) -> UInt32

  private final class Question {
    let describe: Describe, block: UnsafeMutablePointer<port_block>, core: UInt32
    let root: UnsafeMutablePointer<fiber_root>
    var fiber: UnsafeMutablePointer<CFiber.fiber>?
    var text: [UInt8], length = 0
    init(_ describe: @escaping Describe, _ chip: RP2040, _ core: UInt32, _ capacity: Int) {
      self.describe = describe; self.core = core
      text = [UInt8](repeating: 0, count: capacity)
      block = chip.block
      root = chip.root
    }
    func answer() { length = text.withUnsafeMutableBufferPointer { Int(describe(block, core, $0.baseAddress!, UInt32($0.count))) } }
  }

  /// Asks the firmware of a board that has stopped what `core` was doing. It runs on a stack of its own, so that damaged memory ends
  /// the answer and not the process.
  public func ask(_ describe: @escaping Describe, core: UInt32, capacity: Int = 256) -> String? {
    let question = Question(describe, self, core, capacity)
    let made = fiber_make(
      1 << 20,
      { context in
        let question = Unmanaged<Question>.fromOpaque(context!).takeUnretainedValue()
        question.answer()
        while true { fiber_leave(question.root, question.fiber!) }
      }, Unmanaged.passUnretained(question).toOpaque())
    guard let made else { return nil }
    question.fiber = made
    defer { fiber_free(made) }
    // A fault leaves the text as far as it came; it is written from front to back.
    let faulted = withExtendedLifetime(question) { fiber_enter(root, made) } != 0
    let length = faulted ? question.text.firstIndex(of: 0) ?? question.text.count : question.length
    return length > 0 ? String(decoding: question.text[..<length], as: UTF8.self) : nil
  }
}
