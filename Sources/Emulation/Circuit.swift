/// A wire between pins. Nets that were joined compare unequal but behave as one.
public struct Net: Hashable, Sendable {
  public let index: UInt32
}

/// What a net's voltage means to a logic input.
public enum Level: UInt8, Sendable { case low, high, floating, conflict }

/// What one pin does to its net, weakest first.
public enum Drive: Equatable, Sendable {
  case none
  /// A pad's own pull resistor: 50 to 80 kΩ on the RP2040 (data sheet §5.5.3.4).
  case pull(Bool)
  /// A resistor on the board, a few kΩ: wins over pulls, loses against outputs.
  case weak(Bool)
  /// An output stage. `milliamps` is its rated strength: 2, 4, 8 or 12 on the RP2040.
  case strong(Bool, milliamps: UInt8 = 4)
  /// A voltage source of about 1 kΩ: potentiometer, sensor.
  case analog(millivolts: Int32)
}

/// One pin's connection to a net: what `drive` needs.
public struct Terminal: Hashable, Sendable {
  let index: Int
}

/// Whoever wants to hear of a net's changes: a part, a trace.
public protocol NetListener: AnyObject {
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant)
}

/// Whoever wants to hear of every change of what drives a net: a wire to another circuit.
public protocol DriveListener: AnyObject {
  func drivesChanged(at instant: Instant)
}

/// A driver with many pins (a chip) that tells the circuit only what somebody needs to know.
public protocol TerminalOwner: AnyObject {
  /// What the pin drives now; asked while the net was nobody else's concern, and its owner therefore silent.
  func drive(tag: UInt32) -> Drive
  /// From now on every change of the pin's drive has to be reported (or no longer).
  func attention(tag: UInt32, needed: Bool)
  /// The net's logic value changed, by whomever.
  func levelChanged(tag: UInt32, high: Bool, at instant: Instant)
}

/// The nets of a board: who drives what, what level results, who hears of it.
///
/// A net that has one pin and no listener costs nothing: its owner does not even report changes (`TerminalOwner.attention`), and
/// a level asked for in between is computed from the owner's answer. Supply is 3.3 V throughout.
public final class Circuit {
  public static let supply: Int32 = 3300

  struct Pin {
    var net: Int
    var drive: Drive = .none
    var tag: UInt32
    unowned(unsafe) var owner: (any TerminalOwner)?
  }
  struct Listener {
    weak var target: (any NetListener)?
    let net: Net, tag: UInt32, everyEdge: Bool
  }
  struct Wire {
    var names: [String]
    var pins: [Int] = []
    var listeners: [Listener] = []
    var level: Level = .floating
    /// The logic value that inputs read: kept by the wire's capacitance while nobody drives it.
    var high = false
    /// Two-terminal parts on this net: indices into `elements`.
    var elements: [Int] = []
    /// A supply's voltage in millivolts: nothing moves it.
    var rail: Int32?
    /// Where the net is in the island that is solved as one (CircuitSolver.swift); -1 when it stands alone.
    var island = -1
    /// Volts, and whether anything real drives it: as the island was solved last.
    var volts = 0.0, driven = false
    var attention: Bool { pins.count > 1 || !listeners.isEmpty || !elements.isEmpty || rail != nil }
  }
  var wires: [Wire] = []
  var pins: [Pin] = []
  /// Where a joined net's contents went: index of itself or of another net.
  var joined: [Int] = []
  /// Parts that can take whole words (SerialDevices.swift).
  var spiPorts: [SPIPort] = [], i2cPorts: [I2CPort] = []
  /// Changes whenever nets, pins or listeners do: what was found out about the wiring holds while it stays.
  public internal(set) var generation: UInt64 = 1
  // Two-terminal parts and the islands they make of nets (CircuitElements.swift, CircuitSolver.swift).
  var elements: [ElementState] = []
  var islands: [Island] = []
  var islandsStale = false
  var batchDepth = 0
  var dirty: [Int] = []
  var news: [News] = []
  var telling = false
  private var byName: [String: Net] = [:]
  private var driveListeners: [(net: Net, target: any DriveListener)] = []

  /// How many times a net came into contention (two outputs against each other) since power-on.
  public internal(set) var contentions: UInt64 = 0

  public init() {}

  // MARK: Building

