import Drivers
import Kernel
import Port
import Python

//@type I2C module=machine
//@type SoftI2C module=machine
//@qstr id freq scl sda timeout addr memaddr arg addrsize

/// I2C and SoftI2C: tagged integers.
enum I2CObject {
  /// 0 or 1; -1: by hand.
  static var number: UInt32 { 0 }
  static var freq: UInt32 { 1 }
  static var scl: UInt32 { 2 }
  static var sda: UInt32 { 3 }
  /// Microseconds for a transfer (by hand: for one rise of the clock).
  static var timeout: UInt32 { 4 }
  /// The last transfer ended without a STOP.
  static var held: UInt32 { 5 }
  static var count: UInt32 { 6 }
}

extension VM {
  /// Sets a field to a pin that is given: one of block `n`, SCL the odd ones; any if `n` is -1.
  mutating func i2cPin(_ s: Slot, _ o: Slot, _ field: UInt32, block n: Int32, odd: UInt32, _ why: StaticString) throws(Raise) {
    if !given(s) { return }
    let pin = try pinNumber(s)
    if n >= 0 && (pin & 1 != odd || Int32(pin >> 1 & 1) != n) { throw raise(.ValueError, why) }
    setField(o, field, Int32(pin))
  }
  mutating func newI2C(_ a: Args, soft: Bool, _ out: Slot) throws(Raise) {
    let b =
      soft
      ? try bind(a, from: 1, positional: 2, [Q.scl, Q.sda, Q.freq, Q.timeout, Q.id])
      : try bind(a, from: 1, positional: 2, [Q.id, Q.freq, Q.scl, Q.sda, Q.timeout])
    let id = soft ? Slot(0) : b[0], scl = soft ? b[0] : b[2], sda = soft ? b[1] : b[3], freq = soft ? b[2] : b[1], timeout = soft ? b[3] : b[4]
    if soft && b[4].address != 0 { throw raise(.TypeError, "unexpected keyword argument '%'", Value(Q.id)) }
    if soft && (!given(scl) || !given(sda)) { throw raise(.TypeError, "'%' argument required", Value(given(scl) ? Q.sda : Q.scl)) }
    let n = soft ? -1 : try int(id, default: 0)
    if !soft && (n < 0 || n > 1) { throw raise(.ValueError, "I2C(%) doesn't exist", Value(int: n)) }
    let o = slot()
    try newObject(soft ? ModuleType.SoftI2C : ModuleType.I2C, fields: I2CObject.count, o)
    let values: [6 of Int32] = [n, 400_000, n == 1 ? 7 : 5, n == 1 ? 6 : 4, 50_000, 0]
    var i = 0
    while i < 6 { setField(o, UInt32(i), values[i]); i += 1 }
    try i2cPin(scl, o, I2CObject.scl, block: n, odd: 1, "bad SCL pin")
    try i2cPin(sda, o, I2CObject.sda, block: n, odd: 0, "bad SDA pin")
    let hertz = try int(freq, default: 400_000), microseconds = try int(timeout, default: 50_000)
    if hertz <= 0 { throw raise(.ValueError, "invalid freq") }
    setField(o, I2CObject.freq, hertz)
    setField(o, I2CObject.timeout, max(microseconds, 0))
    if !soft { dropTarget(UInt32(n)) }
    openI2C(o)
    copy(out, o)
  }
  private borrowing func openI2C(_ o: Slot) {
    let board = board(), n = field(o, I2CObject.number), scl = UInt32(field(o, I2CObject.scl)), sda = UInt32(field(o, I2CObject.sda))
    if n < 0 { return board.openSoftI2C(scl: scl, sda: sda) }
    setField(o, I2CObject.freq, Int32(board.openI2C(UInt32(n), hertz: UInt32(field(o, I2CObject.freq)))))
    for pin in 0..<2 as Range<UInt32> {
      board.setFunction(pin == 0 ? scl : sda, PinFunction.i2c)
      board.setPulls(pin == 0 ? scl : sda, up: true, down: false)
    }
  }
  private borrowing func softDelay(_ o: Slot) -> UInt32 {
    let f = UInt32(field(o, I2CObject.freq)), soft = field(o, I2CObject.number) < 0
    return soft ? max((500_000 &+ f &- 1) / f, 1) : 500_000 / f &+ 1
  }
  mutating func failed(_ r: I2CResult, soft: Bool) -> Raise { raise(errno: r == .timeout ? 110 : soft && r == .noDevice ? 19 : 5) }

