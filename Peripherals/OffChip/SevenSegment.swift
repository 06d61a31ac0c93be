import Emulation
import Picture

/// Seven-segment digits: `digits` 1 to 4, `common` "anode" (the default) or "cathode", `colon` for a clock's. Segments of several digits
/// share their pins; what is multiplexed looks steady, as it does to the eye.
public final class SevenSegment: Part, ElementOwner {
  public static let names = ["wokwi-7segment"]
  public static let attributes = [
    PartAttribute("common", .oneOf(["anode", "cathode"])), PartAttribute("digits", .oneOf(["1", "2", "3", "4"])), PartAttribute("colon", .text),
    PartAttribute("color", .colour), PartAttribute("offColor", .colour), PartAttribute("background", .colour),
    PartAttribute("pins", .oneOf(["top", "extend", "none"])),
  ]
  private static let mm = 96 / 25.4
  static let segments = ["A", "B", "C", "D", "E", "F", "G", "DP"]
  private static func digits(_ d: PartDescription) -> Int { d.whole("digits", default: 1, in: 1...4) }
  private static func hasColon(_ d: PartDescription) -> Bool { d.flag("colon") && digits(d) == 4 }

  /// Numbers of the package's pins: counter-clockwise from the lower left, as DIP packages count.
  private static func numbers(_ digits: Int) -> [(String, Int)] {
    switch digits {
    case 4:
      [
        ("A", 13), ("B", 9), ("C", 4), ("D", 2), ("E", 1), ("F", 12), ("G", 5), ("DP", 3), ("DIG1", 14), ("DIG2", 11), ("DIG3", 10), ("DIG4", 6), ("COM", 7),
        ("CLN", 8),
      ]
    case 3: [("A", 11), ("B", 7), ("C", 4), ("D", 2), ("E", 1), ("F", 10), ("G", 5), ("DP", 3), ("DIG1", 12), ("DIG2", 9), ("DIG3", 8)]
    case 2: [("A", 10), ("B", 9), ("C", 1), ("D", 4), ("E", 3), ("F", 6), ("G", 5), ("DP", 2), ("DIG1", 8), ("DIG2", 7)]
    default: [("A", 7), ("B", 6), ("C", 4), ("D", 2), ("E", 1), ("F", 9), ("G", 10), ("DP", 5), ("COM.1", 3), ("COM.2", 8)]
    }
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let digits = digits(d), columns = digits == 4 ? 7 : digits == 3 ? 6 : 5, extend = d["pins"] == "extend"
    let start = (12.55 * Double(digits) - Double(columns) * 2.54) / 2 + 1.27
    let pins = numbers(digits).map { name, n in
      let lower = n <= columns, column = lower ? n - 1 : 2 * columns - n
      let y = extend ? (lower ? 23.0 : 0) : (lower ? 19 : 1)
      return PartPin(name, (start + Double(column) * 2.54) * mm, y * mm)
    }
    return PartShape(width: 12.55 * Double(digits) * mm, height: (extend ? 23 : 22) * mm, pins: pins)
  }

