import Picture

/// What a sensor measures, as a person sets it: a slider with its value beside it, drawn within or beside the part.
struct Slider {
  let name: String, range: ClosedRange<Double>, initial: Double
  let area: Rect
  /// What stands behind the number, and how many decimals it has.
  var unit = "", decimals = 0
  var ink = Colour(0x9aa4b4)

  init(_ name: String, _ range: ClosedRange<Double>, _ initial: Double, at area: Rect, unit: String = "", decimals: Int = 0, ink: Colour = Colour(0x9aa4b4)) {
    self.name = name; self.range = range; self.initial = min(max(initial, range.lowerBound), range.upperBound); self.area = area
    self.unit = unit; self.decimals = decimals; self.ink = ink
  }
  private var from: Point { Point(area.x + 5, area.bottom - 5) }
  private var to: Point { Point(area.right - 5, area.bottom - 5) }

  var control: PartControl { PartControl(name, range, initial: initial, touches: [PartTouch(area, .slide(from: from, to: to))]) }

  func draw(_ value: Double, on canvas: Canvas) {
    canvas.line(from, to, width: 2, Colour(0x808890))
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    canvas.circle(Point(from.x + (to.x - from.x) * min(max(share, 0), 1), from.y), 4, Colour(0x49b6ff))
    canvas.text(Self.number(value, decimals) + unit, Point(area.centre.x, area.y), ink, tiny: true, horizontal: .centre)
  }
  static func number(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let n = Int((min(abs(value), 1e9) * scale).rounded()), sign = value < 0 && n > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(n)" }
    let rest = String(n % Int(scale))
    return "\(sign)\(n / Int(scale))." + String(repeating: "0", count: decimals - rest.count) + rest
  }
}
