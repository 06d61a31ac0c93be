import Port

/// Tells the collector and the exception machinery where the loop is: before everything that may allocate, raise or switch.
/// The published instruction offset is that of the next instruction. Pays for the instructions since the last payment.
@inline(__always) private func publish(
  _ m: Memory, _ thread: Address, _ fp: Words, _ ip: CodeCursor, _ sp: Words, _ port: Port, _ spent: inout Int32
) {
  pay(port, &spent)
  fp[Frame.ip] = (ip.address &- fp[Frame.bytecode]) &<< 1 | 1
  m[thread &+ Thread.top] = sp.address &+ 4
}
/// The published instruction: bytecode may have moved.
@inline(__always) private func resumed(_ m: Memory, _ fp: Words) -> CodeCursor { CodeCursor(m.at(fp[Frame.bytecode] &+ fp[Frame.ip] &>> 1)) }
/// Charges what the loop has done since it last did. Between two payments nothing jumps back or calls, so interrupts wait for no longer than a
/// straight piece of bytecode takes.
@inline(__always) private func pay(_ port: Port, _ spent: inout Int32) {
  port.spend(spent)
  spent = 0
}
/// A comparison's answer takes the place of its two operands. If a conditional jump tests it, as nearly always, that is done at once: true.
@inline(__always) private func tested(_ b: Bool, _ ip: inout CodeCursor, _ sp: inout Words, _ spent: inout Int32) -> Bool {
  let next = ip.peek &- Op.popJumpIfTrue.rawValue
  if next > 1 {
    sp.move(-1)
    sp[0] = Value.bool(b).word
    return false
  }
  spent &+= Cost.test
  ip.raw = ip.raw + 1
  let d = ip.signed()
  sp.move(-2)
  if b == (next == 0) { ip.raw = ip.raw + d }
  return true
}
/// `v` takes the place of the topmost `n` operands, or goes to the local that the next instruction stores it in.
@inline(__always) private func give(_ v: UInt32, _ n: Int, _ ip: inout CodeCursor, _ sp: inout Words, _ fp: Words, _ spent: inout Int32) {
  let next = ip.peek
  if next & 0xf0 == Op.storeFast0.rawValue {
    spent &+= Cost.simple
    ip.raw = ip.raw + 1
    sp.move(-n)
    fp[Int(next & 15)] = v
  } else {
    sp.move(1 &- n)
    sp[0] = v
  }
}
@inline(__always) private func isInts(_ a: UInt32, _ b: UInt32) -> Bool { a & b & 1 != 0 }

