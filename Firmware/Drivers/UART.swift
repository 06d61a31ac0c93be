import Kernel
import Port
import Registers

/// Line format of a UART.
public struct UARTFormat: BitwiseCopyable, Equatable, Sendable {
  public var baud: UInt32
  /// 5 to 8 data bits; 1 or 2 stop bits; parity 0 none, 1 even, 2 odd.
  public var bits: UInt32, stop: UInt32, parity: UInt32
  /// Bit 0 RTS, bit 1 CTS: flow control by hardware.
  public var flow: UInt32
  public init(baud: UInt32, bits: UInt32 = 8, stop: UInt32 = 1, parity: UInt32 = 0, flow: UInt32 = 0) {
    self.baud = baud; self.bits = bits; self.stop = stop; self.parity = parity; self.flow = flow
  }
}

/// A UART's record: byte offsets.
enum UARTRecord {
  static var open: UInt32 { 0 }
  static var baud: UInt32 { 4 }
  static var format: UInt32 { 8 }
  static var isConsole: UInt32 { 12 }
  static var receive: UInt32 { 16 }
  static var transmit: UInt32 { 32 }
  static var readers: UInt32 { 48 }
  static var writers: UInt32 { 56 }
  /// Not 0: something came, room was made, since it was cleared.
  static var readable: UInt32 { 64 }
  static var writable: UInt32 { 68 }
  /// Bytes lost because the ring or the FIFO was full.
  static var lost: UInt32 { 72 }
  // Who is called for events (UARTInterrupts.swift): handles, 1 if hard, `UARTEvent`s asked for, those of the last call. Kept when it is opened anew.
  static var function: UInt32 { 76 }
  static var argument: UInt32 { 80 }
  static var hard: UInt32 { 84 }
  static var events: UInt32 { 88 }
  static var lastEvents: UInt32 { 92 }
  static var bytes: UInt32 { 128 }
}

/// The two UARTs (RP2040 data sheet §4.2): rings both ways, filled and emptied by the interrupt handler on core 0.
extension Board {
  private func base(_ n: UInt32) -> Address { n == 0 ? UART.uart0 : UART.uart1 }
  private func record(_ n: UInt32) -> Address { address &+ BoardRecord.uart(n) }
  private func received(_ n: UInt32) -> Ring { Ring(record(n) &+ UARTRecord.receive) }
  private func toSend(_ n: UInt32) -> Ring { Ring(record(n) &+ UARTRecord.transmit) }

  /// Opens UART `n` on two pins (nil: not connected) with rings of at least the given sizes. False when there is no memory.
  @discardableResult
  public func openUART(_ n: UInt32, _ f: UARTFormat, transmit: UInt32?, receive: UInt32?, receiveBytes: UInt32, transmitBytes: UInt32) -> Bool {
    closeUART(n)
    let r = record(n), m = memory
    let rx = powerOfTwo(receiveBytes), tx = powerOfTwo(transmitBytes)
    let a = kernel.allocate(rx), b = kernel.allocate(tx)
    if a == 0 || b == 0 { kernel.free(a); kernel.free(b); return false }
    m.fill(r, 0, count: UARTRecord.function)
    received(n).prepare(m, buffer: a, size: rx)
    toSend(n).prepare(m, buffer: b, size: tx)
    release(n == 0 ? RESETS.RESET.UART0.mask : RESETS.RESET.UART1.mask)
    m[r &+ UARTRecord.open] = 1
    configureUART(n, f)
    if let p = transmit { setFunction(p, PinFunction.uart) }
    if let p = receive { setFunction(p, PinFunction.uart) }
    let u = base(n)
    // Receive at half full, or after 32 bit times of silence; transmit at an eighth.
    port.write(u &+ UART.UARTIFLS.offset, UART.UARTIFLS.RXIFLSEL.put(2))
    port.write(u &+ UART.UARTIMSC.offset, UART.UARTIMSC.RXIM.mask | UART.UARTIMSC.RTIM.mask)
    enableInterrupt(IRQ.UART0_IRQ &+ n)
    return true
  }
  private func powerOfTwo(_ n: UInt32) -> UInt32 {
    var s: UInt32 = 16
    while s < n && s < 32768 { s &*= 2 }
    return s
  }
  /// Sends what is waiting, then turns the UART off.
  public func closeUART(_ n: UInt32) {
    let r = record(n), m = memory
    if m[r &+ UARTRecord.open] == 0 { return }
    drainUART(n)
    port.write(base(n) &+ UART.UARTIMSC.offset, 0)
    port.write(base(n) &+ UART.UARTCR.offset, 0)
    m[r &+ UARTRecord.open] = 0
    kernel.free(received(n).buffer(m))
    kernel.free(toSend(n).buffer(m))
  }
  public func isOpenUART(_ n: UInt32) -> Bool { memory[record(n) &+ UARTRecord.open] != 0 }

