import Emulation
import Picture

/// The controller of character displays (Hitachi HD44780U): its memories, its instructions in 8 and 4 bits, and the time they take.
/// Whoever owns one tells it of its pins.
final class HD44780 {
  /// Nanoseconds of an instruction (270 kHz): most of them, and of clear and home.
  static let short: UInt64 = 37_000, long: UInt64 = 1_520_000
  private var ddram = [UInt8](repeating: 0x20, count: 128)
  private var cgram = [UInt8](repeating: 0, count: 64)
  private var address: UInt8 = 0, isCG = false
  private var increments = true, shiftsDisplay = false
  private(set) var isOn = false
  private var cursor = false, blink = false
  private var wide = true, twoLines = false
  private var shift = 0
  /// In 4 bits: the half that came first, and whether the next half read is the low one.
  private var half: UInt8?, readsLow = false, reading: UInt8 = 0
  private var busyUntil: UInt64 = 0
  private var enable = false
  private(set) var version: UInt64 = 1
  /// Told when an instruction came too early, which the controller does not see.
  var tooEarly: (() -> Void)?

  /// The pins have new levels; `data` is D0…D7. Answers what it drives on the data pins, nil: nothing.
  func pins(select: Bool, read: Bool, enable e: Bool, data: UInt8, at instant: Instant) -> UInt8? {
    if e && !enable && read { startRead(select, at: instant) }
    if !e && enable {
      if read { readsLow = !wide && !readsLow } else { latch(select, data, at: instant) }
    }
    enable = e
    guard e && read else { return nil }
    return wide || !readsLow ? reading : reading << 4
  }
  private func startRead(_ select: Bool, at instant: Instant) {
    if !wide && readsLow { return }
    if select {
      reading = isCG ? cgram[Int(address & 63)] : ddram[Int(address)]
      step()
    } else {
      reading = (instant.nanoseconds < busyUntil ? 0x80 : 0) | address & 0x7f
    }
  }
  private func latch(_ select: Bool, _ data: UInt8, at instant: Instant) {
    var byte = data
    if !wide {
      guard let first = half else { half = data & 0xf0; return }
      half = nil
      byte = first | data >> 4
    }
    guard instant.nanoseconds >= busyUntil else { tooEarly?(); return }
    busyUntil = instant.nanoseconds + (!select && byte <= 3 ? Self.long : Self.short)
    if select { store(byte) } else { obey(byte) }
    version += 1
  }

  // MARK: Instructions (data sheet table 6)

  private func store(_ byte: UInt8) {
    if isCG { cgram[Int(address & 63)] = byte & 31 } else { ddram[Int(address)] = byte }
    step()
    if shiftsDisplay && !isCG { shift += increments ? 1 : -1 }
  }
  private func step() { move(increments) }
  private func move(_ forward: Bool) {
    if isCG {
      address = (forward ? address &+ 1 : address &- 1) & 63
    } else if twoLines {
      // 40 places a line: 0x00…0x27 and 0x40…0x67.
      switch (address, forward) {
      case (0x27, true): address = 0x40
      case (0x67, true): address = 0
      case (0x00, false): address = 0x67
      case (0x40, false): address = 0x27
      default: address = (forward ? address &+ 1 : address &- 1) & 0x7f
      }
    } else {
      address = forward ? (address >= 0x4f ? 0 : address + 1) : (address == 0 ? 0x4f : address - 1)
    }
  }
  private func obey(_ c: UInt8) {
    switch c {
    case 0x80...0xff: (address, isCG) = (c & 0x7f, false)
    case 0x40...0x7f: (address, isCG) = (c & 0x3f, true)
    case 0x20...0x3f:
      wide = c & 0x10 != 0
      twoLines = c & 8 != 0
      half = nil
      readsLow = false
    case 0x10...0x1f: if c & 8 != 0 { shift += c & 4 != 0 ? -1 : 1 } else { move(c & 4 != 0) }
    case 0x08...0x0f: (isOn, cursor, blink) = (c & 4 != 0, c & 2 != 0, c & 1 != 0)
    case 0x04...0x07: (increments, shiftsDisplay) = (c & 2 != 0, c & 1 != 0)
    case 0x02, 0x03: (address, isCG, shift) = (0, false, 0)
    case 0x01:
      ddram = [UInt8](repeating: 0x20, count: 128)
      (address, isCG, shift, increments) = (0, false, 0, true)
    default: break
    }
  }

