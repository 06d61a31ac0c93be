import Emulation
import HostUSB
import Image
import OffChip
import OnChip
import RP2040
import Registers

/// A Pico as one thing: the chip, the firmware in its flash, the console, the host's end of HostLink, recording and replay.
///
/// A board belongs to the thread that made it, and any number of them live in a process. Whoever owns one calls `run` in slices of
/// virtual time and hands in what comes from outside with `deliver`; where a slice ends has no influence on the run.
public final class PicoBoard: HostInputReceiver {
  /// What the cores run.
  public enum Firmware: Sendable {
    /// Tayberry's own, compiled for the host, its static objects in flash.
    case hosted
    /// ARM code that the emulated cores execute: this file's, or what the flash holds already.
    case arm(FirmwareFile?)
    /// Nothing of ours: whoever makes the board fills `chip.flash` before it runs.
    case none
  }
  /// Where the console is.
  public enum Console: String, Sendable {
    /// HostLink: all pins and both UARTs stay free.
    case host
    /// UART0 on GP0 and GP1 at 115200 baud, with a terminal wired to them.
    case uart0
    /// The first serial port of the USB device that the firmware makes of the board; the cable is plugged in.
    case usb
  }

  public struct Configuration {
    public var chip = RP2040.Configuration()
    public var firmware = Firmware.hosted
    /// Is HostLink there? No Pico has it.
    public var hostLink = true
    public var console = Console.host
    /// Where the USB device's first serial port goes when it is not the console: the cable is plugged in. The port is closed until `InputPort.usbLine`.
    public var usbOutput: ConsoleOutput?
    /// What the host lends and asks: program, arguments, variables, folders.
    public var request = HostRequest()
    /// What lies on the table: a bare Pico if nothing else is said. A recording brings its own.
    public var diagram = Diagram.bare()
    /// Takes the sound of the parts.
    public var sound: (any SoundSink)?
    /// A recording to run again: its seed, RAM and console take the place of the ones above, its answers that of the host's.
    public var replay: Recording.Contents?
    /// Where the flash's contents are kept between runs; without it they are gone at the end.
    public var flash: FlashFile?
    /// Gets the lines of a recording of this run, each with its newline.
    public var record: ((String) -> Void)?
    /// What else a recording shall know of how the board is run.
    public var recordedOptions: [String: String] = [:]
    public init() {}
  }

  /// `HostInput.port` of what a board takes from outside. `parts` takes controls (`Assembly.input`).
  public enum InputPort {
    public static let console: UInt16 = 0, consoleEnd: UInt16 = 1
    /// Ends the run: its byte is the exit status.
    public static let stop: UInt16 = 3
    /// The next edge on the wire from the terminal to GP1: made here, not recorded.
    static let line: UInt16 = 2
    /// Bytes for the USB device's serial port; what its user does to it: a byte that says whether it is open, and the speed in four (little-endian).
    public static let usb: UInt16 = 4, usbLine: UInt16 = 5
    public static let parts: UInt16 = 16
    /// The power goes and comes back.
    public static let power: UInt16 = 6
    /// What another board does to a wire that leads here (`BoardGroup`).
    static let link: UInt16 = 7
  }

  public let chip: RP2040
  /// Where the console's output goes, whatever the console is.
  public let output: ConsoleOutput
  /// The host's end: exit status, and where input that is not live comes from.
  public let services: HostServices
  /// The parts around the chip.
  public let assembly: Assembly

  /// The flash on the QSPI pins; `chip.flash` is its memory.
  public let flash: W25Q
  private let flashFile: FlashFile?

  private let host: any HostLinkHost
  private let link: OnChip.HOSTLINK?
  private let terminal: UARTTerminal?
  /// The diagram's serial monitor, which shows what the board sends to it.
  private var monitor: UARTTerminal?
  /// The host's end of the USB cable, if one is plugged in, and its driver for serial ports.
  public let usb: USBHost?
  private let serial: CDCACM?
  private let record: ((String) -> Void)?
  private let describe: RP2040.Describe?
  /// A Pico W: its LED, and GP23…GP25 and GP29, belong to its Wi-Fi chip, which is not modelled.
  public let isW: Bool
  /// Our own firmware runs here, compiled for the host: `KernelTasks` can read its kernel.
  public var hasKernel: Bool { describe != nil }
  private var trace: VCDTrace?
  private var runPin: RunPin!
  private var fence: Fence!
  /// The wires to other boards.
  var links: [LinkEnd] = []

