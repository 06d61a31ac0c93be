import Port

// Built-in functions about objects: types, attributes, instances, calls.

//@qstr __defaults__ __kwdefaults__ __globals__ __code__ __closure__ fget fset fdel getter setter deleter __file__ __import__

// MARK: object, type

//@native object.__new__ 1 - kw
func objectNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm(a[0]).isKind(Kind.type) { throw vm.raise(.TypeError, "argument should be a type") }
  if vm(a[0]).raw(TypeObject.layout) & TypeFlag.python &<< 1 != 0 { return try vm.newInstance(a[0], out) }
  if vm(a[0]).word != vm.type(.object).word {
    let name = vm(a[0]).at(TypeObject.name).value
    throw vm.raise(.TypeError, "cannot create '%' instances", name)
  }
  let made = vm.slot()
  try vm.new(Kind.instance, words: 3, made)
  vm(made).set(1, vm.type(.object))
  vm.copy(out, made)
}
/// The end of every chain of `__init__`: makes the native object anew in an instance of a class derived from a built-in type.
//@native object.__init__ 1 - kw
func objectInit(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm(a[0]).isKind(Kind.instance), Header.words(vm(a[0]).header) > 3 {
    let m = vm.memory, layout = vm.layoutType(m[m[a[0].address] &+ 4])
    let make = vm.findMember(layout, Q.__new__)
    if make.value != 0 {
      let f = vm.slot(), inner = vm.slot()
      try vm.reserve(a.count &+ a.pairs &* 2)
      let first = vm.slots(a.count &+ a.pairs &* 2)
      m[f.address] = make.value
      m.move(first.address, from: a.first.address, count: (a.count &+ a.pairs &* 2) &* 4)
      m[first.address] = layout
      try vm.callNative(f, Args(first, a.count, pairs: a.pairs), inner)
      vm(a[0]).set(3, vm(inner))
    }
  }
  vm.set(out, .none)
}
//@native object.__class__ 1 1 property
func objectClass(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm.typeOf(vm(a[0]))) }
/// A copy of the attributes.
//@native object.__dict__ 1 1 property
func objectDict(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm(a[0]).isKind(Kind.module) { return vm.set(out, vm(a[0]).at(1)) }
  if vm(a[0]).isKind(Kind.function) {
    let made = vm.slot()
    if vm(a[0]).at(Function.attributes).isNull {
      try vm.newDict(made)
      vm(a[0]).set(Function.attributes, vm(made))
    }
    return vm.set(out, vm(a[0]).at(Function.attributes))
  }
  if !vm(a[0]).isKind(Kind.instance) && !vm(a[0]).isKind(Kind.exception) { throw vm.noAttribute(a[0], Q.__dict__) }
  // The table of pairs becomes the dict that the program sees: writes to it are writes to the object.
  let d = vm.slot(), key = vm.slot(), value = vm.slot()
  if !vm(a[0]).at(2).isKind(Kind.dict) {
    try vm.newDict(d)
    var i: UInt32 = 0
    let table = vm.slot()
    vm.set(table, vm(a[0]).at(2))
    while !vm(table).isNull && i < UInt32(bitPattern: vm(table).int(1)) && vm(table).raw(2 &+ i) != 0 {
      vm.set(key, vm(table).at(2 &+ i))
      vm.set(value, vm(table).at(3 &+ i))
      let q = vm(key).value.qstr
      try vm.dictStore(d, q, value)
      i &+= 2
    }
    vm(a[0]).set(2, vm(d))
  }
  vm.set(out, vm(a[0]).at(2))
}
//@native object.__setattr__ 3 3
func objectSetAttribute(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.internName(a[1])
  let q = vm(a[1]).value.qstr, f = vm.slot(), args = vm.slots(2), r = vm.slot()
  if vm(a[0]).isKind(Kind.instance) || vm(a[0]).isKind(Kind.exception) {
    if try !vm.storeDescribed(a[0], q, a[2], f, args, r) { try vm.storeInstance(a[0], q, a[2]) }
  } else {
    try vm.setAttribute(a[0], q, a[2])
  }
  vm.set(out, .none)
}
//@native object.__delattr__ 2 2
func objectDeleteAttribute(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.internName(a[1])
  let q = vm(a[1]).value.qstr
  if vm(a[0]).isKind(Kind.instance) || vm(a[0]).isKind(Kind.exception) {
    if try !vm.removeInstance(a[0], q) { throw vm.noAttribute(a[0], q) }
  } else {
    try vm.deleteAttribute(a[0], q)
  }
  vm.set(out, .none)
}
//@native type.__new__ 2 4
func typeNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 2 { return vm.set(out, vm.typeOf(vm(a[1]))) }
  if a.count != 4 { throw vm.raise(.TypeError, "type takes 1 or 3 arguments") }
  let given = vm.slot()
  vm.set(given, vm.native(vm(a[3])))
  if !vm(a[2]).isKind(Kind.tuple) || !vm(given).isKind(Kind.dict) { throw vm.raise(.TypeError, "type() takes a name, a tuple of bases and a dict") }
  let bases = vm.slot(), members = vm.slot(), key = vm.slot(), value = vm.slot()
  try vm.collectItems(a[2], Kind.tuple, bases)
  try vm.newDict(members)
  var i: UInt32 = 0
  while vm.dictNext(given, &i, key: key, value: value) {
    try vm.internName(key)
    try vm.dictSet(members, key, value)
  }
  try vm.newType(a[1], bases, members, out)
}
//@native type.__name__ 1 1 property
func typeNameOf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(TypeObject.name)) }
//@native type.__qualname__ 1 1 property
func typeQualifiedName(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(TypeObject.name)) }
//@native type.__module__ 1 1 property
func typeModule(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(TypeObject.module)) }
//@native type.__bases__ 1 1 property
func typeBases(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(TypeObject.bases)) }
//@native type.__mro__ 1 1 property
func typeOrder(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(TypeObject.order)) }
//@native type.__class__ 1 1 property
func typeClass(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm.type(.type)) }
//@native type.__dict__ 1 1 property
func typeDict(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  // A copy: a class changes by its attributes alone, so that what is known of its members stays true.
  let members = vm.slot()
  vm.set(members, vm(a[0]).at(TypeObject.members))
  try vm.tableCopy(members, Kind.dict, out)
}
//@native type.mro 1 1
func typeMRO(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let order = vm.slot()
  vm.set(order, vm(a[0]).at(TypeObject.order))
  try vm.collectItems(order, Kind.list, out)
}

