import Emulation
import Picture

/// A logic gate: AND, NAND, OR, NOR, XOR, XNOR of two inputs, NOT and a buffer; and the multiplexer of two inputs (OUT is B while SEL is
/// high). An open input is low. The output follows after 5 ns.
public final class LogicGate: Part, NetListener {
  private static let kinds = ["and-2", "nand-2", "or-2", "nor-2", "xor-2", "xnor-2", "not", "buffer"]
  public static let names = kinds.map { "wokwi-gate-" + $0 } + ["wokwi-mux-2"]
  private static func inputs(_ type: String) -> [String] {
    type == "wokwi-mux-2" ? ["A", "B", "SEL"] : type.hasSuffix("-2") ? ["A", "B"] : ["IN"]
  }
  static func output(_ type: String, _ i: [Bool]) -> Bool {
    switch type.split(separator: "-")[1] == "mux" ? "mux" : type.split(separator: "-")[2] {
    case "and": i[0] && i[1]
    case "nand": !(i[0] && i[1])
    case "or": i[0] || i[1]
    case "nor": !(i[0] || i[1])
    case "xor": i[0] != i[1]
    case "xnor": i[0] == i[1]
    case "not": !i[0]
    case "mux": i[2] ? i[1] : i[0]
    default: i[0]
    }
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let ends =
      d.type == "wokwi-mux-2"
      ? [Point(0, 9.6), Point(0, 28.8), Point(28.8, 38.4)] : inputs(d.type).count == 1 ? [Point(0, 19.2)] : [Point(0, 9.6), Point(0, 28.8)]
    return PartShape(width: 57.6, height: 38.4, pins: zip(inputs(d.type), ends).map { PartPin($0, $1.x, $1.y) } + [PartPin("OUT", 57.6, 19.2)])
  }

  private let site: PartSite
  private let ins: [Net], out: Terminal
  private var isHigh = false
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    ins = Self.inputs(site.description.type).map { site.net($0) }
    out = site.circuit.attach(to: site.net("OUT"))
    for n in ins { site.circuit.listen(to: n, self) }
    fire(0, at: site.start)
  }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + 5))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    isHigh = Self.output(site.description.type, ins.map { site.circuit.isDriven($0) && site.circuit.isHigh($0) })
    site.circuit.drive(out, .strong(isHigh), at: instant)
  }
  public static func readings(of d: PartDescription) -> [String] { ["OUT"] }
  public func view(at instant: Instant) -> PartView { PartView([isHigh ? 1 : 0]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    LogicBox.draw(s, body: Rect(9, 1, 38, 36.4), on: canvas)
    let label = d.type == "wokwi-mux-2" ? "MUX" : d.type.split(separator: "-")[2].uppercased()
    canvas.text(label == "BUFFER" ? "BUF" : label, Point(28, 19.2), Colour(0x202428), tiny: true, horizontal: .centre, vertical: .middle)
    canvas.circle(Point(51, 19.2), 2.2, view[0] > 0 ? Colour(0xff4040) : Colour(0x808890))
  }
}

