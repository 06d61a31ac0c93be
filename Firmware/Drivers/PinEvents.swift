import Kernel
import Port
import Registers

/// Edges of one pin in a short queue with their times, for `machine.APin`: byte offsets.
enum PinEventRecord {
  static var pin: UInt32 { 0 }
  static var source: UInt32 { 4 }
  /// Edges that are queued (8 rising, 4 falling).
  static var edges: UInt32 { 8 }
  /// Microseconds that a level must last; 0: every edge counts.
  static var debounce: UInt32 { 12 }
  // Counted up for ever: events put in, events taken out.
  static var put: UInt32 { 16 }
  static var taken: UInt32 { 20 }
  /// Last level that lasted: 0, 1.
  static var stable: UInt32 { 24 }
  /// Alarm of the debouncing, and the edge's time that it belongs to (64 bits).
  static var alarm: UInt32 { 28 }
  static var edgeTime: UInt32 { 32 }
  /// 16 entries: time (64 bits, microseconds), the event.
  static func entry(_ n: UInt32) -> UInt32 { 40 &+ n % capacity &* 12 }
  static var capacity: UInt32 { 16 }
  static var bytes: UInt32 { 40 &+ capacity &* 12 }
}

extension Board {
  /// Edges in the pin's interrupt register.
  public static var fallingEdge: UInt32 { 4 }
  public static var risingEdge: UInt32 { 8 }

  /// A descriptor on a pin's edges, none of them queued yet; or a negative errno. A pin has one at most, and no `Pin.irq` beside it.
  public func openPin(descriptor pin: UInt32) -> Int32 {
    let record = address &+ BoardRecord.pin(pin), m = memory
    if m[record] != 0 { return -Errno.busy }
    guard let source = takeSource() else { return -Errno.tooMany }
    let e = kernel.allocate(PinEventRecord.bytes), a = makeAlarm()
    if e == 0 || a == 0 { kernel.free(e); kernel.free(a); freeSource(source); return -Errno.noMemory }
    m.fill(e, 0, count: PinEventRecord.bytes)
    m[e &+ PinEventRecord.pin] = pin
    m[e &+ PinEventRecord.source] = source
    m[e &+ PinEventRecord.alarm] = a
    let fd = open(DescriptorKind.pin, device: e, source: source)
    if fd < 0 { kernel.free(e); freeAlarm(a); freeSource(source) }
    return fd
  }
  func freePinEvents(_ e: Address) {
    listen(memory[e &+ PinEventRecord.pin], events: 0, nil)
    freeAlarm(memory[e &+ PinEventRecord.alarm])
    freeSource(memory[e &+ PinEventRecord.source])
    kernel.free(e)
  }
  /// Which edges are queued from now on; what was queued is dropped if asked.
  public func setPinEdges(_ e: Address, _ edges: UInt32, drop: Bool = false) {
    let m = memory, pin = m[e &+ PinEventRecord.pin], debounced = m[e &+ PinEventRecord.debounce] != 0
    listen(pin, events: 0, nil)
    if drop { m[e &+ PinEventRecord.taken] = m[e &+ PinEventRecord.put] }
    m[e &+ PinEventRecord.edges] = edges
    m[e &+ PinEventRecord.stable] = level(pin) ? 1 : 0
    // A level that is to last is disturbed by either edge.
    if edges != 0 { listen(pin, events: debounced ? Board.fallingEdge | Board.risingEdge : edges, Callback(function: Board.pinQueue, argument: e, hard: true)) }
  }
  public func pinEdges(_ e: Address) -> UInt32 { memory[e &+ PinEventRecord.edges] }
  public func pinDebounce(_ e: Address) -> UInt32 { memory[e &+ PinEventRecord.debounce] }
  public func setPinDebounce(_ e: Address, _ microseconds: UInt32) {
    memory[e &+ PinEventRecord.debounce] = microseconds
    setPinEdges(e, pinEdges(e))
  }
  /// In place of a function's handle: the events go to a queue (the argument), nothing is called.
  static var pinQueue: UInt32 { 0xffff_fffe }

