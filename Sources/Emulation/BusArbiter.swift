import Glibc

/// Who waits when two masters want the same port of the bus fabric in one cycle (RP2040 data sheet §2.1.1, §2.1.2).
///
/// Each master writes down, for every cycle in which it is on the bus, which port it wants: one byte in a ring. When all have reached a cycle, `settle`
/// lays the rings side by side. Where two want the same port one of them waits a cycle: the one of lower priority, among equals the next after the
/// one that went first at the last conflict over that port. Everything that it does later moves by that cycle. So arbitration is exact as far as a master's
/// accesses do not depend on its delay, and a core's clock is late by no more than what it lost since its turn began; in turns of one
/// instruction it is exact. All of it is a matter of cycles: nothing is drawn, nothing depends on the host.
///
/// The rings are kept only while more than one master is at work.
public final class BusArbiter {
  /// Ports of the fabric as they stand in the rings.
  public enum Key {
    /// The four striped banks are 1 to 4, bank 4 (scratch X) 5, bank 5 (scratch Y) 6.
    public static let sram: UInt8 = 1, scratch: UInt8 = 5, xip: UInt8 = 7, rom: UInt8 = 8, apb: UInt8 = 9, fast: UInt8 = 10
    static let count = 11
    /// The port is still busy with what began before: nobody takes its place.
    public static let held: UInt8 = 0x40
  }
  /// Cores 0 and 1, the DMA's reads and its writes.
  public static let dmaRead = 2, dmaWrite = 3
  /// Cycles that a ring holds. A turn ends so that less than `reach` cycles are not settled, but for what a single instruction adds.
  static let size = 256
  public static let reach: Cycle = 128
  /// What stands in each ring where its master wants nothing: different, so that equal bytes are a conflict.
  private static let nothing: [4 of UInt64] = [0, 0x2020_2020_2020_2020, 0x3030_3030_3030_3030, 0x3838_3838_3838_3838]
  private static let ports: UInt64 = 0x3f3f_3f3f_3f3f_3f3f, high: UInt64 = 0x8080_8080_8080_8080, low7: UInt64 = 0x7f7f_7f7f_7f7f_7f7f

  /// What each master wants, by cycle plus shift, modulo 256.
  public let rings: [4 of UnsafeMutablePointer<UInt8>]
  /// A master's entry for a cycle is at that cycle plus this: less for each cycle that it has waited, and large so that sums stay in order.
  public private(set) var shifts = [4 of Cycle](repeating: 1 << 62)
  /// Up to here the rings have been looked at.
  private var settled: Cycle = 0
  /// Who went first at the last conflict over each port.
  private var winners = [11 of UInt8](repeating: 1)
  private var lastLoss: (cycle: Cycle, master: Int) = (.max, 0)
  /// Accesses are written down at present.
  public private(set) var isOn = false
  /// The DMA has written something down since `begin`.
  public private(set) var hearsDMA = false

  /// Cores execute instructions and wait for each other: there is something to count.
  public var isAvailable = false
  /// BUSCTRL.BUS_PRIORITY: the master goes before one without.
  public var isUrgent = [4 of Bool](repeating: false)
  /// BUSCTRL counts by the rings: they are kept for a single core too.
  public var counts = false
  /// Accesses, and those of them that had to wait, by `Key`.
  private var accesses = [11 of UInt64](repeating: 0)
  public private(set) var contested = [11 of UInt64](repeating: 0)
  /// Cycles that each master has waited so far.
  public private(set) var waited = [4 of Cycle](repeating: 0)
  /// Cycles of the DMA's reads and writes that it has not been told of yet.
  private var owed: (read: Cycle, write: Cycle) = (0, 0)

  public init() {
    func ring() -> UnsafeMutablePointer<UInt8> { .allocate(capacity: Self.size) }
    rings = [ring(), ring(), ring(), ring()]
    clear()
  }
  deinit { for n in 0..<4 { rings[n].deallocate() } }
  private func clear() { for n in 0..<4 { memset(rings[n], Int32(Self.nothing[n] & 0xff), Self.size) } }

