import ArgumentParser
import Board
import RP2040
import Window
#if canImport(Glibc)
import Glibc
#endif

/// Options that mean the same on every subcommand (DESIGN §7).
struct BoardOptions: ParsableArguments {
  @Option(
    name: .customLong("board"),
    help: ArgumentHelp(
      "pico, pico-w, or a board file (Wokwi's diagram.json). By default the diagram.json beside the program, else pico. `boot` with several FILEs: again for each.",
      valueName: "BOARD"))
  var boards: [String] = []
  @Option(help: ArgumentHelp("Virtual against real time: 1 (real time), another factor, or max.", valueName: "FACTOR"))
  var speed: String?
  @Option(name: .customLong("for"), help: ArgumentHelp("Stop after so much virtual time.", valueName: "SECONDS"))
  var duration: String?
  @Option(help: ArgumentHelp("Where the board's console is: host, uart0, usb or pty:PATH. `boot`: uart0 by default, the others: host.", valueName: "PLACE"))
  var console: String?
  @Option(help: ArgumentHelp("The board's USB cable: none, or pty:PATH for the serial port of its device (mpremote connect PATH).", valueName: "PLACE"))
  var usb: String?
  @Option(help: ArgumentHelp("Write the pins' levels over time (VCD, for GTKWave, PulseView, sigrok).", valueName: "FILE"))
  var trace: String?
  @Option(help: ArgumentHelp("Pins to trace, by name: GP0,GP25. All of them by default.", valueName: "PINS"))
  var tracePins: String?
  @Option(help: ArgumentHelp("Write what both cores do: tasks, threads, interrupts, locks (Chrome trace, for ui.perfetto.dev).", valueName: "FILE"))
  var timeline: String?
  @Option(help: ArgumentHelp("Write the sound of buzzers and speakers (WAV).", valueName: "FILE"))
  var audio: String?
  @Option(help: ArgumentHelp("Wait for GDB on this TCP port, before the first instruction (`target remote :3333`); 0 takes a free one.", valueName: "PORT"))
  var gdb: UInt16?
  @Option(help: ArgumentHelp("Write each instruction that the ARM cores execute: cycle, core, address, code, registers.", valueName: "FILE"))
  var instructionTrace: String?
  @Flag(help: "Show the pins live in the terminal.")
  var pins = false
  @Option(
    name: .customLong("screenshot"),
    help: ArgumentHelp("Draw the board into a PNG, without a display: at TIME (seconds), or at the run's end.", valueName: "FILE[@TIME]"))
  var screenshots: [String] = []
  @Option(
    help: ArgumentHelp(
      "Pins on the scope of the window or picture, from the first one's rising edge; @ TIME seconds a division.", valueName: "GP0,GP1…[@TIME]"))
  var scope: String?
  @Flag(help: "Show the kernel's tasks in the window or picture.")
  var tasks = false
  @Flag(help: "The window makes no sound. F4 there changes it.")
  var mute = false
  @Flag(help: "Show the board in a window (SDL 2). F1 there shows the keys.")
  var window = false
  @Option(help: ArgumentHelp("Pixels for each unit of the window or picture: 1, 2 or 3.", valueName: "N"))
  var zoom: Int?
  @Option(help: ArgumentHelp("Size of the Python heap: bytes, or with K or M. 160K by default.", valueName: "SIZE"))
  var heap: String?
  @Flag(help: ArgumentHelp("Collect garbage and move every object at every allocation: finds bugs in the firmware."))
  var hostileHeap = false
  @Flag(help: ArgumentHelp("Mark garbage all the time and check that no change is missed (with --ram): finds bugs in the firmware."))
  var watchfulHeap = false
  @Option(help: ArgumentHelp("Lend the board so many megabytes of RAM at 0x30000000 (0…256).", valueName: "MB"))
  var ram: String?
  @Option(help: ArgumentHelp("Write down everything that comes in from outside.", valueName: "FILE"))
  var record: String?
  @Option(help: ArgumentHelp("Run a recording again, to the same bytes.", valueName: "FILE"))
  var replay: String?
  @Option(help: ArgumentHelp("Keep the flash's contents in this file; a blank one is made.", valueName: "FILE"))
  var flash: String?
  @Option(help: ArgumentHelp("Date and time at power-on (UTC): 2026-11-21, 2026-11-21T18:30:00, or now. 2024-01-01 by default.", valueName: "DATE"))
  var rtc: String?
  @Option(help: ArgumentHelp("The flash's unique number, 16 hexadecimal digits.", valueName: "HEX"))
  var id: String?
  @Option(help: ArgumentHelp("Seed of power-on RAM contents and random bits.", valueName: "N"))
  var seed: String?
  @Option(name: .customLong("mount"), help: ArgumentHelp("A host folder that the board sees as /mnt/NAME; :rw lets it write.", valueName: "DIR[:rw]"))
  var mounts: [String] = []
  @Option(help: ArgumentHelp("Play a scenario: steps that move controls, type, and check.", valueName: "FILE"))
  var scenario: String?
  @Flag(help: "A register that nobody modelled stops the board.")
  var strict = false

