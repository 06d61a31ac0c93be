/// Saved state that does not fit: truncated, of another version, or damaged.
public struct StateError: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// Writes a block's state as little-endian bytes.
public struct StateWriter {
  public private(set) var bytes: [UInt8] = []
  public init() {}
  public mutating func put<T: FixedWidthInteger>(_ v: T) { withUnsafeBytes(of: v.littleEndian) { bytes.append(contentsOf: $0) } }
  public mutating func put(_ v: Bool) { bytes.append(v ? 1 : 0) }
  public mutating func put<T: FixedWidthInteger>(_ v: [T]) { put(UInt32(v.count)); for x in v { put(x) } }
  /// A name that the reader checks: catches blocks read in the wrong order.
  public mutating func tag(_ name: String) { put(Array(name.utf8)) }
}

/// Reads what `StateWriter` wrote.
public struct StateReader {
  private let bytes: [UInt8]
  private var position = 0
  public init(_ bytes: [UInt8]) { self.bytes = bytes }
  public var atEnd: Bool { position == bytes.count }
  public mutating func get<T: FixedWidthInteger>(_ type: T.Type = T.self) throws(StateError) -> T {
    let size = MemoryLayout<T>.size
    guard position + size <= bytes.count else { throw StateError("saved state ends early at byte \(position)") }
    var v: T = 0
    for i in 0..<size { v |= T(truncatingIfNeeded: UInt64(bytes[position + i])) &<< T(truncatingIfNeeded: 8 * i) }
    position += size
    return v
  }
  public mutating func get() throws(StateError) -> Bool { try get(UInt8.self) != 0 }
  public mutating func get<T: FixedWidthInteger>() throws(StateError) -> [T] {
    let n = Int(try get(UInt32.self))
    guard n <= bytes.count - position else { throw StateError("saved state has an array of \(n) at byte \(position)") }
    var out: [T] = []
    for _ in 0..<n { out.append(try get()) }
    return out
  }
  public mutating func tag(_ name: String) throws(StateError) {
    let found: [UInt8] = try get()
    guard found == Array(name.utf8) else { throw StateError("saved state holds \(String(decoding: found, as: UTF8.self)) where \(name) belongs") }
  }
}