  /// The port that an address lies behind; 0 where it is none of the fabric's (SIO, a core's own registers), or RAM that no Pico has.
  public static func key(_ a: UInt32) -> UInt8 {
    switch a >> 28 {
    case 0: Key.rom
    case 1: Key.xip
    case 2:
      if a >> 24 == 0x21 {
        Key.sram &+ UInt8(truncatingIfNeeded: a >> 16 & 3)
      } else if a & 0x4_0000 == 0 {
        Key.sram &+ UInt8(truncatingIfNeeded: a >> 2 & 3)
      } else {
        Key.scratch &+ UInt8(truncatingIfNeeded: a >> 12 & 1)
      }
    case 4: Key.apb
    case 5: Key.fast
    default: 0
    }
  }

  // MARK: Writing down

  /// From `cycle` on accesses are written down.
  public func begin(at cycle: Cycle) {
    clear()
    settled = cycle
    isOn = true
    hearsDMA = false
  }
  public func end() { isOn = false }
  /// The DMA has been away from the bus for as long as the rings go: the cores are compared with each other alone again.
  public func forgetDMA() {
    guard hearsDMA else { return }
    hearsDMA = false
    for n in 2..<4 { memset(rings[n], Int32(Self.nothing[n] & 0xff), Self.size) }
  }

  /// `master` holds the port of `address` for so many cycles from `cycle` on. One that is longer than the ring keeps others out as long as the ring goes.
  public func note(_ master: Int, _ address: UInt32, _ cycles: Int, at cycle: Cycle) {
    let key = Self.key(address)
    guard key != 0 else { return }
    let ring = rings[master], slot = cycle &+ shifts[master]
    ring[Int(UInt8(truncatingIfNeeded: slot))] = key
    for n in 1..<max(1, min(cycles, 192)) { ring[Int(UInt8(truncatingIfNeeded: slot &+ Cycle(n)))] = key | Key.held }
    if master >= Self.dmaRead { hearsDMA = true }
  }
  /// An access that no ring has.
  public func tally(_ address: UInt32) { accesses[Int(Self.key(address))] &+= 1 }
  /// What the DMA's reads and writes have waited since it was asked last.
  public func takeOwed() -> (read: Cycle, write: Cycle) {
    defer { owed = (0, 0) }
    return owed
  }

  /// Accesses to a port that began before `cycle`, where all masters have come at least.
  public func accesses(of port: Int, until cycle: Cycle) -> UInt64 {
    guard isOn, cycle > settled else { return accesses[port] }
    var n = accesses[port]
    for m in 0..<4 {
      for t in settled..<min(cycle, settled &+ Cycle(Self.size)) where Int(rings[m][Int(UInt8(truncatingIfNeeded: t &+ shifts[m]))]) == port { n &+= 1 }
    }
    return n
  }

  // MARK: Laying side by side

  /// Nothing that is written down for the cycles before this one is a conflict yet to be settled. Both cores have come that far.
  public func agrees(before cycle: Cycle) -> Bool {
    guard !counts && !hearsDMA else { return settled >= cycle }
    var t = settled
    while t < cycle {
      var conflicts = Self.same(
        Self.load(rings[0], UInt8(truncatingIfNeeded: t &+ shifts[0])), Self.load(rings[1], UInt8(truncatingIfNeeded: t &+ shifts[1])))
      if cycle &- t < 8 { conflicts &= (1 &<< (8 &* (cycle &- t))) &- 1 }
      if conflicts != 0 { return false }
      t &+= 8
    }
    return true
  }

