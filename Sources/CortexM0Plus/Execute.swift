import Emulation

/// Why the instruction loop ended.
enum LoopExit: UInt8 {
  case limit
  /// An access must wait for the rest of the chip; the instruction was not executed.
  case notYet
  /// R15 is the instruction that faulted; `faultCause` and `faultAddress` say why.
  case fault
  /// An instruction that the loop leaves to others; R15 is behind its first halfword.
  case special
  /// A jump to `jumpTarget`, which is not plain code: an exception return, an even address, outside memory.
  case jump
}

@inline(__always) private func rotate2(_ v: UInt32) -> UInt32 { v &>> 2 | v &<< 30 }

extension ArmCore {
  /// Executes instructions from RAM or ROM until the core's time reaches `limit` or something is not for this loop. One function with its state in
  /// local variables: that is what keeps it in registers (the calls are the slow ways, which take and answer plain values).
  @inline(never) func executePlain() -> LoopExit { execute(limits, fromFlash: false, fromBanks: false, shares: false) }
  /// The same from the XIP windows: each new word's fetch is charged.
  @inline(never) func executeFlash() -> LoopExit { execute(flashLimits, fromFlash: true, fromBanks: false, shares: false) }
  /// The same from anywhere else, also from the unstriped view of SRAM, where each word has to be looked for.
  @inline(never) func executeBanks() -> LoopExit { execute(bankLimits, fromFlash: false, fromBanks: true, shares: true) }
  /// From SRAM's striped banks, and from flash, while another core is on the bus: what this one wants of it is written down (`BusArbiter`).
  @inline(never) func executePlainShared() -> LoopExit { execute(stripedLimits, fromFlash: false, fromBanks: false, shares: true) }
  @inline(never) func executeFlashShared() -> LoopExit { execute(flashLimits, fromFlash: true, fromBanks: false, shares: true) }

