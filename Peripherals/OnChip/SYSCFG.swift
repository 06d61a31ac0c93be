import Emulation
import Registers

/// SYSCFG (RP2040 data sheet §2.21): settings of processors, debug port, input synchronisers and memory power.
public final class SYSCFG: Peripheral {
  public let name = "SYSCFG"
  private typealias R = Registers.SYSCFG
  private var values: [UInt32] = [0, 0, 0x1000_0000, 0, 0, 0x66, 0]
  private unowned(unsafe) let services: any ChipServices
  /// Told of PROC_IN_SYNC_BYPASS: GPIO0...29 in bits 0...29, the QSPI pins from bit 32.
  public var onSynchroniserBypass: ((UInt64) -> Void)?
  public init(_ services: any ChipServices) { self.services = services }

  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { offset <= R.MEMPOWERDOWN.offset ? values[Int(offset / 4)] : 0 }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    if offset > R.MEMPOWERDOWN.offset { services.unmodelled(name, "0x" + String(offset, radix: 16), write: false, value: 0) }
    return peek(offset, at: access.cycle)
  }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    guard offset <= R.MEMPOWERDOWN.offset else { services.unmodelled(name, "0x" + String(offset, radix: 16), write: true, value: value); return }
    let i = Int(offset / 4), row = R.registers[i]
    values[i] = (values[i] & ~row.writable) | (access.alias.apply(value, to: values[i]) & row.writable)
    switch offset {
    case R.PROC0_NMI_MASK.offset, R.PROC1_NMI_MASK.offset: tellNMI()
    case R.MEMPOWERDOWN.offset:
      // A powered-down memory has no model.
      for bit in 0..<32 as Range<UInt32> where values[i] >> bit & 1 != 0 {
        services.unmodelled(name, row.name.description + "[\(bit)]", write: true, value: value)
      }
    case R.DBGFORCE.offset:
      if values[i] != 0x66 { services.unmodelled(name, row.name.description, write: true, value: value) }
    case R.PROC_IN_SYNC_BYPASS.offset, R.PROC_IN_SYNC_BYPASS_HI.offset: tellBypass()
    default: break
    }
  }
  /// Told of the lines that are a core's NMI.
  public var onNMIMask: ((_ core: Int, _ mask: UInt32) -> Void)?
  private func tellNMI() { for core in 0..<2 { onNMIMask?(core, values[core]) } }
  private func tellBypass() { onSynchroniserBypass?(UInt64(values[3]) | UInt64(values[4]) << 32) }
  public func reset(at cycle: Cycle) {
    values = [0, 0, 0x1000_0000, 0, 0, 0x66, 0]
    tellBypass()
    tellNMI()
  }
  public func save(to out: inout StateWriter) { out.tag(name); out.put(values) }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    let v: [UInt32] = try input.get()
    guard v.count == values.count else { throw StateError("saved SYSCFG is damaged") }
    values = v
    tellBypass()
    tellNMI()
  }
}
