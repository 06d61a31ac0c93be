import Port
import Python

// Module framebuf: drawing into bytes.
//@module framebuf
//@type FrameBuffer module=framebuf buffer
//@const framebuf:MVLSB 0
//@const framebuf:MONO_VLSB 0
//@const framebuf:RGB565 1
//@const framebuf:GS4_HMSB 2
//@const framebuf:MONO_HLSB 3
//@const framebuf:MONO_HMSB 4
//@const framebuf:GS2_HMSB 5
//@const framebuf:GS8 6

/// Fields of a FrameBuffer.
enum FrameField {
  static var bytes: UInt32 { 0 }
  static var width: UInt32 { 1 }
  static var height: UInt32 { 2 }
  /// Pixels from one row to the next.
  static var stride: UInt32 { 3 }
  static var format: UInt32 { 4 }
}

/// Where a frame buffer's pixels are, until the next allocation.
struct Frame {
  let m: Memory
  let at: Address
  let width: Int32, height: Int32, stride: Int32, format: Int32

  /// Bytes that a frame needs; nil for a format that does not exist. `stride` becomes a whole number of bytes.
  static func bytes(_ width: Int32, _ height: Int32, _ stride: inout Int32, _ format: Int32) -> Int64? {
    var rows = height, before = height - 1, last = width
    let bits: Int64
    switch format {
    case 0:
      // A byte holds eight rows of a column.
      rows = (height + 7) & ~7
      before = rows - 8
      bits = 1
    case 1: bits = 16
    case 2:
      stride = (stride + 1) & ~1
      last = (width + 1) & ~1
      bits = 4
    case 3, 4:
      stride = (stride + 7) & ~7
      last = (width + 7) & ~7
      bits = 1
    case 5:
      stride = (stride + 3) & ~3
      last = (width + 3) & ~3
      bits = 2
    case 6: bits = 8
    default: return nil
    }
    return (Int64(before) * Int64(stride) + Int64(rows - before) * Int64(last)) * bits / 8
  }

  func set(_ x: Int32, _ y: Int32, _ c: UInt32) {
    if x < 0 || y < 0 || x >= width || y >= height { return }
    put(x, y, c)
  }
  /// The same for a place that is inside.
  func put(_ x: Int32, _ y: Int32, _ c: UInt32) {
    let i = UInt32(bitPattern: x &+ y &* stride)
    switch format {
    case 0: mix(UInt32(bitPattern: (y &>> 3) &* stride &+ x), 1, UInt32(bitPattern: y & 7), c != 0 ? 1 : 0)
    case 1:
      let a = at &+ i &* 2
      m.setByte(a, UInt8(truncatingIfNeeded: c))
      m.setByte(a &+ 1, UInt8(truncatingIfNeeded: c &>> 8))
    case 2: mix(i / 2, 15, i & 1 != 0 ? 0 : 4, c)
    case 3: mix(i / 8, 1, 7 &- i & 7, c != 0 ? 1 : 0)
    case 4: mix(i / 8, 1, i & 7, c != 0 ? 1 : 0)
    case 5: mix(i / 4, 3, (i & 3) &* 2, c)
    default: m.setByte(at &+ i, UInt8(truncatingIfNeeded: c))
    }
  }
  private func mix(_ i: UInt32, _ mask: UInt32, _ shift: UInt32, _ c: UInt32) {
    let old = UInt32(m.byte(at &+ i))
    m.setByte(at &+ i, UInt8(truncatingIfNeeded: old & ~(mask &<< shift) | (c & mask) &<< shift))
  }
  /// The pixel at a place that is inside.
  func get(_ x: Int32, _ y: Int32) -> UInt32 {
    let i = UInt32(bitPattern: x &+ y &* stride)
    switch format {
    case 0: return UInt32(m.byte(at &+ UInt32(bitPattern: (y &>> 3) &* stride &+ x))) &>> UInt32(bitPattern: y & 7) & 1
    case 1: return UInt32(m.byte(at &+ i &* 2)) | UInt32(m.byte(at &+ i &* 2 &+ 1)) &<< 8
    case 2: return UInt32(m.byte(at &+ i / 2)) &>> (i & 1 != 0 ? 0 : 4) & 15
    case 3: return UInt32(m.byte(at &+ i / 8)) &>> (7 &- i & 7) & 1
    case 4: return UInt32(m.byte(at &+ i / 8)) &>> (i & 7) & 1
    case 5: return UInt32(m.byte(at &+ i / 4)) &>> ((i & 3) &* 2) & 3
    default: return UInt32(m.byte(at &+ i))
    }
  }

  func fill(_ x: Int32, _ y: Int32, _ w: Int32, _ h: Int32, _ c: UInt32) {
    // Widths and heights may be anything: the ends are counted in 64 bits.
    let left = max(x, 0), top = max(y, 0), right = Int32(clamping: min(Int64(x) + Int64(w), Int64(width))),
      bottom = Int32(clamping: min(Int64(y) + Int64(h), Int64(height)))
    var j = top
    while j < bottom {
      var i = left
      while i < right { put(i, j, c); i &+= 1 }
      j &+= 1
    }
  }