// MARK: Functions

//@native function.__name__ 1 1 property
func functionName(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let q = Value(vm.codeName(vm(a[0]).at(Function.code)))
  vm.set(out, q)
}
//@native function.__qualname__ 1 1 property
func functionQualifiedName(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try functionName(&vm, a, out) }
//@native function.__globals__ 1 1 property
func functionGlobals(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(Function.globals)) }
//@native function.__module__ 1 1 property
func functionModule(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let name = vm.dictFind(vm(a[0]).at(Function.globals), Q.__name__)
  if name.isNull { vm.set(out, .none) } else { vm.set(out, name) }
}
//@native function.__defaults__ 1 1 property
func functionDefaults(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm(a[0]).at(Function.defaults)
  if d.isNull { vm.set(out, .none) } else { vm.set(out, d) }
}
//@native function.__kwdefaults__ 1 1 property
func functionKeywordDefaults(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm(a[0]).at(Function.keywordDefaults)
  if d.isNull { vm.set(out, .none) } else { vm.set(out, d) }
}
//@native function.__closure__ 1 1 property
func functionClosure(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let d = vm(a[0]).at(Function.cells)
  if d.isNull { vm.set(out, .none) } else { vm.set(out, d) }
}
/// `type(f)(code, globals)`: a function of a code object. It must not close over anything.
//@native function.__new__ 3 3
func functionNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let globals = vm.slot(), made = vm.slot()
  vm.set(globals, vm.native(vm(a[2])))
  if !vm(a[1]).isKind(Kind.code) || !vm(globals).isKind(Kind.dict) { throw vm.raise(.TypeError, "function() takes a code object and a dict") }
  if try vm.needsCells(a[1]) { throw vm.raise(.ValueError, "the code closes over variables") }
  try vm.new(Kind.function, words: Function.words, made)
  vm(made).set(Function.code, vm(a[1]))
  vm(made).set(Function.globals, vm(globals))
  vm.copy(out, made)
}
//@native function.__code__ 1 1 property
func functionCode(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  // What is machine code in MicroPython has none.
  if vm.holdsNative(vm(a[0]).at(Function.code).word, children: false) { throw vm.noAttribute(a[0], Q.__code__) }
  vm.set(out, vm(a[0]).at(Function.code))
}
extension VM {
  /// True if a code object (or one within it) is of a function marked native or viper.
  borrowing func holdsNative(_ code: Address, children: Bool) -> Bool {
    if Ref(code, self).raw(Code.shape) == 0 { decodeShape(Ref(code, self)) }
    if memory[code &+ Shape.arguments &* 4] &>> 25 & Shape.native != 0 { return true }
    let list = memory[code &+ Code.children &* 4]
    if !children || list == 0 { return false }
    var i: UInt32 = 0
    while i < memory[list &+ 4] &>> 1 {
      if holdsNative(memory[list &+ 8 &+ i &* 4], children: true) { return true }
      i &+= 1
    }
    return false
  }
  /// For marshal: native code cannot be saved by MicroPython.
  public borrowing func canMarshal(_ code: Slot) -> Bool { self(code).isKind(Kind.code) && !holdsNative(memory[code.address], children: true) }
}
//@native builtin_function.__name__ 1 1 property
func nativeName(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(5)) }
//@native bound_method.__func__ 1 1 property
func methodFunction(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(1)) }
//@native bound_method.__self__ 1 1 property
func methodSelf(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(2)) }
/// Other attributes are the function's.
//@native bound_method.__getattr__ 2 2
func methodAttribute(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let f = vm.slot()
  vm.set(f, vm(a[0]).at(1))
  let q = vm(a[1]).value.qstr
  try vm.getAttribute(f, q, out)
}
/// An empty module, which is in no list: `types.ModuleType(name, doc)`.
//@native module.__new__ 2 3
func moduleNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let globals = vm.slot(), module = vm.slot()
  try vm.needText(a[1])
  try vm.intern(a[1])
  try vm.newDict(globals)
  try vm.dictStore(globals, Q.__name__, a[1])
  if a.count > 2 { try vm.dictStore(globals, Q.__doc__, a[2]) }
  try vm.new(Kind.module, words: 3, module)
  vm(module).set(1, vm(globals))
  vm(module).set(2, vm(a[1]))
  vm.copy(out, module)
}
//@native module.__name__ 1 1 property
func moduleName(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, vm(a[0]).at(2)) }
//@native cell.cell_contents 1 1 property
func cellContents(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if vm(a[0]).at(1).isNull { throw vm.raise(.ValueError, "cell is empty") }
  vm.set(out, vm(a[0]).at(1))
}

