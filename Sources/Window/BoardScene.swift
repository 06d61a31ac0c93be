import Board
import OffChip
import Picture

/// The parts of a board file where it puts them, with their wires: what never changes while a board runs.
public struct BoardScene: Sendable {
  struct Placed: Sendable {
    let part: Diagram.PlacedPart
    let shape: PartShape
    let transform: Transform
    /// What its drawing may cover, in the diagram's pixels.
    let reach: Rect
    var id: String { part.id }
    /// Breadboards lie under everything and never change.
    var isUnderneath: Bool { Breadboard.names.contains(part.description.type) }
  }
  struct Wire: Sendable {
    let points: [Point]
    let colour: Colour
    let bounds: Rect
  }
  let parts: [Placed]
  let wires: [Wire]
  /// The board's place in `parts`.
  let pico: Int?
  /// Everything that is drawn.
  let bounds: Rect

  /// True if there is more on the table than the board.
  var isWorthShowing: Bool { parts.contains { !$0.part.isHidden && !Pico.names.contains($0.part.description.type) } }
  var boardName: String { pico.map { parts[$0].id } ?? "pico" }
  /// True if keys of the keyboard move parts.
  public var takesKeys: Bool { parts.contains { $0.shape.controls.contains { !$0.keys.isEmpty } } }

  /// True if a part can be heard.
  public var hasSound: Bool { parts.contains { Buzzer.names.contains($0.part.description.type) } }

  public static let bare = BoardScene(.bare())

  public init(_ diagram: Diagram) {
    var bounds = Rect(0, 0, 0, 0)
    parts = diagram.parts.map { p in
      let shape = p.shape, t = p.transform(shape)
      // Glows and labels reach a little beyond a part's box.
      let placed = Placed(part: p, shape: shape, transform: t, reach: t.bounds(of: shape.bounds.inset(-14)))
      if !p.isHidden { bounds = bounds.union(t.bounds(of: shape.bounds)) }
      return placed
    }
    var places: [String: Int] = [:]
    for (i, p) in parts.enumerated() { places[p.id] = places[p.id] ?? i }
    let list = parts
    func position(_ end: Diagram.End) -> Point? {
      guard let i = places[end.part] else { return nil }
      let p = list[i]
      return p.shape.pin(end.pin).map { p.transform.apply(Point($0.x, $0.y)) } ?? (p.part.type == nil ? p.transform.apply(p.shape.centre) : nil)
    }
    wires = diagram.wires.compactMap { w in
      guard !w.colour.isEmpty, let a = position(w.from), let b = position(w.to) else { return nil }
      let points = WireRoute.points(from: a, to: b, w.route)
      var box = Rect(a.x, a.y, 0.01, 0.01)
      for p in points { box = box.union(Rect(p.x, p.y, 0.01, 0.01)) }
      bounds = bounds.union(box)
      return Wire(points: points, colour: Colour(css: w.colour) ?? Colour(0x30a060), bounds: box.inset(-3))
    }
    pico = diagram.parts.firstIndex { Pico.names.contains($0.description.type) }
    self.bounds = bounds.inset(-16)
  }
}

/// The pane that shows the scene, fitted into it.
struct ScenePane {
  let box: Rect
  let scene: BoardScene
  let view: BoardView
  let state: ViewState

  /// From the diagram's pixels to the window's units.
  var transform: Transform {
    let area = box.inset(4), b = scene.bounds
    guard !b.isEmpty else { return Transform() }
    let k = min(area.width / b.width, area.height / b.height, 2.5)
    return Transform.translation(area.centre.x - b.centre.x * k, area.centre.y - b.centre.y * k).after(.scale(k))
  }
  /// From the Pico's millimetres to its part's pixels: its first pin lies where the part's geometry puts it.
  private func picoTransform(_ p: BoardScene.Placed) -> Transform {
    let mm = 96 / 25.4, first = p.shape.pin("GP0") ?? PartPin("GP0", 0, 3.4 * mm)
    return p.transform.after(.translation(0, first.y - PicoDrawing.firstPin * mm)).after(.scale(p.shape.width / PicoDrawing.width))
  }
  private func outward(_ r: Rect) -> Rect {
    let l = r.x.rounded(.down), t = r.y.rounded(.down)
    return Rect(l, t, r.right.rounded(.up) - l, r.bottom.rounded(.up) - t).intersection(box)
  }

  func drawBackground(_ c: Canvas) {
    c.fill(box, Colour(0x232b36))
    c.saving {
      c.clip(box)
      // A mat with dots every tenth of an inch of the diagram.
      let t = transform, step = 9.6 * t.a * 2
      if step > 6 {
        var y = t.ty - (t.ty / step).rounded(.down) * step + (box.y / step).rounded(.down) * step
        while y < box.bottom {
          var x = t.tx - (t.tx / step).rounded(.down) * step + (box.x / step).rounded(.down) * step
          while x < box.right { c.fill(Rect(x.rounded(), y.rounded(), 1, 1), Colour(0x313b49)); x += step }
          y += step
        }
      }
      for p in scene.parts where p.isUnderneath && !p.part.isHidden {
        c.saving {
          c.concatenate(t)
          drawPart(c, p, PartView(), false)
        }
      }
      guard let i = scene.pico, !scene.parts[i].part.isHidden else { return }
      c.concatenate(t)
      c.concatenate(picoTransform(scene.parts[i]))
      // The pins' names need the room of the board's own lettering.
      PicoDrawing.drawBoard(c, unit: 1 / 9.0, lettering: false)
      drawNames(c)
    }
  }
  /// The names of the pins beside their pads.
  private func drawNames(_ c: Canvas) {
    for (left, pins) in [(true, PicoPins.left), (false, PicoPins.right)] {
      for (row, pin) in pins.enumerated() {
        let h = PicoDrawing.hole(left: left, row: row), size = 1 / (3.78 * max(1, transform.a)), x = h.x + (left ? 1.2 : -1.2)
        // A plate keeps what lies on the board from under the name.
        let width = Canvas.textWidth(pin.name, size: size, tiny: true)
        c.fill(Rect(left ? x - 0.25 : x - width - 0.25, h.y - 0.95, width + 0.5, 1.9), radius: 0.4, Colour(0x0d4a2e).opacity(0.85))
        c.text(
          pin.name, Point(x, h.y), Colour(0xe8f2ec).opacity(0.9), size: size, tiny: true, horizontal: left ? .left : .right, vertical: .middle)
      }
    }
  }

