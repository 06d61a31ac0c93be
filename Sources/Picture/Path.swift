/// Outlines made of lines and cubic curves. Contours close by themselves when filled.
public struct Path: Sendable {
  enum Step: Sendable {
    case move(Point), line(Point)
    case cubic(Point, Point, Point)
    case close
  }
  var steps: [Step] = []
  private var last = Point(0, 0), start = Point(0, 0)
  public init() {}

  public mutating func move(_ p: Point) { steps.append(.move(p)); last = p; start = p }
  public mutating func line(_ p: Point) { steps.append(.line(p)); last = p }
  public mutating func cubic(_ c1: Point, _ c2: Point, _ p: Point) { steps.append(.cubic(c1, c2, p)); last = p }
  public mutating func quad(_ c: Point, _ p: Point) {
    cubic(last + (c - last) * (2 / 3), p + (c - p) * (2 / 3), p)
  }
  public mutating func close() { steps.append(.close); last = start }
  public mutating func append(_ other: Path) { steps += other.steps }

  /// Continues with an arc; angles in degrees, 0 to the right, clockwise if `to > from`. A line leads to its start.
  public mutating func arc(_ centre: Point, radius: Double, from: Double, to: Double) {
    let parts = max(1, Int((abs(to - from) / 90).rounded(.up)))
    let step = (to - from) / Double(parts)
    let (half, halfCosine) = sineCosine(degrees: step / 4)
    // The handle's length for an arc of `step` degrees: 4/3·tan(step/4).
    let k = 4.0 / 3 * half / halfCosine * radius
    func at(_ angle: Double) -> (Point, Point) {
      let (s, c) = sineCosine(degrees: angle)
      return (centre + Point(c, s) * radius, Point(-s, c))
    }
    var (p, t) = at(from)
    if steps.isEmpty { move(p) } else { line(p) }
    for i in 1...parts {
      let (q, u) = at(from + step * Double(i))
      cubic(p + t * k, q - u * k, q)
      (p, t) = (q, u)
    }
  }

  public static func rect(_ r: Rect) -> Path { polygon([Point(r.x, r.y), Point(r.right, r.y), Point(r.right, r.bottom), Point(r.x, r.bottom)]) }
  public static func polygon(_ points: [Point]) -> Path {
    var p = Path()
    for (i, q) in points.enumerated() { if i == 0 { p.move(q) } else { p.line(q) } }
    p.close()
    return p
  }
  /// Points joined by lines, open.
  public static func polyline(_ points: [Point]) -> Path {
    var p = Path()
    for (i, q) in points.enumerated() { if i == 0 { p.move(q) } else { p.line(q) } }
    return p
  }
  public static func ellipse(_ r: Rect) -> Path {
    let k = 0.5522847498307936, c = r.centre, w = r.width / 2, h = r.height / 2
    var p = Path()
    p.move(Point(r.right, c.y))
    p.cubic(Point(r.right, c.y + k * h), Point(c.x + k * w, r.bottom), Point(c.x, r.bottom))
    p.cubic(Point(c.x - k * w, r.bottom), Point(r.x, c.y + k * h), Point(r.x, c.y))
    p.cubic(Point(r.x, c.y - k * h), Point(c.x - k * w, r.y), Point(c.x, r.y))
    p.cubic(Point(c.x + k * w, r.y), Point(r.right, c.y - k * h), Point(r.right, c.y))
    p.close()
    return p
  }
  public static func circle(_ centre: Point, _ radius: Double) -> Path {
    ellipse(Rect(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius))
  }
  public static func roundedRect(_ r: Rect, _ radius: Double) -> Path {
    let q = min(radius, min(r.width, r.height) / 2)
    guard q > 0 else { return rect(r) }
    var p = Path()
    p.arc(Point(r.right - q, r.y + q), radius: q, from: -90, to: 0)
    p.arc(Point(r.right - q, r.bottom - q), radius: q, from: 0, to: 90)
    p.arc(Point(r.x + q, r.bottom - q), radius: q, from: 90, to: 180)
    p.arc(Point(r.x + q, r.y + q), radius: q, from: 180, to: 270)
    p.close()
    return p
  }

  /// The contours as lines in the target's coordinates; curves are cut so finely that no corner shows.
  func contours(_ t: Transform) -> [(points: [Point], closed: Bool)] {
    var all: [(points: [Point], closed: Bool)] = []
    var current: [Point] = []
    func flush(_ closed: Bool) {
      if current.count > 0 { all.append((current, closed)) }
      current = []
    }
    for step in steps {
      switch step {
      case .move(let p):
        flush(false)
        current = [t.apply(p)]
      case .line(let p): current.append(t.apply(p))
      case .cubic(let c1, let c2, let end):
        let p0 = current.last ?? t.apply(c1), p1 = t.apply(c1), p2 = t.apply(c2), p3 = t.apply(end)
        let length = (p1 - p0).length + (p2 - p1).length + (p3 - p2).length
        let n = length < 1e7 ? max(2, min(96, Int(length.squareRoot() * 3) + 1)) : 2
        for i in 1...n {
          let s = Double(i) / Double(n), r = 1 - s
          current.append(p0 * (r * r * r) + p1 * (3 * r * r * s) + p2 * (3 * r * s * s) + p3 * (s * s * s))
        }
      case .close: flush(true)
      }
    }
    flush(false)
    return all
  }
}
