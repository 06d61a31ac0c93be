import CortexM0Plus
import Emulation

/// A register, or part of one, that firmware used and that nothing stands behind.
public struct UnmodelledTouch: Sendable {
  struct Key: Hashable {
    let block: String, register: String, write: Bool
  }
  /// The register's name, or its offset where the block has none there.
  public let block: String, register: String
  public let write: Bool
  /// What was written first.
  public let value: UInt32
  /// The core of the first touch and, of an ARM core, the instruction; nil where a DMA channel did it, or hosted firmware.
  public let core: UInt32?, pc: UInt32?
  /// The function that `pc` lies in, if symbols are known.
  public let place: String?
  public internal(set) var count: UInt64 = 1

  /// One line: `USBCTRL.MAIN_CTRL written (0x1 first), 3 times, by core 0 at 0x10001234 in usb_init+0x12`.
  public var text: String {
    func hex(_ v: UInt32) -> String { "0x" + String(v, radix: 16) }
    var line = "\(block).\(register) " + (write ? "written (\(hex(value)) first)" : "read")
    if count > 1 { line += ", \(count) times" }
    if let core { line += ", by core \(core)" }
    if let pc { line += " at \(hex(pc))" + (place.map { " in \($0)" } ?? "") }
    return line
  }
}

extension RP2040 {
  func noteUnmodelled(_ block: String, _ register: String, write: Bool, value: UInt32) {
    let key = UnmodelledTouch.Key(block: block, register: register, write: write)
    if let i = unmodelledPlaces[key] {
      unmodelledTouches[i].count += 1
      return
    }
    // Firmware that hammers undefined registers fills no memory.
    guard unmodelledTouches.count < 4096 else { return }
    let pc = (running as? ArmCore).map { $0.pc &- 2 }
    unmodelledPlaces[key] = unmodelledTouches.count
    unmodelledTouches.append(
      UnmodelledTouch(block: block, register: register, write: write, value: value, core: running?.index, pc: pc, place: pc.flatMap { symbols?($0) }))
  }
}
