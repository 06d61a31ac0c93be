import Emulation
import Picture

/// A display of 128 × 64 white points with an SSD1306 (Solomon Systech, rev. 1.1), on I2C; the eight-pin module also on SPI, when DC and CS
/// are wired. Modules mount the glass so that segments remapped (0xA1) and lines from the other end (0xC8) give an upright picture.
public final class SSD1306: Part, I2CBytes, SPIWords, NetListener {
  public static let names = ["board-ssd1306", "wokwi-ssd1306"]
  public static let attributes = [PartAttribute("i2cAddress")]
  static let columns = 128, rows = 64
  private static func isLarge(_ d: PartDescription) -> Bool { d.type == "wokwi-ssd1306" }
  private static let mm = 96 / 25.4
  private static func glass(_ d: PartDescription) -> Rect {
    isLarge(d) ? Rect(11.4, 26, 128, 64) : Rect(1.46 * mm, 5.27 * mm, 24.8 * mm, 12.4 * mm)
  }
  public static func shape(of d: PartDescription) -> PartShape {
    if isLarge(d) {
      let x: [(String, Double)] = [
        ("DATA", 36.5), ("CLK", 45.5), ("DC", 54.5), ("RST", 64.5), ("CS", 74.5), ("3V3", 83.5), ("VIN", 93.5), ("GND", 103.5),
      ]
      return PartShape(width: 150, height: 116, pins: x.map { PartPin($0.0, $0.1, 12.5) })
    }
    let x: [(String, Double)] = [("GND", 10.1), ("VCC", 12.6), ("SCL", 15.1), ("SDA", 17.7)]
    return PartShape(width: 27.7 * mm, height: 22.6 * mm, pins: x.map { PartPin($0.0, $0.1 * mm, 1.71 * mm) })
  }

  private let site: PartSite
  private var bus: I2CPlace?, spi: SPIPins?
  private let dataNet: Net, resetNet: Net?
  /// GDDRAM: a byte is eight points of a column, the lowest bit on top.
  private var memory: [UInt8]
  private var version: UInt64 = 1
  private var shown: PartPicture?

  // Registers, as after reset.
  private var isOn = false, isInverse = false, isAllOn = false
  private var contrast: UInt8 = 0x7f, mode: UInt8 = 2
  private var startLine = 0, offset = 0, lines = 64
  private var mirrorsColumns = false, fromOtherEnd = false
  private var columnStart = 0, columnEnd = 127, pageStart = 0, pageEnd = 7
  private var column = 0, page = 0
  /// A command that waits for its arguments.
  private var command: [UInt8] = []
  private var scroll: Scroll?
  private struct Scroll { var left: Bool, from: Int, to: Int, frames: UInt64, vertical: Int }
  private var scrollTop = 0, scrollRows = 64
  /// What the last control byte of an I2C transfer said: its byte is one more control byte's (continuation), and data or commands follow.
  private enum Expect { case control, one(data: Bool), rest(data: Bool) }
  private var expect = Expect.control

