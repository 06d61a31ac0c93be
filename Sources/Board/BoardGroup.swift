import Emulation
import OffChip
import RP2040

/// Several boards with wires between their pins, in lock-step.
///
/// The boards go in turns as long as a wire's delay, each in the order of its number, so that what one does in a turn reaches another in a
/// later one: the run is the same every time, however the host is loaded. While all of them sleep, time goes to the next thing that happens.
public final class BoardGroup {
  /// A wire between a pin of one board and a pin of another (numbers from 0).
  public struct Link: Equatable, Sendable {
    public struct End: Equatable, Sendable {
      public let board: Int, pin: UInt32
      public init(board: Int, pin: UInt32) { self.board = board; self.pin = pin }
    }
    public let a: End, b: End
    public init(_ a: End, _ b: End) { self.a = a; self.b = b }
  }

  public let boards: [PicoBoard]
  /// Of every wire, in nanoseconds.
  public let delay: UInt64
  /// Virtual time up to which every board has come.
  public private(set) var now: UInt64 = 0
  /// What became of each board that goes no further.
  public private(set) var ends: [StopReason?]
  private var wires: [LinkEnd] = []

  public init(_ boards: [PicoBoard], links: [Link], delay: UInt64) {
    self.boards = boards
    self.delay = max(delay, 1)
    ends = Array(repeating: nil, count: boards.count)
    for (n, link) in links.enumerated() {
      let a = LinkEnd(boards[link.a.board], pin: link.a.pin, wire: n, delay: self.delay)
      let b = LinkEnd(boards[link.b.board], pin: link.b.pin, wire: n, delay: self.delay)
      (a.other, b.other) = (b, a)
      wires += [a, b]
    }
    for w in wires { w.begin() }
  }

  /// Goes on to `end` nanoseconds, or less: up to the first turn after which a board has ended (`ends`, or its exit status). Answers false when no
  /// board will ever do anything again by itself.
  public func run(until end: UInt64) -> Bool {
    // The time up to which nothing happens on any board.
    var sleepsUntil: UInt64 = 0
    while now < end {
      let target = min(max(now + delay, sleepsUntil), end)
      var quiet: UInt64? = UInt64.max
      var changed = false
      for (n, board) in boards.enumerated() where ends[n] == nil && board.exitStatus == nil {
        switch board.run(upTo: Instant(nanoseconds: target)) {
        case .stopped(let reason): ends[n] = reason; changed = true
        case .idle(let until): quiet = quiet.map { min($0, board.nanoseconds(idleUntil: until)) }
        case .paused, .time:
          if board.exitStatus != nil { changed = true } else { quiet = nil }
        }
      }
      now = target
      if changed { return true }
      // All sleep. What has been put on the wires since a board said until when is in its queue.
      for w in wires { if let time = w.takeNews() { quiet = quiet.map { min($0, time) } } }
      if let quiet {
        if quiet == .max && now == end { return false }
        sleepsUntil = quiet - 1
      }
    }
    return true
  }
}

/// One end of a wire: what the rest of its net does is done at the other end, a delay later.
final class LinkEnd: DriveListener {
  private let board: PicoBoard
  private let net: Net
  private let terminal: Terminal
  private let wire: Int, delay: UInt64
  unowned(unsafe) var other: LinkEnd!
  private var sent = Drive.none
  /// When the first change comes that nobody has asked about.
  private var news: UInt64?

  init(_ board: PicoBoard, pin: UInt32, wire: Int, delay: UInt64) {
    self.board = board
    self.wire = wire
    self.delay = delay
    net = board.chip.circuit.net("GP\(pin)")
    terminal = board.chip.circuit.attach(to: net)
    board.links.append(self)
  }
  func begin() {
    board.chip.circuit.listenToDrives(of: net, self)
    drivesChanged(at: board.now)
  }
  func drivesChanged(at instant: Instant) {
    let drive = board.chip.circuit.drive(of: net, without: terminal)
    guard drive != sent else { return }
    sent = drive
    other.take(drive, at: Instant(nanoseconds: instant.nanoseconds + delay))
  }
  private func take(_ drive: Drive, at instant: Instant) {
    var w = StateWriter()
    w.put(UInt32(board.links.firstIndex { $0 === self }!))
    drive.save(to: &w)
    news = min(news ?? .max, instant.nanoseconds)
    let chip = board.chip
    chip.deliver(HostInput(port: PicoBoard.InputPort.link, bytes: w.bytes, pushed: 0), at: max(chip.cycle(at: instant), chip.frontier))
  }
  func takeNews() -> UInt64? {
    defer { news = nil }
    return news
  }
  /// What came over the wire takes effect.
  func arrive(_ drive: Drive, at instant: Instant) { board.chip.circuit.drive(terminal, drive, at: instant) }
}

/// An instant that no core of a board passes: a turn that would is cut there. Part of what a run is, unlike the ends of its slices.
final class Fence: Peripheral {
  let name = "fence"
  private unowned(unsafe) let chip: RP2040
  private var instant: Instant?

  init(_ chip: RP2040) {
    self.chip = chip
    chip.attach(offBus: self, events: [.board])
  }
  func set(_ instant: Instant?) {
    self.instant = instant
    schedule()
  }
  private func schedule() {
    if let instant { chip.schedule(.board, at: chip.cycle(at: instant)) } else { chip.cancel(.board) }
  }
  func fire(_ source: EventSource, at cycle: Cycle) {
    if let instant, chip.instant(cycle) < instant { schedule() } else { chip.pause() }
  }
  func clockChanged(at cycle: Cycle) { if instant != nil { schedule() } }
  func reset(at cycle: Cycle) { if instant != nil { schedule() } }
  func read(_ offset: UInt32, _ access: Access) -> UInt32 { 0 }
  func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { 0 }
  func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {}
  func save(to out: inout StateWriter) {}
  func restore(from input: inout StateReader) throws(StateError) {}
}
