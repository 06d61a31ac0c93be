import Port
import Python

// Completion at the prompt: what may follow the dotted name before the cursor.
extension LineEditor {
  /// Completes the name before the cursor as far as it is certain; lists what it may be if it is not.
  mutating func complete(_ vm: inout VM) throws(Raise) {
    let mark = vm.mark
    defer { vm.release(to: mark) }
    let object = vm.slot(), names = vm.slot(), name = vm.slot()
    var start = cursor
    while start > 0, isNamePart(byte(vm, start &- 1)) { start &-= 1 }
    // Everything before the last dot is looked up; a program's own attribute code may fail: then there is nothing to offer.
    var part = start, isFirst = true
    do throws(Raise) {
      while true {
        var end = part
        while end < cursor && byte(vm, end) != 46 { end &+= 1 }
        if end == cursor { break }
        try text(&vm, part, end, name)
        try vm.intern(name)
        let q = vm(name).value.qstr
        if isFirst {
          if try !vm.findGlobal(q, object) { return }
        } else if try !vm.findAttribute(object, q, object) {
          return
        }
        isFirst = false
        part = end &+ 1
      }
      if isFirst, isImport(vm, start) { try vm.moduleNames(names) } else { try vm.completions(of: isFirst ? nil : object, names) }
    } catch {
      vm.takePending(name)
      return
    }
    // Of the names that begin with what is there: how many, and how far they agree.
    let have = cursor &- part
    let hidden = have == 0 || byte(vm, part) != 95
    var found: UInt32 = 0, agreed: UInt32 = 0
    let best = vm.slot(), count = try vm.length(names)
    var i: UInt32 = 0
    while i < count {
      vm.set(name, vm(names).at(2).at(2 &+ i))
      if matches(vm, name, part, have, hidden) {
        if found == 0 {
          vm.copy(best, name)
          agreed = UInt32(vm.bytesOf(name).count)
        } else {
          var k = have
          while k < agreed && k < UInt32(vm.bytesOf(name).count) && vm.bytesOf(name)[Int(k)] == vm.bytesOf(best)[Int(k)] { k &+= 1 }
          agreed = k
        }
        found &+= 1
      }
      i &+= 1
    }
    if found == 0 {
      // Not a name, but a line's beginning.
      if start == 0 && isFirst && have > 0 { try completeImport(&vm, have) }
      return
    }
    if agreed > have {
      var k = have
      while k < agreed {
        let c = vm.bytesOf(best)[Int(k)]
        try insert(&vm, c)
        k &+= 1
      }
      return
    }
    if found > 1 { try list(&vm, names, part, have, hidden) }
  }

  private func isNamePart(_ c: UInt8) -> Bool { c >= 48 && c <= 57 || c >= 65 && c <= 90 || c >= 97 && c <= 122 || c == 95 || c == 46 || c >= 128 }
  private func text(_ vm: inout VM, _ from: UInt32, _ to: UInt32, _ out: Slot) throws(Raise) {
    try vm.newBuilder(out)
    var i = from
    while i < to { let c = byte(vm, i); try vm.append(out, byte: c); i &+= 1 }
    try vm.finish(out, Kind.str, out)
  }
  private static var importWord: StaticString { "import " }
  /// True after `import ` at the line's beginning.
  private func isImport(_ vm: borrowing VM, _ start: UInt32) -> Bool {
    let word = Self.importWord
    if start < 7 { return false }
    var i: UInt32 = 0
    while i < 7 { if byte(vm, i) != word.utf8Start[Int(i)] { return false }; i &+= 1 }
    return true
  }
  private mutating func completeImport(_ vm: inout VM, _ have: UInt32) throws(Raise) {
    let word = Self.importWord
    var i: UInt32 = 0
    while i < have { if i >= 7 || byte(vm, i) != word.utf8Start[Int(i)] { return }; i &+= 1 }
    while i < 7 { try insert(&vm, word.utf8Start[Int(i)]); i &+= 1 }
  }
  private func matches(_ vm: borrowing VM, _ name: Slot, _ part: UInt32, _ have: UInt32, _ hidden: Bool) -> Bool {
    let b = vm.bytesOf(name)
    if b.count < Int(have) || b.isEmpty || hidden && b[0] == 95 { return false }
    var i: UInt32 = 0
    while i < have { if b[Int(i)] != byte(vm, part &+ i) { return false }; i &+= 1 }
    return true
  }
  /// Lists the candidates in cells of 16 columns, four a line, and draws the line anew.
  private mutating func list(_ vm: inout VM, _ names: Slot, _ part: UInt32, _ have: UInt32, _ hidden: Bool) throws(Raise) {
    let name = vm.slot(), count = try vm.length(names)
    var column: UInt32 = 64, i: UInt32 = 0
    while i < count {
      vm.set(name, vm(names).at(2).at(2 &+ i))
      i &+= 1
      if !matches(vm, name, part, have, hidden) { continue }
      let size = try vm.length(name)
      var gap = (column &+ 15) / 16 &* 16 &- column
      if gap < 2 { gap &+= 16 }
      if column &+ gap &+ size <= 64 {
        for _ in 0..<gap { vm.write(" ") }
        column &+= gap &+ size
      } else {
        vm.write("\r\n")
        column = size
      }
      vm.writeText(name)
    }
    vm.write("\r\n")
    try writePrompt(&vm)
    let at = cursor
    redraw(vm, to: at)
  }
}

extension VM {
  /// A name of `__main__`, else of the builtins.
  fileprivate mutating func findGlobal(_ name: Qstr, _ out: Slot) throws(Raise) -> Bool {
    let main = slot()
    defer { release(to: main) }
    try importModule(Q.__main__, main)
    if try findAttribute(main, name, out) { return true }
    try importModule(Q.builtins, main)
    return try findAttribute(main, name, out)
  }
  /// The names that `dir` gives, in order; without an object those of `__main__` and the builtins.
  fileprivate mutating func completions(of object: Slot?, _ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let dir = slot(), o = slot(), more = slot()
    try importModule(Q.builtins, o)
    try getAttribute(o, Q.dir, dir)
    if let object {
      copy(o, object)
      try call(dir, Args(o, 1), out)
      return
    }
    try call(dir, Args(o, 1), more)
    try importModule(Q.__main__, o)
    try call(dir, Args(o, 1), out)
    try callMethod(out, Q.extend, Args(more, 1), o)
  }
  /// Names of the built-in modules.
  mutating func moduleNames(_ out: Slot) throws(Raise) {
    let mark = mark
    defer { release(to: mark) }
    let all = slot(), list = slot()
    memory[all.address] = memory[Image.base &+ Image.modulesWord &* 4]
    try newList(list)
    let iterator = slot(), name = slot()
    try iterate(all, iterator)
    while try next(iterator, name) { try listAppend(list, name) }
    // The frozen library: of a package its own code, `name.__init__`, counts.
    memory[all.address] = memory[Image.base &+ Image.frozenWord &* 4]
    if !self(all).isNull {
      try iterate(all, iterator)
      while try next(iterator, name) {
        let size = UInt32(bytesOf(name).count)
        var dot: UInt32 = 0
        while dot < size && bytesOf(name)[Int(dot)] != 46 { dot &+= 1 }
        if dot < size {
          if size &- dot != 9 || bytesOf(name)[Int(dot) &+ 1] != 95 { continue }
          try newText(Kind.str, from: name, 0, dot, name)
        }
        try listAppend(list, name)
      }
    }
    try callMethod(list, Q.sort, Args(list, 0), name)
    copy(out, list)
  }
}
