import Port

/// The substitution of AES (FIPS 197 §5.1.1): the inverse in GF(2⁸), then an affine map. It is computed when a cipher is made; 256 bytes of it and of
/// its inverse lie in the cipher's own memory.
///
/// Memory of a cipher: 0 forward table, 256 inverse table, 512 round keys (at most 240 bytes), 752 the chaining block or counter, 768 the key
/// stream left over, 784 rounds, 788 bytes of the stream that are used up, 792 mode.
struct AES {
  let m: Memory
  let at: Address
  static var bytes: UInt32 { 800 }
  static var ecb: UInt32 { 1 }
  static var cbc: UInt32 { 2 }
  static var ctr: UInt32 { 6 }

  private var keys: Address { at &+ 512 }
  var chain: Address { at &+ 752 }
  private var stream: Address { at &+ 768 }
  private var rounds: UInt32 { m[at &+ 784] }
  var mode: UInt32 { m[at &+ 792] }

  private func double(_ x: UInt8) -> UInt8 { x &<< 1 ^ (x & 0x80 != 0 ? 0x1b : 0) }
  private func forward(_ x: UInt8) -> UInt8 { m.byte(at &+ UInt32(x)) }

  /// `key` has 16, 24 or 32 bytes; `vector` 16 or is 0.
  func start(key: Address, _ keyBytes: UInt32, vector: Address, mode: UInt32) {
    // 3 generates the field: p runs through all its elements, q through their inverses.
    var p: UInt8 = 1, q: UInt8 = 1
    repeat {
      p ^= double(p)
      q ^= q &<< 1
      q ^= q &<< 2
      q ^= q &<< 4
      if q & 0x80 != 0 { q ^= 0x09 }
      let s = q ^ turn(q, 1) ^ turn(q, 2) ^ turn(q, 3) ^ turn(q, 4) ^ 0x63
      m.setByte(at &+ UInt32(p), s)
      m.setByte(at &+ 256 &+ UInt32(s), p)
    } while p != 1
    m.setByte(at, 0x63)
    m.setByte(at &+ 256 &+ 0x63, 0)
    let n = keyBytes / 4
    m[at &+ 784] = n &+ 6
    m[at &+ 788] = 16
    m[at &+ 792] = mode
    m.move(keys, from: key, count: keyBytes)
    var i = n, constant: UInt8 = 1
    while i < 4 &* (n &+ 7) {
      var k: UInt32 = 0
      while k < 4 {
        var b = m.byte(keys &+ i &* 4 &- 4 &+ k)
        if i % n == 0 {
          b = forward(m.byte(keys &+ i &* 4 &- 4 &+ (k &+ 1) & 3)) ^ (k == 0 ? constant : 0)
        } else if n > 6 && i % n == 4 {
          b = forward(b)
        }
        m.setByte(keys &+ i &* 4 &+ k, m.byte(keys &+ (i &- n) &* 4 &+ k) ^ b)
        k &+= 1
      }
      if i % n == 0 { constant = double(constant) }
      i &+= 1
    }
    if vector != 0 { m.move(chain, from: vector, count: 16) } else { m.fill(chain, 0, count: 16) }
  }
  private func turn(_ x: UInt8, _ n: UInt8) -> UInt8 { x &<< n | x &>> (8 &- n) }

  private func addKey(_ s: Address, _ round: UInt32) { xor(s, keys &+ round &* 16) }
  private func xor(_ s: Address, _ with: Address) {
    var i: UInt32 = 0
    while i < 16 { m.setByte(s &+ i, m.byte(s &+ i) ^ m.byte(with &+ i)); i &+= 1 }
  }
  /// Substitutes all bytes and turns the rows, to the left or back.
  private func substitute(_ s: Address, inverse: Bool) {
    var t = [16 of UInt8](repeating: 0)
    var i: UInt32 = 0
    while i < 16 {
      // Byte i is in row i % 4 of column i / 4.
      let from = inverse ? (i &- 4 &* (i & 3)) & 15 : (i &+ 4 &* (i & 3)) & 15
      t[Int(i)] = m.byte(at &+ (inverse ? 256 : 0) &+ UInt32(m.byte(s &+ from)))
      i &+= 1
    }
    i = 0
    while i < 16 { m.setByte(s &+ i, t[Int(i)]); i &+= 1 }
  }
  private func mixColumns(_ s: Address, inverse: Bool) {
    var c = s
    while c < s &+ 16 {
      if inverse {
        // The inverse is the forward mix after this.
        let u = double(double(m.byte(c) ^ m.byte(c &+ 2))), v = double(double(m.byte(c &+ 1) ^ m.byte(c &+ 3)))
        var k: UInt32 = 0
        while k < 4 { m.setByte(c &+ k, m.byte(c &+ k) ^ (k & 1 == 0 ? u : v)); k &+= 1 }
      }
      let a = m.byte(c), b = m.byte(c &+ 1), d = m.byte(c &+ 2), e = m.byte(c &+ 3), all = a ^ b ^ d ^ e
      m.setByte(c, a ^ all ^ double(a ^ b))
      m.setByte(c &+ 1, b ^ all ^ double(b ^ d))
      m.setByte(c &+ 2, d ^ all ^ double(d ^ e))
      m.setByte(c &+ 3, e ^ all ^ double(e ^ a))
      c &+= 4
    }
  }
  private func encryptBlock(_ s: Address) {
    addKey(s, 0)
    var r: UInt32 = 1
    while r <= rounds {
      substitute(s, inverse: false)
      if r < rounds { mixColumns(s, inverse: false) }
      addKey(s, r)
      r &+= 1
    }
  }
  private func decryptBlock(_ s: Address) {
    var r = rounds
    while true {
      addKey(s, r)
      if r < rounds { mixColumns(s, inverse: true) }
      if r == 0 { return }
      substitute(s, inverse: true)
      r &-= 1
      if r == 0 { return addKey(s, 0) }
    }
  }

  /// Works on `count` bytes in place: whole blocks, except in counter mode.
  func run(_ data: Address, _ count: UInt32, encrypt: Bool) {
    var i: UInt32 = 0
    while i < count {
      let s = data &+ i
      switch mode {
      case AES.ctr:
        if m[at &+ 788] == 16 {
          m.move(stream, from: chain, count: 16)
          encryptBlock(stream)
          m[at &+ 788] = 0
          // The counter is one big-endian number.
          var k: UInt32 = 16
          while k > 0 {
            k &-= 1
            let b = m.byte(chain &+ k) &+ 1
            m.setByte(chain &+ k, b)
            if b != 0 { break }
          }
        }
        m.setByte(s, m.byte(s) ^ m.byte(stream &+ m[at &+ 788]))
        m[at &+ 788] = m[at &+ 788] &+ 1
        i &+= 1
        continue
      case AES.cbc:
        if encrypt {
          xor(s, chain)
          encryptBlock(s)
          m.move(chain, from: s, count: 16)
        } else {
          m.move(stream, from: s, count: 16)
          decryptBlock(s)
          xor(s, chain)
          m.move(chain, from: stream, count: 16)
        }
      default: if encrypt { encryptBlock(s) } else { decryptBlock(s) }
      }
      i &+= 16
    }
  }
}
