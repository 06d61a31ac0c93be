/// A part with two ends between two nets: resistor, switch, diode.
public struct Element: Hashable, Sendable {
  let index: Int
}

/// What a two-terminal part does between its ends, `a` and `b`.
public enum ElementKind: Equatable, Sendable {
  /// No connection: an open switch.
  case open
  /// A resistance in ohms; below `Circuit.contact` it counts as that much.
  case resistor(ohms: Double)
  /// Conducts from `a` (anode) to `b` (cathode) once there are `volts` across it, through `ohms`.
  case diode(volts: Double, ohms: Double)

  /// A closed switch.
  public static var closed: ElementKind { .resistor(ohms: Circuit.contact) }
}

/// Hears of the current through an element.
public protocol ElementOwner: AnyObject {
  /// From `a` to `b`, in milliamperes; told when it has changed by more than a microampere.
  func currentChanged(tag: UInt32, milliamps: Double, at instant: Instant)
}

/// An element and how it was solved last.
struct ElementState {
  var a: Int, b: Int
  var kind: ElementKind
  var conducts = false  // diodes only
  var milliamps = 0.0
  let tag: UInt32
  unowned(unsafe) var owner: (any ElementOwner)?

  func save(to out: inout StateWriter) {
    let (code, x, y): (UInt8, Double, Double) =
      switch kind {
      case .open: (0, 0, 0)
      case .resistor(let ohms): (1, ohms, 0)
      case .diode(let volts, let ohms): (2, volts, ohms)
      }
    out.put(code)
    out.put(x.bitPattern)
    out.put(y.bitPattern)
    out.put(conducts)
    out.put(milliamps.bitPattern)
  }
  mutating func restore(from input: inout StateReader) throws(StateError) {
    let code = try input.get(UInt8.self)
    let x = Double(bitPattern: try input.get()), y = Double(bitPattern: try input.get())
    switch code {
    case 0: kind = .open
    case 1: kind = .resistor(ohms: x)
    case 2: kind = .diode(volts: x, ohms: y)
    default: throw StateError("damaged element of a circuit")
    }
    conducts = try input.get()
    milliamps = Double(bitPattern: try input.get())
  }
}

extension Circuit {
  /// Ohms of a closed contact.
  public static let contact = 0.1

  /// The net is a supply of so many millivolts (ground: 0) from now on, whatever else is on it.
  public func setRail(_ net: Net, millivolts: Int32, at instant: Instant) {
    let w = root(net)
    wires[w].rail = millivolts
    islandsStale = true
    generation += 1
    attentionMayHaveChanged(w, false)
    resolve(w, at: instant, tellAll: true)
    for e in wires[w].elements {
      solveAcrossRails(e, at: instant)
      for end in [joined[elements[e].a], joined[elements[e].b]] where end != w { resolve(end, at: instant, tellAll: false) }
    }
  }
  /// The supply's millivolts, if the net is one.
  public func rail(_ net: Net) -> Int32? { wires[root(net)].rail }

  /// Puts an element between two nets. `owner` outlives the circuit's use.
  public func connect(_ a: Net, _ b: Net, _ kind: ElementKind, owner: (any ElementOwner)? = nil, tag: UInt32 = 0, at instant: Instant) -> Element {
    let (x, y) = (root(a), root(b))
    let before = (wires[x].attention, wires[y].attention)
    elements.append(ElementState(a: Int(a.index), b: Int(b.index), kind: kind, tag: tag, owner: owner))
    let e = elements.count - 1
    wires[x].elements.append(e)
    if y != x { wires[y].elements.append(e) }
    islandsStale = true
    generation += 1
    attentionMayHaveChanged(x, before.0)
    attentionMayHaveChanged(y, before.1)
    resolve(x, at: instant, tellAll: false)
    resolve(y, at: instant, tellAll: false)
    solveAcrossRails(e, at: instant)
    return Element(index: e)
  }
  /// Changes an element: a switch, a potentiometer's two halves.
  public func set(_ element: Element, _ kind: ElementKind, at instant: Instant) {
    let old = elements[element.index].kind
    guard old != kind else { return }
    elements[element.index].kind = kind
    generation += 1
    if (old == .open) != (kind == .open) { islandsStale = true }
    let (a, b) = (joined[elements[element.index].a], joined[elements[element.index].b])
    batch(at: instant) {
      resolve(a, at: instant, tellAll: false)
      resolve(b, at: instant, tellAll: false)
    }
    solveAcrossRails(element.index, at: instant)
    if kind == .open {
      elements[element.index].conducts = false
      note(0, through: element.index, at: instant)
      tell()
    }
  }
  /// From the element's `a` to its `b`.
  public func milliamps(_ element: Element) -> Double { elements[element.index].milliamps }
  public func kind(of element: Element) -> ElementKind { elements[element.index].kind }

  /// An element passes the net's edges on: anything but a resistor to a supply.
  func reachesFurther(_ w: Int) -> Bool {
    wires[w].elements.contains { e in
      if elements[e].kind == .open { return false }
      if elements[e].owner != nil { return true }
      return [joined[elements[e].a], joined[elements[e].b]].contains { $0 != w && wires[$0].rail == nil }
    }
  }

  /// Several changes at one instant: nets that elements connect are computed once, at the end.
  @inline(__always)
  public func batch(at instant: Instant, _ body: () -> Void) {
    batchDepth += 1
    body()
    batchDepth -= 1
    if batchDepth == 0 && !dirty.isEmpty { flush(at: instant) }
  }
}
