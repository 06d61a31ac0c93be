import CortexM0Plus
import Emulation
import RP2040
import Registers
import Testing

/// ARMv6-M Architecture Reference Manual B1.5 (exceptions), Cortex-M0+ Technical Reference Manual 3.3 (cycles).
@Suite struct ArmCoreTests {
  /// Each word of an LDM from flash past the cache waits as an LDR's does.
  @Test func severalWordsFromFlashWaitForEach() throws {
    func cycles(from address: UInt32) throws -> Cycle {
      let rig = try ArmRig([0xca03, ArmRig.wfi])  // ldmia r2!, {r0, r1}
      rig.core[2] = address
      return rig.run()
    }
    #expect(try cycles(from: 0x1300_0000) >= cycles(from: 0x2000_4000) + 80)
  }
  @Test func svcRunsItsHandlerAndReturns() throws {
    // movs r0, #1; svc 0; adds r0, #1; wfi
    let rig = try ArmRig([0x2001, ArmRig.svc, 0x3001, ArmRig.wfi])
    rig.handle(11, [0x2705, 0xf3ef, 0x8605, 0x4671, ArmRig.bxlr])  // movs r7,#5; mrs r6, ipsr; mov r1, lr; bx lr
    rig.core[1] = 0x1111
    rig.run()
    #expect(rig.core[0] == 2)
    #expect(rig.core[1] == 0x1111)  // came back from the frame
    #expect(rig.core[7] == 5)
    #expect(rig.core[6] == 11)
    #expect(rig.core[13] == ArmRig.stack)
    #expect(rig.core.pc == ArmRig.code + 8)
  }
  @Test func theFrameIsAlignedToEightAndHoldsWhatTheManualSays() throws {
    let rig = try ArmRig([ArmRig.svc, ArmRig.wfi])
    rig.handle(11, [0x4668, 0x4601, ArmRig.wfi])  // mov r0, sp; sleep in the handler
    rig.core[13] = ArmRig.stack - 4
    rig.core[0] = 10; rig.core[3] = 13; rig.core[12] = 22; rig.core[14] = 0x44
    rig.core.flags = 0x6000_0000
    rig.run()
    let frame = ArmRig.stack - 4 - 36
    #expect(rig.core[0] == frame)
    #expect((0..<8).map { rig.word(frame + 4 * $0) } == [10, 0, 0, 13, 22, 0x44, ArmRig.code + 2, 0x6100_0200])
    #expect(rig.core[14] == 0xffff_fff9)
  }
  @Test func processStackAndControl() throws {
    // msr psp, r1; movs r0,#2; msr control, r0; isb; push {r2}; svc; wfi
    let rig = try ArmRig([0xf381, 0x8809, 0x2002, 0xf380, 0x8814, 0xf3bf, 0x8f6f, 0xb404, ArmRig.svc, ArmRig.wfi])
    rig.handle(11, [0x4674, 0xf3ef, 0x8509, ArmRig.bxlr])  // mov r4, lr; mrs r5, psp
    rig.core[1] = 0x2000_0600
    rig.core[2] = 99
    rig.run()
    #expect(rig.core[4] == 0xffff_fffd)
    #expect(rig.core[5] == 0x2000_0600 - 4 - 36)
    #expect(rig.core[13] == 0x2000_05fc)
    #expect(rig.core.msp == ArmRig.stack)
    #expect(rig.word(0x2000_05fc) == 99)
  }
  @Test func pendSVIsChainedToTheHandlerThatSetIt() throws {
    // The SVC handler pends PendSV (lower priority): it runs after it, on the same frame.
    let rig = try ArmRig([ArmRig.svc, ArmRig.wfi])
    rig.ppb(Registers.PPB.SHPR3.offset, 0x00c0_0000)
    rig.handle(11, [0x6020, 0x466e, ArmRig.bxlr])  // str r0,[r4] (ICSR); mov r6, sp
    rig.handle(14, [0x466f, 0x2501, ArmRig.bxlr])  // mov r7, sp; movs r5,#1
    rig.core[0] = 1 << 28
    rig.core[4] = 0xe000_ed04
    rig.run()
    #expect(rig.core[5] == 1)
    #expect(rig.core[6] == rig.core[7])
    #expect(rig.core[13] == ArmRig.stack)
  }
  @Test func aMoreUrgentInterruptNestsAndAnEqualOneWaits() throws {
    let rig = try ArmRig([0x6020, ArmRig.wfi])  // str r0, [r4]: ISPR, interrupt 3
    rig.ppb(Registers.PPB.NVIC_ISER.offset, 0b11_1000)
    rig.ppb(Registers.PPB.NVIC_IPR0.offset, 0x8000_0000)  // 3: priority 2
    rig.ppb(Registers.PPB.NVIC_IPR1.offset, 0x0000_8040)  // 4: 1, 5: 2
    // Handler of 3: pends 4 and 5, then writes 1 at [r7++]; the others 2 and 3.
    rig.handle(19, [0x6021, 0xbf00, 0x2001, 0x7038, 0x3701, ArmRig.bxlr])
    rig.handle(20, [0x2002, 0x7038, 0x3701, ArmRig.bxlr])
    rig.handle(21, [0x2003, 0x7038, 0x3701, ArmRig.bxlr])
    rig.core[0] = 8; rig.core[1] = 0x30; rig.core[4] = 0xe000_e200; rig.core[7] = 0x2000_0900
    rig.run()
    #expect(rig.word(0x2000_0900) & 0xff_ffff == 0x03_01_02)
    #expect(rig.core[7] == 0x2000_0903)
  }
  @Test func anInterruptThatArrivesDuringEntryGoesFirst() throws {
    // Core 0: ten cycles, SVC (priority 3); the frame is stacked in the cycles 11 to 19. Core 1 fills the mailbox in the 15th: interrupt 15, priority 0.
    let nops = [UInt16](repeating: 0xbf00, count: 10)
    let rig = try ArmRig(nops + [ArmRig.svc, ArmRig.wfi], other: nops + nops[..<4] + [0x6008, ArmRig.wfi]) { $0.armQuantum = 1 }
    rig.ppb(Registers.PPB.SHPR2.offset, 0xc000_0000)
    rig.ppb(Registers.PPB.NVIC_ISER.offset, 1 << 15)
    rig.handle(11, [0x2002, 0x7038, 0x3701, ArmRig.bxlr])  // writes 2 at [r7++]
    rig.handle(31, [0x6821, 0x466e, 0x2001, 0x7038, 0x3701, ArmRig.bxlr])  // empties the mailbox, notes SP, writes 1
    rig.core[7] = 0x2000_0900
    rig.core[4] = Registers.SIO.base + Registers.SIO.FIFO_RD.offset
    rig.other[1] = Registers.SIO.base + Registers.SIO.FIFO_WR.offset
    rig.run()
    #expect(rig.word(0x2000_0900) & 0xffff == 0x0201)
    #expect(rig.core[6] == ArmRig.stack - 32)  // one frame for both: the SVC's is not below it
    #expect(rig.core[13] == ArmRig.stack)
  }
  @Test func primaskHoldsBackAndWakes() throws {
    // cpsid i; wfi; movs r0,#1; cpsie i; movs r0,#2; wfi
    let rig = try ArmRig([0xb672, ArmRig.wfi, 0x2001, 0xb662, 0x2002, ArmRig.wfi])
    rig.handle(16, [0x4601, 0x6025, ArmRig.bxlr])  // mov r1, r0
    rig.core[4] = 0xe000_e180; rig.core[5] = 1
    rig.ppb(Registers.PPB.NVIC_ISER.offset, 1)
    rig.run(100)
    #expect(rig.core.sleeping)
    rig.chip.setInterrupt(0, true)
    rig.run()
    #expect(rig.core[0] == 2)
  }
  @Test func sleepOnExit() throws {
    let rig = try ArmRig([ArmRig.wfi, 0x2007, ArmRig.wfi])
    rig.ppb(Registers.PPB.SCR.offset, 2)
    rig.ppb(Registers.PPB.NVIC_ISER.offset, 1)
    rig.handle(16, [0x3601, ArmRig.bxlr])
    rig.run(100)
    for n in 1...3 as ClosedRange<UInt32> {
      rig.chip.setInterrupt(0, true)
      rig.chip.setInterrupt(0, false)
      rig.run(200)
      #expect(rig.core[6] == n)
      #expect(rig.core.sleeping)
      #expect(rig.core[0] == 0)  // thread mode does not go on
    }
  }
  @Test func sevWakesTheOtherCore() throws {
    // core 0: wfe; movs r0,#1; wfi — core 1: 200 × loop, sev, wfi
    let rig = try ArmRig([0xbf20, 0x2001, ArmRig.wfi], other: [0x22c8, 0x3a01, 0xd1fd, 0xbf40, ArmRig.wfi])
    rig.run()
    #expect(rig.core[0] == 1)
    #expect(rig.core.time > 600)
  }
  /// SEVONPEND: an interrupt that becomes pending is an event, also while nobody waits; one that has been pending is none.
  @Test func pendingIsAnEventOnce() throws {
    // wfe; movs r0, #1; wfe; movs r0, #2; wfi
    let rig = try ArmRig([0xbf20, 0x2001, 0xbf20, 0x2002, ArmRig.wfi])
    rig.ppb(Registers.PPB.SCR.offset, Registers.PPB.SCR.SEVONPEND.mask)
    rig.ppb(Registers.PPB.NVIC_ISPR.offset, 1 << 26)  // not enabled
    rig.run()
    #expect(rig.core[0] == 1 && rig.core.sleeping, "the first event was kept, the second WFE waits")
    rig.ppb(Registers.PPB.NVIC_ISPR.offset, 1 << 26)
    rig.run()
    #expect(rig.core[0] == 1, "it was pending already")
    rig.ppb(Registers.PPB.NVIC_ISPR.offset, 1 << 27)
    rig.run()
    #expect(rig.core[0] == 2)
  }
  /// NMI by ICSR and by a line that SYSCFG makes one: taken with PRIMASK set, inside other handlers, once for each rise.
  @Test func nmi() throws {
    // cpsid i; movs r0, #1 …; wfi
    let rig = try ArmRig([0xb672, 0x2001, ArmRig.wfi, 0x2002, ArmRig.wfi])
    rig.handle(2, [0x3401, ArmRig.bxlr])  // adds r4, #1
    rig.run()
    #expect(rig.core[0] == 1 && rig.core.sleeping)
    rig.core[4] = 0
    rig.ppb(Registers.PPB.ICSR.offset, Registers.PPB.ICSR.NMIPENDSET.mask)
    rig.run()
    #expect(rig.core[4] == 1 && rig.core[0] == 2)
    rig.core.pc = ArmRig.code + 4
    _ = rig.chip.store(RESETS.base, ~RESETS.RESET.SYSCFG.mask)
    _ = rig.chip.store(SYSCFG.base + SYSCFG.PROC0_NMI_MASK.offset, 1 << 20)
    rig.chip.setInterrupt(20, true)
    rig.run()
    #expect(rig.core[4] == 2)
    rig.chip.setInterrupt(20, true)
    rig.run()
    #expect(rig.core[4] == 2, "the line did not fall")
    rig.chip.setInterrupt(20, false)
    rig.chip.setInterrupt(20, true)
    rig.run()
    #expect(rig.core[4] == 3 && rig.chip.unmodelledTouches.isEmpty)
  }
  /// VECTPENDING names the most urgent of all that are pending, PendSV among them.
  @Test func vectorPendingLooksAtPriorities() throws {
    let rig = try ArmRig([0xb672, ArmRig.wfi])
    rig.run()
    rig.ppb(Registers.PPB.NVIC_ISER.offset, 1 << 3)
    rig.ppb(Registers.PPB.NVIC_IPR0.offset, 0x8000_0000)
    rig.ppb(Registers.PPB.SHPR3.offset, 0x0040_0000)
    rig.ppb(Registers.PPB.NVIC_ISPR.offset, 1 << 3)
    rig.ppb(Registers.PPB.ICSR.offset, Registers.PPB.ICSR.PENDSVSET.mask)
    func pending() -> UInt32 { Registers.PPB.ICSR.VECTPENDING.of(rig.word(Registers.PPB.base + Registers.PPB.ICSR.offset)) }
    #expect(pending() == 14)
    rig.ppb(Registers.PPB.NVIC_IPR0.offset, 0)
    #expect(pending() == 19)
  }
  @Test func aFaultTakesHardFaultAndAFaultThereLocksUp() throws {
    let rig = try ArmRig([0x6801, ArmRig.wfi])  // ldr r1, [r0]
    rig.core[0] = 0x2000_0001
    rig.handle(3, [0xf3ef, 0x8605, 0x9f06, ArmRig.wfi])  // mrs r6, ipsr; ldr r7, [sp, #24]
    rig.run()
    #expect(rig.core[6] == 3)
    #expect(rig.core[7] == ArmRig.code)
    #expect(rig.core.lastFault?.cause == .unalignedAccess)
    let twice = try ArmRig([0xde00])
    twice.handle(3, [0xde01])
    // The board's end, 100 ms later, is the next thing that happens: who sleeps until then gets to it.
    guard case .idle(let until) = twice.chip.run(until: 10_000) else { Issue.record("not idle"); return }
    #expect(twice.core.lockedUp)
    guard until < 1 << 40, case .stopped = twice.chip.run(until: until) else { Issue.record("no end at \(until)"); return }
    #expect(twice.chip.reports.contains { $0.contains("undefined instruction 0xde00") })
  }
  @Test(arguments: [
    ([0x4700] as [UInt16], 0x2000_1010 as UInt32, ArmFault.Cause.noThumbBit), ([0x4700], 0x4000_0001, .notExecutable), ([0x4700], 0xf000_0001, .notExecutable),
    ([0x6801], 0x6000_0000, .busError), ([0xbe00], 0, .breakpoint), ([0xb672, 0xdf00], 0, .svcNotAllowed), ([0x8801], 0x2000_0001, .unalignedAccess),
    ([0xc802], 0x2000_0002, .unalignedAccess), ([0x6001], 0x6000_0000, .busError), ([0xf7f0, 0xa000], 0, .undefinedInstruction),
    ([0xe800], 0, .undefinedInstruction),
  ])
  func faults(_ code: [UInt16], _ r0: UInt32, _ cause: ArmFault.Cause) throws {
    let rig = try ArmRig(code)
    rig.core[0] = r0
    rig.handle(3, [ArmRig.wfi])
    rig.run()
    #expect(rig.core.lastFault?.cause == cause)
    #expect(rig.core.activeException == 3)
  }
  @Test func runningOffTheEndOfMemoryIsAFault() throws {
    let rig = try ArmRig([])
    rig.put(0x2004_1ffc, [0xbf00, 0xbf00])
    rig.core.pc = 0x2004_1ffc
    rig.handle(3, [ArmRig.wfi])
    rig.run()
    #expect(rig.core.lastFault?.cause == .notExecutable)
    #expect(rig.core.lastFault?.pc == 0x2004_2000)
  }
  @Test func bothNAndZByMSR() throws {
    // msr apsr, r0; bmi; …; beq +2; …; mrs r2, apsr
    let rig = try ArmRig([0xf380, 0x8800, 0xd401, 0x2100, ArmRig.wfi, 0xd000, 0x2100, 0xf3ef, 0x8200, ArmRig.wfi])
    rig.core[0] = 0xf000_0000
    rig.core[1] = 1
    rig.run()
    #expect(rig.core[1] == 1)
    #expect(rig.core[2] == 0xf000_0000)
  }
  @Test func mpu() throws {
    // Region 0: all, full access; region 1: 256 bytes at 0x20000400, no access. str r1,[r0]; wfi
    let rig = try ArmRig([0x6001, 0x6011, ArmRig.wfi])
    rig.handle(3, [ArmRig.wfi])
    rig.ppb(Registers.PPB.MPU_RBAR.offset, 0x10)
    rig.ppb(Registers.PPB.MPU_RASR.offset, 3 << 24 | 31 << 1 | 1)
    rig.ppb(Registers.PPB.MPU_RBAR.offset, 0x2000_0400 | 0x11)
    rig.ppb(Registers.PPB.MPU_RASR.offset, 0 << 24 | 7 << 1 | 1)
    rig.ppb(Registers.PPB.MPU_CTRL.offset, 1)
    rig.core[0] = 0x2000_03fc; rig.core[1] = 0x77; rig.core[2] = 0x2000_0400
    rig.run()
    #expect(rig.word(0x2000_03fc) == 0x77)
    #expect(rig.core.lastFault?.cause == .protection)
    #expect(rig.core.lastFault?.address == 0x2000_0400)
  }
  @Test func unprivilegedCodeCannotTouchThePPB() throws {
    let rig = try ArmRig([0x2001, 0xf380, 0x8814, 0xb672, 0xf3ef, 0x8310, 0x6821, ArmRig.wfi])  // control=1; cpsid i; mrs r3, primask; ldr r1,[r4]
    rig.handle(3, [ArmRig.wfi])
    rig.core[4] = 0xe000_ed00
    rig.run()
    #expect(rig.core[3] == 0)
    #expect(rig.core.lastFault?.address == 0xe000_ed00)
  }

