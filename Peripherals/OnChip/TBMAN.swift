import Emulation
import Registers

/// TBMAN (RP2040 data sheet §2.20.2): the platform. Bit 31, reserved and 0 on silicon, announces HostLink.
public final class TBMAN: Peripheral {
  public let name = "TBMAN"
  private typealias R = Registers.TBMAN
  public var hasHostLink: Bool
  private unowned(unsafe) let services: any ChipServices
  public init(_ services: any ChipServices, hostLink: Bool) { self.services = services; hasHostLink = hostLink }

  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    offset == R.PLATFORM.offset ? R.PLATFORM.ASIC.mask | (hasHostLink ? Registers.HOSTLINK.platformBit : 0) : 0
  }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset != R.PLATFORM.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {}
  public func reset(at cycle: Cycle) {}
  public func save(to out: inout StateWriter) { out.tag(name) }
  public func restore(from input: inout StateReader) throws(StateError) { try input.tag(name) }
}