  public func pinEventCount(_ e: Address) -> UInt32 { min(memory[e &+ PinEventRecord.put] &- memory[e &+ PinEventRecord.taken], PinEventRecord.capacity) }
  /// The oldest event: when (microseconds of the TIMER) and which edge.
  public func takePinEvent(_ e: Address) -> (time: UInt64, edge: UInt32)? {
    let mask = port.lockShared(), m = memory
    defer { port.unlockShared(mask) }
    let n = pinEventCount(e)
    if n == 0 { return nil }
    // The oldest were dropped if more came than there is room for.
    let at = m[e &+ PinEventRecord.put] &- n, entry = e &+ PinEventRecord.entry(at)
    m[e &+ PinEventRecord.taken] = at &+ 1
    return (UInt64(m[entry]) | UInt64(m[entry &+ 4]) << 32, m[entry &+ 8])
  }
  /// Events as records of 16 bytes (time in nanoseconds, 8 bytes; edge, 4; pin, 4), as many as fit; at least one must.
  func readPinEvents(_ e: Address, _ to: UnsafeMutablePointer<UInt8>, _ count: UInt32) -> Int32 {
    if count < 16 { return -Errno.invalid }
    var n: UInt32 = 0
    while n &+ 16 <= count, let event = takePinEvent(e) {
      let words: [4 of UInt32] = [
        UInt32(truncatingIfNeeded: event.time &* 1000), UInt32(truncatingIfNeeded: (event.time &* 1000) >> 32), event.edge, memory[e &+ PinEventRecord.pin],
      ]
      var i: UInt32 = 0
      while i < 16 { to[Int(n &+ i)] = UInt8(truncatingIfNeeded: words[Int(i / 4)] >> (i % 4 &* 8)); i &+= 1 }
      n &+= 16
    }
    return n == 0 ? -Errno.wouldBlock : Int32(n)
  }

  /// From the pin's interrupt handler.
  func queuePinEvents(_ e: Address, _ events: UInt32) {
    let m = memory, t = kernel.now
    let wait = m[e &+ PinEventRecord.debounce]
    if wait != 0 {
      m[e &+ PinEventRecord.edgeTime] = UInt32(truncatingIfNeeded: t)
      m[e &+ PinEventRecord.edgeTime &+ 4] = UInt32(truncatingIfNeeded: t >> 32)
      arm(m[e &+ PinEventRecord.alarm], after: UInt64(wait), periodic: false, Callback(function: Board.pinQueue, argument: e, hard: true))
      return
    }
    // Both at once: the level says which came last.
    if events & 12 == 12 {
      let high = level(m[e &+ PinEventRecord.pin])
      putPinEvent(e, t, high ? Board.fallingEdge : Board.risingEdge)
      putPinEvent(e, t, high ? Board.risingEdge : Board.fallingEdge)
    } else {
      putPinEvent(e, t, events & 12)
    }
    announce(m[e &+ PinEventRecord.source])
  }
  /// The level has lasted since the last edge; from the alarm's handler.
  func pinSettled(_ e: Address) {
    let m = memory, now: UInt32 = level(m[e &+ PinEventRecord.pin]) ? 1 : 0
    if now == m[e &+ PinEventRecord.stable] { return }
    m[e &+ PinEventRecord.stable] = now
    let edge = now == 1 ? Board.risingEdge : Board.fallingEdge
    if m[e &+ PinEventRecord.edges] & edge == 0 { return }
    putPinEvent(e, UInt64(m[e &+ PinEventRecord.edgeTime]) | UInt64(m[e &+ PinEventRecord.edgeTime &+ 4]) << 32, edge)
    announce(m[e &+ PinEventRecord.source])
  }
  private func putPinEvent(_ e: Address, _ t: UInt64, _ edge: UInt32) {
    let m = memory, n = m[e &+ PinEventRecord.put], entry = e &+ PinEventRecord.entry(n)
    m[entry] = UInt32(truncatingIfNeeded: t)
    m[entry &+ 4] = UInt32(truncatingIfNeeded: t >> 32)
    m[entry &+ 8] = edge
    m[e &+ PinEventRecord.put] = n &+ 1
  }
}
