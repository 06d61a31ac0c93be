import Emulation

/// A block with function inputs on pins.
public protocol PinInput: AnyObject {
  /// The inputs of `pins` changed, as far as the block's function is selected there (or all of them, for a block that sees every pin).
  func inputsChanged(_ pins: UInt64, at cycle: Cycle)
}

/// A block whose outputs run by themselves (PWM, PIO): it moves them only on pins that somebody watches, and computes the rest when asked.
public protocol FreeRunningOutput: AnyObject {
  /// Bring the outputs on `pins` up to `cycle` by `PinMux.settled`.
  func settle(_ pins: UInt64, at cycle: Cycle)
  /// Levels and output enables of `pins` at `cycle`, which may lie a few cycles back; nothing that others see happens.
  func levels(_ pins: UInt64, at cycle: Cycle) -> (levels: UInt64, enables: UInt64)
  /// The set of pins that need their edges on time has changed.
  func demandChanged(at cycle: Cycle)
}

/// Who hears of edges for interrupts: IO_BANK0 and IO_QSPI.
protocol EdgeSink: AnyObject {
  func edgesLatched(at cycle: Cycle)
}

/// The way between the blocks' functions and the pads (RP2040 data sheet §2.19): function select, overrides, pads, input synchroniser.
///
/// Pins are bits of a word: GPIO0…29 bits 0…29, the QSPI bank (SCLK, SS, SD0…SD3, as IO_QSPI numbers them) bits 32…37. Every step is
/// a few operations on such words, so a write to GPIO_OUT costs the same for one pin as for thirty. The circuit is told only about
/// pins whose net somebody else is on.
public final class PinMux: ChipPins {
  public static let bank0: UInt64 = 0x3fff_ffff, qspi: UInt64 = 0x3f_0000_0000
  public static let all = bank0 | qspi
  /// First pin of the QSPI bank.
  public static let qspiBase: UInt32 = 32
  public static let functions = 10

  /// One override of IO's CTRL (§2.19.6.1): 0 as is, 1 inverted, 2 low, 3 high.
  struct Override {
    var invert: UInt64 = 0, low: UInt64 = 0, high: UInt64 = 0
    @inline(__always) func apply(_ v: UInt64) -> UInt64 { ((v ^ invert) & ~low) | high }
    mutating func set(_ pin: UInt64, _ mode: UInt32) {
      invert = mode == 1 ? invert | pin : invert & ~pin
      low = mode == 2 ? low | pin : low & ~pin
      high = mode == 3 ? high | pin : high & ~pin
    }
    func mode(_ pin: UInt64) -> UInt32 { invert & pin != 0 ? 1 : low & pin != 0 ? 2 : high & pin != 0 ? 3 : 0 }
    func save(to w: inout StateWriter) { w.put(invert); w.put(low); w.put(high) }
    init() {}
    init(from r: inout StateReader) throws(StateError) { invert = try r.get(); low = try r.get(); high = try r.get() }
  }

  struct State {
    /// What each function drives, selected or not.
    var out = [10 of UInt64](repeating: 0), enable = [10 of UInt64](repeating: 0)
    /// The pins on which a function is selected. Reset: none (FUNCSEL 31).
    var selected = [10 of UInt64](repeating: 0)
    /// The selected function's output and enable, for each pin.
    var fromPeripheral: UInt64 = 0, enableFromPeripheral: UInt64 = 0
    var outOver = Override(), enableOver = Override(), inOver = Override(), irqOver = Override()
    var outputDisable: UInt64 = 0, inputEnable: UInt64 = 0, pullUp: UInt64 = 0, pullDown: UInt64 = 0
    /// Rated output strength, two bits a pin: 2, 4, 8, 12 mA.
    var strength0: UInt64 = 0, strength1: UInt64 = 0
    /// Logic level at the pads.
    var level: UInt64 = 0
    /// Edges of the signal to the interrupt logic that nobody has cleared yet.
    var rose: UInt64 = 0, fell: UInt64 = 0
    /// The inputs before each of the last three changes, newest first: what the synchroniser still shows.
    var history = [3 of Past](repeating: Past())
  }
  struct Past { var until: Cycle = 0, inputs: UInt64 = 0 }
  var state = State()

