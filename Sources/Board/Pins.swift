import Emulation
import OnChip
import RP2040

private let functionNames = ["XIP", "SPI", "UART", "I2C", "PWM", "SIO", "PIO0", "PIO1", "GPCLK", "USB"]

/// The pins of a chip as they are now. Between runs of the cores only.
public func pinsSnapshot(of chip: RP2040, realTimeFactor: Double?) -> PinsSnapshot {
  let mux = chip.pins, pwm = chip.block(named: "PWM") as? PWM
  let pins = (0..<30).map { n -> PinsSnapshot.Pin in
    let pin = UInt32(n)
    var p = PinsSnapshot.Pin()
    p.high = mux.padLevel(pin, at: chip.now)
    let function = mux.function(of: pin)
    guard function < functionNames.count else { return p }
    p.function = functionNames[Int(function)]
    p.direction = mux.isDriven(pin) ? .output : .input
    if function == 4, p.direction == .output, let signal = pwm?.signal(of: pin, at: chip.now) {
      p.duty = Double(signal.duty) / 65536
      p.frequency = signal.hertz
    }
    p.pull = mux.pull(pin) == 1 ? "+" : mux.pull(pin) == -1 ? "-" : ""
    return p
  }
  return PinsSnapshot(pins: pins, nanoseconds: chip.instant(chip.now).nanoseconds, realTimeFactor: realTimeFactor, clock: chip.hertz(.sys))
}
