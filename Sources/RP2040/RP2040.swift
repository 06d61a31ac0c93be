import CFiber
import CPort
import CortexM0Plus
import Emulation
import Glibc
import OnChip
import Registers

/// The chip: two cores, the blocks of the data sheet, the bus between them, and the clock they share.
///
/// It belongs to one thread at a time and has no state outside itself: any number of chips can live in a process.
public final class RP2040: ChipServices, CoreHost {
  public let configuration: Configuration
  public let space: AddressSpace
  public let bus: Bus
  public let events = EventQueue()
  /// The flash's contents, for programming it.
  public let flash: UnsafeMutableRawPointer
  public private(set) var core0Registers: CortexM0Plus.PPB!, core1Registers: CortexM0Plus.PPB!

  /// What `port_block.chip` points to: what a hosted core needs at an access.
  let path: UnsafeMutablePointer<HostedPath>
  var turn: UnsafeMutablePointer<Turn> { @inline(__always) get { path.pointer(to: \.turn).unsafelyUnwrapped } }
  /// The cycle of the access or event that is being handled.
  public internal(set) var now: Cycle {
    @inline(__always) get { path.pointee.turn.now }
    @inline(__always) set { path.pointee.turn.now = newValue }
  }
  public internal(set) var clocks = ClockTree()
  var gates = ClockGates()

  // Hosted cores (Hosted*.swift, Contexts.swift).
  let block: UnsafeMutablePointer<port_block>
  let root: UnsafeMutablePointer<fiber_root>
  private let firmware: UnsafeMutablePointer<firmware_image>?
  var contexts = Contexts()
  public internal(set) var core0: Core!, core1: Core!
  /// The same, and the DMA, for the run loop, which must not count references.
  private(set) var arms: (Unmanaged<Core>, Unmanaged<Core>)!
  var engine: Unmanaged<OnChip.DMA>?
  /// The core whose fiber has the thread.
  unowned(unsafe) var running: Core?
  /// The core that ran last.
  unowned(unsafe) var lastCore: Core?

  /// The running core must go back to the run loop after its access: one of the next three is set.
  var leave: Bool {
    @inline(__always) get { path.pointee.turn.leave }
    @inline(__always) set { path.pointee.turn.leave = newValue }
  }
  var stopReason: StopReason?
  /// The end of a board whose cores are all locked up, and why.
  var lastStop: (at: Cycle, reason: StopReason)?
  var resetWanted: ResetCause?
  var pauseWanted = false
  /// Virtual time is the host's (`startHostClock`), and the host's clock at power-on in nanoseconds.
  private(set) var followsHost = false
  private var hostStart: UInt64 = 0

  /// The blocks, in the order of their addresses; `CLOCKS` first, since others follow from it at a change of clocks.
  public private(set) var blocks: [any Peripheral] = []
  var owners: [(any Peripheral)?] = Array(repeating: nil, count: EventQueue.capacity)
  public internal(set) var held: UInt32 = 0
  /// RUN is low: the next reset holds both cores until there is another one.
  public var isHeldInReset = false
  var heldStages: UInt32 = 0, coresToHold: UInt32 = 0, coresToStart: UInt32 = 0
  /// Levels of the DMA request lines.
  public internal(set) var dreq: UInt64 = 0

  /// The boot ROM: contents, and what core 1 heard so far.
  var rom = BootROM()
  /// Where in the firmware an address is, for reports.
  public var symbols: ((UInt32) -> String?)?

  /// The wires around the chip, and the way from the blocks' functions to them: nets "GP0"… and "QSPI_SCLK"….
  public let circuit = Circuit()
  public private(set) lazy var pins = PinMux(self, circuit: circuit)
  /// Told what the chip has to report, each thing once: a register without a model, a block used while in reset.
  public var onReport: ((String) -> Void)?
  /// What was reported so far.
  public private(set) var reports: [String] = []
  /// What firmware touched that has no model, in the order of the first touches.
  public internal(set) var unmodelledTouches: [UnmodelledTouch] = []
  var unmodelledPlaces: [UnmodelledTouch.Key: Int] = [:]
  private var reported: Set<String> = []
  /// Gets the items given to `deliver`, at their cycle.
  public weak var inputReceiver: (any HostInputReceiver)?
  /// Hears of interrupts and switches of hosted cores.
  public var tracer: (any ExecutionTracer)?
  var inputs: [(cycle: Cycle, item: HostInput)] = []
  private var changingClocks = false, clocksDirty = false

