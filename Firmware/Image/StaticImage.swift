#if !os(none)
import Port
import Python

/// The image of static objects: built-in types, functions, modules and names from their descriptions, then the frozen modules of
/// `Firmware/Library`. The same bytes in every process, made once in each.
enum StaticImage {
  static let bytes: [UInt8] = make(frozen: FrozenLibrary.modules, room: FrozenLibrary.strings)

  /// `frozen`: .mpy files in a literal (`Archive`). Each is loaded and moved into the image.
  static func make(frozen: StaticString, room: UInt32) -> [UInt8] {
    let board = ScratchBoard(room: room)
    if frozen.utf8CodeUnitCount != 0 { freeze(frozen, board) }
    return board.image
  }

  private static func freeze(_ frozen: StaticString, _ board: ScratchBoard) {
    var vm = board.interpreter()
    var archive = Archive(frozen)
    let modules = vm.slot(), file = vm.slot(), code = vm.slot()
    do throws(Raise) {
      try vm.newDict(modules)
      while let entry = archive.next() {
        defer {
          entry.name.deallocate()
          entry.file.deallocate()
        }
        let name = try vm.intern(UnsafeRawBufferPointer(entry.name))
        try vm.newBytes(UnsafeRawBufferPointer(entry.file), file)
        try vm.loadMPY(file, trusted: true, code)
        try vm.dictStore(modules, name, code)
      }
    } catch { fatalError("a frozen module cannot be loaded: run `make freeze`") }
    precondition(ImageBuilder.freeze(&vm, modules) != 0, "the frozen modules do not fit: run `make freeze`")
  }
}

/// Modules in a text literal: bytes from 0x80 on stand as the character of that number, since a literal is UTF-8. Of each: length of the
/// name, the name, length of the file in three bytes (lowest first), the file.
private struct Archive {
  private var at: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  init(_ text: StaticString) {
    at = text.utf8Start
    end = at + text.utf8CodeUnitCount
  }
  private mutating func byte() -> UInt8 {
    let c = at.pointee
    at += 1
    if c < 0x80 { return c }
    defer { at += 1 }
    return c &<< 6 | at.pointee & 0x3f
  }
  private mutating func take(_ n: Int) -> UnsafeMutableRawBufferPointer {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: n, alignment: 4)
    for i in 0..<n { bytes[i] = byte() }
    return bytes
  }
  mutating func next() -> (name: UnsafeMutableRawBufferPointer, file: UnsafeMutableRawBufferPointer)? {
    if at >= end { return nil }
    let name = take(Int(byte()))
    let length = Int(byte()) | Int(byte()) << 8 | Int(byte()) << 16
    return (name, take(length))
  }
}
#endif
