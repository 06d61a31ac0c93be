import Port

/// The static objects of the firmware: built-in types, functions, modules, interned strings. One block of flash, built by
/// `ImageBuilder` from the generated description; the same bytes hosted and on ARM.
///
/// Layout: the header (16 words), then the built-in types by number, `TypeObject.words` each, then everything else.
public enum Image {
  /// Where it is in flash: behind 1 MB of code (`Firmware/ARM/image.ld`). The flash heap follows it.
  @inlinable public static var base: Address { 0x1010_0000 }
  /// Bytes that are reserved for it.
  @inlinable public static var capacity: UInt32 { 0x6_8000 }
  // Header words.
  @inlinable public static var magicWord: UInt32 { 0 }  // "TBIM"
  @inlinable public static var sizeWord: UInt32 { 1 }  // bytes
  @inlinable public static var stringsWord: UInt32 { 2 }  // number of interned strings + 1
  @inlinable public static var stringTableWord: UInt32 { 3 }  // address of a table: str object of each number (0 unused)
  @inlinable public static var typesWord: UInt32 { 4 }  // number of types
  @inlinable public static var modulesWord: UInt32 { 5 }  // address of the dict of built-in modules
  @inlinable public static var builtinsWord: UInt32 { 6 }  // address of the builtins module's dict
  @inlinable public static var stringIndexWord: UInt32 { 7 }  // address of the strings' hash index
  @inlinable public static var emptyTupleWord: UInt32 { 8 }  // address of ()
  @inlinable public static var emptyBytesWord: UInt32 { 9 }  // address of b''
  @inlinable public static var frozenWord: UInt32 { 10 }  // address of the dict of frozen modules: name to code object, or 0
  @inlinable public static var headerWords: UInt32 { 16 }
  @inlinable @inline(__always) public static func type(_ number: UInt32) -> Address { base &+ headerWords &* 4 &+ number &* TypeObject.words &* 4 }
}
