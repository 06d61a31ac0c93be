import CortexM0Plus
import Emulation

extension RP2040 {
  func romFloat(_ core: ArmCore, _ entry: Int) -> Cycle { 1 }
  func romDouble(_ core: ArmCore, _ entry: Int) -> Cycle { 1 }
}
