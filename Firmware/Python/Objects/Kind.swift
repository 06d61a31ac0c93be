/// Layout of an object: six bits of its header. The Python type follows from it, or stands in a word of the object.
///
/// Word 0 is the header (`Header`). Kinds below 8 hold raw bytes; from 8 on every following word is a tagged value, so that
/// the collector needs no maps: counts and offsets in them are small integers. All field numbers are word indices.
public enum Kind {
  // Raw. Word 1 of the first four kinds that may be long is a byte count as a tagged integer.
  /// Filler: free space in a walkable heap.
  @inlinable public static var free: UInt32 { 0 }
  /// 1 byte count; 2 hash (0: not computed; bit 31 of it set when the text has non-ASCII characters, see Str); then UTF-8 bytes.
  @inlinable public static var str: UInt32 { 1 }
  /// 1 byte count; 2 hash; then bytes.
  @inlinable public static var bytes: UInt32 { 2 }
  /// 1 byte count; then bytes: storage of bytearray, array, text builders; compiler memory.
  @inlinable public static var buffer: UInt32 { 3 }
  /// 1 byte count; then the bytecode of one function: prelude and instructions as in a .mpy file.
  @inlinable public static var bytecode: UInt32 { 4 }
  /// 1 byte count, negative for a negative number; then little-endian 32-bit digits of the magnitude, the highest not 0.
  @inlinable public static var bigInt: UInt32 { 5 }
  /// 1, 2: the 64-bit float, low word first.
  @inlinable public static var float: UInt32 { 6 }
  /// 1…4: real and imaginary part.
  @inlinable public static var complex: UInt32 { 7 }

  // Of values.
  /// 1 count; then the items.
  @inlinable public static var tuple: UInt32 { 8 }
  /// 1 capacity; then that many words: storage of list, dict, set, deque.
  @inlinable public static var storage: UInt32 { 9 }
  /// 1 length; 2 storage or null.
  @inlinable public static var list: UInt32 { 10 }
  /// See Dict.swift. Insertion-ordered.
  @inlinable public static var dict: UInt32 { 11 }
  @inlinable public static var set: UInt32 { 12 }
  @inlinable public static var frozenset: UInt32 { 13 }
  /// A function written in Python: see Function.
  @inlinable public static var function: UInt32 { 14 }
  /// 1 number; 2 least arguments; 3 most arguments (-1 any); 4 flags (NativeFlag); 5 name.
  @inlinable public static var native: UInt32 { 15 }
  /// 1 function; 2 self.
  @inlinable public static var boundMethod: UInt32 { 16 }
  /// See TypeObject.
  @inlinable public static var type: UInt32 { 17 }
  /// 1 type; 2 attributes; 3 the native object inside, if a base class is built in (such objects only).
  @inlinable public static var instance: UInt32 { 18 }
  /// 1 content or null.
  @inlinable public static var cell: UInt32 { 19 }
  @inlinable public static var generator: UInt32 { 20 }
  /// 1 type; 2 attributes; 3 args tuple; 4 traceback; 5 cause; 6 context; 7 flags.
  @inlinable public static var exception: UInt32 { 21 }
  /// 1 globals dict; 2 name; 3 (built-in modules only) true once it takes no new names.
  @inlinable public static var module: UInt32 { 22 }
  /// 1 start; 2 stop; 3 step.
  @inlinable public static var slice: UInt32 { 23 }
  /// 1 start; 2 stop; 3 step.
  @inlinable public static var range: UInt32 { 24 }
  /// 1 type (BuiltinType of an iterator); then its fields.
  @inlinable public static var iterator: UInt32 { 25 }
  /// 1 type (property, staticmethod, classmethod, super …); then its fields.
  @inlinable public static var wrapper: UInt32 { 26 }
  /// 1 length; 2 buffer or null; 3 offset of the first byte.
  @inlinable public static var bytearray: UInt32 { 27 }
  /// 1 object viewed; 2 offset in items; 3 length in items; 4 typecode; 5 flags.
  @inlinable public static var memoryview: UInt32 { 28 }
  /// 1 typecode; 2 length in items; 3 buffer or null.
  @inlinable public static var array: UInt32 { 29 }
  /// A compiled function before it is closed over: see Code.
  @inlinable public static var code: UInt32 { 30 }
  /// What the functions of one module share: see CodeContext.
  @inlinable public static var codeContext: UInt32 { 31 }
  /// 1 dict; 2 which view (0 keys, 1 values, 2 items).
  @inlinable public static var dictView: UInt32 { 32 }
  /// 1 type; then fields: objects of types that modules define in Swift.
  @inlinable public static var object: UInt32 { 33 }
  /// The highest one.
  @inlinable public static var last: UInt32 { 33 }
}

