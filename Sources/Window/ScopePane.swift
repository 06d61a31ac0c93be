import Emulation
import Picture

/// The scope: channels over time in lanes, a head line of buttons, cursors.
struct ScopePane {
  let box: Rect
  let settings: ScopeSettings
  let memory: ScopeMemory
  let mouse: Point?

  static let head = 26.0, left = 104.0
  /// Where the signals are.
  var area: Rect { Rect(box.x + Self.left, box.y + Self.head, box.width - Self.left - 10, box.height - Self.head - 18) }

  enum Control: Equatable { case run, single, slower, faster, trigger, edge, earlier, later, clear }
  struct Button: Equatable { let control: Control, box: Rect, label: String, hint: String, active: Bool }
  var buttons: [Button] {
    var x = box.x + 10
    let y = box.y + 4
    func button(_ control: Control, _ label: String, _ hint: String, active: Bool = false, width: Double? = nil, gap: Double = 4) -> Button {
      let w = width ?? Canvas.textWidth(label) + 14
      defer { x += w + gap }
      return Button(control: control, box: Rect(x, y, w, 19), label: label, hint: hint, active: active)
    }
    let trigger = settings.triggerPin.map { "GP\($0)" } ?? "none"
    return [
      button(
        .run, settings.mode == .stopped ? "⏵ Run" : settings.mode == .auto ? "Auto" : settings.mode == .normal ? "Normal" : "Single", "auto, normal, stopped",
        active: settings.mode == .stopped, width: 62),
      button(.single, "Single", "wait for one trigger, then stop", active: settings.mode == .single, gap: 14),
      button(.slower, "–", "less time a division (wheel)", width: 20, gap: 92), button(.faster, "+", "more time a division (wheel)", width: 20, gap: 14),
      button(.trigger, "Trigger \(trigger)", "the channel that triggers"), button(.edge, settings.edge.sign, "edge or level", gap: 14, ),
      button(.earlier, "◀", "the trigger further to the left", width: 20, gap: 74), button(.later, "▶", "the trigger further to the right", width: 20, gap: 14),
      button(.clear, "Clear", "no channels, no cursors"),
    ]
  }
  private func between(_ a: Control, _ b: Control) -> Rect {
    let l = buttons.first { $0.control == a }!.box, r = buttons.first { $0.control == b }!.box
    return Rect(l.right, l.y, r.x - l.right, l.height)
  }

  /// What is under the mouse.
  enum Spot: Equatable {
    case nothing, button(Control)
    /// A channel's name: shows voltages, or goes.
    case name(pin: Int, remove: Bool)
    case signals
  }
  func spot(at p: Point) -> Spot {
    if let b = buttons.first(where: { $0.box.contains(p) }) { return .button(b.control) }
    if area.contains(p) { return .signals }
    for (i, pin) in settings.channels.enumerated() {
      let lane = lane(i), name = Rect(box.x, lane.y, Self.left, lane.height)
      if name.contains(p) { return .name(pin: pin, remove: p.x > box.x + Self.left - 18) }
    }
    return .nothing
  }
  func time(at x: Double) -> Double { settings.start + (x - area.x) / area.width * settings.span }
  func x(of time: Double) -> Double { area.x + (time - settings.start) / settings.span * area.width }
  /// A time after the trigger.
  func relative(_ time: Double) -> Double { time - (settings.shown ?? 0) }

  private func lane(_ i: Int) -> Rect {
    let height = (area.height / Double(max(settings.channels.count, 1))).rounded(.down)
    return Rect(area.x, area.y + Double(i) * height, area.width, height)
  }

  func items() -> [Item] {
    var key = [
      Double(memory.version), settings.division, settings.start, settings.before, Double(settings.edge.rawValue), Double(settings.triggerPin ?? -1),
      settings.isTriggered ? 1 : 0,
      settings.mode == .auto ? 0 : settings.mode == .normal ? 1 : settings.mode == .single ? 2 : 3, Double(settings.channels.count),
    ]
    key += settings.channels.map { Double($0) + (settings.analog.contains($0) ? 100 : 0) } + settings.cursors
    key += mouse.flatMap { box.contains($0) ? [$0.x, $0.y] : nil } ?? []
    return [Item(box, .numbers(key))]
  }

