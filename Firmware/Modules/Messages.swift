import Drivers
import Kernel
import Port
import Python

// What passes between interpreters, by value: bytes in the kernel's memory, which belongs to no interpreter and does not move.
// A value is a byte that tells its type, then: `i` 4 bytes; `I` count and digits; `f` 8 bytes; `s` `b` length and bytes; `t` count and items;
// `q` number of a queue; `c` a function: its .mpy, tuple of defaults, tuple of pairs of keyword defaults; `n` the address of a function in the image.

/// A message's block: bytes used (and whether queues are among them), then the bytes.
struct Message {
  static var namesQueues: UInt32 { 1 << 31 }
  var at: Address
  let block: Address
  init(_ block: Address) { self.block = block; at = block &+ 4 }
  mutating func byte(_ m: Memory) -> UInt8 { at &+= 1; return m.byte(at &- 1) }
  mutating func word(_ m: Memory) -> UInt32 {
    var w: UInt32 = 0, i: UInt32 = 0
    while i < 4 { w |= UInt32(byte(m)) << (i &* 8); i &+= 1 }
    return w
  }
}

extension VM {
  /// True if the value may pass to another interpreter; functions only as what is to be called there.
  mutating func isShareable(_ s: Slot, callable: Bool = false) throws(Raise) -> Bool {
    do {
      let r = self(s), v = r.value
      if v.isNone || v.isBool || v.isInt || v.isQstr { return true }
      if !r.isObject { return false }
      switch r.kind {
      case Kind.str, Kind.bytes, Kind.bigInt, Kind.float: return true
      case Kind.native: return callable && isInImage(r.word)
      case Kind.function:
        #if WithoutLoadableModules
        return false
        #else
        if !callable || !r.at(Function.cells).isNull || !r.at(Function.code).isKind(Kind.code) { return false }
        #endif
      case Kind.tuple: break
      default: return isModuleObject(s, ModuleType.InterpreterQueue)
      }
    }
    try enter()
    defer { leave() }
    let mark = mark
    defer { release(to: mark) }
    let item = slot()
    if self(s).isKind(Kind.function) {
      set(item, self(s).at(Function.defaults))
      if !self(item).isNull, !(try isShareable(item)) { return false }
      set(item, self(s).at(Function.keywordDefaults))
      if self(item).isNull { return true }
      let key = slot(), value = slot()
      var at: UInt32 = 0
      while dictNext(item, &at, key: key, value: value) { if !(try isShareable(value)) { return false } }
      return true
    }
    var i: UInt32 = 0
    while i < UInt32(self(s).int(1)) {
      set(item, self(s).at(2 &+ i))
      if !(try isShareable(item)) { return false }
      i &+= 1
    }
    return true
  }
  /// A function of the firmware: at the same place for every interpreter.
  private borrowing func isInImage(_ word: UInt32) -> Bool { word >= Image.base && word < Image.base &+ 0x8_0000 }

