import ArgumentParser
import Board
import RP2040

struct Boot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run any RP2040 firmware on the emulated ARM cores.",
    discussion: """
      FILE is a UF2, an ELF (its symbols name places in reports), or a raw image of the flash. Without FILE the cores start from what --flash holds.
      The console is UART0 on GP0 and GP1, at 115200 baud.
      Several FILEs are several boards in lock-step, numbered from 1, each with a --board of its own if one is given, and with wires between their
      pins: boot A.uf2 B.uf2 --link 1.GP4=2.GP5 --link 1.GP5=2.GP4. Each line of their consoles has the board's number in front; what is typed goes to
      board 1; --trace t.vcd writes t.1.vcd and t.2.vcd.
      """)
  @OptionGroup var options: BoardOptions
  @Option(name: .customLong("bootrom"), help: ArgumentHelp("Execute this boot ROM (16 KB) instead of the emulation's own.", valueName: "FILE"))
  var bootROM: String?
  @Option(
    name: .customLong("link"), help: ArgumentHelp("A wire between pins of two boards: 1.GP4=2.GP5. GND is common.", valueName: "N.PIN=N.PIN"))
  var links: [String] = []
  @Option(
    help: ArgumentHelp(
      "How long a change takes over such a wire, and so how closely the boards follow each other: 10 to 100000. 200 by default.", valueName: "NS"))
  var linkDelay: UInt64?
  @Argument(help: ArgumentHelp("The firmware.", valueName: "FILE"))
  var files: [String] = []

  func run() throws {
    if files.count > 1 { try runGroup() }
    let file = files.first
    if let link = links.first { throw ExitStatus(ExitStatus.usage, "--link \(link): there is one board; give a FILE for each") }
    if linkDelay != nil { throw ExitStatus(ExitStatus.usage, "--link-delay is for several boards") }
    var plan = try options.plan(besides: file.map { Tayberry.folder(of: $0) }, console: "uart0")
    plan.boots = true
    // Tayberry's own firmware asks what to do; others do not know HostLink.
    plan.host.prompt = true
    plan.host.arguments = [""]
    if let file {
      let bytes = try Boot.contents(file)
      do { plan.firmware = try FirmwareFile(bytes) } catch { throw ExitStatus(ExitStatus.usage, "\(file): \(error)") }
    } else if plan.flash == nil && plan.replay == nil {
      throw ExitStatus(ExitStatus.usage, "no firmware: give a UF2, ELF or raw image, or a --flash that holds one")
    }
    if let bootROM {
      let bytes = try Boot.contents(bootROM)
      guard bytes.count <= 16384 else { throw ExitStatus(ExitStatus.usage, "--bootrom \(bootROM): \(bytes.count) bytes; a boot ROM has 16384") }
      plan.bootROM = bytes
    }
    plan.title = file.map { String($0.split(separator: "/").last ?? "") } ?? "the flash"
    try Session(plan).runToEnd()
  }

  private func runGroup() throws -> Never {
    func refuse(_ text: String) -> ExitStatus { ExitStatus(ExitStatus.usage, text) }
    guard options.boards.count <= files.count else {
      throw refuse("--board \(options.boards[files.count]): there are \(files.count) FILEs and \(options.boards.count) boards")
    }
    let plan = try options.plan(console: "uart0", isGroup: true)
    for (option, isGiven) in [
      ("--gdb", plan.gdb != nil), ("--window", plan.window), ("--pins", plan.showPins), ("--screenshot", !plan.screenshots.isEmpty),
      ("--audio", plan.audio != nil),
      ("--record", plan.record != nil), ("--replay", plan.replay != nil), ("--flash", plan.flash != nil), ("--scenario", plan.scenario != nil),
      ("--usb", plan.usb != nil), ("--timeline", plan.timeline != nil), ("--instruction-trace", plan.instructionTrace != nil), ("--bootrom", bootROM != nil),
    ] where isGiven { throw refuse("\(option) is for one board; here are \(files.count)") }
    if case .pty = plan.console { throw refuse("--console pty is for one board; here are \(files.count)") }
    if let linkDelay, !(10...100_000 ~= linkDelay) { throw refuse("--link-delay \(linkDelay): give nanoseconds from 10 to 100000") }
    var group = GroupPlan(plan: plan, delay: linkDelay ?? (links.isEmpty ? 1000 : 200))
    for (n, file) in files.enumerated() {
      let firmware: FirmwareFile
      let bytes = try Boot.contents(file)
      do { firmware = try FirmwareFile(bytes) } catch { throw refuse("\(file): \(error)") }
      let (diagram, notes) = try BoardFile.choose(n < options.boards.count ? options.boards[n] : nil, besides: Tayberry.folder(of: file))
      group.boards.append(GroupPlan.One(firmware: firmware, diagram: diagram, notes: notes))
    }
    group.links = try links.map { text throws(ExitStatus) in
      let ends = try text.split(separator: "=", omittingEmptySubsequences: false).map { end throws(ExitStatus) -> BoardGroup.Link.End in
        let parts = end.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let board = Int(parts[0]), parts[1].hasPrefix("GP"), let pin = UInt32(parts[1].dropFirst(2)) else {
          throw refuse("--link \(text): give two pins as board.pin, like 1.GP4=2.GP5")
        }
        guard 1...files.count ~= board else { throw refuse("--link \(text): there is no board \(board); there are \(files.count)") }
        guard pin < 30 else { throw refuse("--link \(text): \(parts[1]) is no pin; use GP0…GP29") }
        return BoardGroup.Link.End(board: board - 1, pin: pin)
      }
      guard ends.count == 2 else { throw refuse("--link \(text): give two pins as board.pin, like 1.GP4=2.GP5") }
      guard ends[0].board != ends[1].board else {
        throw refuse("--link \(text): both pins are on board \(ends[0].board + 1); wires of one board are in its board file")
      }
      return BoardGroup.Link(ends[0], ends[1])
    }
    try GroupSession(group).runToEnd()
  }

  private static func contents(_ path: String) throws(ExitStatus) -> [UInt8] {
    do { return try readFile(path) } catch { throw ExitStatus(ExitStatus.usage, "cannot open \(error)") }
  }
}
