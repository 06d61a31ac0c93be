import CPort
import Emulation
import Foundation
import RP2040
import Registers
import Testing

/// What a register access and a turn cost the host. Counted under callgrind (Documentation/Emulation.md):
/// `COST=reads|writes|turns|events valgrind --tool=callgrind …xctest --filter CostTests`; without COST nothing runs.
@Suite struct CostTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["COST"] != nil))
  func cost() throws {
    let what = ProcessInfo.processInfo.environment["COST"] ?? ""
    let count = Int(ProcessInfo.processInfo.environment["COUNT"] ?? "") ?? 100_000
    let f = TestFirmware()
    f.start = { b, core in
      guard core == 0 else { return }
      switch what {
      case "reads": for _ in 0..<count { _ = b.read(SIO.base + SIO.GPIO_IN.offset) }
      case "apb": for _ in 0..<count { _ = b.read(WATCHDOG.base + WATCHDOG.SCRATCH0.offset) }
      case "writes": for i in 0..<count { b.write(SIO.base + SIO.GPIO_OUT.offset, UInt32(i & 1)) }
      case "timer":
        b.startCrystal()
        b.startPLL()
        b.release(RESETS.RESET.TIMER.mask)
        for _ in 0..<count { _ = b.read(TIMER.base + TIMER.TIMERAWL.offset) }
      case "turns": for _ in 0..<count { b.spend(70_000) }
      case "spend": for _ in 0..<count { b.spend(1) }
      default: break
      }
      b.write(Recorder.base, 1)
    }
    let chip = try f.chip()
    let recorder = Recorder()
    chip.attach(recorder, base: Recorder.base, size: 0x1000, kind: .ahb)
    var end: Cycle = 0
    while recorder.log.isEmpty { end += 1 << 40; if case .stopped(let why) = chip.run(until: end) { Issue.record("\(why)"); break } }
  }
}
