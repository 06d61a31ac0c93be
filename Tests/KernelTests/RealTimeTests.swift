import Emulation
import RP2040
import Registers
import Testing

@testable import Kernel
@testable import Port

/// How many cycles pass between a cause and the first instruction of what it wakes: the table of Documentation/Kernel.md. Times are those of the hosted core, whose
/// register accesses cost what the bus takes and whose computing costs what the kernel's own `spend`s say.
@Suite struct RealTimeTests {
  private final class Figures {
    var values: [UInt64] = []
    var text: String {
      let s = values.sorted()
      return "\(s.first ?? 0) / \(s.reduce(0, +) / UInt64(max(s.count, 1))) / \(s.last ?? 0)"
    }
  }
  private static let rounds = 200

  /// `cause` runs in a task of priority 2 again and again; what it wakes calls `arrived`. Computing goes on beside it on both cores.
  private func measure(
    cores: Int, waker: UInt32, wakes: UInt32 = Kernel.anyCore, from: UInt32 = 1,
    _ prepare: @escaping (Rig, Kernel) -> Address, wait: @escaping (Kernel, Address) -> Void, cause: @escaping (Kernel, Address) -> Void,
    handler: @escaping (Kernel, Address) -> Void = { _, _ in }
  ) throws -> Figures {
    let figures = Figures(), rig = try Rig()
    rig.cores = cores
    var start: UInt64 = 0, object: Address = 0
    // A register access first: the chip's clock is the running core's then.
    func now(_ k: Kernel) -> UInt64 {
      _ = k.port.read(SIO.base + SIO.CPUID.offset)
      return rig.chip.now
    }
    rig.extraInterrupt = { k, _ in handler(k, object) }
    rig.setUp = { rig, k in
      object = prepare(rig, k)
      rig.spawn(k, priority: waker, affinity: wakes) { k in
        while figures.values.count < Self.rounds {
          wait(k, object)
          figures.values.append(now(k) - start)
        }
      }
      rig.spawn(k, priority: 2, affinity: from) { k in
        k.port.write(PPB.base + PPB.NVIC_ISER.offset, 1 << IRQ.SPARE_IRQ_0)
        for i in 0..<Self.rounds + 2 {
          k.delay(microseconds: 100)
          k.busy(UInt32(i * 37 % 500))
          start = now(k)
          cause(k, object)
        }
      }
    }
    try rig.run(milliseconds: 60)
    #expect(figures.values.count == Self.rounds)
    return figures
  }

  @Test func theTable() throws {
    func semaphore(_ rig: Rig, _ k: Kernel) -> Address { k.makeSemaphore(most: 1, initial: 0) }
    let take: (Kernel, Address) -> Void = { k, s in _ = k.take(s, until: .never) }
    let pend: (Kernel, Address) -> Void = { k, _ in
      k.port.write(PPB.base + PPB.NVIC_ISPR.offset, 1 << IRQ.SPARE_IRQ_0)
      _ = k.port.read(SIO.base + SIO.CPUID.offset)
    }
    let interrupt = try measure(cores: 1, waker: 5, semaphore, wait: take, cause: pend) { k, s in k.give(s) }
    let task = try measure(cores: 1, waker: 5, semaphore, wait: take) { k, s in k.give(s) }
    let other = try measure(cores: 2, waker: 5, wakes: 2, semaphore, wait: take) { k, s in k.give(s) }
    var target: TaskHandle = 0
    let notified = try measure(
      cores: 1, waker: 5, { _, _ in 0 },
      wait: { k, _ in
        target = k.task
        _ = k.takeNotification(all: true, until: .never)
      }
    ) { k, _ in _ = k.notify(target) }
    let queued = try measure(
      cores: 1, waker: 5, { _, k in k.makeQueue(capacity: 4, itemBytes: 4) },
      wait: { k, q in _ = k.receive(q, MemoryMapScratch.item, until: .never) }
    ) { k, q in _ = k.send(q, MemoryMapScratch.item, until: .never) }
    let table =
      [
        ("interrupt to task", interrupt, 300), ("task to task, semaphore", task, 250), ("task to task, notification", notified, 250),
        ("task to task, queue of words", queued, 300), ("task to task on the other core", other, 600),
      ] as [(String, Figures, UInt64)]
    for (name, figures, bound) in table {
      print("real time: \(name): \(figures.text) cycles (least / mean / most)")
      #expect(figures.values.max()! <= bound, "\(name): \(figures.text)")
      #expect(figures.values.min()! >= 60, "\(name): \(figures.text) is too little to be true")
    }
  }
}

/// A word that no task or object uses.
private enum MemoryMapScratch { static let item: Address = 0x2004_1f00 }
