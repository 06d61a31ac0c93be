import Emulation
import Registers

/// SYSINFO (RP2040 data sheet §2.20): which chip this is. An RP2040 B2.
public final class SYSINFO: Peripheral {
  public let name = "SYSINFO"
  private typealias R = Registers.SYSINFO
  private unowned(unsafe) let services: any ChipServices
  public init(_ services: any ChipServices) { self.services = services }

  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case R.CHIP_ID.offset: R.CHIP_ID.REVISION.put(2) | R.CHIP_ID.PART.put(2) | R.CHIP_ID.MANUFACTURER.put(0x927)
    case R.PLATFORM.offset: R.PLATFORM.ASIC.mask
    case R.GITREF_RP2040.offset: 0xe0c9_12e8
    default: 0
    }
  }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if ![R.CHIP_ID.offset, R.PLATFORM.offset, R.GITREF_RP2040.offset].contains(offset) {
      services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0)
    }
    return peek(offset, at: access.cycle)
  }
  /// All of it is read-only: writes are lost.
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {}
  public func reset(at cycle: Cycle) {}
  public func save(to out: inout StateWriter) { out.tag(name) }
  public func restore(from input: inout StateReader) throws(StateError) { try input.tag(name) }
}
