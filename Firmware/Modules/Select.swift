import Drivers
import Kernel
import Port
import Python

// Module `_select`: waiting for several things at once. `select` (Firmware/Library) adds what is better written in Python.
//@module _select
//@const _select:POLLIN 1
//@const _select:POLLOUT 4
//@const _select:POLLERR 8
//@const _select:POLLHUP 16
//@const _select:POLLNVAL 32
//@type poll module=_select
//@type poll_iterator module=_select hidden

/// Fields of a poll object: a dict of what is registered (object: events), 1 while it is in use.
private enum PollField {
  static var entries: UInt32 { 2 }
  static var busy: UInt32 { 1 }
  static var count: UInt32 { 2 }
}

/// What one look at everything that is waited for found.
private struct Look {
  /// Sources that would change something.
  var sources: UInt64 = 0
  /// There are streams written in Python: only asking them again tells.
  var asks = false
  /// Console input is among them.
  var console = false
  var found: UInt32 = 0
}

extension VM {
  /// What an object is ready for, of the events asked for.
  private mutating func events(_ o: Slot, _ asked: UInt32, _ look: inout Look) throws(Raise) -> UInt32 {
    let board = board()
    var fd: Int32 = -1, ready: UInt32 = 0
    if self(o).value.isInt {
      fd = self(o).value.int
    } else if isConsole(o) {
      fd = field(o, 0) & 3
    } else if isModuleObject(o, ModuleType.UART) {
      let n = UInt32(field(o, UARTObject.number))
      ready = board.readiness(uart: n)
      look.sources |= 1 << UInt64(board.source(uart: n))
      return ready & (asked | 0x38)
    } else if isFile(o) {
      if field(o, FileField.handle) < 0 { return Readiness.invalid }
      if field(o, FileField.flags) & StreamFlag.descriptor == 0 { return asked & (Readiness.readable | Readiness.writable) }
      fd = field(o, FileField.handle)
      if hasReadAhead(o) { ready = Readiness.readable }
    } else {
      let method = slot(), arguments = slots(2)
      defer { release(to: method) }
      if try findAttribute(o, Q.ioctl, method) {
        set(arguments, Value(int: StreamControl.poll))
        set(arguments.up(1), Value(int: Int32(asked)))
        try call(method, Args(arguments, 2), method)
        let n = try toInt32(method)
        if n < 0 { throw raise(errno: -n) }
        look.asks = true
        return UInt32(n) & (asked | 0x38)
      }
      fd = try descriptorNumber(o)
    }
    let d = board.description(fd)
    if d == 0 { return Readiness.invalid }
    ready |= board.readiness(ofDescription: d)
    look.sources |= sources(ofDescription: d)
    if board.kind(ofDescription: d) == DescriptorKind.consoleInput { look.console = true }
    return ready & (asked | 0x38)
  }
  /// True if the object can be waited for.
  private mutating func needPollable(_ o: Slot) throws(Raise) {
    if self(o).value.isInt {
      if self(o).value.int < 0 { throw raise(.ValueError, "file descriptor cannot be a negative integer (%)", self(o).value) }
      return
    }
    if isConsole(o) || isFile(o) || isModuleObject(o, ModuleType.UART) { return }
    let method = slot()
    defer { release(to: method) }
    if try findAttribute(o, Q.ioctl, method) { return }
    if try findAttribute(o, Q.fileno, method) { return }
    throw raise(.OSError, "stream operation not supported")
  }

