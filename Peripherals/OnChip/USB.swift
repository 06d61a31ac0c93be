import Emulation
import Registers

/// USBCTRL, the USB 1.1 controller, as a device (RP2040 data sheet §4.1): registers, interrupts and what the line does to them. The endpoints
/// are in USBEndpoints.swift.
///
/// Nothing is polled: the port upstream calls for each packet (`USBFunction`), and hears when a buffer is handed over (`USBUpstream`). What belongs to
/// the host mode keeps its bits and is reported.
public final class USB: Peripheral, PinInput {
  public let name = "USBCTRL"
  typealias R = Registers.USB

  struct State {
    var address: UInt32 = 0, mainControl: UInt32 = 0, sieControl: UInt32 = 0
    /// SIE_STATUS: the bits that are written 1 to clear.
    var sticky: UInt32 = 0
    var suspended = false, connected = false
    /// DEV_SUSPEND and DEV_CONN_DIS: the state changed. DEV_SOF.
    var suspendChanged = false, connectionChanged = false, sof = false
    var frame: UInt32 = 0
    /// Completed buffers of each endpoint (even numbers IN): bit 0 buffer 0, bit 1 buffer 1, bit 2: buffer 1 came first.
    var done = [32 of UInt8](repeating: 0)
    /// The buffer that is next on a double-buffered endpoint, a bit each.
    var selector: UInt32 = 0
    var abort: UInt32 = 0, abortDone: UInt32 = 0, stallArm: UInt32 = 0, stallNak: UInt32 = 0
    var muxing: UInt32 = 0, power: UInt32 = 0, phy: UInt32 = 0, phyOverride: UInt32 = 0, trim: UInt32 = 0x1f1f
    var enable: UInt32 = 0, force: UInt32 = 0
    /// Registers of the host mode, which keep their bits: ADDR_ENDP1…15, INT_EP_CTRL, NAK_POLL.
    var hostEndpoints = [15 of UInt32](repeating: 0)
    var interruptEndpoints: UInt32 = 0, nakPoll: UInt32 = 0x10_0010
    /// SE0 from the host; K from the host.
    var inReset = false, resuming = false
    /// Nanoseconds since power-on at which the line was last busy; `.max` while it is no matter.
    var busyAt = UInt64.max
    /// The endpoint, buffer and transfer that wait for the host's ACK: endpoint index + 1, or 0.
    var sending: UInt8 = 0, sendingBuffer: UInt8 = 0
    var wasAttached = false
  }
  var state = State()

  /// The port that the plug is in; nil: the cable ends in the air.
  public weak var upstream: (any USBUpstream)? { didSet { upstream?.attachmentChanged(at: services.now) } }

  let memory: UnsafeMutableRawPointer
  private let pins: PinMux
  unowned(unsafe) let services: any ChipServices
  /// §2.19.2, function 9: OVCUR DET, VBUS DET, VBUS EN in turn.
  private static let function = 9
  private static let overcurrentPins: UInt64 = 0x0924_9249, vbusPins: UInt64 = 0x1249_2492, vbusEnablePins: UInt64 = 0x2492_4924
  /// A line idle for 3 ms is a suspended one (USB 2.0 §7.1.7.6).
  private static let idleLimit: UInt64 = 3_000_000

  /// `memory`: the 4 KB of DPSRAM.
  public init(_ services: any ChipServices, pins: PinMux, memory: UnsafeMutableRawPointer) {
    self.services = services; self.pins = pins; self.memory = memory
    pins.watch(self, function: Self.function, pins: Self.vbusPins | Self.overcurrentPins)
  }

  // MARK: What the line is

