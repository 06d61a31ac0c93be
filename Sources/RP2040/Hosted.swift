import CFiber
import CPort
import CortexM0Plus
import Emulation
import Registers

// What the firmware calls through its `port_block`. All of it runs on the calling context's fiber.
extension RP2040 {
  /// Fills the block that the firmware sees.
  func makeBlock(_ firmware: UnsafePointer<firmware_image>) {
    block.initialize(
      to: port_block(
        memory: space.base, budget: 0, primask: 0, attention: 0, core: 0,
        chip: UnsafeMutableRawPointer(path), firmware: firmware,
        read: { b, a in HostedPath.of(b).read(b, a) },
        write: { b, a, v in HostedPath.of(b).write(b, a, v) },
        attend: { b in RP2040.of(b)._withUnsafeGuaranteedRef { $0.attend() } },
        wait: { b in RP2040.of(b)._withUnsafeGuaranteedRef { $0.hostedWait() } },
        make_context: { b, kind, argument in RP2040.of(b)._withUnsafeGuaranteedRef { $0.makeContext(kind, argument) } },
        drop_context: { b, context in RP2040.of(b)._withUnsafeGuaranteedRef { $0.dropContext(context) } },
        native_stack_left: { b in RP2040.of(b)._withUnsafeGuaranteedRef { $0.nativeStackLeft() } },
        panic: { b, text, length in RP2040.of(b)._withUnsafeGuaranteedRef { $0.panic(text, length) } }))
  }
  static func of(_ block: UnsafeMutablePointer<port_block>) -> Unmanaged<RP2040> { HostedPath.of(block).pointee.chip.unsafelyUnwrapped }

  // MARK: Registers and time

  /// The running core's local time.
  @inline(__always) private var localTime: Cycle {
    followsHost ? hostCycle : path.pointee.turn.end &- UInt64(bitPattern: Int64(block.pointee.budget))
  }
  @inline(__always) var runningCore: HostedCore { unsafeDowncast(running.unsafelyUnwrapped, to: HostedCore.self) }
  @inline(__always) private var mustLeave: Bool { leave }

  private func hostedRead(_ address: UInt32) -> UInt32 { path.read(block, address) }
  private func hostedWrite(_ address: UInt32, _ value: UInt32) { path.write(block, address, value) }
  /// The same for a chip on the host's clock: an access comes after every event that is due.
  func synchroniseWithHost() {
    while true {
      let time = hostCycle
      if time <= path.pointee.turn.exclusiveUntil { now = time; return }
      waitForTurn()
    }
  }
  /// The running core's next access lies after something else: that goes first.
  func waitForTurn() {
    runningCore.waitingForTurn = true
    toChip()
  }
  func hostedWait() {
    block.pointee.budget &-= 2
    while block.pointee.attention == 0 && !mustLeave {
      runningCore.sleeping = true
      toChip()
    }
    attend()
  }

  // MARK: Turns, interrupts, PendSV

  /// Gives the thread back to the run loop; returns when it is this core's turn again.
  @inline(__always) private func toChip() { fiber_leave(root, runningCore.fiber.unsafelyUnwrapped) }

  /// Ends the turn if it is over, takes interrupts that are due, and last switches contexts.
  func attend() {
    while true {
      if block.pointee.budget < 0 || mustLeave { toChip(); continue }
      if block.pointee.primask != 0 { return }
      let core = runningCore
      if block.pointee.attention & 2 != 0, let (irq, priority) = core.ppb.next(below: core.level) {
        take(irq, priority, core)
        continue
      }
      if block.pointee.attention & 1 != 0 && core.level == 4 { switchContext(core); continue }
      return
    }
  }

  /// A handler runs on the stack of what it interrupts: 15 cycles to enter, 12 to return (hosted-core.md §5).
  private func take(_ irq: UInt32, _ priority: UInt32, _ core: HostedCore) {
    let level = core.level, exception = core.exception
    core.level = priority
    core.exception = irq == 32 ? 15 : 16 + irq
    core.ppb.enter(irq)
    block.pointee.budget &-= 15
    tracer?.handler(irq, core: core.index, begins: true, at: localTime)
    block.pointee.firmware.pointee.interrupt(block, irq)
    tracer?.handler(irq, core: core.index, begins: false, at: localTime)
    core.ppb.leave(irq)
    core.level = level
    core.exception = exception
    block.pointee.primask = 0  // it was 0, or the handler would not have been taken
    block.pointee.budget &-= 12
  }

  /// PendSV. `core` is not this context's any more once the switch has happened: a resumed context may be on the other core.
  private func switchContext(_ core: HostedCore) {
    let mine = core.context
    core.level = 3
    core.exception = 14
    block.pointee.attention &= ~1
    block.pointee.budget &-= 15
    let next = block.pointee.firmware.pointee.pick(block, mine)
    core.level = 4
    core.exception = 0
    block.pointee.primask = 0
    block.pointee.budget &-= 12
    guard next != mine else { return }
    tracer?.switched(core: core.index, at: localTime)
    guard let to = contexts[next] else { fault("PendSV chose context \(next), which does not exist") }
    let other = hosted(core === core0 ? core1 : core0)
    if !other.held && other.context == next { fault("PendSV chose context \(next), which runs on core \(other.index)") }
    let from = core.fiber.unsafelyUnwrapped
    core.context = next
    core.fiber = to
    fiber_switch(root, from, to)
  }

  // MARK: Contexts

  private func hosted(_ core: Core) -> HostedCore { unsafeDowncast(core, to: HostedCore.self) }

