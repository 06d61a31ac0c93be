import CortexM0Plus
import Emulation
import Glibc
import OnChip
import Registers

// What the boot ROM does (RP2040 data sheet §2.8).
extension RP2040 {
  func prepareROM() throws(HostError) {
    let image = configuration.bootROM ?? BootROM.image()
    guard image.count <= BootROM.bytes else { throw HostError("a boot ROM has 16 KB, not \(image.count) bytes") }
    space.protect(0, bytes: BootROM.bytes, writable: true)
    image.withUnsafeBytes { space.base.copyMemory(from: $0.baseAddress!, byteCount: image.count) }
    space.protect(0, bytes: BootROM.bytes, writable: false)
    // The instruction loop looks at addresses where it jumps only: code that runs off the end of memory finds these instructions.
    let ramEnd = 0x3000_0000 + UInt32(configuration.ramMegabytes) << 20
    for page: UInt32 in [0x4000, 0x0fff_f000, 0x1400_0000, 0x1fff_f000, 0x2004_2000, 0x2fff_f000, ramEnd, 0xffff_f000] {
      if page == 0x3000_0000, configuration.ramMegabytes == 0 { continue }
      try space.map(page, bytes: 4096)
      (space.base + Int(page)).initializeMemory(as: UInt16.self, repeating: 0xdeff, count: 2048)
      space.protect(page, bytes: 4096, writable: false)
    }
  }
  func arm(_ index: UInt32) -> ArmCore {
    let core = ArmCore(
      index, self, host: self, base: space.base, bus: bus.table, turn: turn, ring: bus.arbiter.rings[Int(index)], ramMegabytes: configuration.ramMegabytes)
    core.ownROM = configuration.bootROM == nil
    return core
  }

  public func callROM(_ core: Core, _ number: UInt32) -> ROMResult {
    guard let core = core as? ArmCore else { return ROMResult(cycles: 1) }
    let r0 = core[0], r1 = core[1], r2 = core[2]
    if number >= UInt32(BootROM.firstFloat) {
      let isDouble = number >= UInt32(BootROM.firstDouble)
      let entry = Int(number) & 31
      return ROMResult(cycles: isDouble ? romDouble(core, entry) : romFloat(core, entry))
    }
    guard let routine = BootROM.Routine(rawValue: UInt8(number)) else { return ROMResult(cycles: 1) }
    switch routine {
    case .boot: return boot(core)
    case .waitForVector: return waitForVector(core)
    case .hang, .debugTrampoline, .debugTrampolineEnd:
      core.sleepForEver()
      return ROMResult(cycles: 1, again: true)
    case .tableLookup:
      var at = r0 & 0x3ffe, steps: Cycle = 0
      core[0] = 0
      while at < 0x3ffc {
        let code = UInt32((space.base + Int(at)).load(as: UInt16.self))
        if code == 0 { break }
        steps += 1
        if code == r1 & 0xffff { core[0] = UInt32((space.base + Int(at + 2)).load(as: UInt16.self)); break }
        at += 4
      }
      return ROMResult(cycles: 10 + 9 * steps)
    case .popcount32: core[0] = UInt32(r0.nonzeroBitCount); return ROMResult(cycles: 18)
    case .clz32: core[0] = UInt32(r0.leadingZeroBitCount); return ROMResult(cycles: 18)
    case .ctz32: core[0] = UInt32(r0.trailingZeroBitCount); return ROMResult(cycles: 18)
    case .reverse32:
      var v = r0, out: UInt32 = 0
      for _ in 0..<32 { out = out << 1 | v & 1; v >>= 1 }
      core[0] = out
      return ROMResult(cycles: 20)
    case .memset, .memset4:
      for i in 0..<r2 { _ = bus.store(r0 &+ i, r1 & 255, Access(master: core.master, bytes: 1, cycle: now)) }
      return ROMResult(cycles: 20 + (routine == .memset4 ? Cycle(r2) / 4 + Cycle(r2) / 16 : Cycle(r2) / 2))
    case .memcpy, .memcpy44:
      for i in 0..<r2 {
        let v = bus.load(r1 &+ i, Access(master: core.master, bytes: 1, cycle: now)).value
        _ = bus.store(r0 &+ i, v, Access(master: core.master, bytes: 1, cycle: now))
      }
      return ROMResult(cycles: 24 + (routine == .memcpy44 || (r0 | r1) & 3 == 0 ? Cycle(r2) * 5 / 8 : Cycle(r2) * 4))
    case .connectInternalFlash: connectFlash(); return ROMResult(cycles: 120)
    case .flashExitXIP: leaveContinuousRead(); return ROMResult(cycles: 4000)
    case .flashEnterCmdXIP:
      // Command 03h with a 24-bit address on one lane, words of 32 bits (§2.8.3.1.3).
      setSSI(frame: 31 << 16 | 3 << 8, read: 3 << 24 | 2 << 8 | 6 << 2, divider: 6)
      return ROMResult(cycles: 60)
    case .flashFlushCache:
      // It also switches the cache on and gives the chip select back to the SSI (§2.8.3.1.3): pico-sdk's flash_do_cmd counts on that.
      let access = Access(master: core.master, cycle: now)
      _ = bus.store(Registers.XIP_CTRL.base + Registers.XIP_CTRL.FLUSH.offset, 1, access)
      _ = bus.store(Registers.XIP_CTRL.base + 0x2000, 1, access)
      _ = bus.store(Registers.IO_QSPI.base + 12 + 0x3000, 0x300, access)
      return ROMResult(cycles: 2100)
    case .flashRangeErase: return flashErase(core)
    case .flashRangeProgram: return flashProgram(core)
    case .resetToUSBBoot:
      stop(.bootsel("reset_to_usb_boot was called (activity pins 0x\(String(r0, radix: 16)))"))
      return ROMResult(cycles: 1, again: true)
    }
  }

