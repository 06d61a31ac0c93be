import CPort
import Port

//@qstr path __path__ __file__ __all__ dot_py=".py" dot_mpy=".mpy" init_py="/__init__.py" init_mpy="/__init__.mpy" gc math machine sys micropython dot_frozen=".frozen"

/// What is at a path.
private enum FileKind { case nothing, folder, file(UInt32) }

extension VM {
  public mutating func importModule(_ name: Qstr, _ out: Slot) throws(Raise) {
    try importDotted(name, leaf: true, out)
  }

  /// A module of the firmware, whatever files there are; false if it has none of this name.
  public mutating func importBuiltin(_ name: Qstr, _ out: Slot) throws(Raise) -> Bool {
    let made = slot()
    defer { release(to: made) }
    if try !loadBuiltin(name, made) { return false }
    copy(out, made)
    return true
  }

  /// IMPORT_NAME: level and list of names end at `top`; the module takes the lower slot.
  @inline(never)
  mutating func importName(_ name: Qstr, _ top: Slot) throws(Raise) {
    let names = slot(), level = slot(), out = slot()
    copy(names, top)
    set(level, self(Slot(top.address &- 4)))
    if !root(.builtins).isNull, try callImporter(name, level, names, out) { return copy(Slot(top.address &- 4), out) }
    try importAny(name, level: self(level).value.int, from: self(names).value.isNone || isEmptyTuple(names) ? false : true, out)
    copy(Slot(top.address &- 4), out)
  }
  /// A program may put its own `__import__` into builtins.
  private mutating func callImporter(_ name: Qstr, _ level: Slot, _ names: Slot, _ out: Slot) throws(Raise) -> Bool {
    let f = findBuiltin(Q.__import__)
    if f == 0 || isStatic(f) { return false }
    let top = mark
    defer { release(to: top) }
    let importer = slot(), a = slots(5), result = slot()
    memory[importer.address] = f
    set(a, Value(name))
    memory[a.up(1).address] = currentGlobals()
    set(a.up(2), Value.none)
    copy(a.up(3), names)
    copy(a.up(4), level)
    try call(importer, Args(a, 5), result)
    copy(out, result)
    return true
  }
  private borrowing func isEmptyTuple(_ s: Slot) -> Bool { self(s).isKind(Kind.tuple) && self(s).int(1) == 0 }

  /// `import name` (answers the first part's module) or `from name import …` (the last part's), absolute or relative to the running module.
  /// `given`: the globals that `__import__` was called with.
  mutating func importAny(_ name: Qstr, level: Int32, from: Bool, globals given: Slot? = nil, _ out: Slot) throws(Raise) {
    if level <= 0 { return try importDotted(name, leaf: from, out) }
    let top = mark
    defer { release(to: top) }
    let base = slot(), text = slot()
    let globals = given.map { memory[$0.address] } ?? currentGlobals()
    memory[base.address] = findName(globals, Q.__name__)
    if self(base).isNull { throw raise(.ImportError, "can't perform relative import") }
    // A package's __init__ is itself the level 1; a module's package is its parent.
    var up = level
    if findName(globals, Q.__path__) != 0 { up &-= 1 }
    var end = UInt32(bitPattern: self.text(self(base)).int(1))
    while up > 0 {
      do {
        let t = self.text(self(base))
        if end == 0 { break }
        end &-= 1
        while end > 0 && t.byte(Str.bytes &+ end) != 0x2e { end &-= 1 }
      }
      up &-= 1
    }
    if end == 0 { throw raise(.ImportError, "can't perform relative import") }
    try newBuilder(text)
    var i: UInt32 = 0
    while i < end {
      let b = self.text(self(base)).byte(Str.bytes &+ i)
      try append(text, byte: b)
      i &+= 1
    }
    if name != Q.empty {
      try append(text, byte: 0x2e)
      set(base, Value(name))
      try append(text, base)
    }
    try finish(text, Kind.str, text)
    try intern(text)
    try importDotted(self(text).value.qstr, leaf: from || name == Q.empty, out)
  }

