import Port

/// A hash in the chip's memory: 64 bytes of state, 128 of the block being filled, a 64-bit count of bytes, the algorithm.
/// MD5 is RFC 1321; the others FIPS 180-4.
struct HashState {
  let m: Memory
  let at: Address
  static var bytes: UInt32 { 208 }

  enum Kind: UInt32 { case md5, sha1, sha224, sha256, sha384, sha512 }
  var kind: Kind { Kind(rawValue: m[at &+ 200]) ?? .md5 }
  var digestSize: UInt32 {
    switch kind {
    case .md5: 16
    case .sha1: 20
    case .sha224: 28
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }
  var blockSize: UInt32 { kind == .sha384 || kind == .sha512 ? 128 : 64 }
  private var count: UInt64 {
    get { m.at(at &+ 192).loadUnaligned(as: UInt64.self) }
    nonmutating set { m.at(at &+ 192).storeBytes(of: newValue, as: UInt64.self) }
  }

  func start(_ kind: Kind) {
    m[at &+ 200] = kind.rawValue
    count = 0
    if kind == .md5 || kind == .sha1 {
      let first: [5 of UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
      var i = 0
      while i < 5 { m[at &+ UInt32(i) &* 4] = first[i]; i &+= 1 }
      return
    }
    var i = 0
    while i < 8 {
      let w = shaStates[kind == .sha384 || kind == .sha224 ? i &+ 8 : i]
      if blockSize == 128 {
        m.at(at &+ UInt32(i) &* 8).storeBytes(of: w, as: UInt64.self)
      } else {
        m[at &+ UInt32(i) &* 4] = UInt32(truncatingIfNeeded: kind == .sha224 ? w : w &>> 32)
      }
      i &+= 1
    }
  }

  func update(_ from: Address, _ bytes: UInt32) {
    let size = blockSize
    var i: UInt32 = 0, used = UInt32(truncatingIfNeeded: count) & (size &- 1)
    count &+= UInt64(bytes)
    while i < bytes {
      let n = min(bytes &- i, size &- used)
      m.move(at &+ 64 &+ used, from: from &+ i, count: n)
      i &+= n
      used &+= n
      if used == size { compress(); used = 0 }
    }
  }
  /// Pads; the digest is then the first `digestSize` bytes of the state, in the order of `isBigEndian`.
  func finish() {
    let size = blockSize, used = UInt32(truncatingIfNeeded: count) & (size &- 1), bits = count &* 8, tail = size / 8
    m.setByte(at &+ 64 &+ used, 0x80)
    m.fill(at &+ 65 &+ used, 0, count: size &- used &- 1)
    if used &+ 1 &+ tail > size {
      compress()
      m.fill(at &+ 64, 0, count: size)
    }
    m.at(at &+ 56 &+ size).storeBytes(of: kind == .md5 ? bits : bits.byteSwapped, as: UInt64.self)
    compress()
    if kind == .md5 { return }
    var i: UInt32 = 0
    while i < 8 {
      if size == 128 {
        let p = m.at(at &+ i &* 8)
        p.storeBytes(of: p.loadUnaligned(as: UInt64.self).byteSwapped, as: UInt64.self)
      } else {
        m[at &+ i &* 4] = m[at &+ i &* 4].byteSwapped
      }
      i &+= 1
    }
  }

  private func compress() {
    switch kind {
    case .md5: md5()
    case .sha1: sha1()
    case .sha224, .sha256: sha2(UInt32.self, rounds: 64)
    case .sha384, .sha512: sha2(UInt64.self, rounds: 80)
    }
  }

  private func md5() {
    let shifts: [16 of UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
    var a = m[at], b = m[at &+ 4], c = m[at &+ 8], d = m[at &+ 12]
    var i: UInt32 = 0
    while i < 64 {
      let round = i / 16, f: UInt32, g: UInt32
      switch round {
      case 0: f = b & c | ~b & d; g = i
      case 1: f = d & b | ~d & c; g = 5 &* i &+ 1
      case 2: f = b ^ c ^ d; g = 3 &* i &+ 5
      default: f = c ^ (b | ~d); g = 7 &* i
      }
      let x = a &+ f &+ md5Constants[Int(i)] &+ m[at &+ 64 &+ (g & 15) &* 4], s = shifts[Int(round &* 4 &+ i & 3)]
      a = d
      d = c
      c = b
      b = b &+ (x &<< s | x &>> (32 &- s))
      i &+= 1
    }
    m[at] = m[at] &+ a
    m[at &+ 4] = m[at &+ 4] &+ b
    m[at &+ 8] = m[at &+ 8] &+ c
    m[at &+ 12] = m[at &+ 12] &+ d
  }

  private func sha1() {
    var w = [16 of UInt32](repeating: 0)
    var a = m[at], b = m[at &+ 4], c = m[at &+ 8], d = m[at &+ 12], e = m[at &+ 16]
    var i = 0
    while i < 80 {
      if i < 16 {
        w[i] = m[at &+ 64 &+ UInt32(i) &* 4].byteSwapped
      } else {
        let x = w[(i &+ 13) & 15] ^ w[(i &+ 8) & 15] ^ w[(i &+ 2) & 15] ^ w[i & 15]
        w[i & 15] = x &<< 1 | x &>> 31
      }
      let f: UInt32, k: UInt32
      if i < 20 {
        f = b & c | ~b & d; k = 0x5a82_7999
      } else if i < 40 {
        f = b ^ c ^ d; k = 0x6ed9_eba1
      } else if i < 60 {
        f = b & c | b & d | c & d; k = 0x8f1b_bcdc
      } else {
        f = b ^ c ^ d; k = 0xca62_c1d6
      }
      let t = (a &<< 5 | a &>> 27) &+ f &+ e &+ k &+ w[i & 15]
      e = d
      d = c
      c = b &<< 30 | b &>> 2
      b = a
      a = t
      i &+= 1
    }
    m[at] = m[at] &+ a
    m[at &+ 4] = m[at &+ 4] &+ b
    m[at &+ 8] = m[at &+ 8] &+ c
    m[at &+ 12] = m[at &+ 12] &+ d
    m[at &+ 16] = m[at &+ 16] &+ e
  }

  /// SHA-256's block with 32-bit words, SHA-512's with 64-bit ones: they differ in width, rotations and rounds.
  private func sha2<W: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(_: W.Type, rounds: Int) {
    let wide = W.bitWidth == 64, size = UInt32(W.bitWidth / 8)
    @inline(__always) func turn(_ x: W, _ n: W) -> W { x &>> n | x &<< (W(truncatingIfNeeded: W.bitWidth) &- n) }
    @inline(__always) func load(_ i: Int) -> W { m.at(at &+ UInt32(i) &* size).loadUnaligned(as: W.self) }
    var w = [16 of W](repeating: 0), s = [8 of W](repeating: 0)
    var i = 0
    while i < 8 { s[i] = load(i); i &+= 1 }
    i = 0
    while i < rounds {
      if i < 16 {
        w[i] = m.at(at &+ 64 &+ UInt32(i) &* size).loadUnaligned(as: W.self).byteSwapped
      } else {
        let x = w[(i &+ 1) & 15], y = w[(i &+ 14) & 15]
        let u = wide ? turn(x, 1) ^ turn(x, 8) ^ x &>> 7 : turn(x, 7) ^ turn(x, 18) ^ x &>> 3
        let v = wide ? turn(y, 19) ^ turn(y, 61) ^ y &>> 6 : turn(y, 17) ^ turn(y, 19) ^ y &>> 10
        w[i & 15] = w[i & 15] &+ u &+ w[(i &+ 9) & 15] &+ v
      }
      let e = s[4], a = s[0]
      let u = wide ? turn(e, 14) ^ turn(e, 18) ^ turn(e, 41) : turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      let v = wide ? turn(a, 28) ^ turn(a, 34) ^ turn(a, 39) : turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
      let k = W(truncatingIfNeeded: wide ? shaConstants[i] : shaConstants[i] &>> 32)
      let t = s[7] &+ u &+ (e & s[5] ^ ~e & s[6]) &+ k &+ w[i & 15]
      let q = v &+ (a & s[1] ^ a & s[2] ^ s[1] & s[2])
      var j = 7
      while j > 0 { s[j] = s[j &- 1]; j &-= 1 }
      s[4] = s[4] &+ t
      s[0] = t &+ q
      i &+= 1
    }
    i = 0
    while i < 8 { m.at(at &+ UInt32(i) &* size).storeBytes(of: load(i) &+ s[i], as: W.self); i &+= 1 }
  }
}
