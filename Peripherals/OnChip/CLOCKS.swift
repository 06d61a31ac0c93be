import Emulation
import Registers

/// CLOCKS (RP2040 data sheet §2.15): glitchless and auxiliary multiplexers, dividers, the frequency counter and resus.
///
/// A glitchless multiplexer changes over at the write (on silicon it takes a few periods of both clocks), or when its new source starts.
public final class CLOCKS: Peripheral {
  public let name = "CLOCKS"
  private typealias R = Registers.CLOCKS

  /// The ten generators, in the order of their registers (12 bytes each).
  enum Generator: Int, CaseIterable { case gpout0, gpout1, gpout2, gpout3, ref, sys, peri, usb, adc, rtc }

  struct State {
    var control = [UInt32](repeating: 0, count: 10)
    var divider = [UInt32](repeating: 0x100, count: 10)
    /// What the two glitchless multiplexers let through.
    var refSelected: UInt32 = 0, sysSelected: UInt32 = 0
    var resusControl: UInt32 = 0xff
    var resussed = false
    var interruptEnable: UInt32 = 0, interruptForce: UInt32 = 0
    var wake: [UInt32] = [0xffff_ffff, 0x7fff], sleep: [UInt32] = [0xffff_ffff, 0x7fff]
    var counter = Counter()
  }
  /// FC0. While it runs, `start` is the source's tick count when counting began.
  struct Counter {
    var refKHz: UInt32 = 0, minKHz: UInt32 = 0, maxKHz: UInt32 = 0x1ff_ffff, delay: UInt32 = 1, interval: UInt32 = 8, source: UInt32 = 0
    var waiting = false, running = false, done = false, died = false
    var start: UInt64 = 0
    var result: UInt32 = 0
  }
  var state = State()
  private unowned(unsafe) let services: any ChipServices
  private static let gpoutPins: [UInt32] = [21, 23, 24, 25]

