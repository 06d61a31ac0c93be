import Emulation
import Registers

/// ADC: 12 bits, 500,000 samples a second, four pins and the temperature sensor (RP2040 data sheet §4.9).
///
/// A conversion takes 96 ticks of clk_adc and sees the voltage that its input had at its beginning.
public final class ADC: Peripheral {
  public let name = "ADC"
  typealias R = Registers.ADC

  struct State {
    /// CS without its live and sticky bits; FCS likewise.
    var control: UInt32 = 0, fifoControl: UInt32 = 0, divider: UInt32 = 0, enable: UInt32 = 0, force: UInt32 = 0
    var result: UInt32 = 0, fifo: [UInt16] = []
    var error = false, errorSticky = false, over = false, under = false
    var converting = false, sample: UInt32 = 0, sampleError = false
    /// Tick of clk_adc at which the conversion ends; and at which the next of START_MANY begins, in 1/256 ticks.
    var ends = UInt64.max, next = UInt64.max
    /// Conversions since power-on: the noise's place.
    var conversions: UInt64 = 0
  }
  private var state = State()
  /// Degrees Celsius of the chip.
  public var temperature = 27.0
  /// Conversions are disturbed by a few units in the last place, drawn from the seed and the conversion's number.
  public var isNoisy = true
  private let seed: UInt64
  private let circuit: Circuit
  private let inputs: [Net]
  private unowned(unsafe) let services: any ChipServices
  private static let depth = 4, conversion: UInt64 = 96

  public init(_ services: any ChipServices, pins: PinMux, seed: UInt64) {
    self.services = services; self.seed = seed
    circuit = pins.circuit
    inputs = (26...29).map { pins.net($0) }
  }
  private func now(_ cycle: Cycle) -> UInt64 { services.ticks(.adc, at: cycle) }
  private var enabled: Bool { state.control & 1 != 0 }

  // MARK: Registers