  /// The cores have reached these cycles, the DMA the lesser of them: what they waited is added. Nothing from `limit` on is looked at. Unless it must be
  /// to the last cycle, up to seven are left for the next time.
  public func settle(_ times: inout [2 of Cycle], limit: Cycle, toTheLast: Bool) {
    while true {
      if !counts && !hearsDMA { settleTwo(&times, limit: limit) }
      let end = min(times[0], times[1], limit)
      if end <= settled || end &- settled < 8 && !toTheLast { return }
      settleSome(&times, upTo: end)
    }
  }
  /// Two cores alone, eight cycles at once, until less are left or a ring comes to its end.
  @inline(__always) private func settleTwo(_ times: inout [2 of Cycle], limit: Cycle) {
    let ring0 = UnsafeMutableRawPointer(rings[0]), ring1 = UnsafeMutableRawPointer(rings[1]), nothing1: UInt64 = 0x2020_2020_2020_2020
    var t = settled, shift0 = shifts[0], shift1 = shifts[1], time0 = times[0], time1 = times[1]
    while t &+ 8 <= min(time0, time1, limit) {
      let s0 = Int(UInt8(truncatingIfNeeded: t &+ shift0)), s1 = Int(UInt8(truncatingIfNeeded: t &+ shift1))
      guard s0 <= 248, s1 <= 248 else { break }
      let a = ring0.loadUnaligned(fromByteOffset: s0, as: UInt64.self), b = ring1.loadUnaligned(fromByteOffset: s1, as: UInt64.self)
      let conflicts = Self.same(a, b)
      if conflicts == 0 {
        ring0.storeBytes(of: 0, toByteOffset: s0, as: UInt64.self)
        ring1.storeBytes(of: nothing1, toByteOffset: s1, as: UInt64.self)
        t &+= 8
        continue
      }
      // What lies before the conflict is over; the conflict's cycle is looked at again, when its loser has moved.
      let free = UInt64(conflicts.trailingZeroBitCount) & 0x38, keep = ~0 &<< free
      ring0.storeBytes(of: a & keep, toByteOffset: s0, as: UInt64.self)
      ring1.storeBytes(of: b & keep | nothing1 & ~keep, toByteOffset: s1, as: UInt64.self)
      t &+= free &>> 3
      if conflict(0, UInt8(truncatingIfNeeded: a &>> free), 1, UInt8(truncatingIfNeeded: b &>> free)) == 0 {
        shift0 &-= 1
        time0 &+= 1
        waited[0] &+= 1
      } else {
        shift1 &-= 1
        time1 &+= 1
        waited[1] &+= 1
      }
    }
    settled = t
    shifts[0] = shift0; shifts[1] = shift1
    times = [time0, time1]
  }
  /// Bit 7 of each byte in which both want the same. Bytes below 0x40: the sum reaches bit 7 unless the byte is 0.
  @inline(__always) private static func same(_ a: UInt64, _ b: UInt64) -> UInt64 { ~(((a ^ b) & ports) &+ low7) & high }