  /// Code, registers and the cycles it takes from R0's address: those of the instruction, with WFI's two taken off.
  @Test(
    arguments: [
      ([0x1840], 1), ([0x4348], 1), ([0x6801], 2), ([0x6001], 2), ([0x6811], 1), ([0x6011], 1), ([0x6819], 4), ([0x6019], 5), ([0xb407], 4), ([0xbc07], 4),
      ([0xe7ff], 2), ([0xd0ff], 1), ([0xd1ff], 2), ([0xf000, 0xf800], 3), ([0x46fe, 0x3603, 0x46b6], 3), ([0xf3ef, 0x8100], 3), ([0xf3bf, 0x8f5f], 3),
      ([0x4738], 2),
      ([0xbf00], 1), ([0xc807], 4), ([0xa500], 1), ([0x4478, 0x0000], 2),
    ] as [([UInt16], Int)])
  func cycles(_ code: [UInt16], _ expected: Int) throws {
    let rig = try ArmRig(code + [ArmRig.wfi])
    _ = rig.chip.store(Registers.RESETS.base + 0x3000, ~0)
    rig.core[0] = 0x2000_0500  // RAM
    rig.core[2] = Registers.SIO.base + 0x14  // the single-cycle port
    rig.core[3] = Registers.WATCHDOG.base + 0x0c  // behind the APB bridge
    rig.core[7] = ArmRig.code + 3  // for BX
    rig.core.flags = 0
    #expect(rig.run() == Cycle(expected + 2))
  }
  @Test func interruptEntryTakesFifteenCycles() throws {
    let rig = try ArmRig([ArmRig.svc])
    rig.handle(11, [ArmRig.wfi])
    #expect(rig.run() == 1 + 15 + 2)
  }