  /// Imports each part of a dotted name; answers the last one's module or the first one's.
  mutating func importDotted(_ name: Qstr, leaf: Bool, _ out: Slot) throws(Raise) {
    try enter(NativeStack.text)
    defer { leave(NativeStack.text) }
    let top = mark
    defer { release(to: top) }
    let parent = slot(), module = slot(), full = slot(), part = slot(), first = slot()
    set(full, Value(name))
    let count = UInt32(bitPattern: text(self(full)).int(1))
    var start: UInt32 = 0, end: UInt32 = 0
    while start <= count {
      end = start
      do {
        let t = text(self(full))
        while end < count && t.byte(Str.bytes &+ end) != 0x2e { end &+= 1 }
      }
      let prefix = try internPart(full, 0, end, part)
      let last = try internPart(full, start, end, part)
      // Loading it makes it an attribute of its package; what the package makes of the name later stays.
      let known = slot()
      set(known, root(.modules))
      let isNew = dictFind(self(known), prefix).isNull
      try loadModule(prefix, last, parent, module)
      if start == 0 { copy(first, module) } else if isNew { try setGlobal(parent, last, module) }
      copy(parent, module)
      start = end &+ 1
    }
    copy(out, leaf ? module : first)
  }
  /// Bytes `from` to `to` of the text in a slot as an interned string; `scratch` is a slot.
  private mutating func internPart(_ s: Slot, _ from: UInt32, _ to: UInt32, _ scratch: Slot) throws(Raise) -> Qstr {
    if from == 0, self(s).value.isQstr, UInt32(bitPattern: text(self(s)).int(1)) == to { return self(s).value.qstr }
    try newRaw(Kind.str, bytes: to &- from, scratch)
    do {
      let t = text(self(s))
      self(scratch).bytes(Str.bytes).copyMemory(from: t.bytes(Str.bytes &+ from), byteCount: Int(to &- from))
    }
    try intern(scratch)
    return self(scratch).value.qstr
  }

  /// One module: from `sys.modules`, a file, or the image. `parent` holds the package it is in, or null.
  private mutating func loadModule(_ full: Qstr, _ part: Qstr, _ parent: Slot, _ out: Slot) throws(Raise) {
    let top = mark
    defer { release(to: top) }
    let modules = slot(), path = slot(), entry = slot(), i = slot()
    set(modules, root(.modules))
    // An empty `sys.path` asks for the firmware's own module, whatever of that name is loaded.
    if self(parent).isNull && hasEmptyPath(), try importBuiltin(full, out) { return }
    set(out, dictFind(self(modules), full))
    if !self(out).isNull { return }
    if self(parent).isNull {
      if try isFixed(full), try loadBuiltin(full, out) { return }
      set(path, root(.path))
      var k: Int32 = 0
      while self(path).isKind(Kind.list) && k < self(path).int(1) {
        set(i, Value(int: k))
        try getItem(path, i, entry)
        k &+= 1
        if isFrozen(entry) {
          if try loadFrozen(full, out) { return }
          continue
        }
        if !isText(self(entry)) { continue }
        if try loadFile(entry, full, part, out) { return }
      }
      if try loadBuiltin(full, out) { return }
      if try loadFrozen(full, out) { return }
    } else {
      set(entry, self(parent).at(1))
      set(entry, dictFind(self(entry), Q.__path__))
      if isText(self(entry)), try loadFile(entry, full, part, out) { return }
      if try loadFrozen(full, out) { return }
    }
    throw raise(.ImportError, "no module named '%'", Value(full))
  }

  /// Whether an entry of `sys.path` stands for the image's modules: any text that reads so, not the interned one alone.
  private borrowing func isFrozen(_ entry: Slot) -> Bool { isText(self(entry)) && interned(self(entry)) == Q.dot_frozen }

