import Kernel
import Port
import Registers

/// What a descriptor is open on.
public enum DescriptorKind {
  @inlinable public static var consoleInput: UInt32 { 1 }
  @inlinable public static var consoleOutput: UInt32 { 2 }
  @inlinable public static var uart: UInt32 { 3 }
  /// The end of a pipe that is read, and the one that is written.
  @inlinable public static var pipeReader: UInt32 { 4 }
  @inlinable public static var pipeWriter: UInt32 { 5 }
  /// A counter (eventfd).
  @inlinable public static var event: UInt32 { 6 }
  /// Edges of a pin (PinEvents.swift).
  @inlinable public static var pin: UInt32 { 7 }
  /// A file of the host.
  @inlinable public static var file: UInt32 { 8 }
  /// FIFOs of a PIO's state machine (PIODescriptors.swift).
  @inlinable public static var machine: UInt32 { 9 }
  /// Sound (Audio.swift).
  @inlinable public static var audio: UInt32 { 10 }
}

/// Bits that tell what can be done at once with a descriptor: those of Linux and of MicroPython's `select`.
public enum Readiness {
  @inlinable public static var readable: UInt32 { 1 }
  @inlinable public static var writable: UInt32 { 4 }
  @inlinable public static var error: UInt32 { 8 }
  @inlinable public static var hangup: UInt32 { 16 }
  /// Not open.
  @inlinable public static var invalid: UInt32 { 32 }
}

/// Numbers of errors that descriptors answer, negative.
public enum Errno {
  @inlinable public static var noMemory: Int32 { 12 }
  @inlinable public static var badDescriptor: Int32 { 9 }
  @inlinable public static var wouldBlock: Int32 { 11 }
  @inlinable public static var busy: Int32 { 16 }
  @inlinable public static var invalid: Int32 { 22 }
  @inlinable public static var tooMany: Int32 { 24 }
  @inlinable public static var illegalSeek: Int32 { 29 }
  @inlinable public static var brokenPipe: Int32 { 32 }
}

/// Flags of an open description.
public enum DescriptionFlag {
  /// O_NONBLOCK: what would wait answers EAGAIN.
  @inlinable public static var nonBlocking: UInt32 { 1 }
  /// Each read of a counter takes one.
  @inlinable public static var semaphore: UInt32 { 2 }
}

/// An open description, which several descriptors may share (`dup`): byte offsets.
enum DescriptionRecord {
  static var kind: UInt32 { 0 }
  static var references: UInt32 { 4 }
  static var flags: UInt32 { 8 }
  /// UART's number, pipe's, pin's record, host's handle.
  static var device: UInt32 { 12 }
  /// Number of what is announced when it changes; `noSource`: always ready.
  static var source: UInt32 { 16 }
  /// 64 bits: a counter's value.
  static var value: UInt32 { 24 }
  static var bytes: UInt32 { 32 }
}

/// The table of descriptors, in the board's record: byte offsets.
enum DescriptorTable {
  /// Head of the watchers' list.
  static var watchers: UInt32 { 2560 }
  /// 64 bits: sources in use.
  static var sources: UInt32 { 2568 }
  static func entry(_ fd: UInt32) -> UInt32 { 2576 &+ fd &* 4 }
  /// Head of the list of streams of sound.
  static var audio: UInt32 { entry(Board.descriptorLimit) }
  static var end: UInt32 { audio &+ 4 }
}

/// A pipe's record: byte offsets.
enum PipeRecord {
  /// A `Ring`.
  static var ring: UInt32 { 0 }
  static var readers: UInt32 { 16 }
  static var writers: UInt32 { 20 }
  static var source: UInt32 { 24 }
  static var bytes: UInt32 { 32 }
}

