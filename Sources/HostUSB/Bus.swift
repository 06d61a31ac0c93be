import Emulation

/// A pipe to one endpoint: its transfers in order, and what the host knows about the endpoint.
final class USBPipe {
  let endpoint: USBEndpoint
  var queue: [USBTransfer] = []
  /// The next data packet is DATA1.
  var toggle = false
  /// It answered NAK, and is asked again when its device says that the answer may be another; bit times from the last NAK on, in steps of `period`.
  var isParked = false, askedAt: UInt64 = 0, period: UInt64 = 0
  /// Not to be asked before.
  var notBefore: UInt64 = 0
  /// The last frame in which a periodic endpoint was asked.
  var lastFrame: UInt64?
  init(_ endpoint: USBEndpoint) { self.endpoint = endpoint }
  var isPeriodic: Bool { endpoint.kind == .interrupt || endpoint.kind == .isochronous }
}

/// Lengths at full speed in bit times of 12 MHz (USB 2.0 §8, §5.8.4): SYNC and PID 16, address and CRC 16, EOP 3; between two packets 8.
enum BitTime {
  static let perMillisecond: UInt64 = 12_000
  static let token: UInt64 = 35, handshake: UInt64 = 19, gap: UInt64 = 8
  /// No answer after so long is none.
  static let timeout: UInt64 = 18
  static func data(_ bytes: Int) -> UInt64 { 35 + 8 * UInt64(bytes) }
  /// Token, data, handshake and the gaps: 13 bytes more than the data.
  static func transaction(_ bytes: Int) -> UInt64 { token + gap + data(bytes) + gap + handshake + gap }
  /// Nothing may be on the wire so shortly before a frame's end.
  static let guardBand: UInt64 = 42
}

/// One transaction on the wire.
struct USBTransaction {
  enum Kind { case startOfFrame, input, output, setup }
  /// What happens at `at`: the function hears the packet; or all is over.
  enum Phase { case token, end }
  var kind: Kind, phase = Phase.token
  var pipe: USBPipe?
  var transfer: USBTransfer?
  var at: UInt64
  var reply = USBReply.silence
  /// OUT: the packet.
  var bytes: [UInt8] = [], one = false
}

// Frames and what is in them.
extension USBHost {
  /// Whatever is due at `now` (bit times).
  func runBus(_ now: UInt64) {
    guard runsFrames else { return }
    while true {
      if let t = transaction {
        guard t.at <= now else { return }
        t.phase == .token ? hear(t) : finish(t)
        continue
      }
      if now >= frameStart + BitTime.perMillisecond {
        frameStart += BitTime.perMillisecond
        // After a jump (the bus stood still) frames begin anew.
        if now >= frameStart + BitTime.perMillisecond { frameStart = now }
        frame += 1
        for p in pipes { p.isParked = false }
        transaction = USBTransaction(kind: .startOfFrame, at: frameStart + BitTime.token)
        busFree = frameStart + BitTime.token + BitTime.gap
        continue
      }
      guard let next = choose(at: max(now, busFree)) else { return }
      transaction = next
    }
  }
  /// When the bus has to be looked at next, after `now`.
  func nextBusTime(_ now: UInt64) -> UInt64? {
    guard runsFrames else { return nil }
    if let t = transaction { return t.at }
    var next = frameStart + BitTime.perMillisecond
    for p in pipes where !p.queue.isEmpty && !p.isParked && p.notBefore > now { next = min(next, p.notBefore) }
    return next
  }

  /// The next transaction that has its place in this frame: periodic endpoints, control, the others in turn.
  private func choose(at start: UInt64) -> USBTransaction? {
    let end = frameStart + BitTime.perMillisecond - BitTime.guardBand
    func fits(_ p: USBPipe) -> Bool { start + BitTime.transaction(packetSize(p)) <= end }
    for p in pipes where p.isPeriodic && !p.queue.isEmpty && isDue(p) && fits(p) {
      p.lastFrame = frame
      return begin(p, start)
    }
    for i in 0..<pipes.count {
      let p = pipes[(turn + i) % pipes.count]
      guard !p.isPeriodic, !p.queue.isEmpty, !p.isParked, p.notBefore <= start, fits(p) else { continue }
      turn = (turn + i + 1) % pipes.count
      return begin(p, start)
    }
    return nil
  }
  private func isDue(_ p: USBPipe) -> Bool {
    guard let last = p.lastFrame else { return true }
    return frame >= last + UInt64(p.endpoint.kind == .isochronous ? p.endpoint.interval : min(p.endpoint.interval, 255))
  }
  private func packetSize(_ p: USBPipe) -> Int {
    guard let t = p.queue.first, !p.endpoint.isInput, p.endpoint.kind != .control else { return p.endpoint.maxPacket }
    return min(p.endpoint.maxPacket, t.data.count - t.sent)
  }

