import Emulation
import Registers

// The endpoints of USBCTRL as a device (RP2040 data sheet §4.1.2.5-4.1.2.7): the registers at the beginning of DPSRAM say what a token finds.
extension USB: USBFunction {
  /// The 16 bits that buffer control (§4.1.2.5.4) has for one buffer.
  enum Half {
    static let full: UInt32 = 1 << 15, last: UInt32 = 1 << 14, one: UInt32 = 1 << 13, stall: UInt32 = 1 << 11, available: UInt32 = 1 << 10
    static let length: UInt32 = 0x3ff
    /// Buffer 0's only: the next buffer is buffer 0.
    static let reset: UInt32 = 1 << 12
  }
  /// An endpoint in one direction, as its control register describes it.
  struct Endpoint {
    /// 2 × number, + 1 for OUT: the bit in BUFF_STATUS and its like.
    let index: Int
    var isDouble = false, perBuffer = false, perTwo = false, onStall = false, onNak = false
    var isIsochronous = false
    var address: UInt32 = 0x100
    var bit: UInt32 { 1 << UInt32(index) }
    /// Where its buffer control is.
    var control: Int { 0x80 + 4 * index }
  }

  private func word(_ offset: Int) -> UInt32 { memory.load(fromByteOffset: offset, as: UInt32.self) }
  private func setWord(_ offset: Int, _ v: UInt32) { memory.storeBytes(of: v, toByteOffset: offset, as: UInt32.self) }

