import Emulation

/// Winbond's W25Q family of serial NOR flash, as the Pico's W25Q16JV-IQ: JEDEC EF 40 15, quad mode enabled (data sheet W25Q16JV, rev. K).
///
/// Erases and programs take their typical times and take effect at their end; programming only clears bits. If the power goes in between,
/// `powerCut` leaves what a real cell array would: some of the bits changed, a partly erased sector readable as neither old nor blank.
public final class W25Q: FlashDevice {
  /// Contents; never longer than 16 MB (three address bytes).
  let memory: UnsafeMutableRawPointer
  public let bytes: Int
  public let uniqueID: UInt64
  private let seed: UInt64
  /// Told of every range whose contents have changed for good: `--flash` writes it to its file.
  public var onChange: ((_ offset: Int, _ count: Int) -> Void)?
  /// Commands that were completed, by code: for tests and statistics.
  public private(set) var operations: UInt64 = 0

  /// Typical times in microseconds (data sheet §9.6).
  public enum Typical {
    public static let page: UInt64 = 400, sector: UInt64 = 45_000, half: UInt64 = 120_000, block: UInt64 = 150_000, chip: UInt64 = 5_000_000
    public static let status: UInt64 = 10_000
  }
  enum Job: UInt8 { case none, program, erase, status }
  enum Phase: UInt8 { case command, address, mode, dummy, read, write, ignore }

  struct State {
    /// Status registers 1…3; WEL and BUSY of the first live elsewhere.
    var sr1: UInt8 = 0, sr2: UInt8 = 2, sr3: UInt8 = 0x60
    var writeEnable = false, volatileStatus = false, poweredDown = false, resetEnabled = false
    /// M5-4 = 10 of the last fast read in dual or quad I/O: the next one has no command.
    var continuous: UInt8 = 0
    // The transfer since the chip select fell.
    var selected = false, phase = Phase.ignore, lanes: UInt8 = 1, command: UInt8 = 0
    var shift: UInt32 = 0, count: UInt32 = 0, address: UInt32 = 0, out: UInt8 = 0, index: UInt32 = 0
    var page = [UInt8](repeating: 0xff, count: 256), pageStart: UInt32 = 0, received: UInt32 = 0
    // What is under way inside.
    var job = Job.none, jobAddress: UInt32 = 0, jobBytes: UInt32 = 0, begins: UInt64 = 0, ends: UInt64 = 0
    var pending = [UInt8](repeating: 0xff, count: 256), pendingStatus: [UInt8] = []
    var suspended = false, left: UInt64 = 0
  }
  private var state = State()

  /// `memory` holds `bytes` bytes, a power of two.
  public init(memory: UnsafeMutableRawPointer, bytes: Int, uniqueID: UInt64, seed: UInt64 = 0) {
    self.memory = memory; self.bytes = bytes; self.uniqueID = uniqueID; self.seed = seed
  }
  private var busy: Bool { state.job != .none && !state.suspended }
  public var busyUntil: Instant? { busy ? Instant(nanoseconds: state.ends) : nil }
  private var status1: UInt8 { state.sr1 & 0xfc | (busy ? 1 : 0) | (state.writeEnable ? 2 : 0) }
  private var status2: UInt8 { state.sr2 & 0x7f | (state.suspended ? 0x80 : 0) }
  private var capacity: UInt8 { UInt8(bytes.trailingZeroBitCount) }

  // MARK: The wires