  // MARK: Boot

  private func boot(_ core: ArmCore) -> ROMResult {
    typealias W = Registers.WATCHDOG
    func load(_ a: UInt32) -> UInt32 { bus.load(a, Access(master: core.master, cycle: now)).value }
    func store(_ a: UInt32, _ v: UInt32) { _ = bus.store(a, v, Access(master: core.master, cycle: now)) }
    if core.index == 1 { return waitForVector(core) }
    store(Registers.RESETS.base + 0x3000, Registers.RESETS.RESET.IO_QSPI.mask | Registers.RESETS.RESET.PADS_QSPI.mask)
    // Watchdog scratch registers 4…7 name an entry point to go to instead of the flash (§2.8.1.1).
    let magic: UInt32 = 0xb007_c0d3, scratch = W.base + W.SCRATCH0.offset
    let entry = load(scratch + 28)
    if load(scratch + 16) == magic, load(scratch + 20) == entry ^ (0 &- magic) {
      store(scratch + 16, 0)
      core[13] = load(scratch + 24)
      return ROMResult(cycles: 400, jump: entry | 1)
    }
    if let entry = configuration.entry { return ROMResult(cycles: 400, jump: entry | 1) }
    if isBootselHeld {
      stop(.bootsel(Self.bootselHeld))
      return ROMResult(cycles: 1, again: true)
    }
    connectFlash()
    guard BootROM.checksum(flash, count: 252) == flash.load(fromByteOffset: 252, as: UInt32.self) else {
      stop(.bootsel("the flash holds no boot2 with a right checksum"))
      return ROMResult(cycles: 1, again: true)
    }
    (space.base + Int(BootROM.boot2Address)).copyMemory(from: flash, byteCount: 256)
    core[13] = BootROM.boot2Address
    core[14] = 0
    return ROMResult(cycles: 40_000, jump: BootROM.boot2Address | 1)
  }

