import CFiber
import Glibc

/// One thread rings, another one waits: an eventfd.
public final class Bell: Sendable {
  /// Readable while it has rung.
  public let descriptor: Int32
  public init() { descriptor = host_bell() }
  deinit { close(descriptor) }
  public func ring() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }
  /// Silences it; true if it had rung.
  @discardableResult public func take() -> Bool {
    var count: UInt64 = 0
    return read(descriptor, &count, 8) == 8
  }
}

/// Waits until one of the descriptors (at most 8) can be read, or for so many nanoseconds (nil: no limit). True for each that can.
public func waitReadable(_ descriptors: [Int32], nanoseconds: UInt64?) -> [Bool] {
  let ready = host_wait(descriptors, UInt32(descriptors.count), nanoseconds.map { Int64(min($0, 1 << 62)) } ?? -1)
  return descriptors.indices.map { ready >> UInt32($0) & 1 != 0 }
}
