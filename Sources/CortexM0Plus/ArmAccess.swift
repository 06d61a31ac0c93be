import Emulation
import Registers

/// How an access ended, beside its value: what the instruction loop needs in one register.
struct SlowReply {
  var value: UInt32
  /// Cycles beyond the instruction's first.
  var extra: UInt8
  var end: AccessEnd
}
enum AccessEnd: UInt8 {
  case done
  /// Something else comes first: the instruction is done again.
  case notYet
  case fault
}

// Everything that the loop's short way to memory does not cover.
extension ArmCore {
  /// `word`: which word of several it is, for the cycle in which it is on the bus.
  @inline(never) func slowLoad(_ address: UInt32, _ bytes: UInt8, at cycle: Cycle, word: UInt32 = 0) -> SlowReply {
    guard address & UInt32(bytes &- 1) == 0 else { return refuse(.unalignedAccess, address) }
    if careful, !allowed(address, write: false) { return refuse(.protection, address) }
    let top = Int(address >> 24)
    if address & 0xff_ffff < memoryLimits[top], !checksGates || bus.stands(address) {
      let p = base + Int(address)
      let value =
        switch bytes {
        case 1: UInt32(p.load(as: UInt8.self))
        case 2: UInt32(p.load(as: UInt16.self))
        default: p.load(as: UInt32.self)
        }
      var wait: Int32 = 0
      if top & 0xfc == 0x10, let lines, !lines.hit(address) { wait = xip?.read(address) ?? 0 }
      if sharesBus { noteAccess(address, wait &+ 1, at: cycle &+ 1 &+ Cycle(word)) }
      if watchesData { watched(address, bytes, write: false) }
      return SlowReply(value: value, extra: UInt8(truncatingIfNeeded: min(1 + wait, 255)), end: .done)
    }
    guard cycle <= turn.pointee.exclusiveUntil, isSettled(cycle) else { return SlowReply(value: 0, extra: 0, end: .notYet) }
    if address >> 28 == 0xe, !privileged { return refuse(.busError, address) }
    turn.pointee.now = cycle
    let access = Access(master: master, bytes: bytes, cycle: cycle)
    let reply =
      if bytes == 4 { bus.loadWord(address, access) } else { bus.load(address, access) }
    limit = turn.pointee.leave || attention || careful ? 0 : turn.pointee.end &+ 1
    if !reply.ok { return refuse(.busError, address) }
    if sharesBus { noteAccess(address, reply.cycles > 2 ? reply.cycles : 1, at: cycle &+ 1 &+ Cycle(word)) }
    if watchesData { watched(address, bytes, write: false) }
    return SlowReply(value: reply.value, extra: extra(address, reply), end: .done)
  }

  @inline(never) func slowStore(_ address: UInt32, _ value: UInt32, _ bytes: UInt8, at cycle: Cycle, word: UInt32 = 0) -> SlowReply {
    guard address & UInt32(bytes &- 1) == 0 else { return refuse(.unalignedAccess, address) }
    if careful, !allowed(address, write: true) { return refuse(.protection, address) }
    if address &- 0x2000_0000 < Self.ramBytes, !checksGates || bus.stands(address) {
      let p = base + Int(address)
      switch bytes {
      case 1: p.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
      case 2: p.storeBytes(of: UInt16(truncatingIfNeeded: value), as: UInt16.self)
      default: p.storeBytes(of: value, as: UInt32.self)
      }
      if sharesBus { noteAccess(address, 1, at: cycle &+ 1 &+ Cycle(word)) }
      if watchesData { watched(address, bytes, write: true) }
      return SlowReply(value: 0, extra: 1, end: .done)
    }
    guard cycle <= turn.pointee.exclusiveUntil, isSettled(cycle) else { return SlowReply(value: 0, extra: 0, end: .notYet) }
    if address >> 28 == 0xe, !privileged { return refuse(.busError, address) }
    turn.pointee.now = cycle
    let access = Access(master: master, bytes: bytes, cycle: cycle)
    let reply =
      if bytes == 4 { bus.storeWord(address, value, access) } else { bus.store(address, value, access) }
    limit = turn.pointee.leave || attention || careful ? 0 : turn.pointee.end &+ 1
    if !reply.ok { return refuse(.busError, address) }
    if sharesBus { noteAccess(address, reply.cycles > 2 ? reply.cycles : 1, at: cycle &+ 1 &+ Cycle(word)) }
    if watchesData { watched(address, bytes, write: true) }
    return SlowReply(value: 0, extra: extra(address, reply), end: .done)
  }

