import Foundation
import Image
import Testing

/// The library's frozen modules are what `make freeze` makes of their sources.
@Suite struct FrozenLibraryTests {
  @Test func isCurrent() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Firmware/Library")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".py") && !$0.contains("__pycache__") }
    // Folders are walked in the order of their names, as imagetool does.
    let sorted = paths.sorted { $0.split(separator: "/").lexicographicallyPrecedes($1.split(separator: "/")) { $0 < $1 } }
    let modules = try sorted.map { path in
      (name: path.dropLast(3).split(separator: "/").joined(separator: "."), source: [UInt8](try Data(contentsOf: folder.appending(path: path))))
    }
    #expect(!modules.isEmpty)
    let made = try freezeLibrary(modules)
    let committed = try String(contentsOf: root.appending(path: "Firmware/Image/Generated/FrozenLibrary.swift"), encoding: .utf8)
    #expect(made == committed, "run `make freeze`")
  }
}