  /// Two cores count in turn under a spinlock, and with the lock held in plain memory: nothing is lost, whatever the quantum.
  @Test(arguments: [1, 8, 64, 1000] as [Cycle]) func spinlocksHoldBetweenCores(_ quantum: Cycle) throws {
    // loop: ldr r2,[r0] (lock); cmp r2,#0; beq loop; ldr r3,[r1]; adds r3,#1; str r3,[r1]; str r2,[r0]; subs r4,#1; bne loop; wfi
    let code: [UInt16] = [0x6802, 0x2a00, 0xd0fc, 0x680b, 0x3301, 0x600b, 0x6002, 0x3c01, 0xd1f6, ArmRig.wfi]
    let rig = try ArmRig(code, other: code) { $0.armQuantum = quantum }
    for core in [rig.core, rig.other] { core[0] = Registers.SIO.base + 0x100; core[1] = 0x2000_0900; core[4] = 500 }
    _ = rig.chip.store(0x2000_0900, 0)
    rig.run(200_000)
    #expect(rig.word(0x2000_0900) == 1000)
  }
  @Test func savesAndRestores() throws {
    let code: [UInt16] = [0x3001, 0x4041, 0xe7fc]
    let rig = try ArmRig(code)
    rig.run(1000)
    let saved = try rig.chip.save()
    let copy = try ArmRig(code)
    try copy.chip.restore(saved)
    _ = rig.chip.run(until: 5000)
    _ = copy.chip.run(until: 5000)
    #expect((0..<16).allSatisfy { rig.core[$0] == copy.core[$0] })
    #expect(rig.core.time == copy.core.time && rig.core.flags == copy.core.flags)
  }

