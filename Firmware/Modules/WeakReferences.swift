import Port
import Python

// Module _weakref: weak references and finalisers. `weakref` (Library/weakref.py) adds the containers.
//@module _weakref
//@type ref module=_weakref
//@type finalize module=_weakref

/// Fields of a `ref`.
private enum RefField {
  /// The target's weak handle; 0 once it is gone.
  static var target: UInt32 { 0 }
  /// What is called when the target is gone, or null.
  static var callback: UInt32 { 1 }
  /// The target's hash as it was asked for, or null.
  static var hash: UInt32 { 2 }
}
/// Fields of a `finalize`.
private enum FinalizeField {
  /// The target's weak handle; 0: called or detached.
  static var target: UInt32 { 0 }
  static var function: UInt32 { 1 }
  /// Tuple of the arguments, then the pairs of names and values.
  static var arguments: UInt32 { 2 }
  static var pairs: UInt32 { 3 }
}

extension VM {
  /// List of all references and finalisers, two items each: for a `ref` its own weak handle (it does not live by being listed), a `finalize`
  /// itself; then the target's weak handle. Null: there is none.
  private static var watched: Root { .module(2) }

  /// A weak handle of what may be referred to weakly: an object in the heap that is not a number, a text or a tuple.
  fileprivate mutating func weakTarget(_ s: Slot) throws(Raise) -> UInt32 {
    let ok: Bool
    do {
      let r = self(s)
      ok =
        r.isObject && r.word &- memory[state &+ State.heapStart] < memory[state &+ State.heapEnd] &- memory[state &+ State.heapStart] && !isText(r)
        && r.kind != Kind.bytes && r.kind != Kind.tuple && r.kind != Kind.bigInt && r.kind != Kind.float && r.kind != Kind.complex
    }
    if !ok { throw raise(.TypeError, "cannot create weak reference to '%' object", Value(typeName(self(s)))) }
    return try newWeak(s)
  }
  /// Enters an object; `own`: its weak handle, or null for one that is to live.
  fileprivate mutating func watch(_ o: Slot, weakly: Bool, target: UInt32) throws(Raise) {
    let list = slot(), item = slot()
    if root(Self.watched).isNull {
      try newList(list)
      setRoot(Self.watched, self(list))
    }
    set(list, root(Self.watched))
    if weakly { set(item, Value(int: Int32(try newWeak(o)))) } else { copy(item, o) }
    try listAppend(list, item)
    set(item, Value(int: Int32(target)))
    try listAppend(list, item)
  }
  private borrowing func unwatch(at i: UInt32) {
    let list = root(Self.watched), items = list.at(2), n = UInt32(list.int(1))
    var k = i
    while k &+ 2 < n { items.set(2 &+ k, items.at(4 &+ k)); k &+= 1 }
    items.set(2 &+ n &- 2, Value.null)
    items.set(2 &+ n &- 1, Value.null)
    list.setInt(1, Int32(n &- 2))
  }
  /// Takes a finaliser out of the list; true if it was there.
  fileprivate borrowing func forget(_ o: Slot) -> Bool {
    let h = field(o, FinalizeField.target)
    if h == 0 || root(Self.watched).isNull { return false }
    setField(o, FinalizeField.target, 0)
    dropWeak(UInt32(h))
    let n = UInt32(root(Self.watched).int(1)), word = native(self(o)).word
    var i: UInt32 = 0
    while i < n {
      if root(Self.watched).at(2).raw(2 &+ i) == word {
        unwatch(at: i)
        return true
      }
      i &+= 2
    }
    return false
  }

