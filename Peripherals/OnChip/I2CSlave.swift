import Emulation

/// How far the slave has followed the bus.
struct I2CSlave {
  enum Phase: UInt8 { case ignore, address, address10, write, read }
  var phase = Phase.ignore
  /// Rising clock edges of the current byte so far, 0…9.
  var bit: UInt8 = 0
  var shift: UInt8 = 0, out: UInt8 = 0
  /// This byte is acknowledged by us; the master did not acknowledge ours.
  var acknowledges = false, nacked = false
  /// Between a matching address and STOP; of ten bits the first part has matched in this transfer.
  var addressed = false, tenMatched = false
  var firstByte = false, receivedData = false
  /// SCL is held low: no data to send, or no room for what was received.
  var waitsForData = false, waitsForRoom = false
  /// At `due` SDA takes this level, or (`settingUp`) SCL is let go.
  var nextSDA = true, settingUp = false
  var due = UInt64.max

  func save(to w: inout StateWriter) {
    for v in [phase.rawValue, bit, shift, out] { w.put(v) }
    for b in [acknowledges, nacked, addressed, tenMatched, firstByte, receivedData, waitsForData, waitsForRoom, nextSDA, settingUp] { w.put(b) }
    w.put(due)
  }
  mutating func restore(from r: inout StateReader) throws(StateError) {
    guard let p = Phase(rawValue: try r.get()) else { throw StateError("damaged state of an I2C slave") }
    phase = p
    bit = try r.get(); shift = try r.get(); out = try r.get()
    acknowledges = try r.get(); nacked = try r.get(); addressed = try r.get(); tenMatched = try r.get(); firstByte = try r.get()
    receivedData = try r.get(); waitsForData = try r.get(); waitsForRoom = try r.get(); nextSDA = try r.get(); settingUp = try r.get()
    due = try r.get()
  }
}

extension I2C {
  private var own: UInt32 { register(R.IC_SAR.offset) }

  private func slaveLines(scl: Bool, sda: Bool, _ cycle: Cycle) {
    guard state.slaveSCL != scl || state.slaveSDA != sda else { return }
    state.slaveSCL = scl
    state.slaveSDA = sda
    driveLines(at: cycle)
  }
  /// SDA changes a hold time after the clock fell.
  private func later(sda: Bool, _ cycle: Cycle) {
    state.slave.nextSDA = sda
    state.slave.settingUp = false
    state.slave.due = state.slaveSDA == sda ? .max : now(cycle) + max(hold, 1)
  }
  func slaveTimer(at cycle: Cycle) {
    state.slave.due = .max
    if state.slave.settingUp {
      state.slave.settingUp = false
      slaveLines(scl: true, sda: state.slaveSDA, cycle)
    } else {
      slaveLines(scl: state.slaveSCL, sda: state.slave.nextSDA, cycle)
    }
  }
  /// Lets go of the bus, and of what it was doing.
  func releaseSlave(at cycle: Cycle) {
    state.slave = I2CSlave()
    slaveLines(scl: true, sda: true, cycle)
  }

  // MARK: Conditions on the bus

  func slaveStart(again: Bool, at cycle: Cycle) {
    guard slaveEnabled else { return }
    if again && state.slave.addressed { state.raw |= Flag.restartDet }
    var s = I2CSlave()
    s.phase = .address
    s.addressed = again && state.slave.addressed
    s.tenMatched = again && state.slave.tenMatched
    s.receivedData = state.slave.receivedData
    state.slave = s
    slaveLines(scl: true, sda: true, cycle)
  }
  func slaveStop(at cycle: Cycle) {
    guard state.slave.phase != .ignore || state.slave.addressed else { return }
    releaseSlave(at: cycle)
  }
  func slaveClockRose(at cycle: Cycle) {
    guard state.slave.phase != .ignore else { return }
    if state.slave.bit < 8 {
      if state.slave.phase == .read {
        if state.slaveSDA && !state.sda {
          abort(1 << 14)  // ABRT_SLV_ARBLOST
          state.slave.phase = .ignore
        }
      } else {
        state.slave.shift = state.slave.shift << 1 | (state.sda ? 1 : 0)
      }
    } else if state.slave.phase == .read {
      state.slave.nacked = state.sda
    }
    state.slave.bit += 1
  }
  func slaveClockFell(at cycle: Cycle) {
    guard state.slave.phase != .ignore, state.slave.bit > 0 else { return }
    switch state.slave.bit {
    case 8: eightBits(at: cycle)
    case 9: nineBits(at: cycle)
    default: if state.slave.phase == .read { later(sda: state.slave.out >> (7 - state.slave.bit) & 1 != 0, cycle) }
    }
  }