  /// `code` says where jumps may go without leaving the loop.
  @inline(__always) private func execute(_ code: UnsafeMutablePointer<UInt32>, fromFlash: Bool, fromBanks: Bool, shares: Bool) -> LoopExit {
    let r = self.r, base = self.base, table = self.table, limits = self.limits, ramWords = ramBytes &>> 2
    let ring = self.ring, ringShift = self.ringShift
    var line = fetchedWord
    var pc = r.load(fromByteOffset: 60, as: UInt32.self)
    // While the bus is shared the loop counts as the ring does.
    var nz = self.nz, c = carry, v = overflow, cyc = shares ? time &+ ringShift : time, limit = shares ? self.limit &+ ringShift : self.limit
    var exit = LoopExit.limit

    @inline(__always) func get(_ field: Int) -> UInt32 { r.load(fromByteOffset: (field & 7) &<< 2, as: UInt32.self) }
    @inline(__always) func set(_ field: Int, _ value: UInt32) { r.storeBytes(of: value, toByteOffset: (field & 7) &<< 2, as: UInt32.self) }
    @inline(__always) func getHigh(_ field: Int) -> UInt32 { r.load(fromByteOffset: (field & 15) &<< 2, as: UInt32.self) }
    @inline(__always) func result(_ value: UInt32) -> UInt32 { nz = UInt64(value); return value }
    @inline(__always) func add(_ a: UInt32, _ b: UInt32) -> UInt32 {
      let (s, over) = a.addingReportingOverflow(b)
      c = over ? 1 : 0
      v = (a ^ s) & (b ^ s)
      nz = UInt64(s)
      return s
    }
    @inline(__always) func subtract(_ a: UInt32, _ b: UInt32) -> UInt32 {
      let (s, borrow) = a.subtractingReportingOverflow(b)
      c = borrow ? 0 : 1
      v = (a ^ b) & (a ^ s)
      nz = UInt64(s)
      return s
    }
    @inline(__always) func addCarry(_ a: UInt32, _ b: UInt32) -> UInt32 {
      let sum = UInt64(a) &+ UInt64(b) &+ UInt64(c), s = UInt32(truncatingIfNeeded: sum)
      c = UInt32(truncatingIfNeeded: sum &>> 32)
      v = (a ^ s) & (b ^ s)
      nz = UInt64(s)
      return s
    }
    /// The cycle in which the instruction began.
    @inline(__always) func now() -> Cycle { shares ? cyc &- 1 &- ringShift : cyc &- 1 }
    /// In cycle `at` the core wants that port of the bus.
    @inline(__always) func note(_ at: Cycle, _ key: UInt8) { if shares { ring[Int(UInt8(truncatingIfNeeded: at))] = key } }
    /// A fetch from memory that takes one cycle.
    @inline(__always) func noteFetch(_ at: Cycle, _ a: UInt32) { if shares && !fromFlash { note(at, fromBanks ? Self.codeKey(a) : Self.stripedKey(a)) } }
    @inline(__always) func branch(_ w: Int, _ taken: Bool) {
      guard taken else { return }
      pc = pc &+ 2 &+ UInt32(bitPattern: Int32(Int8(truncatingIfNeeded: w))) &<< 1
      noteFetch(cyc, pc)
      cyc &+= 1
    }
    @inline(__always) func negative() -> Bool { nz &>> 31 != 0 }
    @inline(__always) func zero() -> Bool { UInt32(truncatingIfNeeded: nz) == 0 }
    /// False: the loop must be left.
    @inline(__always) func jump(_ target: UInt32) -> Bool {
      let t = target & ~1
      if target & 1 != 0 && t & 0xff_ffff < code[Int(t &>> 24)] {
        noteFetch(cyc &- 1, t)
        pc = t
        return true
      }
      jumpTarget = target
      exit = .jump
      return false
    }
    @inline(__always) func refused(_ end: AccessEnd) {
      pc &-= 2
      if end == .notYet { cyc &-= 1; exit = .notYet } else { exit = .fault }
    }
    /// Code in flash reads its literals and tables there: what the cache has takes no longer way.
    @inline(__always) func isCached(_ a: UInt32, _ unaligned: UInt32) -> Bool {
      fromFlash && !shares && a & unaligned == 0 && a & 0xff_ffff < code[Int(a &>> 24)] && lines.unsafelyUnwrapped.hit(a)
    }
    @inline(__always) func load32(_ a: UInt32) -> UInt32? {
      if rotate2(a &- 0x2000_0000) < ramWords || (!shares && a & 3 == 0 && a & 0xff_ffff < limits[Int(a &>> 24)]) {
        if shares { note(cyc, Self.ramKey(a)) }
        cyc &+= 1
        return base.load(fromByteOffset: Int(a), as: UInt32.self)
      }
      if isCached(a, 3) {
        cyc &+= 1
        return base.load(fromByteOffset: Int(a), as: UInt32.self)
      }
      r.storeBytes(of: pc, toByteOffset: 60, as: UInt32.self)  // for reports
      let reply = slowLoad(a, 4, at: now())
      limit = shares ? self.limit &+ ringShift : self.limit
      if reply.end != .done { refused(reply.end); return nil }
      cyc &+= UInt64(reply.extra)
      return reply.value
    }
    @inline(__always) func load16(_ a: UInt32) -> UInt32? {
      if a & 1 == 0 && (shares ? (a &- 0x2000_0000) &>> 2 < ramWords : a & 0xff_ffff < limits[Int(a &>> 24)]) {
        if shares { note(cyc, Self.ramKey(a)) }
        cyc &+= 1
        return UInt32(base.load(fromByteOffset: Int(a), as: UInt16.self))
      }
      if isCached(a, 1) {
        cyc &+= 1
        return UInt32(base.load(fromByteOffset: Int(a), as: UInt16.self))
      }
      r.storeBytes(of: pc, toByteOffset: 60, as: UInt32.self)  // for reports
      let reply = slowLoad(a, 2, at: now())
      limit = shares ? self.limit &+ ringShift : self.limit
      if reply.end != .done { refused(reply.end); return nil }
      cyc &+= UInt64(reply.extra)
      return reply.value
    }
    @inline(__always) func load8(_ a: UInt32) -> UInt32? {
      if shares ? (a &- 0x2000_0000) &>> 2 < ramWords : a & 0xff_ffff < limits[Int(a &>> 24)] {
        if shares { note(cyc, Self.ramKey(a)) }
        cyc &+= 1
        return UInt32(base.load(fromByteOffset: Int(a), as: UInt8.self))
      }
      if isCached(a, 0) {
        cyc &+= 1
        return UInt32(base.load(fromByteOffset: Int(a), as: UInt8.self))
      }
      r.storeBytes(of: pc, toByteOffset: 60, as: UInt32.self)  // for reports
      let reply = slowLoad(a, 1, at: now())
      limit = shares ? self.limit &+ ringShift : self.limit
      if reply.end != .done { refused(reply.end); return nil }
      cyc &+= UInt64(reply.extra)
      return reply.value
    }
    @inline(__always) func stored(_ a: UInt32, _ value: UInt32, _ bytes: UInt8) -> Bool {
      r.storeBytes(of: pc, toByteOffset: 60, as: UInt32.self)
      let reply = slowStore(a, value, bytes, at: now())
      limit = shares ? self.limit &+ ringShift : self.limit
      if reply.end != .done { refused(reply.end); return false }
      cyc &+= UInt64(reply.extra)
      return true
    }
    @inline(__always) func store32(_ a: UInt32, _ value: UInt32) -> Bool {
      if rotate2(a &- 0x2000_0000) < ramWords {
        if shares { note(cyc, Self.ramKey(a)) }
        cyc &+= 1
        base.storeBytes(of: value, toByteOffset: Int(a), as: UInt32.self)
        return true
      }
      return stored(a, value, 4)
    }
    @inline(__always) func store16(_ a: UInt32, _ value: UInt32) -> Bool {
      if a & 1 == 0 && (a &- 0x2000_0000) &>> 2 < ramWords {
        if shares { note(cyc, Self.ramKey(a)) }
        cyc &+= 1
        base.storeBytes(of: UInt16(truncatingIfNeeded: value), toByteOffset: Int(a), as: UInt16.self)
        return true
      }
      return stored(a, value, 2)
    }
    @inline(__always) func store8(_ a: UInt32, _ value: UInt32) -> Bool {
      if (a &- 0x2000_0000) &>> 2 < ramWords {
        if shares { note(cyc, Self.ramKey(a)) }
        cyc &+= 1
        base.storeBytes(of: UInt8(truncatingIfNeeded: value), toByteOffset: Int(a), as: UInt8.self)
        return true
      }
      return stored(a, value, 1)
    }
    /// All of `count` words from `a` on are plain memory that can be read, or written.
    @inline(__always) func plain(_ a: UInt32, _ count: UInt32) -> Bool {
      let x = a &- 0x2000_0000
      return x & 3 == 0 && x < ramWords &<< 2 && x &+ count &<< 2 <= ramWords &<< 2
    }

    /// A comparison is followed by a branch nearly always: BEQ and BNE are done in the same turn of the loop, which saves the jump through the table.
    /// Nothing is done where the loop would do more than execute it: at the limit, and where flash has to be read on.
    @inline(__always) func branchAfterComparison() {
      guard cyc < limit, !fromFlash || (pc &+ 2) & ~3 == line else { return }
      let w = Int(base.load(fromByteOffset: fromBanks ? place(pc) : Int(pc), as: UInt16.self))
      guard w &>> 9 == 0x68 else { return }
      if !fromFlash && shares && pc & 2 != 0 { noteFetch(cyc, pc &+ 2) }
      pc &+= 2
      cyc &+= 1
      branch(w, zero() != (w & 256 != 0))
    }

    loop: while cyc < limit {
      if fromFlash {
        let ahead = (pc &+ 2) & ~3
        if ahead != line {
          note(cyc, BusArbiter.Key.xip)
          cyc &+= fetch(ahead, at: pc, after: line, shares ? cyc &- ringShift : cyc)
          line = ahead
        }
      } else if shares && pc & 2 != 0 {
        noteFetch(cyc, pc &+ 2)
      }
      let w = Int(base.load(fromByteOffset: fromBanks ? place(pc) : Int(pc), as: UInt16.self))
      pc &+= 2
      cyc &+= 1
      // Used before the cases, `nz` is one variable; else each case that looks at it has one, and whoever sets it sets all (Emulation.md).
      let low = UInt32(truncatingIfNeeded: nz)
      switch table[w] {
      case .movsRegister: set(w, result(get(w &>> 3)))
      case .lslImmediate:
        let x = get(w &>> 3), n = UInt32(truncatingIfNeeded: w &>> 6 & 31)
        c = x &>> (32 &- n) & 1
        set(w, result(x &<< n))
      case .lsrImmediate:
        let x = get(w &>> 3), n = UInt32(truncatingIfNeeded: (w &>> 6 &- 1) & 31)
        c = x &>> n & 1
        set(w, result((x &>> n) &>> 1))
      case .asrImmediate:
        let x = Int32(bitPattern: get(w &>> 3)), n = Int32(truncatingIfNeeded: (w &>> 6 &- 1) & 31)
        c = UInt32(bitPattern: x &>> n) & 1
        set(w, result(UInt32(bitPattern: (x &>> n) &>> 1)))
      case .addRegister: set(w, add(get(w &>> 3), get(w &>> 6)))
      case .subRegister: set(w, subtract(get(w &>> 3), get(w &>> 6)))
      case .addImmediate3: set(w, add(get(w &>> 3), UInt32(truncatingIfNeeded: w &>> 6 & 7)))
      case .subImmediate3: set(w, subtract(get(w &>> 3), UInt32(truncatingIfNeeded: w &>> 6 & 7)))
      case .movImmediate: set(w &>> 8, result(UInt32(truncatingIfNeeded: w & 255)))
      case .cmpImmediate:
        _ = subtract(get(w &>> 8), UInt32(truncatingIfNeeded: w & 255))
        branchAfterComparison()
      case .addImmediate8: set(w &>> 8, add(get(w &>> 8), UInt32(truncatingIfNeeded: w & 255)))
      case .subImmediate8:
        set(w &>> 8, subtract(get(w &>> 8), UInt32(truncatingIfNeeded: w & 255)))
        branchAfterComparison()
      case .and: set(w, result(get(w) & get(w &>> 3)))
      case .eor: set(w, result(get(w) ^ get(w &>> 3)))
      // One bit more than the word has holds the carry; a shift by 0 leaves it as it was. No ways of their own for amounts beyond 31: with several
      // ends of the loop's turn the compiler nests loops, and keeps what they share many times over.
      case .lsl:
        let n = get(w &>> 3) & 255, wide = UInt64(get(w)) &<< UInt64(min(n, 33))
        c = n == 0 ? c : UInt32(truncatingIfNeeded: wide &>> 32) & 1
        set(w, result(UInt32(truncatingIfNeeded: wide)))
      case .lsr:
        let n = get(w &>> 3) & 255, wide = (UInt64(get(w)) &<< 1) &>> UInt64(min(n, 33))
        c = n == 0 ? c : UInt32(truncatingIfNeeded: wide) & 1
        set(w, result(UInt32(truncatingIfNeeded: wide &>> 1)))
      case .asr:
        let n = get(w &>> 3) & 255, wide = (Int64(Int32(bitPattern: get(w))) &<< 1) &>> Int64(min(n, 33))
        c = n == 0 ? c : UInt32(truncatingIfNeeded: wide) & 1
        set(w, result(UInt32(truncatingIfNeeded: wide &>> 1)))
      case .adc: set(w, addCarry(get(w), get(w &>> 3)))
      case .sbc: set(w, addCarry(get(w), ~get(w &>> 3)))
      case .ror:
        let x = get(w), n = get(w &>> 3) & 255, value = x &>> (n & 31) | x &<< (32 &- n & 31)
        c = n == 0 ? c : value &>> 31
        set(w, result(value))
      case .tst:
        nz = UInt64(get(w) & get(w &>> 3))
        branchAfterComparison()
      case .rsb: set(w, subtract(0, get(w &>> 3)))
      case .cmp:
        _ = subtract(get(w), get(w &>> 3))
        branchAfterComparison()
      case .cmn: _ = add(get(w), get(w &>> 3))
      case .orr: set(w, result(get(w) | get(w &>> 3)))
      case .mul: set(w, result(get(w) &* get(w &>> 3)))
      case .bic: set(w, result(get(w) & ~get(w &>> 3)))
      case .mvn: set(w, result(~get(w &>> 3)))

      case .addHigh:
        r.storeBytes(of: pc &+ 2, toByteOffset: 60, as: UInt32.self)
        let d = w &>> 4 & 8 | w & 7
        r.storeBytes(of: getHigh(d) &+ getHigh(w &>> 3), toByteOffset: d &<< 2, as: UInt32.self)
      case .addSPHigh:
        r.storeBytes(of: pc &+ 2, toByteOffset: 60, as: UInt32.self)
        r.storeBytes(of: (getHigh(13) &+ getHigh(w &>> 3)) & ~3, toByteOffset: 52, as: UInt32.self)
      case .cmpHigh:
        r.storeBytes(of: pc &+ 2, toByteOffset: 60, as: UInt32.self)
        _ = subtract(getHigh(w &>> 4 & 8 | w & 7), getHigh(w &>> 3))
      case .movHigh:
        r.storeBytes(of: pc &+ 2, toByteOffset: 60, as: UInt32.self)
        r.storeBytes(of: getHigh(w &>> 3), toByteOffset: (w &>> 4 & 8 | w & 7) &<< 2, as: UInt32.self)
      case .movSP:
        r.storeBytes(of: pc &+ 2, toByteOffset: 60, as: UInt32.self)
        r.storeBytes(of: getHigh(w &>> 3) & ~3, toByteOffset: 52, as: UInt32.self)
      case .addPC:
        r.storeBytes(of: pc &+ 2, toByteOffset: 60, as: UInt32.self)
        cyc &+= 1
        if !jump((pc &+ 2 &+ getHigh(w &>> 3)) | 1) { break loop }
      case .movPC:
        r.storeBytes(of: pc &+ 2, toByteOffset: 60, as: UInt32.self)
        cyc &+= 1
        if !jump(getHigh(w &>> 3) | 1) { break loop }
      case .bx:
        r.storeBytes(of: pc &+ 2, toByteOffset: 60, as: UInt32.self)
        cyc &+= 1
        if !jump(getHigh(w &>> 3)) { break loop }
      case .blx:
        r.storeBytes(of: pc &+ 2, toByteOffset: 60, as: UInt32.self)
        let target = getHigh(w &>> 3)
        r.storeBytes(of: pc | 1, toByteOffset: 56, as: UInt32.self)
        cyc &+= 1
        if !jump(target) { break loop }

      case .ldrLiteral:
        guard let value = load32((pc &+ 2) & ~3 &+ UInt32(truncatingIfNeeded: (w & 255) &<< 2)) else { break loop }
        set(w &>> 8, value)
      case .str: if !store32(get(w &>> 3) &+ get(w &>> 6), get(w)) { break loop }
      case .strh: if !store16(get(w &>> 3) &+ get(w &>> 6), get(w)) { break loop }
      case .strb: if !store8(get(w &>> 3) &+ get(w &>> 6), get(w)) { break loop }
      case .ldr:
        guard let value = load32(get(w &>> 3) &+ get(w &>> 6)) else { break loop }
        set(w, value)
      case .ldrh:
        guard let value = load16(get(w &>> 3) &+ get(w &>> 6)) else { break loop }
        set(w, value)
      case .ldrb:
        guard let value = load8(get(w &>> 3) &+ get(w &>> 6)) else { break loop }
        set(w, value)
      case .ldrsh:
        guard let value = load16(get(w &>> 3) &+ get(w &>> 6)) else { break loop }
        set(w, UInt32(bitPattern: Int32(Int16(truncatingIfNeeded: value))))
      case .ldrsb:
        guard let value = load8(get(w &>> 3) &+ get(w &>> 6)) else { break loop }
        set(w, UInt32(bitPattern: Int32(Int8(truncatingIfNeeded: value))))
      case .strImmediate: if !store32(get(w &>> 3) &+ UInt32(truncatingIfNeeded: w &>> 4 & 0x7c), get(w)) { break loop }
      case .ldrImmediate:
        guard let value = load32(get(w &>> 3) &+ UInt32(truncatingIfNeeded: w &>> 4 & 0x7c)) else { break loop }
        set(w, value)
      case .strbImmediate: if !store8(get(w &>> 3) &+ UInt32(truncatingIfNeeded: w &>> 6 & 31), get(w)) { break loop }
      case .ldrbImmediate:
        guard let value = load8(get(w &>> 3) &+ UInt32(truncatingIfNeeded: w &>> 6 & 31)) else { break loop }
        set(w, value)
      case .strhImmediate: if !store16(get(w &>> 3) &+ UInt32(truncatingIfNeeded: w &>> 5 & 0x3e), get(w)) { break loop }
      case .ldrhImmediate:
        guard let value = load16(get(w &>> 3) &+ UInt32(truncatingIfNeeded: w &>> 5 & 0x3e)) else { break loop }
        set(w, value)
      case .strSP: if !store32(getHigh(13) &+ UInt32(truncatingIfNeeded: (w & 255) &<< 2), get(w &>> 8)) { break loop }
      case .ldrSP:
        guard let value = load32(getHigh(13) &+ UInt32(truncatingIfNeeded: (w & 255) &<< 2)) else { break loop }
        set(w &>> 8, value)

      case .adr: set(w &>> 8, (pc &+ 2) & ~3 &+ UInt32(truncatingIfNeeded: (w & 255) &<< 2))
      case .addSP: set(w &>> 8, getHigh(13) &+ UInt32(truncatingIfNeeded: (w & 255) &<< 2))
      case .addSPImmediate: r.storeBytes(of: getHigh(13) &+ UInt32(truncatingIfNeeded: (w & 127) &<< 2), toByteOffset: 52, as: UInt32.self)
      case .subSPImmediate: r.storeBytes(of: getHigh(13) &- UInt32(truncatingIfNeeded: (w & 127) &<< 2), toByteOffset: 52, as: UInt32.self)
      case .sxth: set(w, UInt32(bitPattern: Int32(Int16(truncatingIfNeeded: get(w &>> 3)))))
      case .sxtb: set(w, UInt32(bitPattern: Int32(Int8(truncatingIfNeeded: get(w &>> 3)))))
      case .uxth: set(w, get(w &>> 3) & 0xffff)
      case .uxtb: set(w, get(w &>> 3) & 0xff)
      case .rev: set(w, get(w &>> 3).byteSwapped)
      case .rev16:
        let x = get(w &>> 3)
        set(w, x &>> 8 & 0x00ff_00ff | x &<< 8 & 0xff00_ff00)
      case .revsh: set(w, UInt32(bitPattern: Int32(Int16(truncatingIfNeeded: get(w &>> 3)).byteSwapped)))

      case .push:
        var list = UInt32(truncatingIfNeeded: w & 255)
        let count = UInt32(truncatingIfNeeded: (w & 0x1ff).nonzeroBitCount), sp = getHigh(13) &- count &<< 2
        if plain(sp, count) {
          if shares { noteWords(sp, count, cyc) }
          var p = base + Int(sp)
          while list != 0 {
            p.storeBytes(of: get(list.trailingZeroBitCount), as: UInt32.self)
            p += 4
            list &= list &- 1
          }
          if w & 256 != 0 { p.storeBytes(of: getHigh(14), as: UInt32.self) }
        } else {
          let end = storeMultiple(sp, list | UInt32(truncatingIfNeeded: w & 256) &<< 6, at: now())
          limit = shares ? self.limit &+ ringShift : self.limit
          if end != .done { refused(end); break loop }
          cyc &+= multipleWait
        }
        r.storeBytes(of: sp, toByteOffset: 52, as: UInt32.self)
        cyc &+= UInt64(count)
      case .pop:
        var list = UInt32(truncatingIfNeeded: w & 255)
        let count = UInt32(truncatingIfNeeded: list.nonzeroBitCount), sp = getHigh(13)
        if plain(sp, count) {
          if shares { noteWords(sp, count, cyc) }
          var p = base + Int(sp)
          while list != 0 {
            set(list.trailingZeroBitCount, p.load(as: UInt32.self))
            p += 4
            list &= list &- 1
          }
        } else {
          let end = loadMultiple(sp, list, at: now())
          limit = shares ? self.limit &+ ringShift : self.limit
          if end != .done { refused(end); break loop }
          cyc &+= multipleWait
        }
        r.storeBytes(of: sp &+ count &<< 2, toByteOffset: 52, as: UInt32.self)
        cyc &+= UInt64(count)
      case .popPC:
        var list = UInt32(truncatingIfNeeded: w & 255)
        let count = UInt32(truncatingIfNeeded: list.nonzeroBitCount) &+ 1, sp = getHigh(13)
        if plain(sp, count) {
          if shares { noteWords(sp, count, cyc) }
          var p = base + Int(sp)
          while list != 0 {
            set(list.trailingZeroBitCount, p.load(as: UInt32.self))
            p += 4
            list &= list &- 1
          }
          r.storeBytes(of: p.load(as: UInt32.self), toByteOffset: 60, as: UInt32.self)
        } else {
          let end = loadMultiple(sp, list | 0x8000, at: now())
          limit = shares ? self.limit &+ ringShift : self.limit
          if end != .done { refused(end); break loop }
          cyc &+= multipleWait
        }
        r.storeBytes(of: sp &+ count &<< 2, toByteOffset: 52, as: UInt32.self)
        cyc &+= UInt64(count) &+ 2
        if !jump(getHigh(15)) { break loop }
      case .stm:
        var list = UInt32(truncatingIfNeeded: w & 255)
        let count = UInt32(truncatingIfNeeded: list.nonzeroBitCount), a = get(w &>> 8)
        if plain(a, count) {
          if shares { noteWords(a, count, cyc) }
          var p = base + Int(a)
          while list != 0 {
            p.storeBytes(of: get(list.trailingZeroBitCount), as: UInt32.self)
            p += 4
            list &= list &- 1
          }
        } else {
          let end = storeMultiple(a, list, at: now())
          limit = shares ? self.limit &+ ringShift : self.limit
          if end != .done { refused(end); break loop }
          cyc &+= multipleWait
        }
        set(w &>> 8, a &+ count &<< 2)
        cyc &+= UInt64(count)
      case .ldm:
        var list = UInt32(truncatingIfNeeded: w & 255)
        let count = UInt32(truncatingIfNeeded: list.nonzeroBitCount), a = get(w &>> 8)
        if plain(a, count) {
          if shares { noteWords(a, count, cyc) }
          var p = base + Int(a)
          while list != 0 {
            set(list.trailingZeroBitCount, p.load(as: UInt32.self))
            p += 4
            list &= list &- 1
          }
        } else {
          let end = loadMultiple(a, list, at: now())
          limit = shares ? self.limit &+ ringShift : self.limit
          if end != .done { refused(end); break loop }
          cyc &+= multipleWait
        }
        if w &>> (w &>> 8 & 7) & 1 == 0 { set(w &>> 8, a &+ count &<< 2) }
        cyc &+= UInt64(count)

      case .beq: branch(w, low == 0)
      case .bne: branch(w, low != 0)
      case .bcs: branch(w, c != 0)
      case .bcc: branch(w, c == 0)
      case .bmi: branch(w, negative())
      case .bpl: branch(w, !negative())
      case .bvs: branch(w, v &>> 31 != 0)
      case .bvc: branch(w, v &>> 31 == 0)
      case .bhi: branch(w, c != 0 && !zero())
      case .bls: branch(w, c == 0 || zero())
      case .bge: branch(w, negative() == (v &>> 31 != 0))
      case .blt: branch(w, negative() != (v &>> 31 != 0))
      case .bgt: branch(w, !zero() && negative() == (v &>> 31 != 0))
      case .ble: branch(w, zero() || negative() != (v &>> 31 != 0))
      case .b:
        pc = pc &+ 2 &+ UInt32(bitPattern: Int32(truncatingIfNeeded: w &<< 21) &>> 20)
        noteFetch(cyc, pc)
        cyc &+= 1
      case .bl:
        let low = Int(base.load(fromByteOffset: fromBanks ? place(pc) : Int(pc), as: UInt16.self))
        guard low & 0xd000 == 0xd000 else { exit = .special; break loop }
        // The sign extends I1 and I2, which are the inverse of J1 and J2 where it differs from them (A6.7.13).
        let s = w &>> 10 & 1, i1 = ~(low &>> 13 ^ s) & 1, i2 = ~(low &>> 11 ^ s) & 1
        let offset = (0 &- s) &<< 24 | i1 &<< 23 | i2 &<< 22 | (w & 0x3ff) &<< 12 | (low & 0x7ff) &<< 1
        let next = pc &+ 2
        r.storeBytes(of: next | 1, toByteOffset: 56, as: UInt32.self)
        cyc &+= 2
        if !jump(next &+ UInt32(truncatingIfNeeded: offset) | 1) { break loop }
      case .nop: break
      case .cps:
        guard w & 2 != 0, privileged else { break }
        primask = w & 16 != 0
        if !primask { attention = true; limit = 0 }
      case .wfe, .wfi, .sev, .svc, .bkpt, .undefined:
        exit = .special
        break loop
      }
    }
    r.storeBytes(of: pc, toByteOffset: 60, as: UInt32.self)
    self.nz = nz; carry = c; overflow = v; time = shares ? cyc &- ringShift : cyc
    if fromFlash { fetchedWord = line }
    return exit
  }