  /// Pins whose net has other pins or listeners: the circuit decides their level.
  private(set) var shared: UInt64 = 0
  /// Pins that a block's input watches; pins with an interrupt enabled.
  private var watched: UInt64 = 0
  private var interrupting: UInt64 = 0
  /// Pins whose edges are counted, for the live view.
  public var counted: UInt64 = 0
  public private(set) var edgeCounts = [UInt32](repeating: 0, count: 38)

  struct Watcher {
    let function: Int?
    var pins: UInt64
    unowned(unsafe) let block: any PinInput
  }
  private var watchers: [Watcher] = []
  struct Runner {
    let function: Int
    unowned(unsafe) let block: any FreeRunningOutput
  }
  private var runners: [Runner] = []
  private unowned(unsafe) var bank0Sink: (any EdgeSink)?
  private unowned(unsafe) var qspiSink: (any EdgeSink)?

  private unowned(unsafe) let services: any ChipServices
  public let circuit: Circuit
  private var terminals: [Terminal] = []
  /// The nets of the pins: "GP0"… and "QSPI_SCLK", "QSPI_SS", "QSPI_SD0"…
  public private(set) var nets: [UInt32: Net] = [:]
  private var driving = false
  /// SYSCFG.PROC_IN_SYNC_BYPASS(_HI): pins read by SIO without the two cycles of delay.
  public var synchroniserBypass: UInt64 = 0

  /// Makes the pins' nets in `circuit`, named with `prefix` in front for boards of several chips.
  public init(_ services: any ChipServices, circuit: Circuit, prefix: String = "") {
    self.services = services
    self.circuit = circuit
    let names =
      (0..<30).map { (UInt32($0), "GP\($0)") }
      + ["SCLK", "SS", "SD0", "SD1", "SD2", "SD3"].enumerated().map { (Self.qspiBase + UInt32($0.offset), "QSPI_" + $0.element) }
    for (pin, name) in names { nets[pin] = circuit.net(prefix + name) }
    for pin in 0..<38 as Range<UInt32> {
      // Bits 30 and 31 are no pins; their terminals sit on the first net's place and are never driven.
      guard let net = nets[pin] else { terminals.append(terminals[0]); continue }
      terminals.append(circuit.attach(to: net, owner: self, tag: pin))
    }
  }
  public func net(_ pin: UInt32) -> Net { nets[pin]! }

  @inline(__always) static func bit(_ pin: UInt32) -> UInt64 { 1 &<< UInt64(pin) }

  // MARK: Outputs

  /// What `function` drives on `pins` from now on; other pins keep what they have.
  @inline(__always)
  public func drive(_ function: Int, pins: UInt64, levels: UInt64, enables: UInt64, at cycle: Cycle) {
    let out = state.out[function], enable = state.enable[function]
    let newOut = (out & ~pins) | (levels & pins), newEnable = (enable & ~pins) | (enables & pins)
    state.out[function] = newOut
    state.enable[function] = newEnable
    if ((out ^ newOut) | (enable ^ newEnable)) & state.selected[function] == 0 { return }
    let s = state.selected[function]
    state.fromPeripheral = (state.fromPeripheral & ~s) | (newOut & s)
    state.enableFromPeripheral = (state.enableFromPeripheral & ~s) | (newEnable & s)
    padsChanged(at: cycle)
  }
  /// One pin of one function: `ChipServices.driveFunction`. Functions that IO knows no pin for are ignored.
  public func drive(_ function: UInt32, pin: UInt32, level: Bool, enable: Bool, at cycle: Cycle) {
    guard function < Self.functions, pin < 38 else { return }
    let b = Self.bit(pin)
    drive(Int(function), pins: b, levels: level ? b : 0, enables: enable ? b : 0, at: cycle)
  }
  /// The pins on which `function` is selected.
  public func selected(_ function: Int) -> UInt64 { state.selected[function] }
  /// The function selected on a pin, 31 for none.
  public func function(of pin: UInt32) -> UInt32 {
    for f in 0..<Self.functions where state.selected[f] & Self.bit(pin) != 0 { return UInt32(f) }
    return 31
  }

