import Port

// Code objects: the module, functions, classes, comprehensions.
extension Compiler {
  /// A fresh state for a function whose share of the piles begins here.
  private func freshState(_ s: UInt32) -> FunctionState {
    var state = FunctionState()
    state.codeStart = code.used
    state.linesStart = lines.used
    state.labelsStart = labels.words
    state.fixupsStart = fixups.words
    state.longStart = longJumps.used
    state.childrenStart = children.count
    state.scope = s
    return state
  }

  mutating func startModule() throws(Raise) {
    // Scope 0, the module, stays; statements add theirs and drop them.
    scope = 0
    _ = try newScope(.module)
    f = freshState(0)
  }

  /// Resolves and emits one top-level statement at the end of the module's code.
  mutating func compileTopLevel(_ n: Node) throws(Raise) {
    scope = 0
    errorLine = n.isInline ? errorLine : line(n)
    try walk(n)
    try resolveScopes()
    scope = 0
    let before = f, codeUsed = code.used, linesUsed = lines.used
    while true {
      try emitStatement(n)
      if try resolveJumps(from: before.fixupsStart) { break }
      let deepest = f.deepest, most = f.mostBlocks
      f = before
      f.deepest = deepest
      f.mostBlocks = most
      code.used = codeUsed
      lines.used = linesUsed
      labels.used = f.labelsStart &* 4
      fixups.used = f.fixupsStart &* 4
    }
    labels.used = f.labelsStart &* 4
    fixups.used = f.fixupsStart &* 4
    longJumps.used = f.longStart
    f.jump = 0
    names.used = 0
    scopes.used = ScopeField.words &* 4
    setScopeWord(0, ScopeField.first, 0)
    setScopeWord(0, ScopeField.last, 0)
  }

  /// Ends the module: its code object and what its functions share.
  mutating func finishModule(_ out: Slot) throws(Raise) {
    if mode != .eval {
      try emit(.loadConstNone, 1)
      try emit(.returnValue, -1)
    }
    // The context is needed by all code objects, whose strings are numbered by now.
    try vm.new(Kind.codeContext, words: CodeContext.words, c)
    try finishCode(Q.module_name, out)
    try strings.resize(&vm, strings.count)
    try constants.resize(&vm, constants.count)
    vm(c).set(CodeContext.strings, vm(strings.slot))
    vm(c).set(CodeContext.constants, vm(constants.slot))
    shareContext(out)
  }
  /// Gives a code object and all its children the context in slot `c`. The children's nesting is walked without recursion and without memory:
  /// the way back up is kept in the context fields that are still to be filled.
  private func shareContext(_ root: Slot) {
    let m = vm.memory
    func children(_ code: UInt32) -> UInt32 { m[code &+ Code.children &* 4] }
    var at = m[root.address]
    var parent: UInt32 = 0
    // While a code object is being visited, its `shape` field counts the children already visited and its `context` field holds its parent.
    m[at &+ Code.context &* 4] = 0
    while true {
      let list = children(at), next = m[at &+ Code.shape &* 4]
      if list != 0 && next < m[list &+ 4] &>> 1 {
        m[at &+ Code.shape &* 4] = next &+ 1
        let child = m[list &+ 8 &+ next &* 4]
        m[child &+ Code.context &* 4] = at
        parent = at
        at = child
      } else {
        parent = m[at &+ Code.context &* 4]
        m[at &+ Code.shape &* 4] = 0
        Ref(at, vm).touch()
        m[at &+ Code.context &* 4] = m[c.address]
        if parent == 0 { return }
        at = parent
      }
    }
  }

