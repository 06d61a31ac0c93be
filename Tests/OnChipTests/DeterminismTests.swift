import CPort
import Emulation
import Glibc
import RP2040
import Registers
import Testing

/// Two cores with tasks, timer and FIFO interrupts, spinlocks and a recorder: everything whose order could depend on how the host runs it.
/// The state is the mix's own memory at 0x2000_0000.
final class Mix {
  let firmware = TestFirmware()
  let recorder = Recorder()
  let chip: RP2040

  init(quantum: Cycle = 1000, seed: UInt32 = 1) throws {
    firmware.start = { b, core in
      let memory = b.pointee.memory + 0x2000_0000
      func note(_ offset: UInt32, _ v: UInt32) { b.write(Recorder.base + offset, v) }
      if core == 0 {
        b.startCrystal()
        b.startPLL()
        b.release(RESETS.RESET.TIMER.mask)
        memory.initializeMemory(as: UInt32.self, repeating: 0, count: 64)
        // Launch core 1 as the data sheet's §2.8.2 says.
        let words: [UInt32] = [0, 0, 1, 0x1000_0100, 0x2000_4000, 0x1000_0201]
        var step = 0
        while step < words.count {
          if words[step] == 0 { while b.read(SIO.base + SIO.FIFO_ST.offset) & 1 != 0 { _ = b.read(SIO.base + SIO.FIFO_RD.offset) } }
          b.write(SIO.base + SIO.FIFO_WR.offset, words[step])
          while b.read(SIO.base + SIO.FIFO_ST.offset) & 1 == 0 { b.spend(4) }
          step = b.read(SIO.base + SIO.FIFO_RD.offset) == words[step] ? step + 1 : 0
        }
        note(0, 0xc0de)
        b.write(TIMER.base + TIMER.INTE.offset, 1)
        b.write(TIMER.base + TIMER.ALARM0.offset, b.read(TIMER.base + TIMER.TIMERAWL.offset) + 100)
        b.write(PPB.base + PPB.NVIC_ISER.offset, 1 | 1 << IRQ.SIO_IRQ_PROC0)
      } else {
        b.write(PPB.base + PPB.NVIC_ISER.offset, 1 << IRQ.SIO_IRQ_PROC1)
      }
      var x = seed &* 2_654_435_761 &+ core
      while true {
        x ^= x << 13; x ^= x >> 17; x ^= x << 5
        b.spend(Int32(x % 700))
        switch x >> 8 & 7 {
        case 0:
          // A counter under spinlock 3.
          while b.read(SIO.base + SIO.SPINLOCK0.offset + 12) == 0 { b.spend(4) }
          let v = (memory + 16).load(as: UInt32.self)
          b.spend(Int32(x & 63))
          (memory + 16).storeBytes(of: v + 1, as: UInt32.self)
          b.write(SIO.base + SIO.SPINLOCK0.offset + 12, 1)
          note(4, v)
        case 1: if b.read(SIO.base + SIO.FIFO_ST.offset) & 2 != 0 { b.write(SIO.base + SIO.FIFO_WR.offset, x) }
        case 2: note(8, b.read(TIMER.base + TIMER.TIMERAWL.offset))
        case 3: b.write(SIO.base + SIO.GPIO_OUT_XOR.offset, 1 << (x >> 16 & 7))
        case 4: b.write(SIO.base + SIO.FIFO_ST.offset, 0xff); b.wait()
        default: note(12, x)
        }
      }
    }
    firmware.interrupt = { b, irq in
      if irq == IRQ.TIMER_IRQ_0 {
        b.write(TIMER.base + TIMER.INTR.offset, 1)
        let t = b.read(TIMER.base + TIMER.TIMERAWL.offset)
        b.write(TIMER.base + TIMER.ALARM0.offset, t + 50 + t % 37)
        b.write(Recorder.base + 16, t)
      } else {
        while b.read(SIO.base + SIO.FIFO_ST.offset) & 1 != 0 { b.write(Recorder.base + 20, b.read(SIO.base + SIO.FIFO_RD.offset)) }
        b.write(SIO.base + SIO.FIFO_ST.offset, 0xff)
        b.spend(40)
      }
    }
    chip = try firmware.chip { $0.quantum = quantum }
    chip.attach(recorder, base: Recorder.base, size: 0x1000, kind: .ahb)
  }
  func run(until end: Cycle, slice: Cycle) -> UInt64 {
    var at: Cycle = 0
    while at < end {
      at = min(at + slice, end)
      if case .stopped(let why) = chip.run(until: at) { Issue.record("\(why)"); break }
    }
    return recorder.hash
  }
}