  func draw(_ c: Canvas) {
    guard c.isVisible(box) else { return }
    c.fill(box, Theme.ground)
    c.fill(Rect(box.x, box.y, box.width, Self.head), Theme.panel)
    c.fill(Rect(box.x, box.y, box.width, 1), Theme.border)
    drawHead(c)
    drawGrid(c)
    if settings.channels.isEmpty {
      c.text("Click a pin's label to show its signal here.", area.centre, Theme.dim, horizontal: .centre, vertical: .middle)
    }
    for (i, pin) in settings.channels.enumerated() {
      let lane = lane(i), colour = Theme.channels[i % Theme.channels.count]
      drawName(c, lane, pin, colour)
      c.saving {
        c.clip(lane)
        if settings.analog.contains(pin) {
          drawVoltage(c, lane.inset(0, 4), pin, colour)
        } else {
          drawLevels(c, lane.inset(0, min(6, lane.height / 5)), pin, colour)
        }
      }
    }
    drawMarks(c)
  }

  private func drawHead(_ c: Canvas) {
    for b in buttons {
      let hovered = mouse.map { b.box.contains($0) } ?? false
      c.fill(b.box, radius: 4, b.active ? Theme.accent.darker(0.35) : hovered ? Theme.raised.lighter(0.1) : Theme.raised)
      c.text(b.label, b.box.centre, Theme.text, horizontal: .centre, vertical: .middle)
    }
    c.text(Format.span(settings.division) + "/div", between(.slower, .faster).centre, Theme.text, horizontal: .centre, vertical: .middle)
    c.text("\(Format.fixed(settings.before * 100, 0)) % pre", between(.earlier, .later).centre, Theme.text, horizontal: .centre, vertical: .middle)
    let x = box.right - 12, y = box.y + Self.head / 2
    if settings.cursors.count == 2 {
      let d = abs(settings.cursors[1] - settings.cursors[0])
      c.text(
        "Δt \(Format.span(d))  1/Δt \(d > 0 ? Format.frequency(1e9 / d) : "∞")", Point(x, y), Theme.text, bold: true, horizontal: .right, vertical: .middle)
    } else {
      let text = settings.mode == .stopped ? "stopped" : settings.isTriggered ? "triggered" : settings.mode == .auto ? "rolling" : "waiting for the trigger"
      c.text(text, Point(x, y), settings.isTriggered ? Theme.good : Theme.dim, horizontal: .right, vertical: .middle)
    }
  }
  private func drawGrid(_ c: Canvas) {
    for i in 0...10 {
      let x = (area.x + area.width * Double(i) / 10).rounded()
      c.fill(Rect(x, area.y, 1, area.height), i == 0 || i == 10 ? Theme.border : Colour(0x1a212b))
      let time = relative(settings.start + settings.division * Double(i))
      let anchor: HorizontalAnchor = i == 0 ? .left : i == 10 ? .right : .centre
      c.text(Format.span(time), Point(x, area.bottom + 9), Theme.dim, tiny: true, horizontal: anchor, vertical: .middle)
    }
    for i in 0..<max(settings.channels.count, 1) { c.fill(Rect(area.x, lane(i).bottom, area.width, 1), Colour(0x1a212b)) }
  }
  private func drawName(_ c: Canvas, _ lane: Rect, _ pin: Int, _ colour: Colour) {
    let middle = lane.centre.y
    c.fill(Rect(box.x + 4, lane.y + 3, 3, lane.height - 6), colour)
    let hovered = mouse.map { Rect(box.x, lane.y, Self.left, lane.height).contains($0) } ?? false
    c.text("GP\(pin)", Point(box.x + 12, middle - (lane.height > 24 ? 6 : 0)), colour, bold: true, vertical: .middle)
    if hovered { c.text("×", Point(box.x + Self.left - 12, middle), Theme.text, horizontal: .centre, vertical: .middle) }
    guard lane.height > 24 else { return }
    let text: String
    if settings.analog.contains(pin), let last = memory.channels[pin]?.edges.last {
      text = "\(Format.fixed(Double(last.millivolts) / 1000, 3)) V"
    } else if let m = memory.measure(pin, from: settings.start, to: settings.start + settings.span) {
      text = "\(Format.frequency(m.frequency)) \(Int((m.duty * 100).rounded()))%"
    } else {
      text = ""
    }
    c.text(text, Point(box.x + 12, middle + 7), Theme.dim, tiny: text.count > 14, vertical: .middle)
  }