  // MARK: Several words, not all of them plain memory

  /// Stores the registers of `list` (bit n: Rn) from `address` up. All accesses count as made at `cycle`, so that the first decides whether it is time.
  /// What they take beyond a cycle each is in `multipleWait` afterwards.
  @inline(never) func storeMultiple(_ address: UInt32, _ list: UInt32, at cycle: Cycle) -> AccessEnd {
    var a = address
    multipleWait = 0
    for n in 0..<15 where list >> UInt32(n) & 1 != 0 {
      let reply = slowStore(a, self[n], 4, at: cycle, word: (a &- address) &>> 2)
      if reply.end != .done { return reply.end }
      multipleWait &+= UInt64(reply.extra) &- 1
      a &+= 4
    }
    return .done
  }
  @inline(never) func loadMultiple(_ address: UInt32, _ list: UInt32, at cycle: Cycle) -> AccessEnd {
    var a = address
    multipleWait = 0
    for n in 0..<16 where list >> UInt32(n) & 1 != 0 {
      r.storeBytes(of: pc, toByteOffset: 60, as: UInt32.self)  // for reports
      let reply = slowLoad(a, 4, at: cycle, word: (a &- address) &>> 2)
      if reply.end != .done { return reply.end }
      multipleWait &+= UInt64(reply.extra) &- 1
      self[n] = reply.value
      a &+= 4
    }
    return .done
  }
}
