import Emulation
import Picture

/// The board itself, as the other parts see it: pads, supplies, and the few resistors around the chip (Pico data sheet, schematic;
/// Pico W data sheet, schematic). The chip is wired to it by net names.
public final class Pico: Part {
  public static let names = ["wokwi-pi-pico", "board-pi-pico", "board-pi-pico-w", "wokwi-pi-pico-w"]
  public static let attributes = [PartAttribute("env"), PartAttribute("builder"), PartAttribute("version"), PartAttribute("flashSize")]
  /// True for the board with Wi-Fi.
  public static func isW(_ type: String) -> Bool { type.hasSuffix("-w") }

  /// Pads 1 to 20 down the left side, 21 to 40 up the right side.
  public static let pads = [
    "GP0", "GP1", "GND.1", "GP2", "GP3", "GP4", "GP5", "GND.2", "GP6", "GP7", "GP8", "GP9", "GND.3", "GP10", "GP11", "GP12", "GP13", "GND.4",
    "GP14", "GP15", "GP16", "GP17", "GND.5", "GP18", "GP19", "GP20", "GP21", "GND.6", "GP22", "RUN", "GP26", "GP27", "GND.7", "GP28",
    "ADC_VREF", "3V3", "3V3_EN", "GND.8", "VSYS", "VBUS",
  ]
  public static func shape(of d: PartDescription) -> PartShape {
    let mm = 96 / 25.4, width = 20.9 * mm, top = 3.4 * mm, pitch = 2.54 * mm
    var pins = pads.enumerated().map { i, name in
      i < 20 ? PartPin(name, 0, top + Double(i) * pitch) : PartPin(name, width, top + Double(39 - i) * pitch)
    }
    // Pads on the back and nets without a pad, for wires that a board file may draw to them.
    let back = Point(width / 2, 46 * mm)
    let hidden = isW(d.type) ? ["TP4", "TP5", "$gpio24", "$gpio29"] : ["TP4", "TP5", "TP6", "$gpio23", "$gpio24", "$gpio25", "$gpio29"]
    pins += hidden.map { PartPin($0, back.x, back.y) }
    return PartShape(width: width, height: 52.75 * mm, pins: pins, controls: [PartControl("bootsel", touches: []), PartControl("run", touches: [])])
  }

  /// The chip's net of a pad, or a supply's.
  public static func net(of pin: String, type: String) -> String? {
    if pin.hasPrefix("GP") { return pin }
    if pin.hasPrefix("GND") { return "GND" }
    switch pin {
    case "VBUS", "VSYS", "3V3", "3V3_EN", "ADC_VREF", "RUN": return pin
    case "TP4": return isW(type) ? "WL_GPIO1" : "GP23"
    case "TP5", "$gpio25": return isW(type) ? "WL_GPIO0" : "GP25"
    case "TP6": return "BOOTSEL"
    case "$gpio23": return "GP23"
    case "$gpio24": return "GP24"
    case "$gpio29": return "GP29"
    default: return nil
    }
  }
  /// Volts of the supplies: USB's 5 V, what a Schottky diode leaves of it, and the regulator's output.
  public static let rails: [(name: String, millivolts: Int32)] = [("GND", 0), ("VBUS", 5000), ("VSYS", 4700), ("3V3", 3300), ("ADC_VREF", 3300)]

  private let site: PartSite
  /// BOOTSEL's contact to the flash chip's select line and RUN's to ground: made when they are first pressed, so that a board whose
  /// buttons nobody touches has no other pin on those lines.
  private var bootsel: Terminal?, run: Terminal?

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    let c = site.circuit, at = site.start
    for rail in Self.rails { c.setRail(c.net(rail.name), millivolts: rail.millivolts, at: at) }
    // The enable of the regulator has a pull-up to VSYS, and RUN one inside the chip.
    _ = c.connect(c.net("3V3_EN"), c.net("VSYS"), .resistor(ohms: 100_000), at: at)
    _ = c.connect(c.net("RUN"), c.net("3V3"), .resistor(ohms: 50_000), at: at)
    guard !Self.isW(site.description.type) else { return }
    // GP24 senses VBUS through a divider, GP29 a third of VSYS.
    _ = c.connect(c.net("GP24"), c.net("VBUS"), .resistor(ohms: 5600), at: at)
    _ = c.connect(c.net("GP24"), c.net("GND"), .resistor(ohms: 10_000), at: at)
    _ = c.connect(c.net("GP29"), c.net("VSYS"), .resistor(ohms: 200_000), at: at)
    _ = c.connect(c.net("GP29"), c.net("GND"), .resistor(ohms: 100_000), at: at)
  }

  /// Controls: 0 BOOTSEL (through 1 kΩ to ground, which the chip's output overrules), 1 a button between RUN and ground.
  public func set(control: Int, to value: Double, at instant: Instant) {
    let down = value >= 0.5, c = site.circuit
    switch control {
    case 0:
      if bootsel == nil { bootsel = c.attach(to: c.net("QSPI_SS")) }
      c.drive(bootsel!, down ? .weak(false) : .none, at: instant)
    default:
      if run == nil { run = c.attach(to: c.net("RUN")) }
      c.drive(run!, down ? .strong(false) : .none, at: instant)
    }
  }

  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), board = Colour(0x1b7a3d), w = s.width, h = s.height
    canvas.fill(Rect(0, 5, w, h - 5), radius: 5, board)
    canvas.fill(Rect(w / 2 - 14, 0, 28, 21), radius: 2, Colour(0xb8b8b8))
    canvas.fill(Rect(w / 2 - 13, 80, 26, 26), radius: 1, Colour(0x202020))
    canvas.text("RP2040", Point(w / 2, 93), Colour(0xc0c0c0), tiny: true, horizontal: .centre, vertical: .middle)
    if isW(d.type) { canvas.fill(Rect(w / 2 - 17, 138, 34, 34), radius: 1, Colour(0xc8c8c8)) }
    for p in s.pins.prefix(40) {
      let left = p.x < w / 2
      canvas.circle(Point(left ? 6 : w - 6, p.y), 3.4, Colour(0xd9b24c))
      canvas.circle(Point(left ? 6 : w - 6, p.y), 1.6, Colour(0x303030))
      let name = p.name.hasPrefix("GND") ? "GND" : p.name
      canvas.text(name, Point(left ? 11 : w - 11, p.y), .white, tiny: true, horizontal: left ? .left : .right, vertical: .middle)
    }
  }
}
