import Port

/// A Python frame in the thread's stack. From low to high: the exception blocks (the first one nearest the header), the header, the
/// locals, the operands. A frame's address is that of its first local; the header lies below it. Every word is a tagged value, so that
/// the collector scans the stack without a map; addresses inside the stack, which never moves, are tagged by their lowest bit.
///
/// All offsets here are in words, relative to the frame's address.
enum Frame {
  /// The code object.
  @inline(__always) static var code: Int { -1 }
  /// Its bytecode object.
  @inline(__always) static var bytecode: Int { -2 }
  /// The storage of its context's strings.
  @inline(__always) static var strings: Int { -3 }
  /// Dict of globals.
  @inline(__always) static var globals: Int { -4 }
  /// Dict of names of a module, class body or exec; null in functions.
  @inline(__always) static var names: Int { -5 }
  /// Tagged: offset of the next instruction from the bytecode object. Valid only after `publish`.
  @inline(__always) static var ip: Int { -6 }
  /// Frame below, tagged; 1 is none.
  @inline(__always) static var link: Int { -7 }
  /// Slot that gets the result, tagged.
  @inline(__always) static var result: Int { -8 }
  /// Tagged `FrameFlag`s.
  @inline(__always) static var flags: Int { -9 }
  /// Tagged: number of open exception blocks.
  @inline(__always) static var blocks: Int { -10 }
  /// The generator whose frame it is, or the instance that a constructor call answers.
  @inline(__always) static var owner: Int { -11 }
  @inline(__always) static var headerWords: Int { 11 }

  // An exception block: three words. Block `i` begins at `blockWord(i)`.
  @inline(__always) static var blockWords: Int { 3 }
  @inline(__always) static func block(_ i: Int) -> Int { -headerWords &- (i &+ 1) &* blockWords }
  /// Tagged: offset of the handler from the bytecode object << 1 | 1 if it is a `finally` or `with` block.
  @inline(__always) static var handler: Int { 0 }
  /// Tagged: number of operand and local words to keep, from the frame's address.
  @inline(__always) static var height: Int { 1 }
  /// The exception being handled, once the handler runs.
  @inline(__always) static var handled: Int { 2 }
}

/// Bits of a frame's flags word.
enum FrameFlag {
  /// Was called from native code: its end ends `run`.
  @inline(__always) static var entry: UInt32 { 1 }
  /// An `__init__` called by a type: the result is the frame's owner.
  @inline(__always) static var constructor: UInt32 { 2 }
  /// Runs a generator.
  @inline(__always) static var generator: UInt32 { 4 }
  /// The generator is asked by a `for` loop of the frame below: its end is the loop's end.
  @inline(__always) static var loop: UInt32 { 8 }
  /// The generator is asked by YIELD_FROM of the frame below.
  @inline(__always) static var delegate: UInt32 { 16 }
}

extension VM {
  /// The topmost frame.
  @inline(__always) borrowing func topFrame() -> Words { Words(memory.at(memory[thread &+ Thread.frame])) }

  /// Lays out a frame for `code` (in a slot) at the top of the stack, all locals null, and makes it the topmost one. Does not allocate.
  @inline(__always)
  mutating func pushFrame(_ code: Slot, globals: Slot, names: UInt32, result: Slot, flags: UInt32) throws(Raise) {
    let m = memory
    if self(code).raw(Code.shape) == 0 { decodeShape(self(code)) }
    let c = m[code.address]
    let sizes = m[c &+ Shape.frame &* 4] &>> 1, total = m[c &+ Shape.total &* 4] &>> 1
    let locals = sizes & 0xffff, blocks = sizes &>> 16
    let fp = m[thread &+ Thread.top] &+ (UInt32(Frame.headerWords) &+ blocks &* UInt32(Frame.blockWords)) &* 4
    if fp &+ total &* 4 > m[thread &+ Thread.softLimit] { throw tooDeep() }
    let f = Words(m.at(fp))
    var i = -Frame.headerWords &- Int(blocks) &* Frame.blockWords
    while i < -Frame.headerWords {
      f[i] = 0
      i &+= 1
    }
    f[Frame.code] = c
    f[Frame.bytecode] = m[c &+ Code.bytecode &* 4]
    f[Frame.strings] = m[m[c &+ Code.context &* 4] &+ CodeContext.strings &* 4]
    f[Frame.globals] = m[globals.address]
    f[Frame.names] = names
    f[Frame.ip] = (m[c &+ Shape.start &* 4] &>> 9) &<< 1 | 1
    f[Frame.link] = m[thread &+ Thread.frame] | 1
    f[Frame.result] = result.address | 1
    f[Frame.flags] = flags &<< 1 | 1
    f[Frame.blocks] = 1
    f[Frame.owner] = 0
    i = 0
    while i < Int(locals) {
      f[i] = 0
      i &+= 1
    }
    m[thread &+ Thread.frame] = fp
    m[thread &+ Thread.top] = fp &+ locals &* 4
  }

  /// Takes the topmost frame off; the stack's top goes to where it was before the push.
  borrowing func popFrame() {
    let m = memory, f = topFrame()
    let blocks = m[f[Frame.code] &+ Shape.frame &* 4] &>> 17
    m[thread &+ Thread.top] = f.address &- (UInt32(Frame.headerWords) &+ blocks &* UInt32(Frame.blockWords)) &* 4
    m[thread &+ Thread.frame] = f[Frame.link] & ~1
  }

  @inline(never) mutating func tooDeep() -> Raise { raise(.RuntimeError, "maximum recursion depth exceeded") }
}