/// Fields of a `code` object: what the compiler makes of one function, class body, comprehension or module.
public enum Code {
  /// The bytecode object.
  @inlinable public static var bytecode: UInt32 { 1 }
  /// The module's context.
  @inlinable public static var context: UInt32 { 2 }
  /// Storage of the child code objects, or null.
  @inlinable public static var children: UInt32 { 3 }
  /// What the prelude says, decoded by the VM at the first call (VM/Prelude.swift); null until then.
  @inlinable public static var shape: UInt32 { 4 }
  @inlinable public static var words: UInt32 { 8 }
}

/// Fields of a `codeContext`: bytecode names strings and constants by their number here, as a .mpy file does.
public enum CodeContext {
  /// Storage of interned strings; number 0 is the source file's name.
  @inlinable public static var strings: UInt32 { 1 }
  /// Storage of constants.
  @inlinable public static var constants: UInt32 { 2 }
  @inlinable public static var words: UInt32 { 3 }
}

/// Fields of a `function`.
public enum Function {
  @inlinable public static var code: UInt32 { 1 }
  @inlinable public static var globals: UInt32 { 2 }
  /// Tuple of positional defaults, or null.
  @inlinable public static var defaults: UInt32 { 3 }
  /// Dict of keyword-only defaults, or null.
  @inlinable public static var keywordDefaults: UInt32 { 4 }
  /// Tuple of the cells it closes over, or null.
  @inlinable public static var cells: UInt32 { 5 }
  /// Attributes (dict) or null.
  @inlinable public static var attributes: UInt32 { 6 }
  @inlinable public static var words: UInt32 { 7 }
}

/// Fields of a `type`, built in or written in Python; all types have the same size, so a built-in one's address follows from its number.
public enum TypeObject {
  @inlinable public static var name: UInt32 { 1 }
  /// Tuple of bases.
  @inlinable public static var bases: UInt32 { 2 }
  /// Tuple: method resolution order (C3), the type itself first.
  @inlinable public static var order: UInt32 { 3 }
  /// Dict of members.
  @inlinable public static var members: UInt32 { 4 }
  /// Tagged: number of the built-in type whose layout instances have (low 16 bits), `TypeFlag`s above.
  @inlinable public static var layout: UInt32 { 5 }
  /// Module's name (interned) or none.
  @inlinable public static var module: UInt32 { 6 }
  /// Owner of special-method shortcuts: see Attributes.swift.
  @inlinable public static var cache: UInt32 { 7 }
  @inlinable public static var words: UInt32 { 8 }
}

/// Bits of a native function's flags field.
public enum NativeFlag {
  /// Takes keyword arguments.
  @inlinable public static var keywords: UInt32 { 1 }
  @inlinable public static var `static`: UInt32 { 2 }
  @inlinable public static var `class`: UInt32 { 4 }
  /// A getter: called with the object when the attribute is read.
  @inlinable public static var property: UInt32 { 8 }
}

/// The header word.
public enum Header {
  @inlinable public static var live: UInt32 { 1 }  // bit 0: this is a header, not a threaded slot
  @inlinable public static var marked: UInt32 { 2 }
  /// While marking goes on in slices: marked, and its fields were looked at. Whoever stores a reference in the object takes it away (`Ref.touch`).
  @inlinable public static var scanned: UInt32 { 4 }
  @inlinable public static var identityShift: UInt32 { 3 }  // 2 bits
  @inlinable public static var finaliser: UInt32 { 1 << 5 }
  @inlinable public static var kindShift: UInt32 { 6 }  // 6 bits
  @inlinable public static var linkShift: UInt32 { 12 }  // 7 bits
  @inlinable public static var sizeShift: UInt32 { 19 }  // 13 bits; 8191: derived from word 1
  @inlinable public static var longSize: UInt32 { 8191 }
  @inlinable @inline(__always) public static func make(_ kind: UInt32, words: UInt32) -> UInt32 {
    live | kind &<< kindShift | (words < longSize ? words : longSize) &<< sizeShift
  }
  @inlinable @inline(__always) public static func kind(_ header: UInt32) -> UInt32 { header &>> kindShift & 63 }
  @inlinable @inline(__always) public static func words(_ header: UInt32) -> UInt32 { header &>> sizeShift }
}