  /// Calls what waits for objects that the last collections have freed: finalisers first, younger before older ones.
  public mutating func runWeakReferences() throws(Raise) {
    let at = state &+ State.pending
    port.change(at, clear: Pending.weak)
    if root(Self.watched).isNull { return }
    let mark = mark
    defer { release(to: mark) }
    let o = slot(), target = slot(), result = slot()
    var pass = 0
    while pass < 2 {
      var i = UInt32(root(Self.watched).int(1))
      while i > 0 {
        i &-= 2
        // A callback may have changed the list.
        if i >= UInt32(root(Self.watched).int(1)) { continue }
        let handle: UInt32
        do {
          let items = root(Self.watched).at(2)
          set(o, items.at(2 &+ i))
          handle = UInt32(items.int(3 &+ i))
        }
        weak(handle, target)
        let own = self(o).value
        if pass == 0 {
          if own.isInt || !self(target).isNull { continue }
          unwatch(at: i)
          dropWeak(handle)
          setField(o, FinalizeField.target, 0)
          do throws(Raise) { try callFinaliser(o, result) } catch { try reportWeak() }
        } else {
          if !own.isInt { continue }
          weak(UInt32(own.int), o)
          if !self(o).isNull && !self(target).isNull { continue }
          unwatch(at: i)
          dropWeak(handle)
          dropWeak(UInt32(own.int))
          if self(o).isNull { continue }
          setField(o, RefField.target, 0)
          set(target, self(o).at(2 &+ RefField.callback))
          self(o).set(2 &+ RefField.callback, Value.null)
          if self(target).isNull { continue }
          do throws(Raise) { try call(target, Args(o, 1), result) } catch { try reportWeak() }
        }
      }
      pass += 1
    }
  }
  private mutating func reportWeak() throws(Raise) {
    if pendingIs(.KeyboardInterrupt) || pendingIs(.SystemExit) { throw Raise() }
    let message: StaticString = "Unhandled exception in weakref callback:\n"
    consoleWrite(UnsafeRawBufferPointer(start: message.utf8Start, count: message.utf8CodeUnitCount))
    reportPending()
  }
  fileprivate mutating func callFinaliser(_ o: Slot, _ out: Slot) throws(Raise) {
    let f = slot(), all = slot()
    set(f, native(self(o)).at(2 &+ FinalizeField.function))
    set(all, native(self(o)).at(2 &+ FinalizeField.arguments))
    let n = UInt32(self(all).int(1)), pairs = UInt32(field(o, FinalizeField.pairs))
    try reserve(n)
    let first = slots(n &+ 1)
    var i: UInt32 = 0
    while i < n { set(first.up(i), self(all).at(2 &+ i)); i &+= 1 }
    let result = slot()
    try call(f, Args(first, n &- 2 &* pairs, pairs: pairs), result)
    copy(out, result)
  }
}

/// `ref(object[, callback])`
//@native ref.__new__ 2 3
func weakRefNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  try vm.newObject(ModuleType.ref, fields: 3, o)
  vm.setField(o, RefField.target, 0)
  if a.count > 2 && !vm(a[2]).value.isNone { vm(o).set(2 &+ RefField.callback, vm(a[2])) }
  let h = try vm.weakTarget(a[1])
  vm.setField(o, RefField.target, Int32(h))
  try vm.watch(o, weakly: true, target: h)
  vm.copy(out, o)
}
extension VM {
  /// The target, or None.
  fileprivate borrowing func weakTarget(of o: Slot, _ out: Slot) {
    weak(UInt32(field(o, RefField.target)), out)
    if self(out).isNull { set(out, Value.none) }
  }
}
//@native ref.__call__ 1 1
func weakRefCall(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.weakTarget(of: a[0], out) }
//@native ref.__hash__ 1 1
func weakRefHash(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot()
  vm.set(o, vm.native(vm(a[0])).at(2 &+ RefField.hash))
  if vm(o).isNull {
    vm.weakTarget(of: a[0], o)
    if vm(o).value.isNone { throw vm.raise(.TypeError, "weak object has gone away") }
    let h = try vm.hash(o)
    vm.native(vm(a[0])).setInt(2 &+ RefField.hash, Int32(h & 0x3fff_ffff))
  }
  vm.set(out, vm.native(vm(a[0])).at(2 &+ RefField.hash))
}
//@native ref.__eq__ 2 2
func weakRefEqual(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm.isModuleObject(a[1], ModuleType.ref) { return vm.set(out, Value.notImplemented) }
  let x = vm.slot(), y = vm.slot()
  vm.weakTarget(of: a[0], x)
  vm.weakTarget(of: a[1], y)
  let same = vm.native(vm(a[0])).word == vm.native(vm(a[1])).word
  if vm(x).value.isNone || vm(y).value.isNone { return vm.set(out, Value.bool(same)) }
  vm.set(out, Value.bool(try vm.equal(x, y)))
}
//@native ref.__repr__ 1 1
func weakRefRepr(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value(Q.refText)) }
//@qstr refText="<ref>"
//@native ref.__callback__ 1 1 property
func weakRefCallback(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.set(out, vm.native(vm(a[0])).at(2 &+ RefField.callback))
  if vm(out).isNull { vm.set(out, Value.none) }
}

