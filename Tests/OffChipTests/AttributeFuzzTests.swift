import Emulation
import Picture
import Testing

@testable import OffChip

/// Attributes that make no sense: the part is made as if they were not there, or refused with a reason; it is never the end.
@Suite struct AttributeFuzzTests {
  static let nasty = [
    "", " ", "0", "1", "-1", "-0", "0.0001", "7.5", "255", "1e9", "1e30", "-1e30", "99999999999999999999", "nan", "inf", "1k", "9M", "\u{0}", "red", "#12345",
    "#zzzzzz",
    "true", "[]", "{\"a\":1}", "1 2 3", "0x7f", "0xfff", "2024-13-45T99:99:99", "\u{1F680}", String(repeating: "9", count: 400),
    String(repeating: "x\n", count: 50),
  ]
  @Test(arguments: PartRegistry.names) func nonsense(name: String) throws {
    let type = PartRegistry.type(named: name)!
    var random: UInt64 = 88_172_645_463_325_252
    func next(_ n: Int) -> Int {
      random ^= random << 13; random ^= random >> 7; random ^= random << 17
      return Int(random % UInt64(n))
    }
    for round in 0..<60 {
      var attributes: [String: String] = [:]
      for (i, a) in type.attributes.enumerated() {
        // One after the other alone, then many at once.
        if round < 31 ? type.attributes.count == 1 || round % type.attributes.count == i : next(2) == 0 {
          attributes[a.name] = Self.nasty[round < 31 ? round : next(31)]
        }
      }
      if type.attributes.isEmpty { break }
      let d = PartDescription(id: "x", type: name, attributes: attributes), s = type.shape(of: d), b = PartBench()
      #expect(s.width >= 0 && s.height >= 0 && s.width.isFinite && s.height.isFinite && s.width < 100_000 && s.pins.count < 10_000, "\(attributes)")
      for c in s.controls { #expect(c.range.contains(c.initial), "\(c.name) \(attributes)") }
      if s.width * s.height < 500_000 {
        let canvas = Canvas(width: max(1, Int(s.width) + 1), height: max(1, Int(s.height) + 1), scale: 1, background: .white)
        type.draw(d, PartView(), on: canvas)
      }
      do throws(PartError) {
        let part = try b.made(name, attributes)
        b.run(3_000_000)
        #expect(type.readings(of: d).count == part.view(at: b.instant).values.count, "\(attributes)")
      } catch { #expect(!error.reason.isEmpty) }
    }
  }
}

extension PartBench {
  /// `add`, with its errors typed.
  fileprivate func made(_ type: String, _ attributes: [String: String]) throws(PartError) -> any Part {
    do { return try add(type, "x", attributes) } catch { throw error as? PartError ?? PartError("\(error)") }
  }
}
