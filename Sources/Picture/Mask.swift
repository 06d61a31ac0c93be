/// How much of each pixel a small shape covers, kept so that a picture that is drawn many times a second need not find its outlines anew.
///
/// A mask belongs to a size and to the part of a pixel by which the shape is off the grid: whatever is drawn through masks is drawn through
/// them the first time, too, so that a picture does not depend on what was kept.
struct Mask {
  enum Kind: UInt8 { case fill, stroke, glow }
  struct Key: Hashable {
    let kind: Kind
    /// In pixels: the shape's box, its corners' radius, the line's width, and where in its pixel the upper left corner lies (0…1).
    let width: Double, height: Double, radius: Double, line: Double, x: Double, y: Double
  }
  /// From the pixel of the shape's upper left corner.
  let left: Int, top: Int, columns: Int, rows: Int
  let coverage: [UInt8]

  /// Shapes larger than this, in pixels, are drawn without.
  static let largest = 160.0

  init(_ key: Key) {
    let r = Rect(key.x, key.y, key.width, key.height), reach = key.line / 2
    let box = r.inset(-reach)
    let l = Int(box.x.rounded(.down)), t = Int(box.y.rounded(.down))
    (left, top) = (l, t)
    columns = Int(box.right.rounded(.up)) - l
    rows = Int(box.bottom.rounded(.up)) - t
    let move = Transform.translation(Double(-l), Double(-t))
    // A circle is drawn with the curves of one: four arcs of its own, not of a box with round corners.
    let path: Path = key.radius * 2 >= max(key.width, key.height) && key.width == key.height ? .ellipse(r) : .roundedRect(r, key.radius)
    var pieces: [[Point]] = []
    if key.kind == .stroke {
      for c in path.contours(Transform()) { pieces += Stroker.outline(c.points, closed: true, width: key.line, cap: .round).map { $0.map(move.apply) } }
    } else {
      pieces = path.contours(move).map(\.points)
    }
    var raster = Rasteriser(), cover = [UInt8](repeating: 0, count: max(0, columns * rows))
    let width = columns
    if raster.begin(Rect(0, 0, Double(columns), Double(rows)), width: columns, to: rows) {
      for c in pieces where c.count > 1 {
        for i in 0..<(c.count - 1) { raster.add(c[i], c[i + 1]) }
        raster.add(c[c.count - 1], c[0])
      }
      raster.rows { y, line in for x in 0..<width { cover[y * width + x] = line[x] } }
    }
    if key.kind == .glow {
      let m = move.apply(r.centre), radius = key.width / 2
      for y in 0..<rows {
        for x in 0..<columns {
          let dx = Double(x) + 0.5 - m.x, dy = Double(y) + 0.5 - m.y, far = 1 - min(1, (dx * dx + dy * dy).squareRoot() / radius)
          cover[y * columns + x] = UInt8(Double(cover[y * columns + x]) * far * far + 0.5)
        }
      }
    }
    coverage = cover
  }
}

/// The masks of a canvas: forgotten all at once when they become many.
struct MaskStore {
  private var masks: [Mask.Key: Mask] = [:]
  private var bytes = 0
  static let room = 4 << 20

  mutating func mask(_ key: Mask.Key) -> Mask {
    if let found = masks[key] { return found }
    let made = Mask(key)
    if bytes + made.coverage.count > Self.room {
      masks = [:]
      bytes = 0
    }
    bytes += made.coverage.count + 128
    masks[key] = made
    return made
  }
}

extension Canvas {
  /// Draws the shape through a mask; false if it is large, or turned: then it is drawn by its outline.
  func drawMask(_ kind: Mask.Kind, _ r: Rect, radius: Double, line: Double = 0, _ colour: Colour) -> Bool {
    let t = transform, k = t.a
    guard t.b == 0, t.c == 0, t.a == t.d, k > 0 else { return false }
    let x = k * r.x + t.tx, y = k * r.y + t.ty, width = k * r.width, height = k * r.height, reach = k * line / 2
    // What is no number fails here, too.
    guard width > 0, height > 0, width + 2 * reach <= Mask.largest, height + 2 * reach <= Mask.largest, abs(x) < 1e6, abs(y) < 1e6 else { return false }
    guard x + width + reach > Double(clipLeft), x - reach < Double(clipRight), y + height + reach > Double(clipTop), y - reach < Double(clipBottom) else {
      return true
    }
    let column = x.rounded(.down), row = y.rounded(.down)
    let mask = masks.mask(Mask.Key(kind: kind, width: width, height: height, radius: k * radius, line: k * line, x: x - column, y: y - row))
    let left = Int(column) + mask.left, top = Int(row) + mask.top
    let l = max(left, clipLeft), right = min(left + mask.columns, clipRight), argb = colour.argb
    guard l < right, colour.alpha > 0 else { return true }
    mask.coverage.withUnsafeBufferPointer { coverage in
      for y in stride(from: max(top, clipTop), to: min(top + mask.rows, clipBottom), by: 1) {
        let from = (y - top) * mask.columns - left, to = y * pixelWidth
        for x in l..<right {
          let cover = UInt32(coverage[from + x])
          if cover != 0 { pixels[to + x] = blend(pixels[to + x], argb, cover) }
        }
      }
    }
    return true
  }
}
