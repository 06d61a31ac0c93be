import CortexM0Plus
import Emulation
import RP2040

/// The remote end of GDB (`target remote`): bytes from it in, bytes for it out. Each core is a thread, number 1 and 2.
public final class GDBServer {
  private let debugger: BoardDebugger
  private var framing = GDBFraming()
  private var acknowledges = true
  private var lastAnswer: [UInt8] = []
  /// The threads of later commands: registers and memory (Hg), and running (Hc).
  private var thread = 0
  /// The cores run; GDB waits to hear why they stop.
  public private(set) var isRunning = false
  /// GDB said goodbye: the board runs on without it, or (killed) ends.
  public private(set) var hasLeft = false, isKilled = false
  /// Bytes for GDB.
  public private(set) var output: [UInt8] = []
  private var flashWrites: [(offset: UInt32, bytes: [UInt8])] = []

  public init(_ debugger: BoardDebugger) { self.debugger = debugger }
  private var cores: [ArmCore] { debugger.cores }
  private var chip: RP2040 { debugger.board.chip }

  public func takeOutput() -> [UInt8] {
    defer { output = [] }
    return output
  }

  /// Bytes that came from GDB, while the board stands between two runs.
  public func receive(_ bytes: [UInt8]) {
    for item in framing.take(bytes) {
      switch item {
      case .interrupt:
        if isRunning { debugger.interrupt(); report() }
      case .damaged: if acknowledges { output.append(UInt8(ascii: "-")) }
      case .again: output += lastAnswer
      case .packet(let body):
        if acknowledges { output.append(UInt8(ascii: "+")) }
        // A command while the cores run is none of ours: only Ctrl-C may come then.
        if isRunning { continue }
        if let answer = answer(body) { send(answer) }
      }
      if hasLeft { return }
    }
  }
  /// After each run of the board: tells GDB when something stopped the cores.
  public func report() {
    guard isRunning, let event = debugger.event else { return }
    isRunning = false
    send(stopReply(event))
  }

  private func send(_ body: [UInt8]) {
    lastAnswer = GDBFraming.framed(body)
    output += lastAnswer
  }
  private func text(_ s: String) -> [UInt8] { Array(s.utf8) }
  private static let ok = Array("OK".utf8), nothing: [UInt8] = []
  private static func error(_ n: UInt8) -> [UInt8] { Array("E".utf8) + Hex.bytes([n]) }

  private func stopReply(_ event: BoardDebugger.Event) -> [UInt8] {
    var core = thread, signal = 5, reason = ""
    switch event {
    case .interrupted: signal = 2
    case .breakpoint(let c): core = c; reason = "hwbreak:;"
    case .instruction(let c): core = c
    case .step(let c): core = c
    case .watchpoint(let c, let address, let kind):
      core = c
      reason = (kind == .write ? "watch:" : kind == .read ? "rwatch:" : "awatch:") + String(address, radix: 16) + ";"
    case .stopped: signal = 11
    }
    thread = core
    let c = cores[core]
    var reply = text("T") + Hex.bytes([UInt8(signal)]) + text("thread:\(core + 1);core:\(core);")
    for n in [13, 14, 15] { reply += Hex.bytes([UInt8(n)]) + text(":") + Hex.word(c[n]) + text(";") }
    return reply + text(reason)
  }

  // MARK: Commands

