import OffChip
import Picture

/// Turns what a person does into changes of the view and into effects. Knows nothing of SDL, so that tests can be its person.
public struct Controller {
  public private(set) var state: ViewState
  /// What is being dragged, from its press to its release.
  private enum Drag: Equatable {
    case none, selection(line: Int, column: Int), scrollBar(Double, Int)
    case held(part: String, control: String, rest: Double, latched: Bool)
    /// A control that follows the mouse.
    case following(part: Int, control: Int, touch: PartTouch)
    /// One of the scope's cursors.
    case cursor(Int)
  }
  /// Controls that keys hold, by the key's name, so that letting go of the key lets go of them wherever the keyboard goes then.
  private var keysHeld: [(key: String, part: String, control: String, rest: Double)] = []
  private var drag = Drag.none
  /// A console with a line that begins so is a prompt, which takes several lines in paste mode.
  private static let prompt = ">>> "

  public init(_ state: ViewState) { self.state = state }

  /// `content` is what the person saw.
  public mutating func handle(_ event: InputEvent, _ content: BoardPicture.Content) -> [Effect] {
    let before = watched
    let effects = react(event, content)
    return watched == before ? effects : effects + [.command(.scope(watched.pins, analog: watched.analog))]
  }
  /// What the board has to record for the scope: nothing while it is closed.
  private struct Watched: Equatable { var pins: [Int] = [], analog: Set<Int> = [] }
  private var watched: Watched { state.showsScope ? Watched(pins: state.scope.channels, analog: state.scope.analog) : Watched() }

  private mutating func react(_ event: InputEvent, _ content: BoardPicture.Content) -> [Effect] {
    switch event {
    case .moved(let p): return moved(p, content)
    case .left: state.mouse = nil
    case .pressed(let p, let clicks, let modifiers): return pressed(p, clicks, modifiers, content)
    case .released(let p):
      state.mouse = p
      return release()
    case .secondary(let p):
      if content.target(at: p) == .console { return [.wantPaste] }
      if content.target(at: p) == .scope { state.scope.cursors = [] }
    case .wheel(let p, let steps): if content.target(at: p) == .scope { state.scope.zoom(-steps) } else { scroll(steps * 3, content) }
    case .keyDown(let key, let modifiers, let repeats): return keyDown(key, modifiers, repeats, content)
    case .keyUp(let key): return keyUp(key)
    case .text(let text): return state.consoleFocused ? type(Array(text.utf8)) : []
    case .paste(let text): return paste(text, content)
    case .dropped(let path): return dropped(path)
    case .resized(let w, let h): (state.width, state.height) = (w, h)
    case .focusLost:
      // Nobody will tell of keys and buttons that are let go elsewhere.
      let keys = keysHeld
      keysHeld = []
      return release() + keys.map { .control($0.part, $0.control, $0.rest) }
    case .close: return [.quit]
    }
    return []
  }

  /// Console text came: the view stays where the person scrolled to.
  public mutating func consoleGrew(by lines: Int, limit: Int) {
    if state.consoleScroll > 0 { state.consoleScroll = min(state.consoleScroll + lines, limit) }
  }
  public mutating func notice(_ text: String) { state.notice = text }
  public mutating func setZoom(_ scale: Int, width: Int, height: Int) { (state.scale, state.width, state.height) = (scale, width, height) }

  // MARK: Mouse

  private mutating func moved(_ p: Point, _ content: BoardPicture.Content) -> [Effect] {
    state.mouse = p
    switch drag {
    case .selection(let line, let column):
      let pane = content.pane
      if p.y < pane.area.y { scroll(1, content) } else if p.y > pane.area.bottom { scroll(-1, content) }
      state.selection = ConsoleSelection(from: (line, column), to: pane.place(at: p))
    case .scrollBar(let y, let start):
      let pane = content.pane, limit = pane.scrollLimit()
      state.consoleScroll = min(max(start + Int((y - p.y) / pane.area.height * Double(limit + pane.rows)), 0), limit)
    case .following(let part, let control, let touch): return follow(p, part, control, touch, content)
    case .cursor(let i): state.scope.cursors[i] = content.scopePane.relative(content.scopePane.time(at: p.x))
    case .none, .held: break
    }
    return []
  }

