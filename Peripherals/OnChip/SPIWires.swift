import Emulation

/// What was found out about an SPI's wiring, valid while neither circuit nor pin functions change.
struct SPIBusCache {
  var generation: UInt64 = 0, selected: UInt64 = 0
  /// The parts that take whole words; nil: edges.
  var devices: [any SPIDevice]?
}

// The master's frames, and the slave's.
extension SPI {
  // MARK: Pins

  /// The pins between frames. A slave drives no clock and no select; data is driven only while a word is being sent.
  func restPins(at cycle: Cycle) {
    guard !state.frame.active else { return }
    let format = state.cr0 >> 4 & 3
    state.clock = format == 0 && state.cr0 & 0x40 != 0
    state.select = format != 1
    state.dataEnabled = false
    drivePins(at: cycle)
  }
  private func drivePins(at cycle: Cycle) {
    let outputs = isSlave ? 0 : clockPins | selectPins
    let levels = (state.clock ? clockPins : 0) | (state.select ? selectPins : 0) | (state.data ? txPins : 0)
    pins.drive(
      Self.function, pins: clockPins | selectPins | txPins, levels: levels, enables: outputs | (state.dataEnabled ? txPins : 0), at: cycle)
  }

  /// The parts that take this frame as a word; nil when the wires need edges.
  private func wholeWordDevices() -> [any SPIDevice]? {
    guard state.cr0 & 0x30 == 0 else { return nil }  // TI and Microwire parts are few: they see edges
    let selected = pins.selected(Self.function)
    let clock = clockPins & selected, tx = txPins & selected, rx = rxPins & selected
    guard clock.nonzeroBitCount == 1, tx.nonzeroBitCount <= 1, rx.nonzeroBitCount <= 1 else { return nil }
    let mine = clock | tx | rx
    guard !pins.isWatched(mine, besides: self), pins.isPlain(outputs: clock | tx, inputs: rx) else { return nil }
    if bus.generation != pins.circuit.generation || bus.selected != mine {
      func net(_ pin: UInt64) -> Net? { pin == 0 ? nil : pins.net(UInt32(pin.trailingZeroBitCount)) }
      bus.devices = pins.circuit.spiDevices(clock: net(clock)!, toDevice: net(tx), fromDevice: net(rx))
      bus.generation = pins.circuit.generation
      bus.selected = mine
    }
    return bus.devices
  }

  // MARK: Master

  /// Begins a frame if one may begin.
  func startFrame(at cycle: Cycle) {
    guard enabled, !isSlave, !state.frame.active, !state.toSend.isEmpty, halfBit != 0 else { return }
    begin(at: now(cycle), cycle)
  }
  private func begin(at tick: UInt64, _ cycle: Cycle) {
    state.frame = SPIFrame()
    state.frame.active = true
    state.frame.half = halfBit
    state.frame.began = tick
    state.frame.control = state.cr0
    state.frame.out = UInt32(state.toSend.removeFirst())
    state.frame.whole = wholeWordDevices() != nil
    state.timeout = .max
    advance(at: cycle)
  }
  /// The next word follows without a pause, its steps counted from `tick`, `step` being the first that is its own.
  private func join(at tick: UInt64, step: UInt32, out: UInt32) {
    state.frame.began = tick
    state.frame.control = state.cr0
    state.frame.half = halfBit
    state.frame.out = out
    state.frame.sampled = 0
    state.frame.hasNext = false
    state.frame.whole = wholeWordDevices() != nil
    state.frame.step = step
  }
  private var another: Bool { enabled && !isSlave && !state.toSend.isEmpty && halfBit != 0 }

  private func sample() {
    guard !state.frame.whole else { return }
    let level = loopback ? state.data : pins.input(Self.function, pins: rxPins)
    state.frame.sampled = state.frame.sampled << 1 | (level ? 1 : 0)
  }
  private func sendBit(_ n: UInt32, of bits: UInt32) { state.data = state.frame.out >> (bits - 1 - n) & 1 != 0 }

