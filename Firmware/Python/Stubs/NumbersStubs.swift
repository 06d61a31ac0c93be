// Contract of Numbers/ (owner: numbers). Bodies here are placeholders.
import Port

extension Elementary {
  static func pow(_ a: Double, _ b: Double) -> Double { a }
  static func hypot(_ a: Double, _ b: Double) -> Double { a }
  static func atan2(_ a: Double, _ b: Double) -> Double { a }
  static func exp(_ a: Double) -> Double { a }
  static func log(_ a: Double) -> Double { a }
  static func sin(_ a: Double) -> Double { a }
  static func cos(_ a: Double) -> Double { a }
}
