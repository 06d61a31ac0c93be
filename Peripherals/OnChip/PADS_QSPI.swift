import Emulation

/// PADS_QSPI: pads of the flash pins, in the order SCLK, SD0…SD3, SS (RP2040 data sheet §2.19.6).
public final class PADS_QSPI: Peripheral {
  public let name = "PADS_QSPI"
  private var state = PadBank([
    (PinMux.qspiBase, 0x56), (PinMux.qspiBase + 2, 0x52), (PinMux.qspiBase + 3, 0x52), (PinMux.qspiBase + 4, 0x52), (PinMux.qspiBase + 5, 0x52),
    (PinMux.qspiBase + 1, 0x5a),
  ])
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
