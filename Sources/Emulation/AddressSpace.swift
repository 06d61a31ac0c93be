import CFiber
import Glibc

/// The 4 GiB that a board's cores can address, as one reservation of the host aligned to 4 GiB: `host = base + address`, and the low
/// 32 bits of a host pointer are the emulated address. Only memory is mapped; anything else faults, which becomes the board's HardFault.
public final class AddressSpace {
  public let base: UnsafeMutableRawPointer
  private static let size = 1 << 32
  private var extra: [(UnsafeMutableRawPointer, Int)] = []

  /// Throws when the host has no 4 GiB of address space left.
  public init() throws(HostError) {
    guard let map = mmap(nil, 2 * Self.size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0), map != MAP_FAILED else {
      throw HostError("no room for a board's address space (4 GiB): \(String(cString: strerror(errno)))")
    }
    let low = UInt(bitPattern: map), aligned = (low + UInt(Self.size) - 1) & ~(UInt(Self.size) - 1)
    if aligned > low { munmap(map, Int(aligned - low)) }
    let end = low + UInt(2 * Self.size), used = aligned + UInt(Self.size)
    if end > used { munmap(UnsafeMutableRawPointer(bitPattern: used), Int(end - used)) }
    base = UnsafeMutableRawPointer(bitPattern: aligned)!
  }
  deinit {
    munmap(base, Self.size)
    for (p, n) in extra { munmap(p, n) }
  }

  /// Maps zeroed memory of `bytes` (rounded up to a page) at `address`. `used`: all of it will be written to, so that pages are not had one by one.
  public func map(_ address: UInt32, bytes: Int, writable: Bool = true, used: Bool = false) throws(HostError) {
    let protection = writable ? PROT_READ | PROT_WRITE : PROT_READ, flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE
    guard mmap(base + Int(address), bytes, protection, flags | (used ? MAP_POPULATE : 0), -1, 0) != MAP_FAILED else {
      throw HostError("no memory for \(bytes) bytes of the board: \(String(cString: strerror(errno)))")
    }
  }
  /// Lets the emulation fill memory that the cores may only read.
  public func protect(_ address: UInt32, bytes: Int, writable: Bool) {
    mprotect(base + Int(address), bytes, writable ? PROT_READ | PROT_WRITE : PROT_READ)
  }
  /// Memory that appears read-only at every address of `windows`, each `window` bytes long and filled with repetitions of it.
  /// Answers the emulation's own, writable view. `byte`: what every byte of it is at first.
  public func mapShared(bytes: Int, filledWith byte: UInt8, windows: [UInt32], window: Int) throws(HostError) -> UnsafeMutableRawPointer {
    let file = host_memory_file("flash")
    guard file >= 0 else { throw HostError("no memory for the board's flash: \(String(cString: strerror(errno)))") }
    defer { close(file) }
    // Written before it is mapped, and mapped as a whole: a page fault for each 4 KB takes longer than all the rest of a board's start.
    guard fill(file, bytes: bytes, with: byte), let own = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, file, 0), own != MAP_FAILED
    else { throw HostError("no memory for \(bytes) bytes of flash: \(String(cString: strerror(errno)))") }
    extra.append((own, bytes))
    for w in windows {
      for offset in stride(from: 0, to: window, by: bytes) {
        let n = min(bytes, window - offset)
        guard mmap(base + Int(w) + offset, n, PROT_READ, MAP_SHARED | MAP_FIXED, file, 0) != MAP_FAILED else {
          throw HostError("the flash cannot be mapped: \(String(cString: strerror(errno)))")
        }
      }
    }
    return own
  }
  private func fill(_ file: Int32, bytes: Int, with byte: UInt8) -> Bool {
    let block = [UInt8](repeating: byte, count: min(bytes, 1 << 16))
    var left = bytes
    while left > 0 {
      let n = write(file, block, min(left, block.count))
      if n <= 0 { return false }
      left -= n
    }
    return true
  }
}

/// The host refused something: memory, a file, a descriptor.
public struct HostError: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
