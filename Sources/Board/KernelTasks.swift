import Drivers
import Emulation
import Kernel
import RP2040

/// The tasks of the firmware's kernel, read from the board's memory as a debugger does: the board is not disturbed, and what the memory
/// holds is believed only as far as it makes sense.
public final class KernelTasks {
  public struct Task: Sendable, Equatable {
    public var name: String
    /// "running", "ready", "waiting", "lock" (waits for one), "suspended", "deleted".
    public var state: String
    public var priority: Int
    /// The core that runs it.
    public var core: Int?
    /// Share of a core since the look before, at least a tenth of a second of virtual time ago, or since the start; 0…1.
    public var load: Double?
    /// Bytes of its stack that were never used, and all of them.
    public var stackLeft: Int, stackBytes: Int
    public init(name: String, state: String, priority: Int, core: Int? = nil, load: Double? = nil, stackLeft: Int = 0, stackBytes: Int = 0) {
      self.name = name; self.state = state; self.priority = priority; self.core = core; self.load = load; self.stackLeft = stackLeft
      self.stackBytes = stackBytes
    }
  }
  /// What a task had run at a time.
  private struct Sample { let number: UInt32, run: UInt64 }

  private let chip: RP2040
  private let kernel = MemoryMap.kernel
  private var samples: [Sample] = [], sampledAt: UInt64 = 0
  private var loads: [(number: UInt32, load: Double)] = []
  /// Microseconds over which a load is measured, at least.
  private static let span: UInt64 = 100_000
  private static let most = 512

  public init(_ chip: RP2040) { self.chip = chip }

  private func word(_ a: UInt32) -> UInt32 { chip.space.base.loadUnaligned(fromByteOffset: Int(a), as: UInt32.self) }
  private func long(_ a: UInt32) -> UInt64 { chip.space.base.loadUnaligned(fromByteOffset: Int(a), as: UInt64.self) }

  /// The tasks, the oldest first. Empty before the kernel runs.
  public func tasks() -> [Task] {
    let now = chip.timer.time(at: chip.now)
    var list: [Task] = [], taken: [Sample] = []
    var t = word(kernel &+ KernelRecord.tasks)
    while t != 0, t & 3 == 0, chip.isRAM(t, TaskRecord.bytes), list.count < Self.most {
      let core: Int? = word(kernel &+ KernelRecord.current(0)) == t ? 0 : word(kernel &+ KernelRecord.current(1)) == t ? 1 : nil
      var run = long(t &+ TaskRecord.runTime)
      // The running task's time since its switch belongs to it.
      if let core {
        let since = long(kernel &+ KernelRecord.switchedAt(UInt32(core)))
        if since <= now { run &+= now - since }
      }
      let number = word(t &+ TaskRecord.number)
      taken.append(Sample(number: number, run: run))
      var task = Task(name: name(t), state: state(t, core), priority: Int(Int32(bitPattern: word(t &+ TaskRecord.priority))), core: core)
      task.stackBytes = Int(word(t &+ TaskRecord.stackBytes))
      task.stackLeft = watermark(word(t &+ TaskRecord.stack), task.stackBytes)
      list.append(task)
      t = word(t &+ TaskRecord.nextTask)
    }
    measure(taken, now)
    for i in list.indices { list[i].load = loads.first { $0.number == taken[i].number }?.load }
    return list.reversed()
  }

  private func measure(_ taken: [Sample], _ now: UInt64) {
    // A chip that began anew counts from zero.
    if now < sampledAt { (samples, loads, sampledAt) = ([], [], now) }
    guard now - sampledAt >= Self.span else { return }
    loads = taken.compactMap { new in
      let old = samples.first { $0.number == new.number }?.run ?? 0
      return new.run >= old ? (new.number, Double(new.run - old) / Double(now - sampledAt)) : nil
    }
    (samples, sampledAt) = (taken, now)
  }
  private func name(_ t: UInt32) -> String {
    var bytes: [UInt8] = []
    for i in 0..<16 {
      let c = chip.space.base.load(fromByteOffset: Int(t &+ TaskRecord.name) + i, as: UInt8.self)
      if c == 0 { break }
      bytes.append(c)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
  private func state(_ t: UInt32, _ core: Int?) -> String {
    switch word(t &+ TaskRecord.state) {
    case TaskState.ready.rawValue: core == nil ? "ready" : "running"
    case TaskState.waiting.rawValue: word(t &+ TaskRecord.blockedOn) == 0 ? "waiting" : "lock"
    case TaskState.suspended.rawValue: "suspended"
    case TaskState.deleted.rawValue: "deleted"
    default: "?"
    }
  }
  /// A stack grows down into the pattern that it was filled with.
  private func watermark(_ stack: UInt32, _ bytes: Int) -> Int {
    guard bytes > 0, bytes <= 1 << 20, chip.isRAM(stack, UInt32(bytes)) else { return 0 }
    let from = chip.space.base + Int(stack), pattern = Kernel.stackPattern
    var n = 0
    while n < bytes && from.load(fromByteOffset: n, as: UInt8.self) == pattern { n += 1 }
    return n
  }
}