  private var isDevice: Bool { state.mainControl & 3 == 1 }
  /// Override or, without one, what the register itself says.
  private var pullUp: Bool {
    state.phyOverride & R.USBPHY_DIRECT_OVERRIDE.DP_PULLUP_EN_OVERRIDE_EN.mask != 0
      ? state.phy & R.USBPHY_DIRECT.DP_PULLUP_EN.mask != 0 : state.sieControl & R.SIE_CTRL.PULLUP_EN.mask != 0
  }
  private var vbusDetected: Bool {
    state.power & R.USB_PWR.VBUS_DETECT_OVERRIDE_EN.mask != 0
      ? state.power & R.USB_PWR.VBUS_DETECT.mask != 0 : pins.input(Self.function, pins: Self.vbusPins)
  }
  private var overcurrent: Bool {
    state.power & R.USB_PWR.OVERCURR_DETECT_EN.mask != 0
      ? state.power & R.USB_PWR.OVERCURR_DETECT.mask != 0 : pins.input(Self.function, pins: Self.overcurrentPins)
  }
  /// The bus tolerates 0.25 % of 12 MHz (USB 2.0 §7.1.11); the controller makes that of 48.
  private var hasClock: Bool { (47_880_000...48_120_000).contains(services.hertz(.usb)) }
  public var isAttached: Bool { isDevice && pullUp && (hasPHY || holdsPullUp) && vbusDetected && hasClock }
  /// The controller hears and drives the lines.
  var hasPHY: Bool { state.muxing & R.USB_MUXING.TO_PHY.mask != 0 }
  /// The controller looks at pins for the lines while an override keeps the pull-up: as firmware does for a millisecond after each reset of the bus,
  /// with GP15 as DP forced high, against erratum RP2040-E5. The host sees nothing of that.
  private var holdsPullUp: Bool {
    state.muxing & R.USB_MUXING.TO_DIGITAL_PAD.mask != 0 && state.phyOverride & R.USBPHY_DIRECT_OVERRIDE.DP_PULLUP_EN_OVERRIDE_EN.mask != 0
  }
  /// Nothing has moved for 3 ms, whatever the firmware made of that.
  private var isIdle: Bool { isAttached && !state.inReset && state.busyAt == .max }
  /// LINE_STATE: 0 SE0, 1 J, 2 K.
  private var line: UInt32 {
    if !hasPHY { return holdsPullUp && pins.input(8, pins: 1 << 15) ? 1 : 0 }
    return !isAttached || state.inReset ? 0 : state.resuming ? 2 : 1
  }

  /// The firmware or a clock changed something that decides about the pull-up.
  private func attachmentMayChange(at cycle: Cycle) {
    let attached = isAttached
    guard attached != state.wasAttached else { return }
    state.wasAttached = attached
    if attached {
      markBusy(at: cycle)
    } else {
      state.busyAt = .max
      services.cancel(.usb)
      state.inReset = false; state.resuming = false; state.sending = 0
      connect(false)
    }
    upstream?.attachmentChanged(at: cycle)
  }
  func connect(_ connected: Bool) {
    if state.connected != connected { state.connectionChanged = true }
    state.connected = connected
  }
  /// The line moved: 3 ms from now it is suspended unless it moves again.
  func markBusy(at cycle: Cycle) {
    state.busyAt = services.instant(cycle).nanoseconds
    services.schedule(.usb, at: services.cycle(at: Instant(nanoseconds: state.busyAt + Self.idleLimit)))
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    guard state.busyAt != .max else { return }
    guard services.instant(cycle).nanoseconds >= state.busyAt + Self.idleLimit else {
      services.schedule(.usb, at: services.cycle(at: Instant(nanoseconds: state.busyAt + Self.idleLimit)))
      return
    }
    state.busyAt = .max
    if isAttached && !state.inReset && !state.suspended {
      state.suspended = true
      state.suspendChanged = true
    }
    update()
  }
  public func clockChanged(at cycle: Cycle) {
    attachmentMayChange(at: cycle)
    if state.busyAt != .max { services.schedule(.usb, at: services.cycle(at: Instant(nanoseconds: state.busyAt + Self.idleLimit))) }
    update()
  }
  public func inputsChanged(_ pins: UInt64, at cycle: Cycle) {
    attachmentMayChange(at: cycle)
    update()
  }

  // MARK: Interrupts