  // MARK: Bytes

  private func eightBits(at cycle: Cycle) {
    let byte = UInt32(state.slave.shift)
    switch state.slave.phase {
    case .address: state.slave.acknowledges = matches(byte)
    case .address10: state.slave.acknowledges = byte == own & 0xff
    case .write:
      if state.received.count == Self.depth && control & 0x200 != 0 {
        // RX_FIFO_FULL_HLD_CTRL: the bus waits for the firmware.
        state.slave.waitsForRoom = true
        slaveLines(scl: false, sda: state.slaveSDA, cycle)
        return
      }
      takeByte()
    case .read:
      later(sda: true, cycle)
      return
    case .ignore: return
    }
    if state.slave.acknowledges { later(sda: false, cycle) } else if state.slave.phase != .write { leave(cycle) }
  }
  private func takeByte() {
    state.slave.acknowledges = register(R.IC_SLV_DATA_NACK_ONLY.offset) == 0
    guard state.slave.acknowledges else { return }
    push(UInt32(state.slave.shift), first: state.slave.firstByte)
    state.slave.firstByte = false
    state.slave.receivedData = true
  }
  /// Somebody else is meant.
  private func leave(_ cycle: Cycle) {
    let ten = state.slave.tenMatched
    releaseSlave(at: cycle)
    state.slave.tenMatched = ten
  }
  private func matches(_ byte: UInt32) -> Bool {
    if byte == 0 { return register(R.IC_ACK_GENERAL_CALL.offset) != 0 }
    guard control & 8 != 0 else { return byte >> 1 == own & 0x7f }
    guard byte & ~1 == 0xf0 | own >> 7 & 6 else { return false }
    return byte & 1 == 0 || state.slave.tenMatched
  }
  private func nineBits(at cycle: Cycle) {
    let byte = state.slave.shift
    state.slave.bit = 0
    state.slave.shift = 0
    switch state.slave.phase {
    case .address:
      if byte == 0 {
        state.raw |= Flag.genCall
        beginWrite()
      } else if control & 8 != 0 && byte & 1 == 0 {
        state.slave.phase = .address10
      } else if byte & 1 == 0 {
        beginWrite()
      } else {
        state.slave.addressed = true
        state.slave.phase = .read
        // What waits was meant for an earlier request.
        if !state.commands.isEmpty { abort(1 << 13) }
        later(sda: true, cycle)
        provide(at: cycle)
        return
      }
      later(sda: true, cycle)
    case .address10:
      state.slave.tenMatched = true
      beginWrite()
      later(sda: true, cycle)
    case .write:
      if !state.slave.acknowledges { leave(cycle) } else { later(sda: true, cycle) }
    case .read:
      if state.slave.nacked {
        state.raw |= Flag.rxDone
        state.slave.phase = .ignore
        later(sda: true, cycle)
      } else {
        provide(at: cycle)
      }
    case .ignore: break
    }
  }
  private func beginWrite() {
    state.slave.addressed = true
    state.slave.phase = .write
    state.slave.firstByte = true
  }
  /// The next byte to send, or a request for one with the clock held.
  private func provide(at cycle: Cycle) {
    if let next = state.commands.first {
      state.commands.removeFirst()
      state.slave.out = UInt8(truncatingIfNeeded: next)
      later(sda: state.slave.out & 0x80 != 0, cycle)
    } else {
      state.raw |= Flag.rdReq
      state.slave.waitsForData = true
      slaveLines(scl: false, sda: state.slaveSDA, cycle)
    }
  }
  /// The firmware has written data: SDA first, SCL after the set-up time.
  func slaveHasData(at cycle: Cycle) {
    guard state.slave.waitsForData, let next = state.commands.first else { return }
    state.commands.removeFirst()
    state.slave.waitsForData = false
    state.slave.out = UInt8(truncatingIfNeeded: next)
    slaveLines(scl: false, sda: state.slave.out & 0x80 != 0, cycle)
    letGoLater(cycle)
  }
  /// The firmware has taken a byte.
  func receiveFIFOHasRoom(at cycle: Cycle) {
    guard state.slave.waitsForRoom else { return }
    state.slave.waitsForRoom = false
    takeByte()
    slaveLines(scl: false, sda: !state.slave.acknowledges, cycle)
    letGoLater(cycle)
  }
  private func letGoLater(_ cycle: Cycle) {
    state.slave.settingUp = true
    state.slave.due = now(cycle) + UInt64(max(register(R.IC_SDA_SETUP.offset), 1))
  }
}
