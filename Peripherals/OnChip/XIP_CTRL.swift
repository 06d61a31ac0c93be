import Emulation
import Registers

/// XIP_CTRL: the cache's control, its counters, and the stream of words from flash (RP2040 data sheet §2.6.3).
public final class XIP_CTRL: Peripheral, XIPWindow {
  public let name = "XIP_CTRL"
  typealias R = Registers.XIP_CTRL

  struct State {
    var control: UInt32 = 3
    var streamAddress: UInt32 = 0, streamCount: UInt32 = 0, fifo: [UInt32] = []
    /// Tick of clk_sys at which the word that is being fetched is there.
    var wordAt = UInt64.max
  }
  private var state = State()
  public let lines = XIPLines()
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
    lines.isOn = true
  }
  deinit { lines.deallocate() }

  // MARK: The windows

  /// Cycles beyond the first that a read at this address takes. The four windows: cached and allocating, not allocating, not cached, neither.
  public func read(_ address: UInt32) -> Int32 {
    let check = address & 0x0200_0000 == 0, allocate = address & 0x0100_0000 == 0, offset = address & 0xff_ffff
    // A cache that is switched off is passed by, uncounted.
    guard state.control & 1 != 0 else { checkBusy(); return missCycles }
    guard lines.access(offset, check: check, allocate: allocate) else { lines.countMiss(); checkBusy(); return missCycles }
    lines.countHit()
    return 0
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
    if address & 0x0300_0000 == 0 { lines.invalidate(address & 0xff_ffff); return true }
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
    case R.CTR_HIT.offset: UInt32(clamping: lines.hits)
    case R.CTR_ACC.offset: UInt32(clamping: lines.accesses)
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
      if v & 8 != 0 { lines.flush() }
      state.control = v & 0xb
      services.unmodelled(name, "CTRL", bits: ["POWER_DOWN": R.CTRL.POWER_DOWN], in: v)
      lines.isOn = v & 1 != 0
    case R.FLUSH.offset: if v & 1 != 0 { lines.flush() }
    case R.CTR_HIT.offset: lines.hits = 0
    case R.CTR_ACC.offset: lines.accesses = 0
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
    lines.flush()
    (lines.hits, lines.accesses, lines.isOn) = (0, 0, true)
    fetch(at: cycle)
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    for v in [state.control, state.streamAddress, state.streamCount] { w.put(v) }
    w.put(state.fifo); w.put(state.wordAt)
    lines.save(to: &w)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    var s = State()
    s.control = try r.get(); s.streamAddress = try r.get(); s.streamCount = try r.get()
    s.fifo = try r.get(); s.wordAt = try r.get()
    guard s.fifo.count <= Self.depth else { throw StateError("damaged state of XIP_CTRL") }
    state = s
    lines.isOn = s.control & 1 != 0
    try lines.restore(from: &r)
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
