import Drivers
import Kernel
import Port
import Python
import Registers

// Module `time` (DESIGN §10: the epoch is 1970, tm_wday counts from Monday = 0, tm_yday from 1).
//@module time

/// Period of the tick counters: small positive integers, as on MicroPython's rp2.
private var tickPeriod: Int64 { 1 << 30 }

//@native time:sleep 1 1
func timeSleep(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let seconds = try vm.toDouble(a[0])
  if !(seconds >= 0) { throw vm.raise(.ValueError, "sleep length must be non-negative") }
  try vm.sleep(microseconds: seconds >= 1e12 ? .max : UInt64(seconds * 1e6 + 0.5))
  vm.set(out, .none)
}
//@native time:sleep_ms 1 1
func timeSleepMs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt64(a[0])
  try vm.sleep(microseconds: UInt64(min(max(n, 0), 1 << 50)) &* 1000)
  vm.set(out, .none)
}
//@native time:sleep_us 1 1
func timeSleepUs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt64(a[0])
  try vm.sleep(microseconds: UInt64(max(n, 0)))
  vm.set(out, .none)
}
extension VM {
  mutating func sleep(microseconds n: UInt64) throws(Raise) {
    let kernel = board().kernel
    let deadline = kernel.after(microseconds: n)
    // Shorter than two context switches: look at the clock instead.
    if n < 20 {
      let port = port
      waiting { while kernel.now < deadline.microseconds { port.relax() } }
      return try yieldPoint()
    }
    try sleep(until: deadline)
  }
}

//@native time:ticks_ms 0 0
func timeTicksMs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.set(out, Value(int: Int32(truncatingIfNeeded: vm.board().kernel.now / 1000 % UInt64(tickPeriod))))
}
//@native time:ticks_us 0 0
//@native time:ticks_cpu 0 0
func timeTicksUs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.set(out, Value(int: Int32(truncatingIfNeeded: vm.board().kernel.now % UInt64(tickPeriod))))
}
//@native time:ticks_diff 2 2
func timeTicksDiff(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let end = try vm.toInt64(a[0]), start = try vm.toInt64(a[1])
  let d = ((end &- start &+ tickPeriod / 2) & (tickPeriod &- 1)) &- tickPeriod / 2
  vm.set(out, Value(int: Int32(truncatingIfNeeded: d)))
}
//@native time:ticks_add 2 2
func timeTicksAdd(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = try vm.toInt64(a[0]), d = try vm.toInt64(a[1])
  if d >= tickPeriod / 2 || d <= -tickPeriod / 2 { throw vm.raise(.OverflowError, "ticks interval overflow") }
  vm.set(out, Value(int: Int32(truncatingIfNeeded: (t &+ d) & (tickPeriod &- 1))))
}

//@native time:time 0 0
func timeTime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newFloat(Double(vm.board().timeOfDay) / 1e6, out) }
//@native time:time_ns 0 0
func timeTimeNs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newInt(Int64(bitPattern: vm.board().timeOfDay) &* 1000, out) }

/// A calendar day and time of day, proleptic Gregorian.
struct CivilTime {
  var year: Int64, month: Int64, day: Int64, hour: Int64, minute: Int64, second: Int64
  /// Monday is 0; the first day of the year is 1.
  var weekday: Int64, yearDay: Int64

