import Board
import Emulation
import Glibc
import Picture

/// The window from opening to closing, on the main thread: events in, frames out, 60 a second at most.
public final class WindowLoop {
  /// The other side: where input and commands go, and how the emulation is woken.
  public struct Ports {
    public var type: ([UInt8]) -> Void
    public var control: (_ part: String, _ control: String, _ value: Double) -> Void
    public var command: (RunCommand) -> Void
    /// Wakes the emulation: a view is wanted.
    public var wake: () -> Void
    /// True once the run is over and the window shall go too.
    public var isOver: () -> Bool
    public init(
      type: @escaping ([UInt8]) -> Void, control: @escaping (String, String, Double) -> Void, command: @escaping (RunCommand) -> Void,
      wake: @escaping () -> Void,
      isOver: @escaping () -> Bool
    ) { self.type = type; self.control = control; self.command = command; self.wake = wake; self.isOver = isOver }
  }
  private let exchange: BoardExchange
  private let ports: Ports
  private let speaker: Speaker?
  private let window: SDLWindow
  private var controller: Controller
  private var content: BoardPicture.Content
  private var picture: BoardPicture
  private static let frame: UInt64 = 16_666_667
  /// What is pressed stays so for 20 ms at least, however late the window comes to it: programs look at a button now and then only.
  private static let leastPress: UInt64 = 20_000_000
  private var settled: UInt64 = 0
  /// For measurements: frames shown, and when the first one was, in nanoseconds after opening began.
  public private(set) var frames = 0
  public private(set) var firstFrame: UInt64 = 0

  /// `scale` nil: 2 on a screen so large that 1 would be tiny.
  public init(
    title: String, scene: BoardScene, scale: Int?, scope: ScopeSettings = ScopeSettings(), showsTasks: Bool = false, exchange: BoardExchange, ports: Ports,
    speaker: Speaker? = nil
  ) throws(WindowError) {
    let began = HostInbox.clock()
    self.exchange = exchange
    self.ports = ports
    self.speaker = scene.hasSound ? speaker : nil
    var state = ViewState()
    if let scale { state.scale = scale }
    // Parts that have keys get the keyboard first; a click on the console gives it to that.
    state.consoleFocused = !scene.takesKeys
    state.scope = scope
    state.showsScope = !scope.channels.isEmpty
    state.showsTasks = showsTasks
    state.isMuted = speaker?.isMuted ?? true
    window = try SDLWindow(title: "Tayberry: \(title)", width: state.width, height: state.height, scale: state.scale)
    if scale == nil, SDLWindow.screen.width >= 2560 {
      state.scale = 2
      window.resize(width: state.width * 2, height: state.height * 2)
    }
    let size = window.size
    (state.width, state.height) = (size.width / state.scale, size.height / state.scale)
    controller = Controller(state)
    content = BoardPicture.Content(view: .dark(title: title), console: ConsoleText(), state: state, scene: scene)
    picture = BoardPicture(content)
    try window.show(picture.canvas, [whole])
    firstFrame = HostInbox.clock() - began
  }
  private var whole: Rect { Rect(0, 0, Double(picture.canvas.width), Double(picture.canvas.height)) }

  /// Until the person closes the window, or the run is over and says so.
  public func run() throws(WindowError) {
    // After the first frame: some hosts take their time to find a loudspeaker.
    if let speaker, let reason = speaker.open(rate: Int(SoundMixer.rate)) { controller.notice(reason) }
    var next = HostInbox.clock(), all = false, open = true
    while open && !ports.isOver() {
      // Events, until the next frame is due.
      while open {
        let now = HostInbox.clock()
        if now < settled {
          if now >= next { break }
          usleep(UInt32((min(settled, next) - now) / 1000 + 1))
          continue
        }
        let left = next > now ? Int32((next - now + 999_999) / 1_000_000) : 0
        guard let event = window.next(milliseconds: left, scale: content.state.scale, needsAll: &all) else {
          if HostInbox.clock() >= next { break }
          continue
        }
        open = handle(event)
      }
      try showFrame(all)
      all = false
      let now = HostInbox.clock()
      next = max(next + Self.frame, now + 2_000_000)
      if next > now + 2 * Self.frame { next = now + Self.frame }
    }
    exchange.close()
  }

  private func showFrame(_ all: Bool) throws(WindowError) {
    let (view, pieces, edges) = exchange.take()
    exchange.ask()
    ports.wake()
    if let view {
      // A board that began anew has another time.
      if view.pins.nanoseconds < content.view.pins.nanoseconds { content.scope.restart() }
      content.view = view
      if controller.state.showsScope {
        content.scope.append(edges, now: view.pins.nanoseconds)
        content.scope.keep(only: controller.state.scope.channels)
        controller.advanceScope(content.scope)
      }
    }
    if !pieces.isEmpty {
      let before = content.console.dropped + content.console.lines.count
      for p in pieces { content.console.write(p.bytes, error: p.error) }
      controller.consoleGrew(by: content.console.dropped + content.console.lines.count - before, limit: content.pane.scrollLimit())
    }
    content.state = controller.state
    let dirty = picture.update(content)
    frames += 1
    try window.show(picture.canvas, all ? [whole] : dirty)
  }

  /// False: the window shall close.
  private func handle(_ event: InputEvent) -> Bool {
    for effect in controller.handle(event, content) {
      switch effect {
      case .type(let bytes): ports.type(bytes)
      case .control(let part, let control, let value):
        ports.control(part, control, value)
        switch event {
        case .pressed, .keyDown: settled = HostInbox.clock() + Self.leastPress
        default: break
        }
      case .command(let command): ports.command(command)
      case .copy(let text): window.clipboard = text
      case .wantPaste: _ = handle(.paste(window.clipboard))
      case .zoom(let scale): zoom(scale)
      case .screenshot: screenshot()
      case .mute(let on): speaker?.isMuted = on
      case .quit: return false
      }
    }
    content.state = controller.state
    return true
  }

  private func zoom(_ scale: Int) {
    guard scale != controller.state.scale else { return }
    let old = controller.state, screen = SDLWindow.screen
    let width = min(old.width * scale, screen.width), height = min(old.height * scale, screen.height)
    window.resize(width: width, height: height)
    controller.setZoom(scale, width: width / scale, height: height / scale)
    controller.notice("Zoom \(scale)×")
  }
  /// F12: the picture as a file in the current folder, under a name that is free.
  private func screenshot() {
    for n in 1..<1000 {
      let path = "tayberry-\(n).png"
      if (try? readFile(path)) != nil { continue }
      do throws(FileError) {
        let file = try OutputFile(path)
        file.write(PNG.encode(picture.canvas))
        try file.finish()
        controller.notice("Saved \(path)")
      } catch { controller.notice("\(error)") }
      return
    }
  }
}
