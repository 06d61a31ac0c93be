import Picture

/// The kernel's tasks, as whoever knows the firmware tells of them (`BoardCamera.tasks`).
struct TaskPane {
  let box: Rect
  let tasks: [BoardView.Task]

  private var lines: Int { max(1, Int((box.height - 40) / 13)) }
  private func line(_ i: Int) -> Rect { Rect(box.x, box.y + 36 + Double(i) * 13, box.width, 13) }
  private static let columns: [(String, Double)] = [("task", 8), ("state", 130), ("priority", 220), ("core", 290), ("load", 340), ("stack left", 440)]

  func items() -> [Item] {
    tasks.isEmpty ? [Item(box, .text("none"))] : (0..<lines).map { Item(line($0), $0 < tasks.count ? .task(tasks[$0]) : .text("")) }
  }
  func drawBackground(_ c: Canvas) {
    c.fill(box, Theme.background)
    c.fill(Rect(box.x, box.y, box.width, 20), Theme.panel)
    c.fill(Rect(box.x, box.y, box.width, 1), Theme.border)
    c.text("Tasks", Point(box.x + 8, box.y + 10), Theme.dim, vertical: .middle)
    for (name, x) in Self.columns { c.text(name, Point(box.x + x, box.y + 28), Theme.faint.lighter(0.2), vertical: .middle) }
  }
  func draw(_ c: Canvas) {
    if tasks.isEmpty {
      c.text("This firmware tells nothing of its tasks.", box.centre, Theme.dim, horizontal: .centre, vertical: .middle)
    }
    for (i, t) in tasks.prefix(lines).enumerated() {
      let r = line(i), y = r.centre.y
      guard c.isVisible(r) else { continue }
      let texts = [
        t.name, t.state, "\(t.priority)", t.core.map { "\($0)" } ?? "–", t.load.map { "\(Format.fixed($0 * 100, 0)) %" } ?? "",
        t.stackLeft.map { "\($0) B" } ?? "",
      ]
      for (text, column) in zip(texts, Self.columns) {
        c.text(text, Point(box.x + column.1, y), t.state == "running" ? Theme.text : Theme.dim, vertical: .middle)
      }
      if let load = t.load {
        c.fill(Rect(box.x + 376, y - 3, 50, 6), radius: 3, Theme.raised)
        c.fill(Rect(box.x + 376, y - 3, 50 * min(max(load, 0), 1), 6), radius: 3, Theme.good)
      }
    }
  }
}