  private var lights: [Light]
  public init(_ site: PartSite) throws(PartError) {
    let d = site.description, digits = Self.digits(d), cathode = d["common"] == "cathode", colour = Light.diode(d["color"] ?? "red")
    lights = Array(repeating: Light(), count: digits * 8 + 1)
    func connect(_ common: String, _ segment: String, _ tag: Int) {
      let (a, c) = cathode ? (segment, common) : (common, segment)
      _ = site.circuit.connect(site.net(a), site.net(c), colour, owner: self, tag: UInt32(tag), at: site.start)
    }
    for digit in 0..<digits {
      for (i, segment) in Self.segments.enumerated() { connect(digits == 1 ? "COM" : "DIG\(digit + 1)", segment, digit * 8 + i) }
    }
    if Self.hasColon(d) { connect("COM", "CLN", digits * 8) }
  }
  public func currentChanged(tag: UInt32, milliamps: Double, at instant: Instant) { lights[Int(tag)].set(milliamps, at: instant) }
  /// Brightness of A...G and DP of each digit, from the left; then of the colon.
  public func view(at instant: Instant) -> PartView {
    let values = lights.map { $0.brightness(at: instant) }
    return PartView(values, text: Self.text(values))
  }
  /// What the digits say: characters for the usual patterns, `?` for others.
  static func text(_ values: [Double]) -> String {
    let known: [UInt8: Character] = [
      0x3f: "0", 0x06: "1", 0x5b: "2", 0x4f: "3", 0x66: "4", 0x6d: "5", 0x7d: "6", 0x07: "7", 0x7f: "8", 0x6f: "9", 0x77: "A", 0x7c: "b", 0x39: "C", 0x5e: "d",
      0x79: "E", 0x71: "F", 0x40: "-", 0x76: "H", 0x38: "L", 0x73: "P", 0x3e: "U", 0x50: "r", 0x54: "n", 0x5c: "o", 0x67: "9", 0x27: "7", 0x08: "_",
    ]
    var text = ""
    for digit in 0..<(values.count / 8) {
      var bits: UInt8 = 0
      for i in 0..<7 where values[digit * 8 + i] > 0.15 { bits |= 1 << UInt8(i) }
      text.append(bits == 0 ? " " : known[bits] ?? "?")
      if values[digit * 8 + 7] > 0.15 { text.append(".") }
    }
    return text
  }

  public static func readings(of d: PartDescription) -> [String] {
    (1...digits(d)).flatMap { digit in segments.map { "\(digit).\($0)" } } + ["colon"]
  }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), extend = d["pins"] == "extend", top = extend ? 2 * mm : 0
    let on = Light.colour(d["color"] ?? "red"), off = d["offColor"].flatMap { Colour(css: $0) } ?? Colour(0x3c3c3c)
    if extend { for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, p.y < 20 ? 8 : 80), width: 2, Colour(0xaaaaaa), cap: .butt) } }
    canvas.fill(Rect(0, top, s.width, 20.5 * mm), d["background"].flatMap { Colour(css: $0) } ?? Colour(0x101010))
    if !extend { for p in s.pins { canvas.circle(Point(p.x, p.y), 1.7, Colour(0xaaaaaa)) } }
    for digit in 0..<digits(d) {
      canvas.saving {
        canvas.translate((1.5 + 12.55 * Double(digit)) * mm, top + 2.6 * mm)
        // Leaning to the right by an eighth of its height.
        canvas.concatenate(Transform(a: 1, b: 0, c: -0.125, d: 1, tx: 7, ty: 0))
        for (i, outline) in outlines.enumerated() {
          let b = view[digit * 8 + i]
          if b > 0.3 { canvas.stroke(.polygon(outline), width: 2.5, on.opacity(0.3 * b)) }
          canvas.polygon(outline, off.mixed(on, b))
        }
        canvas.circle(Point(32, 57), 3, off.mixed(on, view[digit * 8 + 7]))
      }
    }
    if hasColon(d) {
      for y in [7.0, 14] { canvas.circle(Point(s.width / 2 + (10 - y) * 0.5, top + y * mm), 3, off.mixed(on, view[digits(d) * 8])) }
    }
  }
  /// Segments A to G in a box of 28 by 58 pixels: bars with pointed ends.
  static let outlines: [[Point]] = {
    let w = 28.0, h = 58.0, t = 2.8, gap = 0.8
    func across(_ y: Double) -> [Point] {
      let l = gap, r = w - gap
      return [Point(l, y), Point(l + t, y - t), Point(r - t, y - t), Point(r, y), Point(r - t, y + t), Point(l + t, y + t)]
    }
    func down(_ x: Double, _ a: Double, _ b: Double) -> [Point] {
      let u = a + gap, v = b - gap
      return [Point(x, u), Point(x + t, u + t), Point(x + t, v - t), Point(x, v), Point(x - t, v - t), Point(x - t, u + t)]
    }
    return [across(0), down(w, 0, h / 2), down(w, h / 2, h), across(h), down(0, h / 2, h), down(0, 0, h / 2), across(h / 2)]
  }()
}
