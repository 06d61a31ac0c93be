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
    var attention: Bool { pins.count > 1 || !listeners.isEmpty }
  }
  var wires: [Wire] = []
  var pins: [Pin] = []
  /// Where a joined net's contents went: index of itself or of another net.
  private var joined: [Int] = []
  /// Parts that can take whole words (SerialDevices.swift).
  var spiPorts: [SPIPort] = [], i2cPorts: [I2CPort] = []
  /// Changes whenever nets, pins or listeners do: what was found out about the wiring holds while it stays.
  public internal(set) var generation: UInt64 = 1
  private var byName: [String: Net] = [:]

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
    wires[gone].pins = []
    wires[gone].listeners = []
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
  /// True if somebody needs every edge of the net: a trace, an analyser, a second listener. Otherwise whole words may be exchanged.
  public func observed(_ net: Net) -> Bool {
    let l = wires[root(net)].listeners
    return l.count > 1 || l.contains { $0.everyEdge }
  }

  func root(_ net: Net) -> Int { joined[Int(net.index)] }
  private func attentionMayHaveChanged(_ w: Int, _ before: Bool) {
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
    resolve(pins[terminal.index].net, at: instant, tellAll: false)
  }
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
  /// Voltage against ground. A floating net shows its last logic value.
  public func millivolts(of net: Net) -> Int32 {
    let w = root(net)
    if !wires[w].attention { refresh(w) }
    return voltage(w) ?? (wires[w].high ? Self.supply : 0)
  }

  /// Recomputes a net nobody listens to, before it is looked at.
  private func refresh(_ w: Int) {
    if let only = wires[w].pins.first, !wires[w].attention, let owner = pins[only].owner {
      pins[only].drive = owner.drive(tag: pins[only].tag)
    }
    let (level, high) = evaluate(w)
    wires[w].level = level
    wires[w].high = high
  }

  private func resolve(_ w: Int, at instant: Instant, tellAll: Bool) {
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
    var highs = false, lows = false, strong = false
    for i in wires[w].pins {
      guard case .strong(let v, _) = pins[i].drive else { continue }
      strong = true
      if v { highs = true } else { lows = true }
    }
    if strong && highs != lows { return (highs ? .high : .low, highs) }
    guard let mv = voltage(w) else { return (.floating, old) }
    if strong { return (.conflict, mv > Self.supply / 2) }
    // Thresholds at 3.3 V (data sheet §5.5.3.4): below 0.8 V low, above 2.0 V high; between them an input keeps its value.
    return mv >= 2000 ? (.high, true) : mv <= 800 ? (.low, false) : (.floating, old)
  }

  /// The voltage that sources and resistors settle at; nil when nothing drives. Resistors weaker by a class are negligible.
  private func voltage(_ w: Int) -> Int32? {
    var conductance: Int64 = 0, current: Int64 = 0  // nanosiemens; nanosiemens times millivolts
    for i in wires[w].pins {
      let g: Int64, mv: Int64
      switch pins[i].drive {
      case .none: continue
      case .pull(let v): (g, mv) = (16_700, v ? 3300 : 0)  // 60 kΩ
      case .weak(let v): (g, mv) = (213_000, v ? 3300 : 0)  // 4.7 kΩ
      case .analog(let m): (g, mv) = (1_000_000, Int64(m))
      case .strong(let v, let ma): (g, mv) = (Int64(ma) * 2_000_000, v ? 3300 : 0)  // 0.5 V at the rated current
      }
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
  }
}

extension Drive {
  func save(to out: inout StateWriter) {
    switch self {
    case .none: out.put(UInt8(0)); out.put(Int32(0))
    case .pull(let v): out.put(UInt8(1)); out.put(Int32(v ? 1 : 0))
    case .weak(let v): out.put(UInt8(2)); out.put(Int32(v ? 1 : 0))
    case .strong(let v, let ma): out.put(UInt8(3)); out.put(Int32(v ? 1 : 0) | Int32(ma) << 1)
    case .analog(let mv): out.put(UInt8(4)); out.put(mv)
    }
  }
  init(from input: inout StateReader) throws(StateError) {
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
