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

/// Callbacks from interrupt handlers to the interpreter: a short list in the board's record. When it is full, the same call as one that waits already counts there, up
/// to 63 times; another one is lost, and counted.
extension Board {
  private func entry(_ i: UInt32) -> Address { address &+ BoardRecord.callbacks &+ 4 &+ i &* 12 }

  /// Appends a callback and tells the interpreter; false when there is no room.
  @discardableResult
  public func schedule(_ c: Callback) -> Bool {
    let mask = port.lockShared(), m = memory
    let n = self[BoardRecord.callbacks]
    let what = (c.hard ? 1 : 0) | (c.once ? 2 : 0) | c.pin << 8 | c.event << 16
    if n >= Callback.capacity {
      let done = countAgain(c, what, n)
      if !done && !c.once { self[BoardRecord.callbacksLost] &+= 1 }
      port.unlockShared(mask)
      return done
    }
    m[entry(n)] = c.function
    m[entry(n) &+ 4] = c.argument
    m[entry(n) &+ 8] = what
    self[BoardRecord.callbacks] = n &+ 1
    port.unlockShared(mask)
    if self[BoardRecord.callbacksHeld] == 0 { signal(2) }  // Pending.callbacks
    return true
  }

  /// Bits of an entry's third word: how often the call is to come again.
  private static var again: UInt32 { 63 << 2 }
  /// Adds a call to the last entry for the same that has room; false if there is none.
  private func countAgain(_ c: Callback, _ what: UInt32, _ n: UInt32) -> Bool {
    let m = memory
    var i = n
    while i > 0 {
      i &-= 1
      let e = entry(i), word = m[e &+ 8]
      if m[e] == c.function && m[e &+ 4] == c.argument && word & ~Board.again == what && word & Board.again != Board.again && !c.once {
        m[e &+ 8] = word &+ 4
        return true
      }
    }
    return false
  }
  /// Callbacks for which there was no room since the start.
  public var callbacksLost: UInt32 { self[BoardRecord.callbacksLost] }

  /// Holds callbacks back, hard ones too, or lets them run again; answers whether they ran before.
  public func holdCallbacks(_ hold: Bool) -> Bool {
    let before = self[BoardRecord.callbacksHeld] == 0
    self[BoardRecord.callbacksHeld] = hold ? 1 : 0
    if !hold && self[BoardRecord.callbacks] != 0 { signal(2) }
    return before
  }

  /// What is being called: 0 nothing, 1 a soft callback, between whose bytecodes hard ones come, 2 a hard one, between whose bytecodes nothing comes.
  public var callbackLevel: UInt32 {
    get { self[BoardRecord.callbacksRun] }
    nonmutating set { self[BoardRecord.callbacksRun] = newValue }
  }
  /// True if a hard callback waits.
  public var hardCallbackWaits: Bool {
    let mask = port.lockShared()
    defer { port.unlockShared(mask) }
    return firstHard() != self[BoardRecord.callbacks]
  }
  /// Where the first hard callback stands; the number of callbacks if there is none.
  private func firstHard() -> UInt32 {
    var i: UInt32 = 0
    while i < self[BoardRecord.callbacks] && memory[entry(i) &+ 8] & 1 == 0 { i &+= 1 }
    return i
  }

  /// True while `holdCallbacks` holds them back.
  public var callbacksAreHeld: Bool { self[BoardRecord.callbacksHeld] != 0 }

  /// Takes the next callback: hard ones first, each kind in the order they came. nil when there is none (with `hardOnly`: no hard one).
  public func takeCallback(hardOnly: Bool = false) -> Callback? {
    if self[BoardRecord.callbacksHeld] != 0 { return nil }
    let mask = port.lockShared(), m = memory
    let n = self[BoardRecord.callbacks]
    var i = firstHard()
    if i == n {
      if n == 0 || hardOnly { port.unlockShared(mask); return nil }
      i = 0
    }
    let what = m[entry(i) &+ 8]
    let c = Callback(
      function: m[entry(i)], argument: m[entry(i) &+ 4], hard: what & 1 != 0, once: what & 2 != 0, pin: what >> 8 & 0xff, event: what >> 16)
    if what & Board.again != 0 {
      m[entry(i) &+ 8] = what &- 4
    } else {
      m.move(entry(i), from: entry(i &+ 1), count: (n &- 1 &- i) &* 12)
      self[BoardRecord.callbacks] = n &- 1
    }
    port.unlockShared(mask)
    return c
  }
  /// Callbacks wait, and the interpreter has been told of them.
  var callbacksWait: Bool { self[BoardRecord.interpreter] != 0 && memory[self[BoardRecord.interpreter]] & 2 != 0 }
  /// Callbacks that wait.
  public var callbackCount: UInt32 { self[BoardRecord.callbacks] }

  /// Forgets the callbacks of a function's handle that is about to be dropped.
  public func forgetCallbacks(function: UInt32) {
    let mask = port.lockShared(), m = memory
    var i: UInt32 = 0
    while i < self[BoardRecord.callbacks] {
      if m[entry(i)] == function {
        m.move(entry(i), from: entry(i &+ 1), count: (self[BoardRecord.callbacks] &- 1 &- i) &* 12)
        self[BoardRecord.callbacks] &-= 1
      } else {
        i &+= 1
      }
    }
    port.unlockShared(mask)
  }
}
