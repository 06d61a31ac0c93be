import CSDL2
import Emulation
import Picture
#if canImport(Glibc)
import Glibc
#endif

/// SDL could not do what it was asked: one line.
public struct WindowError: Error, CustomStringConvertible {
  public let description: String
}

/// A window of SDL 2 that shows a canvas. Main thread only.
final class SDLWindow {
  /// Loads SDL and opens a window for a picture of so many logical units at `scale`.
  init(title: String, width: Int, height: Int, scale: Int) throws(WindowError) {
    var reason = [CChar](repeating: 0, count: 300)
    guard csdl_start(&reason, 300) == 0 else {
      let text = String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.contains("libSDL2") {
        throw WindowError(description: "--window needs SDL 2 (\(text)). Install it with: sudo apt-get install libsdl2-2.0-0")
      }
      throw WindowError(description: "--window: no display (\(text)). Without one, --screenshot draws the same picture into a file")
    }
    guard csdl_open(title, Int32(width * scale), Int32(height * scale), Int32(480), Int32(320)) == 0 else {
      throw WindowError(description: "--window: \(String(cString: csdl_error()))")
    }
  }
  deinit { csdl_stop() }

  /// In pixels.
  var size: (width: Int, height: Int) {
    let s = csdl_surface()
    return (Int(s.width), Int(s.height))
  }
  func resize(width: Int, height: Int) { csdl_set_size(Int32(width), Int32(height)) }
  var title = "" { didSet { if title != oldValue { csdl_set_title(title) } } }
  /// The screen's size in pixels.
  static var screen: (width: Int, height: Int) {
    var w: Int32 = 0, h: Int32 = 0
    csdl_screen(&w, &h)
    return (Int(w), Int(h))
  }

  /// Takes over what lies in these rectangles (logical units) of the canvas.
  func show(_ canvas: Canvas, _ rects: [Rect]) throws(WindowError) {
    guard !rects.isEmpty else { return }
    let s = csdl_surface()
    guard let target = s.pixels, s.usable != 0 else { throw WindowError(description: "--window: the display has no pixels of 8 bits red, green and blue") }
    var list: [csdl_rect_t] = []
    let k = canvas.scale, w = min(Int(s.width), canvas.pixelWidth), h = min(Int(s.height), canvas.pixelHeight)
    for r in rects {
      let l = max(0, Int(r.x) * k), t = max(0, Int(r.y) * k), right = min(w, Int(r.right.rounded(.up)) * k), bottom = min(h, Int(r.bottom.rounded(.up)) * k)
      guard l < right, t < bottom else { continue }
      for y in t..<bottom {
        (target + y * Int(s.stride) + l).update(from: canvas.pixels.baseAddress! + y * canvas.pixelWidth + l, count: right - l)
      }
      list.append(csdl_rect_t(x: Int32(l), y: Int32(t), width: Int32(right - l), height: Int32(bottom - t)))
    }
    if !list.isEmpty { _ = csdl_show(list, Int32(list.count)) }
  }

  var clipboard: String {
    get {
      guard let text = csdl_clipboard() else { return "" }
      defer { csdl_free(text) }
      return String(cString: text)
    }
    set { csdl_set_clipboard(newValue) }
  }

  /// The next event, waiting up to so many milliseconds; nil: none came. `needsAll`: what is shown is lost and must be shown again.
  func next(milliseconds: Int32, scale: Int, needsAll: inout Bool) -> InputEvent? {
    while true {
      csdl_next_event(&raw, milliseconds)
      let k = Double(scale), p = Point(Double(raw.x) / k, Double(raw.y) / k)
      let modifiers = InputEvent.Modifiers(rawValue: Int(raw.modifiers))
      switch Int(raw.kind) {
      case Int(CSDL_NONE): return nil
      case Int(CSDL_QUIT): return .close
      case Int(CSDL_KEY_DOWN): if let key = Self.key(raw.key) { return .keyDown(key, modifiers, repeats: raw.repeats != 0) }
      case Int(CSDL_KEY_UP): if let key = Self.key(raw.key) { return .keyUp(key) }
      case Int(CSDL_TEXT):
        // With Ctrl or Alt the key itself has been handled.
        if !modifiers.contains(.control) { return .text(text) }
      case Int(CSDL_MOTION):
        mouse = p
        return .moved(p)
      case Int(CSDL_BUTTON_DOWN): return raw.button == 1 ? .pressed(p, clicks: Int(raw.clicks), modifiers) : raw.button == 2 ? .secondary(p) : .moved(p)
      case Int(CSDL_BUTTON_UP): if raw.button == 1 { return .released(p) }
      case Int(CSDL_WHEEL): return .wheel(mouse, Int(raw.y))
      case Int(CSDL_DROP): return .dropped(text)
      case Int(CSDL_RESIZED):
        needsAll = true
        return .resized(Int(raw.x) / scale, Int(raw.y) / scale)
      case Int(CSDL_EXPOSED):
        needsAll = true
        return .moved(mouse)
      case Int(CSDL_LEFT): return .left
      case Int(CSDL_FOCUS_LOST): return .focusLost
      default: break
      }
      if milliseconds > 0 { return nil }
    }
  }
  private var raw = csdl_event_t()
  private var mouse = Point(0, 0)
  private var text: String {
    withUnsafeBytes(of: &raw.text) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// SDL's key codes: characters as themselves, others with bit 30 set.
  private static func key(_ code: Int32) -> InputEvent.Key? {
    switch code {
    case 13, 0x4000_0058: .enter
    case 27: .escape
    case 8: .backspace
    case 9: .tab
    case 32: .space
    case 127: .delete
    case 0x4000_003a...0x4000_0045: .function(Int(code) - 0x4000_0039)
    case 0x4000_0049: .insert
    case 0x4000_004a: .home
    case 0x4000_004b: .pageUp
    case 0x4000_004d: .end
    case 0x4000_004e: .pageDown
    case 0x4000_004f: .right
    case 0x4000_0050: .left
    case 0x4000_0051: .down
    case 0x4000_0052: .up
    case 0x4000_0056: .character("-")
    case 0x4000_0057: .character("+")
    case 33..<0x11_0000: Unicode.Scalar(UInt32(code)).map { .character(Character($0)) }
    default: nil
    }
  }
}
