import Board
import Picture

/// The left panel: the Pico to scale with every pin labelled by name, function, level, direction, pull and duty.
struct Pinout {
  let layout: Layout
  let view: BoardView
  let state: ViewState

  /// Everything that does not change with the board.
  static func drawBackground(_ c: Canvas, _ l: Layout) {
    c.fill(l.pinout, Theme.background)
    c.fill(Rect(l.pinout.right - 1, l.pinout.y, 1, l.pinout.height), Theme.border)
    c.saving {
      c.translate(l.boardOrigin.x, l.boardOrigin.y)
      c.scale(l.millimetre)
      PicoDrawing.drawBoard(c, unit: 1 / l.millimetre)
    }
    for (left, pins) in [(true, PicoPins.left), (false, PicoPins.right)] {
      for (row, pin) in pins.enumerated() { drawFixed(c, l, left: left, row: row, pin) }
    }
    drawLegend(c, l)
  }

  /// Every part of the panel that changes: where it is and what it depends on.
  func items() -> [Item] {
    var all: [Item] = []
    for (left, pins) in [(true, PicoPins.left), (false, PicoPins.right)] {
      for (row, pin) in pins.enumerated() {
        let box = layout.label(left: left, row: row), hovered = state.mouse.map { box.contains($0) } ?? false
        if case .gpio(let n) = pin {
          all.append(Item(box, .pin(shown(n), rate(n), hovered, state.scope.channel(of: n) ?? -1)))
          let h = PicoDrawing.hole(left: left, row: row)
          all.append(Item(layout.onBoard(Rect(h.x - 1.95, h.y - 1.95, 3.9, 3.9)), .hole(PinLook(view.pins.pins[n]).brightness, view.pins.pins[n].direction)))
        } else if case .run = pin {
          all.append(Item(box, .flags(view.run, hovered)))
        }
      }
    }
    let bootsel = layout.onBoard(PicoDrawing.bootsel.inset(-0.4))
    all.append(Item(layout.onBoard(PicoDrawing.ledReach), .number((view.led * 200).rounded())))
    all.append(Item(bootsel, .flags(view.bootsel, state.mouse.map { bootsel.contains($0) } ?? false)))
    for (i, pin) in PicoPins.internalPins.enumerated() { all.append(Item(Self.internalBox(layout, i), .pin(shown(pin.gpio), rate(pin.gpio), false, -1))) }
    return all
  }

  func draw(_ c: Canvas) {
    let pins = view.pins.pins
    c.saving {
      c.translate(layout.boardOrigin.x, layout.boardOrigin.y)
      c.scale(layout.millimetre)
      for (left, list) in [(true, PicoPins.left), (false, PicoPins.right)] {
        for (row, pin) in list.enumerated() {
          let h = PicoDrawing.hole(left: left, row: row)
          if c.isVisible(Rect(h.x - 2, h.y - 2, 4, 4)) { PicoDrawing.drawHole(c, left: left, row: row, pin, pins) }
        }
      }
      PicoDrawing.drawBootsel(c, pressed: view.bootsel, hovered: hovers(layout.onBoard(PicoDrawing.bootsel)))
      if c.isVisible(PicoDrawing.ledReach) { PicoDrawing.drawLED(c, view.led) }
    }
    for (left, list) in [(true, PicoPins.left), (false, PicoPins.right)] {
      for (row, pin) in list.enumerated() {
        let box = layout.label(left: left, row: row)
        guard c.isVisible(box) else { continue }
        switch pin {
        case .gpio(let n):
          c.saving {
            c.clip(box); drawLabel(c, box, left: left, n)
          }
        case .run:
          c.saving {
            c.clip(box); drawRun(c, box)
          }
        case .power, .ground: break
        }
      }
    }
    for (i, pin) in PicoPins.internalPins.enumerated() { drawInternal(c, Self.internalBox(layout, i), pin.gpio, pin.use) }
  }
  private func hovers(_ r: Rect) -> Bool { state.mouse.map { r.contains($0) } ?? false }

  // MARK: A GPIO's label

  /// What the label tells of a pin: fine differences that nobody could see are left out.
  private func shown(_ n: Int) -> PinsSnapshot.Pin {
    var p = view.pins.pins[n]
    p.duty = p.duty.map { ($0 * 1000).rounded() / 1000 }
    return p
  }
  /// How fast a pin without PWM toggles, in hertz of virtual time, to two digits; 0: not at all.
  private func rate(_ n: Int) -> Double {
    guard view.edges.indices.contains(n), view.edges[n] > 3, view.edgeSpan > 0 else { return 0 }
    let hertz = Double(view.edges[n]) / 2 * 1e9 / Double(view.edgeSpan)
    var unit = 1.0
    while unit * 100 <= hertz { unit *= 10 }
    return (hertz / unit).rounded() * unit
  }

  static let pill = (width: 36.0, height: 15.0, gap: 9.0)