  /// The cycle of an access to a register is known: nobody waits for anybody on the bus before it. Otherwise the turn ends here, so that the core's clock
  /// moves by what it has lost, and the access comes first in the next.
  @inline(__always) private func isSettled(_ cycle: Cycle) -> Bool {
    if !sharesBus || bus.agrees(before: cycle) { return true }
    wantsBusSettled = true
    return false
  }
  /// The fetch of the word `next`, which the core has asked for when it executes at `pc`: the cycles it takes beyond the instruction's. Half a word is
  /// always there ahead, so an instruction in a word's second half brings the next word, used or not; after a jump to such a half both come.
  @inline(__always) func fetch(_ next: UInt32, at pc: UInt32, after last: UInt32, _ cycle: Cycle) -> UInt64 {
    var wait: UInt64 = 0
    if pc & 2 != 0 && last != next &- 4 { wait = lines.unsafelyUnwrapped.hit(pc) ? 0 : missing(pc, cycle) }
    return lines.unsafelyUnwrapped.hit(next) ? wait : wait &+ missing(next, cycle &+ wait)
  }
  @inline(never) private func missing(_ address: UInt32, _ cycle: Cycle) -> UInt64 {
    let wait = xip?.read(address & ~3) ?? 0
    if sharesBus { noteAccess(address, wait &+ 1, at: cycle) }
    return UInt64(wait)
  }

  /// A load or store takes two cycles, one at the single-cycle port (SIO), and behind the APB bridge one and the bridge's three or four.
  private func extra(_ address: UInt32, _ reply: Reply) -> UInt8 {
    if address >> 28 == 0xd { return 0 }
    return reply.cycles > 2 ? UInt8(truncatingIfNeeded: reply.cycles) : 1
  }
  private func refuse(_ cause: ArmFault.Cause, _ address: UInt32) -> SlowReply {
    faultCause = cause
    faultAddress = address
    return SlowReply(value: 0, extra: 0, end: .fault)
  }

  // MARK: MPU (ARMv6-M B3.5)

  /// May the present code access `address`? Regions are at least 256 bytes; the highest-numbered one that matches decides.
  func allowed(_ address: UInt32, write: Bool) -> Bool {
    guard mpuApplies, address >> 20 != 0xe00 else { return true }  // the PPB is never checked
    guard let region = mpuRegion(address) else { return privileged && ppb.state.mpuControl & 4 != 0 }
    switch ppb.state.mpuAttributes[region] >> 24 & 7 {
    case 1: return privileged
    case 2: return privileged || !write
    case 3: return true
    case 5: return privileged && !write
    case 6, 7: return !write
    default: return false
    }
  }
  /// May code run at `address`?
  func executable(_ address: UInt32) -> Bool {
    guard isCode(address), !checksGates || bus.stands(address) else { return false }
    guard mpuApplies, address >> 20 != 0xe00 else { return true }
    guard let region = mpuRegion(address) else { return privileged && ppb.state.mpuControl & 4 != 0 }
    return ppb.state.mpuAttributes[region] >> 28 & 1 == 0 && allowed(address, write: false)
  }
  private var mpuApplies: Bool {
    let control = ppb.state.mpuControl
    return control & 1 != 0 && (level >= 0 || control & 2 != 0)
  }
  private func mpuRegion(_ address: UInt32) -> Int? {
    for n in stride(from: 7, through: 0, by: -1) {
      let attributes = ppb.state.mpuAttributes[n]
      let bits = attributes >> 1 & 31
      guard attributes & 1 != 0, bits >= 7 else { continue }
      let mask: UInt32 = bits == 31 ? 0 : ~(UInt32(2) << bits - 1)
      guard address & mask == ppb.state.mpuBase[n] & mask else { continue }
      let eighth = address >> (bits - 2) & 7
      if attributes >> (8 + eighth) & 1 == 0 { return n }
    }
    return nil
  }
}