  /// `folder`: where the program is; a diagram.json in it is the board, unless `--board` says otherwise.
  func plan(besides folder: String? = nil, console usualConsole: String = "host", isGroup: Bool = false) throws -> Plan {
    var plan = Plan()
    func refuse(_ text: String) -> ExitStatus { ExitStatus(ExitStatus.usage, text) }
    switch speed {
    case nil: plan.speed = .factor(1)
    case "max": plan.speed = .max
    case let text?:
      guard let factor = Double(text), factor > 0, factor <= 1e6 else { throw refuse("--speed \(text): give a factor above 0, or max") }
      plan.speed = .factor(factor)
    }
    if let duration {
      guard let ns = Self.nanoseconds(duration) else { throw refuse("--for \(duration): give seconds, like 10 or 0.25") }
      plan.stopAfter = ns
    }
    let console = console ?? usualConsole
    switch console {
    case "host": plan.console = .host
    case "uart0": plan.console = .uart0
    case "usb": plan.console = .usb
    default:
      guard console.hasPrefix("pty:"), console.count > 4 else { throw refuse("--console \(console): use host, uart0, usb or pty:PATH") }
      plan.console = .pty(String(console.dropFirst(4)))
    }
    if let usb, usb != "none" {
      guard usb.hasPrefix("pty:"), usb.count > 4 else { throw refuse("--usb \(usb): use none or pty:PATH") }
      if plan.console == .usb { throw refuse("--usb \(usb): the USB device's serial port is the console already") }
      plan.usb = String(usb.dropFirst(4))
    }
    plan.trace = trace
    plan.audio = audio
    plan.timeline = timeline
    plan.gdb = gdb
    plan.instructionTrace = instructionTrace
    if let tracePins {
      plan.tracePins = try tracePins.split(separator: ",").map { name throws(ExitStatus) in
        guard name.hasPrefix("GP"), let n = UInt32(name.dropFirst(2)), n < 30 else { throw refuse("--trace-pins: \(name) is no pin; use GP0…GP29") }
        return n
      }
    }
    plan.showPins = pins
    if let zoom, !(1...3 ~= zoom) { throw refuse("--zoom \(zoom): use 1, 2 or 3") }
    plan.zoom = zoom
    plan.window = window
    plan.showTasks = tasks
    plan.isMuted = mute
    if let scope { plan.scope = try Self.scope(scope) }
    plan.screenshots = try screenshots.map { text throws(ExitStatus) in
      guard let at = text.lastIndex(of: "@") else { return Plan.Screenshot(file: text, time: nil) }
      guard let time = Self.nanoseconds(String(text[text.index(after: at)...])) else {
        throw refuse("--screenshot \(text): after @ give seconds, like @2.5")
      }
      return Plan.Screenshot(file: String(text[..<at]), time: time)
    }.sorted { ($0.time ?? .max) < ($1.time ?? .max) }
    if let heap {
      guard let bytes = Self.size(heap), bytes >= 16 << 10, bytes <= 256 << 20 else { throw refuse("--heap \(heap): give a size from 16K to 256M") }
      plan.host.variables["HEAP"] = String(bytes)
    }
    if hostileHeap { plan.host.variables["HEAP_HOSTILE"] = "1" }
    if watchfulHeap { plan.host.variables["HEAP_WATCHFUL"] = "1" }
    if let ram {
      guard let mb = UInt32(ram), mb <= 256 else { throw refuse("--ram \(ram): give megabytes from 0 to 256") }
      plan.ramMegabytes = mb
      if mb > 0 { plan.host.variables["RAM"] = String(mb) }
    }
    plan.record = record
    plan.replay = replay
    if record != nil && replay != nil { throw refuse("--record and --replay exclude each other") }
    plan.flash = flash
    if flash != nil && replay != nil { throw refuse("--flash and --replay exclude each other: a recording holds what the flash held") }
    if let rtc {
      guard let seconds = rtc == "now" ? Int64(time(nil)) : Self.seconds(date: rtc) else {
        throw refuse("--rtc \(rtc): give a date from 1970 to 2105 like 2026-11-21 or 2026-11-21T18:30:00, or now")
      }
      plan.host.variables["RTC"] = String(seconds)
    }
    if let id {
      guard let n = UInt64(id, radix: 16), id.count <= 16 else { throw refuse("--id \(id): give up to 16 hexadecimal digits") }
      plan.uniqueID = n
    }
    if let seed {
      guard let n = UInt64(seed) else { throw refuse("--seed \(seed): give a whole number") }
      plan.seed = n
    }
    for mount in mounts {
      let writable = mount.hasSuffix(":rw")
      var folder = writable ? String(mount.dropLast(3)) : mount
      while folder.count > 1 && folder.hasSuffix("/") { folder.removeLast() }
      var info = stat()
      guard stat(folder, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { throw refuse("--mount \(mount): there is no such folder") }
      // `.` and `..` have the name of the folder that they lead to.
      let whole = realpath(folder, nil).map { path in
        defer { free(path) }
        return String(cString: path)
      }
      guard let name = (folder.hasSuffix(".") ? whole ?? folder : folder).split(separator: "/").last else {
        throw refuse("--mount \(mount): the root of the host has no name that the board could use; give a folder in it")
      }
      plan.host.mounts.append(Mount(path: "/mnt/\(name)", folder: folder, writable: writable))
    }
    plan.strict = strict
    if let scenario { plan.scenario = try PlannedScenario(scenario) }
    if boards.count > 1 && !isGroup { throw refuse("--board \(boards[1]): there is one board here; `tayberry boot A.uf2 B.uf2` runs several") }
    if replay == nil { (plan.diagram, plan.boardNotes) = try BoardFile.choose(boards.first, besides: folder) }
    plan.host.seed = plan.seed
    return plan
  }

  private static func scope(_ text: String) throws(ExitStatus) -> ScopeSettings {
    var settings = ScopeSettings()
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    for name in parts[0].split(separator: ",") {
      guard name.hasPrefix("GP"), let n = Int(name.dropFirst(2)), 0..<30 ~= n else {
        throw ExitStatus(ExitStatus.usage, "--scope: \(name) is no pin; use GP0…GP29")
      }
      settings.add(n)
    }
    if parts.count > 1 {
      guard let ns = nanoseconds(String(parts[1])), ns > 0 else { throw ExitStatus(ExitStatus.usage, "--scope \(text): after @ give seconds a division") }
      settings.division = Double(ns)
    }
    return settings
  }

  /// Seconds as text to nanoseconds; nil if malformed, negative, or above three years.
  static func nanoseconds(_ text: String) -> UInt64? {
    guard let seconds = Double(text), seconds >= 0, seconds < 1e8 else { return nil }
    return UInt64((seconds * 1e9).rounded())
  }
  /// Seconds since 1970 of a date, with or without a time of day; nil if there is no such date.
  static func seconds(date text: String) -> Int64? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    let date = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { Int32($0) }
    guard parts.count <= 2, date.count == 3, let year = date[0], let month = date[1], let day = date[2], (1970...2105).contains(year) else { return nil }
    var t = tm()
    (t.tm_year, t.tm_mon, t.tm_mday) = (year - 1900, month - 1, day)
    if parts.count == 2 {
      let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).map { Int32($0) }
      guard (2...3).contains(clock.count), let hour = clock[0], let minute = clock[1], let second = clock.count == 3 ? clock[2] : 0 else { return nil }
      guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
      (t.tm_hour, t.tm_min, t.tm_sec) = (hour, minute, second)
    }
    let seconds = timegm(&t)
    // 31 February comes back as another day.
    guard t.tm_mon == month - 1, t.tm_mday == day else { return nil }
    return Int64(seconds)
  }
  /// A size with an optional K or M.
  static func size(_ text: String) -> UInt32? {
    var digits = Substring(text), shift: UInt32 = 0
    if text.hasSuffix("K") || text.hasSuffix("k") { digits = digits.dropLast(); shift = 10 }
    if text.hasSuffix("M") || text.hasSuffix("m") { digits = digits.dropLast(); shift = 20 }
    guard let n = UInt32(digits), n <= UInt32.max >> shift else { return nil }
    return n << shift
  }
}

