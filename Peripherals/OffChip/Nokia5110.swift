import Emulation
import Picture

/// The display of 84 × 48 points of the Nokia 5110, with a PCD8544 (Philips data sheet, 1999-04-12) on SPI: CE selects, DC tells data from commands,
/// RST low resets. BL lights it, when it is wired: high on the blue board.
public final class Nokia5110: Part, SPIWords, NetListener {
  public static let names = ["board-nokia-5110", "wokwi-nokia-5110-screen"]
  static let columns = 84, rows = 48
  private static let glass = Rect(16, 30, 126, 78)
  public static func shape(of d: PartDescription) -> PartShape {
    let order = ["RST", "CE", "DC", "DIN", "CLK", "VCC", "BL", "GND"]
    var pins = order.enumerated().map { PartPin($0.element, 45.4 + 9.6 * Double($0.offset), 134) }
    if d.type == "board-nokia-5110" { pins += order.enumerated().map { PartPin($0.element + ".2", 45.4 + 9.6 * Double($0.offset), 6) } }
    return PartShape(width: 158, height: 140, pins: pins)
  }

  private let site: PartSite
  private var pins: SPIPins!
  private let dataNet: Net
  /// A byte is eight points of a column, the lowest bit on top.
  private var memory: [UInt8] = []
  private var version: UInt64 = 1
  private var x = 0, y = 0, isDown = true, isVertical = false, isExtended = false, mode: UInt8 = 0
  private var contrast: UInt8 = 0

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    for _ in 0..<504 { memory.append(UInt8(truncatingIfNeeded: site.random(below: 256))) }
    dataNet = site.net("DC")
    pins = SPIPins(site.circuit, clock: site.net("CLK"), toDevice: site.net("DIN"), fromDevice: nil, select: site.net("CE"), part: self)
    site.circuit.listen(to: site.net("RST"), self)
  }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    guard level == .low else { return }
    (x, y, isDown, isVertical, isExtended, mode, contrast) = (0, 0, true, false, false, 0, 0)
    version += 1
  }
  public func send(at instant: Instant) -> UInt32? { nil }
  public func selected(_ on: Bool, at instant: Instant) {}
  public func receive(_ word: UInt32, at instant: Instant) {
    let byte = UInt8(truncatingIfNeeded: word)
    version += 1
    if site.circuit.isHigh(dataNet) { store(byte) } else { obey(byte) }
  }
  private func store(_ byte: UInt8) {
    memory[y * Self.columns + x] = byte
    if isVertical {
      y += 1
      if y == 6 { (y, x) = (0, (x + 1) % Self.columns) }
    } else {
      x += 1
      if x == Self.columns { (x, y) = (0, (y + 1) % 6) }
    }
  }
  /// Table 1 of the data sheet.
  private func obey(_ c: UInt8) {
    switch c {
    case 0x20...0x27: (isDown, isVertical, isExtended) = (c & 4 != 0, c & 2 != 0, c & 1 != 0)
    case 0x80... where isExtended: contrast = c & 0x7f
    case 0x80...: x = min(Int(c & 0x7f), Self.columns - 1)
    case 0x40...0x47 where !isExtended: y = min(Int(c & 7), 5)
    case 0x08...0x0f where !isExtended: mode = c & 5
    default: break
    }
  }
  private func pixels(_ isLit: Bool) -> [UInt32] {
    let paper = Colour(isLit ? 0xb4cfae : 0x7f9279), ink = Colour(0x1c2a20)
    var all = [UInt32](repeating: paper.argb, count: Self.columns * Self.rows)
    guard !isDown else { return all }
    for y in 0..<Self.rows {
      for x in 0..<Self.columns {
        let bit = memory[y / 8 * Self.columns + x] >> UInt8(y % 8) & 1 != 0
        let on =
          switch mode {
          case 4: bit
          case 5: !bit
          case 1: true
          default: false
          }
        if on { all[y * Self.columns + x] = ink.argb }
      }
    }
    return all
  }
  public static func readings(of d: PartDescription) -> [String] { ["on", "backlight", "contrast"] }
  public func view(at instant: Instant) -> PartView {
    let isLit = site.isWired("BL") && site.circuit.isHigh(site.net("BL"))
    // Its light is part of the picture.
    let number = version << 1 | (isLit ? 1 : 0)
    let picture = PartPicture(width: Self.columns, height: Self.rows, version: number, pixels: pixels(isLit))
    return PartView([isDown || mode == 0 ? 0 : 1, isLit ? 1 : 0, Double(contrast)], picture: picture)
  }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds, radius: 3, Colour(0x2a52a0))
    for x in [8.0, s.width - 8] { for y in [8.0, s.height - 8] { canvas.circle(Point(x, y), 4, Colour(0xe6e6e6)) } }
    canvas.fill(Rect(8, 20, s.width - 16, 100), radius: 3, Colour(0xd0d4d6))
    canvas.fill(glass.inset(-3), radius: 2, Colour(0x5a6458))
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 3, Colour(0xd4b45c))
      canvas.circle(Point(p.x, p.y), 1.4, Colour(0x202020))
      if p.y > 100 { canvas.text(p.name, Point(p.x, 122), .white, size: 0.6, tiny: true, horizontal: .centre) }
    }
    canvas.fill(glass, Colour(0x7f9279))
    if let p = view.picture { canvas.image(p.pixels, columns: p.width, rows: p.height, in: glass) }
  }
}
