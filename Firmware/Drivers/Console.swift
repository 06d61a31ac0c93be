import Kernel
import Port
import Registers

/// The console: HostLink's stream where there is one, else UART0 on pins 0 and 1 at 115200 and the serial port of the USB device.
extension Board {
  static var consoleRingBytes: UInt32 { 1024 }
  var consoleRing: Ring { Ring(address &+ BoardRecord.consoleRing) }
  var consoleOnLink: Bool { self[BoardRecord.flags] & 2 != 0 }
  var consoleOnUART: Bool { self[BoardRecord.flags] & 8 != 0 }

  /// Prepares the console, on core 0.
  public func startConsole() {
    consoleRing.prepare(memory, buffer: kernel.allocate(Board.consoleRingBytes), size: Board.consoleRingBytes)
    if !consoleOnLink { useUARTConsole(); useUSBConsole(alone: false) }
  }

  /// Moves the console to UART0: there is no HostLink, or the host asks for it (board variable CONSOLE_UART0).
  public func useUARTConsole() {
    self[BoardRecord.flags] = self[BoardRecord.flags] & ~2 | 8
    openUART(0, UARTFormat(baud: 115_200), transmit: 0, receive: 1, receiveBytes: 256, transmitBytes: 256)
    self[BoardRecord.uart(0) &+ UARTRecord.isConsole] = 1
  }

  /// Takes a byte that came in; from interrupt handlers. The interrupting byte (Ctrl-C) never reaches the ring.
  func consoleByte(_ byte: UInt8) {
    if UInt32(byte) == self[BoardRecord.interruptByte] {
      consoleRing.clear(memory)
      signal(1)  // Pending.interrupt
    } else {
      _ = consoleRing.put(memory, byte)
    }
    self[BoardRecord.consoleReady] = 1
  }
  /// Which byte raises KeyboardInterrupt in the main thread; nil: none does.
  public func setInterruptByte(_ byte: UInt8?) { self[BoardRecord.interruptByte] = byte.map { UInt32($0) } ?? 256 }

  /// How many of `length` bytes are taken without waiting. A line's end may become two bytes.
  public func consoleRoom(_ length: UInt32) -> UInt32 {
    if consoleOnLink { return length }
    var room = length
    if consoleOnUART { room = min(room, (roomUART(0) &+ 1) / 2) }
    if hasUSB { room = min(room, roomUSB / 2 &+ (roomUSB & 1)) }
    return room
  }
  /// Waits for room; the number of bytes there is room for, or one if the host on USB takes nothing for half a second.
  public func awaitConsoleRoom(_ length: UInt32) -> UInt32 {
    while true {
      let room = consoleRoom(length)
      if room != 0 || length == 0 { return room }
      if consoleOnUART && roomUART(0) == 0 { waitWritable(0, until: .never) } else if waitWritableUSB() == .timedOut { return 1 }
    }
  }

  /// Writes to the console; returns when everything was taken.
  public func write(_ text: UnsafePointer<UInt8>, _ length: UInt32) {
    var done: UInt32 = 0
    while done < length {
      if consoleOnLink {
        let n = min(length &- done, Board.linkBufferBytes)
        _ = link(HOSTLINK.Command.write, text: text + Int(done), length: n)
        done &+= n
      } else {
        // The ring is refilled from its interrupt.
        let byte = text[Int(done)]
        if byte == 10 && self[BoardRecord.consoleLast] != 13 { writeBytes(13) }
        writeBytes(byte)
        self[BoardRecord.consoleLast] = UInt32(byte)
        done &+= 1
      }
    }
  }
  private func writeBytes(_ byte: UInt8) {
    if consoleOnUART { writeUART(0, byte) }
    if hasUSB { writeUSB(byte) }
  }
  public func write(_ text: StaticString) { write(text.utf8Start, UInt32(text.utf8CodeUnitCount)) }

  /// Bytes that wait to be read.
  public var consoleCount: UInt32 { consoleRing.count(memory) }

  /// Reads up to `capacity` bytes. With `wait` it sleeps for the first; 0 then means that it was interrupted. -1: the input has ended.
  public func read(_ to: UnsafeMutablePointer<UInt8>, _ capacity: UInt32, wait: Bool) -> Int32 {
    var n: UInt32 = 0
    while true {
      while n < capacity, let b = consoleRing.take(memory) {
        to[Int(n)] = b
        n &+= 1
      }
      resumeUSB()
      port.spend(Int32(bitPattern: min(10 &+ n &* 4, 1000)))
      if n != 0 || capacity == 0 { return Int32(n) }
      if consoleOnLink {
        let status = port.read(HOSTLINK.base &+ HOSTLINK.STATUS.offset)
        // Bytes may have come into the ring before the end was seen.
        if status & HOSTLINK.STATUS.RXEND.mask != 0 { if consoleRing.count(memory) == 0 { return -1 } else { continue } }
        port.setBits(HOSTLINK.base &+ HOSTLINK.INTE.offset, HOSTLINK.STATUS.RX.mask)
        if consoleRing.count(memory) != 0 { continue }
      }
      if !wait || (pending != 0 && memory[pending] != 0) { return 0 }
      awaitInput(true)
      _ = waitForInput(until: .never)
      awaitInput(false)
    }
  }

  /// True if a read would not wait: there is a byte, or the input has ended. With a file or pipe as input the host is asked for one.
  var consoleHasInput: Bool {
    if consoleRing.count(memory) != 0 { return true }
    if !consoleOnLink { return false }
    port.setBits(HOSTLINK.base &+ HOSTLINK.INTE.offset, HOSTLINK.STATUS.RX.mask)
    if consoleRing.count(memory) != 0 { return true }
    if port.read(HOSTLINK.base &+ HOSTLINK.STATUS.offset) & HOSTLINK.STATUS.RXEND.mask != 0 { return true }
    awaitInput(true)
    awaitInput(false)
    return consoleRing.count(memory) != 0 || port.read(HOSTLINK.base &+ HOSTLINK.STATUS.offset) & HOSTLINK.STATUS.RXEND.mask != 0
  }

  /// Tells the host that the program waits for input: with a file or pipe as input virtual time stands until there is some.
  public func awaitInput(_ waits: Bool) { if consoleOnLink { port.write(HOSTLINK.base &+ HOSTLINK.AWAIT.offset, waits ? 1 : 0) } }

  /// Sleeps until console input comes, the input ends, the interpreter has something pending, or the deadline.
  public func waitForInput(until deadline: Deadline) -> Wake {
    // Cleared before the look, set behind every byte and signal: what comes in between ends the wait before it begins.
    self[BoardRecord.consoleReady] = 0
    if consoleRing.count(memory) != 0 || (pending != 0 && memory[pending] != 0) { return .signalled }
    // The end of the input comes once, and leaves nothing in the ring.
    if consoleOnLink && port.read(HOSTLINK.base &+ HOSTLINK.STATUS.offset) & HOSTLINK.STATUS.RXEND.mask != 0 { return .signalled }
    return kernel.wait(on: address &+ BoardRecord.consoleReaders, until: deadline, unless: address &+ BoardRecord.consoleReady)
  }
}
