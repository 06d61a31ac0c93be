// Contract of Types/ except dict and set (owner: types). Bodies here are placeholders.
import Port

extension VM {

  /// Appends `repr(o)` or `str(o)`.
  public mutating func repr(_ o: Slot, _ builder: Slot) throws(Raise) {}
  public mutating func str(_ o: Slot, _ builder: Slot) throws(Raise) {}

  // Operators of sequences and text; false if they do not apply (out untouched). VM/Operators.swift calls these by kind.
  public mutating func sequenceBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool { false }
  public mutating func sequenceEqual(_ l: Slot, _ r: Slot) throws(Raise) -> Bool { false }
  public mutating func sequenceHash(_ o: Slot) throws(Raise) -> UInt32 { 0 }
}
