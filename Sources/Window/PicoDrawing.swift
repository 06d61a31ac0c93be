import Board
import Picture

/// A Pico, drawn in millimetres from its upper left corner: 21 × 51 mm, USB upwards (Pico data sheet §2.1, figure 3).
enum PicoDrawing {
  static let width = 21.0, height = 51.0
  /// The USB connector reaches so far beyond the edge.
  static let overhang = 1.3
  static let firstPin = 1.37, pitch = 2.54, pinInset = 1.61
  static let bootsel = Rect(5.0, 10.4, 4.4, 3.6)
  static let led = Rect(3.7, 4.1, 1.1, 1.9)

  /// Centre of a pin's hole.
  static func hole(left: Bool, row: Int) -> Point { Point(left ? pinInset : width - pinInset, firstPin + Double(row) * pitch) }

  /// Everything that never changes. `unit` is a logical unit in millimetres: what the lettering, if there is room for it, is made of.
  static func drawBoard(_ c: Canvas, unit: Double, lettering: Bool = true) {
    // A soft shadow, then the board.
    for i in 0..<5 {
      let d = Double(5 - i) * 0.22
      c.fill(Rect(-d + 0.2, -d + 0.4, width + 2 * d, height + 2 * d), radius: 1.2 + d, Colour.black.opacity(0.09))
    }
    let board = Rect(0, 0, width, height)
    c.fill(board, radius: 1.1, .linear(Point(0, 0), Point(width, height), Colour(0x1d8a55), Colour(0x0d5534)))
    c.stroke(board.inset(0.06), radius: 1.05, width: 0.12, Colour(0x3cb57a).opacity(0.5))
    tracks(c)
    for p in [Point(4.8, 2), Point(16.2, 2), Point(4.8, 49), Point(16.2, 49)] {
      c.circle(p, 1.55, Colour(0x0a4228))
      c.circle(p, 1.05, Theme.background)
    }
    for (left, pins) in [(true, PicoPins.left), (false, PicoPins.right)] {
      for (row, pin) in pins.enumerated() { pad(c, left: left, row: row, pin) }
    }
    usb(c)
    components(c, unit)
    debugPads(c)
    if lettering { silk(c, unit) }
  }

  /// Copper that shines through the lacquer, from the chip towards the pins.
  private static func tracks(_ c: Canvas) {
    let copper = Colour(0x2ba56b).opacity(0.55)
    for (left, pins) in [(true, PicoPins.left), (false, PicoPins.right)] {
      for (row, pin) in pins.enumerated() {
        guard case .gpio = pin else { continue }
        let from = hole(left: left, row: row), side: Double = left ? 1 : -1
        let edge = left ? 7.0 : 14.0, y = 22.6 + (Double(row) - 9.5) * 0.32 + 3
        let turn = from.x + side * (2.2 + 0.11 * abs(Double(row) - 9.5))
        c.polyline([from, Point(turn, from.y), Point(edge - side * 1.2, y), Point(edge, y)], width: 0.16, copper)
      }
    }
  }

  private static func pad(_ c: Canvas, left: Bool, row: Int, _ pin: PicoPin) {
    let p = hole(left: left, row: row)
    let gold = Colour(0xe2bd62), shade = Colour(0xb28a35)
    let x = left ? 0 : p.x - 0.85
    let r = Rect(x, p.y - 0.8, 0.85 + pinInset, 1.6)
    // The ground pads have square ends, as on the real board.
    if case .ground = pin {
      c.fill(r, radius: 0.15, .linear(Point(0, r.y), Point(0, r.bottom), gold, shade))
    } else {
      c.fill(Rect(left ? 0 : p.x - 0.85, p.y - 0.8, 0.85 + pinInset, 1.6), radius: 0.8, .linear(Point(0, r.y), Point(0, r.bottom), gold, shade))
      c.fill(Rect(left ? 0 : p.x, p.y - 0.8, pinInset, 1.6), radius: 0.1, .linear(Point(0, r.y), Point(0, r.bottom), gold, shade))
    }
    c.circle(p, 0.52, Colour(0x20170a))
    // The half hole at the edge.
    c.saving {
      c.clip(Rect(0, 0, width, height))
      c.circle(Point(left ? 0 : width, p.y), 0.45, Colour(0x20170a))
    }
  }

