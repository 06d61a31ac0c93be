import CortexM0Plus
import Emulation
import OnChip
import Registers

/// A block's places in CLOCKS' lists of gates (RP2040 data sheet §2.15.3.5): WAKE_EN0 is bits 0…31 of such a word, WAKE_EN1 bits 32…46.
public struct ClockGate: Sendable {
  /// The gate of the clock that the block's registers hang on.
  let registers: UInt64
  /// The clocks that move the block, and the gates that all have to be open for each.
  let clocks: [(clock: ClockName, gates: UInt64)]

  private typealias E0 = Registers.CLOCKS.WAKE_EN0
  private typealias E1 = Registers.CLOCKS.WAKE_EN1
  /// A block on clk_sys alone.
  private static func sys0(_ field: Field) -> ClockGate { ClockGate(registers: UInt64(field.mask), clocks: [(.sys, UInt64(field.mask))]) }
  private static func sys1(_ field: Field) -> ClockGate { ClockGate(registers: UInt64(field.mask) << 32, clocks: [(.sys, UInt64(field.mask) << 32)]) }
  /// A block that takes both its clocks to get on: FIFOs and registers are on clk_sys, what moves bits is on the other.
  private static func both0(_ sys: Field, _ clock: ClockName, _ other: Field) -> ClockGate {
    ClockGate(registers: UInt64(sys.mask), clocks: [(clock, UInt64(sys.mask | other.mask))])
  }
  private static func both1(_ sys: Field, _ clock: ClockName, _ other: Field) -> ClockGate {
    ClockGate(registers: UInt64(sys.mask) << 32, clocks: [(clock, UInt64(sys.mask | other.mask) << 32)])
  }

  static let dma = sys0(E0.CLK_SYS_DMA), busctrl = sys0(E0.CLK_SYS_BUSCTRL), pwm = sys0(E0.CLK_SYS_PWM), io = sys0(E0.CLK_SYS_IO)
  static let pads = sys0(E0.CLK_SYS_PADS), sio = sys0(E0.CLK_SYS_SIO), resets = sys0(E0.CLK_SYS_RESETS), psm = sys0(E0.CLK_SYS_PSM)
  static let rosc = sys0(E0.CLK_SYS_ROSC), pllSys = sys0(E0.CLK_SYS_PLL_SYS), pllUSB = sys0(E0.CLK_SYS_PLL_USB)
  static let vreg = sys0(E0.CLK_SYS_VREG_AND_CHIP_RESET)
  static let xosc = sys1(E1.CLK_SYS_XOSC), xip = sys1(E1.CLK_SYS_XIP), watchdog = sys1(E1.CLK_SYS_WATCHDOG), tbman = sys1(E1.CLK_SYS_TBMAN)
  static let sysinfo = sys1(E1.CLK_SYS_SYSINFO), syscfg = sys1(E1.CLK_SYS_SYSCFG)
  static func pio(_ n: Int) -> ClockGate { sys0(n == 0 ? E0.CLK_SYS_PIO0 : E0.CLK_SYS_PIO1) }
  static func i2c(_ n: Int) -> ClockGate { sys0(n == 0 ? E0.CLK_SYS_I2C0 : E0.CLK_SYS_I2C1) }
  static func spi(_ n: Int) -> ClockGate {
    n == 0 ? both0(E0.CLK_SYS_SPI0, .peri, E0.CLK_PERI_SPI0) : both0(E0.CLK_SYS_SPI1, .peri, E0.CLK_PERI_SPI1)
  }
  static func uart(_ n: Int) -> ClockGate {
    n == 0 ? both1(E1.CLK_SYS_UART0, .peri, E1.CLK_PERI_UART0) : both1(E1.CLK_SYS_UART1, .peri, E1.CLK_PERI_UART1)
  }
  static let adc = both0(E0.CLK_SYS_ADC, .adc, E0.CLK_ADC_ADC)
  /// The tick is the watchdog's and made of clk_ref, which has no gates; it is counted on clk_sys.
  static let timer = ClockGate(registers: UInt64(E1.CLK_SYS_TIMER.mask) << 32, clocks: [(.tick, UInt64(E1.CLK_SYS_TIMER.mask) << 32)])
  /// Sleeping firmware leaves RTC and USB only the clocks that these count on, and is woken by them.
  static let rtc = ClockGate(registers: UInt64(E0.CLK_SYS_RTC.mask), clocks: [(.rtc, UInt64(E0.CLK_RTC_RTC.mask))])
  static let usb = ClockGate(registers: UInt64(E1.CLK_SYS_USBCTRL.mask) << 32, clocks: [(.usb, UInt64(E1.CLK_USB_USBCTRL.mask) << 32)])

