import Drivers
import Kernel
import Port
import Python

//@type ADC module=machine
//@const ADC.CORE_TEMP 4
//@type RTC module=machine

//@native ADC.__new__ 2 2
func adcNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let board = vm.board()
  var channel: Int64 = -1
  if vm.isInteger(vm(a[1])) { channel = try vm.toInt64(a[1]) }
  if channel >= 0 && channel < 5 {
    board.openADC(pin: nil)
    if channel == 4 { board.enableTemperature() }
  } else {
    let pin = try vm.pinNumber(a[1])
    if pin < 26 { throw vm.raise(.ValueError, "Pin doesn't have ADC capabilities") }
    board.openADC(pin: pin)
    channel = Int64(pin) - 26
  }
  let o = vm.slot()
  try vm.newObject(ModuleType.ADC, fields: 1, o)
  vm.setField(o, 0, Int32(channel))
  vm.copy(out, o)
}
//@native ADC.read_u16 1 1
func adcRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let raw = vm.board().convert(UInt32(vm.field(a[0], 0)))
  // 12 bits over 16: the upper ones again below, so that full scale is 65535.
  vm.set(out, Value(int: Int32(raw << 4 | raw >> 8)))
}
//@native ADC.__repr__ 1 1
func adcRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.slot()
  try vm.newBuilder(t)
  try vm.append(t, "<ADC channel=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], 0)))
  try vm.append(t, ">")
  try vm.finish(t, Kind.str, out)
}

//@native RTC.__new__ 1 1
func rtcNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newObject(ModuleType.RTC, fields: 0, out) }
/// `(year, month, day, weekday, hours, minutes, seconds, subseconds)`, Monday being 0; setting it sets the time of day too.
//@native RTC.datetime 1 2
func rtcDatetime(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let board = vm.board()
  if a.count == 1 {
    let c = board.calendar
    try vm.newItems(Kind.tuple, 8, out)
    let fields: [8 of UInt32] = [c.year, c.month, c.day, (c.sunday0 &+ 6) % 7, c.hour, c.minute, c.second, 0]
    var i = 0
    while i < 8 { vm(out).set(2 &+ UInt32(i), Value(int: Int32(fields[i]))); i += 1 }
    return
  }
  let list = vm.slot(), item = vm.slot()
  try vm.collectItems(a[1], Kind.tuple, list)
  let n = vm(list).int(1)
  if n != 8 { throw vm.raise(.ValueError, "requested length 8 but object has length %", Value(int: n)) }
  var f = [8 of Int64](repeating: 0)
  var i = 0
  while i < 8 {
    vm.set(item, vm(list).at(2 &+ UInt32(i)))
    f[i] = try vm.toInt64(item)
    i += 1
  }
  i = 0
  while i < 7 {
    if f[i] < 0 || f[i] > 100_000 { throw vm.raise(.ValueError, "date out of range") }
    i += 1
  }
  let seconds = CivilTime.days(f[0], f[1], f[2]) * 86400 + f[4] * 3600 + f[5] * 60 + f[6]
  if seconds < 0 || seconds >= 67_060_224_000 { throw vm.raise(.ValueError, "date out of range") }
  board.setTimeOfDay(UInt64(seconds) &* 1_000_000)
  board.setCalendar()
  vm.set(out, .none)
}