  private func begin(_ p: USBPipe, _ start: UInt64) -> USBTransaction {
    let t = p.queue[0]
    var x = USBTransaction(kind: .input, pipe: p, transfer: t, at: start + BitTime.token)
    var isInput = p.endpoint.isInput
    if let setup = t.setup {
      switch t.stage {
      case .setup:
        x.kind = .setup
        x.bytes = setup.bytes
        p.toggle = false
      case .data: isInput = setup.isInput
      case .status: isInput = !setup.isInput || setup.length == 0
      }
      if t.stage == .status { p.toggle = true }
    }
    if x.kind != .setup && !isInput {
      x.kind = .output
      if t.setup == nil || t.stage == .data { x.bytes = Array(t.data[t.sent..<min(t.sent + p.endpoint.maxPacket, t.data.count)]) }
      x.one = p.toggle
    }
    if x.kind != .input { x.at = start + BitTime.token + BitTime.gap + BitTime.data(x.bytes.count) }
    p.askedAt = start
    return x
  }

  /// The function hears the packet: what it answers decides how long the rest takes.
  private func hear(_ t: USBTransaction) {
    var t = t
    let cycle = services.now
    guard let p = t.pipe else {
      function.startOfFrame(UInt16(truncatingIfNeeded: frame & 0x7ff), at: cycle)
      transaction = nil
      return
    }
    let number = p.endpoint.address & 0xf
    switch t.kind {
    case .startOfFrame: break
    case .setup: t.reply = function.setup(address: address, endpoint: number, t.bytes, at: cycle)
    case .output: t.reply = function.output(address: address, endpoint: number, t.bytes, one: t.one, at: cycle)
    case .input: t.reply = function.input(address: address, endpoint: number, at: cycle)
    }
    t.phase = .end
    switch t.reply {
    case .data(let bytes, _): t.at += BitTime.gap + BitTime.data(bytes.count) + (p.endpoint.kind == .isochronous ? 0 : BitTime.gap + BitTime.handshake)
    case .ack, .nak, .stall: t.at += BitTime.gap + BitTime.handshake
    case .silence: t.at += p.endpoint.kind == .isochronous ? 0 : BitTime.timeout
    }
    transaction = t
  }

  private func finish(_ t: USBTransaction) {
    transaction = nil
    busFree = t.at + BitTime.gap
    guard let p = t.pipe, let transfer = t.transfer else { return }
    // The function has sent, and is told so, whether the driver still wants it or not.
    if case .data = t.reply { function.acknowledge(endpoint: p.endpoint.address & 0xf, at: services.now) }
    guard transfer.status == .pending else { return }
    switch t.reply {
    case .silence where p.endpoint.kind != .isochronous:
      transfer.failures += 1
      if transfer.failures >= 3 { end(transfer, p, .silence) }
    case .stall: end(transfer, p, .stall)
    case .nak:
      transfer.failures = 0
      p.period = t.at + BitTime.gap - p.askedAt
      p.isParked = true
    case .ack, .silence: sent(t, transfer, p)
    case .data(let bytes, let one): received(bytes, one, transfer, p)
    }
    if transfer.isCancelled { end(transfer, p, .cancelled) }
  }
  private func sent(_ t: USBTransaction, _ transfer: USBTransfer, _ p: USBPipe) {
    transfer.failures = 0
    if t.kind == .setup {
      p.toggle = true
      transfer.stage = transfer.setup!.length == 0 || (!transfer.setup!.isInput && transfer.data.isEmpty) ? .status : .data
      return
    }
    p.toggle.toggle()
    if transfer.setup != nil && transfer.stage == .status { end(transfer, p, .done); return }
    transfer.sent += t.bytes.count
    let isAll = transfer.sent >= transfer.data.count
    if transfer.setup != nil {
      if isAll { transfer.stage = .status }
    } else if isAll && !(transfer.endsShort && t.bytes.count == p.endpoint.maxPacket) {
      end(transfer, p, .done)
    }
  }
  private func received(_ bytes: [UInt8], _ one: Bool, _ transfer: USBTransfer, _ p: USBPipe) {
    transfer.failures = 0
    // A packet of the other kind is a repetition: acknowledged and dropped (USB 2.0 §8.6.4).
    if p.endpoint.kind != .isochronous {
      guard one == p.toggle else { return }
      p.toggle.toggle()
    }
    if transfer.setup != nil && transfer.stage == .status { end(transfer, p, .done); return }
    if bytes.count > p.endpoint.maxPacket || transfer.data.count + bytes.count > transfer.length { end(transfer, p, .overrun); return }
    transfer.data += bytes
    if bytes.count < p.endpoint.maxPacket || transfer.data.count >= transfer.length {
      if transfer.setup != nil { transfer.stage = .status } else { end(transfer, p, .done) }
    }
  }
  /// The transfer is over: off the pipe first, so that its driver can submit the next one.
  func end(_ transfer: USBTransfer, _ p: USBPipe, _ status: USBTransfer.Status) {
    if let i = p.queue.firstIndex(where: { $0 === transfer }) { p.queue.remove(at: i) }
    transfer.end(status)
  }
}
