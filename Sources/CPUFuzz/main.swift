import Emulation
import Glibc
import RP2040

// Random instruction sequences on the emulated Cortex-M0+ and on Unicorn's: registers, flags and memory must be the same afterwards.
// usage: CPUFuzz LIBRARY SEED COUNT (Tools/fuzz-cpu finds the library)

func fail(_ text: String) -> Never {
  print("fuzz-cpu: " + text)
  exit(1)
}
let arguments = CommandLine.arguments
guard arguments.count == 4, let seed = UInt64(arguments[2]), let count = Int(arguments[3]) else { fail("usage: CPUFuzz LIBRARY SEED COUNT") }

do {
  let unicorn = try Unicorn(library: arguments[1])
  var configuration = RP2040.Configuration()
  configuration.arm = true
  let chip = try RP2040(configuration)
  guard let core = chip.armCore(0), let idle = chip.armCore(1) else { fail("no ARM core") }
  idle.sleepForEver()
  let ram = chip.space.base + 0x2000_0000
  var random = Random(state: seed), done = 0, discarded = 0
  // Each sequence has its own place, so that Unicorn's translations of earlier ones stay away; memory is used anew after a round.
  var place: UInt32 = 0x2001_0000
  let room = UInt32(Sequence.length * 2 + 64)
  let window = UnsafeMutableRawBufferPointer(start: ram, count: Sequence.windowBytes)
  let theirs = UnsafeMutableRawBufferPointer.allocate(byteCount: Sequence.windowBytes, alignment: 8)
  while done < count {
    let sequence = Sequence(&random)
    guard sequence.isWellFormed else { discarded += 1; continue }
    place = (place + room) & ~3
    if place + room > 0x2004_0000 { place = 0x2001_0000; unicorn.flush() }
    let end = place + UInt32(sequence.code.count * 2)
    // Behind the end: something that stops our core. Literals are read from there too, so both sides have the same.
    var code = sequence.code + [0xbf30]
    while code.count < Int(room) / 2 - 2 { code.append(UInt16(truncatingIfNeeded: random.next())) }
    code.withUnsafeBytes {
      unicorn.write(place, $0)
      (chip.space.base + Int(place)).copyMemory(from: $0.baseAddress!, byteCount: $0.count)
    }
    for i in stride(from: 0, to: Sequence.windowBytes, by: 8) { window.storeBytes(of: random.next(), toByteOffset: i, as: UInt64.self) }
    unicorn.write(Sequence.window, UnsafeRawBufferPointer(window))
    core.controlBits = 0
    core.primaskBit = 0
    unicorn[17] = 0
    for n in 0..<15 { core[n] = sequence.registers[n]; unicorn[n] = sequence.registers[n] }
    core.flags = sequence.flags
    unicorn[16] = sequence.flags | 1 << 24
    core.pc = place
    core.sleeping = false
    core.time = chip.now
    // Every second sequence in the loop that writes down what the core wants of the bus.
    chip.bus.isCounting = done & 1 != 0
    let error = unicorn.run(place, until: end)
    let stop = chip.run(until: chip.now + 2000)
    unicorn.read(Sequence.window, theirs)
    var differences: [String] = []
    if error != 0 { differences.append("Unicorn's error \(error)") }
    if core.pc != end + 2 { differences.append("ours ended at pc \(hex(core.pc)) (\(stop)), not \(hex(end))") }
    for n in 0..<15 where core[n] != unicorn[n] { differences.append("r\(n): ours \(hex(core[n])), theirs \(hex(unicorn[n]))") }
    if core.primaskBit != unicorn[17] { differences.append("PRIMASK: ours \(core.primaskBit), theirs \(unicorn[17])") }
    let flags = unicorn[16] & 0xf000_0000
    if core.flags != flags { differences.append("flags: ours \(hex(core.flags)), theirs \(hex(flags))") }
    if memcmp(window.baseAddress!, theirs.baseAddress!, Sequence.windowBytes) != 0 { differences.append("memory differs") }
    if !differences.isEmpty {
      let text = sequence.code.map { hex(UInt32($0)) }.joined(separator: " ")
      fail(
        "seed \(seed), sequence \(done), at \(hex(place)): \(differences.joined(separator: "; "))\n  code \(text)\n  registers \(sequence.registers.map(hex))")
    }
    done += 1
  }
  print("fuzz-cpu: \(count) random sequences of \(Sequence.length) halfwords, seed \(seed): no difference from Unicorn")
} catch {
  fail("\(error)")
}

func hex(_ v: UInt32) -> String { "0x" + String(v, radix: 16) }
