import Port
import Registers

/// DMA channels (RP2040 data sheet §2.5): who has which, their registers, the end of a transfer as a callback.
extension Board {
  private func channel(_ c: UInt32) -> Address { DMA.base &+ c &* (DMA.CH1_READ_ADDR.offset &- DMA.CH0_READ_ADDR.offset) }
  private func record(_ c: UInt32) -> Address { address &+ PIORecord.channel(c) }

  /// A channel that nobody uses; nil if all twelve are taken.
  public func claimDMA() -> UInt32? {
    if port.read(RESETS.base &+ RESETS.RESET.offset) & RESETS.RESET.DMA.mask != 0 {
      release(RESETS.RESET.DMA.mask)
      enableInterrupt(IRQ.DMA_IRQ_0)
    }
    let mask = port.lockShared()
    defer { port.unlockShared(mask) }
    var c: UInt32 = 0
    while c < 12 {
      if self[PIORecord.channelsInUse] >> c & 1 == 0 {
        self[PIORecord.channelsInUse] |= 1 << c
        return c
      }
      c &+= 1
    }
    return nil
  }
  /// Stops a channel and gives it back.
  public func freeDMA(_ c: UInt32) {
    listen(dma: c, nil)
    stopDMA(c)
    self[PIORecord.channelsInUse] &= ~(1 << c)
  }
  public func isClaimedDMA(_ c: UInt32) -> Bool { self[PIORecord.channelsInUse] >> c & 1 != 0 }

  /// A register of the channel: 0 READ_ADDR, 1 WRITE_ADDR, 2 TRANS_COUNT, 3 CTRL. Written here nothing starts.
  public func dmaRegister(_ c: UInt32, _ n: UInt32) -> UInt32 { port.read(channel(c) &+ (n == 3 ? DMA.CH0_AL1_CTRL.offset : n &* 4)) }
  public func setDMA(_ c: UInt32, _ n: UInt32, _ v: UInt32) { port.write(channel(c) &+ (n == 3 ? DMA.CH0_AL1_CTRL.offset : n &* 4), v) }
  public func dmaAddress(_ c: UInt32) -> Address { channel(c) }
  public func startDMA(_ c: UInt32) { port.write(DMA.base &+ DMA.MULTI_CHAN_TRIGGER.offset, 1 << c) }
  public func isBusyDMA(_ c: UInt32) -> Bool { port.read(channel(c) &+ DMA.CH0_AL1_CTRL.offset) & DMA.CH0_CTRL_TRIG.BUSY.mask != 0 }
  /// Aborts what is under way and waits for its last transfers.
  public func stopDMA(_ c: UInt32) {
    // Disabled first: an abort must not look like an end (erratum E13).
    let r = channel(c) &+ DMA.CH0_AL1_CTRL.offset
    port.write(r, port.read(r) & 0xff_fffe)
    port.write(DMA.base &+ DMA.CHAN_ABORT.offset, 1 << c)
    while port.read(DMA.base &+ DMA.CHAN_ABORT.offset) >> c & 1 != 0 { port.relax() }
    port.write(DMA.base &+ DMA.INTS0.offset, 1 << c)
  }

  /// Calls back at the end of a transfer (and on an error); nil ends it.
  public func listen(dma c: UInt32, _ callback: Callback?) {
    let mask = port.lockShared()
    defer { port.unlockShared(mask) }
    port.clearBits(DMA.base &+ DMA.INTE0.offset, 1 << c)
    keep(callback, at: record(c))
    if callback != nil {
      port.write(DMA.base &+ DMA.INTS0.offset, 1 << c)
      port.setBits(DMA.base &+ DMA.INTE0.offset, 1 << c)
    }
  }
  public func dmaHandles(_ c: UInt32) -> (function: UInt32, argument: UInt32) { handles(record(c)) }
  func dmaInterrupt() {
    var ended = port.read(DMA.base &+ DMA.INTS0.offset)
    let m = memory
    port.write(DMA.base &+ DMA.INTS0.offset, ended)
    var c: UInt32 = 0
    while c < 12 {
      if ended >> c & 1 != 0 {
        if m[record(c)] == Board.audioBlock {
          ended &= ~audioInterrupt(m[record(c) &+ 4], ended)
        } else {
          schedule(Callback(function: m[record(c)], argument: m[record(c) &+ 4], hard: m[record(c) &+ 8] != 0))
        }
      }
      c &+= 1
    }
  }
  func resetDMA() {
    var c: UInt32 = 0
    while c < 12 {
      if isClaimedDMA(c) { freeDMA(c) }
      c &+= 1
    }
  }
}
