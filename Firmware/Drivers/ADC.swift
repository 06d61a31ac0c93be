import Port
import Registers

/// The ADC (RP2040 data sheet §4.9): single conversions of inputs 0 to 3 (GPIO 26 to 29) and 4, the temperature sensor.
extension Board {
  /// Turns it on; `pin` becomes an analogue input: no function, no pulls, no digital input.
  public func openADC(pin: UInt32?) {
    let mask = RESETS.RESET.ADC.mask
    if port.read(RESETS.base &+ RESETS.RESET.offset) & mask != 0 || port.read(ADC.base &+ ADC.CS.offset) & ADC.CS.EN.mask == 0 {
      release(mask)
      port.write(ADC.base &+ ADC.CS.offset, ADC.CS.EN.mask)
      while port.read(ADC.base &+ ADC.CS.offset) & ADC.CS.READY.mask == 0 { port.relax() }
    }
    guard let pin else { return }
    setFunction(pin, PinFunction.none)
    setPulls(pin, up: false, down: false)
    port.clearBits(PADS_BANK0.base &+ PADS_BANK0.GPIO0.offset &+ pin &* 4, PADS_BANK0.GPIO0.IE.mask)
  }
  public func enableTemperature() { port.setBits(ADC.base &+ ADC.CS.offset, ADC.CS.TS_EN.mask) }
  /// A conversion: 12 bits.
  public func convert(_ input: UInt32) -> UInt32 {
    let cs = ADC.base &+ ADC.CS.offset, keep = port.read(cs) & (ADC.CS.EN.mask | ADC.CS.TS_EN.mask)
    port.write(cs, keep | ADC.CS.AINSEL.put(input))
    port.write(cs, keep | ADC.CS.AINSEL.put(input) | ADC.CS.START_ONCE.mask)
    while port.read(cs) & ADC.CS.READY.mask == 0 { port.relax() }
    return port.read(ADC.base &+ ADC.RESULT.offset)
  }
}