  public func select(_ low: Bool, at instant: Instant) {
    settle(at: instant)
    guard low != state.selected else { return }
    state.selected = low
    if !low { finish(at: instant); return }
    state.shift = 0
    state.count = 0
    state.index = 0
    state.received = 0
    if state.continuous != 0 {
      begin(state.continuous)
    } else {
      state.phase = .command
      state.lanes = 1
    }
  }
  public func clock(_ lines: UInt8, at instant: Instant) -> UInt8 {
    guard state.selected, state.phase != .ignore else { return lines }
    if state.phase == .read { return drive(lines) }
    if state.phase == .dummy {
      state.count -= 1
      if state.count == 0 { startReading() }
      return lines
    }
    let n = state.lanes
    state.shift = state.shift << UInt32(n) | UInt32(lines & (1 << n - 1))
    state.count += UInt32(n)
    switch state.phase {
    case .command:
      if state.count == 8 { decode(UInt8(truncatingIfNeeded: state.shift), at: instant) }
    case .address:
      if state.count == 24 { state.address = state.shift & 0xff_ffff & UInt32(bytes - 1); afterAddress() }
    case .mode:
      if state.count == 8 { afterMode(UInt8(truncatingIfNeeded: state.shift)) }
    case .write:
      if state.count == 8 { take(UInt8(truncatingIfNeeded: state.shift)); state.shift = 0; state.count = 0 }
    case .read, .dummy, .ignore: break
    }
    return lines
  }
  /// The next bits of the byte that is going out: one lane on SD1, two on SD0-1, four on all.
  private func drive(_ lines: UInt8) -> UInt8 {
    if state.count == 0 { state.out = nextByte(); state.count = 8 }
    let n = state.lanes
    state.count -= UInt32(n)
    let bits = state.out >> UInt8(state.count) & (1 << n - 1)
    return n == 1 ? lines & ~2 | bits << 1 : lines & ~(1 << n - 1) | bits
  }

  // MARK: Commands