  private static func pillBox(_ box: Rect, left: Bool) -> Rect {
    let height = min(pill.height, box.height - 1)
    return Rect(left ? box.right - pill.gap - pill.width : box.x + pill.gap, (box.centre.y - height / 2).rounded(.down), pill.width, height)
  }

  private func drawLabel(_ c: Canvas, _ box: Rect, left: Bool, _ n: Int) {
    let p = shown(n), look = PinLook(p), pill = Self.pillBox(box, left: left)
    if hovers(box) { c.fill(box.inset(0, 2), radius: 4, Theme.raised) }
    Self.lead(c, box, left: left, p.direction == .off ? Theme.unused : look.hue.opacity(0.25 + 0.75 * look.brightness))
    Self.drawPill(c, pill, "GP\(n)", p)
    let y = pill.centre.y, side: Double = left ? -1 : 1
    let start = left ? pill.x - 5 : pill.right + 5
    if let channel = state.scope.channel(of: n) {
      c.circle(Point(left ? box.x + 4 : box.right - 4, y), 3, Theme.channels[channel % Theme.channels.count])
    }
    guard p.direction != .off else { return }
    // Arrow: away from the board for outputs, to it for inputs.
    let away = p.direction == .output
    let tip = away ? start + side * 7 : start, base = away ? start : start + side * 7
    c.polygon([Point(tip, y), Point(base, y - 4), Point(base, y + 4)], look.hue.mixed(look.dark, 1 - max(0.35, look.brightness)))
    let anchor: HorizontalAnchor = left ? .right : .left
    let x = start + side * 12
    let detail = box.height < 16 ? "" : detail(p, rate(n))
    let lineY = detail.isEmpty ? y : box.height < 20 ? y - 4 : y - 3
    let value = p.duty.map { "\(Int(($0 * 100).rounded()))%" } ?? (p.high ? "1" : "0")
    let function = p.function == "SIO" ? (away ? "out" : "in") : p.function
    let text = left ? "\(value) \(function)" : "\(function) \(value)"
    c.text(text, Point(x, lineY), Theme.text, horizontal: anchor, vertical: .middle)
    // The value once more in its own colour: it is what one looks for.
    let valueX = left ? x - Canvas.textWidth(" " + function) - 1 : x + Canvas.textWidth(function + " ") + 1
    c.text(value, Point(valueX, lineY), look.brightness > 0.02 ? look.hue : Theme.dim, bold: true, horizontal: anchor, vertical: .middle)
    if !detail.isEmpty { c.text(detail, Point(x, box.height < 20 ? y + 5 : y + 7), Theme.dim, tiny: true, horizontal: anchor, vertical: .middle) }
  }

  /// The second line: frequency or pull.
  private func detail(_ p: PinsSnapshot.Pin, _ rate: Double) -> String {
    var words: [String] = []
    if let f = p.frequency, p.duty != nil { words.append(Format.frequency(f)) } else if rate > 0 { words.append("~" + Format.frequency(rate)) }
    if p.pull == "+" { words.append("PULL-UP") }
    if p.pull == "-" && p.direction == .input { words.append("PULL-DOWN") }
    return words.joined(separator: " ")
  }

  static func drawPill(_ c: Canvas, _ r: Rect, _ name: String, _ p: PinsSnapshot.Pin) {
    let look = PinLook(p)
    if p.direction == .off {
      c.stroke(r.inset(0.5), radius: 4, width: 1, Theme.unused)
      c.text(name, r.centre, Theme.dim, horizontal: .centre, vertical: .middle)
      return
    }
    c.fill(r, radius: 4, look.dark)
    var ink = look.hue
    if let duty = p.duty {
      // The pill itself is the duty's bar.
      c.saving {
        c.clip(Rect(r.x, r.y, r.width * duty, r.height))
        c.fill(r, radius: 4, look.hue)
      }
      ink = Theme.text
    } else if p.high {
      c.fill(r, radius: 4, look.hue)
      ink = Colour(0x14181e)
    }
    c.stroke(r.inset(0.5), radius: 4, width: 1, look.hue.opacity(0.9))
    if p.duty != nil { c.text(name, Point(r.centre.x + 1, r.centre.y + 1), Colour.black.opacity(0.7), horizontal: .centre, vertical: .middle) }
    c.text(name, r.centre, ink, bold: p.high && p.duty == nil, horizontal: .centre, vertical: .middle)
  }
  private static func lead(_ c: Canvas, _ box: Rect, left: Bool, _ colour: Colour) {
    let y = box.centre.y
    c.fill(Rect(left ? box.right - pill.gap : box.x, y - 1, pill.gap, 2), colour)
  }

  // MARK: Other pins

