/// A serial flash on the QSPI pins, clock by clock: what the SSI talks to. It keeps its own contents, which the XIP windows show.
public protocol FlashDevice: AnyObject {
  /// Its chip select changed; `low` is selected.
  func select(_ low: Bool, at instant: Instant)
  /// One clock. `lines` is the level of SD0…SD3 (bits 0…3) as far as others drive them; the answer is what is on the lines: those the
  /// flash drives as it drives them, the others as given.
  func clock(_ lines: UInt8, at instant: Instant) -> UInt8
  /// When the erase, program or status write under way ends; nil when it is idle.
  var busyUntil: Instant? { get }
  /// Time has come to `instant`: an operation whose end that is takes effect.
  func settle(at instant: Instant)
  func save(to out: inout StateWriter)
  func restore(from input: inout StateReader) throws(StateError)
}

/// What stands behind the XIP windows of the bus: cache and counters.
public protocol XIPWindow: AnyObject {
  /// A word (or part of one) at `address` is read: cycles it takes.
  func read(_ address: UInt32) -> Int32
  /// A write to flash, which never writes: false for a bus fault.
  func write(_ address: UInt32) -> Bool
  /// The cache, for who looks by himself whether a read is a hit.
  var lines: XIPLines { get }
}

/// The XIP cache's memory of what it holds: 16 KB, two ways of 1024 lines of 8 bytes (RP2040 data sheet §2.6.3). Contents are the flash's
/// own; only hits, misses and their cost are kept.
///
/// A line has one tag and a valid bit for each of its two words: the SSI is set up to fetch 32 bits at a time. Which of two ways makes room is not documented;
/// pseudo-random fits MicroPython's benchmarks on a Pico best (Documentation/Ledger.md). All of it is raw memory, because a core looks here at every fourth
/// byte it executes.
public struct XIPLines: BitwiseCopyable {
  /// Tags of both ways, in sets; bit 31: word 0 valid, bit 30: word 1; bits 0…10 the address's upper bits.
  @usableFromInline let tags: UnsafeMutablePointer<UInt32>
  /// Hits, accesses, 1 while the cache is on (CTRL.EN), and the register that chooses the ways (never 0).
  @usableFromInline let counts: UnsafeMutablePointer<UInt64>
  public static let sets = 1024

  public init() {
    tags = .allocate(capacity: 2 * Self.sets)
    counts = .allocate(capacity: 4)
    counts.initialize(repeating: 0, count: 4)
    counts[3] = 1
    flush()
  }
  public func deallocate() {
    tags.deallocate()
    counts.deallocate()
  }
  public func flush() { tags.initialize(repeating: 0, count: 2 * Self.sets) }

  public var hits: UInt64 {
    get { counts[0] }
    nonmutating set { counts[0] = newValue }
  }
  public var accesses: UInt64 {
    get { counts[1] }
    nonmutating set { counts[1] = newValue }
  }
  public var isOn: Bool {
    get { counts[2] != 0 }
    nonmutating set { counts[2] = newValue ? 1 : 0 }
  }

  @usableFromInline static func set(_ address: UInt32) -> Int { Int(address &>> 3 & 1023) }
  @usableFromInline static func tag(_ address: UInt32) -> UInt32 { address &>> 13 & 0x7ff }
  private static func word(_ address: UInt32) -> UInt32 { address & 4 == 0 ? 1 << 31 : 1 << 30 }

  /// A hit of the word at `address` is counted and done; false: nothing has happened.
  @inlinable @inline(__always) public func hit(_ address: UInt32) -> Bool {
    guard address & 0x0200_0000 == 0, counts[2] != 0 else { return false }
    let s = Self.set(address), word: UInt32 = address & 4 == 0 ? 1 &<< 31 : 1 &<< 30
    let wanted = Self.tag(address) | word, mask = 0x7ff | word
    guard tags[2 &* s] & mask == wanted || tags[2 &* s &+ 1] & mask == wanted else { return false }
    counts[0] &+= 1
    counts[1] &+= 1
    return true
  }
  /// True if the word at `address` (an offset in flash) is there. With `allocate` it is afterwards.
  public func access(_ address: UInt32, check: Bool, allocate: Bool) -> Bool {
    let s = Self.set(address), tag = Self.tag(address), word = Self.word(address)
    for way in 0..<2 where tags[2 * s + way] & 0x7ff == tag && tags[2 * s + way] >> 30 != 0 {
      if tags[2 * s + way] & word != 0 { return check }
      if allocate { tags[2 * s + way] |= word }
      return false
    }
    if allocate { tags[2 * s + wayToFill(s)] = tag | word }
    return false
  }
  private func wayToFill(_ s: Int) -> Int {
    for way in 0..<2 where tags[2 * s + way] >> 30 == 0 { return way }
    var x = UInt32(truncatingIfNeeded: counts[3])
    x ^= x << 13
    x ^= x >> 17
    x ^= x << 5
    counts[3] = UInt64(x)
    return Int(x >> 16 & 1)
  }
  /// Forgets the line at `address`.
  public func invalidate(_ address: UInt32) {
    let s = Self.set(address)
    for way in 0..<2 where tags[2 * s + way] & 0x7ff == Self.tag(address) { tags[2 * s + way] = 0 }
  }
  public func save(to w: inout StateWriter) {
    w.put(Array(UnsafeBufferPointer(start: tags, count: 2 * Self.sets)))
    w.put(hits); w.put(accesses); w.put(counts[3])
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    let t: [UInt32] = try r.get()
    guard t.count == 2 * Self.sets else { throw StateError("damaged state of the XIP cache") }
    for i in t.indices { tags[i] = t[i] }
    hits = try r.get(); accesses = try r.get()
    counts[3] = max(try r.get(), 1)
  }
}