  /// Performs the step that is due.
  func advance(at cycle: Cycle) {
    let s = state.frame.step, tick = state.frame.due
    let before = (state.clock, state.select, state.data, state.dataEnabled)
    state.frame.step = state.frame.following(s)
    switch state.frame.format {
    case .motorola: state.frame.phase ? secondEdge(s, tick, cycle) : firstEdge(s, tick, cycle)
    case .ti: ti(s, tick, cycle)
    case .microwire: microwire(s, tick, cycle)
    }
    if before != (state.clock, state.select, state.data, state.dataEnabled) { drivePins(at: cycle) }
  }
  /// The word is complete: what came in goes to the FIFO.
  private func complete(_ tick: UInt64, _ cycle: Cycle) {
    let f = state.frame, mask: UInt32 = (1 << f.bits) - 1
    guard f.whole else { push(f.sampled & mask, at: tick); return }
    let period = services.instant(services.cycle(.peri, reaching: tick + 2 * f.half)).nanoseconds &- services.instant(cycle).nanoseconds
    let word = SPIWord(
      out: f.out, bits: UInt8(f.bits), mode: UInt8((f.polarity ? 2 : 0) | (f.phase ? 1 : 0)), at: services.instant(cycle),
      bitTime: UInt32(clamping: period))
    var answer: UInt32?
    for d in bus.devices ?? [] where d.isSelected { if let v = d.exchange(word) { answer = (answer ?? mask) & v } }
    // Nobody drives the line: it has one level for all bits.
    let line = answer ?? (pins.input(Self.function, pins: rxPins) ? mask : 0)
    push((loopback ? f.out : line) & mask, at: tick)
  }
  private func end(_ tick: UInt64) {
    state.select = state.frame.format != .ti
    state.clock = state.frame.polarity
    state.data = false
    state.dataEnabled = false
    state.frame.active = false
    armTimeout(at: tick)
  }

  /// Motorola, phase 0: data stands half a bit before the clock's first edge, which samples; between words the select line rises.
  private func firstEdge(_ s: UInt32, _ tick: UInt64, _ cycle: Cycle) {
    let n = state.frame.bits, idle = state.frame.polarity
    if s == 0 {
      state.select = false
      return
    }
    if s == 2 * n + 3 {
      state.frame.active = false
      if another { begin(at: tick, cycle) } else { end(tick) }
      return
    }
    if s == 2 * n + 2 {
      end(tick)
      if another { state.frame.active = true; state.frame.step = s + 1; state.timeout = .max }
      return
    }
    if state.frame.whole {
      if s == 2 * n { complete(tick, cycle) }
      return
    }
    if s & 1 != 0 {
      state.clock = idle
      if s < 2 * n { sendBit(s / 2, of: n); state.dataEnabled = true }
    } else {
      state.clock = !idle
      sample()
      if s == 2 * n { complete(tick, cycle) }
    }
  }
  /// Motorola, phase 1: the clock's first edge shifts, its second samples; words follow each other without a gap.
  private func secondEdge(_ s: UInt32, _ tick: UInt64, _ cycle: Cycle) {
    let n = state.frame.bits, idle = state.frame.polarity
    if s == 0 { state.select = false; return }
    if s == 2 * n + 3 {
      state.frame.active = false
      if another { begin(at: tick, cycle) } else { end(tick) }
      return
    }
    if s == 2 * n + 2 {
      end(tick)
      if another { state.frame.active = true; state.frame.step = s + 1; state.timeout = .max }
      return
    }
    if !state.frame.whole {
      if s & 1 != 0 && s < 2 * n {
        state.clock = !idle
        sendBit(s / 2, of: n)
        state.dataEnabled = true
      } else if s & 1 == 0 {
        state.clock = idle
        sample()
      }
    }
    if s == 2 * n {
      complete(tick, cycle)
      if another {
        let word = UInt32(state.toSend.removeFirst())
        state.timeout = .max
        join(at: tick, step: 1, out: word)
        if state.frame.whole { state.frame.step = state.frame.following(0) }
      }
    }
  }
  /// TI: a frame pulse of one bit's length, then data shifted on rising edges and sampled on falling ones.
  private func ti(_ s: UInt32, _ tick: UInt64, _ cycle: Cycle) {
    let n = state.frame.bits
    if s == 2 * n + 2 {
      complete(tick, cycle)
      guard state.frame.hasNext else { end(tick); return }
      let word = state.frame.next
      join(at: tick - 2 * state.frame.half, step: 2, out: word)
      ti(2, tick, cycle)
      state.frame.step = 3
      return
    }
    if s & 1 == 0 {
      state.clock = true
      state.select = s == 0
      if s > 0 { sendBit(s / 2 - 1, of: n); state.dataEnabled = true }
      if s == 2 * n && another {
        state.frame.next = UInt32(state.toSend.removeFirst())
        state.frame.hasNext = true
        state.select = true
      }
    } else {
      state.clock = false
      if s > 1 { sample() }
    }
  }
  /// Microwire: eight control bits out, a bit's pause, then the answer of 4…16 bits in; sampled on rising edges.
  private func microwire(_ s: UInt32, _ tick: UInt64, _ cycle: Cycle) {
    let n = state.frame.bits
    if s == 19 + 2 * n { end(tick); if another { begin(at: tick, cycle) }; return }
    state.select = false
    if s & 1 == 0 {
      state.clock = false
      state.dataEnabled = true
      if s < 16 { sendBit(s / 2, of: 8) } else { state.data = false }
      if s == 18 + 2 * n && another {
        join(at: tick, step: 0, out: UInt32(state.toSend.removeFirst()))
        microwire(0, tick, cycle)
        state.frame.step = 1
      }
    } else if s < 18 + 2 * n {
      state.clock = true
      if s >= 19 { sample() }
      if s == 17 + 2 * n { complete(tick, cycle) }
    }
  }

