import Port

// What `match` asks of its subject. The answer is a tuple for the inner patterns, or None if the pattern does not apply.

/// `__match_sequence__(subject, length, star)`: a list, tuple or range (no text) of that many items, or at least one less if item `star` takes the rest.
//@native builtins:__match_sequence__ 3 3
func matchSequence(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark; defer { vm.release(to: mark) }
  let items = vm.slot(), index = vm.slot(), part = vm.slot(), result = vm.slot()
  let length = UInt32(bitPattern: vm(a[1]).value.int), star = vm(a[2]).value.int
  guard vm.isInstance(vm(a[0]), .list) || vm.isInstance(vm(a[0]), .tuple) || vm.isInstance(vm(a[0]), .range) || vm.isInstance(vm(a[0]), .array) else {
    return vm.set(out, Value.none)
  }
  try vm.collectItems(a[0], Kind.tuple, items)
  let count = UInt32(bitPattern: vm(items).int(1))
  if star < 0 ? count != length : count &+ 1 < length { return vm.set(out, Value.none) }
  if star < 0 { return vm.copy(out, items) }
  let before = UInt32(star), middle = count &+ 1 &- length
  try vm.newItems(Kind.tuple, length, result)
  try vm.newList(part)
  var i: UInt32 = 0
  while i < count {
    if i >= before && i < before &+ middle {
      vm.set(index, vm(items).at(2 &+ i))
      try vm.listAppend(part, index)
    } else {
      vm(result).set(2 &+ (i < before ? i : i &+ 1 &- middle), vm(items).at(2 &+ i))
    }
    i &+= 1
  }
  vm(result).set(2 &+ before, vm(part))
  vm.copy(out, result)
}

/// `__match_mapping__(subject, keys, rest)`: the values of the keys of a dict, then, if asked for, a dict of the other entries.
//@native builtins:__match_mapping__ 3 3
func matchMapping(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark; defer { vm.release(to: mark) }
  let dict = vm.slot(), result = vm.slot(), key = vm.slot(), value = vm.slot(), rest = vm.slot()
  guard vm.isInstance(vm(a[0]), .dict) else { return vm.set(out, Value.none) }
  vm.set(dict, vm.native(vm(a[0])))
  let keys = UInt32(bitPattern: vm(a[1]).int(1)), wantsRest = vm(a[2]).value == .true
  try vm.newItems(Kind.tuple, keys &+ (wantsRest ? 1 : 0), result)
  var i: UInt32 = 0
  while i < keys {
    vm.set(key, vm(a[1]).at(2 &+ i))
    if !(try vm.dictGet(dict, key, value)) { return vm.set(out, Value.none) }
    vm(result).set(2 &+ i, vm(value))
    i &+= 1
  }
  if wantsRest {
    try vm.newDict(rest)
    var position: UInt32 = 0
    while vm.dictNext(dict, &position, key: key, value: value) { try vm.dictSet(rest, key, value) }
    i = 0
    while i < keys {
      vm.set(key, vm(a[1]).at(2 &+ i))
      _ = try vm.dictRemove(rest, key, value)
      i &+= 1
    }
    vm(result).set(2 &+ keys, vm(rest))
  }
  vm.copy(out, result)
}

/// `__match_class__(subject, class, positional, names)`: the attributes that `__match_args__` and the names call for.
/// Classes of built-in values take one positional pattern, for the value itself.
//@native builtins:__match_class__ 4 4
func matchClass(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let mark = vm.mark; defer { vm.release(to: mark) }
  let result = vm.slot(), names = vm.slot(), value = vm.slot()
  guard vm(a[1]).isKind(Kind.type) else { throw vm.raise(.TypeError, "called match pattern must be a class") }
  if !vm.isSubtype(vm.typeOf(vm(a[0])).word, vm(a[1]).word) { return vm.set(out, Value.none) }
  let positional = UInt32(bitPattern: vm(a[2]).value.int), named = UInt32(bitPattern: vm(a[3]).int(1))
  try vm.newItems(Kind.tuple, positional &+ named, result)
  if positional != 0 {
    if try vm.findAttribute(a[1], Q.__match_args__, names) {
      guard vm(names).isKind(Kind.tuple), vm(names).int(1) >= Int32(positional) else { throw vm.raise(.TypeError, "too many positional patterns") }
    } else if positional == 1 && !vm(a[0]).isKind(Kind.instance) {
      vm.set(names, .null)
    } else {
      throw vm.raise(.TypeError, "too many positional patterns")
    }
  }
  var i: UInt32 = 0
  while i < positional &+ named {
    if i < positional && vm(names).isNull {
      vm(result).set(2 &+ i, vm(a[0]))
    } else {
      if i < positional { vm.set(value, vm(names).at(2 &+ i)) } else { vm.set(value, vm(a[3]).at(2 &+ i &- positional)) }
      guard vm(value).value.isQstr else { throw vm.raise(.TypeError, "__match_args__ elements must be strings") }
      let q = vm(value).value.qstr
      if !(try vm.findAttribute(a[0], q, value)) { return vm.set(out, Value.none) }
      vm(result).set(2 &+ i, vm(value))
    }
    i &+= 1
  }
  vm.copy(out, result)
}
//@qstr __match_args__