  /// nil: the endpoint is switched off. Endpoint 0 has its settings in SIE_CTRL.
  private func endpoint(_ number: UInt8, input: Bool) -> Endpoint? {
    guard number < 16 else { return nil }
    var e = Endpoint(index: 2 * Int(number) + (input ? 0 : 1))
    if number == 0 {
      typealias C = R.SIE_CTRL
      let c = state.sieControl
      e.isDouble = c & C.EP0_DOUBLE_BUF.mask != 0
      e.perBuffer = c & C.EP0_INT_1BUF.mask != 0
      e.perTwo = c & C.EP0_INT_2BUF.mask != 0
      e.onStall = c & C.EP0_INT_STALL.mask != 0
      e.onNak = c & C.EP0_INT_NAK.mask != 0
      return e
    }
    typealias E = Registers.USB_DPRAM.EP1_IN_CONTROL
    let c = word(4 * e.index)
    guard c & E.ENABLE.mask != 0 else { return nil }
    e.isDouble = c & E.DOUBLE_BUFFERED.mask != 0
    e.perBuffer = c & E.INTERRUPT_PER_BUFF.mask != 0
    e.perTwo = c & E.INTERRUPT_PER_DOUBLE_BUFF.mask != 0
    e.onStall = c & E.INTERRUPT_ON_STALL.mask != 0
    e.onNak = c & E.INTERRUPT_ON_NAK.mask != 0
    e.isIsochronous = E.ENDPOINT_TYPE.of(c) == 1
    e.address = c & 0xfc0
    return e
  }
  private func next(_ e: Endpoint) -> Int { e.isDouble && state.selector & e.bit != 0 ? 1 : 0 }
  private func half(_ e: Endpoint, _ buffer: Int) -> UInt32 { word(e.control) >> UInt32(16 * buffer) & 0xffff }
  private func setHalf(_ e: Endpoint, _ buffer: Int, _ v: UInt32) {
    let shift = UInt32(16 * buffer)
    setWord(e.control, word(e.control) & ~(0xffff << shift) | v << shift)
  }
  /// Buffer 1 comes 64 bytes after buffer 0, or on an isochronous endpoint 128 to 1024 as its buffer control says.
  private func place(_ e: Endpoint, _ buffer: Int) -> Int {
    let offset = buffer == 0 ? 0 : e.isIsochronous ? 128 << Int(half(e, 1) >> 11 & 3) : 64
    return Int(e.address) + offset
  }
  /// A packet is at most so long.
  private func limit(_ e: Endpoint) -> Int { e.isIsochronous ? 1023 : 64 }
  private func answers(_ address: UInt8) -> Bool { isAttached && hasPHY && !state.inReset && UInt32(address) == state.address & 0x7f }
  private func isStalled(_ e: Endpoint) -> Bool {
    guard word(e.control) & Half.stall != 0 else { return false }
    // Endpoint 0 stalls only when EP_STALL_ARM says so too, so that a SETUP can end it (§4.1.2.5.5).
    return e.index > 1 || state.stallArm & e.bit != 0
  }
  private func refuse(_ e: Endpoint, stall: Bool) -> USBReply {
    if stall ? e.onStall : e.onNak {
      state.stallNak |= e.bit
      update()
    }
    return stall ? .stall : .nak
  }
  /// The buffer has been sent or filled.
  private func complete(_ e: Endpoint, _ buffer: Int) {
    if e.isDouble { state.selector ^= e.bit }
    // Two interrupts of one buffer that nobody looked at between are one.
    if e.perBuffer || (e.perTwo && (buffer == 1 || !e.isDouble)) {
      let flag: UInt8 = 1 << UInt8(buffer), before = state.done[e.index]
      state.done[e.index] = before & 3 == 0 ? flag | (buffer == 1 && e.perBuffer ? 4 : 0) : before | flag
    }
    if half(e, buffer) & Half.last != 0 { state.sticky |= R.SIE_STATUS.TRANS_COMPLETE.mask }
    update()
  }
  /// BUFF_STATUS written: the first buffer of each of these endpoints is dealt with; a second one shows up at once.
  func clearDone(_ bits: UInt32) {
    for i in 0..<32 where bits >> UInt32(i) & 1 != 0 {
      let d = state.done[i]
      switch d & 3 {
      case 3: state.done[i] = d & 4 != 0 ? 1 : 2 | 4
      default: state.done[i] = 0
      }
    }
  }
  func abort(_ bits: UInt32, at cycle: Cycle) {
    let fresh = bits & ~state.abort, freed = state.abort & ~bits
    state.abort = bits
    // A packet that is on the wire ends first.
    let busy: UInt32 = state.sending == 0 ? 0 : 1 << UInt32(state.sending - 1)
    state.abortDone |= fresh & ~busy
    for i in 0..<UInt8(32) where freed >> UInt32(i) & 1 != 0 { upstream?.mayAnswer(i >> 1 | (i & 1 == 0 ? 0x80 : 0), at: cycle) }
  }
  /// A register at the beginning of DPSRAM was written.
  func memoryWritten(_ offset: UInt32, _ access: Access) {
    guard offset >= 0x80 else { return }
    let index = Int(offset - 0x80) / 4, v = word(Int(offset & ~3))
    // A write of the upper half alone does not touch buffer 0's bits.
    if v & Half.reset != 0 && offset & 3 < 2 { state.selector &= ~(1 << UInt32(index)) }
    if v & (Half.available | Half.available << 16 | Half.stall) != 0 {
      upstream?.mayAnswer(UInt8(index >> 1) | (index & 1 == 0 ? 0x80 : 0), at: access.cycle)
    }
  }

  // MARK: USBFunction

  public func setup(address: UInt8, endpoint number: UInt8, _ packet: [UInt8], at cycle: Cycle) -> USBReply {
    guard answers(address), number == 0, packet.count == 8 else { return .silence }
    for (i, b) in packet.enumerated() { memory.storeBytes(of: b, toByteOffset: i, as: UInt8.self) }
    state.sticky |= R.SIE_STATUS.SETUP_REC.mask
    state.stallArm = 0
    state.selector &= ~3
    markBusy(at: cycle)
    update()
    return .ack
  }

