import CPort
import Port
import Testing

@testable import Python

/// T2.2 and T2.6: an interrupt at every point where one can come. Hosted, these are the points at which time is charged; the handlers, on both cores in
/// turn, allocate from their arenas and look whether the heap can be walked.
@Suite struct InjectionTests {
  private final class Injector {
    var state: Address = 0, thread: Address = 0, slots: Address = 0
    var isOn = false, core: UInt32 = 0
    var count: UInt32 = 0, made: [UInt32] = [0, 0], refused = 0, inSlices = 0
    var expected = [UInt32](repeating: .max, count: 8)
    var wrong: [String] = []

    func interrupt(_ p: UnsafeMutablePointer<port_block>) {
      if !isOn || p.pointee.primask != 0 { return }
      isOn = false
      defer { isOn = true }
      let vm = VM(port: Port(p), state: state, thread: thread), m = vm.memory
      count += 1
      core = count & 1
      // What earlier handlers made has its value, wherever it is now.
      for i in 0..<8 as Range<UInt32> where expected[Int(i)] != .max {
        let o = m[slots + i * 4]
        if m[o + 8] >> 1 != expected[Int(i)] { wrong.append("interrupt \(count): object \(i) has \(m[o + 8] >> 1) in place of \(expected[Int(i)])") }
      }
      let i = count % 8, s = Slot(slots + i * 4)
      if vm.newISR(Kind.tuple, words: 3, s) {
        vm(s).setInt(1, 1)
        vm(s).setInt(2, Int32(count & 0xffffff))
        expected[Int(i)] = count & 0xffffff
        made[Int(core)] += 1
      } else {
        refused += 1
      }
      if m[state + HeapState.marking] & 255 != MarkingPhase.none { inSlices += 1 }
      walk(m, m[state + State.heapStart], m[state + State.heapCursor])
      walk(m, m[state + HeapState.zoneStart], m[state + HeapState.arenas])
      for half in 0..<HeapState.arenaHalves {
        let a = m[state + HeapState.arenas] + half * HeapState.arenaBytes
        walk(m, a, a + HeapState.arenaBytes)
      }
    }
    private func walk(_ m: Memory, _ from: Address, _ to: Address) {
      var p = from
      while p < to {
        let h = m[p]
        if h & Header.live == 0 || Header.kind(h) > Kind.last { wrong.append("interrupt \(count): no object at \(p - from)"); return }
        p += Object.words(h, m[p + 4]) * 4
      }
      if p != to && wrong.count < 10 { wrong.append("interrupt \(count): sizes do not add up") }
    }
  }

  @Test(arguments: [false, true]) func anInterruptAtEveryPoint(slices: Bool) throws {
    let h = Harness(), injector = Injector()
    var vm = h.interpreter(heap: 16 << 10, hostile: false, watchful: false), random = Random(slices ? 7 : 5)
    if slices { vm.enterHandler(); vm.leaveHandler() }
    h.block.pointee.chip = Unmanaged.passUnretained(injector).toOpaque()
    h.block.pointee.attend = { p in
      p.pointee.budget = 0
      Unmanaged<Injector>.fromOpaque(p.pointee.chip!).takeUnretainedValue().interrupt(p)
    }
    h.block.pointee.read = { p, a in a == 0xd000_0000 ? Unmanaged<Injector>.fromOpaque(p.pointee.chip!).takeUnretainedValue().core : a >> 8 == 0xd0_0001 ? 1 : 0
    }
    injector.state = vm.state
    injector.thread = vm.thread
    injector.slots = vm.slots(8).address
    let keep = vm.slots(30), t = vm.slot()
    h.block.pointee.budget = 0
    injector.isOn = true
    for step in 0..<8000 as Range<UInt32> {
      let i = random.next(30)
      switch random.next(4) {
      case 0: try vm.newRaw(Kind.bytes, bytes: random.next(200), t)
      case 1: _ = try vm.newPinned(random.next(60) + 1, t); vm.unpin(t)
      default:
        try vm.newItems(Kind.storage, 2, t)
        vm(t).set(2, vm(keep.up(random.next(30))))
        vm(t).setInt(3, Int32(step))
        // Chains end here and there.
        if random.next(3) == 0 { vm(t).set(2, Value.null) }
      }
      vm.set(keep.up(i), vm(t))
      if vm.memory[vm.state &+ State.pending] & Pending.marking != 0 { vm.markSlice() }
    }
    injector.isOn = false
    vm.collect()
    vm.sound()
    #expect(injector.wrong.isEmpty, "\(injector.wrong.prefix(5))")
    #expect(injector.count > 4000 && injector.made[0] > 100 && injector.made[1] > 100 && injector.refused > 0 && vm.collectionCount > 5)
    #expect(!slices || injector.inSlices > 20)
    h.block.pointee.chip = nil
  }
}
