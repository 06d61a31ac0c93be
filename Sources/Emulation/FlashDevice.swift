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
  /// For each word of a way's 8 KB: way 0 in bits 0…15, way 1 above. Bit 15: the word is there; bits 0…10: the address's upper bits. All 0 while the cache is off.
  @usableFromInline let words: UnsafeMutablePointer<UInt32>
  /// What the cache holds while it is off.
  private let kept: UnsafeMutablePointer<UInt32>
  /// Hits, accesses beyond these, 1 while the cache is on (CTRL.EN), and the register that chooses the ways (never 0).
  @usableFromInline let counts: UnsafeMutablePointer<UInt64>
  public static let sets = 1024
  private static let size = 2 * sets

  public init() {
    words = .allocate(capacity: Self.size)
    kept = .allocate(capacity: Self.size)
    counts = .allocate(capacity: 4)
    counts.initialize(repeating: 0, count: 4)
    counts[3] = 1
    flush()
  }
  public func deallocate() {
    words.deallocate()
    kept.deallocate()
    counts.deallocate()
  }
  public func flush() {
    words.initialize(repeating: 0, count: Self.size)
    kept.initialize(repeating: 0, count: Self.size)
  }

  public var hits: UInt64 {
    get { counts[0] }
    nonmutating set { (counts[0], counts[1]) = (newValue, accesses &- newValue) }
  }
  public var accesses: UInt64 {
    get { counts[0] &+ counts[1] }
    nonmutating set { counts[1] = newValue &- counts[0] }
  }
  public func countHit() { counts[0] &+= 1 }
  public func countMiss() { counts[1] &+= 1 }
  public var isOn: Bool {
    get { counts[2] != 0 }
    nonmutating set {
      guard newValue != isOn else { return }
      counts[2] = newValue ? 1 : 0
      let from = newValue ? kept : words, to = newValue ? words : kept
      to.update(from: from, count: Self.size)
      from.update(repeating: 0, count: Self.size)
    }
  }

  @usableFromInline static func place(_ address: UInt32) -> Int { Int(address &>> 2 & 0x7ff) }
  private static func key(_ address: UInt32) -> UInt32 { address &>> 13 & 0x7ff | 0x8000 }

  /// A hit of the word at `address` is counted and done; false: nothing has happened. In the windows that do not look into the cache bit 25 of the address
  /// makes sure of that: no word has it.
  @inlinable @inline(__always) public func hit(_ address: UInt32) -> Bool {
    let both = words[Self.place(address)], key = address &>> 13 & 0x17ff | 0x8000
    guard both & 0xffff == key || both &>> 16 == key else { return false }
    counts[0] &+= 1
    return true
  }
  private func half(_ place: Int, _ way: Int) -> UInt32 { words[place] >> UInt32(16 * way) & 0xffff }
  private func put(_ half: UInt32, _ place: Int, _ way: Int) {
    words[place] = words[place] & ~(0xffff << UInt32(16 * way)) | half << UInt32(16 * way)
  }
  /// True if the word at `address` (an offset in flash) is there. With `allocate` it is afterwards.
  public func access(_ address: UInt32, check: Bool, allocate: Bool) -> Bool {
    let p = Self.place(address), key = Self.key(address)
    for way in 0..<2 {
      if half(p, way) == key { return check }
      guard half(p ^ 1, way) == key else { continue }
      if allocate { put(key, p, way) }
      return false
    }
    if allocate {
      let way = wayToFill(p)
      put(key, p, way)
      put(0, p ^ 1, way)
    }
    return false
  }
  private func wayToFill(_ place: Int) -> Int {
    for way in 0..<2 where half(place, way) | half(place ^ 1, way) == 0 { return way }
    var x = UInt32(truncatingIfNeeded: counts[3])
    x ^= x << 13
    x ^= x >> 17
    x ^= x << 5
    counts[3] = UInt64(x)
    return Int(x >> 16 & 1)
  }
  /// Forgets the line at `address`.
  public func invalidate(_ address: UInt32) {
    let p = Self.place(address) & ~1, key = Self.key(address)
    for way in 0..<2 where half(p, way) == key || half(p ^ 1, way) == key {
      put(0, p, way)
      put(0, p ^ 1, way)
    }
  }
  public func save(to w: inout StateWriter) {
    w.put(Array(UnsafeBufferPointer(start: isOn ? words : kept, count: Self.size)))
    w.put(hits); w.put(accesses); w.put(counts[3])
  }
  /// `isOn` is restored before.
  public func restore(from r: inout StateReader) throws(StateError) {
    let t: [UInt32] = try r.get()
    guard t.count == Self.size else { throw StateError("damaged state of the XIP cache") }
    for i in t.indices { (isOn ? words : kept)[i] = t[i] & 0x87ff_87ff }
    let restored: UInt64 = try r.get()
    hits = restored
    accesses = try r.get()
    counts[3] = max(try r.get(), 1)
  }
}
