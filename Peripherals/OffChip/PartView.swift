/// What can be seen of a part at an instant, small enough to be made for every frame and compared with the last one.
public struct PartView: Sendable, Equatable {
  /// Brightness of lamps, positions of controls: what they mean is the part's own, said at its `view`.
  public var values: [Double]
  /// A display's picture.
  public var picture: PartPicture?
  public var text: String
  public init(_ values: [Double] = [], picture: PartPicture? = nil, text: String = "") { self.values = values; self.picture = picture; self.text = text }
  /// The value at a place; 0 where there is none, so that a part can be drawn before it has run.
  public subscript(_ i: Int) -> Double { values.indices.contains(i) ? values[i] : 0 }
}

/// The pixels of a display, 0xAARRGGBB, row by row. `version` grows with every change and is all that is compared.
public struct PartPicture: Sendable, Equatable {
  public let width: Int, height: Int
  public let version: UInt64
  public let pixels: [UInt32]
  public init(width: Int, height: Int, version: UInt64, pixels: [UInt32]) {
    self.width = width; self.height = height; self.version = version; self.pixels = pixels
  }
  public static func == (a: PartPicture, b: PartPicture) -> Bool { a.version == b.version && a.width == b.width && a.height == b.height }
}