  // MARK: Slave

  /// The select line as the frame format has it: low, or (TI) never.
  var slaveSelected: Bool { state.cr0 >> 4 & 3 == 1 ? true : !pins.input(Self.function, pins: selectPins) }

  /// Something moved on clock or select.
  func followMaster(at cycle: Cycle) {
    let format = state.cr0 >> 4 & 3, polarity = format == 0 && state.cr0 & 0x40 != 0
    let clock = pins.input(Self.function, pins: clockPins) != polarity
    let selected = slaveSelected
    if selected != state.slave.selected {
      state.slave = SPISlave()
      state.slave.selected = selected
      state.slave.clock = clock
      state.dataEnabled = false
      if selected && format == 0 && state.cr0 & 0x80 == 0 { loadSlave(); slaveBit() }
      state.slave.busy = false
    } else if clock != state.slave.clock && selected && !state.slave.finished {
      state.slave.clock = clock
      switch format {
      case 0: (clock != (state.cr0 & 0x80 != 0)) ? slaveSample(at: cycle) : slaveShift()
      case 1: tiSlave(clock, at: cycle)
      default: microwireSlave(clock, at: cycle)
      }
    } else {
      state.slave.clock = clock
    }
    drivePins(at: cycle)
  }
  private var slaveBits: UInt32 { (state.cr0 & 15) + 1 }
  /// A new word from the FIFO; an empty one sends zeros.
  private func loadSlave() {
    state.slave.out = state.toSend.isEmpty ? 0 : UInt32(state.toSend.removeFirst())
    state.slave.bit = 0
    state.slave.sampled = 0
  }
  /// The current bit on the data line, unless SOD keeps the slave silent.
  private func slaveBit() {
    let n = slaveBits
    state.data = state.slave.bit < n && state.slave.out >> (n - 1 - state.slave.bit) & 1 != 0
    state.dataEnabled = state.cr1 & 8 == 0
  }
  private var slaveInput: UInt32 { pins.input(Self.function, pins: rxPins) ? 1 : 0 }

  private func slaveShift() {
    if state.cr0 & 0x80 != 0 && state.slave.bit == 0 { loadSlave() }
    slaveBit()
  }
  private func slaveSample(at cycle: Cycle) {
    state.slave.busy = true
    state.slave.sampled = state.slave.sampled << 1 | slaveInput
    state.slave.bit += 1
    guard state.slave.bit == slaveBits else { return }
    push(state.slave.sampled, at: now(cycle))
    state.slave.busy = false
    state.slave.bit = 0
    state.slave.sampled = 0
    // Phase 0 has the next word's first bit on the line before the clock moves: the select line has to announce it.
    if state.cr0 & 0x80 == 0 { state.slave.finished = true }
  }
  /// TI: a frame pulse seen at a falling edge announces the word; then shift at rising edges, sample at falling ones.
  private func tiSlave(_ rising: Bool, at cycle: Cycle) {
    if rising {
      if state.slave.busy { slaveBit() } else { state.dataEnabled = false }
      return
    }
    if state.slave.busy {
      state.slave.sampled = state.slave.sampled << 1 | slaveInput
      state.slave.bit += 1
      if state.slave.bit == slaveBits {
        push(state.slave.sampled, at: now(cycle))
        state.slave.busy = false
      }
    }
    if !state.slave.busy && pins.input(Self.function, pins: selectPins) {
      loadSlave()
      state.slave.busy = true
    }
  }
  /// Microwire: eight control bits in on rising edges, a pause, then the answer out on falling edges.
  private func microwireSlave(_ rising: Bool, at cycle: Cycle) {
    let n = slaveBits
    if rising {
      state.slave.busy = true
      state.slave.bit += 1
      if state.slave.bit <= 8 { state.slave.sampled = state.slave.sampled << 1 | slaveInput }
      if state.slave.bit == 8 { push(state.slave.sampled & 0xff, at: now(cycle)) }
      if state.slave.bit == 9 { state.slave.out = state.toSend.isEmpty ? 0 : UInt32(state.toSend.removeFirst()) }
      if state.slave.bit == 9 + n {
        state.slave.bit = 0
        state.slave.sampled = 0
        state.slave.busy = false
      }
    } else if state.slave.bit >= 9 && state.slave.bit < 9 + n {
      state.data = state.slave.out >> (n - 1 - (state.slave.bit - 9)) & 1 != 0
      state.dataEnabled = state.cr1 & 8 == 0
    } else {
      state.dataEnabled = false
    }
  }
}
