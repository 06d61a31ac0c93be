import Emulation
import Glibc
import RP2040

/// Both cores execute a program that stays in RAM, for so many cycles; prints host time and instructions of the emulated kind.
enum ArmBench {
  /// Thumb code at 0x20000100: CRC-32 over a block, a copy, a bubble of compares: loads, stores, shifts, branches, calls.
  static let code: [UInt16] = [
    // outer:
    0x4c12,  //  ldr r4, =0x20001000   (literal at +0x4c)
    0x2540,  //  movs r5, #64
    0x2000,  //  movs r0, #0
    // loop:
    0x6821,  //  ldr r1, [r4]
    0x4048,  //  eors r0, r1
    0x2208,  //  movs r2, #8
    // bit:
    0x0840,  //  lsrs r0, r0, #1
    0xd300,  //  bcc +0 (skip next)
    0x4058,  //  eors r0, r3
    0x3a01,  //  subs r2, #1
    0xd1fa,  //  bne bit
    0x6020,  //  str r0, [r4]
    0x3404,  //  adds r4, #4
    0xf000, 0xf804,  // bl leaf
    0x3d01,  //  subs r5, #1
    0xd1f2,  //  bne loop
    0xe7ed,  //  b outer
    0xbf00,  //  nop
    // leaf:
    0xb530,  //  push {r4, r5, lr}
    0x7801,  //  ldrb r1, [r0 ...] is replaced below
    0x1864,  //  adds r4, r4, r1
    0xbd30,  //  pop {r4, r5, pc}
  ]

  static func run(cores: Int, megacycles: UInt64, quantum: UInt64, arbitrates: Bool = true) throws {
    var configuration = RP2040.Configuration()
    configuration.arm = true
    configuration.armQuantum = quantum
    configuration.arbitrates = arbitrates
    let chip = try RP2040(configuration)
    var program = code
    program[20] = 0x4669  // mov r1, sp
    for core in 0..<2 {
      let at: UInt32 = 0x2000_0100 + UInt32(core) * 0x100
      for (i, w) in program.enumerated() { _ = chip.store(at + UInt32(2 * i), UInt32(w), bytes: 2) }
      _ = chip.store(at + 0x4c, 0x2000_1000 + UInt32(core) * 0x1000)
      guard let arm = chip.armCore(core) else { return }
      if core < cores { arm[13] = 0x2004_0000 - UInt32(core) * 0x1000; arm.pc = at } else { arm.sleepForEver() }
    }
    let begin = clock()
    let stop = chip.run(until: megacycles * 1_000_000)
    let seconds = Double(clock() - begin) / Double(CLOCKS_PER_SEC)
    let cycles = Double(megacycles) * Double(cores)
    let waits = chip.bus.arbiter.waited
    print(
      "\(cores) core\(cores == 1 ? "" : "s"), quantum \(quantum)\(arbitrates ? "" : ", no waits for the other core"): \(stop), \(Int(cycles / seconds + 0.5)) M core cycles in a host second, "
        + "\((cycles / seconds / 125 / Double(cores) * 100).rounded() / 100) × real time at 125 MHz; \(waits[0] + waits[1]) cycles waited")
  }

  /// A core, or each of both, loads from a register so many times: `loop: ldr r1, [r0]; subs r2, #1; bne loop; wfi`.
  static func poll(_ address: UInt32, count: UInt32, cores: Int) throws {
    var configuration = RP2040.Configuration()
    configuration.arm = true
    let chip = try RP2040(configuration)
    _ = chip.store(0x4000_f000, 0xffff_ffff)  // RESETS.RESET, by its alias that clears
    for core in 0..<2 {
      let at: UInt32 = 0x2000_0100 + UInt32(core) * 0x100
      for (i, w) in ([0x6801, 0x3a01, 0xd1fc, 0xbf30] as [UInt16]).enumerated() { _ = chip.store(at + UInt32(2 * i), UInt32(w), bytes: 2) }
      guard let arm = chip.armCore(core) else { return }
      if core < cores { arm[0] = address; arm[2] = count; arm.pc = at } else { arm.sleepForEver() }
    }
    let begin = clock()
    let stop = chip.run(until: 1 << 40)
    let seconds = Double(clock() - begin) / Double(CLOCKS_PER_SEC)
    print("\(stop) after \(chip.now) cycles, \(Int(seconds * 1e9 / Double(count) / Double(cores))) ns a turn of the loop")
  }
}
