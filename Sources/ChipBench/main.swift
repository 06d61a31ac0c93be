import CPort
import Glibc
import RP2040
import Registers

// What one thing costs the host: `chipbench register ADDRESS COUNT` reads a register COUNT times from a hosted core. Run under
// callgrind with two counts, the difference is the host's instructions for each (Tools/bench does).
func usage() -> Never {
  fatalError(
    "usage: chipbench read|write ADDRESS COUNT, arm CORES MEGACYCLES [QUANTUM] [free], poll ADDRESS COUNT CORES, boot FILE MILLISECONDS, pio busy|waiting MEGACYCLES, dma SIZE MEGABYTES, or fiber MILLIONS"
  )
}

let arguments = CommandLine.arguments
if arguments.count >= 4, arguments[1] == "arm", let cores = Int(arguments[2]), let n = UInt64(arguments[3]) {
  try ArmBench.run(cores: cores, megacycles: n, quantum: arguments.count > 4 ? UInt64(arguments[4]) ?? 64 : 64, arbitrates: arguments.last != "free")
  exit(0)
}
if arguments.count == 5, arguments[1] == "poll", let address = UInt32(arguments[2].replacing("0x", with: ""), radix: 16), let n = UInt32(arguments[3]) {
  try ArmBench.poll(address, count: n, cores: Int(arguments[4]) ?? 1)
  exit(0)
}
if arguments.count >= 4, arguments[1] == "boot", let ms = UInt64(arguments[3]) {
  try BootBench.run(arguments[2], milliseconds: ms, trace: arguments.count > 4)
  exit(0)
}
if arguments.count == 4, arguments[1] == "pio", let n = UInt64(arguments[3]) {
  try StreamBench.pio(megacycles: n, waits: arguments[2] == "waiting")
  exit(0)
}
if arguments.count == 4, arguments[1] == "dma", let size = UInt32(arguments[2]), size < 3, let n = UInt32(arguments[3]) {
  try StreamBench.dma(megabytes: n, size: size)
  exit(0)
}
if arguments.count == 3, arguments[1] == "fiber", let n = Int(arguments[2]), n > 0 { FiberBench.run(millions: n) }
guard arguments.count == 4, let address = UInt32(arguments[2].replacing("0x", with: ""), radix: 16), let count = UInt32(arguments[3]) else { usage() }

var configuration = RP2040.Configuration()
let start: @convention(c) (UnsafeMutablePointer<port_block>, UInt32) -> Void
switch arguments[1] {
case "read":
  start = { b, core in
    if core == 0 {
      let address = b.pointee.memory.load(fromByteOffset: 0x2000_0000, as: UInt32.self)
      var n = b.pointee.memory.load(fromByteOffset: 0x2000_0004, as: UInt32.self)
      b.pointee.write(b, RESETS.base, 0)
      while n > 0 { _ = b.pointee.read(b, address); n &-= 1 }
    }
    while true { b.pointee.wait(b) }
  }
case "write":
  start = { b, core in
    if core == 0 {
      let address = b.pointee.memory.load(fromByteOffset: 0x2000_0000, as: UInt32.self)
      var n = b.pointee.memory.load(fromByteOffset: 0x2000_0004, as: UInt32.self)
      b.pointee.write(b, RESETS.base, 0)
      while n > 0 { b.pointee.write(b, address, 0); n &-= 1 }
    }
    while true { b.pointee.wait(b) }
  }
default: usage()
}
configuration.firmware = firmware_image(start: start, interrupt: { _, _ in }, task: { _, _, _ in }, pick: { _, running in running })
let chip = try RP2040(configuration)
_ = chip.store(0x2000_0000, address)
_ = chip.store(0x2000_0004, count)
let stop = chip.run(until: 1 << 40)
print("\(stop) after \(chip.now) cycles")
