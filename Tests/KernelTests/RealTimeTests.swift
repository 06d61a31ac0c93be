import CPort
import Emulation
import Measure
import RP2040
import Testing

@testable import Port

/// How many cycles pass between a cause and the first instruction of what it wakes, hosted: the table of Documentation/Kernel.md. Times are those of the hosted core, whose
/// register accesses cost what the bus takes and whose computing costs what the kernel's own `spend`s say. `make real-time` runs the same image on the ARM cores.
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
    let bounds: [(Measure.Path, String, UInt32)] = [
      (.handler, "interrupt to its handler", 60), (.interrupt, "interrupt to task", 300), (.semaphore, "task to task, semaphore", 250),
      (.notification, "task to task, notification", 250), (.queue, "task to task, queue of words", 300),
      (.otherCore, "task to task on the other core", 600), (.yield, "yield to an equal task", 300),
    ]
    for (path, name, bound) in bounds {
      let r = Measure.result(memory, path)
      print("real time: \(name): \(r.least) / \(r.mean) / \(r.most) cycles (least / mean / most)")
      #expect(r.mean <= bound && r.least <= r.mean && r.mean <= r.most, "\(name): \(r)")
      #expect(r.least >= 10, "\(name): \(r) is too little to be true")
    }
  }
}