  /// Memories by the number of Bus.memories: SRAM0…5, ROM, XIP.
  static let memories: [UInt64] = [
    UInt64(E0.CLK_SYS_SRAM0.mask), UInt64(E0.CLK_SYS_SRAM1.mask), UInt64(E0.CLK_SYS_SRAM2.mask), UInt64(E0.CLK_SYS_SRAM3.mask),
    UInt64(E1.CLK_SYS_SRAM4.mask) << 32, UInt64(E1.CLK_SYS_SRAM5.mask) << 32, UInt64(E0.CLK_SYS_ROM.mask), UInt64(E1.CLK_SYS_XIP.mask) << 32,
  ]
  /// While a core is awake these clocks run whatever WAKE_EN says: a core could never set the bits again (§2.15.3.5.1).
  static let always = UInt64(E0.CLK_SYS_BUSFABRIC.mask | E0.CLK_SYS_CLOCKS.mask)
}

/// The gates of a chip: which are open, awake and in system sleep.
struct ClockGates {
  static let all: UInt64 = 0x7fff_ffff_ffff
  var wake = all, sleep = all
  /// Both cores are in deep sleep and the DMA has nothing to do: SLEEP_EN counts (§2.15.3.5.2).
  var asleep = false
  var open: UInt64 { asleep ? sleep : wake | ClockGate.always }
  /// Sleep changes something.
  var sleepMatters: Bool { sleep != wake | ClockGate.always }
  /// One for each block that a gate can stop, in the order in which they were attached.
  var branches: [ClockBranch] = []
}

// CLOCKS' gates, and the chip's sleep (RP2040 data sheet §2.11.2, §2.11.3).
extension RP2040 {
  /// The services of a block behind `gate`.
  func behind(_ gate: ClockGate) -> any ChipServices {
    let branch = ClockBranch(self, gate)
    gates.branches.append(branch)
    return branch
  }

  public func setClockGates(wake: UInt64, sleep: UInt64) {
    gates.wake = wake
    gates.sleep = sleep
    bus.clockGates = wake | ClockGate.always
    var closed: UInt8 = 0
    for (n, gate) in ClockGate.memories.enumerated() where wake & gate == 0 { closed |= 1 << UInt8(n) }
    if closed != bus.closedMemories {
      bus.closedMemories = closed
      if !configuration.arm && closed != 0 { unmodelled("CLOCKS", "WAKE_EN of a memory, for hosted firmware", write: true, value: UInt32(closed)) }
      for n in 0..<2 { armCore(n)?.memoryGatesChanged() }
    }
    followGates()
  }
  public var clockGates: UInt64 { gates.open }

  private func followGates() {
    let open = gates.open
    var changed = false
    for b in gates.branches where b.follow(open, at: now) { changed = true }
    if changed { clocksChanged() }
  }

  /// The cycle at which system sleep begins, if nothing happens before; nil while something holds it off, or nothing would change.
  var systemSleepBegins: Cycle? {
    guard !gates.asleep, gates.sleepMatters, dma.isIdle else { return nil }
    for c in [core0!, core1!] where !(c.sleeping && !c.held && isDeep(c)) { return nil }
    return max(now, core0.time, core1.time)
  }
  /// SCR.SLEEPDEEP, which the boot ROM's wait for work has set.
  private func isDeep(_ core: Core) -> Bool {
    if core.ppb.systemControl & Registers.PPB.SCR.SLEEPDEEP.mask != 0 { return (core as? ArmCore)?.lockedUp != true }
    if let arm = core as? ArmCore { return arm.waitsInROM }
    return (core as? HostedCore)?.wakesOnLine == true
  }
  func enterSystemSleep(at cycle: Cycle) {
    now = cycle
    gates.asleep = true
    followGates()
  }
  func leaveSystemSleep() {
    gates.asleep = false
    followGates()
  }
}

/// The chip as a block behind clock gates has it: its clocks stand still while a gate of theirs is closed, and it keeps its state.
final class ClockBranch: ChipServices {
  private unowned(unsafe) let chip: RP2040
  private struct Leaf {
    var gates: UInt64 = 0
    var closed = false
    /// Ticks that passed while a gate was closed; the count at which the clock stands.
    var lost: UInt64 = 0, frozen: UInt64 = 0
  }
  /// By clock: what CLOCKS generates, and the tick.
  private var leaves = [7 of Leaf](repeating: Leaf())

