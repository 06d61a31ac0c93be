/// What the scope shows and when it starts to.
public struct ScopeSettings: Sendable, Equatable {
  /// GPIO numbers, from the top; at most eight.
  public var channels: [Int] = []
  public init() {}
  public func channel(of gpio: Int) -> Int? { channels.firstIndex(of: gpio) }
}
