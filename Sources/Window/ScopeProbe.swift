import Emulation

/// A change of a signal.
public struct ScopeEdge: Sendable, Equatable {
  /// Virtual nanoseconds since power-on.
  public var time: UInt64
  public var level: Level
  /// Against ground; only measured on channels that show voltages.
  public var millivolts: Int16
  public init(time: UInt64, level: Level, millivolts: Int16 = 0) { self.time = time; self.level = level; self.millivolts = millivolts }
}

/// What happened on a channel since the piece before.
public struct ScopePiece: Sendable, Equatable {
  public var pin: Int
  public var edges: [ScopeEdge]
  /// More happened than could be kept: nothing is known before this time.
  public var lostBefore: UInt64?
  public init(pin: Int, edges: [ScopeEdge], lostBefore: UInt64? = nil) { self.pin = pin; self.edges = edges; self.lostBefore = lostBefore }
}

/// The scope's end on the emulation thread: a ring of edges for each channel. Without channels nothing listens and nothing is slower.
public final class ScopeProbe: NetListener {
  /// Edges of one channel between two pieces. Sixty pieces a second make a million edges.
  public static let room = 1 << 14

  private struct Channel {
    let pin: Int, net: Net, analog: Bool
    var ring: [ScopeEdge] = []
    /// Where the oldest one is, once the ring is full.
    var first = 0
    var hasLost = false
  }
  private let circuit: Circuit
  private let nets: (UInt32) -> Net
  private var channels: [Channel] = []

  public init(_ circuit: Circuit, nets: @escaping (UInt32) -> Net) { self.circuit = circuit; self.nets = nets }

  /// From now on these pins, and no others.
  public func watch(_ pins: [Int], analog: Set<Int>, at instant: Instant) {
    let old = channels
    guard pins != old.map(\.pin) || analog.intersection(pins) != Set(old.filter(\.analog).map(\.pin)) else { return }
    circuit.unlisten(self)
    channels = []
    for pin in pins where pin >= 0 && pin < 30 {
      let net = nets(UInt32(pin))
      var channel = old.first { $0.pin == pin && $0.analog == analog.contains(pin) } ?? Channel(pin: pin, net: net, analog: analog.contains(pin))
      circuit.listen(to: net, self, tag: UInt32(channels.count))
      // A new channel begins with what is there.
      if channel.ring.isEmpty { channel.ring.append(edge(channel, circuit.level(of: net), instant)) }
      channels.append(channel)
    }
  }
  public var isIdle: Bool { channels.isEmpty }

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let i = Int(tag)
    guard i < channels.count else { return }
    append(i, edge(channels[i], level, instant))
  }
  private func edge(_ c: Channel, _ level: Level, _ instant: Instant) -> ScopeEdge {
    ScopeEdge(time: instant.nanoseconds, level: level, millivolts: c.analog ? Int16(clamping: circuit.millivolts(of: c.net)) : 0)
  }
  private func append(_ i: Int, _ e: ScopeEdge) {
    if channels[i].ring.count < Self.room {
      channels[i].ring.append(e)
    } else {
      channels[i].ring[channels[i].first] = e
      channels[i].first = (channels[i].first + 1) % Self.room
      channels[i].hasLost = true
    }
  }

  /// Voltages between edges: called between runs of the cores, about every millisecond of virtual time.
  public func sample(at instant: Instant) {
    for i in channels.indices where channels[i].analog { append(i, edge(channels[i], circuit.level(of: channels[i].net), instant)) }
  }
  /// What has come since the last time.
  public func take() -> [ScopePiece] {
    var pieces: [ScopePiece] = []
    for i in channels.indices where !channels[i].ring.isEmpty {
      let c = channels[i], edges = c.first == 0 ? c.ring : Array(c.ring[c.first...] + c.ring[..<c.first])
      pieces.append(ScopePiece(pin: c.pin, edges: edges, lostBefore: c.hasLost ? edges[0].time : nil))
      channels[i].ring.removeAll(keepingCapacity: true)
      channels[i].first = 0
      channels[i].hasLost = false
    }
    return pieces
  }
}
