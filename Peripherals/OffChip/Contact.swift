import Emulation

/// A mechanical contact between two nodes of a part, which may bounce: for up to a millisecond after it was moved it opens and closes at
/// random times, differently each time but the same in every run.
final class Contact {
  private let site: PartSite, element: Element
  private let bounces: Bool, tag: UInt32
  private(set) var isClosed: Bool
  private var end = Instant(nanoseconds: 0)

  /// `tag`: the part's own number for its times; the part passes them on to `fire`.
  init(_ site: PartSite, _ a: String, _ b: String, bounces: Bool, tag: UInt32, closed: Bool = false) {
    self.site = site
    self.bounces = bounces
    self.tag = tag
    isClosed = closed
    element = site.circuit.connect(site.net(a), site.net(b), closed ? .closed : .open, at: site.start)
  }

  func close(at instant: Instant) { move(true, at: instant) }
  func open(at instant: Instant) { move(false, at: instant) }
  private func move(_ closed: Bool, at instant: Instant) {
    guard closed != isClosed else { return }
    isClosed = closed
    site.circuit.set(element, closed ? .closed : .open, at: instant)
    guard bounces else { return }
    end = Instant(nanoseconds: instant.nanoseconds + 300_000 + site.random(below: 700_000))
    plan(instant)
  }
  private func plan(_ instant: Instant) {
    let next = instant.nanoseconds + 10_000 + site.random(below: 150_000)
    site.schedule(tag, at: Instant(nanoseconds: min(next, end.nanoseconds)))
  }
  func fire(at instant: Instant) {
    if instant >= end {
      site.circuit.set(element, isClosed ? .closed : .open, at: instant)
    } else {
      site.circuit.set(element, site.circuit.kind(of: element) == .open ? .closed : .open, at: instant)
      plan(instant)
    }
  }
}
