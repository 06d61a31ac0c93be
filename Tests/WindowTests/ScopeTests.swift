import Emulation
import Picture
import Testing

@testable import Window

struct ScopeTests {
  /// A square wave of `period` nanoseconds, high for `high` of them, on pin `pin`.
  private func wave(_ pin: Int, period: UInt64, high: UInt64, count: Int, from start: UInt64 = 0) -> ScopePiece {
    var edges: [ScopeEdge] = [ScopeEdge(time: start, level: .low)]
    for i in 0..<count {
      let t = start + 1000 + UInt64(i) * period
      edges += [ScopeEdge(time: t, level: .high), ScopeEdge(time: t + high, level: .low)]
    }
    return ScopePiece(pin: pin, edges: edges)
  }
  private func settings(_ pins: [Int], division: Double = 1_000_000) -> ScopeSettings {
    var s = ScopeSettings()
    for p in pins { s.add(p) }
    s.division = division
    return s
  }

  @Test func measuresFrequencyAndDuty() {
    var m = ScopeMemory()
    m.append([wave(3, period: 10_000, high: 2_500, count: 1000)], now: 10_000_000)
    let r = m.measure(3, from: 0, to: 10_000_000)
    #expect(r != nil && abs(r!.frequency - 100_000) < 1e-6)
    #expect(r != nil && abs(r!.duty - 0.25) < 1e-9)
    #expect(m.measure(3, from: 0, to: 1500) == nil)
    #expect(m.measure(4, from: 0, to: 1500) == nil)
  }
  @Test func levelsAtATime() {
    var m = ScopeMemory()
    m.append([wave(3, period: 10_000, high: 2_500, count: 3)], now: 40_000)
    #expect(m.level(3, at: 500) == .low)
    #expect(m.level(3, at: 1000) == .high)
    #expect(m.level(3, at: 3499) == .high)
    #expect(m.level(3, at: 3500) == .low)
    #expect(m.level(3, at: 41_000) == nil)
  }
  @Test func triggers() {
    var m = ScopeMemory()
    m.append([wave(3, period: 10_000_000, high: 4_000_000, count: 20)], now: 200_000_000)
    var s = settings([3])
    // 10 ms are shown, 8 of them after the trigger: the last rising edge before 192 ms is the one at 190.001 ms.
    m.advance(&s)
    #expect(s.isTriggered && s.shown == 190_001_000)
    #expect(s.start == 188_001_000)
    s.edge = .falling
    m.advance(&s)
    #expect(s.shown == 184_001_000)
    s.edge = .either
    m.advance(&s)
    #expect(s.shown == 190_001_000)
    s.edge = .low
    m.advance(&s)
    #expect(s.shown == 190_001_000)
    s.edge = .high
    m.advance(&s)
    #expect(s.shown == 192_000_000)
    s.edge = .rising
    s.before = 0.8
    m.advance(&s)
    #expect(s.shown == 190_001_000 && s.start == 182_001_000)
  }
  @Test func modes() {
    var m = ScopeMemory()
    m.append([ScopePiece(pin: 3, edges: [ScopeEdge(time: 0, level: .low)])], now: 50_000_000)
    var s = settings([3])
    // Without a trigger: auto rolls, normal waits.
    m.advance(&s)
    #expect(!s.isTriggered && s.shown == 50_000_000)
    s.mode = .normal
    s.shown = nil
    m.advance(&s)
    #expect(s.shown == nil)
    m.append([ScopePiece(pin: 3, edges: [ScopeEdge(time: 55_000_000, level: .high)])], now: 60_000_000)
    m.advance(&s)
    #expect(s.shown == nil, "its later part is not there yet")
    m.append([], now: 70_000_000)
    m.advance(&s)
    #expect(s.isTriggered && s.shown == 55_000_000)
    // Much later it still shows the same one.
    m.append([], now: 900_000_000)
    m.advance(&s)
    #expect(s.shown == 55_000_000)
    // Single takes the next one and stops.
    s.mode = .single
    m.append([ScopePiece(pin: 3, edges: [ScopeEdge(time: 910_000_000, level: .low), ScopeEdge(time: 920_000_000, level: .high)])], now: 950_000_000)
    m.advance(&s)
    #expect(s.mode == .stopped && s.shown == 920_000_000)
    m.append([ScopePiece(pin: 3, edges: [ScopeEdge(time: 960_000_000, level: .low), ScopeEdge(time: 970_000_000, level: .high)])], now: 990_000_000)
    m.advance(&s)
    #expect(s.shown == 920_000_000)
  }
  @Test func memoryIsBounded() {
    var m = ScopeMemory()
    for i in 0..<100 { m.append([wave(3, period: 1000, high: 500, count: 5000, from: UInt64(i) * 10_000_000)], now: UInt64(i + 1) * 10_000_000) }
    #expect(m.channels[3]!.edges.count <= ScopeMemory.limit + ScopeMemory.limit / 4)
    #expect(m.channels[3]!.known == m.channels[3]!.edges[0].time)
    // Lost edges are not drawn as if nothing had happened.
    m.append([ScopePiece(pin: 3, edges: [ScopeEdge(time: 2_000_000_000, level: .high)], lostBefore: 2_000_000_000)], now: 2_100_000_000)
    #expect(m.level(3, at: 1_500_000_000) == nil)
    m.keep(only: [4])
    #expect(m.channels.isEmpty)
  }

