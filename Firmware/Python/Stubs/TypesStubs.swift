// Contract of Types/ except dict and set (owner: types). Bodies here are placeholders.
import Port

extension VM {

  /// Appends `repr(o)` or `str(o)`.
  public mutating func repr(_ o: Slot, _ builder: Slot) throws(Raise) {}
  public mutating func str(_ o: Slot, _ builder: Slot) throws(Raise) {}

}
