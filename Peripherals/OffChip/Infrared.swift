import Emulation
import Picture

/// The infrared light in the room, as a net that remotes drive and receivers listen to: high while a 38 kHz carrier is sent.
enum Infrared {
  static func light(_ circuit: Circuit) -> Net { circuit.net("$infrared") }
}

/// A remote control of 20 keys, each a control: NEC frames to address 0, repeated every 108 ms while a key is held.
public final class IRRemote: Part {
  public static let names = ["wokwi-ir-remote"]
  public static let attributes = [PartAttribute("key")]
  /// Name, what is written on it, its command; row by row of three, nil: no key there.
  private static let keys: [(name: String, label: String, command: UInt8)?] = [
    ("power", "PWR", 162), nil, ("menu", "MENU", 226), ("test", "TEST", 34), ("plus", "+", 2), ("back", "BACK", 194), ("prev", "<<", 224),
    ("play", "PLAY", 168), ("next", ">>", 144), ("0", "0", 104), ("minus", "-", 152), ("c", "C", 176), ("1", "1", 48), ("2", "2", 24),
    ("3", "3", 122), ("4", "4", 16), ("5", "5", 56), ("6", "6", 90), ("7", "7", 66), ("8", "8", 74), ("9", "9", 82),
  ]
  private static let present: [(name: String, label: String, command: UInt8, place: Point)] = keys.enumerated().compactMap { i, k in
    k.map { ($0.name, $0.label, $0.command, Point(31 + 44.5 * Double(i % 3), 42 + 37 * Double(i / 3))) }
  }
  public static func shape(of d: PartDescription) -> PartShape {
    PartShape(
      width: 151, height: 316, pins: [],
      controls: present.map { PartControl($0.name, touches: [PartTouch(Rect($0.place.x - 16, $0.place.y - 15, 32, 30), .hold)]) })
  }

  /// The NEC protocol's times in nanoseconds.
  private static let unit: UInt64 = 562_500, frame: UInt64 = 108_000_000
  private let site: PartSite
  private let lamp: Terminal
  private var held: Int?, shown = 0
  /// Times of light and dark that are still to come, light first.
  private var plan: [UInt64] = [], step = 0, began: UInt64 = 0

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    lamp = site.circuit.attach(to: Infrared.light(site.circuit))
  }
  public func set(control: Int, to value: Double, at instant: Instant) {
    guard value >= 0.5 else { if held == control { held = nil }; return }
    held = control
    shown = control
    // A frame under way goes to its end.
    if plan.isEmpty { send(Self.message(Self.present[control].command), at: instant) }
  }
  /// 9 ms light, 4.5 ms dark, 32 bits, lowest first (address, its complement, command, its complement), and a last light.
  static func message(_ command: UInt8) -> [UInt64] {
    var times = [16 * unit, 8 * unit]
    for byte in [0, 255, command, ~command] { for i in 0..<8 { times += [unit, byte >> UInt8(i) & 1 == 0 ? unit : 3 * unit] } }
    return times + [unit]
  }
  private func send(_ times: [UInt64], at instant: Instant) {
    plan = times
    step = 0
    began = instant.nanoseconds
    site.circuit.drive(lamp, .strong(true), at: instant)
    site.schedule(0, at: Instant(nanoseconds: began + times[0]))
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    if tag == 1 {
      plan = []
      guard let held else { return }
      // The same key still: the short frame that says so. Another one: its own.
      send(held == shown ? [16 * Self.unit, 4 * Self.unit, Self.unit] : Self.message(Self.present[held].command), at: instant)
      shown = held
      return
    }
    step += 1
    let light = step % 2 == 0 && step < plan.count
    site.circuit.drive(lamp, light ? .strong(true) : .none, at: instant)
    if step < plan.count {
      site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + plan[step]))
    } else {
      site.schedule(1, at: Instant(nanoseconds: began + Self.frame))
    }
  }
  public static func readings(of d: PartDescription) -> [String] { ["sending", "key"] }
  /// 1: the number of the key in the controls' order, from 1; 0: none.
  public func view(at instant: Instant) -> PartView { PartView([plan.isEmpty ? 0 : 1, Double(held.map { $0 + 1 } ?? 0)]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds, radius: 12, Colour(0x2a2c30))
    canvas.circle(Point(75.5, 12), 5, view[0] > 0 ? Colour(0xff6adf) : Colour(0x553355))
    if view[0] > 0 { canvas.glow(Point(75.5, 12), 10, Colour(0xff8ae0).opacity(0.7)) }
    for (i, k) in present.enumerated() {
      let pressed = Int(view[1]) == i + 1
      canvas.circle(k.place, 14, pressed ? Colour(0x6a727c) : k.name == "power" ? Colour(0xd02030) : Colour(0x0c0d0f))
      canvas.stroke(circle: k.place, 14, width: 1, Colour(0x80868e))
      canvas.text(k.label, k.place, .white, tiny: true, horizontal: .centre, vertical: .middle)
    }
  }
}

/// An infrared receiver for 38 kHz (VS1838): DAT is low while it sees the carrier.
public final class IRReceiver: Part, NetListener {
  public static let names = ["wokwi-ir-receiver"]
  public static func shape(of d: PartDescription) -> PartShape {
    PartShape(width: 61.1, height: 88.7, pins: [("GND", 20.977), ("VCC", 30.578), ("DAT", 40.18)].map { PartPin($0.0, $0.1, 87.75) })
  }
  private let site: PartSite
  private let output: Terminal
  private var sees = false
  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    output = site.circuit.attach(to: site.net("DAT"))
    site.circuit.drive(output, .strong(true), at: site.start)
    site.circuit.listen(to: Infrared.light(site.circuit), self)
  }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    sees = level == .high
    site.circuit.drive(output, .strong(!sees), at: instant)
  }
  public static func readings(of d: PartDescription) -> [String] { ["light"] }
  public func view(at instant: Instant) -> PartView { PartView([sees ? 1 : 0]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 60), width: 2.4, Colour(0xd4b45c), cap: .butt) }
    canvas.fill(Rect(4, 14, 53, 54), radius: 3, Colour(0x1d1d20))
    canvas.fill(Rect(16, 0, 29, 34), radius: 5, Colour(0x2e2a2c))
    canvas.circle(Point(30.5, 16), 10, Colour(0x463c40))
    canvas.circle(Point(50, 44), 2.5, view[0] > 0 ? Colour(0xff4040) : Colour(0x502020))
    for p in s.pins { canvas.text(String(p.name.prefix(1)), Point(p.x, 56), .white.opacity(0.8), tiny: true, horizontal: .centre) }
    canvas.text("IR", Point(12, 40), .white.opacity(0.8), tiny: true)
  }
}
