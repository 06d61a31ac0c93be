import Kernel
import Port
import Registers

/// FIFOs of PIO's state machines as descriptors: words of 32 bits, least significant byte first.
///
/// A PIO's second interrupt (IRQ 1; the first is that of `rp2.PIO.irq`) says that a FIFO has a word or room (RP2040 data sheet §3.7, IRQ1_INTE). It stays up as long as
/// that is so: it is let in when somebody has looked in vain, and shut by its handler.
extension Board {
  /// Source of machine `n` (0…7): behind those of the console and the UARTs.
  public func source(machine n: UInt32) -> UInt32 { 3 &+ n }
  /// Console, UARTs, machines, and the last one for the queues between interpreters.
  static var fixedSources: UInt64 { 0x7ff | 1 << 63 }
  private func interrupts(_ pio: UInt32) -> Address { (pio == 0 ? PIO.pio0 : PIO.pio1) &+ PIO.IRQ1_INTE.offset }

  public func openMachine(descriptor n: UInt32) -> Int32 { open(DescriptorKind.machine, device: n, source: source(machine: n)) }

  /// What can be done at once; what cannot is announced when it can.
  public func readiness(machine n: UInt32) -> UInt32 {
    var ready: UInt32 = 0, missing: UInt32 = 0
    if receiveLevel(n) != 0 { ready |= Readiness.readable } else { missing |= 1 }
    if isTransmitFull(n) { missing |= 0x10 } else { ready |= Readiness.writable }
    if missing != 0 { _ = lacks(n, missing) }
    return ready
  }
  /// -EAGAIN, and lets the interrupts in for what is missing (1 a word, 0x10 room): they come at once if the FIFO has changed since the look.
  private func lacks(_ n: UInt32, _ missing: UInt32) -> Int32 {
    port.setBits(interrupts(n / 4), missing << (n % 4))
    return -Errno.wouldBlock
  }
  /// Handler of IRQ 1 of a PIO.
  func machineInterrupt(_ pio: UInt32) {
    let come = port.read((pio == 0 ? PIO.pio0 : PIO.pio1) &+ PIO.IRQ1_INTS.offset) & 0xff
    port.clearBits(interrupts(pio), come)
    var i: UInt32 = 0
    while i < 4 {
      if (come | come >> 4) >> i & 1 != 0 { announce(source(machine: pio &* 4 &+ i)) }
      i &+= 1
    }
  }

  /// Whole words, as many as there are and fit; at least one must fit.
  func readMachine(_ n: UInt32, _ to: UnsafeMutablePointer<UInt8>, _ count: UInt32) -> Int32 {
    if count < 4 { return -Errno.invalid }
    var done: UInt32 = 0
    while done &+ 4 <= count && receiveLevel(n) != 0 {
      let word = receive(n)
      var i: UInt32 = 0
      while i < 4 { to[Int(done &+ i)] = UInt8(truncatingIfNeeded: word >> (i &* 8)); i &+= 1 }
      done &+= 4
    }
    return done == 0 ? lacks(n, 1) : Int32(done)
  }
  func writeMachine(_ n: UInt32, _ from: UnsafePointer<UInt8>, _ count: UInt32) -> Int32 {
    if count < 4 { return -Errno.invalid }
    var done: UInt32 = 0
    while done &+ 4 <= count && !isTransmitFull(n) {
      var word: UInt32 = 0, i: UInt32 = 0
      while i < 4 { word |= UInt32(from[Int(done &+ i)]) << (i &* 8); i &+= 1 }
      transmit(n, word)
      done &+= 4
    }
    return done == 0 ? lacks(n, 0x10) : Int32(done)
  }
}