// MARK: Wrappers

//@native staticmethod.__new__ 2 2
func staticMethodNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newWrapper(a, 3, .staticmethod, out) }
//@native classmethod.__new__ 2 2
func classMethodNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.newWrapper(a, 3, .classmethod, out) }
//@native staticmethod.__func__ 1 1 property
//@native classmethod.__func__ 1 1 property
//@native property.fget 1 1 property
func wrapperFirst(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.wrapped(a[0], 2, out) }
//@native property.fset 1 1 property
func propertySetFunction(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.wrapped(a[0], 3, out) }
//@native property.fdel 1 1 property
func propertyDeleteFunction(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.wrapped(a[0], 4, out) }
//@native property.__doc__ 1 1 property
func propertyDoc(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.wrapped(a[0], 5, out) }
//@native property.__new__ 1 5 kw
func propertyNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.newWrapper(Args(a.first, a.count), 6, .property, out)
  var i: UInt32 = 0
  while i < a.pairs {
    let q = vm(a.name(i)).value.qstr
    let field: UInt32 = q == Q.fget ? 2 : q == Q.fset ? 3 : q == Q.fdel ? 4 : q == Q.doc ? 5 : 0
    if field == 0 { throw vm.raise(.TypeError, "unexpected keyword argument '%'", Value(q)) }
    vm(out).set(field, vm(a.value(i)))
    i &+= 1
  }
}
//@qstr doc
//@native property.getter 2 2
func propertyGetter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.copyProperty(a, 2, out) }
//@native property.setter 2 2
func propertySetter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.copyProperty(a, 3, out) }
//@native property.deleter 2 2
func propertyDeleter(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.copyProperty(a, 4, out) }