  public func output(address: UInt8, endpoint number: UInt8, _ bytes: [UInt8], one: Bool, at cycle: Cycle) -> USBReply {
    guard answers(address), let e = endpoint(number, input: false) else { return .silence }
    markBusy(at: cycle)
    if state.abort & e.bit != 0 { return .nak }
    if isStalled(e) { return refuse(e, stall: true) }
    let buffer = next(e), h = half(e, buffer)
    guard h & Half.available != 0 else { return e.isIsochronous ? .silence : refuse(e, stall: false) }
    if !e.isIsochronous && (h & Half.one != 0) != one {
      // A repetition, or a firmware that lost count: acknowledged and dropped (USB 2.0 §8.6.4).
      state.sticky |= R.SIE_STATUS.DATA_SEQ_ERROR.mask
      update()
      return .ack
    }
    let count = min(bytes.count, limit(e)), at = place(e, buffer)
    for i in 0..<count { memory.storeBytes(of: bytes[i], toByteOffset: (at + i) & 0xfff, as: UInt8.self) }
    setHalf(e, buffer, h & ~(Half.length | Half.available) | Half.full | UInt32(count))
    complete(e, buffer)
    return e.isIsochronous ? .silence : .ack
  }

  public func input(address: UInt8, endpoint number: UInt8, at cycle: Cycle) -> USBReply {
    guard answers(address), let e = endpoint(number, input: true) else { return .silence }
    markBusy(at: cycle)
    if state.abort & e.bit != 0 { return .nak }
    if isStalled(e) { return refuse(e, stall: true) }
    let buffer = next(e), h = half(e, buffer)
    guard h & Half.available != 0, h & Half.full != 0 else { return e.isIsochronous ? .data([], one: false) : refuse(e, stall: false) }
    let count = min(Int(h & Half.length), limit(e)), from = place(e, buffer)
    let bytes = (0..<count).map { memory.load(fromByteOffset: (from + $0) & 0xfff, as: UInt8.self) }
    state.sending = UInt8(e.index + 1)
    state.sendingBuffer = UInt8(buffer)
    return .data(bytes, one: h & Half.one != 0)
  }

  public func acknowledge(endpoint number: UInt8, at cycle: Cycle) {
    guard state.sending != 0, state.sending - 1 == 2 * number else { return }
    let index = Int(state.sending - 1), buffer = Int(state.sendingBuffer)
    state.sending = 0
    // TinyGo takes a new address only when the host has acknowledged the end of the request.
    state.sticky |= R.SIE_STATUS.ACK_REC.mask
    markBusy(at: cycle)
    if state.abort >> UInt32(index) & 1 != 0 {
      state.abortDone |= 1 << UInt32(index)
      update()
    }
    // Switched off in the middle of its packet: nothing to complete.
    guard let e = endpoint(number, input: true) else { return }
    setHalf(e, buffer, half(e, buffer) & ~(Half.full | Half.available))
    complete(e, buffer)
  }

  public func startOfFrame(_ number: UInt16, at cycle: Cycle) {
    guard isAttached, hasPHY, !state.inReset else { return }
    state.frame = UInt32(number & 0x7ff)
    state.sof = true
    leaveSuspend()
    markBusy(at: cycle)
    update()
  }
  public func resetBegins(at cycle: Cycle) {
    state.inReset = true
    state.resuming = false
    state.sending = 0
    leaveSuspend()
    state.busyAt = .max
    services.cancel(.usb)
    connect(false)
    state.sticky |= R.SIE_STATUS.BUS_RESET.mask
    update()
  }
  public func resetEnds(at cycle: Cycle) {
    state.inReset = false
    connect(true)
    markBusy(at: cycle)
    update()
  }
  public func resumeBegins(at cycle: Cycle) {
    state.resuming = true
    leaveSuspend()
    state.sticky |= R.SIE_STATUS.RESUME.mask
    markBusy(at: cycle)
    update()
  }
  public func resumeEnds(at cycle: Cycle) {
    state.resuming = false
    markBusy(at: cycle)
  }
  /// The bus is awake again; what DEV_SUSPEND said stays until the firmware has seen it.
  private func leaveSuspend() { state.suspended = false }
}
