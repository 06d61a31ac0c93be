import Port

/// A Python function that an interrupt wants to be called: handles of the interpreter's table, as numbers.
public struct Callback: BitwiseCopyable, Sendable {
  public let function: UInt32, argument: UInt32
  /// Runs before soft ones, and also while scheduling is locked.
  public let hard: Bool
  /// The handles are dropped after the call.
  public let once: Bool
  /// The pin whose level interrupt is off until the call has ended, or `noPin`.
  public let pin: UInt32
  public static var noPin: UInt32 { 31 }
  /// `pin` of I2C0 as a target; I2C1's is the next one.
  public static var target: UInt32 { 64 }
  /// What a target's callback is for.
  public let event: UInt32
  public init(function: UInt32, argument: UInt32, hard: Bool, once: Bool = false, pin: UInt32 = Callback.noPin, event: UInt32 = 0) {
    self.function = function; self.argument = argument; self.hard = hard; self.once = once; self.pin = pin; self.event = event
  }
  public static var capacity: UInt32 { 16 }
}

/// Callbacks from interrupt handlers to interpreters: a short list in each one's record (`r`). When it is full, the same call as one that waits already counts there,
/// up to 63 times; another one is lost, and counted.
extension Board {
  private func entry(_ r: Address, _ i: UInt32) -> Address { r &+ InterpreterRecord.entries &+ i &* 12 }

  /// Appends a callback to its interpreter's list and tells that one; false when there is no room.
  @discardableResult
  public func schedule(_ c: Callback) -> Bool {
    let mask = port.lockShared(), m = memory, r = interpreter(ofHandle: c.function)
    if r == 0 { port.unlockShared(mask); return false }
    let n = m[r &+ InterpreterRecord.callbacks]
    let what = (c.hard ? 1 : 0) | (c.once ? 2 : 0) | c.pin << 8 | c.event << 16
    if n >= Callback.capacity {
      let done = countAgain(r, c, what)
      if !done && !c.once { self[BoardRecord.callbacksLost] &+= 1 }
      port.unlockShared(mask)
      return done
    }
    m[entry(r, n)] = c.function
    m[entry(r, n) &+ 4] = c.argument
    m[entry(r, n) &+ 8] = what
    m[r &+ InterpreterRecord.callbacks] = n &+ 1
    port.unlockShared(mask)
    if m[r &+ InterpreterRecord.held] == 0 { signal(r, 2) }  // Pending.callbacks
    return true
  }

  /// Bits of an entry's third word: how often the call is to come again.
  private static var again: UInt32 { 63 << 2 }
  /// Adds a call to the last entry for the same that has room; false if there is none.
  private func countAgain(_ r: Address, _ c: Callback, _ what: UInt32) -> Bool {
    let m = memory
    var i = callbackCount(r)
    while i > 0 {
      i &-= 1
      let e = entry(r, i), word = m[e &+ 8]
      if m[e] == c.function && m[e &+ 4] == c.argument && word & ~Board.again == what && word & Board.again != Board.again && !c.once {
        m[e &+ 8] = word &+ 4
        return true
      }
    }
    return false
  }
  /// Callbacks for which there was no room since the start.
  public var callbacksLost: UInt32 { self[BoardRecord.callbacksLost] }

  /// Holds an interpreter's callbacks back, hard ones too, or lets them run again; answers whether they ran before.
  public func holdCallbacks(_ r: Address, _ hold: Bool) -> Bool {
    let before = memory[r &+ InterpreterRecord.held] == 0
    memory[r &+ InterpreterRecord.held] = hold ? 1 : 0
    if !hold && callbackCount(r) != 0 { signal(r, 2) }
    return before
  }

  /// What is being called: 0 nothing, 1 a soft callback, between whose bytecodes hard ones come, 2 a hard one, between whose bytecodes nothing comes.
  public func callbackLevel(_ r: Address) -> UInt32 { memory[r &+ InterpreterRecord.level] }
  public func setCallbackLevel(_ r: Address, _ level: UInt32) { memory[r &+ InterpreterRecord.level] = level }
  /// True if a hard callback waits.
  public func hardCallbackWaits(_ r: Address) -> Bool {
    let mask = port.lockShared()
    defer { port.unlockShared(mask) }
    return firstHard(r) != callbackCount(r)
  }
  /// Where the first hard callback stands; the number of callbacks if there is none.
  private func firstHard(_ r: Address) -> UInt32 {
    var i: UInt32 = 0
    while i < callbackCount(r) && memory[entry(r, i) &+ 8] & 1 == 0 { i &+= 1 }
    return i
  }

  /// True while `holdCallbacks` holds them back.
  public func callbacksAreHeld(_ r: Address) -> Bool { memory[r &+ InterpreterRecord.held] != 0 }

  /// Takes the next callback: hard ones first, each kind in the order they came. nil when there is none (with `hardOnly`: no hard one).
  public func takeCallback(_ r: Address, hardOnly: Bool = false) -> Callback? {
    if callbacksAreHeld(r) { return nil }
    let mask = port.lockShared(), m = memory
    let n = callbackCount(r)
    var i = firstHard(r)
    if i == n {
      if n == 0 || hardOnly { port.unlockShared(mask); return nil }
      i = 0
    }
    let what = m[entry(r, i) &+ 8]
    let c = Callback(
      function: m[entry(r, i)], argument: m[entry(r, i) &+ 4], hard: what & 1 != 0, once: what & 2 != 0, pin: what >> 8 & 0xff, event: what >> 16)
    if what & Board.again != 0 { m[entry(r, i) &+ 8] = what &- 4 } else { removeCallback(r, i) }
    port.unlockShared(mask)
    return c
  }
  private func removeCallback(_ r: Address, _ i: UInt32) {
    let n = callbackCount(r)
    memory.move(entry(r, i), from: entry(r, i &+ 1), count: (n &- 1 &- i) &* 12)
    memory[r &+ InterpreterRecord.callbacks] = n &- 1
  }
  /// Callbacks wait, and an interpreter has been told of them.
  var callbacksWait: Bool {
    var r = mainInterpreter
    while r != 0 {
      let pending = memory[r &+ InterpreterRecord.pending]
      if pending != 0 && memory[pending] & 2 != 0 { return true }
      r = interpreter(after: r)
    }
    return false
  }
  /// Callbacks that wait.
  public func callbackCount(_ r: Address) -> UInt32 { memory[r &+ InterpreterRecord.callbacks] }

  /// Forgets the callbacks of a function's handle that is about to be dropped.
  public func forgetCallbacks(function: UInt32) {
    let mask = port.lockShared(), r = interpreter(ofHandle: function)
    var i: UInt32 = 0
    while r != 0 && i < callbackCount(r) { if memory[entry(r, i)] == function { removeCallback(r, i) } else { i &+= 1 } }
    port.unlockShared(mask)
  }
}
