import Emulation

/// A DMA channel's registers and what it has under way (RP2040 data sheet §2.5). Times are ticks of clk_sys.
struct DMAChannel {
  var read: UInt32 = 0, write: UInt32 = 0
  /// Transfers that have not been issued yet, and what the next trigger loads there.
  var count: UInt32 = 0, reload: UInt32 = 0
  /// CTRL without BUSY and AHB_ERROR: bits 0…23, WRITE_ERROR 29, READ_ERROR 30.
  var control: UInt32 = 0
  /// A sequence has been started and is not over; while EN is 0 it stands.
  var busy = false
  /// CHAN_ABORT: what is under way goes on to its end, nothing more is issued.
  var aborting = false
  /// Transfers issued whose write is not over.
  var inFlight: UInt32 = 0
  /// The earliest tick of its next read.
  var ready: UInt64 = 0
  /// DREQ handshake (§2.5.3.2): transfers the block allowed and the channel has not issued, and those that the block is still
  /// owed, issued or not.
  var credits: UInt32 = 0, owed: UInt32 = 0
  /// Pacing timer: its pulse count up to which the channel has used or dropped pulses.
  var pulses: UInt64 = 0

  init() {}
  var enabled: Bool { control & 1 != 0 }
  var highPriority: Bool { control & 2 != 0 }
  /// log2 of the transfer's bytes. 3 is reserved: a word.
  var size: UInt32 { min(control >> 2 & 3, 2) }
  var chainTo: Int { Int(control >> 11 & 15) }
  var request: UInt32 { control >> 15 & 63 }
  var quiet: Bool { control & 1 << 21 != 0 }
  var failed: Bool { control & 3 << 29 != 0 }
  /// May issue, as far as the channel itself is concerned.
  var wants: Bool { busy && control & (1 | 3 << 29) == 1 && !aborting && count != 0 }

  /// CTRL as it reads.
  var status: UInt32 { control | (busy ? 1 << 24 : 0) | (failed ? 1 << 31 : 0) }

  /// The address after `address`: as INCR says, within the ring if it lies on that side.
  @inline(__always) static func step(_ address: UInt32, _ control: UInt32, increments: UInt32, ringed: Bool) -> UInt32 {
    guard increments != 0 else { return address }
    let next = address &+ (1 &<< min(control >> 2 & 3, 2))
    let ring = control >> 6 & 15
    guard ring != 0, ringed else { return next }
    let mask: UInt32 = (1 &<< ring) &- 1
    return address & ~mask | next & mask
  }
  @inline(__always) mutating func stepRead() { read = Self.step(read, control, increments: control & 0x10, ringed: control & 1 << 10 == 0) }
  @inline(__always) mutating func stepWrite() { write = Self.step(write, control, increments: control & 0x20, ringed: control & 1 << 10 != 0) }

  func save(to w: inout StateWriter) {
    for v in [read, write, count, reload, control, inFlight, credits, owed] { w.put(v) }
    w.put(busy); w.put(aborting); w.put(ready); w.put(pulses)
  }
  init(from r: inout StateReader) throws(StateError) {
    read = try r.get(); write = try r.get(); count = try r.get(); reload = try r.get(); control = try r.get()
    inFlight = try r.get(); credits = try r.get(); owed = try r.get()
    busy = try r.get(); aborting = try r.get(); ready = try r.get(); pulses = try r.get()
  }
}

/// A transfer between its read and its write.
struct DMATransfer {
  var channel: UInt8 = 0, size: UInt8 = 0
  var failed = false
  var address: UInt32 = 0, data: UInt32 = 0
  /// The earliest tick of its write.
  var ready: UInt64 = 0
}

/// One of the four pacing timers: `x / y` pulses a cycle of clk_sys (§2.5.5).
struct DMAPacer {
  var setting: UInt32 = 0
  private var anchor: UInt64 = 0, base: UInt64 = 0
  private var x: UInt64 { UInt64(setting >> 16) }
  private var y: UInt64 { UInt64(setting & 0xffff) }
  private var runs: Bool { x != 0 && y != 0 }
  init() {}

  /// Pulses up to and including `tick`; never more than one a tick.
  func pulses(at tick: UInt64) -> UInt64 { runs ? base &+ (tick &- anchor) &* min(x, y) / y : base }
  /// The tick of pulse number `n`, counted from 1.
  func tick(of n: UInt64) -> UInt64 {
    guard runs else { return .max }
    guard n > base else { return anchor }
    let x = min(self.x, y)
    return anchor &+ ((n &- base) &* y &+ (x &- 1)) / x
  }
  mutating func set(_ v: UInt32, at tick: UInt64) {
    base = pulses(at: tick)
    anchor = tick
    setting = v
  }
  /// Keeps the products above within 64 bits, without moving a pulse.
  mutating func settle(at tick: UInt64) {
    guard runs, tick &- anchor > 1 << 40 else { return }
    let periods = (tick &- anchor) / y
    base &+= periods &* min(x, y)
    anchor &+= periods &* y
  }
  func save(to w: inout StateWriter) { w.put(setting); w.put(anchor); w.put(base) }
  init(from r: inout StateReader) throws(StateError) { setting = try r.get(); anchor = try r.get(); base = try r.get() }
}
