import CPort
import Drivers
import Kernel
import Port
import Python

// One interpreter lock: the thread that has it runs Python. It goes straight to the most urgent thread that waits, among equals to the one that has waited
// longest. While there is one thread only nobody takes or gives it.

extension VM {
  /// How long a thread keeps the interpreter while equals wait, microseconds (`sys.setswitchinterval`).
  var sliceMicroseconds: UInt64 {
    let n = memory[state &+ State.slice]
    return n == 0 ? 1000 : UInt64(n)
  }
  /// What counts as such a turn: who waits asks so long after the lock was handed over, and the thread has begun a switch of tasks later. Else every turn took two.
  private var leastMicroseconds: UInt64 { sliceMicroseconds &* 9 / 10 }

  /// True while other threads exist.
  var hasOtherThreads: Bool { memory[state &+ State.threads] != thread || memory[thread &+ Thread.next] != 0 }

  /// Does something that waits, without the interpreter: other threads run, objects move. Ends with the interpreter in hand again.
  public mutating func waiting<R>(_ body: () -> R) -> R {
    let left = leaveInterpreter()
    let result = body()
    if left { enterInterpreter() }
    return result
  }

  /// Gives the interpreter to who waits for it; false if there is no other thread and nothing was given.
  borrowing func leaveInterpreter() -> Bool {
    if !hasOtherThreads { return false }
    putAside()
    _ = board().kernel.unlock(mutex: state &+ State.lock)
    return true
  }
  borrowing func enterInterpreter() {
    let kernel = board().kernel, m = memory
    kernel.lock(state &+ State.lock, asking: Pending.yield, at: state &+ State.pending, every: sliceMicroseconds)
    let now = kernel.now
    m[state &+ State.lockedSince] = UInt32(truncatingIfNeeded: now)
    m[state &+ State.lockedSince &+ 4] = UInt32(truncatingIfNeeded: now >> 32)
    takeUp()
  }

  /// Another thread asks for the interpreter: it gets it if it is more urgent or this one has had its slice, and if this one lets
  /// anybody in (`machine.disable_irq`).
  /// Within a `step` (`stepPoint`) only a more urgent thread gets it.
  mutating func offerInterpreter(step: Bool) {
    let m = memory, at = state &+ State.pending, kernel = board().kernel
    // A hard handler is not left before its end; the request stands.
    if board().callbackLevel(record) > 1 { return }
    let waiter = kernel.waiter(forMutex: state &+ State.lock)
    // Within a step the request of an equal stands until its end: forgotten, it would come again a millisecond later, into the next step perhaps.
    if step && waiter != 0 && !kernel.isMoreUrgent(waiter) { return }
    port.change(at, clear: Pending.yield)
    if waiter == 0 || board().callbacksAreHeld(record) { return }
    let main = m[state &+ State.threads]
    let forMain = m[at] & (Pending.interrupt | Pending.callbacks | Pending.signals) != 0 && thread != main
    let since = UInt64(m[state &+ State.lockedSince]) | UInt64(m[state &+ State.lockedSince &+ 4]) << 32
    if !forMain && kernel.now &- since < leastMicroseconds && !kernel.isMoreUrgent(waiter) { return }
    if leaveInterpreter() { enterInterpreter() }
  }

  // MARK: sleeping

  /// Sleeps until the thread's `wake` word is set, it is interrupted, or the deadline. The word is cleared by the caller, before it looks at what it waits for.
  mutating func sleepUnlessWoken(until deadline: Deadline) {
    let kernel = board().kernel, thread = thread
    waiting { _ = kernel.wait(on: thread &+ Thread.sleepers, until: deadline, unless: thread &+ Thread.wake) }
  }
  /// Ends another thread's sleep.
  borrowing func wakeThread(_ other: Address) {
    memory[other &+ Thread.wake] = 1
    board().kernel.wake(other &+ Thread.sleepers)
  }
}

@c(firmware_python_yield)
public func yieldHook(_ p: DispatchPort, _ state: UInt32, _ thread: UInt32, _ step: UInt32) {
  var vm = VM(port: dispatchPort(p), state: state, thread: thread)
  if vm.hasOtherThreads { vm.offerInterpreter(step: step != 0) } else { vm.dropRequest() }
}
extension VM {
  /// Nobody is left who asks.
  borrowing func dropRequest() {
    port.change(state &+ State.pending, clear: Pending.yield)
  }
}

extension Board {
  /// The record of the Python thread that the running task is at, of whatever interpreter, or 0.
  public var pythonThread: Address { pending == 0 ? 0 : kernel.user(kernel.task) }
  /// `body` without the interpreter, for waits below the interpreter's own code (the console).
  public func withoutInterpreter<R>(_ body: () -> R) -> R {
    let thread = pythonThread
    if thread == 0 { return body() }
    let vm = VM(port: port, state: memory[thread &+ Thread.state], thread: thread)
    let left = vm.leaveInterpreter()
    let result = body()
    if left { vm.enterInterpreter() }
    return result
  }
}
