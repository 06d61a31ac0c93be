import Foundation
import Testing

/// Every example with a `test.yaml` does what its scenario says, and its board file is clean.
@Suite struct ExampleTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).appendingPathComponent("test.yaml").path)
  }.sorted()

  @Test func thereAreSome() { #expect(Self.names.count >= 3 && Self.names.contains("traffic-light")) }
  @Test(arguments: names) func scenario(name: String) {
    let c = Command(), example = Self.folder.appendingPathComponent(name)
    let r = c.run(["test", example.appendingPathComponent("test.yaml").path])
    #expect(r.status == 0 && r.error.contains("passed"), "\(r)")
    let lint = c.run(["lint", "--warnings-as-errors", example.appendingPathComponent("diagram.json").path])
    #expect(lint.status == 0 && lint.output.isEmpty, "\(lint)")
  }
}
