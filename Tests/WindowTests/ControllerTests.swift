import Board
import OffChip
import Picture
import Testing

@testable import Window

/// What a person does, without SDL: the effects that leave the window, and what the view becomes.
struct ControllerTests {
  static let board = """
    {"version": 1, "parts": [
      {"type": "wokwi-pi-pico", "id": "pico", "top": 0, "left": 0},
      {"type": "wokwi-pushbutton", "id": "btn", "top": 20, "left": 150, "rotate": 90, "attrs": {"key": "b"}},
      {"type": "wokwi-led", "id": "lamp", "top": 120, "left": 160}
    ], "connections": [["pico:GP16", "lamp:A", "green", ["h20"]], ["btn:1.l", "pico:GP15", "", []]]}
    """
  var controller = Controller(ViewState())
  var content: BoardPicture.Content

  init() throws {
    let scene = BoardScene(try Diagram.read(Array(Self.board.utf8)).diagram)
    content = BoardPicture.Content(view: .dark(title: "t"), console: ConsoleText(), state: ViewState(), scene: scene)
  }
  mutating func act(_ event: InputEvent) -> [Effect] {
    let effects = controller.handle(event, content)
    content.state = controller.state
    for case .control(let part, let name, let value) in effects {
      let i = content.scene.parts.firstIndex { $0.id == part }!, c = content.scene.parts[i].shape.controls.firstIndex { $0.name == name }!
      while content.view.controls.count <= i { content.view.controls.append(content.scene.parts[content.view.controls.count].shape.controls.map(\.initial)) }
      content.view.controls[i][c] = value
    }
    return effects
  }
  /// The middle of the button's cap in the window.
  var cap: Point {
    let p = content.scene.parts[1]
    return content.table.transform.apply(p.transform.apply(p.shape.controls[0].touches[0].area.centre))
  }

