import Port
import Python

// `help()` at the prompt, `help(object)`, `help('modules')`.

/// Without argument: the prompt's keys. With one: what the object is and the members of it or its class, in MicroPython's lines.
//@native builtins:help 0 1
func builtinHelp(_ vm: inout VM, _ a: Args, _ out: Slot) throws(Raise) {
  if a.count == 0 {
    vm.print(
      """
      Welcome to MicroPython on Tayberry!

      At the prompt, on a line that is empty:
        CTRL-A        -- raw mode, for tools such as mpremote
        CTRL-B        -- back to this mode
        CTRL-D        -- soft reset, or the end
        CTRL-E        -- paste mode
      and at any time:
        CTRL-C        -- stops the program that is running
        TAB           -- completes a name

      help(object) tells of an object, help('modules') names the modules.

      """)
    return vm.set(out, .none)
  }
  if vm(a[0]).value == Value(Q.modules) { try vm.listModules() } else { try vm.describe(a[0]) }
  vm.set(out, .none)
}

extension VM {
  /// The names of all modules, down the columns of a line of 72 characters.
  fileprivate mutating func listModules() throws(Raise) {
    let names = slot(), name = slot()
    try moduleNames(names)
    let count = try length(names), columns: UInt32 = 4, rows = (count &+ columns &- 1) / columns
    var row: UInt32 = 0
    while row < rows {
      var i = row
      while i < count {
        set(name, self(names).at(2).at(2 &+ i))
        writeText(name)
        var width = UInt32(bytesOf(name).count)
        i &+= rows
        if i < count { repeat { print(" "); width &+= 1 } while width < 18 }
      }
      print("\n")
      row &+= 1
    }
    print("and those in the folders of sys.path\n")
  }

  fileprivate mutating func describe(_ o: Slot) throws(Raise) {
    let line = slot(), table = slot(), order = slot()
    print("object ")
    try summary(o, line)
    print(" is of type ")
    set(line, Value(typeName(self(o))))
    writeText(line)
    print("\n")
    if self(o).isKind(Kind.module) {
      set(table, self(o).at(1))
      return try members(table)
    }
    if self(o).isKind(Kind.type) { set(line, self(o)) } else { set(line, typeOf(self(o))) }
    set(order, self(line).at(TypeObject.order))
    // What every object has is left out.
    var i: UInt32 = 0
    while i < UInt32(bitPattern: self(order).int(1)) {
      set(line, self(order).at(2 &+ i))
      i &+= 1
      if self(line).word == type(.object).word { continue }
      set(table, self(line).at(TypeObject.members))
      try members(table)
    }
  }
  private mutating func members(_ table: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let key = slot(), value = slot(), text = slot()
    if !self(table).isKind(Kind.dict) { return }
    var at: UInt32 = 0
    while dictNext(table, &at, key: key, value: value) {
      // Attributes that a getter computes say nothing without an object.
      if !self(key).value.isQstr || self(value).isKind(Kind.native) && self(value).int(4) & Int32(NativeFlag.property) != 0 { continue }
      print("  ")
      writeText(key)
      print(" -- ")
      try summary(value, text)
      print("\n")
    }
  }
  /// A value in a few words: its text, but of what is built in only its kind.
  private mutating func summary(_ o: Slot, _ text: Slot) throws(Raise) {
    if self(o).isKind(Kind.native) {
      print(self(o).int(4) & Int32(NativeFlag.class) != 0 ? "<classmethod>" : "<function>")
    } else if isText(self(o)) {
      writeText(o)
    } else {
      try newBuilder(text)
      try repr(o, text)
      consoleWrite(bytesOf(text))
    }
  }
}
