import CPort
#if os(none) && !arch(wasm32)
import _Volatile
#endif

/// The only way from firmware to hardware: registers, interrupts, time, contexts. Trivial: pass it by value.
///
/// Hosted it points to the board's `port_block`; on ARM it is empty. It stays valid when a task moves to the other core.
public struct Port: BitwiseCopyable {
  #if os(none)
  @inlinable @inline(__always) public init() {}
  @inlinable @inline(__always) public var memory: Memory { Memory() }
  /// Charges `cycles` of computing time; hosted, this is where a turn ends and interrupts are taken.
  @inlinable @inline(__always) public func spend(_ cycles: Int32) {}
  #if arch(wasm32)
  // There is no chip: whoever embeds the interpreter answers for the registers.
  @inlinable public func read(_ register: Address) -> UInt32 { cpu_register_read(register) }
  @inlinable public func write(_ register: Address, _ value: UInt32) { cpu_register_write(register, value) }
  #else
  @inlinable @inline(__always) public func read(_ register: Address) -> UInt32 { VolatileMappedRegister<UInt32>(unsafeBitPattern: UInt(register)).load() }
  @inlinable @inline(__always) public func write(_ register: Address, _ value: UInt32) {
    VolatileMappedRegister<UInt32>(unsafeBitPattern: UInt(register)).store(value)
  }
  #endif
  @inlinable @inline(__always) public func disableInterrupts() -> UInt32 { cpu_irq_save() }
  @inlinable @inline(__always) public func restoreInterrupts(_ mask: UInt32) { cpu_irq_restore(mask) }
  @inlinable @inline(__always) public func waitForInterrupt() { cpu_wfi() }
  @inlinable @inline(__always) public func pendSwitch() { write(0xe000_ed04, 1 << 28) }
  @inlinable @inline(__always) public var core: UInt32 { read(0xd000_0000) }
  @inlinable public func makeContext(stack: Address, bytes: UInt32, kind: UInt32, argument: UInt32) -> UInt32 { cpu_make_context(stack, bytes, kind, argument) }
  @inlinable public func dropContext(_ context: UInt32) {}
  @inlinable @inline(__always) public func setStackBase(_ stack: Address) { cpu_set_stack_base(stack) }
  @inlinable @inline(__always) public func sendEvent() { cpu_sev() }
  /// What the boot ROM needs to start core 1: vector table, main stack, code.
  public var core1Entry: (vectors: Address, stack: Address, start: Address) { (cpu_core1_entry(0), cpu_core1_entry(1), cpu_core1_entry(2)) }
  @inlinable public var nativeStackLeft: UInt32 { cpu_stack_left() }
  public func panic(_ why: StaticString) -> Never { cpu_panic(why.utf8Start, UInt32(why.utf8CodeUnitCount)) }
  #else
  @usableFromInline let p: UnsafeMutablePointer<port_block>
  @inlinable @inline(__always) public init(_ p: UnsafeMutablePointer<port_block>) { self.p = p }
  @inlinable @inline(__always) public var memory: Memory { Memory(base: p.pointee.memory) }
  @inlinable @inline(__always) public func spend(_ cycles: Int32) {
    // Left out by `Tools/accounting` alone, to measure what it costs.
    #if !NO_ACCOUNTING
    p.pointee.budget &-= cycles
    if p.pointee.budget < 0 { p.pointee.attend(p) }
    #endif
  }
  /// Reads a 32-bit register of the chip: takes the bus's time, may take interrupts.
  @inlinable @inline(__always) public func read(_ register: Address) -> UInt32 { p.pointee.read(p, register) }
  @inlinable @inline(__always) public func write(_ register: Address, _ value: UInt32) { p.pointee.write(p, register, value) }
  /// Masks interrupts (PRIMASK) and answers the mask before.
  @inlinable @inline(__always) public func disableInterrupts() -> UInt32 { let m = p.pointee.primask; p.pointee.primask = 1; return m }
  @inlinable @inline(__always) public func restoreInterrupts(_ mask: UInt32) {
    p.pointee.primask = mask
    if mask == 0 && p.pointee.attention != 0 { p.pointee.attend(p) }
  }
  /// WFI: sleeps until an interrupt is pending, even a masked one.
  @inlinable @inline(__always) public func waitForInterrupt() { p.pointee.wait(p) }
  /// Sets PendSV: the context switch runs when no interrupt handler is active and interrupts are unmasked.
  @inlinable @inline(__always) public func pendSwitch() {
    p.pointee.attention |= 1
    if p.pointee.primask == 0 { p.pointee.attend(p) }
  }
  /// The core that runs this: 0 or 1. Only meaningful while interrupts are masked.
  @inlinable @inline(__always) public var core: UInt32 { p.pointee.core }
  /// Makes a context that will run `FirmwareImage.task(kind, argument)`. `stack` is its memory on ARM; hosted it is reserved all the same.
  @inlinable public func makeContext(stack: Address, bytes: UInt32, kind: UInt32, argument: UInt32) -> UInt32 { p.pointee.make_context(p, kind, argument) }
  /// Frees a context that will never run again.
  @inlinable public func dropContext(_ context: UInt32) { p.pointee.drop_context(p, context) }
  /// The kernel's word to the port that the next context's stack begins at `stack`: `nativeStackLeft` on ARM is measured from it.
  @inlinable @inline(__always) public func setStackBase(_ stack: Address) {}
  /// SEV: wakes a core that sleeps in WFE. Hosted cores sleep in WFI only.
  @inlinable @inline(__always) public func sendEvent() {}
  /// What the boot ROM needs to start core 1: vector table, main stack, code. Hosted it starts the image on the words alone.
  public var core1Entry: (vectors: Address, stack: Address, start: Address) { (0x1000_0100, 0x2004_1000, 0x1000_0001) }
  /// Bytes of native stack left before this context's guard.
  @inlinable public var nativeStackLeft: UInt32 { p.pointee.native_stack_left(p) }
  /// The emulated HardFault: the board stops (or resets) and reports `why`.
  public func panic(_ why: StaticString) -> Never {
    p.pointee.panic(p, why.utf8Start, UInt32(why.utf8CodeUnitCount))
    while true {}
  }
  /// For kernel start-up and the emulation only.
  @inlinable @inline(__always) public var block: UnsafeMutablePointer<port_block> { p }
  #endif
  /// A few cycles of a wait loop that cannot sleep.
  @inlinable @inline(__always) public func relax() { spend(4) }
  /// Charges any number of cycles, in portions for which an interrupt can wait.
  @inlinable @inline(__always) public func spend(long cycles: UInt32) {
    #if !os(none)
    if cycles > 1000 { spendPortions(cycles) } else { spend(Int32(bitPattern: cycles)) }
    #endif
  }
  #if !os(none)
  @inline(never) public func spendPortions(_ cycles: UInt32) {
    var left = cycles
    while left > 1000 { spend(1000); left &-= 1000 }
    spend(Int32(bitPattern: left))
  }
  #endif
  /// Runs `body` with interrupts masked on this core.
  @inlinable @inline(__always) public func critical<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let m = disableInterrupts()
    defer { restoreInterrupts(m) }
    return try body()
  }

  // MARK: shared by both cores

  /// SIO spinlock of what tasks on either core and the drivers' interrupt handlers change (RP2040 data sheet §2.3.1.3). Not 29, under which the ARM build commands the
  /// flash and makes the other core wait: who spins here, interrupts masked, could not be stopped. 30 is the kernel's, 31 the run-time library's. Within this one the
  /// kernel may be called, not the other way round.
  static var sharedLock: Address { 0xd000_0100 &+ 28 &* 4 }
  /// Masks interrupts on this core and keeps the other core out of its sections of this sort; answers what `unlockShared` needs. With interrupts masked
  /// already it is within such a section, or in code that keeps the core for its timing, and does nothing.
  public func lockShared() -> UInt32 {
    let mask = disableInterrupts()
    if mask == 0 { while read(Port.sharedLock) == 0 { relax() } }
    return mask
  }
  public func unlockShared(_ mask: UInt32) {
    if mask == 0 { write(Port.sharedLock, 1) }
    restoreInterrupts(mask)
  }
  /// Runs `body` while no interrupt handler of a driver and no such section of the other core runs.
  @inlinable @inline(__always) public func exclusive<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let m = lockShared()
    defer { unlockShared(m) }
    return try body()
  }
  /// Clears and sets bits of a word in memory that interrupt handlers, the other core and the kernel change too; answers what it was. Under the kernel's
  /// spinlock (`Kernel.spinlock`), so not for use within it.
  @discardableResult
  public func change(_ word: Address, set: UInt32 = 0, clear: UInt32 = 0) -> UInt32 {
    let mask = disableInterrupts(), spinlock: Address = 0xd000_0100 &+ 30 &* 4
    while read(spinlock) == 0 { relax() }
    let old = memory[word]
    memory[word] = old & ~clear | set
    write(spinlock, 1)
    restoreInterrupts(mask)
    return old
  }

  @inlinable @inline(__always) public func setBits(_ register: Address, _ bits: UInt32) { write(register | 0x2000, bits) }
  @inlinable @inline(__always) public func clearBits(_ register: Address, _ bits: UInt32) { write(register | 0x3000, bits) }
}