/// Flip-flops that take over at the rise of CLK: D (also with asynchronous R, or S and R, active high), and SR (clocked: S sets, R clears).
/// An open input is low.
public final class FlipFlop: Part, NetListener {
  public static let names = ["d", "dr", "dsr", "sr"].map { "wokwi-flip-flop-" + $0 }
  public static func shape(of d: PartDescription) -> PartShape {
    let pins =
      d.type.hasSuffix("-sr")
      ? [PartPin("S", 0, 9.6), PartPin("CLK", 0, 28.8), PartPin("R", 0, 48)]
      : [PartPin("D", 0, 9.6), PartPin("CLK", 0, 48), PartPin("S", 28.8, 0), PartPin("R", 28.8, 57.6)]
    return PartShape(width: 57.6, height: 57.6, pins: pins + [PartPin("Q", 57.6, 9.6), PartPin("NOTQ", 57.6, 48)])
  }
  private let site: PartSite
  private let q: Terminal, inverse: Terminal
  private var state = false, clock = false
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    q = site.circuit.attach(to: site.net("Q"))
    inverse = site.circuit.attach(to: site.net("NOTQ"))
    for pin in ["CLK", "S", "R"] { site.circuit.listen(to: site.net(pin), self) }
    clock = isHigh("CLK")
    fire(0, at: site.start)
  }
  private func isHigh(_ pin: String) -> Bool { site.circuit.isDriven(site.net(pin)) && site.circuit.isHigh(site.net(pin)) }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let high = isHigh("CLK"), rises = high && !clock, type = site.description.type
    clock = high
    if type.hasSuffix("-sr") {
      if rises { if isHigh("R") { state = false } else if isHigh("S") { state = true } }
    } else if isHigh("R") {
      state = false
    } else if isHigh("S") {
      state = true
    } else if rises {
      state = isHigh("D")
    }
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + 5))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    site.circuit.drive(q, .strong(state), at: instant)
    site.circuit.drive(inverse, .strong(!state), at: instant)
  }
  public static func readings(of d: PartDescription) -> [String] { ["Q"] }
  public func view(at instant: Instant) -> PartView { PartView([state ? 1 : 0]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    LogicBox.draw(s, body: Rect(8, 6, 41.6, 45.6), on: canvas)
    for p in s.pins {
      let name = p.name == "CLK" ? ">" : p.name == "NOTQ" ? "/Q" : p.name
      let x = p.x == 0 ? 11 : p.x > 50 ? 47 : p.x, y = p.y == 0 ? 12 : p.y > 55 ? 46 : p.y
      canvas.text(name, Point(x, y), Colour(0x202428), tiny: true, horizontal: p.x == 0 ? .left : p.x > 50 ? .right : .centre, vertical: .middle)
    }
    canvas.circle(Point(53, 9.6), 2.2, view[0] > 0 ? Colour(0xff4040) : Colour(0x808890))
  }
}

/// A clock: CLK is a square wave of `frequency` hertz (10 by default), low at first.
public final class ClockGenerator: Part {
  public static let names = ["wokwi-clock-generator"]
  public static let attributes = [PartAttribute("frequency")]
  public static func shape(of d: PartDescription) -> PartShape {
    PartShape(width: 57.6, height: 38.4, pins: [PartPin("CLK", 57.6, 9.6), PartPin("GND", 57.6, 28.8)])
  }
  private let site: PartSite
  private let out: Terminal, hertz: Double
  private var edges: UInt64 = 0
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    var text = site.description["frequency"] ?? "10"
    if text.lowercased().hasSuffix("hz") { text.removeLast(2) }
    guard let n = PartDescription.number(text), n >= 0.001, n <= 1e7 else {
      throw PartError(attribute: "frequency", "\"\(text)\" is no frequency up to 10 MHz")
    }
    hertz = n
    out = site.circuit.attach(to: site.net("CLK"))
    site.circuit.drive(out, .strong(false), at: site.start)
    plan()
  }
  /// By the number of edges, so that nothing adds up.
  private func plan() {
    let next = Double(edges + 1) * 5e8 / hertz
    site.schedule(0, at: Instant(nanoseconds: site.start.nanoseconds + UInt64(next.rounded())))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    edges += 1
    site.circuit.drive(out, .strong(edges % 2 == 1), at: instant)
    plan()
  }
  public static func readings(of d: PartDescription) -> [String] { ["CLK"] }
  public func view(at instant: Instant) -> PartView { PartView([edges % 2 == 1 ? 1 : 0]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    LogicBox.draw(shape(of: d), body: Rect(1, 1, 46, 36.4), on: canvas)
    let points = [(6.0, 18.0), (12, 18), (12, 8), (20, 8), (20, 18), (28, 18), (28, 8), (36, 8), (36, 18), (42, 18)]
    for (a, b) in zip(points, points.dropFirst()) { canvas.line(Point(a.0, a.1), Point(b.0, b.1), width: 1.4, Colour(0x205090)) }
    canvas.text(d["frequency"] ?? "10", Point(24, 24), Colour(0x202428), tiny: true, horizontal: .centre)
    canvas.circle(Point(51, 9.6), 2.2, view[0] > 0 ? Colour(0xff4040) : Colour(0x808890))
  }
}

/// What the logic symbols look like.
enum LogicBox {
  static func draw(_ s: PartShape, body: Rect, on canvas: Canvas) {
    for p in s.pins {
      let x = min(max(p.x, body.x), body.right), y = min(max(p.y, body.y), body.bottom)
      canvas.line(Point(p.x, p.y), Point(x, y), width: 1.6, Colour(0x404850))
    }
    canvas.fill(body, radius: 3, Colour(0xe9edf2))
    canvas.stroke(body, radius: 3, width: 1.2, Colour(0x404850))
  }
}