  /// Sets rate and format; what is being sent goes out first.
  public func configureUART(_ n: UInt32, _ f: UARTFormat) {
    let m = memory, r = record(n), u = base(n)
    if port.read(u &+ UART.UARTCR.offset) & UART.UARTCR.UARTEN.mask != 0 { drainUART(n) }
    m[r &+ UARTRecord.baud] = f.baud
    m[r &+ UARTRecord.format] = f.bits | f.stop << 4 | f.parity << 8 | f.flow << 12
    let mask = port.lockShared()
    port.write(u &+ UART.UARTCR.offset, 0)
    let d = divisor(f.baud)
    port.write(u &+ UART.UARTIBRD.offset, d >> 6)
    port.write(u &+ UART.UARTFBRD.offset, d & 63)
    // Writing the line control register takes over the divisor (§4.2.7.1).
    var line = UART.UARTLCR_H.WLEN.put(f.bits &- 5) | UART.UARTLCR_H.FEN.mask
    if f.stop == 2 { line |= UART.UARTLCR_H.STP2.mask }
    if f.parity != 0 { line |= UART.UARTLCR_H.PEN.mask }
    if f.parity == 1 { line |= UART.UARTLCR_H.EPS.mask }
    port.write(u &+ UART.UARTLCR_H.offset, line)
    var control = UART.UARTCR.UARTEN.mask | UART.UARTCR.TXE.mask | UART.UARTCR.RXE.mask
    if f.flow & 1 != 0 { control |= UART.UARTCR.RTSEN.mask }
    if f.flow & 2 != 0 { control |= UART.UARTCR.CTSEN.mask }
    port.write(u &+ UART.UARTCR.offset, control)
    port.unlockShared(mask)
  }
  public func formatUART(_ n: UInt32) -> UARTFormat {
    let w = memory[record(n) &+ UARTRecord.format]
    return UARTFormat(baud: memory[record(n) &+ UARTRecord.baud], bits: w & 15, stop: w >> 4 & 15, parity: w >> 8 & 15, flow: w >> 12 & 15)
  }
  /// The rate the divisor really gives.
  public func actualBaud(_ n: UInt32) -> UInt32 {
    let d = divisor(memory[record(n) &+ UARTRecord.baud])
    return UInt32(UInt64(peripheralHertz) * 4 / UInt64(d))
  }
  /// Divisor in 64ths, 1 to 65535 63/64 (§4.2.7.1).
  private func divisor(_ baud: UInt32) -> UInt32 {
    let b = UInt64(max(baud, 1)), d = (UInt64(peripheralHertz) * 8 / b + 1) / 2
    return UInt32(min(max(d, 64), 65535 * 64))
  }

  // MARK: data

  /// Sends a byte; waits while the ring is full.
  public func writeUART(_ n: UInt32, _ byte: UInt8) { while !trySend(n, byte) { waitWritable(n, until: .never) } }
  /// Queues a byte for sending; false when the ring is full.
  public func trySend(_ n: UInt32, _ byte: UInt8) -> Bool {
    let mask = port.lockShared()
    let took = toSend(n).put(memory, byte)
    pump(n)
    port.unlockShared(mask)
    return took
  }
  /// Waits until the ring has room (or the interpreter has something pending).
  @discardableResult
  public func waitWritable(_ n: UInt32, until deadline: Deadline) -> Wake {
    let r = record(n)
    memory[r &+ UARTRecord.writable] = 0
    if !toSend(n).isFull(memory) { return .signalled }
    return kernel.wait(on: r &+ UARTRecord.writers, until: deadline, unless: r &+ UARTRecord.writable)
  }
  /// Waits until a byte has been received.
  public func waitReadable(_ n: UInt32, until deadline: Deadline) -> Wake {
    let r = record(n)
    memory[r &+ UARTRecord.readable] = 0
    if received(n).count(memory) != 0 || (pending != 0 && memory[pending] != 0) { return .signalled }
    return kernel.wait(on: r &+ UARTRecord.readers, until: deadline, unless: r &+ UARTRecord.readable)
  }
  public func readUART(_ n: UInt32) -> UInt8? { received(n).take(memory) }
  public func countUART(_ n: UInt32) -> UInt32 { received(n).count(memory) }
  public func roomUART(_ n: UInt32) -> UInt32 { toSend(n).size(memory) &- toSend(n).count(memory) }
  /// True when everything has left the shift register.
  public func isIdleUART(_ n: UInt32) -> Bool {
    toSend(n).count(memory) == 0 && port.read(base(n) &+ UART.UARTFR.offset) & (UART.UARTFR.BUSY.mask | UART.UARTFR.TXFE.mask) == UART.UARTFR.TXFE.mask
  }
  func drainUART(_ n: UInt32) {
    while !isIdleUART(n) {
      // The time of a few characters: the handler goes on meanwhile.
      if kernel.task != 0 { kernel.delay(microseconds: 20) } else { port.relax() }
    }
  }
  /// Holds the line low for a little more than a frame.
  public func sendBreak(_ n: UInt32) {
    drainUART(n)
    port.setBits(base(n) &+ UART.UARTLCR_H.offset, UART.UARTLCR_H.BRK.mask)
    kernel.delay(microseconds: UInt64(13_000_000 / max(memory[record(n) &+ UARTRecord.baud], 1) &+ 1))
    port.clearBits(base(n) &+ UART.UARTLCR_H.offset, UART.UARTLCR_H.BRK.mask)
  }

