import Emulation
import Registers

/// A block of the data sheet without a model: its registers keep what is written to them, as far as they are writable, and every
/// one that is touched is reported by name.
public final class UnmodelledBlock: Peripheral {
  public let name: String
  private let table: [Register]
  private var values: [UInt32]
  private unowned let services: ChipServices

  public init(_ name: String, _ table: [Register], _ services: ChipServices) {
    self.name = name; self.table = table; self.services = services
    values = table.map(\.reset)
  }
  private func index(_ offset: UInt32) -> Int? { table.firstIndex { $0.offset == offset } }
  private func report(_ offset: UInt32, _ index: Int?, write: Bool, _ value: UInt32) {
    services.unmodelled(name, index.map { table[$0].name.description } ?? "0x" + String(offset, radix: 16), write: write, value: value)
  }
  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    let i = index(offset)
    report(offset, i, write: false, 0)
    return i.map { values[$0] & table[$0].readable } ?? 0
  }
  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 { index(offset).map { values[$0] & table[$0].readable } ?? 0 }
  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let i = index(offset)
    report(offset, i, write: true, value)
    guard let i else { return }
    values[i] = values[i] & ~table[i].writable | access.alias.apply(value, to: values[i]) & table[i].writable
  }
  public func reset(at cycle: Cycle) { values = table.map(\.reset) }
  public func save(to out: inout StateWriter) { out.tag(name); out.put(values) }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    let v: [UInt32] = try input.get()
    guard v.count == table.count else { throw StateError("saved \(name) has \(v.count) registers, not \(table.count)") }
    values = v
  }
}