  init(_ chip: RP2040, _ gate: ClockGate) {
    self.chip = chip
    for (clock, gates) in gate.clocks { leaves[Int(clock.rawValue)].gates = gates }
  }

  /// True if a clock stops or goes on.
  func follow(_ open: UInt64, at cycle: Cycle) -> Bool {
    var changed = false
    for i in 0..<7 where leaves[i].gates != 0 && (leaves[i].gates & ~open != 0) != leaves[i].closed {
      let count = chip.clocks.ticks(ClockName(rawValue: UInt8(i))!, at: cycle)
      if leaves[i].closed {
        leaves[i].lost = count &- leaves[i].frozen
      } else {
        leaves[i].frozen = count &- leaves[i].lost
      }
      leaves[i].closed.toggle()
      changed = true
    }
    return changed
  }
  func frequency(_ clock: ClockName) -> Frequency {
    let i = Int(clock.rawValue)
    return i < 7 && leaves[i].closed ? .zero : chip.clocks.frequency(clock)
  }
  func hertz(_ clock: ClockName) -> UInt64 { frequency(clock).hertz }
  func ticks(_ clock: ClockName, at cycle: Cycle) -> UInt64 {
    let i = Int(clock.rawValue), count = chip.clocks.ticks(clock, at: cycle)
    guard i < 7 else { return count }
    return leaves[i].closed ? leaves[i].frozen : count &- leaves[i].lost
  }
  func cycle(_ clock: ClockName, reaching count: UInt64) -> Cycle {
    let i = Int(clock.rawValue)
    guard i < 7 else { return chip.clocks.cycle(clock, reaching: count) }
    if leaves[i].closed { return count > leaves[i].frozen ? .max : chip.now }
    let (sum, over) = count.addingReportingOverflow(leaves[i].lost)
    return over ? .max : chip.clocks.cycle(clock, reaching: sum)
  }
  func save(to out: inout StateWriter) { for i in 0..<7 { out.put(leaves[i].closed); out.put(leaves[i].lost); out.put(leaves[i].frozen) } }
  func restore(from input: inout StateReader) throws(StateError) {
    for i in 0..<7 { leaves[i].closed = try input.get(); leaves[i].lost = try input.get(); leaves[i].frozen = try input.get() }
  }

  // MARK: What no gate concerns

  var now: Cycle { chip.now }
  var events: EventQueue { chip.events }
  var clockGates: UInt64 { chip.clockGates }
  func setClockGates(wake: UInt64, sleep: UInt64) { chip.setClockGates(wake: wake, sleep: sleep) }
  func schedule(_ source: EventSource, at cycle: Cycle) { chip.schedule(source, at: cycle) }
  func cancel(_ source: EventSource) { chip.cancel(source) }
  func setInterrupt(_ irq: UInt32, _ level: Bool) { chip.setInterrupt(irq, level) }
  func setInterrupt(_ irq: UInt32, _ level: Bool, core: UInt32) { chip.setInterrupt(irq, level, core: core) }
  func setDREQ(_ number: UInt32, count: UInt32) { chip.setDREQ(number, count: count) }
  func pulseDREQ(_ number: UInt32) { chip.pulseDREQ(number) }
  func setDREQ(_ number: UInt32, _ level: Bool) { chip.setDREQ(number, level) }
  func setFrequency(_ clock: ClockName, _ frequency: Frequency) { chip.setFrequency(clock, frequency) }
  func restartClock(_ clock: ClockName) { chip.restartClock(clock) }
  func instant(_ cycle: Cycle) -> Instant { chip.instant(cycle) }
  func cycle(at instant: Instant) -> Cycle { chip.cycle(at: instant) }
  func driveFunction(_ function: UInt32, pin: UInt32, level: Bool, enable: Bool) { chip.driveFunction(function, pin: pin, level: level, enable: enable) }
  func inputLevel(pin: UInt32) -> Bool { chip.inputLevel(pin: pin) }
  func unmodelled(_ block: String, _ register: String, write: Bool, value: UInt32) { chip.unmodelled(block, register, write: write, value: value) }
  func holdBlocks(_ mask: UInt32) { chip.holdBlocks(mask) }
  func holdStages(_ mask: UInt32) { chip.holdStages(mask) }
  func requestReset(_ cause: ResetCause) { chip.requestReset(cause) }
  func wakeDormant() { chip.wakeDormant() }
  func sendEvent() { chip.sendEvent() }
  func pause() { chip.pause() }
}
