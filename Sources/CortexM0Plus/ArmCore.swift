import Emulation
import Glibc

/// A Cortex-M0+ that executes instructions (ARMv6-M Architecture Reference Manual; Cortex-M0+ Technical Reference Manual for the cycles).
///
/// `Execute.swift` is the instruction loop, `ArmAccess.swift` everything but plain memory, `ArmExceptions.swift` exceptions and sleep.
public final class ArmCore: Core {
  /// R0…R15 as they are seen now: R13 is the stack pointer in use, R15 the address of the next instruction while the loop does not run.
  let r: UnsafeMutableRawPointer
  /// The host's view of emulated address 0.
  let base: UnsafeMutableRawPointer
  let bus: BusTable
  let turn: UnsafeMutablePointer<Turn>
  let table: UnsafeMutablePointer<Operation>
  /// For each top byte of an address: how many bytes from offset 0 are memory that code may run in and loads may read.
  let memoryLimits: UnsafeMutablePointer<UInt32>
  /// The same as the loop uses it: without the windows of the XIP cache, whose accesses take their time, and all zero while every access has to
  /// be looked at (MPU).
  let limits: UnsafeMutablePointer<UInt32>
  /// The windows of the XIP cache, for the loop that executes from there.
  let flashLimits: UnsafeMutablePointer<UInt32>
  /// SRAM's striped banks, for the loop that executes from there while the bus is shared.
  let stripedLimits: UnsafeMutablePointer<UInt32>
  /// SRAM's banks one after the other (0x21000000) and all that `limits` has, for the loop that executes from anywhere.
  let bankLimits: UnsafeMutablePointer<UInt32>
  static let bankWindow: UInt32 = 0x21, bankBytes: UInt32 = 0x40000, stripedBytes: UInt32 = 0x40000
  /// What a fetch or load from flash costs beyond its cycle; without it flash is as quick as RAM.
  public unowned(unsafe) var xip: (any XIPWindow)? {
    didSet {
      lines = xip?.lines
      updateCare()
    }
  }
  /// The cache's memory, while there is one.
  private(set) var lines: XIPLines?
  /// Cycles that the words of an LDM, STM, PUSH or POP took beyond one each (less, by wrapping, at the single-cycle port).
  var multipleWait: UInt64 = 0
  /// The word of flash that was fetched last.
  var fetchedWord: UInt32 = 1
  /// Another core is on the bus, or somebody counts: what this one wants of it is written to `ring` (`BusArbiter`).
  public var sharesBus = false
  public var ringShift: Cycle = 0
  /// The last turn ended at an access to a register, because the core or the other has lost cycles since it began.
  public var wantsBusSettled = false
  let ring: UnsafeMutablePointer<UInt8>
  /// Bytes of SRAM for the short way of loads and stores; 0 as `limits`.
  var ramBytes: UInt32
  static let ramBytes: UInt32 = 0x42000

