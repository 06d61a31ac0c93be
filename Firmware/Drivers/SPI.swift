import Kernel
import Port
import Registers

/// The two SPI blocks as masters (RP2040 data sheet §4.4): Motorola frames, polled.
extension Board {
  private func base(_ n: UInt32) -> Address { n == 0 ? SPI.spi0 : SPI.spi1 }

  /// Bits a second that the divisors give for `baud`, with CPSDVSR and SCR: the smallest prescaler, then the fastest rate not above.
  public func spiDivisors(_ baud: UInt32) -> (prescale: UInt32, rate: UInt32, baud: UInt32) {
    let hertz = UInt64(peripheralHertz), wanted = UInt64(max(baud, 1))
    var prescale: UInt64 = 2
    while prescale < 254 && hertz >= prescale &* 256 &* wanted { prescale &+= 2 }
    var divisor: UInt64 = 256
    while divisor > 1 && hertz / (prescale &* (divisor &- 1)) <= wanted { divisor &-= 1 }
    return (UInt32(prescale), UInt32(divisor &- 1), UInt32(hertz / (prescale &* divisor)))
  }
  public func isOpenSPI(_ n: UInt32) -> Bool {
    let mask = n == 0 ? RESETS.RESET.SPI0.mask : RESETS.RESET.SPI1.mask
    return port.read(RESETS.base &+ RESETS.RESET.offset) & mask == 0 && port.read(base(n) &+ SPI.SSPCR1.offset) & SPI.SSPCR1.SSE.mask != 0
  }
  /// Opens the block as a master, or changes it; the real rate in bits a second. `bits`: 4 to 16.
  @discardableResult
  public func openSPI(_ n: UInt32, baud: UInt32, bits: UInt32, polarity: Bool, phase: Bool) -> UInt32 {
    let s = base(n), d = spiDivisors(baud)
    release(n == 0 ? RESETS.RESET.SPI0.mask : RESETS.RESET.SPI1.mask)
    port.write(s &+ SPI.SSPCR1.offset, 0)
    port.write(s &+ SPI.SSPCPSR.offset, d.prescale)
    var control = SPI.SSPCR0.DSS.put(bits &- 1) | SPI.SSPCR0.SCR.put(d.rate)
    if polarity { control |= SPI.SSPCR0.SPO.mask }
    if phase { control |= SPI.SSPCR0.SPH.mask }
    port.write(s &+ SPI.SSPCR0.offset, control)
    port.write(s &+ SPI.SSPDMACR.offset, 0)
    port.write(s &+ SPI.SSPCR1.offset, SPI.SSPCR1.SSE.mask)
    // What an earlier use left behind.
    while port.read(s &+ SPI.SSPSR.offset) & SPI.SSPSR.RNE.mask != 0 { _ = port.read(s &+ SPI.SSPDR.offset) }
    return d.baud
  }
  public func closeSPI(_ n: UInt32) {
    if isOpenSPI(n) { port.write(base(n) &+ SPI.SSPCR1.offset, 0) }
  }
  /// Exchanges `count` bytes: from `out` (0: zeros, `fill` then), to `into` (0: dropped). At most eight are under way, so that nothing is lost.
  /// `frame`: microseconds that a byte takes; if not 0 it sleeps while it waits.
  public func exchangeSPI(_ n: UInt32, out: Address, into: Address, count: UInt32, fill: UInt8 = 0, frame: UInt32 = 0) {
    let data = base(n) &+ SPI.SSPDR.offset, status = base(n) &+ SPI.SSPSR.offset, m = memory
    var sent: UInt32 = 0, got: UInt32 = 0
    while got < count {
      while sent < count && sent &- got < 8 {
        port.write(data, UInt32(out == 0 ? fill : m.byte(out &+ sent)))
        sent &+= 1
      }
      if port.read(status) & SPI.SSPSR.RNE.mask == 0 {
        // Half of what is under way: the line does not fall idle meanwhile.
        let rest = frame &* ((sent &- got &+ 1) / 2)
        if rest >= 20 { kernel.delay(microseconds: UInt64(rest)) } else { port.relax() }
        continue
      }
      let word = port.read(data)
      if into != 0 { m.setByte(into &+ got, UInt8(truncatingIfNeeded: word)) }
      got &+= 1
    }
  }

  // MARK: by hand

  /// Waits without letting other tasks run: for signals made by hand.
  @inline(__always) public func spin(microseconds n: UInt32) {
    if n == 0 { return port.spend(20) }
    let end = kernel.now &+ UInt64(n)
    while kernel.now < end { port.relax() }
  }
  /// One byte each way on three pins, `half` microseconds to each half of a bit.
  public func exchangeSoftSPI(_ byte: UInt8, clock: UInt32, out: UInt32, into: UInt32, polarity: Bool, phase: Bool, lowFirst: Bool, half: UInt32) -> UInt8 {
    var answer: UInt8 = 0, i: UInt8 = 0
    while i < 8 {
      let place = lowFirst ? i : 7 &- i
      setLevel(out, byte >> place & 1 != 0)
      if phase {
        setLevel(clock, !polarity)
        spin(microseconds: half)
      } else {
        spin(microseconds: half)
        setLevel(clock, !polarity)
      }
      if level(into) { answer |= 1 << place }
      if phase {
        setLevel(clock, polarity)
        spin(microseconds: half)
      } else {
        spin(microseconds: half)
        setLevel(clock, polarity)
      }
      i &+= 1
    }
    return answer
  }
}
