import Emulation
import Foundation
import Picture
import Testing

@testable import OffChip

/// Documentation/parts.png shows every part, as it lies there and at work; what is drawn now must be that picture, pixel by pixel.
/// `TAYBERRY_SHEET=Documentation/parts.png swift test --filter SheetTests` writes it anew when a part is meant to look different.
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
  private static func sheet() -> Canvas {
    func lay(_ canvas: Canvas?) -> Double {
      var x = 20.0, y = 16.0, row = 0.0
      for name in PartRegistry.names where !name.contains("breadboard") {
        let d = PartDescription(id: "x", type: name, attributes: attributes[name] ?? [:]), t = PartRegistry.type(named: name)!, s = t.shape(of: d)
        let label = String(name.drop { $0 != "-" }.dropFirst()), width = max(2 * s.width + 14, Canvas.textWidth(label))
        if x + width > 1180 { x = 20; y += row + 44; row = 0 }
        if let canvas {
          for (i, view) in [PartView(), busy(d)].enumerated() {
            canvas.saving {
              canvas.translate(x + Double(i) * (s.width + 14), y)
              t.draw(d, view, on: canvas)
            }
          }
          canvas.text(label, Point(x, y + s.height + 8), Colour(0x404040))
        }
        x += width + 26
        row = max(row, s.height)
      }
      return y + row + 40
    }
    let canvas = Canvas(width: 1200, height: Int(lay(nil)), background: Colour(0xfafafa))
    _ = lay(canvas)
    return canvas
  }
  @Test func everyPartLooksAsDocumented() throws {
    let canvas = Self.sheet(), root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    if let path = ProcessInfo.processInfo.environment["TAYBERRY_SHEET"] { try Data(PNG.encode(canvas)).write(to: URL(fileURLWithPath: path)) }
    let documented = try PNG.decode([UInt8](try Data(contentsOf: root.appending(path: "Documentation/parts.png"))))
    #expect(documented.width == canvas.pixelWidth && documented.height == canvas.pixelHeight)
    let differing = zip(documented.pixels, canvas.pixels).count { $0 != $1 }
    #expect(differing == 0, "\(differing) pixels differ: if they should, TAYBERRY_SHEET=Documentation/parts.png writes the picture anew")
  }
  /// What a lamp shows, and how a control stands, is to be seen.
  @Test(arguments: [
    "wokwi-led", "wokwi-rgb-led", "wokwi-led-bar-graph", "wokwi-7segment", "wokwi-neopixel", "wokwi-led-strip", "wokwi-led-ring", "wokwi-led-matrix",
    "wokwi-pushbutton", "wokwi-pushbutton-6mm", "wokwi-slide-switch", "wokwi-dip-switch-8", "wokwi-potentiometer", "wokwi-slide-potentiometer", "wokwi-buzzer",
  ]) func restAndWorkLookDifferent(_ name: String) throws {
    let d = PartDescription(id: "x", type: name, attributes: Self.attributes[name] ?? [:]), t = try #require(PartRegistry.type(named: name))
    let s = t.shape(of: d)
    let pictures = [PartView(), Self.busy(d)].map { view in
      let canvas = Canvas(width: Int(s.width) + 40, height: Int(s.height) + 40, background: Colour(0xfafafa))
      canvas.translate(20, 20)
      t.draw(d, view, on: canvas)
      return canvas.pixels.map { $0 }
    }
    #expect(zip(pictures[0], pictures[1]).count { $0 != $1 } > 20)
  }
}