  /// Column by column: however many edges there are, a column costs a search.
  private func drawLevels(_ c: Canvas, _ lane: Rect, _ pin: Int, _ colour: Colour) {
    guard let channel = memory.channels[pin] else { return }
    let step = 1 / Double(c.scale), top = lane.y.rounded(), bottom = (lane.bottom - 2).rounded()
    let nanoseconds = settings.span / area.width
    var x = lane.x, i = memory.index(pin, at: settings.start)
    while x < lane.right {
      let t0 = time(at: x), t1 = t0 + nanoseconds * step
      defer { x += step }
      if t1 < Double(channel.known) || t0 > Double(memory.now) { continue }
      var next = i
      if next < channel.edges.count, Double(channel.edges[next].time) < t1 {
        next = memory.index(pin, at: t1)
        // One or more edges in this column: everything between the levels.
        let only = next - i == 1
        c.fill(Rect(x, top, step, bottom + 2 - top), colour.opacity(only ? 1 : 0.75))
      } else {
        switch next > 0 ? channel.edges[next - 1].level : .floating {
        case .high: c.fill(Rect(x, top, step, 2), colour)
        case .low: c.fill(Rect(x, bottom, step, 2), colour.darker(0.25))
        case .floating: c.fill(Rect(x, ((top + bottom) / 2).rounded(), step, 1), Theme.dim)
        case .conflict: c.fill(Rect(x, top, step, bottom + 2 - top), Theme.bad)
        }
      }
      i = next
    }
  }
  /// 0 to 3.3 V over the lane's height, straight between samples.
  private func drawVoltage(_ c: Canvas, _ lane: Rect, _ pin: Int, _ colour: Colour) {
    guard let channel = memory.channels[pin], !channel.edges.isEmpty else { return }
    func y(_ e: ScopeEdge) -> Double { lane.bottom - lane.height * min(max(Double(e.millivolts) / 3300, 0), 1) }
    var points: [Point] = [], i = max(0, memory.index(pin, at: settings.start) - 1)
    let end = settings.start + settings.span, every = max(1, (memory.index(pin, at: end) - i) / 2000)
    while i < channel.edges.count {
      let e = channel.edges[i]
      points.append(Point(x(of: Double(e.time)), y(e)))
      if Double(e.time) > end { break }
      i += every
    }
    if let last = points.last, last.x < area.right, Double(memory.now) < end { points.append(Point(x(of: Double(memory.now)), last.y)) }
    c.polyline(points, width: 1.5, colour, cap: .butt)
  }

  private func drawMarks(_ c: Canvas) {
    if settings.isTriggered, let t = settings.shown {
      let x = x(of: t).rounded()
      if area.x...area.right ~= x {
        c.fill(Rect(x, area.y, 1, area.height), Theme.accent.opacity(0.5))
        c.polygon([Point(x - 4, area.y), Point(x + 5, area.y), Point(x + 0.5, area.y + 6)], Theme.accent)
      }
    }
    for (i, cursor) in settings.cursors.enumerated() {
      let x = x(of: (settings.shown ?? 0) + cursor).rounded()
      guard area.x...area.right ~= x else { continue }
      c.fill(Rect(x, area.y, 1, area.height), Theme.text)
      c.fill(Rect(x - 5, area.bottom - 11, 11, 11), radius: 2, Theme.text)
      c.text(i == 0 ? "A" : "B", Point(x + 0.5, area.bottom - 5.5), Theme.ground, horizontal: .centre, vertical: .middle)
    }
  }
}