  /// An address alone, which the block cannot send: by hand, on the same pins.
  mutating func probeI2C(_ o: Slot, _ address: UInt32, stop: Bool) throws(Raise) -> I2CResult {
    let board = board(), b = softBus(o, delay: softDelay(o)), hardware = field(o, I2CObject.number) >= 0
    if hardware { board.openSoftI2C(scl: b.scl, sda: b.sda) }
    defer {
      if hardware {
        board.setFunction(b.scl, PinFunction.i2c)
        board.setFunction(b.sda, PinFunction.i2c)
      }
    }
    let r = try beginSoftI2C(b, address, read: false)
    if r == .done && stop { _ = try stopSoftI2C(b) }
    return r
  }
  /// One byte to or from the device by the block; callbacks run while it waits.
  private mutating func moveI2C(
    _ n: UInt32, _ byte: UInt8, read: Bool, restart: Bool, stop: Bool, until deadline: UInt64, into: inout UInt8
  ) throws(Raise) -> I2CResult {
    let board = board()
    var moved = false, got: UInt8 = 0
    board.beginI2C(n, byte, read: read, restart: restart, stop: stop)
    while true {
      let sleeps = hasOtherThreads
      let r = waiting { board.awaitI2C(n, read: read, stop: stop, until: deadline, sleeps: sleeps, moved: &moved, into: &got) }
      if let r {
        into = got
        return r
      }
      do throws(Raise) { try yieldPoint() } catch {
        board.abortI2C(n)
        throw error
      }
    }
  }

  /// Writes up to four bytes of `prefix` (highest first) and then those of `source`; answers how many were acknowledged.
  mutating func writeI2C(_ o: Slot, _ address: UInt32, prefix: UInt32, _ prefixCount: UInt32, source: Slot?, stop: Bool) throws(Raise) -> UInt32 {
    let board = board(), n = field(o, I2CObject.number)
    var total = prefixCount
    if let source { total &+= try byteRange(source, writable: false).count }
    if total == 0 {
      let r = try probeI2C(o, address, stop: stop)
      if r != .done { throw failed(r, soft: true) }
      return 0
    }
    if n < 0 {
      let b = softBus(o, delay: softDelay(o)), first = try beginSoftI2C(b, address, read: false)
      if first != .done { throw failed(first, soft: true) }
      var done: UInt32 = 0
      while done < total {
        let byte = try byteI2C(prefix, prefixCount, source, done)
        let r = try writeSoftI2C(byte, b)
        if r == .timeout { throw failed(r, soft: true) }
        if r != .done { break }
        done &+= 1
        if done & 31 == 0 { try yieldPoint() }
      }
      if stop || done < total { _ = try stopSoftI2C(b) }
      try yieldPoint()
      return done
    }
    if !board.isOpenI2C(UInt32(n)) { throw raise(errno: 5) }
    let deadline = board.kernel.now &+ UInt64(field(o, I2CObject.timeout))
    var restart = field(o, I2CObject.held) != 0, done: UInt32 = 0, unused: UInt8 = 0
    if !restart { board.targetI2C(UInt32(n), address & 0x7f) }
    setField(o, I2CObject.held, 0)
    while done < total {
      let byte = try byteI2C(prefix, prefixCount, source, done)
      let r = try moveI2C(UInt32(n), byte, read: false, restart: restart, stop: stop && done &+ 1 == total, until: deadline, into: &unused)
      if r == .refused { return done }
      if r != .done { throw failed(r, soft: false) }
      restart = false
      done &+= 1
      if done & 31 == 0 { try yieldPoint() }
    }
    if !stop { setField(o, I2CObject.held, 1) }
    try yieldPoint()
    return done
  }
  private mutating func byteI2C(_ prefix: UInt32, _ prefixCount: UInt32, _ source: Slot?, _ i: UInt32) throws(Raise) -> UInt8 {
    if i < prefixCount { return UInt8(truncatingIfNeeded: prefix >> (8 &* (prefixCount &- 1 &- i))) }
    guard let source else { return 0 }
    let r = try byteRange(source, writable: false)
    return i &- prefixCount < r.count ? memory.byte(r.address &+ i &- prefixCount) : 0
  }
  /// Fills `target` with `count` bytes read from the device.
  mutating func readI2C(_ o: Slot, _ address: UInt32, target: Slot, count: UInt32, stop: Bool) throws(Raise) {
    let board = board(), n = field(o, I2CObject.number)
    let deadline = board.kernel.now &+ UInt64(field(o, I2CObject.timeout)), b = softBus(o, delay: softDelay(o))
    var restart = field(o, I2CObject.held) != 0, done: UInt32 = 0, byte: UInt8 = 0
    if n < 0 {
      let first = try beginSoftI2C(b, address, read: true)
      if first != .done { throw failed(first, soft: true) }
    } else {
      if !board.isOpenI2C(UInt32(n)) { throw raise(errno: 5) }
      if !restart { board.targetI2C(UInt32(n), address & 0x7f) }
      setField(o, I2CObject.held, 0)
    }
    while done < count {
      let last = done &+ 1 == count
      let r =
        n < 0
        ? try readSoftI2C(b, acknowledge: !last, into: &byte)
        : try moveI2C(UInt32(n), 0, read: true, restart: restart, stop: stop && last, until: deadline, into: &byte)
      if r != .done { throw failed(r, soft: n < 0) }
      restart = false
      let to = try byteRange(target, writable: true)
      if done < to.count { memory.setByte(to.address &+ done, byte) }
      done &+= 1
      if done & 31 == 0 { try yieldPoint() }
    }
    if n < 0 { if stop { _ = try stopSoftI2C(b) } } else if !stop && count > 0 { setField(o, I2CObject.held, 1) }
    // A target of this program's has news.
    try yieldPoint()
  }

