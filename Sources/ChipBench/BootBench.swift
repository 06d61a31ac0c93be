import Emulation
import Glibc
import OffChip
import RP2040

/// Firmware from a file, without a board: how fast it runs, and where the cores are at the end.
enum BootBench {
  static func run(_ path: String, milliseconds: UInt64, trace: Bool) throws {
    var configuration = RP2040.Configuration()
    configuration.arm = true
    guard let file = fopen(path, "rb") else { return print("cannot open \(path)") }
    var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65536)
    while case let n = fread(&buffer, 1, buffer.count, file), n > 0 { bytes += buffer[..<n] }
    fclose(file)
    let firmware = try FirmwareFile(bytes)
    configuration.entry = firmware.ramEntry
    let chip = try RP2040(configuration)
    try chip.load(firmware)
    chip.ssi.device = W25Q(memory: chip.flash, bytes: configuration.flashBytes, uniqueID: configuration.uniqueID)
    chip.onReport = { print($0) }
    if trace {
      chip.armCore(0)?.onInstruction = { c in
        print(
          "\(c.time) \(String(c.pc, radix: 16)) \(firmware.place(c.pc) ?? "") r0=\(String(c[0], radix: 16)) r1=\(String(c[1], radix: 16)) r2=\(String(c[2], radix: 16)) r3=\(String(c[3], radix: 16))"
        )
      }
    }
    let begin = clock()
    var stop = Stop.time
    let end = Instant(nanoseconds: milliseconds * 1_000_000)
    while chip.instant(chip.now) < end {
      stop = chip.run(until: min(chip.cycle(at: end), chip.now + 1_000_000))
      if case .stopped = stop { break }
      if case .idle(let until) = stop, until > chip.now + 1 << 40 { break }
    }
    let seconds = Double(clock() - begin) / Double(CLOCKS_PER_SEC)
    print("\(stop) after \(chip.now) cycles, \(chip.instant(chip.now).nanoseconds / 1_000_000) ms in \(Int(seconds * 1000)) ms of the host")
    for n in 0..<2 {
      guard let core = chip.armCore(n) else { continue }
      let place = firmware.place(core.pc) ?? "?"
      print("core \(n): pc 0x\(String(core.pc, radix: 16)) \(place), \(core.sleeping ? "asleep" : "awake"), time \(core.time)")
    }
  }
}
