import Emulation
import Image
import RP2040

/// Writes what both cores do in virtual time as a Chrome trace (JSON), for Perfetto (ui.perfetto.dev) and chrome://tracing.
///
/// Three groups of tracks: the cores (which task runs, interrupt handlers nested in it), the tasks (when each runs and where, what lock it waits for), and who has the interpreter.
/// Events go out as they end, so memory is bounded by the number of tasks that live. Nothing of it costs anything when there is no timeline, and it changes nothing of the run.
public final class Timeline: ExecutionTracer {
  private let write: (String) -> Void
  private let chip: RP2040
  private var isFirst = true

  private struct Task {
    var handle: UInt32, number: UInt32, state: UInt32, wanted: UInt32, holder: UInt32, interpreter: UInt32
    var isIdle: Bool, name: String
  }
  /// The task that a core runs since when; its handlers, outermost first.
  private struct Core {
    var task: Task?
    var since: Cycle = 0
    var handlers: [(irq: UInt32, since: Cycle)] = []
  }
  private var cores = [Core(), Core()]
  /// Waits for locks that have not ended: by task number, since when and for whose lock.
  private var waits: [UInt32: (since: Cycle, holder: UInt32, kind: UInt32)] = [:]
  private var names: [UInt32: String] = [:]
  private var interpreter: (task: UInt32, since: Cycle)?
  private var text = [UInt8](repeating: 0, count: 64)

  private enum Group { static let cores = 1, tasks = 2, interpreter = 3 }

  public init(_ chip: RP2040, write: @escaping (String) -> Void) {
    self.chip = chip
    self.write = write
    write("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n")
    for (group, name) in [(Group.cores, "Cores"), (Group.tasks, "Tasks"), (Group.interpreter, "Interpreter lock")] {
      meta("process_name", group, nil, name)
    }
    for core in 0..<2 { meta("thread_name", Group.cores, core, "core \(core)") }
    meta("thread_name", Group.interpreter, 0, "held by")
  }

  // MARK: what happens

  public func handler(_ irq: UInt32, core: UInt32, begins: Bool, at cycle: Cycle) {
    let c = Int(core)
    if begins {
      cores[c].handlers.append((irq, cycle))
    } else if let h = cores[c].handlers.popLast() {
      slice(Group.cores, c, Self.interruptName(h.irq), "interrupt", h.since, cycle)
    }
  }

  public func switched(core: UInt32, at cycle: Cycle) {
    let c = Int(core)
    if let before = cores[c].task {
      endRun(c, cycle)
      // Why it went: what it waits for stands in its record now.
      if let now = summary(before.handle), now.state == 1, now.wanted != 0, now.number == before.number {
        waits[now.number] = (cycle, now.holder, now.wanted)
      }
    }
    guard let task = summary(core) else { cores[c].task = nil; return }
    if names[task.number] != task.name {
      names[task.number] = task.name
      if !task.isIdle { meta("thread_name", Group.tasks, Int(task.number), "\(task.name) (\(task.number))") }
    }
    if let wait = waits.removeValue(forKey: task.number) {
      let name = names[wait.holder] ?? "?"
      slice(Group.tasks, Int(task.number), Self.waitName(wait.kind, name, wait.holder), "lock", wait.since, cycle)
    }
    if interpreter?.task != task.interpreter {
      endInterpreter(cycle)
      interpreter = task.interpreter == 0 ? nil : (task.interpreter, cycle)
    }
    cores[c].task = task
    cores[c].since = cycle
  }

  /// The end: what is still going on is written up to here.
  public func finish(at cycle: Cycle) {
    for c in 0..<2 {
      while let h = cores[c].handlers.popLast() { slice(Group.cores, c, Self.interruptName(h.irq), "interrupt", h.since, cycle) }
      endRun(c, cycle)
      cores[c].task = nil
    }
    for number in waits.keys.sorted() {
      let wait = waits[number]!
      slice(Group.tasks, Int(number), Self.waitName(wait.kind, names[wait.holder] ?? "?", wait.holder), "lock", wait.since, cycle)
    }
    endInterpreter(cycle)
    write("\n]}\n")
  }

  private static func waitName(_ kind: UInt32, _ holder: String, _ number: UInt32) -> String {
    kind == 3 ? "waits for the interpreter" : "waits for a \(kind == 1 ? "lock" : "mutex") of \(holder) (\(number))"
  }
  private func endRun(_ c: Int, _ cycle: Cycle) {
    guard let task = cores[c].task, !task.isIdle else { return }
    slice(Group.cores, c, "\(task.name) (\(task.number))", "task", cores[c].since, cycle)
    slice(Group.tasks, Int(task.number), "core \(c)", "task", cores[c].since, cycle)
  }
  private func endInterpreter(_ cycle: Cycle) {
    guard let owner = interpreter else { return }
    slice(Group.interpreter, 0, "\(names[owner.task] ?? "?") (\(owner.task))", "lock", owner.since, cycle)
    interpreter = nil
  }

  // MARK: reading and writing

  private func summary(_ task: UInt32) -> Task? {
    guard chip.askAtOnce(summariseTayberry, task, &text) == 48 else { return nil }
    func word(_ i: Int) -> UInt32 { (0..<4).reduce(0) { $0 | UInt32(text[i * 4 + $1]) << UInt32($1 * 8) } }
    let name = text[32..<48].prefix { $0 != 0 }
    return Task(
      handle: word(0), number: word(1), state: word(2), wanted: word(3), holder: word(4), interpreter: word(5), isIdle: word(6) != 0,
      name: String(decoding: name, as: UTF8.self))
  }
  /// Microseconds with three decimals.
  private func time(_ cycle: Cycle) -> String {
    let ns = chip.instant(cycle).nanoseconds
    let rest = String(ns % 1000)
    return "\(ns / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
  private func span(_ from: Cycle, _ to: Cycle) -> String {
    let ns = chip.instant(max(to, from)).nanoseconds - chip.instant(from).nanoseconds
    let rest = String(ns % 1000)
    return "\(ns / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
  private func slice(_ group: Int, _ track: Int, _ name: String, _ category: String, _ from: Cycle, _ to: Cycle) {
    event(
      "{\"ph\":\"X\",\"pid\":\(group),\"tid\":\(track),\"ts\":\(time(from)),\"dur\":\(span(from, to)),\"cat\":\"\(category)\",\"name\":\(Self.quoted(name))}")
  }
  private func meta(_ what: String, _ group: Int, _ track: Int?, _ name: String) {
    event("{\"ph\":\"M\",\"pid\":\(group),\(track.map { "\"tid\":\($0)," } ?? "")\"name\":\"\(what)\",\"args\":{\"name\":\(Self.quoted(name))}}")
  }
  private func event(_ json: String) {
    write(isFirst ? json : ",\n" + json)
    isFirst = false
  }
  private static func interruptName(_ irq: UInt32) -> String {
    switch irq {
    case 0...3: "TIMER_IRQ_\(irq)"
    case 5: "USBCTRL_IRQ"
    case 7, 8: "PIO0_IRQ_\(irq - 7)"
    case 9, 10: "PIO1_IRQ_\(irq - 9)"
    case 11, 12: "DMA_IRQ_\(irq - 11)"
    case 13: "IO_IRQ_BANK0"
    case 15, 16: "SIO_IRQ_PROC\(irq - 15)"
    case 20, 21: "UART\(irq - 20)_IRQ"
    default: "IRQ \(irq)"
    }
  }
  /// JSON text.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for c in text.unicodeScalars {
      switch c {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where c.value < 32:
        let digits = String(c.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(c)
      }
    }
    return result + "\""
  }
}
