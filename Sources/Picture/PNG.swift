/// Writes pictures as PNG (ISO/IEC 15948): 8-bit RGB, one IDAT chunk, compressed by our own LZ77 with the fixed code of RFC 1951.
public enum PNG {
  /// `pixels` are 0xAARRGGBB, row by row; alpha is dropped.
  public static func encode(width: Int, height: Int, pixels: UnsafeBufferPointer<UInt32>) -> [UInt8] {
    precondition(width > 0 && height > 0 && pixels.count >= width * height)
    var out: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    chunk("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 2, 0, 0, 0], &out)
    var raw: [UInt8] = []
    raw.reserveCapacity(height * (width * 3 + 1))
    for y in 0..<height {
      // Filter 2 (difference to the row above) turns the many equal rows of a drawing into zeros.
      raw.append(y == 0 ? 0 : 2)
      for x in 0..<width {
        let p = pixels[y * width + x], above = y == 0 ? 0 : pixels[(y - 1) * width + x]
        for shift: UInt32 in [16, 8, 0] { raw.append(UInt8(truncatingIfNeeded: p >> shift) &- UInt8(truncatingIfNeeded: above >> shift)) }
      }
    }
    chunk("IDAT", zlib(raw), &out)
    chunk("IEND", [], &out)
    return out
  }
  public static func encode(_ canvas: Canvas) -> [UInt8] {
    encode(width: canvas.pixelWidth, height: canvas.pixelHeight, pixels: UnsafeBufferPointer(canvas.pixels))
  }

  private static func bigEndian(_ v: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: v >> $0) } }
  private static func chunk(_ name: StaticString, _ data: [UInt8], _ out: inout [UInt8]) {
    let body = name.withUTF8Buffer { Array($0) } + data
    out += bigEndian(UInt32(data.count)) + body + bigEndian(crc(body))
  }

  private static let crcTable: [UInt32] = (0..<256).map { n in
    (0..<8).reduce(UInt32(n)) { c, _ in c & 1 != 0 ? 0xedb8_8320 ^ c >> 1 : c >> 1 }
  }
  static func crc(_ bytes: [UInt8]) -> UInt32 {
    let table = crcTable
    return ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xff)] ^ $0 >> 8 }
  }
  static func adler(_ bytes: [UInt8]) -> UInt32 {
    var a: UInt32 = 1, b: UInt32 = 0
    for byte in bytes {
      a += UInt32(byte)
      if a >= 65521 { a -= 65521 }
      b += a
      if b >= 65521 { b -= 65521 }
    }
    return b << 16 | a
  }

  // MARK: Compression

  /// A zlib stream (RFC 1950) of one block with fixed Huffman codes.
  static func zlib(_ data: [UInt8]) -> [UInt8] {
    var bits = BitWriter()
    bits.bytes = [0x78, 0x9c]
    bits.put(1, 1)
    bits.put(1, 2)
    data.withUnsafeBufferPointer { deflate($0, &bits) }
    bits.literal(256)
    bits.finish()
    return bits.bytes + bigEndian(adler(data))
  }

  private static func deflate(_ data: UnsafeBufferPointer<UInt8>, _ bits: inout BitWriter) {
    let mask = 0x7fff
    var head = [Int32](repeating: -1, count: 1 << 15)
    var previous = [Int32](repeating: -1, count: mask + 1)
    func hash(_ i: Int) -> Int {
      let three: UInt32 = UInt32(data[i]) << 16 | UInt32(data[i + 1]) << 8 | UInt32(data[i + 2])
      return Int((three &* 0x9e37_79b1) >> 17)
    }
    var i = 0
    while i < data.count {
      var best = 0, distance = 0
      if i + 2 < data.count {
        let h = hash(i), limit = min(258, data.count - i)
        var candidate = Int(head[h]), tries = 24
        while candidate >= 0, i - candidate <= mask, tries > 0 {
          var n = 0
          while n < limit && data[candidate + n] == data[i + n] { n += 1 }
          if n > best { best = n; distance = i - candidate }
          if n == limit { break }
          candidate = Int(previous[candidate & mask])
          tries -= 1
        }
      }
      let step = best >= 3 ? best : 1
      if best >= 3 { bits.match(best, distance) } else { bits.literal(Int(data[i])) }
      // Inside of long runs of one value nothing new is learnt.
      for k in i..<max(i, min(i + min(step, 32), data.count - 2)) {
        let h = hash(k)
        previous[k & mask] = head[h]
        head[h] = Int32(k)
      }
      i += step
    }
  }

  /// Bits from the low end of each byte on; Huffman codes with their high bit first (RFC 1951 §3.1.1).
  private struct BitWriter {
    var bytes: [UInt8] = []
    private var buffer: UInt64 = 0, count: UInt64 = 0

    mutating func put(_ value: Int, _ width: Int) {
      buffer |= UInt64(value) << count
      count += UInt64(width)
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: buffer))
        buffer >>= 8
        count -= 8
      }
    }
    private mutating func code(_ value: Int, _ width: Int) {
      var reversed = 0
      for i in 0..<width where value >> i & 1 != 0 { reversed |= 1 << (width - 1 - i) }
      put(reversed, width)
    }
    /// A byte, the end of the block (256) or a length's symbol.
    mutating func literal(_ v: Int) {
      switch v {
      case ..<144: code(0x30 + v, 8)
      case ..<256: code(0x190 + v - 144, 9)
      case ..<280: code(v - 256, 7)
      default: code(0xc0 + v - 280, 8)
      }
    }
    mutating func match(_ length: Int, _ distance: Int) {
      // Lengths: 258 has a symbol of its own, otherwise groups that double in size every four symbols (RFC 1951 §3.2.5).
      if length == 258 {
        literal(285)
      } else {
        let (symbol, extra, base) = Self.group(length - 3, 4)
        literal(257 + symbol)
        put(length - 3 - base, extra)
      }
      let (symbol, extra, base) = Self.group(distance - 1, 2)
      code(symbol, 5)
      put(distance - 1 - base, extra)
    }
    /// Symbol, extra bits and first value of the group that holds `v`, where sizes double every `perSize` symbols after the first 2·perSize.
    private static func group(_ v: Int, _ perSize: Int) -> (Int, Int, Int) {
      if v < perSize { return (v, 0, v) }
      let top = Int.bitWidth - 1 - v.leadingZeroBitCount, shift = perSize == 4 ? 2 : 1
      let extra = top - shift
      let symbol = perSize * extra + (v >> extra)
      return (symbol, extra, (v >> extra) << extra)
    }
    mutating func finish() { if count > 0 { put(0, Int(8 - count)) } }
  }
}