  /// Runs a module as a program (`-m`): its file is executed with `__name__ == '__main__'`; of a package first itself, then its `__main__`.
  public mutating func runModule(_ name: Qstr) throws(Raise) {
    let top = mark
    defer { release(to: top) }
    let full = slot(), part = slot(), parent = slot(), folder = slot(), path = slot(), paths = slot(), i = slot(), out = slot()
    set(full, Value(name))
    let count = UInt32(bitPattern: text(self(full)).int(1))
    // The package that it is in, if any.
    var dot = count
    do {
      let t = text(self(full))
      while dot > 0 && t.byte(Str.bytes &+ dot &- 1) != 0x2e { dot &-= 1 }
    }
    let last = try internPart(full, dot, count, part)
    if dot != 0 {
      let package = try internPart(full, 0, dot &- 1, part)
      try importDotted(package, leaf: true, parent)
      set(folder, self(parent).at(1))
      set(folder, dictFind(self(folder), Q.__path__))
      if isText(self(folder)), try runFile(in: folder, last, path) { return }
    } else {
      set(paths, root(.path))
      var k: Int32 = 0
      while self(paths).isKind(Kind.list) && k < self(paths).int(1) {
        set(i, Value(int: k))
        try getItem(paths, i, folder)
        k &+= 1
        if isText(self(folder)), !isFrozen(folder), try runFile(in: folder, last, path) { return }
      }
    }
    try importDotted(name, leaf: true, out)
  }
  /// A module's file in a folder, as the program; false if there is none.
  private mutating func runFile(in folder: Slot, _ part: Qstr, _ path: Slot) throws(Raise) -> Bool {
    let file = slot(), value = slot(), code = slot(), globals = slot(), result = slot()
    defer { release(to: file) }
    try join(folder, part, Q.empty, path)
    if case .folder = try fileKind(path) {
      set(globals, root(.main))
      try dictStore(globals, Q.__path__, path)
      if try runFile(in: path, Q.__init__, value) { _ = try runFile(in: path, Q.__main__, value); return true }
      return try runFile(in: path, Q.__main__, value)
    }
    var binary = false
    try joinText(path, Q.dot_py, file)
    var kind = try fileKind(file)
    if case .file = kind {
    } else {
      #if !WithoutLoadableModules
      binary = true
      try joinText(path, Q.dot_mpy, file)
      kind = try fileKind(file)
      #endif
    }
    guard case .file(let size) = kind else { return false }
    set(globals, root(.main))
    try dictStore(globals, Q.__file__, file)
    try readFile(file, size, value)
    copy(code, file)
    try intern(code)
    let name = self(code).value.qstr
    try loadOrCompile(value, binary, name, code)
    set(value, Value.none)
    try execute(code, globals: globals, locals: globals, result)
    return true
  }

  /// The program has set `sys.path` to nothing.
  private borrowing func hasEmptyPath() -> Bool {
    let sys = dictFind(root(.modules), Q.sys)
    if !sys.isKind(Kind.module) { return false }
    let path = dictFind(sys.at(1), Q.path)
    return (path.isKind(Kind.tuple) || path.isKind(Kind.list)) && path.int(1) == 0
  }
  /// Modules that a file cannot replace: some, and all by their names with a `u` before.
  private mutating func isFixed(_ name: Qstr) throws(Raise) -> Bool {
    let s = slot(), part = slot()
    defer { release(to: s) }
    set(s, Value(name))
    let n = UInt32(bitPattern: text(self(s)).int(1))
    if n > 2 && text(self(s)).byte(Str.bytes) == 0x75 {
      let q = try internPart(s, 1, n, part)
      if findName(memory[Image.base &+ Image.modulesWord &* 4], q) != 0 { return true }
    }
    return name == Q.sys || name == Q.builtins || name == Q.micropython || name == Q.gc || name == Q.math || name == Q.machine || name == Q.__main__
  }

