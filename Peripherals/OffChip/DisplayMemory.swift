import Emulation
import Picture

/// The controller of a small colour display as MIPI's display command set describes it, as far as the ILI9341 and the ST7789 share it: frame
/// memory, its window, orientation, scrolling, 12, 16 and 18 bits a pixel. Bytes come with the level of the D/C pin.
final class DisplayMemory {
  /// The frame memory, and how many of its rows the glass shows, from the first.
  let columns: Int, rows: Int, shownRows: Int
  private let id: [UInt8], model: [UInt8]
  /// 0xAARRGGBB, row by row as the panel is.
  private var pixels: [UInt32]
  private(set) var version: UInt64 = 1

  private var command: UInt8 = 0, count = 0, arguments: [UInt8] = []
  private var isOn = false, sleeps = true, isInverse = false, isIdle = false
  private let startsInverse: Bool
  private var access: UInt8 = 0, format: UInt8 = 0x66
  private var left = 0, right: Int, top = 0, bottom: Int
  private var column = 0, row = 0
  /// Bytes of a pixel that has not come as a whole.
  private var pixel: [UInt8] = []
  private var scrollTop = 0, scrollHeight: Int, scrollStart = 0
  private var answer: [UInt8] = []

  /// `shownRows`: all of them if nil. `id` is what RDDID (04h) answers, `model` what the ILI9341's RDID4 (D3h) does. `inverse`: the panel shows colours the other way round until it is told to invert, as IPS glass does.
  init(columns: Int, rows: Int, shownRows: Int? = nil, id: [UInt8], model: [UInt8] = [], inverse: Bool = false) {
    self.columns = columns; self.rows = rows; self.shownRows = shownRows ?? rows; self.id = id; self.model = model; startsInverse = inverse
    // What memory holds at power-on is anyone's guess; dark is what people expect.
    pixels = [UInt32](repeating: 0xff00_0000, count: columns * rows)
    (right, bottom, scrollHeight) = (columns - 1, rows - 1, rows)
  }
  func reset() {
    (isOn, sleeps, isInverse, isIdle, access, format) = (false, true, false, false, 0, 0x66)
    (left, right, top, bottom, column, row) = (0, columns - 1, 0, rows - 1, 0, 0)
    (scrollTop, scrollHeight, scrollStart) = (0, rows, 0)
    (command, arguments, pixel, answer) = (0, [], [], [])
    version += 1
  }

  // MARK: Bytes

  func take(_ byte: UInt8, isData: Bool) {
    guard isData else { begin(byte); return }
    if command == 0x2c || command == 0x3c { store(byte); return }
    guard arguments.count < 16 else { return }
    arguments.append(byte)
    argument()
  }
  /// What it sends while the master clocks zeros in.
  func next() -> UInt8? {
    if command == 0x2e || command == 0x3e { return readPixel() }
    guard !answer.isEmpty else { return nil }
    return answer.removeFirst()
  }
  /// The transfer is over.
  func deselect() { answer = [] }

  private func begin(_ c: UInt8) {
    (command, arguments, pixel, answer, count) = (c, [], [], [], 0)
    // The width and height of the frame as the program sees it.
    switch c {
    case 0x01: reset()
    case 0x04: answer = [0] + id
    case 0x09: answer = [0, (isOn ? 0x84 : 0x80), format & 0x70 | (sleeps ? 0 : 2), isOn ? 4 : 0, 0]
    case 0x0a: answer = [0, (sleeps ? 0 : 0x10) | 0x08 | (isOn ? 4 : 0) | 0x80]
    case 0x0b: answer = [0, access]
    case 0x0c: answer = [0, format]
    case 0x10: sleeps = true
    case 0x11: sleeps = false
    case 0x20: isInverse = false
    case 0x21: isInverse = true
    case 0x28: isOn = false
    case 0x29: isOn = true
    case 0xd3: if !model.isEmpty { answer = [0] + model }
    case 0x2c, 0x2e: (column, row) = (left, top)
    case 0x38: isIdle = false
    case 0x39: isIdle = true
    default: return
    }
    version += 1
  }
  private func argument() {
    let a = arguments
    func word(_ i: Int) -> Int { Int(a[i]) << 8 | Int(a[i + 1]) }
    switch (command, a.count) {
    case (0x2a, 4): (left, right) = (word(0), word(2)); column = left
    case (0x2b, 4): (top, bottom) = (word(0), word(2)); row = top
    case (0x36, 1): access = a[0]
    case (0x3a, 1): format = a[0]
    case (0x33, 6):
      scrollTop = min(word(0), rows)
      scrollHeight = min(word(2), rows - scrollTop)
    case (0x37, 2): scrollStart = word(0)
    default: return
    }
    version += 1
  }

