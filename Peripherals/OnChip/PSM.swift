import Emulation
import Registers

/// PSM, the power-on state machine (RP2040 data sheet §2.13): forces stages off and on, and says which of them a watchdog resets.
public final class PSM: Peripheral {
  public let name = "PSM"
  private typealias R = Registers.PSM
  private var forceOn: UInt32 = 0, forceOff: UInt32 = 0
  /// WDSEL: the stages that a watchdog reset goes through.
  public private(set) var watchdogSelection: UInt32 = 0
  private static let stages: UInt32 = 0x1_ffff
  private unowned(unsafe) let services: any ChipServices
  public init(_ services: any ChipServices) { self.services = services }

  /// Stages that are held in reset.
  private var held: UInt32 { forceOff & ~forceOn }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset > R.DONE.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.FRCE_ON.offset: forceOn
    case R.FRCE_OFF.offset: forceOff
    case R.WDSEL.offset: watchdogSelection
    case R.DONE.offset: Self.stages & ~held
    default: 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let new = access.alias.apply(value, to: peek(offset, at: access.cycle)) & Self.stages
    switch offset {
    case R.FRCE_ON.offset: forceOn = new; services.holdStages(held)
    case R.FRCE_OFF.offset: forceOff = new; services.holdStages(held)
    case R.WDSEL.offset: watchdogSelection = new
    case R.DONE.offset: break
    default: services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value)
    }
  }
  public func reset(at cycle: Cycle) {
    forceOn = 0; forceOff = 0; watchdogSelection = 0
    services.holdStages(0)
  }
  public func save(to out: inout StateWriter) { out.tag(name); out.put(forceOn); out.put(forceOff); out.put(watchdogSelection) }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    forceOn = try input.get(); forceOff = try input.get(); watchdogSelection = try input.get()
    services.holdStages(held)
  }
}
