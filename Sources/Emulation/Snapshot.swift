import Synchronization

/// The latest value of a block of bytes, from one writer thread to one reader thread: nobody waits, nothing tears.
///
/// Three buffers change hands by one atomic exchange; the writer's holds an old frame, so it fills all of it.
public final class Snapshot: Sendable {
  public let bytes: Int
  private nonisolated(unsafe) let slots: UnsafeMutableRawPointer
  /// The slot nobody uses; + 4 when it is newer than the reader's.
  private let middle = Atomic<UInt8>(1)
  private nonisolated(unsafe) var back: UInt8 = 0
  private nonisolated(unsafe) var front: UInt8 = 2

  public init(bytes: Int) {
    self.bytes = bytes
    slots = .allocate(byteCount: bytes * 3, alignment: 64)
    slots.initializeMemory(as: UInt8.self, repeating: 0, count: bytes * 3)
  }
  deinit { slots.deallocate() }

  /// Writer: fills the whole block and hands it over.
  public func publish(_ fill: (UnsafeMutableRawPointer) -> Void) {
    fill(slots + Int(back) * bytes)
    back = middle.exchange(back | 4, ordering: .acquiringAndReleasing) & 3
  }
  /// Reader: the newest block, and whether it is another than last time.
  public func latest<R>(_ use: (UnsafeRawPointer, _ isNew: Bool) -> R) -> R {
    let isNew = middle.load(ordering: .relaxed) & 4 != 0
    if isNew { front = middle.exchange(front, ordering: .acquiringAndReleasing) & 3 }
    return use(UnsafeRawPointer(slots + Int(front) * bytes), isNew)
  }
}
