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
}
