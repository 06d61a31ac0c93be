/// What VM/ keeps in the interpreter's record: byte offsets.
enum Private {
  /// Hint of where a name was last found in an instance's table: `hints` bytes, by the low bits of the name's number.
  @inline(__always) static var hint: UInt32 { State.vmPrivate }
  @inline(__always) static var hints: UInt32 { 128 }
  /// Where the console's output goes instead of the board's console, or 0: see Console.swift.
  @inline(__always) static var capture: UInt32 { State.vmPrivate &+ 128 }
  /// Not 0: the exception in flight is re-raised; its traceback names the topmost frame already.
  @inline(__always) static var reraised: UInt32 { State.vmPrivate &+ 132 }
  /// Not 0: an exception object is being made.
  @inline(__always) static var raising: UInt32 { State.vmPrivate &+ 136 }
  /// Not 0: a data descriptor was added to a class after its creation.
  @inline(__always) static var lateGuards: UInt32 { State.vmPrivate &+ 144 }
  /// Hint of a global name's entry in its dict: `hints` bytes, by the low bits of the name's number.
  @inline(__always) static var globalHint: UInt32 { State.vmPrivate &+ 192 }
  /// What `findMember` found: `memberCount` times type, name, value, owner.
  @inline(__always) static var members: UInt32 { State.vmPrivate &+ 320 }
  @inline(__always) static var memberCount: UInt32 { 64 }
  /// A bit for each name that some instance has had as an attribute of its own, by the name's number modulo 512: other names are not
  /// looked for in instances, which is most of what finding a method takes.
  @inline(__always) static var instanceNames: UInt32 { State.vmMore }
  @inline(__always) static var instanceNameBytes: UInt32 { 64 }
  /// Builtins that a global name was found to mean: `builtinCount` times dict of globals, its flags (they have its version), name, value.
  @inline(__always) static var builtins: UInt32 { State.vmMore &+ 64 }
  @inline(__always) static var builtinCount: UInt32 { 32 }
  /// Flags of the dict of names added to the builtins when those were found.
  @inline(__always) static var builtinsVersion: UInt32 { State.vmMore &+ 576 }
  /// Numbers of the interned strings of one ASCII character (halves); 0: not looked for yet.
  @inline(__always) static var characters: UInt32 { State.vmMore &+ 592 }
}
