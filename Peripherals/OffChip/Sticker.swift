import Emulation
import Picture

/// A sticker on the table without a function: Wokwi's diagrams may have its logo there.
public final class Sticker: Part {
  public static let names = ["wokwi-logo"]
  public static func shape(of d: PartDescription) -> PartShape { PartShape(width: 110, height: 30, pins: []) }
  public init(_ site: PartSite) throws(PartError) {}
  public static func draw(_ d: PartDescription, _ view: PartView, on canvas: Canvas) {
    canvas.stroke(Rect(1, 1, 108, 28), radius: 6, width: 1.4, Colour(0x9aa4b4))
    canvas.text("WOKWI", Point(55, 15), Colour(0x9aa4b4), horizontal: .centre, vertical: .middle)
  }
}
