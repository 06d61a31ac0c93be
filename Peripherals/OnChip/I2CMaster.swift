import Emulation

/// Where the master is in its sequence. Times are ticks of clk_sys.
struct I2CMaster {
  enum Step: UInt8 {
    case idle
    /// SDA is low, SCL falls at `due`.
    case start
    /// SCL is low: SDA gets its bit at `due`; SCL is let go at `due`.
    case data, release
    /// SCL was let go: it rises at once, or when nobody stretches it any more (whole bytes: at `due`).
    case rise
    /// SCL is high and falls at `due`.
    case high
    /// SCL is held low until there is a command; the same, before the acknowledge of a byte read.
    case wait, waitAck
    /// Repeated START and STOP: SDA moves at `due` while SCL is high.
    case restart, stop
    /// The bus's free time after a STOP.
    case free
  }
  enum Kind: UInt8 { case startByte, address, address10, addressAgain, write, read }
  /// What SCL's next rise is for.
  enum Purpose: UInt8 { case bit, restart, stop }

  var step = Step.idle, due = UInt64.max
  var kind = Kind.write, purpose = Purpose.bit
  /// Bits of the current byte that are over: 0…8; the ninth is the acknowledge.
  var bit: UInt8 = 0, out: UInt8 = 0, into: UInt8 = 0
  /// The level read for the acknowledge (false: acknowledged), and what we answer to a byte read.
  var nack = false, answer = false
  /// Tick of SCL's last fall.
  var fell: UInt64 = 0
  /// The command that is being performed, and the transfer's direction.
  var command: UInt16 = 0, reading = false
  /// Bytes go to the parts whole.
  var whole = false
  var startByteSent = false
  /// Address or data are on their way: TX_EMPTY with TX_EMPTY_CTRL waits for their end.
  var inByte: Bool { step != .idle && step != .free && step != .wait && step != .waitAck && step != .stop && purpose == .bit }

  func save(to w: inout StateWriter) {
    for v in [step.rawValue, kind.rawValue, purpose.rawValue, bit, out, into] { w.put(v) }
    for b in [nack, answer, reading, whole, startByteSent] { w.put(b) }
    w.put(due); w.put(fell); w.put(command)
  }
  mutating func restore(from r: inout StateReader) throws(StateError) {
    guard let s = Step(rawValue: try r.get()), let k = Kind(rawValue: try r.get()), let p = Purpose(rawValue: try r.get()) else {
      throw StateError("damaged state of an I2C master")
    }
    step = s; kind = k; purpose = p
    bit = try r.get(); out = try r.get(); into = try r.get()
    nack = try r.get(); answer = try r.get(); reading = try r.get(); whole = try r.get(); startByteSent = try r.get()
    due = try r.get(); fell = try r.get(); command = try r.get()
  }
}

/// What was found out about an I2C bus's wiring, valid while neither circuit nor pin functions change.
struct I2CBusCache {
  var generation: UInt64 = 0, selected: UInt64 = 0
  var devices: [any I2CDevice]?
}

extension I2C {
  private var target: UInt32 { register(R.IC_TAR.offset) }
  private var general: Bool { target & 0xc00 == 0x800 }
  private var wantsStartByte: Bool { target & 0xc00 == 0xc00 }
  private var tenBit: Bool { control & 0x10 != 0 && !general }
  private var mayRestart: Bool { control & 0x20 != 0 }

  /// The parts that take this transfer's bytes whole; nil when the wires need edges.
  private func wholeByteDevices() -> [any I2CDevice]? {
    let selected = pins.selected(Self.function)
    let sda = sdaPins & selected, scl = sclPins & selected
    guard sda.nonzeroBitCount == 1, scl.nonzeroBitCount == 1, !pins.isWatched(sda | scl, besides: self) else { return nil }
    guard !slaveEnabled, pins.isPlain(outputs: sda | scl, inputs: sda | scl) else { return nil }
    if bus.generation != pins.circuit.generation || bus.selected != sda | scl {
      bus.devices = pins.circuit.i2cDevices(clock: pins.net(UInt32(scl.trailingZeroBitCount)), data: pins.net(UInt32(sda.trailingZeroBitCount)))
      bus.generation = pins.circuit.generation
      bus.selected = sda | scl
    }
    return bus.devices
  }
  private func at(_ step: I2CMaster.Step, _ due: UInt64) { state.master.step = step; state.master.due = due }
  /// The master's hands on the lines; nothing moves while bytes go whole.
  private func lines(scl: Bool, sda: Bool, _ cycle: Cycle) {
    guard state.masterSCL != scl || state.masterSDA != sda else { return }
    state.masterSCL = scl
    state.masterSDA = sda
    if !state.master.whole { driveLines(at: cycle) }
  }

