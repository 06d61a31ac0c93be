import Glibc
import Image
import Port
import Python

// Writes the image of static objects (DESIGN §4), the same bytes that a hosted board has in its flash: `imagetool FILE`.
// The ARM build puts them into its flash image (Firmware/ARM/objects.S).

func fail(_ text: String, _ status: Int32) -> Never {
  let line = text + "\n"
  _ = line.withCString { write(2, $0, strlen($0)) }
  exit(status)
}

let flashBytes = 2 << 20
let flash = UnsafeMutableRawPointer.allocate(byteCount: flashBytes, alignment: 4096)
memset(flash, 0xff, flashBytes)
installImage(flash: flash)
let start = flash + Int(Python.Image.base - 0x1000_0000)
let bytes = Int((start + Int(Python.Image.sizeWord) * 4).load(as: UInt32.self))
guard CommandLine.arguments.count == 2, let file = fopen(CommandLine.arguments[1], "wb") else {
  fail("usage: imagetool FILE", 2)
}
guard fwrite(start, 1, bytes, file) == bytes, fclose(file) == 0 else {
  fail("imagetool: \(CommandLine.arguments[1]): \(String(cString: strerror(errno)))", 1)
}
