import Emulation
import Registers

/// The core that owns a `PPB`: hosted, or executing ARM instructions.
public protocol PPBOwner: AnyObject {
  /// PendSV is pending.
  var pendSV: Bool { get set }
  /// The exception that runs (0 in thread mode), as ICSR.VECTACTIVE shows it.
  var activeException: UInt32 { get }
  /// NMI is pending.
  var nmi: Bool { get set }
  /// `PPB.hasWork` may have changed.
  func pendingChanged()
  /// An exception has become pending while SCR.SEVONPEND is set: that is an event for WFE.
  func pendingIsEvent()
  /// AIRCR.SYSRESETREQ was written.
  func systemReset()
  /// The MPU's registers were written.
  func mpuChanged()
}

/// One core's private peripherals: NVIC, SysTick and the system control block (ARMv6-M Architecture Reference Manual B3;
/// RP2040 data sheet §2.4.8 lists the registers).
///
/// Priorities are 0 (most urgent) to 3; thread mode is level 4.
public final class PPB: Peripheral {
  public let name: String

  struct State {
    var enabled: UInt32 = 0, pending: UInt32 = 0, level: UInt32 = 0, active: UInt32 = 0
    /// Lines that are an NMI too (SYSCFG.PROCn_NMI_MASK).
    var nmiMask: UInt32 = 0
    /// Two bits of priority in the top of each byte, as in NVIC_IPRn.
    var priorities = [UInt32](repeating: 0, count: 8)
    var shpr2: UInt32 = 0, shpr3: UInt32 = 0
    var sysTickPending = false
    var vtor: UInt32 = 0, scr: UInt32 = 0
    var mpuControl: UInt32 = 0, mpuRegion: UInt32 = 0
    var mpuBase = [UInt32](repeating: 0, count: 8), mpuAttributes = [UInt32](repeating: 0, count: 8)
    var sysTick = SysTick()
  }
  /// SysTick counts down from `value`, which it had at tick `from` of its clock.
  struct SysTick {
    var control: UInt32 = 0, reload: UInt32 = 0, value: UInt32 = 0
    var from: UInt64 = 0
    var countFlag = false
  }
  var state = State()
  private unowned(unsafe) let services: any ChipServices
  /// The core, which owns this. Not weak: an object that somebody refers to weakly is slower to count.
  public unowned(unsafe) var owner: (any PPBOwner)?
  private let tickSource: EventSource
  private typealias R = Registers.PPB

  public init(core: UInt32, _ services: ChipServices) {
    name = "PPB\(core)"
    self.services = services
    tickSource = core == 0 ? .sysTick0 : .sysTick1
  }

  // MARK: For the core

  /// The vector table's address.
  public var vectorTable: UInt32 {
    get { state.vtor }
    set { state.vtor = newValue & 0xffff_ff00 }
  }
  /// SCR.SLEEPDEEP, SEVONPEND, SLEEPONEXIT.
  public var systemControl: UInt32 { state.scr }
  /// An enabled interrupt, or SysTick, is pending.
  public var hasWork: Bool { state.pending & state.enabled != 0 || state.sysTickPending }
  /// Some line is up or was latched, enabled or not: what a boot ROM that polls would see.
  public func isPending(_ irq: UInt32) -> Bool { state.pending >> irq & 1 != 0 }

