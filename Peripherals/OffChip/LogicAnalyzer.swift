import Emulation
import Picture

/// Eight probes. Their levels are shown here and written with the pins' by `--trace` (`PicoBoard.traceValueChanges`), under the names of
/// `channelNames` ("SDA,SCL,…").
public final class LogicAnalyzer: Part {
  public static let names = ["wokwi-logic-analyzer"]
  public static let attributes = [
    PartAttribute("bufferSize"), PartAttribute("channelNames"), PartAttribute("filename"), PartAttribute("triggerMode"), PartAttribute("triggerPin"),
    PartAttribute("triggerLevel"),
  ]
  public static let channels: [String] = (0..<8).map { "D\($0)" }
  public static func shape(of d: PartDescription) -> PartShape {
    let pins = (["GND"] + channels.reversed()).enumerated().map { PartPin($0.element, 3, 8 + 9.6 * Double($0.offset)) }
    return PartShape(width: 100, height: 94, pins: pins)
  }
  /// The channels' names, D0 first.
  public static func channelNames(_ d: PartDescription) -> [String] {
    let given = (d["channelNames"] ?? "").split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
    return channels.enumerated().map { i, name in i < given.count && !given[i].isEmpty ? given[i] : name }
  }

  private let site: PartSite
  public init(_ site: PartSite) throws(PartError) { self.site = site }
  public static func readings(of d: PartDescription) -> [String] { channels }
  /// D0…D7: 1 for high.
  public func view(at instant: Instant) -> PartView {
    PartView(Self.channels.map { site.isWired($0) && site.circuit.isHigh(site.net($0)) ? 1 : 0 })
  }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let s = shape(of: d)
    canvas.fill(s.bounds.inset(0.5), radius: 4, Colour(0x20242c))
    canvas.stroke(s.bounds.inset(0.5), radius: 4, width: 1, Colour(0x49b6ff).opacity(0.5))
    let names = channelNames(d)
    for p in s.pins {
      canvas.circle(Point(p.x, p.y), 2.6, Colour(0xd4b45c))
      let i = channels.firstIndex(of: p.name)
      if let i { canvas.circle(Point(p.x + 9, p.y), 3, view[i] > 0 ? Colour(0x6fdc8c) : Colour(0x3a4452)) }
      canvas.text(i.map { names[$0] } ?? p.name, Point(p.x + 15, p.y), .white.opacity(0.85), tiny: true, vertical: .middle)
    }
    canvas.text("LOGIC", Point(84, 34), Colour(0x49b6ff), tiny: true, horizontal: .right)
    canvas.text("--trace", Point(84, 46), Colour(0x9aa4b4), tiny: true, horizontal: .right)
  }
}