  /// The probe hears the circuit while it has channels, and nobody listens otherwise.
  @Test func probe() {
    let circuit = Circuit(), net = circuit.net("A"), driver = circuit.attach(to: net)
    let probe = ScopeProbe(circuit) { _ in net }
    func drive(_ high: Bool, _ t: UInt64) { circuit.drive(driver, .strong(high), at: Instant(nanoseconds: t)) }
    drive(true, 5)
    #expect(!circuit.observed(net))
    #expect(probe.take().isEmpty)
    probe.watch([7], analog: [], at: Instant(nanoseconds: 10))
    #expect(circuit.observed(net))
    drive(false, 20)
    drive(true, 30)
    #expect(
      probe.take() == [ScopePiece(pin: 7, edges: [ScopeEdge(time: 10, level: .high), ScopeEdge(time: 20, level: .low), ScopeEdge(time: 30, level: .high)])])
    for t in 0..<UInt64(ScopeProbe.room + 10) { drive(t % 2 == 0, 100 + t) }
    let piece = probe.take()[0]
    #expect(piece.edges.count == ScopeProbe.room)
    #expect(piece.lostBefore == piece.edges[0].time)
    #expect(zip(piece.edges, piece.edges.dropFirst()).allSatisfy { $0.time < $1.time })
    probe.watch([7], analog: [7], at: Instant(nanoseconds: 200_000))
    circuit.drive(driver, .analog(millivolts: 1234), at: Instant(nanoseconds: 200_100))
    probe.sample(at: Instant(nanoseconds: 200_200))
    #expect(probe.take()[0].edges.last?.millivolts == 1234)
    probe.watch([], analog: [], at: Instant(nanoseconds: 300_000))
    #expect(!circuit.observed(net))
  }

  /// Ink where the signal is high, and none where it is low.
  @Test func theTraceIsDrawnWhereItIs() {
    var state = ViewState()
    state.showsScope = true
    state.scope = settings([3])
    var content = BoardPictureTests.content(BoardPictureTests.view(), state)
    // High from 2 to 6 ms, of 10 that are shown.
    content.scope.append(
      [ScopePiece(pin: 3, edges: [ScopeEdge(time: 0, level: .low), ScopeEdge(time: 2_000_000, level: .high), ScopeEdge(time: 6_000_000, level: .low)])],
      now: 10_000_000)
    content.scope.advance(&content.state.scope)
    #expect(content.state.scope.isTriggered && content.state.scope.start == 0)
    let picture = BoardPicture(content), pane = content.scopePane, area = pane.area
    let top = Int((area.y + 6).rounded()), bottom = Int((area.y + area.height.rounded(.down) - 8).rounded())
    for (time, high) in [(1e6, false), (1.9e6, false), (2.1e6, true), (4e6, true), (5.9e6, true), (6.1e6, false), (9e6, false)] {
      let x = Int(pane.x(of: time)), yellow = Theme.channels[0]
      #expect((picture.canvas.pixel(x, top) == yellow) == high, "\(time)")
      #expect((picture.canvas.pixel(x, bottom) == yellow.darker(0.25)) == !high, "\(time)")
    }
    // Cursors: where they are put, and what lies between them.
    content.state.scope.cursors = [0, 4_000_000]
    _ = picture.update(content)
    for t in [2e6, 6e6] { #expect(picture.canvas.pixel(Int(pane.x(of: t).rounded()), Int(area.y) + 40) == Theme.text) }
    #expect(picture.canvas.looksLike(BoardPicture(content).canvas))
  }
  @Test func theMouseSetsCursorsAndTheWheelTheTimeBase() throws {
    var state = ViewState()
    state.showsScope = true
    state.scope = settings([3, 4])
    state.scope.shown = 5_000_000
    state.scope.isTriggered = true
    var controller = Controller(state), content = BoardPictureTests.content(BoardPictureTests.view(), state)
    func act(_ e: InputEvent) -> [Effect] {
      let effects = controller.handle(e, content)
      content.state = controller.state
      return effects
    }
    let pane = content.scopePane
    func at(_ t: Double) -> Point { Point(pane.x(of: t), pane.area.centre.y) }
    for e in [InputEvent.pressed(at(6e6), clicks: 1, []), .released(at(6e6)), .pressed(at(8e6), clicks: 1, []), .moved(at(9e6)), .released(at(9e6))] {
      _ = act(e)
    }
    let c = controller.state.scope.cursors
    #expect(c.count == 2 && abs(c[0] - 1e6) < 1e4 && abs(c[1] - 4e6) < 1e4, "\(c)")
    _ = act(.wheel(pane.area.centre, 1))
    #expect(controller.state.scope.division == 500_000)
    // The channel's name: voltage, then away.
    #expect(act(.pressed(Point(30, pane.area.y + 5), clicks: 1, [])) == [.command(.scope([3, 4], analog: [3]))])
    #expect(act(.pressed(Point(95, pane.area.y + 5), clicks: 1, [])) == [.command(.scope([4], analog: []))])
    // A pin's label adds it; a closed scope records nothing.
    #expect(act(.pressed(BoardPictureTests.pill(9, content.layout).centre, clicks: 1, [])) == [.command(.scope([4, 9], analog: []))])
    #expect(act(.keyDown(.function(2), [], repeats: false)) == [.command(.scope([], analog: []))])
    #expect(act(.keyDown(.function(2), [], repeats: false)) == [.command(.scope([4, 9], analog: []))])
  }
}