  fileprivate mutating func pack(word w: UInt32, _ b: Slot) throws(Raise) {
    var i: UInt32 = 0
    while i < 4 { try append(b, byte: UInt8(truncatingIfNeeded: w >> (i &* 8))); i &+= 1 }
  }
  /// Appends a shareable value to a builder.
  private mutating func pack(_ s: Slot, _ b: Slot) throws(Raise) {
    try enter()
    defer { leave() }
    let mark = mark
    defer { release(to: mark) }
    let item = slot(), v = self(s).value
    if v.isNone { return try append(b, byte: UInt8(ascii: "N")) }
    if v.isBool { return try append(b, byte: v == .true ? UInt8(ascii: "T") : UInt8(ascii: "F")) }
    if v.isInt {
      try append(b, byte: UInt8(ascii: "i"))
      return try pack(word: UInt32(bitPattern: v.int), b)
    }
    let kind = v.isQstr ? Kind.str : self(s).kind
    switch kind {
    case Kind.bigInt, Kind.float:
      let count = kind == Kind.float ? 2 : self(s).int(1)
      try append(b, byte: kind == Kind.float ? UInt8(ascii: "f") : UInt8(ascii: "I"))
      if kind == Kind.bigInt { try pack(word: UInt32(bitPattern: count), b) }
      let words = kind == Kind.float ? 2 : (count.magnitude &+ 3) / 4, first: UInt32 = kind == Kind.float ? 1 : 2
      var i: UInt32 = 0
      while i < words {
        let w = self(s).raw(first &+ i)
        try pack(word: w, b)
        i &+= 1
      }
    case Kind.str, Kind.bytes:
      try append(b, byte: kind == Kind.str ? UInt8(ascii: "s") : UInt8(ascii: "b"))
      try pack(word: UInt32(bytesOf(s).count), b)
      try append(b, s)
    case Kind.tuple: try packItems(s, b)
    case Kind.native:
      try append(b, byte: UInt8(ascii: "n"))
      let word = self(s).word
      try pack(word: word, b)
    case Kind.function:
      #if !WithoutLoadableModules
      try append(b, byte: UInt8(ascii: "c"))
      set(item, self(s).at(Function.code))
      try saveMPY(item, item)
      try pack(item, b)
      set(item, self(s).at(Function.defaults))
      if self(item).isNull { set(item, Value.none) }
      try pack(item, b)
      set(item, self(s).at(Function.keywordDefaults))
      if self(item).isNull {
        set(item, Value.none)
        return try pack(item, b)
      }
      let list = slot(), key = slot(), value = slot()
      var at: UInt32 = 0
      try newList(list)
      while dictNext(item, &at, key: key, value: value) {
        try listAppend(list, key)
        try listAppend(list, value)
      }
      try collectItems(list, Kind.tuple, item)
      try pack(item, b)
      #else
      break
      #endif
    default:
      if !isModuleObject(s, ModuleType.InterpreterQueue) { throw raise(.TypeError, "% does not support cross-interpreter data", Value(typeName(self(s)))) }
      try append(b, byte: UInt8(ascii: "q"))
      try pack(word: board().queueID(try rtos(s)), b)
    }
  }
  private mutating func packItems(_ s: Slot, _ b: Slot) throws(Raise) {
    let item = slot(), n = UInt32(self(s).int(1))
    try append(b, byte: UInt8(ascii: "t"))
    try pack(word: n, b)
    var i: UInt32 = 0
    while i < n {
      set(item, self(s).at(2 &+ i))
      try pack(item, b)
      i &+= 1
    }
  }

  /// A message with the value, in the kernel's memory; MemoryError if there is none. Queues in it live as long as it.
  mutating func newMessage(_ s: Slot) throws(Raise) -> Address {
    let mark = mark
    defer { release(to: mark) }
    let b = slot()
    try newBuilder(b)
    try pack(s, b)
    let n = UInt32(bytesOf(b).count), kernel = board().kernel
    var block = kernel.allocate(n &+ 4)
    if block == 0 {
      // What nobody has any more may hold it.
      collect()
      reapRTOS()
      board().collectQueues()
      block = kernel.allocate(n &+ 4)
    }
    if block == 0 { throw raise(.MemoryError, "memory allocation failed, allocating % bytes", Value(int: Int32(n))) }
    memory[block] = n
    if let from = bytesOf(b).baseAddress { memory.at(block &+ 4).copyMemory(from: from, byteCount: Int(n)) }
    board().countQueues(inMessage: block)
    return block
  }
  /// The value of a message, which is kept.
  mutating func openMessage(_ block: Address, _ out: Slot) throws(Raise) {
    var r = Message(block)
    try unpack(&r, out)
  }
  private mutating func unpack(_ r: inout Message, _ out: Slot) throws(Raise) {
    try enter()
    defer { leave() }
    let mark = mark, m = memory
    defer { release(to: mark) }
    let made = slot()
    switch r.byte(m) {
    case UInt8(ascii: "N"): set(made, Value.none)
    case UInt8(ascii: "T"): set(made, Value.true)
    case UInt8(ascii: "F"): set(made, Value.false)
    case UInt8(ascii: "i"): set(made, Value(int: Int32(bitPattern: r.word(m))))
    case UInt8(ascii: "I"):
      let count = Int32(bitPattern: r.word(m)), words = (count.magnitude &+ 3) / 4
      try newRaw(Kind.bigInt, bytes: count.magnitude, made)
      self(made).setInt(1, count)
      var i: UInt32 = 0
      while i < words { self(made).setRaw(2 &+ i, r.word(m)); i &+= 1 }
    case UInt8(ascii: "f"):
      let low = r.word(m), high = r.word(m)
      try newFloat(Double(bitPattern: UInt64(low) | UInt64(high) << 32), made)
    case UInt8(ascii: "s"):
      let n = r.word(m)
      try newString(UnsafeRawBufferPointer(start: m.at(r.at), count: Int(n)), made)
      r.at &+= n
    case UInt8(ascii: "b"):
      let n = r.word(m)
      try newBytes(UnsafeRawBufferPointer(start: m.at(r.at), count: Int(n)), made)
      r.at &+= n
    case UInt8(ascii: "t"):
      let n = r.word(m), item = slot()
      var i: UInt32 = 0
      if n == 0 { m[made.address] = m[Image.base &+ Image.emptyTupleWord &* 4] } else { try newItems(Kind.tuple, n, made) }
      while i < n {
        try unpack(&r, item)
        self(made).set(2 &+ i, self(item))
        i &+= 1
      }
    case UInt8(ascii: "n"): m[made.address] = r.word(m)
    case UInt8(ascii: "q"):
      let module = slot(), id = slot()
      set(id, Value(int: Int32(bitPattern: r.word(m))))
      try importModule(Q.interpreters, module)
      try getAttribute(module, Q.Queue, module)
      try call(module, Args(id, 1), made)
    default:  // c
      #if !WithoutLoadableModules
      let code = slot(), item = slot()
      try unpack(&r, item)
      try loadMPY(item, trusted: true, code)
      try new(Kind.function, words: Function.words, made)
      self(made).set(Function.code, self(code))
      self(made).set(Function.globals, root(.main))
      try unpack(&r, item)
      if !self(item).value.isNone { self(made).set(Function.defaults, self(item)) }
      try unpack(&r, item)
      if !self(item).value.isNone {
        let d = slot(), key = slot(), value = slot()
        try newDict(d)
        var i: UInt32 = 0
        while i < UInt32(self(item).int(1)) {
          set(key, self(item).at(2 &+ i))
          set(value, self(item).at(3 &+ i))
          try intern(key)
          try dictSet(d, key, value)
          i &+= 2
        }
        self(made).set(Function.keywordDefaults, self(d))
      }
      #else
      break
      #endif
    }
    copy(out, made)
  }
}

