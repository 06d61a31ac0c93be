import Port

/// A Python function that an interrupt wants to be called: handles of the interpreter's table, as numbers.
public struct Callback: BitwiseCopyable, Sendable {
  public let function: UInt32, argument: UInt32
  /// Runs before soft ones, and also while scheduling is locked.
  public let hard: Bool
  /// The handles are dropped after the call.
  public let once: Bool
  public init(function: UInt32, argument: UInt32, hard: Bool, once: Bool = false) {
    self.function = function; self.argument = argument; self.hard = hard; self.once = once
  }
  public static var capacity: UInt32 { 16 }
}

/// Callbacks from interrupt handlers to the interpreter: a short list in the board's record. Full: the callback is lost, as in MicroPython.
extension Board {
  private func entry(_ i: UInt32) -> Address { address &+ BoardRecord.callbacks &+ 4 &+ i &* 12 }

  /// Appends a callback and tells the interpreter; false when there is no room.
  @discardableResult
  public func schedule(_ c: Callback) -> Bool {
    let mask = port.disableInterrupts(), m = memory
    let n = self[BoardRecord.callbacks]
    if n >= Callback.capacity { port.restoreInterrupts(mask); return false }
    m[entry(n)] = c.function
    m[entry(n) &+ 4] = c.argument
    m[entry(n) &+ 8] = (c.hard ? 1 : 0) | (c.once ? 2 : 0)
    self[BoardRecord.callbacks] = n &+ 1
    port.restoreInterrupts(mask)
    signal(2)  // Pending.callbacks
    return true
  }

  /// Takes the next callback: hard ones first, each kind in the order they came. nil when there is none (with `hardOnly`: no hard one).
  public func takeCallback(hardOnly: Bool = false) -> Callback? {
    let mask = port.disableInterrupts(), m = memory
    let n = self[BoardRecord.callbacks]
    var i: UInt32 = 0
    while i < n && m[entry(i) &+ 8] & 1 == 0 { i &+= 1 }
    if i == n {
      if n == 0 || hardOnly { port.restoreInterrupts(mask); return nil }
      i = 0
    }
    let c = Callback(function: m[entry(i)], argument: m[entry(i) &+ 4], hard: m[entry(i) &+ 8] & 1 != 0, once: m[entry(i) &+ 8] & 2 != 0)
    m.move(entry(i), from: entry(i &+ 1), count: (n &- 1 &- i) &* 12)
    self[BoardRecord.callbacks] = n &- 1
    port.restoreInterrupts(mask)
    return c
  }
  /// Callbacks that wait.
  public var callbackCount: UInt32 { self[BoardRecord.callbacks] }

  /// Forgets the callbacks of a function's handle that is about to be dropped.
  public func forgetCallbacks(function: UInt32) {
    let mask = port.disableInterrupts(), m = memory
    var i: UInt32 = 0
    while i < self[BoardRecord.callbacks] {
      if m[entry(i)] == function {
        m.move(entry(i), from: entry(i &+ 1), count: (self[BoardRecord.callbacks] &- 1 &- i) &* 12)
        self[BoardRecord.callbacks] &-= 1
      } else { i &+= 1 }
    }
    port.restoreInterrupts(mask)
  }
}
