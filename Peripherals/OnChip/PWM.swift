import Emulation
import Registers

/// PWM: eight slices of two outputs (RP2040 data sheet §4.5). Slice n drives A on pins 2n and 2n + 16, B on the pins after them.
///
/// A slice whose outputs nobody watches and whose wrap nobody waits for schedules nothing: its state is computed when it is asked for.
public final class PWM: Peripheral, PinInput, FreeRunningOutput {
  public let name = "PWM"
  typealias R = Registers.PWM
  struct State {
    var slices = [8 of PWMSlice](repeating: PWMSlice())
    var raw: UInt32 = 0, enable: UInt32 = 0, force: UInt32 = 0
  }
  private var state = State()
  private let pins: PinMux
  /// Slices count ticks of clk_sys: they stand when it does.
  private var time = SysTicks()
  private unowned(unsafe) let services: any ChipServices
  private static let function = 4
  /// Slices whose wrap a DMA channel waits for; set by DMA. DREQ is a pulse at each wrap.
  public var paced: UInt32 = 0 { didSet { if paced != oldValue { for i in 0..<8 { sync(i, at: services.now) } } } }

  public init(_ services: any ChipServices, pins: PinMux) {
    self.services = services; self.pins = pins
    pins.attach(freeRunning: self, function: Self.function)
  }

