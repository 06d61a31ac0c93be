import Drivers
import Port
import Python

//@type I2CTarget module=machine
//@const I2CTarget.IRQ_ADDR_MATCH_READ 1
//@const I2CTarget.IRQ_ADDR_MATCH_WRITE 2
//@const I2CTarget.IRQ_READ_REQ 4
//@const I2CTarget.IRQ_WRITE_REQ 8
//@const I2CTarget.IRQ_END_READ 16
//@const I2CTarget.IRQ_END_WRITE 32
//@qstr mem mem_addrsize

/// I2CTarget: tagged integers; everything else is in the driver.
private enum TargetObject {
  static var number: UInt32 { 0 }
  static var scl: UInt32 { 1 }
  static var sda: UInt32 { 2 }
  static var address: UInt32 { 3 }
  static var count: UInt32 { 4 }
}

extension VM {
  fileprivate mutating func newTarget(_ a: Args, _ out: Slot) throws(Raise) {
    let b = try bind(a, from: 1, positional: 2, [Q.id, Q.addr, Q.addrsize, Q.mem, Q.mem_addrsize, Q.scl, Q.sda])
    if b[1].address == 0 { throw raise(.TypeError, "'%' argument required", Value(Q.addr)) }
    let n = try int(b[0], default: 0)
    if n < 0 || n > 1 { throw raise(.ValueError, "I2CTarget(%) doesn't exist", Value(int: n)) }
    let address = try toInt32(b[1]), size = try int(b[2], default: 7), bits = try int(b[4], default: 8)
    if size != 7 && size != 10 { throw raise(.ValueError, "addrsize must be 7 or 10") }
    if address < 0 || address >= 1 << size { throw raise(.ValueError, "invalid addr") }
    let o = slot()
    try newObject(ModuleType.I2CTarget, fields: TargetObject.count, o)
    let values: [4 of Int32] = [n, n == 1 ? 7 : 5, n == 1 ? 6 : 4, address]
    var i = 0
    while i < 4 { setField(o, UInt32(i), values[i]); i += 1 }
    try i2cPin(b[5], o, TargetObject.scl, block: n, odd: 1, "bad SCL pin")
    try i2cPin(b[6], o, TargetObject.sda, block: n, odd: 0, "bad SDA pin")
    dropTarget(UInt32(n))
    var buffer: UInt32 = 0, length: UInt32 = 0, handle: UInt32 = 0
    if given(b[3]) {
      if bits < 0 || bits > 32 || bits & 7 != 0 { throw raise(.ValueError, "mem_addrsize must be 0, 8, 16, 24 or 32") }
      length = try byteRange(b[3], writable: true).count
      if length == 0 { throw raise(.ValueError, "mem is empty") }
      // The interrupt handler reads and writes it: it stays where it is until the target is closed.
      handle = try newHandle(b[3])
      do throws(Raise) { buffer = try pin(b[3]) } catch {
        dropHandle(handle)
        throw error
      }
    }
    board().openTarget(
      UInt32(n), address: UInt32(address), tenBits: size == 10, scl: UInt32(field(o, TargetObject.scl)), sda: UInt32(field(o, TargetObject.sda)),
      buffer: buffer, length: length, handle: handle, addressBytes: UInt32(bits) / 8)
    copy(out, o)
  }
  /// Ends what I2C block `n` does as a target, if it is one.
  mutating func dropTarget(_ n: UInt32) {
    if !board().isTarget(n) { return }
    dropInterrupt(.target(n))
    let handle = board().closeTarget(n)
    if handle == 0 { return }
    let mark = mark
    defer { release(to: mark) }
    let memory = slot()
    self.handle(handle, memory)
    unpin(memory)
    dropHandle(handle)
  }
  /// The number of an open target.
  fileprivate mutating func openTarget(_ o: Slot) throws(Raise) -> UInt32 {
    let n = UInt32(field(o, TargetObject.number))
    if !board().isTarget(n) { throw raise(errno: 5) }
    return n
  }
}

//@native I2CTarget.__new__ 1 3 kw
func targetNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newTarget(a, out) }
//@native I2CTarget.deinit 1 1
func targetDeinit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = UInt32(vm.field(a[0], TargetObject.number)), board = vm.board()
  if board.isTarget(n) {
    vm.dropTarget(n)
    board.setFunction(UInt32(vm.field(a[0], TargetObject.scl)), PinFunction.sio)
    board.setFunction(UInt32(vm.field(a[0], TargetObject.sda)), PinFunction.sio)
  }
  vm.set(out, .none)
}
//@native I2CTarget.readinto 2 2
func targetReadinto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.openTarget(a[0]), r = try vm.byteRange(a[1], writable: true)
  vm.set(out, Value(int: Int32(vm.board().takeTargetBytes(n, r.address, r.count))))
}
//@native I2CTarget.write 2 2
func targetWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.openTarget(a[0]), r = try vm.byteRange(a[1], writable: false)
  vm.set(out, Value(int: Int32(vm.board().giveTargetBytes(n, r.address, r.count))))
}
//@native I2CTarget.irq 1 - kw
func targetIrq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.openTarget(a[0])
  try vm.changeInterrupt(.target(n), a, all: TargetEvent.all, standard: TargetEvent.endRead | TargetEvent.endWrite, out)
}
//@native I2CTarget.memaddr 1 1 property
func targetMemaddr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.newInt(unsigned: UInt64(vm.board().targetPlace(UInt32(vm.field(a[0], TargetObject.number)))), out)
}
//@native I2CTarget.__repr__ 1 1
func targetRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.slot()
  try vm.newBuilder(t)
  try vm.append(t, "I2CTarget(")
  try vm.append(t, decimal: UInt32(vm.field(a[0], TargetObject.number)))
  try vm.append(t, ", addr=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], TargetObject.address)))
  try vm.append(t, ", scl=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], TargetObject.scl)))
  try vm.append(t, ", sda=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], TargetObject.sda)))
  try vm.append(t, ")")
  try vm.finish(t, Kind.str, out)
}
