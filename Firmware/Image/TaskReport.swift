import Drivers
import Kernel
import Modules
import Port
import Python

// What the emulation asks of the kernel and the interpreter while the board stands still or switches: memory is read, nothing else.
extension PicoFirmware {
  /// Bytes of a task's summary.
  public static var summaryBytes: UInt32 { 48 }

  /// A task as numbers, for the timeline: words handle, number, state (`TaskState`), what it waits for (0 nothing known, 1 a lock of Python, 2 a mutex of the kernel, 3 the interpreter), number of the
  /// task that has it, number of the task that has the interpreter, 1 if it is a core's idle task, cores it may run on; then its name in 16 bytes. `task` below 2: the one that core runs.
  public static func summary(_ port: Port, task: UInt32, _ to: UnsafeMutablePointer<UInt8>, _ capacity: UInt32) -> UInt32 {
    let board = Board(port), kernel = board.kernel, m = port.memory
    if capacity < summaryBytes { return 0 }
    let t = task < 2 ? kernel.running(core: task) : task
    if t == 0 { return 0 }
    let taskState = kernel.state(of: t)
    var words = [8 of UInt32](repeating: 0)
    words[0] = t
    words[1] = kernel.number(of: t)
    words[2] = taskState.rawValue
    words[6] = t == kernel.idleTask(core: 0) || t == kernel.idleTask(core: 1) ? 1 : 0
    words[7] = kernel.affinity(of: t)
    var wanted = kernel.mutex(awaitedBy: t)
    if wanted != 0 {
      words[3] = 2
      let owner = kernel.owner(ofMutex: wanted)
      words[4] = owner == 0 ? 0 : kernel.number(of: owner)
    }
    if board.pending != 0 {
      wanted = kernel.user(t)
      let state = wanted == 0 ? board.pending &- State.pending : m[wanted &+ Thread.state], user = wanted
      wanted = kernel.mutex(awaitedBy: t)
      let owner = kernel.owner(ofMutex: state &+ State.lock)
      if wanted == state &+ State.lock { words[3] = 3 }
      words[5] = owner == 0 ? 0 : kernel.number(of: owner)
      wanted = user
      if wanted != 0, taskState == .waiting {
        let holder = VM(port: port, state: state, thread: wanted).lockHolder()
        if holder != 0 && VM(port: port, state: state, thread: wanted).isLiving(holder) {
          words[3] = 1
          words[4] = kernel.number(of: m[holder &+ Thread.task])
        }
      }
    }
    var i: UInt32 = 0
    while i < 48 {
      to[Int(i)] = i < 32 ? UInt8(truncatingIfNeeded: words[Int(i / 4)] >> (i % 4 &* 8)) : m.byte(kernel.name(of: t) &+ i &- 32)
      i &+= 1
    }
    return 48
  }

  /// Every Python thread with its place and what it waits for, a line each: for a board on which nothing can ever run again.
  public static func standstill(_ port: Port, _ unused: UInt32, _ to: UnsafeMutablePointer<UInt8>, _ capacity: UInt32) -> UInt32 {
    let board = Board(port), kernel = board.kernel, m = port.memory
    if board.pending == 0 || capacity < 256 { return 0 }
    let state = board.pending &- State.pending
    var n: UInt32 = 0
    func add(_ text: StaticString) {
      let length = min(UInt32(text.utf8CodeUnitCount), capacity &- n)
      UnsafeMutableRawPointer(to + Int(n)).copyMemory(from: text.utf8Start, byteCount: Int(length))
      n &+= length
    }
    func add(name task: TaskHandle) {
      var i: UInt32 = 0
      while i < 15 && n < capacity && m.byte(kernel.name(of: task) &+ i) != 0 {
        to[Int(n)] = m.byte(kernel.name(of: task) &+ i)
        n &+= 1
        i &+= 1
      }
      add(" (")
      var digits = kernel.number(of: task), divisor: UInt32 = 1
      while digits / divisor >= 10 { divisor &*= 10 }
      while divisor > 0 && n < capacity {
        to[Int(n)] = UInt8(48 &+ digits / divisor)
        n &+= 1
        digits %= divisor
        divisor /= 10
      }
      add(")")
    }
    var t = m[state &+ State.threads], left: UInt32 = 4096
    while t != 0 && left > 0 && n &+ 200 < capacity {
      let vm = VM(port: port, state: state, thread: t), task = m[t &+ Thread.task]
      add("  ")
      add(name: task)
      add(" at ")
      let place = vm.whereabouts(to + Int(n), min(capacity &- n, 128))
      n &+= place
      if place == 0 { add("no Python code") }
      let holder = vm.lockHolder(), mutex = kernel.mutex(awaitedBy: task)
      if holder == t {
        add(", waits for a lock that it has itself")
      } else if holder != 0 && !vm.isLiving(holder) {
        add(", waits for a lock of a thread that has ended")
      } else if holder != 0 {
        add(", waits for a lock that ")
        add(name: m[holder &+ Thread.task])
        add(" has")
      } else if mutex != 0 && kernel.owner(ofMutex: mutex) != 0 {
        add(", waits for a mutex that ")
        add(name: kernel.owner(ofMutex: mutex))
        add(" has")
      } else if board.isWatching(t &+ Thread.wake) {
        add(", waits for a descriptor")
      } else {
        add(", waits")
      }
      add("\n")
      t = m[t &+ Thread.next]
      left &-= 1
    }
    return n
  }
}

#if !os(none)
import CPort

/// `PicoFirmware.summary`, for the emulation's timeline.
public let summariseTayberry: @convention(c) (UnsafeMutablePointer<port_block>, UInt32, UnsafeMutablePointer<UInt8>, UInt32) -> UInt32 = {
  PicoFirmware.summary(Port($0), task: $1, $2, $3)
}
/// `PicoFirmware.standstill`.
public let standstillOfTayberry: @convention(c) (UnsafeMutablePointer<port_block>, UInt32, UnsafeMutablePointer<UInt8>, UInt32) -> UInt32 = {
  PicoFirmware.standstill(Port($0), $1, $2, $3)
}
#endif