//@native super.__new__ 1 3
func superNew(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 3 {
    if !vm(a[1]).isKind(Kind.type) { throw vm.raise(.TypeError, "super() argument 1 must be a type") }
    let m = vm.memory, cls = m[a[1].address], type = vm.typeWord(m[a[2].address])
    if !vm.isSubtype(type, cls) && !(vm(a[2]).isKind(Kind.type) && vm.isSubtype(m[a[2].address], cls)) {
      throw vm.raise(.TypeError, "super(type, obj): obj must be an instance or subtype of type")
    }
    return try vm.newWrapper(a, 4, .super, out)
  }
  // super(): the compiler passes both; without them the frame's __class__ cell and first argument are not known.
  throw vm.raise(.TypeError, "super(): no arguments")
}

extension VM {
  /// A wrapper object whose fields from word 2 are the arguments after the type.
  mutating func newWrapper(_ a: Args, _ words: UInt32, _ type: BuiltinType, _ out: Slot) throws(Raise) {
    let made = slot()
    try new(Kind.wrapper, words: words, made)
    self(made).set(1, self.type(type))
    var i: UInt32 = 1
    while i < a.count && i &+ 1 < words {
      self(made).set(i &+ 1, self(a[i]))
      i &+= 1
    }
    copy(out, made)
    release(to: made)
  }
  mutating func copyProperty(_ a: Args, _ field: UInt32, _ out: Slot) throws(Raise) {
    let made = slot()
    try new(Kind.wrapper, words: 6, made)
    let w = self(made), o = self(a[0])
    w.set(1, type(.property))
    var i: UInt32 = 2
    while i < 6 {
      if i == field { w.set(i, self(a[1])) } else { w.set(i, o.at(i)) }
      i &+= 1
    }
    copy(out, made)
    release(to: made)
  }
  /// A field of a wrapper; None if it was not given.
  borrowing func wrapped(_ o: Slot, _ field: UInt32, _ out: Slot) {
    let v = self(o).at(field)
    if v.isNull { set(out, Value.none) } else { set(out, v) }
  }
}

// MARK: Functions of builtins

