import Emulation

/// One slice of PWM (RP2040 data sheet §4.5.2): a 16-bit counter behind an 8.4 divider, two compare levels.
///
/// It does not run: `advance` moves it to any later tick of clk_sys at once. A tick comes whenever the divider has gathered `divisor` sixteenths;
/// it gathers 16 each clk_sys cycle, or each cycle with B high, or each edge of B.
struct PWMSlice {
  /// EN 0, PH_CORRECT 1, A_INV 2, B_INV 3, DIVMODE 5:4.
  var csr: UInt32 = 0
  /// Divider in sixteenths, as DIV holds it (integer part 0 stands for 256).
  var div: UInt32 = 0x10
  var counter: UInt32 = 0, countsDown = false
  /// As written, and as the counter uses them since its last wrap (§4.5.2.3: double-buffered).
  var cc: UInt32 = 0, top: UInt32 = 0xffff
  private(set) var currentCC: UInt32 = 0, currentTop: UInt32 = 0xffff
  /// Sixteenths that the divider has gathered; negative while PH_RET holds a tick back.
  private(set) var phase: Int64 = 0
  /// The tick of clk_sys up to which it was moved.
  private(set) var anchor: UInt64 = 0
  /// The B input, for DIVMODE 1 to 3.
  var gate = false

  /// What happened since somebody last looked: wraps, and edges of A (bit 0) and B (bit 1) behind their inversion.
  var wrapped = false, rose: UInt32 = 0, fell: UInt32 = 0

  init() {}
  var enabled: Bool { csr & 1 != 0 }
  var phaseCorrect: Bool { csr & 2 != 0 }
  var mode: UInt32 { csr >> 4 & 3 }
  private var divisor: Int64 { Int64(div < 0x10 ? div + 0x1000 : div) }
  /// True if the divider gathers with every cycle.
  var runs: Bool { enabled && (mode == 0 || mode == 1 && gate) }

  // MARK: Where the counter is

  /// Ticks in a period.
  private var period: UInt32 { phaseCorrect ? 2 * currentTop + 2 : currentTop + 1 }
  /// Ticks since the last wrap. In phase-correct mode the counter stays at TOP and at 0 for two ticks each.
  private var position: UInt32 {
    get { countsDown && phaseCorrect ? 2 * currentTop + 1 - min(counter, currentTop) : counter }
    set {
      countsDown = phaseCorrect && newValue > currentTop
      counter = countsDown ? 2 * currentTop + 1 - newValue : newValue
    }
  }
  private func compare(_ channel: UInt32) -> UInt32 { currentCC >> (16 * channel) & 0xffff }
  private func inverted(_ channel: UInt32) -> Bool { csr >> (2 + channel) & 1 != 0 }
  func level(_ channel: UInt32) -> Bool { (counter < compare(channel)) != inverted(channel) }
  /// A level that never changes while TOP and CC stay.
  private func constant(_ channel: UInt32) -> Bool { compare(channel) == 0 || compare(channel) > currentTop }

  private mutating func load() { currentCC = cc; currentTop = top }
  /// After a write: a slice that stands still takes new values at once.
  mutating func registersChanged() { if !enabled { load() } }

  // MARK: Moving

  mutating func advance(to sysTick: UInt64) {
    guard sysTick > anchor else { return }
    if runs { gather(16 * Int64(min(sysTick - anchor, 1 << 56))) }
    anchor = sysTick
  }
  /// An edge of B in DIVMODE 2 and 3.
  mutating func countEdge() { if enabled { gather(16) } }
  private mutating func gather(_ sixteenths: Int64) {
    phase += sixteenths
    guard phase >= divisor else { return }
    let n = phase / divisor
    phase -= n * divisor
    tick(UInt64(n))
  }
  /// PH_ADV: one count more, if the counter does not run at full speed.
  mutating func phaseAdvance() { if enabled && divisor > 16 { tick(1) } }
  /// PH_RET: one count less.
  mutating func phaseRetard() { if enabled { phase -= divisor } }

