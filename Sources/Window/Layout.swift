import Picture

/// What the person looking at the board has chosen: nothing of it influences the run.
public struct ViewState: Sendable, Equatable {
  /// The window's size in logical units, and pixels for each of them (zoom 1×…3×).
  public var width = 1200, height = 760, scale = 1
  /// Where the mouse is.
  public var mouse: Point?
  public var showsHelp = false, showsTasks = false, showsScope = false
  /// Lines that the console is scrolled back by.
  public var consoleScroll = 0
  public var selection: ConsoleSelection?
  /// The console has the keyboard.
  public var consoleFocused = true
  /// A short notice at the bottom: what was dropped, copied, saved.
  public var notice = ""
  public var scope = ScopeSettings()
  public var isMuted = false
  public init() {}
}

/// Where everything lies, in logical units.
struct Layout: Equatable {
  let toolbar: Rect, pinout: Rect, scene: Rect, console: Rect, tasks: Rect, scope: Rect, status: Rect
  /// Logical units for a millimetre of the Pico in the pinout, whole so that its lettering is sharp; and its upper left corner.
  let millimetre: Double, boardOrigin: Point

  static let toolbarHeight = 34.0, statusHeight = 18.0, labelWidth = 152.0, scopeHeight = 214.0
  /// Below this the pinout does not fit.
  static let smallest = (width: 900, height: 560)

  init(_ v: ViewState, hasScene: Bool) {
    let w = Double(max(v.width, Self.smallest.width)), h = Double(max(v.height, Self.smallest.height))
    toolbar = Rect(0, 0, w, Self.toolbarHeight)
    status = Rect(0, h - Self.statusHeight, w, Self.statusHeight)
    let scopeHeight = v.showsScope ? min(Self.scopeHeight, (h * 0.28).rounded()) : 0, scopeTop = h - Self.statusHeight - scopeHeight
    scope = Rect(0, scopeTop, w, scopeHeight)
    let body = Rect(0, toolbar.bottom, w, scopeTop - toolbar.bottom)
    // 51 mm of board, its connector, and the legend.
    let mm = max(6, min(12, ((body.height - 38) / (PicoDrawing.height + PicoDrawing.overhang)).rounded(.down)))
    millimetre = mm
    let pinoutWidth = PicoDrawing.width * mm + 2 * Self.labelWidth + 16
    pinout = Rect(0, body.y, pinoutWidth, body.height)
    let boardHeight = (PicoDrawing.height + PicoDrawing.overhang) * mm
    boardOrigin = Point(8 + Self.labelWidth, (body.y + (body.height - 22 - boardHeight) / 2 + PicoDrawing.overhang * mm).rounded())
    let right = Rect(pinoutWidth, body.y, w - pinoutWidth, body.height)
    let tasksHeight = v.showsTasks ? 130.0 : 0
    let sceneHeight = hasScene ? ((right.height - tasksHeight) * 0.62).rounded() : 0
    scene = Rect(right.x, right.y, right.width, sceneHeight)
    tasks = Rect(right.x, right.bottom - tasksHeight, right.width, tasksHeight)
    console = Rect(right.x, scene.bottom, right.width, right.height - sceneHeight - tasksHeight)
  }

  // MARK: The pinout's rows

  func rowCentre(_ row: Int) -> Double { (boardOrigin.y + (PicoDrawing.firstPin + Double(row) * PicoDrawing.pitch) * millimetre).rounded() }
  func label(left: Bool, row: Int) -> Rect {
    let y = rowCentre(row), height = (PicoDrawing.pitch * millimetre / 2).rounded(.down)
    return left
      ? Rect(boardOrigin.x - Self.labelWidth, y - height, Self.labelWidth, 2 * height)
      : Rect(boardOrigin.x + PicoDrawing.width * millimetre, y - height, Self.labelWidth, 2 * height)
  }
  /// A rectangle of the board, given in millimetres, out to whole units.
  func onBoard(_ r: Rect) -> Rect {
    let l = (boardOrigin.x + r.x * millimetre).rounded(.down), t = (boardOrigin.y + r.y * millimetre).rounded(.down)
    return Rect(l, t, (boardOrigin.x + r.right * millimetre).rounded(.up) - l, (boardOrigin.y + r.bottom * millimetre).rounded(.up) - t)
  }
  func inMillimetres(_ p: Point) -> Point { (p - boardOrigin) * (1 / millimetre) }
}
