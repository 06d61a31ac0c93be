/// A picture of 32-bit pixels (0xAARRGGBB) with drawing in logical units: at `scale` 2 a unit is two pixels, and everything is drawn at
/// that resolution. Pixels stay opaque; colours with alpha are blended into what is there.
///
/// Coordinates, lengths and widths are in the units of the current transform; clips are cut at whole pixels.
/// The same calls give the same pixels, whatever the clip was.
public final class Canvas {
  /// In logical units; the buffer is `scale` times as large.
  public let width: Int, height: Int, scale: Int
  /// In pixels.
  public let pixelWidth: Int, pixelHeight: Int
  /// Row by row, without gaps.
  public let pixels: UnsafeMutableBufferPointer<UInt32>
  public private(set) var transform: Transform
  /// In pixels.
  private(set) var clipLeft = 0, clipTop = 0, clipRight: Int, clipBottom: Int
  private var saved: [(Transform, Int, Int, Int, Int)] = []
  private var rasteriser = Rasteriser()
  var masks = MaskStore()

  public init(width: Int, height: Int, scale: Int = 1, background: Colour = .black) {
    precondition(width > 0 && height > 0 && scale > 0, "a canvas needs a size")
    self.width = width
    self.height = height
    self.scale = scale
    pixelWidth = width * scale
    pixelHeight = height * scale
    pixels = .allocate(capacity: pixelWidth * pixelHeight)
    pixels.initialize(repeating: background.argb | 0xff00_0000)
    transform = .scale(Double(scale))
    clipRight = pixelWidth
    clipBottom = pixelHeight
  }
  deinit { pixels.deallocate() }

  /// The pixel at a place in pixels, for tests and colour pickers.
  public func pixel(_ x: Int, _ y: Int) -> Colour { Colour(argb: pixels[y * pixelWidth + x]) }

  /// True if both show the same, pixel for pixel.
  public func looksLike(_ other: Canvas) -> Bool {
    pixelWidth == other.pixelWidth && pixelHeight == other.pixelHeight && pixels.elementsEqual(other.pixels)
  }

  // MARK: Transform and clip

  /// Draws `body` with the transform and clip as they are, and puts both back.
  public func saving(_ body: () -> Void) {
    saved.append((transform, clipLeft, clipTop, clipRight, clipBottom))
    body()
    (transform, clipLeft, clipTop, clipRight, clipBottom) = saved.removeLast()
  }
  public func translate(_ x: Double, _ y: Double) { transform = transform.after(.translation(x, y)) }
  public func scale(_ k: Double) { transform = transform.after(.scale(k)) }
  /// Clockwise.
  public func rotate(degrees: Double, around p: Point = Point(0, 0)) {
    transform = transform.after(.translation(p.x, p.y)).after(.rotation(degrees: degrees)).after(.translation(-p.x, -p.y))
  }
  public func concatenate(_ t: Transform) { transform = transform.after(t) }
  /// Narrows the clip to `r` (its bounding box, if the transform turns it), out to whole pixels.
  public func clip(_ r: Rect) {
    let b = transform.bounds(of: r)
    clipLeft = max(clipLeft, Self.whole(b.x.rounded(.down)))
    clipTop = max(clipTop, Self.whole(b.y.rounded(.down)))
    clipRight = min(clipRight, Self.whole(b.right.rounded(.up)))
    clipBottom = min(clipBottom, Self.whole(b.bottom.rounded(.up)))
  }
  static func whole(_ v: Double) -> Int { v.isNaN ? 0 : Int(min(max(v, -1e6), 1e6)) }
  /// False if nothing drawn within `r` could be seen: lets a caller skip work.
  public func isVisible(_ r: Rect) -> Bool {
    let b = transform.bounds(of: r)
    return b.x < Double(clipRight) && b.right > Double(clipLeft) && b.y < Double(clipBottom) && b.bottom > Double(clipTop)
  }

  // MARK: Shapes

  public func fill(_ path: Path, _ colour: Colour) { fill(path, .solid(colour)) }
  public func fill(_ path: Path, _ paint: Paint) { draw(path.contours(transform).map(\.points), paint) }
  public func fill(_ r: Rect, _ colour: Colour) {
    let b = transform.bounds(of: r)
    let exact = (transform.b == 0 && transform.c == 0) || (transform.a == 0 && transform.d == 0)
    func isWhole(_ v: Double) -> Bool { v == v.rounded() && abs(v) < 1e6 }
    if exact, isWhole(b.x), isWhole(b.y), isWhole(b.right), isWhole(b.bottom) {
      fillPixels(Int(b.x), Int(b.y), Int(b.right), Int(b.bottom), colour)
    } else {
      fill(.rect(r), colour)
    }
  }
  public func fill(_ r: Rect, radius: Double, _ colour: Colour) {
    if radius <= 0 || !drawMask(.fill, r, radius: min(radius, min(r.width, r.height) / 2), colour) { fill(.roundedRect(r, radius), colour) }
  }
  public func fill(_ r: Rect, radius: Double, _ paint: Paint) { fill(.roundedRect(r, radius), paint) }
  public func circle(_ centre: Point, _ radius: Double, _ colour: Colour) {
    if !drawMask(.fill, box(centre, radius), radius: radius, colour) { fill(.circle(centre, radius), colour) }
  }
  public func ellipse(_ r: Rect, _ colour: Colour) { fill(.ellipse(r), colour) }