  public init(_ site: PartSite) throws(PartError) {
    self.site = site
    // What RAM holds at power-on is anyone's guess.
    memory = []
    for _ in 0..<1024 { memory.append(UInt8(truncatingIfNeeded: site.random(below: 256))) }
    let large = Self.isLarge(site.description)
    dataNet = site.net("DC")
    resetNet = large && site.isWired("RST") ? site.net("RST") : nil
    let address = try site.address(["i2cAddress", "i2c-address"], default: 0x3c)
    if large && site.isWired("DC") && site.isWired("CS") {
      spi = SPIPins(site.circuit, clock: site.net("CLK"), toDevice: site.net("DATA"), fromDevice: nil, select: site.net("CS"), part: self)
    } else {
      bus = I2CPlace(site, clock: large ? "CLK" : "SCL", data: large ? "DATA" : "SDA", address: address, part: self)
    }
    if let resetNet { site.circuit.listen(to: resetNet, self) }
  }
  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) { if level == .low { reset() } }
  private func reset() {
    (isOn, isInverse, isAllOn, contrast, mode) = (false, false, false, 0x7f, 2)
    (startLine, offset, lines, mirrorsColumns, fromOtherEnd) = (0, 0, 64, false, false)
    (columnStart, columnEnd, pageStart, pageEnd, column, page) = (0, 127, 0, 7, 0, 0)
    (scrollTop, scrollRows) = (0, 64)
    command = []
    stopScroll()
    version += 1
  }

  // MARK: Buses

  func addressed(toRead: Bool, at instant: Instant) { expect = .control }
  func write(_ byte: UInt8, at instant: Instant) -> Bool {
    switch expect {
    case .control: expect = byte & 0x80 != 0 ? .one(data: byte & 0x40 != 0) : .rest(data: byte & 0x40 != 0)
    case .one(let data):
      take(byte, data: data, at: instant)
      expect = .control
    case .rest(let data): take(byte, data: data, at: instant)
    }
    return true
  }
  /// The status register: bit 6 is 1 while the display is off.
  func read(at instant: Instant) -> UInt8 { isOn ? 0x03 : 0x43 }

  public func send(at instant: Instant) -> UInt32? { nil }
  public func receive(_ word: UInt32, at instant: Instant) { take(UInt8(truncatingIfNeeded: word), data: site.circuit.isHigh(dataNet), at: instant) }
  public func selected(_ on: Bool, at instant: Instant) {}

  private func take(_ byte: UInt8, data: Bool, at instant: Instant) {
    if data { store(byte) } else { obey(byte, at: instant) }
    version += 1
  }
  private func store(_ byte: UInt8) {
    memory[page * 128 + (mirrorsColumns ? 127 - column : column)] = byte
    switch mode {
    case 0:
      column += 1
      if column > columnEnd || column > 127 { column = columnStart; page = page >= pageEnd ? pageStart : page + 1 }
    case 1:
      page += 1
      if page > pageEnd || page > 7 { page = pageStart; column = column >= columnEnd ? columnStart : column + 1 }
    default: column = (column + 1) & 127
    }
    page &= 7
    column &= 127
  }

  // MARK: Commands (data sheet table 9)

  private static func arguments(_ c: UInt8) -> Int {
    switch c {
    case 0x20, 0x23, 0x81, 0x8d, 0xa8, 0xd3, 0xd5, 0xd6, 0xd9, 0xda, 0xdb: 1
    case 0x21, 0x22, 0xa3: 2
    case 0x26, 0x27: 6
    case 0x29, 0x2a: 5
    default: 0
    }
  }
  private func obey(_ byte: UInt8, at instant: Instant) {
    command.append(byte)
    guard command.count > Self.arguments(command[0]) else { return }
    let c = command
    command = []
    func argument(_ i: Int, _ mask: UInt8) -> Int { Int(c[i] & mask) }
    switch c[0] {
    case 0x00...0x0f: column = column & 0x70 | Int(c[0] & 15)
    case 0x10...0x17: column = column & 0x0f | Int(c[0] & 7) << 4
    case 0x20: mode = c[1] & 3
    case 0x21: (columnStart, columnEnd) = (argument(1, 127), argument(2, 127)); column = columnStart
    case 0x22: (pageStart, pageEnd) = (argument(1, 7), argument(2, 7)); page = pageStart
    case 0x26, 0x27, 0x29, 0x2a: setScroll(c)
    case 0x2e: stopScroll()
    case 0x2f: startScroll(at: instant)
    case 0x40...0x7f: startLine = Int(c[0] & 63)
    case 0x81: contrast = c[1]
    case 0xa0, 0xa1: mirrorsColumns = c[0] == 0xa1
    case 0xa3: (scrollTop, scrollRows) = (argument(1, 63), argument(2, 127))
    case 0xa4, 0xa5: isAllOn = c[0] == 0xa5
    case 0xa6, 0xa7: isInverse = c[0] == 0xa7
    case 0xa8: if c[1] & 63 >= 15 { lines = argument(1, 63) + 1 }
    case 0xae, 0xaf: isOn = c[0] == 0xaf
    case 0xb0...0xb7: page = Int(c[0] & 7)
    case 0xc0...0xc7: fromOtherEnd = false
    case 0xc8...0xcf: fromOtherEnd = true
    case 0xd3: offset = argument(1, 63)
    default: break
    }
  }

  /// Frames between two steps; a frame lasts about 9.3 ms (data sheet: 107 Hz with the settings after reset).
  private static let frames: [UInt64] = [5, 64, 128, 256, 3, 4, 25, 2], frameTime: UInt64 = 9_346_000
  private var planned: Scroll?
  private func setScroll(_ c: [UInt8]) {
    planned = Scroll(
      left: c[0] & 3 == 3 || c[0] == 0x2a, from: Int(c[2] & 7), to: Int(c[4] & 7), frames: Self.frames[Int(c[3] & 7)],
      vertical: c[0] >= 0x29 ? Int(c[5] & 63) : 0)
  }
  private func startScroll(at instant: Instant) {
    guard let planned else { return }
    scroll = planned
    site.schedule(0, at: Instant(nanoseconds: instant.nanoseconds + planned.frames * Self.frameTime))
  }
  private func stopScroll() {
    scroll = nil
    site.cancel(0)
  }
  public func fire(_ tag: UInt32, at instant: Instant) {
    guard let s = scroll else { return }
    for p in stride(from: s.from, through: s.to, by: 1) {
      let row = Array(memory[p * 128..<p * 128 + 128])
      // Segments lie from right to left on the glass.
      for i in 0..<128 { memory[p * 128 + i] = row[(i + (s.left ? 127 : 1)) & 127] }
    }
    if s.vertical > 0, scrollRows > 0 { startLine = (startLine + s.vertical) % 64 }
    version += 1
    startScroll(at: instant)
  }

  // MARK: What can be seen

  private func pixels() -> [UInt32] {
    let level = 0.35 + 0.65 * Double(contrast) / 255
    let lit = Colour(0x05080c).mixed(Colour(0xd9f1ff), level).argb, dark = Colour(0x05080c).argb
    var all = [UInt32](repeating: dark, count: Self.columns * Self.rows)
    guard isOn else { return all }
    for n in 0..<lines {
      // Line n of the scan lights COM n, or the last but n; COM 63 is on top.
      let com = fromOtherEnd ? lines - 1 - n : n, y = 63 - com, row = (n + startLine + offset) & 63
      for x in 0..<128 {
        let bit = memory[(row >> 3) * 128 + 127 - x] >> UInt8(row & 7) & 1 != 0
        if isAllOn || bit != isInverse { all[y * 128 + x] = lit }
      }
    }
    return all
  }
  public func view(at instant: Instant) -> PartView {
    if shown?.version != version { shown = PartPicture(width: Self.columns, height: Self.rows, version: version, pixels: pixels()) }
    return PartView([isOn ? 1 : 0], picture: shown)
  }

  public static func readings(of d: PartDescription) -> [String] { ["on"] }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d), g = glass(d)
    canvas.fill(s.bounds.inset(0.5), radius: isLarge(d) ? 12 : 4, Colour(isLarge(d) ? 0x025caf : 0x1c3b6e))
    canvas.stroke(s.bounds.inset(0.5), radius: isLarge(d) ? 12 : 4, width: 1, Colour(0xbe9b72))
    let corner = isLarge(d) ? 11.0 : 7
    for x in [corner, s.width - corner] {
      for y in [corner, s.height - corner] {
        canvas.circle(Point(x, y), isLarge(d) ? 5 : 3.4, Colour(0xd8c9a0)); canvas.circle(Point(x, y), isLarge(d) ? 3.4 : 2.3, Colour(0x303030))
      }
    }
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 3.2, Colour(0xd4b45c))
      canvas.circle(Point(p.x, p.y), 1.5, Colour(0x2a2a2a))
      if isLarge(d) {
        canvas.text(
          p.name == "DATA" ? "SDA" : p.name == "CLK" ? "SCL" : p.name, Point(p.x, 17), .white.opacity(0.8), size: 0.5, tiny: true, horizontal: .centre)
      }
    }
    canvas.fill(g.inset(-3), radius: 1.5, Colour(0x1a1a1a))
    canvas.fill(g, Colour(0x05080c))
    if let p = view.picture { canvas.image(p.pixels, columns: p.width, rows: p.height, in: g) }
  }
}