  /// The pads as they follow from functions, overrides and pad control; called after any change of these.
  func reselect(at cycle: Cycle) {
    var out: UInt64 = 0, enable: UInt64 = 0
    for f in 0..<Self.functions {
      let s = state.selected[f]
      if s == 0 { continue }
      out |= state.out[f] & s
      enable |= state.enable[f] & s
    }
    state.fromPeripheral = out
    state.enableFromPeripheral = enable
    padsChanged(at: cycle)
  }
  var outToPad: UInt64 { state.outOver.apply(state.fromPeripheral) }
  var enableToPad: UInt64 { state.enableOver.apply(state.enableFromPeripheral) & Self.all }
  private var driven: UInt64 { enableToPad & ~state.outputDisable }

  /// Everything that the drives of all pins follow from, but for bus keepers.
  private struct AsDriven {
    var driven: UInt64 = 0, high: UInt64 = 0, up: UInt64 = 0, down: UInt64 = 0, strength0: UInt64 = 0, strength1: UInt64 = 0
    @inline(__always) func changes(to n: AsDriven) -> UInt64 {
      let outputs = ((high ^ n.high) | (strength0 ^ n.strength0) | (strength1 ^ n.strength1)) & n.driven
      return (driven ^ n.driven) | outputs | (((up ^ n.up) | (down ^ n.down)) & ~n.driven)
    }
    mutating func take(_ b: UInt64, from n: AsDriven) {
      driven = (driven & ~b) | (n.driven & b)
      high = (high & ~b) | (n.high & b)
      up = (up & ~b) | (n.up & b)
      down = (down & ~b) | (n.down & b)
      strength0 = (strength0 & ~b) | (n.strength0 & b)
      strength1 = (strength1 & ~b) | (n.strength1 & b)
    }
  }
  @inline(__always) private var asDriven: AsDriven {
    AsDriven(driven: driven, high: outToPad, up: state.pullUp, down: state.pullDown, strength0: state.strength0, strength1: state.strength1)
  }
  /// What the circuit was told last.
  private var told = AsDriven()

  func padsChanged(at cycle: Cycle) {
    let old = state.level, driven = self.driven
    // Neither pull: the pad's capacitance holds the level. Both: the bus keeper does (§2.19.4).
    let resting = (state.pullUp & ~state.pullDown) | (~(state.pullUp ^ state.pullDown) & old)
    let new = ((driven & outToPad) | (~driven & resting)) & Self.all
    if shared == 0 {
      state.level = new
      if new != old { levelsChanged(from: old, at: cycle) }
      return
    }
    state.level = (new & ~shared) | (old & shared)
    // Of the pins on shared nets, those whose drive has changed; a bus keeper's follows from the level.
    let rest0 = shared & (told.changes(to: asDriven) | (state.pullUp & state.pullDown))
    guard rest0 != 0 else {
      if state.level != old { levelsChanged(from: old, at: cycle) }
      return
    }
    told = asDriven
    let instant = services.instant(cycle)
    driving = true
    circuit.batch(at: instant) {
      var rest = rest0
      while rest != 0 {
        let pin = UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
        rest &= rest &- 1
        circuit.drive(terminals[Int(pin)], drive(tag: pin), at: instant)
      }
    }
    driving = false
    if state.level != old { levelsChanged(from: old, at: cycle) }
  }

  // MARK: Circuit

  public func drive(tag pin: UInt32) -> Drive {
    let b = Self.bit(pin)
    if shared & b == 0 { settle(b, at: services.now) }
    if driven & b != 0 {
      let ma: UInt8 = state.strength1 & b != 0 ? (state.strength0 & b != 0 ? 12 : 8) : (state.strength0 & b != 0 ? 4 : 2)
      return .strong(outToPad & b != 0, milliamps: ma)
    }
    switch (state.pullUp & b != 0, state.pullDown & b != 0) {
    case (true, false): return .pull(true)
    case (false, true): return .pull(false)
    case (true, true): return .pull(state.level & b != 0)
    case (false, false): return .none
    }
  }
  public func attention(tag pin: UInt32, needed: Bool) {
    let b = Self.bit(pin)
    if needed { settle(b, at: services.now); shared |= b } else { shared &= ~b }
    // The circuit has asked for the drive before it says so.
    if needed { told.take(b, from: asDriven) }
    demandChanged(at: services.now)
  }
  public func levelChanged(tag pin: UInt32, high: Bool, at instant: Instant) {
    let b = Self.bit(pin), old = state.level
    state.level = high ? old | b : old & ~b
    if !driving && state.level != old { levelsChanged(from: old, at: services.now) }
  }

