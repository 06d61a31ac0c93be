/// A picture file cannot be read: why.
public struct PNGError: Error, CustomStringConvertible, Equatable {
  public let description: String
  init(_ reason: String) { description = reason }
}

extension PNG {
  /// A picture that was read: 0xAARRGGBB, row by row.
  public struct Image: Equatable, Sendable {
    public let width: Int, height: Int
    public let pixels: [UInt32]
  }

  /// Reads a PNG of 8 bits a channel (grey, RGB, palette, with or without alpha), not interlaced: what picture programs write.
  public static func decode(_ file: [UInt8]) throws(PNGError) -> Image {
    guard file.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) else { throw PNGError("it is no PNG") }
    var at = 8, data: [UInt8] = [], palette: [UInt8] = [], header: [UInt8] = []
    func word(_ i: Int) -> Int { Int(file[i]) << 24 | Int(file[i + 1]) << 16 | Int(file[i + 2]) << 8 | Int(file[i + 3]) }
    while at + 12 <= file.count {
      let length = word(at)
      guard length <= file.count - at - 12 else { break }
      let body = file[(at + 8)..<(at + 8 + length)]
      guard crc(Array(file[(at + 4)..<(at + 8 + length)])) == UInt32(word(at + 8 + length)) else { throw PNGError("it is damaged") }
      switch Array(file[(at + 4)..<(at + 8)]) {
      case Array("IHDR".utf8): header = Array(body)
      case Array("PLTE".utf8): palette = Array(body)
      case Array("IDAT".utf8): data += body
      default: break
      }
      at += 12 + length
    }
    guard header.count == 13 else { throw PNGError("it has no header") }
    func big(_ i: Int) -> Int { Int(header[i]) << 24 | Int(header[i + 1]) << 16 | Int(header[i + 2]) << 8 | Int(header[i + 3]) }
    let width = big(0), height = big(4)
    guard width > 0, height > 0, width <= 1 << 15, height <= 1 << 15 else { throw PNGError("its size is \(width) × \(height)") }
    guard header[8] == 8, header[12] == 0, let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][Int(header[9])] else {
      throw PNGError("only 8 bits a channel, not interlaced, can be read")
    }
    let rows = try unfilter(try inflate(data, limit: (width * channels + 1) * height), width * channels, height, channels)
    var pixels: [UInt32] = []
    pixels.reserveCapacity(width * height)
    for i in 0..<width * height {
      func channel(_ k: Int) -> UInt32 { UInt32(rows[i * channels + k]) }
      switch channels {
      case 1 where header[9] == 3:
        let k = Int(channel(0)) * 3
        guard k + 2 < palette.count else { throw PNGError("it has a colour that its palette lacks") }
        pixels.append(0xff00_0000 | UInt32(palette[k]) << 16 | UInt32(palette[k + 1]) << 8 | UInt32(palette[k + 2]))
      case 1: pixels.append(0xff00_0000 | channel(0) * 0x01_0101)
      case 2: pixels.append(channel(1) << 24 | channel(0) * 0x01_0101)
      case 3: pixels.append(0xff00_0000 | channel(0) << 16 | channel(1) << 8 | channel(2))
      default: pixels.append(channel(3) << 24 | channel(0) << 16 | channel(1) << 8 | channel(2))
      }
    }
    return Image(width: width, height: height, pixels: pixels)
  }

  /// Each row's filter undone (ISO/IEC 15948 §9).
  private static func unfilter(_ raw: [UInt8], _ stride: Int, _ height: Int, _ step: Int) throws(PNGError) -> [UInt8] {
    guard raw.count == (stride + 1) * height else { throw PNGError("it is too short") }
    var out = [UInt8](repeating: 0, count: stride * height)
    for y in 0..<height {
      let filter = raw[y * (stride + 1)]
      for x in 0..<stride {
        let left = x >= step ? Int(out[y * stride + x - step]) : 0, up = y > 0 ? Int(out[(y - 1) * stride + x]) : 0
        let corner = x >= step && y > 0 ? Int(out[(y - 1) * stride + x - step]) : 0
        let guess: Int
        switch filter {
        case 0: guess = 0
        case 1: guess = left
        case 2: guess = up
        case 3: guess = (left + up) / 2
        case 4:
          let p = left + up - corner, (a, b, c) = (abs(p - left), abs(p - up), abs(p - corner))
          guess = a <= b && a <= c ? left : b <= c ? up : corner
        default: throw PNGError("it is damaged")
        }
        out[y * stride + x] = raw[y * (stride + 1) + 1 + x] &+ UInt8(guess)
      }
    }
    return out
  }

  // MARK: Decompression (RFC 1950, RFC 1951)

  /// Codes of a Huffman tree by their lengths, as the canonical code orders them.
  private struct Codes {
    var count = [Int](repeating: 0, count: 16), symbols: [Int] = []
    init(_ lengths: ArraySlice<UInt8>) {
      for l in lengths { count[Int(l)] += 1 }
      count[0] = 0
      for length in 1..<16 as Range<UInt8> { for (s, l) in lengths.enumerated() where l == length { symbols.append(s) } }
    }
  }
  private struct Bits {
    let data: [UInt8]
    var at = 0
    mutating func bit() throws(PNGError) -> Int {
      guard at >> 3 < data.count else { throw PNGError("it is too short") }
      defer { at += 1 }
      return Int(data[at >> 3] >> UInt8(at & 7) & 1)
    }
    mutating func number(_ n: Int) throws(PNGError) -> Int {
      var v = 0
      for i in 0..<n { v |= try bit() << i }
      return v
    }
    mutating func symbol(_ codes: Codes) throws(PNGError) -> Int {
      var code = 0, first = 0, index = 0
      for length in 1..<16 {
        code |= try bit()
        let n = codes.count[length]
        if code - first < n { return codes.symbols[index + code - first] }
        index += n
        first = (first + n) << 1
        code <<= 1
      }
      throw PNGError("it is damaged")
    }
  }
  private static let lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
  private static let lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
  private static func distance(_ s: Int, _ bits: inout Bits) throws(PNGError) -> Int {
    if s < 4 { return s + 1 }
    let extra = s / 2 - 1
    return ((2 + (s & 1)) << extra) + 1 + (try bits.number(extra))
  }

  static func inflate(_ data: [UInt8], limit: Int) throws(PNGError) -> [UInt8] {
    guard data.count > 2, data[0] & 15 == 8 else { throw PNGError("it is damaged") }
    var bits = Bits(data: data, at: 16), out: [UInt8] = [], last = false
    while !last {
      last = try bits.bit() == 1
      switch try bits.number(2) {
      case 0:
        bits.at = (bits.at + 7) & ~7
        let n = try bits.number(16)
        _ = try bits.number(16)
        for _ in 0..<n { out.append(UInt8(try bits.number(8))) }
      case 1:
        let fixed = (0..<288).map { UInt8($0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8) }
        try block(&bits, Codes(fixed[...]), Codes([UInt8](repeating: 5, count: 30)[...]), &out, limit)
      case 2:
        let literals = try bits.number(5) + 257, distances = try bits.number(5) + 1, n = try bits.number(4) + 4
        var lengths = [UInt8](repeating: 0, count: 19)
        for i in 0..<n { lengths[[16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15][i]] = UInt8(try bits.number(3)) }
        let code = Codes(lengths[...])
        var all: [UInt8] = []
        while all.count < literals + distances {
          let s = try bits.symbol(code)
          switch s {
          case 16:
            guard let before = all.last else { throw PNGError("it is damaged") }
            all += [UInt8](repeating: before, count: 3 + (try bits.number(2)))
          case 17: all += [UInt8](repeating: 0, count: 3 + (try bits.number(3)))
          case 18: all += [UInt8](repeating: 0, count: 11 + (try bits.number(7)))
          default: all.append(UInt8(s))
          }
        }
        try block(&bits, Codes(all[..<literals]), Codes(ArraySlice(Array(all[literals..<literals + distances]))), &out, limit)
      default: throw PNGError("it is damaged")
      }
      if out.count > limit { throw PNGError("it is too long") }
    }
    return out
  }
  private static func block(_ bits: inout Bits, _ literals: Codes, _ distances: Codes, _ out: inout [UInt8], _ limit: Int) throws(PNGError) {
    while out.count <= limit {
      let s = try bits.symbol(literals)
      if s < 256 { out.append(UInt8(s)); continue }
      if s == 256 { return }
      guard s - 257 < lengthBase.count else { throw PNGError("it is damaged") }
      let length = lengthBase[s - 257] + (try bits.number(lengthBits[s - 257])), back = try distance(try bits.symbol(distances), &bits)
      guard back <= out.count else { throw PNGError("it is damaged") }
      for _ in 0..<length { out.append(out[out.count - back]) }
    }
  }
}