  private static func usb(_ c: Canvas) {
    let shell = Rect(6.6, -overhang, 7.8, 5.8)
    c.fill(shell.moved(0.15, 0.25), radius: 0.5, Colour.black.opacity(0.35))
    c.fill(shell, radius: 0.45, .linear(Point(6.6, 0), Point(14.4, 0), Colour(0xd9dee4), Colour(0x9aa3ad)))
    c.stroke(shell.inset(0.1), radius: 0.4, width: 0.14, Colour(0xf4f6f8).opacity(0.8))
    c.fill(Rect(7.3, -overhang, 6.4, 0.8), Colour(0x6e7883))
    for x in [8.2, 11.3] { c.fill(Rect(x, 1.2, 1.5, 0.45), radius: 0.2, Colour(0x7c8691)) }
    for (x, y) in [(5.9, 0.7), (14.2, 0.7), (5.9, 3.2), (14.2, 3.2)] { c.fill(Rect(x, y, 0.9, 1.0), radius: 0.2, Colour(0xc3cad2)) }
  }

  private static func components(_ c: Canvas, _ unit: Double) {
    // BOOTSEL's frame; its cap is drawn with its state.
    c.fill(bootsel.moved(0.12, 0.2), radius: 0.4, Colour.black.opacity(0.3))
    c.fill(bootsel, radius: 0.35, .linear(Point(0, bootsel.y), Point(0, bootsel.bottom), Colour(0xe3e7ec), Colour(0xaab2bb)))
    // Supply: regulator with its coil.
    box(c, Rect(13.2, 8.0, 2.6, 2.6), Colour(0x2b2f36), radius: 0.4)
    c.stroke(circle: Point(14.5, 9.3), 0.8, width: 0.2, Colour(0x4b525c))
    box(c, Rect(12.6, 11.8, 1.9, 1.9), Colour(0x16191d))
    for (x, y, wide) in [
      (11.0, 7.4, true), (11.0, 8.6, true), (16.2, 11.4, false), (15.2, 12.4, false), (11.2, 12.2, false), (6.2, 17.2, true), (14.0, 16.4, true),
      (14.0, 17.8, true), (6.0, 19.2, true), (7.8, 31.2, false), (13.0, 31.2, false), (5.6, 27.2, false), (15.2, 25.4, false),
      (15.2, 28.0, false), (5.6, 23.0, false), (10.2, 14.2, true),
    ] { passive(c, x, y, wide) }
    box(c, Rect(8.9, 16.2, 3.6, 3.0), Colour(0x16191d))
    c.circle(Point(9.4, 16.7), 0.2, Colour(0x5a626d))
    // The RP2040.
    let chip = Rect(7, 22.1, 7, 7)
    for i in 0..<14 {
      let d = 7.45 + Double(i) * 0.45
      c.fill(Rect(d, 21.75, 0.2, 7.7), Colour(0xc9b274))
      c.fill(Rect(6.65, d + 15.1, 7.7, 0.2), Colour(0xc9b274))
    }
    box(c, chip, Colour(0x1b1e23), radius: 0.25)
    c.circle(Point(7.7, 22.8), 0.28, Colour(0x4a515b))
    berry(c, Point(10.5, 24.5), 0.42)
    c.text("RP2040", Point(10.5, 27.2), Colour(0xb9c1cb), size: unit, horizontal: .centre, vertical: .middle)
    // Crystal.
    c.fill(Rect(8.9, 32.0, 3.2, 2.5), radius: 0.5, .linear(Point(0, 32), Point(0, 34.5), Colour(0xdfe4e9), Colour(0x9aa3ad)))
    c.stroke(Rect(9.2, 32.3, 2.6, 1.9), radius: 0.3, width: 0.12, Colour(0xf4f6f8).opacity(0.7))
    // The LED's base.
    c.fill(led, radius: 0.15, Colour(0xcfd5db))
  }
  private static func box(_ c: Canvas, _ r: Rect, _ colour: Colour, radius: Double = 0.15) {
    c.fill(r.moved(0.12, 0.2), radius: radius, Colour.black.opacity(0.35))
    c.fill(r, radius: radius, colour)
    c.fill(Rect(r.x + 0.15, r.y + 0.1, r.width - 0.3, 0.12), radius: 0.06, Colour.white.opacity(0.12))
  }
  private static func passive(_ c: Canvas, _ x: Double, _ y: Double, _ wide: Bool) {
    let r = wide ? Rect(x, y, 1.1, 0.6) : Rect(x, y, 0.6, 1.1)
    c.fill(r, radius: 0.08, Colour(0xd5d9de))
    c.fill(wide ? r.inset(0.28, 0) : r.inset(0, 0.28), Colour(0x6d5133))
  }
  private static func debugPads(_ c: Canvas) {
    for (i, x) in [7.96, 10.5, 13.04].enumerated() {
      let r = Rect(x - 0.8, 48.2, 1.6, height - 48.2)
      c.fill(r, radius: i == 1 ? 0.1 : 0.8, .linear(Point(0, r.y), Point(0, r.bottom), Colour(0xe2bd62), Colour(0xb28a35)))
      c.circle(Point(x, 49.4), 0.5, Colour(0x20170a))
    }
  }
  private static func silk(_ c: Canvas, _ unit: Double) {
    let white = Colour(0xe8f2ec)
    c.text("BOOTSEL", Point(bootsel.centre.x, bootsel.bottom + 0.9), white.opacity(0.85), size: unit, tiny: true, horizontal: .centre, vertical: .middle)
    c.text("LED", Point(led.centre.x, led.bottom + 0.75), white.opacity(0.85), size: unit, tiny: true, horizontal: .centre, vertical: .middle)
    c.text("DEBUG", Point(10.5, 47.3), white.opacity(0.7), size: unit, tiny: true, horizontal: .centre, vertical: .middle)
    c.text("Tayberry", Point(10.5, 44.4), white.opacity(0.95), size: (unit < 0.1 ? 2 : 1) * unit, horizontal: .centre, vertical: .middle)
  }
  /// A tayberry: drupelets under a leaf.
  static func berry(_ c: Canvas, _ p: Point, _ r: Double) {
    for (x, y) in [(-1.3, 0.0), (0.0, 0.0), (1.3, 0.0), (-0.65, 1.15), (0.65, 1.15), (0.0, 2.2), (-0.65, -1.05), (0.65, -1.05)] {
      c.circle(Point(p.x + x * r * 1.15, p.y + y * r * 1.15), r * 0.8, Colour(0xc2305f))
      c.circle(Point(p.x + (x - 0.2) * r * 1.15, p.y + (y - 0.22) * r * 1.15), r * 0.28, Colour(0xf08ab0))
    }
    c.line(Point(p.x, p.y - 2.0 * r), Point(p.x + 0.9 * r, p.y - 3.3 * r), width: 0.5 * r, Colour(0x6fbf73))
    c.line(Point(p.x - 1.1 * r, p.y - 2.3 * r), Point(p.x + 1.1 * r, p.y - 2.1 * r), width: 0.7 * r, Colour(0x6fbf73))
  }

