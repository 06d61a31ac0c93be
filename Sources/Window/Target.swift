import Picture

/// What a click does.
public enum Action: Sendable, Equatable {
  case pause, step, reset, slower, faster, fullSpeed
  case scope, tasks, sound, help, zoom
}

/// What lies under the mouse.
public enum Target: Sendable, Equatable {
  case nothing
  case button(Action)
  /// A GPIO's label in the pinout.
  case pin(Int)
  /// The board's own buttons.
  case bootsel, run
  case console, consoleBar
  case scope
  case part(Int)
}