  // MARK: What can be seen

  /// The place in memory that is shown at a place of the glass.
  private func place(_ row: Int, _ column: Int, _ columns: Int) -> Int? {
    if !twoLines && row > 0 { return nil }
    // Rows 2 and 3 of a display with four go on where 0 and 1 end.
    let length = twoLines ? 40 : 80
    let at = (column + (row >= 2 ? columns : 0) + shift) % length, wrapped = at < 0 ? at + length : at
    return row & 1 == 0 ? wrapped : 0x40 + wrapped
  }
  /// The characters as text: a line for each row.
  func text(_ rows: Int, _ columns: Int) -> String {
    guard isOn else { return "" }
    return (0..<rows).map { row in
      String(String.UnicodeScalarView((0..<columns).map { column in place(row, column, columns).map { Self.scalar(ddram[$0]) } ?? " " }))
    }.joined(separator: "\n")
  }
  /// True while the blinking place is dark: 409.6 ms each.
  func blinks(at instant: Instant) -> Bool { isOn && blink && instant.nanoseconds / 409_600_000 & 1 == 0 }
  /// Which points are dark: cells of 5 × 8, a gap of one point between them.
  func points(_ rows: Int, _ columns: Int, at instant: Instant) -> [Bool] {
    let width = columns * 6 - 1
    var all = [Bool](repeating: false, count: width * (rows * 9 - 1))
    guard isOn else { return all }
    let blinking = blinks(at: instant)
    for row in 0..<rows {
      for column in 0..<columns {
        guard let at = place(row, column, columns) else { continue }
        let isHere = !isCG && Int(address) == at, bits = glyph(ddram[at])
        for y in 0..<8 {
          var line = bits[y]
          if isHere && cursor && y == 7 { line = 31 }
          if isHere && blinking { line = 31 }
          for x in 0..<5 where line >> UInt8(4 - x) & 1 != 0 { all[(row * 9 + y) * width + column * 6 + x] = true }
        }
      }
    }
    return all
  }
  private func glyph(_ code: UInt8) -> [UInt8] {
    if code < 16 { return Array(cgram[Int(code & 7) * 8..<Int(code & 7) * 8 + 8]) }
    if code == 0xff { return [UInt8](repeating: 31, count: 8) }
    let c = Self.scalar(code), rows = Font.cell(c)
    // Capitals stand on the last line but one; what goes deeper is moved up.
    let deep = rows.lastIndex { $0 != 0 } ?? 0, from = deep > 9 ? min(deep - 7, 3) : 2
    return (from..<from + 8).map { rows[$0] >> 1 & 31 }
  }
  /// Character ROM A00: ASCII but for three, and what of the upper half programs use.
  private static func scalar(_ code: UInt8) -> Unicode.Scalar {
    switch code {
    case 0...15: "▯"
    case 0x5c: "¥"
    case 0x7e: "→"
    case 0x7f: "←"
    case 0x20...0x7d: Unicode.Scalar(code)
    case 0xa5: "·"
    case 0xdf: "°"
    case 0xe0: "α"
    case 0xe1: "ä"
    case 0xe2: "β"
    case 0xe4: "µ"
    case 0xef: "ö"
    case 0xf4: "Ω"
    case 0xf5: "ü"
    case 0xf6: "Σ"
    case 0xf7: "π"
    case 0xfd: "÷"
    case 0xff: "█"
    case 0xa1...0xde: Unicode.Scalar(0xff61 + UInt32(code) - 0xa1)!
    default: " "
    }
  }
}