  public init(_ asked: Configuration, output: ConsoleOutput) throws {
    var c = asked
    var image: FirmwareFile?
    var isHosted = false
    switch c.firmware {
    case .hosted:
      isHosted = true
      c.chip.firmware = tayberryFirmware.pointee
    case .arm(let file):
      c.chip.arm = true
      c.chip.entry = file?.ramEntry
      image = file
    case .none: break
    }
    c.chip.hostLink = c.hostLink
    if let options = c.replay?.options {
      c.chip.seed = options["seed"].flatMap { UInt64($0) } ?? c.chip.seed
      c.chip.uniqueID = options["id"].flatMap { UInt64($0, radix: 16) } ?? c.chip.uniqueID
      c.chip.ramMegabytes = options["ram"].flatMap { Int($0) } ?? c.chip.ramMegabytes
      c.console = options["console"].flatMap { Console(rawValue: $0) } ?? c.console
      if let text = options["board"] { c.diagram = try Diagram.read(Array(text.utf8)).diagram }
    }
    // The firmware asks where its console is.
    if c.console == .uart0 { c.request.variables["CONSOLE_UART0"] = "1" }
    // And what board it is on: `Pin("LED")` is another pin on a Pico W.
    isW = c.diagram.parts.contains { Pico.isW($0.description.type) }
    if isW { c.request.variables["PICO_W"] = "1" }
    if c.console == .usb || c.usbOutput != nil { c.request.variables["CONSOLE_USB"] = "1" }

    console = c.console
    let chip = try RP2040(c.chip)
    self.chip = chip
    self.output = output
    let replayed = c.replay?.options["flash"]
    if let replayed {
      guard FlashFile.restore(replayed, into: chip.flash, bytes: c.chip.flashBytes) else { throw HostError("the recording's flash is damaged") }
    } else if let file = c.flash {
      try file.load(into: chip.flash)
    }
    flashFile = replayed == nil ? c.flash : nil
    let flashBefore = c.flash != nil && c.record != nil ? FlashFile.text(of: chip.flash, bytes: c.chip.flashBytes) : nil
    if isHosted { installImage(flash: chip.flash) }
    if let image {
      try chip.load(image)
      for s in image.segments where s.address >> 24 == 0x10 { flashFile?.store(chip.flash, Int(s.address & 0xff_ffff), s.bytes.count) }
    }
    flash = W25Q(memory: chip.flash, bytes: c.chip.flashBytes, uniqueID: c.chip.uniqueID, seed: c.chip.seed)
    if let file = flashFile { flash.onChange = { [unowned chip] in file.store(chip.flash, $0, $1) } }
    chip.ssi.device = flash

    let services = HostServices(c.request, output: output)
    self.services = services
    record = c.record
    describe = isHosted ? describeTayberry : nil
    if let items = c.replay?.items {
      host = ReplayingHost(services, items: items)
    } else if let record = c.record {
      host = RecordingHost(services) { record(Recording.line($0) + "\n") }
    } else {
      host = services
    }
    if c.hostLink {
      let link = OnChip.HOSTLINK(chip, source: .hostLink, memory: chip.space.base, isMemory: { [unowned chip] in chip.isRAM($0, $1) })
      link.host = host
      if c.chip.hostClock {
        link.takesTime = false
        link.onFirstCommand = { [unowned chip] in chip.startHostClock() }
      }
      chip.attach(link, base: Registers.HOSTLINK.base, events: [.hostLink])
      self.link = link
    } else {
      link = nil
    }
    switch c.console {
    case .host: terminal = nil
    case .usb:
      terminal = nil
      link?.receiveEnd()
    case .uart0:
      terminal = UARTTerminal(chip.circuit, transmit: chip.circuit.net("GP0"), receive: chip.circuit.net("GP1"))
      terminal!.onByte = { output.write([$0], error: false) }
      link?.receiveEnd()
    }
    let isPlugged = c.console == .usb || c.usbOutput != nil || c.replay?.options["usb"] != nil
    if isPlugged {
      let usb = USBHost(chip, function: chip.usb), serial = CDCACM()
      let target = c.console == .usb ? output : c.usbOutput
      serial.onBytes = { target?.write($0, error: false) }
      if c.console == .usb { serial.open(true) }
      usb.drivers = [serial]
      chip.attach(offBus: usb, events: [.usbHost])
      chip.usb.upstream = usb
      (self.usb, self.serial) = (usb, serial)
    } else {
      (usb, serial) = (nil, nil)
    }
    assembly = Assembly(c.diagram, chip: chip, seed: c.chip.seed, sound: c.sound)
    if terminal == nil, let net = assembly.monitorReceive {
      monitor = UARTTerminal(chip.circuit, transmit: net, receive: assembly.monitorTransmit)
      monitor!.onByte = { output.write([$0], error: false) }
    }
    services.onExit = { [unowned chip] in chip.pause() }
    runPin = RunPin(chip)
    fence = Fence(chip)
    chip.inputReceiver = self

    if c.replay == nil {
      var options = ["seed": "\(c.chip.seed)", "ram": "\(c.chip.ramMegabytes)", "console": c.console.rawValue]
      options["id"] = String(c.chip.uniqueID, radix: 16)
      if c.usbOutput != nil { options["usb"] = "1" }
      if let flashBefore { options["flash"] = flashBefore }
      if c.diagram.root["parts"] != nil { options["board"] = c.diagram.text }
      record?(Recording.header(options.merging(c.recordedOptions) { mine, _ in mine }))
    }
    for item in c.replay?.items ?? [] {
      if let (cycle, input) = item.input { chip.deliver(input, at: cycle) }
    }
  }