  public init(_ services: any ChipServices) { self.services = services }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if !isKnown(offset) { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }

  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    if offset < R.CLK_SYS_RESUS_CTRL.offset {
      let g = Int(offset / 12)
      switch offset % 12 {
      case 0: return state.control[g]
      case 4: return state.divider[g]
      default: return selected(g)
      }
    }
    let c = state.counter
    switch offset {
    case R.CLK_SYS_RESUS_CTRL.offset: return state.resusControl
    case R.CLK_SYS_RESUS_STATUS.offset: return state.resussed ? 1 : 0
    case R.FC0_REF_KHZ.offset: return c.refKHz
    case R.FC0_MIN_KHZ.offset: return c.minKHz
    case R.FC0_MAX_KHZ.offset: return c.maxKHz
    case R.FC0_DELAY.offset: return c.delay
    case R.FC0_INTERVAL.offset: return c.interval
    case R.FC0_SRC.offset: return c.source
    case R.FC0_STATUS.offset: return counterStatus
    case R.FC0_RESULT.offset: return c.result
    case R.WAKE_EN0.offset: return state.wake[0]
    case R.WAKE_EN1.offset: return state.wake[1]
    case R.ENABLED0.offset: return UInt32(truncatingIfNeeded: services.clockGates)
    case R.ENABLED1.offset: return UInt32(truncatingIfNeeded: services.clockGates >> 32)
    case R.SLEEP_EN0.offset: return state.sleep[0]
    case R.SLEEP_EN1.offset: return state.sleep[1]
    case R.INTR.offset: return state.resussed ? 1 : 0
    case R.INTE.offset: return state.interruptEnable
    case R.INTF.offset: return state.interruptForce
    case R.INTS.offset: return interruptStatus
    default: return 0
    }
  }

  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let new = access.alias.apply(value, to: peek(offset, at: access.cycle))
    if offset < R.CLK_SYS_RESUS_CTRL.offset {
      writeGenerator(Int(offset / 12), offset % 12, new)
      return
    }
    switch offset {
    case R.CLK_SYS_RESUS_CTRL.offset:
      state.resusControl = new & 0x1_11ff
      if new & R.CLK_SYS_RESUS_CTRL.CLEAR.mask != 0 { state.resussed = false }
      if new & R.CLK_SYS_RESUS_CTRL.FRCE.mask != 0 { resuscitate() }
      update()
    case R.FC0_REF_KHZ.offset: state.counter.refKHz = new & 0xf_ffff
    case R.FC0_MIN_KHZ.offset: state.counter.minKHz = new & 0x1ff_ffff
    case R.FC0_MAX_KHZ.offset: state.counter.maxKHz = new & 0x1ff_ffff
    case R.FC0_DELAY.offset: state.counter.delay = new & 7
    case R.FC0_INTERVAL.offset: state.counter.interval = new & 15
    case R.FC0_SRC.offset: startCounter(new & 0xff, at: access.cycle)
    case R.WAKE_EN0.offset: state.wake[0] = new; setGates()
    case R.WAKE_EN1.offset: state.wake[1] = new & 0x7fff; setGates()
    case R.SLEEP_EN0.offset: state.sleep[0] = new; setGates()
    case R.SLEEP_EN1.offset: state.sleep[1] = new & 0x7fff; setGates()
    case R.INTE.offset: state.interruptEnable = new & 1; updateInterrupt()
    case R.INTF.offset: state.interruptForce = new & 1; updateInterrupt()
    default:
      if !isKnown(offset) { services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value) }
    }
  }
  private func isKnown(_ offset: UInt32) -> Bool { offset <= R.INTS.offset }
  private func setGates() {
    func word(_ pair: [UInt32]) -> UInt64 { UInt64(pair[1]) << 32 | UInt64(pair[0]) }
    services.setClockGates(wake: word(state.wake), sleep: word(state.sleep))
  }

  // MARK: Generators

  private func writeGenerator(_ g: Int, _ part: UInt32, _ value: UInt32) {
    let table = R.registers[g * 3 + (part == 0 ? 0 : 1)]
    switch part {
    case 0:
      state.control[g] = value & table.writable
      typealias B = R.CLK_GPOUT0_CTRL  // NUDGE and PHASE are in the same place wherever they are
      services.unmodelled(name, table.name, bits: ["NUDGE": B.NUDGE, "PHASE": B.PHASE], in: state.control[g])
    case 4: state.divider[g] = value & table.writable
    default: return
    }
    update()
  }
  private func selected(_ g: Int) -> UInt32 {
    switch Generator(rawValue: g) {
    case .ref: 1 << state.refSelected
    case .sys: 1 << state.sysSelected
    default: 1  // the others have no glitchless part
    }
  }
  /// §2.15.7 (AUXSRC of each generator).
  private func auxiliary(_ g: Generator) -> ClockName? {
    let n = Int(state.control[g.rawValue] >> 5 & 15)
    let sources: [ClockName] =
      switch g {
      case .gpout0, .gpout1, .gpout2, .gpout3: [.pllSys, .gpin0, .gpin1, .pllUSB, .rosc, .xosc, .sys, .usb, .adc, .rtc, .ref]
      case .ref: [.pllUSB, .gpin0, .gpin1]
      case .sys: [.pllSys, .pllUSB, .rosc, .xosc, .gpin0, .gpin1]
      case .peri: [.sys, .pllSys, .pllUSB, .rosc, .xosc, .gpin0, .gpin1]
      case .usb, .adc, .rtc: [.pllUSB, .pllSys, .rosc, .xosc, .gpin0, .gpin1]
      }
    return n < sources.count ? sources[n] : nil
  }
  private func divided(_ f: Frequency, _ g: Generator) -> Frequency {
    if f.isZero || g == .peri { return f }  // clk_peri has no divider
    let word = state.divider[g.rawValue]
    let whole = word >> 8 == 0 ? 1 << 16 : word >> 8, fraction = g == .sys || g == .rtc || g.rawValue < 4 ? word & 0xff : 0
    return f * 256 / (UInt64(whole) << 8 | UInt64(fraction))
  }
  private func auxiliaryFrequency(_ g: Generator) -> Frequency { auxiliary(g).map { services.frequency($0) } ?? .zero }

  /// Every generator's output from its source.
  private func update() {
    // clk_ref: ROSC, its auxiliary source, or XOSC.
    func refSource(_ n: UInt32) -> Frequency {
      n == 0 ? services.frequency(.rosc) : n == 1 ? auxiliaryFrequency(.ref) : n == 2 ? services.frequency(.xosc) : .zero
    }
    let refWanted = state.control[Generator.ref.rawValue] & 3
    if refWanted != 3, !refSource(refWanted).isZero { state.refSelected = refWanted }
    services.setFrequency(.ref, divided(refSource(state.refSelected), .ref))
    // clk_sys: clk_ref or its auxiliary source; resus forces clk_ref.
    func sysSource(_ n: UInt32) -> Frequency { n == 0 ? services.frequency(.ref) : auxiliaryFrequency(.sys) }
    let sysWanted = state.control[Generator.sys.rawValue] & 1
    if !sysSource(sysWanted).isZero { state.sysSelected = sysWanted }
    let sys = state.resussed ? services.frequency(.ref) : divided(sysSource(state.sysSelected), .sys)
    watchForResus(sys)
    services.setFrequency(.sys, sys)
    for (g, clock) in [(Generator.peri, ClockName.peri), (.usb, .usb), (.adc, .adc), (.rtc, .rtc)] {
      services.setFrequency(clock, isEnabled(g) ? divided(auxiliaryFrequency(g), g) : .zero)
    }
    for (i, clock) in [ClockName.gpout0, .gpout1, .gpout2, .gpout3].enumerated() {
      let g = Generator(rawValue: i)!
      // Two ticks a period: the output is high in every other one.
      services.setFrequency(clock, isEnabled(g) ? divided(auxiliaryFrequency(g), g) * 2 : .zero)
      scheduleOutput(i)
    }
  }
  private func isEnabled(_ g: Generator) -> Bool { state.control[g.rawValue] & 0xc00 == 0x800 }

  // MARK: Clock outputs

  private func scheduleOutput(_ i: Int) {
    let clock = ClockName(rawValue: ClockName.gpout0.rawValue + UInt8(i))!
    let source = EventSource(EventSource.gpout0.number + UInt8(i))
    guard !services.frequency(clock).isZero else { services.cancel(source); return }
    services.schedule(source, at: services.cycle(clock, reaching: services.ticks(clock, at: services.now) + 1))
  }

  // MARK: Resus (§2.15.5)

  private func watchForResus(_ sys: Frequency) {
    let timeout = UInt64(state.resusControl & 0xff), ref = services.frequency(.ref)
    let enabled = state.resusControl & R.CLK_SYS_RESUS_CTRL.ENABLE.mask != 0
    let tooSlow = sys.isZero || (sys * max(timeout, 1)).hertz < ref.hertz
    guard enabled, tooSlow, !state.resussed, !ref.isZero else { services.cancel(.resus); return }
    if services.events.pending(.resus) == nil || sys.isZero {
      resusAt = services.ticks(.ref, at: services.now) + max(timeout, 1)
    }
    services.schedule(.resus, at: services.cycle(.ref, reaching: resusAt))
  }
  private var resusAt: UInt64 = 0
  private func resuscitate() {
    state.resussed = true
    updateInterrupt()
  }
  private var interruptStatus: UInt32 { (state.resussed ? 1 : 0) & state.interruptEnable | state.interruptForce }
  private func updateInterrupt() { services.setInterrupt(IRQ.CLOCKS_IRQ, interruptStatus != 0) }

  // MARK: Frequency counter (§2.15.4)

  private var counted: ClockName? {
    let names: [ClockName?] = [nil, .pllSys, .pllUSB, .rosc, .rosc, .xosc, .gpin0, .gpin1, .ref, .sys, .peri, .usb, .adc, .rtc]
    let n = Int(state.counter.source)
    return n < names.count ? names[n] : nil
  }
  private func startCounter(_ source: UInt32, at cycle: Cycle) {
    state.counter.source = source
    state.counter.done = false
    state.counter.died = false
    state.counter.running = counted != nil
    state.counter.waiting = counted != nil
    guard counted != nil else { services.cancel(.frequencyCounter); return }
    counterNext = services.ticks(.ref, at: cycle) + UInt64(max(state.counter.delay, 1))
    scheduleCounter()
  }
  private var counterNext: UInt64 = 0
  private func scheduleCounter() {
    if state.counter.running { services.schedule(.frequencyCounter, at: services.cycle(.ref, reaching: counterNext)) }
  }
  private func counterDue(at cycle: Cycle) {
    guard state.counter.running, let clock = counted else { return }
    let count = services.ticks(clock, at: cycle)
    if state.counter.waiting {
      // The interval is 2^n * 0.98 µs by the given reference frequency: n = 10 takes that many kHz's worth of periods.
      state.counter.waiting = false
      state.counter.start = count
      counterNext += max((UInt64(state.counter.refKHz) << UInt64(state.counter.interval)) >> 10, 1)
      scheduleCounter()
    } else {
      state.counter.running = false
      state.counter.done = true
      state.counter.died = services.frequency(clock).isZero
      state.counter.result = UInt32(truncatingIfNeeded: ((count - state.counter.start) << 15) >> UInt64(state.counter.interval)) & 0x3fff_ffff
    }
  }
  private var counterStatus: UInt32 {
    typealias S = R.FC0_STATUS
    let c = state.counter, kHz = c.result >> 5
    var v: UInt32 = (c.waiting ? S.WAITING.mask : 0) | (c.running ? S.RUNNING.mask : 0)
    if c.done {
      let slow = kHz < c.minKHz, fast = kHz > c.maxKHz
      v |=
        S.DONE.mask | (c.died ? S.DIED.mask : 0) | (slow ? S.SLOW.mask : 0) | (fast ? S.FAST.mask : 0)
        | (slow || fast || c.died ? S.FAIL.mask : S.PASS.mask)
    }
    return v
  }

  // MARK: Events and life

  public func fire(_ source: EventSource, at cycle: Cycle) {
    switch source {
    case .resus: resuscitate(); update()
    case .frequencyCounter: counterDue(at: cycle)
    case .gpout0, .gpout1, .gpout2, .gpout3:
      let i = Int(source.number - EventSource.gpout0.number)
      let clock = ClockName(rawValue: ClockName.gpout0.rawValue + UInt8(i))!
      services.driveFunction(8, pin: Self.gpoutPins[i], level: services.ticks(clock, at: cycle) & 1 != 0, enable: true)
      scheduleOutput(i)
    default: break
    }
  }
  public func clockChanged(at cycle: Cycle) {
    update()
    scheduleCounter()
    if services.events.pending(.resus) != nil { services.schedule(.resus, at: services.cycle(.ref, reaching: resusAt)) }
  }
  public func reset(at cycle: Cycle) {
    state = State()
    services.cancel(.resus)
    services.cancel(.frequencyCounter)
    setGates()
    update()
    updateInterrupt()
  }
  public func save(to out: inout StateWriter) {
    out.tag(name)
    out.put(state.control); out.put(state.divider)
    for v in [state.refSelected, state.sysSelected, state.resusControl, state.interruptEnable, state.interruptForce] { out.put(v) }
    out.put(state.resussed)
    out.put(state.wake); out.put(state.sleep)
    let c = state.counter
    for v in [c.refKHz, c.minKHz, c.maxKHz, c.delay, c.interval, c.source, c.result] { out.put(v) }
    for v in [c.waiting, c.running, c.done, c.died] { out.put(v) }
    out.put(c.start); out.put(counterNext); out.put(resusAt)
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    state.control = try input.get(); state.divider = try input.get()
    guard state.control.count == 10, state.divider.count == 10 else { throw StateError("saved CLOCKS is damaged") }
    state.refSelected = try input.get(); state.sysSelected = try input.get(); state.resusControl = try input.get()
    state.interruptEnable = try input.get(); state.interruptForce = try input.get()
    state.resussed = try input.get()
    state.wake = try input.get(); state.sleep = try input.get()
    guard state.wake.count == 2, state.sleep.count == 2 else { throw StateError("saved CLOCKS is damaged") }
    var c = Counter()
    c.refKHz = try input.get(); c.minKHz = try input.get(); c.maxKHz = try input.get(); c.delay = try input.get()
    c.interval = try input.get(); c.source = try input.get(); c.result = try input.get()
    c.waiting = try input.get(); c.running = try input.get(); c.done = try input.get(); c.died = try input.get()
    c.start = try input.get()
    state.counter = c
    counterNext = try input.get(); resusAt = try input.get()
    setGates()
  }
}
