import Glibc

/// What an access on the bus came to.
public struct Reply: Sendable {
  public var value: UInt32
  /// Cycles the access took.
  public var cycles: Int32
  /// False: nothing answers there, or not in this way. The core takes a HardFault.
  public var ok: Bool
  @inlinable init(_ value: UInt32, _ cycles: Int32) { self.value = value; self.cycles = cycles; ok = true }
  static var fault: Reply { var r = Reply(0, 1); r.ok = false; return r }
}

/// The address map: which block answers where, at what cost, and how narrow, atomic and unaligned accesses reach it
/// (RP2040 data sheet §2.1). RAM and flash are on it too, for masters that have no pointer of their own.
public final class Bus {
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    case nothing
    /// An APB block: 16 KB, atomic aliases, 3 cycles to read and 4 to write through the bridge (§2.1.3).
    case apb
    /// A block on the fast bus: atomic aliases, one cycle.
    case ahb
    /// SIO: one cycle, no aliases, no reset.
    case single
    /// A core's own registers (PPB): only one core sees them.
    case core0, core1
    /// Ordinary memory behind the base pointer; `flash` is read-only.
    case memory, flash
    /// Memory whose block hears of every write to it, after it (USB's DPSRAM): the block's `write` gets the address within 4 KB.
    case watched
    /// Flash behind the XIP cache (§2.6.3): `xip` says what an access costs.
    case xip
    /// SRAM banks 0-3 without the striping (§2.6.2).
    case unstriped
  }
  /// Trivial: an access neither copies a counted reference nor an array.
  @usableFromInline struct Region: BitwiseCopyable {
    /// A block that is not held in reset, and not a core's own: `loadWord` and `storeWord` need no further look.
    @usableFromInline var isReady = false
    let kind: Kind
    var reported = false, stopReported = false
    /// Address bits that choose the alias window.
    @usableFromInline let aliasMask: UInt8
    /// Cycles of a read and a write.
    @usableFromInline let readCycles: Int32, writeCycles: Int32
    /// Address bits that say which register of the block is meant.
    @usableFromInline let offsetMask: UInt32
    let first: UInt32, last: UInt32
    /// Bit of RESETS that holds the block; 0 when none does.
    let resetMask: UInt32
    /// The gate of CLOCKS that the block's registers hang on; 0 when none does.
    let clockGate: UInt64
    @usableFromInline let gate: Unmanaged<Gate>
    /// PPB only: core 1's, where `gate` is core 0's.
    var other: Unmanaged<Gate>
  }
  private static let capacity = 256
  /// The first is what pages without anything lead to.
  @usableFromInline let regions: UnsafeMutablePointer<Region>
  private var count = 1
  /// Who waits when two cores want the same port.
  public let arbiter = BusArbiter()
  /// Keeps alive what `regions` points to.
  private var gates: [Gate] = []
  /// Region number of each 4 KB page; 0 where nothing is.
  @usableFromInline let pages: UnsafeMutablePointer<UInt8>
  private static let shift: UInt32 = 12
  private let memory: UnsafeMutableRawPointer
  /// Accesses are counted for BUSCTRL: by the rings of the arbiter for cores that have one, here for all others. Registers then take the longer way.
  public var isCounting = false {
    didSet {
      arbiter.counts = isCounting && arbiter.isAvailable
      for i in 0..<count { regions[i].isReady = isReady(regions[i]) }
    }
  }
  @inline(never) private func tally(_ address: UInt32, _ master: Master) {
    if master == .dma && !arbiter.isOn || master != .debugger && master != .dma && !arbiter.counts { arbiter.tally(address) }
  }

  /// RESETS' bits of the blocks that are held in reset.
  public var held: UInt32 = 0 {
    didSet { for i in 0..<count { regions[i].isReady = isReady(regions[i]) } }
  }
  /// CLOCKS' gates that are open while a core is awake. A block without a clock keeps its state: reads see the registers as they stand,
  /// without side effects, writes are lost.
  public var clockGates: UInt64 = ~0 {
    didSet {
      guard clockGates != oldValue else { return }
      for i in 0..<count {
        regions[i].isReady = isReady(regions[i])
        if regions[i].clockGate & clockGates != 0 { regions[i].stopReported = false }
      }
    }
  }
  /// Memories without a clock: bits 0…5 the banks of SRAM, 6 the ROM, 7 what is behind the XIP windows. Reads of them see 0, writes are lost.
  public var closedMemories: UInt8 = 0
  /// A block or memory without a clock was touched: reported once for each time.
  public var onStopped: (_ block: String, _ offset: UInt32, _ write: Bool) -> Void = { _, _, _ in }
  /// The cache in front of the XIP windows.
  public unowned(unsafe) var xip: (any XIPWindow)?
  /// A block held in reset was touched: reported once for each time it is held.
  public var onHeld: (_ block: String, _ offset: UInt32, _ write: Bool) -> Void = { _, _, _ in }

  public init(memory: UnsafeMutableRawPointer) {
    self.memory = memory
    // calloc: the host provides only the parts of the table that are used.
    pages = calloc(1 << (32 - Int(Self.shift)), 1)!.assumingMemoryBound(to: UInt8.self)
    regions = .allocate(capacity: Self.capacity)
    let nobody = Gate(), reference = Unmanaged.passUnretained(nobody)
    gates.append(nobody)
    regions.initialize(
      to: Region(
        kind: .nothing, aliasMask: 0, readCycles: 1, writeCycles: 1, offsetMask: 0, first: 0, last: 0, resetMask: 0, clockGate: 0,
        gate: reference, other: reference))
  }
  deinit {
    free(pages)
    regions.deallocate()
  }

  /// Puts a region at `first...last` (whole 4 KB pages). PPB regions of the two cores share their pages: attach core 0's first.
  public func attach(_ kind: Kind, _ first: UInt32, _ last: UInt32, block: (any Peripheral)? = nil, resetMask: UInt32 = 0, clockGate: UInt64 = 0) {
    precondition(count < Self.capacity, "the address map has room for 255 regions")
    let gate = block.map { Self.gate($0) } ?? gates[0]
    gates.append(gate)
    let reference = Unmanaged.passUnretained(gate)
    if kind == .core1 {
      let page = Int(pages[Int(first >> Self.shift)])
      precondition(regions[page].kind == .core0, "core 0's private registers come first")
      regions[page].other = reference
      return
    }
    let mask: UInt32 =
      switch kind {
      case .single: 0x3fc
      case .core0, .core1: 0xfffc
      default: 0xffc
      }
    // What LDR and STR take; only SIO is on the cores' single-cycle port.
    let cycles: (Int32, Int32) =
      switch kind {
      case .apb: (3, 4)
      case .ahb: (2, 2)
      default: (1, 1)
      }
    var region = Region(
      kind: kind, aliasMask: kind == .apb || kind == .ahb ? 3 : 0, readCycles: cycles.0, writeCycles: cycles.1, offsetMask: mask, first: first, last: last,
      resetMask: resetMask, clockGate: clockGate, gate: reference, other: Unmanaged.passUnretained(gates[0]))
    region.isReady = isReady(region)
    (regions + count).initialize(to: region)
    for page in (first >> Self.shift)...(last >> Self.shift) { pages[Int(page)] = UInt8(count) }
    count += 1
  }
  private static func gate<P: Peripheral>(_ block: P) -> Gate { BlockGate(block) }
  /// A block just came into or out of reset: a touch is worth a report again.
  public func forgetReports(_ mask: UInt32) {
    for i in 0..<count where regions[i].resetMask & mask != 0 { regions[i].reported = false }
  }

  private func isReady(_ r: Region) -> Bool { (r.kind == .apb || r.kind == .ahb || r.kind == .single) && r.resetMask & held == 0 && !isCounting && hasClock(r) }
  private func hasClock(_ r: Region) -> Bool { r.clockGate & ~clockGates == 0 }
  /// The memory at `address` has its clock.
  public func stands(_ address: UInt32) -> Bool { closedMemories == 0 || closedMemories & Self.memory(address) == 0 }
  /// The bit of `closedMemories` for an address (§2.6.2: words go over banks 0 to 3 in turn).
  private static func memory(_ address: UInt32) -> UInt8 {
    switch address >> 24 {
    case 0: 1 << 6
    case 0x10...0x13: 1 << 7
    case 0x20:
      if address < 0x2004_0000 { 1 << UInt8(address >> 2 & 3) } else { address < 0x2004_1000 ? 1 << 4 : 1 << 5 }
    case 0x21: 1 << UInt8(address >> 16 & 3)
    default: 0
    }
  }

  /// The short way to registers, without a reference to count.
  public var table: BusTable { BusTable(pages: pages, regions: regions, bus: .passUnretained(self)) }

  public func load(_ address: UInt32, _ access: Access) -> Reply {
    let region = regions + Int(pages[Int(address >> Self.shift)])
    guard address & UInt32(access.bytes &- 1) == 0 else { return .fault }
    if isCounting { tally(address, access.master) }
    if closedMemories | (region.pointee.kind == .watched ? 1 : 0) != 0, lostInMemory(region, address, access, write: false) { return Reply(0, 2) }
    switch region.pointee.kind {
    case .apb, .ahb, .single:
      let cost = region.pointee.readCycles
      if region.pointee.resetMask & held != 0 { touchedHeld(region, address, write: false); return Reply(0, cost) }
      if !hasClock(region.pointee) && access.master != .debugger {
        touchedStopped(region, address, write: false)
        return Reply(
          narrow(region.pointee.gate._withUnsafeGuaranteedRef { $0.peek(address & region.pointee.offsetMask, at: access.cycle) }, address, access.bytes), cost)
      }
      let word = region.pointee.gate._withUnsafeGuaranteedRef { $0.read(address & region.pointee.offsetMask, access) }
      return Reply(narrow(word, address, access.bytes), cost)
    case .core0, .core1:
      guard let gate = privateGate(region, access.master) else { return .fault }
      let word = gate._withUnsafeGuaranteedRef { $0.read(address & region.pointee.offsetMask, access) }
      return Reply(narrow(word, address, access.bytes), 1)
    case .memory, .watched, .flash:
      return Reply(loadMemory(address, access.bytes), 2)
    case .xip:
      // A debugger's look leaves no trace in the cache.
      let cycles = access.master == .debugger ? 1 : xip?.read(address) ?? 1
      return Reply(loadMemory(address, access.bytes), 1 + cycles)
    case .unstriped:
      return Reply(loadMemory(striped(address), access.bytes), 2)
    case .nothing:
      return .fault
    }
  }

  public func store(_ address: UInt32, _ value: UInt32, _ access: Access) -> Reply {
    let region = regions + Int(pages[Int(address >> Self.shift)])
    guard address & UInt32(access.bytes &- 1) == 0 else { return .fault }
    if isCounting { tally(address, access.master) }
    if closedMemories | (region.pointee.kind == .watched ? 1 : 0) != 0, lostInMemory(region, address, access, write: true) { return Reply(0, 2) }
    switch region.pointee.kind {
    case .apb, .ahb, .single:
      let cost = region.pointee.writeCycles
      if region.pointee.resetMask & held != 0 { touchedHeld(region, address, write: true); return Reply(0, cost) }
      if !hasClock(region.pointee) && access.master != .debugger { touchedStopped(region, address, write: true); return Reply(0, cost) }
      let alias = Alias(rawValue: UInt8(truncatingIfNeeded: address >> 12) & region.pointee.aliasMask).unsafelyUnwrapped
      let aliased = Access(master: access.master, alias: alias, bytes: access.bytes, cycle: access.cycle)
      region.pointee.gate._withUnsafeGuaranteedRef { $0.write(address & region.pointee.offsetMask, replicated(value, access.bytes), aliased) }
      return Reply(0, cost)
    case .core0, .core1:
      guard access.bytes == 4, let gate = privateGate(region, access.master) else { return .fault }
      gate._withUnsafeGuaranteedRef { $0.write(address & region.pointee.offsetMask, value, access) }
      return Reply(0, 1)
    case .memory:
      storeMemory(address, value, access.bytes)
      return Reply(0, 2)
    case .watched:
      storeMemory(address, value, access.bytes)
      region.pointee.gate._withUnsafeGuaranteedRef { $0.write(address & 0xfff, value, access) }
      return Reply(0, 2)
    case .unstriped:
      storeMemory(striped(address), value, access.bytes)
      return Reply(0, 2)
    case .xip:
      return access.master != .debugger && xip?.write(address) ?? false ? Reply(0, 2) : .fault
    case .flash:
      // The ROM takes writes and forgets them: firmware that writes through a null pointer goes on (TinyUSB did, for endpoint 0).
      return Reply(0, 2)
    case .nothing:
      return .fault
    }
  }

  /// A register's or memory word's value without side effects; nil where nothing is. For the debugger, windows and traces.
  public func peek(_ address: UInt32, master: Master = .core0, at cycle: Cycle) -> UInt32? {
    let region = regions + Int(pages[Int(address >> Self.shift)]), offset = address & region.pointee.offsetMask
    switch region.pointee.kind {
    case .apb, .ahb, .single: return region.pointee.resetMask & held == 0 ? region.pointee.gate._withUnsafeGuaranteedRef { $0.peek(offset, at: cycle) } : 0
    case .core0, .core1: return privateGate(region, master)?._withUnsafeGuaranteedRef { $0.peek(offset, at: cycle) }
    case .memory, .watched, .flash, .xip: return loadMemory(address & ~3, 4)
    case .unstriped: return loadMemory(striped(address & ~3), 4)
    case .nothing: return nil
    }
  }

  /// The memory at `address` for a bus master that moves `count` bytes; nil unless all of it is memory of that kind.
  public func memoryRange(_ address: UInt32, count: UInt32, writable: Bool) -> UnsafeMutableRawPointer? {
    let (last, over) = address.addingReportingOverflow(max(count, 1) - 1)
    guard !over else { return nil }
    let region = regions[Int(pages[Int(address >> Self.shift)])]
    guard region.kind == .memory || (!writable && (region.kind == .flash || region.kind == .xip || region.kind == .watched)), last <= region.last else {
      return nil
    }
    return memory + Int(address)
  }

  // MARK: Details

  @inline(__always) private func privateGate(_ region: UnsafeMutablePointer<Region>, _ master: Master) -> Unmanaged<Gate>? {
    switch master {
    case .core0, .debugger: region.pointee.gate
    case .core1: region.pointee.other
    case .dma: nil
    }
  }
  @inline(never) private func touchedHeld(_ region: UnsafeMutablePointer<Region>, _ address: UInt32, write: Bool) {
    guard !region.pointee.reported else { return }
    region.pointee.reported = true
    onHeld(region.pointee.gate._withUnsafeGuaranteedRef { $0.name }, address & 0xfff, write)
  }
  @inline(never) private func touchedStopped(_ region: UnsafeMutablePointer<Region>, _ address: UInt32, write: Bool) {
    guard !region.pointee.stopReported else { return }
    region.pointee.stopReported = true
    onStopped(region.pointee.gate._withUnsafeGuaranteedRef { $0.name }, address & 0xfff, write)
  }
  /// An access to memory without a clock.
  @inline(never) private func lostInMemory(_ region: UnsafeMutablePointer<Region>, _ address: UInt32, _ access: Access, write: Bool) -> Bool {
    guard access.master != .debugger else { return false }
    if region.pointee.kind == .watched {
      guard !hasClock(region.pointee) else { return false }
      touchedStopped(region, address, write: write)
      return true
    }
    let memory = Self.memory(address) & closedMemories
    guard memory != 0 else { return false }
    let n = memory.trailingZeroBitCount
    onStopped(n < 6 ? "SRAM\(n)" : n == 6 ? "ROM" : "XIP", address & 0xff_ffff, write)
    return true
  }
  @inline(__always) private func narrow(_ word: UInt32, _ address: UInt32, _ bytes: UInt8) -> UInt32 {
    if bytes == 4 { return word }
    let shifted = word >> ((address & 3) * 8)
    return bytes == 1 ? shifted & 0xff : shifted & 0xffff
  }
  @inline(__always) private func replicated(_ value: UInt32, _ bytes: UInt8) -> UInt32 {
    if bytes == 4 { return value }
    return bytes == 1 ? (value & 0xff) * 0x0101_0101 : (value & 0xffff) * 0x1_0001
  }
  /// The striped address of a word of the unstriped view: bank n of 64 KB holds every fourth word, from the n-th on.
  private func striped(_ address: UInt32) -> UInt32 {
    let bank = (address >> 16) & 3, word = (address & 0xffff) >> 2
    return 0x2000_0000 + (word << 4 | bank << 2 | address & 3)
  }
  private func loadMemory(_ a: UInt32, _ bytes: UInt8) -> UInt32 {
    let p = memory + Int(a)
    return switch bytes {
    case 1: UInt32(p.load(as: UInt8.self))
    case 2: UInt32(p.load(as: UInt16.self))
    default: p.load(as: UInt32.self)
    }
  }
  private func storeMemory(_ a: UInt32, _ value: UInt32, _ bytes: UInt8) {
    let p = memory + Int(a)
    switch bytes {
    case 1: p.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
    case 2: p.storeBytes(of: UInt16(truncatingIfNeeded: value), as: UInt16.self)
    default: p.storeBytes(of: value, as: UInt32.self)
    }
  }
}

