import Board
import CortexM0Plus
import RP2040

/// `--instruction-trace FILE`: a line for each instruction that the ARM cores execute, before it is executed:
/// cycle, core, address, code, R0…R3, SP, flags, and the function where it begins.
///
/// While it is on the cores execute one instruction at a time.
final class InstructionTrace {
  private let file: OutputFile
  private var pending = ""
  private var lastPlace = ["", ""]

  init(_ file: OutputFile, _ chip: RP2040) {
    self.file = file
    for n in 0..<2 { chip.armCore(n)?.onInstruction = { [unowned self, unowned chip] in note($0, chip) } }
  }
  func finish(_ chip: RP2040) {
    for n in 0..<2 { chip.armCore(n)?.onInstruction = nil }
    file.write(pending)
    pending = ""
  }
  private func note(_ core: ArmCore, _ chip: RP2040) {
    func hex(_ v: UInt32, _ digits: Int) -> String {
      let t = String(v, radix: 16)
      return String(repeating: "0", count: max(0, digits - t.utf8.count)) + t
    }
    let pc = core.pc, word = chip.peek(pc & ~3) ?? 0
    let code = pc & 2 == 0 ? word & 0xffff : word >> 16
    pending += "\(core.time) \(core.index) \(hex(pc, 8)) \(hex(code, 4))"
    for n in [0, 1, 2, 3, 13] { pending += " " + hex(core[n], 8) }
    let f = core.flags
    pending += " " + (f >> 31 & 1 != 0 ? "N" : "-") + (f >> 30 & 1 != 0 ? "Z" : "-") + (f >> 29 & 1 != 0 ? "C" : "-") + (f >> 28 & 1 != 0 ? "V" : "-")
    if let place = chip.symbols?(pc) {
      let name = place.prefix { $0 != "+" }
      if lastPlace[Int(core.index)] != name { pending += " " + place; lastPlace[Int(core.index)] = String(name) }
    }
    pending += "\n"
    if pending.utf8.count > 1 << 16 {
      file.write(pending)
      pending = ""
    }
  }
}
