import Emulation
import Picture

/// A membrane keypad: a contact for each key between its row and its column. `columns` 3 or 4; `keys` names them, row by row.
public final class Keypad: Part {
  public static let names = ["wokwi-membrane-keypad"]
  public static let attributes = [
    PartAttribute("columns", .oneOf(["3", "4"])), PartAttribute("keys"), PartAttribute("connector"), PartAttribute("bounce", .flag),
  ]
  private static let mm = 96 / 25.4
  private static func columns(_ d: PartDescription) -> Int { d["columns"] == "3" ? 3 : 4 }
  /// `keys` is a JSON list in board files: "[\"1\", \"2\" …]"; commas alone do as well.
  static func keys(_ d: PartDescription) -> [String] {
    let usual = columns(d) == 3 ? "1,2,3,4,5,6,7,8,9,*,0,#" : "1,2,3,A,4,5,6,B,7,8,9,C,*,0,#,D"
    let list = (d["keys"] ?? usual).split(separator: ",").map { String($0.filter { !"[]\" ".contains($0) }) }
    return list.count == 4 * columns(d) ? list : usual.split(separator: ",").map(String.init)
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let n = columns(d), x = n == 3 ? [76.5, 86, 95.75, 105.25, 115, 124.5, 134] : [100, 110, 119.5, 129, 138.5, 148, 157.75, 167.5]
    let names = (1...4).map { "R\($0)" } + (1...n).map { "C\($0)" }
    let pins = zip(names, x).map { PartPin($0.0, $0.1, 338) }
    var controls: [PartControl] = []
    var taken: Set<String> = []
    for (i, key) in keys(d).enumerated() {
      let area = Rect((7 + Double(i % n) * 15) * mm, (11 + Double(i / n) * 15) * mm, 11 * mm, 11 * mm)
      // Keys of one name are told apart by their number.
      let name = taken.insert(key).inserted ? key : "\(key).\(i)"
      controls.append(PartControl(name, touches: [PartTouch(area, .hold)], keys: [PartKey(key.lowercased(), .hold)]))
    }
    return PartShape(width: (n == 3 ? 55.5 : 70.5) * mm, height: 338.5, pins: pins, controls: controls)
  }

  private var contacts: [Contact] = []
  private var down: [Bool]
  public init(_ site: PartSite) throws(PartError) {
    let n = Self.columns(site.description), bounces = site.description.flag("bounce", default: true)
    down = Array(repeating: false, count: 4 * n)
    for i in 0..<(4 * n) { contacts.append(Contact(site, "R\(i / n + 1)", "C\(i % n + 1)", bounces: bounces, tag: UInt32(i))) }
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    down[control] = value >= 0.5
    if down[control] { contacts[control].close(at: instant) } else { contacts[control].open(at: instant) }
  }
  public func fire(_ tag: UInt32, at instant: Instant) { contacts[Int(tag)].fire(at: instant) }
  public static func readings(of d: PartDescription) -> [String] { shape(of: d).controls.map(\.name) }
  /// A 1 for each key that is down, row by row.
  public func view(at instant: Instant) -> PartView { PartView(down.map { $0 ? 1 : 0 }) }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 280), width: 5, Colour(0xe6e2d0), cap: .butt) }
    canvas.fill(Rect(0, 0, s.width, 76 * mm), radius: 5 * mm, Colour(0x454449))
    canvas.stroke(Rect(3 * mm, 3 * mm, s.width - 6 * mm, 70 * mm), radius: 4 * mm, width: 1.5, Colour(0xb1b5b9))
    for (i, (c, key)) in zip(s.controls, keys(d)).enumerated() {
      let area = c.touches[0].area, digit = key.first?.isNumber ?? false
      let base = digit ? Colour(0x4e90d7) : Colour(0xe94541)
      canvas.fill(area, radius: 5, view[i] >= 0.5 ? base.darker(0.35) : base)
      canvas.stroke(area, radius: 5, width: 2, Colour(0xb1b5b9))
      canvas.text(key, area.centre, .white, size: 2, horizontal: .centre, vertical: .middle)
    }
  }
}