  private static func pins(_ slice: Int, _ channel: UInt32) -> UInt64 { (0x1_0001 << UInt64(2 * slice + Int(channel))) & PinMux.bank0 }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset > R.INTS.offset { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case 0..<R.EN.offset:
      var s = state.slices[Int(offset / 20)]
      s.advance(to: time.tick(at: cycle))
      switch offset % 20 {
      case 0: return s.csr
      case 4: return s.div
      case 8: return s.counter
      case 12: return s.cc
      default: return s.top
      }
    case R.EN.offset: return enabled
    case R.INTR.offset: return raw(at: cycle)
    case R.INTE.offset: return state.enable
    case R.INTF.offset: return state.force
    case R.INTS.offset: return raw(at: cycle) & state.enable | state.force
    default: return 0
    }
  }
  private var enabled: UInt32 {
    var v: UInt32 = 0
    for i in 0..<8 where state.slices[i].enabled { v |= 1 << UInt32(i) }
    return v
  }
  private func raw(at cycle: Cycle) -> UInt32 {
    var v = state.raw
    for i in 0..<8 where v >> UInt32(i) & 1 == 0 {
      var s = state.slices[i]
      s.advance(to: time.tick(at: cycle))
      if s.wrapped { v |= 1 << UInt32(i) }
    }
    return v
  }

  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: cycle))
    switch offset {
    case 0..<R.EN.offset: writeSlice(Int(offset / 20), offset % 20, v, at: cycle)
    case R.EN.offset:
      // All counters start and stop in the same cycle.
      for i in 0..<8 {
        bringUp(i, to: cycle)
        state.slices[i].csr = state.slices[i].csr & ~1 | v >> UInt32(i) & 1
        state.slices[i].registersChanged()
      }
      for i in 0..<8 { sync(i, at: cycle) }
    case R.INTR.offset:
      for i in 0..<8 { bringUp(i, to: cycle) }
      state.raw &= ~value
      for i in 0..<8 { sync(i, at: cycle) }
      updateInterrupt()
    case R.INTE.offset:
      state.enable = v & 0xff
      for i in 0..<8 { sync(i, at: cycle) }
      updateInterrupt()
    case R.INTF.offset:
      state.force = v & 0xff
      updateInterrupt()
    case R.INTS.offset: break  // read-only
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
  }
  private func writeSlice(_ i: Int, _ register: UInt32, _ v: UInt32, at cycle: Cycle) {
    bringUp(i, to: cycle)
    switch register {
    case 0:
      let modeBefore = state.slices[i].mode
      state.slices[i].csr = v & 0x3f
      if v & 0x80 != 0 { state.slices[i].phaseAdvance() }
      if v & 0x40 != 0 { state.slices[i].phaseRetard() }
      if state.slices[i].mode != modeBefore { watchGates(at: cycle) }
    case 4: state.slices[i].div = v & 0xfff
    case 8: state.slices[i].counter = v & 0xffff; state.slices[i].countsDown = false
    case 12: state.slices[i].cc = v
    default: state.slices[i].top = v & 0xffff
    }
    state.slices[i].registersChanged()
    sync(i, at: cycle)
  }

  // MARK: Slices and pins

  /// B pins of slices in a gated mode are inputs that must be watched.
  private func watchGates(at cycle: Cycle) {
    var gates: UInt64 = 0
    for i in 0..<8 where state.slices[i].mode != 0 { gates |= Self.pins(i, 1) }
    pins.watch(self, function: Self.function, pins: gates)
    for i in 0..<8 where state.slices[i].mode != 0 { state.slices[i].gate = pins.input(Self.function, pins: Self.pins(i, 1)) }
  }
  public func inputsChanged(_ changed: UInt64, at cycle: Cycle) {
    for i in 0..<8 where changed & Self.pins(i, 1) != 0 && state.slices[i].mode != 0 {
      let now = pins.input(Self.function, pins: Self.pins(i, 1))
      guard now != state.slices[i].gate else { continue }
      bringUp(i, to: cycle)
      state.slices[i].gate = now
      if state.slices[i].mode == (now ? 2 : 3) { state.slices[i].countEdge() }
      sync(i, at: cycle)
    }
  }

  private func bringUp(_ i: Int, to cycle: Cycle) {
    state.slices[i].advance(to: time.tick(at: cycle))
    noteWrap(i)
  }
  private func noteWrap(_ i: Int) {
    guard state.slices[i].wrapped else { return }
    state.slices[i].wrapped = false
    state.raw |= 1 << UInt32(i)
    if paced >> UInt32(i) & 1 != 0 { services.pulseDREQ(24 + UInt32(i)) }
  }
  /// Outputs, interrupt and next event of a slice, after anything that moved it.
  private func sync(_ i: Int, at cycle: Cycle) {
    bringUp(i, to: cycle)
    publish(i, at: cycle)
    if state.raw & state.enable != 0 || interrupting { updateInterrupt() }
    reschedule(i)
  }
  private func publish(_ i: Int, at cycle: Cycle) {
    let a = Self.pins(i, 0), b = Self.pins(i, 1), s = state.slices[i]
    let levels = (s.level(0) ? a : 0) | (s.level(1) ? b : 0)
    state.slices[i].rose = 0
    state.slices[i].fell = 0
    let onTime = pins.demanded(Self.function) & (a | b), late = (a | b) & ~onTime
    pins.settled(
      Self.function, pins: late, levels: levels, enables: s.mode == 0 ? a | b : a, rose: (s.rose & 1 != 0 ? a : 0) | (s.rose & 2 != 0 ? b : 0),
      fell: (s.fell & 1 != 0 ? a : 0) | (s.fell & 2 != 0 ? b : 0))
    pins.drive(Self.function, pins: a | b, levels: levels, enables: s.mode == 0 ? a | b : a, at: cycle)
  }
  private func reschedule(_ i: Int) {
    let s = state.slices[i], bit: UInt32 = 1 << UInt32(i)
    var channels: UInt32 = 0
    if s.runs || s.enabled {
      let demanded = pins.demanded(Self.function)
      if demanded & Self.pins(i, 0) != 0 { channels |= 1 }
      if demanded & Self.pins(i, 1) != 0 && s.mode == 0 { channels |= 2 }
    }
    let next = time.cycle(of: s.next(channels: channels, wraps: paced & bit != 0 || state.enable & bit != 0 && state.raw & bit == 0))
    if next == .max { services.cancel(.pwm(UInt32(i))) } else { services.schedule(.pwm(UInt32(i)), at: next) }
  }
  public func fire(_ source: EventSource, at cycle: Cycle) { sync(Int(source.number) - Int(EventSource.pwm(0).number), at: cycle) }

  public func settle(_ wanted: UInt64, at cycle: Cycle) {
    for i in 0..<8 where wanted & (Self.pins(i, 0) | Self.pins(i, 1)) != 0 {
      bringUp(i, to: cycle)
      let a = Self.pins(i, 0), b = Self.pins(i, 1), s = state.slices[i]
      state.slices[i].rose = 0
      state.slices[i].fell = 0
      pins.settled(
        Self.function, pins: (a | b) & ~pins.demanded(Self.function), levels: (s.level(0) ? a : 0) | (s.level(1) ? b : 0), enables: s.mode == 0 ? a | b : a,
        rose: (s.rose & 1 != 0 ? a : 0) | (s.rose & 2 != 0 ? b : 0), fell: (s.fell & 1 != 0 ? a : 0) | (s.fell & 2 != 0 ? b : 0))
    }
  }
  public func levels(_ wanted: UInt64, at cycle: Cycle) -> (levels: UInt64, enables: UInt64) {
    var out: UInt64 = 0, enables: UInt64 = 0
    for i in 0..<8 where wanted & (Self.pins(i, 0) | Self.pins(i, 1)) != 0 {
      var s = state.slices[i]
      s.advance(to: time.tick(at: cycle))
      out |= (s.level(0) ? Self.pins(i, 0) : 0) | (s.level(1) ? Self.pins(i, 1) : 0)
      enables |= Self.pins(i, 0) | (s.mode == 0 ? Self.pins(i, 1) : 0)
    }
    return (out & wanted, enables & wanted)
  }
  public func demandChanged(at cycle: Cycle) { for i in 0..<8 where state.slices[i].enabled { sync(i, at: cycle) } }

  // MARK: Interrupt

  private var interrupting = false
  private func updateInterrupt() {
    interrupting = state.raw & state.enable | state.force != 0
    services.setInterrupt(IRQ.PWM_IRQ_WRAP, interrupting)
  }

  /// What a pin with function PWM shows: frequency in hertz and duty in 1/65536; nil while its slice stands still.
  public func signal(of pin: UInt32, at cycle: Cycle) -> (hertz: Double, duty: UInt32)? {
    let s = state.slices[Int(pin >> 1 & 7)]
    guard s.enabled, s.mode == 0 else { return nil }
    return (Double(services.hertz(.sys)) * 16 / Double(s.cyclesPerPeriod16), s.duty(pin & 1))
  }

  // MARK: Reset and state

  public func clockChanged(at cycle: Cycle) {
    time.follow(services, at: cycle)
    for i in 0..<8 where state.slices[i].enabled { sync(i, at: cycle) }
  }
  public func reset(at cycle: Cycle) {
    state = State()
    time.follow(services, at: cycle)
    for i in 0..<8 { sync(i, at: cycle) }
    watchGates(at: cycle)
    updateInterrupt()
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    for i in 0..<8 { state.slices[i].save(to: &w) }
    w.put(state.raw); w.put(state.enable); w.put(state.force); w.put(paced)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    for i in 0..<8 { state.slices[i] = try PWMSlice(from: &r) }
    state.raw = try r.get(); state.enable = try r.get(); state.force = try r.get()
    time.follow(services, at: services.now)
    paced = try r.get()
    watchGates(at: services.now)
    interrupting = state.raw & state.enable | state.force != 0
    for i in 0..<8 { reschedule(i) }
  }
}
