import Port
import Registers

/// A moment of the 64-bit TIMER, in microseconds since it was started; never ticks.
public struct Deadline: BitwiseCopyable, Equatable, Sendable {
  public let microseconds: UInt64
  @inlinable public init(microseconds: UInt64) { self.microseconds = microseconds }
  @inlinable public static var never: Deadline { Deadline(microseconds: .max) }
  /// Already past: a call with it never waits.
  @inlinable public static var now: Deadline { Deadline(microseconds: 0) }
}

/// Why a wait ended.
public enum Wake: UInt8, Sendable {
  case signalled, timedOut
  /// By `Kernel.interrupt`, or because the task was suspended and resumed meanwhile.
  case interrupted
  /// What it waited for was deleted.
  case deleted
}

/// A task: the address of its record. 0 is no task.
public typealias TaskHandle = Address

/// The scheduler and its objects: a handle of one address. Every list and task record is in the chip's memory.
///
/// Semantics are FreeRTOS's: the ready tasks with the highest priorities run, one a core; equals share by slices of a millisecond.
/// A call that cannot wait may be made from an interrupt handler too. One lock guards everything: interrupts masked on this core
/// and a hardware spinlock against the other one (RP2040 data sheet §2.3.1.3), held for a bounded number of steps.
public struct Kernel: BitwiseCopyable {
  public let port: Port
  public let state: Address
  @inlinable @inline(__always) public init(port: Port, state: Address) { self.port = port; self.state = state }

  /// Priorities are 0 (lowest) to 31.
  @inlinable public static var priorities: UInt32 { 32 }
  /// Length of a slice among equals.
  @inlinable public static var sliceMicroseconds: UInt64 { 1000 }
  /// Affinity of a task that may run anywhere.
  @inlinable public static var anyCore: UInt32 { 3 }
  /// SIO spinlock of the kernel; 31 belongs to the run-time library's atomics on ARM.
  static var spinlock: Address { 0xd000_0100 &+ 30 &* 4 }
  /// `TaskRecord.wake` of a task that was suspended while it waited: its call waits again.
  static var resumed: UInt32 { 4 }

  var memory: Memory { port.memory }

  // MARK: the lock

  /// Takes the kernel lock; answers what `unlock` needs.
  @inline(__always) func lock() -> UInt32 {
    let mask = port.disableInterrupts()
    while port.read(Kernel.spinlock) == 0 { port.relax() }
    return mask
  }
  @inline(__always) func unlock(_ mask: UInt32) {
    port.write(Kernel.spinlock, 1)
    port.restoreInterrupts(mask)
  }

  // MARK: time

  /// Microseconds of the 64-bit TIMER (§4.6), read without its latch so that both cores may.
  public var now: UInt64 {
    var high = port.read(TIMER.base &+ TIMER.TIMERAWH.offset)
    while true {
      let low = port.read(TIMER.base &+ TIMER.TIMERAWL.offset)
      let again = port.read(TIMER.base &+ TIMER.TIMERAWH.offset)
      if again == high { return UInt64(high) << 32 | UInt64(low) }
      high = again
    }
  }
  /// `microseconds` from now; saturates to never.
  public func after(microseconds: UInt64) -> Deadline {
    let (t, over) = now.addingReportingOverflow(microseconds)
    return over ? .never : Deadline(microseconds: t)
  }

  // MARK: fields

  @inline(__always) func time(_ a: Address) -> UInt64 { UInt64(memory[a]) | UInt64(memory[a &+ 4]) << 32 }
  @inline(__always) func setTime(_ a: Address, _ t: UInt64) {
    memory[a] = UInt32(truncatingIfNeeded: t)
    memory[a &+ 4] = UInt32(truncatingIfNeeded: t >> 32)
  }
  @inline(__always) func current(_ core: UInt32) -> TaskHandle { memory[state &+ KernelRecord.current(core)] }
  @inline(__always) func isState(_ t: TaskHandle, _ s: TaskState) -> Bool { memory[t &+ TaskRecord.state] == s.rawValue }
  @inline(__always) func set(_ t: TaskHandle, _ s: TaskState) { memory[t &+ TaskRecord.state] = s.rawValue }
  /// Effective priority; the idle tasks, at -1, are below all.
  @inline(__always) func rank(_ t: TaskHandle) -> Int32 { Int32(bitPattern: memory[t &+ TaskRecord.priority]) }
}