  mutating func addressI2C(_ s: Slot) throws(Raise) -> UInt32 { UInt32(truncatingIfNeeded: try toInt64(s)) }
  /// A builder of `count` zero bytes, to be filled and finished.
  mutating func zeroBytes(_ count: UInt32, _ out: Slot) throws(Raise) {
    try newBuilder(out)
    var i: UInt32 = 0
    while i < count { try append(out, byte: 0); i &+= 1 }
  }
  mutating func lengthI2C(_ s: Slot) throws(Raise) -> UInt32 {
    let n = try toInt32(s)
    if n < 0 { throw raise(.ValueError, "negative length") }
    return UInt32(n)
  }
  /// Sends a register's address, `size` bits of it.
  fileprivate mutating func pointI2C(_ o: Slot, _ address: UInt32, _ register: Slot, _ size: Slot) throws(Raise) -> (word: UInt32, count: UInt32) {
    let bits = try int(size, default: 8)
    if bits < 0 || bits & 7 != 0 || bits > 32 { throw raise(.ValueError, "invalid addrsize") }
    return (UInt32(truncatingIfNeeded: try toInt64(register)), UInt32(bits) / 8)
  }
  fileprivate mutating func readMemory(_ a: Args, _ b: [4 of Slot], target: Slot, count: UInt32) throws(Raise) {
    let address = try addressI2C(b[0]), p = try pointI2C(a[0], address, b[1], b[3])
    if p.count > 0 {
      let n = try writeI2C(a[0], address, prefix: p.word, p.count, source: nil, stop: false)
      if n != p.count { throw raise(errno: 5) }
    }
    try readI2C(a[0], address, target: target, count: count, stop: true)
  }
  /// `addr, memaddr, arg, *, addrsize` behind the object itself.
  fileprivate mutating func memoryArguments(_ a: Args) throws(Raise) -> [4 of Slot] {
    let b = try bind(a, from: 1, positional: 3, [Q.addr, Q.memaddr, Q.arg, Q.addrsize])
    var i = 0
    while i < 3 {
      if b[i].address == 0 { throw raise(.TypeError, "function missing % required positional arguments", Value(int: Int32(3 - i))) }
      i += 1
    }
    return b
  }
  fileprivate mutating func stopArgument(_ a: Args) throws(Raise) -> Bool { a.count < 4 ? true : try truth(a[3]) }
  fileprivate mutating func byHand(_ o: Slot) throws(Raise) {
    if field(o, I2CObject.number) < 0 { return }
    let text = slot()
    try newBuilder(text)
    try append(text, "I2C operation not supported")
    try finish(text, Kind.str, text)
    throw raise(.OSError, value: text)
  }
}