  // MARK: Pixels

  /// Where a pixel of the program's frame lies on the panel (MADCTL: exchange, then mirror); nil outside.
  private func place(_ x: Int, _ y: Int) -> Int? {
    var (c, r) = access & 0x20 != 0 ? (y, x) : (x, y)
    if access & 0x40 != 0 { c = columns - 1 - c }
    if access & 0x80 != 0 { r = rows - 1 - r }
    return c >= 0 && c < columns && r >= 0 && r < rows ? r * columns + c : nil
  }
  private func store(_ byte: UInt8) {
    pixel.append(byte)
    switch format & 7 {
    case 5:
      guard pixel.count == 2 else { return }
      let v = UInt32(pixel[0]) << 8 | UInt32(pixel[1])
      put(v >> 11 & 31, 5, v >> 5 & 63, 6, v & 31, 5)
    case 3:
      guard pixel.count == 3 else { return }
      let p = pixel.map(UInt32.init)
      put(p[0] >> 4, 4, p[0] & 15, 4, p[1] >> 4, 4)
      put(p[1] & 15, 4, p[2] >> 4, 4, p[2] & 15, 4)
    default:
      guard pixel.count == 3 else { return }
      put(UInt32(pixel[0] >> 2), 6, UInt32(pixel[1] >> 2), 6, UInt32(pixel[2] >> 2), 6)
    }
    pixel.removeAll(keepingCapacity: true)
  }
  private func put(_ r: UInt32, _ rBits: UInt32, _ g: UInt32, _ gBits: UInt32, _ b: UInt32, _ bBits: UInt32) {
    func wide(_ v: UInt32, _ bits: UInt32) -> UInt32 { v << (8 - bits) | v >> (bits >= 8 - bits ? 2 * bits - 8 : 0) }
    if let at = place(column, row) {
      let (x, z) = access & 8 != 0 ? (wide(b, bBits), wide(r, rBits)) : (wide(r, rBits), wide(b, bBits))
      pixels[at] = 0xff00_0000 | x << 16 | wide(g, gBits) << 8 | z
      version += 1
    }
    step()
  }
  /// An end beyond the memory (as it lies with MADCTL's exchange) is not taken: the window ends with the memory, and drivers that give 320 for 319 work.
  private func step() {
    let (across, down) = access & 0x20 != 0 ? (rows, columns) : (columns, rows)
    column += 1
    guard column > min(right, across - 1) else { return }
    column = left
    row = row >= min(bottom, down - 1) ? top : row + 1
  }
  /// RAMRD: a dummy byte, then three bytes a pixel, six bits each.
  private func readPixel() -> UInt8 {
    defer { count += 1 }
    if count == 0 { return 0 }
    var p = place(column, row).map { pixels[$0] } ?? 0
    let part = (count - 1) % 3
    if access & 8 != 0 { p = p & 0xff00 | p >> 16 & 0xff | (p & 0xff) << 16 }
    if part == 2 { step() }
    return UInt8(truncatingIfNeeded: p >> UInt32(16 - 8 * part)) & 0xfc
  }

  /// The panel as it looks: `swap` puts red where blue was, as panels with their colours in the order BGR do for a program that says RGB.
  func shown(swap: Bool) -> [UInt32] {
    guard isOn, !sleeps else { return [UInt32](repeating: 0xff00_0000, count: columns * shownRows) }
    var all = pixels
    if scrollStart != scrollTop && scrollHeight > 0 && scrollHeight + scrollTop <= rows {
      for y in 0..<scrollHeight {
        let from = scrollTop + ((scrollStart - scrollTop + y) % scrollHeight + scrollHeight) % scrollHeight, to = scrollTop + y
        all.replaceSubrange(to * columns..<(to + 1) * columns, with: pixels[from * columns..<(from + 1) * columns])
      }
    }
    all.removeLast(columns * (rows - shownRows))
    guard swap || isInverse != startsInverse else { return all }
    let flip: UInt32 = isInverse != startsInverse ? 0xff_ffff : 0
    for i in all.indices {
      let p = all[i] ^ flip
      all[i] = swap ? p & 0xff00_ff00 | p >> 16 & 0xff | (p & 0xff) << 16 : p
    }
    return all
  }
}
