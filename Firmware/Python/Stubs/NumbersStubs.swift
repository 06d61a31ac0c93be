// Contract of Numbers/ (owner: numbers). Bodies here are placeholders.
import Port

extension VM {
  public mutating func newInt(_ n: Int64, _ out: Slot) throws(Raise) {}
  public mutating func newInt(unsigned n: UInt64, _ out: Slot) throws(Raise) {}
  public mutating func newFloat(_ d: Double, _ out: Slot) throws(Raise) {}
  /// An int (or bool, or an object with `__index__`) as a machine number; OverflowError if it does not fit, TypeError if it is none.
  public mutating func toInt32(_ o: Slot) throws(Raise) -> Int32 { 0 }
  public mutating func toInt64(_ o: Slot) throws(Raise) -> Int64 { 0 }
  /// The low 32 bits of an int of any size (for registers).
  public mutating func toWord(_ o: Slot) throws(Raise) -> UInt32 { 0 }
  public mutating func toDouble(_ o: Slot) throws(Raise) -> Double { 0 }
  /// True if the value is an int (small or big) or bool.
  public borrowing func isInteger(_ r: borrowing Ref) -> Bool { false }
  /// Operators when both are numbers (int, bool, float, complex); false if they do not apply.
  public mutating func numberBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool { false }
  public mutating func numberUnary(_ op: UnaryOp, _ o: Slot, _ out: Slot) throws(Raise) -> Bool { false }
  public mutating func numberEqual(_ l: Slot, _ r: Slot) -> Bool { false }
  public borrowing func numberHash(_ o: Slot) -> UInt32 { 0 }
  public borrowing func numberTruth(_ r: borrowing Ref) -> Bool { false }
  public mutating func numberRepr(_ o: Slot, _ builder: Slot) throws(Raise) {}
  /// `int(text, base)` and `float(text)`: from the text or bytes in `s`; ValueError with the pinned messages.
  public mutating func parseInt(_ s: Slot, base: UInt32, _ out: Slot) throws(Raise) {}
  public mutating func parseFloat(_ s: Slot, _ out: Slot) throws(Raise) {}
  /// For the compiler: a numeric literal (underscores allowed, imaginary too) into `out`; false if malformed.
  public mutating func parseLiteral(_ bytes: UnsafeRawBufferPointer, _ out: Slot) throws(Raise) -> Bool { false }
  /// `format(value, spec)`: appends the value formatted by the spec (text in a slot) to the builder. Handles str, int, float; others with an empty spec as str().
  public mutating func format(_ value: Slot, spec: Slot, _ builder: Slot) throws(Raise) {}
  /// `template % values` for str and bytes.
  public mutating func percentFormat(_ template: Slot, _ values: Slot, _ out: Slot) throws(Raise) {}
}
