import Port
import Python

extension VM {
  /// Width, height, format and stride of a frame over `bytes`, checked; the stride in whole bytes.
  private mutating func checkFrame(_ bytes: Slot, _ width: Slot, _ height: Slot, _ format: Slot, _ stride: Slot?) throws(Raise) -> (Int32, Int32, Int32, Int32)
  {
    let w = try toInt32(width), h = try toInt32(height), f = try toInt32(format)
    var s = w
    if let stride { s = try toInt32(stride) }
    let room = try byteRange(bytes, writable: false).count
    if w < 1 || h < 1 || w > 0xffff || h > 0xffff || s > 0xffff || s < w { throw raise(.ValueError, "bad size of a FrameBuffer") }
    guard let need = Frame.bytes(w, h, &s, f) else { throw raise(.ValueError, "invalid format") }
    if need > Int64(room) { throw raise(.ValueError, "buffer too small for a FrameBuffer") }
    return (w, h, s, f)
  }
  fileprivate mutating func newFrame(_ bytes: Slot, _ width: Slot, _ height: Slot, _ format: Slot, _ stride: Slot?, _ out: Slot) throws(Raise) {
    let c = try checkFrame(bytes, width, height, format, stride), o = slot()
    try newObject(ModuleType.FrameBuffer, fields: 5, o)
    store(o, FrameField.bytes, bytes)
    setField(o, FrameField.width, c.0)
    setField(o, FrameField.height, c.1)
    setField(o, FrameField.stride, c.2)
    setField(o, FrameField.format, c.3)
    copy(out, o)
  }
  /// The pixels of a FrameBuffer; its bytes may have become fewer since: ValueError.
  fileprivate mutating func frame(_ s: Slot) throws(Raise) -> Frame {
    let f = Frame(
      m: memory, at: place(s), width: field(s, FrameField.width), height: field(s, FrameField.height), stride: field(s, FrameField.stride),
      format: field(s, FrameField.format))
    var stride = f.stride
    if (Frame.bytes(f.width, f.height, &stride, f.format) ?? .max) > Int64(bytesOf(s).count) { throw raise(.ValueError, "buffer too small for a FrameBuffer") }
    return f
  }
  /// The same to draw in: bytes that cannot be written to are refused.
  fileprivate mutating func canvas(_ s: Slot) throws(Raise) -> Frame {
    let b = slot()
    set(b, native(self(s)).at(2))
    _ = try byteRange(b, writable: true)
    release(to: b)
    return try frame(s)
  }
  fileprivate mutating func colour(_ s: Slot) throws(Raise) -> UInt32 { UInt32(truncatingIfNeeded: try toInt64(s)) }
  /// A frame to be copied from: a FrameBuffer, or a tuple or list (bytes, width, height, format[, stride]) of which one is made.
  fileprivate mutating func sourceFrame(_ s: Slot, _ out: Slot) throws(Raise) {
    if isModuleObject(s, ModuleType.FrameBuffer) { return copy(out, s) }
    if !native(self(s)).isKind(Kind.tuple) && !native(self(s)).isKind(Kind.list) { throw raise(.TypeError, "FrameBuffer, tuple or list needed") }
    let items = slot(), x = slots(5)
    try collectItems(s, Kind.tuple, items)
    let n = UInt32(self(items).int(1))
    if n < 4 || n > 5 { throw raise(.ValueError, "tuple of four or five items needed") }
    var i: UInt32 = 0
    while i < n { set(x.up(i), self(items).at(2 &+ i)); i &+= 1 }
    if !isByteLikeObject(x) { throw raise(.TypeError, "object with buffer protocol required") }
    try newFrame(x, x.up(1), x.up(2), x.up(3), n == 5 ? x.up(4) : nil, out)
  }
  private borrowing func isByteLikeObject(_ s: Slot) -> Bool { self(s).isObject }
  /// Charges for `n` pixels.
  fileprivate borrowing func drew(_ n: Int64) { port.spend(long: UInt32(clamping: n &* 6 &+ 30)) }
}

