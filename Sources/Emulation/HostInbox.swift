import CFiber
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
  /// An eventfd: readable while items wait.
  public let descriptor: Int32

  public init() { descriptor = host_bell() }
  deinit { close(descriptor) }

  public func post(_ item: HostInput) {
    queue.withLock { $0.append(item) }
    ring()
  }
  /// Wakes a waiting emulation without an item.
  public func ring() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }
  /// All items, oldest first.
  public func take() -> [HostInput] {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
    return queue.withLock {
      let all = $0; $0 = []; return all
    }
  }
  /// Waits until an item comes or `deadline` (`clock()` time; nil: no limit) has passed. True if the bell rang.
  public func wait(until deadline: UInt64?) -> Bool {
    guard let deadline else { return host_wait(descriptor, -1) != 0 }
    let now = Self.clock()
    return host_wait(descriptor, deadline > now ? Int64(deadline - now) : 0) != 0
  }
  /// Nanoseconds of the host's monotonic clock.
  public static func clock() -> UInt64 {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return UInt64(t.tv_sec) * 1_000_000_000 + UInt64(t.tv_nsec)
  }
}
