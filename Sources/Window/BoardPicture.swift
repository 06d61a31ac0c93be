import Board
import Picture

/// The picture of a board: drawn at once, or brought up to date by drawing only what changed. Both give the same pixels.
public final class BoardPicture {
  /// What is drawn: everything that the pixels depend on.
  public struct Content {
    public var view: BoardView
    public var console: ConsoleText
    public var state: ViewState
    /// Fixed for a picture's life, except for a new board, which comes with a new `BoardScene`.
    public var scene: BoardScene
    /// What the scope has seen.
    public var scope = ScopeMemory()
    public init(view: BoardView, console: ConsoleText, state: ViewState, scene: BoardScene = .bare) {
      self.view = view; self.console = console; self.state = state; self.scene = scene
    }

    /// The board's own name among the parts: what its buttons are controls of.
    var boardName: String { scene.boardName }
    var layout: Layout { Layout(state, hasScene: scene.isWorthShowing) }
    var pinout: Pinout { Pinout(layout: layout, view: view, state: state) }
    var toolbar: ToolBar { ToolBar(layout: layout, view: view, state: state, hasSound: scene.hasSound) }
    var table: ScenePane { ScenePane(box: layout.scene, scene: scene, view: view, state: state) }
    var scopePane: ScopePane { ScopePane(box: layout.scope, settings: state.scope, memory: scope, mouse: state.mouse) }
    var taskPane: TaskPane { TaskPane(box: layout.tasks, tasks: view.tasks) }
    var pane: ConsolePane { ConsolePane(box: layout.console, text: console, state: state) }
  }

  public private(set) var canvas: Canvas
  /// What never changes while the layout stays.
  private var background: Canvas
  private var content: Content
  private var items: [[Item]]

  public init(_ content: Content) {
    self.content = content
    (canvas, background) = Self.canvases(content)
    items = []
    drawAll()
  }

  /// Draws what changed since the last time; the rectangles, in logical units, that a display has to take over.
  public func update(_ new: Content) -> [Rect] {
    let old = content
    content = new
    if new.layout != old.layout || new.state.scale != old.state.scale || new.view.title != old.view.title || new.state.showsHelp || old.state.showsHelp {
      if new.state.scale != old.state.scale || new.state.width != old.state.width || new.state.height != old.state.height {
        (canvas, background) = Self.canvases(new)
      }
      drawAll()
      return [Rect(0, 0, Double(canvas.width), Double(canvas.height))]
    }
    var dirty: [Rect] = []
    let zones = zones()
    for (z, zone) in zones.enumerated() {
      let before = items[z], now = zone.items()
      for i in now.indices where i >= before.count || before[i] != now[i] {
        redraw(zone, now[i].box)
        dirty.append(now[i].box)
        // What moved away leaves its place.
        if i < before.count, before[i].box != now[i].box { redraw(zone, before[i].box); dirty.append(before[i].box) }
      }
      if before.count > now.count {
        for i in now.count..<before.count { redraw(zone, before[i].box); dirty.append(before[i].box) }
      }
      items[z] = now
    }
    return dirty
  }

  // MARK: Details

  private struct Zone {
    let box: Rect
    let items: () -> [Item]
    let draw: (Canvas) -> Void
  }
  private func zones() -> [Zone] {
    let c = content, l = c.layout
    let pinout = c.pinout, toolbar = c.toolbar, pane = c.pane, status = StatusBar(layout: l, view: c.view, state: c.state, hint: c.hint)
    let table = c.scene.isWorthShowing ? [Zone(box: l.scene, items: c.table.items, draw: c.table.draw)] : []
    let tasks = c.state.showsTasks ? [Zone(box: l.tasks, items: c.taskPane.items, draw: c.taskPane.draw)] : []
    let scope = c.state.showsScope ? [Zone(box: l.scope, items: c.scopePane.items, draw: c.scopePane.draw)] : []
    return table + scope + tasks + [
      Zone(box: l.pinout, items: pinout.items, draw: pinout.draw), Zone(box: l.toolbar, items: toolbar.items, draw: toolbar.draw),
      Zone(box: l.console, items: pane.items, draw: pane.draw), Zone(box: l.status, items: status.items, draw: status.draw),
    ]
  }

