import CPort
import Emulation
import RP2040
import Registers
import Synchronization

typealias Block = UnsafeMutablePointer<port_block>

/// Firmware made of closures, for tests of the chip: what a core, a task, a handler and PendSV do.
final class TestFirmware {
  var start: (Block, UInt32) -> Void = { _, _ in }
  var interrupt: (Block, UInt32) -> Void = { _, _ in }
  var task: (Block, UInt32, UInt32) -> Void = { _, _, _ in }
  var pick: (Block, UInt32) -> UInt32 = { _, running in running }

  private static let registry = Mutex<[UInt: UInt]>([:])
  static func of(_ b: Block) -> TestFirmware {
    let address = registry.withLock { $0[UInt(bitPattern: b.pointee.memory)]! }
    return Unmanaged<TestFirmware>.fromOpaque(UnsafeRawPointer(bitPattern: address)!).takeUnretainedValue()
  }
  /// A chip that runs this firmware; it must live as long.
  func chip(_ configure: (inout RP2040.Configuration) -> Void = { _ in }) throws -> RP2040 {
    var c = RP2040.Configuration()
    c.firmware = firmware_image(
      start: { b, core in
        TestFirmware.of(b).start(b, core); while true { b.pointee.wait(b) }
      },
      interrupt: { b, irq in TestFirmware.of(b).interrupt(b, irq) },
      task: { b, kind, argument in
        TestFirmware.of(b).task(b, kind, argument); while true { b.pointee.wait(b) }
      },
      pick: { b, running in TestFirmware.of(b).pick(b, running) })
    configure(&c)
    let chip = try RP2040(c)
    let me = UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque())
    Self.registry.withLock { $0[UInt(bitPattern: chip.space.base)] = me }
    return chip
  }
}

extension UnsafeMutablePointer<port_block> {
  func read(_ a: UInt32) -> UInt32 { pointee.read(self, a) }
  func write(_ a: UInt32, _ v: UInt32) { pointee.write(self, a, v) }
  func wait() { pointee.wait(self) }
  func spend(_ n: Int32) { pointee.budget &-= n; if pointee.budget < 0 { pointee.attend(self) } }
  func pendSwitch() { pointee.attention |= 1; if pointee.primask == 0 { pointee.attend(self) } }
  /// Lets go of blocks and waits until they are ready.
  func release(_ mask: UInt32) {
    write(RESETS.base + 0x3000, mask)
    while read(RESETS.base + RESETS.RESET_DONE.offset) & mask != mask { spend(4) }
  }
  /// Crystal, clk_ref and tick of 1 µs; clk_sys stays on clk_ref.
  func startCrystal() {
    write(XOSC.base + XOSC.STARTUP.offset, 47)
    write(XOSC.base, 0xfab << 12 | 0xaa0)
    while read(XOSC.base + XOSC.STATUS.offset) >> 31 == 0 { spend(4) }
    write(CLOCKS.base + CLOCKS.CLK_REF_CTRL.offset, 2)
    while read(CLOCKS.base + CLOCKS.CLK_REF_SELECTED.offset) != 4 { spend(4) }
    write(WATCHDOG.base + WATCHDOG.TICK.offset, 0x20c)
  }
  /// PLL_SYS at 12 MHz * `feedback` / `d1` / `d2`, and clk_sys on it.
  func startPLL(_ feedback: UInt32 = 125, _ d1: UInt32 = 6, _ d2: UInt32 = 2) {
    release(RESETS.RESET.PLL_SYS.mask)
    write(CLOCKS.base + CLOCKS.CLK_SYS_CTRL.offset + 0x3000, 1)
    write(PLL.sys + PLL.FBDIV_INT.offset, feedback)
    write(PLL.sys + PLL.PWR.offset + 0x3000, 0x21)
    while read(PLL.sys) >> 31 == 0 { spend(4) }
    write(PLL.sys + PLL.PRIM.offset, d1 << 16 | d2 << 12)
    write(PLL.sys + PLL.PWR.offset + 0x3000, 8)
    write(CLOCKS.base + CLOCKS.CLK_SYS_CTRL.offset, 1)
    while read(CLOCKS.base + CLOCKS.CLK_SYS_SELECTED.offset) != 2 { spend(4) }
  }
}

/// Sees every access to it, in order: what determinism tests compare.
final class Recorder: Peripheral {
  static let base: UInt32 = 0x5f10_0000
  let name = "RECORDER"
  var log: [UInt64] = []
  func read(_ offset: UInt32, _ access: Access) -> UInt32 { note(offset, 0, access); return UInt32(truncatingIfNeeded: log.count) }
  func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { 0 }
  func write(_ offset: UInt32, _ value: UInt32, _ access: Access) { note(offset, value, access) }
  private func note(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    log.append(access.cycle)
    log.append(UInt64(access.master.rawValue) << 56 | UInt64(offset) << 32 | UInt64(value))
  }
  func reset(at cycle: Cycle) {}
  func save(to out: inout StateWriter) {}
  func restore(from input: inout StateReader) throws(StateError) {}
  /// FNV-1a of the log.
  var hash: UInt64 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for v in log { for i in 0..<8 as Range<UInt64> { h = (h ^ (v >> (8 * i) & 0xff)) &* 0x100_0000_01b3 } }
    return h
  }
}