  private static func drawFixed(_ c: Canvas, _ l: Layout, left: Bool, row: Int, _ pin: PicoPin) {
    let box = l.label(left: left, row: row), number = left ? row + 1 : 40 - row
    // Physical numbers stand on the board, next to their pad.
    let h = PicoDrawing.hole(left: left, row: row), inside = Point(l.boardOrigin.x + (h.x + (left ? 1.15 : -1.15)) * l.millimetre, box.centre.y)
    c.text("\(number)", inside, Colour(0xe8f2ec).opacity(0.8), tiny: true, horizontal: left ? .left : .right, vertical: .middle)
    let colour: Colour, fill: Colour
    switch pin {
    case .gpio, .run: return
    case .power: (colour, fill) = (Colour(0xff9a8f), Colour(0x4a1f1c))
    case .ground: (colour, fill) = (Theme.dim, Theme.ground)
    }
    lead(c, box, left: left, fill.lighter(0.2))
    let width = max(pill.width, Canvas.textWidth(pin.name) + 10)
    let base = pillBox(box, left: left), r = Rect(left ? base.right - width : base.x, base.y, width, base.height)
    c.fill(r, radius: 4, fill)
    c.stroke(r.inset(0.5), radius: 4, width: 1, colour.opacity(0.5))
    c.text(pin.name, r.centre, colour, horizontal: .centre, vertical: .middle)
  }
  private func drawRun(_ c: Canvas, _ box: Rect) {
    let base = Self.pillBox(box, left: false), r = Rect(base.x, base.y, 62, base.height)
    Self.lead(c, box, left: false, Theme.accent.opacity(0.6))
    c.fill(r, radius: 5, view.run ? Theme.accent : hovers(box) ? Colour(0x52263a) : Colour(0x3a1c2a))
    c.stroke(r.inset(0.5), radius: 5, width: 1, Theme.accent)
    c.text("⟳ RUN", r.centre, view.run ? .white : Colour(0xffa6c1), horizontal: .centre, vertical: .middle)
  }
  private static func internalBox(_ l: Layout, _ i: Int) -> Rect {
    // Below the crystal: two columns where there is room, one otherwise.
    let width = 78.0, columns = l.millimetre >= 10 ? 2 : 1, height = columns == 2 ? 16.0 : 14.0
    let x = l.boardOrigin.x + PicoDrawing.width * l.millimetre / 2 - width * Double(columns) / 2 + Double(i % columns) * width
    return Rect(x.rounded(), (l.boardOrigin.y + (columns == 2 ? 37 : 35.3) * l.millimetre).rounded() + Double(i / columns) * height, width, height)
  }
  private func drawInternal(_ c: Canvas, _ box: Rect, _ n: Int, _ use: String) {
    guard c.isVisible(box) else { return }
    let p = shown(n)
    // A plate keeps the copper from under the words.
    c.fill(box.inset(1, 0.5), radius: 3, Colour(0x0b3a25).opacity(0.85))
    Self.drawPill(c, Rect(box.x + 2, box.y + 1, 30, 12), "GP\(n)", p)
    c.text(use, Point(box.x + 35, box.centre.y), Colour(0xe8f2ec).opacity(0.8), tiny: true, vertical: .middle)
  }

  private static func drawLegend(_ c: Canvas, _ l: Layout) {
    var x = l.pinout.x + 14
    let y = l.pinout.bottom - 14
    func sample(_ name: String, _ direction: PinsSnapshot.Pin.Direction, high: Bool, duty: Double? = nil) {
      var p = PinsSnapshot.Pin()
      p.direction = direction
      p.high = high
      p.duty = duty
      drawPill(c, Rect(x, y - 5, 18, 10), "", p)
      x += 22
      c.text(name, Point(x, y), Theme.dim, vertical: .middle)
      x += Canvas.textWidth(name) + 14
    }
    sample("out 1", .output, high: true)
    sample("out 0", .output, high: false)
    sample("PWM", .output, high: false, duty: 0.5)
    sample("in 1", .input, high: true)
    sample("in 0", .input, high: false)
    sample("unused", .off, high: false)
  }
}

/// Numbers as people read them.
enum Format {
  static func fixed(_ v: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let n = UInt64(min(max(abs(v), 0), 1e15) * scale + 0.5), sign = v < 0 && n > 0 ? "-" : ""
    let whole = n / UInt64(scale), rest = String(n % UInt64(scale))
    return digits == 0 ? "\(sign)\(whole)" : "\(sign)\(whole)." + String(repeating: "0", count: digits - rest.count) + rest
  }
  /// Three significant digits.
  private static func three(_ v: Double) -> String { fixed(v, v >= 99.95 ? 0 : v >= 9.995 ? 1 : 2) }
  static func frequency(_ hertz: Double) -> String {
    if hertz >= 999_500 { return three(hertz / 1e6) + " MHz" }
    if hertz >= 999.5 { return three(hertz / 1e3) + " kHz" }
    return three(hertz) + " Hz"
  }
  /// A time span in nanoseconds.
  static func span(_ nanoseconds: Double) -> String {
    let n = abs(nanoseconds), sign = nanoseconds < 0 ? "-" : ""
    if n >= 999.5e6 { return sign + three(n / 1e9) + " s" }
    if n >= 999.5e3 { return sign + three(n / 1e6) + " ms" }
    if n >= 999.5 { return sign + three(n / 1e3) + " µs" }
    return sign + fixed(n, 0) + " ns"
  }
}