//@native builtins:getattr 2 3
func builtinGetAttribute(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.internAttributeName(a[1])
  let q = vm(a[1]).value.qstr
  if a.count == 2 { return try vm.getAttribute(a[0], q, out) }
  if try !vm.findAttribute(a[0], q, out) { vm.copy(out, a[2]) }
}
//@native builtins:setattr 3 3
func builtinSetAttribute(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.internAttributeName(a[1])
  let q = vm(a[1]).value.qstr
  try vm.setAttribute(a[0], q, a[2])
  vm.set(out, .none)
}
//@native builtins:delattr 2 2
func builtinDeleteAttribute(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.internAttributeName(a[1])
  let q = vm(a[1]).value.qstr
  try vm.deleteAttribute(a[0], q)
  vm.set(out, .none)
}
//@native builtins:hasattr 2 2
func builtinHasAttribute(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.internAttributeName(a[1])
  let q = vm(a[1]).value.qstr, value = vm.slot()
  let has = try vm.findAttribute(a[0], q, value)
  vm.set(out, .bool(has))
}
//@native builtins:isinstance 2 2
func builtinIsInstance(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let t = vm.typeWord(vm.memory[a[0].address])
  let system = vm(a[1]).isKind(Kind.type) && vm.isSystemError(vm.memory[a[0].address], of: vm(a[1]).word)
  vm.set(out, .bool(system ? true : try vm.isSubclass(t, a[1])))
}
//@native builtins:issubclass 2 2
func builtinIsSubclass(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if !vm(a[0]).isKind(Kind.type) { throw vm.raise(.TypeError, "issubclass() arg 1 must be a class") }
  let t = vm(a[0]).word
  vm.set(out, .bool(try vm.isSubclass(t, a[1])))
}
//@native builtins:callable 1 1
public func builtinCallable(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  var yes = false
  if vm(a[0]).isObject {
    switch vm(a[0]).kind {
    case Kind.function, Kind.native, Kind.boundMethod, Kind.type: yes = true
    case Kind.wrapper: yes = vm(a[0]).raw(1) == vm.type(.staticmethod).word || vm(a[0]).raw(1) == vm.type(.method_descriptor).word
    default: yes = vm.hasSpecial(a[0], Q.__call__)
    }
  }
  vm.set(out, .bool(yes))
}
//@native builtins:id 1 1
func builtinIdentity(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.identity(a[0], out) }
//@native builtins:hash 1 1
func builtinHash(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  // Whole numbers hash to themselves, floats and complex numbers that equal one too.
  if let n = vm.smallWhole(a[0]) { return vm.set(out, Value(int: n)) }
  let h = try vm.hash(a[0])
  try vm.newInt(Int64(h), out)
}
//@native builtins:globals 0 0
func builtinGlobals(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.memory[out.address] = vm.currentGlobals() }
//@native builtins:locals 0 0
func builtinLocals(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  vm.memory[out.address] = vm.currentNames()
}
/// `vars(o)`: its attributes; without an argument what `locals()` gives.
//@native builtins:vars 0 1
func builtinVars(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 0 { return try builtinLocals(&vm, a, out) }
  if try !vm.findAttribute(a[0], Q.__dict__, out) { throw vm.raise(.TypeError, "vars() argument must have __dict__ attribute") }
}
//@native builtins:dir 0 1
func builtinDir(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let names = vm.slot(), o = vm.slot(), list = vm.slot(), table = vm.slot()
  try vm.newSet(Kind.set, names)
  if a.count == 0 {
    vm.memory[o.address] = vm.currentNames()
    try vm.addNames(o, names)
  } else {
    if vm.hasSpecial(a[0], Q.__dir__), try vm.callSpecial(a[0], Q.__dir__, Args(a[0], 0), o) {
      return try vm.collectItems(o, Kind.list, out)
    }
    if vm(a[0]).isObject {
      switch vm(a[0]).kind {
      case Kind.instance, Kind.exception:
        vm.set(table, vm(a[0]).at(2))
        if vm(table).isKind(Kind.dict) {
          try vm.addNames(table, names)
        } else if !vm(table).isNull {
          var i: UInt32 = 0
          while i < UInt32(bitPattern: vm(table).int(1)) && vm(table).raw(2 &+ i) != 0 {
            vm.set(o, vm(table).at(2 &+ i))
            try vm.setAdd(names, o)
            i &+= 2
          }
        }
      case Kind.module:
        vm.set(o, vm(a[0]).at(1))
        try vm.addNames(o, names)
      default: break
      }
    }
    if !vm(a[0]).isKind(Kind.module) {
      let word = vm.memory[a[0].address]
      var t = vm.typeWord(word)
      if vm(a[0]).isKind(Kind.type) { t = word }
      vm.memory[table.address] = vm.memory[t &+ TypeObject.order &* 4]
      var i: UInt32 = 0
      while i < UInt32(bitPattern: vm(table).int(1)) {
        vm.set(o, vm(table).at(2 &+ i).at(TypeObject.members))
        try vm.addNames(o, names)
        i &+= 1
      }
    }
  }
  try vm.collectItems(names, Kind.list, list)
  vm.copy(out, list)
  try vm.callMethod(list, Q.sort, Args(o, 0), o)
}
/// What classes without an `__init_subclass__` of their own are told with: it takes no keywords.
//@native object.__init_subclass__ 1 1 class
func objectInitSubclass(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { vm.set(out, .none) }
//@native builtins:__build_class__ 2 - kw
func builtinBuildClass(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.buildClass(a, out) }
//@native builtins:__import__ 1 5
func builtinImport(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let level: Int32 = a.count > 4 ? try vm.toInt32(a[4]) : 0
  if !vm.isText(vm(a[0])) { throw vm.raise(.TypeError, "module name must be a string") }
  if level < 0 { throw vm.raise(.ValueError, "level must be >= 0") }
  try vm.intern(a[0])
  let q = vm(a[0]).value.qstr
  if level == 0 && q == Q.empty { throw vm.raise(.ValueError, "empty module name") }
  let hasGlobals = a.count > 1 && !vm(a[1]).value.isNone
  if level > 0 && hasGlobals && !vm(a[1]).isKind(Kind.dict) { throw vm.raise(.TypeError, "globals must be a dict") }
  var from = false
  if a.count > 3, !vm(a[3]).value.isNone { from = try vm.truth(a[3]) }
  try vm.importAny(q, level: level, from: from, globals: hasGlobals ? a[1] : nil, out)
}
//@native builtins:compile 3 6
func builtinCompile(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  try vm.internName(a[1])
  try vm.internName(a[2])
  let mode = vm(a[2]).value.qstr, file = vm(a[1]).value.qstr
  guard mode == Q.exec || mode == Q.eval || mode == Q.single else { throw vm.raise(.ValueError, "bad compile mode") }
  try vm.compile(a[0], file: file, mode: mode == Q.exec ? .module : mode == Q.eval ? .eval : .single, out)
}
//@qstr single source_name="<string>"
//@native builtins:eval 1 3
func builtinEval(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) { try vm.evaluate(a, .eval, out) }
//@native builtins:exec 1 3
func builtinExec(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let r = vm.slot()
  try vm.evaluate(a, .module, r)
  vm.set(out, .none)
}

extension VM {
  /// Globals of the running Python code; those of `__main__` if none runs.
  borrowing func currentGlobals() -> UInt32 { memory[thread &+ Thread.frame] == 0 ? root(.main).word : topFrame()[Frame.globals] }
  /// The namespace that `locals()` means: a class body's or exec's, else the globals.
  borrowing func currentNames() -> UInt32 {
    if memory[thread &+ Thread.frame] == 0 { return root(.main).word }
    let f = topFrame()
    return f[Frame.names] != 0 ? f[Frame.names] : f[Frame.globals]
  }
  mutating func internAttributeName(_ s: Slot) throws(Raise) {
    if self(s).value.isQstr { return }
    if !self(s).isKind(Kind.str) { throw raise(.TypeError, "attribute name must be a string") }
    try intern(s)
  }
  /// Is the type in a slot one of the image by number, or derived from it?
  public borrowing func isSubclass(_ type: Slot, ofNumber number: UInt32) -> Bool { isSubtype(self(type).word, Image.type(number)) }
  /// Is `type` (an address) derived from the type, or one of the tuple of types, in `of`?
  mutating func isSubclass(_ type: UInt32, _ of: Slot) throws(Raise) -> Bool {
    if self(of).isKind(Kind.type) { return isSubtype(type, self(of).word) }
    if self(of).isKind(Kind.tuple) {
      try enter()
      defer { leave() }
      let n = UInt32(bitPattern: self(of).int(1)), each = slot()
      defer { release(to: each) }
      var i: UInt32 = 0
      while i < n {
        set(each, self(of).at(2 &+ i))
        if self(each).isKind(Kind.tuple) ? try isSubclass(type, each) : self(each).isKind(Kind.type) && isSubtype(type, self(each).word) { return true }
        i &+= 1
      }
      return false
    }
    throw raise(.TypeError, "issubclass() arg 2 must be a class or a tuple of classes")
  }
  mutating func addNames(_ dict: Slot, _ names: Slot) throws(Raise) {
    let top = mark
    defer { release(to: top) }
    let key = slot(), value = slot()
    var i: UInt32 = 0
    while dictNext(dict, &i, key: key, value: value) { try setAdd(names, key) }
  }
  /// `eval` and `exec`: text or a code object, globals, locals.
  mutating func evaluate(_ a: Args, _ mode: CompileMode, _ out: Slot) throws(Raise) {
    try enter(NativeStack.text)
    defer { leave(NativeStack.text) }
    let code = slot(), globals = slot(), locals = slot()
    memory[globals.address] = currentGlobals()
    memory[locals.address] = currentNames()
    if a.count > 1, !self(a[1]).value.isNone {
      copy(globals, a[1])
      copy(locals, a[1])
    }
    if a.count > 2, !self(a[2]).value.isNone { copy(locals, a[2]) }
    set(globals, native(self(globals)))
    set(locals, native(self(locals)))
    if !self(globals).isKind(Kind.dict) || !self(locals).isKind(Kind.dict) { throw raise(.TypeError, "globals and locals must be dicts") }
    if self(a[0]).isKind(Kind.code) {
      copy(code, a[0])
    } else {
      // Leading blanks are no indentation here.
      try compile(a[0], file: Q.source_name, mode: mode, code)
    }
    try execute(code, globals: globals, locals: locals, out)
  }
}
