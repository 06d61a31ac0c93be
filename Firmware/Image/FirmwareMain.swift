import Drivers
import Kernel
import Modules
import Port
import Registers

/// Kinds of tasks (`Kernel.create`).
public enum TaskKind {
  /// The interpreter: programs, prompt, soft resets.
  @inlinable public static var python: UInt32 { 1 }
}

/// What both cores run: the seam between processor and firmware, the same hosted and on ARM.
public enum PicoFirmware: FirmwareImage {
  /// Priority of the interpreter's main thread; drivers' tasks are above it.
  static var pythonPriority: UInt32 { 8 }
  /// Native stack of the interpreter on ARM; hosted it is reserved all the same.
  static var pythonStackBytes: UInt32 { 22 << 10 }

  public static func start(_ port: Port, core: UInt32) -> Never {
    let board = Board(port)
    if core != 0 {
      board.sleepDeep()
      board.kernel.run(core: 1)
    }
    board.startCore0()
    let kernel = Kernel.create(port, state: MemoryMap.kernel, memory: MemoryMap.kernelHeap, end: MemoryMap.kernelHeapEnd)
    board.startDrivers()
    board.launchCore1()
    // The interpreter stays on core 0, where the interrupts of the drivers are.
    let task = kernel.create("python", kind: TaskKind.python, argument: 0, priority: pythonPriority, stackBytes: pythonStackBytes, affinity: 1)
    if task == 0 { port.panic("no memory for the interpreter's task") }
    kernel.run(core: 0)
  }

  public static func interrupt(_ port: Port, _ irq: UInt32) { Board(port).interrupt(irq) }

  public static func task(_ port: Port, _ kind: UInt32, _ argument: UInt32) -> Never {
    let board = Board(port)
    switch kind {
    case TaskKind.python: pythonMain(board)
    case pythonThreadKind: runPythonThread(board, argument)
    case timerTaskKind: runTimerTask(board)
    default: port.panic("a task of no known kind")
    }
  }

  public static func pick(_ port: Port, _ outgoing: UInt32) -> UInt32 { Board(port).kernel.pick(outgoing) }
}