  /// Looks at every entry; (object, events) of those that are ready go to the end of a flat list.
  private mutating func lookAtAll(_ entries: Slot, _ list: Slot) throws(Raise) -> Look {
    let mark = mark
    defer { release(to: mark) }
    var look = Look()
    let key = slot(), value = slot()
    var at: UInt32 = 0
    while dictNext(entries, &at, key: key, value: value) {
      let asked = UInt32(bitPattern: self(value).value.int)
      let ready = try events(key, asked, &look)
      if ready == 0 { continue }
      set(value, Value(int: Int32(ready)))
      try listAppend(list, key)
      try listAppend(list, value)
      look.found &+= 1
    }
    return look
  }
  /// Waits until something is ready or the deadline: a flat list of (object, events).
  mutating func pollAll(_ entries: Slot, until deadline: Deadline, _ list: Slot) throws(Raise) {
    if dictCount(self(entries)) > Board.descriptorLimit { throw raise(errno: Errno.invalid) }
    let board = board(), kernel = board.kernel, watcher = thread &+ Thread.wake
    try newList(list)
    var look = try lookAtAll(entries, list)
    if look.found != 0 { return }
    if deadline == .now { return try yieldPoint() }
    defer { board.unwatch(watcher) }
    memory[watcher] = 0
    while true {
      board.watch(watcher, look.sources)
      try yieldPoint()
      look = try lookAtAll(entries, list)
      if look.found != 0 || deadline != .never && kernel.now >= deadline.microseconds { return }
      var end = deadline
      // What is written in Python is asked every millisecond.
      if look.asks { end = Deadline(microseconds: min(deadline.microseconds, kernel.after(microseconds: 1000).microseconds)) }
      try sleepWatching(until: end, console: look.console)
    }
  }
  /// A time-out in units of so many microseconds; absent, None and negative: for ever.
  mutating func deadline(_ s: Slot, unit: Double) throws(Raise) -> Deadline {
    if !given(s) { return .never }
    let t = try toDouble(s)
    if t < 0 { return .never }
    if t == 0 { return .now }
    return t * unit >= 1e18 ? .never : board().kernel.after(microseconds: UInt64(t * unit + 0.999))
  }

  /// The dict of a poll object.
  private mutating func pollEntries(_ poll: Slot, _ out: Slot) throws(Raise) {
    set(out, native(self(poll)).at(PollField.entries))
  }
  /// `poll(timeout)` of a poll object: the flat list.
  fileprivate mutating func runPoll(_ poll: Slot, _ timeout: Slot, _ list: Slot) throws(Raise) {
    let deadline = try deadline(timeout, unit: 1000)
    if field(poll, PollField.busy) != 0 { throw raise(.RuntimeError, "concurrent poll() invocation") }
    setField(poll, PollField.busy, 1)
    defer { setField(poll, PollField.busy, 0) }
    let entries = slot()
    try pollEntries(poll, entries)
    try pollAll(entries, until: deadline, list)
  }
  fileprivate mutating func registerPoll(_ poll: Slot, _ o: Slot, _ events: Int32, mustBe: Bool) throws(Raise) {
    let entries = slot(), value = slot()
    try needPollable(o)
    try pollEntries(poll, entries)
    if mustBe, try !dictGet(entries, o, value) { throw raise(errno: 2) }
    set(value, Value(int: events))
    try dictSet(entries, o, value)
  }
}

//@native poll.__new__ 1 1
func pollNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot(), entries = vm.slot()
  try vm.newDict(entries)
  try vm.newObject(ModuleType.poll, fields: PollField.count, o)
  vm(o).set(PollField.entries, vm(entries))
  vm.setField(o, PollField.busy, 0)
  vm.copy(out, o)
}
//@native poll.register 2 3
func pollRegister(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let events = a.count > 2 ? try vm.toInt32(a[2]) : 5
  try vm.registerPoll(a[0], a[1], events, mustBe: false)
  vm.set(out, .none)
}
//@native poll.modify 3 3
func pollModify(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let events = try vm.toInt32(a[2])
  try vm.registerPoll(a[0], a[1], events, mustBe: true)
  vm.set(out, .none)
}
//@native poll.unregister 2 2
func pollUnregister(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let entries = vm.slot(), old = vm.slot()
  vm.set(entries, vm.native(vm(a[0])).at(PollField.entries))
  if try !vm.dictRemove(entries, a[1], old) { throw vm.raise(.KeyError, value: a[1]) }
  vm.set(out, .none)
}
/// `poll([timeout in milliseconds])`: a list of (object, events).
//@native poll.poll 1 2
func pollPoll(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let flat = vm.slot(), list = vm.slot(), pair = vm.slot()
  try vm.runPoll(a[0], a.count > 1 ? a[1] : Slot(0), flat)
  try vm.newList(list)
  var i: UInt32 = 0
  while i < (try vm.length(flat)) {
    try vm.newItems(Kind.tuple, 2, pair)
    do {
      let items = vm(flat).at(2), t = vm(pair)
      t.set(2, items.at(2 &+ i))
      t.set(3, items.at(3 &+ i))
    }
    try vm.listAppend(list, pair)
    i &+= 2
  }
  vm.copy(out, list)
}
/// `ipoll([timeout[, flags]])`: an iterator whose items are one tuple that changes; with flag 1 what was ready is unregistered.
//@native poll.ipoll 1 3
func pollIterate(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let flat = vm.slot(), o = vm.slot(), pair = vm.slot(), entries = vm.slot(), old = vm.slot()
  let once = a.count > 2 ? try vm.toInt32(a[2]) & 1 != 0 : false
  try vm.runPoll(a[0], a.count > 1 ? a[1] : Slot(0), flat)
  if once {
    vm.set(entries, vm.native(vm(a[0])).at(PollField.entries))
    var i: UInt32 = 0
    while i < (try vm.length(flat)) {
      vm.set(pair, vm(flat).at(2).at(2 &+ i))
      _ = try vm.dictRemove(entries, pair, old)
      i &+= 2
    }
  }
  try vm.newItems(Kind.tuple, 2, pair)
  try vm.newObject(ModuleType.poll_iterator, fields: 3, o)
  vm(o).set(2, vm(flat))
  vm(o).set(3, vm(pair))
  vm.setField(o, 2, 0)
  vm.copy(out, o)
}
//@native poll_iterator.__iter__ 1 1
func pollIterator(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.copy(o, a[0])
  vm.copy(out, o)
}
//@native poll_iterator.__next__ 1 1
func pollNext(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let flat = vm.slot()
  vm.set(flat, vm(a[0]).at(2))
  let i = UInt32(vm.field(a[0], 2))
  if i >= (try vm.length(flat)) { throw vm.raise(.StopIteration, "") }
  vm.setField(a[0], 2, Int32(i &+ 2))
  do {
    let pair = vm(a[0]).at(3), items = vm(flat).at(2)
    pair.set(2, items.at(2 &+ i))
    pair.set(3, items.at(3 &+ i))
  }
  vm.set(out, vm(a[0]).at(3))
}

