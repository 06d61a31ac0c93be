import Emulation
import Registers

/// What stands behind HostLink on the host's side. All calls come from the emulation thread, in the order of the board's commands.
public protocol HostLinkHost: AnyObject {
  /// Performs a command of `HOSTLINK.Command`. `data` holds the bytes at ADDRESS (LENGTH of them) when the command sends some;
  /// what is to be written back there replaces it (at most `capacity` bytes). Answers RESULT; ARG0 and ARG1 may be changed.
  func perform(_ command: UInt32, _ data: inout [UInt8], capacity: UInt32, _ arg0: inout UInt32, _ arg1: inout UInt32) -> Int32
  /// The firmware waits for a console byte and there is none. With input that is not live (file, pipe) the host blocks until
  /// it has one, or answers nil at the end of the stream; with live input it answers an empty array at once.
  func awaitInput() -> [UInt8]?
}

/// HostLink: the command channel to the host that runs the emulation (Firmware/Registers/HostLink.swift has the registers).
///
/// A command takes effect when it is written; DONE comes after the modelled time of its transfer, 1 µs a byte and 10 µs besides.
public final class HOSTLINK: Peripheral {
  public let name = "HOSTLINK"

  struct State {
    var interruptEnable: UInt32 = 0
    var done = false, busy = false, await = false, ended = false
    var address: UInt32 = 0, length: UInt32 = 0, arg0: UInt32 = 0, arg1: UInt32 = 0
    var result: Int32 = 0
    var received: [UInt8] = []
  }
  var state = State()
  /// Position of the next byte in `state.received`: taking from the front of an array is slow.
  private var taken = 0

  private unowned(unsafe) let services: ChipServices
  private let source: EventSource
  private let memory: UnsafeMutableRawPointer
  /// True if the block of memory may be read and written by a bus master: RAM, nothing else.
  private let isMemory: (_ address: UInt32, _ count: UInt32) -> Bool
  public weak var host: (any HostLinkHost)?
  /// False: commands end at once instead of after the modelled time of their transfer.
  public var takesTime = true
  /// Called once, at the firmware's first command.
  public var onFirstCommand: (() -> Void)?

  /// `memory` is the host address of emulated address 0.
  public init(_ services: ChipServices, source: EventSource, memory: UnsafeMutableRawPointer, isMemory: @escaping (UInt32, UInt32) -> Bool) {
    self.services = services; self.source = source; self.memory = memory; self.isMemory = isMemory
  }

  // MARK: Console input, from the host

  /// Console bytes arrive at the current cycle.
  public func receive(_ bytes: [UInt8]) {
    state.received += bytes
    updateInterrupt()
  }
  /// The console's input has ended.
  public func receiveEnd() {
    state.ended = true
    updateInterrupt()
  }
  /// True while the firmware waits for console input and has none.
  public var isAwaitingInput: Bool { state.await && waiting == 0 && !state.ended }
  /// True while console bytes have not been taken.
  public var hasUntakenInput: Bool { waiting != 0 }

  private var waiting: UInt32 { UInt32(state.received.count - taken) }

  // MARK: Registers

  public func read(_ offset: UInt32, _ access: Access) -> UInt32 {
    guard offset == HOSTLINK_RXDATA else { return peek(offset, at: access.cycle) }
    guard waiting != 0 else { return 0 }
    let byte = state.received[taken]
    taken += 1
    if taken == state.received.count { state.received.removeAll(keepingCapacity: true); taken = 0 }
    updateInterrupt()
    return UInt32(byte)
  }

  public func peek(_ offset: UInt32, at cycle: Cycle) -> UInt32 {
    switch offset {
    case Registers.HOSTLINK.ID.offset: Registers.HOSTLINK.magic
    case Registers.HOSTLINK.VERSION.offset: 1
    case Registers.HOSTLINK.STATUS.offset: status
    case Registers.HOSTLINK.INTE.offset: state.interruptEnable
    case Registers.HOSTLINK.INTS.offset: status & state.interruptEnable
    case Registers.HOSTLINK.ADDRESS.offset: state.address
    case Registers.HOSTLINK.LENGTH.offset: state.length
    case Registers.HOSTLINK.ARG0.offset: state.arg0
    case Registers.HOSTLINK.ARG1.offset: state.arg1
    case Registers.HOSTLINK.RESULT.offset: UInt32(bitPattern: state.result)
    case HOSTLINK_RXDATA: waiting == 0 ? 0 : UInt32(state.received[taken])
    case Registers.HOSTLINK.RXCOUNT.offset: waiting
    case Registers.HOSTLINK.AWAIT.offset: state.await ? 1 : 0
    default: 0
    }
  }

