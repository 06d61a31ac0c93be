import Emulation
import Picture

/// A supply symbol: its net is at `voltage` volts (5 by default).
public final class VCC: Part {
  public static let names = ["wokwi-vcc"]
  public static let attributes = [PartAttribute("voltage", .number(-50...50))]
  public static func shape(of d: PartDescription) -> PartShape { PartShape(width: 20, height: 24, pins: [PartPin("VCC", 10, 24)]) }
  public init(_ site: PartSite) throws(PartError) {
    let volts = try site.number("voltage", default: 5, in: -50...50), net = site.net("VCC"), millivolts = Int32((volts * 1000).rounded())
    if let other = site.circuit.rail(net), other != millivolts {
      site.report("\(site.description.id) shorts \(volts) V with \(Double(other) / 1000) V")
      return
    }
    site.circuit.setRail(net, millivolts: millivolts, at: site.start)
  }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    canvas.line(Point(10, 24), Point(10, 12), width: 1.6, Colour(0xc02020))
    canvas.line(Point(3, 12), Point(17, 12), width: 1.6, Colour(0xc02020))
    canvas.text((d["voltage"] ?? "5") + "V", Point(10, 3), Colour(0xc02020), tiny: true, horizontal: .centre)
  }
}

/// A ground symbol.
public final class Ground: Part {
  public static let names = ["wokwi-gnd"]
  public static func shape(of d: PartDescription) -> PartShape { PartShape(width: 20, height: 20, pins: [PartPin("GND", 10, 0)]) }
  public init(_ site: PartSite) throws(PartError) {
    let net = site.net("GND")
    if let other = site.circuit.rail(net), other != 0 {
      site.report("\(site.description.id) shorts \(Double(other) / 1000) V to ground")
      return
    }
    site.circuit.setRail(net, millivolts: 0, at: site.start)
  }
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    canvas.line(Point(10, 0), Point(10, 9), width: 1.6, .black)
    for (i, half) in [8.0, 5, 2].enumerated() { canvas.line(Point(10 - half, 9 + 4 * Double(i)), Point(10 + half, 9 + 4 * Double(i)), width: 1.6, .black) }
  }
}

/// A place where wires meet.
public final class Junction: Part {
  public static let names = ["wokwi-junction"]
  public static func shape(of d: PartDescription) -> PartShape { PartShape(width: 4, height: 4, pins: [PartPin("J", 2, 2)]) }
  public init(_ site: PartSite) throws(PartError) {}
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) { canvas.circle(Point(2, 2), 2, Colour(0x303030)) }
}

/// Text on the table.
public final class TextLabel: Part {
  public static let names = ["wokwi-text"]
  public static let attributes = [
    PartAttribute("text"), PartAttribute("fontSize", .number(1...500)), PartAttribute("fontFamily"), PartAttribute("color", .colour),
  ]
  private static func layout(_ d: PartDescription) -> (lines: [String], size: Double) {
    let lines = (d["text"] ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (lines, min(max(d.number("fontSize", default: 14), 1), 500) / 12)
  }
  public static func shape(of d: PartDescription) -> PartShape {
    let (lines, size) = layout(d)
    return PartShape(width: lines.map { Canvas.textWidth($0, size: size) }.max() ?? 0, height: Double(lines.count) * 12 * size, pins: [])
  }
  public init(_ site: PartSite) throws(PartError) {}
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    let (lines, size) = layout(d), colour = d["color"].flatMap { Colour(css: $0) } ?? Colour(0x9aa4b4)
    for (i, line) in lines.enumerated() { canvas.text(line, Point(0, Double(i) * 12 * size), colour, size: size) }
  }
}