  /// A command that goes on with an address on so many lanes.
  private func begin(_ command: UInt8) {
    state.command = command
    state.phase = .address
    state.shift = 0
    state.count = 0
    state.lanes = command == 0xeb ? 4 : command == 0xbb ? 2 : 1
  }
  private func decode(_ c: UInt8, at instant: Instant) {
    state.command = c
    state.shift = 0
    state.count = 0
    // Busy, it answers for its status only, and may be suspended or reset; asleep, it hears only its waking.
    let quiet: [UInt8] = [0x05, 0x35, 0x15, 0x75, 0x66, 0x99]
    if busy && !quiet.contains(c) || state.poweredDown && c != 0xab { state.phase = .ignore; return }
    if c != 0x99 && c != 0x66 { state.resetEnabled = false }
    switch c {
    case 0x05, 0x35, 0x15, 0x9f: state.phase = .read
    case 0x03, 0x0b, 0x3b, 0x6b, 0xbb, 0xeb, 0x02, 0x32, 0x20, 0x52, 0xd8, 0x90, 0x5a: begin(c)
    case 0x4b: state.phase = .dummy; state.count = 32
    case 0xab:
      state.poweredDown = false
      state.phase = .dummy
      state.count = 24
    case 0x01, 0x31, 0x11: state.phase = .write
    case 0x06, 0x04, 0x50, 0xc7, 0x60, 0xb9, 0x75, 0x7a, 0x66, 0x99: state.phase = .command; state.count = 100  // takes effect when the select rises
    default: state.phase = .ignore
    }
  }
  private func afterAddress() {
    state.shift = 0
    state.count = 0
    switch state.command {
    case 0x03, 0x90: startReading()
    case 0x0b, 0x3b, 0x6b, 0x5a: state.phase = .dummy; state.count = 8
    case 0xbb, 0xeb: state.phase = .mode
    case 0x02, 0x32:
      state.phase = .write
      state.lanes = state.command == 0x32 ? 4 : 1
      state.pageStart = state.address & ~0xff
      state.page = [UInt8](repeating: 0xff, count: 256)
    default: state.phase = .address; state.count = 24  // an erase: nothing may follow
    }
  }
  private func afterMode(_ mode: UInt8) {
    state.continuous = mode & 0x30 == 0x20 && (state.command == 0xbb || state.sr2 & 2 != 0) ? state.command : 0
    state.shift = 0
    if state.command == 0xeb {
      // Quad commands need QE.
      if state.sr2 & 2 == 0 { state.phase = .ignore; return }
      state.phase = .dummy
      state.count = 4
    } else {
      startReading()
    }
  }
  private func startReading() {
    state.phase = .read
    state.count = 0
    state.lanes =
      switch state.command {
      case 0x3b, 0xbb: 2
      case 0x6b, 0xeb: 4
      default: 1
      }
    if state.command == 0x6b && state.sr2 & 2 == 0 { state.phase = .ignore }
  }
  private func nextByte() -> UInt8 {
    defer { state.index &+= 1 }
    let i = state.index
    switch state.command {
    case 0x05: return status1
    case 0x35: return status2
    case 0x15: return state.sr3
    case 0x9f: return [0xef, 0x40, capacity][Int(i % 3)]
    case 0x90: return ((i ^ state.address) & 1 == 0) ? 0xef : capacity - 1
    case 0xab: return capacity - 1
    case 0x4b: return i < 8 ? UInt8(truncatingIfNeeded: uniqueID >> (56 - 8 * UInt64(i))) : 0xff
    case 0x5a: return Self.parameter(Int(state.address) + Int(i), bytes)
    default:
      let at = Int(state.address)
      state.address = (state.address &+ 1) & UInt32(bytes - 1)
      return memory.load(fromByteOffset: at, as: UInt8.self)
    }
  }
  /// The JEDEC parameter table (JESD216): header, and the density in its basic table.
  private static func parameter(_ at: Int, _ bytes: Int) -> UInt8 {
    let header: [UInt8] = [0x53, 0x46, 0x44, 0x50, 5, 1, 0, 0xff, 0, 5, 1, 16, 0x80, 0, 0, 0xff]
    let bits = UInt32(bytes * 8 - 1)
    let basic: [UInt8] =
      [0xe5, 0x20, 0xf9, 0xff] + (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
      + [0x44, 0xeb, 0x08, 0x6b, 0x08, 0x3b, 0x42, 0xbb, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0xff, 0xff, 0x40, 0xeb]
      + [0x0c, 0x20, 0x0f, 0x52, 0x10, 0xd8, 0x00, 0x00]
    return at < header.count ? header[at] : at >= 0x80 && at < 0x80 + basic.count ? basic[at - 0x80] : 0xff
  }
  private func take(_ byte: UInt8) {
    if state.command == 0x02 || state.command == 0x32 {
      // Behind the page's end it goes on at its beginning.
      state.page[Int((state.address & 0xff &+ state.received) & 0xff)] = byte
    } else if state.received < 2 {
      if state.received == 0 { state.page[0] = byte } else { state.page[1] = byte }
    }
    state.received += 1
  }

  // MARK: What happens when the select rises

  private func finish(at instant: Instant) {
    defer { state.phase = .ignore }
    switch (state.command, state.phase) {
    case (_, .ignore), (_, .read), (_, .dummy), (_, .mode): return
    default: break
    }
    let whole = state.count == 100
    switch state.command {
    case 0x06 where whole: state.writeEnable = true
    case 0x04 where whole: state.writeEnable = false
    case 0x50 where whole: state.volatileStatus = true
    case 0xb9 where whole: state.poweredDown = true
    case 0xc7 where whole, 0x60 where whole: erase(0, UInt32(bytes), Typical.chip, instant)
    case 0x75 where whole: suspend(instant)
    case 0x7a where whole: resume(instant)
    case 0x66 where whole: state.resetEnabled = true
    case 0x99 where whole && state.resetEnabled: softwareReset(instant)
    case 0x20 where state.phase == .address && state.count == 24: erase(state.address & ~0xfff, 0x1000, Typical.sector, instant)
    case 0x52 where state.phase == .address && state.count == 24: erase(state.address & ~0x7fff, 0x8000, Typical.half, instant)
    case 0xd8 where state.phase == .address && state.count == 24: erase(state.address & ~0xffff, 0x10000, Typical.block, instant)
    case 0x02, 0x32:
      guard state.phase == .write, state.count == 0, state.received > 0, state.command == 0x02 || state.sr2 & 2 != 0 else { return }
      guard mayChange(state.pageStart, 256) else { return }
      state.pending = state.page
      start(.program, state.pageStart, 256, Typical.page, instant)
    case 0x01, 0x31, 0x11:
      guard state.phase == .write, state.count == 0, state.received > 0 else { return }
      writeStatus(instant)
    default: break
    }
  }
  private func start(_ job: Job, _ address: UInt32, _ count: UInt32, _ microseconds: UInt64, _ instant: Instant) {
    state.job = job
    state.jobAddress = address
    state.jobBytes = count
    state.begins = instant.nanoseconds
    state.ends = instant.nanoseconds + microseconds * 1000
  }
  private func erase(_ address: UInt32, _ count: UInt32, _ microseconds: UInt64, _ instant: Instant) {
    guard state.job == .none, mayChange(address, count) else { return }
    start(.erase, address, min(count, UInt32(bytes)), microseconds, instant)
  }
  /// WEL must be set, and no protected block in the range (§7.1: BP2-0, TB, SEC, CMP).
  private func mayChange(_ address: UInt32, _ count: UInt32) -> Bool {
    guard state.writeEnable, !busy else { return false }
    if state.suspended && (state.job == .program || address < state.jobAddress + state.jobBytes && state.jobAddress < address + count) { return false }
    let p = protected
    if address < p.upperBound && p.lowerBound < address + count { state.writeEnable = false; return false }
    return true
  }
  private var protected: Range<UInt32> {
    let bp = UInt32(state.sr1 >> 2 & 7), top = state.sr1 & 0x20 == 0, sectors = state.sr1 & 0x40 != 0, size = UInt32(bytes)
    var n: UInt32 = bp == 0 ? 0 : sectors ? min(0x1000 << (bp - 1), 0x8000) : min((size >> 5) << (bp - 1), size)
    if !sectors && bp > 5 { n = size }
    let complement = state.sr2 & 0x40 != 0
    if n == 0 { return complement ? 0..<size : 0..<0 }
    if n >= size { return complement ? 0..<0 : 0..<size }
    if complement { return top ? 0..<(size - n) : n..<size }
    return top ? (size - n)..<size : 0..<n
  }
  private func writeStatus(_ instant: Instant) {
    guard state.writeEnable || state.volatileStatus, !busy, state.job == .none else { return }
    var s = [state.sr1, state.sr2, state.sr3]
    switch state.command {
    case 0x01:
      s[0] = state.page[0] & 0xfc
      if state.received >= 2 { s[1] = state.page[1] & 0x7b }
    case 0x31: s[1] = state.page[0] & 0x7b
    default: s[2] = state.page[0] & 0x64
    }
    s[1] |= state.sr2 & 0x38  // LB3-1 can only be set
    if state.volatileStatus && !state.writeEnable {
      (state.sr1, state.sr2, state.sr3) = (s[0], s[1], s[2])
      state.volatileStatus = false
    } else {
      state.pendingStatus = s
      start(.status, 0, 0, Typical.status, instant)
    }
  }
  private func suspend(_ instant: Instant) {
    guard busy, state.job == .erase || state.job == .program, state.jobBytes < UInt32(bytes) else { return }
    state.left = state.ends - instant.nanoseconds
    state.suspended = true
    state.writeEnable = false
  }
  private func resume(_ instant: Instant) {
    guard state.suspended else { return }
    state.suspended = false
    state.ends = instant.nanoseconds + state.left
    state.begins = state.ends - min(state.ends, state.left)
  }
  private func softwareReset(_ instant: Instant) {
    if state.job != .none { powerCut(at: instant) }
    state.continuous = 0
    state.writeEnable = false
    state.volatileStatus = false
    state.poweredDown = false
    state.suspended = false
    state.job = .none
  }

  // MARK: The cell array

  public func settle(at instant: Instant) {
    guard busy, instant.nanoseconds >= state.ends else { return }
    let job = state.job, at = Int(state.jobAddress), n = Int(state.jobBytes)
    state.job = .none
    state.writeEnable = false
    operations &+= 1
    switch job {
    case .erase:
      for i in at..<at + n { memory.storeBytes(of: 0xff, toByteOffset: i, as: UInt8.self) }
      onChange?(at, n)
    case .program:
      for i in 0..<n {
        let old = memory.load(fromByteOffset: at + i, as: UInt8.self)
        memory.storeBytes(of: old & state.pending[i], toByteOffset: at + i, as: UInt8.self)
      }
      onChange?(at, n)
    case .status: (state.sr1, state.sr2, state.sr3) = (state.pendingStatus[0], state.pendingStatus[1], state.pendingStatus[2])
    case .none: break
    }
  }
  /// The power goes (or a reset interrupts): what was under way stays half done.
  ///
  /// A program clears its bits one after the other: each is cleared with the probability of the time that has passed. An erase first
  /// clears what is set (a fifth of its time), then sets the cells, of which every one has its own moment.
  public func powerCut(at instant: Instant) {
    settle(at: instant)
    guard state.job != .none, state.job != .status else { forget(); return }
    let now = state.suspended ? state.ends - state.left : instant.nanoseconds
    let part = Double(now - min(now, state.begins)) / Double(max(state.ends - state.begins, 1))
    var random = seed ^ now &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(state.jobAddress)
    func chance(_ p: Double) -> UInt8 {
      var mask: UInt8 = 0
      for bit in 0..<8 as Range<UInt8> {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        if Double(random >> 33) < p * Double(1 << 31) { mask |= 1 << bit }
      }
      return mask
    }
    let at = Int(state.jobAddress)
    for i in 0..<Int(state.jobBytes) {
      let old = memory.load(fromByteOffset: at + i, as: UInt8.self)
      let new: UInt8
      if state.job == .program {
        new = old & ~(~state.pending[i] & chance(part))
      } else if part < 0.2 {
        new = old & ~chance(part * 5)
      } else {
        new = chance((part - 0.2) / 0.8)
      }
      memory.storeBytes(of: new, toByteOffset: at + i, as: UInt8.self)
    }
    onChange?(at, Int(state.jobBytes))
    forget()
  }
  /// What does not survive without power: all but the status registers' lasting bits.
  private func forget() {
    var s = State()
    (s.sr1, s.sr2, s.sr3) = (state.sr1, state.sr2, state.sr3)
    state = s
  }

  // MARK: State

  public func save(to w: inout StateWriter) {
    w.tag("W25Q")
    let s = state
    for v in [s.sr1, s.sr2, s.sr3, s.continuous, s.phase.rawValue, s.lanes, s.command, s.out, s.job.rawValue] { w.put(v) }
    for b in [s.writeEnable, s.volatileStatus, s.poweredDown, s.resetEnabled, s.selected, s.suspended] { w.put(b) }
    for v in [s.shift, s.count, s.address, s.index, s.pageStart, s.received, s.jobAddress, s.jobBytes] { w.put(v) }
    w.put(s.page); w.put(s.pending); w.put(s.pendingStatus)
    for v in [s.begins, s.ends, s.left] { w.put(v) }
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag("W25Q")
    var s = State()
    s.sr1 = try r.get(); s.sr2 = try r.get(); s.sr3 = try r.get(); s.continuous = try r.get()
    guard let phase = Phase(rawValue: try r.get()) else { throw StateError("damaged state of the flash") }
    s.phase = phase
    s.lanes = try r.get(); s.command = try r.get(); s.out = try r.get()
    guard let job = Job(rawValue: try r.get()) else { throw StateError("damaged state of the flash") }
    s.job = job
    s.writeEnable = try r.get(); s.volatileStatus = try r.get(); s.poweredDown = try r.get(); s.resetEnabled = try r.get()
    s.selected = try r.get(); s.suspended = try r.get()
    s.shift = try r.get(); s.count = try r.get(); s.address = try r.get(); s.index = try r.get(); s.pageStart = try r.get(); s.received = try r.get()
    s.jobAddress = try r.get(); s.jobBytes = try r.get()
    s.page = try r.get(); s.pending = try r.get(); s.pendingStatus = try r.get()
    s.begins = try r.get(); s.ends = try r.get(); s.left = try r.get()
    guard s.page.count == 256, s.pending.count == 256, s.job != .status || s.pendingStatus.count == 3,
      UInt64(s.jobAddress) + UInt64(s.jobBytes) <= UInt64(bytes), s.lanes == 1 || s.lanes == 2 || s.lanes == 4
    else { throw StateError("damaged state of the flash") }
    state = s
  }
}
