import Emulation

/// What all WS2812 parts share: a chain of pixels that decodes its data line (WS2812B data sheet: a bit is 1.25 µs, high for 0.4 µs means 0,
/// high for 0.8 µs means 1; green, red, blue, most significant bit first; a pause shows what came).
///
/// A pixel decides at about 0.6 µs, as measured on real ones, and takes pauses from 50 µs on for the end of a frame. The first `count`
/// pixels take their 24 bits each; what follows goes out at DOUT for the next part.
final class WS2812Chain: NetListener {
  /// Nanoseconds: the shortest pulse that is a bit, where 1 begins, and the pause that ends a frame.
  static let shortest: UInt64 = 100, one: UInt64 = 600, pause: UInt64 = 50_000
  private let site: PartSite
  private let output: Terminal
  /// What shows, 0xRRGGBB, and how often that has changed.
  private(set) var shown: [UInt32]
  private(set) var version: UInt64 = 0
  /// Bits of this frame so far, and the pixels they made.
  private var word: UInt32 = 0, bits = 0, taken = 0
  private var incoming: [UInt32]
  private var rise: UInt64?, lastFall: UInt64 = 0, waiting = false, forwarding = false

  init(_ site: PartSite, count: Int) {
    self.site = site
    shown = Array(repeating: 0, count: count)
    incoming = shown
    output = site.circuit.attach(to: site.net("DOUT"))
    site.circuit.listen(to: site.net("DIN"), self)
  }

  func netChanged(_ net: Net, to level: Level, tag: UInt32, at instant: Instant) {
    let now = instant.nanoseconds
    if level == .high {
      if rise == nil {
        // A pause that nobody has noticed yet because this edge came at its very end.
        if waiting && now - lastFall >= Self.pause { show() }
        rise = now
        if taken >= shown.count {
          forwarding = true
          site.circuit.drive(output, .strong(true), at: instant)
        }
      }
    } else if let r = rise {
      rise = nil
      lastFall = now
      if forwarding {
        site.circuit.drive(output, .strong(false), at: instant)
        forwarding = false
      } else {
        bit(now - r)
      }
      if !waiting {
        waiting = true
        site.schedule(0, at: Instant(nanoseconds: now + Self.pause))
      }
    }
  }
  private func bit(_ high: UInt64) {
    guard high >= Self.shortest else { return }
    if high > 5_000 && high < Self.pause { site.report("a pulse of \(high / 1000) µs on DIN is no bit of a WS2812: 0.4 µs is a 0, 0.8 µs a 1") }
    word = word << 1 | (high >= Self.one ? 1 : 0)
    bits += 1
    guard bits == 24 else { return }
    incoming[taken] = (word >> 8 & 0xff) << 16 | (word >> 16 & 0xff) << 8 | word & 0xff
    taken += 1
    bits = 0
    word = 0
  }
  func fire(_ tag: UInt32, at instant: Instant) {
    guard waiting else { return }
    if rise == nil && instant.nanoseconds - lastFall >= Self.pause {
      show()
    } else {
      site.schedule(0, at: Instant(nanoseconds: max(lastFall, rise ?? 0) + Self.pause))
    }
  }
  private func show() {
    waiting = false
    bits = 0
    word = 0
    let complete = taken
    taken = 0
    // Pixels that got nothing keep what they had.
    guard complete > 0, shown[..<complete] != incoming[..<complete] else { return }
    shown[..<complete] = incoming[..<complete]
    version += 1
  }
}
