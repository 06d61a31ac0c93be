import Emulation
import Picture

/// A clock with a battery (DS1307, Maxim): BCD registers, 56 bytes of RAM and a square wave, on I2C at 0x68. `initTime` is where it begins:
/// "2024-05-01T12:30:00" or "0", a clock that stands. "now" is the first second of 2024, so that a run can be repeated.
public final class DS1307: Part, I2CBytes {
  public static let names = ["wokwi-ds1307"]
  public static let attributes = [PartAttribute("initTime")]
  private static let mm = 96 / 25.4
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = [("GND", 15.0), ("5V", 25), ("SDA", 34.5), ("SCL", 44), ("SQW", 54)].map { PartPin($0.0, 9.5, $0.1) }
    return PartShape(width: 25.8 * mm, height: 22.212 * mm, pins: pins)
  }

  private let site: PartSite
  private var bus: I2CPlace!
  private let square: Terminal
  /// Seconds since 2000-01-01 at `anchor`; while CH is set the clock stands.
  private var seconds: Int64, anchor: UInt64
  private var halted = false, twelve = false
  /// Added to the day of the week, which is the program's own (1…7).
  private var dayShift = 0
  private var control: UInt8 = 0x03
  private var memory = [UInt8](repeating: 0, count: 56)
  private var pointer: UInt8?
  private var latched = [UInt8](repeating: 0, count: 7)
  private var edges: UInt64 = 0, edgesAt: UInt64 = 0

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    anchor = site.start.nanoseconds
    seconds = 0
    square = site.circuit.attach(to: site.net("SQW"))
    let text = site.description["initTime"] ?? "now"
    if text == "0" {
      halted = true
    } else {
      guard let time = text == "now" ? Calendar.seconds(2024, 1, 1, 0, 0, 0) : Calendar.parse(text) else {
        throw PartError(attribute: "initTime", "\"\(text)\" is no date like 2024-05-01T12:30:00")
      }
      seconds = time
    }
    bus = I2CPlace(site, address: 0x68, part: self)
    updateSquare(at: site.start)
  }
  private func now(_ instant: Instant) -> Int64 { halted ? seconds : seconds + Int64((instant.nanoseconds - min(anchor, instant.nanoseconds)) / 1_000_000_000) }

  // MARK: The bus

  func addressed(toRead: Bool, at instant: Instant) {
    // The clock's registers are copied at each START, so that a read is of one moment.
    latched = clock(at: instant)
    if !toRead { pointer = nil }
  }
  func write(_ byte: UInt8, at instant: Instant) -> Bool {
    guard let at = pointer else { pointer = byte & 0x3f; return true }
    pointer = (at + 1) & 0x3f
    switch at {
    case 0...6: setClock(Int(at), byte, at: instant)
    case 7:
      control = byte & 0x93
      updateSquare(at: instant)
    default: memory[Int(at) - 8] = byte
    }
    return true
  }
  func read(at instant: Instant) -> UInt8 {
    let at = pointer ?? 0
    pointer = (at + 1) & 0x3f
    return at < 7 ? latched[Int(at)] : at == 7 ? control : memory[Int(at) - 8]
  }

  private func bcd(_ n: Int) -> UInt8 { UInt8((n / 10) << 4 | n % 10) }
  private func number(_ b: UInt8) -> Int { Int(b >> 4) * 10 + Int(b & 15) }
  private func clock(at instant: Instant) -> [UInt8] {
    let t = now(instant), (year, month, day) = Calendar.date(t), ofDay = Int(t - (t / 86_400) * 86_400), hour = ofDay / 3600
    let hours = twelve ? 0x40 | (hour >= 12 ? 0x20 : 0) | bcd(hour % 12 == 0 ? 12 : hour % 12) : bcd(hour)
    // 2000-01-01 was a Saturday; Sunday is 1 unless the program has said otherwise.
    let weekday = (Int(t / 86_400) + 6 + dayShift) % 7 + 1
    return [bcd(ofDay % 60) | (halted ? 0x80 : 0), bcd(ofDay / 60 % 60), hours, UInt8(weekday), bcd(day), bcd(month), bcd(year % 100)]
  }
  private func setClock(_ register: Int, _ byte: UInt8, at instant: Instant) {
    let before = clock(at: instant)
    let t = now(instant)
    var (year, month, day) = Calendar.date(t)
    var ofDay = Int(t - (t / 86_400) * 86_400)
    switch register {
    case 0: ofDay = ofDay / 60 * 60 + min(number(byte & 0x7f), 59)
    case 1: ofDay = ofDay / 3600 * 3600 + min(number(byte & 0x7f), 59) * 60 + ofDay % 60
    case 2:
      twelve = byte & 0x40 != 0
      let hour = twelve ? number(byte & 0x1f) % 12 + (byte & 0x20 != 0 ? 12 : 0) : min(number(byte & 0x3f), 23)
      ofDay = hour * 3600 + ofDay % 3600
    case 3:
      dayShift = (dayShift + Int(byte & 7) - Int(before[3]) + 14) % 7
      return
    case 4: day = min(max(number(byte & 0x3f), 1), 31)
    case 5: month = min(max(number(byte & 0x1f), 1), 12)
    default: year = 2000 + min(number(byte), 99)
    }
    if register == 0 { halted = byte & 0x80 != 0 }
    seconds = (Calendar.seconds(year, month, day, 0, 0, 0) ?? 0) + Int64(ofDay)
    // Writing the seconds starts the second anew; other writes leave its fraction.
    let fraction = (instant.nanoseconds - min(anchor, instant.nanoseconds)) % 1_000_000_000
    anchor = instant.nanoseconds - (register == 0 ? 0 : fraction)
    let weekday = Int(clock(at: instant)[3])
    if register >= 4 { dayShift = (dayShift + Int(before[3]) - weekday + 14) % 7 }
    updateSquare(at: instant)
  }

  // MARK: The square wave: open drain

  private static let hertz: [UInt64] = [1, 4096, 8192, 32_768]
  private func updateSquare(at instant: Instant) {
    site.cancel(0)
    guard control & 0x10 != 0, !halted, site.isWired("SQW") else {
      site.circuit.drive(square, control & 0x80 != 0 && control & 0x10 == 0 ? .none : .strong(false), at: instant)
      return
    }
    (edges, edgesAt) = (0, instant.nanoseconds)
    fire(0, at: instant)
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    site.circuit.drive(square, edges & 1 == 0 ? .strong(false) : .none, at: instant)
    edges += 1
    site.schedule(0, at: Instant(nanoseconds: edgesAt + edges * 500_000_000 / Self.hertz[Int(control & 3)]))
  }

  public static func readings(of d: PartDescription) -> [String] { ["seconds"] }
  /// 0: seconds of the day. Text: date and time.
  public func view(at instant: Instant) -> PartView {
    let t = now(instant), (year, month, day) = Calendar.date(t), s = Int(t - (t / 86_400) * 86_400)
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return PartView([Double(s)], text: "\(year)-\(two(month))-\(two(day)) \(two(s / 3600)):\(two(s / 60 % 60)):\(two(s % 60))")
  }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds.inset(0.5), radius: 3, Colour(0x1a4a8a))
    canvas.circle(Point(66, 44), 26, Colour(0xd0d4d8))
    canvas.stroke(circle: Point(66, 44), 22, width: 1, Colour(0xa8acb0))
    canvas.text("3V", Point(66, 38), Colour(0x808488), horizontal: .centre)
    canvas.fill(Rect(24, 23, 20, 14), radius: 1, Colour(0x1a1a1a))
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 3.2, Colour(0xd4b45c))
      canvas.circle(Point(p.x, p.y), 1.5, Colour(0x202020))
      canvas.text(p.name, Point(p.x + 6, p.y), .white.opacity(0.8), tiny: true, vertical: .middle)
    }
    canvas.text("DS1307", Point(26, 7), .white.opacity(0.9), tiny: true)
    if !view.text.isEmpty { canvas.text(view.text.split(separator: " ").last.map(String.init) ?? "", Point(66, 74), .white, tiny: true, horizontal: .centre) }
  }
}