  public func write(_ offset: UInt32, _ value: UInt32, _ access: Access) {
    let new = access.alias.apply(value, to: peek(offset, at: access.cycle))
    switch offset {
    case Registers.HOSTLINK.COMMAND.offset: perform(value, at: access.cycle)
    case Registers.HOSTLINK.STATUS.offset:
      if value & Registers.HOSTLINK.STATUS.DONE.mask != 0 { state.done = false; updateInterrupt() }
    case Registers.HOSTLINK.INTE.offset: state.interruptEnable = new & interruptBits; updateInterrupt()
    case Registers.HOSTLINK.ADDRESS.offset: state.address = new
    case Registers.HOSTLINK.LENGTH.offset: state.length = new
    case Registers.HOSTLINK.ARG0.offset: state.arg0 = new
    case Registers.HOSTLINK.ARG1.offset: state.arg1 = new
    case Registers.HOSTLINK.AWAIT.offset:
      state.await = new & 1 != 0
      if isAwaitingInput, let host {
        guard let bytes = host.awaitInput() else { receiveEnd(); return }
        if !bytes.isEmpty { receive(bytes) }
      }
    default: services.unmodelled(name, "offset 0x" + String(offset, radix: 16), write: true, value: value)
    }
  }

  private var interruptBits: UInt32 { Registers.HOSTLINK.STATUS.DONE.mask | Registers.HOSTLINK.STATUS.RX.mask }
  private var status: UInt32 {
    typealias S = Registers.HOSTLINK.STATUS
    return S.BUSY.put(state.busy ? 1 : 0) | S.DONE.put(state.done ? 1 : 0)
      | S.RX.put(waiting != 0 || state.ended ? 1 : 0) | S.RXEND.put(state.ended && waiting == 0 ? 1 : 0)
  }
  private func updateInterrupt() { services.setInterrupt(Registers.HOSTLINK.irq, status & state.interruptEnable != 0) }

  // MARK: Commands

  /// The longest transfer of one command.
  public static let mostBytes: UInt32 = 1 << 20

  private func perform(_ command: UInt32, at cycle: Cycle) {
    guard !state.busy else { return }
    if let begin = onFirstCommand { onFirstCommand = nil; begin() }
    state.busy = true
    state.done = false
    let address = state.address, length = state.length
    typealias C = Registers.HOSTLINK.Command
    let usesMemory = ![C.exit, C.mode, C.seek, C.close, C.flush, C.terminal].contains(command)
    if usesMemory, length > Self.mostBytes || !isMemory(address, max(length, 1)) {
      state.result = -14  // EFAULT
    } else if let host {
      var data: [UInt8] = []
      if usesMemory && sendsData(command) {
        data = Array(UnsafeRawBufferPointer(start: memory + Int(address), count: Int(length)))
      }
      // For commands that answer in place of a name the capacity is in ARG1 or the block that held the path.
      let capacity = sendsData(command) && answersData(command) ? max(length, state.arg1) : length
      state.result = host.perform(command, &data, capacity: capacity, &state.arg0, &state.arg1)
      if answersData(command), state.result > 0, !data.isEmpty {
        let count = min(data.count, Int(capacity))
        if isMemory(address, UInt32(count)) {
          data.withUnsafeBytes { (memory + Int(address)).copyMemory(from: $0.baseAddress!, byteCount: count) }
        } else {
          state.result = -14
        }
      }
    } else {
      state.result = -19  // ENODEV
    }
    let moved = UInt64(usesMemory ? min(length, Self.mostBytes) : 0)
    let microseconds = takesTime ? 10 + moved : 0
    services.schedule(source, at: cycle + max(1, microseconds * services.hertz(.sys) / 1_000_000))
    updateInterrupt()
  }

  private func sendsData(_ command: UInt32) -> Bool {
    typealias C = Registers.HOSTLINK.Command
    return [
      C.write, C.writeError, C.variable, C.open, C.writeFile, C.stat, C.list, C.makeDirectory, C.removeDirectory, C.remove, C.rename, C.directory, C.status,
      C.environment, C.system,
    ].contains(command)
  }
  private func answersData(_ command: UInt32) -> Bool {
    typealias C = Registers.HOSTLINK.Command
    return [C.program, C.argument, C.variable, C.read, C.list, C.directory, C.status, C.environment, C.random].contains(command)
  }

  public func fire(_ source: EventSource, at cycle: Cycle) {
    state.busy = false
    state.done = true
    updateInterrupt()
  }

  public func reset(at cycle: Cycle) {
    services.cancel(source)
    // Input that the host has sent is not lost with the board's reset.
    let kept = state.received, ended = state.ended
    state = State()
    state.received = kept
    state.ended = ended
    updateInterrupt()
  }

  public func save(to out: inout StateWriter) {
    out.tag(name)
    out.put(state.interruptEnable); out.put(state.done); out.put(state.busy); out.put(state.await); out.put(state.ended)
    out.put(state.address); out.put(state.length); out.put(state.arg0); out.put(state.arg1); out.put(state.result)
    out.put(Array(state.received[taken...]))
  }
  public func restore(from input: inout StateReader) throws(StateError) {
    try input.tag(name)
    state.interruptEnable = try input.get(); state.done = try input.get(); state.busy = try input.get(); state.await = try input.get();
    state.ended = try input.get()
    state.address = try input.get(); state.length = try input.get(); state.arg0 = try input.get(); state.arg1 = try input.get(); state.result = try input.get()
    state.received = try input.get()
    taken = 0
  }
}

private let HOSTLINK_RXDATA = Registers.HOSTLINK.RXDATA.offset
