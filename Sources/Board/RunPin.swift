import Emulation
import RP2040

/// The chip's RUN pin (RP2040 data sheet §2.12.2): the logic is reset when it falls, stands still while it is low, and starts when it rises.
final class RunPin: NetListener {
  private unowned let chip: RP2040

  init(_ chip: RP2040) {
    self.chip = chip
    chip.circuit.listen(to: chip.circuit.net("RUN"), self)
  }
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let low = level == .low
    guard low != chip.isHeldInReset else { return }
    chip.isHeldInReset = low
    chip.requestReset(.run)
  }
}
