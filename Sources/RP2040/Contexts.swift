import CFiber
import CPort
import Emulation

/// What a context runs, in memory of its own: the fiber's only argument.
struct ContextStart {
  let chip: Unmanaged<RP2040>
  let block: UnsafeMutablePointer<port_block>
  let kind: UInt32, argument: UInt32
  /// A core's first context: boot ROM, then `firmware.start`.
  let boots: Bool
}

/// The fibers of a board, by handle: 1 and up, 0 is none.
struct Contexts {
  private struct Entry {
    let fiber: UnsafeMutablePointer<fiber>
    let start: UnsafeMutablePointer<ContextStart>
  }
  private var entries: [Entry?] = []
  private var free: [UInt32] = []

  subscript(_ handle: UInt32) -> UnsafeMutablePointer<fiber>? {
    handle == 0 || handle > entries.count ? nil : entries[Int(handle) - 1]?.fiber
  }
  /// 0 when the host has no memory for it.
  mutating func make(_ start: ContextStart, stackBytes: Int) -> UInt32 {
    let memory = UnsafeMutablePointer<ContextStart>.allocate(capacity: 1)
    memory.initialize(to: start)
    guard let f = fiber_make(stackBytes, { RP2040.enterContext($0!.assumingMemoryBound(to: ContextStart.self).pointee) }, memory) else {
      memory.deallocate()
      return 0
    }
    let entry = Entry(fiber: f, start: memory)
    if let handle = free.popLast() { entries[Int(handle) - 1] = entry; return handle }
    entries.append(entry)
    return UInt32(entries.count)
  }
  mutating func drop(_ handle: UInt32) {
    guard handle != 0, handle <= entries.count, let e = entries[Int(handle) - 1] else { return }
    fiber_free(e.fiber)
    e.start.deallocate()
    entries[Int(handle) - 1] = nil
    free.append(handle)
  }
  mutating func dropAll() {
    for i in entries.indices { drop(UInt32(i + 1)) }
    entries = []
    free = []
  }
}
