/// Who performs a bus access.
public enum Master: UInt8, Sendable, BitwiseCopyable { case core0, core1, dma, debugger }

/// The alias window an access came through (RP2040 data sheet §2.1.2).
public enum Alias: UInt8, Sendable {
  case plain, xor, set, clear
  /// What a write of `value` makes of a register that holds `old`.
  public func apply(_ value: UInt32, to old: UInt32) -> UInt32 {
    switch self {
    case .plain: value
    case .xor: old ^ value
    case .set: old | value
    case .clear: old & ~value
    }
  }
}

/// One access to a peripheral register.
public struct Access: Sendable {
  public let master: Master, alias: Alias
  /// Width of the access in bytes: 1, 2 or 4. A narrow write reaches the block with its bytes repeated over the word (§2.1.4).
  public let bytes: UInt8
  public let cycle: Cycle
  @inlinable public init(master: Master, alias: Alias = .plain, bytes: UInt8 = 4, cycle: Cycle) {
    self.master = master; self.alias = alias; self.bytes = bytes; self.cycle = cycle
  }
}

/// One block of the data sheet: one final class in one file of `Peripherals/OnChip`, its state one struct beside it.
///
/// Nothing polls: a register read between events is computed from `access.cycle`. What must happen later is an event.
public protocol Peripheral: AnyObject {
  /// The data sheet's name, as in the register table: `UART0`.
  var name: String { get }
  /// A read with its side effects. `offset` is below 0x1000 (without the alias window); never called while the block is held in reset.
  func read(_ offset: UInt32, _ access: Access) -> UInt32
  /// The same value without side effects: debugger, window, trace, and the old value of an atomic write.
  func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32
  /// A write. `value` is what the core wrote; `access.alias` says how it combines (see `Alias.apply`).
  func write(_ offset: UInt32, _ value: UInt32, _ access: Access)
  /// The block's event is due.
  func fire(_ source: EventSource, at cycle: Cycle)
  /// Back to the state after the block's reset (RESETS, or power-on).
  func reset(at cycle: Cycle)
  /// A clock changed its frequency at `cycle`: recompute and reschedule what hangs on it. Called after the change.
  func clockChanged(at cycle: Cycle)
  func save(to out: inout StateWriter)
  func restore(from input: inout StateReader) throws(StateError)
}

extension Peripheral {
  public func fire(_ source: EventSource, at cycle: Cycle) {}
  public func clockChanged(at cycle: Cycle) {}
}
