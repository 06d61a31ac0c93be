import Drivers
import Kernel
import Port
import Python

//@type UART module=machine
//@const UART.INV_TX 1
//@const UART.INV_RX 2
//@const UART.CTS 1
//@const UART.RTS 2
//@const UART.IRQ_RXIDLE 64
//@const UART.IRQ_TXIDLE 32
//@const UART.IRQ_BREAK 512
//@qstr baudrate bits parity stop tx rx cts rts timeout timeout_char flow txbuf rxbuf

/// Fields of a UART object; everything else is in the driver.
enum UARTObject {
  static var number: UInt32 { 0 }
  /// Milliseconds to wait for the first byte, and between bytes.
  static var timeout: UInt32 { 1 }
  static var timeoutChar: UInt32 { 2 }
  static var tx: UInt32 { 3 }
  static var rx: UInt32 { 4 }
  static var invert: UInt32 { 5 }
  static var txbuf: UInt32 { 6 }
  static var rxbuf: UInt32 { 7 }
  static var cts: UInt32 { 8 }
  static var rts: UInt32 { 9 }
  /// The descriptor that `fileno` made, or -1.
  static var descriptor: UInt32 { 10 }
  static var count: UInt32 { 11 }
}

extension VM {
  private mutating func uartPin(_ s: Slot, _ n: UInt32, place: UInt32, _ o: Slot, _ field: UInt32) throws(Raise) {
    if !given(s) { return }
    let pin = try pinNumber(s)
    if pin & 3 != place || (pin &+ 4) >> 3 & 1 != n {
      throw raise(.ValueError, place == 0 ? "bad TX pin" : place == 1 ? "bad RX pin" : place == 2 ? "bad CTS pin" : "bad RTS pin")
    }
    setField(o, field, Int32(pin))
  }

  /// Applies the arguments behind the object itself and opens the UART anew.
  mutating func configureUART(_ o: Slot, _ a: Args) throws(Raise) {
    let b = try bind(
      a, from: 1, positional: 4,
      [Q.baudrate, Q.bits, Q.parity, Q.stop, Q.tx, Q.rx, Q.cts, Q.rts, Q.timeout, Q.timeout_char, Q.invert, Q.flow, Q.txbuf, Q.rxbuf])
    let n = UInt32(field(o, UARTObject.number)), board = board()
    var f = board.isOpenUART(n) ? board.formatUART(n) : UARTFormat(baud: 115_200)
    let baud = try int(b[0], default: -1), bits = try int(b[1], default: -1), stop = try int(b[3], default: -1)
    if baud > 0 { f.baud = UInt32(baud) }
    if bits > 0 {
      if bits < 5 || bits > 8 { throw raise(.ValueError, "invalid bits") }
      f.bits = UInt32(bits)
    }
    if b[2].address != 0 {
      if self(b[2]).value.isNone {
        f.parity = 0
      } else {
        let p = try toInt32(b[2])
        if p != -1 { f.parity = p & 1 != 0 ? 2 : 1 }
      }
    }
    if stop > 0 {
      if stop > 2 { throw raise(.ValueError, "invalid stop") }
      f.stop = UInt32(stop)
    }
    try uartPin(b[4], n, place: 0, o, UARTObject.tx)
    try uartPin(b[5], n, place: 1, o, UARTObject.rx)
    try uartPin(b[6], n, place: 2, o, UARTObject.cts)
    try uartPin(b[7], n, place: 3, o, UARTObject.rts)
    let timeout = try int(b[8], default: -1), timeoutChar = try int(b[9], default: -1), invert = try int(b[10], default: -1), flow = try int(b[11], default: -1)
    let txbuf = try int(b[12], default: -1), rxbuf = try int(b[13], default: -1)
    if timeout >= 0 { setField(o, UARTObject.timeout, timeout) }
    if timeoutChar >= 0 { setField(o, UARTObject.timeoutChar, timeoutChar) }
    if invert >= 0 {
      if invert & ~3 != 0 { throw raise(.ValueError, "bad inversion mask") }
      setField(o, UARTObject.invert, invert)
    }
    if flow >= 0 {
      if flow & ~3 != 0 { throw raise(.ValueError, "bad hardware flow control mask") }
      f.flow = UInt32(flow >> 1 & 1 | (flow & 1) << 1)  // Python: CTS 1, RTS 2; the driver: RTS 1, CTS 2
    }
    if rxbuf > 32766 { throw raise(.ValueError, "rxbuf too large") }
    if txbuf > 32766 { throw raise(.ValueError, "txbuf too large") }
    if rxbuf > 0 { setField(o, UARTObject.rxbuf, max(rxbuf, 32)) }
    if txbuf > 0 { setField(o, UARTObject.txbuf, max(txbuf, 32)) }
    // At least one character, 13 bits to be safe.
    setField(o, UARTObject.timeoutChar, max(field(o, UARTObject.timeoutChar), Int32(13_000 / f.baud &+ 1)))
    let tx = UInt32(field(o, UARTObject.tx)), rx = UInt32(field(o, UARTObject.rx))
    if !board.openUART(n, f, transmit: tx, receive: rx, receiveBytes: UInt32(field(o, UARTObject.rxbuf)), transmitBytes: UInt32(field(o, UARTObject.txbuf))) {
      throw raise(errno: 12)
    }
    board.setInverted(tx, field(o, UARTObject.invert) & 1 != 0)
    board.setInputInverted(rx, field(o, UARTObject.invert) & 2 != 0)
    if f.flow & 2 != 0 { board.setFunction(UInt32(field(o, UARTObject.cts)), PinFunction.uart) }
    if f.flow & 1 != 0 { board.setFunction(UInt32(field(o, UARTObject.rts)), PinFunction.uart) }
  }