  // MARK: Inputs

  private func levelsChanged(from old: UInt64, at cycle: Cycle) {
    let changed = (old ^ state.level)
    if changed & counted != 0 {
      var rest = changed & counted
      while rest != 0 { edgeCounts[rest.trailingZeroBitCount] &+= 1; rest &= rest &- 1 }
    }
    inputsChanged(from: old & state.inputEnable, at: cycle)
  }
  /// The levels behind the pads' input enables changed from `old` to what they are now.
  private func inputsChanged(from old: UInt64, at cycle: Cycle) {
    let new = state.level & state.inputEnable
    guard old != new else { return }
    if state.history[0].until != cycle {
      state.history[2] = state.history[1]
      state.history[1] = state.history[0]
      state.history[0] = Past(until: cycle, inputs: old)
    }
    let a = state.irqOver.apply(old), b = state.irqOver.apply(new)
    state.rose |= b & ~a
    state.fell |= a & ~b
    let changed = old ^ new
    if changed & interrupting != 0 { tellSinks(changed, at: cycle) }
    if changed & watched != 0 {
      for w in watchers {
        let hit = changed & w.pins & (w.function.map { state.selected[$0] } ?? ~0)
        if hit != 0 { w.block.inputsChanged(hit, at: cycle) }
      }
    }
  }
  private func tellSinks(_ pins: UInt64, at cycle: Cycle) {
    if pins & Self.bank0 != 0 { bank0Sink?.edgesLatched(at: cycle) }
    if pins & Self.qspi != 0 { qspiSink?.edgesLatched(at: cycle) }
  }

  /// The inputs as blocks see them, after input enable and override (STATUS.INTOPERI). Not synchronised.
  public func inputs(at cycle: Cycle) -> UInt64 {
    settle(~0, at: cycle)
    return state.inOver.apply(state.level & state.inputEnable) & Self.all
  }
  /// What SIO reads: the inputs two cycles ago (§2.3.1.2), except where SYSCFG bypasses the synchroniser.
  @inline(__always)
  public func synchronisedInputs(at cycle: Cycle) -> UInt64 {
    if cycle &- state.history[0].until > 1 && stale == 0 { return state.inOver.apply(state.level & state.inputEnable) & Self.all }
    return lateInputs(at: cycle)
  }
  private func lateInputs(at cycle: Cycle) -> UInt64 {
    let seen = cycle < 2 ? 0 : cycle - 2
    // First the past, since a block that was settled does not know it any more.
    let running = stale
    var past: UInt64 = 0, enabled: UInt64 = 0
    for r in runners where state.selected[r.function] & running != 0 {
      let s = state.selected[r.function] & running, then = r.block.levels(s, at: seen)
      past |= then.levels & s
      enabled |= then.enables & s
    }
    settle(~0, at: cycle)
    var raw = state.level & state.inputEnable
    for i in 0..<3 where state.history[i].until > seen { raw = state.history[i].inputs }
    // Where the block drove the pad then, the pad had its level.
    let known = running & state.enableOver.apply(enabled) & ~state.outputDisable
    // Where it did not, the pad was at its pull; with none or both it kept what it had.
    let released = running & ~known & (state.pullUp ^ state.pullDown)
    raw = (raw & ~(known | released)) | (((state.outOver.apply(past) & known) | (state.pullUp & released)) & state.inputEnable)
    let now = state.level & state.inputEnable
    return state.inOver.apply((raw & ~synchroniserBypass) | (now & synchroniserBypass)) & Self.all
  }
  /// A block's input: the OR of all pins of `pins` that have its function selected; low when none has (§2.19.2).
  public func input(_ function: Int, pins: UInt64) -> Bool {
    state.inOver.apply(state.level & state.inputEnable) & state.selected[function] & pins != 0
  }
  /// `ChipServices.inputLevel`.
  public func inputLevel(pin: UInt32, at cycle: Cycle) -> Bool { pin < 38 && inputs(at: cycle) & Self.bit(pin) != 0 }

