import Emulation
import OnChip
import Registers

// The blocks that meet at the pins: SIO, the IO and pad banks, UART and PWM.
extension RP2040 {
  func attachPinBlocks() {}
}