  /// The number of an open UART.
  mutating func openUART(_ o: Slot) throws(Raise) -> UInt32 {
    let n = UInt32(field(o, UARTObject.number))
    if !board().isOpenUART(n) { throw raise(errno: 5) }
    return n
  }

  /// Waits for a received byte: the time-out of the first, or of one between others. False: it did not come.
  private mutating func awaitByte(_ o: Slot, _ n: UInt32, first: Bool) throws(Raise) -> Bool {
    let board = board()
    if board.countUART(n) != 0 { return true }
    let deadline = board.kernel.after(microseconds: UInt64(field(o, first ? UARTObject.timeout : UARTObject.timeoutChar)) &* 1000)
    while true {
      try yieldPoint()
      if board.countUART(n) != 0 { return true }
      if board.kernel.now >= deadline.microseconds { return false }
      waiting { _ = board.waitReadable(n, until: deadline) }
    }
  }

  /// Appends up to `count` bytes to a builder, to the end of the line if asked; the number read.
  mutating func readUART(_ o: Slot, _ builder: Slot, _ count: UInt32, line: Bool) throws(Raise) -> UInt32 {
    let n = try openUART(o), board = board()
    var got: UInt32 = 0
    while got < count {
      if try !awaitByte(o, n, first: got == 0) { break }
      guard let byte = board.readUART(n) else { continue }
      try append(builder, byte: byte)
      got &+= 1
      port.spend(30)
      if line && byte == 10 { break }
    }
    return got
  }
}

