import CPort
import Emulation
import RP2040
import Registers
import Testing

@Suite struct HostedCoreTests {
  @Test func startsAndReachesTheDefaultClocks() throws {
    let f = TestFirmware()
    var seen: [UInt32] = []
    f.start = { b, core in
      guard core == 0 else { return }
      b.startCrystal()
      b.startPLL()
      b.release(RESETS.RESET.TIMER.mask | RESETS.RESET.SYSINFO.mask)
      seen.append(b.read(SYSINFO.base))
    }
    let chip = try f.chip()
    #expect(chip.hertz(.sys) == 6_500_000)
    #expect(chip.run(until: 10_000_000) != .time)
    #expect(seen == [0x2000_2927])
    #expect(chip.hertz(.sys) == 125_000_000)
    #expect(chip.hertz(.ref) == 12_000_000)
    #expect(chip.hertz(.tick) == 1_000_000)
    #expect(chip.reports == [])
  }

  @Test func timerInterruptComesOnTime() throws {
    let f = TestFirmware()
    var taken: [UInt32] = []
    f.interrupt = { b, irq in
      taken.append(irq)
      b.write(TIMER.base + TIMER.INTR.offset, 1)
      taken.append(b.read(TIMER.base + TIMER.TIMERAWL.offset))
    }
    f.start = { b, core in
      guard core == 0 else { return }
      b.startCrystal()
      b.startPLL()
      b.release(RESETS.RESET.TIMER.mask)
      b.write(TIMER.base + TIMER.INTE.offset, 1)
      b.write(PPB.base + PPB.NVIC_ISER.offset, 1)
      b.write(TIMER.base + TIMER.ALARM0.offset, b.read(TIMER.base + TIMER.TIMERAWL.offset) + 1000)
      taken.append(b.read(TIMER.base + TIMER.ALARM0.offset))
    }
    let chip = try f.chip()
    _ = chip.run(until: 1_000_000)
    #expect(taken.count == 3)
    #expect(taken[1] == 0)
    #expect(taken[2] == taken[0])
  }

  @Test func aFaultNamesCoreAddressAndWhy() throws {
    let f = TestFirmware()
    f.start = { b, core in if core == 0 { _ = b.read(0x4100_0000) } }
    let chip = try f.chip()
    guard case .stopped(.fault(let report)) = chip.run(until: 1000) else { Issue.record("no fault"); return }
    #expect(report.core == 0 && report.address == 0x4100_0000)
  }

  @Test func aHostFaultIsTheBoards() throws {
    let f = TestFirmware(), g = TestFirmware()
    f.start = { b, core in
      guard core == 0 else { return }
      b.spend(100)
      (b.pointee.memory + 0x6000_0000).storeBytes(of: 1, as: UInt32.self)
    }
    var steps = 0
    g.start = { b, core in while core == 0 { b.spend(50); steps += 1 } }
    let bad = try f.chip(), good = try g.chip()
    _ = good.run(until: 1000)
    guard case .stopped(.fault(let report)) = bad.run(until: 1000) else { Issue.record("no fault"); return }
    #expect(report.address == 0x6000_0000)
    let before = steps
    #expect(good.run(until: 1_000_000) == .time)
    #expect(steps > before)
    // Power brings the faulted board back.
    f.start = { b, core in if core == 0 { steps = -1 } }
    bad.reset(.power)
    #expect(bad.run(until: 10_000) != .time)
    #expect(steps == -1)
  }

  @Test func aTrapAndAPanicAndAnOverflowAreTheBoards() throws {
    func reason(_ body: @escaping (Block) -> Void) throws -> String {
      let f = TestFirmware()
      f.start = { b, core in if core == 0 { body(b) } }
      let chip = try f.chip()
      guard case .stopped(.fault(let report)) = chip.run(until: 1000) else { return "no fault" }
      return report.text
    }
    var zero = 0
    withUnsafeMutablePointer(to: &zero) { _ in }
    let trapped = try reason { b in withExtendedLifetime([1, 2, 3][Int(b.pointee.core) + 7 + zero]) {} }
    #expect(trapped.contains("trapped"))
    let panicked = try reason { b in
      let text: StaticString = "kernel: no idle task"
      b.pointee.panic(b, text.utf8Start, UInt32(text.utf8CodeUnitCount))
    }
    #expect(panicked == "kernel: no idle task")
    @inline(never) func deep(_ n: Int, _ b: Block) -> Int { b.pointee.budget &+= 0; return n == 0 ? 0 : 1 + deep(n + 1, b) * 3 }
    let overflowed = try reason { b in withExtendedLifetime(deep(1, b)) {} }
    #expect(overflowed.contains("stack"))
  }

  @Test func pendSVSwitchesAndComesBack() throws {
    let f = TestFirmware()
    var log: [String] = [], contexts: [UInt32] = []
    f.pick = { _, running in running == 1 ? contexts[0] : 1 }
    f.task = { b, kind, argument in
      while true { log.append("task \(kind) \(argument)"); b.pendSwitch() }
    }
    f.start = { b, core in
      guard core == 0 else { return }
      contexts.append(b.pointee.make_context(b, 7, 9))
      for i in 0..<3 { log.append("main \(i)"); b.pendSwitch() }
    }
    let chip = try f.chip()
    _ = chip.run(until: 100_000)
    #expect(log == ["main 0", "task 7 9", "main 1", "task 7 9", "main 2", "task 7 9"])
  }
}