  // MARK: Commands

  /// A command came, the bus became free, or the firmware allows again.
  func masterHasWork(at cycle: Cycle) {
    guard state.active else { return }
    switch state.master.step {
    case .idle:
      guard enabled, isMaster, !state.commands.isEmpty, state.enable & 4 == 0, state.scl else { return }
      let tick = now(cycle)
      // Another's START is noticed after the synchronisers and the spike filter: until then both begin, and arbitrate.
      guard state.busy ? tick <= state.startedAt + spikes + 2 : state.sda else { return }
      if tick < state.freeAt { at(.free, state.freeAt); return }
      beginTransfer(tick, cycle)
    case .wait, .waitAck:
      let tick = now(cycle)
      if state.enable & 2 != 0 {
        endEarly(tick, cycle)
      } else if !enabled {
        // Nothing moves on the bus within the hold time: who enables again by then goes on in the same transfer (the SDK's bursts do).
        state.master.due = min(state.master.due, tick + hold)
      } else if !state.commands.isEmpty && state.enable & 4 == 0 {
        state.master.fell = tick
        if state.master.step == .waitAck { decideAnswer(tick, cycle) } else { nextCommand(tick, cycle) }
      }
    default: break
    }
  }
  /// ABORT, or ENABLE cleared: a STOP after the current byte.
  private func endEarly(_ tick: UInt64, _ cycle: Cycle) {
    if state.enable & 2 != 0 {
      abort(1 << 16)  // ABRT_USER_ABRT
      state.enable &= ~2
    }
    state.commands = []
    state.master.fell = tick
    if state.master.step == .waitAck {
      state.master.answer = false
      state.master.command |= 0x200
      bitTimes(tick, cycle)
    } else {
      makeStop(tick, cycle)
    }
  }

  private func beginTransfer(_ tick: UInt64, _ cycle: Cycle) {
    let first = state.commands[0]
    let read = first & 0x100 != 0
    // What can be refused before anything moves.
    if general && read { state.commands.removeFirst(); abort(1 << 5); return }
    if wantsStartByte && !mayRestart { abort(1 << 9); return }
    if tenBit && read && !mayRestart { abort(1 << 10); return }
    state.master.reading = read
    state.master.startByteSent = false
    state.master.kind = .write
    state.master.whole = wholeByteDevices() != nil
    makeStart(tick, cycle)
  }
  /// SDA falls while SCL is high; SCL follows after the hold time.
  private func makeStart(_ tick: UInt64, _ cycle: Cycle) {
    at(.start, tick + high)
    state.master.purpose = .bit
    let m = state.master
    if wantsStartByte && !m.startByteSent {
      load(.startByte, 1)
    } else if general {
      load(.address, 0)
    } else if tenBit {
      let head = UInt8(0xf0 | target >> 7 & 6)
      // A read begins as a write of the address, and turns round by a repeated START.
      if m.kind == .addressAgain { load(.addressAgain, head | 1) } else { load(.address, head) }
    } else {
      load(.address, UInt8(target & 0x7f) << 1 | (m.reading ? 1 : 0))
    }
    lines(scl: true, sda: false, cycle)
    if m.whole {
      startSeen(at: cycle)
      for d in bus.devices ?? [] { d.start(at: services.instant(cycle)) }
    }
  }
  private func load(_ kind: I2CMaster.Kind, _ byte: UInt8) {
    state.master.kind = kind
    state.master.out = byte
    state.master.into = 0
    state.master.bit = 0
    state.master.nack = false
  }
  /// The address was acknowledged, or a byte is over: what comes next.
  private func nextCommand(_ tick: UInt64, _ cycle: Cycle) {
    if !enabled || state.enable & 2 != 0 { at(.wait, .max); endEarly(tick, cycle); return }
    guard let next = state.commands.first, state.enable & 4 == 0 else { at(.wait, .max); return }
    let read = next & 0x100 != 0
    let afterAddress = state.master.kind != .write && state.master.kind != .read
    if !afterAddress && (next & 0x400 != 0 || read != state.master.reading) {
      if general && read { state.commands.removeFirst(); abort(1 << 5); makeStop(tick, cycle); return }
      state.master.reading = read
      state.master.startByteSent = false
      state.master.kind = .write
      // Without repeated STARTs a STOP, and what waits begins a transfer of its own.
      if mayRestart { makeRestart(tick, cycle) } else { makeStop(tick, cycle) }
      return
    }
    state.commands.removeFirst()
    state.master.command = next
    load(read ? .read : .write, read ? 0xff : UInt8(truncatingIfNeeded: next))
    if read && state.master.whole {
      var byte: UInt8 = 0xff
      for d in bus.devices ?? [] { byte &= d.send(at: services.instant(cycle)) ?? 0xff }
      state.master.into = byte
    }
    bitTimes(tick, cycle)
  }

