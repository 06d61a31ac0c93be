import Drivers
import Kernel
import Port
import Python

//@type SPI module=machine
//@type SoftSPI module=machine
//@const SPI.MSB 0
//@const SPI.LSB 1
//@const SoftSPI.MSB 0
//@const SoftSPI.LSB 1
//@qstr id baudrate polarity phase bits firstbit sck mosi miso

/// SPI and SoftSPI: tagged integers.
enum SPIObject {
  /// 0 or 1; -1: by hand.
  static var number: UInt32 { 0 }
  static var baudrate: UInt32 { 1 }
  static var polarity: UInt32 { 2 }
  static var phase: UInt32 { 3 }
  static var bits: UInt32 { 4 }
  static var firstbit: UInt32 { 5 }
  static var sck: UInt32 { 6 }
  static var mosi: UInt32 { 7 }
  /// -1: not connected.
  static var miso: UInt32 { 8 }
  /// By hand: microseconds of half a bit.
  static var half: UInt32 { 9 }
  static var count: UInt32 { 10 }
  /// Bytes that go through a buffer of the kernel's at once.
  static var shared: UInt32 { 256 }
}

extension VM {
  /// A pin of the block: `place` in its group of four, in the groups of its number.
  private mutating func spiPin(_ s: Slot, _ o: Slot, _ field: UInt32, place: UInt32, _ why: StaticString) throws(Raise) {
    if !given(s) { return }
    let pin = try pinNumber(s)
    if pin & 3 != place || Int32(pin >> 3 & 1) != self.field(o, SPIObject.number) { throw raise(.ValueError, why) }
    setField(o, field, Int32(pin))
  }
  private mutating func rate(_ s: Slot, _ o: Slot, default d: Int32?) throws(Raise) {
    var n = d
    if s.address != 0 { let v = try toInt64(s); if v != -1 { n = Int32(truncatingIfNeeded: min(max(v, 0), 1_000_000_000)) } }
    guard let n else { return }
    if n <= 0 { throw raise(.ValueError, "invalid baudrate") }
    setField(o, SPIObject.baudrate, n)
  }
  private mutating func option(_ s: Slot, _ o: Slot, _ f: UInt32, _ range: ClosedRange<Int32>, _ why: StaticString) throws(Raise) {
    if s.address == 0 { return }
    let n = try toInt32(s)
    if n == -1 { return }
    if !range.contains(n) { throw raise(.ValueError, why) }
    setField(o, f, n)
  }
  /// What `b` gives of baudrate, polarity, phase, bits and firstbit (5 slots from `at` on), then the block as the object says.
  private mutating func applySPI<let N: Int>(_ o: Slot, _ b: [N of Slot], at: Int) throws(Raise) {
    try rate(b[at], o, default: nil)
    try option(b[at + 1], o, SPIObject.polarity, 0...1, "invalid polarity")
    try option(b[at + 2], o, SPIObject.phase, 0...1, "invalid phase")
    try option(b[at + 3], o, SPIObject.bits, 4...16, "invalid bits")
    try option(b[at + 4], o, SPIObject.firstbit, 0...1, "invalid firstbit")
    if field(o, SPIObject.number) < 0 { return applySoftSPI(o) }
    if field(o, SPIObject.firstbit) == 1 { throw raise(.NotImplementedError, "LSB") }
    let real = board().openSPI(
      UInt32(field(o, SPIObject.number)), baud: UInt32(field(o, SPIObject.baudrate)), bits: UInt32(field(o, SPIObject.bits)),
      polarity: field(o, SPIObject.polarity) != 0, phase: field(o, SPIObject.phase) != 0)
    setField(o, SPIObject.baudrate, Int32(real))
  }
  private borrowing func applySoftSPI(_ o: Slot) {
    let board = board(), baud = UInt32(field(o, SPIObject.baudrate))
    // Rounded so that the rate is not above the one asked for; the fastest there is from 500 kHz on.
    let half = baud > 500_000 ? 0 : (500_000 &+ baud &- 1) / baud
    setField(o, SPIObject.half, Int32(half))
    let sck = UInt32(field(o, SPIObject.sck)), mosi = UInt32(field(o, SPIObject.mosi)), miso = UInt32(field(o, SPIObject.miso))
    board.setLevel(sck, field(o, SPIObject.polarity) != 0)
    board.setOutput(sck, true)
    board.setFunction(sck, PinFunction.sio)
    board.setOutput(mosi, true)
    board.setFunction(mosi, PinFunction.sio)
    board.setOutput(miso, false)
    board.setFunction(miso, PinFunction.sio)
  }
  /// Sets the fields of a new object; its pins to the board's own.
  private borrowing func presetSPI(_ o: Slot, number n: Int32) {
    let values: [10 of Int32] = [n, n < 0 ? 500_000 : 1_000_000, 0, 0, 8, 0, n == 0 ? 18 : 10, n == 0 ? 19 : 11, n == 0 ? 16 : 8, 0]
    var i = 0
    while i < 10 { setField(o, UInt32(i), values[i]); i += 1 }
  }
  mutating func newSPI(_ a: Args, _ out: Slot) throws(Raise) {
    let b = try bind(a, from: 1, positional: 2, [Q.id, Q.baudrate, Q.polarity, Q.phase, Q.bits, Q.firstbit, Q.sck, Q.mosi, Q.miso])
    let n = try int(b[0], default: 0)
    if n < 0 || n > 1 { throw raise(.ValueError, "SPI(%) doesn't exist", Value(int: n)) }
    let o = slot()
    try newObject(ModuleType.SPI, fields: SPIObject.count, o)
    presetSPI(o, number: n)
    try spiPin(b[6], o, SPIObject.sck, place: 2, "bad SCK pin")
    try spiPin(b[7], o, SPIObject.mosi, place: 3, "bad MOSI pin")
    if b[8].address != 0 && self(b[8]).value.isNone {
      setField(o, SPIObject.miso, -1)
    } else if b[8].address != 0 {
      var isDefault = false
      if isInteger(self(b[8])) { isDefault = try toInt64(b[8]) == -1 }
      if !isDefault { try spiPin(b[8], o, SPIObject.miso, place: 0, "bad MISO pin") }
    }
    try applySPI(o, b, at: 1)
    let board = board(), miso = field(o, SPIObject.miso)
    board.setFunction(UInt32(field(o, SPIObject.sck)), PinFunction.spi)
    if miso >= 0 { board.setFunction(UInt32(miso), PinFunction.spi) }
    board.setFunction(UInt32(field(o, SPIObject.mosi)), PinFunction.spi)
    copy(out, o)
  }
  mutating func newSoftSPI(_ a: Args, _ out: Slot) throws(Raise) {
    let b = try bind(a, from: 1, positional: 1, [Q.baudrate, Q.polarity, Q.phase, Q.bits, Q.firstbit, Q.sck, Q.mosi, Q.miso])
    if try int(b[3], default: 8) != 8 { throw raise(.ValueError, "bits must be 8") }
    if !given(b[5]) || !given(b[6]) || !given(b[7]) { throw raise(.ValueError, "must specify all of sck/mosi/miso") }
    let o = slot()
    try newObject(ModuleType.SoftSPI, fields: SPIObject.count, o)
    presetSPI(o, number: -1)
    setField(o, SPIObject.sck, Int32(try pinNumber(b[5])))
    setField(o, SPIObject.mosi, Int32(try pinNumber(b[6])))
    setField(o, SPIObject.miso, Int32(try pinNumber(b[7])))
    try applySPI(o, b, at: 0)
    copy(out, o)
  }
  mutating func changeSPI(_ o: Slot, _ a: Args) throws(Raise) {
    if field(o, SPIObject.number) >= 0 {
      let b = try bind(a, from: 1, positional: 0, [Q.baudrate, Q.polarity, Q.phase, Q.bits, Q.firstbit])
      return try applySPI(o, b, at: 0)
    }
    let b = try bind(a, from: 1, positional: 3, [Q.baudrate, Q.polarity, Q.phase, Q.bits, Q.firstbit, Q.sck, Q.mosi, Q.miso])
    if given(b[5]) { setField(o, SPIObject.sck, Int32(try pinNumber(b[5]))) }
    if given(b[6]) { setField(o, SPIObject.mosi, Int32(try pinNumber(b[6]))) }
    if given(b[7]) { setField(o, SPIObject.miso, Int32(try pinNumber(b[7]))) }
    try applySPI(o, b, at: 0)
  }