//@native UART.__new__ 2 - kw
func uartNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.toInt64(a[1])
  if n < 0 || n > 1 { throw vm.raise(.ValueError, "UART(%) doesn't exist", Value(int: Int32(truncatingIfNeeded: min(max(n, -1_000_000), 1_000_000)))) }
  let o = vm.slot()
  try vm.newObject(ModuleType.UART, fields: UARTObject.count, o)
  let defaults: [11 of Int32] = [Int32(n), 0, 0, n == 0 ? 0 : 4, n == 0 ? 1 : 5, 0, 256, 256, n == 0 ? 2 : 6, n == 0 ? 3 : 7, -1]
  var i = 0
  while i < 11 { vm.setField(o, UInt32(i), defaults[i]); i += 1 }
  // UART(n) alone gives the UART as it is, if it is open.
  if a.count > 2 || a.pairs > 0 || !vm.board().isOpenUART(UInt32(n)) { try vm.configureUART(o, Args(a[1], a.count &- 1, pairs: a.pairs)) }
  vm.copy(out, o)
}
//@native UART.init 1 - kw
func uartInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.configureUART(a[0], a)
  vm.set(out, .none)
}
//@native UART.deinit 1 1
func uartDeinit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = UInt32(vm.field(a[0], UARTObject.number))
  vm.dropInterrupt(.uart(n))
  vm.board().closeUART(n)
  vm.set(out, .none)
}
//@native UART.any 1 1
func uartAny(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(int: Int32(vm.board().countUART(try vm.openUART(a[0]))))) }
//@native UART.read 1 2
func uartRead(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.slot()
  var count = UInt32.max
  if a.count == 2 && vm.given(a[1]) { let n = try vm.toInt32(a[1]); count = n < 0 ? .max : UInt32(n) }
  try vm.newBuilder(t)
  if try vm.readUART(a[0], t, count, line: false) == 0 && count != 0 { vm.set(out, .none); return }
  try vm.finish(t, Kind.bytes, out)
}
//@native UART.readline 1 1
func uartReadline(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.slot()
  try vm.newBuilder(t)
  if try vm.readUART(a[0], t, .max, line: true) == 0 { vm.set(out, .none); return }
  try vm.finish(t, Kind.bytes, out)
}
//@native UART.readinto 2 3
func uartReadinto(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var count = try vm.byteRange(a[1], writable: true).count
  if a.count == 3 { let n = try vm.toInt32(a[2]); if n >= 0 { count = min(count, UInt32(n)) } }
  let t = vm.slot()
  try vm.newBuilder(t)
  let n = try vm.readUART(a[0], t, count, line: false)
  if n == 0 && count != 0 { vm.set(out, .none); return }
  try vm.finish(t, Kind.bytes, t)
  let from = try vm.byteRange(t, writable: false), to = try vm.byteRange(a[1], writable: true)
  vm.memory.move(to.address, from: from.address, count: min(n, to.count))
  vm.set(out, Value(int: Int32(n)))
}
//@native UART.write 2 2
func uartWrite(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.openUART(a[0]), board = vm.board()
  let total = try vm.byteRange(a[1], writable: false).count
  var done: UInt32 = 0
  while done < total {
    // The bytes may have moved while it waited.
    let r = try vm.byteRange(a[1], writable: false)
    if done >= r.count { break }
    if board.trySend(n, vm.memory.byte(r.address &+ done)) { done &+= 1; continue }
    try vm.yieldPoint()
    vm.waiting { _ = board.waitWritable(n, until: board.kernel.after(microseconds: 100_000)) }
  }
  vm.set(out, Value(int: Int32(done)))
}
/// A descriptor of its own for the UART.
//@native UART.fileno 1 1
func uartNumber(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.openUART(a[0])
  var fd = vm.field(a[0], UARTObject.descriptor)
  if fd < 0 || vm.board().description(fd) == 0 {
    fd = try vm.check(vm.board().openUART(descriptor: n))
    vm.setField(a[0], UARTObject.descriptor, fd)
  }
  vm.set(out, Value(int: fd))
}
//@native UART.flush 1 1
func uartFlush(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.openUART(a[0]), board = vm.board()
  while !board.isIdleUART(n) { try vm.sleep(microseconds: 20) }
  vm.set(out, .none)
}
//@native UART.txdone 1 1
func uartTxdone(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .bool(vm.board().isIdleUART(try vm.openUART(a[0])))) }
//@native UART.sendbreak 1 1
func uartSendbreak(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.board().sendBreak(try vm.openUART(a[0]))
  vm.set(out, .none)
}
//@native UART.irq 1 4 kw
func uartIrq(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.openUART(a[0])
  try vm.changeInterrupt(.uart(n), a, all: UARTEvent.all, standard: 0, out)
}
//@native UART.__repr__ 1 1
func uartRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = UInt32(vm.field(a[0], UARTObject.number)), f = vm.board().formatUART(n)
  let t = vm.slot()
  try vm.newBuilder(t)
  try vm.append(t, "UART(")
  try vm.append(t, decimal: n)
  try vm.append(t, ", baudrate=")
  try vm.append(t, decimal: f.baud)
  try vm.append(t, ", bits=")
  try vm.append(t, decimal: f.bits)
  try vm.append(t, f.parity == 0 ? ", parity=None, stop=" : f.parity == 1 ? ", parity=0, stop=" : ", parity=1, stop=")
  try vm.append(t, decimal: f.stop)
  try vm.append(t, ", tx=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], UARTObject.tx)))
  try vm.append(t, ", rx=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], UARTObject.rx)))
  try vm.append(t, ", txbuf=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], UARTObject.txbuf)))
  try vm.append(t, ", rxbuf=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], UARTObject.rxbuf)))
  try vm.append(t, ", timeout=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], UARTObject.timeout)))
  try vm.append(t, ", timeout_char=")
  try vm.append(t, decimal: UInt32(vm.field(a[0], UARTObject.timeoutChar)))
  switch vm.field(a[0], UARTObject.invert) {
  case 1: try vm.append(t, ", invert=INV_TX")
  case 2: try vm.append(t, ", invert=INV_RX")
  case 3: try vm.append(t, ", invert=INV_TX|INV_RX")
  default: try vm.append(t, ", invert=None")
  }
  try vm.append(t, ", irq=")
  try vm.append(t, decimal: vm.board().uartEvents(n))
  try vm.append(t, ")")
  try vm.finish(t, Kind.str, out)
}
