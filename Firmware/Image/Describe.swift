import Drivers
import Kernel
import Port
import Python

extension PicoFirmware {
  /// What a core was doing when it failed: `task NAME` and, if the task runs Python code, where it is in it. Writes at most `capacity` bytes
  /// of text to `to` and answers how many. Reads memory only: no registers, no time. What it reads may be damaged; a fault that this causes is
  /// the caller's to catch.
  public static func describe(_ port: Port, core: UInt32, _ to: UnsafeMutablePointer<UInt8>, _ capacity: UInt32) -> UInt32 {
    let board = Board(port), m = port.memory
    let task = board.kernel.running(core: core)
    if task == 0 || capacity < 64 { return 0 }
    var n: UInt32 = 0
    func add(_ byte: UInt8) { to[Int(n)] = byte; n &+= 1 }
    let word: StaticString = "task "
    var i: UInt32 = 0
    while i < 5 { add(word.utf8Start[Int(i)]); i &+= 1 }
    let name = board.kernel.name(of: task)
    i = 0
    while i < 15 && m.byte(name &+ i) != 0 {
      let c = m.byte(name &+ i)
      add(c > 32 && c < 127 ? c : 63)
      i &+= 1
    }
    // The thread of an interpreter that this task is at.
    let thread = board.pending == 0 ? 0 : board.kernel.user(task)
    if thread == 0 { return n }
    add(44)
    add(32)
    let place = VM(port: port, state: m[thread &+ Thread.state], thread: thread).whereabouts(to + Int(n), capacity &- n)
    return place == 0 ? n &- 2 : n &+ place
  }
}
