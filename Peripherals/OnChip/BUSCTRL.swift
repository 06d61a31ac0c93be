import Emulation
import Registers

/// BUSCTRL: priorities and the four performance counters of the bus fabric (RP2040 data sheet §2.1.1, §2.1.5).
///
/// ARM cores and the DMA wait for each other at the ports (`BusArbiter`); hosted cores do not, and reach SRAM without the bus: of theirs only the accesses
/// to registers, flash and ROM are counted, and selecting another event is reported.
public final class BUSCTRL: Peripheral {
  public let name = "BUSCTRL"
  typealias R = Registers.BUSCTRL
  private var priority: UInt32 = 0
  private var select = [4 of UInt32](repeating: 0x1f)
  /// The bus's count when the counter was cleared.
  private var base = [4 of UInt64](repeating: 0)
  private unowned(unsafe) let services: any ChipServices
  private unowned(unsafe) let bus: Bus

  public init(_ services: any ChipServices, bus: Bus) { self.services = services; self.bus = bus }

  /// PERFSEL's events: two for each port, the accesses that had to wait and all of them.
  private static let ports: [10 of UInt8] = [
    BusArbiter.Key.apb, BusArbiter.Key.fast, 6, 5, 4, 3, 2, 1, BusArbiter.Key.xip, BusArbiter.Key.rom,
  ]
  private func isCounted(_ event: UInt32) -> Bool {
    guard event < 20 else { return false }
    return bus.arbiter.isAvailable || event & 1 != 0 && Self.ports[Int(event >> 1)] >= BusArbiter.Key.xip
  }
  private func count(_ n: Int, at cycle: Cycle) -> UInt64 {
    guard isCounted(select[n]) else { return 0 }
    let port = Int(Self.ports[Int(select[n] >> 1)])
    return select[n] & 1 != 0 ? bus.arbiter.accesses(of: port, until: cycle) : bus.arbiter.contested[port]
  }
  /// What counter `n` has gone up since it was cleared. An access that was counted may still be put off.
  private func shown(_ n: Int, at cycle: Cycle) -> UInt64 {
    let since = count(n, at: cycle) &- base[n]
    return since >> 63 == 0 ? since : 0
  }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset > R.PERFSEL3.offset { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.BUS_PRIORITY.offset: return priority
    case R.BUS_PRIORITY_ACK.offset: return 1
    case R.PERFCTR0.offset...R.PERFSEL3.offset:
      let n = Int((offset - R.PERFCTR0.offset) / 8)
      // The counters stop at their end.
      return offset & 4 != 0 ? select[n] : UInt32(min(shown(n, at: cycle), 0xff_ffff))
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: access.cycle))
    switch offset {
    case R.BUS_PRIORITY.offset:
      priority = v & 0x1111
      tellPriority()
      if !bus.arbiter.isAvailable {
        services.unmodelled(
          name, "BUS_PRIORITY",
          bits: ["PROC0": R.BUS_PRIORITY.PROC0, "PROC1": R.BUS_PRIORITY.PROC1, "DMA_R": R.BUS_PRIORITY.DMA_R, "DMA_W": R.BUS_PRIORITY.DMA_W], in: priority)
      }
    case R.BUS_PRIORITY_ACK.offset: break
    case R.PERFCTR0.offset...R.PERFSEL3.offset:
      let n = Int((offset - R.PERFCTR0.offset) / 8)
      if offset & 4 != 0 {
        let shown = shown(n, at: access.cycle)
        select[n] = v & 31
        if !isCounted(select[n]) && select[n] < 20 { services.unmodelled(name, "PERFSEL event \(select[n])", write: true, value: v) }
        listen()
        base[n] = count(n, at: access.cycle) &- shown
      } else {
        base[n] = count(n, at: access.cycle)
      }
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
  }
  private func listen() {
    let wanted = !services.frequency(.sys).isZero && (0..<4).contains { isCounted(select[$0]) }
    if wanted != bus.isCounting { bus.isCounting = wanted }
  }
  private func tellPriority() {
    bus.arbiter.isUrgent = [
      R.BUS_PRIORITY.PROC0.of(priority) != 0, R.BUS_PRIORITY.PROC1.of(priority) != 0, R.BUS_PRIORITY.DMA_R.of(priority) != 0,
      R.BUS_PRIORITY.DMA_W.of(priority) != 0,
    ]
  }

  public func clockChanged(at cycle: Cycle) { listen() }
  public func reset(at cycle: Cycle) {
    priority = 0
    tellPriority()
    for n in 0..<4 { select[n] = 0x1f; base[n] = 0 }
    listen()
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    w.put(priority)
    for n in 0..<4 { w.put(select[n]); w.put(base[n]) }
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    priority = try r.get()
    tellPriority()
    for n in 0..<4 {
      select[n] = try r.get()
      base[n] = try r.get()
    }
    listen()
  }
}