/// What the command line asked for, checked.
struct Plan: Sendable {
  enum Speed: Sendable { case max, factor(Double) }
  enum Console: Sendable, Equatable { case host, uart0, usb, pty(String) }
  var speed = Speed.factor(1)
  /// Virtual time after which to stop, in nanoseconds.
  var stopAfter: UInt64?
  var console = Console.host
  /// `--usb pty:`: where the serial port of the board's USB device is found.
  var usb: String?
  var trace: String?, record: String?, replay: String?, audio: String?, timeline: String?
  var tracePins: [UInt32]?
  /// The port that GDB may connect to.
  var gdb: UInt16?
  var instructionTrace: String?
  var showPins = false
  /// Pictures to draw: at an instant, or at the end of the run.
  struct Screenshot: Sendable { let file: String, time: UInt64? }
  /// In the order of their times.
  var screenshots: [Screenshot] = []
  var zoom: Int?
  var window = false, showTasks = false, isMuted = false
  /// What the scope shows from the beginning.
  var scope = ScopeSettings()
  /// The name over the picture.
  var title = ""
  var ramMegabytes: UInt32 = 0
  var seed: UInt64 = 0
  var flash: String?
  var uniqueID: UInt64?
  var strict = false
  var host = HostRequest()
  var diagram = Diagram.bare()
  var scenario: PlannedScenario?
  /// What the board file's checker found: said before the run.
  var boardNotes: [String] = []
  /// `boot`: the ARM cores execute what is in flash, and this is put there first.
  var boots = false
  var firmware: FirmwareFile?
  var bootROM: [UInt8]?
  /// Standard input was the program, so that the console's input has ended.
  var inputIsProgram = false
  /// `repl`: Ctrl-] leaves.
  var isPrompt = false

  /// Firmware that is compiled for the host executes no ARM instructions: there is nothing for GDB to show.
  func refuseDebuggerOfHostedCores() throws(ExitStatus) {
    guard gdb != nil || instructionTrace != nil, !boots else { return }
    throw ExitStatus(
      ExitStatus.usage,
      "\(gdb != nil ? "--gdb" : "--instruction-trace") is for ARM cores: use `tayberry boot` (build/arm/tayberry.uf2 is this firmware for them)")
  }
}
