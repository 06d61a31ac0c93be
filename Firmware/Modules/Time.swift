import Drivers
import Kernel
import Port
import Python

// Module `time` (DESIGN §10: the epoch is 1970, tm_wday counts from Monday = 0, tm_yday from 1).
//@module time

/// Period of the tick counters: small positive integers, as on MicroPython's rp2.
private let tickPeriod: Int64 = 1 << 30

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
  if d >= tickPeriod / 2 || d < -tickPeriod / 2 { throw vm.raise(.OverflowError, "ticks interval overflow") }
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

//@native time:gmtime 0 1
//@native time:localtime 0 1
func timeGmtime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var seconds = Int64(bitPattern: vm.board().timeOfDay / 1_000_000)
  if a.count == 1 && vm.given(a[0]) {
    if vm.isInteger(vm(a[0])) {
      seconds = try vm.toInt64(a[0])
    } else {
      let d = try vm.toDouble(a[0]).rounded(.down)
      if !(d > -9e12 && d < 9e12) { throw vm.raise(.OverflowError, "timestamp out of range") }
      seconds = Int64(d)
    }
  }
  if seconds > 9_000_000_000_000 || seconds < -9_000_000_000_000 { throw vm.raise(.OverflowError, "timestamp out of range") }
  let t = CivilTime(seconds: seconds)
  try vm.newItems(Kind.tuple, 8, out)
  let fields: [8 of Int64] = [t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearDay]
  var i = 0
  while i < 8 { vm(out).set(2 &+ UInt32(i), Value(int: Int32(truncatingIfNeeded: fields[i]))); i += 1 }
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
  try vm.newInt(CivilTime.days(f[0], f[1], f[2]) * 86400 + f[3] * 3600 + f[4] * 60 + f[5], out)
}