/// Descriptors: small numbers for whatever can be read, written and waited for. Nothing here waits: what cannot be done at once answers -EAGAIN, and whoever
/// wants to wait watches the source (`watch`). Changes of the table belong to who holds the interpreter; drivers only announce.
extension Board {
  public static var descriptorLimit: UInt32 { 64 }
  /// Source of what is always ready.
  public static var noSource: UInt32 { 0xff }
  /// Sources of the console and the UARTs.
  static var consoleSource: UInt32 { 0 }
  static func uartSource(_ n: UInt32) -> UInt32 { 1 &+ n }
  /// Bytes a pipe holds, and how many are written all at once or not at all (PIPE_BUF).
  static var pipeBytes: UInt32 { 1024 }
  public static var pipeAtomic: UInt32 { 512 }

  // MARK: sources

  public func watch(_ watcher: Address, _ sources: UInt64) { kernel.watch(watcher, sources, in: address &+ DescriptorTable.watchers) }
  public func unwatch(_ watcher: Address) { kernel.unwatch(watcher, in: address &+ DescriptorTable.watchers) }
  public func isWatching(_ watcher: Address) -> Bool { kernel.isWatching(watcher, in: address &+ DescriptorTable.watchers) }
  /// Tells who watches a source that it has changed; from tasks and interrupt handlers.
  @inline(__always) public func announce(_ source: UInt32) {
    if self[DescriptorTable.watchers] != 0 && source < 64 { kernel.announce(source, in: address &+ DescriptorTable.watchers) }
  }
  private var sourcesInUse: UInt64 {
    get { UInt64(self[DescriptorTable.sources]) | UInt64(self[DescriptorTable.sources &+ 4]) << 32 }
    nonmutating set {
      self[DescriptorTable.sources] = UInt32(truncatingIfNeeded: newValue)
      self[DescriptorTable.sources &+ 4] = UInt32(truncatingIfNeeded: newValue >> 32)
    }
  }
  /// A source of one's own, or nil.
  func takeSource() -> UInt32? {
    let free = ~sourcesInUse
    if free == 0 { return nil }
    let n = UInt32(free.trailingZeroBitCount)
    sourcesInUse |= 1 << UInt64(n)
    return n
  }
  func freeSource(_ n: UInt32) { if n < 64 { sourcesInUse &= ~(1 << UInt64(n)) } }

  // MARK: the table

