import Emulation
import Registers

/// BUSCTRL: priorities and the four performance counters of the bus fabric (RP2040 data sheet §2.1.1, §2.1.5).
///
/// Counted are accesses to the APB, the fast peripherals, XIP and ROM as far as they pass through the bus. SRAM is reached without it and
/// masters never wait for each other here, so that the counters of SRAM and of contention stay at 0: selecting one is reported.
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

  /// PERFSEL's events that the bus counts.
  private static func port(_ event: UInt32) -> Bus.Port? {
    switch event {
    case 0x01: .apb
    case 0x03: .fast
    case 0x11: .xip
    case 0x13: .rom
    default: nil
    }
  }
  private func count(_ n: Int) -> UInt64 { Self.port(select[n]).map { bus.count(of: $0) } ?? 0 }

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
      return offset & 4 != 0 ? select[n] : UInt32(min(count(n) - base[n], 0xff_ffff))
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: access.cycle))
    switch offset {
    case R.BUS_PRIORITY.offset:
      priority = v & 0x1111
      services.unmodelled(
        name, "BUS_PRIORITY",
        bits: ["PROC0": R.BUS_PRIORITY.PROC0, "PROC1": R.BUS_PRIORITY.PROC1, "DMA_R": R.BUS_PRIORITY.DMA_R, "DMA_W": R.BUS_PRIORITY.DMA_W], in: priority)
    case R.BUS_PRIORITY_ACK.offset: break
    case R.PERFCTR0.offset...R.PERFSEL3.offset:
      let n = Int((offset - R.PERFCTR0.offset) / 8)
      if offset & 4 != 0 {
        let shown = count(n) - base[n]
        select[n] = v & 31
        if Self.port(select[n]) == nil && select[n] <= 0x13 { services.unmodelled(name, "PERFSEL event \(select[n])", write: true, value: v) }
        base[n] = count(n) &- min(shown, count(n))
        listen()
      } else {
        base[n] = count(n)
      }
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
  }
  private func listen() { bus.isCounting = !services.frequency(.sys).isZero && (0..<4).contains { Self.port(select[$0]) != nil } }

  public func clockChanged(at cycle: Cycle) { listen() }
  public func reset(at cycle: Cycle) {
    priority = 0
    for n in 0..<4 { select[n] = 0x1f; base[n] = 0 }
    listen()
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    w.put(priority)
    for n in 0..<4 { w.put(select[n]); w.put(count(n) - base[n]) }
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    priority = try r.get()
    for n in 0..<4 {
      select[n] = try r.get()
      let shown: UInt64 = try r.get()
      base[n] = count(n) &- shown
    }
    listen()
  }
}
