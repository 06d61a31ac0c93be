import Emulation

/// The part that PADS_BANK0 and PADS_QSPI have in common (RP2040 data sheet §2.19.4, §2.19.6.3): VOLTAGE_SELECT, then a word a pad.
///
/// Schmitt trigger, slew rate and VOLTAGE_SELECT are kept and read back; levels here are logic, so they change nothing else.
struct PadBank {
  /// Register values: [0] VOLTAGE_SELECT, then the pads in the order of their registers.
  var registers: [UInt32]
  private let resetValues: [UInt32]
  /// The mux's pin behind each register, nil where there is none (SWCLK, SWD).
  private let pins: [UInt32?]

  init(_ pads: [(pin: UInt32?, reset: UInt32)]) {
    resetValues = [0] + pads.map(\.reset)
    registers = resetValues
    pins = [nil] + pads.map(\.pin)
  }
  func has(_ offset: UInt32) -> Bool { offset >> 2 < registers.count }
  func read(_ offset: UInt32) -> UInt32 { has(offset) ? registers[Int(offset >> 2)] : 0 }
  mutating func write(_ offset: UInt32, _ value: UInt32, _ access: Access, _ mux: PinMux) {
    let i = Int(offset >> 2)
    registers[i] = access.alias.apply(value, to: registers[i]) & (i == 0 ? 1 : 0xff)
    if let pin = pins[i] { mux.setPad(pin, registers[i], at: access.cycle) }
  }
  mutating func reset(_ mux: PinMux, at cycle: Cycle) {
    registers = resetValues
    for i in pins.indices { if let pin = pins[i] { mux.setPad(pin, registers[i], at: cycle) } }
  }
  func save(to w: inout StateWriter) { w.put(registers) }
  mutating func restore(from r: inout StateReader) throws(StateError) {
    let v: [UInt32] = try r.get()
    guard v.count == registers.count else { throw StateError("damaged state of pads") }
    registers = v
  }
}
