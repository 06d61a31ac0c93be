/// Turns outlines into coverage: each pixel's share that lies inside, exact for straight edges.
///
/// Edges add signed areas to a grid; a running sum along each row gives the coverage. Parts that overlap with the same sense of
/// rotation count once, parts of the opposite sense are holes. The grid has the width of the shape's bounding box within the canvas,
/// whatever is clipped later, so that a picture drawn in pieces equals one drawn at once.
struct Rasteriser {
  private var cells: [Float] = []
  /// The box of the last shape, in pixels: the right and bottom edges do not belong to it.
  private(set) var left = 0, top = 0, right = 0, bottom = 0
  private var stride: Int { right - left + 2 }

  /// Prepares for a shape within these bounds on rows `first` to `end`; false if nothing of it lies there.
  mutating func begin(_ bounds: Rect, width: Int, from first: Int = 0, to end: Int) -> Bool {
    func whole(_ v: Double) -> Int { Int(min(max(v, -1e6), 1e6)) }
    left = max(0, whole(bounds.x.rounded(.down)))
    top = max(first, whole(bounds.y.rounded(.down)))
    right = min(width, whole(bounds.right.rounded(.up)))
    bottom = min(end, whole(bounds.bottom.rounded(.up)))
    guard left < right, top < bottom else { return false }
    let needed = stride * (bottom - top)
    if cells.count < needed { cells = [Float](repeating: 0, count: needed) }
    cells.withUnsafeMutableBufferPointer { $0[..<needed].update(repeating: 0) }
    return true
  }

  mutating func add(_ from: Point, _ to: Point) {
    if from.y == to.y { return }
    let sign: Double = from.y < to.y ? 1 : -1
    let p = from.y < to.y ? from : to, q = from.y < to.y ? to : from
    let slope = (q.x - p.x) / (q.y - p.y)
    let first = max(top, Int(max(p.y, -1e6).rounded(.down))), end = min(bottom, Int(min(q.y, 1e6).rounded(.up)))
    let width = Double(right - left), stride = stride, left = Double(left)
    guard first < end else { return }
    cells.withUnsafeMutableBufferPointer { cells in
      for y in first..<end {
        let y0 = max(Double(y), p.y), y1 = min(Double(y + 1), q.y)
        if y1 <= y0 { continue }
        let row = (y - top) * stride
        let x0 = p.x + (y0 - p.y) * slope - left, x1 = p.x + (y1 - p.y) * slope - left
        var a = min(x0, x1), b = max(x0, x1)
        let d = (y1 - y0) * sign
        // What lies left or right of the box goes to its edge; a part inside keeps its share of the height.
        if b <= 0 { cells[row] += Float(d); continue }
        if a >= width { continue }
        var inside = d
        if a < 0 {
          let share = d * (-a / (b - a))
          cells[row] += Float(share)
          inside -= share
          if b > width { inside -= d * ((b - width) / (b - a)); b = width }
          a = 0
        } else if b > width {
          inside -= d * ((b - width) / (b - a))
          b = width
        }
        let i = Int(a), j = Int(b)
        if i == j {
          let middle = (a + b) / 2 - Double(i)
          cells[row + i] += Float(inside * (1 - middle))
          cells[row + i + 1] += Float(inside * middle)
          continue
        }
        // The edge crosses pixels i…j: each gets the area to the right of its piece.
        let perX = inside / (b - a)
        var x = a
        for k in i...min(j, Int(width) - 1) {
          let next = min(b, Double(k + 1)), piece = perX * (next - x), middle = (x + next) / 2 - Double(k)
          cells[row + k] += Float(piece * (1 - middle))
          cells[row + k + 1] += Float(piece * middle)
          x = next
        }
      }
    }
  }

  /// Calls `body` with each row's coverage from `left` on, 0…255.
  mutating func rows(_ body: (_ y: Int, _ coverage: UnsafeMutableBufferPointer<UInt8>) -> Void) {
    let stride = stride, width = right - left
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: width) { line in
      cells.withUnsafeBufferPointer { cells in
        for y in top..<bottom {
          var sum: Float = 0
          let row = (y - top) * stride
          for x in 0..<width {
            sum += cells[row + x]
            line[x] = UInt8(min(abs(sum), 1) * 255 + 0.5)
          }
          body(y, line)
        }
      }
    }
  }
}