  private mutating func tick(_ count: UInt64) {
    var n = count
    // Above TOP (it was written so) the counter runs on to 16 bits' end; only meeting TOP is a wrap.
    if counter > currentTop {
      let before = (level(0), level(1)), step = min(n, UInt64(0x10000 - counter))
      counter = (counter + UInt32(step)) & 0xffff
      countsDown = false
      note(before)
      n -= step
    }
    while n > 0 {
      let left = UInt64(period - position)
      if n < left { move(to: position + UInt32(n)); return }
      n -= left
      move(to: period - 1)
      let before = (level(0), level(1))
      load()
      position = 0
      wrapped = true
      note(before)
      // Whole periods that follow are all alike.
      let whole = n / UInt64(period)
      if whole > 0 {
        for c in 0..<2 as Range<UInt32> where !constant(c) { rose |= 1 << c; fell |= 1 << c }
        n -= whole * UInt64(period)
      }
    }
  }
  /// Within a period, noting what the outputs do on the way.
  private mutating func move(to new: UInt32) {
    let old = position
    for c in 0..<2 as Range<UInt32> where !constant(c) {
      let falls = compare(c)
      if old < falls && new >= falls { if inverted(c) { rose |= 1 << c } else { fell |= 1 << c } }
      let rises = period - compare(c)
      if phaseCorrect && old < rises && new >= rises { if inverted(c) { fell |= 1 << c } else { rose |= 1 << c } }
    }
    position = new
  }
  private mutating func note(_ before: (Bool, Bool)) {
    for (c, was) in [before.0, before.1].enumerated() {
      let c = UInt32(c), now = level(c)
      if now && !was { rose |= 1 << c }
      if was && !now { fell |= 1 << c }
    }
  }

  // MARK: What comes

  /// The next tick of clk_sys at which an output of `channels` (bits) may change, or, if `wraps`, the counter wraps; `.max` if none does by itself.
  func next(channels: UInt32, wraps: Bool) -> UInt64 {
    guard runs else { return .max }
    var ticks: UInt32 = .max
    if counter > currentTop {
      if channels != 0 || wraps { ticks = 0x10000 - counter }
    } else {
      let p = position
      var wrapMatters = wraps || channels != 0 && (cc != currentCC || top != currentTop)
      for c in 0..<2 as Range<UInt32> where channels >> c & 1 != 0 && !constant(c) {
        wrapMatters = true
        if p < compare(c) { ticks = min(ticks, compare(c) - p) }
        let rises = period - compare(c)
        if phaseCorrect && p < rises { ticks = min(ticks, rises - p) }
      }
      if wrapMatters { ticks = min(ticks, period - p) }
    }
    guard ticks != .max else { return .max }
    return anchor + UInt64((Int64(ticks) * divisor - phase + 15) / 16)
  }

  /// For a live view: hertz per clk_sys hertz as a ratio, and the share of a period that A or B is high, in 1/65536.
  var cyclesPerPeriod16: UInt64 { UInt64(period) * UInt64(divisor) }
  func duty(_ channel: UInt32) -> UInt32 {
    let d = min(compare(channel), currentTop + 1), share = UInt32(UInt64(d) * 65536 / UInt64(currentTop + 1))
    return inverted(channel) ? 65536 - share : share
  }

  // MARK: State

  func save(to w: inout StateWriter) {
    for v in [csr, div, counter, cc, top, currentCC, currentTop, rose, fell] { w.put(v) }
    w.put(countsDown); w.put(gate); w.put(wrapped); w.put(phase); w.put(anchor)
  }
  init(from r: inout StateReader) throws(StateError) {
    csr = try r.get(); div = try r.get(); counter = try r.get(); cc = try r.get(); top = try r.get()
    currentCC = try r.get(); currentTop = try r.get(); rose = try r.get(); fell = try r.get()
    countsDown = try r.get(); gate = try r.get(); wrapped = try r.get(); phase = try r.get(); anchor = try r.get()
  }
}
