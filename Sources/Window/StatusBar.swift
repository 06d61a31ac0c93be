import Board
import Picture

/// The line at the bottom: what is under the mouse, and how the run is.
struct StatusBar {
  let layout: Layout
  let view: BoardView
  let state: ViewState
  let hint: String

  private var right: (String, Colour) {
    switch view.state {
    case .running: ("● running", Theme.good)
    case .paused: ("⏸ paused", Theme.output)
    case .ended(let why): ("⏹ " + why, why == "finished" || why == "stopped" ? Theme.dim : Theme.bad)
    }
  }
  private var left: String { state.notice.isEmpty ? hint : state.notice }
  func items() -> [Item] { [Item(layout.status, .text("\(left)\u{1}\(right.0)"))] }
  func draw(_ c: Canvas) {
    c.fill(layout.status, Theme.panel)
    c.fill(Rect(0, layout.status.y, layout.status.width, 1), Theme.border)
    let y = layout.status.centre.y + 0.5
    c.text(left, Point(10, y), state.notice.isEmpty ? Theme.dim : Theme.text, vertical: .middle)
    let (text, colour) = right
    c.text(text, Point(layout.status.right - 10, y), colour, horizontal: .right, vertical: .middle)
  }
}

extension PinsSnapshot.Pin {
  /// A pin in words, for the status line.
  func sentence(_ n: Int) -> String {
    var words = ["GP\(n)"]
    if function.isEmpty { words.append("no function") } else { words.append(function) }
    switch direction {
    case .off: break
    case .input: words.append(high ? "input, high" : "input, low")
    case .output:
      if let duty {
        words.append("output, \(Format.fixed(duty * 100, 1)) %" + (frequency.map { " at " + Format.frequency($0) } ?? ""))
      } else {
        words.append(high ? "output, high" : "output, low")
      }
    }
    if pull == "+" { words.append("pulled up") }
    if pull == "-" { words.append("pulled down") }
    return words.joined(separator: ", ")
  }
}
