import Kernel
import Port
import Registers

/// Where the firmware's parts lie in the chip's RAM, hosted and on ARM alike (ARM/image.ld asserts its part).
public enum MemoryMap {
  /// Static variables of the ARM build.
  public static var statics: Address { 0x2000_0000 }
  /// The kernel's record, then the board's.
  public static var kernel: Address { 0x2000_2000 }
  public static var board: Address { 0x2000_2200 }
  /// The kernel's memory: task records, stacks, queues, buffers.
  public static var kernelHeap: Address { 0x2000_3000 }
  public static var kernelHeapEnd: Address { 0x2001_3000 }
  /// The interpreter: its record, the main thread's stack, the heap, up to the end of the striped SRAM.
  public static var python: Address { 0x2001_3000 }
  public static var pythonEnd: Address { 0x2004_0000 }
  /// RAM that no Pico has, lent with `--ram`.
  public static var lent: Address { 0x3000_0000 }
}

/// The board's record: byte offsets. What drivers share with their interrupt handlers.
enum BoardRecord {
  /// Frequency of clk_sys and of clk_peri, hertz.
  static var systemHertz: UInt32 { 0 }
  static var peripheralHertz: UInt32 { 4 }
  /// 1: HostLink is there. Consoles: 2 HostLink, else 4 the USB device's serial port, 8 UART0 (both, if there is no host to say which).
  static var flags: UInt32 { 8 }
  /// Why the chip was reset, as `machine.reset_cause` has it.
  static var resetCause: UInt32 { 12 }
  /// The interpreters' records (`InterpreterRecord`), the main one's first; the last id given to another.
  static var interpreters: UInt32 { 16 }
  static var interpreterIDs: UInt32 { 20 }
  /// Time of day less the TIMER, microseconds, 64 bits.
  static var epoch: UInt32 { 24 }
  // Console: ring, waiting readers (a list), the byte that interrupts the program (256: none), something came since it was cleared.
  static var consoleRing: UInt32 { 32 }
  static var consoleReaders: UInt32 { 48 }
  static var interruptByte: UInt32 { 56 }
  static var consoleReady: UInt32 { 60 }
  // HostLink: mutex of its command registers, waiters, "a command has ended", bounce buffer.
  static var linkMutex: UInt32 { 64 }
  static var linkWaiters: UInt32 { 84 }
  static var linkDone: UInt32 { 92 }
  static var linkBuffer: UInt32 { 96 }
  /// The USB device's record (`USBRecord`), or 0.
  static var usb: UInt32 { 100 }
  /// Callbacks for which there was no room.
  static var callbacksLost: UInt32 { 300 }
  /// Head of the alarms' list, earliest first.
  static var alarms: UInt32 { 372 }
  /// Two UARTs (`UARTRecord`).
  static func uart(_ n: UInt32) -> UInt32 { 384 &+ n &* UARTRecord.bytes }
  /// GPIO interrupts: for each pin function, argument, flags of the last one (GPIO.swift).
  static func pin(_ n: UInt32) -> UInt32 { 640 &+ n &* 12 }
  /// PWM: for each pin what was asked for, for each slice its frequency in hertz (PWM.swift).
  static func pwmPin(_ n: UInt32) -> UInt32 { 1024 &+ n &* 4 }
  static func pwmSlice(_ n: UInt32) -> UInt32 { 1152 &+ n &* 4 }
  /// Count the watchdog is fed with.
  static var watchdogLoad: UInt32 { 1184 }
  /// Queues between interpreters: the first one's record, the last number given.
  static var messageQueues: UInt32 { 1188 }
  static var messageQueueIDs: UInt32 { 1192 }
  /// Alarm of `signal.alarm`, or 0.
  static var signalAlarm: UInt32 { 1268 }
  /// The last byte that was written to a console of bytes.
  static var consoleLast: UInt32 { 1196 }
  static var bytes: UInt32 { 1280 }
}

/// The board around the interpreter: a handle. All state is in the chip's memory.
public struct Board: BitwiseCopyable {
  public let port: Port
  public let address: Address
  @inlinable @inline(__always) public init(_ port: Port, at address: Address = MemoryMap.board) { self.port = port; self.address = address }
  public var kernel: Kernel { Kernel(port: port, state: MemoryMap.kernel) }
  public var memory: Memory { port.memory }
  @inline(__always) subscript(_ offset: UInt32) -> UInt32 {
    get { memory[address &+ offset] }
    nonmutating set { memory[address &+ offset] = newValue }
  }

  /// Clears the record; notes what kind of console there is. Before any driver, on core 0.
  public func create() {
    memory.fill(address, 0, count: BoardRecord.bytes)
    memory.fill(address &+ PIORecord.block(0), 0, count: PIORecord.end &- PIORecord.block(0))
    createTargets()
    memory.fill(address &+ DescriptorTable.watchers, 0, count: DescriptorTable.end &- DescriptorTable.watchers)
    self[BoardRecord.interruptByte] = 256
    release(RESETS.RESET.TBMAN.mask)
    // Until it is set: 2024-01-01 00:00 UTC.
    let epoch: UInt64 = 1_704_067_200_000_000
    self[BoardRecord.epoch] = UInt32(truncatingIfNeeded: epoch)
    self[BoardRecord.epoch &+ 4] = UInt32(truncatingIfNeeded: epoch >> 32)
    if port.read(TBMAN.base &+ TBMAN.PLATFORM.offset) & HOSTLINK.platformBit != 0 && port.read(HOSTLINK.base &+ HOSTLINK.ID.offset) == HOSTLINK.magic {
      self[BoardRecord.flags] = 3
    }
  }

  /// True if the HostLink device is there.
  public var hasHostLink: Bool { self[BoardRecord.flags] & 1 != 0 }
  /// Frequency of clk_sys in hertz.
  public var systemHertz: UInt32 { self[BoardRecord.systemHertz] }
  /// Frequency of clk_peri (UART, SPI) in hertz.
  public var peripheralHertz: UInt32 { self[BoardRecord.peripheralHertz] }

  /// Takes blocks out of reset (bits of RESETS, data sheet §2.14).
  public func release(_ bits: UInt32) {
    port.clearBits(RESETS.base &+ RESETS.RESET.offset, bits)
    while port.read(RESETS.base &+ RESETS.RESET_DONE.offset) & bits != bits { port.relax() }
  }
  /// Lets interrupt `irq` into core 0's NVIC at the firmware's usual priority.
  public func enableInterrupt(_ irq: UInt32) {
    onCore0 {
      port.write(PPB.base &+ PPB.NVIC_ICPR.offset, 1 << irq)
      port.write(PPB.base &+ PPB.NVIC_ISER.offset, 1 << irq)
    }
  }
  /// Runs `body` on core 0, which has the drivers' interrupts; a task that may run elsewhere moves there for it.
  func onCore0(_ body: () -> Void) {
    let k = kernel, task = k.task, affinity = task == 0 ? 1 : k.affinity(of: task)
    if affinity != 1 { k.setAffinity(task, 1) }
    body()
    if affinity != 1 { k.setAffinity(task, affinity) }
  }

  /// Time of day: microseconds since 1970, UTC.
  public var timeOfDay: UInt64 { (UInt64(self[BoardRecord.epoch]) | UInt64(self[BoardRecord.epoch &+ 4]) << 32) &+ kernel.now }
  public func setTimeOfDay(_ microseconds: UInt64) {
    let e = microseconds &- kernel.now
    self[BoardRecord.epoch] = UInt32(truncatingIfNeeded: e)
    self[BoardRecord.epoch &+ 4] = UInt32(truncatingIfNeeded: e >> 32)
  }
}