  var raw: UInt32 {
    typealias I = R.INTR
    typealias S = R.SIE_STATUS
    var v: UInt32 = 0
    let s = state.sticky
    if state.stallNak != 0 { v |= I.EP_STALL_NAK.mask }
    if state.abortDone != 0 { v |= I.ABORT_DONE.mask }
    if state.sof { v |= I.DEV_SOF.mask }
    if s & S.SETUP_REC.mask != 0 { v |= I.SETUP_REQ.mask }
    if s & S.RESUME.mask != 0 { v |= I.DEV_RESUME_FROM_HOST.mask }
    if state.suspendChanged { v |= I.DEV_SUSPEND.mask }
    if state.connectionChanged { v |= I.DEV_CONN_DIS.mask }
    if s & S.BUS_RESET.mask != 0 { v |= I.BUS_RESET.mask }
    if vbusDetected { v |= I.VBUS_DETECT.mask }
    if s & S.STALL_REC.mask != 0 { v |= I.STALL.mask }
    if s & S.CRC_ERROR.mask != 0 { v |= I.ERROR_CRC.mask }
    if s & S.BIT_STUFF_ERROR.mask != 0 { v |= I.ERROR_BIT_STUFF.mask }
    if s & S.RX_OVERFLOW.mask != 0 { v |= I.ERROR_RX_OVERFLOW.mask }
    if s & S.RX_TIMEOUT.mask != 0 { v |= I.ERROR_RX_TIMEOUT.mask }
    if s & S.DATA_SEQ_ERROR.mask != 0 { v |= I.ERROR_DATA_SEQ.mask }
    if bufferStatus != 0 { v |= I.BUFF_STATUS.mask }
    if s & S.TRANS_COMPLETE.mask != 0 { v |= I.TRANS_COMPLETE.mask }
    return v
  }
  private var ints: UInt32 { raw & state.enable | state.force }
  func update() { services.setInterrupt(IRQ.USBCTRL_IRQ, ints != 0) }