  private var raw: UInt32 { state.fifo.count >= Int(state.fifoControl >> 24 & 15) && state.fifoControl >> 24 & 15 != 0 ? 1 : 0 }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset == R.FIFO.offset {
      guard let v = state.fifo.first else { state.under = true; return 0 }
      state.fifo.removeFirst()
      update()
      return UInt32(v)
    }
    if offset > R.INTS.offset { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.CS.offset:
      return state.control | (enabled && !state.converting ? R.CS.READY.mask : 0) | (state.error ? R.CS.ERR.mask : 0)
        | (state.errorSticky ? R.CS.ERR_STICKY.mask : 0)
    case R.RESULT.offset: return state.result
    case R.FCS.offset:
      return state.fifoControl | UInt32(state.fifo.count) << 16 | (state.fifo.isEmpty ? R.FCS.EMPTY.mask : 0)
        | (state.fifo.count == Self.depth ? R.FCS.FULL.mask : 0) | (state.over ? R.FCS.OVER.mask : 0) | (state.under ? R.FCS.UNDER.mask : 0)
    case R.FIFO.offset: return UInt32(state.fifo.first ?? 0)
    case R.DIV.offset: return state.divider
    case R.INTR.offset: return raw
    case R.INTE.offset: return state.enable
    case R.INTF.offset: return state.force
    case R.INTS.offset: return raw & state.enable | state.force
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let cycle = access.cycle, v = access.alias == .plain ? value : access.alias.apply(value, to: peek(offset, at: cycle))
    // Bits that a 1 clears: as written, whatever the alias.
    let ones = access.alias == .clear ? 0 : value
    switch offset {
    case R.CS.offset:
      if ones & R.CS.ERR_STICKY.mask != 0 { state.errorSticky = false }
      let many = state.control & 8 != 0
      state.control = v & 0x001f_700b
      if !enabled { stop() }
      if enabled && state.control & 8 != 0 && !many { state.next = now(cycle) << 8 }
      if state.control & 8 == 0 { state.next = .max }
      if enabled && v & R.CS.START_ONCE.mask != 0 && !state.converting { begin(at: now(cycle)) }
    case R.FCS.offset:
      if ones & R.FCS.OVER.mask != 0 { state.over = false }
      if ones & R.FCS.UNDER.mask != 0 { state.under = false }
      state.fifoControl = v & 0x0f00_000f
    case R.DIV.offset:
      state.divider = v & 0xff_ffff
      if state.next != .max { state.next = now(cycle) << 8 }
    case R.INTE.offset: state.enable = v & 1
    case R.INTF.offset: state.force = v & 1
    case 0...R.INTS.offset: break
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
    update()
  }

  // MARK: Conversions

  private func stop() {
    state.converting = false
    state.ends = .max
    state.next = .max
  }
  private func begin(at tick: UInt64) {
    state.converting = true
    state.ends = tick + Self.conversion
    let input = state.control >> 12 & 7
    // Inputs 5 to 7 do not exist: their conversion does not converge.
    state.sampleError = input > 4
    state.sample = input > 4 ? 0 : convert(volts(input))
    state.conversions &+= 1
  }
  /// The voltage at an input. The sensor falls by 1.721 mV a degree from 0.706 V at 27 °C (§4.9.5), and is dead without TS_EN.
  private func volts(_ input: UInt32) -> Double {
    if input == 4 { return state.control & 2 != 0 ? 0.706 - 0.001721 * (temperature - 27) : 0 }
    return circuit.volts(of: inputs[Int(input)])
  }
  private func convert(_ volts: Double) -> UInt32 {
    var code = volts * 4096 / 3.3
    if isNoisy {
      // Three uniform numbers make nearly a bell: about one unit of standard deviation.
      var x = seed &+ state.conversions &* 0x9e37_79b9_7f4a_7c15
      x = (x ^ x >> 30) &* 0xbf58_476d_1ce4_e5b9
      x = (x ^ x >> 27) &* 0x94d0_49bb_1331_11eb
      x ^= x >> 31
      var sum = 0.0
      for i in 0..<3 { sum += Double(x >> UInt64(20 * i) & 0xfffff) / Double(1 << 20) - 0.5 }
      code += 2 * sum
    }
    return UInt32(min(max(code.rounded(.down), 0), 4095))
  }
  private func end(at tick: UInt64) {
    state.converting = false
    state.ends = .max
    state.result = state.sample
    state.error = state.sampleError
    if state.error { state.errorSticky = true }
    if state.fifoControl & 1 != 0 {
      if state.fifo.count < Self.depth {
        let v = state.fifoControl & 2 != 0 ? state.result >> 4 : state.result
        state.fifo.append(UInt16(v) | (state.error && state.fifoControl & 4 != 0 ? 0x8000 : 0))
      } else {
        state.over = true
      }
    }
    // Round robin: the next input of the set.
    let set = state.control >> 16 & 31
    if set != 0 {
      var input = state.control >> 12 & 7
      repeat { input = (input + 1) % 5 } while set >> input & 1 == 0
      state.control = state.control & ~0x7000 | input << 12
    }
  }
  /// START_MANY: the divider's interval of 1 + INT + FRAC / 256 ticks, or one conversion after the other.
  private var period: UInt64 { max(256 + UInt64(state.divider), Self.conversion << 8) }

  // MARK: Interrupt, DMA, events

  private func update() {
    services.setInterrupt(IRQ.ADC_IRQ_FIFO, raw & state.enable | state.force != 0)
    services.setDREQ(36, count: state.fifoControl & 8 != 0 ? UInt32(state.fifo.count) : 0)
    reschedule()
  }
  private var due: UInt64 { min(state.ends, state.converting || state.next == .max ? .max : (state.next + 255) >> 8) }
  private func reschedule() {
    if due == .max { services.cancel(.adc) } else { services.schedule(.adc, at: services.cycle(.adc, reaching: due)) }
  }
  public func fire(_ source: EventSource, at cycle: Cycle) {
    let tick = now(cycle)
    while due <= tick {
      if state.converting {
        end(at: state.ends)
      } else {
        let start = (state.next + 255) >> 8
        begin(at: start)
        state.next += period
      }
    }
    update()
  }
  public func clockChanged(at cycle: Cycle) { reschedule() }

  // MARK: Reset and state

  public func reset(at cycle: Cycle) {
    let count = state.conversions
    state = State()
    state.conversions = count
    update()
  }
  public func save(to w: inout StateWriter) {
    w.tag(name)
    let s = state
    for v in [s.control, s.fifoControl, s.divider, s.enable, s.force, s.result, s.sample] { w.put(v) }
    w.put(s.fifo)
    for b in [s.error, s.errorSticky, s.over, s.under, s.converting, s.sampleError] { w.put(b) }
    for t in [s.ends, s.next, s.conversions, temperature.bitPattern] { w.put(t) }
  }
  public func restore(from r: inout StateReader) throws(StateError) {
    try r.tag(name)
    var s = State()
    s.control = try r.get(); s.fifoControl = try r.get(); s.divider = try r.get(); s.enable = try r.get(); s.force = try r.get()
    s.result = try r.get(); s.sample = try r.get(); s.fifo = try r.get()
    s.error = try r.get(); s.errorSticky = try r.get(); s.over = try r.get(); s.under = try r.get(); s.converting = try r.get()
    s.sampleError = try r.get()
    s.ends = try r.get(); s.next = try r.get(); s.conversions = try r.get()
    temperature = Double(bitPattern: try r.get())
    guard s.fifo.count <= Self.depth else { throw StateError("damaged state of the ADC") }
    state = s
    update()
  }
}
