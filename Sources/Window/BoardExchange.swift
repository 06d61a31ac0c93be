import Synchronization

/// Where the emulation thread leaves the newest view for the window, and all console bytes. One lock, held for moments.
///
/// The window asks for a view whenever it wants to draw; nobody makes views that nobody draws. A view that was not taken is replaced.
public final class BoardExchange: Sendable {
  /// Console bytes of one kind.
  public struct ConsolePiece: Sendable, Equatable { public var bytes: [UInt8], error: Bool }
  private struct Shared {
    var view: BoardView?
    var console: [ConsolePiece] = []
    var waiting = 0
    var scope: [ScopePiece] = []
  }
  private let shared = Mutex(Shared())
  private let asked = Atomic<Bool>(true)
  /// The window is gone: nobody takes anything any more.
  private let closed = Atomic<Bool>(false)
  /// Console bytes that the window may lag behind before the emulation waits for it.
  public static let room = 1 << 20

  public init() {}

  // MARK: The emulation's side

  /// True if the window wants a view. Costs a relaxed load.
  public var isAsked: Bool { asked.load(ordering: .relaxed) }
  /// Takes the place of a view that nobody took; the scope's pieces are all kept.
  public func publish(_ view: BoardView, scope: [ScopePiece] = []) {
    asked.store(false, ordering: .relaxed)
    if closed.load(ordering: .relaxed) { return }
    shared.withLock {
      $0.view = view
      $0.scope += scope
    }
  }
  /// False if the window is so far behind that the writer should wait a moment.
  @discardableResult public func write(_ bytes: [UInt8], error: Bool) -> Bool {
    if closed.load(ordering: .relaxed) { return true }
    return shared.withLock { s in
      if let last = s.console.indices.last, s.console[last].error == error {
        s.console[last].bytes += bytes
      } else {
        s.console.append(ConsolePiece(bytes: bytes, error: error))
      }
      s.waiting += bytes.count
      return s.waiting < Self.room
    }
  }
  public var hasRoom: Bool { closed.load(ordering: .relaxed) || shared.withLock { $0.waiting < Self.room } }

  // MARK: The window's side

  public func ask() { asked.store(true, ordering: .relaxed) }
  /// What is new: a view, if there is one, everything printed, and the scope's edges.
  public func take() -> (view: BoardView?, console: [ConsolePiece], scope: [ScopePiece]) {
    shared.withLock { s in
      defer {
        s.view = nil
        s.console = []
        s.scope = []
        s.waiting = 0
      }
      return (s.view, s.console, s.scope)
    }
  }
  public func close() { closed.store(true, ordering: .relaxed) }
}

/// What the window's buttons ask of a run. It is no input of the board and is not recorded.
public enum RunCommand: Sendable, Equatable {
  case pause, resume
  /// So many nanoseconds of virtual time, then pause.
  case step(UInt64)
  case speed(BoardView.Speed)
  /// The pins that the scope shows from now on, and which of them as voltages.
  case scope([Int], analog: Set<Int>)
  /// The board anew, with another program if one is named.
  case restart(program: String?)
  case stop
}
