import Emulation
import OffChip
import RP2040

/// The parts of a diagram, wired to a chip's pins: what lies on the table while the board runs.
///
/// It belongs to the chip's thread. Others see `views`, and reach controls by `HostInput` (`Assembly.input`).
public final class Assembly {
  public let diagram: Diagram
  /// In the diagram's order; nil for a part that has no model or could not be made.
  public private(set) var parts: [(any Part)?] = []
  /// What a person should know about the board: parts without a model (each type once), attributes that make no sense, dangerous voltages.
  public private(set) var reports: [String] = []
  public var onReport: ((String) -> Void)?
  /// Wires from the board to `$serialMonitor`, as nets: what its RX and TX are wired to.
  public private(set) var monitorReceive: Net?, monitorTransmit: Net?

  private let chip: RP2040
  private let clock = PartClock()
  private var controls: [[Double]] = []
  private var shapes: [PartShape] = []
  private var nodes = Nodes()
  private var events: PartEvents!

  public init(_ diagram: Diagram, chip: RP2040, seed: UInt64 = 0, sound: (any SoundSink)? = nil) {
    self.diagram = diagram
    self.chip = chip
    let start = chip.instant(chip.now)
    wire(at: start)
    for (i, p) in diagram.parts.enumerated() {
      let shape = p.shape
      shapes.append(shape)
      controls.append(shape.controls.map(\.initial))
      parts.append(make(p, i, seed, start, sound))
    }
    for (i, part) in parts.enumerated() { if let part { startingValues(i, part, start) } }
    checkVoltages()
    events = PartEvents(chip, clock) { [unowned self] part, tag, at in parts[part]?.fire(tag, at: at) }
  }

  // MARK: Wiring

  private func wire(at start: Instant) {
    let circuit = chip.circuit
    for p in diagram.parts {
      guard let type = p.type, let pico = diagram.pico, p.id == pico.id else { continue }
      for pin in p.shape.pins { if let net = Pico.net(of: pin.name, type: p.description.type) { nodes.name(p.id, type.node(of: pin.name), net) } }
    }
    for w in diagram.wires {
      guard let a = node(w.from), let b = node(w.to) else { continue }
      nodes.connect(a, b)
    }
    for shorted in nodes.build(circuit) { circuit.join(shorted.0, shorted.1, at: start) }
    monitorReceive = nodes.net("$serialMonitor", "RX")
    monitorTransmit = nodes.net("$serialMonitor", "TX")
  }
  /// Ends at parts that do not exist lead nowhere; at parts without a model they still join wires.
  private func node(_ end: Diagram.End) -> Nodes.Key? {
    if end.part == "$serialMonitor" { return Nodes.Key(part: end.part, node: end.pin) }
    guard let part = diagram.part(end.part) else { return nil }
    guard let type = part.type else { return Nodes.Key(part: end.part, node: end.pin) }
    let shape = part.shape, node = type.node(of: end.pin)
    guard end.pin.hasPrefix("$") || shape.pins.contains(where: { $0.name == end.pin || type.node(of: $0.name) == node }) else { return nil }
    return Nodes.Key(part: end.part, node: node)
  }

  private func make(_ p: Diagram.PlacedPart, _ index: Int, _ seed: UInt64, _ start: Instant, _ sound: (any SoundSink)?) -> (any Part)? {
    guard let type = p.type else {
      if !diagram.parts[..<index].contains(where: { $0.description.type == p.description.type }) {
        report("no model of \(p.description.type) yet: its wires lead nowhere")
      }
      return nil
    }
    var nets: [String: Net] = [:]
    for pin in p.shape.pins { nets[type.node(of: pin.name)] = nodes.net(p.id, type.node(of: pin.name)) }
    let site = PartSite(p.description, circuit: chip.circuit, nets: nets, clock: clock, index: index, seed: seed, start: start, sound: sound) {
      [unowned self] in
      report("\(p.id): \($0)")
    }
    do { return try type.init(site) } catch {
      report("\(p.id): \(error)")
      return nil
    }
  }
  /// Controls that do not begin at the lower end of their range.
  private func startingValues(_ i: Int, _ part: any Part, _ start: Instant) {
    for (c, control) in shapes[i].controls.enumerated() where control.initial != control.range.lowerBound {
      part.set(control: c, to: control.initial, at: start)
    }
  }
  private func checkVoltages() {
    for n in 0..<30 {
      let net = chip.circuit.net("GP\(n)"), mv = chip.circuit.millivolts(of: net)
      if mv > 3800 || mv < -500 {
        report("GP\(n) gets \(Double(mv) / 1000) V: a real Pico's pins bear 3.3 V")
      }
    }
  }
  private func report(_ text: String) {
    guard !reports.contains(text) else { return }
    reports.append(text)
    onReport?(text)
  }

  // MARK: Looking

  /// What can be seen of every part, in the diagram's order.
  public func views(at instant: Instant) -> [PartView] { parts.map { $0?.view(at: instant) ?? PartView() } }
  public func part(_ id: String) -> (any Part)? { diagram.parts.firstIndex { $0.id == id }.flatMap { parts[$0] } }
  public func view(_ id: String, at instant: Instant) -> PartView? { part(id)?.view(at: instant) }
  /// Where each part's controls are, in the order of its shape.
  public func controlValues(_ index: Int) -> [Double] { controls[index] }
  /// The net of a part's pin; of the chip's too ("pico:GP5").
  public func net(_ end: Diagram.End) -> Net? {
    guard let key = node(end) else { return nil }
    return nodes.net(key.part, key.node) ?? chip.circuit.find("\(key.part):\(key.node)")
  }

