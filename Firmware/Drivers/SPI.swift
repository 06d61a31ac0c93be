import Kernel
import Port
import Registers

/// For each block a byte that is sent again and again, and one that takes what nobody wants: in the board's record, where DMA finds them.
enum SPIScratch {
  static func word(_ n: UInt32) -> UInt32 { 2436 &+ n &* 2 }
}

/// The two SPI blocks as masters (RP2040 data sheet §4.4): Motorola frames, in a loop or by DMA.
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
  /// From so many bytes on DMA is quicker than a loop, with its setting up.
  public static var leastSPIDMA: UInt32 { 32 }
  /// Exchanges `count` bytes: from `out` (0: zeros, `fill` then), to `into` (0: dropped), by DMA if there are many of them and two channels to be had.
  /// `frame`: microseconds that a byte takes; if not 0 it sleeps while it waits.
  public func exchangeSPI(_ n: UInt32, out: Address, into: Address, count: UInt32, fill: UInt8 = 0, frame: UInt32 = 0) {
    if count >= Board.leastSPIDMA, let send = claimDMA() {
      if let receive = claimDMA() {
        exchangeSPI(n, out: out, into: into, count: count, fill: fill, frame: frame, send, receive)
        freeDMA(receive)
        return freeDMA(send)
      }
      freeDMA(send)
    }
    exchangeSPIByLoop(n, out: out, into: into, count: count, fill: fill, frame: frame)
  }
  /// The same by two channels of the DMA, paced by the block's requests (RP2040 data sheet §2.5.3.1, §4.4.2.16): frame follows frame.
  private func exchangeSPI(
    _ n: UInt32, out: Address, into: Address, count: UInt32, fill: UInt8, frame: UInt32, _ send: UInt32, _ receive: UInt32
  ) {
    let data = base(n) &+ SPI.SSPDR.offset, scratch = address &+ SPIScratch.word(n)
    memory.setByte(scratch, fill)
    func control(_ c: UInt32, _ treq: UInt32, read: Bool, write: Bool) -> UInt32 {
      DMA.CH0_CTRL_TRIG.EN.mask | (read ? DMA.CH0_CTRL_TRIG.INCR_READ.mask : 0) | (write ? DMA.CH0_CTRL_TRIG.INCR_WRITE.mask : 0)
        | DMA.CH0_CTRL_TRIG.CHAIN_TO.put(c) | DMA.CH0_CTRL_TRIG.TREQ_SEL.put(treq) | DMA.CH0_CTRL_TRIG.IRQ_QUIET.mask
    }
    port.write(base(n) &+ SPI.SSPDMACR.offset, SPI.SSPDMACR.TXDMAE.mask | SPI.SSPDMACR.RXDMAE.mask)
    setDMA(receive, 0, data)
    setDMA(receive, 1, into == 0 ? scratch &+ 1 : into)
    setDMA(receive, 2, count)
    setDMA(receive, 3, control(receive, 17 &+ 2 &* n, read: false, write: into != 0))
    setDMA(send, 0, out == 0 ? scratch : out)
    setDMA(send, 1, data)
    setDMA(send, 2, count)
    setDMA(send, 3, control(send, 16 &+ 2 &* n, read: out != 0, write: false))
    startDMA(receive)
    startDMA(send)
    while isBusyDMA(receive) {
      let rest = frame &* dmaRegister(receive, 2) / 2
      if rest >= 20 { kernel.delay(microseconds: UInt64(rest)) } else { port.relax() }
    }
    port.write(base(n) &+ SPI.SSPDMACR.offset, 0)
  }
  /// At most eight bytes are under way, so that nothing is lost.
  private func exchangeSPIByLoop(_ n: UInt32, out: Address, into: Address, count: UInt32, fill: UInt8, frame: UInt32) {
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
