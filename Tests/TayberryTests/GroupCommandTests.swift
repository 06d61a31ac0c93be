import Foundation
import Testing

/// `tayberry boot` with several boards.
@Suite struct GroupCommandTests {
  /// A program in RAM: writes pairs of address and value up to address 0, then executes `code` with r0 = `register`.
  private static func program(_ writes: [(UInt32, UInt32)], _ register: UInt32, _ code: [UInt16]) -> Data {
    // 0: ldr r4, =table; 2: ldmia r4!, {r0, r1}; 4: cmp r0, #0; 6: beq +4; 8: str r1, [r0]; 10: b 2; 12: mov r0, r1; 14: code
    var words: [UInt16] = [0, 0xcc03, 0x2800, 0xd001, 0x6001, 0xe7fa, 0x0008] + code
    if words.count % 2 != 0 { words.append(0xbf00) }
    words[0] = 0x4c00 | UInt16((words.count * 2 - 4) / 4)
    let table = 0x2000_0000 + UInt32(words.count * 2) + 4
    var bytes = words.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for w in [table] + (writes + [(0, register)]).flatMap({ [$0.0, $0.1] }) { for i in 0..<4 { bytes.append(UInt8(w >> (8 * UInt32(i)) & 255)) } }
    return Data(GDBCommandTests.elf([(0x2000_0000, bytes)], entry: 0x2000_0001))
  }
  private static let unreset: [(UInt32, UInt32)] = [(0x4000_f000, ~0)]
  /// Toggles GP2 for ever.
  private static let toggler = program(
    unreset + [(0x4001_4014, 5), (0xd000_0024, 4)], 0xd000_001c, [0x2104, 0x6001, 0x2232, 0x3a01, 0xd1fd, 0xe7fa])
  /// GP4 follows GP3.
  private static let follower = program(
    unreset + [(0x4001_4024, 5), (0xd000_0024, 16)], 0xd000_0000, [0x6842, 0x08d2, 0x2301, 0x401a, 0x0112, 0x6102, 0xe7f8])

  private func edges(_ text: String, _ pin: String) -> [UInt64] {
    var code = "", now: UInt64 = 0, last = "", found: [UInt64] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("$var"), line.contains(" \(pin) ") { code = String(line.split(separator: " ")[3]) }
      if line.hasPrefix("#") { now = UInt64(line.dropFirst()) ?? 0 }
      if !code.isEmpty, line.dropFirst() == code, "01".contains(line.first!) {
        if !last.isEmpty && last != String(line.first!) { found.append(now) }
        last = String(line.first!)
      }
    }
    return found
  }

  @Test func aWireCarriesEdgesThereAndBack() throws {
    let c = Command()
    c.write("a.elf", Self.toggler)
    c.write("b.elf", Self.follower)
    let arguments = [
      "boot", "a.elf", "b.elf", "--board", "pico", "--board", "pico", "--link", "1.GP2=2.GP3", "--link", "2.GP4=1.GP5", "--link-delay", "300", "--for",
      "0.002", "--speed", "max", "--trace", "t.vcd", "--trace-pins", "GP2,GP3,GP4,GP5",
    ]
    let r = c.run(arguments)
    #expect(r.status == 0, "\(r)")
    let one = try #require(c.read("t.1.vcd")), two = try #require(c.read("t.2.vcd"))
    let sent = edges(one, "GP2"), arrived = edges(two, "GP3"), answered = edges(two, "GP4"), back = edges(one, "GP5")
    #expect(sent.count > 50)
    // A cycle is 154 ns here: an edge takes effect at the first one that is late enough and that no instruction has passed.
    for (a, b) in zip(sent, arrived) { #expect(300...770 ~= b - a) }
    for (a, b) in zip(answered, back) { #expect(300...770 ~= b - a) }
    #expect(abs(sent.count - arrived.count) <= 1 && abs(answered.count - back.count) <= 1 && abs(arrived.count - answered.count) <= 1)
    // The same again.
    #expect(c.run(arguments).status == 0)
    #expect(c.read("t.1.vcd") == one && c.read("t.2.vcd") == two)
  }
  @Test func aFaultOfOneLeavesTheOther() throws {
    let c = Command()
    c.write("a.elf", Self.toggler)
    c.write("bad.elf", Self.program([], 0, [0xde00]))
    let r = c.run(["boot", "bad.elf", "a.elf", "--for", "0.3", "--speed", "max", "--trace", "t.vcd", "--trace-pins", "GP2"])
    #expect(r.error.contains("board 1: "), "\(r)")
    #expect(edges(try #require(c.read("t.2.vcd")), "GP2").last ?? 0 > 290_000_000)
  }
  @Test(
    arguments: [
      (["--link", "1.GP2=3.GP2"], "there is no board 3; there are 2"), (["--link", "1.GP2=1.GP3"], "both pins are on board 1"),
      (["--link", "1.GP2"], "give two pins as board.pin"), (["--link", "GP2=2.GP3"], "give two pins as board.pin"),
      (["--link", "1.GP30=2.GP3"], "GP30 is no pin"), (["--link-delay", "3"], "from 10 to 100000"),
      (["--board", "pico", "--board", "pico", "--board", "pico"], "there are 2 FILEs and 3 boards"), (["--gdb", "0"], "--gdb is for one board"),
    ] as [([String], String)])
  func mistakesAreNamed(_ options: [String], _ message: String) {
    let c = Command()
    c.write("a.elf", Self.toggler)
    let r = c.run(["boot", "a.elf", "a.elf"] + options)
    #expect(r.status == 2 && r.error.contains(message), "\(r)")
  }
  @Test func linksNeedTwoBoards() {
    let c = Command()
    c.write("a.elf", Self.toggler)
    let r = c.run(["boot", "a.elf", "--link", "1.GP2=2.GP3"])
    #expect(r.status == 2 && r.error.contains("give a FILE for each"), "\(r)")
  }
  /// A core that computes without a pause does not go past the end of the run.
  @Test func forIsExact() throws {
    let c = Command()
    let r = c.program("from machine import Pin\nPin(2, Pin.OUT)\nwhile True: pass\n", ["--for", "0.0401234", "--trace", "t.vcd", "--trace-pins", "GP2"])
    #expect(r.status == 0, "\(r)")
    let end = try #require((c.read("t.vcd") ?? "").split(separator: "\n").last { $0.hasPrefix("#") }.flatMap { UInt64($0.dropFirst()) })
    #expect(40_123_400...40_123_500 ~= end, "\(end)")
  }
}