  /// Opens 0, 1 and 2 on the console; everything else is closed.
  func startDescriptors() {
    var fd: UInt32 = 0
    while fd < Board.descriptorLimit { _ = close(descriptor: Int32(fd)); fd &+= 1 }
    sourcesInUse = Board.fixedSources
    _ = open(DescriptorKind.consoleInput, device: 0, source: Board.consoleSource)
    _ = open(DescriptorKind.consoleOutput, device: 0, source: Board.consoleSource)
    _ = duplicate(descriptor: 1)
  }
  /// The open description of a descriptor, or 0.
  public func description(_ fd: Int32) -> Address { fd < 0 || fd >= Int32(Board.descriptorLimit) ? 0 : self[DescriptorTable.entry(UInt32(fd))] }
  private func lowestFree(from first: UInt32 = 0) -> UInt32? {
    var fd = first
    while fd < Board.descriptorLimit { if self[DescriptorTable.entry(fd)] == 0 { return fd }; fd &+= 1 }
    return nil
  }
  /// The lowest free descriptor, opened; or a negative errno.
  public func open(_ kind: UInt32, device: UInt32, source: UInt32, flags: UInt32 = 0) -> Int32 {
    guard let fd = lowestFree() else { return -Errno.tooMany }
    let d = kernel.allocate(DescriptionRecord.bytes), m = memory
    if d == 0 { return -Errno.noMemory }
    m.fill(d, 0, count: DescriptionRecord.bytes)
    m[d &+ DescriptionRecord.kind] = kind
    m[d &+ DescriptionRecord.references] = 1
    m[d &+ DescriptionRecord.flags] = flags
    m[d &+ DescriptionRecord.device] = device
    m[d &+ DescriptionRecord.source] = source
    self[DescriptorTable.entry(fd)] = d
    return Int32(fd)
  }
  public func openUART(descriptor n: UInt32) -> Int32 { open(DescriptorKind.uart, device: n, source: Board.uartSource(n)) }
  public func openFile(descriptor handle: UInt32) -> Int32 { open(DescriptorKind.file, device: handle, source: Board.noSource) }
  /// A counter from `initial`.
  public func openEvent(_ initial: UInt64, flags: UInt32) -> Int32 {
    guard let source = takeSource() else { return -Errno.tooMany }
    let fd = open(DescriptorKind.event, device: 0, source: source, flags: flags)
    if fd < 0 { freeSource(source) } else { setValue(description(fd), initial) }
    return fd
  }
  /// Both ends of a pipe: (to read, to write), or a negative errno first.
  public func openPipe() -> (reader: Int32, writer: Int32) {
    guard let source = takeSource() else { return (-Errno.tooMany, 0) }
    let p = kernel.allocate(PipeRecord.bytes &+ Board.pipeBytes), m = memory
    if p == 0 { freeSource(source); return (-Errno.noMemory, 0) }
    m.fill(p, 0, count: PipeRecord.bytes)
    Ring(p &+ PipeRecord.ring).prepare(m, buffer: p &+ PipeRecord.bytes, size: Board.pipeBytes)
    m[p &+ PipeRecord.source] = source
    m[p &+ PipeRecord.readers] = 1
    m[p &+ PipeRecord.writers] = 1
    let r = open(DescriptorKind.pipeReader, device: p, source: source)
    let w = r < 0 ? r : open(DescriptorKind.pipeWriter, device: p, source: source)
    if r < 0 || w < 0 {
      if r >= 0 {
        m[p &+ PipeRecord.writers] = 0
        _ = close(descriptor: r)
      } else {
        kernel.free(p)
        freeSource(source)
      }
      return (min(r, w), 0)
    }
    return (r, w)
  }
  /// Another descriptor for the same description: the lowest free one from `from` on, or `to`, which is closed first.
  public func duplicate(descriptor fd: Int32, to: Int32? = nil, from: UInt32 = 0) -> Int32 {
    let d = description(fd)
    if d == 0 { return -Errno.badDescriptor }
    var n = from
    if let to {
      if to < 0 || to >= Int32(Board.descriptorLimit) { return -Errno.badDescriptor }
      if to == fd { return fd }
      _ = close(descriptor: to)
      n = UInt32(to)
    } else {
      guard let free = lowestFree(from: from) else { return -Errno.tooMany }
      n = free
    }
    memory[d &+ DescriptionRecord.references] &+= 1
    self[DescriptorTable.entry(n)] = d
    return Int32(n)
  }
  /// Closes a descriptor; who waits on it looks again. 0, or a negative errno.
  public func close(descriptor fd: Int32) -> Int32 {
    let d = description(fd), m = memory
    if d == 0 { return -Errno.badDescriptor }
    self[DescriptorTable.entry(UInt32(fd))] = 0
    let source = m[d &+ DescriptionRecord.source], device = m[d &+ DescriptionRecord.device]
    m[d &+ DescriptionRecord.references] &-= 1
    var result: Int32 = 0
    if m[d &+ DescriptionRecord.references] == 0 {
      switch m[d &+ DescriptionRecord.kind] {
      case DescriptorKind.pipeReader: closePipe(device, PipeRecord.readers)
      case DescriptorKind.pipeWriter: closePipe(device, PipeRecord.writers)
      case DescriptorKind.event: freeSource(source)
      case DescriptorKind.pin: freePinEvents(device)
      case DescriptorKind.audio: dropAudio(device)
      case DescriptorKind.file: result = min(link(HOSTLINK.Command.close, device), 0)
      default: break
      }
      kernel.free(d)
    }
    announce(source)
    return result
  }
  private func closePipe(_ p: Address, _ end: UInt32) {
    let m = memory
    m[p &+ end] = 0
    if m[p &+ PipeRecord.readers] == 0 && m[p &+ PipeRecord.writers] == 0 {
      freeSource(m[p &+ PipeRecord.source])
      kernel.free(p)
    }
  }

