/// What a part sees of an SPI transfer that is handed over whole: one word of 4…16 (or 32) bits, most significant bit first on the wire.
public struct SPIWord: Sendable {
  /// What the master sends, in the low `bits` bits.
  public let out: UInt32
  public let bits: UInt8
  /// Motorola's mode: bit 0 is the phase (CPHA), bit 1 the polarity (CPOL).
  public let mode: UInt8
  /// When the last bit is sampled: what the part does, it does now.
  public let at: Instant
  /// Length of a bit in nanoseconds, rounded.
  public let bitTime: UInt32
  public init(out: UInt32, bits: UInt8, mode: UInt8, at: Instant, bitTime: UInt32) {
    self.out = out; self.bits = bits; self.mode = mode; self.at = at; self.bitTime = bitTime
  }
}

/// A part on an SPI bus that takes whole words instead of edges while nobody watches the wires (`Circuit.attachSPI`). It hears its
/// chip select (and D/C and such) as levels in either way, and must do the same with a word as with its edges.
public protocol SPIDevice: AnyObject {
  /// False while its chip select keeps it off the bus: then it is not asked.
  var isSelected: Bool { get }
  /// One word. What it answers was fixed before the word came (full duplex); nil: it leaves the line alone.
  func exchange(_ word: SPIWord) -> UInt32?
}

/// A part on an I2C bus that takes whole bytes instead of edges while nobody watches the wires (`Circuit.attachI2C`).
/// All parts of a bus see every condition and byte, as on the wire, and keep out unless they are addressed.
public protocol I2CDevice: AnyObject {
  /// A START or repeated START.
  func start(at instant: Instant)
  /// A byte from the master: an address (the first after START), or data. True to acknowledge.
  func receive(_ byte: UInt8, at instant: Instant) -> Bool
  /// The byte it sends, asked for at its first bit; nil when it is not the one that was addressed for reading.
  func send(at instant: Instant) -> UInt8?
  /// Whether the master acknowledged the byte sent.
  func acknowledged(_ ack: Bool, at instant: Instant)
  /// A STOP.
  func stop(at instant: Instant)
  /// Nanoseconds for which it holds SCL low after the byte that just ended; asked once after each ninth bit.
  func stretch() -> UInt32
}

extension I2CDevice {
  public func stretch() -> UInt32 { 0 }
}

extension Circuit {
  struct SPIPort {
    unowned(unsafe) let device: any SPIDevice
    let clock: Int, toDevice: Int?, fromDevice: Int?
  }
  struct I2CPort {
    unowned(unsafe) let device: any I2CDevice
    /// Who listens to the wires for it.
    unowned(unsafe) let listener: AnyObject
    let clock: Int, data: Int
  }

  /// `device`, whose pins these are, can take whole words. It must listen to the clock's net with `everyEdge: false`, or not at all.
  public func attachSPI(_ device: any SPIDevice, clock: Terminal, toDevice: Terminal?, fromDevice: Terminal?) {
    spiPorts.append(SPIPort(device: device, clock: clock.index, toDevice: toDevice?.index, fromDevice: fromDevice?.index))
    generation += 1
  }
  /// `device`, whose pins these are, can take whole bytes. `pins` is who listens to the wires for it, if not the device itself.
  public func attachI2C(_ device: any I2CDevice, pins: AnyObject? = nil, clock: Terminal, data: Terminal) {
    i2cPorts.append(I2CPort(device: device, listener: pins ?? device, clock: clock.index, data: data.index))
    generation += 1
  }

  /// The parts that a master's words go to, in the order they were attached; nil when the wires need edges: somebody watches them, or
  /// another pin than these and the devices' own may drive them. `pins` are the master's terminals.
  public func spiDevices(clock: Net, toDevice: Net?, fromDevice: Net?) -> [any SPIDevice]? {
    let ports = spiPorts.filter { pins[$0.clock].net == root(clock) }
    var own: [Int] = []
    for p in ports {
      own.append(p.clock)
      if let t = p.toDevice {
        guard let net = toDevice, pins[t].net == root(net) else { return nil }
        own.append(t)
      }
      if let f = p.fromDevice {
        // A part whose answers go nowhere near the master's input may still be written to.
        if let net = fromDevice, pins[f].net == root(net) { own.append(f) }
      }
    }
    for net in [clock, toDevice, fromDevice] {
      if let net, !isPrivate(root(net), own, ports.map { $0.device as AnyObject }) { return nil }
    }
    return ports.map(\.device)
  }
  /// The parts of an I2C bus, likewise.
  public func i2cDevices(clock: Net, data: Net) -> [any I2CDevice]? {
    let ports = i2cPorts.filter { pins[$0.clock].net == root(clock) }
    var own: [Int] = []
    for p in ports {
      guard pins[p.data].net == root(data) else { return nil }
      own.append(p.clock)
      own.append(p.data)
    }
    for net in [clock, data] where !isPrivate(root(net), own, ports.map(\.listener)) { return nil }
    return ports.map(\.device)
  }

  /// One chip's pin, the given ones, and resistors; and no listener but the devices.
  private func isPrivate(_ wire: Int, _ own: [Int], _ devices: [AnyObject]) -> Bool {
    var masters = 0
    for i in wires[wire].pins where !own.contains(i) {
      if pins[i].owner is any ChipPins {
        masters += 1
      } else if case .weak = pins[i].drive {
        continue
      } else {
        return false
      }
    }
    guard masters <= 1, !reachesFurther(wire) else { return false }
    for l in wires[wire].listeners {
      guard let target = l.target else { continue }
      guard !l.everyEdge, devices.contains(where: { $0 === target }) else { return false }
    }
    return true
  }
}

/// Marks an owner whose pins are a bus master's: a chip.
public protocol ChipPins: TerminalOwner {}
