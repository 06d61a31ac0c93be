import Emulation
import Registers

/// The XIP cache's memory of what it holds: 16 KB, two ways of 1024 lines of 8 bytes (RP2040 data sheet §2.6.3). Contents are the flash's
/// own; only hits, misses and their cost are kept.
///
/// A line has one tag and a valid bit for each of its two words: the SSI is set up to fetch 32 bits at a time.
public struct XIPCache {
  /// Tags of both ways, in sets; bit 31: word 0 valid, bit 30: word 1; bits 0…10 the address's upper bits.
  private var tags = [UInt32](repeating: 0, count: 2 * 1024)
  /// The way to be replaced next, one bit a set.
  private var victim = [UInt32](repeating: 0, count: 32)

  public init() {}
  public mutating func flush() { for i in tags.indices { tags[i] = 0 } }

  private static func set(_ address: UInt32) -> Int { Int(address >> 3 & 1023) }
  private static func tag(_ address: UInt32) -> UInt32 { address >> 13 & 0x7ff }
  private static func word(_ address: UInt32) -> UInt32 { address & 4 == 0 ? 1 << 31 : 1 << 30 }

  /// True if the word at `address` (an offset in flash) is there. With `allocate` it is afterwards.
  @inline(__always) public mutating func access(_ address: UInt32, check: Bool, allocate: Bool) -> Bool {
    let s = Self.set(address), tag = Self.tag(address), word = Self.word(address)
    for way in 0..<2 where tags[2 * s + way] & 0x7ff == tag && tags[2 * s + way] >> 30 != 0 {
      victim[s >> 5] = way == 0 ? victim[s >> 5] | 1 << UInt32(s & 31) : victim[s >> 5] & ~(1 << UInt32(s & 31))
      if tags[2 * s + way] & word != 0 { return check }
      if allocate { tags[2 * s + way] |= word }
      return false
    }
    guard allocate else { return false }
    let way = Int(victim[s >> 5] >> UInt32(s & 31) & 1)
    tags[2 * s + way] = tag | word
    victim[s >> 5] ^= 1 << UInt32(s & 31)
    return false
  }
  /// Forgets the line at `address`.
  public mutating func invalidate(_ address: UInt32) {
    let s = Self.set(address)
    for way in 0..<2 where tags[2 * s + way] & 0x7ff == Self.tag(address) { tags[2 * s + way] = 0 }
  }
  func save(to w: inout StateWriter) { w.put(tags); w.put(victim) }
  mutating func restore(from r: inout StateReader) throws(StateError) {
    tags = try r.get(); victim = try r.get()
    guard tags.count == 2048, victim.count == 32 else { throw StateError("damaged state of the XIP cache") }
  }
}

/// XIP_CTRL: the cache's control, its counters, and the stream of words from flash (RP2040 data sheet §2.6.3).
public final class XIP_CTRL: Peripheral, XIPWindow {
  public let name = "XIP_CTRL"
  typealias R = Registers.XIP_CTRL

  struct State {
    var control: UInt32 = 3
    var hits: UInt32 = 0, accesses: UInt32 = 0
    var streamAddress: UInt32 = 0, streamCount: UInt32 = 0, fifo: [UInt32] = []
    /// Tick of clk_sys at which the word that is being fetched is there.
    var wordAt = UInt64.max
  }
  private var state = State()
  public private(set) var cache = XIPCache()
  private let ssi: SSI
  private let flash: UnsafeRawPointer, flashMask: UInt32
  private unowned(unsafe) let services: any ChipServices
  /// Cycles of a miss beside those on the wires: the SSI's hand-over (calibrated to 50 cycles for the Pico's setting of 20 clocks of 2 cycles).
  public static let overhead: UInt32 = 10
  /// What a miss costs when nobody set up the SSI: as the Pico's second stage does.
  private static let usual: UInt32 = 40
  private static let depth = 2

  public init(_ services: any ChipServices, ssi: SSI, flash: UnsafeRawPointer, bytes: Int) {
    self.services = services; self.ssi = ssi; self.flash = flash; flashMask = UInt32(bytes - 1)
  }

  // MARK: The windows

