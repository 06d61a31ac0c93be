import Port

//@qstr host_folder="/host" lib_folder="/lib"

extension VM {
  /// What a new interpreter holds before the first program: `sys.modules` with `__main__`, `sys.path`, the MemoryError that needs no memory.
  /// Too small a heap for these shows at the first use.
  mutating func begin() {
    let top = mark
    defer { release(to: top) }
    let modules = slot(), globals = slot(), module = slot(), name = slot(), args = slot(), e = slot()
    do throws(Raise) {
      memory[args.address] = memory[Image.base &+ Image.emptyTupleWord &* 4]
      try newException(Image.type(UInt32(BuiltinType.MemoryError.rawValue)), args, e)
      setRoot(.memoryError, self(e))
      try newDict(modules)
      setRoot(.modules, self(modules))
      try newDict(globals)
      setRoot(.main, self(globals))
      set(name, Value(Q.__main__))
      try dictStore(globals, Q.__name__, name)
      try new(Kind.module, words: 3, module)
      self(module).set(1, self(globals))
      self(module).set(2, self(name))
      try dictStore(modules, Q.__main__, module)
      try newList(module)
      setRoot(.path, self(module))
      // The folder of the program that the host runs (DESIGN §10); without a host nothing is found there.
      set(name, Value(Q.host_folder))
      try listAppend(module, name)
      try newList(module)
      setRoot(.argv, self(module))
    } catch { takePending(e) }
  }
}