extension VM {
  /// Runs the topmost frame until it ends (true) or, if it is a generator's, yields (false). The value goes to its result slot.
  ///
  /// The loop follows swift-performance.md §2: a `switch` over a 256-case enumeration, `ip`, `sp` and `fp` in local variables, operands in
  /// the stack's memory, everything slow in functions that are not inlined. Calls of Python functions push a frame and go on in this loop.
  @inline(never)
  mutating func run() throws(Raise) -> Bool {
    let m = port.memory, port = self.port, thread = self.thread, pending = state &+ State.pending
    // Cycles that the instructions since the last payment take.
    var spent: Int32 = 0
    while true {
      var fp = Words(m.at(m[thread &+ Thread.frame]))
      var sp = Words(m.at(m[thread &+ Thread.top] &- 4))
      var ip = resumed(m, fp)
      do throws(Raise) {
        while true {
          let op = unsafeBitCast(ip.byte(), to: Op.self)
          switch op {
          // MARK: constants, locals, operands
          case .loadConstFalse:
            spent &+= Cost.simple
            sp.move(1)
            sp[0] = Value.false.word
          case .loadConstNone:
            spent &+= Cost.simple
            sp.move(1)
            sp[0] = Value.none.word
          case .loadConstTrue:
            spent &+= Cost.simple
            sp.move(1)
            sp[0] = Value.true.word
          case .loadNull:
            spent &+= Cost.simple
            sp.move(1)
            sp[0] = 0
          case .loadConstSmallInt:
            spent &+= Cost.simple
            sp.move(1)
            sp[0] = UInt32(bitPattern: ip.signedNumber()) &<< 1 | 1
          case .int0, .int1, .int2, .int3, .int4, .int5, .int6, .int7, .int8, .int9, .int10, .int11, .int12, .int13, .int14, .int15,
            .int16, .int17, .int18, .int19, .int20, .int21, .int22, .int23, .int24, .int25, .int26, .int27, .int28, .int29, .int30, .int31,
            .int32, .int33, .int34, .int35, .int36, .int37, .int38, .int39, .int40, .int41, .int42, .int43, .int44, .int45, .int46, .int47,
            .int48, .int49, .int50, .int51, .int52, .int53, .int54, .int55, .int56, .int57, .int58, .int59, .int60, .int61, .int62, .int63:
            spent &+= Cost.simple
            sp.move(1)
            sp[0] = (UInt32(unsafeBitCast(op, to: UInt8.self)) &- 0x80) &<< 1 | 1
          case .loadConstString:
            spent &+= Cost.simple
            let n = ip.number()
            sp.move(1)
            sp[0] = m[fp[Frame.strings] &+ 8 &+ n &* 4]
          case .loadConstObj:
            spent &+= Cost.simple
            let n = ip.number()
            sp.move(1)
            sp[0] = m[m[m[fp[Frame.code] &+ Code.context &* 4] &+ CodeContext.constants &* 4] &+ 8 &+ n &* 4]
          case .loadFast0, .loadFast1, .loadFast2, .loadFast3, .loadFast4, .loadFast5, .loadFast6, .loadFast7, .loadFast8, .loadFast9,
            .loadFast10, .loadFast11, .loadFast12, .loadFast13, .loadFast14, .loadFast15:
            spent &+= Cost.simple
            let v = fp[Int(unsafeBitCast(op, to: UInt8.self) & 15)]
            if v == 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              throw unboundLocal()
            }
            sp.move(1)
            sp[0] = v
          case .loadFast:
            spent &+= Cost.simple
            let v = fp[Int(ip.number())]
            if v == 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              throw unboundLocal()
            }
            sp.move(1)
            sp[0] = v
          case .loadDeref:
            spent &+= Cost.simple
            let v = m[fp[Int(ip.number())] &+ 4]
            if v == 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              throw unboundLocal()
            }
            sp.move(1)
            sp[0] = v
          case .storeFast0, .storeFast1, .storeFast2, .storeFast3, .storeFast4, .storeFast5, .storeFast6, .storeFast7, .storeFast8, .storeFast9,
            .storeFast10, .storeFast11, .storeFast12, .storeFast13, .storeFast14, .storeFast15:
            spent &+= Cost.simple
            fp[Int(unsafeBitCast(op, to: UInt8.self) & 15)] = sp[0]
            sp.move(-1)
          case .storeFast:
            spent &+= Cost.simple
            fp[Int(ip.number())] = sp[0]
            sp.move(-1)
          case .storeDeref:
            spent &+= Cost.simple
            Ref(fp[Int(ip.number())], self).store(1, sp[0])
            sp.move(-1)
          case .deleteFast:
            spent &+= Cost.simple
            let n = Int(ip.number())
            if fp[n] == 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              throw unboundLocal()
            }
            fp[n] = 0
          case .deleteDeref:
            spent &+= Cost.simple
            let cell = fp[Int(ip.number())]
            if m[cell &+ 4] == 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              throw unboundLocal()
            }
            m[cell &+ 4] = 0
          case .dupTop:
            spent &+= Cost.simple
            sp.move(1)
            sp[0] = sp[-1]
          case .dupTopTwo:
            spent &+= Cost.simple
            sp.move(2)
            sp[0] = sp[-2]
            sp[-1] = sp[-3]
          case .popTop:
            spent &+= Cost.simple
            sp.move(-1)
          case .rotTwo:
            spent &+= Cost.simple
            let a = sp[0]
            sp[0] = sp[-1]
            sp[-1] = a
          case .rotThree:
            spent &+= Cost.simple
            let c = sp[0]
            sp[0] = sp[-1]
            sp[-1] = sp[-2]
            sp[-2] = c

