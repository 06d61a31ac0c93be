import Board
import Emulation
import OffChip
import Picture
import Testing

@testable import Window

/// What a picture shows follows from the state: probes at places that the layout names, and pictures brought up to date equal those drawn anew.
struct BoardPictureTests {
  static func view() -> BoardView { BoardView.dark(title: "test.py") }
  static func pin(_ direction: PinsSnapshot.Pin.Direction, _ function: String = "SIO", high: Bool = false, duty: Double? = nil, pull: String = "")
    -> PinsSnapshot.Pin
  {
    var p = PinsSnapshot.Pin()
    p.direction = direction; p.function = function; p.high = high; p.duty = duty; p.pull = pull
    p.frequency = duty == nil ? nil : 1000
    return p
  }
  static func content(_ view: BoardView, _ state: ViewState = ViewState(), _ text: String = "") -> BoardPicture.Content {
    var console = ConsoleText()
    console.write(text.utf8)
    return BoardPicture.Content(view: view, console: console, state: state)
  }
  /// The pill of a GPIO in the pinout.
  static func pill(_ n: Int, _ l: Layout) -> Rect {
    for (left, pins) in [(true, PicoPins.left), (false, PicoPins.right)] {
      for (row, p) in pins.enumerated() where p == .gpio(n) {
        let box = l.label(left: left, row: row)
        return Rect(left ? box.right - 45 : box.x + 9, box.centre.y - 7, 36, 15)
      }
    }
    Issue.record("GP\(n) has no place")
    return Rect(0, 0, 1, 1)
  }
  static func colour(_ picture: BoardPicture, _ p: Point) -> Colour { picture.canvas.pixel(Int(p.x), Int(p.y)) }