//@native I2C.__new__ 1 3 kw
func i2cNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newI2C(a, soft: false, out) }
//@native SoftI2C.__new__ 1 3 kw
func softI2CNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newI2C(a, soft: true, out) }
//@native I2C.init 1 - kw
//@native SoftI2C.init 1 - kw
func i2cInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let soft = vm.field(a[0], I2CObject.number) < 0
  let t = vm.slot(), arguments = vm.slots(12)
  // As the constructor, with the same number in front; the object takes over what comes out.
  var n: UInt32 = 1
  if !soft { vm.set(arguments.up(1), Value(int: vm.field(a[0], I2CObject.number))); n = 2 }
  var i: UInt32 = 1
  while i < a.count && n < 4 { vm.copy(arguments.up(n), a[i]); n &+= 1; i &+= 1 }
  var k: UInt32 = 0
  while k < a.pairs && n &+ 2 &* k &+ 1 < 12 {
    vm.copy(arguments.up(n &+ 2 &* k), a.name(k))
    vm.copy(arguments.up(n &+ 2 &* k &+ 1), a.value(k))
    k &+= 1
  }
  try vm.newI2C(Args(arguments, n, pairs: k), soft: soft, t)
  var f: UInt32 = 0
  while f < I2CObject.count { vm.setField(a[0], f, vm.field(t, f)); f &+= 1 }
  vm.set(out, .none)
}
//@native I2C.deinit 1 1
//@native SoftI2C.deinit 1 1
func i2cDeinit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = vm.field(a[0], I2CObject.number)
  if n >= 0 { vm.board().closeI2C(UInt32(n)) }
  vm.set(out, .none)
}
//@native I2C.scan 1 1
//@native SoftI2C.scan 1 1
func i2cScan(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), item = vm.slot()
  try vm.newList(list)
  var address: UInt32 = 0x08
  while address < 0x78 {
    if try vm.probeI2C(a[0], address, stop: true) == .done {
      vm.set(item, Value(int: Int32(address)))
      try vm.listAppend(list, item)
    }
    try vm.yieldPoint()
    address &+= 1
  }
  vm.copy(out, list)
}
//@native I2C.readfrom 3 4
//@native SoftI2C.readfrom 3 4
func i2cReadfrom(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let address = try vm.addressI2C(a[1]), n = try vm.lengthI2C(a[2]), t = vm.slot(), stop = try vm.stopArgument(a)
  try vm.zeroBytes(n, t)
  try vm.readI2C(a[0], address, target: t, count: n, stop: stop)
  try vm.finish(t, Kind.bytes, out)
}
//@native I2C.readfrom_into 3 4
//@native SoftI2C.readfrom_into 3 4
func i2cReadfromInto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let address = try vm.addressI2C(a[1]), n = try vm.byteRange(a[2], writable: true).count, stop = try vm.stopArgument(a)
  try vm.readI2C(a[0], address, target: a[2], count: n, stop: stop)
  vm.set(out, .none)
}
//@native I2C.writeto 3 4
//@native SoftI2C.writeto 3 4
func i2cWriteto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let address = try vm.addressI2C(a[1]), stop = try vm.stopArgument(a)
  vm.set(out, Value(int: Int32(try vm.writeI2C(a[0], address, prefix: 0, 0, source: a[2], stop: stop))))
}
//@native I2C.writevto 3 4
//@native SoftI2C.writevto 3 4
func i2cWritevto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let address = try vm.addressI2C(a[1]), list = vm.slot(), item = vm.slot(), all = vm.slot(), stop = try vm.stopArgument(a)
  try vm.collectItems(a[2], Kind.tuple, list)
  try vm.newBuilder(all)
  var i: UInt32 = 0
  let n = UInt32(vm(list).int(1))
  while i < n {
    vm.set(item, vm(list).at(2 &+ i))
    let count = try vm.byteRange(item, writable: false).count
    var k: UInt32 = 0
    while k < count {
      let r = try vm.byteRange(item, writable: false)
      let byte = vm.memory.byte(r.address &+ k)
      try vm.append(all, byte: byte)
      k &+= 1
    }
    i &+= 1
  }
  try vm.finish(all, Kind.bytearray, all)
  vm.set(out, Value(int: Int32(try vm.writeI2C(a[0], address, prefix: 0, 0, source: all, stop: stop))))
}
//@native I2C.readfrom_mem 1 - kw
//@native SoftI2C.readfrom_mem 1 - kw
func i2cReadfromMem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.memoryArguments(a), n = try vm.lengthI2C(b[2]), t = vm.slot()
  try vm.zeroBytes(n, t)
  try vm.readMemory(a, b, target: t, count: n)
  try vm.finish(t, Kind.bytes, out)
}
//@native I2C.readfrom_mem_into 1 - kw
//@native SoftI2C.readfrom_mem_into 1 - kw
func i2cReadfromMemInto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.memoryArguments(a), n = try vm.byteRange(b[2], writable: true).count
  try vm.readMemory(a, b, target: b[2], count: n)
  vm.set(out, .none)
}
//@native I2C.writeto_mem 1 - kw
//@native SoftI2C.writeto_mem 1 - kw
func i2cWritetoMem(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.memoryArguments(a), address = try vm.addressI2C(b[0])
  let p = try vm.pointI2C(a[0], address, b[1], b[3])
  _ = try vm.byteRange(b[2], writable: false)
  _ = try vm.writeI2C(a[0], address, prefix: p.word, p.count, source: b[2], stop: true)
  vm.set(out, .none)
}