  /// From now on `block` hears of changes on `pins` where `function` is selected (nil: whatever is selected). An empty set ends it.
  public func watch(_ block: any PinInput, function: Int?, pins: UInt64) {
    watchers.removeAll { $0.block === block && $0.function == function }
    if pins != 0 { watchers.append(Watcher(function: function, pins: pins, block: block)) }
    watchedChanged()
  }
  /// True if something on the chip besides `block` looks at these pins' levels: an interrupt, a block that sees every pin.
  public func isWatched(_ pins: UInt64, besides block: any PinInput) -> Bool {
    if interrupting & pins != 0 { return true }
    for w in watchers where w.block !== block {
      if w.pins & pins & (w.function.map { state.selected[$0] } ?? ~0) != 0 { return true }
    }
    return false
  }
  /// The level of a pin's wire when nobody outside drives it: what its function would drive there, as overrides, pad and pulls let it.
  /// For blocks whose words do not move the wires edge by edge (SSI).
  func restingLevel(_ pin: UInt32, function: Int, level: Bool, enable: Bool) -> Bool {
    let b = Self.bit(pin)
    if state.selected[function] & b == 0 { return state.level & b != 0 }
    let out = state.outOver.apply(level ? b : 0) & b != 0, drives = state.enableOver.apply(enable ? b : 0) & b & ~state.outputDisable != 0
    if drives { return out }
    return state.pullDown & b == 0 || state.pullUp & b != 0
  }
  /// True if these pins are what their function makes them: no override, pads on. Then a level on the wire is the block's own.
  func isPlain(outputs: UInt64, inputs: UInt64) -> Bool {
    let over = state.outOver, enable = state.enableOver, input = state.inOver
    let touched = (over.invert | over.low | over.high | enable.invert | enable.low | enable.high | state.outputDisable) & outputs
    return touched | (input.invert | input.low | input.high | ~state.inputEnable) & inputs == 0
  }
  private var watchedPins: UInt64 {
    var sum: UInt64 = 0
    for w in watchers { sum |= w.pins & (w.function.map { state.selected[$0] } ?? ~0) }
    return sum
  }
  private func watchedChanged() {
    let sum = watchedPins
    guard sum != watched else { return }
    settle(sum, at: services.now)
    watched = sum
    demandChanged(at: services.now)
  }

  // MARK: Free-running outputs