  func drainUARTs() {
    var n: UInt32 = 0
    while n < 2 { if isOpenUART(n) { drainUART(n) }; n &+= 1 }
  }
  func retuneUARTs() {
    var n: UInt32 = 0
    while n < 2 { if isOpenUART(n) { configureUART(n, formatUART(n)) }; n &+= 1 }
  }

  /// Moves bytes from the ring to the FIFO; interrupts masked, or from the handler.
  private func pump(_ n: UInt32) {
    let u = base(n), m = memory, ring = toSend(n)
    while ring.count(m) != 0 && port.read(u &+ UART.UARTFR.offset) & UART.UARTFR.TXFF.mask == 0 {
      if let b = ring.take(m) { port.write(u &+ UART.UARTDR.offset, UInt32(b)) }
    }
    if ring.count(m) != 0 || m[record(n) &+ UARTRecord.events] & UARTEvent.transmitIdle != 0 {
      port.setBits(u &+ UART.UARTIMSC.offset, UART.UARTIMSC.TXIM.mask)
    } else {
      port.clearBits(u &+ UART.UARTIMSC.offset, UART.UARTIMSC.TXIM.mask)
    }
  }

  func uartInterrupt(_ n: UInt32) {
    let u = base(n), m = memory, r = record(n), ring = received(n)
    let status = port.read(u &+ UART.UARTMIS.offset)
    port.write(u &+ UART.UARTICR.offset, status)
    var some = false, seen: UInt32 = 0
    // The time-out that shows a quiet line comes only while something is in the FIFO: of the 16 bytes or more that this interrupt is
    // for one stays behind.
    let keeps = m[r &+ UARTRecord.events] & UARTEvent.receiveIdle != 0 && status & UART.UARTMIS.RTMIS.mask == 0
    var room: UInt32 = keeps ? (status & UART.UARTMIS.RXMIS.mask != 0 ? 15 : 0) : .max
    while room > 0 && port.read(u &+ UART.UARTFR.offset) & UART.UARTFR.RXFE.mask == 0 {
      room &-= 1
      let d = port.read(u &+ UART.UARTDR.offset)
      some = true
      if d & UART.UARTDR.OE.mask != 0 { m[r &+ UARTRecord.lost] &+= 1 }
      // A break is no byte.
      if d & UART.UARTDR.BE.mask != 0 { seen |= UARTEvent.breakSeen; continue }
      let byte = UInt8(truncatingIfNeeded: d)
      if m[r &+ UARTRecord.isConsole] != 0 { consoleByte(byte) } else if !ring.put(m, byte) { m[r &+ UARTRecord.lost] &+= 1 }
    }
    if some {
      m[r &+ UARTRecord.readable] = 1
      kernel.wake(m[r &+ UARTRecord.isConsole] != 0 ? address &+ BoardRecord.consoleReaders : r &+ UARTRecord.readers)
      announce(m[r &+ UARTRecord.isConsole] != 0 ? Board.consoleSource : Board.uartSource(n))
    }
    if some && status & UART.UARTMIS.RTMIS.mask != 0 { seen |= UARTEvent.receiveIdle }
    if status & UART.UARTMIS.TXMIS.mask != 0 {
      if toSend(n).count(m) == 0 {
        seen |= UARTEvent.transmitIdle
        // Once: the next write asks for it again.
        port.clearBits(u &+ UART.UARTIMSC.offset, UART.UARTIMSC.TXIM.mask)
      } else {
        pump(n)
      }
      m[r &+ UARTRecord.writable] = 1
      kernel.wake(r &+ UARTRecord.writers)
      announce(m[r &+ UARTRecord.isConsole] != 0 ? Board.consoleSource : Board.uartSource(n))
    }
    if seen != 0 { uartEvent(n, seen) }
  }
}
