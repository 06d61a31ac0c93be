import Port

/// What a scope is the code of.
enum ScopeKind: UInt32 {
  case module, function, lambda, listComprehension, dictComprehension, setComprehension, generatorExpression, classBody
  /// Its names live in local slots.
  var isFunctionLike: Bool { self != .module && self != .classBody }
  var isComprehension: Bool { rawValue >= ScopeKind.listComprehension.rawValue && rawValue <= ScopeKind.generatorExpression.rawValue }
}

/// Words of a scope's record in `scopes`.
enum ScopeField {
  static var kind: UInt32 { 0 }
  static var parent: UInt32 { 1 }
  /// 1 generator, 2 takes `**`, 4 takes `*`, 8 has keyword-only defaults: as in the prelude. 16: `async def`. 32: a class body with annotations. 64: an asynchronous generator.
  /// 128: marked native or viper.
  static var flags: UInt32 { 2 }
  /// First and last name's record (+ 1; 0: none).
  static var first: UInt32 { 3 }
  static var last: UInt32 { 4 }
  static var positional: UInt32 { 5 }
  static var keywordOnly: UInt32 { 6 }
  static var defaults: UInt32 { 7 }
  /// After numbering: all locals; the closed-over ones among them, which come first.
  static var locals: UInt32 { 8 }
  static var free: UInt32 { 9 }
  static var words: UInt32 { 10 }
}
/// Words of a name's record in `names`.
enum NameField {
  static var name: UInt32 { 0 }
  static var flags: UInt32 { 1 }
  static var next: UInt32 { 2 }
  static var number: UInt32 { 3 }
  /// A local's `ViperType` + 1; 0 while it is not known.
  static var type: UInt32 { 4 }
  static var words: UInt32 { 5 }
}
/// What is known of a name in a scope.
enum NameFlag {
  static var parameter: UInt32 { 1 }
  static var bound: UInt32 { 2 }
  static var global: UInt32 { 4 }
  static var nonlocal: UInt32 { 8 }
  /// A local that inner functions use; one that belongs to an outer function.
  static var cell: UInt32 { 16 }
  static var free: UInt32 { 32 }
  /// Positional only: its name cannot be used by callers.
  static var hidden: UInt32 { 64 }
  static var used: UInt32 { 128 }
}

extension Compiler {
  func scopeWord(_ s: UInt32, _ i: UInt32) -> UInt32 { scopes.word(vm, s &* ScopeField.words &+ i) }
  func setScopeWord(_ s: UInt32, _ i: UInt32, _ w: UInt32) { scopes.setWord(vm, s &* ScopeField.words &+ i, w) }
  func scopeKind(_ s: UInt32) -> ScopeKind { ScopeKind(rawValue: scopeWord(s, ScopeField.kind)).unsafelyUnwrapped }
  func addScopeFlag(_ s: UInt32, _ flag: UInt32) { setScopeWord(s, ScopeField.flags, scopeWord(s, ScopeField.flags) | flag) }
  func nameWord(_ n: UInt32, _ i: UInt32) -> UInt32 { names.word(vm, n &* NameField.words &+ i) }
  func setNameWord(_ n: UInt32, _ i: UInt32, _ w: UInt32) { names.setWord(vm, n &* NameField.words &+ i, w) }
  func nameFlags(_ n: UInt32) -> UInt32 { nameWord(n, NameField.flags) }
  func addNameFlag(_ n: UInt32, _ flag: UInt32) { setNameWord(n, NameField.flags, nameFlags(n) | flag) }

