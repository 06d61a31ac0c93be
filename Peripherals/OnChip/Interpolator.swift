import Emulation

/// One of SIO's interpolators (RP2040 data sheet §2.3.1.6); each core has INTERP0, which can blend, and INTERP1, which can clamp.
struct Interpolator {
  var accumulator = [2 of UInt32](repeating: 0)
  var base = [3 of UInt32](repeating: 0)
  var control = [2 of UInt32](repeating: 0)
  /// INTERP1: clamps instead of blending.
  let clamps: Bool
  init(clamps: Bool) { self.clamps = clamps }

  private struct Lane {
    let control: UInt32
    var shift: UInt32 { control & 31 }
    var lsb: UInt32 { control >> 5 & 31 }
    var msb: UInt32 { control >> 10 & 31 }
    var signed: Bool { control >> 15 & 1 != 0 }
    var crossInput: Bool { control >> 16 & 1 != 0 }
    var crossResult: Bool { control >> 17 & 1 != 0 }
    var addRaw: Bool { control >> 18 & 1 != 0 }
    /// Bits 29:28 of what the processor reads.
    var forceMSB: UInt32 { (control >> 19 & 3) << 28 }
    var belowMSB: UInt32 { msb == 31 ? ~0 : (2 << msb) - 1 }
    func shifted(_ input: UInt32) -> UInt32 { input >> shift }
    func masked(_ input: UInt32) -> UInt32 { shifted(input) & belowMSB & (~0 << lsb) }
    /// Shifted, masked and, if SIGNED, extended from MASK_MSB upwards.
    func extended(_ input: UInt32) -> UInt32 {
      let m = masked(input)
      return signed && m >> msb & 1 != 0 ? m | ~belowMSB : m
    }
    /// True if shifting left bits above MASK_MSB.
    func overflows(_ input: UInt32) -> Bool { shifted(input) & ~belowMSB != 0 }
  }
  private var lanes: (Lane, Lane) { (Lane(control: control[0]), Lane(control: control[1])) }
  private func inputs(_ l: (Lane, Lane)) -> (UInt32, UInt32) {
    (accumulator[l.0.crossInput ? 1 : 0], accumulator[l.1.crossInput ? 0 : 1])
  }

  /// The lanes' and the full result as the datapath has them.
  private var results: (lane0: UInt32, lane1: UInt32, full: UInt32) {
    let l = lanes, (in0, in1) = inputs(l)
    let v0 = l.0.extended(in0), v1 = l.1.extended(in1)
    var r0 = (l.0.addRaw ? in0 : v0) &+ base[0]
    var r1 = (l.1.addRaw ? in1 : v1) &+ base[1]
    var full = v0 &+ v1 &+ base[2]
    if clamps {
      if control[0] >> 22 & 1 != 0 {
        r0 =
          l.0.signed
          ? UInt32(bitPattern: min(max(Int32(bitPattern: v0), Int32(bitPattern: base[0])), Int32(bitPattern: base[1])))
          : min(max(v0, base[0]), base[1])
      }
    } else if control[0] >> 21 & 1 != 0 {
      let alpha = l.1.masked(in1) & 0xff
      let low = l.1.signed ? Int64(Int32(bitPattern: base[0])) : Int64(base[0])
      let high = l.1.signed ? Int64(Int32(bitPattern: base[1])) : Int64(base[1])
      r0 = alpha
      r1 = UInt32(truncatingIfNeeded: low + ((high - low) * Int64(alpha)) >> 8)
      full = v0 &+ base[2]
    }
    return (r0, r1, full)
  }

  /// PEEK_LANE0, PEEK_LANE1, PEEK_FULL.
  func peek(_ which: Int) -> UInt32 {
    let r = results
    switch which {
    case 0: return r.lane0 | Lane(control: control[0]).forceMSB
    case 1: return r.lane1 | Lane(control: control[1]).forceMSB
    default: return r.full
    }
  }
  /// The same, and both lanes' results go to the accumulators (POP).
  mutating func pop(_ which: Int) -> UInt32 {
    let r = results, l = lanes, seen = peek(which)
    accumulator[0] = l.0.crossResult ? r.lane1 : r.lane0
    accumulator[1] = l.1.crossResult ? r.lane0 : r.lane1
    return seen
  }

  /// `register`: word offset from ACCUM0, 0…15.
  func read(_ register: UInt32) -> UInt32 {
    switch register {
    case 0, 1: return accumulator[Int(register)]
    case 2, 3, 4: return base[Int(register) - 2]
    case 5, 6, 7: return peek(Int(register) - 5)
    case 8, 9, 10: return peek(Int(register) - 8)
    case 11:
      let l = lanes, (in0, in1) = inputs(l)
      let o0 = l.0.overflows(in0), o1 = l.1.overflows(in1)
      return control[0] | (o0 ? 1 << 23 : 0) | (o1 ? 1 << 24 : 0) | (o0 || o1 ? 1 << 25 : 0)
    case 12: return control[1]
    // The shifted and masked values, without the bases.
    case 13: let l = lanes; return l.0.extended(inputs(l).0)
    case 14: let l = lanes; return l.1.extended(inputs(l).1)
    default: return 0
    }
  }
  mutating func write(_ register: UInt32, _ v: UInt32) {
    switch register {
    case 0, 1: accumulator[Int(register)] = v
    case 2, 3, 4: base[Int(register) - 2] = v
    case 11: control[0] = v & (clamps ? 0x005f_ffff : 0x003f_ffff)
    case 12: control[1] = v & 0x001f_ffff
    case 13, 14: accumulator[Int(register) - 13] &+= v & 0xff_ffff
    case 15:
      func half(_ h: UInt32, _ lane: Lane) -> UInt32 { lane.signed ? UInt32(bitPattern: Int32(Int16(truncatingIfNeeded: h))) : h & 0xffff }
      base[0] = half(v, lanes.0)
      base[1] = half(v >> 16, lanes.1)
    default: break
    }
  }

  func save(to w: inout StateWriter) {
    for i in 0..<2 { w.put(accumulator[i]); w.put(control[i]) }
    for i in 0..<3 { w.put(base[i]) }
  }
  mutating func restore(from r: inout StateReader) throws(StateError) {
    for i in 0..<2 { accumulator[i] = try r.get(); control[i] = try r.get() }
    for i in 0..<3 { base[i] = try r.get() }
  }
}