  /// N is set when bits 31…63 are not all 0, Z when bits 0…31 are: so both can be told apart from one word, and set together by an MSR.
  var nz: UInt64 = 1
  var carry: UInt32 = 0
  /// V in bit 31.
  var overflow: UInt32 = 0
  var primask = false
  /// CONTROL.nPRIV and SPSEL.
  var control: UInt32 = 0
  /// The stack pointer that is not in use.
  var otherSP: UInt32 = 0
  /// IPSR.
  var exception: UInt32 = 0
  /// Exceptions that have been entered and not left, by number.
  var active: UInt64 = 0
  /// Priority of the code that runs: 4 in thread mode, 0…3 in a handler, -1 in HardFault, -2 in NMI. PRIMASK is not in it.
  var level: Int32 = 4
  var pendSVPending = false, svCallPending = false, hardFaultPending = false
  public internal(set) var nmiPending = false
  /// Frame stacked, vector not fetched yet: a more urgent exception may still take its place (late arrival).
  var entering = false
  /// EXC_RETURN of the frame that was stacked last.
  var pendingReturn: UInt32 = 0
  /// Where the instruction loop was to go when it left with `jump`.
  var jumpTarget: UInt32 = 0
  var eventRegister = false
  /// Sleeps in WFE, not WFI.
  var waitsForEvent = false
  /// Sleeps inside a ROM routine that waits for an interrupt line.
  var waitsForLine = false
  /// A fault while it could not be handled: stands still until it is reset.
  public internal(set) var lockedUp = false
  /// Something may have become takeable: look before the next instruction.
  var attention = false
  /// The loop runs while its time is below this.
  var limit: Cycle = 0
  /// One instruction at a time, for the MPU, breakpoints and traces.
  var careful = false
  /// A memory has no clock (CLOCKS.WAKE_EN): every access and fetch is looked at.
  private(set) var checksGates = false
  public func memoryGatesChanged() {
    checksGates = !bus.allMemoriesStand
    updateCare()
  }
  /// The address of the last slow access, for a fault's report.
  var faultAddress: UInt32 = 0
  var faultCause = ArmFault.Cause.busError
  public internal(set) var lastFault: ArmFault?
  /// Instructions that were executed, while `careful`.
  public internal(set) var instructions: UInt64 = 0
  /// UDF below 0x4000 calls the chip's own ROM routines.
  public var ownROM = true
  /// Told of each instruction before it is executed.
  public var onInstruction: ((ArmCore) -> Void)? { didSet { updateCare() } }
  /// A debugger.
  public weak var observer: (any ArmObserver)? { didSet { updateCare() } }
  /// The observer stopped the core at a BKPT, which is not done yet.
  public var isStoppedAtBKPT = false
  /// The observer wants to know of each instruction. Without that the core runs at its full speed, and only a BKPT reaches the observer.
  public var watchesCode = false { didSet { updateCare() } }
  /// The observer wants to know of each load and store.
  public var watchesData = false { didSet { updateCare() } }

  public init(
    _ index: UInt32, _ services: any ChipServices, host: any CoreHost, base: UnsafeMutableRawPointer, bus: BusTable, turn: UnsafeMutablePointer<Turn>,
    ring: UnsafeMutablePointer<UInt8>, ramMegabytes: Int
  ) {
    self.base = base
    self.ring = ring
    self.bus = bus
    self.turn = turn
    r = .allocate(byteCount: 64, alignment: 64)
    memset(r, 0, 64)
    table = Operation.table.entries
    memoryLimits = .allocate(capacity: 256)
    memoryLimits.initialize(repeating: 0, count: 256)
    memoryLimits[0] = 0x4000
    for window in 0x10...0x13 { memoryLimits[window] = 1 << 24 }
    memoryLimits[0x20] = Self.ramBytes
    for i in 0..<(ramMegabytes + 15) / 16 { memoryLimits[0x30 + i] = UInt32(min(ramMegabytes - 16 * i, 16)) << 20 }
    limits = .allocate(capacity: 256)
    limits.initialize(from: memoryLimits, count: 256)
    flashLimits = .allocate(capacity: 256)
    flashLimits.initialize(repeating: 0, count: 256)
    bankLimits = .allocate(capacity: 256)
    bankLimits.initialize(repeating: 0, count: 256)
    stripedLimits = .allocate(capacity: 256)
    stripedLimits.initialize(repeating: 0, count: 256)
    ramBytes = Self.ramBytes
    super.init(index, services, host: host)
  }
  deinit {
    r.deallocate()
    memoryLimits.deallocate()
    limits.deallocate()
    flashLimits.deallocate()
    stripedLimits.deallocate()
    bankLimits.deallocate()
  }

  // MARK: Registers, for debuggers and the chip

