import Port
import Python

/// Compression: one block with the fixed codes of RFC 1951 §3.2.6. For each place the longest match in the window is taken, of several the nearest.
///
/// State in a buffer: 2 bits, 3 their number, 4 bytes so far, 5 checksum.
struct Deflater {
  let state: Slot, window: Slot, stream: Slot
  /// Bytes on their way to the stream.
  let out: Slot
  private var bits: UInt32, have: UInt32, total: UInt32

  static var bytes: UInt32 { 16 }

  init(_ vm: borrowing VM, state: Slot, window: Slot, stream: Slot, out: Slot) {
    (self.state, self.window, self.stream, self.out) = (state, window, stream, out)
    let s = vm(state)
    (bits, have, total) = (s.raw(2), s.raw(3), s.raw(4))
  }
  private func save(_ vm: borrowing VM) {
    let s = vm(state)
    s.setRaw(2, bits)
    s.setRaw(3, have)
    s.setRaw(4, total)
  }

  private mutating func put(_ vm: inout VM, _ v: UInt32, _ n: UInt32) throws(Raise) {
    bits |= v &<< have
    have &+= n
    while have >= 8 {
      try vm.append(out, byte: UInt8(truncatingIfNeeded: bits))
      bits &>>= 8
      have &-= 8
    }
  }
  /// A code's bits, the highest first.
  private mutating func code(_ vm: inout VM, _ v: UInt32, _ n: UInt32) throws(Raise) {
    var r: UInt32 = 0, i: UInt32 = 0
    while i < n { r = r &<< 1 | v &>> i & 1; i &+= 1 }
    try put(&vm, r, n)
  }
  private mutating func symbol(_ vm: inout VM, _ s: UInt32) throws(Raise) {
    if s < 144 {
      try code(&vm, 0x30 &+ s, 8)
    } else if s < 256 {
      try code(&vm, 0x190 &+ s &- 144, 9)
    } else if s < 280 {
      try code(&vm, s &- 256, 7)
    } else {
      try code(&vm, 0xc0 &+ s &- 280, 8)
    }
  }
  private mutating func match(_ vm: inout VM, length: UInt32, distance: UInt32) throws(Raise) {
    let l = length &- 3
    if l < 8 {
      try symbol(&vm, 257 &+ l)
    } else if l == 255 {
      try symbol(&vm, 285)
    } else {
      let extra = 29 &- UInt32(l.leadingZeroBitCount)
      try symbol(&vm, 257 &+ extra &* 4 &+ l &>> extra)
      try put(&vm, l & (1 &<< extra &- 1), extra)
    }
    let d = distance &- 1
    if d < 4 { return try code(&vm, d, 5) }
    let extra = 30 &- UInt32(d.leadingZeroBitCount)
    try code(&vm, extra &* 2 &+ d &>> extra, 5)
    try put(&vm, d & (1 &<< extra &- 1), extra)
  }

  /// Gives the stream what there is: our own streams all at once, others byte by byte, so that an error is where MicroPython has it.
  private func flush(_ vm: inout VM, end: Bool) throws(Raise) {
    let own = vm.isFile(stream) || vm.isMemoryStream(stream)
    if vm.bytesOf(out).isEmpty || own && !end && vm.bytesOf(out).count < 256 { return }
    let piece = vm.slot()
    defer { vm.release(to: piece) }
    var i: UInt32 = 0
    let n = UInt32(vm.bytesOf(out).count)
    while i < n {
      let to = own ? n : i &+ 1
      try vm.newText(Kind.bytearray, from: out, i, to, piece)
      try vm.writeAll(stream, piece)
      i = to
    }
    vm(out).setInt(1, 0)
  }

  mutating func begin(_ vm: inout VM) throws(Raise) {
    try put(&vm, 3, 3)
    save(vm)
  }
  mutating func finish(_ vm: inout VM) throws(Raise) {
    try put(&vm, 0, 7)
    if have > 0 { try put(&vm, 0, 8 &- have) }
    try flush(&vm, end: true)
    save(vm)
  }

  mutating func write(_ vm: inout VM, _ data: Slot) throws(Raise) {
    let n = UInt32(vm.bytesOf(data).count), size = UInt32(vm(window).int(1)), mask = size &- 1
    var i: UInt32 = 0
    bytes: while i < n {
      var length: UInt32 = 0, distance: UInt32 = 0, next: UInt32 = 1
      // The search goes back through the window in pieces, between which others run.
      while true {
        do {
          let m = vm.memory, w = vm(window).word &+ 8, p = vm.place(data) &+ i, most = min(n &- i, 258), far = min(size, total)
          // What lies `d` back, and from there on what was just read: a match may run into itself.
          func back(_ d: UInt32, _ j: UInt32) -> UInt8 { j < d ? m.byte(w &+ (total &- d &+ j) & mask) : m.byte(p &+ j &- d) }
          var d = next
          let pieceEnd = min(far, next &+ 255)
          while d <= pieceEnd && length < most {
            // The byte that would make it longer decides first.
            if back(d, length) == m.byte(p &+ length) {
              var j: UInt32 = 0
              while j < most && back(d, j) == m.byte(p &+ j) { j &+= 1 }
              if j > length { length = j; distance = d }
            }
            d &+= 1
          }
          vm.port.spend(long: (d &- next) &* 8)
          next = d
          if d > far || length >= most { break }
        }
        try vm.yieldPoint()
        if UInt32(vm.bytesOf(data).count) < n { break bytes }
      }
      if length < 3 {
        length = 1
        try symbol(&vm, UInt32(vm.bytesOf(data)[Int(i)]))
      } else {
        try match(&vm, length: length, distance: distance)
      }
      let end = i &+ length
      while i < end {
        vm(window).setByte(8 &+ total & mask, vm.bytesOf(data)[Int(i)])
        total &+= 1
        i &+= 1
      }
      try flush(&vm, end: false)
      try vm.yieldPoint()
      // Bytes that can change may have become fewer meanwhile.
      if UInt32(vm.bytesOf(data).count) < n { break }
    }
    try flush(&vm, end: true)
    save(vm)
  }
}
