import Picture

/// What a part looks like before anything happens: lengths in the board file's pixels, 96 to the inch, from its upper left corner, y down.
public struct PartShape: Sendable, Equatable {
  public var width: Double, height: Double
  public var pins: [PartPin]
  public var controls: [PartControl]
  public init(width: Double, height: Double, pins: [PartPin], controls: [PartControl] = []) {
    self.width = width; self.height = height; self.pins = pins; self.controls = controls
  }
  public var bounds: Rect { Rect(0, 0, width, height) }
  public var centre: Point { Point(width / 2, height / 2) }
  public func pin(_ name: String) -> PartPin? { pins.first { $0.name == name } }

  /// What a press at a place hits: controls are asked from the last to the first, as they are drawn on top of each other.
  public func touched(at p: Point) -> (control: Int, touch: PartTouch)? {
    for (i, c) in controls.enumerated().reversed() { for t in c.touches.reversed() where t.area.contains(p) { return (i, t) } }
    return nil
  }
}

public struct PartPin: Sendable, Equatable {
  public let name: String, x: Double, y: Double
  public init(_ name: String, _ x: Double, _ y: Double) { self.name = name; self.x = x; self.y = y }
}

/// Something that a person, or a scenario, can move.
public struct PartControl: Sendable, Equatable {
  /// Its name in scenarios: "pressed", "position".
  public let name: String
  public let range: ClosedRange<Double>
  public let initial: Double
  public var touches: [PartTouch], keys: [PartKey]
  public init(_ name: String, _ range: ClosedRange<Double> = 0...1, initial: Double = 0, touches: [PartTouch] = [], keys: [PartKey] = []) {
    self.name = name; self.range = range; self.initial = initial; self.touches = touches; self.keys = keys
  }
}

/// Where the mouse moves a control, and how.
public struct PartTouch: Sendable, Equatable {
  public enum Gesture: Sendable, Equatable {
    /// The upper end of the range while the button is down (with Ctrl: it stays), the lower end after.
    case hold
    /// A click goes to the other end of the range.
    case toggle
    /// A click sets it to this.
    case put(Double)
    /// This while the button is down, the initial value after.
    case push(Double)
    /// A click adds this, within the range.
    case step(Double)
    /// Follows the mouse along a line, from the lower end of the range to the upper one.
    case slide(from: Point, to: Point)
    /// Follows the mouse around a centre: degrees clockwise from upwards, for the two ends of the range.
    case turn(centre: Point, from: Double, to: Double)
  }
  public let area: Rect, gesture: Gesture
  public init(_ area: Rect, _ gesture: Gesture) { self.area = area; self.gesture = gesture }

  /// Where the mouse at `p` puts a control of this range; nil for gestures that do not follow it.
  public func value(at p: Point, in range: ClosedRange<Double>) -> Double? {
    let part: Double
    switch gesture {
    case .hold, .toggle, .put, .push, .step: return nil
    case .slide(let a, let b):
      let d = b - a, length = d.x * d.x + d.y * d.y
      guard length > 0 else { return nil }
      part = ((p.x - a.x) * d.x + (p.y - a.y) * d.y) / length
    case .turn(let centre, let from, let to):
      let d = p - centre
      guard d.length > 1, to != from else { return nil }
      // Degrees from the middle of the travel, so that the cut lies opposite of it.
      let middle = (from + to) / 2
      var angle = degrees(d) - middle
      angle -= 360 * (angle / 360).rounded()
      part = angle / (to - from) + 0.5
    }
    return range.lowerBound + (range.upperBound - range.lowerBound) * min(max(part, 0), 1)
  }
  /// Clockwise from upwards, by a polynomial (within 0.01 of a degree): no two hosts differ.
  private func degrees(_ d: Point) -> Double {
    let x = abs(d.x), y = abs(d.y), t = min(x, y) / max(x, y), t2 = t * t
    var a = t * (0.99997726 + t2 * (-0.33262347 + t2 * (0.19354346 + t2 * (-0.11643287 + t2 * (0.05265332 - t2 * 0.01172120))))) * 180 / .pi
    if x > y { a = 90 - a }
    if d.y > 0 { a = 180 - a }
    return d.x < 0 ? 360 - a : a
  }
}

/// A key that moves a control.
public struct PartKey: Sendable, Equatable {
  public enum Action: Sendable, Equatable {
    /// The upper end of the range while the key is down.
    case hold
    case toggle
    /// So much more, within the range.
    case step(Double)
  }
  /// As board files name keys: "b", " ", "ArrowLeft", "Enter", "1".
  public let key: String, action: Action
  public init(_ key: String, _ action: Action = .hold) { self.key = key; self.action = action }
}
