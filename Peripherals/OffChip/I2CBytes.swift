import Emulation

/// What a part on an I2C bus does once it has been addressed.
protocol I2CBytes: AnyObject {
  /// Its address came, to be written to or read from.
  func addressed(toRead: Bool, at instant: Instant)
  /// A byte for it. True to acknowledge.
  func write(_ byte: UInt8, at instant: Instant) -> Bool
  /// The next byte from it.
  func read(at instant: Instant) -> UInt8
  /// The transfer is over: STOP, or another START.
  func ended(at instant: Instant)
}

extension I2CBytes {
  func addressed(toRead: Bool, at instant: Instant) {}
  func ended(at instant: Instant) {}
}

/// A part's place on an I2C bus: answers to one 7-bit address. The modules have pull-ups of their own.
final class I2CPlace: I2CDevice {
  private enum Mode { case off, address, write, read }
  private unowned(unsafe) let part: any I2CBytes
  private let address: UInt8
  /// For parts whose pins choose the address.
  var chooses: (() -> UInt8)?
  private var mode = Mode.off, isAddressed = false
  private var pins: I2CPins!

  /// `clock` and `data` are the part's nodes. `part` outlives it.
  init(_ site: PartSite, clock: String = "SCL", data: String = "SDA", address: UInt8, part: any I2CBytes) {
    self.part = part
    self.address = address
    let c = site.circuit
    for name in [clock, data] {
      let pull = c.attach(to: site.net(name))
      c.drive(pull, .weak(true), at: site.start)
    }
    pins = I2CPins(c, clock: site.net(clock), data: site.net(data), device: self)
  }

  func start(at instant: Instant) {
    finish(at: instant)
    mode = .address
  }
  func receive(_ byte: UInt8, at instant: Instant) -> Bool {
    switch mode {
    case .address:
      guard byte >> 1 == chooses?() ?? address else { mode = .off; return false }
      mode = byte & 1 == 0 ? .write : .read
      isAddressed = true
      part.addressed(toRead: mode == .read, at: instant)
      return true
    case .write: return part.write(byte, at: instant)
    case .off, .read: return false
    }
  }
  func send(at instant: Instant) -> UInt8? { mode == .read ? part.read(at: instant) : nil }
  func acknowledged(_ ack: Bool, at instant: Instant) { if !ack { mode = .off } }
  func stop(at instant: Instant) {
    finish(at: instant)
    mode = .off
  }
  private func finish(at instant: Instant) {
    if isAddressed { part.ended(at: instant) }
    isAddressed = false
  }
}

extension PartSite {
  /// An I2C address as board files write it: "0x3c", "60".
  func address(_ names: [String], default preset: UInt8) throws(PartError) -> UInt8 {
    for name in names {
      guard let text = description[name] else { continue }
      let number = text.lowercased().hasPrefix("0x") ? UInt8(text.dropFirst(2), radix: 16) : UInt8(text)
      guard let number, number < 0x80 else { throw PartError(attribute: name, "\"\(text)\" is no I2C address") }
      return number
    }
    return preset
  }
}
