import Port

/// The kernel's record in the chip's memory: byte offsets from `Kernel.state`. Everything shared is guarded by the kernel lock.
/// What is public is for debuggers that look at a board from outside.
public enum KernelRecord {
  /// Bit p set: the ready list of priority p is not empty.
  static var readyBits: UInt32 { 0 }
  /// Bit c set: core c takes part in scheduling.
  static var online: UInt32 { 4 }
  // What each core has: blocks of 64 bytes, so that one address reaches all of it.
  /// Task that runs on each core.
  @inline(__always) public static func current(_ core: UInt32) -> UInt32 { 8 &+ core &* 64 }
  /// Each core's idle task: never in a ready list.
  @inline(__always) static func idle(_ core: UInt32) -> UInt32 { 12 &+ core &* 64 }
  /// Context switches of each core.
  @inline(__always) public static func switches(_ core: UInt32) -> UInt32 { 16 &+ core &* 64 }
  /// Head of each core's list of deadlines, earliest first.
  @inline(__always) static func deadlines(_ core: UInt32) -> UInt32 { 20 &+ core &* 64 }
  /// Not 0: the core's alarm is to be set anew at its next switch: its list of deadlines has another head, or the slice another end.
  @inline(__always) static func alarmIsOld(_ core: UInt32) -> UInt32 { 24 &+ core &* 64 }
  // 64-bit times in microseconds.
  /// End of the running task's slice; `.max` while nobody shares its priority.
  @inline(__always) static func sliceEnd(_ core: UInt32) -> UInt32 { 32 &+ core &* 64 }
  /// What the core's alarm is set to; `.max` when it is not armed.
  @inline(__always) static func alarm(_ core: UInt32) -> UInt32 { 40 &+ core &* 64 }
  /// When the running task was switched in.
  @inline(__always) public static func switchedAt(_ core: UInt32) -> UInt32 { 48 &+ core &* 64 }
  /// Ready lists: (first, last) for each priority.
  @inline(__always) static func ready(_ priority: UInt32) -> UInt32 { 136 &+ priority &* 8 }
  /// Every task, by `TaskRecord.nextTask`; deleted tasks that wait for their memory to be freed, by `next`.
  public static var tasks: UInt32 { 392 }
  static var zombies: UInt32 { 396 }
  // The allocator: first free block, bounds, bytes in use, most bytes ever in use.
  static var freeList: UInt32 { 400 }
  static var heapStart: UInt32 { 404 }
  static var heapEnd: UInt32 { 408 }
  static var heapUsed: UInt32 { 412 }
  static var heapPeak: UInt32 { 416 }
  // Software timers (Timers.swift): earliest first, the task that serves them, functions asked for and their number ever asked and done.
  static var timers: UInt32 { 420 }
  static var timerTask: UInt32 { 424 }
  static var calls: UInt32 { 428 }
  static var callsAsked: UInt32 { 432 }
  static var callsDone: UInt32 { 436 }
  /// Tasks ever made: the next one's number.
  static var taskCount: UInt32 { 440 }
  /// Bounds of added memory.
  static var moreStart: UInt32 { 444 }
  static var moreEnd: UInt32 { 448 }
  static var bytes: UInt32 { 456 }
}

/// A task's record: byte offsets. Its address is the task's handle.
public enum TaskRecord {
  // Links of the one list it is in: a ready list or a wait list. `list` is that list's address, or 0.
  static var next: UInt32 { 0 }
  static var prev: UInt32 { 4 }
  static var list: UInt32 { 8 }
  // Links of the list of deadlines. `deadlineCore`: core + 1, or 0 when it is not in one.
  static var deadlineNext: UInt32 { 12 }
  static var deadlinePrev: UInt32 { 16 }
  static var deadlineCore: UInt32 { 20 }
  /// 64-bit, microseconds.
  static var deadline: UInt32 { 24 }
  public static var state: UInt32 { 32 }
  /// Effective priority (inherited ones included), and its own; `.max`, as a signed number below all, are the idle tasks'.
  public static var priority: UInt32 { 36 }
  static var basePriority: UInt32 { 40 }
  /// Bit c: may run on core c.
  static var affinity: UInt32 { 44 }
  /// Core + 1 from the moment it is chosen until its context is saved after the switch away from it; 0 otherwise.
  /// Another core must not resume it while this is set.
  static var onCore: UInt32 { 48 }
  /// The port's context: on ARM the stack pointer, hosted a fiber's number.
  static var context: UInt32 { 52 }
  public static var stack: UInt32 { 56 }
  public static var stackBytes: UInt32 { 60 }
  /// Why its last wait ended: `Wake`, or `Kernel.resumed`.
  static var wake: UInt32 { 64 }
  /// Mutexes it holds, by `MutexRecord.nextHeld`; the one it waits for.
  static var held: UInt32 { 68 }
  public static var blockedOn: UInt32 { 72 }
  // What its wait is for, kept for who ends it. A queue: address of the item, `QueueWait` bits. An event group: bits, `EventWait` bits.
  static var waitAddress: UInt32 { 76 }
  static var waitFlags: UInt32 { 80 }
  static var kind: UInt32 { 84 }
  static var argument: UInt32 { 88 }
  public static var nextTask: UInt32 { 92 }
  /// 64-bit: microseconds it has run.
  public static var runTime: UInt32 { 96 }
  /// Times it was switched in.
  static var switches: UInt32 { 104 }
  /// For the owner of the task: the interpreter's thread record, say.
  static var user: UInt32 { 108 }
  /// 16 bytes, zero-padded.
  public static var name: UInt32 { 112 }
  /// Notifications: value, then state, for each of `Kernel.notificationSlots`.
  @inline(__always) static func notification(_ slot: UInt32) -> UInt32 { 128 &+ slot &* 8 }
  @inline(__always) static func notificationState(_ slot: UInt32) -> UInt32 { 132 &+ slot &* 8 }
  /// What its wait ended with: bits of an event group, a member of a queue set.
  static var waitValue: UInt32 { 160 }
  /// Its number, from 1 in the order of making.
  public static var number: UInt32 { 164 }
  /// 64-bit, microseconds: how often a task that waits for a mutex shared by turns asks for it.
  static var repeatTime: UInt32 { 168 }
  /// Address of a word that ends its waits at once while it is not 0 (`Kernel.waitsEnd`), or 0.
  static var waitGuard: UInt32 { 176 }
  /// Microseconds that are left of its slice among equals; 0: it waits for its turn.
  static var sliceLeft: UInt32 { 180 }
  public static var bytes: UInt32 { 184 }
}

/// What a task is doing. A ready task is in a ready list, or is the current task of a core.
public enum TaskState: UInt32, BitwiseCopyable, Sendable { case ready, waiting, suspended, deleted }