  /// `block` computes the outputs of `function` by itself.
  public func attach(freeRunning block: any FreeRunningOutput, function: Int) { runners.append(Runner(function: function, block: block)) }
  /// Pins that need every edge at its time.
  var eager: UInt64 { shared | watched | interrupting }
  /// Pins of a free-running function that somebody needs on time.
  public func demanded(_ function: Int) -> UInt64 { state.selected[function] & eager }
  /// Pins of free-running functions that nobody needs on time.
  @inline(__always) private var stale: UInt64 { free & ~(shared | watched | interrupting) }
  /// Pins with a free-running function selected.
  private var free: UInt64 = 0
  private func freeChanged() {
    free = 0
    for r in runners { free |= state.selected[r.function] }
  }
  private func demandChanged(at cycle: Cycle) { for r in runners { r.block.demandChanged(at: cycle) } }
  @inline(__always) private func settle(_ pins: UInt64, at cycle: Cycle) {
    if stale & pins != 0 { settleRunners(stale & pins, at: cycle) }
  }
  private func settleRunners(_ pins: UInt64, at cycle: Cycle) {
    for r in runners where state.selected[r.function] & pins != 0 { r.block.settle(state.selected[r.function] & pins, at: cycle) }
  }
  /// A free-running block's answer: its outputs on `pins` now, and which of them rose or fell since the last time.
  public func settled(_ f: Int, pins: UInt64, levels: UInt64, enables: UInt64, rose: UInt64, fell: UInt64) {
    state.out[f] = (state.out[f] & ~pins) | (levels & pins)
    state.enable[f] = (state.enable[f] & ~pins) | (enables & pins)
    let p = pins & state.selected[f]
    guard p != 0 else { return }
    state.fromPeripheral = (state.fromPeripheral & ~p) | (levels & p)
    state.enableFromPeripheral = (state.enableFromPeripheral & ~p) | (enables & p)
    let old = state.level, d = driven
    let resting = (state.pullUp & ~state.pullDown) | (~(state.pullUp ^ state.pullDown) & old)
    state.level = (old & ~p) | (((d & outToPad) | (~d & resting)) & p)
    let visible = p & d & state.inputEnable & ~(state.outOver.low | state.outOver.high | state.irqOver.low | state.irqOver.high)
    let inverted = state.outOver.invert ^ state.irqOver.invert
    state.rose |= visible & ((rose & ~inverted) | (fell & inverted))
    state.fell |= visible & ((fell & ~inverted) | (rose & inverted))
  }
  /// The inputs of pins that are on time, as blocks see them.
  var currentInputs: UInt64 { state.inOver.apply(state.level & state.inputEnable) & Self.all }

  // MARK: IO and pads

  func attach(bank0 sink: any EdgeSink) { bank0Sink = sink }
  func attach(qspi sink: any EdgeSink) { qspiSink = sink }

  /// CTRL of one pin of IO_BANK0 or IO_QSPI.
  func setControl(_ pin: UInt32, functionSelect: UInt32, out: UInt32, enable: UInt32, input: UInt32, irq: UInt32, at cycle: Cycle) {
    let b = Self.bit(pin)
    settle(b, at: cycle)
    let before = state.inOver.apply(state.level & state.inputEnable)
    var reselected = false
    for f in 0..<Self.functions {
      let s = f == Int(functionSelect) ? state.selected[f] | b : state.selected[f] & ~b
      if s != state.selected[f] { state.selected[f] = s; reselected = true }
    }
    let irqBefore = state.irqOver.apply(state.level & state.inputEnable)
    state.outOver.set(b, out); state.enableOver.set(b, enable); state.inOver.set(b, input); state.irqOver.set(b, irq)
    let irqAfter = state.irqOver.apply(state.level & state.inputEnable)
    state.rose |= irqAfter & ~irqBefore
    state.fell |= irqBefore & ~irqAfter
    if reselected {
      freeChanged()
      watchedChanged()
      demandChanged(at: cycle)
      settle(b, at: cycle)
    }
    reselect(at: cycle)
    if irqBefore != irqAfter { tellSinks(b, at: cycle) }
    // A block whose function came or went, or whose input was turned over, sees its input change.
    if reselected || before != state.inOver.apply(state.level & state.inputEnable) {
      for w in watchers where w.pins & b != 0 && w.function != nil { w.block.inputsChanged(b, at: cycle) }
    }
  }
  func control(_ pin: UInt32) -> UInt32 {
    let b = Self.bit(pin)
    return state.outOver.mode(b) << 8 | state.enableOver.mode(b) << 12 | state.inOver.mode(b) << 16 | state.irqOver.mode(b) << 28
  }

  /// The pad register of one pin (§2.19.6.3).
  func setPad(_ pin: UInt32, _ v: UInt32, at cycle: Cycle) {
    let b = Self.bit(pin)
    settle(b, at: cycle)
    func put(_ word: inout UInt64, _ on: UInt32) { word = on != 0 ? word | b : word & ~b }
    let before = state.level & state.inputEnable
    put(&state.outputDisable, v & 0x80)
    put(&state.inputEnable, v & 0x40)
    put(&state.strength1, v & 0x20)
    put(&state.strength0, v & 0x10)
    put(&state.pullUp, v & 0x08)
    put(&state.pullDown, v & 0x04)
    inputsChanged(from: before, at: cycle)
    padsChanged(at: cycle)
  }