  private var bufferStatus: UInt32 {
    var v: UInt32 = 0
    for i in 0..<32 where state.done[i] & 3 != 0 { v |= 1 << UInt32(i) }
    return v
  }
  private var shouldHandle: UInt32 {
    var v: UInt32 = 0
    for i in 0..<32 where state.done[i] & 4 != 0 { v |= 1 << UInt32(i) }
    return v
  }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    let v = peek(offset, at: access.cycle)
    switch offset {
    case R.SOF_RD.offset:
      state.sof = false
      update()
    case 0x88, 0x9c...: services.unmodelled(name, hexadecimal(offset), write: false, value: 0)
    default: break
    }
    return v
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    typealias S = R.SIE_STATUS
    switch offset {
    case R.ADDR_ENDP.offset: return state.address
    case R.ADDR_ENDP1.offset...R.ADDR_ENDP15.offset: return state.hostEndpoints[Int(offset / 4 - 1)]
    case R.MAIN_CTRL.offset: return state.mainControl
    case R.SOF_RD.offset: return state.frame
    case R.SIE_CTRL.offset: return state.sieControl
    case R.SIE_STATUS.offset:
      return state.sticky | S.LINE_STATE.put(line) | (state.connected ? S.CONNECTED.mask : 0) | (state.suspended ? S.SUSPENDED.mask : 0)
        | (vbusDetected ? S.VBUS_DETECTED.mask : 0) | (overcurrent ? S.VBUS_OVER_CURR.mask : 0)
    case R.INT_EP_CTRL.offset: return state.interruptEndpoints
    case R.BUFF_STATUS.offset: return bufferStatus
    case R.BUFF_CPU_SHOULD_HANDLE.offset: return shouldHandle
    case R.EP_ABORT.offset: return state.abort
    case R.EP_ABORT_DONE.offset: return state.abortDone
    case R.EP_STALL_ARM.offset: return state.stallArm
    case R.NAK_POLL.offset: return state.nakPoll
    case R.EP_STATUS_STALL_NAK.offset: return state.stallNak
    case R.USB_MUXING.offset: return state.muxing
    case R.USB_PWR.offset: return state.power
    case R.USBPHY_DIRECT.offset:
      typealias P = R.USBPHY_DIRECT
      return state.phy | (line == 1 ? P.RX_DP.mask | P.RX_DD.mask : 0) | (line == 2 ? P.RX_DM.mask : 0)
    case R.USBPHY_DIRECT_OVERRIDE.offset: return state.phyOverride
    case R.USBPHY_TRIM.offset: return state.trim
    case R.INTR.offset: return raw
    case R.INTE.offset: return state.enable
    case R.INTF.offset: return state.force
    case R.INTS.offset: return ints
    default: return 0
    }
  }

  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    typealias S = R.SIE_STATUS
    typealias C = R.SIE_CTRL
    let cycle = access.cycle, v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: cycle))
    switch offset {
    case R.ADDR_ENDP.offset: state.address = v & 0xf_007f
    case R.ADDR_ENDP1.offset...R.ADDR_ENDP15.offset:
      state.hostEndpoints[Int(offset / 4 - 1)] = v & 0x60f_007f
      if v != 0 { hostMode("ADDR_ENDP\(offset / 4)", v) }
    case R.MAIN_CTRL.offset:
      state.mainControl = v & 0x8000_0003
      if v & R.MAIN_CTRL.HOST_NDEVICE.mask != 0 { hostMode("MAIN_CTRL.HOST_NDEVICE", v) }
    // TinyUSB clears the whole block with memset before it begins.
    case R.SOF_WR.offset: if v != 0 { hostMode("SOF_WR", v) }
    case R.SIE_CTRL.offset:
      // RESET_BUS, RESUME, STOP_TRANS, START_TRANS act and read as 0.
      state.sieControl = v & 0xff07_8f4e
      if v & (C.RESET_BUS.mask | C.SOF_EN.mask | C.KEEP_ALIVE_EN.mask | C.START_TRANS.mask | C.STOP_TRANS.mask | C.PREAMBLE_EN.mask) != 0 {
        hostMode("SIE_CTRL", v)
      }
      if v & C.DIRECT_EN.mask != 0 { services.unmodelled(name, "SIE_CTRL.DIRECT_EN", write: true, value: v) }
      if v & C.RESUME.mask != 0 && isIdle { upstream?.wakeRequested(at: cycle) }
    case R.SIE_STATUS.offset:
      state.sticky &= ~(value & 0xff0e_0800)
      if value & S.SUSPENDED.mask != 0 { (state.suspended, state.suspendChanged) = (false, false) }
      if value & S.CONNECTED.mask != 0 { state.connectionChanged = false }
    case R.INT_EP_CTRL.offset:
      state.interruptEndpoints = v & 0xfffe
      if v != 0 { hostMode("INT_EP_CTRL", v) }
    case R.BUFF_STATUS.offset: clearDone(value)
    case R.EP_ABORT.offset: abort(v, at: cycle)
    case R.EP_ABORT_DONE.offset: state.abortDone &= ~value
    case R.EP_STALL_ARM.offset:
      state.stallArm = v & 3
      upstream?.mayAnswer(0x80, at: cycle)
      upstream?.mayAnswer(0, at: cycle)
    case R.NAK_POLL.offset: state.nakPoll = v & 0x3ff_03ff
    case R.EP_STATUS_STALL_NAK.offset: state.stallNak &= ~value
    case R.USB_MUXING.offset:
      state.muxing = v & 0xf
      if v & R.USB_MUXING.TO_EXTPHY.mask != 0 || v & R.USB_MUXING.TO_DIGITAL_PAD.mask != 0 && !holdsPullUp {
        services.unmodelled(name, "USB_MUXING", write: true, value: v)
      }
    case R.USB_PWR.offset: state.power = v & 0x3f
    case R.USBPHY_DIRECT.offset: state.phy = v & 0xff77
    case R.USBPHY_DIRECT_OVERRIDE.offset:
      state.phyOverride = v & 0x9fff
      let modelled = R.USBPHY_DIRECT_OVERRIDE.DP_PULLUP_EN_OVERRIDE_EN.mask
      if v & 0x9fff & ~modelled != 0 { services.unmodelled(name, "USBPHY_DIRECT_OVERRIDE", write: true, value: v) }
    case R.USBPHY_TRIM.offset: state.trim = v & 0x1f1f
    case R.INTE.offset: state.enable = v & 0xf_ffff
    case R.INTF.offset: state.force = v & 0xf_ffff
    case R.SOF_RD.offset, R.BUFF_CPU_SHOULD_HANDLE.offset, R.INTR.offset, R.INTS.offset: break  // read-only
    case 0x88: if value != 0 { services.unmodelled(name, hexadecimal(offset), write: true, value: value) }
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
    driveVBUSEnable()
    attachmentMayChange(at: cycle)
    update()
  }
  private func hostMode(_ what: String, _ value: UInt32) { services.unmodelled(name, what + " (host mode)", write: true, value: value) }
  private func driveVBUSEnable() {
    let on =
      state.power & R.USB_PWR.VBUS_EN_OVERRIDE_EN.mask != 0
      ? state.power & R.USB_PWR.VBUS_EN.mask != 0 : state.sieControl & R.SIE_CTRL.VBUS_EN.mask != 0
    guard on != vbusEnable else { return }
    vbusEnable = on
    for pin in 0..<UInt32(30) where Self.vbusEnablePins >> UInt64(pin) & 1 != 0 {
      services.driveFunction(UInt32(Self.function), pin: pin, level: on, enable: true)
    }
  }
  private var vbusEnable = false

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    let attached = state.wasAttached
    state = State()
    vbusEnable = false
    for pin in 0..<UInt32(30) where Self.vbusEnablePins >> UInt64(pin) & 1 != 0 {
      services.driveFunction(UInt32(Self.function), pin: pin, level: false, enable: true)
    }
    services.cancel(.usb)
    update()
    if attached { upstream?.attachmentChanged(at: cycle) }
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    for v in Self.words { w.put(state[keyPath: v]) }
    for v in Self.flags { w.put(state[keyPath: v]) }
    for i in 0..<32 { w.put(state.done[i]) }
    for i in 0..<15 { w.put(state.hostEndpoints[i]) }
    w.put(state.busyAt); w.put(state.sending); w.put(state.sendingBuffer); w.put(vbusEnable)
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    var s = State()
    for v in Self.words { s[keyPath: v] = try r.get() }
    for v in Self.flags { s[keyPath: v] = try r.get() }
    for i in 0..<32 { s.done[i] = try r.get() }
    for i in 0..<15 { s.hostEndpoints[i] = try r.get() }
    s.busyAt = try r.get(); s.sending = try r.get(); s.sendingBuffer = try r.get(); vbusEnable = try r.get()
    guard s.sending <= 32, s.sendingBuffer <= 1 else { throw StateError("damaged state of USBCTRL") }
    state = s
    update()
  }
  private static var words: [WritableKeyPath<State, UInt32>] {
    [
      \.address, \.mainControl, \.sieControl, \.sticky, \.frame, \.selector, \.abort, \.abortDone, \.stallArm, \.stallNak, \.muxing, \.power, \.phy,
      \.phyOverride, \.trim, \.enable, \.force, \.interruptEndpoints, \.nakPoll,
    ]
  }
  private static var flags: [WritableKeyPath<State, Bool>] {
    [\.suspended, \.connected, \.suspendChanged, \.connectionChanged, \.sof, \.inReset, \.resuming, \.wasAttached]
  }
}

/// DPSRAM on the bus: it tells USBCTRL of what is written to the registers at its beginning.
public final class USBMemory: Peripheral {
  public let name = "USBCTRL_DPRAM"
  private let usb: USB
  public init(_ usb: USB) { self.usb = usb }
  // The bus reads and writes the memory itself.
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 { 0 }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { 0 }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) { if offset < 0x100 { usb.memoryWritten(offset, access) } }
  public func reset(at cycle: Cycle) {}
  public func save(to w: inout StateWriter) { w.tag(name) }
  public func restore(from r: inout StateReader) throws(StateError) { try r.tag(name) }
}