  // MARK: a description

  public func kind(ofDescription d: Address) -> UInt32 { memory[d &+ DescriptionRecord.kind] }
  public func device(ofDescription d: Address) -> UInt32 { memory[d &+ DescriptionRecord.device] }
  public func source(ofDescription d: Address) -> UInt32 { memory[d &+ DescriptionRecord.source] }
  public func flags(ofDescription d: Address) -> UInt32 { memory[d &+ DescriptionRecord.flags] }
  public func setFlag(_ flag: UInt32, _ on: Bool, ofDescription d: Address) {
    let at = d &+ DescriptionRecord.flags
    memory[at] = on ? memory[at] | flag : memory[at] & ~flag
  }
  private func value(_ d: Address) -> UInt64 { UInt64(memory[d &+ DescriptionRecord.value]) | UInt64(memory[d &+ DescriptionRecord.value &+ 4]) << 32 }
  private func setValue(_ d: Address, _ n: UInt64) {
    memory[d &+ DescriptionRecord.value] = UInt32(truncatingIfNeeded: n)
    memory[d &+ DescriptionRecord.value &+ 4] = UInt32(truncatingIfNeeded: n >> 32)
  }
  private static var mostCount: UInt64 { .max - 1 }

  /// What can be done with it at once: `Readiness`.
  public func readiness(ofDescription d: Address) -> UInt32 {
    let m = memory, device = m[d &+ DescriptionRecord.device]
    port.spend(20)
    switch m[d &+ DescriptionRecord.kind] {
    case DescriptorKind.consoleInput: return consoleHasInput ? Readiness.readable : 0
    case DescriptorKind.consoleOutput: return consoleOnLink || roomUART(0) != 0 ? Readiness.writable : 0
    case DescriptorKind.uart: return readiness(uart: device)
    case DescriptorKind.pipeReader:
      return (Ring(device).count(m) != 0 ? Readiness.readable : 0) | (m[device &+ PipeRecord.writers] == 0 ? Readiness.hangup : 0)
    case DescriptorKind.pipeWriter:
      if m[device &+ PipeRecord.readers] == 0 { return Readiness.error | Readiness.writable }
      return Board.pipeBytes &- Ring(device).count(m) >= Board.pipeAtomic ? Readiness.writable : 0
    case DescriptorKind.event: return (value(d) != 0 ? Readiness.readable : 0) | (value(d) < Board.mostCount ? Readiness.writable : 0)
    case DescriptorKind.pin: return pinEventCount(device) != 0 ? Readiness.readable : 0
    case DescriptorKind.machine: return readiness(machine: device)
    case DescriptorKind.audio: return readiness(audio: device)
    default: return Readiness.readable | Readiness.writable
    }
  }
  public func readiness(uart n: UInt32) -> UInt32 {
    if !isOpenUART(n) { return Readiness.invalid }
    return (countUART(n) != 0 ? Readiness.readable : 0) | (roomUART(n) != 0 ? Readiness.writable : 0)
  }
  /// Source of an open UART, for who watches it without a descriptor.
  public func source(uart n: UInt32) -> UInt32 { Board.uartSource(n) }

