/// A field of a register: `width` bits from bit `lsb`.
public struct Field: BitwiseCopyable, Sendable {
  public let lsb: UInt32, width: UInt32
  @inlinable @inline(__always) public init(_ lsb: UInt32, _ width: UInt32) { self.lsb = lsb; self.width = width }
  /// The field's bits in place.
  @inlinable @inline(__always) public var mask: UInt32 { (width == 32 ? ~0 : (1 &<< width) &- 1) &<< lsb }
  /// The field's value, taken out of a register word.
  @inlinable @inline(__always) public func of(_ word: UInt32) -> UInt32 { (word & mask) &>> lsb }
  /// `value` moved to the field's place; bits that do not fit are dropped.
  @inlinable @inline(__always) public func put(_ value: UInt32) -> UInt32 { (value &<< lsb) & mask }
  /// `word` with the field replaced by `value`.
  @inlinable @inline(__always) public func setting(_ word: UInt32, _ value: UInt32) -> UInt32 { word & ~mask | put(value) }
}

/// One row of a block's register table.
public struct Register: BitwiseCopyable, Sendable {
  public let name: StaticString
  /// Bytes from the block's base address.
  public let offset: UInt32
  /// Value after the block's reset.
  public let reset: UInt32
  /// Bits a read can show; bits a write can change; bits that a written 1 clears.
  public let readable: UInt32, writable: UInt32, oneToClear: UInt32
  @inlinable public init(_ name: StaticString, _ offset: UInt32, reset: UInt32, readable: UInt32, writable: UInt32, oneToClear: UInt32) {
    self.name = name; self.offset = offset; self.reset = reset
    self.readable = readable; self.writable = writable; self.oneToClear = oneToClear
  }
}

/// The alias windows of a peripheral register (RP2040 data sheet §2.1.2): added to its address.
public enum AtomicAlias {
  @inlinable public static var xor: UInt32 { 0x1000 }
  @inlinable public static var set: UInt32 { 0x2000 }
  @inlinable public static var clear: UInt32 { 0x3000 }
}
