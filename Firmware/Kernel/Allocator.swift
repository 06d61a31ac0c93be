import Port

/// The kernel's memory: task records, stacks, queues, driver buffers. First fit, address order, free neighbours joined.
/// A block is a word with its size (multiple of 8, header of 8 bytes included), a word with the next free block, then the payload.
extension Kernel {
  private static var header: UInt32 { 8 }

  func prepareMemory(_ start: Address, _ end: Address) {
    let m = memory, first = (start &+ 7) & ~7, bytes = (end &- first) & ~7
    m[first] = bytes
    m[first &+ 4] = 0
    m[state &+ KernelRecord.freeList] = first
    m[state &+ KernelRecord.heapStart] = first
    m[state &+ KernelRecord.heapEnd] = first &+ bytes
  }

  /// `bytes` of memory, aligned to 8, not cleared; 0 when there is none.
  public func allocate(_ bytes: UInt32) -> Address {
    if bytes > 0x1000_0000 { return 0 }
    let need = (max(bytes, 8) &+ Kernel.header &+ 7) & ~7
    let mask = lock(), m = memory
    var at = state &+ KernelRecord.freeList, found: Address = 0
    while m[at] != 0 {
      let block = m[at], size = m[block]
      port.spend(8)
      if size >= need {
        if size &- need >= 16 {
          let rest = block &+ need
          m[rest] = size &- need
          m[rest &+ 4] = m[block &+ 4]
          m[at] = rest
          m[block] = need
        } else {
          m[at] = m[block &+ 4]
        }
        found = block &+ Kernel.header
        let used = m[state &+ KernelRecord.heapUsed] &+ m[block]
        m[state &+ KernelRecord.heapUsed] = used
        if used > m[state &+ KernelRecord.heapPeak] { m[state &+ KernelRecord.heapPeak] = used }
        break
      }
      at = block &+ 4
    }
    unlock(mask)
    return found
  }

  /// Gives back what `allocate` answered; 0 is ignored.
  public func free(_ address: Address) {
    if address == 0 { return }
    let block = address &- Kernel.header
    let mask = lock(), m = memory
    if (block < m[state &+ KernelRecord.heapStart] || block >= m[state &+ KernelRecord.heapEnd])
      && (block < m[state &+ KernelRecord.moreStart] || block >= m[state &+ KernelRecord.moreEnd])
    {
      unlock(mask); port.panic("kernel memory freed that was never allocated")
    }
    m[state &+ KernelRecord.heapUsed] &-= m[block]
    var prev: Address = 0, next = m[state &+ KernelRecord.freeList]
    while next != 0 && next < block { prev = next; next = m[next &+ 4]; port.spend(6) }
    m[block &+ 4] = next
    if next != 0 && block &+ m[block] == next {
      m[block] &+= m[next]
      m[block &+ 4] = m[next &+ 4]
    }
    if prev == 0 {
      m[state &+ KernelRecord.freeList] = block
    } else if prev &+ m[prev] == block {
      m[prev] &+= m[block]
      m[prev &+ 4] = m[block &+ 4]
    } else {
      m[prev &+ 4] = block
    }
    unlock(mask)
  }

  /// A record of zeros whose first word is the address of so many bytes of storage (0 for none), or 0 when there is no memory.
  func makeRecord(_ bytes: UInt32, storage size: UInt32) -> Address {
    let record = allocate(bytes), storage = size == 0 ? 0 : allocate(size)
    if record == 0 || size != 0 && storage == 0 { free(record); free(storage); return 0 }
    memory.fill(record, 0, count: bytes)
    memory[record] = storage
    return record
  }
  /// Frees such a record; who waits in its lists wakes with `.deleted`.
  func deleteRecord(_ record: Address, _ first: UInt32, _ second: UInt32) {
    let mask = lock()
    wakeLocked(record &+ first, .max, UInt32(Wake.deleted.rawValue))
    wakeLocked(record &+ second, .max, UInt32(Wake.deleted.rawValue))
    unlock(mask)
    free(memory[record])
    free(record)
  }

  /// Adds memory above what there is, once: RAM that a host lends.
  public func addMemory(_ start: Address, _ end: Address) {
    let m = memory, first = (start &+ 7) & ~7, bytes = (end &- first) & ~7
    if m[state &+ KernelRecord.moreEnd] != 0 || end <= start || bytes < 64 { return }
    m[state &+ KernelRecord.moreStart] = first
    m[state &+ KernelRecord.moreEnd] = first &+ bytes
    m[first] = bytes
    m[state &+ KernelRecord.heapUsed] &+= bytes
    free(first &+ Kernel.header)
  }
  /// Bytes in use, most ever in use, and all there are.
  public var memoryUse: (used: UInt32, peak: UInt32, total: UInt32) {
    let m = memory
    return (
      m[state &+ KernelRecord.heapUsed], m[state &+ KernelRecord.heapPeak],
      m[state &+ KernelRecord.heapEnd] &- m[state &+ KernelRecord.heapStart] &+ m[state &+ KernelRecord.moreEnd] &- m[state &+ KernelRecord.moreStart]
    )
  }
}
