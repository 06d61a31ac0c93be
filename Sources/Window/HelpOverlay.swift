import Picture

/// F1: what keys and clicks do.
enum HelpOverlay {
  static let lines: [(String, String)] = [
    ("F1 or ?", "this help"),
    ("F2", "scope: signals over time; click a pin's label to add it"),
    ("F3", "the kernel's tasks"),
    ("F4", "sound of buzzers on / off"),
    ("F5", "run / pause"),
    ("F6", "step: one millisecond, then pause"),
    ("F7", "reset: power off and on"),
    ("F8 / F9", "half / twice the speed"),
    ("Ctrl + / Ctrl -", "zoom 1×, 2×, 3×"),
    ("F12", "save a screenshot"),
    ("", ""),
    ("typing", "goes to the console"),
    ("Shift-Page Up/Down, wheel", "scroll the console back"),
    ("drag, double click", "select text in the console"),
    ("Ctrl-Shift-C / V", "copy / paste"),
    ("Ctrl-C", "interrupt the program"),
    ("Ctrl-] or closing the window", "end"),
    ("", ""),
    ("mouse on a part", "press buttons, turn and slide controls"),
    ("Ctrl-click on a button", "holds it until the next click"),
    ("Esc, then keys", "keys go to parts, until a click on the console"),
    ("BOOTSEL, RUN", "press them with the mouse"),
    ("drop a .py or .uf2", "runs it on this board"),
  ]
  static func box(_ l: Layout) -> Rect {
    let height = Double(lines.count) * 16 + 58, width = 560.0
    return Rect(((l.toolbar.width - width) / 2).rounded(), ((l.status.bottom - height) / 2).rounded(), width, height)
  }
  static func draw(_ c: Canvas, _ l: Layout) {
    let r = box(l)
    c.fill(r, radius: 8, Theme.panel.opacity(0.97))
    c.stroke(r.inset(0.5), radius: 8, width: 1, Theme.accent)
    PicoDrawing.berry(c, Point(r.x + 26, r.y + 24), 4)
    c.text("Tayberry: keys and mouse", Point(r.x + 46, r.y + 24), Theme.text, bold: true, vertical: .middle)
    for (i, line) in lines.enumerated() {
      let y = r.y + 54 + Double(i) * 16
      c.text(line.0, Point(r.x + 190, y), Theme.output, horizontal: .right, vertical: .middle)
      c.text(line.1, Point(r.x + 206, y), Theme.text, vertical: .middle)
    }
  }
}
