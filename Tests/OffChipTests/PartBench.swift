import Emulation
import Picture
import Testing

@testable import OffChip

/// Parts on a table with a bench supply: no chip. Pins of parts are "id:pin"; `drive` and `level` stand for a chip's pin on such a net.
final class PartBench {
  let circuit = Circuit()
  let clock = PartClock()
  private(set) var parts: [any Part] = []
  private var ids: [String] = [], descriptions: [PartDescription] = []
  private var terminals: [String: Terminal] = [:]
  private(set) var reports: [String] = []
  private(set) var now: UInt64 = 0

  init() {
    for (name, mv) in [("GND", 0), ("3V3", 3300), ("VBUS", 5000)] as [(String, Int32)] { circuit.setRail(circuit.net(name), millivolts: mv, at: instant) }
  }
  var instant: Instant { Instant(nanoseconds: now) }

  /// Puts a part on the table; `wires` are its pins and what they go to.
  @discardableResult
  func add(_ type: String, _ id: String, _ attributes: [String: String] = [:], _ wires: [String: String] = [:], seed: UInt64 = 0, sound: (any SoundSink)? = nil)
    throws -> any Part
  {
    let d = PartDescription(id: id, type: type, attributes: attributes)
    guard let t = PartRegistry.type(named: type) else { throw PartError("no part \(type)") }
    var nets: [String: Net] = [:]
    for (pin, net) in wires {
      #expect(t.shape(of: d).pin(pin) != nil, "\(type) has no pin \(pin)")
      nets[t.node(of: pin)] = circuit.net(net)
    }
    let site = PartSite(d, circuit: circuit, nets: nets, clock: clock, index: parts.count, seed: seed, start: instant, sound: sound) { [unowned self] in
      reports.append($0)
    }
    let part = try t.init(site)
    parts.append(part)
    ids.append(id)
    descriptions.append(d)
    return part
  }
  func net(_ name: String) -> Net { circuit.net(name) }
  func drive(_ name: String, _ drive: Drive) {
    if terminals[name] == nil { terminals[name] = circuit.attach(to: net(name)) }
    circuit.drive(terminals[name]!, drive, at: instant)
  }
  func level(_ name: String) -> Level { circuit.level(of: net(name)) }
  func millivolts(_ name: String) -> Int { Int(circuit.millivolts(of: net(name))) }

  /// Lets time pass, with what the parts have planned.
  func run(_ nanoseconds: UInt64) {
    let end = now + nanoseconds
    while let next = clock.next, next.nanoseconds <= end {
      now = max(now, next.nanoseconds)
      clock.run(until: instant) { part, tag, at in parts[part].fire(tag, at: at) }
    }
    now = end
  }
  func set(_ id: String, _ control: String, _ value: Double) {
    let i = ids.firstIndex(of: id)!, shape = type(of: parts[i]).shape(of: descriptions[i])
    guard let c = shape.controls.firstIndex(where: { $0.name == control }) else { Issue.record("\(id) has no control \(control)"); return }
    parts[i].set(control: c, to: value, at: instant)
  }
  func view(_ id: String) -> PartView { parts[ids.firstIndex(of: id)!].view(at: instant) }
  /// The part as it looks now, with a margin around it.
  func picture(_ id: String, scale: Int = 2, margin: Double = 10) -> Canvas {
    let i = ids.firstIndex(of: id)!, t = type(of: parts[i]), s = t.shape(of: descriptions[i])
    let canvas = Canvas(width: Int(s.width + 2 * margin) + 1, height: Int(s.height + 2 * margin) + 1, scale: scale, background: .white)
    canvas.translate(margin, margin)
    t.draw(descriptions[i], parts[i].view(at: instant), on: canvas)
    return canvas
  }
}

/// How many pixels of a canvas differ from another one's of the same size.
func differences(_ a: Canvas, _ b: Canvas) -> Int { zip(a.pixels, b.pixels).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) } }