  /// R0…R15 as the program sees them; R15 is the address of the next instruction.
  public subscript(_ n: Int) -> UInt32 {
    get { r.load(fromByteOffset: n * 4, as: UInt32.self) }
    set { r.storeBytes(of: n == 13 ? newValue & ~3 : newValue, toByteOffset: n * 4, as: UInt32.self) }
  }
  public var pc: UInt32 {
    get { self[15] }
    set { self[15] = newValue & ~1 }
  }
  /// APSR, IPSR and EPSR in one word.
  public var xpsr: UInt32 { flags | 1 << 24 | exception }
  /// N, Z, C, V in bits 31…28.
  public var flags: UInt32 {
    get {
      (nz >> 31 != 0 ? 1 << 31 : 0) | (UInt32(truncatingIfNeeded: nz) == 0 ? 1 << 30 : 0) | carry << 29 | (overflow >> 31) << 28
    }
    set {
      nz = (newValue >> 31 != 0 ? 1 << 32 : 0) | (newValue >> 30 & 1 != 0 ? 0 : 1)
      carry = newValue >> 29 & 1
      overflow = newValue << 3 & 0x8000_0000
    }
  }
  public var msp: UInt32 {
    get { usesProcessStack ? otherSP : self[13] }
    set { if usesProcessStack { otherSP = newValue & ~3 } else { self[13] = newValue } }
  }
  public var psp: UInt32 {
    get { usesProcessStack ? self[13] : otherSP }
    set { if usesProcessStack { self[13] = newValue } else { otherSP = newValue & ~3 } }
  }
  public var primaskBit: UInt32 {
    get { primask ? 1 : 0 }
    set { primask = newValue & 1 != 0; attention = true }
  }
  public var controlBits: UInt32 {
    get { control }
    set { setControl(newValue) }
  }
  var usesProcessStack: Bool { control & 2 != 0 }
  var inHandler: Bool { exception != 0 }
  var privileged: Bool { inHandler || control & 1 == 0 }
  func setControl(_ v: UInt32) {
    let new = v & 3
    if (new ^ control) & 2 != 0 { swap() }
    control = new
    updateCare()
  }
  private func swap() {
    let other = otherSP
    otherSP = self[13]
    self[13] = other
  }

  // MARK: Life

  /// The core begins at the vector table at `vectors`, as after a reset.
  public func start(vectors: UInt32, at cycle: Cycle) {
    memset(r, 0, 64)
    for n in 0...12 { self[n] = 0 }
    nz = 1; carry = 0; overflow = 0
    primask = false; control = 0; otherSP = 0; exception = 0; active = 0; level = 4
    pendSVPending = false; svCallPending = false; hardFaultPending = false; nmiPending = false
    entering = false; eventRegister = false; waitsForEvent = false; waitsForLine = false; lockedUp = false
    attention = true
    lastFault = nil
    sleeping = false
    waitingForTurn = false
    held = false
    time = max(time, cycle)
    updateCare()
    self[14] = 0xffff_ffff
    self[13] = wordOfVectors(vectors)
    let entry = wordOfVectors(vectors + 4)
    self[15] = entry & ~1
    if entry & 1 == 0 { lockUp(fault(.noThumbBit, at: entry)) }
  }
  private func wordOfVectors(_ address: UInt32) -> UInt32 {
    isCode(address) ? base.load(fromByteOffset: place(address), as: UInt32.self) : 0
  }
  /// Memory that instructions and vectors can be fetched from.
  func isCode(_ address: UInt32) -> Bool {
    address & 0xff_ffff < memoryLimits[Int(address >> 24)] || address >> 24 == Self.bankWindow && address & 0xff_ffff < Self.bankBytes
  }
  /// Where `address` is from `base` on: elsewhere only in the unstriped view of SRAM (§2.6.2), whose bank n of 64 KB holds every fourth word.
  @inline(__always) func place(_ address: UInt32) -> Int {
    guard address &>> 24 == Self.bankWindow else { return Int(address) }
    return Int(0x2000_0000 | (address & 0xfffc) &<< 2 | address &>> 14 & 0xc | address & 3)
  }
  /// The MPU, a breakpoint or a trace asks for more than the plain loop does.
  func updateCare() {
    let all = ppb.state.mpuControl & 1 != 0 || watchesData || checksGates
    careful = all || onInstruction != nil || watchesCode
    flashLimits.update(repeating: 0, count: 256)
    stripedLimits[0x20] = all ? 0 : Self.stripedBytes
    if all { limits.update(repeating: 0, count: 256) } else { limits.update(from: memoryLimits, count: 256) }
    if xip != nil {
      for window in 0x10...0x13 { limits[window] = 0 }
      if !all { for window in 0x10...0x13 { flashLimits[window] = 1 << 24 } }
    }
    bankLimits.update(from: limits, count: 256)
    bankLimits[Int(Self.bankWindow)] = all ? 0 : Self.bankBytes
    ramBytes = all ? 0 : Self.ramBytes
    attention = true
  }
  public override func mpuChanged() { updateCare() }

