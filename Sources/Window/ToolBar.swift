import Picture

/// The bar at the top: what runs, its buttons, its time and speed.
struct ToolBar {
  let layout: Layout
  let view: BoardView
  let state: ViewState
  /// There is something on the table that can be heard.
  var hasSound = false

  struct Button: Equatable {
    let action: Action
    let box: Rect
    let label: String, hint: String
    var active = false
  }

  var buttons: [Button] {
    var all: [Button] = []
    let y = layout.toolbar.y + 6, height = 22.0
    var x = 220.0
    func add(_ action: Action, _ label: String, _ hint: String, width: Double? = nil, active: Bool = false, gap: Double = 4) {
      let w = width ?? Canvas.textWidth(label) + 16
      all.append(Button(action: action, box: Rect(x, y, w, height), label: label, hint: hint, active: active))
      x += w + gap
    }
    let paused = view.state == .paused
    add(.pause, paused ? "⏵ Run" : "⏸ Pause", "run or pause (F5)", width: 62, active: paused)
    add(.step, "Step", "one millisecond further, then pause (F6)")
    add(.reset, "⟳ Reset", "power off and on (F7)", gap: 14)
    add(.slower, "–", "half the speed (F8)", width: 22, gap: 0)
    x += 54
    add(.faster, "+", "twice the speed (F9)", width: 22, gap: 4)
    add(.fullSpeed, "max", "as fast as the host can", active: view.speed == .max)
    // From the right edge.
    var right: [Button] = []
    var edge = layout.toolbar.right - 8
    for (action, label, hint, active) in [
      (Action.help, "?", "keys and hints (F1)", state.showsHelp), (.zoom, "\(state.scale)×", "zoom 1×, 2×, 3× (Ctrl +/-)", false),
      (.tasks, "Tasks", "the kernel's tasks (F3)", state.showsTasks), (.scope, "Scope", "signals over time (F2)", state.showsScope),
      (.sound, "Sound", "what buzzers sound like (F4)", !state.isMuted),
    ] where action != .sound || hasSound {
      let w = Canvas.textWidth(label) + 14
      edge -= w
      right.append(Button(action: action, box: Rect(edge, y, w, height), label: label, hint: hint, active: active))
      edge -= 4
    }
    return all + right
  }
  private var speedBox: Rect { Rect(buttons.first { $0.action == .slower }!.box.right, layout.toolbar.y + 6, 54, 22) }
  private var clockBox: Rect { Rect(buttons.first { $0.action == .fullSpeed }!.box.right + 12, layout.toolbar.y, 250, layout.toolbar.height - 1) }

  private var speedText: String {
    switch view.speed {
    case .max: "max"
    case .factor(let f): f >= 1 ? "\(Format.fixed(f, f == f.rounded() ? 0 : 1))×" : "1/\(Format.fixed(1 / f, 0))×"
    }
  }
  /// Tens of milliseconds change too fast to be read; hundredths of a second do not tire.
  private var timeText: String { Format.fixed(Double(view.pins.nanoseconds) / 1e9, 2) + " s" }
  private var factorText: String { view.pins.realTimeFactor.map { Format.fixed($0, $0 < 9.95 ? 2 : 1) + "× real time" } ?? "" }

  func items() -> [Item] {
    var all = buttons.map { b in Item(b.box, .text("\(b.label) \(b.active) \(state.mouse.map { b.box.contains($0) } ?? false)")) }
    all.append(Item(speedBox, .text(speedText)))
    all.append(Item(clockBox, .text("\(timeText) \(factorText) \(view.pins.clock)")))
    return all
  }

  static func drawBackground(_ c: Canvas, _ l: Layout, title: String) {
    c.fill(l.toolbar, Theme.panel)
    c.fill(Rect(0, l.toolbar.bottom - 1, l.toolbar.width, 1), Theme.border)
    PicoDrawing.berry(c, Point(18, 17), 4)
    c.text("Tayberry", Point(34, 12), Theme.text, bold: true, vertical: .middle)
    let room = 29, shown = title.unicodeScalars.count > room ? "…" + String(String.UnicodeScalarView(title.unicodeScalars.suffix(room - 1))) : title
    c.text(shown, Point(34, 24), Theme.dim, vertical: .middle)
  }

  func draw(_ c: Canvas) {
    for b in buttons where c.isVisible(b.box) {
      let hovered = state.mouse.map { b.box.contains($0) } ?? false
      c.fill(b.box, radius: 5, b.active ? Theme.accent.darker(0.35) : hovered ? Theme.raised.lighter(0.1) : Theme.raised)
      if hovered || b.active { c.stroke(b.box.inset(0.5), radius: 4.5, width: 1, b.active ? Theme.accent : Theme.unused.lighter(0.2)) }
      c.text(b.label, b.box.centre, b.active ? .white : Theme.text, horizontal: .centre, vertical: .middle)
    }
    c.text(speedText, speedBox.centre, Theme.text, horizontal: .centre, vertical: .middle)
    let m = clockBox
    c.text(timeText, Point(m.x + 80, 12), Theme.text, bold: true, horizontal: .right, vertical: .middle)
    c.text("virtual time", Point(m.x + 80, 24), Theme.dim, horizontal: .right, vertical: .middle)
    if let factor = view.pins.realTimeFactor {
      let asked: Double = if case .factor(let f) = view.speed { f } else { 0 }
      c.text(factorText, Point(m.x + 96, 12), factor < asked * 0.95 ? Theme.bad : Theme.good, vertical: .middle)
    }
    if view.pins.clock > 0 { c.text("clk_sys \(Format.frequency(Double(view.pins.clock)))", Point(m.x + 96, 24), Theme.dim, vertical: .middle) }
  }
}
