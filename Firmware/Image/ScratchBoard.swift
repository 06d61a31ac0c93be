#if !os(none)
import CPort
import Glibc
import Modules
import Port
import Python

/// Memory for an interpreter without a chip, for work on the image: flash for the image and RAM for the heap at the chip's addresses, no
/// registers, no time.
final class ScratchBoard {
  private static let space = 1 << 32, flash = 0x1000_0000, flashBytes = 2 << 20, ram = 0x2000_0000, ramBytes = 16 << 20, usedRAM = 768 << 10
  private let raw: UnsafeMutableRawPointer
  private let firmware: UnsafeMutablePointer<firmware_image>, block: UnsafeMutablePointer<port_block>

  /// With the image of the descriptions, and room in it for so many more strings.
  init(room: UInt32) {
    // Twice the size, so that an aligned 4 GiB lies inside (DESIGN §4).
    guard let raw = mmap(nil, 2 * Self.space, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0), raw != MAP_FAILED else {
      fatalError("no address space for the firmware's static objects")
    }
    self.raw = raw
    let base = UnsafeMutableRawPointer(bitPattern: (UInt(bitPattern: raw) + UInt(Self.space) - 1) & ~UInt(Self.space - 1))!
    firmware = .allocate(capacity: 1)
    firmware.initialize(to: firmware_image(start: { _, _ in }, interrupt: { _, _ in }, task: { _, _, _ in }, pick: { _, c in c }))
    block = .allocate(capacity: 1)
    block.initialize(
      to: port_block(
        memory: base, budget: .max, primask: 0, attention: 0, core: 0, chip: nil, firmware: UnsafePointer(firmware),
        read: { _, a in a >> 8 == 0xd0_0001 ? 1 : 0 }, write: { _, _, _ in },
        attend: {
          $0.pointee.budget = .max
          $0.pointee.attention = 0
        }, wait: { _ in },
        make_context: { _, _, _ in 0 }, drop_context: { _, _ in }, native_stack_left: { _ in 1 << 20 },
        panic: { _, text, n in fatalError(String(decoding: UnsafeBufferPointer(start: text, count: Int(n)), as: UTF8.self)) }))
    for (start, bytes) in [(Self.flash, Self.flashBytes), (Self.ram, Self.ramBytes)] where mprotect(base + start, bytes, PROT_READ | PROT_WRITE) != 0 {
      fatalError("no memory for the firmware's static objects")
    }
    // All of the image and the RAM's first part are written to: faults one by one would take longer. (A host that cannot goes without.)
    madvise(base + Int(Image.base), Int(Image.capacity), MADV_POPULATE_WRITE)
    madvise(base + Self.ram, Self.usedRAM, MADV_POPULATE_WRITE)
    precondition(ImageBuilder.build(Memory(base: base), core: coreImageSpec, modules: moduleImageSpec, room: room) != 0, "the image does not fit")
  }
  deinit {
    munmap(raw, 2 * Self.space)
    block.deallocate()
    firmware.deallocate()
  }

  /// A new interpreter in its RAM. The board must outlive it.
  func interpreter() -> VM { Interpreter.create(Port(block), at: UInt32(Self.ram), bytes: UInt32(Self.ramBytes), stackBytes: 64 << 10) }

  /// The image's bytes as they are now.
  var image: [UInt8] {
    let m = Port(block).memory
    return [UInt8](UnsafeRawBufferPointer(start: m.at(Image.base), count: Int(m[Image.base &+ Image.sizeWord &* 4])))
  }
}
#endif
