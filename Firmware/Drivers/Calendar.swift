import Port
import Registers

/// The RTC (RP2040 data sheet §4.8): the calendar that goes on while the program does something else.
extension Board {
  /// Starts clk_rtc at 46,875 Hz from the crystal, and the clock at what `timeOfDay` says.
  public func startCalendar() {
    let c = CLOCKS.base
    port.write(c &+ CLOCKS.CLK_RTC_CTRL.offset, 0)
    port.write(c &+ CLOCKS.CLK_RTC_DIV.offset, 256 << 8)
    port.write(c &+ CLOCKS.CLK_RTC_CTRL.offset, CLOCKS.CLK_RTC_CTRL.ENABLE.mask | CLOCKS.CLK_RTC_CTRL.AUXSRC.put(3))
    release(RESETS.RESET.RTC.mask)
    port.write(RTC.base &+ RTC.CLKDIV_M1.offset, Board.crystalHertz / 256 &- 1)
    setCalendar()
  }
  /// Sets the RTC from `timeOfDay`.
  public func setCalendar() {
    let t = Calendar(seconds: Int64(bitPattern: timeOfDay / 1_000_000)), r = RTC.base
    port.write(r &+ RTC.CTRL.offset, 0)
    while port.read(r &+ RTC.CTRL.offset) & RTC.CTRL.RTC_ACTIVE.mask != 0 { port.relax() }
    port.write(r &+ RTC.SETUP_0.offset, RTC.SETUP_0.YEAR.put(t.year) | RTC.SETUP_0.MONTH.put(t.month) | RTC.SETUP_0.DAY.put(t.day))
    port.write(
      r &+ RTC.SETUP_1.offset,
      RTC.SETUP_1.DOTW.put(t.sunday0) | RTC.SETUP_1.HOUR.put(t.hour) | RTC.SETUP_1.MIN.put(t.minute) | RTC.SETUP_1.SEC.put(t.second))
    port.write(r &+ RTC.CTRL.offset, RTC.CTRL.LOAD.mask)
    port.write(r &+ RTC.CTRL.offset, RTC.CTRL.RTC_ENABLE.mask)
    while port.read(r &+ RTC.CTRL.offset) & RTC.CTRL.RTC_ACTIVE.mask == 0 { port.relax() }
  }
  /// What the RTC shows.
  public var calendar: Calendar {
    // RTC_0 first: reading it freezes RTC_1.
    let time = port.read(RTC.base &+ RTC.RTC_0.offset), date = port.read(RTC.base &+ RTC.RTC_1.offset)
    return Calendar(
      year: RTC.RTC_1.YEAR.of(date), month: RTC.RTC_1.MONTH.of(date), day: RTC.RTC_1.DAY.of(date), hour: RTC.RTC_0.HOUR.of(time),
      minute: RTC.RTC_0.MIN.of(time), second: RTC.RTC_0.SEC.of(time), sunday0: RTC.RTC_0.DOTW.of(time))
  }
  /// The board variable RTC (`--rtc`): seconds since 1970, UTC.
  public func takeTimeOfDayFromHost() { if let seconds = variable("RTC") { setTimeOfDay(UInt64(seconds) &* 1_000_000) } }
}

/// A date and time of day, proleptic Gregorian.
public struct Calendar: BitwiseCopyable, Sendable {
  public var year: UInt32, month: UInt32, day: UInt32, hour: UInt32, minute: UInt32, second: UInt32
  /// Sunday is 0.
  public var sunday0: UInt32

  init(year: UInt32, month: UInt32, day: UInt32, hour: UInt32, minute: UInt32, second: UInt32, sunday0: UInt32) {
    self.year = year; self.month = month; self.day = day; self.hour = hour; self.minute = minute; self.second = second; self.sunday0 = sunday0
  }
  /// From seconds since 1970, up to the year 4095.
  public init(seconds: Int64) {
    let s = UInt64(max(seconds, 0)), days = UInt32(min(s / 86_400, 776_000)), rest = UInt32(s % 86_400)
    hour = rest / 3600; minute = rest / 60 % 60; second = rest % 60
    sunday0 = (days &+ 4) % 7
    var y: UInt32 = 1970, left = days
    while true {
      let n: UInt32 = Calendar.isLeap(y) ? 366 : 365
      if left < n { break }
      left &-= n
      y &+= 1
    }
    year = y
    var m: UInt32 = 1
    while left >= Calendar.days(m, y) { left &-= Calendar.days(m, y); m &+= 1 }
    month = m
    day = left &+ 1
  }
  static func isLeap(_ y: UInt32) -> Bool { y & 3 == 0 && (y % 100 != 0 || y % 400 == 0) }
  static func days(_ month: UInt32, _ year: UInt32) -> UInt32 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
