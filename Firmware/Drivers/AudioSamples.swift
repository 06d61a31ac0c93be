import Kernel
import Port

/// A program's samples and what the hardware takes: the ends of a stream of sound that tasks see.
extension Board {
  /// Bytes of a frame in the ring.
  private func unit(_ r: Address) -> UInt32 {
    let m = memory, kind = m[r &+ AudioRecord.kind]
    return kind == AudioKind.pwm ? 2 : kind == AudioKind.transmit && m[r &+ AudioRecord.width] == 2 ? 4 : 8
  }
  func readiness(audio r: Address) -> UInt32 {
    let m = memory, held = m[r &+ AudioRecord.put] &- m[r &+ AudioRecord.taken]
    if m[r &+ AudioRecord.kind] == AudioKind.receive { return held >= m[r &+ AudioRecord.threshold] ? Readiness.readable : 0 }
    return m[r &+ AudioRecord.size] &- held >= m[r &+ AudioRecord.threshold] ? Readiness.writable : 0
  }

  /// Whole frames of a program's samples into the ring, as many as there are and fit; at least one must be there.
  func writeAudio(_ r: Address, _ from: UnsafePointer<UInt8>, _ count: UInt32) -> Int32 {
    let m = memory
    if m[r &+ AudioRecord.kind] == AudioKind.receive { return -Errno.badDescriptor }
    if count < audioFrame(r) { return -Errno.invalid }
    if m[r &+ AudioRecord.pendingBytes] != 0 { return -Errno.busy }
    let n = putSamples(r, from, count)
    return n == 0 ? -Errno.wouldBlock : Int32(n)
  }
  func readAudio(_ r: Address, _ to: UnsafeMutablePointer<UInt8>, _ count: UInt32) -> Int32 {
    let m = memory
    if m[r &+ AudioRecord.kind] != AudioKind.receive { return -Errno.badDescriptor }
    if count < audioFrame(r) { return -Errno.invalid }
    if m[r &+ AudioRecord.pendingBytes] != 0 { return -Errno.busy }
    let n = takeSamples(r, to, count)
    return n == 0 ? -Errno.wouldBlock : Int32(n)
  }

  /// Moves `count` bytes at `address`, which stays where it is, and calls back at the end: what can be at once, the rest from the interrupts of the blocks. False: such
  /// a thing is under way.
  public func moveAudio(_ r: Address, _ at: Address, _ count: UInt32, then callback: Callback) -> Bool {
    let m = memory, whole = count / audioFrame(r) &* audioFrame(r)
    if m[r &+ AudioRecord.pendingBytes] != 0 { return false }
    let n = moveSamples(r, at, whole)
    if n == whole {
      schedule(callback)
      return true
    }
    keep(callback, at: r &+ AudioRecord.callback)
    m[r &+ AudioRecord.pending] = at &+ n
    m[r &+ AudioRecord.pendingBytes] = whole &- n
    return true
  }
  public func isAudioMoving(_ r: Address) -> Bool { memory[r &+ AudioRecord.pendingBytes] != 0 }
  /// Ends what moves in the background; nothing is called.
  public func endAudioMove(_ r: Address) { port.exclusive { memory[r &+ AudioRecord.pendingBytes] = 0 } }
  /// The next part of what moves in the background. From the interrupt handler.
  func moveAudio(_ r: Address) {
    let m = memory, count = m[r &+ AudioRecord.pendingBytes], n = moveSamples(r, m[r &+ AudioRecord.pending], count), callback = r &+ AudioRecord.callback
    m[r &+ AudioRecord.pending] &+= n
    m[r &+ AudioRecord.pendingBytes] = count &- n
    if count == n { schedule(Callback(function: m[callback], argument: m[callback &+ 4], hard: m[callback &+ 8] != 0)) }
  }
  private func moveSamples(_ r: Address, _ at: Address, _ count: UInt32) -> UInt32 {
    let bytes = memory.at(at).assumingMemoryBound(to: UInt8.self)
    return memory[r &+ AudioRecord.kind] == AudioKind.receive ? takeSamples(r, bytes, count) : putSamples(r, bytes, count)
  }

