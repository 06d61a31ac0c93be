// Contract of Numbers/ (owner: numbers). Bodies here are placeholders.
import Port

extension VM {
  /// `format(value, spec)`: appends the value formatted by the spec (text in a slot) to the builder. Handles str, int, float; others with an empty spec as str().
  public mutating func format(_ value: Slot, spec: Slot, _ builder: Slot) throws(Raise) {}
  /// `template % values` for str and bytes.
  public mutating func percentFormat(_ template: Slot, _ values: Slot, _ out: Slot) throws(Raise) {}
}
extension Elementary {
  static func pow(_ a: Double, _ b: Double) -> Double { a }
  static func hypot(_ a: Double, _ b: Double) -> Double { a }
  static func atan2(_ a: Double, _ b: Double) -> Double { a }
  static func exp(_ a: Double) -> Double { a }
  static func log(_ a: Double) -> Double { a }
  static func sin(_ a: Double) -> Double { a }
  static func cos(_ a: Double) -> Double { a }
}