  /// From seconds since 1970.
  init(seconds: Int64) {
    var days = seconds / 86400, rest = seconds % 86400
    if rest < 0 { rest += 86400; days -= 1 }
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    weekday = ((days + 3) % 7 + 7) % 7
    // Years that begin in March make the leap day the last one; eras of 400 years repeat.
    let z = days + 719_468, era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayFromMarch + 2) / 153
    day = dayFromMarch - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    yearDay = days - CivilTime.days(year, 1, 1) + 1
  }
  /// Days since 1970 of a date; months beyond 1...12 carry into the year.
  static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    var y = year + (month - 1 >= 0 ? (month - 1) / 12 : (month - 12) / 12)
    let m = ((month - 1) % 12 + 12) % 12 + 1
    if m <= 2 { y -= 1 }
    let era = (y >= 0 ? y : y - 399) / 400, yearOfEra = y - era * 400
    let dayOfYear = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension VM {
  /// Seconds to add to UTC for the host's local time, where the whole host is the board's; 0 on a board, whose clock has no zone.
  private mutating func zoneOffset(at seconds: Int64) throws(Raise) -> Int64 {
    let mark = mark
    defer { release(to: mark) }
    let text = slot(), number = slot()
    try newBuilder(text)
    try newInt(seconds, number)
    try str(number, text)
    try finish(text, Kind.str, text)
    if try hostAnswer(HOSTLINK.Command.environment, text, 3, number) < 0 { return 0 }
    var offset: Int64 = 0, negative = false
    for i in 0..<bytesOf(number).count {
      let b = bytesOf(number)[i]
      if b == UInt8(ascii: "-") { negative = true } else { offset = offset &* 10 &+ Int64(b &- 48) }
    }
    return negative ? 0 &- offset : offset
  }
  mutating func localSeconds(_ seconds: Int64) throws(Raise) -> Int64 { seconds &+ (try zoneOffset(at: seconds)) }
  mutating func universalSeconds(_ local: Int64) throws(Raise) -> Int64 {
    // The offset of about that time, then that of the time which it gives.
    let near = local &- (try zoneOffset(at: local))
    return local &- (try zoneOffset(at: near))
  }
}
//@native time:localtime 0 1
func timeLocaltime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.calendar(a, local: true, out) }
//@native time:gmtime 0 1
func timeGmtime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.calendar(a, local: false, out) }
extension VM {
  fileprivate mutating func calendar(_ a: Args, local: Bool, _ out: Slot) throws(Raise) {
    var seconds = Int64(bitPattern: board().timeOfDay / 1_000_000)
    if a.count == 1 && given(a[0]) {
      if isInteger(self(a[0])) {
        seconds = try toInt64(a[0])
      } else {
        let d = try toDouble(a[0]).rounded(.down)
        if !(d > -9e12 && d < 9e12) { throw raise(.OverflowError, "timestamp out of range") }
        seconds = Int64(d)
      }
    }
    if seconds > 9_000_000_000_000 || seconds < -9_000_000_000_000 { throw raise(.OverflowError, "timestamp out of range") }
    if local { seconds = try localSeconds(seconds) }
    let t = CivilTime(seconds: seconds)
    try newItems(Kind.tuple, 8, out)
    let fields: [8 of Int64] = [t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearDay]
    var i = 0
    while i < 8 { self(out).set(2 &+ UInt32(i), Value(int: Int32(truncatingIfNeeded: fields[i]))); i += 1 }
  }
}
//@native time:mktime 1 1
func timeMktime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), item = vm.slot()
  try vm.collectItems(a[0], Kind.tuple, list)
  let n = vm(list).int(1)
  if n < 8 || n > 9 { throw vm.raise(.TypeError, "mktime needs a tuple of length 8 or 9") }
  var f = [6 of Int64](repeating: 0)
  var i = 0
  while i < 6 {
    vm.set(item, vm(list).at(2 &+ UInt32(i)))
    f[i] = try vm.toInt64(item)
    i += 1
  }
  for v in 0..<6 where f[v] > 1_000_000_000 || f[v] < -1_000_000_000 { throw vm.raise(.OverflowError, "mktime argument out of range") }
  try vm.newInt(try vm.universalSeconds(CivilTime.days(f[0], f[1], f[2]) * 86400 + f[3] * 3600 + f[4] * 60 + f[5]), out)
}

