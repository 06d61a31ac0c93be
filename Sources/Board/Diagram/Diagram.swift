import OffChip
import Picture

/// A board file: parts on a table and the wires between them, as Wokwi's `diagram.json` has them.
///
/// Reading never changes anything: what is not understood stays in `root` and is written back as it came.
public struct Diagram: Sendable {
  /// A part and where it lies.
  public struct PlacedPart: Sendable {
    public var description: PartDescription
    /// Of the upper left corner, in pixels of 96 to the inch; `rotation` in degrees clockwise around the middle.
    public var left = 0.0, top = 0.0, rotation = 0.0
    public var isHidden = false
    /// Place in the file.
    public var line = 0, column = 0
    public init(_ description: PartDescription) { self.description = description }

    public var id: String { description.id }
    /// Its type, if there is a model of it.
    public var type: (any Part.Type)? { PartRegistry.type(named: description.type) }
    /// Geometry; a plain box for a type without a model.
    public var shape: PartShape { type?.shape(of: description) ?? PartShape(width: 60, height: 40, pins: []) }
    /// From the part's own coordinates to the table's.
    public func transform(_ shape: PartShape) -> Transform {
      let c = shape.centre
      return Transform.translation(left + c.x, top + c.y).after(.rotation(degrees: rotation)).after(.translation(-c.x, -c.y))
    }
    public func position(of pin: String, _ shape: PartShape) -> Point? { shape.pin(pin).map { transform(shape).apply(Point($0.x, $0.y)) } }
  }
  /// One end of a wire. The part `$serialMonitor` is the terminal of the simulator.
  public struct End: Sendable, Hashable {
    public var part: String, pin: String
    public var text: String { part + ":" + pin }
  }
  public struct Wire: Sendable {
    public var from: End, to: End
    /// A colour's name or #rrggbb; "" for a wire that is not drawn.
    public var colour: String
    /// The drawing instructions: `v10`, `h-20.5`, `*`.
    public var route: [String]
    public var line = 0, column = 0
  }

  public var parts: [PlacedPart] = []
  public var wires: [Wire] = []
  /// `serialMonitor.display`, if given.
  public var serialDisplay: String?
  /// The whole file.
  public var root = JSONNode(.object([]))
  public init() {}

  /// A Pico on an empty table: what runs without a board file.
  public static func bare(_ type: String = "wokwi-pi-pico") -> Diagram {
    var d = Diagram()
    d.parts = [PlacedPart(PartDescription(id: "pico", type: type))]
    return d
  }
  /// The part that is the board.
  public var pico: PlacedPart? { parts.first { Pico.names.contains($0.description.type) } }
  public func part(_ id: String) -> PlacedPart? { parts.first { $0.id == id } }

  /// The file as text again, with everything that was in it.
  public var text: String { root.text() + "\n" }
}

/// Something that is wrong with a board file, or that its author may want to know.
public struct DiagramIssue: Sendable, Equatable {
  public enum Severity: String, Sendable { case error, warning, info }
  public var severity: Severity
  /// A short name, as Wokwi's checker has them.
  public var rule: String
  public var line: Int, column: Int
  public var message: String
  public init(severity: Severity, rule: String, line: Int, column: Int, message: String) {
    self.severity = severity; self.rule = rule; self.line = line; self.column = column; self.message = message
  }
  /// `FILE:LINE:COLUMN: error: message (rule)`
  public func text(file: String) -> String { "\(file):\(line):\(column): \(severity.rawValue): \(message) (\(rule))" }
}
