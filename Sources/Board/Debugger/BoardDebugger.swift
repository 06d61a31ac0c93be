import CortexM0Plus
import Emulation
import RP2040

/// Stops, steps and inspects the ARM cores of a board, for whoever shows it to a person: GDB.
///
/// Breakpoints compare addresses before each instruction, so they change no memory and there may be any number of them; a core runs one instruction at a
/// time while there are any. Both cores stop and go together, as the two of a chip do whose debug ports are cross-triggered.
public final class BoardDebugger: ArmObserver {
  /// Why the cores stand still.
  public enum Event: Equatable, Sendable {
    /// Somebody asked for it (Ctrl-C, attach, reset).
    case interrupted
    case breakpoint(core: Int)
    /// A BKPT in the firmware.
    case instruction(core: Int)
    case step(core: Int)
    case watchpoint(core: Int, address: UInt32, Watch.Kind)
    /// The board cannot go on: a fault in a fault handler, BOOTSEL, `--strict`.
    case stopped(String)
  }
  public struct Watch: Equatable, Sendable {
    public enum Kind: UInt8, Sendable { case write, read, access }
    public let address: UInt32, length: UInt32
    public let kind: Kind
  }

  public let board: PicoBoard
  public private(set) var breakpoints: Set<UInt32> = []
  public private(set) var watches: [Watch] = []
  /// What happened since the cores were let go.
  public private(set) var event: Event?
  /// The core that is to execute one instruction, and whether it has begun to.
  private var stepping: (core: Int, begun: Bool)?
  /// Where each core may go on although there is a breakpoint: it stands on it.
  private var passing: [UInt32?] = [nil, nil]
  public let cores: [ArmCore]

  /// Nil where the cores execute no ARM instructions.
  public init?(_ board: PicoBoard) {
    guard let a = board.chip.armCore(0), let b = board.chip.armCore(1) else { return nil }
    self.board = board
    cores = [a, b]
  }
  /// From now on the cores are watched; they stand until they are told to go on.
  public func attach() {
    for core in cores { core.observer = self }
    event = .interrupted
  }
  /// Nobody watches any more; what was set is forgotten.
  public func detach() {
    breakpoints = []
    watches = []
    stepping = nil
    event = nil
    update()
    for core in cores { core.observer = nil }
  }

  // MARK: What stops the cores

  public func setBreakpoint(_ address: UInt32, _ on: Bool) {
    if on { breakpoints.insert(address & ~1) } else { breakpoints.remove(address & ~1) }
    update()
  }
  public func setWatch(_ watch: Watch, _ on: Bool) {
    watches.removeAll { $0 == watch }
    if on && watch.length > 0 { watches.append(watch) }
    update()
  }
  private func update() {
    let code = !breakpoints.isEmpty || stepping != nil || !watches.isEmpty
    for core in cores {
      if core.watchesCode != code { core.watchesCode = code }
      if core.watchesData == watches.isEmpty { core.watchesData = !watches.isEmpty }
    }
  }

  // MARK: Running

  /// The cores go on with the board's next run; `step` executes one instruction first, and stops.
  public func resume(step: Int? = nil) {
    event = nil
    stepping = step.map { (core: $0, begun: false) }
    for (i, core) in cores.enumerated() {
      passing[i] = core.pc
      // On a BKPT of the program the debugger goes on behind it, or nothing would ever lead past.
      if !breakpoints.contains(core.pc), !core.sleeping, opcode(at: core.pc) >> 8 == 0xbe, core.isStoppedAtBKPT { core.pc &+= 2 }
      core.isStoppedAtBKPT = false
    }
    update()
  }
  /// Ctrl-C.
  public func interrupt() { finish(.interrupted) }
  /// The board's run ended for good.
  public func boardStopped(_ why: String) { finish(.stopped(why)) }
  private func finish(_ new: Event) {
    guard event == nil else { return }
    event = new
    stepping = nil
    update()
  }
  private func opcode(at address: UInt32) -> UInt32 {
    let word = board.chip.peek(address & ~3) ?? 0
    return address & 2 == 0 ? word & 0xffff : word >> 16
  }

  /// A reset as by the RUN pin; the cores stand before their first instruction.
  public func reset() {
    board.chip.reset(.run)
    event = .interrupted
    stepping = nil
    passing = [nil, nil]
    update()
  }

  // MARK: ArmObserver

  public func stops(before core: ArmCore) -> Bool {
    let i = Int(core.index)
    guard event == nil else { return true }
    if let step = stepping, step.core == i {
      if step.begun { finish(.step(core: i)); return true }
      stepping = (core: i, begun: true)
      passing[i] = nil
      return false
    }
    let mayPass = passing[i] == core.pc
    passing[i] = nil
    if !mayPass, breakpoints.contains(core.pc) { finish(.breakpoint(core: i)); return true }
    return false
  }
  public func takesBreakpoint(_ core: ArmCore) -> Bool {
    core.isStoppedAtBKPT = true
    finish(.instruction(core: Int(core.index)))
    return true
  }
  public func stops(after core: ArmCore, address: UInt32, bytes: UInt8, write: Bool) -> Bool {
    for w in watches where w.kind == .access || (w.kind == .write) == write {
      guard address < w.address &+ w.length, w.address < address &+ UInt32(bytes) else { continue }
      finish(.watchpoint(core: Int(core.index), address: max(address, w.address), w.kind))
      return true
    }
    return false
  }

  // MARK: Memory

  /// Bytes as a debugger sees them, without side effects; ends where nothing is.
  public func read(_ address: UInt32, _ count: Int, core: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for i in 0..<count {
      let (at, over) = address.addingReportingOverflow(UInt32(i))
      guard !over, let word = board.chip.peek(at & ~3, core: UInt32(core)) else { break }
      bytes.append(UInt8(truncatingIfNeeded: word >> ((at & 3) * 8)))
    }
    return bytes
  }
  /// Writes RAM and registers, whole words where they are; false where that cannot be. Flash is written by `program`.
  public func write(_ address: UInt32, _ bytes: [UInt8]) -> Bool {
    var i = 0
    while i < bytes.count {
      let (at, over) = address.addingReportingOverflow(UInt32(i))
      guard !over else { return false }
      let n = at & 3 == 0 && bytes.count - i >= 4 ? 4 : at & 1 == 0 && bytes.count - i >= 2 ? 2 : 1
      var value: UInt32 = 0
      for k in 0..<n { value |= UInt32(bytes[i + k]) << UInt32(8 * k) }
      guard board.chip.store(at, value, bytes: UInt8(n)).ok else { return false }
      i += n
    }
    return true
  }
  /// Erases so much of the flash, in sectors of 4 KB. False outside of it.
  public func erase(_ offset: UInt32, _ count: UInt32) -> Bool {
    let end = UInt64(offset) + UInt64(count), size = UInt64(board.chip.configuration.flashBytes)
    guard end <= size else { return false }
    let first = Int(offset) & ~4095, last = min(Int(end + 4095) & ~4095, Int(size))
    board.writeFlash(first, [UInt8](repeating: 0xff, count: last - first))
    return true
  }
  /// Programs the flash: bits can only become 0.
  public func program(_ offset: UInt32, _ bytes: [UInt8]) -> Bool {
    guard UInt64(offset) + UInt64(bytes.count) <= UInt64(board.chip.configuration.flashBytes) else { return false }
    let old = UnsafeRawBufferPointer(start: board.chip.flash + Int(offset), count: bytes.count)
    board.writeFlash(Int(offset), zip(bytes, old).map { $0 & $1 })
    return true
  }
}