/// Dates of the Gregorian calendar as seconds since 2000-01-01.
enum Calendar {
  /// Days since 2000-01-01; March is the first month of its year, so that the leap day comes last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year, m = (month + 9) % 12
    return y * 365 + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1 - 730_425
  }
  static func seconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int) -> Int64? {
    guard (2000...2099).contains(year), (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour), (0...59).contains(minute),
      (0...59).contains(second)
    else { return nil }
    return Int64(days(year, month, day)) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }
  static func date(_ seconds: Int64) -> (year: Int, month: Int, day: Int) {
    let n = Int(seconds / 86_400)
    var year = 2000 + n / 366
    while days(year + 1, 1, 1) <= n { year += 1 }
    var month = 1
    while month < 12, days(year, month + 1, 1) <= n { month += 1 }
    return (year, month, n - days(year, month, 1) + 1)
  }
  /// "2024-05-01", "2024-05-01T12:30:00", with or without a "Z" or fractions.
  static func parse(_ text: String) -> Int64? {
    let numbers = text.prefix { $0 != "." && $0 != "Z" }.split { "-T: ".contains($0) }.map { Int($0) }
    guard numbers.count >= 3, !numbers.contains(nil) else { return nil }
    let n = numbers.map { $0! } + [0, 0, 0]
    return seconds(n[0], n[1], n[2], n[3], n[4], n[5])
  }
}