  /// Cycles beyond the first that a read at this address takes. The four windows: cached and allocating, not allocating, not cached, neither.
  public func read(_ address: UInt32) -> Int32 {
    let check = address & 0x0200_0000 == 0, allocate = address & 0x0100_0000 == 0, offset = address & 0xff_ffff
    // A cache that is switched off is passed by, uncounted.
    guard state.control & 1 != 0 else { checkBusy(); return missCycles }
    state.accesses = state.accesses == ~0 ? ~0 : state.accesses + 1
    if cache.access(offset, check: check, allocate: allocate) {
      state.hits = state.hits == ~0 ? ~0 : state.hits + 1
      return 0
    }
    checkBusy()
    return missCycles
  }
  /// A flash that erases or programs does not hear the read: a Pico gets whatever floats on the lines. Here it gets the contents, and a report.
  private func checkBusy() {
    guard let device = ssi.device, let end = device.busyUntil, services.instant(services.now) < end else { return }
    services.unmodelled(name, "window while the flash is busy", write: false, value: 0)
  }
  public var missCycles: Int32 {
    let wires = ssi.readCycles
    return Int32((wires == 0 ? Self.usual : wires) + Self.overhead)
  }
  /// Writes never reach flash: in the first window they drop the line, elsewhere they are errors if ERR_BADWRITE says so.
  public func write(_ address: UInt32) -> Bool {
    if address & 0x0300_0000 == 0 { cache.invalidate(address & 0xff_ffff); return true }
    return state.control & 2 == 0
  }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    guard offset == R.STREAM_FIFO.offset else {
      if offset > R.STREAM_FIFO.offset { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
      return peek(offset, at: access.cycle)
    }
    return takeStream(at: access.cycle)
  }
  /// The stream's next word, here or on the auxiliary bus port; 0 when there is none.
  func takeStream(at cycle: Cycle) -> UInt32 {
    guard !state.fifo.isEmpty else { return 0 }
    let v = state.fifo.removeFirst()
    fetch(at: cycle)
    return v
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.CTRL.offset: state.control
    case R.STAT.offset: 1 | (state.fifo.isEmpty ? 2 : 0) | (state.fifo.count >= Self.depth ? 4 : 0)
    case R.CTR_HIT.offset: state.hits
    case R.CTR_ACC.offset: state.accesses
    case R.STREAM_ADDR.offset: state.streamAddress
    case R.STREAM_CTR.offset: state.streamCount
    case R.STREAM_FIFO.offset: state.fifo.first ?? 0
    default: 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: cycle))
    switch offset {
    case R.CTRL.offset:
      // A powered-down cache loses what it holds; one that is switched off keeps it.
      if v & 8 != 0 { cache.flush() }
      state.control = v & 0xb
    case R.FLUSH.offset: if v & 1 != 0 { cache.flush() }
    case R.CTR_HIT.offset: state.hits = 0
    case R.CTR_ACC.offset: state.accesses = 0
    case R.STREAM_ADDR.offset: state.streamAddress = v & ~3
    case R.STREAM_CTR.offset:
      state.streamCount = v & 0x3f_ffff
      if state.streamCount == 0 { state.wordAt = .max }
      fetch(at: cycle)
    case R.STAT.offset, R.STREAM_FIFO.offset: break
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
  }

  // MARK: The stream

  /// Begins the next word if there is room for it.
  private func fetch(at cycle: Cycle) {
    if state.wordAt == .max && state.streamCount > 0 && state.fifo.count < Self.depth {
      state.wordAt = services.ticks(.sys, at: cycle) + UInt64(missCycles)
    }
    services.setDREQ(37, count: UInt32(state.fifo.count))
    reschedule()
  }
  private func reschedule() {
    if state.wordAt == .max { services.cancel(.xipStream) } else { services.schedule(.xipStream, at: services.cycle(.sys, reaching: state.wordAt)) }
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    guard state.wordAt <= services.ticks(.sys, at: cycle) else { reschedule(); return }
    state.wordAt = .max
    if state.streamCount > 0 {
      let at = Int(state.streamAddress & 0xff_fffc & flashMask)
      state.fifo.append(flash.load(fromByteOffset: at, as: UInt32.self))
      state.streamAddress &+= 4
      state.streamCount -= 1
    }
    fetch(at: cycle)
  }
  public func clockChanged(at cycle: Cycle) { reschedule() }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    state = State()
    cache.flush()
    fetch(at: cycle)
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    for v in [state.control, state.hits, state.accesses, state.streamAddress, state.streamCount] { w.put(v) }
    w.put(state.fifo); w.put(state.wordAt)
    cache.save(to: &w)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    var s = State()
    s.control = try r.get(); s.hits = try r.get(); s.accesses = try r.get(); s.streamAddress = try r.get(); s.streamCount = try r.get()
    s.fifo = try r.get(); s.wordAt = try r.get()
    guard s.fifo.count <= Self.depth else { throw StateError("damaged state of XIP_CTRL") }
    state = s
    try cache.restore(from: &r)
    reschedule()
  }
}

/// XIP_AUX: the stream's FIFO on the fast bus, so that a DMA that waits for it does not stand in the way of XIP (§2.6.3.5).
public final class XIP_AUX: Peripheral {
  public let name = "XIP_AUX"
  private let control: XIP_CTRL
  public init(_ control: XIP_CTRL) { self.control = control }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 { control.takeStream(at: access.cycle) }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { control.peek(Registers.XIP_CTRL.STREAM_FIFO.offset, at: cycle) }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {}
  public func reset(at cycle: Cycle) {}
  public func save(to w: inout StateWriter) { w.tag(name) }
  public func restore(from r: inout StateReader) throws(StateError) { try r.tag(name) }
}