@Suite struct DeterminismTests {
  static let length: Cycle = 3_000_000

  @Test func slicesDoNotChangeTheRun() throws {
    var hashes: [UInt64] = []
    for slice: Cycle in [12_500_000, 99_991, 1_234, 100] {
      let mix = try Mix()
      hashes.append(mix.run(until: Self.length, slice: slice))
      #expect(mix.recorder.log.count > 5_000)
      // Both cores took part, and accesses were in order.
      #expect(Set(stride(from: 1, to: mix.recorder.log.count, by: 2).map { mix.recorder.log[$0] >> 56 }) == [0, 1])
      let cycles = stride(from: 0, to: mix.recorder.log.count, by: 2).map { mix.recorder.log[$0] }
      #expect(zip(cycles, cycles.dropFirst()).allSatisfy { $0 <= $1 })
    }
    #expect(Set(hashes).count == 1)
    // The same number in debug and release, and on every machine.
    #expect(hashes[0] == 12_289_613_256_918_020_355)
  }

  @Test func boardsInterleavedOrOnThreadsAreAlone() throws {
    let alone = try Mix().run(until: Self.length, slice: 50_000)
    let a = try Mix(), b = try Mix()
    for end in stride(from: 1000 as Cycle, through: Self.length, by: 1000) { _ = a.chip.run(until: end); _ = b.chip.run(until: end) }
    #expect(a.recorder.hash == alone)
    #expect(b.recorder.hash == alone)
    nonisolated(unsafe) var results = [UInt64](repeating: 0, count: 2)
    results.withUnsafeMutableBufferPointer { out in
      nonisolated(unsafe) let out = out
      var threads: [pthread_t] = []
      for i in 0..<2 {
        threads.append(thread { out[i] = (try? Mix().run(until: Self.length, slice: 7_777)) ?? 0 })
      }
      for t in threads { pthread_join(t, nil) }
    }
    #expect(results == [alone, alone])
  }
}

@Suite struct HostInputTests {
  final class Receiver: HostInputReceiver {
    var got: [(UInt16, Cycle)] = []
    func receive(_ item: HostInput, at cycle: Cycle) { got.append((item.port, cycle)) }
  }
  /// Live: delivered between slices at the frontier. Replayed: all of it known from the start. The run is the same.
  @Test func replayedInputGivesTheSameRun() throws {
    final class Poke: HostInputReceiver {
      let chip: RP2040
      init(_ chip: RP2040) { self.chip = chip }
      func receive(_ item: HostInput, at cycle: Cycle) {
        chip.setInterrupt(IRQ.SIO_IRQ_PROC0 + UInt32(item.port), true); chip.setInterrupt(IRQ.SIO_IRQ_PROC0 + UInt32(item.port), false)
      }
    }
    let live = try Mix()
    let a = Poke(live.chip)
    live.chip.inputReceiver = a
    var log: [(Cycle, HostInput)] = []
    for i in 1...40 as ClosedRange<UInt64> {
      _ = live.chip.run(until: i * 50_021)
      let item = HostInput(port: UInt16(i & 1), bytes: [])
      log.append((live.chip.frontier + i * 7, item))
      live.chip.deliver(item, at: log.last!.0)
    }
    _ = live.chip.run(until: 2_500_000)
    let replay = try Mix()
    let b = Poke(replay.chip)
    replay.chip.inputReceiver = b
    for (cycle, item) in log { replay.chip.deliver(item, at: cycle) }
    _ = replay.chip.run(until: 2_500_000)
    #expect(replay.recorder.hash == live.recorder.hash)
    withExtendedLifetime((a, b)) {}
  }
  @Test func itemsOfACycleKeepTheirOrder() throws {
    let b = try Bench()
    let r = Receiver()
    b.chip.inputReceiver = r
    b.chip.deliver(HostInput(port: 3, bytes: []), at: 100)
    b.chip.deliver(HostInput(port: 1, bytes: []), at: 50)
    b.chip.deliver(HostInput(port: 2, bytes: []), at: 100)
    #expect(b.pass(10) == .idle(until: 50))
    b.pass(200)
    #expect(r.got.map(\.0) == [1, 3, 2] && r.got.map(\.1) == [50, 100, 100])
  }
}