  /// The line lies half inside and half outside of the outline.
  public func stroke(_ path: Path, width: Double, _ colour: Colour, cap: Cap = .round) {
    var pieces: [[Point]] = []
    for contour in path.contours(Transform()) { pieces += Stroker.outline(contour.points, closed: contour.closed, width: width, cap: cap) }
    let t = transform
    draw(pieces.map { $0.map(t.apply) }, .solid(colour))
  }
  public func stroke(_ r: Rect, radius: Double = 0, width: Double, _ colour: Colour) {
    if !drawMask(.stroke, r, radius: min(radius, min(r.width, r.height) / 2), line: width, colour) { stroke(.roundedRect(r, radius), width: width, colour) }
  }
  public func stroke(circle centre: Point, _ radius: Double, width: Double, _ colour: Colour) {
    if !drawMask(.stroke, box(centre, radius), radius: radius, line: width, colour) { stroke(.circle(centre, radius), width: width, colour) }
  }
  public func line(_ a: Point, _ b: Point, width: Double, _ colour: Colour, cap: Cap = .round) {
    stroke(.polyline([a, b]), width: width, colour, cap: cap)
  }
  public func polyline(_ points: [Point], width: Double, _ colour: Colour, cap: Cap = .round) { stroke(.polyline(points), width: width, colour, cap: cap) }
  public func polygon(_ points: [Point], _ colour: Colour) { fill(.polygon(points), colour) }
  /// Light that fades from `colour` in the middle to nothing at `radius`.
  public func glow(_ centre: Point, _ radius: Double, _ colour: Colour) {
    if !drawMask(.glow, box(centre, radius), radius: radius, colour) { fill(.circle(centre, radius), .radial(centre, radius, colour, colour.opacity(0))) }
  }
  private func box(_ centre: Point, _ radius: Double) -> Rect { Rect(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius) }

  /// The shape of `contours`, in pixels.
  func draw(_ contours: [[Point]], _ paint: Paint) {
    var l = Double.infinity, t = Double.infinity, r = -Double.infinity, b = -Double.infinity
    for c in contours {
      for p in c {
        // A coordinate that is no number, or far beyond any screen, is a mistake of the caller's arithmetic: nothing is drawn.
        guard abs(p.x) < 1e7, abs(p.y) < 1e7 else { return }
        l = min(l, p.x); r = max(r, p.x); t = min(t, p.y); b = max(b, p.y)
      }
    }
    guard l < r, t < b, l < Double(clipRight), r > Double(clipLeft), t < Double(clipBottom), b > Double(clipTop) else { return }
    // Rows do not depend on each other: those outside of the clip are left out.
    guard rasteriser.begin(Rect(l, t, r - l, b - t), width: pixelWidth, from: clipTop, to: clipBottom) else { return }
    for c in contours where c.count > 1 {
      for i in 0..<(c.count - 1) { rasteriser.add(c[i], c[i + 1]) }
      rasteriser.add(c[c.count - 1], c[0])
    }
    let brush = Brush(paint, transform)
    let (left, x0) = (rasteriser.left, max(rasteriser.left, clipLeft)), x1 = min(rasteriser.right, clipRight)
    guard x0 < x1 else { return }
    let pixels = pixels, stride = pixelWidth
    rasteriser.rows { y, coverage in
      let row = y * stride
      for x in x0..<x1 {
        let cover = UInt32(coverage[x - left])
        if cover != 0 { pixels[row + x] = blend(pixels[row + x], brush.colour(x, y), cover) }
      }
    }
  }

  /// Whole pixels, right and bottom excluded.
  func fillPixels(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int, _ colour: Colour) {
    let l = max(left, clipLeft), r = min(right, clipRight)
    guard l < r else { return }
    for y in Swift.stride(from: max(top, clipTop), to: min(bottom, clipBottom), by: 1) {
      let row = y * pixelWidth
      if colour.alpha == 255 {
        pixels[row + l..<row + r].update(repeating: colour.argb)
      } else {
        for x in l..<r { pixels[row + x] = blend(pixels[row + x], colour.argb, 255) }
      }
    }
  }

