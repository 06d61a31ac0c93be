import Port
import Python

// Module binascii: hexadecimal, base64, CRC-32.
//@module binascii
//@const binascii:Error ValueError
//@qstr hex newline_keyword="newline"

/// `hexlify(data[, sep[, bytes_per_sep]])`: `bytes.hex` as bytes.
//@native binascii:hexlify 1 3
//@native binascii:b2a_hex 1 3
func binasciiHexlify(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.source(a[0]).count, all = vm.slots(3)
  try vm.newText(Kind.bytes, from: a[0], 0, n, all)
  if a.count > 1 { vm.copy(all.up(1), a[1]) }
  if a.count > 2 { vm.copy(all.up(2), a[2]) }
  let text = vm.slot()
  try vm.callMethod(all, Q.hex, Args(all.up(1), a.count &- 1), text)
  try vm.newText(Kind.bytes, from: text, 0, UInt32(vm.bytesOf(text).count), out)
}

func hexValue(_ c: UInt8) -> UInt8? {
  switch c {
  case 48...57: c &- 48
  case 65...70: c &- 55
  case 97...102: c &- 87
  default: nil
  }
}

//@native binascii:unhexlify 1 1
//@native binascii:a2b_hex 1 1
func binasciiUnhexlify(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.source(a[0]).count, made = vm.slot()
  if n & 1 != 0 { throw vm.raise(.ValueError, "odd-length string") }
  try vm.newRaw(Kind.bytes, bytes: n / 2, made)
  var from = try vm.source(a[0]).address
  var i: UInt32 = 0
  while i < n {
    if i & 255 == 254 { from = try vm.sourceAgain(a[0], count: n, cycles: 256 &* 6) }
    guard let high = hexValue(vm.memory.byte(from &+ i)), let low = hexValue(vm.memory.byte(from &+ i &+ 1)) else {
      throw vm.raise(.ValueError, "non-hex digit found")
    }
    vm(made).setByte(Str.bytes &+ i / 2, high << 4 | low)
    i &+= 2
  }
  vm.copy(out, made)
}

/// `b2a_base64(data, *, newline=True)`
//@native binascii:b2a_base64 1 1 kw
func binasciiToBase64(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let b = try vm.bind(a, from: 1, positional: 0, [Q.newline_keyword])
  let n = try vm.source(a[0]).count, made = vm.slot()
  let newline = b[0].address == 0 ? true : try vm.truth(b[0])
  try vm.newRaw(Kind.bytes, bytes: (n &+ 2) / 3 &* 4 &+ (newline ? 1 : 0), made)
  let m = vm.memory
  var from = try vm.source(a[0]).address, to = vm(made).word &+ Str.bytes, i: UInt32 = 0, done: UInt32 = 0
  while i < n {
    if i &- done >= 192 {
      from = try vm.sourceAgain(a[0], count: n, cycles: (i &- done) &* 8)
      to = vm(made).word &+ Str.bytes &+ i / 3 &* 4
      done = i
    }
    var bits: UInt32 = 0, k: UInt32 = 0
    while k < 3 { bits = bits &<< 8 | (i &+ k < n ? UInt32(m.byte(from &+ i &+ k)) : 0); k &+= 1 }
    k = 0
    while k < 4 {
      let v = UInt8(truncatingIfNeeded: bits &>> (18 &- 6 &* k) & 63)
      let c: UInt8 = v < 26 ? 65 &+ v : v < 52 ? 71 &+ v : v < 62 ? v &- 4 : v == 62 ? 43 : 47
      m.setByte(to, i &+ k > n ? 61 : c)
      to &+= 1
      k &+= 1
    }
    i &+= 3
  }
  if newline { m.setByte(to, 10) }
  vm.copy(out, made)
}

/// Foreign characters are skipped, as in CPython; what is left must be whole groups of four.
//@native binascii:a2b_base64 1 1
func binasciiFromBase64(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let n = try vm.source(a[0]).count, made = vm.slot()
  try vm.newRaw(Kind.buffer, bytes: n / 4 &* 3 &+ 3, made)
  let m = vm.memory
  var from = try vm.source(a[0]).address, to = vm(made).word &+ 8
  var count: UInt32 = 0, bits: UInt32 = 0, quad: UInt32 = 0, pads: UInt32 = 0, i: UInt32 = 0
  while i < n {
    if i & 255 == 255 {
      from = try vm.sourceAgain(a[0], count: n, cycles: 256 &* 8)
      to = vm(made).word &+ 8
    }
    let c = m.byte(from &+ i)
    i &+= 1
    let v: UInt8
    switch c {
    case 65...90: v = c &- 65
    case 97...122: v = c &- 71
    case 48...57: v = c &+ 4
    case 43: v = 62
    case 47: v = 63
    case 61:
      if quad >= 2 { pads &+= 1; if quad &+ pads >= 4 { i = n; quad = 0 } }
      continue
    default: continue
    }
    pads = 0
    bits = bits &<< 6 | UInt32(v)
    quad = (quad &+ 1) & 3
    if quad != 1 {
      m.setByte(to &+ count, UInt8(truncatingIfNeeded: bits &>> (quad == 2 ? 4 : quad == 3 ? 2 : 0)))
      count &+= 1
    }
  }
  if quad != 0 { throw vm.raise(.ValueError, "incorrect padding") }
  try vm.bytesResult(made, count, out)
}

/// Reflected CRC-32 (polynomial 0xEDB88320) of four bits.
private let crcNibbles: [16 of UInt32] = [
  0, 0x1db7_1064, 0x3b6e_20c8, 0x26d9_30ac, 0x76dc_4190, 0x6b6b_51f4, 0x4db2_6158, 0x5005_713c, 0xedb8_8320, 0xf00f_9344, 0xd6d6_a3e8, 0xcb61_b38c,
  0x9b64_c2b0, 0x86d3_d2d4, 0xa00a_e278, 0xbdbd_f21c,
]
/// CRC-32 of IEEE 802.3 (zlib's) over `count` bytes, continued from `crc`.
func crc32(_ m: Memory, _ at: Address, _ count: UInt32, _ crc: UInt32) -> UInt32 {
  var c = ~crc, i: UInt32 = 0
  while i < count {
    c ^= UInt32(m.byte(at &+ i))
    c = c &>> 4 ^ crcNibbles[Int(c & 15)]
    c = c &>> 4 ^ crcNibbles[Int(c & 15)]
    i &+= 1
  }
  return ~c
}
/// zlib's Adler-32, continued from `sum` (1 at the start).
func adler32(_ m: Memory, _ at: Address, _ count: UInt32, _ sum: UInt32) -> UInt32 {
  var a = sum & 0xffff, b = sum &>> 16, i: UInt32 = 0
  while i < count {
    // 5552 bytes are the most that 32 bits hold before the remainder must be taken.
    let to = min(i &+ 5552, count)
    while i < to { a &+= UInt32(m.byte(at &+ i)); b &+= a; i &+= 1 }
    a %= 65521
    b %= 65521
  }
  return b &<< 16 | a
}
//@native binascii:crc32 1 2
func binasciiCRC32(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var sum = a.count > 1 ? UInt32(truncatingIfNeeded: try vm.toInt64(a[1])) : 0, at = try vm.source(a[0]).address, i: UInt32 = 0
  let n = try vm.source(a[0]).count
  while i < n {
    let part = min(n &- i, 256)
    sum = crc32(vm.memory, at &+ i, part, sum)
    i &+= part
    at = try vm.sourceAgain(a[0], count: n, cycles: part &* 9)
  }
  try vm.newInt(Int64(sum), out)
}