  private mutating func pressed(_ p: Point, _ clicks: Int, _ modifiers: InputEvent.Modifiers, _ content: BoardPicture.Content) -> [Effect] {
    state.mouse = p
    state.notice = ""
    if state.showsHelp {
      state.showsHelp = false
      return []
    }
    let target = content.target(at: p)
    if target != .nothing, case .button = target {} else { state.consoleFocused = target == .console || target == .consoleBar }
    switch target {
    case .button(let action): return act(action, content)
    case .console:
      let place = content.pane.place(at: p)
      if clicks == 2 {
        state.selection = word(at: place, content.console)
      } else if clicks >= 3 {
        state.selection = ConsoleSelection(from: (place.line, 0), to: (place.line, 10_000))
      } else {
        state.selection = nil
        drag = .selection(line: place.line, column: place.column)
      }
    case .consoleBar: drag = .scrollBar(p.y, state.consoleScroll)
    case .pin(let n):
      if state.scope.channel(of: n) != nil, state.showsScope { state.scope.remove(n) } else { state.scope.add(n) }
      if !state.scope.channels.isEmpty { state.showsScope = true }
    case .bootsel: return hold("bootsel", modifiers, pressed: content.view.bootsel, content)
    case .run: return hold("run", modifiers, pressed: content.view.run, content)
    case .part: return touch(p, modifiers, content)
    case .scope: touchScope(p, content)
    case .nothing: break
    }
    return []
  }

  // MARK: The scope

  private mutating func touchScope(_ p: Point, _ content: BoardPicture.Content) {
    let pane = content.scopePane
    switch pane.spot(at: p) {
    case .nothing: break
    case .button(let control): scopeButton(control)
    case .name(let pin, let remove):
      if remove { state.scope.remove(pin) } else { state.scope.analog.formSymmetricDifference([pin]) }
    case .signals:
      let t = pane.relative(pane.time(at: p.x))
      if state.scope.cursors.count < 2 {
        state.scope.cursors.append(t)
        drag = .cursor(state.scope.cursors.count - 1)
      } else {
        // The nearer one comes.
        let i = abs(state.scope.cursors[0] - t) <= abs(state.scope.cursors[1] - t) ? 0 : 1
        state.scope.cursors[i] = t
        drag = .cursor(i)
      }
    }
  }
  private mutating func scopeButton(_ control: ScopePane.Control) {
    switch control {
    case .run: state.scope.mode = state.scope.mode == .auto ? .normal : state.scope.mode == .normal ? .stopped : .auto
    case .single:
      // What is shown now does not count: the next trigger does.
      state.scope.mode = .single
    case .slower: state.scope.zoom(-1)
    case .faster: state.scope.zoom(1)
    case .trigger:
      let all = state.scope.channels
      if let pin = state.scope.triggerPin, let i = all.firstIndex(of: pin) {
        state.scope.triggerPin = i + 1 < all.count ? all[i + 1] : nil
      } else {
        state.scope.triggerPin = all.first
      }
    case .edge: state.scope.edge = ScopeSettings.Edge(rawValue: (state.scope.edge.rawValue + 1) % ScopeSettings.Edge.allCases.count)!
    case .earlier: state.scope.before = max(0, state.scope.before - 0.1)
    case .later: state.scope.before = min(0.9, state.scope.before + 0.1)
    case .clear: for pin in state.scope.channels { state.scope.remove(pin) }; state.scope.cursors = []
    }
  }
  /// A frame's worth of signals came.
  public mutating func advanceScope(_ memory: ScopeMemory) { if state.showsScope { memory.advance(&state.scope) } }

  // MARK: Parts

