import Emulation
import Registers

/// IO_BANK0: function select, overrides and interrupts of GPIO0…29 (RP2040 data sheet §2.19.2, §2.19.6.1).
public final class IO_BANK0: Peripheral {
  public let name = "IO_BANK0"
  let bank: GPIOBank
  private unowned(unsafe) let services: any ChipServices

  public init(_ services: any ChipServices, pins: PinMux) {
    self.services = services
    bank = GPIOBank(services, mux: pins, base: 0, pins: 30, irq: IRQ.IO_IRQ_BANK0)
  }

  /// What an offset means: a pin's STATUS or CTRL, INTR, or one of the nine groups INTE, INTF, INTS for three destinations.
  private enum Place { case status(Int), control(Int), raw(Int), enable(Int, Int), force(Int, Int), pending(Int, Int), none }
  private func place(_ offset: UInt32) -> Place {
    let word = Int(offset >> 2)
    if word < 60 { return word & 1 == 0 ? .status(word >> 1) : .control(word >> 1) }
    if word < 64 { return .raw(word - 60) }
    guard word < 100 else { return .none }
    let group = (word - 64) >> 2, n = (word - 64) & 3
    switch group % 3 {
    case 0: return .enable(group / 3, n)
    case 1: return .force(group / 3, n)
    default: return .pending(group / 3, n)
    }
  }

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if case .none = place(offset) { services.unmodelled(name, hexadecimal(offset), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch place(offset) {
    case .status(let p): bank.status(p, at: cycle)
    case .control(let p): bank.control(p)
    case .raw(let n): bank.raw(n, at: cycle)
    case .enable(let to, let n): bank.enable(to, n)
    case .force(let to, let n): bank.force(to, n)
    case .pending(let to, let n): bank.pending(to, n, at: cycle)
    case .none: 0
    }
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let v = access.alias.apply(value, to: access.alias == .plain ? 0 : peek(offset, at: access.cycle))
    switch place(offset) {
    case .control(let p): bank.setControl(p, v, at: access.cycle)
    // A bit of INTR is cleared by the 1 that arrives, through whichever alias.
    case .raw(let n): bank.clear(n, value, at: access.cycle)
    case .enable(let to, let n): bank.setEnable(to, n, v, at: access.cycle)
    case .force(let to, let n): bank.setForce(to, n, v, at: access.cycle)
    case .status, .pending: break
    case .none: services.unmodelled(name, hexadecimal(offset), write: true, value: value)
    }
  }
  public func clockChanged(at cycle: Cycle) { bank.clockChanged(at: cycle) }
  public func reset(at cycle: Cycle) { bank.reset(at: cycle) }
  public func save(to out: inout StateWriter) { out.tag(name); bank.save(to: &out) }
  public func restore(from input: inout StateReader) throws(StateError) { try input.tag(name); try bank.restore(from: &input) }
}

/// `0x1f4`: how an offset without a register is reported.
func hexadecimal(_ offset: UInt32) -> String { "0x" + String(offset, radix: 16) }