/// `select(readers, writers, others[, timeout in seconds])`
//@native _select:select 3 4
func selectSelect(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let lists = vm.slots(3), entries = vm.slot(), item = vm.slot(), value = vm.slot(), flat = vm.slot()
  let timeout = a.count > 3 ? a[3] : Slot(0)
  if vm.given(timeout), try vm.toDouble(timeout) < 0 { throw vm.raise(.ValueError, "timeout must be non-negative") }
  let deadline = try vm.deadline(timeout, unit: 1e6)
  try vm.newDict(entries)
  var k: UInt32 = 0
  while k < 3 {
    try vm.collectItems(a[k], Kind.tuple, lists.up(k))
    var i: UInt32 = 0
    while i < (try vm.length(lists.up(k))) {
      vm.set(item, vm(lists.up(k)).at(2 &+ i))
      var events: Int32 = k == 0 ? 1 : k == 1 ? 4 : 0
      if try vm.dictGet(entries, item, value) { events |= vm(value).value.int } else { try vm.selectable(item) }
      vm.set(value, Value(int: events))
      try vm.dictSet(entries, item, value)
      i &+= 1
    }
    k &+= 1
  }
  try vm.pollAll(entries, until: deadline, flat)
  // Each list again, with those that are ready.
  let results = vm.slots(3)
  k = 0
  while k < 3 {
    try vm.newList(results.up(k))
    var i: UInt32 = 0
    while i < (try vm.length(lists.up(k))) {
      vm.set(item, vm(lists.up(k)).at(2 &+ i))
      var events: UInt32 = 0
      do {
        let items = vm(flat).at(2)
        var j: UInt32 = 0
        while !items.isNull && j < UInt32(vm(flat).int(1)) {
          if items.raw(2 &+ j) == vm(item).word { events = UInt32(bitPattern: items.at(3 &+ j).value.int) }
          j &+= 2
        }
      }
      if events & Readiness.invalid != 0 { throw vm.raise(errno: Errno.badDescriptor) }
      if k == 0 && events & 0x19 != 0 || k == 1 && events & 0xc != 0 { try vm.listAppend(results.up(k), item) }
      i &+= 1
    }
    k &+= 1
  }
  try vm.newItems(Kind.tuple, 3, value)
  k = 0
  while k < 3 { vm(value).set(2 &+ k, vm(results.up(k))); k &+= 1 }
  vm.copy(out, value)
}
extension VM {
  mutating func selectable(_ o: Slot) throws(Raise) { try needPollable(o) }
}