  private mutating func touch(_ p: Point, _ modifiers: InputEvent.Modifiers, _ content: BoardPicture.Content) -> [Effect] {
    guard let hit = content.table.part(at: p) else { return [] }
    let placed = content.scene.parts[hit.part], control = placed.shape.controls[hit.control], range = control.range
    let now = content.value(hit.part, hit.control)
    func set(_ value: Double) -> [Effect] { [.control(placed.id, control.name, value)] }
    switch hit.touch.gesture {
    case .hold:
      if now == range.upperBound { return set(range.lowerBound) }
      drag = .held(part: placed.id, control: control.name, rest: range.lowerBound, latched: modifiers.contains(.control))
      return set(range.upperBound)
    case .toggle: return set(now == range.upperBound ? range.lowerBound : range.upperBound)
    case .put(let value): return set(value)
    case .push(let value):
      drag = .held(part: placed.id, control: control.name, rest: control.initial, latched: modifiers.contains(.control))
      return set(value)
    case .step(let d): return set(min(max(now + d, range.lowerBound), range.upperBound))
    case .slide, .turn:
      drag = .following(part: hit.part, control: hit.control, touch: hit.touch)
      return follow(p, hit.part, hit.control, hit.touch, content)
    }
  }
  private func follow(_ p: Point, _ part: Int, _ control: Int, _ touch: PartTouch, _ content: BoardPicture.Content) -> [Effect] {
    guard content.scene.parts.indices.contains(part), let q = content.table.place(p, on: part) else { return [] }
    let placed = content.scene.parts[part], c = placed.shape.controls[control]
    guard let value = touch.value(at: q, in: c.range), value != content.value(part, control) else { return [] }
    return [.control(placed.id, c.name, value)]
  }
  /// A key for the parts: every control that names it.
  private mutating func partKey(_ key: InputEvent.Key, _ content: BoardPicture.Content) -> [Effect] {
    guard let name = key.name else { return [] }
    var effects: [Effect] = []
    for (i, placed) in content.scene.parts.enumerated() {
      for (k, control) in placed.shape.controls.enumerated() {
        for action in control.keys where action.key.lowercased() == name.lowercased() {
          let now = content.value(i, k), range = control.range
          switch action.action {
          case .hold:
            keysHeld.append((name, placed.id, control.name, range.lowerBound))
            effects.append(.control(placed.id, control.name, range.upperBound))
          case .toggle: effects.append(.control(placed.id, control.name, now == range.upperBound ? range.lowerBound : range.upperBound))
          case .step(let d): effects.append(.control(placed.id, control.name, min(max(now + d, range.lowerBound), range.upperBound)))
          }
        }
      }
    }
    return effects
  }

  /// A button of the board: down while the mouse is; with Ctrl until the next click.
  private mutating func hold(_ control: String, _ modifiers: InputEvent.Modifiers, pressed: Bool, _ content: BoardPicture.Content) -> [Effect] {
    if pressed { return [.control(content.boardName, control, 0)] }
    drag = .held(part: content.boardName, control: control, rest: 0, latched: modifiers.contains(.control))
    return [.control(content.boardName, control, 1)]
  }
  private mutating func release() -> [Effect] {
    defer { drag = .none }
    if case .held(let part, let control, let rest, latched: false) = drag { return [.control(part, control, rest)] }
    return []
  }

  private func word(at place: (line: Int, column: Int), _ console: ConsoleText) -> ConsoleSelection? {
    let i = place.line - console.dropped
    guard console.lines.indices.contains(i) else { return nil }
    let cells = console.lines[i]
    func isWord(_ k: Int) -> Bool {
      cells.indices.contains(k) && (cells[k].scalar.properties.isAlphabetic || cells[k].scalar == "_" || cells[k].scalar.properties.numericType != nil)
    }
    var from = place.column, to = place.column
    while isWord(from - 1) { from -= 1 }
    while isWord(to) { to += 1 }
    return from < to ? ConsoleSelection(from: (place.line, from), to: (place.line, to)) : nil
  }

  private mutating func scroll(_ lines: Int, _ content: BoardPicture.Content) {
    state.consoleScroll = min(max(state.consoleScroll + lines, 0), content.pane.scrollLimit())
  }

  // MARK: Buttons and keys

  private mutating func act(_ action: Action, _ content: BoardPicture.Content) -> [Effect] {
    switch action {
    case .pause:
      if case .ended = content.view.state { return [.command(.restart(program: nil))] }
      return [.command(content.view.state == .paused ? .resume : .pause)]
    case .step: return [.command(.step(1_000_000))]
    case .reset:
      if case .ended = content.view.state { return [.command(.restart(program: nil))] }
      return [.control(content.boardName, "run", 1), .control(content.boardName, "run", 0)]
    case .slower: return [.command(.speed(.factor(factor(content.view.speed, 0.5))))]
    case .faster: return [.command(.speed(.factor(factor(content.view.speed, 2))))]
    case .fullSpeed: return [.command(.speed(content.view.speed == .max ? .factor(1) : .max))]
    case .scope: state.showsScope.toggle()
    case .tasks: state.showsTasks.toggle()
    case .sound:
      state.isMuted.toggle()
      return [.mute(state.isMuted)]
    case .help: state.showsHelp.toggle()
    case .zoom: return [.zoom(state.scale % 3 + 1)]
    }
    return []
  }
  private func factor(_ speed: BoardView.Speed, _ change: Double) -> Double {
    guard case .factor(let f) = speed else { return 1 }
    return min(max(f * change, 1.0 / 1024), 1024)
  }

