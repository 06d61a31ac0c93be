/// Outlines of thick lines: a quadrilateral for each piece, a disc or wedge at each joint, all turning the same way so that they unite.
enum Stroker {
  static func outline(_ points: [Point], closed: Bool, width: Double, cap: Cap) -> [[Point]] {
    let r = width / 2
    var p: [Point] = []
    for q in points where p.last.map({ ($0 - q).length > 1e-9 }) ?? true { p.append(q) }
    if closed, p.count > 1, (p[0] - p[p.count - 1]).length <= 1e-9 { p.removeLast() }
    guard r > 0, !p.isEmpty else { return [] }
    if p.count == 1 {
      switch cap {
      case .butt: return []
      case .round: return [disc(p[0], r)]
      case .square: return [[Point(p[0].x - r, p[0].y - r), Point(p[0].x + r, p[0].y - r), Point(p[0].x + r, p[0].y + r), Point(p[0].x - r, p[0].y + r)]]
      }
    }
    var pieces: [[Point]] = []
    let count = closed ? p.count : p.count - 1
    for i in 0..<count {
      var a = p[i], b = p[(i + 1) % p.count]
      let d = (b - a) * (1 / (b - a).length), n = Point(-d.y, d.x) * r
      if cap == .square && !closed {
        if i == 0 { a = a - d * r }
        if i == count - 1 { b = b + d * r }
      }
      pieces.append([a - n, b - n, b + n, a + n])
      // A wedge fills the outer side of a corner; on straight continuations there is none.
      if closed || i > 0 {
        let before = p[(i + p.count - 1) % p.count], e = (a - before) * (1 / (a - before).length), turn = e.x * d.y - e.y * d.x
        if abs(turn) > 1e-6 || e.x * d.x + e.y * d.y < 0 {
          // Clockwise on the screen on the left side of a right turn, and from the new side to the old one otherwise.
          let old = Point(-e.y, e.x), new = Point(-d.y, d.x)
          pieces.append(turn > 0 ? sector(p[i], old * -1, new * -1, e, r) : sector(p[i], new, old, e, r))
        }
      }
    }
    if cap == .round && !closed {
      let first = p[1] - p[0], last = p[p.count - 1] - p[p.count - 2]
      let d = first * (1 / first.length), e = last * (1 / last.length)
      pieces.append(sector(p[0], Point(-d.y, d.x), Point(d.y, -d.x), d * -1, r))
      pieces.append(sector(p[p.count - 1], Point(e.y, -e.x), Point(-e.y, e.x), e, r))
    }
    return pieces
  }

  /// A pie slice around `c` from direction `u` to direction `v`, at most half a turn; `middle` decides where exactly half a turn goes.
  private static func sector(_ c: Point, _ u: Point, _ v: Point, _ middle: Point, _ r: Double) -> [Point] {
    func arc(_ u: Point, _ v: Point, _ depth: Int) -> [Point] {
      if depth == 0 { return [u] }
      let sum = u + v
      let m = sum.length < 1e-6 ? middle : sum * (1 / sum.length)
      return arc(u, m, depth - 1) + arc(m, v, depth - 1)
    }
    let depth = r < 4 ? 3 : r < 16 ? 4 : 5
    return [c] + (arc(u, v, depth) + [v]).map { c + $0 * r }
  }
  private static func disc(_ c: Point, _ r: Double) -> [Point] { Path.circle(c, r).contours(.scale(8))[0].points.map { $0 * 0.125 } }
}
