// Contract of Compiler/ (owner: compiler). Bodies here are placeholders.
import Port

/// What kind of program text the compiler is given.
public enum CompileMode: UInt8, Sendable { case module, eval, single }

extension VM {
  /// Compiles program text (a str, bytes or buffer object in `source`) into a code object whose context's string 0 is `file`.
  /// Raises SyntaxError (IndentationError) with file and line.
  public mutating func compile(_ source: Slot, file: Qstr, mode: CompileMode, _ out: Slot) throws(Raise) {}
  /// Loads a .mpy file (bytes) into a code object; ValueError("incompatible .mpy file").
  public mutating func loadMPY(_ bytes: Slot, _ out: Slot) throws(Raise) {}
  /// True if the text so far is an incomplete statement: the prompt asks for another line.
  public mutating func wantsMore(_ source: Slot) throws(Raise) -> Bool { false }
}