  public init(_ configuration: Configuration = Configuration()) throws(HostError) {
    self.configuration = configuration
    let bytes = configuration.flashBytes
    guard bytes.nonzeroBitCount == 1, (1 << 16...1 << 24).contains(bytes) else {
      throw HostError("a flash of \(bytes) bytes: it takes a power of two from 64 KB to 16 MB")
    }
    guard (0...512).contains(configuration.ramMegabytes) else { throw HostError("\(configuration.ramMegabytes) MB of RAM: 0 to 512 can be lent") }
    space = try AddressSpace()
    bus = Bus(memory: space.base)
    flash = try space.mapShared(bytes: bytes, filledWith: 0xff, windows: [0x1000_0000, 0x1100_0000, 0x1200_0000, 0x1300_0000], window: 1 << 24)
    bus.arbiter.isAvailable = configuration.arm && configuration.arbitrates
    block = .allocate(capacity: 1)
    path = .allocate(capacity: 1)
    path.initialize(to: HostedPath(bus: bus.table, chip: nil))
    root = fiber_root_make()
    if let f = configuration.firmware {
      firmware = .allocate(capacity: 1)
      firmware!.initialize(to: f)
    } else {
      firmware = nil
    }
    path.pointee.chip = .passUnretained(self)
    if configuration.arm {
      core0 = arm(0)
      core1 = arm(1)
    } else {
      core0 = HostedCore(0, self)
      core1 = HostedCore(1, self)
    }
    arms = (.passUnretained(core0), .passUnretained(core1))
    core0Registers = core0.ppb
    core1Registers = core1.ppb
    if let firmware { makeBlock(UnsafePointer(firmware)) }
    try mapMemory()
    if configuration.arm { try prepareROM() }
    attachBlocks()
    for n in 0..<2 { armCore(n)?.xip = xip }
    bus.onStopped = { [unowned self] block, offset, write in
      report("\(block) has no clock (CLOCKS.WAKE_EN): \(write ? "a write to" : "a read of") offset 0x\(String(offset, radix: 16)) has no effect")
    }
    bus.onHeld = { [unowned self] block, offset, write in
      report("\(block) is in reset: \(write ? "a write to" : "a read of") offset 0x\(String(offset, radix: 16)) is lost")
    }
    reset(.power)
  }
  deinit {
    contexts.dropAll()
    fiber_root_free(root)
    if firmware != nil { block.deinitialize(count: 1) }
    block.deallocate()
    path.deallocate()
    firmware?.deallocate()
  }

