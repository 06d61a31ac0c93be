import Emulation
import Picture

/// One part on the board: a lamp, a button, a display. One file each in this folder, plus its line in `PartRegistry`.
///
/// A part is known to the rest in three ways: by what the type says about itself (`static`: names, pins, geometry, drawing; used by the
/// board file's checker and by the window, on any thread), by what it does to its nets (an instance, on the emulation thread), and by the
/// snapshot of what can be seen of it (`view`), which crosses from the one to the other.
///
/// It never touches the chip: it hears of levels (`Circuit.listen`), of currents (`ElementOwner`), of times it has asked for (`fire`), and
/// of controls that a person or a scenario moved. A part on a bus listens to its nets' edges; besides, it may offer whole words
/// (`SPIDevice`, `I2CDevice` in Emulation), which the chip's block uses while nobody observes the nets.
///
/// No wall clock and no random numbers but `PartSite.random`: the same inputs give the same run.
public protocol Part: AnyObject, SendableMetatype {
  /// Its names in board files, the usual one first: "wokwi-led".
  static var names: [String] { get }
  /// What may stand in `attrs`, for the checker. Unknown attributes are a warning, never an error.
  static var attributes: [PartAttribute] { get }
  /// Size, pins and controls. Attributes may shape them (digits of a display, pixels of a strip), nothing else.
  static func shape(of description: PartDescription) -> PartShape
  /// Pins that are one net inside the part have one node: by default what is left of a name without its number (`GND.1`, `GND.2`).
  static func node(of pin: String) -> String

  /// What `view`'s values are called, in their order: by these names scenarios ask for them.
  static func readings(of description: PartDescription) -> [String]
  /// Draws it as `view` says it looks, in the units and from the corner of its shape; the caller has moved and turned the canvas.
  /// Called on the window's thread, for every frame in which the view has changed. Whole numbers of `values` and all of the picture may
  /// be missing: then it looks as before power came.
  static func draw(_ description: PartDescription, _ view: PartView, on canvas: Canvas)

  /// Makes the part and connects it. An attribute that makes no sense throws; a missing connection never does.
  init(_ site: PartSite) throws(PartError)
  /// A control was moved: `control` is its place in `PartShape.controls`, `value` lies in its range.
  func set(control: Int, to value: Double, at instant: Instant)
  /// A time asked for with `PartSite.schedule` has come.
  func fire(_ tag: UInt32, at instant: Instant)
  /// What can be seen of it now. It must not change the part.
  func view(at instant: Instant) -> PartView
}

extension Part {
  public static var attributes: [PartAttribute] { [] }
  public static func readings(of description: PartDescription) -> [String] { [] }
  public static func node(of pin: String) -> String {
    guard let dot = pin.lastIndex(of: "."), dot > pin.startIndex, !pin[dot...].dropFirst().isEmpty,
      pin[dot...].dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
    else { return pin }
    return String(pin[..<dot])
  }
  public func set(control: Int, to value: Double, at instant: Instant) {}
  public func fire(_ tag: UInt32, at instant: Instant) {}
  public func view(at instant: Instant) -> PartView { PartView() }
}

/// What a board file says of a part.
public struct PartDescription: Sendable, Equatable {
  public var id: String, type: String
  public var attributes: [String: String]
  public init(id: String, type: String, attributes: [String: String] = [:]) { self.id = id; self.type = type; self.attributes = attributes }

  /// The attribute's text; nil when absent or empty.
  public subscript(_ name: String) -> String? { attributes[name].flatMap { $0.isEmpty ? nil : $0 } }
  /// True for "1" and "true"; board files write "" for false.
  public func flag(_ name: String, default preset: Bool = false) -> Bool {
    guard let text = attributes[name] else { return preset }
    return text == "1" || text == "true"
  }
  /// A number; the preset when absent, malformed or of a size that nothing on a table has. `number(_:in:)` of `PartSite` complains instead.
  public func number(_ name: String, default preset: Double) -> Double {
    guard let n = self[name].flatMap({ Self.number($0) }), abs(n) <= 1e12 else { return preset }
    return n
  }
  /// A whole number in a range; the preset when absent, malformed or outside.
  public func whole(_ name: String, default preset: Int, in range: ClosedRange<Int>) -> Int {
    guard let n = self[name].flatMap({ Self.number($0) }), abs(n) < 1e9, range.contains(Int(n)) else { return preset }
    return Int(n)
  }
  /// "4700", "4.7k", "4k7", "2M", "0.5"; spaces and a unit sign behind it do not matter.
  public static func number(_ text: String) -> Double? {
    var t = text.filter { $0 != " " && $0 != "_" }
    for unit in ["ohms", "ohm", "\u{2126}", "\u{3a9}", "\u{3c9}"] where t.lowercased().hasSuffix(unit) { t.removeLast(unit.count) }
    guard let first = t.first, first.isNumber || "+-.".contains(first) else { return nil }
    for (letter, factor) in [("k", 1e3), ("K", 1e3), ("M", 1e6), ("m", 1e-3), ("R", 1)] {
      guard let i = t.firstIndex(of: Character(letter)) else { continue }
      let whole = t[..<i], fraction = t[t.index(after: i)...]
      guard fraction.allSatisfy(\.isNumber), let n = Double(fraction.isEmpty ? String(whole) : whole + "." + fraction) else { return nil }
      return n * factor
    }
    return Double(t).flatMap { $0.isFinite ? $0 : nil }
  }
}

/// An attribute's value makes no sense.
public struct PartError: Error, CustomStringConvertible, Equatable {
  public let attribute: String?, reason: String
  public init(attribute: String? = nil, _ reason: String) { self.attribute = attribute; self.reason = reason }
  public var description: String { attribute.map { "attribute \"\($0)\": \(reason)" } ?? reason }
}

/// An attribute that a type of part knows.
public struct PartAttribute: Sendable {
  public enum Values: Sendable {
    case text
    case number(ClosedRange<Double>)
    /// "1" or "" (also "0", "true", "false").
    case flag
    case oneOf([String])
    /// A colour's name or #rrggbb.
    case colour
  }
  public let name: String, values: Values
  public init(_ name: String, _ values: Values = .text) { self.name = name; self.values = values }
}
