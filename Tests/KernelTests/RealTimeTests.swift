import CPort
import Emulation
import Measure
import RP2040
import Testing

@testable import Port

/// How many cycles pass between a cause and the first instruction of what it wakes, hosted: the table of Documentation/Kernel.md. Times are those of the hosted core, whose
/// register accesses cost what the bus takes and whose computing costs what the kernel's own `spend`s say: within a fifth what the same image takes on the ARM cores.
@Suite struct RealTimeTests {
  @Test func theTable() throws {
    var c = RP2040.Configuration()
    c.firmware = firmware_image(
      start: { Measure.start(Port($0), core: $1) }, interrupt: { Measure.interrupt(Port($0), $1) },
      task: { Measure.task(Port($0), $1, $2) }, pick: { Measure.pick(Port($0), $1) })
    let chip = try RP2040(c)
    let memory = Memory(base: chip.space.base)
    let end: Cycle = 125_000 * 1500
    run: while chip.now < end {
      switch chip.run(until: end) {
      case .stopped(let why):
        Issue.record("\(why)")
        break run
      case .idle(let until): if until > end { break run }
      default: break
      }
    }
    #expect(Measure.isFinished(memory))
    // What the ARM image takes (`make real-time`).
    let arm: [(Measure.Path, String, UInt32)] = [
      (.handler, "interrupt to its handler", 67), (.interrupt, "interrupt to task", 952), (.semaphore, "task to task, semaphore", 842),
      (.notification, "task to task, notification", 915), (.queue, "task to task, queue of words", 914),
      (.otherCore, "task to task on the other core", 1340), (.yield, "yield to an equal task", 1013),
    ]
    for (path, name, cycles) in arm {
      let r = Measure.result(memory, path)
      print("real time: \(name): \(r.least) / \(r.mean) / \(r.most) cycles (least / mean / most)")
      #expect(r.mean * 5 >= cycles * 4 && r.mean * 5 <= cycles * 6 && r.least <= r.mean && r.mean <= r.most, "\(name): \(r), ARM \(cycles)")
    }
  }
}
