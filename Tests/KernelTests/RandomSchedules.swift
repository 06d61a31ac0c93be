import Drivers
import RP2040
import Testing

@testable import Kernel
@testable import Port

/// Random programs on both cores, with and without preemption injected every few microseconds, against a model of what each
/// object promises: mutual exclusion, order, nothing lost, nothing early; and the kernel's lists checked between turns.
@Suite struct RandomSchedules {
  final class Model {
    var owner: [Int?] = [nil, nil, nil]
    var sent: [UInt32] = [], received: [UInt32] = []
    var given = 0, taken = 0
    var wrong: [String] = []
    var operations = 0, early = 0
  }

  func program(seed: UInt64, chaos: Bool, cores: Int, quantum: UInt64 = 1000) throws -> (Model, [String]) {
    let rig = try Rig(seed: seed, quantum: quantum)
    rig.chaos = chaos
    rig.cores = cores
    let model = Model()
    rig.setUp = { rig, k in
      let mutexes = (0..<3).map { _ in
        let m = k.allocate(20); k.memory.fill(m, 0, count: 20); return m
      }
      let queue = k.makeQueue(capacity: 4, itemBytes: 8), semaphore = k.makeQueue(capacity: 1000, itemBytes: 0)
      let list = k.allocate(8)
      k.memory.fill(list, 0, count: 8)
      for i in 0..<7 {
        rig.spawn(k, priority: 1 + rig.below(4), affinity: rig.below(3) == 0 ? 1 + rig.below(2) & UInt32(cores - 1) : 3) { k in
          let item = k.allocate(8)
          while true {
            model.operations += 1
            k.busy(rig.below(900))
            let end = [Deadline.now, .never, k.after(microseconds: UInt64(rig.below(300)))][Int(rig.below(3))]
            switch rig.below(8) {
            case 0, 1:
              let n = Int(rig.below(3))
              let wake = k.lock(mutexes[n], until: end)
              if wake == .signalled {
                if let o = model.owner[n] { model.wrong.append("mutex \(n) of \(o) given to \(i)") }
                model.owner[n] = i
                k.busy(rig.below(2000))
                // Nested only upwards: no deadlock.
                if n < 2, rig.below(2) == 0, k.lock(mutexes[2], until: end) == .signalled {
                  if model.owner[2] != nil { model.wrong.append("inner mutex") }
                  model.owner[2] = i
                  k.busy(rig.below(500))
                  model.owner[2] = nil
                  _ = k.unlock(mutex: mutexes[2])
                }
                if model.owner[n] != i { model.wrong.append("mutex \(n) lost by \(i)") }
                model.owner[n] = nil
                if !k.unlock(mutex: mutexes[n]) { model.wrong.append("unlock") }
              } else if wake == .timedOut && end != .now && k.now < end.microseconds {
                model.early += 1
              }
            case 2:
              let n = UInt32(i) << 16 | UInt32(model.operations & 0xffff)
              k.memory[item] = n
              k.memory[item + 4] = ~n
              if k.send(queue, item, until: end == .never ? k.after(microseconds: 2000) : end) == .signalled { model.sent.append(n) }
            case 3, 4:
              if k.receive(queue, item, until: end == .never ? k.after(microseconds: 500) : end) == .signalled {
                if k.memory[item] != ~k.memory[item + 4] { model.wrong.append("torn item") }
                model.received.append(k.memory[item])
              }
            case 5:
              if k.send(semaphore, 0, until: .now) == .signalled { model.given += 1 }
            case 6:
              if k.receive(semaphore, 0, until: end == .never ? k.after(microseconds: 400) : end) == .signalled { model.taken += 1 }
            default:
              let t = k.now, n = UInt64(rig.below(400))
              if rig.below(3) == 0 {
                k.wake(list, count: 1 + rig.below(2))
              } else if rig.below(4) == 0 {
                _ = k.wait(on: list, until: Deadline(microseconds: t + n))
              } else {
                k.delay(microseconds: n)
                if k.now < t + n { model.early += 1 }
              }
              if rig.below(10) == 0 { k.setPriority(k.task, 1 + rig.below(4)) }
            }
          }
        }
      }
    }
    var broken: [String] = []
    for slice in 0..<400 {
      try rig.run(milliseconds: 0)
      let end = rig.chip.now + 30_000 + UInt64(slice)
      if case .stopped(let why) = rig.chip.run(until: end) { throw Rig.Stopped(why: "\(why)") }
      // Between turns a core may hold the lock: then the lists are in motion.
      if slice > 20, rig.chip.bus.peek(0xd000_005c, at: rig.chip.now).map({ $0 & 1 << 30 == 0 }) ?? false, let why = invariantsBroken(rig.memory) {
        broken.append(why); break
      }
    }
    return (model, broken)
  }

  func check(_ seed: UInt64, chaos: Bool, cores: Int, quantum: UInt64 = 1000) throws {
    let (m, broken) = try program(seed: seed, chaos: chaos, cores: cores, quantum: quantum)
    #expect(m.wrong.isEmpty, "seed \(seed): \(m.wrong.prefix(3))")
    #expect(broken.isEmpty, "seed \(seed): \(broken.prefix(3))")
    #expect(m.early == 0, "seed \(seed)")
    // What was received was sent, each once; at most what the queue holds is missing (and one item in each task's hands).
    #expect(m.operations > 300, "seed \(seed)")
    #expect(Set(m.received).count == m.received.count, "seed \(seed)")
    #expect(m.taken <= m.given + 7)
    let missing = Set(m.received).subtracting(m.sent).count
    #expect(missing <= 7, "seed \(seed)")
  }

  @Test(arguments: 1...6) func oneCore(_ seed: UInt64) throws { try check(seed, chaos: false, cores: 1) }
  @Test(arguments: 1...8) func twoCores(_ seed: UInt64) throws { try check(seed, chaos: false, cores: 2) }
  @Test(arguments: 1...8) func chaosOnOneCore(_ seed: UInt64) throws { try check(seed, chaos: true, cores: 1) }
  @Test(arguments: 1...12) func chaosOnTwoCores(_ seed: UInt64) throws { try check(seed, chaos: true, cores: 2) }
  @Test(arguments: [50, 200, 5000]) func chaosAtOtherQuanta(_ quantum: UInt64) throws { try check(77, chaos: true, cores: 2, quantum: quantum) }

  @Test func theSameSeedGivesTheSameRun() throws {
    let (a, _) = try program(seed: 5, chaos: true, cores: 2), (b, _) = try program(seed: 5, chaos: true, cores: 2)
    #expect(a.received == b.received && a.operations == b.operations && a.sent == b.sent)
  }
}