  @Test mutating func theMousePressesAButton() {
    #expect(content.target(at: cap) == .part(1))
    #expect(act(.pressed(cap, clicks: 1, [])) == [.control("btn", "pressed", 1)])
    #expect(act(.moved(Point(5, 500))) == [])
    #expect(act(.released(Point(5, 500))) == [.control("btn", "pressed", 0)])
    // Beside it nothing happens.
    #expect(act(.pressed(Point(cap.x + 120, cap.y - 60), clicks: 1, [])) == [])
  }
  @Test mutating func controlHoldsIt() {
    #expect(act(.pressed(cap, clicks: 1, .control)) == [.control("btn", "pressed", 1)])
    #expect(act(.released(cap)) == [])
    #expect(act(.pressed(cap, clicks: 1, [])) == [.control("btn", "pressed", 0)])
    #expect(act(.released(cap)) == [])
  }
  @Test mutating func keysGoWhereTheKeyboardIs() {
    _ = act(.pressed(content.layout.console.centre, clicks: 1, []))
    #expect(act(.keyDown(.character("b"), [], repeats: false)) == [])
    #expect(act(.text("b")) == [.type([98])])
    #expect(act(.keyDown(.enter, [], repeats: false)) == [.type([13])])
    #expect(act(.keyDown(.up, [], repeats: false)) == [.type([27, 91, 65])])
    #expect(act(.keyDown(.character("c"), .control, repeats: false)) == [.type([3])])
    _ = act(.keyDown(.escape, [], repeats: false))
    #expect(act(.text("b")) == [])
    #expect(act(.keyDown(.character("b"), [], repeats: false)) == [.control("btn", "pressed", 1)])
    #expect(act(.keyDown(.character("b"), [], repeats: true)) == [])
    #expect(act(.keyUp(.character("b"))) == [.control("btn", "pressed", 0)])
    // A key that was held when the window lost the keyboard is let go.
    #expect(act(.keyDown(.character("b"), [], repeats: false)) == [.control("btn", "pressed", 1)])
    #expect(act(.focusLost) == [.control("btn", "pressed", 0)])
    #expect(act(.keyUp(.character("b"))) == [])
  }
  @Test mutating func theBoardsOwnButtons() {
    let l = content.layout, bootsel = l.onBoard(PicoDrawing.bootsel).centre
    #expect(act(.pressed(bootsel, clicks: 1, [])) == [.control("pico", "bootsel", 1)])
    #expect(act(.released(bootsel)) == [.control("pico", "bootsel", 0)])
    let run = l.label(left: false, row: PicoPins.right.firstIndex(of: .run)!)
    #expect(act(.pressed(Point(run.x + 30, run.centre.y), clicks: 1, [])) == [.control("pico", "run", 1)])
  }
  @Test mutating func buttonsOfTheBar() {
    func press(_ action: Action) -> InputEvent { .pressed(content.toolbar.buttons.first { $0.action == action }!.box.centre, clicks: 1, []) }
    #expect(act(press(.pause)) == [.command(.pause)])
    content.view.state = .paused
    #expect(act(press(.pause)) == [.command(.resume)])
    #expect(act(press(.step)) == [.command(.step(1_000_000))])
    #expect(act(press(.faster)) == [.command(.speed(.factor(2)))])
    #expect(act(press(.slower)) == [.command(.speed(.factor(0.5)))])
    #expect(act(press(.fullSpeed)) == [.command(.speed(.max))])
    #expect(act(press(.reset)) == [.control("pico", "run", 1), .control("pico", "run", 0)])
    content.view.state = .ended("finished")
    #expect(act(press(.reset)) == [.command(.restart(program: nil))])
    #expect(act(press(.zoom)) == [.zoom(2)])
    #expect(act(press(.help)) == [] && controller.state.showsHelp)
    #expect(act(.keyDown(.escape, [], repeats: false)) == [] && !controller.state.showsHelp)
  }
  @Test mutating func consoleSelectionAndClipboard() {
    content.console.write("hello big world\nsecond line\n".utf8)
    let pane = content.pane, x = pane.area.x, y = pane.area.y
    _ = act(.pressed(Point(x + 6 * 6, y + 4), clicks: 1, []))
    _ = act(.moved(Point(x + 6 * 6, y + 17)))
    _ = act(.released(Point(x + 6 * 6, y + 17)))
    #expect(act(.keyDown(.character("c"), [.control, .shift], repeats: false)) == [.copy("big world\nsecond")])
    _ = act(.pressed(Point(x + 6 * 7, y + 4), clicks: 2, []))
    #expect(act(.keyDown(.character("c"), [.control, .shift], repeats: false)) == [.copy("big")])
    #expect(act(.keyDown(.character("v"), [.control, .shift], repeats: false)) == [.wantPaste])
    #expect(act(.paste("a\nb")) == [.type([97, 13, 98])])
    #expect(act(.paste("a\r\nb\u{1b}")) == [.type([97, 13, 98])])
    content.console.write(">>> ".utf8)
    #expect(act(.paste("if x:\n  y\n")) == [.type([5] + Array("if x:\r  y\r".utf8) + [4])])
    #expect(act(.paste("one")) == [.type(Array("one".utf8))])
  }
  @Test mutating func scrollingBack() {
    for i in 0..<300 { content.console.write("\(i)\n".utf8) }
    let middle = content.layout.console.centre
    _ = act(.wheel(middle, 2))
    #expect(controller.state.consoleScroll == 6)
    // New lines do not move what is being read.
    controller.consoleGrew(by: 5, limit: 1000)
    #expect(controller.state.consoleScroll == 11)
    _ = act(.wheel(middle, -100))
    #expect(controller.state.consoleScroll == 0)
    _ = act(.wheel(middle, 1000))
    #expect(controller.state.consoleScroll == content.pane.scrollLimit())
    #expect(content.pane.visible().first?.line == 0)
    _ = act(.pressed(middle, clicks: 1, []))
    _ = act(.text("x"))
    #expect(controller.state.consoleScroll == 0)
  }
  @Test mutating func droppedFiles() {
    #expect(act(.dropped("/tmp/a.py")) == [.command(.restart(program: "/tmp/a.py"))])
    #expect(act(.dropped("/tmp/A.UF2")) == [.command(.restart(program: "/tmp/A.UF2"))])
    #expect(act(.dropped("/tmp/a.txt")) == [])
    #expect(controller.state.notice.contains(".uf2"))
    #expect(act(.close) == [.quit])
  }
  /// The lamp's light and the wire are where the board file puts them.
  @Test func theSceneShowsItsParts() {
    var c = content
    c.view.parts = [PartView(), PartView([0]), PartView([0])]
    let picture = BoardPicture(c), lamp = c.scene.parts[2], t = c.table.transform
    let head = t.apply(lamp.transform.apply(Point(20, 20)))
    let dark = picture.canvas.pixel(Int(head.x), Int(head.y))
    c.view.parts = [PartView(), PartView([0]), PartView([1])]
    let dirty = picture.update(c)
    #expect(dirty.count == 1)
    let lit = picture.canvas.pixel(Int(head.x), Int(head.y))
    #expect(Int(lit.red) > Int(dark.red) + 40, "\(dark) \(lit)")
    #expect(picture.canvas.looksLike(BoardPicture(c).canvas))
    // The wire's middle piece: 20 pixels right of the pin.
    let pin = c.scene.parts[0].part.position(of: "GP16", c.scene.parts[0].shape)!
    let on = t.apply(Point(pin.x + 10, pin.y))
    #expect(picture.canvas.pixel(Int(on.x), Int(on.y)) == Colour(css: "green"))
  }
}
