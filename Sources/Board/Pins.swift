import Emulation
import OnChip
import RP2040

/// The signal that a function gives a pin of bank 0, as the data sheet's table names it (§1.4.3): "UART0 TX", "PWM2 A"; empty for none.
public func signalName(function: UInt32, pin: UInt32) -> String {
  let n = Int(pin)
  switch function {
  case 1: return "SPI\(n / 8 % 2) " + ["RX", "CSn", "SCK", "TX"][n % 4]
  // UART1 has the two middle groups of every four groups of four pins.
  case 2: return "UART\([0, 1, 1, 0][n / 4 % 4]) " + ["TX", "RX", "CTS", "RTS"][n % 4]
  case 3: return "I2C\(n / 2 % 2) " + ["SDA", "SCL"][n % 2]
  case 4: return "PWM\(n / 2 % 8) " + ["A", "B"][n % 2]
  case 5: return "SIO"
  case 6: return "PIO0"
  case 7: return "PIO1"
  case 8: return [20: "GPIN0", 21: "GPOUT0", 22: "GPIN1", 23: "GPOUT1", 24: "GPOUT2", 25: "GPOUT3"][n] ?? ""
  case 9: return ["OVCUR DET", "VBUS DET", "VBUS EN"][n % 3]
  default: return ""
  }
}

/// The pins of a chip as they are now. Between runs of the cores only.
public func pinsSnapshot(of chip: RP2040, realTimeFactor: Double?) -> PinsSnapshot {
  let mux = chip.pins, pwm = chip.block(named: "PWM") as? PWM
  let pins = (0..<30).map { n -> PinsSnapshot.Pin in
    let pin = UInt32(n)
    var p = PinsSnapshot.Pin()
    p.high = mux.padLevel(pin, at: chip.now)
    let function = mux.function(of: pin)
    p.function = signalName(function: function, pin: pin)
    if p.function.isEmpty { return p }
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