  mutating func newScope(_ kind: ScopeKind) throws(Raise) -> UInt32 {
    let s = scopes.words / ScopeField.words
    try scopes.reserve(&vm, ScopeField.words &* 4)
    var i: UInt32 = 0
    while i < ScopeField.words { try scopes.push(&vm, 0); i &+= 1 }
    setScopeWord(s, ScopeField.kind, kind.rawValue)
    setScopeWord(s, ScopeField.parent, scope)
    return s
  }
  /// The record of a name in a scope, or nil.
  func find(_ q: Qstr, in s: UInt32) -> UInt32? {
    var n = scopeWord(s, ScopeField.first)
    while n != 0 {
      if nameWord(n &- 1, NameField.name) == q.number { return n &- 1 }
      n = nameWord(n &- 1, NameField.next)
    }
    return nil
  }
  mutating func note(_ q: Qstr, in s: UInt32, _ flags: UInt32) throws(Raise) -> UInt32 {
    if let n = find(q, in: s) { addNameFlag(n, flags); return n }
    let n = names.words / NameField.words
    try names.push(&vm, q.number)
    try names.push(&vm, flags)
    try names.push(&vm, 0)
    try names.push(&vm, 0)
    try names.push(&vm, 0)
    let last = scopeWord(s, ScopeField.last)
    if last == 0 { setScopeWord(s, ScopeField.first, n &+ 1) } else { setNameWord(last &- 1, NameField.next, n &+ 1) }
    setScopeWord(s, ScopeField.last, n &+ 1)
    return n
  }
  mutating func use(_ q: Qstr) throws(Raise) { if scope != 0 { _ = try note(q, in: scope, NameFlag.used) } }
  mutating func bind(_ q: Qstr) throws(Raise) { if scope != 0 { _ = try note(q, in: scope, NameFlag.bound) } }

  /// Decides for each name of each scope of the statement where it lives, and numbers the locals.
  mutating func resolveScopes() throws(Raise) {
    let count = scopes.words / ScopeField.words
    var s: UInt32 = 1
    while s < count {
      var n = scopeWord(s, ScopeField.first)
      while n != 0 {
        try resolve(n &- 1, in: s)
        n = nameWord(n &- 1, NameField.next)
      }
      s &+= 1
    }
    s = 1
    while s < count { try numberLocals(s); s &+= 1 }
  }

  private mutating func resolve(_ n: UInt32, in s: UInt32) throws(Raise) {
    let flags = nameFlags(n)
    if flags & (NameFlag.global | NameFlag.free) != 0 { return }
    if flags & (NameFlag.bound | NameFlag.parameter) != 0 && flags & NameFlag.nonlocal == 0 { return }
    let q = Qstr(nameWord(n, NameField.name))
    // The nearest function around that has it as a local.
    var p = scopeWord(s, ScopeField.parent)
    while p != 0 {
      if scopeKind(p).isFunctionLike {
        if let o = find(q, in: p) {
          let f = nameFlags(o)
          if f & NameFlag.global != 0 { break }
          if f & (NameFlag.bound | NameFlag.parameter) != 0 && f & NameFlag.nonlocal == 0 {
            addNameFlag(o, NameFlag.cell)
            return try close(q, from: s, to: p)
          }
          if f & NameFlag.free != 0 { return try close(q, from: s, to: p) }
        }
      } else if q == Q.__class__ {
        let o = try note(q, in: p, NameFlag.cell)
        _ = o
        return try close(q, from: s, to: p)
      }
      p = scopeWord(p, ScopeField.parent)
    }
    if flags & NameFlag.nonlocal != 0 { throw fail("no binding for nonlocal found", line: errorLine) }
  }
  /// The name of scope `to` is handed down as a cell through all scopes to `from`.
  private mutating func close(_ q: Qstr, from: UInt32, to: UInt32) throws(Raise) {
    var s = from
    while s != to {
      _ = try note(q, in: s, NameFlag.free)
      s = scopeWord(s, ScopeField.parent)
    }
  }

  /// Does the name take a local slot in the scope?
  private func isLocal(_ flags: UInt32, _ kind: ScopeKind) -> Bool {
    if flags & NameFlag.global != 0 { return false }
    if flags & NameFlag.cell != 0 { return true }
    return kind != .classBody && flags & (NameFlag.bound | NameFlag.parameter) != 0 && flags & NameFlag.nonlocal == 0
  }
  private mutating func numberLocals(_ s: UInt32) throws(Raise) {
    let kind = scopeKind(s)
    var count: UInt32 = 0, free: UInt32 = 0
    var pass: UInt32 = 0
    while pass < 2 {
      var n = scopeWord(s, ScopeField.first)
      while n != 0 {
        let flags = nameFlags(n &- 1)
        let isFree = flags & NameFlag.free != 0
        if pass == 0 ? isFree : !isFree && isLocal(flags, kind) {
          setNameWord(n &- 1, NameField.number, count)
          count &+= 1
        }
        n = nameWord(n &- 1, NameField.next)
      }
      if pass == 0 { free = count }
      pass &+= 1
    }
    if free > 255 || count > 0xffff { throw fail("too many locals", line: errorLine) }
    setScopeWord(s, ScopeField.free, free)
    setScopeWord(s, ScopeField.locals, count)
  }
}
