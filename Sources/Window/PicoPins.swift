/// The forty pins of a Pico as they lie around it (Pico data sheet §2.1).
enum PicoPin: Equatable {
  case gpio(Int)
  /// 3V3(OUT), VSYS, VBUS; ADC_VREF and 3V3_EN.
  case power(String), ground(String)
  case run

  var name: String {
    switch self {
    case .gpio(let n): "GP\(n)"
    case .power(let name), .ground(let name): name
    case .run: "RUN"
    }
  }
}

enum PicoPins {
  /// Pins 1…20, downwards on the left with the USB connector at the top.
  static let left: [PicoPin] = side([0, 1, nil, 2, 3, 4, 5, nil, 6, 7, 8, 9, nil, 10, 11, 12, 13, nil, 14, 15])
  /// Pins 40…21, downwards on the right.
  static let right: [PicoPin] =
    [
      .power("VBUS"), .power("VSYS"), .ground("GND"), .power("3V3_EN"), .power("3V3"), .power("ADC_VREF"), .gpio(28), .ground("AGND"), .gpio(27), .gpio(26),
      .run,
    ]
    + side([22, nil, 21, 20, 19, 18, nil, 17, 16])
  private static func side(_ numbers: [Int?]) -> [PicoPin] { numbers.map { $0.map { .gpio($0) } ?? .ground("GND") } }

  /// GPIO numbers without a pin: what they do on the board.
  static let internalPins: [(gpio: Int, use: String)] = [(23, "power save"), (24, "VBUS sense"), (25, "LED"), (29, "VSYS/3")]
}
