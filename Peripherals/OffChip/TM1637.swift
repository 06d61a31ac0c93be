import Emulation
import Picture

/// Four digits with a TM1637 (Titan Micro): two wires that look like I2C, lowest bit first and without addresses. It acknowledges each byte.
public final class TM1637: Part, NetListener {
  public static let names = ["wokwi-tm1637-7segment"]
  public static let attributes = [PartAttribute("color", .colour)]
  private static let mm = 96 / 25.4
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = ["CLK", "DIO", "VCC", "GND"].enumerated().map { PartPin($0.element, 6, 22 + 9.6 * Double($0.offset)) }
    return PartShape(width: 42 * mm, height: 20 * mm, pins: pins)
  }

  private let site: PartSite
  private let clock: Net, wire: Net, data: Terminal
  private var clk = true, dio = true
  private var active = false, bit = 0, shift: UInt8 = 0
  /// Bytes since START.
  private var count = 0, command: UInt8 = 0
  private var address = 0, isFixed = false
  private var memory = [UInt8](repeating: 0, count: 6)
  private var control: UInt8 = 0

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    clock = site.net("CLK")
    wire = site.net("DIO")
    data = site.circuit.attach(to: wire)
    for net in [clock, wire] { site.circuit.drive(site.circuit.attach(to: net), .weak(true), at: site.start) }
    site.circuit.listen(to: clock, self, tag: 0)
    site.circuit.listen(to: wire, self, tag: 1)
  }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let high = site.circuit.isHigh(net)
    if tag == 1 {
      guard high != dio else { return }
      dio = high
      guard clk else { return }
      // DIO moves while CLK is high: START or STOP.
      site.circuit.drive(data, .none, at: instant)
      (active, bit, count) = (!high, 0, 0)
      return
    }
    guard high != clk else { return }
    clk = high
    guard active else { return }
    if high {
      if bit < 8 { shift = shift >> 1 | (dio ? 0x80 : 0) }
      bit += 1
      if bit == 8 { take(shift) }
    } else if bit == 8 {
      site.circuit.drive(data, .strong(false), at: instant)
    } else if bit == 9 {
      site.circuit.drive(data, .none, at: instant)
      bit = 0
    }
  }
  private func take(_ byte: UInt8) {
    defer { count += 1 }
    if count > 0 {
      guard command & 0xc0 == 0xc0 else { return }
      if address < 6 { memory[address] = byte }
      if !isFixed { address += 1 }
      return
    }
    command = byte
    switch byte & 0xc0 {
    case 0x40: isFixed = byte & 4 != 0
    case 0x80: control = byte
    case 0xc0: address = Int(byte & 15)
    default: break
    }
  }

  private var isOn: Bool { control & 8 != 0 }
  /// Duty of the brightness settings (data sheet): 1/16 to 14/16.
  private static let duties: [Double] = [1, 2, 4, 10, 11, 12, 13, 14]
  private var level: Double { isOn ? 0.35 + 0.65 * (Self.duties[Int(control & 7)] / 14).squareRoot() : 0 }
  /// Brightness of segments A…G and the point of each digit; text: what they say.
  public func view(at instant: Instant) -> PartView {
    var values: [Double] = []
    for digit in 0..<4 { for i in 0..<8 { values.append(memory[digit] >> UInt8(i) & 1 != 0 ? level : 0) } }
    return PartView(values, text: isOn ? SevenSegment.text(values) : "")
  }
  public static func readings(of d: PartDescription) -> [String] { (1...4).flatMap { digit in "ABCDEFG".map { "\(digit).\($0)" } + ["\(digit).DP"] } }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), on = Light.colour(d["color"] ?? "red"), off = Colour(0x2a2a2a)
    canvas.fill(s.bounds, radius: 2, Colour(0x14508a))
    canvas.fill(Rect(26, 6, s.width - 32, s.height - 12), radius: 2, Colour(0x101010))
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 2.6, Colour(0xd4b45c))
      canvas.text(p.name, Point(p.x + 5, p.y), .white.opacity(0.8), size: 0.7, tiny: true, vertical: .middle)
    }
    for digit in 0..<4 {
      canvas.saving {
        canvas.translate(33 + 29 * Double(digit) + (digit > 1 ? 7 : 0), 13)
        canvas.scale(0.78)
        canvas.concatenate(Transform(a: 1, b: 0, c: -0.1, d: 1, tx: 5, ty: 0))
        for (i, outline) in SevenSegment.outlines.enumerated() {
          let b = view[digit * 8 + i]
          if b > 0.3 { canvas.stroke(.polygon(outline), width: 2.5, on.opacity(0.3 * b)) }
          canvas.polygon(outline, off.mixed(on, b))
        }
      }
    }
    // The colon is the second digit's point.
    for y in [28.0, 46] { canvas.circle(Point(93 - (y - 37) * 0.1, y), 2.6, off.mixed(on, view[15])) }
  }
}