  static let outside = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 26, 27, 28]

  @Test func aPillHasTheColourOfItsPin() {
    let picture = BoardPicture(Self.content(Self.view())), l = Self.content(Self.view()).layout
    for n in Self.outside {
      // The shadow of the board lies under the pills on the right.
      let r = Self.pill(n, l), unused = Self.colour(picture, Point(r.x + 4, r.y + 11)), other = Self.pill(n == 5 ? 6 : 5, l)
      #expect(max(unused.red, unused.green, unused.blue) < 40)
      for (p, hue) in [
        (Self.pin(.output, high: true), Theme.output), (Self.pin(.output), Theme.outputLow), (Self.pin(.input, high: true), Theme.input),
        (Self.pin(.input), Theme.inputLow),
        (Self.pin(.off), unused),
      ] {
        var v = Self.view()
        v.pins.pins[n] = p
        _ = picture.update(Self.content(v))
        // Below the left part of the name, above the border.
        #expect(Self.colour(picture, Point(r.x + 4, r.y + 11)) == hue, "GP\(n) \(p)")
        // And only that one.
        #expect(Self.colour(picture, Point(other.x + 4, other.y + 11)) == Theme.background)
      }
    }
  }
  @Test func theHoleLightsUp() {
    var v = Self.view()
    let l = Self.content(v).layout
    for (left, row, n) in [(true, 0, 0), (true, 19, 15), (false, 19, 16), (false, 6, 28)] {
      let h = PicoDrawing.hole(left: left, row: row), p = Point(l.boardOrigin.x + h.x * l.millimetre, l.boardOrigin.y + h.y * l.millimetre)
      v.pins.pins[n] = Self.pin(.output, high: true)
      #expect(Self.colour(BoardPicture(Self.content(v)), p) == Theme.output)
      v.pins.pins[n] = Self.pin(.output)
      #expect(Self.colour(BoardPicture(Self.content(v)), p) == Theme.outputLow)
    }
  }
  /// A duty of n % fills n % of the pill.
  @Test func theDutyIsTheLengthOfTheBar() {
    let picture = BoardPicture(Self.content(Self.view()))
    for duty in [0.0, 0.1, 0.25, 0.5, 0.75, 1] {
      var v = Self.view()
      v.pins.pins[16] = Self.pin(.output, "PWM0 A", duty: duty)
      _ = picture.update(Self.content(v))
      let r = Self.pill(16, Self.content(v).layout)
      // A row that the border and the letters leave free.
      let lit = (1..<35).count { Self.colour(picture, Point(r.x + Double($0), r.y + 2)) == Theme.output }
      #expect(abs(Double(lit) - 34 * duty) <= 2, "\(duty): \(lit)")
    }
  }
  @Test func theLEDIsAsBrightAsItsDuty() {
    var last = -1
    let l = Self.content(Self.view()).layout, m = PicoDrawing.led.centre
    let p = Point(l.boardOrigin.x + m.x * l.millimetre, l.boardOrigin.y + (m.y + 1.8) * l.millimetre)
    for led in [0, 0.2, 0.5, 1] {
      var v = Self.view()
      v.led = led
      let c = Self.colour(BoardPicture(Self.content(v)), p)
      #expect(Int(c.green) > last)
      last = Int(c.green)
    }
  }
  @Test func pressedButtonsShow() {
    var v = Self.view()
    let l = Self.content(v).layout, box = l.onBoard(PicoDrawing.bootsel)
    let before = Self.colour(BoardPicture(Self.content(v)), box.centre)
    v.bootsel = true
    #expect(Self.colour(BoardPicture(Self.content(v)), box.centre) != before)
    let run = l.label(left: false, row: PicoPins.right.firstIndex(of: .run)!)
    v.run = true
    #expect(Self.colour(BoardPicture(Self.content(v)), Point(run.x + 14, run.centre.y + 5)) == Theme.accent)
  }
  @Test func theConsolesTextStandsInItsPane() {
    let empty = BoardPicture(Self.content(Self.view())), full = BoardPicture(Self.content(Self.view(), ViewState(), "Hello\nWorld\n"))
    let area = Self.content(Self.view()).pane.area
    // The H's left stroke.
    #expect(Self.colour(full, Point(area.x, area.y + 4)) == Theme.text)
    #expect(Self.colour(empty, Point(area.x, area.y + 6)) != Theme.text)
    // W in the second line.
    #expect(Self.colour(full, Point(area.x, area.y + 13 + 4)) == Theme.text)
  }

  /// Small random number generator, so that a failure can be repeated.
  struct Random {
    var state: UInt64
    mutating func below(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % n
    }
  }

  @Test func updatingEqualsDrawingAnew() throws {
    let scene = BoardScene(try Diagram.read(Array(ControllerTests.board.utf8)).diagram)
    var random = Random(state: 1)
    for scale in 1...3 {
      var view = Self.view(), state = ViewState(), console = ConsoleText(), scope = ScopeMemory()
      state.width = 900
      state.height = 560
      state.scale = scale
      let picture = BoardPicture(BoardPicture.Content(view: view, console: console, state: state, scene: scale == 1 ? scene : .bare))
      for round in 0..<24 {
        for _ in 0..<random.below(6) {
          view.pins.pins[random.below(30)] =
            [
              Self.pin(.output, high: true), Self.pin(.output), Self.pin(.input, "UART0 RX", high: true, pull: "+"), Self.pin(.off, ""),
              Self.pin(.output, "PWM2 B", duty: Double(random.below(100)) / 100),
            ][random.below(5)]
        }
        switch random.below(17) {
        case 0: view.led = Double(random.below(10)) / 10
        case 1: view.bootsel.toggle()
        case 2: view.run.toggle()
        case 3: view.pins.nanoseconds += UInt64(random.below(100_000_000))
        case 4: view.state = [.running, .paused, .ended("finished")][random.below(3)]
        case 5: console.write("line \(round) \u{1b}[3\(random.below(8))mcolour\u{1b}[0m ".utf8)
        case 6: console.write(String(repeating: "long \(round) ", count: random.below(40)).utf8 + [10])
        case 7: state.mouse = Point(Double(random.below(900)), Double(random.below(560)))
        case 8: state.consoleScroll = random.below(5)
        case 9: state.selection = ConsoleSelection(from: (random.below(5), random.below(9)), to: (random.below(9), random.below(30)))
        case 10: view.edges = (0..<30).map { _ in UInt32(random.below(2000)) }; view.edgeSpan = 16_000_000
        case 11: view.parts = [PartView(), PartView([Double(random.below(2))]), PartView([Double(random.below(10)) / 10])]
        case 12: state.showsScope.toggle(); state.scope.add(random.below(20))
        case 13:
          view.pins.nanoseconds += 5_000_000
          let t = view.pins.nanoseconds
          scope.append(
            state.scope.channels.map { ScopePiece(pin: $0, edges: [ScopeEdge(time: t - 2_000_000, level: .low), ScopeEdge(time: t, level: .high)]) }, now: t)
          scope.advance(&state.scope)
        case 14: state.showsTasks.toggle()
        case 15:
          view.tasks = (0..<random.below(4)).map { KernelTasks.Task(name: "task \($0)", state: "ready", priority: $0, load: Double(random.below(9)) / 9) }
        default: state.notice = "notice \(round)"
        }
        var content = BoardPicture.Content(view: view, console: console, state: state, scene: scale == 1 ? scene : .bare)
        content.scope = scope
        let dirty = picture.update(content)
        let anew = BoardPicture(content)
        let same = picture.canvas.looksLike(anew.canvas)
        if !same {
          let i = (0..<anew.canvas.pixels.count).first { anew.canvas.pixels[$0] != picture.canvas.pixels[$0] }!
          Issue.record("round \(round), scale \(scale): differs at \(i % anew.canvas.pixelWidth) \(i / anew.canvas.pixelWidth); drawn: \(dirty)")
          return
        }
      }
    }
  }
  /// Nothing changed: nothing is drawn. One pin changed: its label and hole are, no more.
  @Test func onlyWhatChangedIsDrawn() {
    var v = Self.view()
    let picture = BoardPicture(Self.content(v))
    #expect(picture.update(Self.content(v)).isEmpty)
    v.pins.pins[3] = Self.pin(.output, high: true)
    let dirty = picture.update(Self.content(v))
    #expect(dirty.count == 2)
    #expect(dirty.reduce(0) { $0 + $1.width * $1.height } < 9000)
  }
  @Test func theTargetUnderTheMouse() {
    let c = Self.content(Self.view()), l = c.layout
    for n in Self.outside { #expect(c.target(at: Self.pill(n, l).centre) == .pin(n)) }
    #expect(c.target(at: l.onBoard(PicoDrawing.bootsel).centre) == .bootsel)
    #expect(c.target(at: l.console.centre) == .console)
    for b in c.toolbar.buttons { #expect(c.target(at: b.box.centre) == .button(b.action)) }
    // Buttons do not lie upon each other.
    for (i, a) in c.toolbar.buttons.enumerated() { for b in c.toolbar.buttons.dropFirst(i + 1) { #expect(!a.box.intersects(b.box)) } }
  }
}
