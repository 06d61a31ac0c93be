import Emulation
import Registers

/// IO_QSPI: function select, overrides and interrupts of the flash pins SCLK, SS, SD0…SD3 (RP2040 data sheet §2.19.6.2).
public final class IO_QSPI: Peripheral {
  public let name = "IO_QSPI"
  let bank: GPIOBank
  private unowned(unsafe) let services: any ChipServices

  public init(_ services: any ChipServices, pins: PinMux) {
    self.services = services
    bank = GPIOBank(services, mux: pins, base: PinMux.qspiBase, pins: 6, irq: IRQ.IO_IRQ_QSPI)
  }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset >= 0x58 { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    let word = Int(offset >> 2)
    switch word {
    case 0..<12: return word & 1 == 0 ? bank.status(word >> 1, at: cycle) : bank.control(word >> 1)
    case 12: return bank.raw(0, at: cycle)
    case 13..<22:
      let to = (word - 13) / 3
      switch (word - 13) % 3 {
      case 0: return bank.enable(to, 0)
      case 1: return bank.force(to, 0)
      default: return bank.pending(to, 0, at: cycle)
      }
    default: return 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let word = Int(offset >> 2)
    let v = access.alias.apply(value, to: access.alias == .plain ? 0 : peek(offset, at: access.cycle))
    switch word {
    case 0..<12: if word & 1 == 1 { bank.setControl(word >> 1, v, at: access.cycle) }
    case 12: bank.clear(0, value, at: access.cycle)
    case 13..<22:
      let to = (word - 13) / 3
      switch (word - 13) % 3 {
      case 0: bank.setEnable(to, 0, v, at: access.cycle)
      case 1: bank.setForce(to, 0, v, at: access.cycle)
      default: break
      }
    default: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
  }
  public func clockChanged(at cycle: Cycle) { bank.clockChanged(at: cycle) }
  public func reset(at cycle: Cycle) { bank.reset(at: cycle) }
  public func save(to out: inout StateWriter) { out.tag(name); bank.save(to: &out) }
  public func restore(from input: inout StateReader) throws(StateError) { try input.tag(name); try bank.restore(from: &input) }
}
