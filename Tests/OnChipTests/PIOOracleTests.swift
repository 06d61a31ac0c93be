import Emulation
import Foundation
import RP2040
import Registers
import Testing

@testable import OnChip

/// Random programs, state by state, against rp2040-pio-emulator: Tools/pio-vectors wrote the file. `make pio-oracle` makes others and names
/// them in TAYBERRY_PIO_VECTORS.
@Suite struct PIOOracleTests {
  struct Vector {
    var program: [UInt32] = [], config: [UInt32] = [], data: [UInt32] = [], inputs: [(clock: UInt64, levels: UInt32)] = []
    var states: [[UInt32]] = []
  }
  static func load() throws -> [Vector] {
    let file =
      ProcessInfo.processInfo.environment["TAYBERRY_PIO_VECTORS"]
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Vectors/pio.txt").path
    var vectors: [Vector] = []
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      var words = line.split(separator: " ")
      func numbers() -> [UInt32] { words.map { UInt32($0, radix: 16)! } }
      switch words[0] {
      case "program": words.removeFirst(); vectors.append(Vector(program: numbers()))
      case "config": words.removeFirst(); vectors[vectors.count - 1].config = numbers()
      case "data": words.removeFirst(); vectors[vectors.count - 1].data = numbers()
      case "inputs":
        vectors[vectors.count - 1].inputs = words.dropFirst().map {
          let p = $0.split(separator: ":")
          return (UInt64(p[0], radix: 16)!, UInt32(p[1], radix: 16)!)
        }
      default: vectors[vectors.count - 1].states.append(numbers())
      }
    }
    return vectors
  }

  @Test func everyStateIsTheEmulators() throws {
    let vectors = try Self.load()
    #expect(vectors.count >= 40)
    var steps = 0
    for (n, v) in vectors.enumerated() {
      let machine = n % 4
      if let difference = try compare(v, machine, pio: n / 4 % 2) {
        Issue.record("program \(n): \(difference)")
        break
      }
      steps += v.states.count
    }
    #expect(steps > 500)
  }

  private func compare(_ v: Vector, _ machine: Int, pio index: Int) throws -> String? {
    let b = try Bench()
    typealias B = Registers.RESETS.RESET
    typealias PIO = Registers.PIO
    b.release(B.IO_BANK0.mask | B.PADS_BANK0.mask | B.PIO0.mask | B.PIO1.mask)
    let base = index == 0 ? PIO.pio0 : PIO.pio1, sm = base + 24 * UInt32(machine)
    let pio = b.chip.block(named: "PIO\(index)") as! OnChip.PIO
    let c = v.config, reads = c[0] != 0
    let (sides, autopull, autopush, pullAt, pushAt, inRight, outRight) = (c[1], c[2], c[3], c[4], c[5], c[6], c[7])
    let (sideBase, setCount, setBase, outCount, outBase, jumpPin, top, bottom) = (c[8], c[9], c[10], c[11], c[12], c[13], c[14], c[15])
    for (i, w) in v.program.enumerated() { b.write(base + PIO.INSTR_MEM0.offset + 4 * UInt32(i), w) }
    b.write(sm + PIO.SM0_EXECCTRL.offset, jumpPin << 24 | top << 12 | bottom << 7)
    b.write(
      sm + PIO.SM0_SHIFTCTRL.offset,
      (pullAt & 31) << 25 | (pushAt & 31) << 20 | outRight << 19 | inRight << 18 | autopull << 17 | autopush << 16)
    b.write(base + PIO.INPUT_SYNC_BYPASS.offset, ~0)
    if reads {
      for pin in 0..<16 as Range<UInt32> { b.write(Registers.IO_BANK0.base + 8 * pin + 4, 6 + UInt32(index)) }
      // Pins 0…15 become outputs.
      for group in 0..<4 as Range<UInt32> {
        b.write(sm + PIO.SM0_PINCTRL.offset, 4 << 26 | (4 * group) << 5)
        b.write(sm + PIO.SM0_INSTR.offset, 0xe08f)
        b.pass(2)
      }
    }
    b.write(sm + PIO.SM0_PINCTRL.offset, sides << 29 | setCount << 26 | outCount << 20 | sideBase << 10 | setBase << 5 | outBase)
    var data = v.data
    if autopull != 0 {
      b.write(base + PIO.TXF0.offset + 4 * UInt32(machine), data.removeFirst())
      b.write(sm + PIO.SM0_INSTR.offset, 0x80a0)  // PULL BLOCK
      b.pass(2)
      // Its delay and side-set bits are zero, but side-set without an enable bit has happened.
    }
    for w in data { b.write(base + PIO.TXF0.offset + 4 * UInt32(machine), w) }
    let terminals = (16..<30).map { b.chip.circuit.attach(to: b.chip.pins.net(UInt32($0))) }
    b.write(base + PIO.CTRL.offset, 1 << UInt32(machine))
    let start = b.chip.now
    var input = 0
    func drive(_ clock: UInt64) {
      while input < v.inputs.count && v.inputs[input].clock <= clock {
        for (i, t) in terminals.enumerated() {
          b.chip.circuit.drive(t, .strong(v.inputs[input].levels >> UInt32(16 + i) & 1 != 0), at: b.chip.instant(b.chip.now))
        }
        input += 1
      }
    }
    let m = pio.machines + machine
    for (step, s) in v.states.enumerated() {
      while b.chip.now - start < UInt64(s[0]) + 1 {
        drive(b.chip.now - start)
        b.pass(1)
      }
      pio.advance(through: pio.time.tick(at: b.chip.now))
      let shown: [UInt32] = [
        s[0], m.pointee.pc, m.pointee.x, m.pointee.y, m.pointee.isr, m.pointee.isrCount, m.pointee.osr, m.pointee.osrCount,
        pio.live.pointee.outputs & (reads ? 0xffff : ~0), pio.live.pointee.enables, UInt32(m.pointee.txCount), UInt32(m.pointee.rxCount),
      ]
      if shown != s {
        return
          "step \(step): \(shown.map { String($0, radix: 16) }) instead of \(s.map { String($0, radix: 16) }); config \(c), program \(v.program.map { String($0, radix: 16) })"
      }
    }
    return nil
  }
}
