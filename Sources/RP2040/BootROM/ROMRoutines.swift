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
    let core = ArmCore(index, self, host: self, base: space.base, bus: bus.table, turn: turn, ramMegabytes: configuration.ramMegabytes)
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
    case .connectInternalFlash: rom.flashInXIP = false; return ROMResult(cycles: 120)
    case .flashExitXIP: rom.flashInXIP = false; return ROMResult(cycles: 4000)
    case .flashEnterCmdXIP: rom.flashInXIP = true; return ROMResult(cycles: 60)
    case .flashFlushCache: return ROMResult(cycles: 2100)
    case .flashRangeErase: return ROMResult(cycles: flashErase(offset: r0, count: r1, blockSize: r2, blockCommand: core[3]))
    case .flashRangeProgram: return ROMResult(cycles: flashProgram(offset: r0, from: r1, count: r2))
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
    guard BootROM.checksum(flash, count: 252) == flash.load(fromByteOffset: 252, as: UInt32.self) else {
      stop(.bootsel("the flash holds no boot2 with a right checksum"))
      return ROMResult(cycles: 1, again: true)
    }
    (space.base + Int(BootROM.boot2Address)).copyMemory(from: flash, byteCount: 256)
    rom.flashInXIP = true
    if block(named: "SSI") is UnmodelledBlock {
      // There is no SSI for boot2 to set up: what it does at its end.
      let vectors: UInt32 = 0x1000_0100
      core.ppb.vectorTable = vectors
      core[13] = flash.load(fromByteOffset: 0x100, as: UInt32.self)
      return ROMResult(cycles: 40_000, jump: flash.load(fromByteOffset: 0x104, as: UInt32.self))
    }
    core[13] = BootROM.boot2Address
    core[14] = 0
    return ROMResult(cycles: 40_000, jump: BootROM.boot2Address | 1)
  }

  /// Core 1's wait for its work, over the mailbox (§2.8.2): every word is echoed; the sequence is 0, 0, 1, vector table, stack, entry, and
  /// starts over at a word that does not fit.
  private func waitForVector(_ core: ArmCore) -> ROMResult {
    typealias S = Registers.SIO
    func load(_ a: UInt32) -> UInt32 { bus.load(a, Access(master: core.master, cycle: now)).value }
    let me = Int(core.index)
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
    rom.launchStep[me] = 0
    core.ppb.vectorTable = rom.launchWords[0]
    core[13] = rom.launchWords[1]
    core[14] = 0xffff_ffff
    return ROMResult(cycles: 30, jump: rom.launchWords[2])
  }

  // MARK: Flash, as a W25Q080 has it: typical times

  /// Offsets are from the flash's beginning. Sectors of 4 KB take 45 ms; whole blocks of 64 KB with the block command 150 ms.
  private func flashErase(offset: UInt32, count: UInt32, blockSize: UInt32, blockCommand: UInt32) -> Cycle {
    let size = UInt32(configuration.flashBytes)
    var at = offset & ~4095, left = min((UInt64(count) + 4095) & ~4095, 1 << 24), milliseconds: UInt64 = 0
    while left > 0 {
      let block = blockSize >= 4096 && blockSize & (blockSize - 1) == 0 && at & (blockSize - 1) == 0 && left >= UInt64(blockSize) && blockCommand & 255 != 0
      let n = block ? blockSize : 4096
      memset(flash + Int(at & (size - 1)), 0xff, Int(min(n, size)))
      milliseconds += !block ? 45 : n >= 65536 ? 150 : 120
      at &+= n
      left -= UInt64(n)
    }
    return 1000 + hertz(.sys) * milliseconds / 1000
  }
  /// Programming clears bits; a page of 256 bytes takes 0.4 ms and its transfer.
  private func flashProgram(offset: UInt32, from: UInt32, count: UInt32) -> Cycle {
    let size = UInt32(configuration.flashBytes)
    for i in 0..<min(count, size) {
      let v = UInt8(truncatingIfNeeded: bus.load(from &+ i, Access(master: .core0, bytes: 1, cycle: now)).value)
      let p = flash + Int((offset &+ i) & (size - 1))
      p.storeBytes(of: p.load(as: UInt8.self) & v, as: UInt8.self)
    }
    return 500 + UInt64(count + 255) / 256 * (hertz(.sys) * 4 / 10_000 + 2200)
  }

  // MARK: Faults

  public func faulted(_ core: Core, _ fault: ArmFault, lockedUp: Bool) {
    let place = symbols?(fault.pc).map { " in \($0)" } ?? ""
    report("HardFault on core \(core.index): \(fault)\(place)")
    guard lockedUp else { return }
    // A running watchdog will reset the chip; nothing else gets it out of lock-up.
    guard bus.peek(Registers.WATCHDOG.base, at: now).map({ $0 >> 30 & 1 }) != 1 else { return }
    stop(.fault(FaultReport(core: core.index, context: 0, address: fault.address, cycle: core.time, text: "locked up: \(fault)\(place)")))
  }
}