  /// The net of that name, made if there is none.
  public func net(_ name: String) -> Net {
    if let n = byName[name] { return n }
    let n = Net(index: UInt32(wires.count))
    wires.append(Wire(names: [name]))
    joined.append(wires.count - 1)
    byName[name] = n
    return n
  }
  /// The net of that name, if there is one.
  public func find(_ name: String) -> Net? { byName[name] }
  public func name(of net: Net) -> String { wires[Int(net.index)].names[0] }
  /// Every named net, in the order they were made.
  public var nets: [Net] { wires.indices.map { Net(index: UInt32($0)) } }
  /// True if the two are one net.
  public func same(_ a: Net, _ b: Net) -> Bool { root(a) == root(b) }

  /// Connects a pin to a net. It drives nothing at first. `owner` outlives the circuit's use.
  public func attach(to net: Net, owner: (any TerminalOwner)? = nil, tag: UInt32 = 0) -> Terminal {
    let w = root(net)
    generation += 1
    pins.append(Pin(net: w, tag: tag, owner: owner))
    let before = wires[w].attention
    wires[w].pins.append(pins.count - 1)
    attentionMayHaveChanged(w, before)
    return Terminal(index: pins.count - 1)
  }

  /// Solders two nets together.
  public func join(_ a: Net, _ b: Net, at instant: Instant) {
    let keep = root(a), gone = root(b)
    guard keep != gone else { return }
    generation += 1
    let before = (wires[keep].attention, wires[gone].attention)
    let (keptPins, gonePins) = (wires[keep].pins, wires[gone].pins)
    for i in gonePins { pins[i].net = keep }
    wires[keep].pins += gonePins
    wires[keep].listeners += wires[gone].listeners
    wires[keep].elements += wires[gone].elements
    wires[keep].rail = wires[keep].rail ?? wires[gone].rail
    wires[gone].pins = []
    wires[gone].listeners = []
    wires[gone].elements = []
    wires[gone].rail = nil
    islandsStale = islandsStale || !elements.isEmpty
    for i in joined.indices where joined[i] == gone { joined[i] = keep }
    if wires[keep].attention {
      if !before.0 { for i in keptPins { take(i) } }
      if !before.1 { for i in gonePins { take(i) } }
    }
    resolve(keep, at: instant, tellAll: true)
  }

  /// `listener` hears of every change of the net's level. `everyEdge`: it needs real edges (a trace), not just bytes.
  public func listen(to net: Net, _ listener: any NetListener, tag: UInt32 = 0, everyEdge: Bool = true) {
    let w = root(net), before = wires[w].attention
    generation += 1
    wires[w].listeners.append(Listener(target: listener, net: net, tag: tag, everyEdge: everyEdge))
    attentionMayHaveChanged(w, before)
  }
  public func unlisten(_ listener: any NetListener) {
    generation += 1
    for w in wires.indices where !wires[w].listeners.isEmpty {
      wires[w].listeners.removeAll { $0.target == nil || $0.target === listener }
      if !wires[w].attention { attentionMayHaveChanged(w, true) }
    }
  }
  /// True if somebody needs every edge of the net: a trace, an analyser, a second listener, a lamp, also behind a resistor. Otherwise
  /// whole words may be exchanged.
  public func observed(_ net: Net) -> Bool {
    let w = root(net)
    if islandsStale { findIslands() }
    if wires[w].island >= 0 { return observedIsland(wires[w].island) }
    return observedAlone(w)
  }
  func observedAlone(_ w: Int) -> Bool {
    let l = wires[w].listeners
    return l.count > 1 || l.contains { $0.everyEdge }
  }

  func root(_ net: Net) -> Int { joined[Int(net.index)] }
  func attentionMayHaveChanged(_ w: Int, _ before: Bool) {
    let now = wires[w].attention
    guard now != before || (now && wires[w].pins.count > 1) else { return }
    for i in wires[w].pins {
      if now { take(i) } else { pins[i].owner?.attention(tag: pins[i].tag, needed: false) }
    }
    refresh(w)
  }
  /// Takes over what a pin drove in silence.
  private func take(_ pin: Int) {
    guard let owner = pins[pin].owner else { return }
    pins[pin].drive = owner.drive(tag: pins[pin].tag)
    owner.attention(tag: pins[pin].tag, needed: true)
  }

  // MARK: Running