  /// A module of the image, also under its name with a `u` before it.
  private mutating func loadBuiltin(_ name: Qstr, _ out: Slot) throws(Raise) -> Bool {
    let m = memory
    let top = mark
    defer { release(to: top) }
    let found = slot(), made = slot(), result = slot()
    var q = name
    let all = m[Image.base &+ Image.modulesWord &* 4]
    m[found.address] = findName(all, q)
    if m[found.address] == 0 {
      set(made, Value(name))
      let n = UInt32(bitPattern: text(self(made)).int(1))
      if n < 2 || text(self(made)).byte(Str.bytes) != 0x75 { return false }
      q = try internPart(made, 1, n, result)
      m[found.address] = findName(all, q)
      if m[found.address] == 0 { return false }
    }
    // It may be loaded under its own name; a file's module of that name stays where it is.
    set(result, root(.modules))
    set(out, dictFind(self(result), q))
    let isFile = !self(out).isNull
    if self(out).isKind(Kind.module) && Header.words(self(out).header) > 3 { return true }
    // The module's own object; its dict stays in flash until somebody writes to it.
    try new(Kind.module, words: 4, made)
    self(made).set(1, self(found).at(1))
    self(made).set(2, Value(q))
    if !isFile || name != q { try register(name, made) }
    let start = dictFind(self(made).at(1), Q.__init__).word
    if start != 0 {
      m[found.address] = start
      try call(found, Args(made, 1), result)
    }
    // From now on it takes no new names (setAttribute).
    if q != Q.builtins { self(made).set(3, Value.true) }
    copy(out, made)
    return true
  }
  /// A module of the firmware's library: its code runs in flash. False if there is none of this name.
  private mutating func loadFrozen(_ full: Qstr, _ out: Slot) throws(Raise) -> Bool {
    let frozen = memory[Image.base &+ Image.frozenWord &* 4]
    if frozen == 0 { return false }
    let top = mark
    defer { release(to: top) }
    let code = slot(), package = slot(), text = slot()
    memory[code.address] = findName(frozen, full)
    if self(code).isNull {
      // A package: its own code is `name.__init__`.
      try newBuilder(text)
      set(package, Value(full))
      try append(text, package)
      try append(text, ".__init__")
      try finish(text, Kind.str, text)
      guard let name = interned(self(text)) else { return false }
      memory[code.address] = findName(frozen, name)
      if self(code).isNull { return false }
      try newBuilder(text)
      try append(text, ".frozen/")
      try append(text, package)
      try finish(text, Kind.str, package)
    } else {
      set(package, Value.null)
    }
    let none = slot()
    try runFile(none, 0, full, package: package, binary: false, code: code, out)
    return true
  }
  private mutating func register(_ name: Qstr, _ module: Slot) throws(Raise) {
    let modules = slot()
    set(modules, root(.modules))
    try dictStore(modules, name, module)
    release(to: modules)
  }

  // MARK: Files

  /// Source, and .mpy unless loadable modules are left out.
  private var suffixes: Int {
    #if WithoutLoadableModules
    return 1
    #else
    return 2
    #endif
  }
  private mutating func loadOrCompile(_ text: Slot, _ binary: Bool, _ name: Qstr, _ code: Slot) throws(Raise) {
    #if !WithoutLoadableModules
    if binary { return try loadMPY(text, code) }
    #endif
    try compile(text, file: name, mode: .module, code)
  }

  /// A module or package `part` in a folder; false if there is none.
  private mutating func loadFile(_ folder: Slot, _ full: Qstr, _ part: Qstr, _ out: Slot) throws(Raise) -> Bool {
    let top = mark
    defer { release(to: top) }
    let path = slot(), file = slot()
    try join(folder, part, Q.empty, path)
    if case .folder = try fileKind(path) {
      for suffix in 0..<suffixes {
        let q = suffix == 0 ? Q.init_py : Q.init_mpy
        try joinText(path, q, file)
        if case .file(let size) = try fileKind(file) {
          try runFile(file, size, full, package: path, binary: suffix == 1, out)
          return true
        }
      }
      set(file, Value.null)
      try runFile(file, 0, full, package: path, binary: false, out)
      return true
    }
    try joinText(path, Q.dot_py, file)
    let none = slot()
    if case .file(let size) = try fileKind(file) {
      try runFile(file, size, full, package: none, binary: false, out)
      return true
    }
    #if !WithoutLoadableModules
    try joinText(path, Q.dot_mpy, file)
    if case .file(let size) = try fileKind(file) {
      try runFile(file, size, full, package: none, binary: true, out)
      return true
    }
    #endif
    return false
  }

  private mutating func join(_ folder: Slot, _ name: Qstr, _ suffix: Qstr, _ out: Slot) throws(Raise) {
    let b = slot(), s = slot()
    try newBuilder(b)
    try append(b, folder)
    let n = UInt32(bitPattern: text(self(folder)).int(1))
    if n > 0 && text(self(folder)).byte(Str.bytes &+ n &- 1) != 0x2f { try append(b, byte: 0x2f) }
    set(s, Value(name))
    try append(b, s)
    try finish(b, Kind.str, out)
    release(to: b)
  }
  private mutating func joinText(_ a: Slot, _ suffix: Qstr, _ out: Slot) throws(Raise) {
    let b = slot(), s = slot()
    try newBuilder(b)
    try append(b, a)
    set(s, Value(suffix))
    try append(b, s)
    try finish(b, Kind.str, out)
    release(to: b)
  }

