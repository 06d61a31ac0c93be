import Testing

@testable import Board

@Suite struct RecordingTests {
  @Test func whatIsWrittenIsReadBack() throws {
    let items: [RecordedItem] = [
      .input(12_345, [3, 65, 10]), .host(result: -2, arg0: 1, arg1: 4_000_000_000, data: []),
      .host(result: 2, arg0: 0, arg1: 0, data: [0, 255]), .awaited([10]), .awaited(nil), .inputEnd(99), .part(17, 100, [1]), .stop(7, status: 130),
    ]
    let text = ([Recording.signature, "option seed 35"] + items.map(Recording.line)).joined(separator: "\n") + "\n"
    let read = try Recording.parse(text)
    #expect(read.items == items)
    #expect(read.options == ["seed": "5"])
  }

  @Test(arguments: [
    ("", 1), ("something else\n", 1), ("tayberry recording 1\nin x 41\n", 2), ("tayberry recording 1\nin 5 4\n", 2),
    ("tayberry recording 1\nin 5 4G\n", 2), ("tayberry recording 1\nhost 1 2 3\n", 2), ("tayberry recording 1\n\nnonsense 1\n", 3),
    ("tayberry recording 1\nawait\n", 2), ("tayberry recording 1\n in 5 41\n", 2),
  ])
  func damageIsNamedWithItsLine(_ text: String, _ line: Int) {
    #expect { try Recording.parse(text) } throws: { ($0 as? RecordingError)?.line == line }
  }
}
