import Emulation
import Picture

/// Colour displays on SPI: the module of 240 × 320 with an ILI9341 (also with a touch panel, FT6206 at 0x38), and of 240 × 240 with an ST7789.
public final class ColourDisplay: Part, SPIWords, NetListener, I2CBytes {
  public static let names = ["wokwi-ili9341", "board-ili9341-cap-touch", "board-st7789"]
  public static let attributes = ["flipHorizontal", "flipVertical", "swapXY"].map { PartAttribute($0, .flag) }
  private static let mm = 96 / 25.4
  private static func isSquare(_ d: PartDescription) -> Bool { d.type == "board-st7789" }
  private static func hasTouch(_ d: PartDescription) -> Bool { d.type == "board-ili9341-cap-touch" }
  private static func glass(_ d: PartDescription) -> Rect {
    isSquare(d) ? Rect(0.459 * mm, 5.151 * mm, 31 * mm, 31 * mm) : Rect(2 * mm, 7 * mm, 42.5 * mm, 56 * mm)
  }
  public static func shape(of d: PartDescription) -> PartShape {
    if isSquare(d) {
      let pins = ["GND", "VCC", "SCL", "SDA", "RST", "DC", "CS", "BL"].enumerated().map {
        PartPin($0.element, (6.8 + 2.54 * Double($0.offset)) * mm, 1.25 * mm)
      }
      return PartShape(width: 32 * mm, height: 44 * mm, pins: pins)
    }
    let names = ["VCC", "GND", "CS", "RST", "D/C", "MOSI", "SCK", "LED", "MISO"] + (hasTouch(d) ? ["SCL", "SDA"] : [])
    let first = hasTouch(d) ? 10.26 * mm : 48.3
    let pins = names.enumerated().map { PartPin($0.element, first + 9.6012 * Double($0.offset), hasTouch(d) ? 76 * mm : 287.2) }
    var controls: [PartControl] = []
    if hasTouch(d) {
      let g = glass(d)
      controls = [
        PartControl("x", 0...239, touches: [PartTouch(g, .slide(from: Point(g.x, g.y), to: Point(g.right, g.y)))]),
        PartControl("y", 0...319, touches: [PartTouch(g, .slide(from: Point(g.x, g.y), to: Point(g.x, g.bottom)))]),
        PartControl("touched", touches: [PartTouch(g, .hold)]),
      ]
    }
    return PartShape(width: 46.5 * mm, height: 77.6 * mm, pins: pins, controls: controls)
  }

