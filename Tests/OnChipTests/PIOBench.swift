import Emulation
import RP2040
import Registers

@testable import OnChip

/// Instructions as the data sheet names their fields (§3.4); `.d(n)` puts n into the delay and side-set bits.
enum I {
  static func jmp(_ to: UInt32, _ condition: UInt32 = 0) -> UInt32 { condition << 5 | to }
  static func wait(_ polarity: UInt32, _ source: UInt32, _ index: UInt32) -> UInt32 { 0x2000 | polarity << 7 | source << 5 | index }
  static func input(_ source: UInt32, _ bits: UInt32) -> UInt32 { 0x4000 | source << 5 | bits & 31 }
  static func out(_ to: UInt32, _ bits: UInt32) -> UInt32 { 0x6000 | to << 5 | bits & 31 }
  static func push(ifFull: Bool = false, block: Bool = true) -> UInt32 { 0x8000 | (ifFull ? 0x40 : 0) | (block ? 0x20 : 0) }
  static func pull(ifEmpty: Bool = false, block: Bool = true) -> UInt32 { 0x8080 | (ifEmpty ? 0x40 : 0) | (block ? 0x20 : 0) }
  static func mov(_ to: UInt32, _ from: UInt32, _ operation: UInt32 = 0) -> UInt32 { 0xa000 | to << 5 | operation << 3 | from }
  static func irq(_ index: UInt32, wait: Bool = false, clear: Bool = false) -> UInt32 { 0xc000 | (clear ? 0x40 : 0) | (wait ? 0x20 : 0) | index }
  static func set(_ to: UInt32, _ value: UInt32) -> UInt32 { 0xe000 | to << 5 | value }
  static let nop = mov(2, 2)
  static let pins: UInt32 = 0, x: UInt32 = 1, y: UInt32 = 2, null: UInt32 = 3, dirs: UInt32 = 4, pc: UInt32 = 5, isr: UInt32 = 6, osr: UInt32 = 7
  static let exec: UInt32 = 7, movExec: UInt32 = 4, status: UInt32 = 5
}
extension UInt32 {
  func d(_ n: UInt32) -> UInt32 { self | n << 8 }
}

/// One PIO and its pins.
struct PIOBench {
  typealias R = Registers.PIO
  let b: Bench, base: UInt32, index: Int
  let pio: OnChip.PIO
  init(_ index: Int = 0, more: UInt32 = 0) throws {
    b = try Bench()
    self.index = index
    base = index == 0 ? R.pio0 : R.pio1
    typealias B = Registers.RESETS.RESET
    b.release(B.IO_BANK0.mask | B.PADS_BANK0.mask | B.PIO0.mask | B.PIO1.mask | B.DMA.mask | more)
    pio = b.chip.block(named: "PIO\(index)") as! OnChip.PIO
  }
  func read(_ o: UInt32) -> UInt32 { b.read(base + o) }
  func write(_ o: UInt32, _ v: UInt32) { b.write(base + o, v) }
  func sm(_ i: UInt32, _ o: UInt32) -> UInt32 { R.SM0_CLKDIV.offset + 24 * i + (o - R.SM0_CLKDIV.offset) }
  func program(_ words: [UInt32], at: UInt32 = 0) { for (i, w) in words.enumerated() { write(R.INSTR_MEM0.offset + 4 * (at + UInt32(i)), w) } }
  func wrap(_ i: UInt32, _ bottom: UInt32, _ top: UInt32, _ more: UInt32 = 0) { write(sm(i, R.SM0_EXECCTRL.offset), top << 12 | bottom << 7 | more) }
  func pinctrl(_ i: UInt32, sides: UInt32 = 0, set: (UInt32, UInt32) = (0, 0), out: (UInt32, UInt32) = (0, 0), side: UInt32 = 0, input: UInt32 = 0) {
    write(sm(i, R.SM0_PINCTRL.offset), sides << 29 | set.1 << 26 | out.1 << 20 | input << 15 | side << 10 | set.0 << 5 | out.0)
  }
  func shift(_ i: UInt32, _ v: UInt32) { write(sm(i, R.SM0_SHIFTCTRL.offset), v) }
  func divide(_ i: UInt32, _ whole: UInt32, _ fraction: UInt32 = 0) { write(sm(i, R.SM0_CLKDIV.offset), whole << 16 | fraction << 8) }
  func enable(_ mask: UInt32) { write(R.CTRL.offset, mask) }
  func exec(_ i: UInt32, _ word: UInt32) { write(sm(i, R.SM0_INSTR.offset), word); b.pass(2) }
  func put(_ i: UInt32, _ v: UInt32) { write(R.TXF0.offset + 4 * i, v) }
  func get(_ i: UInt32) -> UInt32 { read(R.RXF0.offset + 4 * i) }
  func select(_ pins: Range<UInt32>) { for p in pins { b.write(Registers.IO_BANK0.base + 8 * p + 4, 6 + UInt32(index)) } }
  /// Makes pins outputs, by forced instructions of machine `i`; PINCTRL must be set afterwards.
  func outputs(_ i: UInt32, _ pins: Range<UInt32>) {
    for p in pins {
      pinctrl(i, set: (p, 1))
      exec(i, I.set(I.dirs, 1))
    }
  }
  func pc(_ i: UInt32) -> UInt32 { read(sm(i, R.SM0_ADDR.offset)) }
  func machine(_ i: Int) -> PIOMachine {
    pio.advance(through: pio.time.tick(at: b.chip.now))
    return pio.machines[i]
  }
  static let autopull: UInt32 = 1 << 17, autopush: UInt32 = 1 << 16, outRight: UInt32 = 1 << 19, inRight: UInt32 = 1 << 18
}
