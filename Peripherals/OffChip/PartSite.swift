import Emulation

/// A part's place on a board: its nets, its times, its sound. Made by the board, kept by the part.
public final class PartSite {
  public let description: PartDescription
  public let circuit: Circuit
  /// The board's power comes at this instant: elements are connected at it.
  public let start: Instant
  private let nets: [String: Net]
  private let clock: PartClock
  private let index: Int
  private var seed: UInt64
  /// Where its sound goes; nil while nobody listens.
  public let sound: (any SoundSink)?
  /// Told what a person should know: a supply that is too high, a protocol error. Once per text.
  public let report: (String) -> Void

  public init(
    _ description: PartDescription, circuit: Circuit, nets: [String: Net], clock: PartClock, index: Int, seed: UInt64 = 0,
    start: Instant = Instant(nanoseconds: 0),
    sound: (any SoundSink)? = nil, report: @escaping (String) -> Void = { _ in }
  ) {
    self.description = description; self.circuit = circuit; self.nets = nets; self.clock = clock; self.index = index; self.start = start
    self.sound = sound; self.report = report
    // Each part its own sequence, from the board's seed and its name.
    self.seed = description.id.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } | 1
  }

  /// The net of a node (`Part.node`): its own if nothing is wired to it.
  public func net(_ node: String) -> Net { nets[node] ?? circuit.net("\(description.id):\(node)") }
  /// True if a wire leads somewhere from there.
  public func isWired(_ node: String) -> Bool { nets[node] != nil }

  /// Calls `fire(tag)` of the part at `instant`, or at the next cycle if that has passed; replaces what this tag was scheduled for.
  public func schedule(_ tag: UInt32, at instant: Instant) { clock.schedule(PartClock.Entry(instant: instant, part: index, tag: tag)) }
  public func cancel(_ tag: UInt32) { clock.cancel(part: index, tag: tag) }

  /// A number below `limit` of the part's own sequence.
  public func random(below limit: UInt64) -> UInt64 {
    seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17
    return (seed &* 0x2545_f491_4f6c_dd1d >> 11) % max(limit, 1)
  }

  // MARK: Attributes that must make sense

  /// A number in a range, or the preset when the attribute is absent.
  public func number(_ name: String, default preset: Double, in range: ClosedRange<Double>) throws(PartError) -> Double {
    guard let text = description[name] else { return preset }
    guard let n = PartDescription.number(text) else { throw PartError(attribute: name, "\"\(text)\" is no number") }
    guard range.contains(n) else { throw PartError(attribute: name, "\(text) is not between \(range.lowerBound) and \(range.upperBound)") }
    return n
  }
}

/// The times that parts wait for, in one queue: the board gives it one slot of the chip's event queue.
public final class PartClock {
  public struct Entry: Equatable, Sendable { let instant: Instant, part: Int, tag: UInt32 }
  /// Sorted: by instant, then in the order of the parts in the board file, then by tag. It is short.
  private var entries: [Entry] = []
  /// Told when the earliest time has become another one; nil: none is left.
  public var onChange: ((Instant?) -> Void)?
  public init() {}

  public var next: Instant? { entries.first?.instant }
  func schedule(_ e: Entry) {
    let before = entries.first
    entries.removeAll { $0.part == e.part && $0.tag == e.tag }
    let place = entries.firstIndex { e.instant < $0.instant || e.instant == $0.instant && (e.part, e.tag) < ($0.part, $0.tag) } ?? entries.count
    entries.insert(e, at: place)
    if entries.first != before { onChange?(next) }
  }
  func cancel(part: Int, tag: UInt32) {
    let before = entries.first
    entries.removeAll { $0.part == part && $0.tag == tag }
    if entries.first != before { onChange?(next) }
  }
  /// Fires everything due at `instant`, also what becomes due meanwhile, and then says what is next.
  public func run(until instant: Instant, _ fire: (_ part: Int, _ tag: UInt32, _ at: Instant) -> Void) {
    let told = onChange
    onChange = nil
    var rounds = 0
    while let first = entries.first, first.instant <= instant, rounds < 10_000 {
      entries.removeFirst()
      fire(first.part, first.tag, instant)
      rounds += 1
    }
    onChange = told
    told?(next)
  }
}

/// Takes the sound of parts: each a line of amplitudes over virtual time.
public protocol SoundSink: AnyObject {
  /// A source of its own for a part.
  func addSource(name: String) -> Int
  /// From `instant` on the source's membrane is at `amplitude` (-1...1).
  func set(_ source: Int, amplitude: Double, at instant: Instant)
}
