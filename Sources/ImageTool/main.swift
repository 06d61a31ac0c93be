import Glibc
import Image
import Port
import Python

// `imagetool image FILE` writes the image of static objects (DESIGN §4), the same bytes that a hosted board has in its flash. The ARM build
// puts them into its flash image (Firmware/ARM/objects.S).
// `imagetool freeze FILE FOLDER` compiles the modules below a folder into the Swift file that the image takes them from.

func fail(_ text: String, _ status: Int32) -> Never {
  let line = text + "\n"
  _ = line.withCString { write(2, $0, strlen($0)) }
  exit(status)
}

func save(_ bytes: UnsafeRawBufferPointer, _ path: String) {
  guard let file = fopen(path, "wb"), fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
    fail("imagetool: \(path): \(String(cString: strerror(errno)))", 1)
  }
}

func load(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { fail("imagetool: \(path): \(String(cString: strerror(errno)))", 1) }
  defer { fclose(file) }
  var bytes: [UInt8] = [], block = [UInt8](repeating: 0, count: 65536)
  while true {
    let n = fread(&block, 1, block.count, file)
    if n == 0 { return bytes }
    bytes += block[0..<n]
  }
}

/// Modules below a folder, by name, sorted.
func modules(_ folder: String, _ prefix: String) -> [(name: String, source: [UInt8])] {
  guard let d = opendir(folder) else { fail("imagetool: \(folder): \(String(cString: strerror(errno)))", 1) }
  defer { closedir(d) }
  var names: [String] = []
  while let e = readdir(d) {
    names.append(withUnsafePointer(to: &e.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } })
  }
  var found: [(name: String, source: [UInt8])] = []
  for name in names.sorted() where !name.hasPrefix(".") && name != "__pycache__" {
    let path = folder + "/" + name
    var s = stat()
    stat(path, &s)
    if s.st_mode & S_IFMT == S_IFDIR {
      found += modules(path, prefix + name + ".")
    } else if name.hasSuffix(".py") {
      found.append((prefix + name.dropLast(3), load(path)))
    }
  }
  return found
}

func freeze(_ folder: String, to path: String) {
  do throws(FreezeError) {
    var text = try freezeLibrary(modules(folder, ""))
    text.withUTF8 { save(UnsafeRawBufferPointer($0), path) }
  } catch { fail(error.report, 1) }
}

let arguments = CommandLine.arguments
switch arguments.count > 1 ? arguments[1] : "" {
case "image" where arguments.count == 3:
  let flash = UnsafeMutableRawPointer.allocate(byteCount: 2 << 20, alignment: 4096)
  memset(flash, 0xff, 2 << 20)
  installImage(flash: flash)
  let start = flash + Int(Python.Image.base - 0x1000_0000)
  save(UnsafeRawBufferPointer(start: start, count: Int((start + Int(Python.Image.sizeWord) * 4).load(as: UInt32.self))), arguments[2])
case "freeze" where arguments.count == 4:
  freeze(arguments[3], to: arguments[2])
default: fail("usage: imagetool image FILE | imagetool freeze FILE FOLDER", 2)
}
