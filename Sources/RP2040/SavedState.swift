import CortexM0Plus
import Emulation
import Registers

// The chip's state as bytes: clocks, events, every block, RAM. Hosted cores have theirs on host stacks: they replay instead.
extension RP2040 {
  /// Throws when hosted firmware runs: its tasks cannot be written down (record and replay the run instead).
  public func save() throws(StateError) -> [UInt8] {
    guard configuration.firmware == nil else { throw StateError("a board with hosted firmware cannot be saved: record its input and replay it") }
    var out = StateWriter()
    out.tag("RP2040")
    out.put(now)
    out.put(dreq)
    clocks.save(to: &out)
    out.put(gates.asleep)
    for b in gates.branches { b.save(to: &out) }
    for n in 0..<UInt8(EventQueue.capacity) { out.put(events.pending(EventSource(n)) ?? .max) }
    for b in blocks { b.save(to: &out) }
    core0.ppb.save(to: &out)
    core1.ppb.save(to: &out)
    for c in [core0!, core1!] { (c as? ArmCore)?.save(to: &out) }
    bus.arbiter.save(to: &out)
    for step in rom.launchStep { out.put(Int32(step)) }
    for word in rom.launchWords { out.put(word) }
    pins.save(to: &out)
    for (address, bytes) in ram {
      out.tag("RAM")
      out.put(Array(UnsafeRawBufferPointer(start: space.base + Int(address), count: bytes)))
    }
    return out.bytes
  }
  /// Restores what `save` of a chip with the same configuration wrote. After an error the chip needs a reset.
  public func restore(_ bytes: [UInt8]) throws(StateError) {
    guard configuration.firmware == nil else { throw StateError("a board with hosted firmware cannot be restored") }
    var input = StateReader(bytes)
    try input.tag("RP2040")
    now = try input.get()
    dreq = try input.get()
    // What blocks do to the clocks while they restore themselves is forgotten at the end.
    var sameAgain = input
    let tree = ClockTree()
    try tree.restore(from: &sameAgain)
    clocks = ClockTree()
    try clocks.restore(from: &input)
    gates.asleep = try input.get()
    for b in gates.branches { try b.restore(from: &input) }
    var pending: [Cycle] = []
    for _ in 0..<EventQueue.capacity { pending.append(try input.get()) }
    for b in blocks { try b.restore(from: &input) }
    try core0.ppb.restore(from: &input)
    try core1.ppb.restore(from: &input)
    for c in [core0!, core1!] { if let arm = c as? ArmCore { try arm.restore(from: &input) } }
    try bus.arbiter.restore(from: &input)
    for i in rom.launchStep.indices {
      let step: Int32 = try input.get()
      guard (-1...5).contains(step) else { throw StateError("damaged state of the boot ROM") }
      rom.launchStep[i] = Int(step)
    }
    for i in rom.launchWords.indices { rom.launchWords[i] = try input.get() }
    try pins.restore(from: &input)
    for (address, bytes) in ram {
      try input.tag("RAM")
      let contents: [UInt8] = try input.get()
      guard contents.count == bytes else { throw StateError("saved RAM has \(contents.count) bytes, not \(bytes)") }
      contents.withUnsafeBytes { (space.base + Int(address)).copyMemory(from: $0.baseAddress!, byteCount: bytes) }
    }
    guard input.atEnd else { throw StateError("saved state is longer than the chip's") }
    // What the blocks scheduled while they restored themselves is replaced by what was pending.
    for (n, cycle) in pending.enumerated() {
      if cycle == .max { events.cancel(EventSource(UInt8(n))) } else { events.set(EventSource(UInt8(n)), at: cycle) }
    }
    clocks = tree
  }
  private var ram: [(UInt32, Int)] {
    var parts: [(UInt32, Int)] = [(0x1500_0000, 16 << 10), (0x2000_0000, Self.sramBytes), (0x5010_0000, Self.usbRAMBytes)]
    if configuration.ramMegabytes > 0 { parts.append((0x3000_0000, configuration.ramMegabytes << 20)) }
    return parts
  }
}
