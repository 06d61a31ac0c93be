// Contract of Numbers/ (owner: numbers). Bodies here are placeholders.
import Port

extension VM {
  /// `int(text, base)` and `float(text)`: from the text or bytes in `s`; ValueError with the pinned messages.
  public mutating func parseInt(_ s: Slot, base: UInt32, _ out: Slot) throws(Raise) {}
  public mutating func parseFloat(_ s: Slot, _ out: Slot) throws(Raise) {}
  /// For the compiler: a numeric literal (underscores allowed, imaginary too) into `out`; false if malformed.
  public mutating func parseLiteral(_ bytes: UnsafeRawBufferPointer, _ out: Slot) throws(Raise) -> Bool { false }
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