  // MARK: Running

  /// Virtual time since power-on.
  public var now: Instant { chip.instant(chip.now) }

  /// The exit status of a run that the board ended (HostLink's exit command) or that was stopped from outside.
  public var exitStatus: Int32? { services.exitStatus.map { Int32($0) } ?? stopStatus }
  private var stopStatus: Int32?
  /// The board asked for something that its recording does not hold: it is of another program or firmware.
  public var hasLeftRecording: Bool { (host as? ReplayingHost)?.diverged ?? false }

  /// Runs the board until every core has reached `end`, or less: the result says why. What the console printed is in `output` then.
  public func run(until end: Instant) -> Stop {
    var stop = chip.run(until: chip.cycle(at: end))
    if case .stopped(.fault(var report)) = stop, describe != nil {
      report.place = report.place ?? chip.ask(describe!, core: report.core)
      stop = .stopped(.fault(report))
    }
    terminal?.poll(at: now)
    monitor?.poll(at: now)
    return stop
  }

  /// The run's end: no core computes past it.
  public func setEnd(_ end: Instant) { fence.set(end) }
  /// Runs until `end`, and no core computes past it: for boards in lock-step.
  func run(upTo end: Instant) -> Stop {
    fence.set(end)
    while true {
      let stop = run(until: end)
      guard case .paused = stop, exitStatus == nil else { return stop }
      // At the fence: without it the chip says whether it sleeps, and until when.
      if now >= end { fence.set(nil); return run(until: now) }
    }
  }
  func nanoseconds(idleUntil cycle: Cycle) -> UInt64 { cycle >> 57 != 0 || cycle == 1 << 57 ? .max : chip.instant(cycle).nanoseconds }

  /// What every thread waits for, a line each, of a board that sleeps; nil without Python.
  public var standstillReport: String? { describe == nil ? nil : chip.ask(standstillOfTayberry, core: 0, capacity: 8192).map { String($0.dropLast()) } }

  /// The end of the run: what the board has sent is written, and the trace ends.
  public func finish() {
    terminal?.poll(at: now)
    monitor?.poll(at: now)
    output.flush()
    // The board loses its power: what the flash was doing stays half done.
    flash.powerCut(at: now)
    trace?.finish(at: now)
    trace = nil
  }

  /// The pins' levels over time from now on, as a value change dump in pieces of text. All pins when none are named. The probes of logic
  /// analyzers on the table are traced, too, under their own names.
  public func traceValueChanges(of pins: [UInt32]? = nil, write: @escaping (String) -> Void) {
    trace = VCDTrace(chip.circuit, (pins ?? Array(0..<30)).map { ("GP\($0)", chip.circuit.net("GP\($0)")) } + probes(), at: now, write: write)
  }