  private let site: PartSite
  private let memory: DisplayMemory
  private var pins: SPIPins!, touchBus: I2CPlace?
  private let mode: Net, backlight: Net?
  private var reading = false
  private var shown: PartPicture?, drawn: UInt64 = 0
  private var x = 0.0, y = 0.0, touched = false, pointer: UInt8?

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    let d = site.description, square = Self.isSquare(d)
    memory =
      square
      ? DisplayMemory(columns: 240, rows: 320, shownRows: 240, id: [0x85, 0x85, 0x52], inverse: true)
      : DisplayMemory(columns: 240, rows: 320, id: [0, 0, 0], model: [0, 0x93, 0x41])
    mode = site.net(square ? "DC" : "D/C")
    let light = square ? "BL" : "LED"
    backlight = site.isWired(light) ? site.net(light) : nil
    pins = SPIPins(
      site.circuit, clock: site.net(square ? "SCL" : "SCK"), toDevice: site.net(square ? "SDA" : "MOSI"),
      fromDevice: !square && site.isWired("MISO") ? site.net("MISO") : nil, select: site.isWired("CS") ? site.net("CS") : nil, part: self)
    if site.isWired("RST") { site.circuit.listen(to: site.net("RST"), self) }
    if Self.hasTouch(d) { touchBus = I2CPlace(site, address: 0x38, part: self) }
  }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { if level == .low { memory.reset() } }
  /// The first byte of an answer is due when the command's last bit has passed, before D/C moves.
  public func send(at instant: Instant) -> UInt32? { memory.next().map { UInt32($0) } }
  public func receive(_ word: UInt32, at instant: Instant) { memory.take(UInt8(truncatingIfNeeded: word), isData: site.circuit.isHigh(mode)) }
  public func selected(_ on: Bool, at instant: Instant) { if !on { memory.deselect() } }

  // MARK: Touch (FT6206: the origin is at the lower right)

  public func set(control: Int, to value: Double, at instant: Instant) {
    switch control {
    case 0: x = value
    case 1: y = value
    default: touched = value >= 0.5
    }
  }
  func addressed(toRead: Bool, at instant: Instant) { if !toRead { pointer = nil } }
  func write(_ byte: UInt8, at instant: Instant) -> Bool {
    if pointer == nil { pointer = byte } else { pointer! &+= 1 }
    return true
  }
  func read(at instant: Instant) -> UInt8 {
    let at = pointer ?? 0, h = 239 - UInt16(x.rounded()), v = 319 - UInt16(y.rounded())
    pointer = at &+ 1
    switch at {
    case 0x02: return touched ? 1 : 0
    case 0x03: return UInt8(h >> 8) | (touched ? 0x80 : 0x40)
    case 0x04: return UInt8(h & 255)
    case 0x05: return UInt8(v >> 8)
    case 0x06: return UInt8(v & 255)
    case 0xa3: return 0x06
    case 0xa8: return 0x11
    default: return 0
    }
  }

  // MARK: What can be seen

  /// 0: 1 while the backlight is on.
  public func view(at instant: Instant) -> PartView {
    if drawn != memory.version {
      drawn = memory.version
      shown = PartPicture(width: memory.columns, height: memory.shownRows, version: drawn, pixels: turned(memory.shown(swap: !Self.isSquare(site.description))))
    }
    let lit = backlight.map { !site.circuit.isDriven($0) || site.circuit.isHigh($0) } ?? true
    return PartView([lit ? 1 : 0] + (touchBus == nil ? [] : [x, y, touched ? 1 : 0]), picture: shown)
  }
  private func turned(_ pixels: [UInt32]) -> [UInt32] {
    let d = site.description
    // The ILI9341's glass is wired from right to left: MADCTL 0x48 (mirrored, BGR) is upright.
    let mirror = d.flag("flipHorizontal") != !Self.isSquare(d), flip = d.flag("flipVertical"), w = memory.columns
    guard mirror || flip else { return pixels }
    var all = pixels
    for r in 0..<memory.shownRows { for c in 0..<w { all[r * w + c] = pixels[(flip ? memory.shownRows - 1 - r : r) * w + (mirror ? w - 1 - c : c)] } }
    return all
  }
  public static func readings(of d: PartDescription) -> [String] { ["backlight"] + (hasTouch(d) ? ["x", "y", "touched"] : []) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), g = glass(d)
    canvas.fill(s.bounds.inset(0.5), radius: 3, Colour(isSquare(d) ? 0x14336b : 0xa8262e))
    canvas.fill(g.inset(-3), radius: 1, Colour(0x1a1a1a))
    if let p = view.picture, view[0] > 0 { canvas.image(p.pixels, columns: p.width, rows: p.height, in: g) } else { canvas.fill(g, Colour(0x0c0e10)) }
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 2.8, Colour(0xd4b45c))
      canvas.circle(Point(p.x, p.y), 1.3, Colour(0x202020))
      canvas.text(p.name, Point(p.x, p.y + (isSquare(d) ? 5 : -9)), .white.opacity(0.85), size: 0.5, tiny: true, horizontal: .centre)
    }
    if view[3] > 0 { canvas.stroke(circle: Point(g.x + view[1] / 240 * g.width, g.y + view[2] / 320 * g.height), 6, width: 1.5, Colour(0x49b6ff)) }
  }
}