/// `finalize(object, function, …)`: calls the function with what follows once the object is gone.
//@native finalize.__new__ 3 - kw
func finalizeNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let o = vm.slot(), all = vm.slot(), n = a.count &- 3
  try vm.newItems(Kind.tuple, n &+ a.pairs &* 2, all)
  var i: UInt32 = 0
  while i < n &+ a.pairs &* 2 {
    // Names and values stand right behind the last argument.
    vm(all).set(2 &+ i, vm(a.first.up(3 &+ i)))
    i &+= 1
  }
  try vm.newObject(ModuleType.finalize, fields: 4, o)
  vm(o).set(2 &+ FinalizeField.function, vm(a[2]))
  vm(o).set(2 &+ FinalizeField.arguments, vm(all))
  vm.setField(o, FinalizeField.pairs, Int32(a.pairs))
  vm.setField(o, FinalizeField.target, 0)
  let h = try vm.weakTarget(a[1])
  vm.setField(o, FinalizeField.target, Int32(h))
  try vm.watch(o, weakly: false, target: h)
  vm.copy(out, o)
}
//@native finalize.__call__ 1 1
func finalizeCall(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm.forget(a[0]) { try vm.callFinaliser(a[0], out) } else { vm.set(out, Value.none) }
}
//@native finalize.alive 1 1 property
func finalizeAlive(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, Value.bool(vm.field(a[0], FinalizeField.target) != 0)) }
/// (object, function, arguments, keyword arguments), or None once it is called or detached.
//@native finalize.peek 1 1
func finalizePeek(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let list = vm.slot(), x = vm.slot(), all = vm.slot(), part = vm.slot(), value = vm.slot()
  vm.weak(UInt32(vm.field(a[0], FinalizeField.target)), x)
  if vm(x).isNull { return vm.set(out, Value.none) }
  try vm.newList(list)
  try vm.listAppend(list, x)
  vm.set(x, vm.native(vm(a[0])).at(2 &+ FinalizeField.function))
  try vm.listAppend(list, x)
  vm.set(all, vm.native(vm(a[0])).at(2 &+ FinalizeField.arguments))
  let n = UInt32(vm(all).int(1)), pairs = UInt32(vm.field(a[0], FinalizeField.pairs)), plain = n &- 2 &* pairs
  try vm.newItems(Kind.tuple, plain, part)
  var i: UInt32 = 0
  while i < plain { vm(part).set(2 &+ i, vm(all).at(2 &+ i)); i &+= 1 }
  try vm.listAppend(list, part)
  try vm.newDict(part)
  while i < n {
    vm.set(x, vm(all).at(2 &+ i))
    vm.set(value, vm(all).at(3 &+ i))
    try vm.dictSet(part, x, value)
    i &+= 2
  }
  try vm.listAppend(list, part)
  try vm.tuple(list, out)
}
//@native finalize.detach 1 1
func finalizeDetach(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let all = vm.slot()
  try finalizePeek(&vm, a, all)
  _ = vm.forget(a[0])
  vm.copy(out, all)
}
