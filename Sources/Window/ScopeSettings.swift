/// What the scope shows and when it starts to.
public struct ScopeSettings: Sendable, Equatable {
  /// As many channels as have a colour of their own.
  public static let most = 8
  /// GPIO numbers, from the top.
  public var channels: [Int] = []
  public init() {}
  public func channel(of gpio: Int) -> Int? { channels.firstIndex(of: gpio) }
  /// One more; the oldest goes when there is no room.
  public mutating func add(_ gpio: Int) {
    if channels.contains(gpio) { return }
    if channels.count == Self.most { channels.removeFirst() }
    channels.append(gpio)
  }
}
