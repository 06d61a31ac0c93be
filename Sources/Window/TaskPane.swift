import Board
import Picture

/// The kernel's tasks (F3): what each does, how much of a core it takes, and how near its stack has come to its end.
struct TaskPane {
  let box: Rect
  let tasks: [KernelTasks.Task]

  private var lines: Int { max(1, Int((box.height - 38) / 14)) }
  private func line(_ i: Int) -> Rect { Rect(box.x, box.y + 36 + Double(i) * 14, box.width, 14) }
  private static let columns: [(String, Double)] = [("task", 8), ("state", 116), ("priority", 200), ("core", 262), ("CPU", 304), ("stack never used", 418)]
  private static let bar = (x: 344.0, width: 60.0)

  func items() -> [Item] {
    if tasks.isEmpty { return [Item(box, .text("none"))] }
    return (0..<lines).map { Item(line($0), $0 < shown.count ? .task(shown[$0]) : $0 == lines - 1 ? .text(rest) : .text("")) }
  }
  /// As many as there is room for; the last line says how many more there are.
  private var shown: ArraySlice<KernelTasks.Task> { tasks.count > lines ? tasks.prefix(lines - 1) : tasks[...] }
  private var rest: String { tasks.count > lines ? "… and \(tasks.count - lines + 1) more" : "" }

  func drawBackground(_ c: Canvas) {
    c.fill(box, Theme.background)
    c.fill(Rect(box.x, box.y, box.width, 20), Theme.panel)
    c.fill(Rect(box.x, box.y, box.width, 1), Theme.border)
    c.text("Tasks", Point(box.x + 8, box.y + 10), Theme.dim, vertical: .middle)
    for (name, x) in Self.columns { c.text(name, Point(box.x + x, box.y + 29), Theme.faint.lighter(0.2), vertical: .middle) }
  }
  func draw(_ c: Canvas) {
    if tasks.isEmpty {
      c.text("Only Tayberry's own firmware tells of its tasks.", box.centre, Theme.dim, horizontal: .centre, vertical: .middle)
    }
    for (i, t) in shown.enumerated() {
      let r = line(i)
      if c.isVisible(r) { draw(c, r, t) }
    }
    let last = line(lines - 1)
    if !rest.isEmpty && c.isVisible(last) { c.text(rest, Point(box.x + 8, last.centre.y), Theme.dim, vertical: .middle) }
  }
  private func draw(_ c: Canvas, _ r: Rect, _ t: KernelTasks.Task) {
    let texts = [
      t.name, t.state, "\(t.priority)", t.core.map { "\($0)" } ?? "–", t.load.map { "\(Format.fixed($0 * 100, $0 < 0.0995 ? 1 : 0)) %" } ?? "",
      // Hosted tasks run on stacks of the host: theirs here stay untouched, which tells nothing.
      t.stackLeft < t.stackBytes ? "\(t.stackLeft) of \(t.stackBytes) B" : "",
    ]
    let colour: Colour =
      switch t.state {
      case "running": Theme.text
      case "lock": Theme.output
      default: Theme.dim
      }
    for (text, column) in zip(texts, Self.columns) { c.text(text, Point(box.x + column.1, r.centre.y), colour, vertical: .middle) }
    guard let load = t.load else { return }
    let bar = Rect(box.x + Self.bar.x, (r.centre.y - 3).rounded(), Self.bar.width, 6)
    c.fill(bar, Theme.raised)
    c.fill(Rect(bar.x, bar.y, (bar.width * min(max(load, 0), 1)).rounded(), bar.height), Theme.good)
  }
}
