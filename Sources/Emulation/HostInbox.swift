import Glibc
import Synchronization

/// Something from the host's side: a key, console bytes, a button, a USB packet.
public struct HostInput: Sendable {
  public let board: UInt16
  /// What it is for; the board knows its ports.
  public let port: UInt16
  public let bytes: [UInt8]
  /// Host time of the push: nanoseconds of CLOCK_MONOTONIC.
  public let pushed: UInt64
  public init(board: UInt16 = 0, port: UInt16, bytes: [UInt8], pushed: UInt64 = HostInbox.clock()) {
    self.board = board; self.port = port; self.bytes = bytes; self.pushed = pushed
  }
}

/// The only way in from another thread: items that the emulation takes between runs of the cores.
public final class HostInbox: Sendable {
  private let queue = Mutex<[HostInput]>([])
  private let bell = Bell()
  /// Set after the bell has rung: looking into an inbox where nothing has come costs no system call.
  private let hasRung = Atomic<Bool>(false)
  /// Readable while items wait.
  public var descriptor: Int32 { bell.descriptor }

  public init() {}

  public func post(_ item: HostInput) {
    queue.withLock { $0.append(item) }
    ring()
  }
  /// Wakes a waiting emulation without an item.
  public func ring() {
    bell.ring()
    hasRung.store(true, ordering: .releasing)
  }
  /// All items, oldest first.
  public func take() -> [HostInput] {
    // The bell is silenced only by who takes this: it may ring a moment early for nothing, and never stays mute.
    guard hasRung.exchange(false, ordering: .acquiring) else { return [] }
    bell.take()
    return queue.withLock {
      let all = $0; $0 = []; return all
    }
  }
  /// Waits until an item comes or `deadline` (`clock()` time; nil: no limit) has passed. True if the bell rang.
  public func wait(until deadline: UInt64?) -> Bool {
    let now = Self.clock()
    return waitReadable([descriptor], nanoseconds: deadline.map { $0 > now ? $0 - now : 0 })[0]
  }
  /// Nanoseconds of the host's monotonic clock.
  public static func clock() -> UInt64 {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return UInt64(t.tv_sec) * 1_000_000_000 + UInt64(t.tv_nsec)
  }
}
