import Kernel
import Port
import Registers

/// Driver of HostLink (Registers/HostLink.swift). Commands are serialised by a mutex; a task that waits for one sleeps.
extension Board {
  /// Bytes of the bounce buffer: text from flash or from the host's memory goes through it.
  public static var linkBufferBytes: UInt32 { 512 }

  /// Prepares the device and its interrupt, on core 0.
  public func startHostLink() {
    self[BoardRecord.linkBuffer] = kernel.allocate(Board.linkBufferBytes)
    port.write(HOSTLINK.base &+ HOSTLINK.STATUS.offset, HOSTLINK.STATUS.DONE.mask)
    port.write(HOSTLINK.base &+ HOSTLINK.INTE.offset, HOSTLINK.STATUS.DONE.mask | HOSTLINK.STATUS.RX.mask)
    enableInterrupt(HOSTLINK.irq)
  }
  /// The bounce buffer; its contents belong to who holds the link (`lockLink`).
  public var linkBuffer: Address { self[BoardRecord.linkBuffer] }
  /// Takes the link for a sequence of commands with the bounce buffer.
  public func lockLink() { while kernel.lock(address &+ BoardRecord.linkMutex, until: .never, recursive: true) != .signalled {} }
  public func unlockLink() { _ = kernel.unlock(mutex: address &+ BoardRecord.linkMutex) }

  /// Performs a command; the device reads and writes `length` bytes of RAM at `at`. Answers RESULT.
  @discardableResult
  public func link(_ command: UInt32, at: Address = 0, length: UInt32 = 0, _ argument0: UInt32 = 0, _ argument1: UInt32 = 0) -> Int32 {
    lockLink()
    let b = HOSTLINK.base
    self[BoardRecord.linkDone] = 0
    port.write(b &+ HOSTLINK.ADDRESS.offset, at)
    port.write(b &+ HOSTLINK.LENGTH.offset, length)
    port.write(b &+ HOSTLINK.ARG0.offset, argument0)
    port.write(b &+ HOSTLINK.ARG1.offset, argument1)
    port.write(b &+ HOSTLINK.COMMAND.offset, command)
    while self[BoardRecord.linkDone] == 0 { _ = kernel.wait(on: address &+ BoardRecord.linkWaiters, until: .never, unless: address &+ BoardRecord.linkDone) }
    let result = Int32(bitPattern: port.read(b &+ HOSTLINK.RESULT.offset))
    unlockLink()
    return result
  }
  /// ARG0 and ARG1 as the last command left them, for `stat`; the link must be held.
  public var linkArguments: (UInt32, UInt32) { (port.read(HOSTLINK.base &+ HOSTLINK.ARG0.offset), port.read(HOSTLINK.base &+ HOSTLINK.ARG1.offset)) }

  /// A command with text that lies anywhere (flash, host memory), through the bounce buffer.
  public func link(_ command: UInt32, text: UnsafePointer<UInt8>, length: UInt32, _ argument0: UInt32 = 0) -> Int32 {
    lockLink()
    let n = min(length, Board.linkBufferBytes)
    memory.at(linkBuffer).copyMemory(from: text, byteCount: Int(n))
    port.spend(Int32(bitPattern: n))
    let result = link(command, at: linkBuffer, length: n, argument0, Board.linkBufferBytes)
    unlockLink()
    return result
  }

  /// A board variable as a number (decimal, or with a K or M behind it); nil if it is not set or is no number.
  public func variable(_ name: StaticString) -> UInt32? {
    if !hasHostLink { return nil }
    lockLink()
    let n = link(HOSTLINK.Command.variable, text: name.utf8Start, length: UInt32(name.utf8CodeUnitCount))
    var value: UInt32?
    var i: UInt32 = 0
    while n > 0 && i < min(UInt32(n), Board.linkBufferBytes) {
      let c = UInt32(memory.byte(linkBuffer &+ i))
      if c >= 48 && c < 58 {
        value = (value ?? 0) &* 10 &+ (c &- 48)
      } else if c | 32 == 107 {
        value = (value ?? 0) &* 1024
      } else if c | 32 == 109 {
        value = (value ?? 0) &* 1_048_576
      } else {
        value = nil; break
      }
      i &+= 1
    }
    unlockLink()
    return value
  }

  /// Ends the run with an exit status. The board idles if there is no host.
  public func exitRun(_ status: UInt32) {
    // What the console's UART has not sent yet would be cut off.
    if consoleOnUART { drainUART(0) }
    if hasUSB { drainUSB() }
    if hasHostLink { link(HOSTLINK.Command.exit, status & 255) }
  }

  /// Handler of the device's interrupt.
  func hostLinkInterrupt() {
    let b = HOSTLINK.base
    let status = port.read(b &+ HOSTLINK.INTS.offset)
    if status & HOSTLINK.STATUS.DONE.mask != 0 {
      port.write(b &+ HOSTLINK.STATUS.offset, HOSTLINK.STATUS.DONE.mask)
      self[BoardRecord.linkDone] = 1
      kernel.wake(address &+ BoardRecord.linkWaiters)
    }
    if status & HOSTLINK.STATUS.RX.mask != 0 { drainHostLink() }
  }

  /// Moves console bytes into the ring. When it is full, or the input has ended, the interrupt goes off: a reader turns it on again.
  func drainHostLink() {
    let b = HOSTLINK.base
    while true {
      let status = port.read(b &+ HOSTLINK.STATUS.offset)
      if status & HOSTLINK.STATUS.RX.mask == 0 { break }
      if consoleRing.isFull(memory) || status & HOSTLINK.STATUS.RXEND.mask != 0 {
        port.clearBits(b &+ HOSTLINK.INTE.offset, HOSTLINK.STATUS.RX.mask)
        break
      }
      consoleByte(UInt8(truncatingIfNeeded: port.read(b &+ HOSTLINK.RXDATA.offset)))
    }
    self[BoardRecord.consoleReady] = 1
    kernel.wake(address &+ BoardRecord.consoleReaders)
    announce(Board.consoleSource)
  }
}
