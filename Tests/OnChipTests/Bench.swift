import Emulation
import RP2040
import Registers
import Testing

/// A chip without firmware: the test makes the accesses, and time passes when it says so.
struct Bench {
  let chip: RP2040
  init(_ configure: (inout RP2040.Configuration) -> Void = { _ in }) throws {
    var c = RP2040.Configuration()
    configure(&c)
    chip = try RP2040(c)
  }
  func read(_ a: UInt32, bytes: UInt8 = 4) -> UInt32 { chip.load(a, bytes: bytes).value }
  func write(_ a: UInt32, _ v: UInt32, bytes: UInt8 = 4) { _ = chip.store(a, v, bytes: bytes) }
  func set(_ a: UInt32, _ v: UInt32) { write(a + 0x2000, v) }
  func clear(_ a: UInt32, _ v: UInt32) { write(a + 0x3000, v) }
  /// Lets cycles pass; answers how the run ended.
  @discardableResult func pass(_ cycles: Cycle) -> Stop { chip.run(until: chip.now + cycles) }
  /// Lets time pass.
  func pass(microseconds: UInt64) { _ = chip.run(until: chip.cycle(at: Instant(nanoseconds: chip.instant(chip.now).nanoseconds + microseconds * 1000))) }
  func release(_ mask: UInt32) { clear(RESETS.base, mask) }

  /// Crystal on and stable, clk_ref on it, a tick of 1 µs.
  func startCrystal() {
    write(XOSC.base + XOSC.STARTUP.offset, 47)
    write(XOSC.base, 0xfab << 12 | 0xaa0)
    pass(microseconds: 1100)
    write(CLOCKS.base + CLOCKS.CLK_REF_CTRL.offset, 2)
    write(WATCHDOG.base + WATCHDOG.TICK.offset, 0x20c)
  }
  func startPLL(_ base: UInt32, _ mask: UInt32, _ feedback: UInt32, _ d1: UInt32, _ d2: UInt32) {
    release(mask)
    write(base + PLL.FBDIV_INT.offset, feedback)
    clear(base + PLL.PWR.offset, 0x21)
    pass(microseconds: 100)
    write(base + PLL.PRIM.offset, d1 << 16 | d2 << 12)
    clear(base + PLL.PWR.offset, 8)
  }
  /// clk_sys at 125 MHz.
  func startPLLs() {
    startCrystal()
    startPLL(PLL.sys, RESETS.RESET.PLL_SYS.mask, 125, 6, 2)
    startPLL(PLL.usb, RESETS.RESET.PLL_USB.mask, 100, 5, 5)
    write(CLOCKS.base + CLOCKS.CLK_SYS_CTRL.offset, 1)
  }
}
