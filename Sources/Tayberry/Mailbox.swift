import Synchronization

/// What the main thread (keys, signals) tells the emulation thread, and what it hears back. The only things the two share.
final class Mailbox: Sendable {
  enum Message: Sendable {
    /// Console bytes, with the host's time at which they came.
    case input([UInt8], at: UInt64)
    case inputEnd(at: UInt64)
    /// Stop the board now, with this exit status.
    case stop(Int32)
  }
  private let queue = Mutex<[Message]>([])
  /// Rung with every message.
  let bell = Bell()
  /// Rung when the run has ended.
  let finished = Bell()
  /// True while the board has not taken all the input it was sent.
  let untaken = Atomic<Bool>(false)

  func post(_ message: Message) {
    queue.withLock { $0.append(message) }
    bell.ring()
  }
  func take() -> [Message] {
    bell.take()
    return queue.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}

/// How a run ended.
struct Outcome: Sendable {
  var status: Int32
  /// One line for standard error.
  var message: String?
}