  private func redraw(_ zone: Zone, _ box: Rect) {
    canvas.saving {
      canvas.clip(zone.box)
      canvas.clip(box)
      canvas.copy(background, box)
      zone.draw(canvas)
    }
  }
  private func drawAll() {
    drawBackground()
    let whole = Rect(0, 0, Double(canvas.width), Double(canvas.height)), zones = zones()
    canvas.copy(background, whole)
    for zone in zones {
      canvas.saving {
        canvas.clip(zone.box); zone.draw(canvas)
      }
    }
    items = zones.map { $0.items() }
    if content.state.showsHelp {
      canvas.fill(whole, Colour.black.opacity(0.55))
      HelpOverlay.draw(canvas, content.layout)
    }
  }
  private func drawBackground() {
    let l = content.layout, c = background
    c.fill(Rect(0, 0, Double(c.width), Double(c.height)), Theme.background)
    c.saving {
      c.clip(l.pinout); Pinout.drawBackground(c, l)
    }
    ToolBar.drawBackground(c, l, title: content.view.title)
    if content.scene.isWorthShowing { content.table.drawBackground(c) }
    if content.state.showsTasks { content.taskPane.drawBackground(c) }
    content.pane.drawBackground(c)
  }
  private static func canvases(_ c: Content) -> (Canvas, Canvas) {
    func make() -> Canvas {
      Canvas(
        width: max(c.state.width, Layout.smallest.width), height: max(c.state.height, Layout.smallest.height), scale: c.state.scale,
        background: Theme.background)
    }
    return (make(), make())
  }
}

extension BoardPicture.Content {
  /// What lies at a place.
  public func target(at p: Point) -> Target {
    let l = layout
    if l.toolbar.contains(p) { return toolbar.buttons.first { $0.box.contains(p) }.map { .button($0.action) } ?? .nothing }
    if l.pinout.contains(p) {
      if PicoDrawing.bootsel.inset(-0.4).contains(l.inMillimetres(p)) { return .bootsel }
      for (left, pins) in [(true, PicoPins.left), (false, PicoPins.right)] {
        for (row, pin) in pins.enumerated() where l.label(left: left, row: row).contains(p) {
          switch pin {
          case .gpio(let n): return .pin(n)
          case .run: return .run
          default: return .nothing
          }
        }
      }
      return .nothing
    }
    if l.scene.contains(p) {
      if let hit = table.part(at: p) { return .part(hit.part) }
      if let q = table.onPico(p), PicoDrawing.bootsel.inset(-0.4).contains(q) { return .bootsel }
      return .nothing
    }
    if l.console.contains(p) { return p.x > l.console.right - ConsolePane.bar - 2 ? .consoleBar : .console }
    if l.scope.contains(p) { return .scope }
    return .nothing
  }

  /// One line about what is under the mouse.
  var hint: String {
    guard let p = state.mouse else { return "F1 shows the keys." }
    switch target(at: p) {
    case .button: return toolbar.buttons.first { $0.box.contains(p) }?.hint ?? ""
    case .pin(let n): return view.pins.pins[n].sentence(n) + ". Click: show it in the scope."
    case .part(let i):
      guard let hit = table.part(at: p) else { return "" }
      let placed = scene.parts[i], control = placed.shape.controls[hit.control]
      let keys = control.keys.map(\.key).joined(separator: ", ")
      return "\(placed.id) (\(placed.part.description.type)): \(control.name)" + (keys.isEmpty ? "" : ", key \(keys)") + ". Ctrl-click holds it."
    case .bootsel: return "BOOTSEL: pulls the flash chip's select line low while pressed."
    case .run: return "RUN: low while pressed; the chip starts anew when it is let go."
    case .console, .consoleBar: return "Keys go to the console. Drag selects, Ctrl-Shift-C copies, Ctrl-Shift-V pastes, the wheel scrolls back."
    case .scope:
      switch scopePane.spot(at: p) {
      case .button(let control): return scopePane.buttons.first { $0.control == control }?.hint ?? ""
      case .name(let pin, let remove): return remove ? "GP\(pin) leaves the scope." : "GP\(pin): click switches between levels and voltage."
      case .signals:
        let t = scopePane.relative(scopePane.time(at: p.x))
        return "\(Format.span(t)) after the trigger. Click sets cursors A and B, the wheel changes the time base."
      case .nothing: return ""
      }
    default: return "F1 shows the keys."
    }
  }
}

extension BoardPicture.Content {
  /// Where a part's control is.
  func value(_ part: Int, _ control: Int) -> Double {
    guard view.controls.indices.contains(part), view.controls[part].indices.contains(control) else { return scene.parts[part].shape.controls[control].initial }
    return view.controls[part][control]
  }
}