  /// Core 1's wait for its work, over the mailbox (§2.8.2): it empties its own and sends a 0, by which the other core knows that it listens (the SDK's
  /// multicore_reset_core1 waits for that). Then every word is echoed; the sequence is 0, 0, 1, vector table, stack, entry, and starts over at a
  /// word that does not fit.
  private func waitForVector(_ core: ArmCore) -> ROMResult {
    typealias S = Registers.SIO
    func load(_ a: UInt32) -> UInt32 { bus.load(a, Access(master: core.master, cycle: now)).value }
    let me = Int(core.index)
    if rom.launchStep[me] < 0 {
      // It empties its mailbox and says that it has: multicore_reset_core1 waits for that.
      rom.launchStep[me] = 0
      while load(S.base + S.FIFO_ST.offset) & S.FIFO_ST.VLD.mask != 0 { _ = load(S.base + S.FIFO_RD.offset) }
      _ = bus.store(S.base + S.FIFO_WR.offset, 0, Access(master: core.master, cycle: now))
      sendEvent()
      return ROMResult(cycles: 40, again: true)
    }
    guard load(S.base + S.FIFO_ST.offset) & S.FIFO_ST.VLD.mask != 0 else {
      core.sleepForLine()
      return ROMResult(cycles: 4, again: true)
    }
    guard load(S.base + S.FIFO_ST.offset) & S.FIFO_ST.RDY.mask != 0 else { return ROMResult(cycles: 8, again: true) }
    let word = load(S.base + S.FIFO_RD.offset)
    var step = rom.launchStep[me]
    switch step {
    case 0, 1: step = word == 0 ? step + 1 : 0
    case 2: step = word == 1 ? 3 : word == 0 ? 2 : 0
    default: rom.launchWords[step - 3] = word; step += 1
    }
    rom.launchStep[me] = step
    _ = bus.store(S.base + S.FIFO_WR.offset, word, Access(master: core.master, cycle: now))
    sendEvent()
    guard step == 6 else { return ROMResult(cycles: 20, again: true) }
    rom.launchStep[me] = -1
    core.ppb.vectorTable = rom.launchWords[0]
    core[13] = rom.launchWords[1]
    core[14] = BootROM.dead | 1
    return ROMResult(cycles: 30, jump: rom.launchWords[2])
  }

  // MARK: Flash

  /// The QSPI pins belong to the SSI, and the flash hears commands: what `connect_internal_flash` and `flash_exit_xip` are for.
  private func connectFlash() {
    for n in 0..<6 as Range<UInt32> { _ = bus.store(Registers.IO_QSPI.base + 4 + 8 * n, 0, Access(master: .core0, cycle: now)) }
    // Frames of 8 bits both ways, a sixth of clk_sys: what a second stage finds when it begins.
    setSSI(frame: 7 << 16, read: 0, divider: 6)
  }
  private func setSSI(frame: UInt32, read: UInt32, divider: UInt32) {
    typealias S = Registers.SSI
    for (register, value) in [
      (S.SSIENR.offset, 0), (S.BAUDR.offset, divider), (S.CTRLR0.offset, frame), (S.CTRLR1.offset, 0), (S.SPI_CTRLR0.offset, read), (S.SER.offset, 1),
      (S.SSIENR.offset, 1),
    ] as [(UInt32, UInt32)] { _ = bus.store(S.base + register, value, Access(master: .core0, cycle: now)) }
  }
  /// One transfer on the flash's wires, on one lane; answers nothing.
  private func command(_ bytes: [UInt8], at instant: Instant) {
    guard let device = ssi.device else { return }
    device.select(true, at: instant)
    for b in bytes { for bit in stride(from: 7, through: 0, by: -1) { _ = device.clock(0xe | b >> UInt8(bit) & 1, at: instant) } }
    device.select(false, at: instant)
  }
  /// Ends a continuous read, as the data sheets ask for: all lanes high.
  private func leaveContinuousRead() {
    guard let device = ssi.device else { return }
    let instant = instant(now)
    device.select(true, at: instant)
    for _ in 0..<32 { _ = device.clock(0xf, at: instant) }
    device.select(false, at: instant)
  }
  /// Cycles until the flash has done what it is at; 0 when it is ready.
  private var flashBusy: Cycle {
    guard let device = ssi.device else { return 0 }
    device.settle(at: instant(now))
    guard let end = device.busyUntil else { return 0 }
    let cycle = cycle(at: end)
    schedule(.flash, at: cycle)
    return max(cycle, now + 1) - now
  }