/// Seconds since the start; `perf_counter` is the same clock.
//@native time:monotonic 0 0
//@native time:perf_counter 0 0
func timeMonotonic(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newFloat(Double(vm.board().kernel.now) / 1e6, out) }
//@native time:monotonic_ns 0 0
//@native time:perf_counter_ns 0 0
func timeMonotonicNs(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newInt(Int64(bitPattern: vm.board().kernel.now) &* 1000, out) }

/// Names of months and days, three letters at a time.
private let shortMonths: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
private let shortDays: StaticString = "MonTueWedThuFriSatSun"
private func longMonth(_ n: Int64) -> StaticString {
  switch n {
  case 1: "January"
  case 2: "February"
  case 3: "March"
  case 4: "April"
  case 5: "May"
  case 6: "June"
  case 7: "July"
  case 8: "August"
  case 9: "September"
  case 10: "October"
  case 11: "November"
  default: "December"
  }
}
private func longDay(_ n: Int64) -> StaticString {
  switch n {
  case 0: "Monday"
  case 1: "Tuesday"
  case 2: "Wednesday"
  case 3: "Thursday"
  case 4: "Friday"
  case 5: "Saturday"
  default: "Sunday"
  }
}

extension VM {
  /// A time from a tuple as `gmtime` gives it; what is absent or null: now.
  private mutating func civil(_ s: Slot?) throws(Raise) -> CivilTime {
    guard let s, given(s) else { return CivilTime(seconds: Int64(bitPattern: board().timeOfDay / 1_000_000)) }
    let list = slot(), item = slot()
    try collectItems(s, Kind.tuple, list)
    let n = self(list).int(1)
    if n < 8 || n > 9 { throw raise(.TypeError, "a time is a tuple of length 8 or 9") }
    var f = [8 of Int64](repeating: 0)
    var i = 0
    while i < 8 {
      set(item, self(list).at(2 &+ UInt32(i)))
      f[i] = try toInt64(item)
      if f[i] < 0 && i > 0 || f[i] > (i == 0 ? 999_999 : i == 1 ? 12 : i == 7 ? 366 : 61) { throw raise(.ValueError, "time tuple out of range") }
      i += 1
    }
    var t = CivilTime(seconds: 0)
    (t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearDay) = (f[0], max(f[1], 1), f[2], f[3], f[4], f[5], f[6] % 7, max(f[7], 1))
    return t
  }
  private mutating func append(_ b: Slot, _ n: Int64, _ width: Int, pad: UInt8 = 48) throws(Raise) {
    var unit: Int64 = 1, left = width
    while left > 1 || n / unit >= 10 { unit *= 10; left -= 1 }
    var leading = true
    while unit > 0 {
      let d = UInt8(n / unit % 10)
      leading = leading && d == 0 && unit > 1
      try append(b, byte: leading ? pad : 48 + d)
      unit /= 10
    }
  }
  private mutating func append(_ b: Slot, _ names: StaticString, three n: Int64) throws(Raise) {
    try append(b, bytes: UnsafeRawBufferPointer(start: names.utf8Start + Int(n) * 3, count: 3))
  }
  /// One directive of `strftime`. Weeks begin with Sunday (`%U`) or Monday (`%W`); there is no time zone but UTC.
  private mutating func directive(_ c: UInt8, _ t: CivilTime, _ b: Slot) throws(Raise) {
    let hour = t.hour % 12 == 0 ? 12 : t.hour % 12
    func all(_ vm: inout VM, _ text: StaticString) throws(Raise) {
      var i = 0
      while i < text.utf8CodeUnitCount {
        let d = text.utf8Start[i]
        // Letters are directives.
        if d >= 65 { try vm.directive(d, t, b) } else { try vm.append(b, byte: d) }
        i += 1
      }
    }
    switch c {
    case UInt8(ascii: "Y"): try append(b, t.year, 1)
    case UInt8(ascii: "y"): try append(b, t.year % 100, 2)
    case UInt8(ascii: "m"): try append(b, t.month, 2)
    case UInt8(ascii: "d"): try append(b, t.day, 2)
    case UInt8(ascii: "e"): try append(b, t.day, 2, pad: 32)
    case UInt8(ascii: "H"): try append(b, t.hour, 2)
    case UInt8(ascii: "I"): try append(b, hour, 2)
    case UInt8(ascii: "M"): try append(b, t.minute, 2)
    case UInt8(ascii: "S"): try append(b, t.second, 2)
    case UInt8(ascii: "j"): try append(b, t.yearDay, 3)
    case UInt8(ascii: "w"): try append(b, (t.weekday + 1) % 7, 1)
    case UInt8(ascii: "u"): try append(b, t.weekday + 1, 1)
    case UInt8(ascii: "U"): try append(b, (t.yearDay + 6 - (t.weekday + 1) % 7) / 7, 2)
    case UInt8(ascii: "W"): try append(b, (t.yearDay + 6 - t.weekday) / 7, 2)
    case UInt8(ascii: "a"): try append(b, shortDays, three: t.weekday)
    case UInt8(ascii: "b"), UInt8(ascii: "h"): try append(b, shortMonths, three: t.month - 1)
    case UInt8(ascii: "A"): try append(b, longDay(t.weekday))
    case UInt8(ascii: "B"): try append(b, longMonth(t.month))
    case UInt8(ascii: "p"): try append(b, t.hour < 12 ? "AM" : "PM")
    case UInt8(ascii: "Z"): try append(b, "UTC")
    case UInt8(ascii: "z"): try append(b, "+0000")
    case UInt8(ascii: "n"): try append(b, byte: 10)
    case UInt8(ascii: "t"): try append(b, byte: 9)
    case UInt8(ascii: "%"): try append(b, byte: c)
    case UInt8(ascii: "D"), UInt8(ascii: "x"): try all(&self, "m/d/y")
    case UInt8(ascii: "F"): try all(&self, "Y-m-d")
    case UInt8(ascii: "T"), UInt8(ascii: "X"): try all(&self, "H:M:S")
    case UInt8(ascii: "R"): try all(&self, "H:M")
    case UInt8(ascii: "c"): try all(&self, "a b e H:M:S Y")
    default: throw raise(.ValueError, "unknown directive in the format of strftime")
    }
  }
  fileprivate mutating func formatTime(_ format: Slot?, _ time: CivilTime, _ out: Slot) throws(Raise) {
    let b = slot()
    try newBuilder(b)
    if let format {
      try needText(format)
      var i = 0
      while i < bytesOf(format).count {
        var c = bytesOf(format)[i]
        i += 1
        if c != 37 || i >= bytesOf(format).count { try append(b, byte: c); continue }
        c = bytesOf(format)[i]
        i += 1
        try directive(c, time, b)
      }
    } else {
      try directive(UInt8(ascii: "c"), time, b)
    }
    try finish(b, Kind.str, out)
  }
  fileprivate mutating func time(_ a: Args, _ i: UInt32) throws(Raise) -> CivilTime { try civil(a.count > i ? a[i] : nil) }
}
/// `strftime(format[, time])`
//@native time:strftime 1 2
func timeStrftime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.formatTime(a[0], try vm.time(a, 1), out) }
//@qstr _strptime
/// `strptime(text[, format])`: eight numbers, as `gmtime` has them.
//@native time:strptime 1 2
func timeStrptime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let f = vm.slot()
  try vm.libraryMember(Q._strptime, Q.strptime, f)
  try vm.call(f, a, out)
}
//@native time:asctime 0 1
func timeAsctime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.formatTime(nil, try vm.time(a, 0), out) }
//@native time:ctime 0 1
func timeCtime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.slot()
  try timeGmtime(&vm, a, t)
  try vm.formatTime(nil, try vm.time(Args(t, 1), 0), out)
}
