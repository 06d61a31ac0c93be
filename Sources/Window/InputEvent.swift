import Picture

/// What a person does at the window, in logical units and with keys by their meaning.
public enum InputEvent: Sendable, Equatable {
  public struct Modifiers: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let shift = Modifiers(rawValue: 1), control = Modifiers(rawValue: 2), alt = Modifiers(rawValue: 4), gui = Modifiers(rawValue: 8)
  }
  public enum Key: Sendable, Equatable {
    case character(Character)
    case enter, escape, backspace, tab, space
    case left, right, up, down, home, end, pageUp, pageDown, insert, delete
    case function(Int)

    /// Its name in board files (`key` of a button).
    public var name: String? {
      switch self {
      case .character(let c): String(c)
      case .enter: "Enter"
      case .space: " "
      case .left: "ArrowLeft"
      case .right: "ArrowRight"
      case .up: "ArrowUp"
      case .down: "ArrowDown"
      case .function(let n): "F\(n)"
      case .tab: "Tab"
      case .home: "Home"
      case .end: "End"
      case .pageUp: "PageUp"
      case .pageDown: "PageDown"
      default: nil
      }
    }
  }
  case moved(Point)
  case left
  case pressed(Point, clicks: Int, Modifiers)
  case released(Point)
  case secondary(Point)
  case wheel(Point, Int)
  case keyDown(Key, Modifiers, repeats: Bool)
  case keyUp(Key)
  case text(String)
  case paste(String)
  case dropped(String)
  case resized(Int, Int)
  case focusLost
  case close
}

/// What has to happen outside of the picture because of it.
public enum Effect: Sendable, Equatable {
  /// Bytes typed at the console.
  case type([UInt8])
  /// A part's control: part's name, control's name, value.
  case control(String, String, Double)
  case command(RunCommand)
  case copy(String)
  /// Asks for the clipboard's text, as `.paste`.
  case wantPaste
  case zoom(Int)
  case screenshot
  /// No sound, or sound again.
  case mute(Bool)
  case quit
}
