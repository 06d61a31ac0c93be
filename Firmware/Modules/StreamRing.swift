import Port
import Python

// micropython.RingIO: a byte queue between an interrupt handler and the program. Writing allocates nothing.
//@type RingIO module=micropython base=IOBase kind=object

/// Bytes that a ring may have, the free one included; as in MicroPython.
private let mostRing: UInt32 = 65535
/// Fields of a ring; it is empty when both places are equal, so one byte stays free.
private enum RingField {
  /// A bytearray.
  static var bytes: UInt32 { 0 }
  static var read: UInt32 { 1 }
  static var write: UInt32 { 2 }
}
/// Bits of a stream's readiness, as `select` has them.
private enum Ready {
  static var read: Int32 { 1 }
  static var write: Int32 { 4 }
}

extension VM {
  private borrowing func ringSize(_ o: Slot) -> UInt32 { UInt32(bytesOfField(o, RingField.bytes).count) }
  fileprivate borrowing func ringCount(_ o: Slot) -> UInt32 {
    let n = ringSize(o), d = UInt32(field(o, RingField.write)) &+ n &- UInt32(field(o, RingField.read))
    return d >= n ? d &- n : d
  }
  fileprivate borrowing func ringRoom(_ o: Slot) -> UInt32 { ringSize(o) &- 1 &- ringCount(o) }
  /// Moves bytes between the ring and memory that does not move meanwhile; answers how many.
  fileprivate borrowing func ringMove(_ o: Slot, _ at: Address, _ count: UInt32, out: Bool) -> UInt32 {
    let n = min(count, out ? ringCount(o) : ringRoom(o)), size = ringSize(o), which = out ? RingField.read : RingField.write
    let base = UInt32(truncatingIfNeeded: UInt(bitPattern: bytesOfField(o, RingField.bytes).baseAddress))
    var i: UInt32 = 0, place = UInt32(field(o, which))
    while i < n {
      if out { memory.setByte(at &+ i, memory.byte(base &+ place)) } else { memory.setByte(base &+ place, memory.byte(at &+ i)) }
      place = place &+ 1 == size ? 0 : place &+ 1
      i &+= 1
    }
    setField(o, which, Int32(place))
    port.spend(Int32(20 &+ 4 &* n))
    return n
  }
}

/// `RingIO(size)` or `RingIO(buffer)`, whose bytes it uses, all but one.
//@native RingIO.__new__ 2 2
func ringNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot(), bytes = vm.slot()
  if vm.isInteger(vm(a[1])) {
    let n = try vm.toInt32(a[1])
    if n < 1 || n > Int32(mostRing) &- 1 { throw vm.raise(.ValueError, "invalid size") }
    try vm.newBuilder(bytes)
    _ = try vm.bytearrayGrow(bytes, UInt32(n) &+ 1)
  } else {
    let n = try vm.byteRange(a[1], writable: true).count
    if n < 2 || n > mostRing { throw vm.raise(.ValueError, "invalid size") }
    vm.copy(bytes, a[1])
  }
  try vm.newObject(ModuleType.RingIO, fields: 3, o)
  vm(o).set(2 &+ RingField.bytes, vm(bytes))
  vm.setField(o, RingField.read, 0)
  vm.setField(o, RingField.write, 0)
  vm.copy(out, o)
}
//@native RingIO.any 1 1
func ringAny(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(vm.ringCount(a[0])))) }
//@native RingIO.write 2 2
func ringWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let from = try vm.byteRange(a[1], writable: false)
  vm.set(out, Value(int: Int32(vm.ringMove(a[0], from.address, from.count, out: false))))
}
/// `readinto(buffer[, most])`
//@native RingIO.readinto 2 3
func ringReadInto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let most = a.count > 2 ? try vm.toInt32(a[2]) : Int32.max
  let to = try vm.byteRange(a[1], writable: true)
  vm.set(out, Value(int: Int32(vm.ringMove(a[0], to.address, most < 0 ? 0 : min(to.count, UInt32(most)), out: true))))
}
/// `read([n])`: up to n bytes of what is there.
//@native RingIO.read 1 2
func ringRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let most = a.count > 1 && !vm(a[1]).value.isNone ? try vm.toInt32(a[1]) : -1, made = vm.slot()
  let n = most < 0 ? vm.ringCount(a[0]) : min(vm.ringCount(a[0]), UInt32(most))
  try vm.newRaw(Kind.bytes, bytes: n, made)
  _ = vm.ringMove(a[0], vm(made).word &+ Str.bytes, n, out: true)
  vm.copy(out, made)
}
//@native RingIO.close 1 1
func ringClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.none) }
//@native RingIO.ioctl 3 3
func ringControl(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let what = try vm.toInt32(a[1])
  if what != StreamControl.poll { return vm.set(out, Value(int: what == StreamControl.close || what == StreamControl.flush ? 0 : -22)) }
  let asked = try vm.toInt32(a[2])
  vm.set(out, Value(int: asked & ((vm.ringCount(a[0]) > 0 ? Ready.read : 0) | (vm.ringRoom(a[0]) > 0 ? Ready.write : 0))))
}
//@native RingIO.__repr__ 1 1
func ringRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let text = vm.slot()
  try vm.newBuilder(text)
  try vm.append(text, "<RingIO>")
  try vm.finish(text, Kind.str, out)
}