  public func drive(_ terminal: Terminal, _ drive: Drive, at instant: Instant) {
    guard pins[terminal.index].drive != drive else { return }
    pins[terminal.index].drive = drive
    let net = pins[terminal.index].net
    resolve(net, at: instant, tellAll: false)
    if !driveListeners.isEmpty { for l in driveListeners where root(l.net) == net { l.target.drivesChanged(at: instant) } }
  }
  /// `listener` hears whenever a pin of the net drives it differently, also when its level stays. It lives as long as the circuit is used.
  public func listenToDrives(of net: Net, _ listener: any DriveListener) { driveListeners.append((net, listener)) }
  /// What all pins of the net but one do to it together: the strongest kind wins, and of outputs against each other the low one.
  public func drive(of net: Net, without terminal: Terminal) -> Drive {
    var best = Drive.none, rank = 0
    for i in wires[root(net)].pins where i != terminal.index {
      let drive = pins[i].drive
      let (r, low): (Int, Bool) =
        switch drive {
        case .none: (0, false)
        case .pull(let v): (1, !v)
        case .weak(let v): (2, !v)
        case .analog: (3, false)
        case .strong(let v, _): (4, !v)
        }
      if r > rank || r == rank && low { best = drive; rank = r }
    }
    return best
  }
  /// What the terminal does to its net now, as it was told last.
  public func drive(of terminal: Terminal) -> Drive { pins[terminal.index].drive }
  /// The net a terminal is on.
  public func net(of terminal: Terminal) -> Net { Net(index: UInt32(pins[terminal.index].net)) }
  public func level(of net: Net) -> Level {
    let w = root(net)
    if !wires[w].attention { refresh(w) }
    return wires[w].level
  }
  /// What a logic input on the net reads: a floating net keeps its last value, a conflict is decided by the voltage.
  public func isHigh(_ net: Net) -> Bool {
    let w = root(net)
    if !wires[w].attention { refresh(w) }
    return wires[w].high
  }
  public func isHigh(_ terminal: Terminal) -> Bool { wires[pins[terminal.index].net].high }
  /// The same in volts, as finely as it is known.
  public func volts(of net: Net) -> Double {
    let w = root(net)
    if islandsStale { findIslands() }
    return wires[w].rail == nil && wires[w].island >= 0 && wires[w].driven ? wires[w].volts : Double(millivolts(of: net)) / 1000
  }
  /// Voltage against ground. A floating net shows its last logic value.
  public func millivolts(of net: Net) -> Int32 {
    let w = root(net)
    if !wires[w].attention { refresh(w) }
    if let rail = wires[w].rail { return rail }
    if islandsStale { findIslands() }
    if wires[w].island >= 0, wires[w].driven { return Int32((wires[w].volts * 1000).rounded()) }
    return voltage(w) ?? (wires[w].high ? Self.supply : 0)
  }

  /// True if something decides the net's voltage; otherwise it keeps what it had.
  public func isDriven(_ net: Net) -> Bool {
    let w = root(net)
    if !wires[w].attention { refresh(w) }
    if wires[w].rail != nil { return true }
    if islandsStale { findIslands() }
    return wires[w].island >= 0 ? wires[w].driven : voltage(w) != nil
  }

  /// Recomputes a net nobody listens to, before it is looked at.
  private func refresh(_ w: Int) {
    if wires[w].rail != nil || !wires[w].elements.isEmpty { resolve(w, at: Instant(nanoseconds: 0), tellAll: false); return }
    if let only = wires[w].pins.first, !wires[w].attention, let owner = pins[only].owner {
      pins[only].drive = owner.drive(tag: pins[only].tag)
    }
    let (level, high) = evaluate(w)
    wires[w].level = level
    wires[w].high = high
  }

  func resolve(_ w: Int, at instant: Instant, tellAll: Bool) {
    if islandsStale { findIslands() }
    if wires[w].island >= 0 {
      if tellAll { solve(island: wires[w].island, at: instant, telling: w) } else { touch(island: wires[w].island, at: instant) }
      return
    }
    let (level, high) = evaluate(w)
    let changed = level != wires[w].level, flipped = high != wires[w].high
    guard changed || flipped || tellAll else { return }
    if changed && level == .conflict { contentions += 1 }
    wires[w].level = level
    wires[w].high = high
    if flipped || tellAll {
      for i in wires[w].pins { pins[i].owner?.levelChanged(tag: pins[i].tag, high: high, at: instant) }
    }
    if changed || tellAll {
      for l in wires[w].listeners { l.target?.netChanged(l.net, to: level, tag: l.tag, at: instant) }
    }
  }