  /// The answer to a packet; nil where it comes later.
  private func answer(_ body: [UInt8]) -> [UInt8]? {
    guard let command = body.first else { return Self.nothing }
    let rest = body.dropFirst()
    switch command {
    case UInt8(ascii: "?"):
      return stopReply(debugger.event ?? .interrupted)
    case UInt8(ascii: "!"): return Self.ok
    case UInt8(ascii: "g"): return (0..<GDBDescriptions.registers.count).flatMap { Hex.word(register($0)) }
    case UInt8(ascii: "G"):
      guard let data = Hex.data(rest), data.count >= 4 * 17 else { return Self.error(1) }
      for n in 0..<min(data.count / 4, GDBDescriptions.registers.count) { setRegister(n, word(data, 4 * n)) }
      return Self.ok
    case UInt8(ascii: "p"):
      guard let n = Hex.number(rest), n < GDBDescriptions.registers.count else { return Self.error(1) }
      return Hex.word(register(Int(n)))
    case UInt8(ascii: "P"):
      let parts = rest.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard parts.count == 2, let n = Hex.number(parts[0]), n < GDBDescriptions.registers.count, let data = Hex.data(parts[1]), data.count == 4 else {
        return Self.error(1)
      }
      setRegister(Int(n), word(data, 0))
      return Self.ok
    case UInt8(ascii: "m"):
      guard let (address, count) = range(rest), count <= 0x8000 else { return Self.error(1) }
      let bytes = debugger.read(address, Int(count), core: thread)
      return bytes.isEmpty && count > 0 ? Self.error(14) : Hex.bytes(bytes)
    case UInt8(ascii: "M"), UInt8(ascii: "X"):
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), let (address, count) = range(rest[..<colon]) else { return Self.error(1) }
      let raw = Array(rest[(colon + 1)...])
      guard let data = command == UInt8(ascii: "X") ? raw : Hex.data(raw), data.count == count else { return Self.error(1) }
      return data.isEmpty || debugger.write(address, data) ? Self.ok : Self.error(14)
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): return setPoint(rest, command == UInt8(ascii: "Z"))
    case UInt8(ascii: "H"): return selectThread(rest)
    case UInt8(ascii: "T"):
      guard let n = Hex.number(rest), n == 1 || n == 2 else { return Self.error(1) }
      return Self.ok
    case UInt8(ascii: "c"), UInt8(ascii: "C"): return go(nil, address: command == UInt8(ascii: "c") ? Hex.number(rest) : nil)
    case UInt8(ascii: "s"), UInt8(ascii: "S"): return go(thread, address: command == UInt8(ascii: "s") ? Hex.number(rest) : nil)
    case UInt8(ascii: "D"):
      hasLeft = true
      debugger.detach()
      return Self.ok
    case UInt8(ascii: "k"):
      hasLeft = true
      isKilled = true
      return nil
    case UInt8(ascii: "R"):
      debugger.reset()
      return nil
    case UInt8(ascii: "v"): return verbose(rest)
    case UInt8(ascii: "q"), UInt8(ascii: "Q"): return query(body)
    default: return Self.nothing
    }
  }

  private func go(_ step: Int?, address: UInt32?) -> [UInt8]? {
    if let address { cores[thread].pc = address }
    if case .stopped(let why)? = debugger.event { return stopReply(.stopped(why)) }
    debugger.resume(step: step)
    isRunning = true
    return nil
  }
  private func selectThread(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    guard let kind = rest.first else { return Self.error(1) }
    let number = rest.dropFirst()
    // 0 and -1 are "any" and "all".
    if number.elementsEqual(text("-1")) || number.elementsEqual(text("0")) { return Self.ok }
    guard let n = Hex.number(number), n == 1 || n == 2 else { return Self.error(1) }
    if kind == UInt8(ascii: "g") || kind == UInt8(ascii: "c") { thread = Int(n) - 1 }
    return Self.ok
  }
  private func setPoint(_ rest: ArraySlice<UInt8>, _ on: Bool) -> [UInt8] {
    let parts = rest.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count >= 3, let type = Hex.number(parts[0]), let address = Hex.number(parts[1]) else { return Self.error(1) }
    let last = parts[2].prefix { $0 != UInt8(ascii: ";") }
    guard let length = Hex.number(last) else { return Self.error(1) }
    switch type {
    case 0, 1: debugger.setBreakpoint(address, on)
    case 2, 3, 4:
      guard length > 0, length <= 4096, !address.addingReportingOverflow(length).overflow else { return Self.error(1) }
      debugger.setWatch(.init(address: address, length: length, kind: type == 2 ? .write : type == 3 ? .read : .access), on)
    default: return Self.nothing
    }
    return Self.ok
  }

  private func verbose(_ rest: ArraySlice<UInt8>) -> [UInt8]? {
    func after(_ name: String) -> ArraySlice<UInt8>? { rest.starts(with: text(name)) ? rest.dropFirst(name.utf8.count) : nil }
    if after("Cont?") != nil { return text("vCont;c;C;s;S;t") }
    if let actions = after("Cont;") { return resume(actions) }
    if let area = after("FlashErase:") {
      guard let (address, count) = range(area), address >> 24 == 0x10, debugger.erase(address & 0xff_ffff, count) else { return Self.error(1) }
      return Self.ok
    }
    if let data = after("FlashWrite:") {
      guard let colon = data.firstIndex(of: UInt8(ascii: ":")), let address = Hex.number(data[..<colon]), address >> 24 == 0x10 else { return Self.error(1) }
      flashWrites.append((address & 0xff_ffff, Array(data[(colon + 1)...])))
      return Self.ok
    }
    if after("FlashDone") != nil {
      defer { flashWrites = [] }
      for w in flashWrites where !debugger.program(w.offset, w.bytes) { return text("E.memtype") }
      return Self.ok
    }
    if after("Kill") != nil {
      hasLeft = true
      isKilled = true
      return Self.ok
    }
    if after("MustReplyEmpty") != nil { return Self.nothing }
    return Self.nothing
  }
  /// `vCont`: the first action that is for a thread counts. Both cores run as soon as one does.
  private func resume(_ actions: ArraySlice<UInt8>) -> [UInt8]? {
    var step: Int?, runs = false
    for action in actions.split(separator: UInt8(ascii: ";")) {
      let parts = action.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard let kind = parts.first?.first else { return Self.error(1) }
      let target = parts.count > 1 ? Hex.number(parts[1]).flatMap { $0 == 1 || $0 == 2 ? Int($0) - 1 : nil } : nil
      switch kind {
      case UInt8(ascii: "s"), UInt8(ascii: "S"): if step == nil { step = target ?? thread }
      case UInt8(ascii: "c"), UInt8(ascii: "C"): runs = true
      case UInt8(ascii: "t"): break
      default: return Self.error(1)
      }
    }
    guard step != nil || runs else { return Self.error(1) }
    return go(step, address: nil)
  }

  private func query(_ body: [UInt8]) -> [UInt8]? {
    func after(_ name: String) -> ArraySlice<UInt8>? { body.starts(with: text(name)) ? body.dropFirst(name.utf8.count) : nil }
    if after("qSupported") != nil {
      return text(
        "PacketSize=4000;QStartNoAckMode+;qXfer:features:read+;qXfer:memory-map:read+;qXfer:threads:read+;vContSupported+;hwbreak+;swbreak+")
    }
    if after("QStartNoAckMode") != nil {
      acknowledges = false
      return Self.ok
    }
    if after("qAttached") != nil { return text("1") }
    if after("qfThreadInfo") != nil { return text("m1,2") }
    if after("qsThreadInfo") != nil { return text("l") }
    if let n = after("qThreadExtraInfo,") {
      guard let n = Hex.number(n), n == 1 || n == 2 else { return Self.error(1) }
      return Hex.bytes(text(describe(Int(n) - 1)))
    }
    if body.elementsEqual(text("qC")) { return text("QC\(thread + 1)") }
    if after("qSymbol") != nil { return Self.ok }
    if let command = after("qRcmd,") {
      guard let data = Hex.data(command) else { return Self.error(1) }
      return Hex.bytes(text(monitor(String(decoding: data, as: UTF8.self))))
    }
    if let r = after("qXfer:features:read:target.xml:") { return part(of: GDBDescriptions.target, r) }
    if let r = after("qXfer:memory-map:read::") {
      return part(of: GDBDescriptions.memoryMap(flashBytes: chip.configuration.flashBytes, ramMegabytes: chip.configuration.ramMegabytes), r)
    }
    if let r = after("qXfer:threads:read::") { return part(of: GDBDescriptions.threads(describe), r) }
    return Self.nothing
  }
  /// `offset,length` of a document: `m` and more is to come, `l` and it is the last.
  private func part(of document: String, _ rest: ArraySlice<UInt8>) -> [UInt8] {
    guard let (offset, count) = range(rest) else { return Self.error(1) }
    let bytes = Array(document.utf8)
    guard offset < bytes.count else { return text("l") }
    let end = min(Int(offset) + Int(min(count, 0x4000)), bytes.count)
    return text(end < bytes.count ? "m" : "l") + bytes[Int(offset)..<end]
  }
  private func describe(_ n: Int) -> String {
    let core = cores[n]
    if core.lockedUp { return "locked up" }
    if core.held { return "in reset" }
    if core.waitsInROM { return "waits in the boot ROM" }
    return (core.sleeping ? "sleeps" : "runs") + (core.activeException == 0 ? "" : ", exception \(core.activeException)")
  }

  /// GDB's `monitor` command.
  private func monitor(_ line: String) -> String {
    let words = line.split(separator: " ").map(String.init)
    switch words.first {
    case "reset":
      switch words.count > 1 ? words[1] : "halt" {
      case "halt", "init", "run":
        debugger.reset()
        return "The board is reset; core 0 is at its first instruction.\n"
      default: return "monitor reset [halt|init|run]\n"
      }
    case "halt": return "The cores stand.\n"
    case "unmodelled":
      let lines = chip.unmodelledTouches.map { $0.text + "\n" }.joined()
      return lines.isEmpty ? "Nothing without a model was touched.\n" : lines
    case "time":
      return "cycle \(chip.now), \(Double(debugger.board.now.nanoseconds) / 1e9) s\n"
    default: return "monitor reset [halt|init|run], halt, time, unmodelled\n"
    }
  }

  // MARK: Registers

  private func register(_ n: Int) -> UInt32 {
    let c = cores[thread]
    switch n {
    case 0...15: return c[n]
    case 16: return c.xpsr
    case 17: return c.msp
    case 18: return c.psp
    case 19: return c.primaskBit
    default: return c.controlBits
    }
  }
  private func setRegister(_ n: Int, _ v: UInt32) {
    let c = cores[thread]
    switch n {
    case 0...14: c[n] = v
    case 15: c.pc = v
    case 16: c.flags = v
    case 17: c.msp = v
    case 18: c.psp = v
    case 19: c.primaskBit = v & 1
    default: c.controlBits = v & 3
    }
  }
  private func word(_ b: [UInt8], _ i: Int) -> UInt32 { (0..<4).reduce(0) { $0 | UInt32(b[i + $1]) << UInt32(8 * $1) } }
  /// `address,length`.
  private func range(_ text: some Collection<UInt8>) -> (UInt32, UInt32)? {
    let parts = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == 2, let a = Hex.number(parts[0]), let n = Hex.number(parts[1]) else { return nil }
    return (a, n)
  }
}
