import Emulation

/// The part that IO_BANK0 and IO_QSPI have in common: CTRL and STATUS of each pin, edge and level interrupts (RP2040 data sheet §2.19.3).
///
/// Four bits a pin, eight pins a word: LEVEL_LOW, LEVEL_HIGH, EDGE_LOW, EDGE_HIGH. Levels are live; edges stay until INTR is written.
final class GPIOBank: EdgeSink {
  /// Three destinations: processor 0, processor 1, dormant wake.
  struct State {
    var functionSelect: [UInt32]
    /// Indexed by destination × words + word.
    var enable: [UInt32], force: [UInt32]
    /// What the three outputs were last.
    var lines: [Bool] = [false, false, false]
  }
  private(set) var state: State
  let pins: Int, words: Int
  private let base: UInt32, irq: UInt32
  private let mux: PinMux
  private unowned(unsafe) let services: any ChipServices
  private var bankMask: UInt64 { base == 0 ? PinMux.bank0 : PinMux.qspi }

  /// `base`: the first pin's number in `mux`.
  init(_ services: any ChipServices, mux: PinMux, base: UInt32, pins: Int, irq: UInt32) {
    self.services = services; self.mux = mux; self.base = base; self.pins = pins; self.irq = irq
    words = (pins + 7) / 8
    state = State(
      functionSelect: Array(repeating: 31, count: pins), enable: Array(repeating: 0, count: 3 * words), force: Array(repeating: 0, count: 3 * words))
    if base == 0 { mux.attach(bank0: self) } else { mux.attach(qspi: self) }
  }

  func reset(at cycle: Cycle) {
    state = State(
      functionSelect: Array(repeating: 31, count: pins), enable: Array(repeating: 0, count: 3 * words),
      force: Array(repeating: 0, count: 3 * words), lines: state.lines)
    for p in 0..<pins { apply(p, 0, at: cycle) }
    mux.clearEdges(rose: bankMask, fell: bankMask)
    mux.setInterrupting(0, bank: bankMask, at: cycle)
    update(at: cycle)
  }

  // MARK: Pins

  func status(_ p: Int, at cycle: Cycle) -> UInt32 { mux.status(base + UInt32(p), at: cycle) }
  func control(_ p: Int) -> UInt32 { mux.control(base + UInt32(p)) | state.functionSelect[p] }
  func setControl(_ p: Int, _ v: UInt32, at cycle: Cycle) {
    state.functionSelect[p] = v & 31
    apply(p, v, at: cycle)
  }
  private func apply(_ p: Int, _ v: UInt32, at cycle: Cycle) {
    mux.setControl(
      base + UInt32(p), functionSelect: state.functionSelect[p], out: v >> 8 & 3, enable: v >> 12 & 3, input: v >> 16 & 3,
      irq: v >> 28 & 3, at: cycle)
  }

  // MARK: Interrupts

  private func mask(_ word: Int) -> UInt32 {
    let n = min(8, pins - 8 * word)
    return n == 8 ? ~0 : (1 << (4 * UInt32(n))) - 1
  }
  /// INTR.
  func raw(_ word: Int, at cycle: Cycle) -> UInt32 {
    let signal = mux.interruptSignals(at: cycle)
    let shift = UInt64(base) + 8 * UInt64(word)
    let high = spread(UInt8(truncatingIfNeeded: signal >> shift))
    let fell = spread(UInt8(truncatingIfNeeded: mux.state.fell >> shift)), rose = spread(UInt8(truncatingIfNeeded: mux.state.rose >> shift))
    return (~high & 0x1111_1111 | high << 1 | fell << 2 | rose << 3) & mask(word)
  }
  /// Bit n to bit 4n.
  private func spread(_ b: UInt8) -> UInt32 {
    var x = UInt32(b)
    x = (x | x << 12) & 0x000f_000f
    x = (x | x << 6) & 0x0303_0303
    return (x | x << 3) & 0x1111_1111
  }
  private func gather(_ word: UInt32) -> UInt8 {
    var x = word & 0x1111_1111
    x = (x | x >> 3) & 0x0303_0303
    x = (x | x >> 6) & 0x000f_000f
    return UInt8(truncatingIfNeeded: x | x >> 12)
  }
  func clear(_ word: Int, _ v: UInt32, at cycle: Cycle) {
    _ = mux.interruptSignals(at: cycle)
    let shift = UInt64(base) + 8 * UInt64(word), v = v & mask(word)
    mux.clearEdges(rose: UInt64(gather(v >> 3)) << shift, fell: UInt64(gather(v >> 2)) << shift)
    update(at: cycle)
  }
  func enable(_ to: Int, _ word: Int) -> UInt32 { state.enable[to * words + word] }
  func force(_ to: Int, _ word: Int) -> UInt32 { state.force[to * words + word] }
  func pending(_ to: Int, _ word: Int, at cycle: Cycle) -> UInt32 { raw(word, at: cycle) & enable(to, word) | force(to, word) }
  func setEnable(_ to: Int, _ word: Int, _ v: UInt32, at cycle: Cycle) {
    state.enable[to * words + word] = v & mask(word)
    tellMux(at: cycle)
    update(at: cycle)
  }
  private func tellMux(at cycle: Cycle) {
    var pins: UInt64 = 0
    for i in state.enable.indices {
      let e = state.enable[i]
      pins |= UInt64(gather(e | e >> 1 | e >> 2 | e >> 3)) << (UInt64(base) + 8 * UInt64(i % words))
    }
    mux.setInterrupting(pins, bank: bankMask, at: cycle)
  }
  func setForce(_ to: Int, _ word: Int, _ v: UInt32, at cycle: Cycle) {
    state.force[to * words + word] = v & mask(word)
    update(at: cycle)
  }

  func edgesLatched(at cycle: Cycle) { update(at: cycle) }
  private func update(at cycle: Cycle) {
    for to in 0..<3 {
      var on = false
      for word in 0..<words where enable(to, word) | force(to, word) != 0 && pending(to, word, at: cycle) != 0 { on = true; break }
      guard on != state.lines[to] else { continue }
      // Edges are kept and wake oscillators without a clock; what the processors see of them is on clk_sys.
      if to < 2 && services.frequency(.sys).isZero { continue }
      state.lines[to] = on
      if to < 2 { services.setInterrupt(irq, on, core: UInt32(to)) } else if on { services.wakeDormant() }
    }
  }

  func clockChanged(at cycle: Cycle) { update(at: cycle) }

  // MARK: State

  func save(to w: inout StateWriter) {
    w.put(state.functionSelect); w.put(state.enable); w.put(state.force)
    for l in state.lines { w.put(l) }
  }
  func restore(from r: inout StateReader) throws(StateError) {
    let select: [UInt32] = try r.get(), enable: [UInt32] = try r.get(), force: [UInt32] = try r.get()
    guard select.count == pins, enable.count == 3 * words, force.count == 3 * words else { throw StateError("damaged state of a GPIO bank") }
    state.functionSelect = select; state.enable = enable; state.force = force
    for i in 0..<3 { state.lines[i] = try r.get() }
    tellMux(at: services.now)
  }
}