  /// Copies `area` (logical units, whole pixels) of a canvas of the same scale to the same place here, within the clip. No transform.
  public func copy(_ source: Canvas, _ area: Rect) {
    let k = Double(scale)
    let l = max(clipLeft, Int(area.x * k)), t = max(clipTop, Int(area.y * k))
    let r = min(clipRight, Int(area.right * k), source.pixelWidth), b = min(clipBottom, Int(area.bottom * k), source.pixelHeight)
    guard l < r else { return }
    for y in Swift.stride(from: t, to: b, by: 1) {
      (pixels.baseAddress! + y * pixelWidth + l).update(from: source.pixels.baseAddress! + y * source.pixelWidth + l, count: r - l)
    }
  }
  /// Draws an image of `columns` × `rows` pixels (0xAARRGGBB, opaque) over `r`, without smoothing: a display's glass. Axes only.
  public func image(_ data: [UInt32], columns: Int, rows: Int, in r: Rect) {
    guard columns > 0, rows > 0, data.count >= columns * rows, let back = transform.inverse else { return }
    let b = transform.bounds(of: r)
    let l = max(clipLeft, Self.whole(b.x.rounded())), right = min(clipRight, Self.whole(b.right.rounded()))
    for y in Swift.stride(from: max(clipTop, Self.whole(b.y.rounded())), to: min(clipBottom, Self.whole(b.bottom.rounded())), by: 1) {
      for x in Swift.stride(from: l, to: right, by: 1) {
        let p = back.apply(Point(Double(x) + 0.5, Double(y) + 0.5))
        let u = Int((p.x - r.x) / r.width * Double(columns)), v = Int((p.y - r.y) / r.height * Double(rows))
        if u >= 0 && u < columns && v >= 0 && v < rows { pixels[y * pixelWidth + x] = data[v * columns + u] | 0xff00_0000 }
      }
    }
  }
}

/// How lines end.
public enum Cap: Sendable { case butt, round, square }

/// What an area is filled with. Places are in the canvas's current units.
public enum Paint: Sendable {
  case solid(Colour)
  /// From one place's colour to the other's, straight.
  case linear(Point, Point, Colour, Colour)
  /// From the centre's colour to the one at the radius; eased, as light fades.
  case radial(Point, Double, Colour, Colour)
}

/// A paint in pixels.
private struct Brush {
  private enum Kind { case solid, linear, radial }
  private let kind: Kind
  private let first: Colour, second: Colour
  private var from = Point(0, 0), along = Point(0, 0), radius = 1.0

  init(_ paint: Paint, _ t: Transform) {
    switch paint {
    case .solid(let c): (kind, first, second) = (.solid, c, c)
    case .linear(let a, let b, let c, let d):
      (kind, first, second) = (.linear, c, d)
      from = t.apply(a)
      let v = t.apply(b) - from
      let square = v.x * v.x + v.y * v.y
      along = square == 0 ? Point(0, 0) : v * (1 / square)
    case .radial(let m, let r, let c, let d):
      (kind, first, second) = (.radial, c, d)
      from = t.apply(m)
      radius = max(r * t.magnification, 1e-9)
    }
  }
  @inline(__always) func colour(_ x: Int, _ y: Int) -> UInt32 {
    if kind == .solid { return first.argb }
    let px = Double(x) + 0.5 - from.x, py = Double(y) + 0.5 - from.y
    if kind == .linear { return first.mixed(second, px * along.x + py * along.y).argb }
    let d = min(1, (px * px + py * py).squareRoot() / radius)
    // A glow: one colour that fades.
    if (first.argb ^ second.argb) & 0xff_ffff == 0 {
      let a = Double(second.alpha) + (Double(first.alpha) - Double(second.alpha)) * (1 - d) * (1 - d)
      return first.argb & 0xff_ffff | UInt32(a + 0.5) << 24
    }
    return first.mixed(second, 1 - (1 - d) * (1 - d)).argb
  }
}

/// `colour` over `below`, with `cover` of 255 of its alpha.
@inline(__always) func blend(_ below: UInt32, _ colour: UInt32, _ cover: UInt32) -> UInt32 {
  var a = (colour >> 24) * cover
  a = (a + 127) / 255
  if a == 255 { return colour | 0xff00_0000 }
  if a == 0 { return below }
  let n = 255 - a
  // Two channels at a time; (v + 128 + (v + 128) / 256) / 256 is v / 255, rounded.
  var rb = (below & 0xff00ff) * n + (colour & 0xff00ff) * a + 0x80_0080
  rb = (rb + (rb >> 8 & 0xff00ff)) >> 8 & 0xff00ff
  var g = (below >> 8 & 0xff) * n + (colour >> 8 & 0xff) * a + 0x80
  g = (g + (g >> 8)) >> 8
  return 0xff00_0000 | rb | g << 8
}
