import Drivers
import Port
import Python

//@type DMA module=_rp2
//@qstr read write count ctrl trigger channel default enable high_pri size inc_read inc_write ring_size ring_sel chain_to treq_sel irq_quiet bswap sniff_en write_err read_err busy

/// DMA: field 0 the channel's number (-1: closed), 1 and 2 the objects whose bytes it reads and writes: they are pinned while it may.
private enum DMAObject {
  static var fields: UInt32 { 3 }
  /// Word of the object for register `n`'s buffer (0 read, 1 write).
  static func buffer(_ n: UInt32) -> UInt32 { 3 &+ n }
}
/// CTRL's fields by name: first bit and width (RP2040 data sheet §2.5.8).
private let controlNames: [15 of Qstr] = [
  Q.enable, Q.high_pri, Q.size, Q.inc_read, Q.inc_write, Q.ring_size, Q.ring_sel, Q.chain_to, Q.treq_sel, Q.irq_quiet, Q.bswap, Q.sniff_en, Q.write_err,
  Q.read_err, Q.busy,
]
private let controlPlaces: [15 of UInt32] = [
  0x0001, 0x0101, 0x0202, 0x0401, 0x0501, 0x0604, 0x0a01, 0x0b04, 0x0f06, 0x1501, 0x1601, 0x1701, 0x1d01, 0x1e01, 0x1801,
]

extension VM {
  private mutating func channel(_ o: Slot) throws(Raise) -> UInt32 {
    let n = field(o, 0)
    if n < 0 { throw raise(.ValueError, "channel closed") }
    return UInt32(n)
  }
  private mutating func forget(_ o: Slot, _ n: UInt32) {
    let mark = mark
    defer { release(to: mark) }
    let old = slot()
    set(old, native(self(o)).at(DMAObject.buffer(n)))
    if self(old).isNull { return }
    native(self(o)).setRaw(DMAObject.buffer(n), 0)
    unpin(old)
  }
  /// READ_ADDR (0) or WRITE_ADDR (1): an address, or an object with bytes, which stays where it is from now on.
  private mutating func setAddress(_ o: Slot, _ n: UInt32, _ v: Slot) throws(Raise) {
    let c = try channel(o)
    var at: UInt32
    if isInteger(self(v)) {
      at = try toWord(v)
      forget(o, n)
    } else {
      _ = try byteRange(v, writable: n == 1)
      at = try pin(v)
      forget(o, n)
      native(self(o)).set(DMAObject.buffer(n), self(v))
    }
    board().setDMA(c, n, at)
  }
  mutating func dmaNew(_ out: Slot) throws(Raise) {
    guard let c = board().claimDMA() else { throw raise(errno: 16) }
    let o = slot()
    do throws(Raise) { try newObject(ModuleType.DMA, fields: DMAObject.fields, o) } catch {
      board().freeDMA(c)
      throw error
    }
    setField(o, 0, Int32(c))
    copy(out, o)
  }
  /// Whatever ring, chain or pace: words, both addresses rising, no interrupt unless asked for, chained to itself (to nothing).
  private func defaultControl(_ c: UInt32) -> UInt32 { 1 | 2 << 2 | 3 << 4 | c << 11 | 0x3f << 15 | 1 << 21 }
  mutating func dmaPack(_ a: Args, _ out: Slot) throws(Raise) {
    var v = defaultControl(try channel(a[0]))
    var k: UInt32 = 0
    while k < a.pairs {
      if self(a.name(k)).value == Value(Q.default) { v = try toWord(a.value(k)) }
      k &+= 1
    }
    k = 0
    while k < a.pairs {
      let name = self(a.name(k)).value
      var i = 0
      while i < 15 && Value(controlNames[i]) != name { i += 1 }
      if i < 14 {
        let place = controlPlaces[i], mask: UInt32 = (1 << (place & 0xff)) &- 1
        let n = UInt32(truncatingIfNeeded: isInteger(self(a.value(k))) ? try toInt64(a.value(k)) : try truth(a.value(k)) ? 1 : 0)
        v = v & ~(mask << (place >> 8)) | (n & mask) << (place >> 8)
      } else if name != Value(Q.default) {
        throw raise(.TypeError, "unexpected keyword argument '%'", name)
      }
      k &+= 1
    }
    try newInt(unsigned: UInt64(v), out)
  }
  mutating func dmaUnpack(_ a: Args, _ out: Slot) throws(Raise) {
    let v = try toWord(a[0])
    let dict = slot(), key = slot(), value = slot()
    try newDict(dict)
    for i in 0..<15 {
      let place = controlPlaces[i]
      set(key, Value(controlNames[i]))
      set(value, Value(int: Int32(v >> (place >> 8) & ((1 << (place & 0xff)) &- 1))))
      try setItem(dict, key, value)
    }
    copy(out, dict)
  }
  mutating func dmaConfig(_ a: Args) throws(Raise) {
    let b = try bind(a, from: 1, positional: 0, [Q.read, Q.write, Q.count, Q.ctrl, Q.trigger])
    let c = try channel(a[0])
    if given(b[0]) { try setAddress(a[0], 0, b[0]) }
    if given(b[1]) { try setAddress(a[0], 1, b[1]) }
    if given(b[2]) { board().setDMA(c, 2, try toWord(b[2])) }
    if given(b[3]) { board().setDMA(c, 3, try toWord(b[3])) }
    if given(b[4]), try truth(b[4]) { board().startDMA(c) }
  }
  mutating func dmaRegister(_ a: Args, _ n: UInt32, _ out: Slot) throws(Raise) {
    let c = try channel(a[0])
    if a.count == 1 { return try newInt(unsigned: UInt64(board().dmaRegister(c, n)), out) }
    if n < 2 { try setAddress(a[0], n, a[1]) } else { board().setDMA(c, n, try toWord(a[1])) }
    set(out, .none)
  }
  mutating func dmaActive(_ a: Args, _ out: Slot) throws(Raise) {
    let c = try channel(a[0])
    if a.count == 2 { if try truth(a[1]) { board().startDMA(c) } else { board().stopDMA(c) } }
    set(out, .bool(board().isBusyDMA(c)))
  }
  mutating func dmaIrq(_ a: Args, _ out: Slot) throws(Raise) {
    let c = try channel(a[0]), board = board()
    let b = try bind(a, from: 1, positional: 2, [Q.handler, Q.hard])
    let old = board.dmaHandles(c)
    try claim(old)
    board.listen(dma: c, nil)
    dropCallback(old)
    if given(b[0]) { board.listen(dma: c, try newCallback(b[0], a[0], hard: b[1].address != 0 ? try truth(b[1]) : false)) }
    set(out, .none)
  }
  mutating func dmaClose(_ a: Args) {
    let n = field(a[0], 0)
    if n < 0 { return }
    let old = board().dmaHandles(UInt32(n))
    board().freeDMA(UInt32(n))
    dropCallback(old)
    setField(a[0], 0, -1)
    forget(a[0], 0)
    forget(a[0], 1)
  }
}