  /// Puts a block on the bus. `size` is a multiple of 4 KB; the four alias windows of a block take 16 KB. `gate`: the block's place
  /// in CLOCKS' lists of gates.
  public func attach(
    _ block: any Peripheral, base: UInt32, size: UInt32 = 0x4000, kind: Bus.Kind = .apb, resetMask: UInt32 = 0, gate: ClockGate? = nil,
    events: [EventSource] = []
  ) {
    bus.attach(kind, base, base + (size - 1), block: block, resetMask: resetMask, clockGate: gate?.registers ?? 0)
    blocks.append(block)
    masks.append(resetMask)
    for e in events { owners[Int(e.number)] = block }
  }
  /// Somebody off the bus hears of events, changes of clocks and resets, and has a place in the saved state: the parts around the chip.
  public func attach(offBus block: any Peripheral, events: [EventSource]) {
    blocks.append(block)
    masks.append(0)
    for e in events { owners[Int(e.number)] = block }
  }
  public private(set) lazy var resets = OnChip.RESETS(self)
  public private(set) lazy var psm = OnChip.PSM(self)
  public private(set) lazy var rosc = OnChip.ROSC(self, seed: configuration.seed)
  public private(set) lazy var xosc = OnChip.XOSC(self)
  public private(set) lazy var watchdog = OnChip.WATCHDOG(self)
  public private(set) lazy var timer = OnChip.TIMER(behind(.timer))
  public private(set) lazy var vreg = OnChip.VREG_AND_CHIP_RESET(self)
  public private(set) lazy var syscfg = OnChip.SYSCFG(self)
  public private(set) lazy var dma = OnChip.DMA(behind(.dma), bus: bus, memory: space.base)
  public private(set) lazy var tbman = OnChip.TBMAN(self, hostLink: configuration.hostLink)
  public private(set) lazy var adc = OnChip.ADC(behind(.adc), pins: pins, seed: configuration.seed)
  public private(set) lazy var ssi = OnChip.SSI(behind(.xip), pins: pins)
  public private(set) lazy var xip = OnChip.XIP_CTRL(behind(.xip), ssi: ssi, flash: flash, bytes: configuration.flashBytes)
  public private(set) lazy var usb = OnChip.USB(behind(.usb), pins: pins, memory: space.base + Int(Registers.USB_DPRAM.base))
  /// RESETS' bits of each of `blocks`.
  var masks: [UInt32] = []

  /// The block of that name.
  public func block(named name: String) -> (any Peripheral)? { blocks.first { $0.name == name } }

  // MARK: ChipServices

  public func schedule(_ source: EventSource, at cycle: Cycle) {
    guard cycle >> 57 == 0 else { events.cancel(source); return }
    let when = max(cycle, now + 1)
    events.set(source, at: when)
    shorten(when)
  }
  public func cancel(_ source: EventSource) { events.cancel(source) }
  public func setInterrupt(_ irq: UInt32, _ level: Bool) {
    core0.ppb.setLine(irq, level)
    core1.ppb.setLine(irq, level)
  }
  public func setInterrupt(_ irq: UInt32, _ level: Bool, core: UInt32) { (core == 0 ? core0 : core1).ppb.setLine(irq, level) }
  public func setDREQ(_ number: UInt32, _ level: Bool) {
    if level { dreq |= 1 << UInt64(number) } else { dreq &= ~(1 << UInt64(number)) }
    dma.request(number, level: level)
  }
  public func setDREQ(_ number: UInt32, count: UInt32) {
    if count != 0 { dreq |= 1 << UInt64(number) } else { dreq &= ~(1 << UInt64(number)) }
    if dma.lines[Int(number)] != count { dma.request(number, count: count) }
  }
  public func pulseDREQ(_ number: UInt32) { dma.pulse(number) }
  public func hertz(_ clock: ClockName) -> UInt64 { clocks.frequency(clock).hertz }
  public func frequency(_ clock: ClockName) -> Frequency { clocks.frequency(clock) }
  public func ticks(_ clock: ClockName, at cycle: Cycle) -> UInt64 { clocks.ticks(clock, at: cycle) }
  public func cycle(_ clock: ClockName, reaching count: UInt64) -> Cycle { clocks.cycle(clock, reaching: count) }
  public func instant(_ cycle: Cycle) -> Instant { clocks.instant(cycle) }
  /// The first cycle at or after `instant`, if no clock changes before.
  public func cycle(at instant: Instant) -> Cycle { clocks.cycle(at: instant) }

