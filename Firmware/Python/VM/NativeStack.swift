/// What native recursion costs: bytes of native stack on ARMv6-M, upper bounds of what the emulated cores were seen to use in a level of
/// each sort. Hosted boards charge the same, so that a program recurses as deeply there as on a Pico. `Tools/arm-compare` holds them together.
public enum NativeStack {
  /// A native function that calls another: `repr` of a list's items, a comparison, a special method's lookup.
  @inlinable public static var native: UInt32 { 300 }
  /// The interpreter's loop, entered from a native function.
  @inlinable public static var frames: UInt32 { 600 }
  /// A node of the source's tree in the compiler.
  @inlinable public static var node: UInt32 { 360 }
  /// Compiling and running text (`exec`, `eval`, `import`), beside the above.
  @inlinable public static var text: UInt32 { 600 }
  /// Free at the least where a level begins: what native functions use that call no Python.
  @inlinable public static var least: UInt32 { 1024 }
  /// Of a task's stack this much is not for recursion: the task's beginning, `least`, and saved registers.
  @inlinable public static var reserve: UInt32 { 3072 }
  /// The same of a thread's, which begins nearer to its Python code.
  @inlinable public static var threadReserve: UInt32 { 2048 }
}
