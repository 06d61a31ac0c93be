import Emulation
import RP2040

/// The chip's RUN pin (RP2040 data sheet §2.12.2): the logic is held in reset while it is low and starts anew when it rises.
///
/// Nothing on the board can tell the time it was held, so the reset happens when the pin rises.
final class RunPin: NetListener {
  private unowned let chip: RP2040
  private var isLow = false

  init(_ chip: RP2040) {
    self.chip = chip
    chip.circuit.listen(to: chip.circuit.net("RUN"), self)
  }
  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let low = level == .low
    if isLow && !low { chip.requestReset(.run) }
    isLow = low
  }
}