  public func setFrequency(_ clock: ClockName, _ frequency: Frequency) {
    let stopped = clocks.sysStopped
    guard clocks.set(clock, frequency, at: now) else { return }
    if clock == .sys && stopped != frequency.isZero { leave = true; if !frequency.isZero { coresContinue() } }
    clocksChanged()
  }
  /// From here on virtual time is the host's monotonic clock, whatever it was until now: what the hardware needs to start is not waited for.
  public func startHostClock() {
    hostStart = Self.hostNanoseconds() &- clocks.instant(now).nanoseconds
    followsHost = true
    path.pointee.followsHost = true
  }
  /// The cycle that belongs to the host's time, never before `now`.
  var hostCycle: Cycle { max(now, clocks.cycle(at: Instant(nanoseconds: Self.hostNanoseconds() &- hostStart))) }
  /// After `startHostClock`: how long until the host's clock reaches `cycle`, nanoseconds; before it nothing is waited for.
  public func hostTimeLeft(until cycle: Cycle) -> UInt64 {
    if !followsHost { return 0 }
    let due = clocks.instant(cycle).nanoseconds, time = Self.hostNanoseconds() &- hostStart
    return due > time ? due - time : 0
  }
  private static func hostNanoseconds() -> UInt64 {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return UInt64(t.tv_sec) * 1_000_000_000 + UInt64(t.tv_nsec)
  }
  public func restartClock(_ clock: ClockName) { clocks.restart(clock, at: now); clocksChanged() }
  func clocksChanged() {
    clocksDirty = true
    settleClocks()
  }
  /// Blocks hear of a change until none makes another: a PLL follows the crystal, CLOCKS follows the PLL.
  private func settleClocks() {
    guard !changingClocks else { return }
    changingClocks = true
    defer { changingClocks = false }
    var rounds = 0
    while clocksDirty && rounds < 16 {
      clocksDirty = false
      rounds += 1
      for b in blocks { b.clockChanged(at: now) }
      core0.ppb.clockChanged(at: now)
      core1.ppb.clockChanged(at: now)
    }
  }

  public func driveFunction(_ function: UInt32, pin: UInt32, level: Bool, enable: Bool) {
    pins.drive(function, pin: pin, level: level, enable: enable, at: now)
  }
  public func inputLevel(pin: UInt32) -> Bool { pins.inputLevel(pin: pin, at: now) }

  public func unmodelled(_ block: String, _ register: String, write: Bool, value: UInt32) {
    let what = "\(block).\(register) has no model (\(write ? "written" : "read"))"
    report(what)
    noteUnmodelled(block, register, write: write, value: value)
    if configuration.strict { stop(.unmodelled(what)) }
  }
  func report(_ text: String) {
    guard reported.insert(text).inserted else { return }
    reports.append(text)
    onReport?(text)
  }

  public func pause() { pauseWanted = true; leave = true }
  /// Hosted firmware has no WFE: its waits are WFI and lines.
  public func sendEvent() {
    for c in [core0!, core1!] { (c as? ArmCore)?.event() }
  }

  /// The ARM core of that number; nil where firmware runs hosted.
  public func armCore(_ n: Int) -> ArmCore? { (n == 0 ? core0 : core1) as? ArmCore }
  /// A value on the bus without side effects, for debuggers, windows and tests; nil where nothing is.
  public func peek(_ address: UInt32, core: UInt32 = 0) -> UInt32? { bus.peek(address, master: core == 0 ? .core0 : .core1, at: now) }
  /// An access as a debugger makes it, between runs: with its side effects, without time.
  public func poke(_ address: UInt32, _ value: UInt32) -> Bool { bus.store(address, value, Access(master: .debugger, cycle: now)).ok }
  public func load(_ address: UInt32, bytes: UInt8 = 4) -> Reply { bus.load(address, Access(master: .debugger, bytes: bytes, cycle: now)) }
  public func store(_ address: UInt32, _ value: UInt32, bytes: UInt8 = 4) -> Reply {
    bus.store(address, value, Access(master: .debugger, bytes: bytes, cycle: now))
  }
  /// RAM of `count` bytes at `address` for a bus master.
  public func isRAM(_ address: UInt32, _ count: UInt32) -> Bool { bus.memoryRange(address, count: count, writable: true) != nil }
}

/// Who gets host input on the chip's side: the board.
public protocol HostInputReceiver: AnyObject {
  func receive(_ item: HostInput, at cycle: Cycle)
}
