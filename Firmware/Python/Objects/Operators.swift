/// Binary operators by their number in the bytecode (conformance.md §6.4).
public enum BinaryOp: UInt8, Sendable {
  case less, more, equal, lessEqual, moreEqual, notEqual, contains, identical, exceptionMatch
  case inOr, inXor, inAnd, inLeft, inRight, inAdd, inSubtract, inMultiply, inMatrix, inFloor, inDivide, inModulo, inPower
  case or, xor, and, left, right, add, subtract, multiply, matrix, floor, divide, modulo, power
  /// The plain operator of an in-place one; itself otherwise.
  @inlinable @inline(__always) public var plain: BinaryOp {
    rawValue >= BinaryOp.inOr.rawValue && rawValue <= BinaryOp.inPower.rawValue ? BinaryOp(rawValue: rawValue &+ 13).unsafelyUnwrapped : self
  }
  @inlinable @inline(__always) public var isInPlace: Bool { rawValue >= BinaryOp.inOr.rawValue && rawValue <= BinaryOp.inPower.rawValue }
}

/// Unary operators by their number in the bytecode.
public enum UnaryOp: UInt8, Sendable { case positive, negative, invert, not }
