/// A place in a picture: x to the right, y down.
public struct Point: Hashable, Sendable {
  public var x: Double, y: Double
  public init(_ x: Double, _ y: Double) { self.x = x; self.y = y }
  public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  public static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  public static func * (a: Point, k: Double) -> Point { Point(a.x * k, a.y * k) }
  public var length: Double { (x * x + y * y).squareRoot() }
}

/// A rectangle along the axes; right and bottom edges do not belong to it.
public struct Rect: Hashable, Sendable {
  public var x: Double, y: Double, width: Double, height: Double
  public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) { self.x = x; self.y = y; self.width = width; self.height = height }
  public var right: Double { x + width }
  public var bottom: Double { y + height }
  public var centre: Point { Point(x + width / 2, y + height / 2) }
  public var isEmpty: Bool { width <= 0 || height <= 0 }
  public func contains(_ p: Point) -> Bool { p.x >= x && p.x < right && p.y >= y && p.y < bottom }
  /// Smaller by `d` on every side; negative: larger.
  public func inset(_ d: Double) -> Rect { Rect(x + d, y + d, width - 2 * d, height - 2 * d) }
  public func inset(_ dx: Double, _ dy: Double) -> Rect { Rect(x + dx, y + dy, width - 2 * dx, height - 2 * dy) }
  public func moved(_ dx: Double, _ dy: Double) -> Rect { Rect(x + dx, y + dy, width, height) }
  public func intersects(_ o: Rect) -> Bool { x < o.right && o.x < right && y < o.bottom && o.y < bottom }
  public func intersection(_ o: Rect) -> Rect {
    let l = max(x, o.x), t = max(y, o.y)
    return Rect(l, t, max(0, min(right, o.right) - l), max(0, min(bottom, o.bottom) - t))
  }
  public func union(_ o: Rect) -> Rect {
    if isEmpty { return o }
    if o.isEmpty { return self }
    let l = min(x, o.x), t = min(y, o.y)
    return Rect(l, t, max(right, o.right) - l, max(bottom, o.bottom) - t)
  }
}

/// An affine map: x' = a·x + c·y + tx, y' = b·x + d·y + ty.
public struct Transform: Hashable, Sendable {
  public var a = 1.0, b = 0.0, c = 0.0, d = 1.0, tx = 0.0, ty = 0.0
  public init() {}
  public init(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
    self.a = a; self.b = b; self.c = c; self.d = d; self.tx = tx; self.ty = ty
  }
  public func apply(_ p: Point) -> Point { Point(a * p.x + c * p.y + tx, b * p.x + d * p.y + ty) }
  /// First `inner`, then this one.
  public func after(_ i: Transform) -> Transform {
    Transform(
      a: a * i.a + c * i.b, b: b * i.a + d * i.b, c: a * i.c + c * i.d, d: b * i.c + d * i.d,
      tx: a * i.tx + c * i.ty + tx, ty: b * i.tx + d * i.ty + ty)
  }
  public static func translation(_ x: Double, _ y: Double) -> Transform { Transform(a: 1, b: 0, c: 0, d: 1, tx: x, ty: y) }
  public static func scale(_ k: Double) -> Transform { Transform(a: k, b: 0, c: 0, d: k, tx: 0, ty: 0) }
  /// Clockwise on the screen (y points down). Multiples of 90° are exact.
  public static func rotation(degrees: Double) -> Transform {
    let (s, c) = sineCosine(degrees: degrees)
    return Transform(a: c, b: s, c: -s, d: c, tx: 0, ty: 0)
  }
  /// What undoes this one; nil if it flattens the plane.
  public var inverse: Transform? {
    let det = a * d - b * c
    guard det != 0 else { return nil }
    return Transform(a: d / det, b: -b / det, c: -c / det, d: a / det, tx: (c * ty - d * tx) / det, ty: (b * tx - a * ty) / det)
  }
  /// How much lengths grow (the geometric mean of both axes).
  public var magnification: Double { abs(a * d - b * c).squareRoot() }
  /// The smallest rectangle along the axes that holds the image of `r`.
  public func bounds(of r: Rect) -> Rect {
    if b == 0 && c == 0 && a >= 0 && d >= 0 {
      let l = a * r.x + tx, t = d * r.y + ty
      return Rect(l, t, a * r.right + tx - l, d * r.bottom + ty - t)
    }
    let p = [apply(Point(r.x, r.y)), apply(Point(r.right, r.y)), apply(Point(r.x, r.bottom)), apply(Point(r.right, r.bottom))]
    let l = p.map(\.x).min()!, t = p.map(\.y).min()!
    return Rect(l, t, p.map(\.x).max()! - l, p.map(\.y).max()! - t)
  }
}

/// Sine and cosine by a polynomial of our own, so that a picture does not depend on the host's mathematics library.
public func sineCosine(degrees: Double) -> (sine: Double, cosine: Double) {
  let quarter = (degrees / 90).rounded()
  let x = (degrees - quarter * 90) * (Double.pi / 180), x2 = x * x
  // |x| ≤ π/4: the first term left out is below 2e-16.
  let s = x * (1 - x2 / 6 * (1 - x2 / 20 * (1 - x2 / 42 * (1 - x2 / 72 * (1 - x2 / 110 * (1 - x2 / 156))))))
  let c = 1 - x2 / 2 * (1 - x2 / 12 * (1 - x2 / 30 * (1 - x2 / 56 * (1 - x2 / 90 * (1 - x2 / 132 * (1 - x2 / 182))))))
  switch Int(quarter - (quarter / 4).rounded(.down) * 4) {
  case 0: return (s, c)
  case 1: return (c, -s)
  case 2: return (-s, -c)
  default: return (-c, s)
  }
}
