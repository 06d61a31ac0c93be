import Port

/// A ring of bytes between an interrupt handler and a task: one writes, one reads, so each moves its own index only.
/// Record: buffer, size (a power of two), read index, write index; the indices run freely.
struct Ring: BitwiseCopyable {
  let address: Address
  static var recordBytes: UInt32 { 16 }
  init(_ address: Address) { self.address = address }

  func prepare(_ m: Memory, buffer: Address, size: UInt32) {
    m[address] = buffer
    m[address &+ 4] = size
    m[address &+ 8] = 0
    m[address &+ 12] = 0
  }
  @inline(__always) func buffer(_ m: Memory) -> Address { m[address] }
  @inline(__always) func size(_ m: Memory) -> UInt32 { m[address &+ 4] }
  @inline(__always) func count(_ m: Memory) -> UInt32 { m[address &+ 12] &- m[address &+ 8] }
  @inline(__always) func isFull(_ m: Memory) -> Bool { count(m) >= size(m) }
  /// Adds a byte; false when the ring is full.
  @inline(__always) func put(_ m: Memory, _ byte: UInt8) -> Bool {
    let w = m[address &+ 12], n = size(m)
    if w &- m[address &+ 8] >= n { return false }
    m.setByte(m[address] &+ (w & (n &- 1)), byte)
    m[address &+ 12] = w &+ 1
    return true
  }
  /// Takes the oldest byte.
  @inline(__always) func take(_ m: Memory) -> UInt8? {
    let r = m[address &+ 8]
    if m[address &+ 12] == r { return nil }
    let b = m.byte(m[address] &+ (r & (size(m) &- 1)))
    m[address &+ 8] = r &+ 1
    return b
  }
  func clear(_ m: Memory) { m[address &+ 8] = m[address &+ 12] }
}
