import Picture

/// The window's colours. One meaning, one hue: outputs are amber, inputs blue, lit is high; grey is unused.
enum Theme {
  static let background = Colour(0x11151b), panel = Colour(0x181d25), raised = Colour(0x232a35), border = Colour(0x2d3642)
  static let text = Colour(0xd9e0e8), dim = Colour(0x8290a0), faint = Colour(0x4a5665)
  static let output = Colour(0xffb02e), outputLow = Colour(0x5c4415)
  static let input = Colour(0x4cc3ff), inputLow = Colour(0x1a4560)
  static let unused = Colour(0x3a4452)
  static let good = Colour(0x6fdc8c), bad = Colour(0xff6b6b), accent = Colour(0xe0567f)
  static let power = Colour(0xe05a4e), ground = Colour(0x0b0e12)

  /// The colours of the scope's channels.
  static let channels = [
    Colour(0xffd166), Colour(0x4cc3ff), Colour(0x6fdc8c), Colour(0xff7ab8), Colour(0xb79cff), Colour(0xff9e5e), Colour(0x5ee6d0), Colour(0xd9e0e8),
  ]
}