  /// Code, literals, calls and vectors in the view of SRAM that has its banks one after the other (data sheet §2.6.2).
  @Test func codeRunsInUnstripedSRAM() throws {
    let rig = try ArmRig([])
    // movs r0, #7; ldr r1, [pc, #12]; bl over one halfword; nop; svc 0; wfi
    let code: [UInt16] = [0x2007, 0x4903, 0xf000, 0xf801, 0xbf00, 0xdf00, ArmRig.wfi]
    for (i, w) in code.enumerated() { _ = rig.chip.store(0x2100_8000 + UInt32(2 * i), UInt32(w), bytes: 2) }
    _ = rig.chip.store(0x2100_8010, 0x1234_5678)
    // SVC's handler adds to r4; its vector is in the same view.
    rig.core.ppb.vectorTable = 0x2102_0000
    _ = rig.chip.store(0x2102_002c, 0x2101_0001)
    for (i, w) in [0x3405, 0x4770].enumerated() { _ = rig.chip.store(0x2101_0000 + UInt32(2 * i), UInt32(w), bytes: 2) }
    rig.core.pc = 0x2100_8000
    rig.core[1] = 0; rig.core[4] = 0
    rig.run()
    #expect(rig.core[0] == 7)
    #expect(rig.core[1] == 0x1234_5678)
    #expect(rig.core[4] == 5)
    #expect(rig.core.sleeping && rig.core.lastFault == nil)
    #expect(rig.core.pc == 0x2100_800e)
  }
}
