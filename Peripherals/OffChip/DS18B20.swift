import Emulation
import Picture

/// A thermometer on one wire (DS18B20, Maxim): reset and presence, its 64-bit number (`familyCode` and `deviceID`, hexadecimal), search, and
/// conversions of 94 to 750 ms. Several may share the wire.
public final class DS18B20: Part, NetListener {
  public static let names = ["wokwi-ds18b20", "board-ds18b20"]
  public static let attributes = [PartAttribute("temperature", .number(-55...125)), PartAttribute("deviceID"), PartAttribute("familyCode")]
  private static let mm = 96 / 25.4
  private static func slider(_ d: PartDescription) -> Slider {
    Slider("temperature", -55...125, d.number("temperature", default: 22), at: Rect(-7, -14, 47, 16), unit: " C", decimals: 1)
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("GND", 1.46), ("DQ", 4), ("VCC", 6.54)].map { PartPin($0.0, $0.1 * mm, 13 * mm) }
    return PartShape(width: 8.564 * mm, height: 13.388 * mm, pins: pins, controls: [slider(d).control])
  }

  private let site: PartSite
  private let wire: Net, data: Terminal
  private var temperature: Double
  /// The ROM's eight bytes: family, number, check.
  private let rom: [UInt8]
  /// The scratchpad but for its check byte; at power-on it holds 85 °C.
  private var scratchpad: [UInt8] = [0x50, 0x05, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10]
  private var eeprom: [UInt8] = [0x4b, 0x46, 0x7f]
  private var convertsUntil: UInt64 = 0

  /// `waking`: after a reset, until its presence has been said; another one's presence is no slot.
  private enum State { case idle, waking, command, match, search, function, writing, sending, status }
  private var state = State.idle
  private var bits: [Bool] = [], place = 0, phase = 0, into: UInt8 = 0
  private var fell: UInt64?
  private enum Tag: UInt32 { case presence, release, sample }

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    temperature = try site.number("temperature", default: 22, in: -55...125)
    let family = site.description["familyCode"] ?? "28", id = site.description["deviceID"] ?? "010203040506"
    guard let code = UInt8(family, radix: 16) else { throw PartError(attribute: "familyCode", "\"\(family)\" is no hexadecimal byte") }
    guard id.count <= 12, let number = UInt64(id, radix: 16) else { throw PartError(attribute: "deviceID", "\"\(id)\" is no number of 12 hexadecimal digits") }
    let seven = [code] + (0..<6).map { UInt8(truncatingIfNeeded: number >> (40 - 8 * UInt64($0))) }
    rom = seven + [Self.check(seven)]
    wire = site.net("DQ")
    data = site.circuit.attach(to: wire)
    site.circuit.drive(site.circuit.attach(to: wire), .weak(true), at: site.start)
    site.circuit.listen(to: wire, self)
  }
  public func set(control: Int, to value: Double, at instant: Instant) { temperature = value }
  /// CRC-8 with polynomial x⁸ + x⁵ + x⁴ + 1, lowest bit first.
  static func check(_ bytes: [UInt8]) -> UInt8 {
    bytes.reduce(0) { crc, byte in (0..<8).reduce(crc ^ byte) { c, _ in c & 1 != 0 ? c >> 1 ^ 0x8c : c >> 1 } }
  }
  private static func bits(_ bytes: [UInt8]) -> [Bool] { bytes.flatMap { b in (0..<8).map { b >> UInt8($0) & 1 != 0 } } }

  // MARK: The wire

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let t = instant.nanoseconds
    if site.circuit.isHigh(net) {
      if let since = fell, t - since >= 480_000 {
        // A reset: presence after 15 to 60 µs, for 60 to 240 µs.
        (state, place, phase) = (.waking, 0, 0)
        site.cancel(Tag.sample.rawValue)
        site.schedule(Tag.presence.rawValue, at: Instant(nanoseconds: t + 30_000))
      }
      fell = nil
      return
    }
    // Its own low is no slot.
    guard fell == nil, site.circuit.drive(of: data) == .none else { return }
    fell = t
    guard state != .idle, state != .waking else { return }
    if sends {
      if !answer(at: instant) {
        site.circuit.drive(data, .strong(false), at: instant)
        site.schedule(Tag.release.rawValue, at: Instant(nanoseconds: t + 30_000))
      }
    } else {
      site.schedule(Tag.sample.rawValue, at: Instant(nanoseconds: t + 30_000))
    }
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    switch Tag(rawValue: tag) {
    case .presence:
      site.circuit.drive(data, .strong(false), at: instant)
      site.schedule(Tag.release.rawValue, at: Instant(nanoseconds: instant.nanoseconds + 120_000))
    case .release:
      site.circuit.drive(data, .none, at: instant)
      if state == .waking { state = .command }
    case .sample: take(site.circuit.isHigh(wire), at: instant)
    case nil: break
    }
  }
  /// The next slot is one in which it talks.
  private var sends: Bool { state == .sending || state == .status || state == .search && phase < 2 }
  /// The bit for a read slot.
  private func answer(at instant: Instant) -> Bool {
    switch state {
    case .sending:
      defer { place += 1 }
      return place < bits.count ? bits[place] : true
    case .status: return instant.nanoseconds >= convertsUntil
    default:
      // Search: the bit, then its complement.
      phase += 1
      return bits[place] == (phase == 1)
    }
  }
  /// A bit from the host.
  private func take(_ bit: Bool, at instant: Instant) {
    switch state {
    case .match:
      if bit != bits[place] { state = .idle; return }
      place += 1
      if place == 64 { (state, place) = (.function, 0) }
    case .search:
      if bit != bits[place] { state = .idle; return }
      place += 1
      phase = 0
      if place == 64 { (state, place) = (.function, 0) }
    case .command, .function, .writing:
      into = into >> 1 | (bit ? 0x80 : 0)
      place += 1
      guard place & 7 == 0 else { return }
      if state == .writing { write(into); return }
      place = 0
      if state == .command { romCommand(into) } else { function(into, at: instant) }
    default: break
    }
  }

  // MARK: Commands (data sheet, figures 11 and 12)

  private func romCommand(_ c: UInt8) {
    bits = Self.bits(rom)
    switch c {
    case 0x33: state = .sending
    case 0x55: state = .match
    case 0xf0: (state, phase) = (.search, 0)
    case 0xec: (state, phase) = (isAlarmed ? .search : .idle, 0)
    case 0xcc: state = .function
    default: state = .idle
    }
  }
  private var isAlarmed: Bool {
    let t = Int(Int16(bitPattern: UInt16(scratchpad[0]) | UInt16(scratchpad[1]) << 8) >> 4)
    return t >= Int(Int8(bitPattern: scratchpad[2])) || t <= Int(Int8(bitPattern: scratchpad[3]))
  }
  private func function(_ c: UInt8, at instant: Instant) {
    switch c {
    case 0x44:
      let unused = 3 - Int(scratchpad[4] >> 5 & 3), raw = (Int16((temperature * 16).rounded()) >> unused) << unused
      scratchpad[0] = UInt8(truncatingIfNeeded: raw)
      scratchpad[1] = UInt8(truncatingIfNeeded: raw >> 8)
      convertsUntil = instant.nanoseconds + 750_000_000 >> UInt64(unused)
      state = .status
    case 0xbe:
      bits = Self.bits(scratchpad + [Self.check(scratchpad)])
      (state, place) = (.sending, 0)
    case 0x4e: (state, place) = (.writing, 0)
    case 0x48:
      eeprom = Array(scratchpad[2...4])
      convertsUntil = instant.nanoseconds + 10_000_000
      state = .status
    case 0xb8:
      scratchpad.replaceSubrange(2...4, with: eeprom)
      convertsUntil = 0
      state = .status
    case 0xb4: (state, bits, place) = (.sending, [true], 0)
    default: state = .idle
    }
  }
  private func write(_ byte: UInt8) {
    let i = place / 8 + 1
    if i <= 4 { scratchpad[i] = i == 4 ? byte & 0x60 | 0x1f : byte }
    if i >= 4 { state = .idle }
  }

  public static func readings(of d: PartDescription) -> [String] { ["temperature"] }
  public func view(at instant: Instant) -> PartView { PartView([temperature]) }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    for p in s.pins { canvas.line(Point(p.x, p.y), Point(p.x, 22), width: 2, Colour(0xb8b8b8), cap: .butt) }
    var body = Path()
    body.move(Point(2, 24))
    body.line(Point(2, 13))
    body.arc(Point(s.width / 2, 14), radius: s.width / 2 - 2, from: 180, to: 360)
    body.line(Point(s.width - 2, 24))
    body.close()
    canvas.fill(body, Colour(0x1c1c1c))
    canvas.text("18B20", Point(s.width / 2, 14), Colour(0xb8b8b8), tiny: true, horizontal: .centre, vertical: .middle)
    slider(d).draw(view.values.isEmpty ? slider(d).initial : view[0], on: canvas)
  }
}