  /// The interrupt to take at `level`: its number (32 for SysTick) and priority.
  public func next(below level: UInt32) -> (irq: UInt32, priority: UInt32)? {
    var best: (irq: UInt32, priority: UInt32)?
    var limit = level
    if state.sysTickPending {
      let p = state.shpr3 >> 30
      if p < limit { best = (32, p); limit = p }
    }
    var bits = state.pending & state.enabled
    while bits != 0 {
      let irq = UInt32(bits.trailingZeroBitCount)
      bits &= bits - 1
      let p = priority(irq)
      if p < limit { best = (irq, p); limit = p }
    }
    return best
  }
  /// Latched interrupts are forgotten: the boot ROM's wait for a line.
  public func forgetPending() { state.pending = 0 }
  /// The MPU is switched on.
  public var mpuEnabled: Bool { state.mpuControl & 1 != 0 }
  /// No interrupt is enabled, SysTick's neither.
  public var hearsNothing: Bool { state.enabled == 0 && state.sysTick.control & 2 == 0 }
  /// An interrupt is pending, enabled or not: what SCR.SEVONPEND makes an event of.
  public var anyPending: Bool { state.pending != 0 || state.sysTickPending }
  /// Priority of SysTick (15) or an interrupt (16 and up).
  public func priority(ofException number: UInt32) -> UInt32 { number == 15 ? state.shpr3 >> 30 : priority(number - 16) }
  /// Priority of PendSV (SHPR3).
  public var pendSVPriority: UInt32 { state.shpr3 >> 22 & 3 }
  /// Priority of SVCall (SHPR2).
  public var svCallPriority: UInt32 { state.shpr2 >> 30 }
  /// The core enters the handler of `irq`.
  public func enter(_ irq: UInt32) {
    if irq == 32 { state.sysTickPending = false } else { state.pending &= ~(1 << irq); state.active |= 1 << irq }
    owner?.pendingChanged()
  }
  /// The core returns from it: a line that is still up is pending again.
  public func leave(_ irq: UInt32) {
    guard irq != 32 else { return }
    state.active &= ~(1 << irq)
    if state.level >> irq & 1 != 0 { pend(1 << irq); owner?.pendingChanged() }
  }
  /// Level of an interrupt line.
  public func setLine(_ irq: UInt32, _ up: Bool) {
    let bit: UInt32 = 1 << irq
    if up {
      guard state.level & bit == 0 else { return }
      if state.nmiMask & bit != 0 && state.level & state.nmiMask == 0 { pendNMI() }
      state.level |= bit
      pend(bit)
      owner?.pendingChanged()
    } else {
      state.level &= ~bit
    }
  }
  /// SYSCFG.PROCn_NMI_MASK: the lines of `mask` together are the core's NMI, which their rise makes pending.
  public func setNMIMask(_ mask: UInt32) {
    let rises = state.level & state.nmiMask == 0 && state.level & mask != 0
    state.nmiMask = mask
    if rises { pendNMI() }
  }
  private func pendNMI() {
    guard let owner, !owner.nmi else { return }
    owner.nmi = true
    noteEvent()
    owner.pendingChanged()
  }
  private func pend(_ bits: UInt32) {
    let isNew = bits & ~state.pending != 0
    state.pending |= bits
    if isNew { noteEvent() }
  }
  /// Something has become pending (ARMv6-M B1.5.18).
  private func noteEvent() { if state.scr & R.SCR.SEVONPEND.mask != 0 { owner?.pendingIsEvent() } }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    let value = peek(offset, at: access.cycle)
    if offset == R.SYST_CSR.offset { state.sysTick.countFlag = false }
    if isUnknown(offset) { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return value
  }

  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.SYST_CSR.offset: return state.sysTick.control | (state.sysTick.countFlag ? R.SYST_CSR.COUNTFLAG.mask : 0)
    case R.SYST_RVR.offset: return state.sysTick.reload
    case R.SYST_CVR.offset: return sysTickValue(at: cycle)
    case R.SYST_CALIB.offset: return 0
    case R.NVIC_ISER.offset, R.NVIC_ICER.offset: return state.enabled
    case R.NVIC_ISPR.offset, R.NVIC_ICPR.offset: return state.pending
    case R.NVIC_IPR0.offset...R.NVIC_IPR7.offset: return state.priorities[Int(offset - R.NVIC_IPR0.offset) / 4]
    case R.CPUID.offset: return R.CPUID.reset
    case R.ICSR.offset:
      let active = owner?.activeException ?? 0
      return (owner?.nmi == true ? R.ICSR.NMIPENDSET.mask : 0) | (owner?.pendSV == true ? R.ICSR.PENDSVSET.mask : 0)
        | (state.sysTickPending ? R.ICSR.PENDSTSET.mask : 0)
        | (state.pending & state.enabled != 0 ? R.ICSR.ISRPENDING.mask : 0) | R.ICSR.VECTPENDING.put(vectorPending) | R.ICSR.VECTACTIVE.put(active)
    case R.VTOR.offset: return state.vtor
    case R.AIRCR.offset: return 0xfa05_0000
    case R.SCR.offset: return state.scr
    case R.CCR.offset: return 0x208  // stacks are aligned to 8, unaligned accesses trap: fixed in ARMv6-M
    case R.SHPR2.offset: return state.shpr2
    case R.SHPR3.offset: return state.shpr3
    case R.SHCSR.offset: return 0
    case R.MPU_TYPE.offset: return R.MPU_TYPE.reset
    case R.MPU_CTRL.offset: return state.mpuControl
    case R.MPU_RNR.offset: return state.mpuRegion
    case R.MPU_RBAR.offset: return state.mpuBase[Int(state.mpuRegion & 7)] & ~0x1f | state.mpuRegion
    case R.MPU_RASR.offset: return state.mpuAttributes[Int(state.mpuRegion & 7)]
    default: return 0
    }
  }

  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle
    switch offset {
    case R.SYST_CSR.offset:
      settleSysTick(at: cycle)
      state.sysTick.control = value & 7
      state.sysTick.from = sysTickNow(cycle)
      scheduleSysTick(at: cycle)
    case R.SYST_RVR.offset:
      settleSysTick(at: cycle)
      state.sysTick.reload = value & 0xff_ffff
      scheduleSysTick(at: cycle)
    case R.SYST_CVR.offset:
      state.sysTick.value = 0
      state.sysTick.from = sysTickNow(cycle)
      state.sysTick.countFlag = false
      scheduleSysTick(at: cycle)
    case R.NVIC_ISER.offset: state.enabled |= value; owner?.pendingChanged()
    case R.NVIC_ICER.offset: state.enabled &= ~value; owner?.pendingChanged()
    case R.NVIC_ISPR.offset: pend(value); owner?.pendingChanged()
    case R.NVIC_ICPR.offset:
      state.pending &= ~(value & ~(state.level & ~state.active))  // a line that is up stays pending
      owner?.pendingChanged()
    case R.NVIC_IPR0.offset...R.NVIC_IPR7.offset:
      state.priorities[Int(offset - R.NVIC_IPR0.offset) / 4] = value & 0xc0c0_c0c0
      owner?.pendingChanged()
    case R.ICSR.offset:
      if value & R.ICSR.PENDSVSET.mask != 0 {
        if owner?.pendSV == false { noteEvent() }
        owner?.pendSV = true
      }
      if value & R.ICSR.PENDSVCLR.mask != 0 { owner?.pendSV = false }
      if value & R.ICSR.PENDSTSET.mask != 0 { pendSysTick() }
      if value & R.ICSR.PENDSTCLR.mask != 0 { state.sysTickPending = false }
      if value & R.ICSR.NMIPENDSET.mask != 0 { pendNMI() }
      owner?.pendingChanged()
    case R.VTOR.offset: state.vtor = value & 0xffff_ff00
    case R.AIRCR.offset:
      if value >> 16 == 0x05fa && value & R.AIRCR.SYSRESETREQ.mask != 0 { owner?.systemReset() }
    case R.SCR.offset: state.scr = value & 0x16
    case R.SHPR2.offset: state.shpr2 = value & 0xc000_0000
    case R.SHPR3.offset: state.shpr3 = value & 0xc0c0_0000; owner?.pendingChanged()
    case R.MPU_CTRL.offset:
      state.mpuControl = value & 7
      owner?.mpuChanged()
    case R.MPU_RNR.offset: state.mpuRegion = value & 7
    case R.MPU_RBAR.offset:
      if value & R.MPU_RBAR.VALID.mask != 0 { state.mpuRegion = value & 7 }
      state.mpuBase[Int(state.mpuRegion)] = value & 0xffff_ff00
      owner?.mpuChanged()
    case R.MPU_RASR.offset:
      state.mpuAttributes[Int(state.mpuRegion)] = value & 0xffff_ff3f
      owner?.mpuChanged()
    case R.CPUID.offset, R.CCR.offset, R.SYST_CALIB.offset, R.MPU_TYPE.offset, R.SHCSR.offset: break  // read-only
    default: services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value)
    }
  }

  /// The most urgent exception that is pending: what ICSR.VECTPENDING shows.
  private var vectorPending: UInt32 {
    if owner?.nmi == true { return 2 }
    var best: UInt32 = 0, limit: UInt32 = 4
    if owner?.pendSV == true { best = 14; limit = pendSVPriority }
    // Of equals the lower number goes first.
    if let (irq, _) = next(below: limit) { best = irq == 32 ? 15 : 16 + irq }
    return best
  }

  // MARK: SysTick

  private func pendSysTick() {
    if !state.sysTickPending { noteEvent() }
    state.sysTickPending = true
  }
  /// Its clock: clk_sys, or the watchdog's microsecond tick (CLKSOURCE 0).
  private var sysTickClock: ClockName { state.sysTick.control & R.SYST_CSR.CLKSOURCE.mask != 0 ? .sys : .tick }
  private func sysTickNow(_ cycle: Cycle) -> UInt64 { services.ticks(sysTickClock, at: cycle) }

  private func sysTickValue(at cycle: Cycle) -> UInt32 {
    let s = state.sysTick
    guard s.control & 1 != 0 else { return s.value }
    let elapsed = sysTickNow(cycle) &- s.from
    if elapsed <= UInt64(s.value) { return s.value - UInt32(elapsed) }
    let past = (elapsed - UInt64(s.value) - 1) % (UInt64(s.reload) + 1)
    return s.reload - UInt32(past)
  }
  private func settleSysTick(at cycle: Cycle) {
    state.sysTick.value = sysTickValue(at: cycle)
    state.sysTick.from = sysTickNow(cycle)
  }
  private func scheduleSysTick(at cycle: Cycle) {
    let s = state.sysTick
    guard s.control & 1 != 0, s.value != 0 || s.reload != 0 else { services.cancel(tickSource); return }
    let zero = s.from &+ (s.value != 0 ? UInt64(s.value) : UInt64(s.reload) + 1)
    services.schedule(tickSource, at: services.cycle(sysTickClock, reaching: zero))
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    settleSysTick(at: cycle)
    guard state.sysTick.value == 0 else { scheduleSysTick(at: cycle); return }
    state.sysTick.countFlag = true
    if state.sysTick.control & R.SYST_CSR.TICKINT.mask != 0 { pendSysTick(); owner?.pendingChanged() }
    scheduleSysTick(at: cycle)
  }
  public func clockChanged(at cycle: Cycle) { scheduleSysTick(at: cycle) }

  // MARK: Life

  public func reset(at cycle: Cycle) {
    let level = state.level, mask = state.nmiMask
    state = State()
    state.level = level
    state.nmiMask = mask
    state.pending = level  // lines that are up latch again
    services.cancel(tickSource)
    owner?.pendingChanged()
  }

  public func save(to out: inout StateWriter) {
    out.tag(name)
    for v in [state.enabled, state.pending, state.level, state.active, state.shpr2, state.shpr3, state.vtor, state.scr, state.mpuControl, state.mpuRegion] {
      out.put(v)
    }
    out.put(state.priorities); out.put(state.mpuBase); out.put(state.mpuAttributes)
    out.put(state.sysTickPending)
    out.put(state.nmiMask)
    let s = state.sysTick
    out.put(s.control); out.put(s.reload); out.put(s.value); out.put(s.from); out.put(s.countFlag)
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    state.enabled = try input.get(); state.pending = try input.get(); state.level = try input.get(); state.active = try input.get()
    state.shpr2 = try input.get(); state.shpr3 = try input.get(); state.vtor = try input.get(); state.scr = try input.get()
    state.mpuControl = try input.get(); state.mpuRegion = try input.get()
    state.priorities = try input.get(); state.mpuBase = try input.get(); state.mpuAttributes = try input.get()
    guard state.priorities.count == 8, state.mpuBase.count == 8, state.mpuAttributes.count == 8, state.mpuRegion < 8 else {
      throw StateError("saved PPB is damaged")
    }
    state.sysTickPending = try input.get()
    state.nmiMask = try input.get()
    state.sysTick.control = try input.get(); state.sysTick.reload = try input.get(); state.sysTick.value = try input.get()
    state.sysTick.from = try input.get(); state.sysTick.countFlag = try input.get()
  }

  private func priority(_ irq: UInt32) -> UInt32 { state.priorities[Int(irq >> 2)] >> ((irq & 3) * 8 + 6) & 3 }
  private func isUnknown(_ offset: UInt32) -> Bool {
    switch offset {
    case 0xe010, 0xe014, 0xe018, 0xe01c, 0xe100, 0xe180, 0xe200, 0xe280, 0xe400...0xe41c, 0xed00...0xed14, 0xed1c...0xed24, 0xed90...0xeda0: false
    default: true
    }
  }
}