// MARK: single steps, by hand only

extension VM {
  fileprivate mutating func singleSteps(_ o: Slot) throws(Raise) -> SoftBus {
    try byHand(o)
    return softBus(o, delay: 500_000 / UInt32(field(o, I2CObject.freq)))
  }
}
//@native I2C.start 1 1
//@native SoftI2C.start 1 1
func i2cStart(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.singleSteps(a[0])
  if try !vm.startSoftI2C(b) { throw vm.failed(.timeout, soft: true) }
  vm.set(out, .none)
}
//@native I2C.stop 1 1
//@native SoftI2C.stop 1 1
func i2cStop(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.singleSteps(a[0])
  if try !vm.stopSoftI2C(b) { throw vm.failed(.timeout, soft: true) }
  vm.set(out, .none)
}
//@native I2C.write 2 2
//@native SoftI2C.write 2 2
func i2cWriteBytes(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.singleSteps(a[0])
  var acks: UInt32 = 0
  while true {
    let r = try vm.byteRange(a[1], writable: false)
    if acks >= r.count { break }
    let answer = try vm.writeSoftI2C(vm.memory.byte(r.address &+ acks), b)
    if answer == .timeout { throw vm.failed(answer, soft: true) }
    if answer != .done { break }
    acks &+= 1
  }
  vm.set(out, Value(int: Int32(acks)))
}
//@native I2C.readinto 2 3
//@native SoftI2C.readinto 2 3
func i2cReadinto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.singleSteps(a[0]), nack = a.count == 2 ? true : try vm.truth(a[2])
  var done: UInt32 = 0, byte: UInt8 = 0
  while true {
    let count = try vm.byteRange(a[1], writable: true).count
    if done >= count { break }
    let answer = try vm.readSoftI2C(b, acknowledge: !(nack && done &+ 1 == count), into: &byte)
    if answer != .done { throw vm.failed(answer, soft: true) }
    // Callbacks may have run, and the buffer moved.
    let r = try vm.byteRange(a[1], writable: true)
    if done < r.count { vm.memory.setByte(r.address &+ done, byte) }
    done &+= 1
  }
  vm.set(out, .none)
}
//@native I2C.__repr__ 1 1
//@native SoftI2C.__repr__ 1 1
func i2cRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.slot(), n = vm.field(a[0], I2CObject.number)
  try vm.newBuilder(t)
  if n < 0 {
    try vm.append(t, "SoftI2C(scl=")
  } else {
    try vm.append(t, "I2C(")
    try vm.append(t, decimal: UInt32(n))
    try vm.append(t, ", freq=")
    try vm.append(t, decimal: UInt32(vm.field(a[0], I2CObject.freq)))
    try vm.append(t, ", scl=")
  }
  try vm.append(t, decimal: UInt32(vm.field(a[0], I2CObject.scl)))
  try vm.append(t, ", sda=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], I2CObject.sda)))
  try vm.append(t, n < 0 ? ", freq=" : ", timeout=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], n < 0 ? I2CObject.freq : I2CObject.timeout)))
  try vm.append(t, ")")
  try vm.finish(t, Kind.str, out)
}
