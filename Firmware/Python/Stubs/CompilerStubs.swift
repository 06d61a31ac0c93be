// Contract of Compiler/ (owner: compiler). Bodies here are placeholders.
import Port

/// What kind of program text the compiler is given.
public enum CompileMode: UInt8, Sendable { case module, eval, single }

extension VM {
  /// Loads a .mpy file (bytes) into a code object; ValueError("incompatible .mpy file").
  public mutating func loadMPY(_ bytes: Slot, _ out: Slot) throws(Raise) {}
}
