import Drivers
import Kernel
import Port
import Registers

/// An image that measures what the scheduler costs, in cycles of clk_sys, and prints the table on UART0 (pins 0 and 1, 115200). The same sources run on a hosted
/// core (`RealTimeTests`) and on the ARM build (`make real-time`).
///
/// The clock is a free running PWM counter, which both cores can read (RP2040 data sheet §4.5.2.1); what reading it takes is taken off.
public enum Measure: FirmwareImage {
  /// What is measured, from the cause to the first instruction behind the call that waits for it.
  public enum Path: UInt32, CaseIterable {
    case handler, interrupt, semaphore, notification, queue, otherCore, yield
  }
  /// Wake-ups of each sort.
  public static var rounds: UInt32 { 200 }

  /// The record: byte offsets in memory that the interpreter has otherwise.
  private enum Record {
    /// Counter at the cause, what a reading takes, the path, its object, task that is notified, rounds done.
    static var start: UInt32 { 0 }
    static var overhead: UInt32 { 4 }
    static var path: UInt32 { 8 }
    static var object: UInt32 { 12 }
    static var target: UInt32 { 16 }
    static var done: UInt32 { 20 }
    /// A word that is sent.
    static var item: UInt32 { 24 }
    static var finished: UInt32 { 28 }
    /// Least, sum, most of each path.
    static func row(_ p: Path) -> UInt32 { 32 &+ p.rawValue &* 12 }
    /// 1: the flash's cache is emptied before each cause.
    static var cold: UInt32 { 200 }
  }
  private static var record: Address { MemoryMap.python }
  private static var kind: (control: UInt32, waiter: UInt32, causer: UInt32) { (1, 2, 3) }
  private static var slice: Address { PWM.base &+ PWM.CH7_CTR.offset }

  // MARK: results

  public static func isFinished(_ m: Memory) -> Bool { m[record &+ Record.finished] != 0 }
  /// Cycles: least, mean, most.
  public static func result(_ m: Memory, _ p: Path) -> (least: UInt32, mean: UInt32, most: UInt32) {
    let r = record &+ Record.row(p)
    return (m[r], m[r &+ 4] / rounds, m[r &+ 8])
  }

  // MARK: the image

  public static func start(_ port: Port, core: UInt32) -> Never {
    let board = Board(port)
    if core != 0 { board.kernel.run(core: 1) }
    board.startCore0()
    let kernel = Kernel.create(port, state: MemoryMap.kernel, memory: MemoryMap.kernelHeap, end: MemoryMap.kernelHeapEnd)
    board.startDrivers()
    board.launchCore1()
    if kernel.create("control", kind: kind.control, argument: 0, priority: 10, stackBytes: 2048, affinity: 1) == 0 { port.panic("no memory") }
    kernel.run(core: 0)
  }
  public static func interrupt(_ port: Port, _ irq: UInt32) {
    let board = Board(port)
    if irq != IRQ.SPARE_IRQ_0 { return board.interrupt(irq) }
    port.spend(50)
    if port.memory[record &+ Record.path] == Path.handler.rawValue { note(port) } else { _ = board.kernel.give(port.memory[record &+ Record.object]) }
  }
  public static func pick(_ port: Port, _ outgoing: UInt32) -> UInt32 { Board(port).kernel.pick(outgoing) }
  public static func task(_ port: Port, _ kind: UInt32, _ argument: UInt32) -> Never {
    let board = Board(port)
    switch kind {
    case Measure.kind.control: control(board)
    case Measure.kind.waiter: wait(board, Path(rawValue: argument).unsafelyUnwrapped)
    default: cause(board, Path(rawValue: argument).unsafelyUnwrapped)
    }
    board.kernel.exit()
  }

  // MARK: measuring

  @inline(__always) private static func begin(_ port: Port) { port.memory[record] = port.read(slice) }
  /// Adds what has passed since `begin` to the path's figures.
  @inline(__always) private static func note(_ port: Port) {
    let end = port.read(slice), m = port.memory
    let cycles = (end &- m[record &+ Record.start] &- m[record &+ Record.overhead]) & 0xffff
    let row = record &+ 32 &+ m[record &+ Record.path] &* 12
    // The first round warms the flash's cache up.
    let n = m[record &+ Record.done]
    m[record &+ Record.done] = n &+ 1
    if n == 0 || n > rounds { return }
    if cycles < m[row] { m[row] = cycles }
    m[row &+ 4] &+= cycles
    if cycles > m[row &+ 8] { m[row &+ 8] = cycles }
  }
  /// RP2040 data sheet §2.6.3.2: the read waits for the end of the flush.
  private static func emptyCache(_ port: Port) {
    port.write(XIP_CTRL.base &+ XIP_CTRL.FLUSH.offset, 1)
    _ = port.read(XIP_CTRL.base &+ XIP_CTRL.FLUSH.offset)
  }
  private static func isOver(_ m: Memory) -> Bool { m[record &+ Record.done] > rounds }

