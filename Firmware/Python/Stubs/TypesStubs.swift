// Contract of Types/ except dict and set (owner: types). Bodies here are placeholders.
import Port

extension VM {
  /// A `str` of these UTF-8 bytes. The pointer must not lead into the moving heap.

  // Text builders: a growing buffer in a slot. Appending may allocate.
  /// Appends the text of a str, or the raw bytes of bytes/buffer objects.
  /// Ends a builder: a `str` (or `bytes`, by kind).
  /// Appends `repr(o)` or `str(o)`.
  public mutating func repr(_ o: Slot, _ builder: Slot) throws(Raise) {}
  public mutating func str(_ o: Slot, _ builder: Slot) throws(Raise) {}

  // Operators of sequences and text; false if they do not apply (out untouched). VM/Operators.swift calls these by kind.
  public mutating func sequenceBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool { false }
  public mutating func sequenceEqual(_ l: Slot, _ r: Slot) throws(Raise) -> Bool { false }
  public mutating func sequenceHash(_ o: Slot) throws(Raise) -> UInt32 { 0 }
  /// Iterator over a built-in container, range, text …; false if the type has none.
  public mutating func builtinIterate(_ o: Slot, _ out: Slot) throws(Raise) -> Bool { false }
  /// Next item of an `iterator` object.
  public mutating func builtinNext(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool { false }
}
