import Emulation
import Foundation
import Picture
import Testing

@testable import OffChip

/// `TAYBERRY_SHEET=parts.png swift test --filter SheetTests` draws every part, as it lies there and at work.
@Suite struct SheetTests {
  static let attributes: [String: [String: String]] = [
    "wokwi-7segment": ["digits": "4", "colon": "1"], "wokwi-led-strip": ["pixels": "6"], "wokwi-led-matrix": ["rows": "4", "cols": "4"],
    "wokwi-neopixel-matrix": ["rows": "3", "cols": "5"], "wokwi-neopixel-canvas": ["rows": "2", "cols": "4"], "wokwi-text": ["text": "Hello"],
    "wokwi-led-bar-graph": ["color": "GYR"], "wokwi-resistor": ["value": "4700"],
  ]
  /// A part as if everything on it were lit and pressed.
  static func busy(_ d: PartDescription) -> PartView {
    let pixels: [UInt32] = (0..<256).map { [0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffff00, 0xff401080][$0 % 5] }
    return PartView(
      Array(repeating: 1, count: 64), picture: d.type.contains("lcd") ? nil : PartPicture(width: 16, height: 16, version: 1, pixels: pixels), text: "42")
  }
  @Test func everyPartTwice() throws {
    let canvas = Canvas(width: 1000, height: 4200, scale: 1, background: Colour(0xfafafa))
    var x = 20.0, y = 20.0, row = 0.0
    for name in PartRegistry.names {
      let d = PartDescription(id: "x", type: name, attributes: Self.attributes[name] ?? [:]), t = PartRegistry.type(named: name)!, s = t.shape(of: d)
      if name.hasSuffix("breadboard") || name.hasSuffix("-half") { continue }
      for view in [PartView(), Self.busy(d)] {
        if x + s.width > 980 { x = 20; y += row + 30; row = 0 }
        canvas.saving {
          canvas.translate(x, y)
          t.draw(d, view, on: canvas)
        }
        x += s.width + 25
        row = max(row, s.height)
      }
    }
    #expect(canvas.pixels.contains { $0 != 0xfffa_fafa })
    if let path = ProcessInfo.processInfo.environment["TAYBERRY_SHEET"] { try Data(PNG.encode(canvas)).write(to: URL(fileURLWithPath: path)) }
  }
}