  /// Exchanges bytes: `source` (absent: `fill`) out, what comes to `target` (absent: dropped), in pieces between which callbacks run and
  /// the buffers may move.
  mutating func exchangeSPI(_ o: Slot, source: Slot?, target: Slot?, count: UInt32, fill: UInt8 = 0) throws(Raise) {
    let board = board(), n = field(o, SPIObject.number)
    if n >= 0 && !board.isOpenSPI(UInt32(n)) { throw raise(errno: 5) }
    // With other threads around the bytes go through a buffer that stays where it is, and the interpreter is theirs meanwhile.
    let shared = n >= 0 && hasOtherThreads ? board.kernel.allocate(SPIObject.shared) : 0
    defer { if shared != 0 { board.kernel.free(shared) } }
    let frame = UInt32(8_000_000 / max(field(o, SPIObject.baudrate), 1))
    // What passes in two tenths of a millisecond; eight bytes at the least.
    let most = n < 0 ? 16 : max(8, UInt32(field(o, SPIObject.baudrate)) / 40_000)
    var done: UInt32 = 0
    while done < count {
      var piece = min(count &- done, shared != 0 ? min(most, SPIObject.shared) : most)
      var from: Address = 0, to: Address = 0
      if let source {
        let r = try byteRange(source, writable: false)
        if done >= r.count { return }
        piece = min(piece, r.count &- done)
        from = r.address &+ done
      }
      if let target {
        let r = try byteRange(target, writable: true)
        if done >= r.count { return }
        piece = min(piece, r.count &- done)
        to = r.address &+ done
      }
      if shared != 0 {
        if from != 0 { memory.move(shared, from: from, count: piece) }
        let (out, into, size) = (from != 0 ? shared : 0, to != 0 ? shared : 0, piece)
        waiting { board.exchangeSPI(UInt32(n), out: out, into: into, count: size, fill: fill, frame: frame) }
        if let target {
          let r = try byteRange(target, writable: true)
          if done &+ piece <= r.count { memory.move(r.address &+ done, from: shared, count: piece) }
        }
      } else if n >= 0 {
        board.exchangeSPI(UInt32(n), out: from, into: to, count: piece, fill: fill)
      } else {
        let sck = UInt32(field(o, SPIObject.sck)), mosi = UInt32(field(o, SPIObject.mosi)), miso = UInt32(field(o, SPIObject.miso))
        let polarity = field(o, SPIObject.polarity) != 0, phase = field(o, SPIObject.phase) != 0, low = field(o, SPIObject.firstbit) != 0
        var i: UInt32 = 0
        while i < piece {
          let v = board.exchangeSoftSPI(
            from == 0 ? fill : memory.byte(from &+ i), clock: sck, out: mosi, into: miso, polarity: polarity, phase: phase, lowFirst: low,
            half: UInt32(field(o, SPIObject.half)))
          if to != 0 { memory.setByte(to &+ i, v) }
          i &+= 1
        }
      }
      done &+= piece
      try yieldPoint()
    }
  }
}

