import Emulation

/// What a core asks of the chip around it.
public protocol CoreHost: AnyObject {
  /// A sleeping core has something to do: it goes on from the chip's present cycle.
  func wake(_ core: Core)
  /// AIRCR.SYSRESETREQ was written.
  func requestReset(_ cause: ResetCause)
  /// SEV: the event register of both cores.
  func sendEvent()
  /// A breakpoint of the debugger, or its single step: `run` of the chip ends.
  func pause()
  /// An ARM core takes a HardFault, or with `lockedUp` cannot even do that and stands still.
  func faulted(_ core: Core, _ fault: ArmFault, lockedUp: Bool)
  /// Code that the chip performs itself: the boot ROM's routines. `number` is the immediate of a UDF instruction below 0x4000.
  func callROM(_ core: Core, _ number: UInt32) -> ROMResult
}

/// One of the chip's processors as the run loop sees it: hosted firmware, or ARM instructions.
open class Core: PPBOwner {
  public let index: UInt32
  public let ppb: PPB
  public let master: Master
  public unowned(unsafe) let host: any CoreHost

  /// Local time while it does not run.
  public final var time: Cycle = 0
  public final var sleeping = false
  /// Its next access lies after something else.
  public final var waitingForTurn = false
  /// In reset (PSM), or nothing to run.
  public final var held = true
  public final var awake: Bool { !sleeping && !held }

  public init(_ index: UInt32, _ services: any ChipServices, host: any CoreHost) {
    self.index = index
    self.host = host
    master = index == 0 ? .core0 : .core1
    ppb = PPB(core: index, services)
    ppb.owner = self
  }
  open var pendSV: Bool {
    get { false }
    set {}
  }
  /// Hosted firmware has no handler for one.
  open var nmi: Bool {
    get { false }
    set {}
  }
  open func pendingIsEvent() {}
  open var activeException: UInt32 { 0 }
  open func pendingChanged() {}
  open func mpuChanged() {}
  public final func systemReset() { host.requestReset(.system) }
}