  private func probes() -> [(String, Net)] {
    let analyzers = assembly.diagram.parts.filter { LogicAnalyzer.names.contains($0.description.type) }
    return analyzers.flatMap { part in
      zip(LogicAnalyzer.channels, LogicAnalyzer.channelNames(part.description)).compactMap { pin, name -> (String, Net)? in
        let end = Diagram.End(part: part.id, pin: pin)
        guard assembly.diagram.wires.contains(where: { $0.from == end || $0.to == end }) else { return nil }
        return assembly.net(end).map { (analyzers.count > 1 ? "\(part.id).\(name)" : name, $0) }
      }
    }
  }

  /// Puts bytes into the flash from outside, as a programmer does while the board stands. They are kept where the flash is.
  public func writeFlash(_ offset: Int, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { (chip.flash + offset).copyMemory(from: $0.baseAddress!, byteCount: bytes.count) }
    flashFile?.store(chip.flash, offset, bytes.count)
    chip.xip.lines.flush()
  }

  // MARK: Input

  /// Hands in something from outside: it takes effect, and is recorded, at `cycle` or, if that has passed, at the first cycle that no
  /// core has passed.
  public func deliver(_ item: HostInput, at cycle: Cycle = 0) {
    let cycle = max(cycle, chip.frontier)
    chip.deliver(item, at: cycle)
    record?(Recording.line(RecordedItem(item, at: cycle)) + "\n")
  }
  /// Bytes as if typed at the console.
  public func type(_ bytes: [UInt8], at cycle: Cycle = 0) { deliver(HostInput(port: InputPort.console, bytes: bytes, pushed: 0), at: cycle) }
  /// The power goes and comes back at once: the flash keeps what it has, with what was under way half done. RAM keeps its contents, as it
  /// does over so short a time.
  public func powerCycle(at cycle: Cycle = 0) { deliver(HostInput(port: InputPort.power, bytes: [0], pushed: 0), at: cycle) }
  /// The console's input ends.
  public func endInput(at cycle: Cycle = 0) { deliver(HostInput(port: InputPort.consoleEnd, bytes: [], pushed: 0), at: cycle) }

  /// The firmware waits for console input and has none.
  public var isAwaitingInput: Bool { console == .usb ? serial?.isReady ?? false : link?.isAwaitingInput ?? false }
  /// There is console input that the firmware has not taken.
  public var hasUntakenInput: Bool { serial?.hasUnsent ?? false || link?.hasUntakenInput ?? false }
  private let console: Console

  /// From the chip, at the item's cycle.
  public func receive(_ item: HostInput, at cycle: Cycle) {
    switch item.port {
    case InputPort.line:
      terminal?.sendEdge(at: chip.instant(cycle))
      scheduleEdge(after: cycle)
    case InputPort.consoleEnd: link?.receiveEnd()
    case InputPort.stop:
      stopStatus = Int32(item.bytes.first ?? 0)
      chip.pause()
    case InputPort.usb: serial?.send(item.bytes)
    case InputPort.usbLine:
      guard item.bytes.count == 5, let serial else { break }
      serial.setBaud(item.bytes[1...].reversed().reduce(0) { $0 << 8 | UInt32($1) })
      serial.open(item.bytes[0] != 0)
    case InputPort.console where console == .usb: serial?.send(item.bytes)
    case InputPort.console:
      guard let terminal else { link?.receive(item.bytes); return }
      if terminal.send(item.bytes, from: chip.instant(cycle + 1)) { scheduleEdge(after: cycle) }
    case InputPort.link:
      var r = StateReader(item.bytes)
      guard let n = try? r.get(UInt32.self), n < links.count, let drive = try? Drive(from: &r) else { break }
      links[Int(n)].arrive(drive, at: chip.instant(cycle))
    case InputPort.parts: assembly.receive(item, at: cycle)
    case InputPort.power:
      flash.powerCut(at: chip.instant(cycle))
      chip.requestReset(.power)
    default: break
    }
  }
  private func scheduleEdge(after cycle: Cycle) {
    guard let time = terminal?.next else { return }
    chip.deliver(HostInput(port: InputPort.line, bytes: [], pushed: 0), at: max(cycle + 1, chip.cycle(at: time)))
  }
}