/// What a core needs at every access to a register: trivial, to be kept where the access is. The bus must outlive it.
public struct BusTable: BitwiseCopyable {
  @usableFromInline let pages: UnsafeMutablePointer<UInt8>
  @usableFromInline let regions: UnsafeMutablePointer<Bus.Region>
  @usableFromInline let bus: Unmanaged<Bus>
  init(pages: UnsafeMutablePointer<UInt8>, regions: UnsafeMutablePointer<Bus.Region>, bus: Unmanaged<Bus>) {
    self.pages = pages; self.regions = regions; self.bus = bus
  }

  public func note(_ master: Int, _ address: UInt32, _ cycles: Int, at cycle: Cycle) {
    bus._withUnsafeGuaranteedRef { $0.arbiter.note(master, address, cycles, at: cycle) }
  }
  public func agrees(before cycle: Cycle) -> Bool { bus._withUnsafeGuaranteedRef { $0.arbiter.agrees(before: cycle) } }
  public var allMemoriesStand: Bool { bus._withUnsafeGuaranteedRef { $0.closedMemories == 0 } }
  public func stands(_ address: UInt32) -> Bool { bus._withUnsafeGuaranteedRef { $0.stands(address) } }
  public func load(_ address: UInt32, _ access: Access) -> Reply { bus._withUnsafeGuaranteedRef { $0.load(address, access) } }
  public func store(_ address: UInt32, _ value: UInt32, _ access: Access) -> Reply { bus._withUnsafeGuaranteedRef { $0.store(address, value, access) } }
  /// `load` of a whole word. Registers take the short way, which is inlined where a core's access is.
  @inlinable @inline(__always) public func loadWord(_ address: UInt32, _ access: Access) -> Reply {
    let region = regions + Int(pages[Int(address &>> 12)])
    guard region.pointee.isReady, address & 3 == 0 else { return bus._withUnsafeGuaranteedRef { $0.load(address, access) } }
    return Reply(region.pointee.gate._withUnsafeGuaranteedRef { $0.read(address & region.pointee.offsetMask, access) }, region.pointee.readCycles)
  }
  /// `store` of a whole word; see `loadWord`.
  @inlinable @inline(__always) public func storeWord(_ address: UInt32, _ value: UInt32, _ access: Access) -> Reply {
    let region = regions + Int(pages[Int(address &>> 12)])
    guard region.pointee.isReady, address & 3 == 0 else { return bus._withUnsafeGuaranteedRef { $0.store(address, value, access) } }
    let alias = unsafeBitCast(UInt8(truncatingIfNeeded: address &>> 12) & region.pointee.aliasMask, to: Alias.self)
    region.pointee.gate._withUnsafeGuaranteedRef {
      $0.write(address & region.pointee.offsetMask, value, Access(master: access.master, alias: alias, bytes: 4, cycle: access.cycle))
    }
    return Reply(0, region.pointee.writeCycles)
  }
}

/// A block as the bus calls it. A class of its own, because the table can hold a plain class without counting references, and an existential not.
@usableFromInline class Gate {
  init() {}
  var name: String { "" }
  @usableFromInline func read(_ offset: UInt32, _ access: Access) -> UInt32 { 0 }
  @usableFromInline func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { 0 }
  @usableFromInline func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {}
}
private final class BlockGate<P: Peripheral>: Gate {
  private let block: P
  init(_ block: P) { self.block = block }
  override var name: String { block.name }
  override func read(_ offset: UInt32, _ access: Access) -> UInt32 { block.read(offset, access) }
  override func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { block.peek(offset, at: cycle) }
  override func write(_ offset: UInt32, _ value: UInt32, _ access: Access) { block.write(offset, value, access) }
}