  /// Makes the code object of the current function: prelude, line table, cells, instructions. Drops its share of the piles.
  private mutating func finishCode(_ name: Qstr, _ out: Slot) throws(Raise) {
    let s = f.scope
    let codeEnd = code.used, linesEnd = lines.used
    let isModule = s == 0
    // The information part goes behind the code for a moment: names, then lines; then the signature is made, which needs its size.
    try code.pushNumber(&vm, try stringNumber(name))
    let free = isModule ? 0 : scopeWord(s, ScopeField.free)
    let arguments = isModule ? 0 : free &+ scopeWord(s, ScopeField.positional) &+ scopeWord(s, ScopeField.keywordOnly)
    var i: UInt32 = 0
    while i < arguments {
      try code.pushNumber(&vm, try stringNumber(argumentName(s, i)))
      i &+= 1
    }
    let infoBytes = code.used &- codeEnd &+ linesEnd &- f.linesStart
    let infoEnd = code.used
    var cells: UInt32 = 0
    if !isModule {
      var n = scopeWord(s, ScopeField.first)
      while n != 0 {
        if nameFlags(n &- 1) & (NameFlag.cell | NameFlag.free | NameFlag.global) == NameFlag.cell {
          let number = nameWord(n &- 1, NameField.number)
          if number > 255 { throw fail("too many locals", line: errorLine) }
          try code.push(&vm, byte: UInt8(number))
          cells &+= 1
        }
        n = nameWord(n &- 1, NameField.next)
      }
    }
    let cellsEnd = code.used
    let locals = isModule ? 0 : scopeWord(s, ScopeField.locals)
    try pushSignature(s, state: locals &+ UInt32(f.deepest), positional: isModule ? 0 : free &+ scopeWord(s, ScopeField.positional))
    try pushSizes(info: infoBytes, cells: cells)
    let headEnd = code.used
    // Now in the right order.
    let head = headEnd &- cellsEnd, names = infoEnd &- codeEnd, table = linesEnd &- f.linesStart, body = codeEnd &- f.codeStart
    try vm.newRaw(Kind.bytecode, bytes: head &+ names &+ table &+ cells &+ body, b)
    let m = vm.memory
    var to = m[b.address] &+ 8
    m.move(to, from: code.at(vm, cellsEnd), count: head); to &+= head
    m.move(to, from: code.at(vm, codeEnd), count: names); to &+= names
    if table != 0 { m.move(to, from: lines.at(vm, f.linesStart), count: table); to &+= table }
    m.move(to, from: code.at(vm, infoEnd), count: cells); to &+= cells
    m.move(to, from: code.at(vm, f.codeStart), count: body)
    code.used = f.codeStart
    lines.used = f.linesStart

    try vm.new(Kind.code, words: Code.words, out)
    vm(out).set(Code.bytecode, vm(b))
    vm.set(b, .null)
    let count = children.count &- f.childrenStart
    if count != 0 {
      try vm.newItems(Kind.storage, count, b)
      i = 0
      while i < count { vm(b).set(2 &+ i, vm(children.slot).at(2 &+ f.childrenStart &+ i)); i &+= 1 }
      children.truncate(vm, f.childrenStart)
      vm(out).set(Code.children, vm(b))
      vm.set(b, .null)
    }
  }
  /// The name under which argument `i` can be passed; `*` for cells, positional-only ones and a comprehension's.
  private func argumentName(_ s: UInt32, _ i: UInt32) -> Qstr {
    var n = scopeWord(s, ScopeField.first)
    while n != 0 {
      let flags = nameFlags(n &- 1)
      if flags & NameFlag.parameter != 0 && flags & NameFlag.free == 0 && nameWord(n &- 1, NameField.number) == i {
        return flags & NameFlag.hidden != 0 ? Q.star : Qstr(nameWord(n &- 1, NameField.name))
      }
      n = nameWord(n &- 1, NameField.next)
    }
    return Q.star
  }
  /// conformance.md §6.3, part 1.
  private mutating func pushSignature(_ s: UInt32, state: UInt32, positional: UInt32) throws(Raise) {
    var slots = (state == 0 ? 1 : state) &- 1, e = f.mostBlocks, a = positional
    // A line of the prompt that awaits is a generator's code.
    var flags = scopeWord(s, ScopeField.flags) & (s == 0 ? 1 : 15 | 64 | 128)
    flags = flags & 15 | (flags & 64 != 0 ? Shape.asyncGenerator : 0) | (flags & 128 != 0 ? Shape.native : 0)
    var k = s == 0 ? 0 : scopeWord(s, ScopeField.keywordOnly), d = s == 0 ? 0 : scopeWord(s, ScopeField.defaults)
    var byte = (slots & 15) &<< 3 | (e & 1) &<< 2 | a & 3
    slots &>>= 4; e &>>= 1; a &>>= 2
    while slots | e | flags | a | k | d != 0 {
      try code.push(&vm, byte: UInt8(byte | 0x80))
      byte = (flags & 1) &<< 6 | (slots & 3) &<< 4 | (k & 1) &<< 3 | (a & 1) &<< 2 | (e & 1) &<< 1 | d & 1
      flags &>>= 1; slots &>>= 2; k &>>= 1; a &>>= 1; e &>>= 1; d &>>= 1
    }
    try code.push(&vm, byte: UInt8(byte))
  }
  /// Part 2.
  private mutating func pushSizes(info: UInt32, cells: UInt32) throws(Raise) {
    var info = info, cells = cells
    repeat {
      let byte = (info & 63) &<< 1 | cells & 1
      info &>>= 6
      cells &>>= 1
      try code.push(&vm, byte: UInt8(byte | (info | cells != 0 ? 0x80 : 0)))
    } while info | cells != 0
  }

  /// Makes the child function `n` (its scope is `s`), unless an earlier run of this function did: its number among the children.
  private mutating func child(_ n: Node, _ s: UInt32, _ name: Qstr) throws(Raise) -> UInt32 {
    let number = f.child
    f.child &+= 1
    if children.count > f.childrenStart &+ number { return number }
    try enter()
    defer { leave() }
    let outer = f, outerScope = scope
    scope = s
    var start = freshState(s)
    start.viper = kind(n) == .function && detail(n) == 2
    f = start
    while true {
      try emitBody(n, s)
      if try resolveJumps(from: f.fixupsStart) { break }
      let deepest = f.deepest, most = f.mostBlocks
      f = start
      f.deepest = deepest
      f.mostBlocks = most
      code.used = f.codeStart
      lines.used = f.linesStart
      labels.used = f.labelsStart &* 4
      fixups.used = f.fixupsStart &* 4
    }
    labels.used = f.labelsStart &* 4
    fixups.used = f.fixupsStart &* 4
    longJumps.used = f.longStart
    try finishCode(name, c)
    f = outer
    scope = outerScope
    try children.append(&vm, c)
    vm.set(c, .null)
    return number
  }