  private mutating func keyDown(_ key: InputEvent.Key, _ modifiers: InputEvent.Modifiers, _ repeats: Bool, _ content: BoardPicture.Content) -> [Effect] {
    if state.showsHelp, key == .escape { state.showsHelp = false; return [] }
    switch key {
    case .function(let n):
      let actions: [Int: Action] = [1: .help, 2: .scope, 3: .tasks, 4: .sound, 5: .pause, 6: .step, 7: .reset, 8: .slower, 9: .faster]
      if let action = actions[n] { return act(action, content) }
      if n == 12 { return [.screenshot] }
    case .character(let c) where modifiers.contains(.control):
      if modifiers.contains(.shift) {
        if c == "c" { return copy(content) }
        if c == "v" { return [.wantPaste] }
      }
      if c == "+" || c == "=" { return [.zoom(min(3, state.scale + 1))] }
      if c == "-" { return [.zoom(max(1, state.scale - 1))] }
      if c == "0" { return [.zoom(1)] }
      if c == "]" { return [.quit] }
      // Control characters; Ctrl-C interrupts wherever the keyboard goes.
      if let v = c.asciiValue, v >= 97 && v <= 122, state.consoleFocused || c == "c" { return type([v - 96]) }
    case .character where state.consoleFocused: break  // comes as text
    case .pageUp where modifiers.contains(.shift): scroll(content.pane.rows - 1, content)
    case .pageDown where modifiers.contains(.shift): scroll(1 - content.pane.rows, content)
    case .insert where modifiers.contains(.shift): return [.wantPaste]
    case .escape: state.consoleFocused = false
    default:
      if state.consoleFocused { return consoleBytes(key).map { type($0) } ?? [] }
      // A stopped scope is looked through with the arrows.
      if state.showsScope, state.scope.mode == .stopped, key == .left || key == .right {
        state.scope.offset += key == .left ? -state.scope.division : state.scope.division
        return []
      }
      return repeats ? [] : partKey(key, content)
    }
    return []
  }
  private mutating func keyUp(_ key: InputEvent.Key) -> [Effect] {
    guard let name = key.name else { return [] }
    let released = keysHeld.filter { $0.key == name }
    keysHeld.removeAll { $0.key == name }
    return released.map { .control($0.part, $0.control, $0.rest) }
  }

  /// What terminals send for keys that are no characters.
  private func consoleBytes(_ key: InputEvent.Key) -> [UInt8]? {
    switch key {
    case .enter: [13]
    case .backspace: [127]
    case .tab: [9]
    case .up: Array("\u{1b}[A".utf8)
    case .down: Array("\u{1b}[B".utf8)
    case .right: Array("\u{1b}[C".utf8)
    case .left: Array("\u{1b}[D".utf8)
    case .home: Array("\u{1b}[H".utf8)
    case .end: Array("\u{1b}[F".utf8)
    case .delete: Array("\u{1b}[3~".utf8)
    case .pageUp: Array("\u{1b}[5~".utf8)
    case .pageDown: Array("\u{1b}[6~".utf8)
    default: nil
    }
  }
  /// Typing shows the newest lines again.
  private mutating func type(_ bytes: [UInt8]) -> [Effect] {
    state.consoleScroll = 0
    state.selection = nil
    state.notice = ""
    return [.type(bytes)]
  }

  // MARK: Clipboard and files

  private mutating func copy(_ content: BoardPicture.Content) -> [Effect] {
    guard let text = state.selection?.text(of: content.console), !text.isEmpty else {
      state.notice = "Nothing is selected: drag over the console's text."
      return []
    }
    state.notice = "Copied \(text.utf8.count) bytes."
    return [.copy(text)]
  }

  private mutating func paste(_ text: String, _ content: BoardPicture.Content) -> [Effect] {
    var bytes: [UInt8] = []
    var last: UInt8 = 0
    // A line ends by a carriage return, as typed.
    for b in text.utf8 {
      if b == 10 { if last != 13 { bytes.append(13) } } else if b >= 32 || b == 13 || b == 9 { bytes.append(b) }
      last = b
    }
    guard !bytes.isEmpty else { return [] }
    let atPrompt = content.console.lines.indices.contains(content.console.row) && content.console.text(content.console.row).hasPrefix(Self.prompt)
    // Several lines at the prompt: its paste mode keeps it from indenting what is indented.
    if atPrompt && bytes.dropLast().contains(13) { bytes = [5] + bytes + [4] }
    return type(bytes)
  }

  private mutating func dropped(_ path: String) -> [Effect] {
    if [".py", ".uf2", ".elf"].contains(where: path.lowercased().hasSuffix) {
      state.notice = "Running \(path)"
      return [.command(.restart(program: path))]
    }
    state.notice = "\(path): drop a .py, .uf2 or .elf file."
    return []
  }
}