          // MARK: names
          case .loadName:
            spent &+= Cost.global
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            var v: UInt32 = 0
            let names = fp[Frame.names]
            if names != 0 && names != fp[Frame.globals] { v = findName(names, q) }
            if v == 0 { v = findGlobal(fp[Frame.globals], q) }
            sp.move(1)
            sp[0] = v
            if v == 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              try libraryName(q, sp.slot)
              ip = resumed(m, fp)
            }
          case .loadGlobal:
            spent &+= Cost.global
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            let v = findGlobal(fp[Frame.globals], q)
            sp.move(1)
            sp[0] = v
            if v == 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              try libraryName(q, sp.slot)
              ip = resumed(m, fp)
            }
          case .storeName, .storeGlobal:
            spent &+= Cost.global
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            publish(m, thread, fp, ip, sp, port, &spent)
            let place = op == .storeName && fp[Frame.names] != 0 ? Frame.names : Frame.globals
            try dictStore(Slot(fp.address &+ UInt32(truncatingIfNeeded: place &* 4)), q, sp.slot)
            // Hard handlers do not wait for the end of a long straight piece.
            if m[pending] != 0 { try doPending(step: true) }
            ip = resumed(m, fp)
            sp.move(-1)
          case .deleteName, .deleteGlobal:
            spent &+= Cost.global
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            publish(m, thread, fp, ip, sp, port, &spent)
            let place = op == .deleteName && fp[Frame.names] != 0 ? Frame.names : Frame.globals
            try deleteName(Slot(fp.address &+ UInt32(truncatingIfNeeded: place &* 4)), q)
            ip = resumed(m, fp)

          // MARK: attributes
          case .loadAttr:
            spent &+= Cost.attribute
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            let v = fastAttribute(sp[0], q)
            if v != 0 {
              sp[0] = v
            } else {
              publish(m, thread, fp, ip, sp, port, &spent)
              try slowLoadAttr(sp.slot, q)
              ip = resumed(m, fp)
            }
          case .storeAttr:
            spent &+= Cost.attribute
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            if !fastStoreAttribute(sp[0], q, sp[-1]) {
              publish(m, thread, fp, ip, sp, port, &spent)
              try slowStoreAttr(sp.slot, q)
              ip = resumed(m, fp)
            }
            sp.move(-2)
          case .loadMethod:
            spent &+= Cost.method
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            let o = sp[0]
            let v = fastMethod(o, q)
            sp.move(1)
            if v != 0 {
              sp[-1] = v
              sp[0] = o
            } else {
              sp[0] = 0
              publish(m, thread, fp, ip, sp, port, &spent)
              try slowLoadMethod(sp.slot, q)
              ip = resumed(m, fp)
            }
          case .loadSuperMethod:
            spent &+= Cost.method
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            publish(m, thread, fp, ip, sp, port, &spent)
            try loadSuperMethod(sp.slot, q)
            ip = resumed(m, fp)
            sp.move(-1)

          // MARK: items
          case .loadSubscr:
            spent &+= Cost.item
            var v = fastItem(sp[-1], sp[0])
            if v == 0 { v = quickItem(sp[-1], sp[0]) }
            if v != 0 {
              sp.move(-1)
              sp[0] = v
            } else {
              publish(m, thread, fp, ip, sp, port, &spent)
              try slowLoadItem(sp.slot)
              ip = resumed(m, fp)
              sp.move(-1)
            }
          case .storeSubscr:
            spent &+= Cost.item
            if !fastStoreItem(sp[-1], sp[0], sp[-2]) && !quickStoreItem(sp[-1], sp[0], sp[-2]) {
              publish(m, thread, fp, ip, sp, port, &spent)
              try slowStoreItem(sp.slot)
              ip = resumed(m, fp)
            }
            sp.move(-3)

          // MARK: jumps
          case .jump:
            spent &+= Cost.jump
            let d = ip.signed()
            ip.raw = ip.raw + d
            pay(port, &spent)
            if m[pending] != 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              try doPending()
              ip = resumed(m, fp)
            }
          case .popJumpIfTrue, .popJumpIfFalse:
            spent &+= Cost.test
            let d = ip.signed(), v = sp[0]
            var truth = v == Value.true.word
            if !truth && v != Value.false.word && v != Value.none.word {
              if v & 1 != 0 {
                truth = v != 1
              } else {
                publish(m, thread, fp, ip, sp, port, &spent)
                truth = try self.truth(sp.slot)
                ip = resumed(m, fp)
              }
            }
            sp.move(-1)
            if truth == (op == .popJumpIfTrue) { ip.raw = ip.raw + d }
            pay(port, &spent)
            if m[pending] != 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              try doPending()
              ip = resumed(m, fp)
            }
          case .jumpIfTrueOrPop, .jumpIfFalseOrPop:
            spent &+= Cost.test
            let d = ip.forward(), v = sp[0]
            var truth = v == Value.true.word
            if !truth && v != Value.false.word && v != Value.none.word {
              publish(m, thread, fp, ip, sp, port, &spent)
              truth = try self.truth(sp.slot)
              ip = resumed(m, fp)
            }
            if truth == (op == .jumpIfTrueOrPop) { ip.raw = ip.raw + d } else { sp.move(-1) }
            pay(port, &spent)
            if m[pending] != 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              try doPending()
              ip = resumed(m, fp)
            }

          // MARK: exception blocks
          case .setupExcept, .setupFinally:
            spent &+= Cost.block
            let d = ip.forward()
            let n = Int(fp[Frame.blocks] &>> 1), b = Frame.block(n)
            let handler = ip.address &+ UInt32(truncatingIfNeeded: d) &- fp[Frame.bytecode]
            fp[b &+ Frame.handler] = (handler &<< 1 | (op == .setupFinally ? 1 : 0)) &<< 1 | 1
            fp[b &+ Frame.height] = ((sp.address &+ 4 &- fp.address) &>> 2) &<< 1 | 1
            fp[b &+ Frame.handled] = 0
            fp[Frame.blocks] = UInt32(truncatingIfNeeded: n &+ 1) &<< 1 | 1
          case .setupWith:
            spent &+= Cost.block
            let d = ip.forward()
            publish(m, thread, fp, ip, sp, port, &spent)
            try openWith(sp.slot)
            ip = resumed(m, fp)
            let n = Int(fp[Frame.blocks] &>> 1), b = Frame.block(n)
            let handler = ip.address &+ UInt32(truncatingIfNeeded: d) &- fp[Frame.bytecode]
            sp.move(1)
            fp[b &+ Frame.handler] = (handler &<< 1 | 1) &<< 1 | 1
            fp[b &+ Frame.height] = ((sp.address &+ 4 &- fp.address) &>> 2) &<< 1 | 1
            fp[b &+ Frame.handled] = 0
            fp[Frame.blocks] = UInt32(truncatingIfNeeded: n &+ 1) &<< 1 | 1
            sp.move(1)
          case .withCleanup:
            spent &+= Cost.call
            publish(m, thread, fp, ip, sp, port, &spent)
            try closeWith(sp.slot)
            ip = resumed(m, fp)
            sp.move(-2)
          case .popExceptJump:
            spent &+= Cost.block
            let d = ip.forward()
            fp[Frame.blocks] = fp[Frame.blocks] &- 2
            ip.raw = ip.raw + d
            if m[pending] != 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              try doPending()
              ip = resumed(m, fp)
            }
          case .endFinally:
            spent &+= Cost.block
            fp[Frame.blocks] = fp[Frame.blocks] &- 2
            let v = sp[0]
            if v == Value.none.word {
              sp.move(-1)
            } else if v & 1 != 0 {
              sp.move(-1)
              if v == Value(int: -1).word {
                // A `return` goes on.
                if let handler = enclosingFinally(fp, ip.address &- fp[Frame.bytecode]) {
                  sp = enterFinally(fp, handler, sp[0])
                  ip.raw = UnsafeRawPointer(m.at(fp[Frame.bytecode] &+ handler))
                } else {
                  publish(m, thread, fp, ip, sp, port, &spent)
                  if try endFrame(sp.slot) { return true }
                  fp = Words(m.at(m[thread &+ Thread.frame]))
                  sp = Words(m.at(m[thread &+ Thread.top] &- 4))
                  ip = resumed(m, fp)
                }
              } else {
                // A `break` or `continue` goes on.
                publish(m, thread, fp, ip, sp, port, &spent)
                unwindJump(v &>> 1)
                sp = Words(m.at(m[thread &+ Thread.top] &- 4))
                ip = resumed(m, fp)
              }
            } else {
              publish(m, thread, fp, ip, sp, port, &spent)
              throw reraise(sp.slot)
            }
          case .unwindJump:
            spent &+= Cost.jump
            let d = ip.signed()
            let target = ip.address &+ UInt32(truncatingIfNeeded: d) &- fp[Frame.bytecode]
            let n = UInt32(ip.byte())
            sp.move(1)
            sp[0] = target &<< 1 | 1
            publish(m, thread, fp, ip, sp, port, &spent)
            unwindJump(n)
            sp = Words(m.at(m[thread &+ Thread.top] &- 4))
            ip = resumed(m, fp)
            if m[pending] != 0 {
              try doPending()
              ip = resumed(m, fp)
            }
          case .raiseLast:
            spent &+= Cost.raise
            publish(m, thread, fp, ip, sp, port, &spent)
            throw raiseLast()
          case .raiseObj:
            spent &+= Cost.raise
            publish(m, thread, fp, ip, sp, port, &spent)
            throw raise(sp.slot)
          case .raiseFrom:
            spent &+= Cost.raise
            publish(m, thread, fp, ip, sp, port, &spent)
            throw raise(Slot(sp.address &- 4), from: sp.slot)

          // MARK: loops
          case .getIter:
            spent &+= Cost.next
            publish(m, thread, fp, ip, sp, port, &spent)
            try getIter(sp.slot)
            ip = resumed(m, fp)
          case .getIterStack:
            spent &+= Cost.next
            publish(m, thread, fp, ip, sp, port, &spent)
            try iterateOnStack(sp.slot)
            ip = resumed(m, fp)
            sp.move(3)
          case .forIter:
            spent &+= Cost.next
            let d = ip.forward()
            var it = sp[-3]
            if it == 0 {
              // A generator expression is given its iterator in the second word.
              it = sp[-2]
              sp[-3] = it
              sp[-2] = 0
            }
            if it == Value(int: 0).word {
              // A range of small integers, kept in the stack: 1 next value, 2 stop, 3 step.
              let v = Int32(bitPattern: sp[-2]), stop = Int32(bitPattern: sp[-1]), step = Int32(bitPattern: sp[0])
              if step > 0 ? v < stop : v > stop {
                let n = v.addingReportingOverflow(step &- 1)
                sp[-2] = UInt32(bitPattern: n.overflow ? stop : n.partialValue)
                give(UInt32(bitPattern: v), 0, &ip, &sp, fp, &spent)
              } else {
                sp.move(-4)
                ip.raw = ip.raw + d
              }
            } else if it == Value(int: 1).word {
              // A list: 1 the list, 2 next index.
              let list = sp[-2], i = sp[-1] &>> 1
              if i < m[list &+ 4] &>> 1 {
                sp[-1] = sp[-1] &+ 2
                give(m[m[list &+ 8] &+ 8 &+ i &* 4], 0, &ip, &sp, fp, &spent)
              } else {
                sp.move(-4)
                ip.raw = ip.raw + d
              }
            } else if it == Value(int: 2).word {
              // A tuple: 1 the tuple, 2 next index.
              let tuple = sp[-2], i = sp[-1] &>> 1
              if i < m[tuple &+ 4] &>> 1 {
                sp[-1] = sp[-1] &+ 2
                give(m[tuple &+ 8 &+ i &* 4], 0, &ip, &sp, fp, &spent)
              } else {
                sp.move(-4)
                ip.raw = ip.raw + d
              }
            } else if Header.kind(m[it]) == Kind.generator {
              sp[-2] = (ip.address &+ UInt32(truncatingIfNeeded: d) &- fp[Frame.bytecode]) &<< 1 | 1
              publish(m, thread, fp, ip, sp, port, &spent)
              if try resume(Slot(sp.address &- 12), sent: Value.none.word, result: Slot(sp.address &+ 4), flags: FrameFlag.loop) {
                fp = Words(m.at(m[thread &+ Thread.frame]))
                sp = Words(m.at(m[thread &+ Thread.top] &- 4))
                ip = resumed(m, fp)
              } else {
                sp.move(-4)
                ip.raw = ip.raw + d
              }
            } else {
              sp.move(1)
              sp[0] = 0
              publish(m, thread, fp, ip, sp, port, &spent)
              if try next(Slot(sp.address &- 16), sp.slot) {
                ip = resumed(m, fp)
              } else {
                ip = resumed(m, fp)
                sp.move(-5)
                ip.raw = ip.raw + d
              }
            }

          // MARK: building
          case .buildTuple:
            spent &+= Cost.build
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            try buildItems(Kind.tuple, n, sp.slot)
            ip = resumed(m, fp)
            sp = Words(m.at(m[thread &+ Thread.top] &- 4))
          case .buildList:
            spent &+= Cost.build
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            try buildItems(Kind.list, n, sp.slot)
            ip = resumed(m, fp)
            sp = Words(m.at(m[thread &+ Thread.top] &- 4))
          case .buildSet:
            spent &+= Cost.build
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            try buildItems(Kind.set, n, sp.slot)
            ip = resumed(m, fp)
            sp = Words(m.at(m[thread &+ Thread.top] &- 4))
          case .buildMap:
            spent &+= Cost.build
            _ = ip.number()
            sp.move(1)
            sp[0] = 0
            publish(m, thread, fp, ip, sp, port, &spent)
            try newDict(sp.slot)
            ip = resumed(m, fp)
          case .storeMap:
            spent &+= Cost.item
            publish(m, thread, fp, ip, sp, port, &spent)
            try dictSet(Slot(sp.address &- 8), sp.slot, Slot(sp.address &- 4))
            if m[pending] != 0 { try doPending(step: true) }
            ip = resumed(m, fp)
            sp.move(-2)
          case .buildSlice:
            spent &+= Cost.build
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            // Read or written at once, as nearly always, a part of a list or text needs no slice.
            let next = ip.peek
            if next == Op.loadSubscr.rawValue, try loadPart(n, sp.slot) {
              ip = resumed(m, fp)
              ip.raw = ip.raw + 1
              sp.move(-Int(n))
            } else if next == Op.storeSubscr.rawValue, try storePart(n, sp.slot) {
              ip = resumed(m, fp)
              ip.raw = ip.raw + 1
              sp.move(-2 &- Int(n))
            } else {
              try buildSlice(n, sp.slot)
              ip = resumed(m, fp)
              sp.move(1 &- Int(n))
            }
          case .storeComp:
            spent &+= Cost.item
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            try storeInComprehension(n, sp.slot)
            ip = resumed(m, fp)
            sp.move(n & 3 == 1 ? -2 : -1)
          case .unpackSequence:
            spent &+= Cost.build
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            try unpack(n, sp.slot)
            ip = resumed(m, fp)
            sp.move(Int(n) &- 1)
          case .unpackEx:
            spent &+= Cost.build
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            try unpackExtended(n, sp.slot)
            ip = resumed(m, fp)
            sp.move(Int(n & 0xff) &+ Int(n &>> 8))
          case .makeFunction:
            spent &+= Cost.build
            let n = ip.number()
            sp.move(1)
            sp[0] = 0
            publish(m, thread, fp, ip, sp, port, &spent)
            try makeFunction(n, defaults: nil, cells: 0, sp.slot)
            ip = resumed(m, fp)
          case .makeFunctionDefargs:
            spent &+= Cost.build
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            try makeFunction(n, defaults: Slot(sp.address &- 4), cells: 0, sp.slot)
            ip = resumed(m, fp)
            sp.move(-1)
            sp[0] = sp[1]
          case .makeClosure:
            spent &+= Cost.build
            let n = ip.number(), count = UInt32(ip.byte())
            publish(m, thread, fp, ip, sp, port, &spent)
            try makeFunction(n, defaults: nil, cells: count, sp.slot)
            ip = resumed(m, fp)
            let v = sp[0]
            sp.move(1 &- Int(count))
            sp[0] = v
          case .makeClosureDefargs:
            spent &+= Cost.build
            let n = ip.number(), count = UInt32(ip.byte())
            publish(m, thread, fp, ip, sp, port, &spent)
            try makeFunction(n, defaults: Slot(sp.address &- (count &+ 1) &* 4), cells: count, sp.slot)
            ip = resumed(m, fp)
            let v = sp[0]
            sp.move(-1 &- Int(count))
            sp[0] = v

          // MARK: calls
          case .callFunction:
            spent &+= Cost.call
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            let count = n & 0xff, pairs = n &>> 8
            let f = Slot(sp.address &- (count &+ pairs &* 2) &* 4)
            let o = m[f.address]
            var framed = false
            if o & 3 == 0 && Header.kind(m[o]) == Kind.function {
              framed = n < 256 && enterPlain(o, f.address &+ 4, n, f.address)
              if !framed { framed = try enterFunction(f, Args(f.up(1), count, pairs: pairs), result: f, flags: 0, owner: 0) }
            } else if o & 3 == 0 && Header.kind(m[o]) == Kind.native {
              try callNative(f, Args(f.up(1), count, pairs: pairs), f)
            } else {
              framed = try begin(f, Args(f.up(1), count, pairs: pairs), result: f, flags: 0)
            }
            if framed {
              fp = Words(m.at(m[thread &+ Thread.frame]))
              sp = Words(m.at(m[thread &+ Thread.top] &- 4))
            } else {
              sp = Words(m.at(f.address))
            }
            ip = resumed(m, fp)
            // A long function was as a step: hard handlers do not wait for the next jump as well.
            if m[pending] != 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              try doPending(step: true)
              ip = resumed(m, fp)
            }
          case .callMethod:
            spent &+= Cost.call
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            var count = n & 0xff
            let pairs = n &>> 8
            let f = Slot(sp.address &- (count &+ pairs &* 2 &+ 1) &* 4)
            var first = f.up(1)
            if m[first.address] == 0 { first = f.up(2) } else { count &+= 1 }
            let o = m[f.address]
            var framed = false
            if o & 3 == 0 && Header.kind(m[o]) == Kind.function {
              framed = n < 256 && enterPlain(o, first.address, count, f.address)
              if !framed { framed = try enterFunction(f, Args(first, count, pairs: pairs), result: f, flags: 0, owner: 0) }
            } else if o & 3 == 0 && Header.kind(m[o]) == Kind.native {
              try callNative(f, Args(first, count, pairs: pairs), f)
            } else {
              framed = try begin(f, Args(first, count, pairs: pairs), result: f, flags: 0)
            }
            if framed {
              fp = Words(m.at(m[thread &+ Thread.frame]))
              sp = Words(m.at(m[thread &+ Thread.top] &- 4))
            } else {
              sp = Words(m.at(f.address))
            }
            ip = resumed(m, fp)
            // A long function was as a step: hard handlers do not wait for the next jump as well.
            if m[pending] != 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              try doPending(step: true)
              ip = resumed(m, fp)
            }
          case .callFunctionVarKw, .callMethodVarKw:
            spent &+= Cost.call
            let n = ip.number()
            publish(m, thread, fp, ip, sp, port, &spent)
            let f = Slot(sp.address &- ((n & 0xff) &+ (n &>> 8) &* 2 &+ (op == .callMethodVarKw ? 2 : 1)) &* 4)
            if try beginStarred(f, n, method: op == .callMethodVarKw) {
              fp = Words(m.at(m[thread &+ Thread.frame]))
              sp = Words(m.at(m[thread &+ Thread.top] &- 4))
            } else {
              sp = Words(m.at(f.address))
            }
            ip = resumed(m, fp)
            if m[pending] != 0 {
              publish(m, thread, fp, ip, sp, port, &spent)
              try doPending(step: true)
              ip = resumed(m, fp)
            }
          case .returnValue:
            spent &+= Cost.leave
            if fp[Frame.blocks] != 1 {
              if let handler = enclosingFinally(fp, ip.address &- fp[Frame.bytecode]) {
                sp = enterFinally(fp, handler, sp[0])
                ip.raw = UnsafeRawPointer(m.at(fp[Frame.bytecode] &+ handler))
                continue
              }
            }
            if fp[Frame.flags] == 1 {
              // A function called from a function: go on there.
              let v = sp[0]
              sp = Words(m.at(fp[Frame.result] &- 1))
              sp[0] = v
              let below = fp[Frame.link] &- 1
              m[thread &+ Thread.frame] = below
              fp = Words(m.at(below))
              ip = resumed(m, fp)
            } else {
              publish(m, thread, fp, ip, sp, port, &spent)
              if try endFrame(sp.slot) { return true }
              fp = Words(m.at(m[thread &+ Thread.frame]))
              sp = Words(m.at(m[thread &+ Thread.top] &- 4))
              ip = resumed(m, fp)
            }
          case .yieldValue:
            spent &+= Cost.leave
            publish(m, thread, fp, ip, sp, port, &spent)
            if yield() { return false }
            fp = Words(m.at(m[thread &+ Thread.frame]))
            sp = Words(m.at(m[thread &+ Thread.top] &- 4))
            ip = resumed(m, fp)
          case .yieldFrom:
            spent &+= Cost.next
            // When the generator is resumed it comes back to this very instruction.
            ip.raw = ip.raw - 1
            publish(m, thread, fp, ip, sp, port, &spent)
            if try yieldFrom(sp.slot) { return false }
            fp = Words(m.at(m[thread &+ Thread.frame]))
            sp = Words(m.at(m[thread &+ Thread.top] &- 4))
            ip = resumed(m, fp)

          // MARK: classes and modules
          case .loadBuildClass:
            spent &+= Cost.global
            sp.move(1)
            sp[0] = findBuiltin(Q.__build_class__)
          case .importName:
            spent &+= Cost.load
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            publish(m, thread, fp, ip, sp, port, &spent)
            try importName(q, sp.slot)
            ip = resumed(m, fp)
            sp.move(-1)
          case .importFrom:
            spent &+= Cost.attribute
            let q = Value(m[fp[Frame.strings] &+ 8 &+ ip.number() &* 4]).qstr
            sp.move(1)
            sp[0] = 0
            publish(m, thread, fp, ip, sp, port, &spent)
            try importFrom(q, sp.slot)
            ip = resumed(m, fp)
          case .importStar:
            spent &+= Cost.load
            publish(m, thread, fp, ip, sp, port, &spent)
            try importStar(sp.slot)
            ip = resumed(m, fp)
            sp.move(-1)

          // MARK: operators
          case .unary0, .unary1, .unary2, .unary3:
            spent &+= Cost.operate
            let v = sp[0]
            if op == .unary3 && (v & 1 != 0 || v == Value.true.word || v == Value.false.word) {
              sp[0] = Value.bool(v == 1 || v == Value.false.word).word
            } else if op == .unary1 && v & 1 != 0 && v != 1 << 31 | 1 {
              sp[0] = 2 &- v
            } else {
              publish(m, thread, fp, ip, sp, port, &spent)
              try slowUnary(unsafeBitCast(op, to: UInt8.self) &- 0xd0, sp.slot)
              ip = resumed(m, fp)
            }
          case .binary0, .binary1, .binary3, .binary4:
            spent &+= Cost.operate
            let l = Int32(bitPattern: sp[-1]), r = Int32(bitPattern: sp[0])
            if isInts(sp[-1], sp[0]) {
              // The order of the opcodes: < > == <= >=.
              let less = op == .binary0 || op == .binary3, strict = op == .binary0 || op == .binary1
              let a = less ? l : r, b = less ? r : l
              if tested(strict ? a < b : a <= b, &ip, &sp, &spent) {
                pay(port, &spent)
                if m[pending] != 0 {
                  publish(m, thread, fp, ip, sp, port, &spent)
                  try doPending()
                  ip = resumed(m, fp)
                }
              }
            } else {
              publish(m, thread, fp, ip, sp, port, &spent)
              try slowBinary(unsafeBitCast(op, to: UInt8.self) &- 0xd7, sp.slot)
              ip = resumed(m, fp)
              sp.move(-1)
            }
          case .binary2, .binary5, .binary7:
            spent &+= Cost.operate
            let l = sp[-1], r = sp[0]
            // Small integers, and interned strings, are equal if they are the same.
            if op == .binary7 || isInts(l, r) || l & 7 == 2 && r & 7 == 2 {
              if tested((l == r) == (op != .binary5), &ip, &sp, &spent) {
                pay(port, &spent)
                if m[pending] != 0 {
                  publish(m, thread, fp, ip, sp, port, &spent)
                  try doPending()
                  ip = resumed(m, fp)
                }
              }
            } else {
              publish(m, thread, fp, ip, sp, port, &spent)
              try slowBinary(unsafeBitCast(op, to: UInt8.self) &- 0xd7, sp.slot)
              ip = resumed(m, fp)
              sp.move(-1)
            }
          case .binary14, .binary27:
            spent &+= Cost.operate
            let l = Int32(bitPattern: sp[-1]), r = Int32(bitPattern: sp[0])
            if isInts(sp[-1], sp[0]) {
              let s = l.addingReportingOverflow(r &- 1)
              if !s.overflow {
                give(UInt32(bitPattern: s.partialValue), 2, &ip, &sp, fp, &spent)
                continue
              }
            }
            publish(m, thread, fp, ip, sp, port, &spent)
            try slowBinary(unsafeBitCast(op, to: UInt8.self) &- 0xd7, sp.slot)
            ip = resumed(m, fp)
            sp.move(-1)
          case .binary15, .binary28:
            spent &+= Cost.operate
            let l = Int32(bitPattern: sp[-1]), r = Int32(bitPattern: sp[0])
            if isInts(sp[-1], sp[0]) {
              let s = l.subtractingReportingOverflow(r)
              if !s.overflow {
                give(UInt32(bitPattern: s.partialValue) | 1, 2, &ip, &sp, fp, &spent)
                continue
              }
            }
            publish(m, thread, fp, ip, sp, port, &spent)
            try slowBinary(unsafeBitCast(op, to: UInt8.self) &- 0xd7, sp.slot)
            ip = resumed(m, fp)
            sp.move(-1)
          case .binary16, .binary29:
            spent &+= Cost.operate
            let l = Int32(bitPattern: sp[-1]), r = Int32(bitPattern: sp[0])
            if isInts(sp[-1], sp[0]) {
              let s = (l &- 1).multipliedReportingOverflow(by: r >> 1)
              if !s.overflow {
                give(UInt32(bitPattern: s.partialValue) | 1, 2, &ip, &sp, fp, &spent)
                continue
              }
            }
            publish(m, thread, fp, ip, sp, port, &spent)
            try slowBinary(unsafeBitCast(op, to: UInt8.self) &- 0xd7, sp.slot)
            ip = resumed(m, fp)
            sp.move(-1)
          case .binary9, .binary22, .binary10, .binary23, .binary11, .binary24:
            spent &+= Cost.operate
            let l = sp[-1], r = sp[0]
            if isInts(l, r) {
              give(op == .binary11 || op == .binary24 ? l & r : op == .binary9 || op == .binary22 ? l | r : l ^ r | 1, 2, &ip, &sp, fp, &spent)
            } else {
              publish(m, thread, fp, ip, sp, port, &spent)
              try slowBinary(unsafeBitCast(op, to: UInt8.self) &- 0xd7, sp.slot)
              ip = resumed(m, fp)
              sp.move(-1)
            }
          case .binary12, .binary25, .binary13, .binary26:
            spent &+= Cost.operate
            let l = Int32(bitPattern: sp[-1]) >> 1, r = Int32(bitPattern: sp[0]) >> 1
            if isInts(sp[-1], sp[0]) && r >= 0 {
              if op == .binary13 || op == .binary26 {
                sp.move(-1)
                sp[0] = UInt32(bitPattern: l >> (r < 31 ? r : 31)) &<< 1 | 1
                continue
              }
              if r < 31 && (l &<< (r &+ 1)) >> (r &+ 1) == l {
                sp.move(-1)
                sp[0] = UInt32(bitPattern: l &<< (r &+ 1)) | 1
                continue
              }
            }
            publish(m, thread, fp, ip, sp, port, &spent)
            try slowBinary(unsafeBitCast(op, to: UInt8.self) &- 0xd7, sp.slot)
            ip = resumed(m, fp)
            sp.move(-1)
          case .binary18, .binary31, .binary20, .binary33:
            spent &+= Cost.operate
            let l = Int32(bitPattern: sp[-1]) >> 1, r = Int32(bitPattern: sp[0]) >> 1
            if isInts(sp[-1], sp[0]) && r > 0 {
              // Rounds towards minus infinity; the divisor is positive.
              var q = l / r, rest = l &- q &* r
              if rest < 0 {
                q &-= 1
                rest &+= r
              }
              give(UInt32(bitPattern: op == .binary18 || op == .binary31 ? q : rest) &<< 1 | 1, 2, &ip, &sp, fp, &spent)
              continue
            }
            publish(m, thread, fp, ip, sp, port, &spent)
            try slowBinary(unsafeBitCast(op, to: UInt8.self) &- 0xd7, sp.slot)
            ip = resumed(m, fp)
            sp.move(-1)
          case .binary6, .binary8, .binary17, .binary19, .binary21, .binary30, .binary32, .binary34:
            spent &+= Cost.operate
            publish(m, thread, fp, ip, sp, port, &spent)
            try slowBinary(unsafeBitCast(op, to: UInt8.self) &- 0xd7, sp.slot)
            ip = resumed(m, fp)
            sp.move(-1)

          case .viper:
            spent &+= Cost.simple
            let n = ip.number()
            // Small numbers are in their word.
            if sp[0] & 1 != 0 && (n == 0 || n == 1 && sp[0] >> 31 == 0) { continue }
            publish(m, thread, fp, ip, sp, port, &spent)
            #if !WithoutNativeEmitters
            try viper(n, sp.slot)
            #endif
            ip = resumed(m, fp)
            sp.move(n < 8 ? 0 : n < 12 ? -1 : -3)

          // All are named, without a default: then the jump needs no test of the range.
          case .unused00, .unused01, .unused02, .unused03, .unused04, .unused05, .unused06, .unused07, .unused08, .unused09, .unused0a, .unused0b,
            .unused0c, .unused0d, .unused0e, .unused0f, .unused1d, .unused1e, .unused1f, .unused39, .unused3a, .unused3b, .unused3c,
            .unused3d, .unused3e, .unused3f, .unused41, .unused4c, .unused4d, .unused4e, .unused4f, .unused60, .unused61, .unused6a, .unused6b,
            .unused6c, .unused6d, .unused6e, .unused6f, .unusedd4, .unusedd5, .unusedd6, .unusedfa, .unusedfb, .unusedfc, .unusedfd, .unusedfe,
            .unusedff:
            publish(m, thread, fp, ip, sp, port, &spent)
            throw raise(.SystemError, "opcode")
          }
        }
      } catch {
        // Finds a handler in the frames of this run, or gives the exception to native code.
        try unwind()
      }
    }
  }
}