  private func makeContext(_ kind: UInt32, _ argument: UInt32) -> UInt32 {
    let handle = contexts.make(
      ContextStart(chip: .passUnretained(self), block: block, kind: kind, argument: argument, boots: false), stackBytes: configuration.stackBytes)
    if handle == 0 { fault("the host has no memory for another task's stack") }
    return handle
  }
  private func dropContext(_ handle: UInt32) {
    if handle == hosted(core0).context || handle == hosted(core1).context { fault("context \(handle) was dropped while it runs") }
    contexts.drop(handle)
  }
  private func nativeStackLeft() -> UInt32 { UInt32(truncatingIfNeeded: fiber_stack_left(runningCore.fiber.unsafelyUnwrapped)) }

  /// First code of every context's fiber.
  static func enterContext(_ start: ContextStart) {
    start.chip._withUnsafeGuaranteedRef { chip in
      if start.boots {
        if start.kind == 1 { chip.bootROM() }
        start.block.pointee.firmware.pointee.start(start.block, start.kind)
      } else {
        // PendSV returns into a new context with interrupts on: what became due meanwhile is taken first.
        chip.attend()
        start.block.pointee.firmware.pointee.task(start.block, start.kind, start.argument)
      }
      chip.fault("context \(chip.runningCore.context) returned from its body")
    }
  }

  /// Core 1 after reset: the boot ROM's launch protocol over the FIFO (RP2040 data sheet §2.8.2). Every word is echoed; the
  /// sequence is 0, 0, 1, vector table, stack, entry, and starts over at a word that does not fit.
  private func bootROM() {
    typealias S = Registers.SIO
    guard bus.peek(S.base, at: now) != nil else { while true { sleepOnLine() } }
    var step = 0
    while step < 6 {
      while hostedRead(S.base + S.FIFO_ST.offset) & S.FIFO_ST.VLD.mask == 0 { sleepOnLine() }
      let word = hostedRead(S.base + S.FIFO_RD.offset)
      switch step {
      case 0, 1: step = word == 0 ? step + 1 : 0
      case 2: step = word == 1 ? 3 : word == 0 ? 2 : 0
      default: step += 1
      }
      if step == 4 { runningCore.ppb.vectorTable = word }
      while hostedRead(S.base + S.FIFO_ST.offset) & S.FIFO_ST.RDY.mask == 0 { sleepOnLine() }
      hostedWrite(S.base + S.FIFO_WR.offset, word)
    }
  }
  private func sleepOnLine() {
    let core = runningCore
    // The other core may have written since the FIFO was looked at: then its line was latched, and the core looks again.
    if core.ppb.isPending(IRQ.SIO_IRQ_PROC1) {
      core.ppb.write(Registers.PPB.NVIC_ICPR.offset, 1 << IRQ.SIO_IRQ_PROC1, Access(master: .core1, cycle: now))
      block.pointee.budget &-= 4
      return
    }
    core.wakesOnLine = true
    core.sleeping = true
    toChip()
    core.wakesOnLine = false
  }

  // MARK: Faults

  private func panic(_ text: UnsafePointer<UInt8>, _ length: UInt32) {
    fault(String(decoding: UnsafeBufferPointer(start: text, count: Int(length)), as: UTF8.self))
  }
  /// The emulated HardFault: the board stops. The fiber never runs again.
  @inline(never) func fault(_ text: String, address: UInt32? = nil) -> Never {
    let core = runningCore
    stop(.fault(FaultReport(core: core.index, context: core.context, address: address, cycle: localTime, text: text)))
    while true { toChip() }
  }
}

/// What a hosted core's access needs, as plain words.
struct HostedPath {
  var turn = Turn()
  let bus: BusTable
  var chip: Unmanaged<RP2040>?
  /// After `startHostClock`: the time of an access is the host's.
  var followsHost = false

  @inline(__always) static func of(_ block: UnsafeMutablePointer<port_block>) -> UnsafeMutablePointer<HostedPath> {
    block.pointee.chip.unsafelyUnwrapped.assumingMemoryBound(to: HostedPath.self)
  }
}
// On the pointer, never `mutating`: another fiber changes these words while an access waits.
extension UnsafeMutablePointer<HostedPath> {
  @inline(__always) func read(_ block: UnsafeMutablePointer<port_block>, _ address: UInt32) -> UInt32 {
    synchronise(block)
    let reply = pointee.bus.loadWord(address, Access(master: pointee.turn.master, cycle: pointee.turn.now))
    charge(block, reply, address)
    return reply.value
  }
  @inline(__always) func write(_ block: UnsafeMutablePointer<port_block>, _ address: UInt32, _ value: UInt32) {
    synchronise(block)
    charge(block, pointee.bus.storeWord(address, value, Access(master: pointee.turn.master, cycle: pointee.turn.now)), address)
  }
  /// Waits until the running core is the earliest, and sets the chip's clock to it.
  @inline(__always) private func synchronise(_ block: UnsafeMutablePointer<port_block>) {
    if pointee.followsHost { return pointee.chip.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.synchroniseWithHost() } }
    while true {
      let time = pointee.turn.end &- UInt64(bitPattern: Int64(block.pointee.budget))
      if time <= pointee.turn.exclusiveUntil { pointee.turn.now = time; return }
      pointee.chip.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.waitForTurn() }
    }
  }
  @inline(__always) private func charge(_ block: UnsafeMutablePointer<port_block>, _ reply: Reply, _ address: UInt32) {
    if !reply.ok { pointee.chip.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.fault("nothing answers", address: address) } }
    block.pointee.budget &-= reply.cycles
    if block.pointee.budget < 0 || pointee.turn.leave || (block.pointee.attention != 0 && block.pointee.primask == 0) {
      pointee.chip.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.attend() }
    }
  }
}
