import Emulation

/// The DMA's sniffer (RP2040 data sheet §2.5.7): a checksum over the data of one channel, on its way through.
struct DMASniffer {
  /// EN 0, DMACH 1…4, CALC 5…8, BSWAP 9, OUT_REV 10, OUT_INV 11.
  var control: UInt32 = 0
  var data: UInt32 = 0
  init() {}

  @inline(__always) func watches(_ channel: Int) -> Bool { control & 1 != 0 && Int(control >> 1 & 15) == channel }
  /// SNIFF_DATA as it reads: OUT_REV, then OUT_INV.
  var result: UInt32 {
    let v = control & 1 << 10 != 0 ? reversed(data, 32) : data
    return control & 1 << 11 != 0 ? ~v : v
  }

  /// Takes one transfer of `1 << size` bytes.
  mutating func take(_ value: UInt32, size: UInt32) {
    let bits = 8 &<< size
    var v = bits == 32 ? value : value & ((1 &<< bits) &- 1)
    if control & 1 << 9 != 0 { v = v.byteSwapped &>> (32 &- bits) }
    switch control >> 5 & 15 {
    case 0: crc32(v, bits)
    case 1: crc32(reversed(v, bits), bits)
    case 2: crc16(v, bits)
    case 3: crc16(reversed(v, bits), bits)
    case 14: data ^= UInt32(v.nonzeroBitCount & 1)
    case 15: data &+= v
    default: break  // reserved
    }
  }
  /// IEEE 802.3's polynomial, from the data's top bit down.
  private mutating func crc32(_ v: UInt32, _ bits: UInt32) {
    var crc = data ^ v &<< (32 &- bits)
    for _ in 0..<bits { crc = crc >> 31 != 0 ? crc << 1 ^ 0x04c1_1db7 : crc << 1 }
    // Narrow data meets the top of the register; what was below has moved up.
    data = crc
  }
  /// CCITT's polynomial in the low half, from the data's top bit down.
  private mutating func crc16(_ v: UInt32, _ bits: UInt32) {
    var crc = data & 0xffff
    var rest = v &<< (32 &- bits)
    for _ in 0..<bits {
      let top = crc >> 15 ^ rest >> 31
      rest <<= 1
      crc = crc << 1 & 0xffff
      if top & 1 != 0 { crc ^= 0x1021 }
    }
    data = crc
  }
  /// The low `bits` bits in the opposite order.
  private func reversed(_ v: UInt32, _ bits: UInt32) -> UInt32 {
    var x = v
    x = x >> 1 & 0x5555_5555 | (x & 0x5555_5555) << 1
    x = x >> 2 & 0x3333_3333 | (x & 0x3333_3333) << 2
    x = x >> 4 & 0x0f0f_0f0f | (x & 0x0f0f_0f0f) << 4
    return x.byteSwapped &>> (32 &- bits)
  }

  func save(to w: inout StateWriter) { w.put(control); w.put(data) }
  init(from r: inout StateReader) throws(StateError) { control = try r.get(); data = try r.get() }
}
