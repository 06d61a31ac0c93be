import Glibc

/// What an access on the bus came to.
public struct Reply: Sendable {
  public var value: UInt32
  /// Cycles the access took.
  public var cycles: Int32
  /// False: nothing answers there, or not in this way. The core takes a HardFault.
  public var ok: Bool
  init(_ value: UInt32, _ cycles: Int32) { self.value = value; self.cycles = cycles; ok = true }
  static var fault: Reply { var r = Reply(0, 1); r.ok = false; return r }
}

/// The address map: which block answers where, at what cost, and how narrow, atomic and unaligned accesses reach it
/// (RP2040 data sheet §2.1). RAM and flash are on it too, for masters that have no pointer of their own.
public final class Bus {
  public enum Kind: UInt8, Sendable {
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
    /// SRAM banks 0-3 without the striping (§2.6.2).
    case unstriped
  }
  struct Region {
    let kind: Kind
    let first: UInt32, last: UInt32
    let block: (any Peripheral)?
    /// Bit of RESETS that holds the block; 0 when none does.
    let resetMask: UInt32
    var reported = false
  }
  private var regions: [Region] = []
  /// Region number + 1 of each 4 KB page; 0 where nothing is.
  private let pages: UnsafeMutablePointer<UInt8>
  private static let shift: UInt32 = 12
  private let memory: UnsafeMutableRawPointer
  /// RESETS' bits of the blocks that are held in reset.
  public var held: UInt32 = 0
  /// A block held in reset was touched: reported once for each time it is held.
  public var onHeld: (_ block: String, _ offset: UInt32, _ write: Bool) -> Void = { _, _, _ in }

  public init(memory: UnsafeMutableRawPointer) {
    self.memory = memory
    // calloc: the host provides only the parts of the table that are used.
    pages = calloc(1 << (32 - Int(Self.shift)), 1)!.assumingMemoryBound(to: UInt8.self)
  }
  deinit { free(pages) }

  /// Puts a region at `first...last` (whole 4 KB pages). PPB regions of the two cores share their pages: attach core 0's first.
  public func attach(_ kind: Kind, _ first: UInt32, _ last: UInt32, block: (any Peripheral)? = nil, resetMask: UInt32 = 0) {
    precondition(regions.count < 255, "the address map has room for 255 regions")
    regions.append(Region(kind: kind, first: first, last: last, block: block, resetMask: resetMask))
    guard kind != .core1 else { return }
    for page in (first >> Self.shift)...(last >> Self.shift) { pages[Int(page)] = UInt8(regions.count) }
  }
  /// A block just came into or out of reset: a touch is worth a report again.
  public func forgetReports(_ mask: UInt32) {
    for i in regions.indices where regions[i].resetMask & mask != 0 { regions[i].reported = false }
  }

  public func load(_ address: UInt32, _ access: Access) -> Reply {
    let page = Int(pages[Int(address >> Self.shift)])
    guard page != 0, address & UInt32(access.bytes - 1) == 0 else { return .fault }
    let index = page - 1
    let kind = regions[index].kind
    switch kind {
    case .apb, .ahb, .single:
      let cost: Int32 = kind == .apb ? 3 : 1
      if regions[index].resetMask & held != 0 { touchedHeld(index, address, write: false); return Reply(0, cost) }
      let offset = address & (kind == .single ? 0x3ff : 0xfff)
      let word = regions[index].block.unsafelyUnwrapped.read(offset & ~3, access)
      return Reply(narrow(word, address, access.bytes), cost)
    case .core0, .core1:
      guard let i = privateRegion(index, access.master) else { return .fault }
      let word = regions[i].block!.read((address &- regions[i].first) & ~3, access)
      return Reply(narrow(word, address, access.bytes), 1)
    case .memory, .flash:
      return Reply(loadMemory(address, access.bytes), 2)
    case .unstriped:
      return Reply(loadMemory(striped(address), access.bytes), 2)
    }
  }

  public func store(_ address: UInt32, _ value: UInt32, _ access: Access) -> Reply {
    let page = Int(pages[Int(address >> Self.shift)])
    guard page != 0, address & UInt32(access.bytes - 1) == 0 else { return .fault }
    let index = page - 1
    let kind = regions[index].kind
    switch kind {
    case .apb, .ahb, .single:
      let cost: Int32 = kind == .apb ? 4 : 1
      if regions[index].resetMask & held != 0 { touchedHeld(index, address, write: true); return Reply(0, cost) }
      let alias: Alias = kind == .single ? .plain : Alias(rawValue: UInt8((address >> 12) & 3)).unsafelyUnwrapped
      let offset = address & (kind == .single ? 0x3ff : 0xfff)
      regions[index].block.unsafelyUnwrapped.write(
        offset & ~3, replicated(value, access.bytes), Access(master: access.master, alias: alias, bytes: access.bytes, cycle: access.cycle))
      return Reply(0, cost)
    case .core0, .core1:
      guard access.bytes == 4, let i = privateRegion(index, access.master) else { return .fault }
      regions[i].block!.write(address &- regions[i].first, value, access)
      return Reply(0, 1)
    case .memory:
      storeMemory(address, value, access.bytes)
      return Reply(0, 2)
    case .unstriped:
      storeMemory(striped(address), value, access.bytes)
      return Reply(0, 2)
    case .flash:
      return .fault
    }
  }

  /// A register's or memory word's value without side effects; nil where nothing is. For the debugger, windows and traces.
  public func peek(_ address: UInt32, master: Master = .core0, at cycle: Cycle) -> UInt32? {
    let page = Int(pages[Int(address >> Self.shift)])
    guard page != 0 else { return nil }
    let index = page - 1
    switch regions[index].kind {
    case .apb, .ahb: return regions[index].resetMask & held != 0 ? 0 : regions[index].block!.peek(address & 0xffc, at: cycle)
    case .single: return regions[index].block!.peek(address & 0x3fc, at: cycle)
    case .core0, .core1:
      guard let i = privateRegion(index, master) else { return nil }
      return regions[i].block!.peek((address &- regions[i].first) & ~3, at: cycle)
    case .memory, .flash: return loadMemory(address & ~3, 4)
    case .unstriped: return loadMemory(striped(address & ~3), 4)
    }
  }

  /// The memory at `address` for a bus master that moves `count` bytes; nil unless all of it is memory of that kind.
  public func memoryRange(_ address: UInt32, count: UInt32, writable: Bool) -> UnsafeMutableRawPointer? {
    let (last, over) = address.addingReportingOverflow(max(count, 1) - 1)
    let page = Int(pages[Int(address >> Self.shift)])
    guard !over, page != 0 else { return nil }
    let region = regions[page - 1]
    guard region.kind == .memory || (!writable && region.kind == .flash), last <= region.last else { return nil }
    return memory + Int(address)
  }

  // MARK: Details

  private func privateRegion(_ index: Int, _ master: Master) -> Int? {
    let wanted: Kind = master == .core1 ? .core1 : .core0
    guard master != .dma else { return nil }
    return regions[index].kind == wanted ? index : regions.firstIndex { $0.kind == wanted }
  }
  private func touchedHeld(_ index: Int, _ address: UInt32, write: Bool) {
    guard !regions[index].reported else { return }
    regions[index].reported = true
    onHeld(regions[index].block!.name, address & 0xfff, write)
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