  /// Level and logic value from the drives of all pins.
  private func evaluate(_ w: Int) -> (Level, Bool) {
    let old = wires[w].high
    let (highs, lows) = outputs(w)
    let strong = highs || lows
    if let rail = wires[w].rail {
      let high = rail > Self.supply / 2
      return (high ? lows : highs) ? (.conflict, high) : (high ? .high : .low, high)
    }
    if strong && highs != lows { return (highs ? .high : .low, highs) }
    guard let mv = voltage(w) else { return (.floating, old) }
    if strong { return (.conflict, mv > Self.supply / 2) }
    // Thresholds at 3.3 V (data sheet §5.5.3.4): below 0.8 V low, above 2.0 V high; between them an input keeps its value.
    return mv >= 2000 ? (.high, true) : mv <= 800 ? (.low, false) : (.floating, old)
  }

  /// Whether outputs drive the net high, and low.
  func outputs(_ w: Int) -> (highs: Bool, lows: Bool) {
    var highs = false, lows = false
    for i in wires[w].pins.indices {
      guard case .strong(let v, _) = pins[wires[w].pins[i]].drive else { continue }
      if v { highs = true } else { lows = true }
    }
    return (highs, lows)
  }

  /// The voltage that sources and resistors settle at; nil when nothing drives. Resistors weaker by a class are negligible.
  private func voltage(_ w: Int) -> Int32? {
    var conductance: Int64 = 0, current: Int64 = 0  // nanosiemens; nanosiemens times millivolts
    for i in wires[w].pins {
      guard let (g, mv) = pins[i].drive.source else { continue }
      conductance += g
      current += g * mv
    }
    return conductance == 0 ? nil : Int32(current / conductance)
  }

  // MARK: State

  public func save(to out: inout StateWriter) {
    out.tag("Circuit")
    out.put(UInt32(wires.count))
    for w in wires.indices {
      if !wires[w].attention { refresh(w) }
      out.put(wires[w].level.rawValue)
      out.put(wires[w].high)
    }
    out.put(UInt32(pins.count))
    // By index: iterating over structs with an `unowned(unsafe)` optional never ends (Swift 6.3.1, -Onone: CircuitTests.stateSurvives).
    for i in pins.indices { pins[i].drive.save(to: &out) }
    out.put(contentions)
    out.put(UInt32(elements.count))
    for e in elements.indices { elements[e].save(to: &out) }
  }
  /// Into a circuit built the same way. Chips restore what they drive by themselves, before or after.
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag("Circuit")
    guard try input.get(UInt32.self) == wires.count else { throw StateError("saved state is of another circuit") }
    for w in wires.indices {
      guard let level = Level(rawValue: try input.get()) else { throw StateError("damaged level of a net") }
      wires[w].level = level
      wires[w].high = try input.get()
    }
    guard try input.get(UInt32.self) == pins.count else { throw StateError("saved state is of another circuit") }
    for i in pins.indices { pins[i].drive = try Drive(from: &input) }
    contentions = try input.get()
    guard try input.get(UInt32.self) == elements.count else { throw StateError("saved state is of another circuit") }
    for e in elements.indices { try elements[e].restore(from: &input) }
    findIslands()
    for i in islands.indices { settle(island: i) }
  }
}

extension Drive {
  /// The drive as a voltage behind a conductance: nanosiemens, millivolts.
  var source: (conductance: Int64, millivolts: Int64)? {
    switch self {
    case .none: nil
    case .pull(let v): (16_700, v ? 3300 : 0)  // 60 kOhm
    case .weak(let v): (213_000, v ? 3300 : 0)  // 4.7 kOhm
    case .analog(let m): (1_000_000, Int64(m))
    case .strong(let v, let ma): (Int64(ma) * 2_000_000, v ? 3300 : 0)  // 0.5 V at the rated current
    }
  }
  public func save(to out: inout StateWriter) {
    switch self {
    case .none: out.put(UInt8(0)); out.put(Int32(0))
    case .pull(let v): out.put(UInt8(1)); out.put(Int32(v ? 1 : 0))
    case .weak(let v): out.put(UInt8(2)); out.put(Int32(v ? 1 : 0))
    case .strong(let v, let ma): out.put(UInt8(3)); out.put(Int32(v ? 1 : 0) | Int32(ma) << 1)
    case .analog(let mv): out.put(UInt8(4)); out.put(mv)
    }
  }
  public init(from input: inout StateReader) throws(StateError) {
    let kind = try input.get(UInt8.self), v = try input.get(Int32.self)
    switch kind {
    case 0: self = .none
    case 1: self = .pull(v & 1 != 0)
    case 2: self = .weak(v & 1 != 0)
    case 3: self = .strong(v & 1 != 0, milliamps: UInt8(truncatingIfNeeded: v >> 1))
    case 4: self = .analog(millivolts: v)
    default: throw StateError("damaged drive of a pin")
    }
  }
}