  // MARK: What changes

  /// A pin's hole, filled with what it does.
  static func drawHole(_ c: Canvas, left: Bool, row: Int, _ pin: PicoPin, _ pins: [PinsSnapshot.Pin]) {
    guard case .gpio(let n) = pin, n < pins.count else { return }
    let p = hole(left: left, row: row), state = pins[n], look = PinLook(state)
    if state.direction == .off { return }
    if look.brightness > 0 { c.glow(p, 1.9, look.hue.opacity(0.55 * look.brightness)) }
    c.circle(p, 0.62, look.dark)
    if look.brightness > 0 { c.circle(p, 0.62, look.hue.opacity(look.brightness)) }
  }
  static func drawLED(_ c: Canvas, _ brightness: Double) {
    guard brightness > 0.003 else { return }
    let light = Colour(0x9dff6e), share = min(1, 0.25 + 0.75 * brightness)
    c.glow(led.centre, 5.2, light.opacity(0.75 * share))
    c.fill(led, radius: 0.15, Colour(0xcfd5db).mixed(Colour(0xe9ffd9), share))
    c.fill(led.inset(0.12), radius: 0.1, light.opacity(share))
    c.glow(led.centre, 1.5, Colour.white.opacity(0.8 * brightness))
  }
  /// Where the LED's light reaches.
  static let ledReach = Rect(led.centre.x - 5.3, led.centre.y - 5.3, 10.6, 10.6)
  static func drawBootsel(_ c: Canvas, pressed: Bool, hovered: Bool) {
    guard c.isVisible(bootsel.inset(-0.5)) else { return }
    let m = bootsel.centre
    c.circle(m, 1.25, Colour(0x6e7883))
    c.circle(Point(m.x, m.y + (pressed ? 0.08 : -0.08)), pressed ? 1.0 : 1.1, pressed ? Colour(0xc9a36a) : hovered ? Colour(0xffffff) : Colour(0xf2f0ea))
    if pressed { c.stroke(circle: m, 1.5, width: 0.25, Theme.output) }
  }
}

/// How a pin's state looks: hue by direction, lit by level, in between for PWM.
struct PinLook {
  let hue: Colour, dark: Colour
  /// 0…1
  let brightness: Double
  init(_ p: PinsSnapshot.Pin) {
    switch p.direction {
    case .output: (hue, dark) = (Theme.output, Theme.outputLow)
    case .input: (hue, dark) = (Theme.input, Theme.inputLow)
    case .off: (hue, dark) = (Theme.unused, Theme.unused)
    }
    brightness = p.direction == .off ? 0 : p.duty ?? (p.high ? 1 : 0)
  }
}