  // MARK: Bits

  /// SCL has fallen: the bit's times.
  private func bitTimes(_ tick: UInt64, _ cycle: Cycle) {
    state.master.purpose = .bit
    guard state.master.whole else { at(.data, state.master.fell + hold); return }
    let stretched = state.master.fell + stretchOnce(cycle)
    if state.master.bit == 0 {
      state.master.bit = 7
      at(.rise, stretched + 7 * (low + high))
    } else {
      at(.rise, stretched)
    }
  }
  /// Ticks from SCL's fall to its rise: the low time, or after a ninth bit as long as a part stretches it.
  private func stretchOnce(_ cycle: Cycle) -> UInt64 {
    let m = state.master
    guard m.whole, m.bit == 0, m.purpose != .bit || m.kind == .address10 || m.kind == .write || m.kind == .read else { return low }
    var longest: UInt32 = 0
    for d in bus.devices ?? [] { longest = max(longest, d.stretch()) }
    let f = services.frequency(.sys), scale = UInt128(f.denominator) * 1_000_000_000
    return max(low, UInt64((UInt128(longest) * UInt128(f.numerator) + scale - 1) / scale))
  }
  private var releasesSDA: Bool {
    let m = state.master
    if m.kind == .read { return m.bit < 8 || !m.answer }
    return m.bit == 8 || m.out >> (7 - m.bit) & 1 != 0
  }