/// A queue's record in the kernel's memory: byte offsets.
enum MessageQueue {
  static var next: UInt32 { 0 }
  static var id: UInt32 { 4 }
  /// Objects and messages that refer to it.
  static var references: UInt32 { 8 }
  /// Most items; 0: any number.
  static var limit: UInt32 { 12 }
  static var count: UInt32 { 16 }
  /// Items: a word with the next one, a word with the message. The first, the last.
  static var first: UInt32 { 20 }
  static var last: UInt32 { 24 }
  /// `collectQueues`.
  static var marks: UInt32 { 28 }
  static var bytes: UInt32 { 32 }
}

extension Board {
  /// Source of the descriptors' watchers: some queue has changed. Pipes and devices get the others.
  static var queueSource: UInt32 { 63 }

  func queue(id: UInt32) -> Address {
    var q = messageQueues
    while q != 0 && memory[q &+ MessageQueue.id] != id { q = memory[q] }
    return q
  }
  func queueID(_ q: Address) -> UInt32 { memory[q &+ MessageQueue.id] }
  /// A queue without references; 0 if there is no memory.
  func newQueue(limit: UInt32) -> Address {
    let q = kernel.allocate(MessageQueue.bytes), m = memory
    if q == 0 { return 0 }
    m.fill(q, 0, count: MessageQueue.bytes)
    m[q &+ MessageQueue.limit] = limit
    port.exclusive {
      m[q &+ MessageQueue.id] = nextQueueID()
      m[q] = messageQueues
      messageQueues = q
    }
    return q
  }
  /// One reference more; false if there is no such queue any more.
  func retainQueue(_ id: UInt32) -> Address {
    port.exclusive {
      let q = queue(id: id)
      if q != 0 { memory[q &+ MessageQueue.references] &+= 1 }
      return q
    }
  }
  /// One reference less; without any the queue goes, and what is in it.
  func releaseQueue(_ q: Address) {
    var gone: Address = 0
    release(queueID(q), &gone)
    bury(gone)
  }
  /// The same; the queue, if it is to go, becomes the first of the list `gone`, so that queues in queues in queues take no stack.
  private func release(_ id: UInt32, _ gone: inout Address) {
    port.exclusive {
      let q = queue(id: id)
      if q == 0 { return }
      memory[q &+ MessageQueue.references] &-= 1
      if memory[q &+ MessageQueue.references] == 0 { unlink(q, &gone) }
    }
  }
  private func unlink(_ q: Address, _ gone: inout Address) {
    if messageQueues == q {
      messageQueues = memory[q]
    } else {
      var at = messageQueues
      while memory[at] != q { at = memory[at] }
      memory[at] = memory[q]
    }
    memory[q] = gone
    gone = q
  }
  private func bury(_ first: Address) {
    var gone = first
    while gone != 0 {
      let q = gone
      gone = memory[q]
      while let block = take(fromQueue: q) { drop(block, &gone) }
      kernel.free(q)
    }
  }
  private func drop(_ block: Address, _ gone: inout Address) {
    eachQueue(inMessage: block) { release($0, &gone) }
    kernel.free(block)
  }
  /// Frees the queues that only messages in such queues still name: nobody can get at them.
  func collectQueues() {
    let m = memory
    var gone: Address = 0
    port.exclusive {
      // How many references are no message's that waits in a queue.
      eachQueue { m[$0 &+ MessageQueue.marks] = m[$0 &+ MessageQueue.references] }
      eachQueue { q in eachQueue(inQueue: q) { m[$0 &+ MessageQueue.marks] &-= 1 } }
      // What is in a living queue lives.
      var changed = true
      while changed {
        changed = false
        eachQueue { q in
          if m[q &+ MessageQueue.marks] == 0 || m[q &+ MessageQueue.marks] == .max { return }
          m[q &+ MessageQueue.marks] = .max
          changed = true
          eachQueue(inQueue: q) { if m[$0 &+ MessageQueue.marks] == 0 { m[$0 &+ MessageQueue.marks] = 1 } }
        }
      }
      eachQueue { if m[$0 &+ MessageQueue.marks] == 0 { unlink($0, &gone) } }
    }
    bury(gone)
  }
  private func eachQueue(_ body: (Address) -> Void) {
    var q = messageQueues
    while q != 0 {
      let next = memory[q]
      body(q)
      q = next
    }
  }
  /// The queues that messages in a queue name.
  private func eachQueue(inQueue q: Address, _ body: (Address) -> Void) {
    var item = memory[q &+ MessageQueue.first]
    while item != 0 {
      eachQueue(inMessage: memory[item &+ 4]) { id in
        let named = queue(id: id)
        if named != 0 { body(named) }
      }
      item = memory[item]
    }
  }
  /// Appends a message (at the front if asked); false if the queue is full. `item`: 8 bytes of the kernel's memory, the queue's from then on.
  func put(_ block: Address, inQueue q: Address, item: Address, front: Bool = false) -> Bool {
    let m = memory
    let done = port.exclusive {
      let n = m[q &+ MessageQueue.count], limit = m[q &+ MessageQueue.limit]
      if limit != 0 && n >= limit && !front { return false }
      m[item &+ 4] = block
      m[item] = front ? m[q &+ MessageQueue.first] : 0
      if front || n == 0 { m[q &+ MessageQueue.first] = item } else { m[m[q &+ MessageQueue.last]] = item }
      if !front || n == 0 { m[q &+ MessageQueue.last] = item }
      m[q &+ MessageQueue.count] = n &+ 1
      return true
    }
    if done { announce(Board.queueSource) }
    return done
  }
  /// The first message of a queue, or nil.
  func take(fromQueue q: Address) -> Address? {
    let m = memory
    let item = port.exclusive {
      let item = m[q &+ MessageQueue.first]
      if item != 0 {
        m[q &+ MessageQueue.first] = m[item]
        m[q &+ MessageQueue.count] &-= 1
      }
      return item
    }
    if item == 0 { return nil }
    let block = m[item &+ 4]
    kernel.free(item)
    announce(Board.queueSource)
    return block
  }
  func freeMessage(_ block: Address) {
    var gone: Address = 0
    drop(block, &gone)
    bury(gone)
  }
  /// Counts the queues that a new message names.
  func countQueues(inMessage block: Address) {
    memory[block] |= Message.namesQueues
    var some = false
    eachQueue(inMessage: block) { id in
      some = true
      _ = retainQueue(id)
    }
    if !some { memory[block] &= ~Message.namesQueues }
  }
  /// The numbers of the queues that a message names.
  private func eachQueue(inMessage block: Address, _ body: (UInt32) -> Void) {
    var r = Message(block)
    let m = memory, end = r.at &+ (m[block] & ~Message.namesQueues)
    if m[block] & Message.namesQueues == 0 { return }
    while r.at < end {
      switch r.byte(m) {
      case UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "t"): r.at &+= 4
      case UInt8(ascii: "f"): r.at &+= 8
      case UInt8(ascii: "I"): r.at &+= (Int32(bitPattern: r.word(m)).magnitude &+ 3) & ~3
      case UInt8(ascii: "s"), UInt8(ascii: "b"): r.at &+= r.word(m)
      case UInt8(ascii: "q"): body(r.word(m))
      default: break
      }
    }
  }
  /// The end of the main interpreter: no queue is left.
  func dropQueues() {
    while messageQueues != 0 {
      let q = messageQueues
      messageQueues = memory[q]
      while let block = take(fromQueue: q) { kernel.free(block) }
      kernel.free(q)
    }
  }
}

