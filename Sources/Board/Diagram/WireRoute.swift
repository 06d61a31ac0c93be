import Picture

/// How a wire runs: steps `v` (down) and `h` (right) in pixels from its start, then `*`, then the steps from its end, written from there
/// on backwards; what is missing in between is closed by one horizontal and one vertical piece.
public enum WireRoute {
  /// `$bb` marks a leg that is plugged into a breadboard: nothing is drawn.
  public static func isStep(_ text: String) -> Bool { text == "*" || text == "$bb" || step(text) != nil }

  private static func step(_ text: String) -> Point? {
    guard let first = text.first, first == "v" || first == "h", let n = Double(text.dropFirst()), n.isFinite, abs(n) < 1e6 else { return nil }
    return first == "v" ? Point(0, n) : Point(n, 0)
  }
  /// The corners from `start` to `end`.
  public static func points(from start: Point, to end: Point, _ route: [String]) -> [Point] {
    let star = route.firstIndex(of: "*") ?? route.count
    var head = [start], tail = [end]
    for s in route[..<star] { if let d = step(s) { head.append(head.last! + d) } }
    for s in route[min(star + 1, route.count)...].reversed() { if let d = step(s) { tail.append(tail.last! + d) } }
    let a = head.last!, b = tail.last!
    if a.x != b.x && a.y != b.y {
      // Away from the last direction, so that the line does not run back over itself.
      let horizontal = head.count > 1 && head[head.count - 2].y == a.y
      head.append(horizontal ? Point(a.x, b.y) : Point(b.x, a.y))
    }
    return head + tail.reversed()
  }
}