  /// Pins with any interrupt enabled in `bank` are watched on time.
  func setInterrupting(_ pins: UInt64, bank: UInt64, at cycle: Cycle) {
    let new = (interrupting & ~bank) | (pins & bank)
    guard new != interrupting else { return }
    settle(new & ~interrupting, at: cycle)
    interrupting = new
    demandChanged(at: cycle)
  }
  /// The signal that the interrupt logic looks at, after IRQOVER.
  func interruptSignals(at cycle: Cycle) -> UInt64 {
    settle(~0, at: cycle)
    return state.irqOver.apply(state.level & state.inputEnable) & Self.all
  }
  func clearEdges(rose: UInt64, fell: UInt64) {
    state.rose &= ~rose
    state.fell &= ~fell
  }
  /// STATUS of a pin (§2.19.6.1).
  func status(_ pin: UInt32, at cycle: Cycle) -> UInt32 {
    settle(~0, at: cycle)
    let b = Self.bit(pin), raw = state.level & state.inputEnable
    func at(_ word: UInt64, _ place: UInt32) -> UInt32 { word & b != 0 ? 1 << place : 0 }
    return at(state.fromPeripheral, 8) | at(outToPad, 9) | at(state.enableFromPeripheral, 12) | at(enableToPad, 13)
      | at(raw, 17) | at(state.inOver.apply(raw), 19) | at(raw, 24) | at(state.irqOver.apply(raw), 26)
  }
  /// Logic level at a pad, whatever its input enable.
  public func padLevel(_ pin: UInt32, at cycle: Cycle) -> Bool {
    settle(~0, at: cycle)
    return state.level & Self.bit(pin) != 0
  }
  /// True if the chip drives the pad.
  public func isDriven(_ pin: UInt32) -> Bool { driven & Self.bit(pin) != 0 }
  /// -1 pulled down, 1 pulled up, 2 bus keeper, 0 none.
  public func pull(_ pin: UInt32) -> Int {
    let b = Self.bit(pin)
    return state.pullUp & b != 0 ? (state.pullDown & b != 0 ? 2 : 1) : state.pullDown & b != 0 ? -1 : 0
  }

  // MARK: State

  public func save(to w: inout StateWriter) {
    w.tag("PinMux")
    for f in 0..<Self.functions { w.put(state.out[f]); w.put(state.enable[f]); w.put(state.selected[f]) }
    for o in [state.outOver, state.enableOver, state.inOver, state.irqOver] { o.save(to: &w) }
    for v in [
      state.fromPeripheral, state.enableFromPeripheral, state.outputDisable, state.inputEnable, state.pullUp, state.pullDown,
      state.strength0, state.strength1, state.level, state.rose, state.fell, synchroniserBypass,
    ] { w.put(v) }
    for i in 0..<3 { w.put(state.history[i].until); w.put(state.history[i].inputs) }
  }
  /// After the blocks: what they did to pins while they restored themselves does not count.
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag("PinMux")
    for f in 0..<Self.functions { state.out[f] = try r.get(); state.enable[f] = try r.get(); state.selected[f] = try r.get() }
    state.outOver = try Override(from: &r); state.enableOver = try Override(from: &r)
    state.inOver = try Override(from: &r); state.irqOver = try Override(from: &r)
    state.fromPeripheral = try r.get(); state.enableFromPeripheral = try r.get()
    state.outputDisable = try r.get(); state.inputEnable = try r.get()
    state.pullUp = try r.get(); state.pullDown = try r.get()
    state.strength0 = try r.get(); state.strength1 = try r.get()
    state.level = try r.get(); state.rose = try r.get(); state.fell = try r.get()
    synchroniserBypass = try r.get()
    for i in 0..<3 { state.history[i].until = try r.get(); state.history[i].inputs = try r.get() }
    freeChanged()
    watched = watchedPins
    let instant = services.instant(services.now)
    driving = true
    for pin in 0..<38 as Range<UInt32> where shared & Self.bit(pin) != 0 { circuit.drive(terminals[Int(pin)], drive(tag: pin), at: instant) }
    driving = false
    told = asDriven
    demandChanged(at: services.now)
  }
}