  private mutating func fileKind(_ path: Slot) throws(Raise) -> FileKind {
    if let size = try mountedStat(path) { return size == -2 ? .folder : size < 0 ? .nothing : .file(UInt32(bitPattern: size)) }
    let t = text(self(path)), n = UInt32(bitPattern: t.int(1))
    let p = UnsafeRawPointer(t.bytes(Str.bytes)).assumingMemoryBound(to: UInt8.self)
    #if os(none)
    let size = firmware_file_stat(nil, p, n)
    #else
    let size = firmware_file_stat(port.block, p, n)
    #endif
    return size == -2 ? .folder : size < 0 ? .nothing : .file(UInt32(bitPattern: size))
  }

  /// A whole file as a bytes object. Nothing is allocated between taking the addresses and the read.
  public mutating func readFile(_ path: Slot, _ size: UInt32, _ out: Slot) throws(Raise) {
    if try mountedRead(path, out) { return }
    try newRaw(Kind.bytes, bytes: size, out)
    let done: Int32
    do {
      let t = text(self(path)), n = UInt32(bitPattern: t.int(1)), to = self(out).word &+ Str.bytes
      let p = UnsafeRawPointer(t.bytes(Str.bytes)).assumingMemoryBound(to: UInt8.self)
      #if os(none)
      done = firmware_file_read(nil, p, n, 0, to, size)
      #else
      done = firmware_file_read(port.block, p, n, 0, to, size)
      #endif
    }
    if done < 0 { throw raise(errno: -done) }
    if UInt32(bitPattern: done) != size { throw raise(errno: 5) }
  }

  /// `execfile(path[, globals[, locals]])`: the code object of a file's text.
  fileprivate mutating func compileFile(_ path: Slot, _ code: Slot) throws(Raise) {
    let source = slot(), name = slot()
    defer { release(to: source) }
    try needText(path)
    if try !mountedRead(path, source) {
      guard case .file(let size) = try fileKind(path) else { throw raise(errno: 2) }
      try readFile(path, size, source)
    }
    copy(name, path)
    try intern(name)
    let q = self(name).value.qstr
    try compile(source, file: q, mode: .module, code)
  }

  /// Makes a module, registers it and runs a file in it, or the code object in `code` (nothing if both are null). `package`: its folder, or null.
  private mutating func runFile(
    _ file: Slot, _ size: UInt32, _ full: Qstr, package: Slot, binary: Bool, code frozen: Slot? = nil, _ out: Slot
  ) throws(Raise) {
    let top = mark
    defer { release(to: top) }
    let module = slot(), globals = slot(), value = slot(), code = slot(), result = slot()
    try newDict(globals)
    try new(Kind.module, words: 3, module)
    self(module).set(1, self(globals))
    self(module).set(2, Value(full))
    set(value, Value(full))
    try dictStore(globals, Q.__name__, value)
    if !self(package).isNull { try dictStore(globals, Q.__path__, package) }
    try register(full, module)
    if frozen != nil || !self(file).isNull {
      if frozen == nil { try dictStore(globals, Q.__file__, file) }
      do throws(Raise) {
        if let frozen {
          copy(code, frozen)
        } else {
          try readFile(file, size, value)
          copy(code, file)
          try intern(code)
          let name = self(code).value.qstr
          try loadOrCompile(value, binary, name, code)
          set(value, Value.none)
        }
        try execute(code, globals: globals, locals: globals, result)
      } catch {
        // A module that failed is not there.
        let modules = slot(), failed = slot()
        takePending(failed)
        set(modules, root(.modules))
        _ = try dictDrop(modules, full)
        memory[thread &+ Thread.exception] = memory[failed.address]
        throw error
      }
    }
    // The module may have put something else in its place.
    let modules = slot()
    set(modules, root(.modules))
    set(out, dictFind(self(modules), full))
    if self(out).isNull { copy(out, module) }
  }