//@type CrossQueue module=_interpreters as=InterpreterQueue

/// `queue_create(maxsize)`: its number; it lives as long as a `Queue` of it, so one is made at once.
//@native _interpreters:queue_create 1 1
func interpretersQueueCreate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let limit = try vm.toInt32(a[0])
  if vm.memory[vm.state &+ State.board] == 0 { throw vm.raise(errno: 38) }
  vm.reapRTOS()
  let most = limit > 0 ? UInt32(limit) : 0
  var q = vm.board().newQueue(limit: most)
  if q == 0 {
    vm.board().collectQueues()
    q = vm.board().newQueue(limit: most)
  }
  if q == 0 { throw vm.raise(.MemoryError, "no memory for a queue") }
  vm.set(out, Value(int: Int32(vm.board().queueID(q))))
}
/// `Queue(id)`: OSError(ENOENT) if there is none.
//@native CrossQueue.__new__ 2 2
func interpretersQueueNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let id = try vm.toInt32(a[1]), board = vm.board()
  if board.queue(id: UInt32(bitPattern: id)) == 0 { throw vm.raise(errno: 2) }
  try vm.newRTOS(ModuleType.InterpreterQueue, out) { _ in board.retainQueue(UInt32(bitPattern: id)) }
}
//@native CrossQueue._info 2 2
func interpretersQueueInfo(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let q = try vm.rtos(a[0]), n = try vm.toInt32(a[1]), m = vm.memory
  vm.set(out, Value(int: Int32(bitPattern: n == 0 ? m[q &+ MessageQueue.id] : n == 1 ? m[q &+ MessageQueue.limit] : m[q &+ MessageQueue.count])))
}
extension VM {
  /// Waits until `body` answers true, it is asked again whenever some queue changes; false after the time-out.
  fileprivate mutating func waitForQueue(_ timeout: Slot, _ body: () -> Bool) throws(Raise) -> Bool {
    let deadline = try rtosDeadline(timeout), board = board()
    if body() { return true }
    if deadline == .now { return false }
    defer { board.unwatch(thread &+ Thread.wake) }
    while true {
      board.watch(thread &+ Thread.wake, 1 << UInt64(Board.queueSource))
      memory[thread &+ Thread.wake] = 0
      if body() { return true }
      if deadline != .never && board.kernel.now >= deadline.microseconds { return false }
      if memory[state &+ State.pending] & ~Pending.marking == 0 { sleepUnlessWoken(until: deadline) }
      try yieldPoint()
    }
  }
}
/// `_put(value, timeout)`: False if there was no room in time.
//@native CrossQueue._put 3 3
func interpretersQueuePut(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let q = try vm.rtos(a[0]), board = vm.board()
  let block = try vm.newMessage(a[1]), item = board.kernel.allocate(8)
  var done = false
  defer {
    if !done {
      board.freeMessage(block)
      board.kernel.free(item)
    }
  }
  if item == 0 { throw vm.raise(.MemoryError, "no memory for an item") }
  done = try vm.waitForQueue(a[2]) { board.put(block, inQueue: q, item: item) }
  vm.set(out, .bool(done))
}
/// `_get(timeout)`: a tuple with the value, or None after the time-out. What there is no memory for stays in the queue.
//@native CrossQueue._get 2 2
func interpretersQueueGet(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let q = try vm.rtos(a[0]), board = vm.board(), t = vm.slot(), value = vm.slot()
  try vm.newItems(Kind.tuple, 1, t)
  let item = board.kernel.allocate(8)
  if item == 0 { throw vm.raise(.MemoryError, "no memory for an item") }
  var back = false
  defer { if !back { board.kernel.free(item) } }
  var block: Address = 0
  if try vm.waitForQueue(
    a[1],
    {
      block = board.take(fromQueue: q) ?? 0; return block != 0
    }) == false
  {
    return vm.set(out, .none)
  }
  do throws(Raise) { try vm.openMessage(block, value) } catch {
    back = board.put(block, inQueue: q, item: item, front: true)
    throw error
  }
  board.freeMessage(block)
  vm(t).set(2, vm(value))
  vm.copy(out, t)
}
//@native _interpreters:shareable 1 2
func interpretersShareable(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.needSeveral()
  let callable = a.count > 1 ? try vm.truth(a[1]) : false, yes = try vm.isShareable(a[0], callable: callable)
  vm.set(out, .bool(yes))
}
