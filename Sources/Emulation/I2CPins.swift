/// A part's end of an I2C bus: two open-drain pins, and the edges on them turned into the conditions and bytes of an `I2CDevice`.
/// It also offers the device for whole bytes, so that a part that uses it works in both ways.
public final class I2CPins: NetListener {
  private let circuit: Circuit
  private unowned(unsafe) let device: any I2CDevice
  private let clock: Terminal, data: Terminal, clockNet: Net, dataNet: Net
  /// Asks for a call of `release(at:)` at that time: the device stretches the clock until then. Without it nothing is stretched.
  public var scheduleRelease: ((Instant) -> Void)?

  private enum Mode: UInt8 { case idle, receive, send }
  private var mode = Mode.idle
  /// Rising clock edges of the current byte.
  private var bit = 0
  private var shift: UInt8 = 0
  private var scl = true, sda = true
  private var masterAcknowledged = false, addressed = false

  /// Connects to the two nets. `device` outlives it.
  public init(_ circuit: Circuit, clock: Net, data: Net, device: any I2CDevice) {
    self.circuit = circuit; self.device = device
    clockNet = clock; dataNet = data
    self.clock = circuit.attach(to: clock)
    self.data = circuit.attach(to: data)
    circuit.listen(to: clock, self, tag: 0, everyEdge: false)
    circuit.listen(to: data, self, tag: 1, everyEdge: false)
    scl = circuit.isHigh(clock)
    sda = circuit.isHigh(data)
    circuit.attachI2C(device, pins: self, clock: self.clock, data: self.data)
  }

  public func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let high = circuit.isHigh(net)
    if tag == 0 {
      guard high != scl else { return }
      scl = high
      if high { rose(at: instant) } else { fell(at: instant) }
    } else {
      guard high != sda else { return }
      sda = high
      guard scl else { return }
      pull(low: false, at: instant)
      if high {
        if mode != .idle || addressed { device.stop(at: instant) }
        mode = .idle
        addressed = false
      } else {
        device.start(at: instant)
        mode = .receive
        bit = 0
        addressed = true
      }
    }
  }
  private func pull(low: Bool, at instant: Instant) { circuit.drive(data, low ? .strong(false) : .none, at: instant) }

  private func rose(at instant: Instant) {
    guard mode != .idle else { return }
    if bit < 8 { if mode == .receive { shift = shift << 1 | (sda ? 1 : 0) } } else { masterAcknowledged = !sda }
    bit += 1
    if bit == 9 && mode == .send { device.acknowledged(masterAcknowledged, at: instant) }
  }
  private func fell(at instant: Instant) {
    guard mode != .idle, bit > 0 else { return }
    switch bit {
    case 1..<8: if mode == .send { pull(low: shift >> UInt8(7 - bit) & 1 == 0, at: instant) }
    case 8: pull(low: mode == .receive && device.receive(shift, at: instant), at: instant)
    default:
      let mayStretch = device.stretch()
      bit = 0
      let ended = mode == .send && !masterAcknowledged
      shift = 0
      if !ended, let byte = device.send(at: instant) {
        mode = .send
        shift = byte
        pull(low: byte & 0x80 == 0, at: instant)
      } else {
        mode = .receive
        pull(low: false, at: instant)
      }
      if mayStretch > 0, let scheduleRelease {
        circuit.drive(clock, .strong(false), at: instant)
        scheduleRelease(Instant(nanoseconds: instant.nanoseconds + UInt64(mayStretch)))
      }
    }
  }
  /// The clock is let go.
  public func release(at instant: Instant) { circuit.drive(clock, .none, at: instant) }
}
