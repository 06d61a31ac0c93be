/// A Python value: one 32-bit word.
///
/// | low bits | meaning |
/// | --- | --- |
/// | `…1` | small integer, 31 bits: `n << 1 \| 1` |
/// | `…00` | address of an object; 0 is null: no value at all |
/// | `…010` | interned string: `number << 3 \| 2` |
/// | `…110` | singleton: `number << 3 \| 6` |
///
/// A `Value` that holds an address must not be kept across anything that may allocate: keep a `Slot`.
/// Immediate values (everything but addresses) may be kept freely.
public struct Value: BitwiseCopyable, Equatable, Sendable {
  public let word: UInt32
  @inlinable @inline(__always) public init(_ word: UInt32) { self.word = word }
  /// A small integer; `n` must fit 31 bits.
  @inlinable @inline(__always) public init(int n: Int32) { word = UInt32(bitPattern: n) &<< 1 | 1 }
  @inlinable @inline(__always) public init(_ q: Qstr) { word = q.number &<< 3 | 2 }

  @inlinable @inline(__always) public static var null: Value { Value(0) }
  @inlinable @inline(__always) public static var none: Value { Value(0 << 3 | 6) }
  @inlinable @inline(__always) public static var `false`: Value { Value(1 << 3 | 6) }
  @inlinable @inline(__always) public static var `true`: Value { Value(2 << 3 | 6) }
  @inlinable @inline(__always) public static var ellipsis: Value { Value(3 << 3 | 6) }
  @inlinable @inline(__always) public static var notImplemented: Value { Value(4 << 3 | 6) }
  /// A place in a hash table whose entry was deleted; never visible to Python.
  @inlinable @inline(__always) public static var deleted: Value { Value(5 << 3 | 6) }
  @inlinable @inline(__always) public static func bool(_ b: Bool) -> Value { b ? .true : .false }

  @inlinable @inline(__always) public var isNull: Bool { word == 0 }
  @inlinable @inline(__always) public var isInt: Bool { word & 1 != 0 }
  @inlinable @inline(__always) public var isObject: Bool { word & 3 == 0 && word != 0 }
  @inlinable @inline(__always) public var isQstr: Bool { word & 7 == 2 }
  @inlinable @inline(__always) public var isNone: Bool { self == .none }
  @inlinable @inline(__always) public var isBool: Bool { word == Value.true.word || word == Value.false.word }
  /// The small integer's number.
  @inlinable @inline(__always) public var int: Int32 { Int32(bitPattern: word) >> 1 }
  @inlinable @inline(__always) public var qstr: Qstr { Qstr(word &>> 3) }
  /// True if `n` fits a small integer.
  @inlinable @inline(__always) public static func fits(_ n: Int64) -> Bool { n >= -0x4000_0000 && n < 0x4000_0000 }
}

/// Number of an interned string; 0 is none. Those below `Image.strings` are in the image, others in the interpreter's table.
public struct Qstr: BitwiseCopyable, Equatable, Sendable {
  public let number: UInt32
  @inlinable @inline(__always) public init(_ number: UInt32) { self.number = number }
}