  /// Reads what there is, `count` bytes at most. The number, 0 at the end, or a negative errno (-EAGAIN: nothing yet).
  public func read(description d: Address, _ to: UnsafeMutableRawPointer, _ count: UInt32) -> Int32 {
    let m = memory, device = m[d &+ DescriptionRecord.device], bytes = to.assumingMemoryBound(to: UInt8.self)
    var n: UInt32 = 0
    switch m[d &+ DescriptionRecord.kind] {
    case DescriptorKind.consoleInput:
      if count == 0 { return 0 }
      let got = read(bytes, count, wait: false)
      return got < 0 ? 0 : got == 0 ? -Errno.wouldBlock : got
    case DescriptorKind.uart:
      if !isOpenUART(device) { return -Errno.badDescriptor }
      while n < count, let b = readUART(device) { bytes[Int(n)] = b; n &+= 1 }
    case DescriptorKind.pipeReader:
      let ring = Ring(device &+ PipeRecord.ring)
      while n < count, let b = ring.take(m) { bytes[Int(n)] = b; n &+= 1 }
      if n == 0 && m[device &+ PipeRecord.writers] == 0 { return 0 }
      if n != 0 { announce(m[d &+ DescriptionRecord.source]) }
    case DescriptorKind.event:
      if count < 8 { return -Errno.invalid }
      let now = value(d)
      if now == 0 { return -Errno.wouldBlock }
      let taken = m[d &+ DescriptionRecord.flags] & DescriptionFlag.semaphore != 0 ? 1 : now
      setValue(d, now &- taken)
      while n < 8 { bytes[Int(n)] = UInt8(truncatingIfNeeded: taken >> UInt64(n &* 8)); n &+= 1 }
      announce(m[d &+ DescriptionRecord.source])
      return 8
    case DescriptorKind.pin: return readPinEvents(device, bytes, count)
    case DescriptorKind.machine: return readMachine(device, bytes, count)
    case DescriptorKind.audio: return readAudio(device, bytes, count)
    case DescriptorKind.file:
      lockLink()
      let got = link(HOSTLINK.Command.read, at: linkBuffer, length: min(count, Board.linkBufferBytes), device)
      if got > 0 { to.copyMemory(from: m.at(linkBuffer), byteCount: Int(got)) }
      unlockLink()
      return got
    default: return -Errno.badDescriptor
    }
    port.spend(Int32(bitPattern: min(10 &+ n &* 4, 1000)))
    return n == 0 && count != 0 ? -Errno.wouldBlock : Int32(n)
  }
  /// Writes what fits. The number, or a negative errno.
  public func write(description d: Address, _ from: UnsafeRawPointer, _ count: UInt32) -> Int32 {
    let m = memory, device = m[d &+ DescriptionRecord.device], bytes = from.assumingMemoryBound(to: UInt8.self)
    var n: UInt32 = 0
    switch m[d &+ DescriptionRecord.kind] {
    case DescriptorKind.consoleOutput:
      n = consoleOnLink ? count : min(count, roomUART(0) / 2)
      write(bytes, n)
    case DescriptorKind.uart:
      if !isOpenUART(device) { return -Errno.badDescriptor }
      while n < count && trySend(device, bytes[Int(n)]) { n &+= 1 }
    case DescriptorKind.pipeWriter:
      if m[device &+ PipeRecord.readers] == 0 { return -Errno.brokenPipe }
      let ring = Ring(device &+ PipeRecord.ring)
      if count <= Board.pipeAtomic && Board.pipeBytes &- ring.count(m) < count { return -Errno.wouldBlock }
      while n < count && ring.put(m, bytes[Int(n)]) { n &+= 1 }
      if n != 0 { announce(m[d &+ DescriptionRecord.source]) }
    case DescriptorKind.event:
      if count < 8 { return -Errno.invalid }
      var more: UInt64 = 0
      while n < 8 { more |= UInt64(bytes[Int(n)]) << UInt64(n &* 8); n &+= 1 }
      if more == .max { return -Errno.invalid }
      if more > Board.mostCount &- value(d) { return -Errno.wouldBlock }
      setValue(d, value(d) &+ more)
      announce(m[d &+ DescriptionRecord.source])
      return 8
    case DescriptorKind.machine: return writeMachine(device, bytes, count)
    case DescriptorKind.audio: return writeAudio(device, bytes, count)
    case DescriptorKind.file:
      return link(HOSTLINK.Command.writeFile, text: bytes, length: min(count, Board.linkBufferBytes), device)
    default: return -Errno.badDescriptor
    }
    port.spend(Int32(bitPattern: min(10 &+ n &* 4, 1000)))
    return n == 0 && count != 0 ? -Errno.wouldBlock : Int32(n)
  }
}