  private mutating func emitBody(_ n: Node, _ s: UInt32) throws(Raise) {
    switch kind(n) {
    case .function:
      if f.viper { try emitViperEntry(n, s) }
      try emitStatement(field(n, 2))
      try emitViperReturn(isNone: true)
    case .lambda:
      try setLine(of: n)
      try emitExpression(field(n, 1))
      if scopeWord(s, ScopeField.flags) & 1 != 0 {
        try emit(.popTop, -1)
        try emit(.loadConstNone, 1)
      }
      try emit(.returnValue, -1)
    case .classDefinition:
      try emitLoad(Q.__name__)
      try emitStore(Q.__module__)
      try emit(.loadConstString, field(n, 0).qstr, 1)
      try emitStore(Q.__qualname__)
      if scopeWord(s, ScopeField.flags) & 32 != 0 {
        try emit(.buildMap, 0, 1)
        try emitStore(Q.__annotations__)
      }
      try emitStatement(field(n, 1))
      if let cell = find(Q.__class__, in: s), nameFlags(cell) & NameFlag.cell != 0 {
        try emitLoadFast(nameWord(cell, NameField.number))
      } else {
        try emit(.loadConstNone, 1)
      }
      try emit(.returnValue, -1)
    default: try emitComprehensionBody(n, s)
    }
  }

  /// Pushes the function made of child `n`; `defaults`: a tuple and a dict (or nulls) are on the stack.
  mutating func emitMake(_ n: Node, _ s: UInt32, _ name: Qstr, defaults: Bool) throws(Raise) {
    // Cells in the order in which the child numbers them.
    let free = scopeWord(s, ScopeField.free)
    var i: UInt32 = 0
    while i < free {
      var m = scopeWord(s, ScopeField.first)
      while m != 0 {
        if nameFlags(m &- 1) & NameFlag.free != 0 && nameWord(m &- 1, NameField.number) == i {
          if let mine = find(Qstr(nameWord(m &- 1, NameField.name)), in: scope) { try emitLoadFast(nameWord(mine, NameField.number)) }
          break
        }
        m = nameWord(m &- 1, NameField.next)
      }
      i &+= 1
    }
    // Dead code makes no functions.
    let number = f.dead ? 0 : try child(n, s, name)
    let effect: Int32 = (defaults ? -1 : 1) &- Int32(free)
    if free == 0 {
      try emit(defaults ? .makeFunctionDefargs : .makeFunction, number, effect)
    } else {
      try emit(defaults ? .makeClosureDefargs : .makeClosure, number, effect)
      try emit(byte: UInt8(free))
    }
  }

  /// Defaults, then the function itself.
  mutating func emitFunction(_ n: Node) throws(Raise) {
    let isLambda = kind(n) == .lambda
    let parameters = field(n, isLambda ? 0 : 1)
    let s = field(n, isLambda ? 2 : 3).number
    var positional: UInt32 = 0, named: UInt32 = 0, star = false
    var i: UInt32 = 0
    while i < count(parameters) {
      let p = item(parameters, i)
      i &+= 1
      if detail(p) == 1 { star = true }
      let value = field(p, 1)
      if value.isEmpty { continue }
      if !star {
        try emitExpression(value)
        positional &+= 1
        continue
      }
      if named == 0 {
        if positional != 0 { try emit(.buildTuple, positional, 1 &- Int32(positional)) } else { try emit(.loadNull, 1) }
        try emit(.buildMap, 0, 1)
      }
      try emitExpression(value)
      try emit(.loadConstString, field(p, 0).qstr, 1)
      try emit(.storeMap, -2)
      named &+= 1
    }
    if named == 0 && positional != 0 {
      try emit(.buildTuple, positional, 1 &- Int32(positional))
      try emit(.loadNull, 1)
    }
    let name = isLambda ? Q.lambdaName : field(n, 0).qstr
    try emitMake(n, s, name, defaults: named != 0 || positional != 0)
  }

  mutating func emitClass(_ n: Node) throws(Raise) {
    try emit(.loadBuildClass, 1)
    try emitMake(n, field(n, 2).number, field(n, 0).qstr, defaults: false)
    try emit(.loadConstString, field(n, 0).qstr, 1)
    if field(n, 3).isEmpty { try emit(.callFunction, 2, -2) } else { try emitArguments(field(n, 3), isMethod: false, extra: 2) }
  }
}
//@qstr lambdaName="<lambda>" listcompName="<listcomp>" dictcompName="<dictcomp>" setcompName="<setcomp>" genexprName="<genexpr>"