/// `FrameBuffer(buffer, width, height, format[, stride])`
//@native FrameBuffer.__new__ 5 6
func frameBufferNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newFrame(a[1], a[2], a[3], a[4], a.count > 5 ? a[5] : nil, out) }
/// The old constructor, of one-bit frames in columns.
//@native framebuf:FrameBuffer1 3 4
func frameBufferOne(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let format = vm.slot()
  vm.set(format, Value(int: 0))
  try vm.newFrame(a[0], a[1], a[2], format, a.count > 3 ? a[3] : nil, out)
}
//@native FrameBuffer.fill 2 2
func frameFill(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let c = try vm.colour(a[1]), f = try vm.canvas(a[0])
  f.fill(0, 0, f.width, f.height, c)
  vm.drew(Int64(f.width) * Int64(f.height))
  vm.set(out, .none)
}
//@native FrameBuffer.fill_rect 6 6
func frameFillRect(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toInt32(a[1]), y = try vm.toInt32(a[2]), w = try vm.toInt32(a[3]), h = try vm.toInt32(a[4]), c = try vm.colour(a[5])
  let f = try vm.canvas(a[0])
  f.fill(x, y, w, h, c)
  vm.drew(Int64(max(0, min(w, f.width))) * Int64(max(0, min(h, f.height))))
  vm.set(out, .none)
}
//@native FrameBuffer.pixel 3 4
func framePixel(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toInt32(a[1]), y = try vm.toInt32(a[2])
  vm.set(out, .none)
  if a.count > 3 {
    let c = try vm.colour(a[3]), f = try vm.canvas(a[0])
    f.set(x, y, c)
  } else {
    let f = try vm.frame(a[0])
    if x >= 0 && y >= 0 && x < f.width && y < f.height { vm.set(out, Value(int: Int32(f.get(x, y)))) }
  }
  vm.drew(1)
}
//@native FrameBuffer.hline 5 5
func frameHline(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toInt32(a[1]), y = try vm.toInt32(a[2]), w = try vm.toInt32(a[3]), c = try vm.colour(a[4]), f = try vm.canvas(a[0])
  f.fill(x, y, w, 1, c)
  vm.drew(Int64(f.width))
  vm.set(out, .none)
}
//@native FrameBuffer.vline 5 5
func frameVline(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.toInt32(a[1]), y = try vm.toInt32(a[2]), h = try vm.toInt32(a[3]), c = try vm.colour(a[4]), f = try vm.canvas(a[0])
  f.fill(x, y, 1, h, c)
  vm.drew(Int64(f.height))
  vm.set(out, .none)
}
/// `rect(x, y, w, h, colour[, filled])`
//@native FrameBuffer.rect 6 7
func frameRect(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count > 6, try vm.truth(a[6]) { return try frameFillRect(&vm, Args(a.first, 6), out) }
  let x = try vm.toInt32(a[1]), y = try vm.toInt32(a[2]), w = try vm.toInt32(a[3]), h = try vm.toInt32(a[4]), c = try vm.colour(a[5])
  let f = try vm.canvas(a[0])
  f.fill(x, y, w, 1, c)
  f.fill(x, y &+ h &- 1, w, 1, c)
  f.fill(x, y, 1, h, c)
  f.fill(x &+ w &- 1, y, 1, h, c)
  vm.drew(Int64(f.width) * 2 + Int64(f.height) * 2)
  vm.set(out, .none)
}
extension VM {
  /// Coordinates have 16 bits: so lines end.
  fileprivate mutating func coordinate(_ s: Slot) throws(Raise) -> Int32 {
    let n = try toInt32(s)
    if n > 0xf_ffff || n < -0xf_ffff { throw raise(.OverflowError, "coordinate too large") }
    return n
  }
}
//@native FrameBuffer.line 6 6
func frameLine(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x1 = try vm.coordinate(a[1]), y1 = try vm.coordinate(a[2]), x2 = try vm.coordinate(a[3]), y2 = try vm.coordinate(a[4]), c = try vm.colour(a[5])
  try vm.canvas(a[0]).line(x1, y1, x2, y2, c)
  vm.drew(Int64(max((x2 - x1).magnitude, (y2 - y1).magnitude)))
  vm.set(out, .none)
}
/// `ellipse(x, y, xr, yr, colour[, filled[, quadrants]])`
//@native FrameBuffer.ellipse 6 8
func frameEllipse(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.coordinate(a[1]), y = try vm.coordinate(a[2]), rx = try vm.coordinate(a[3]), ry = try vm.coordinate(a[4]), c = try vm.colour(a[5])
  if rx < 0 || ry < 0 || rx > 0x7fff || ry > 0x7fff { throw vm.raise(.ValueError, "bad radius") }
  let filled = a.count > 6 ? try vm.truth(a[6]) : false, mask = a.count > 7 ? try vm.toInt32(a[7]) : 15
  try vm.canvas(a[0]).ellipse(x, y, rx, ry, c, mask, filled)
  vm.drew(Int64(rx + ry) * (filled ? Int64(min(rx, 400)) : 4))
  vm.set(out, .none)
}
/// `poly(x, y, coordinates, colour[, filled])`
//@native FrameBuffer.poly 5 6
func framePoly(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.coordinate(a[1]), y = try vm.coordinate(a[2]), c = try vm.colour(a[4]), filled = a.count > 5 ? try vm.truth(a[5]) : false
  _ = try vm.source(a[3])
  let n = try vm.length(a[3]) / 2, points = vm.slot(), item = vm.slot(), i = vm.slot()
  if n == 0 { return vm.set(out, .none) }
  // Behind the points is room for where a row cuts the edges.
  try vm.newRaw(Kind.buffer, bytes: n &* 12, points)
  var k: UInt32 = 0
  while k < 2 &* n {
    vm.set(i, Value(int: Int32(k)))
    try vm.getItem(a[3], i, item)
    let v = try vm.coordinate(item)
    vm(points).setRaw(2 &+ k, UInt32(bitPattern: v))
    k &+= 1
  }
  let f = try vm.canvas(a[0]), at = vm(points).word &+ 8
  f.polygon(x, y, at, n, c, filled: filled, cuts: at &+ n &* 8)
  vm.drew(filled ? Int64(n) * Int64(f.height) : Int64(n) * 20)
  vm.set(out, .none)
}
/// `blit(source, x, y[, key[, palette]])`
//@native FrameBuffer.blit 4 6
func frameBlit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let x = try vm.coordinate(a[2]), y = try vm.coordinate(a[3]), key = a.count > 4 ? try vm.toInt64(a[4]) : -1
  let from = vm.slot(), palette = vm.slot()
  try vm.sourceFrame(a[1], from)
  if a.count > 5 && vm.given(a[5]) { try vm.sourceFrame(a[5], palette) }
  let f = try vm.canvas(a[0]), s = try vm.frame(from)
  let p: Frame? = vm(palette).isNull ? nil : try vm.frame(palette)
  let left = max(x, 0), top = max(y, 0), right = min(x + s.width, f.width), bottom = min(y + s.height, f.height)
  var j = top
  while j < bottom {
    var i = left
    while i < right {
      var c = s.get(i - x, j - y)
      if Int64(c) != key {
        if let p { c = c < UInt32(p.width) ? p.get(Int32(c), 0) : 0 }
        f.put(i, j, c)
      }
      i += 1
    }
    j += 1
  }
  vm.drew(Int64(max(right - left, 0)) * Int64(max(bottom - top, 0)) * 2)
  vm.set(out, .none)
}
/// Moves the picture; what it uncovers keeps what it was.
//@native FrameBuffer.scroll 3 3
func frameScroll(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let dx = try vm.toInt32(a[1]), dy = try vm.toInt32(a[2]), f = try vm.canvas(a[0])
  vm.set(out, .none)
  if dx >= f.width || dy >= f.height || dx <= -f.width || dy <= -f.height { return }
  let w = f.width - abs(dx), h = f.height - abs(dy)
  var j: Int32 = 0
  while j < h {
    // Rows and columns in the order in which nothing is overwritten before it was moved.
    let row = dy > 0 ? f.height - 1 - j : j - min(dy, 0) + dy
    var i: Int32 = 0
    while i < w {
      let column = dx > 0 ? f.width - 1 - i : i
      f.put(column, row, f.get(column - dx, row - dy))
      i += 1
    }
    j += 1
  }
  vm.drew(Int64(w) * Int64(h) * 2)
}
/// `text(text, x, y[, colour])` in a font of 8×8 pixels.
//@native FrameBuffer.text 4 5
func frameText(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needText(a[1])
  let x = try vm.coordinate(a[2]), y = try vm.coordinate(a[3]), c = a.count > 4 ? try vm.colour(a[4]) : 1
  let f = try vm.canvas(a[0]), text = vm.bytesOf(a[1])
  var left = x, k = 0
  while k < text.count {
    let b = text[k]
    k += 1
    // A character beyond ASCII is one box.
    if b & 0xc0 == 0x80 { continue }
    let glyph = frameBufferFont[b >= 32 && b < 128 ? Int(b) - 32 : 95]
    var i: Int32 = 0
    while i < 40 {
      if glyph >> UInt64(i) & 1 != 0 { f.set(left &+ 1 &+ i / 8, y &+ i % 8, c) }
      i += 1
    }
    left &+= 8
    vm.port.spend(200)
  }
  vm.set(out, .none)
}
