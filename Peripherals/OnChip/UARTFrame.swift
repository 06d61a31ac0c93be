/// The shape of a character on the line: LCR_H and the divisors, as a frame takes them when it begins (RP2040 data sheet §4.2.2).
struct UARTFormat: Equatable {
  /// LCR_H: BRK 0, PEN 1, EPS 2, STP2 3, FEN 4, WLEN 6:5, SPS 7.
  var line: UInt32 = 0
  /// 64 × IBRD + FBRD: quarter ticks of clk_peri per bit. 0: no baud clock.
  var divisor: UInt64 = 0

  var dataBits: UInt32 { 5 + (line >> 5 & 3) }
  var parity: Bool { line & 2 != 0 }
  var stopBits: UInt32 { line & 8 != 0 ? 2 : 1 }
  /// Start, data, parity, stop.
  var bits: UInt32 { 1 + dataBits + (parity ? 1 : 0) + stopBits }
  /// Even, odd, or stuck (SPS: the complement of EPS).
  func parityBit(_ data: UInt32) -> Bool {
    let even = line & 4 != 0
    if line & 0x80 != 0 { return !even }
    return (data.nonzeroBitCount & 1 != 0) == even
  }
  /// The frame as bits to send, the first in bit 0.
  func frame(_ data: UInt32) -> UInt32 {
    let d = data & ((1 << dataBits) - 1)
    var f = d << 1, n = 1 + dataBits
    if parity { f |= (parityBit(d) ? 1 : 0) << n; n += 1 }
    return f | (stopBits == 2 ? 3 : 1) << n
  }
  /// Ticks of clk_peri from a frame's beginning to the beginning of bit `n`, in halves of a bit.
  func ticks(halfBits n: UInt64) -> UInt64 { (n * divisor + 7) / 8 }
}