  /// The same for up to eight cycles, to the first conflict: who loses it moves by a cycle, and the cycle of the conflict is looked at again.
  @inline(never) private func settleSome(_ times: inout [2 of Cycle], upTo end: Cycle) {
    let t = settled, n = min(8, Int(truncatingIfNeeded: end &- t)), masters = hearsDMA ? 4 : 2
    var slots = [4 of UInt8](repeating: 0), wants = Self.nothing
    for m in 0..<masters {
      slots[m] = UInt8(truncatingIfNeeded: t &+ shifts[m])
      wants[m] = Self.load(rings[m], slots[m])
    }
    var conflicts = Self.same(wants[0], wants[1])
    // The DMA's own two masters see to it themselves.
    if masters == 4 { for c in 0..<2 { conflicts |= Self.same(wants[c], wants[2]) | Self.same(wants[c], wants[3]) } }
    if n < 8 { conflicts &= (1 &<< (8 &* UInt64(n))) &- 1 }
    let free = conflicts == 0 ? n : conflicts.trailingZeroBitCount &>> 3
    for m in 0..<masters {
      if counts { count(wants[m], free) }
      Self.store(rings[m], slots[m], Self.nothing[m], free)
    }
    settled = t &+ Cycle(free)
    guard conflicts != 0 else { return }
    func want(_ m: Int) -> UInt8 { UInt8(truncatingIfNeeded: wants[m] &>> UInt64(8 &* free)) }
    for a in 0..<2 {
      for b in (a + 1)..<masters where (want(a) ^ want(b)) & 0x3f == 0 {
        let loser = conflict(a, want(a), b, want(b))
        shifts[loser] &-= 1
        waited[loser] &+= 1
        switch loser {
        case 0, 1: times[loser] &+= 1
        case Self.dmaRead: owed.read &+= 1
        default: owed.write &+= 1
        }
        return
      }
    }
  }
  /// Both `a` and `b` want the same port now: which of them waits.
  @inline(__always) private func conflict(_ a: Int, _ x: UInt8, _ b: Int, _ y: UInt8) -> Int {
    // Never beyond the table, whatever a ring holds.
    let port = Int(min(x & 0x3f, UInt8(Key.count - 1)))
    let winner: Int
    if (x ^ y) & Key.held != 0 {
      winner = x & Key.held != 0 ? a : b
    } else if isUrgent[a] != isUrgent[b] {
      winner = isUrgent[a] ? a : b
    } else {
      // The first of the two in the round after the last winner.
      let last = Int(winners[port])
      winner = a > last ? a : b > last ? b : a
    }
    winners[port] = UInt8(winner)
    let loser = winner == a ? b : a
    if counts {
      if !(lastLoss.cycle &+ 1 == settled && lastLoss.master == loser) { contested[port] &+= 1 }
      lastLoss = (settled, loser)
    }
    return loser
  }

  /// Counts what begins in the first `n` bytes.
  @inline(never) private func count(_ wants: UInt64, _ n: Int) {
    for i in 0..<n {
      let entry = UInt8(truncatingIfNeeded: wants >> UInt64(8 * i))
      if entry != 0 && entry < UInt8(Key.count) { accesses[Int(entry)] &+= 1 }
    }
  }
  @inline(__always) private static func load(_ ring: UnsafeMutablePointer<UInt8>, _ slot: UInt8) -> UInt64 {
    if slot <= 248 { return UInt64(littleEndian: UnsafeRawPointer(ring).loadUnaligned(fromByteOffset: Int(slot), as: UInt64.self)) }
    var v: UInt64 = 0
    for i in 0..<8 as Range<UInt8> { v |= UInt64(ring[Int(slot &+ i)]) &<< (8 &* UInt64(i)) }
    return v
  }
  @inline(__always) private static func store(_ ring: UnsafeMutablePointer<UInt8>, _ slot: UInt8, _ empty: UInt64, _ n: Int) {
    for i in 0..<UInt8(truncatingIfNeeded: n) { ring[Int(slot &+ i)] = UInt8(truncatingIfNeeded: empty) }
  }

  // MARK: State

  public func save(to out: inout StateWriter) {
    out.tag("bus")
    out.put(isOn); out.put(hearsDMA); out.put(settled); out.put(lastLoss.cycle); out.put(UInt8(lastLoss.master)); out.put(owed.read); out.put(owed.write)
    for n in 0..<Key.count { out.put(winners[n]); out.put(accesses[n]); out.put(contested[n]) }
    for n in 0..<4 { out.put(shifts[n]); out.put(waited[n]); out.put(Array(UnsafeBufferPointer(start: rings[n], count: Self.size))) }
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag("bus")
    isOn = try input.get(); hearsDMA = try input.get(); settled = try input.get()
    lastLoss = (try input.get(), Int(try input.get(UInt8.self) & 3))
    owed = (try input.get(), try input.get())
    for n in 0..<Key.count { winners[n] = try input.get(UInt8.self) & 3; accesses[n] = try input.get(); contested[n] = try input.get() }
    for n in 0..<4 {
      shifts[n] = try input.get()
      waited[n] = try input.get()
      let ring: [UInt8] = try input.get()
      guard ring.count == Self.size else { throw StateError("the saved bus is damaged") }
      ring.withUnsafeBufferPointer { rings[n].update(from: $0.baseAddress!, count: Self.size) }
    }
  }
}
