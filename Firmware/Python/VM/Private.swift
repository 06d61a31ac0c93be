/// What VM/ keeps in the interpreter's record: byte offsets.
enum Private {
  /// Hint of where a name was last found in an instance's table: `hints` bytes, by the low bits of the name's number.
  @inline(__always) static var hint: UInt32 { State.vmPrivate }
  @inline(__always) static var hints: UInt32 { 128 }
  /// Where the console's output goes instead of the board's console, or 0: see Console.swift.
  @inline(__always) static var capture: UInt32 { State.vmPrivate &+ 128 }
}