//@native DMA.__new__ 1 1
func dmaNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.dmaNew(out) }
//@native DMA.config 1 1 kw
func dmaConfig(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.dmaConfig(a)
  vm.set(out, .none)
}
//@native DMA.pack_ctrl 1 1 kw
func dmaPack(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.dmaPack(a, out) }
//@native DMA.unpack_ctrl 1 1 static
func dmaUnpack(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.dmaUnpack(a, out) }
//@native DMA.active 1 2
func dmaActive(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.dmaActive(a, out) }
//@native DMA.irq 1 3 kw
func dmaIrq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.dmaIrq(a, out) }
//@native DMA.close 1 1
func dmaClose(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.dmaClose(a)
  vm.set(out, .none)
}
//@native DMA.read 1 2 property
func dmaRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.dmaRegister(a, 0, out) }
//@native DMA.write 1 2 property
func dmaWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.dmaRegister(a, 1, out) }
//@native DMA.count 1 2 property
func dmaCount(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.dmaRegister(a, 2, out) }
//@native DMA.ctrl 1 2 property
func dmaCtrl(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.dmaRegister(a, 3, out) }
//@native DMA.channel 1 1 property
func dmaChannel(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: vm.field(a[0], 0))) }
//@native DMA.__repr__ 1 1
func dmaRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.numbered("DMA(", UInt32(max(vm.field(a[0], 0), 0)), out) }
