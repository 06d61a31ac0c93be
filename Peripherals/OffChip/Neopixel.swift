import Emulation
import Picture

/// WS2812 pixels in all their shapes: one, a strip (`pixels`), a ring (`pixels`), a matrix (`rows`, `cols`; `layout` "serpentine" turns
/// every second row around).
public final class Neopixel: Part {
  public static let names = ["wokwi-neopixel", "wokwi-led-strip", "wokwi-led-ring", "wokwi-led-matrix", "wokwi-neopixel-matrix", "wokwi-neopixel-canvas"]
  public static let attributes = [
    PartAttribute("pixels", .number(1...4096)), PartAttribute("rows", .number(1...256)), PartAttribute("cols", .number(1...256)),
    PartAttribute("layout", .oneOf(["", "progressive", "serpentine", "zigzag"])),
    PartAttribute("matrixLayout", .oneOf(["", "progressive", "serpentine", "zigzag"])),
    PartAttribute("brightness", .number(0...100)), PartAttribute("matrixBrightness", .number(0...100)),
    PartAttribute("pixelShape", .text), PartAttribute("pixelSize", .text), PartAttribute("background", .colour),
    PartAttribute("pixelSpacing", .number(0...100)),
    PartAttribute("rowSpacing", .number(0...100)), PartAttribute("colSpacing", .number(0...100)), PartAttribute("blurLight", .text),
    PartAttribute("animation", .text),
    PartAttribute("pixelate", .text),
  ]
  private static let mm = 96 / 25.4
  enum Form { case single, strip, ring, matrix }
  static func form(_ d: PartDescription) -> Form {
    switch d.type {
    case "wokwi-neopixel": .single
    case "wokwi-led-strip": .strip
    case "wokwi-led-ring": .ring
    default: .matrix
    }
  }
  /// Columns and rows of the picture; a ring is one row.
  static func size(_ d: PartDescription) -> (columns: Int, rows: Int) {
    switch form(d) {
    case .single: (1, 1)
    case .strip: (d.whole("pixels", default: 8, in: 1...4096), 1)
    case .ring: (d.whole("pixels", default: 16, in: 1...4096), 1)
    case .matrix: (d.whole("cols", default: 8, in: 1...256), d.whole("rows", default: 8, in: 1...256))
    }
  }
  private static func spacing(_ d: PartDescription, _ name: String) -> Double { min(max(d.number(name, default: 1), 0), 100) }
  private static func ringRadius(_ d: PartDescription) -> Double {
    let gap = min(max(d.number("pixelSpacing", default: 0), 0), 100)
    return ((gap + 5) * Double(size(d).columns) / 2 / .pi + 6) * mm
  }
  public static func node(of pin: String) -> String {
    switch pin.prefix(3) {
    case "VDD", "VCC": "VDD"
    case "VSS", "GND": "VSS"
    default: pin
    }
  }

  public static func shape(of d: PartDescription) -> PartShape {
    let (columns, rows) = size(d), pitch = 2.54 * mm
    switch form(d) {
    case .single:
      return PartShape(width: 21.4, height: 18.9, pins: [PartPin("VDD", 1, 3.5), PartPin("DOUT", 1, 14), PartPin("VSS", 21, 14), PartPin("DIN", 21, 3.5)])
    case .strip:
      let width = Double(columns) * 9 * mm + 20
      let pins = [("VDD", 0.0, 8.0), ("DIN", 0, 17.6), ("VSS", 0, 27.2), ("VDD.2", width, 8), ("DOUT", width, 17.6), ("VSS.2", width, 27.2)].map {
        PartPin($0.0, $0.1, $0.2)
      }
      return PartShape(width: width, height: 35.2, pins: pins)
    case .ring:
      let r = ringRadius(d), y = 2 * r + 3 * mm
      let pins = ["GND", "VCC", "DIN", "DOUT"].enumerated().map { PartPin($0.element, r + (Double($0.offset) - 1.5) * pitch, y) }
      return PartShape(width: 2 * r, height: y, pins: pins)
    case .matrix:
      let width = Double(columns) * (spacing(d, "colSpacing") + 5.66) * mm, height = Double(rows) * (spacing(d, "rowSpacing") + 5) * mm
      if d.type == "wokwi-neopixel-matrix" {
        let pins = ["GND", "VCC", "DIN", "DOUT"].enumerated().map { PartPin($0.element, width / 2 + (Double($0.offset) - 1.5) * pitch, height) }
        return PartShape(width: width, height: height, pins: pins)
      }
      let pins = ["DIN", "VDD", "VSS", "DOUT"].enumerated().map { PartPin($0.element, width / 2 + (Double($0.offset) - 1.5) * pitch, height) }
      return PartShape(width: width, height: height, pins: pins)
    }
  }

