// Contract of Types/Dict.swift and Types/Set.swift (owner: heap). Bodies here are placeholders.
import Port

extension VM {
  /// Binary operators of dict and set kinds; false if they do not apply (out untouched).
  public mutating func dictBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool { false }
  public mutating func setBinary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) -> Bool { false }
  /// Appends the repr of a dict, dict view, set or frozenset to a text builder.
  public mutating func dictRepr(_ o: Slot, _ builder: Slot) throws(Raise) {}
}
