import Port
import Registers

/// Events of a UART that a program can ask to be called for: bits as MicroPython has them, those of UARTMIS.
public enum UARTEvent {
  /// Bytes came, then the line was quiet for 32 bit times.
  @inlinable public static var receiveIdle: UInt32 { 64 }
  /// Everything was handed to the FIFO, which is nearly empty.
  @inlinable public static var transmitIdle: UInt32 { 32 }
  @inlinable public static var breakSeen: UInt32 { 512 }
  @inlinable public static var all: UInt32 { receiveIdle | transmitIdle | breakSeen }
}

extension Board {
  private func record(_ n: UInt32) -> Address { address &+ BoardRecord.uart(n) }

  /// Who is called for which events of UART `n`; no events: nobody.
  public func listenUART(_ n: UInt32, events: UInt32, _ callback: Callback?) {
    let r = record(n), m = memory
    let mask = port.lockShared()
    m[r &+ UARTRecord.function] = callback?.function ?? 0
    m[r &+ UARTRecord.argument] = callback?.argument ?? 0
    m[r &+ UARTRecord.hard] = callback?.hard ?? false ? 1 : 0
    m[r &+ UARTRecord.events] = callback == nil ? 0 : events
    // A FIFO that ran empty before is no event.
    if isOpenUART(n) { port.write((n == 0 ? UART.uart0 : UART.uart1) &+ UART.UARTICR.offset, UART.UARTICR.TXIC.mask) }
    port.unlockShared(mask)
  }
  /// Changes the events alone.
  public func setUARTEvents(_ n: UInt32, _ events: UInt32) { memory[record(n) &+ UARTRecord.events] = events }
  public func uartEvents(_ n: UInt32) -> UInt32 { memory[record(n) &+ UARTRecord.events] }
  /// What the last call was for.
  public func lastUARTEvents(_ n: UInt32) -> UInt32 { memory[record(n) &+ UARTRecord.lastEvents] }
  public func uartHandles(_ n: UInt32) -> (function: UInt32, argument: UInt32) {
    (memory[record(n) &+ UARTRecord.function], memory[record(n) &+ UARTRecord.argument])
  }

  /// From the interrupt handler: `seen` has happened.
  func uartEvent(_ n: UInt32, _ seen: UInt32) {
    let r = record(n), m = memory
    if m[r &+ UARTRecord.events] & seen == 0 { return }
    m[r &+ UARTRecord.lastEvents] = seen
    schedule(Callback(function: m[r &+ UARTRecord.function], argument: m[r &+ UARTRecord.argument], hard: m[r &+ UARTRecord.hard] != 0))
  }
  /// The UART whose events are delivered to this function: turned off.
  func silenceUARTs(function: UInt32) {
    var n: UInt32 = 0
    while n < 2 { if memory[record(n) &+ UARTRecord.function] == function { setUARTEvents(n, 0) }; n &+= 1 }
  }
}