  // MARK: Controls

  /// What to post to a board's inbox for a control: `port` is `PicoBoard.InputPort.parts`. It is recorded as this text, too.
  public static func input(part: String, control: String, value: Double, board: UInt16 = 0) -> HostInput {
    HostInput(board: board, port: PicoBoard.InputPort.parts, bytes: Array("\(part):\(control)=\(value)".utf8))
  }
  /// Where a control is, or why there is none.
  private func find(_ id: String, _ control: String, _ value: Double) throws(PartError) -> (part: Int, control: Int) {
    guard let i = diagram.parts.firstIndex(where: { $0.id == id }) else {
      throw PartError("there is no part \"\(id)\"\(Suggest.hint(id, in: diagram.parts.map(\.id)))")
    }
    guard let c = shapes[i].controls.firstIndex(where: { $0.name == control }) else {
      let names = shapes[i].controls.map(\.name)
      let all = names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"
      throw PartError("\(id) (\(diagram.parts[i].description.type)) has no control \"\(control)\": \(all)\(Suggest.hint(control, in: names))")
    }
    let range = shapes[i].controls[c].range
    guard range.contains(value) else { throw PartError("\(id): \(control) goes from \(range.lowerBound) to \(range.upperBound), not to \(value)") }
    return (i, c)
  }
  /// What is wrong with a control's name or value; nil: it can be set.
  public func problem(_ id: String, _ control: String, _ value: Double) -> String? {
    do throws(PartError) {
      _ = try find(id, control, value)
      return nil
    } catch { return "\(error)" }
  }
  /// Moves a control. Throws when there is no such part, control or value.
  public func set(_ id: String, _ control: String, to value: Double, at instant: Instant) throws(PartError) {
    let (i, c) = try find(id, control, value)
    controls[i][c] = value
    parts[i]?.set(control: c, to: value, at: instant)
  }
  /// From the chip, at the item's cycle. What cannot be done is reported.
  public func receive(_ item: HostInput, at cycle: Cycle) {
    let text = String(decoding: item.bytes, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":"), let equals = text.lastIndex(of: "="), colon < equals,
      let value = Double(text[text.index(after: equals)...])
    else {
      report("damaged control: \(text)")
      return
    }
    do throws(PartError) {
      try set(String(text[..<colon]), String(text[text.index(after: colon)..<equals]), to: value, at: chip.instant(cycle))
    } catch { report("\(error)") }
  }
}

/// Which pins are one net: the wires of a diagram, joined.
struct Nodes {
  struct Key: Hashable { let part: String, node: String }
  private var index: [Key: Int] = [:]
  private var keys: [Key] = [], parent: [Int] = []
  /// Nets of the chip's side that a node is on.
  private var names: [Int: [String]] = [:]
  private var nets: [Int: Net] = [:]

  private mutating func find(_ key: Key) -> Int {
    if let i = index[key] { return root(i) }
    index[key] = keys.count
    keys.append(key)
    parent.append(keys.count - 1)
    return keys.count - 1
  }
  private func root(_ i: Int) -> Int {
    var i = i
    while parent[i] != i { i = parent[i] }
    return i
  }
  mutating func name(_ part: String, _ node: String, _ net: String) {
    let i = find(Key(part: part, node: node))
    if !(names[i]?.contains(net) ?? false) { names[i, default: []].append(net) }
  }
  mutating func connect(_ a: Key, _ b: Key) {
    let x = find(a), y = find(b)
    guard x != y else { return }
    let (keep, gone) = (min(x, y), max(x, y))
    parent[gone] = keep
    names[keep, default: []] += names[gone] ?? []
    names[gone] = nil
  }
  /// Makes the nets; returns pairs of the chip's nets that wires connect.
  mutating func build(_ circuit: Circuit) -> [(Net, Net)] {
    var shorts: [(Net, Net)] = []
    for i in keys.indices where parent[i] == i {
      let own = names[i] ?? []
      let net = circuit.net(own.first ?? "\(keys[i].part):\(keys[i].node)")
      for other in own.dropFirst() where other != own[0] { shorts.append((net, circuit.net(other))) }
      nets[i] = net
    }
    return shorts
  }
  func net(_ part: String, _ node: String) -> Net? { index[Key(part: part, node: node)].flatMap { nets[root($0)] } }
}

/// The parts' place in the chip's event queue.
final class PartEvents: Peripheral {
  let name = "parts"
  private unowned let chip: RP2040
  private let clock: PartClock
  private let fire: (Int, UInt32, Instant) -> Void

  init(_ chip: RP2040, _ clock: PartClock, fire: @escaping (Int, UInt32, Instant) -> Void) {
    self.chip = chip
    self.clock = clock
    self.fire = fire
    chip.attach(offBus: self, events: [.circuit])
    clock.onChange = { [unowned self] in plan($0) }
    plan(clock.next)
  }
  private func plan(_ next: Instant?) {
    if let next { chip.schedule(.circuit, at: chip.cycle(at: next)) } else { chip.cancel(.circuit) }
  }
  func fire(_ source: EventSource, at cycle: Cycle) { clock.run(until: chip.instant(cycle)) { fire($0, $1, $2) } }
  func clockChanged(at cycle: Cycle) { plan(clock.next) }

  func read(_ offset: UInt32, _ access: Access) -> UInt32 { 0 }
  func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { 0 }
  func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {}
  /// The chip's reset is not the table's.
  func reset(at cycle: Cycle) {}
  func save(to out: inout StateWriter) { out.tag("parts") }
  func restore(from input: inout StateReader) throws(StateError) { try input.tag("parts") }
}
