import ArgumentParser
import Board
import RP2040

struct Boot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run any RP2040 firmware on the emulated ARM cores.",
    discussion: """
      FILE is a UF2, an ELF (its symbols name places in reports), or a raw image of the flash. Without FILE the cores start from what --flash holds.
      The console is UART0 on GP0 and GP1, at 115200 baud.
      """)
  @OptionGroup var options: BoardOptions
  @Option(name: .customLong("bootrom"), help: ArgumentHelp("Execute this boot ROM (16 KB) instead of the emulation's own.", valueName: "FILE"))
  var bootROM: String?
  @Argument(help: ArgumentHelp("The firmware.", valueName: "FILE"))
  var file: String?

  func run() throws {
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

  private static func contents(_ path: String) throws(ExitStatus) -> [UInt8] {
    do { return try readFile(path) } catch { throw ExitStatus(ExitStatus.usage, "cannot open \(error)") }
  }
}
