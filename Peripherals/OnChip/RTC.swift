import Emulation
import Registers

/// A date and time as the RTC counts it (RP2040 data sheet §4.8): every fourth year is a leap year unless that is forced off.
struct RTCTime: Equatable {
  var year: UInt32 = 0, month: UInt32 = 0, day: UInt32 = 0, weekday: UInt32 = 0, hour: UInt32 = 0, minute: UInt32 = 0, second: UInt32 = 0

  private func days(_ noLeap: Bool) -> UInt32 {
    switch month {
    case 2: year & 3 == 0 && !noLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
  mutating func tick(noLeap: Bool) {
    second += 1
    guard second >= 60 else { return }
    second = 0
    minute += 1
    guard minute >= 60 else { return }
    minute = 0
    hour += 1
    guard hour >= 24 else { return }
    hour = 0
    nextDay(noLeap)
  }
  private mutating func nextDay(_ noLeap: Bool) {
    weekday = weekday >= 6 ? 0 : weekday + 1
    day += 1
    guard day > days(noLeap) else { return }
    day = 1
    month += 1
    guard month > 12 else { return }
    month = 1
    year = (year + 1) & 0xfff
  }
  /// `n` seconds later.
  mutating func advance(_ n: UInt64, noLeap: Bool) {
    var n = n
    // By seconds up to midnight, then by days.
    while n > 0 && (second != 0 || minute != 0 || hour != 0 || n < 86_400) {
      tick(noLeap: noLeap)
      n -= 1
    }
    while n >= 86_400 { nextDay(noLeap); n -= 86_400 }
    while n > 0 { tick(noLeap: noLeap); n -= 1 }
  }
  var word0: UInt32 { weekday << 24 | hour << 16 | minute << 8 | second }
  var word1: UInt32 { year << 12 | month << 8 | day }
  init() {}
  /// SETUP_0 and SETUP_1.
  init(date: UInt32, time: UInt32) {
    year = date >> 12 & 0xfff; month = date >> 8 & 15; day = date & 31
    weekday = time >> 24 & 7; hour = time >> 16 & 31; minute = time >> 8 & 63; second = time & 63
  }
}

/// RTC: calendar and alarm on clk_rtc (RP2040 data sheet §4.8). A second is CLKDIV_M1 + 1 ticks.
public final class RTC: Peripheral {
  public let name = "RTC"
  typealias R = Registers.RTC

  struct State {
    var divider: UInt32 = 0, setup0: UInt32 = 0, setup1: UInt32 = 0, control: UInt32 = 0
    var alarm0: UInt32 = 0, alarm1: UInt32 = 0, enable: UInt32 = 0, force: UInt32 = 0
    /// What the clock showed at tick `anchor` of clk_rtc, where a second began.
    var time = RTCTime(), anchor: UInt64 = 0
    /// RTC_1 as the last read of RTC_0 froze it.
    var latched: UInt32 = 0
    /// INTS when it was looked at last.
    var line = false
  }
  private var state = State()
  private unowned(unsafe) let services: any ChipServices

  public init(_ services: any ChipServices) { self.services = services }
  private var running: Bool { state.control & 1 != 0 }
  private var perSecond: UInt64 { UInt64(state.divider) + 1 }
  private func elapsed(_ cycle: Cycle) -> UInt64 {
    guard running else { return 0 }
    let now = services.ticks(.rtc, at: cycle)
    return now > state.anchor ? (now - state.anchor) / perSecond : 0
  }
  private func time(at cycle: Cycle) -> RTCTime {
    var t = state.time
    t.advance(elapsed(cycle), noLeap: state.control & 0x100 != 0)
    return t
  }
  /// Brings the anchor to the second that runs.
  private func settle(at cycle: Cycle) {
    let n = elapsed(cycle)
    guard n > 0 else { return }
    state.time.advance(n, noLeap: state.control & 0x100 != 0)
    state.anchor += n * perSecond
  }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset == R.RTC_0.offset {
      let t = time(at: access.cycle)
      state.latched = t.word1
      return t.word0
    }
    if offset == R.RTC_1.offset { return state.latched }
    if offset > R.INTS.offset { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.CLKDIV_M1.offset: return state.divider
    case R.SETUP_0.offset: return state.setup0
    case R.SETUP_1.offset: return state.setup1
    case R.CTRL.offset: return state.control | (running ? R.CTRL.RTC_ACTIVE.mask : 0)
    case R.IRQ_SETUP_0.offset: return state.alarm0 | (state.alarm0 & R.IRQ_SETUP_0.MATCH_ENA.mask != 0 ? R.IRQ_SETUP_0.MATCH_ACTIVE.mask : 0)
    case R.IRQ_SETUP_1.offset: return state.alarm1
    case R.RTC_1.offset: return time(at: cycle).word1
    case R.RTC_0.offset: return time(at: cycle).word0
    case R.INTR.offset: return matches(cycle) ? 1 : 0
    case R.INTE.offset: return state.enable
    case R.INTF.offset: return state.force
    case R.INTS.offset: return (matches(cycle) ? 1 : 0) & state.enable | state.force
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: cycle))
    switch offset {
    case R.CLKDIV_M1.offset:
      settle(at: cycle)
      state.divider = v & 0xffff
    case R.SETUP_0.offset: state.setup0 = v & 0x00ff_ff1f
    case R.SETUP_1.offset: state.setup1 = v & 0x071f_3f3f
    case R.CTRL.offset:
      settle(at: cycle)
      let was = running
      state.control = v & 0x101
      if v & R.CTRL.LOAD.mask != 0 { state.time = RTCTime(date: state.setup0, time: state.setup1) }
      if v & R.CTRL.LOAD.mask != 0 || running && !was { state.anchor = services.ticks(.rtc, at: cycle) }
    case R.IRQ_SETUP_0.offset: state.alarm0 = v & 0x17ff_ff1f
    case R.IRQ_SETUP_1.offset: state.alarm1 = v & 0xf71f_3f3f
    case R.INTE.offset: state.enable = v & 1
    case R.INTF.offset: state.force = v & 1
    case R.RTC_0.offset, R.RTC_1.offset, R.INTR.offset, R.INTS.offset: break
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
    update(at: cycle)
  }

  // MARK: Alarm

  /// All enabled fields are equal, and at least one is enabled.
  private func matches(_ cycle: Cycle) -> Bool {
    guard running, state.alarm0 & R.IRQ_SETUP_0.MATCH_ENA.mask != 0 else { return false }
    let t = time(at: cycle), a = RTCTime(date: state.alarm0, time: state.alarm1), e0 = state.alarm0, e1 = state.alarm1
    guard e0 & 0x0700_0000 | e1 & 0xf000_0000 != 0 else { return false }
    return (e0 & R.IRQ_SETUP_0.YEAR_ENA.mask == 0 || t.year == a.year) && (e0 & R.IRQ_SETUP_0.MONTH_ENA.mask == 0 || t.month == a.month)
      && (e0 & R.IRQ_SETUP_0.DAY_ENA.mask == 0 || t.day == a.day) && (e1 & R.IRQ_SETUP_1.DOTW_ENA.mask == 0 || t.weekday == a.weekday)
      && (e1 & R.IRQ_SETUP_1.HOUR_ENA.mask == 0 || t.hour == a.hour) && (e1 & R.IRQ_SETUP_1.MIN_ENA.mask == 0 || t.minute == a.minute)
      && (e1 & R.IRQ_SETUP_1.SEC_ENA.mask == 0 || t.second == a.second)
  }
  private func update(at cycle: Cycle) {
    settle(at: cycle)
    let line = peek(R.INTS.offset, at: cycle) != 0
    services.setInterrupt(IRQ.RTC_IRQ, line)
    // An alarm wakes oscillators that lie dormant, if clk_rtc runs from elsewhere (§2.11.5).
    if line && !state.line { services.wakeDormant() }
    state.line = line
    reschedule(at: cycle)
  }
  /// Only an alarm needs to know of a second's beginning.
  private func reschedule(at cycle: Cycle) {
    guard running, state.alarm0 & R.IRQ_SETUP_0.MATCH_ENA.mask != 0 else { services.cancel(.rtc); return }
    services.schedule(.rtc, at: services.cycle(.rtc, reaching: state.anchor + perSecond))
  }
  public func fire(_ source: EventSource, at cycle: Cycle) { update(at: cycle) }
  public func clockChanged(at cycle: Cycle) { reschedule(at: cycle) }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    state = State()
    update(at: cycle)
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    let s = state
    for v in [
      s.divider, s.setup0, s.setup1, s.control, s.alarm0, s.alarm1, s.enable, s.force, s.time.word0, s.time.word1, s.latched,
    ] { w.put(v) }
    w.put(s.anchor); w.put(s.line)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    var s = State()
    s.divider = try r.get(); s.setup0 = try r.get(); s.setup1 = try r.get(); s.control = try r.get(); s.alarm0 = try r.get(); s.alarm1 = try r.get()
    s.enable = try r.get(); s.force = try r.get()
    let word0: UInt32 = try r.get(), word1: UInt32 = try r.get()
    s.time = RTCTime(date: word1, time: word0)
    s.latched = try r.get()
    s.anchor = try r.get(); s.line = try r.get()
    state = s
    update(at: services.now)
  }
}