  /// The step that is due.
  func masterStep(at cycle: Cycle) {
    let tick = state.master.due
    switch state.master.step {
    case .start:
      fall(tick, cycle)
      bitTimes(tick, cycle)
    case .data:
      at(.release, state.master.fell + low)
      let sda: Bool =
        switch state.master.purpose {
        case .bit: releasesSDA
        case .restart: true
        case .stop: false
        }
      lines(scl: false, sda: sda, cycle)
    case .release:
      at(.rise, .max)
      lines(scl: true, sda: state.masterSDA, cycle)
      // A line that was never low for us (nothing pulls it, or it is held) tells nothing by itself.
      if state.master.step == .rise && state.scl && state.master.due == .max { masterClockRose(at: cycle) }
    case .rise: masterClockRose(at: cycle)
    case .high:
      fall(tick, cycle)
      bitOver(tick, cycle)
    case .restart: makeStart(tick, cycle)
    case .stop:
      if state.enable & 2 != 0 { abort(1 << 16); state.enable &= ~2 }
      at(.free, tick + low)
      lines(scl: true, sda: true, cycle)
      if state.master.whole {
        for d in bus.devices ?? [] { d.stop(at: services.instant(cycle)) }
        stopSeen(at: cycle)
      } else if state.busy {
        stopSeen(at: cycle)  // our own pins do not show it (no input enabled)
      }
    case .free:
      at(.idle, .max)
      if !enabled { becomeInactive() } else { masterHasWork(at: cycle) }
    case .wait, .waitAck:
      state.master.due = .max
      if !enabled { endEarly(tick, cycle) }
    case .idle: state.master.due = .max
    }
  }
  private func fall(_ tick: UInt64, _ cycle: Cycle) {
    state.master.fell = tick
    lines(scl: false, sda: state.masterSDA, cycle)
  }
  /// SCL is high: the bit is read.
  func masterClockRose(at cycle: Cycle) {
    let tick = now(cycle)
    switch state.master.purpose {
    case .restart: at(.restart, tick + high); return
    case .stop: at(.stop, tick + high); return
    case .bit: break
    }
    at(.high, tick + high)
    let m = state.master
    if m.whole {
      if m.bit == 7 && m.kind == .read { push(UInt32(m.into), first: false) }
      if m.bit == 8 && m.kind == .read { for d in bus.devices ?? [] { d.acknowledged(m.answer, at: services.instant(cycle)) } }
      return
    }
    let sda = state.sda
    if m.kind == .read && m.bit < 8 {
      state.master.into = m.into << 1 | (sda ? 1 : 0)
      if m.bit == 7 { push(UInt32(state.master.into), first: false) }
    } else if m.bit == 8 && m.kind != .read {
      state.master.nack = sda
    } else if state.masterSDA && !sda {
      arbitrationLost(cycle)
    }
  }
  private func arbitrationLost(_ cycle: Cycle) {
    at(.idle, .max)
    lines(scl: true, sda: true, cycle)
    abort(1 << 12)
    if !enabled { becomeInactive() }
  }
  /// SCL has fallen after a bit.
  private func bitOver(_ tick: UInt64, _ cycle: Cycle) {
    if state.master.bit == 7 {
      state.master.bit = 8
      if state.master.kind == .read { decideAnswer(tick, cycle); return }
      if state.master.whole {
        var ack = false
        for d in bus.devices ?? [] { if d.receive(state.master.out, at: services.instant(cycle)) { ack = true } }
        state.master.nack = !ack
      }
      bitTimes(tick, cycle)
    } else if state.master.bit == 8 {
      byteOver(tick, cycle)
    } else {
      state.master.bit += 1
      bitTimes(tick, cycle)
    }
  }
  /// A byte was read: it is acknowledged if another follows, which the next command tells.
  private func decideAnswer(_ tick: UInt64, _ cycle: Cycle) {
    if state.master.command & 0x200 != 0 || !enabled || state.enable & 2 != 0 {
      state.master.answer = false
    } else if let next = state.commands.first, state.enable & 4 == 0 {
      state.master.answer = next & 0x500 == 0x100
    } else {
      at(.waitAck, .max)
      return
    }
    bitTimes(tick, cycle)
  }
  private func byteOver(_ tick: UInt64, _ cycle: Cycle) {
    let m = state.master
    switch m.kind {
    case .startByte:
      if !m.nack { abort(1 << 7); makeStop(tick, cycle); return }  // ABRT_SBYTE_ACKDET
      state.master.startByteSent = true
      makeRestart(tick, cycle)
    case .address:
      if m.nack {
        // ABRT_GCALL_NOACK, ABRT_10ADDR1_NOACK, ABRT_7B_ADDR_NOACK.
        abort(general ? 1 << 4 : tenBit ? 1 << 1 : 1)
        makeStop(tick, cycle)
      } else if tenBit {
        load(.address10, UInt8(target & 0xff))
        bitTimes(tick, cycle)
      } else {
        nextCommand(tick, cycle)
      }
    case .address10:
      if m.nack {
        abort(1 << 2)
        makeStop(tick, cycle)
      } else if m.reading {
        state.master.kind = .addressAgain
        makeRestart(tick, cycle)
      } else {
        nextCommand(tick, cycle)
      }
    case .addressAgain:
      if m.nack { abort(1 << 1); makeStop(tick, cycle) } else { nextCommand(tick, cycle) }
    case .write:
      if m.nack {
        abort(1 << 3)  // ABRT_TXDATA_NOACK
        makeStop(tick, cycle)
      } else if m.command & 0x200 != 0 {
        makeStop(tick, cycle)
      } else {
        nextCommand(tick, cycle)
      }
    case .read:
      if m.command & 0x200 != 0 { makeStop(tick, cycle) } else { nextCommand(tick, cycle) }
    }
  }
  private func makeRestart(_ tick: UInt64, _ cycle: Cycle) {
    state.master.purpose = .restart
    state.master.bit = 0
    if state.master.whole { at(.rise, state.master.fell + stretchOnce(cycle)) } else { at(.data, state.master.fell + hold) }
  }
  private func makeStop(_ tick: UInt64, _ cycle: Cycle) {
    state.master.purpose = .stop
    state.master.bit = 0
    if state.master.whole { at(.rise, state.master.fell + stretchOnce(cycle)) } else { at(.data, state.master.fell + hold) }
  }
}