  private let chain: WS2812Chain
  private let columns: Int, rows: Int, serpentine: Bool
  public init(_ site: PartSite) throws(PartError) {
    for (name, limit) in [("pixels", 4096.0), ("rows", 256), ("cols", 256)] { _ = try site.number(name, default: 1, in: 1...limit) }
    (columns, rows) = Self.size(site.description)
    let layout = site.description["layout"] ?? site.description["matrixLayout"]
    serpentine = layout == "serpentine" || layout == "zigzag"
    chain = WS2812Chain(site, count: columns * rows)
  }
  public func fire(_ tag: UInt32, at instant: Instant) { chain.fire(tag, at: instant) }
  /// The picture: a pixel each, as sent (0xffRRGGBB), left to right and top to bottom.
  public func view(at instant: Instant) -> PartView {
    var pixels = chain.shown.map { $0 | 0xff00_0000 }
    if serpentine { for row in stride(from: 1, to: rows, by: 2) { pixels[row * columns..<(row + 1) * columns].reverse() } }
    return PartView(picture: PartPicture(width: columns, height: rows, version: chain.version, pixels: pixels))
  }

  // MARK: Drawing

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let (columns, rows) = size(d), s = shape(of: d)
    func colour(_ i: Int) -> UInt32 { view.picture.map { $0.pixels.indices.contains(i) ? $0.pixels[i] & 0xff_ffff : 0 } ?? 0 }
    switch form(d) {
    case .single:
      for p in s.pins { canvas.fill(Rect(p.x < 10 ? 0 : 19.4, p.y - 1.7, 2, 3.4), Colour(0xc3c2c3)) }
      pixel(canvas, Point(10.7, 9.45), 18.9, colour(0))
    case .strip:
      canvas.fill(Rect(6, 2, s.width - 12, 31.2), radius: 2, d["background"].flatMap { Colour(css: $0) } ?? Colour(0xf4f4f0))
      for p in s.pins { canvas.fill(Rect(p.x < 10 ? 0 : s.width - 12, p.y - 3, 12, 6), radius: 1.5, Colour(0xc9a24a)) }
      for i in 0..<columns { pixel(canvas, Point(10 + (Double(i) + 0.5) * 9 * mm, 17.6), 5 * mm, colour(i)) }
    case .ring:
      let r = ringRadius(d)
      for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, p.y - 14), width: 2, Colour(0xaaaaaa), cap: .butt) }
      canvas.stroke(circle: Point(r, r), r - 3 * mm, width: 6 * mm, d["background"].flatMap { Colour(css: $0) } ?? Colour(0x336633))
      for i in 0..<columns {
        let angle = 360 * Double(i) / Double(columns)
        canvas.saving {
          canvas.rotate(degrees: angle, around: Point(r, r))
          pixel(canvas, Point(r, 3 * mm), 5 * mm, colour(i))
        }
      }
    case .matrix:
      let w = s.width / Double(columns), h = s.height / Double(rows), side = min(w, h) * 0.84
      canvas.fill(s.bounds, d["background"].flatMap { Colour(css: $0) } ?? Colour(0x202020))
      for row in 0..<rows {
        for column in 0..<columns { pixel(canvas, Point((Double(column) + 0.5) * w, (Double(row) + 0.5) * h), side, colour(row * columns + column)) }
      }
    }
  }
  /// One pixel: a white body whose window takes the colour, brighter than its number, as light adds to what the eye has.
  private static func pixel(_ canvas: Canvas, _ centre: Point, _ side: Double, _ rgb: UInt32) {
    let body = Rect(centre.x - side / 2, centre.y - side / 2, side, side)
    canvas.fill(body, Colour(0xe4e4e4))
    func channel(_ shift: UInt32) -> UInt8 {
      let v = Double(rgb >> shift & 0xff) / 255
      return UInt8(v.squareRoot() * 255)
    }
    let light = Colour(red: channel(16), green: channel(8), blue: channel(0))
    let strength = Double(max(light.red, light.green, light.blue)) / 255
    canvas.circle(centre, side * 0.42, Colour(0xb8b8b0).mixed(light, min(1, strength * 1.6)))
    if strength > 0.02 { canvas.glow(centre, side * 0.75, light.opacity(0.8 * strength)) }
  }
}