  private static func wait(_ board: Board, _ p: Path) {
    let k = board.kernel, port = board.port, m = port.memory, object = m[record &+ Record.object]
    // Equals begin together.
    if p == .yield {
      _ = k.take(object, until: .never)
      begin(port)
    }
    while !isOver(m) {
      switch p {
      case .handler: _ = k.take(object, until: .never)
      case .interrupt, .semaphore, .otherCore: _ = k.take(object, until: .never)
      case .notification: _ = k.takeNotification(all: true, until: .never)
      case .queue: _ = k.receive(object, record &+ Record.item, until: .never)
      case .yield: k.yield()
      }
      note(port)
      if p == .yield { begin(port) }
    }
  }
  private static func cause(_ board: Board, _ p: Path) {
    let k = board.kernel, port = board.port, m = port.memory, object = m[record &+ Record.object]
    port.write(PPB.base &+ PPB.NVIC_ISER.offset, 1 << IRQ.SPARE_IRQ_0)
    var i: UInt32 = 0
    if p == .yield { _ = k.give(object) }
    while !isOver(m) {
      if p != .yield {
        k.delay(microseconds: 100)
        // Not always at the same place of a microsecond.
        var spin = i &* 37 % 61
        while spin > 0 { port.relax(); spin &-= 1 }
        i &+= 1
      }
      if m[record &+ Record.cold] != 0 { emptyCache(port) }
      begin(port)
      switch p {
      case .handler, .interrupt: port.write(PPB.base &+ PPB.NVIC_ISPR.offset, 1 << IRQ.SPARE_IRQ_0)
      case .semaphore, .otherCore: _ = k.give(object)
      case .notification: _ = k.notify(m[record &+ Record.target])
      case .queue: _ = k.send(object, record &+ Record.item, until: .never)
      case .yield:
        k.yield()
        note(port)
      }
    }
  }

  private static func control(_ board: Board) {
    let k = board.kernel, port = board.port, m = port.memory
    board.release(RESETS.RESET.PWM.mask)
    port.write(PWM.base &+ PWM.CH7_TOP.offset, 0xffff)
    port.write(PWM.base &+ PWM.CH7_CSR.offset, PWM.CH7_CSR.EN.mask)
    m.fill(record, 0, count: 256)
    var least: UInt32 = .max, i: UInt32 = 0
    while i < 8 {
      begin(port)
      least = min(least, (port.read(slice) &- m[record &+ Record.start]) & 0xffff)
      i &+= 1
    }
    m[record &+ Record.overhead] = least
    board.write("cycles of 125 MHz from the cause to what it wakes: least, mean, most\n")
    measure(board, .handler, "interrupt to its handler")
    measure(board, .interrupt, "interrupt to task (semaphore)")
    measure(board, .semaphore, "task to task, semaphore")
    measure(board, .notification, "task to task, notification")
    measure(board, .queue, "task to task, queue of words")
    measure(board, .otherCore, "task to task on the other core")
    measure(board, .yield, "yield to an equal task")
    #if os(none)
    // A hosted core fetches nothing.
    m[record &+ Record.cold] = 1
    board.write("the same with the flash's cache empty\n")
    measure(board, .handler, "interrupt to its handler")
    measure(board, .interrupt, "interrupt to task (semaphore)")
    measure(board, .semaphore, "task to task, semaphore")
    measure(board, .notification, "task to task, notification")
    measure(board, .queue, "task to task, queue of words")
    #endif
    m[record &+ Record.finished] = 1
    while true { k.delay(microseconds: 1_000_000) }
  }
  private static func measure(_ board: Board, _ p: Path, _ name: StaticString) {
    let k = board.kernel, m = board.memory
    m[record &+ Record.path] = p.rawValue
    m[record &+ Record.done] = 0
    m[record &+ Record.object] = p == .queue ? k.makeQueue(capacity: 4, itemBytes: 4) : k.makeSemaphore(most: 1, initial: 0)
    m[record &+ Record.row(p)] = .max
    m[record &+ Record.row(p) &+ 4] = 0
    m[record &+ Record.row(p) &+ 8] = 0
    let waiter = k.create(
      "waiter", kind: kind.waiter, argument: p.rawValue, priority: p == .yield ? 2 : 5, stackBytes: 1024, affinity: p == .otherCore ? 2 : 1)
    m[record &+ Record.target] = waiter
    // The waiter waits before the first cause.
    k.delay(microseconds: 200)
    let causer = k.create("causer", kind: kind.causer, argument: p.rawValue, priority: 2, stackBytes: 1024, affinity: 1)
    if waiter == 0 || causer == 0 { board.port.panic("no memory for the tasks") }
    // Asleep for longer than it takes: nothing else runs meanwhile.
    while !isOver(m) { k.delay(microseconds: 60_000) }
    k.delete(waiter)
    k.delete(causer)
    k.delay(microseconds: 1000)
    let r = result(m, p)
    board.write(name)
    var n = UInt32(name.utf8CodeUnitCount)
    while n < 32 { board.write(" "); n &+= 1 }
    write(board, r.least)
    write(board, r.mean)
    write(board, r.most)
    board.write("\n")
  }
  /// A number in six columns.
  private static func write(_ board: Board, _ value: UInt32) {
    var digits: [6 of UInt8] = [32, 32, 32, 32, 32, 48]
    var v = value, i = 5
    while v > 0 && i >= 0 {
      digits[i] = UInt8(48 &+ v % 10)
      v /= 10
      i -= 1
    }
    var j = 0
    while j < 6 {
      var byte = digits[j]
      board.write(&byte, 1)
      j += 1
    }
  }
}

#if os(none)
// Called by ARM/startup.S.
@c(firmware_start) public func measureStart(_ core: UInt32) -> Never { Measure.start(Port(), core: core) }
@c(firmware_interrupt) public func measureInterrupt(_ irq: UInt32) { Measure.interrupt(Port(), irq) }
@c(firmware_task) public func measureTask(_ kind: UInt32, _ argument: UInt32) -> Never { Measure.task(Port(), kind, argument) }
@c(firmware_pick) public func measurePick(_ outgoing: UInt32) -> UInt32 { Measure.pick(Port(), outgoing) }
#endif