//@native SPI.__new__ 1 3 kw
func spiNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newSPI(a, out) }
//@native SoftSPI.__new__ 1 2 kw
func softSPINew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newSoftSPI(a, out) }
//@native SPI.init 1 - kw
//@native SoftSPI.init 1 - kw
func spiInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.changeSPI(a[0], a)
  vm.set(out, .none)
}
//@native SPI.deinit 1 1
//@native SoftSPI.deinit 1 1
func spiDeinit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = vm.field(a[0], SPIObject.number)
  if n >= 0 { vm.board().closeSPI(UInt32(n)) }
  vm.set(out, .none)
}
//@native SPI.read 2 3
//@native SoftSPI.read 2 3
func spiRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt32(a[1]), fill = a.count == 3 ? UInt8(truncatingIfNeeded: try vm.toInt32(a[2])) : 0
  if n < 0 { throw vm.raise(.ValueError, "negative length") }
  let t = vm.slot()
  try vm.zeroBytes(UInt32(n), t)
  try vm.exchangeSPI(a[0], source: nil, target: t, count: UInt32(n), fill: fill)
  try vm.finish(t, Kind.bytes, out)
}
//@native SPI.readinto 2 3
//@native SoftSPI.readinto 2 3
func spiReadinto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let count = try vm.byteRange(a[1], writable: true).count, fill = a.count == 3 ? UInt8(truncatingIfNeeded: try vm.toInt32(a[2])) : 0
  try vm.exchangeSPI(a[0], source: nil, target: a[1], count: count, fill: fill)
  vm.set(out, .none)
}
//@native SPI.write 2 2
//@native SoftSPI.write 2 2
func spiWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.exchangeSPI(a[0], source: a[1], target: nil, count: try vm.byteRange(a[1], writable: false).count)
  vm.set(out, .none)
}
//@native SPI.write_readinto 3 3
//@native SoftSPI.write_readinto 3 3
func spiWriteReadinto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let count = try vm.byteRange(a[1], writable: false).count
  if try vm.byteRange(a[2], writable: true).count != count { throw vm.raise(.ValueError, "buffers must be the same length") }
  try vm.exchangeSPI(a[0], source: a[1], target: a[2], count: count)
  vm.set(out, .none)
}
//@native SPI.__repr__ 1 1
//@native SoftSPI.__repr__ 1 1
func spiRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.slot(), soft = vm.field(a[0], SPIObject.number) < 0
  try vm.newBuilder(t)
  func number(_ vm: inout VM, _ f: UInt32) throws(Raise) { try vm.append(t, decimal: UInt32(max(vm.field(a[0], f), 0))) }
  if soft {
    try vm.append(t, "SoftSPI(baudrate=")
    let half = UInt32(vm.field(a[0], SPIObject.half))
    if half == 0 { try number(&vm, SPIObject.baudrate) } else { try vm.append(t, decimal: 500_000 / half) }
  } else {
    try vm.append(t, "SPI(")
    try number(&vm, SPIObject.number)
    try vm.append(t, ", baudrate=")
    try number(&vm, SPIObject.baudrate)
  }
  try vm.append(t, ", polarity=")
  try number(&vm, SPIObject.polarity)
  try vm.append(t, ", phase=")
  try number(&vm, SPIObject.phase)
  try vm.append(t, soft ? ", firstbit=" : ", bits=")
  try number(&vm, soft ? SPIObject.firstbit : SPIObject.bits)
  try vm.append(t, ", sck=")
  try number(&vm, SPIObject.sck)
  try vm.append(t, ", mosi=")
  try number(&vm, SPIObject.mosi)
  if vm.field(a[0], SPIObject.miso) < 0 {
    try vm.append(t, ", miso=None)")
  } else {
    try vm.append(t, ", miso=")
    try number(&vm, SPIObject.miso)
    try vm.append(t, ")")
  }
  try vm.finish(t, Kind.str, out)
}
