import Emulation

/// PADS_BANK0: pads of GPIO0…29 and of the debug port (RP2040 data sheet §2.19.6).
public final class PADS_BANK0: Peripheral {
  public let name = "PADS_BANK0"
  private var state = PadBank((0..<30).map { (pin: UInt32($0), reset: UInt32(0x56)) } + [(pin: nil, reset: 0xda), (pin: nil, reset: 0x5a)])
  private let mux: PinMux
  private unowned(unsafe) let services: any ChipServices

  public init(_ services: any ChipServices, pins: PinMux) { self.services = services; mux = pins }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if !state.has(offset) { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
    return state.read(offset)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { state.read(offset) }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    guard state.has(offset) else { return services.unmodelled(name, hexadecimal(offset), write: true, value: value) }
    state.write(offset, value, access, mux)
  }
  public func reset(at cycle: Cycle) { state.reset(mux, at: cycle) }
  public func save(to out: inout StateWriter) { out.tag(name); state.save(to: &out) }
  public func restore(from input: inout StateReader) throws(StateError) { try input.tag(name); try state.restore(from: &input) }
}
