import Emulation
import Picture

/// A character display of 16 × 2 or 20 × 4 with an HD44780: with all its pins, or (`pins` "i2c") behind a PCF8574 as the usual
/// backpack wires it: P0 RS, P1 RW, P2 E, P3 backlight, P4…P7 D4…D7.
public final class CharacterLCD: Part, NetListener, I2CBytes {
  public static let names = ["wokwi-lcd1602", "wokwi-lcd2004"]
  public static let attributes = [
    PartAttribute("pins", .oneOf(["full", "i2c"])), PartAttribute("i2cAddress"), PartAttribute("i2c-address"), PartAttribute("color", .colour),
    PartAttribute("background"), PartAttribute("variant"),
  ]
  private static let mm = 96 / 25.4
  static func size(_ d: PartDescription) -> (columns: Int, rows: Int) { d.type.hasSuffix("2004") ? (20, 4) : (16, 2) }
  private static func isI2C(_ d: PartDescription) -> Bool { d["pins"] == "i2c" }
  private static func panel(_ d: PartDescription) -> Rect {
    let (columns, rows) = size(d)
    return Rect(12.45 * mm, 12.55 * mm, Double(columns) * 3.5125 * mm, Double(rows) * 5.75 * mm)
  }
  static let parallel = ["VSS", "VDD", "V0", "RS", "RW", "E", "D0", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "A", "K"]
  public static func shape(of d: PartDescription) -> PartShape {
    let p = panel(d), width = p.width + 23.8 * mm, height = p.height + 24.5 * mm
    let pins =
      isI2C(d)
      ? ["GND", "VCC", "SDA", "SCL"].enumerated().map { PartPin($0.element, 4, 32 + 9.5 * Double($0.offset)) }
      : parallel.enumerated().map { PartPin($0.element, 32 + 9.6 * Double($0.offset), 87.5 + p.height) }
    return PartShape(width: width, height: height, pins: pins)
  }

  private let site: PartSite
  private let lcd = HD44780()
  private let columns: Int, rows: Int
  private var bus: I2CPlace?
  private var latch: UInt8 = 0xff
  private var nets: [Net] = [], outputs: [Terminal] = []
  private var hasBacklight = true
  private var shown: PartPicture?, shownBlink = false, versions: UInt64 = 0, drawn: UInt64 = 0

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    (columns, rows) = Self.size(site.description)
    lcd.tooEarly = { [unowned site] in site.report("an instruction came while the display was busy and was not seen") }
    if Self.isI2C(site.description) {
      let address = try site.address(["i2cAddress", "i2c-address"], default: 0x27)
      bus = I2CPlace(site, address: address, part: self)
    } else {
      nets = ["RS", "RW", "E"].map { site.net($0) } + (0..<8).map { site.net("D\($0)") }
      outputs = nets[3...].map { site.circuit.attach(to: $0) }
      // Pull-ups on RS, RW and the data pins (data sheet, pin functions): in 4 bits D0…D3 stay open.
      for net in nets[..<2] { site.circuit.drive(site.circuit.attach(to: net), .pull(true), at: site.start) }
      for net in nets[..<3] { site.circuit.listen(to: net, self) }
    }
  }

  // MARK: All pins

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    func high(_ i: Int) -> Bool { site.circuit.isHigh(nets[i]) }
    var data: UInt8 = 0
    for i in 0..<8 where !site.circuit.isDriven(nets[3 + i]) || high(3 + i) { data |= 1 << UInt8(i) }
    let answer = lcd.pins(select: high(0), read: high(1), enable: high(2), data: data, at: instant)
    site.circuit.batch(at: instant) {
      for i in 0..<8 { site.circuit.drive(outputs[i], answer.map { .strong($0 >> UInt8(i) & 1 != 0) } ?? .none, at: instant) }
    }
  }

  // MARK: The backpack

  func write(_ byte: UInt8, at instant: Instant) -> Bool {
    latch = byte
    if hasBacklight != (byte & 8 != 0) {
      hasBacklight = byte & 8 != 0
      shown = nil
    }
    _ = lcd.pins(select: byte & 1 != 0, read: byte & 2 != 0, enable: byte & 4 != 0, data: byte & 0xf0, at: instant)
    return true
  }
  func read(at instant: Instant) -> UInt8 {
    let driven = lcd.pins(select: latch & 1 != 0, read: latch & 2 != 0, enable: latch & 4 != 0, data: latch & 0xf0, at: instant)
    // A pin of the PCF8574 that is written 1 is an input with a weak pull-up.
    return latch & 0x0f | (driven ?? 0xf0) & latch & 0xf0
  }

  // MARK: What can be seen

  /// 0: 1 while the backlight is on. Text: what the display says, a line for each row.
  public func view(at instant: Instant) -> PartView {
    let blinks = lcd.blinks(at: instant)
    if shown == nil || drawn != lcd.version || blinks != shownBlink {
      (drawn, shownBlink) = (lcd.version, blinks)
      versions += 1
      let d = site.description
      let back = Self.background(d).darker(hasBacklight ? 0 : 0.55).argb, ink = Self.ink(d).argb, faint = Colour(argb: back).darker(0.06).argb
      let width = columns * 6 - 1, height = rows * 9 - 1
      var pixels = lcd.points(rows, columns, at: instant).map { $0 ? ink : faint }
      for y in 0..<height { for x in 0..<width where x % 6 == 5 || y % 9 == 8 { pixels[y * width + x] = back } }
      shown = PartPicture(width: width, height: height, version: versions, pixels: pixels)
    }
    return PartView([hasBacklight ? 1 : 0], picture: shown, text: lcd.text(rows, columns))
  }
  private static func background(_ d: PartDescription) -> Colour {
    switch d["background"] ?? "green" {
    case "green": Colour(0x6cb201)
    case "blue": Colour(0x1414e0)
    case let text: Colour(css: text) ?? Colour(0x6cb201)
    }
  }
  private static func ink(_ d: PartDescription) -> Colour {
    if let text = d["color"], let colour = Colour(css: text) { return colour }
    return d["background"] == "blue" ? .white : Colour(0x101808)
  }

  public static func readings(of d: PartDescription) -> [String] { ["backlight"] }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), p = panel(d)
    canvas.fill(s.bounds, radius: 2, Colour(0x087f45))
    for x in [7.0, s.width - 7] { for y in [7.0, s.height - 7] { canvas.circle(Point(x, y), 4.5, Colour(0x0a5c34)); canvas.circle(Point(x, y), 3, .white) } }
    canvas.fill(p.inset(-27, -24), radius: 2, Colour(0x1c1c1c))
    canvas.fill(p.inset(-14, -8), radius: 3, background(d).darker(view.picture == nil || view[0] < 0.5 ? 0.55 : 0))
    if let image = view.picture { canvas.image(image.pixels, columns: image.width, rows: image.height, in: p) }
    for pin in s.pins {
      canvas.circle(Point(pin.x, pin.y), 3.2, Colour(0xd4b45c))
      canvas.circle(Point(pin.x, pin.y), 1.4, Colour(0x2a2a2a))
      if isI2C(d) { canvas.text(pin.name, Point(pin.x + 6, pin.y), .white.opacity(0.8), tiny: true, vertical: .middle) }
    }
    if !isI2C(d) { canvas.text("1", Point(24, s.pins[0].y), .white.opacity(0.8), tiny: true, horizontal: .centre, vertical: .middle) }
  }
}
