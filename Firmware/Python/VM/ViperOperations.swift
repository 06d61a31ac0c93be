import Port

/// Operands of the instruction `viper`, which no other compiler emits. Sizes of what is loaded and stored follow from the last two bits.
public enum ViperCode: UInt8 {
  /// The top becomes a signed or unsigned number of 32 bits; a pointer (a number, or an object with bytes); an address.
  case int = 0, uint, pointer, address
  /// pointer index → number
  case load8 = 8, load16, load32
  /// value pointer index →
  case store8 = 12, store16, store32
}

extension VM {
  /// One `viper` instruction; `s` is the top of the stack. The result of a load goes to the slot below.
  @inline(never)
  mutating func viper(_ n: UInt32, _ s: Slot) throws(Raise) {
    port.spend(4)
    switch n {
    case 0: try newInt(Int64(Int32(bitPattern: try toWord(s))), s)
    case 1: try newInt(unsigned: UInt64(try toWord(s)), s)
    case 2: if !isByteLike(s) { try newInt(unsigned: UInt64(try toWord(s)), s) }
    // The bytes must not move any more once their address is known: the pin stays.
    case 3: if isByteLike(s) { try newInt(unsigned: UInt64(try pin(s)), s) }
    case 8, 9, 10:
      let p = Slot(s.address &- 4), size = 1 as UInt32 &<< (n & 3), index = Int64(try toInt32(s))
      var v: UInt32 = 0
      if isByteLike(p) {
        let at = try viperOffset(p, index, size)
        let bytes = view(p)
        var i: UInt32 = 0
        while i < size { v |= UInt32(bytes[at &+ i]) &<< (8 &* i); i &+= 1 }
      } else {
        v = loadMachine(try viperAddress(p, index, size), bytes: size)
      }
      try newInt(n == 10 ? Int64(Int32(bitPattern: v)) : Int64(v), p)
    default:
      let p = Slot(s.address &- 4), size = 1 as UInt32 &<< (n & 3), index = Int64(try toInt32(s)), v = try toWord(Slot(s.address &- 8))
      if isByteLike(p) {
        let at = try viperOffset(p, index, size)
        if isText(native(self(p))) || native(self(p)).isKind(Kind.bytes) { throw raise(.TypeError, "object is read-only") }
        let bytes = view(p)
        var i: UInt32 = 0
        while i < size { bytes.set(at &+ i, UInt8(truncatingIfNeeded: v &>> (8 &* i))); i &+= 1 }
      } else if !storeMachine(try viperAddress(p, index, size), v, bytes: size) {
        throw raise(.ValueError, "that memory is read-only")
      }
    }
  }
  private mutating func viperOffset(_ p: Slot, _ index: Int64, _ size: UInt32) throws(Raise) -> UInt32 {
    let at = index &* Int64(size)
    if at < 0 || at &+ Int64(size) > Int64(view(p).count) { throw raise(.IndexError, "pointer index out of range") }
    return UInt32(at)
  }
  private mutating func viperAddress(_ p: Slot, _ index: Int64, _ size: UInt32) throws(Raise) -> Address {
    let a = try toWord(p) &+ UInt32(truncatingIfNeeded: index) &* size
    if a & (size &- 1) != 0 || !isMapped(a) { throw raise(.ValueError, "nothing is mapped at that address, or it is not aligned") }
    return a
  }

  // MARK: Raw memory

  /// ROM, flash and its aliases, SRAM, USB RAM and registers (RP2040 data sheet §2.2), and the heap, which may lie in lent RAM.
  public borrowing func isMapped(_ a: Address) -> Bool {
    switch a >> 24 {
    case 0x00: return a < 0x4000
    case 0x10, 0x11, 0x12, 0x13: return a & 0xff_ffff < 2 << 20
    case 0x20: return a < 0x2004_2000
    case 0x21: return a < 0x2104_0000
    case 0x40: return a < 0x4007_0000
    case 0x50: return a < 0x5010_4000 || a >= 0x5020_0000 && a < 0x5040_0000
    case 0xd0: return a < 0xd000_0180
    case 0xe0: return a >= 0xe000_e000 && a < 0xe000_f000
    default: return isHeap(a)
    }
  }
  private borrowing func isHeap(_ a: Address) -> Bool { a >= memory[state &+ State.heapStart] && a < memory[state &+ State.heapEnd] }
  /// RAM and flash are memory; the rest are registers, where a narrow read takes its part of the word.
  public borrowing func isMemory(_ a: Address) -> Bool {
    a >> 24 == 0x20 || a >> 24 == 0x10 || a < 0x4000 || a >= 0x5010_0000 && a < 0x5010_1000 || isHeap(a)
  }
  public borrowing func loadMachine(_ a: Address, bytes: UInt32) -> UInt32 {
    port.spend(6)
    if isMemory(a) { return bytes == 1 ? UInt32(memory.byte(a)) : bytes == 2 ? UInt32(memory.half(a)) : memory[a] }
    let word = port.read(a & ~3) >> (a % 4 &* 8)
    return bytes == 1 ? word & 0xff : bytes == 2 ? word & 0xffff : word
  }
  /// False if the place cannot be written this way.
  public borrowing func storeMachine(_ a: Address, _ v: UInt32, bytes: UInt32) -> Bool {
    port.spend(6)
    if a >> 28 == 1 || a < 0x4000 { return false }
    if isMemory(a) {
      if bytes == 1 {
        memory.setByte(a, UInt8(truncatingIfNeeded: v))
      } else if bytes == 2 {
        memory.setHalf(a, UInt16(truncatingIfNeeded: v))
      } else {
        memory[a] = v
      }
      return true
    }
    // A narrow write to a register arrives with its bytes repeated over the word (§2.1.4).
    port.write(a & ~3, bytes == 1 ? (v & 0xff) &* 0x0101_0101 : bytes == 2 ? (v & 0xffff) &* 0x1_0001 : v)
    return true
  }
}