  // MARK: from … import

  /// IMPORT_FROM: the module is below `out`.
  @inline(never)
  mutating func importFrom(_ name: Qstr, _ out: Slot) throws(Raise) {
    let module = slot(), value = slot()
    copy(module, Slot(out.address &- 4))
    if try findAttribute(module, name, value) { return copy(out, value) }
    // A submodule that is not loaded yet.
    if self(module).isKind(Kind.module), !dictFind(self(module).at(1), Q.__path__).isNull {
      let text = slot()
      try newBuilder(text)
      set(value, dictFind(self(module).at(1), Q.__name__))
      try append(text, value)
      try append(text, byte: 0x2e)
      set(value, Value(name))
      try append(text, value)
      try finish(text, Kind.str, text)
      try intern(text)
      let q = self(text).value.qstr
      do throws(Raise) {
        try importDotted(q, leaf: true, value)
        return copy(out, value)
      } catch {
        if !pendingIs(.ImportError) { throw error }
        takePending(value)
      }
    }
    throw raise(.ImportError, "can't import name %", Value(name))
  }

  /// The same of a class or an instance that `sys.modules` holds in place of a module.
  private mutating func importStar(object: Slot, _ globals: Slot) throws(Raise) {
    let names = slot(), dir = slot(), iterator = slot(), key = slot(), value = slot()
    if !self(object).isKind(Kind.type) && !self(object).isKind(Kind.instance) { throw raise(.ImportError, "can't import name *") }
    let listed = try findAttribute(object, Q.__all__, names)
    if !listed {
      memory[dir.address] = findBuiltin(Q.dir)
      copy(key, object)
      try call(dir, Args(key, 1), names)
    }
    try iterate(names, iterator)
    while try next(iterator, key) {
      try internName(key)
      let q = self(key).value.qstr
      if !listed && text(self(key)).int(1) > 0 && text(self(key)).byte(Str.bytes) == 0x5f { continue }
      try getAttribute(object, q, value)
      try dictStore(globals, q, value)
    }
  }

  /// What a module's own `__getattr__` says of a name; false if it has none or says AttributeError.
  private mutating func findDynamic(_ module: Slot, _ name: Qstr, ifMissing out: Slot) throws(Raise) -> Bool {
    let e = slot()
    defer { release(to: e) }
    do throws(Raise) { return try findDynamic(module, name, out) } catch {
      if !pendingIs(.AttributeError) { throw error }
      takePending(e)
      return false
    }
  }

  /// IMPORT_STAR: `__all__`, or every name without a leading underscore.
  @inline(never)
  mutating func importStar(_ module: Slot) throws(Raise) {
    let key = slot(), value = slot(), names = slot(), globals = slot(), all = slot()
    let f = topFrame()
    memory[globals.address] = f[Frame.names] != 0 ? f[Frame.names] : f[Frame.globals]
    if !self(module).isKind(Kind.module) { return try importStar(object: module, globals) }
    set(names, self(module).at(1))
    set(all, dictFind(self(names), Q.__all__))
    var listed = !self(all).isNull
    if !listed { listed = try findDynamic(module, Q.__all__, ifMissing: all) }
    if listed {
      let iterator = slot()
      try iterate(all, iterator)
      while try next(iterator, key) {
        try internName(key)
        let q = self(key).value.qstr
        try getAttribute(module, q, value)
        try dictStore(globals, q, value)
      }
      return
    }
    var i: UInt32 = 0
    while dictNext(names, &i, key: key, value: value) {
      if !self(key).value.isQstr { continue }
      let q = self(key).value.qstr
      if text(self(key)).int(1) > 0 && text(self(key)).byte(Str.bytes) == 0x5f { continue }
      try dictStore(globals, q, value)
    }
  }
}

//@native builtins:execfile 1 3
func builtinExecFile(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  let r = vm.slot(), all = vm.slots(3)
  try vm.compileFile(a[0], all)
  if a.count > 1 { vm.copy(all.up(1), a[1]) }
  if a.count > 2 { vm.copy(all.up(2), a[2]) }
  try vm.evaluate(Args(all, a.count), .module, r)
  vm.set(out, .none)
}
