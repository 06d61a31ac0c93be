import Port

/// The heap's own words in the interpreter's record: byte offsets. Map of its memory, from low to high:
///
///     block table | mark stack | [heapStart … objects … heapCursor) free … heapLimit | reserve | [zoneStart … pinned …) arenas | heapEnd
///
/// Everything from `rangeStart` to `heapEnd` is what the collector looks after; a reference elsewhere (flash) costs one subtraction.
enum HeapState {
  static var h: UInt32 { State.heapPrivate }
  static var rangeStart: UInt32 { h }
  /// Where bumping really ends: the zone less the reserve. `State.heapLimit` is 0 instead while each allocation must take the slow path.
  static var bumpEnd: UInt32 { h &+ 4 }
  /// Lowest byte of the pin zone.
  static var zoneStart: UInt32 { h &+ 8 }
  static var blockTable: UInt32 { h &+ 12 }
  static var markStack: UInt32 { h &+ 16 }
  /// Numbers given out by `id()`.
  static var identities: UInt32 { h &+ 20 }
  /// Entries in the identity table.
  static var identityCount: UInt32 { h &+ 24 }
  /// Collect at every n-th allocation (0: no), and how many are left.
  static var every: UInt32 { h &+ 28 }
  static var countdown: UInt32 { h &+ 32 }
  /// 1 while a MemoryError is being made: it may use the reserve.
  static var raising: UInt32 { h &+ 36 }
  /// gc.threshold: collect after so many bytes; 0: only when memory is gone.
  static var threshold: UInt32 { h &+ 40 }
  /// Bytes the heap may hold in a hostile window larger than it.
  static var capacity: UInt32 { h &+ 44 }
  /// First byte of the interrupt arenas: two halves for each core.
  static var arenas: UInt32 { h &+ 48 }
  /// Next free byte of each half (4 words), and which half each core allocates from (bits 0 and 1).
  static var arenaCursor: UInt32 { h &+ 52 }
  static var arenaActive: UInt32 { h &+ 68 }
  /// Most bytes ever in use, as far as collections saw.
  static var peak: UInt32 { h &+ 72 }
  /// Entries in the finaliser table.
  static var finalisers: UInt32 { h &+ 76 }

  /// Bytes that collections have freed, modulo 2^32.
  static var freed: UInt32 { h &+ 80 }
  #if !WithoutCompactingHeap
  /// Where the allocation that collects begins; `State.heapLimit` may be lower.
  static var goal: UInt32 { h &+ 84 }
  /// Slices since the last look for missed barriers, in watchful mode.
  static var watched: UInt32 { h &+ 88 }
  #endif
  /// Hard handlers in Python that are running; what is kept for them (`enterHandler`).
  static var handlers: UInt32 { h &+ 92 }
  static var pool: UInt32 { h &+ 96 }
  /// Marking in slices: `MarkingPhase`, and above it (<< 8) how many objects are on the mark stack; blocks with grey objects; the object (or thread,
  /// while stacks are looked at) that the last slice did not finish, and where it stopped; the cursor at which the next slice is due; bytes to look at.
  static var marking: UInt32 { h &+ 104 }
  static var greyBlocks: UInt32 { h &+ 108 }
  static var scanObject: UInt32 { h &+ 112 }
  static var scanAt: UInt32 { h &+ 116 }
  static var sliceAt: UInt32 { h &+ 120 }
  static var due: UInt32 { h &+ 124 }
  #if WithoutCompactingHeap
  /// Bytes in holes below the cursor, and the lists of holes (Sweep.swift).
  static var holes: UInt32 { h &+ 84 }
  static var holeLists: UInt32 { h &+ 88 }
  #endif

  static var markStackWords: UInt32 { 64 }
  static var arenaBytes: UInt32 { 256 }
  #if WithoutInterruptAllocation
  static var arenaHalves: UInt32 { 0 }
  #else
  static var arenaHalves: UInt32 { 4 }
  #endif
  /// Kept for hard handlers in Python: a 64th of the heap, but not more.
  static var mostPool: UInt32 { 2048 }
  /// Kept for the making of a MemoryError.
  static var reserve: UInt32 { 384 }
}

/// Bits of `State.heapFlags`.
enum HeapFlag {
  static var automatic: UInt32 { 1 }
  static var hostile: UInt32 { 2 }
  /// A hard handler in Python has run: from now on marking is done in slices ahead of need.
  static var incremental: UInt32 { 4 }
  /// Test mode: slices all the time, and a copy of every object as it was when it was looked at, to find stores without a barrier.
  static var watchful: UInt32 { 8 }
}

extension Root {
  /// storage: (object, number) sorted by address. Weak.
  static var identities: Root { .heap(0) }
  /// storage: weak references, by handle less 1.
  static var weak: Root { .heap(1) }
  /// storage: (object, 0 waiting or 1 due). Weak while waiting.
  static var finalisers: Root { .heap(2) }
  /// storage: (bytes object, its pinned copy).
  static var bounces: Root { .heap(3) }
}

/// What the old place of a moved object is filled with in hostile mode. It reads as the address of unmapped memory, its header bits as a
/// kind that does not exist and its count as negative, so that every use of it faults or is refused.
@inline(__always) var poison: UInt32 { 0xdbdb_dbdc }