  /// One erase, and the same instruction again until all is done: R0 is the offset in flash, R1 the bytes that are left, R2 and R3 size and code
  /// of the block erase.
  private func flashErase(_ core: ArmCore) -> ROMResult {
    let wait = flashBusy
    if wait > 0 { return ROMResult(cycles: wait, again: true) }
    let offset = core[0], count = core[1], block = core[2]
    guard count != 0, count < 1 << 25 else { return ROMResult(cycles: 20) }
    let whole = block.nonzeroBitCount == 1 && block > 4096 && offset & (block - 1) == 0 && count >= block
    let code = whole ? UInt8(truncatingIfNeeded: core[3]) : 0x20, n = whole ? block : 4096, at = instant(now)
    command([6], at: at)
    command([code, UInt8(offset >> 16 & 255), UInt8(offset >> 8 & 255), UInt8(offset & 255)], at: at)
    core[0] = offset &+ n
    core[1] = count < n ? 0 : count - n
    return ROMResult(cycles: 300, again: true)
  }
  /// One page, and again: R0 is the offset, R1 the data's address, R2 the bytes that are left.
  private func flashProgram(_ core: ArmCore) -> ROMResult {
    let wait = flashBusy
    if wait > 0 { return ROMResult(cycles: wait, again: true) }
    let offset = core[0], from = core[1], count = core[2]
    guard count != 0 else { return ROMResult(cycles: 20) }
    let n = min(count, 256 - offset & 255), at = instant(now)
    var bytes: [UInt8] = [2, UInt8(offset >> 16 & 255), UInt8(offset >> 8 & 255), UInt8(offset & 255)]
    for i in 0..<n { bytes.append(UInt8(truncatingIfNeeded: bus.load(from &+ i, Access(master: core.master, bytes: 1, cycle: now)).value)) }
    command([6], at: at)
    command(bytes, at: at)
    core[0] = offset &+ n
    core[1] = from &+ n
    core[2] = count - n
    // The transfer: eight clocks a byte at the ROM's clock of a sixth of clk_sys.
    return ROMResult(cycles: 200 + Cycle(n) * 48, again: true)
  }

  // MARK: Faults

  public func faulted(_ core: Core, _ fault: ArmFault, lockedUp: Bool) {
    let place = symbols?(fault.pc).map { " in \($0)" } ?? ""
    report("HardFault on core \(core.index): \(fault)\(place)")
    guard lockedUp else { return }
    // What the blocks have begun goes on: a UART sends what is in its FIFO, PIO and PWM run. A watchdog, or the other core, may reset the chip.
    let report = FaultReport(core: core.index, context: 0, address: fault.address, cycle: core.time, text: "locked up: \(fault)\(place)")
    lastStop = (cycle(at: Instant(nanoseconds: instant(core.time).nanoseconds + Self.afterLockUp)), .fault(report))
  }
  /// No core can go on, whatever the blocks do, and no watchdog runs.
  var isDead: Bool {
    if canGoOn(0) || canGoOn(1) { return false }
    return bus.peek(Registers.WATCHDOG.base, at: now).map({ $0 >> 30 & 1 }) != 1
  }
  /// Core `n` runs, or something could wake it; not a program that returned on core 1 to a core that hears nothing.
  private func canGoOn(_ n: Int) -> Bool {
    guard let core = armCore(n) else { return false }
    if core.held || core.lockedUp || core.waitsInROM { return false }
    return !(core.sleeping && core.pc == BootROM.dead + 2 && core.ppb.hearsNothing)
  }
  /// So long the board goes on when no core can any more, nanoseconds.
  static let afterLockUp: UInt64 = 100_000_000
}
