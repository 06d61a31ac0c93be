import Testing

/// Programs that use the library's modules, run in the harness.
enum LibraryPrograms {
  /// The same output as CPython's. `hostile`: every allocation moves everything.
  static func compare(_ program: String, hostile: Bool) throws {
    let expected = try #require(python(program)), lines = expected.joined(separator: "\n") + "\n"
    let output = try Harness().python(program, heap: 400 << 10, hostile: hostile)
    if output == lines { return }
    // The first line that differs says more than two pages of text.
    let ours = output.split(separator: "\n", omittingEmptySubsequences: false), theirs = lines.split(separator: "\n", omittingEmptySubsequences: false)
    let i = zip(ours, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(ours.count, theirs.count)
    Issue.record("line \(i + 1): \(i < ours.count ? ours[i] : "end") instead of \(i < theirs.count ? theirs[i] : "end")")
  }
  /// Output and no issue of the heap's checks.
  static func expect(_ program: String, _ output: String, hostile: Bool = false, _ location: SourceLocation = #_sourceLocation) throws {
    #expect(try Harness().python(program, heap: 400 << 10, hostile: hostile) == output, sourceLocation: location)
  }
}