  /// Bresenham's line.
  func line(_ x1: Int32, _ y1: Int32, _ x2: Int32, _ y2: Int32, _ c: UInt32) {
    var dx = x2 &- x1, dy = y2 &- y1, x = x1, y = y1
    let sx: Int32 = dx > 0 ? 1 : -1, sy: Int32 = dy > 0 ? 1 : -1
    if dx < 0 { dx = 0 &- dx }
    if dy < 0 { dy = 0 &- dy }
    let steep = dy > dx, long = steep ? dy : dx, short = steep ? dx : dy
    var error = 2 &* short &- long, i: Int32 = 0
    while i < long {
      set(x, y, c)
      while error >= 0 {
        if steep { x &+= sx } else { y &+= sy }
        error &-= 2 &* long
      }
      if steep { y &+= sy } else { x &+= sx }
      error &+= 2 &* short
      i &+= 1
    }
    set(x2, y2, c)
  }

  /// One point of an ellipse in each of the quadrants of `mask` (bit 0 upper right, then counter-clockwise), or a row up to it.
  private func quadrants(_ cx: Int32, _ cy: Int32, _ x: Int32, _ y: Int32, _ c: UInt32, _ mask: Int32, _ filled: Bool) {
    var q: Int32 = 0
    while q < 4 {
      if mask & 1 << q != 0 {
        let left = q == 1 || q == 2, row = q < 2 ? cy &- y : cy &+ y
        if filled { fill(left ? cx &- x : cx, row, x &+ 1, 1, c) } else { set(left ? cx &- x : cx &+ x, row, c) }
      }
      q += 1
    }
  }
  /// Kennedy's integer ellipse: first where it is steep, then where it is flat.
  func ellipse(_ cx: Int32, _ cy: Int32, _ rx: Int32, _ ry: Int32, _ c: UInt32, _ mask: Int32, _ filled: Bool) {
    if rx == 0 && ry == 0 {
      if mask & 15 != 0 { set(cx, cy, c) }
      return
    }
    let a = 2 * Int64(rx) * Int64(rx), b = 2 * Int64(ry) * Int64(ry)
    var x = rx, y: Int32 = 0, changeX = Int64(ry) * Int64(ry) * (1 - 2 * Int64(rx)), changeY = Int64(rx) * Int64(rx)
    var error: Int64 = 0, stopX = b * Int64(rx), stopY: Int64 = 0
    while stopX >= stopY {
      quadrants(cx, cy, x, y, c, mask, filled)
      y &+= 1
      stopY += a
      error += changeY
      changeY += a
      if 2 * error + changeX > 0 {
        x &-= 1
        stopX -= b
        error += changeX
        changeX += b
      }
    }
    x = 0
    y = ry
    changeX = Int64(ry) * Int64(ry)
    changeY = Int64(rx) * Int64(rx) * (1 - 2 * Int64(ry))
    error = 0
    stopX = 0
    stopY = a * Int64(ry)
    while stopX <= stopY {
      quadrants(cx, cy, x, y, c, mask, filled)
      x &+= 1
      stopX += b
      error += changeX
      changeX += b
      if 2 * error + changeY > 0 {
        y &-= 1
        stopY -= a
        error += changeY
        changeY += a
      }
    }
  }

  /// A polygon of `n` points (pairs of words at `points`); `cuts`: room for a word for each point.
  func polygon(_ x: Int32, _ y: Int32, _ points: Address, _ n: UInt32, _ c: UInt32, filled: Bool, cuts: Address) {
    func px(_ i: UInt32) -> Int32 { Int32(bitPattern: m[points &+ i &* 8]) }
    func py(_ i: UInt32) -> Int32 { Int32(bitPattern: m[points &+ i &* 8 &+ 4]) }
    if n == 0 { return }
    var i: UInt32 = 0
    if !filled {
      while i < n {
        let j = i == 0 ? n &- 1 : i &- 1
        line(x &+ px(i), y &+ py(i), x &+ px(j), y &+ py(j), c)
        i &+= 1
      }
      return
    }
    var low = py(0), high = low
    while i < n { low = min(low, py(i)); high = max(high, py(i)); i &+= 1 }
    // Rows outside of the frame need no work.
    var row = max(low, 0 &- y)
    let end = min(high, height &- 1 &- y)
    while row <= end {
      var count: UInt32 = 0
      i = 0
      while i < n {
        let j = i == 0 ? n &- 1 : i &- 1, x1 = px(i), y1 = py(i), x2 = px(j), y2 = py(j)
        if y1 != y2 && (y1 > row && y2 <= row || y1 <= row && y2 > row) {
          // The upper end of an edge belongs to it, the lower does not.
          let cut = (32 * Int64(x1) + 32 * (Int64(x2) - Int64(x1)) * (Int64(row) - Int64(y1)) / (Int64(y2) - Int64(y1)) + 16) / 32
          var k = count
          while k > 0 && Int64(Int32(bitPattern: m[cuts &+ k &* 4 &- 4])) > cut { m[cuts &+ k &* 4] = m[cuts &+ k &* 4 &- 4]; k &-= 1 }
          m[cuts &+ k &* 4] = UInt32(bitPattern: Int32(clamping: cut))
          count &+= 1
        } else if row == max(y1, y2) {
          // A lowest point, or a level edge, is drawn by itself.
          if y1 == y2 { line(x &+ x1, y &+ y1, x &+ x2, y &+ y2, c) } else { set(x &+ (y1 < y2 ? x2 : x1), y &+ row, c) }
        }
        i &+= 1
      }
      i = 0
      while i &+ 1 < count {
        let from = Int32(bitPattern: m[cuts &+ i &* 4]), to = Int32(bitPattern: m[cuts &+ i &* 4 &+ 4])
        fill(x &+ from, y &+ row, to &- from &+ 1, 1, c)
        i &+= 2
      }
      row &+= 1
    }
  }
}
