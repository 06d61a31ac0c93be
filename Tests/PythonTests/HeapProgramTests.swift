import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Programs of Tests/Firmware with what they print: as they are, with frequent collections, and with a heap that moves everything at every allocation.
@Suite struct HeapProgramTests {
  func read(_ name: String) -> String {
    var bytes: [UInt8] = []
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    guard let file = fopen("/" + folder + "/Firmware/" + name, "r") else { return "no file \(name)" }
    defer { fclose(file) }
    var c = fgetc(file)
    while c != EOF { bytes.append(UInt8(truncatingIfNeeded: c)); c = fgetc(file) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: ["dict_programs", "set_programs", "heap_programs"]) func plain(_ name: String) throws {
    let printed = try Harness().python(read(name + ".py"), hostile: false)
    #expect(printed == read(name + ".exp"))
  }
  @Test(arguments: ["dict_programs", "set_programs"]) func frequentCollections(_ name: String) throws {
    let printed = try Harness().python(read(name + ".py"), hostile: false, every: 7)
    #expect(printed == read(name + ".exp"))
  }
  @Test(arguments: ["dict_programs", "set_programs"]) func hostile(_ name: String) throws {
    let printed = try Harness().python(read(name + ".py"), hostile: true)
    #expect(printed == read(name + ".exp"))
  }
}