  func items() -> [Item] {
    var all: [Item] = []
    let t = transform
    for (i, p) in scene.parts.enumerated() where !p.part.isHidden && !p.isUnderneath {
      if i == scene.pico {
        let pico = t.after(picoTransform(p))
        for (left, pins) in [(true, PicoPins.left), (false, PicoPins.right)] {
          for (row, pin) in pins.enumerated() {
            guard case .gpio(let n) = pin else { continue }
            let h = PicoDrawing.hole(left: left, row: row)
            all.append(Item(outward(pico.bounds(of: Rect(h.x - 2, h.y - 2, 4, 4))), .hole(PinLook(view.pins.pins[n]).brightness, view.pins.pins[n].direction)))
          }
        }
        all.append(Item(outward(pico.bounds(of: PicoDrawing.ledReach)), .number((view.led * 200).rounded())))
        all.append(Item(outward(pico.bounds(of: PicoDrawing.bootsel.inset(-0.5))), .flags(view.bootsel, false)))
      } else {
        all.append(Item(outward(t.bounds(of: p.reach)), .part(i < view.parts.count ? view.parts[i] : PartView(), hovered(i))))
      }
    }
    return all
  }
  private func hovered(_ i: Int) -> Bool { state.mouse.flatMap { part(at: $0) }?.part == i }

  func draw(_ c: Canvas) {
    let t = transform
    c.saving {
      c.concatenate(t)
      for (i, p) in scene.parts.enumerated() where !p.part.isHidden && !p.isUnderneath && c.isVisible(p.reach) {
        c.saving {
          if i == scene.pico { drawPico(c, p) } else { drawPart(c, p, i < view.parts.count ? view.parts[i] : PartView(), hovered(i)) }
        }
      }
      for w in scene.wires where c.isVisible(w.bounds) { draw(c, w) }
    }
  }
  private func drawPico(_ c: Canvas, _ p: BoardScene.Placed) {
    c.concatenate(picoTransform(p))
    for (left, pins) in [(true, PicoPins.left), (false, PicoPins.right)] {
      for (row, pin) in pins.enumerated() {
        let h = PicoDrawing.hole(left: left, row: row)
        if c.isVisible(Rect(h.x - 2, h.y - 2, 4, 4)) { PicoDrawing.drawHole(c, left: left, row: row, pin, view.pins.pins) }
      }
    }
    PicoDrawing.drawBootsel(c, pressed: view.bootsel, hovered: false)
    if c.isVisible(PicoDrawing.ledReach) { PicoDrawing.drawLED(c, view.led) }
  }
  private func drawPart(_ c: Canvas, _ p: BoardScene.Placed, _ view: PartView, _ hovered: Bool) {
    c.concatenate(p.transform)
    if let type = p.part.type {
      type.draw(p.part.description, view, on: c)
    } else {
      // No model: its place and its name.
      c.fill(p.shape.bounds, radius: 4, Theme.raised)
      c.stroke(p.shape.bounds.inset(0.5), radius: 4, width: 1, Theme.bad)
      c.text(p.part.description.type, p.shape.centre, Theme.dim, size: 0.75, horizontal: .centre, vertical: .middle)
    }
    if hovered {
      for control in p.shape.controls { for touch in control.touches { c.stroke(touch.area.inset(-2), radius: 3, width: 1, Theme.accent.opacity(0.9)) } }
    }
  }
  private func draw(_ c: Canvas, _ w: BoardScene.Wire) {
    let dark = Int(w.colour.red) * 3 + Int(w.colour.green) * 6 + Int(w.colour.blue) < 900
    c.polyline(w.points, width: 3.4, dark ? Colour(0x6b7785).opacity(0.8) : w.colour.darker(0.6))
    c.polyline(w.points, width: 2, w.colour)
    for end in [w.points.first!, w.points.last!] {
      c.circle(end, 2.6, w.colour.darker(0.5))
      c.circle(end, 1.7, w.colour)
    }
  }

  // MARK: The mouse

  /// The control under the mouse, with the mouse in the part's own coordinates.
  func part(at p: Point) -> (part: Int, control: Int, touch: PartTouch, place: Point)? {
    guard box.contains(p) else { return nil }
    for (i, placed) in scene.parts.enumerated().reversed() where !placed.part.isHidden {
      guard let q = place(p, on: i), let hit = placed.shape.touched(at: q) else { continue }
      return (i, hit.control, hit.touch, q)
    }
    return nil
  }
  func place(_ p: Point, on i: Int) -> Point? { transform.after(scene.parts[i].transform).inverse?.apply(p) }
  /// A point of the Pico in the pane, in millimetres.
  func onPico(_ p: Point) -> Point? {
    guard let i = scene.pico, box.contains(p) else { return nil }
    return transform.after(picoTransform(scene.parts[i])).inverse?.apply(p)
  }
}