  // MARK: PPBOwner

  public override var pendSV: Bool {
    get { pendSVPending }
    set { pendSVPending = newValue }
  }
  public override var nmi: Bool {
    get { nmiPending }
    set { nmiPending = newValue }
  }
  public override func pendingIsEvent() { event() }
  public override var activeException: UInt32 { exception }
  public override func pendingChanged() {
    attention = true
    limit = 0  // a running loop looks at this after each access
    guard sleeping, !lockedUp else { return }
    if waitsForLine { waitsForLine = false; host.wake(self); return }
    if wakes { host.wake(self) }
  }
  /// A ROM routine waits for any interrupt line or event.
  public func sleepForLine() {
    if eventRegister { eventRegister = false; return }
    guard !ppb.anyPending else { ppb.forgetPending(); return }
    sleeping = true
    waitsForLine = true
    waitsForEvent = true
  }
  /// Not launched yet: asleep in the boot ROM.
  public var waitsInROM: Bool { sleeping && waitsForLine }
  /// Nothing but a reset gets it going again.
  public func sleepForEver() { sleeping = true; lockedUp = true }
  /// SEV of either core.
  public func event() {
    guard sleeping, waitsForEvent, !lockedUp else { eventRegister = true; return }
    host.wake(self)
  }

  public func save(to out: inout StateWriter) {
    out.tag("ARM\(index)")
    for n in 0..<16 { out.put(self[n]) }
    out.put(nz); out.put(carry); out.put(overflow); out.put(primask); out.put(control); out.put(otherSP); out.put(exception); out.put(active)
    out.put(level); out.put(pendingReturn)
    for flag in [
      pendSVPending, svCallPending, hardFaultPending, nmiPending, entering, eventRegister, waitsForEvent, waitsForLine, lockedUp, sleeping, waitingForTurn,
      held,
    ] { out.put(flag) }
    out.put(time)
    out.put(fetchedWord)
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag("ARM\(index)")
    for n in 0..<16 { self[n] = try input.get() }
    nz = try input.get(); carry = try input.get(); overflow = try input.get(); primask = try input.get(); control = try input.get()
    otherSP = try input.get(); exception = try input.get(); active = try input.get(); level = try input.get(); pendingReturn = try input.get()
    pendSVPending = try input.get(); svCallPending = try input.get(); hardFaultPending = try input.get(); nmiPending = try input.get()
    entering = try input.get(); eventRegister = try input.get(); waitsForEvent = try input.get(); waitsForLine = try input.get()
    lockedUp = try input.get(); sleeping = try input.get(); waitingForTurn = try input.get(); held = try input.get()
    time = try input.get()
    fetchedWord = try input.get()
    guard carry < 2, exception < 48, control < 4 else { throw StateError("saved ARM core is damaged") }
    memoryGatesChanged()
  }
}
