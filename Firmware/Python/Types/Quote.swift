import Port

extension VM {
  /// Appends a str quoted as Python writes it; with `ascii` every other character as an escape.
  mutating func textRepr(_ s: Slot, _ builder: Slot, ascii: Bool = false) throws(Raise) {
    let quote = quoteMark(s)
    try append(builder, byte: quote)
    var i: UInt32 = 0, plain: UInt32 = 0
    while i < view(s).count {
      let w = view(s).width(at: i), p = view(s).point(at: i)
      if p >= 32 && p < 127 && p != 92 && p != UInt32(quote) || p > 126 && !ascii && isPrintable(p) { i &+= w; continue }
      try append(builder, s, plain, i)
      if p < 0x80 {
        try escape(UInt8(truncatingIfNeeded: p), builder)
      } else if p < 0x100 {
        try append(builder, "\\x"); try append(builder, hex: p, width: 2)
      } else if p < 0x1_0000 {
        try append(builder, "\\u"); try append(builder, hex: p, width: 4)
      } else {
        try append(builder, "\\U"); try append(builder, hex: p, width: 8)
      }
      i &+= w
      plain = i
    }
    try append(builder, s, plain, i)
    try append(builder, byte: quote)
  }
  /// Appends `b'…'` of the bytes of a value.
  mutating func bytesRepr(_ s: Slot, _ builder: Slot) throws(Raise) {
    let quote = quoteMark(s)
    try append(builder, byte: UInt8(ascii: "b"))
    try append(builder, byte: quote)
    var i: UInt32 = 0
    while i < view(s).count {
      let b = view(s)[i]
      if b >= 32 && b < 127 && b != 92 && b != quote { try append(builder, byte: b) } else { try escape(b, builder) }
      i &+= 1
    }
    try append(builder, byte: quote)
  }
  /// `'`, unless the text has one and no `"`.
  private borrowing func quoteMark(_ s: Slot) -> UInt8 {
    let v = view(s)
    var single = false, double = false, i: UInt32 = 0
    while i < v.count { let b = v[i]; if b == 39 { single = true } else if b == 34 { double = true }; i &+= 1 }
    return single && !double ? 34 : 39
  }
  private mutating func escape(_ b: UInt8, _ builder: Slot) throws(Raise) {
    switch b {
    case 9: try append(builder, "\\t")
    case 10: try append(builder, "\\n")
    case 13: try append(builder, "\\r")
    case 34, 39, 92:
      try append(builder, byte: 92)
      try append(builder, byte: b)
    default:
      try append(builder, "\\x")
      try append(builder, hex: UInt32(b), width: 2)
    }
  }
}

/// False for code points beyond ASCII that Python writes as escapes: controls, separators, formats, surrogates, private use, unassigned planes.
/// The general categories of Unicode, cut to what matters on a small device.
func isPrintable(_ p: UInt32) -> Bool {
  switch p {
  case 0x7f...0xa0, 0xad, 0x378...0x379, 0x61c, 0x6dd, 0x70f, 0x1680, 0x180e, 0x2000...0x200f, 0x2028...0x202f, 0x205f...0x2064, 0x2066...0x206f,
    0x3000, 0xd800...0xf8ff, 0xfeff, 0xfff0...0xfffb, 0xfffe...0xffff:
    false
  default: p < 0x3_1350 || p >= 0xe_0100 && p <= 0xe_01ef
  }
}