  private func putSamples(_ r: Address, _ from: UnsafePointer<UInt8>, _ count: UInt32) -> UInt32 {
    let m = memory, kind = m[r &+ AudioRecord.kind], width = m[r &+ AudioRecord.width], channels = m[r &+ AudioRecord.channels]
    let unit = unit(r), ring = m[r &+ AudioRecord.ring], size = m[r &+ AudioRecord.size]
    var put = m[r &+ AudioRecord.put], rest = m[r &+ AudioRecord.rest]
    let frames = min(count / (channels &* width), (size &- (put &- m[r &+ AudioRecord.taken])) / unit)
    let bits = m[r &+ AudioRecord.bits], divisor = max(m[r &+ AudioRecord.divisor], 1)
    var n: UInt32 = 0, at = 0
    while n < frames {
      let to = ring &+ (put & (size &- 1))
      if kind == AudioKind.pwm {
        // Unsigned 16 bits, scaled to the period; what is left over goes into the next sample (first-order error feedback). One channel is heard.
        let sample = width == 1 ? UInt32(from[at]) << 8 : (UInt32(from[at]) | UInt32(from[at + 1]) << 8) ^ 0x8000
        let scaled = sample << bits &+ rest, level = scaled / divisor
        rest = scaled &- level &* divisor
        m.setHalf(to, UInt16(truncatingIfNeeded: min(level, 0xffff)))
      } else {
        let left = sample(from, at, width), right = channels == 2 ? sample(from, at + Int(width), width) : left
        if unit == 4 { m[to] = left << 16 | right } else { m[to] = left; m[to &+ 4] = right }
      }
      put &+= unit
      at += Int(channels &* width)
      n &+= 1
      if n & 31 == 0 || n == frames {
        m[r &+ AudioRecord.put] = put
        m[r &+ AudioRecord.rest] = rest
        port.spend(Int32(bitPattern: ((n &- 1) & 31 &+ 1) &* 24))
      }
    }
    return n &* channels &* width
  }
  private func takeSamples(_ r: Address, _ to: UnsafeMutablePointer<UInt8>, _ count: UInt32) -> UInt32 {
    let m = memory, width = Int(m[r &+ AudioRecord.width]), channels = m[r &+ AudioRecord.channels]
    let ring = m[r &+ AudioRecord.ring], size = m[r &+ AudioRecord.size], frame = channels &* UInt32(width)
    let frames = min(count / frame, (m[r &+ AudioRecord.put] &- m[r &+ AudioRecord.taken]) / 8)
    var n: UInt32 = 0, at = 0
    while n < frames {
      let from = ring &+ (m[r &+ AudioRecord.taken] & (size &- 1))
      var c: UInt32 = 0
      while c < channels {
        // The upper bits of a word; one channel is the left one.
        let word = m[from &+ c &* 4]
        var i = 0
        while i < width { to[at + i] = UInt8(truncatingIfNeeded: word >> UInt32((4 - width + i) * 8)); i += 1 }
        at += width
        c &+= 1
      }
      m[r &+ AudioRecord.taken] &+= 8
      n &+= 1
      if n & 31 == 0 || n == frames { port.spend(Int32(bitPattern: ((n &- 1) & 31 &+ 1) &* 20)) }
    }
    return n &* frame
  }
  /// A sample of 16 or 32 bits, least significant byte first.
  @inline(__always) private func sample(_ from: UnsafePointer<UInt8>, _ at: Int, _ width: UInt32) -> UInt32 {
    let low = UInt32(from[at]) | UInt32(from[at + 1]) << 8
    return width == 2 ? low : low | UInt32(from[at + 2]) << 16 | UInt32(from[at + 3]) << 24
  }
}
