import Port

// Finds the scopes of a statement and the names each uses and binds.
extension Compiler {
  mutating func walkItems(_ n: Node, from: UInt32 = 0) throws(Raise) {
    var i = from
    let total = count(n)
    while i < total { try walk(item(n, i)); i &+= 1 }
  }
  mutating func walkFields(_ n: Node) throws(Raise) {
    var i: UInt32 = 0
    let total = kind(n).fields
    while i < total { try walk(field(n, i)); i &+= 1 }
  }

  /// An expression or statement.
  mutating func walk(_ n: Node) throws(Raise) {
    if n.isInline {
      if n.isName { try use(n.qstr) }
      return
    }
    var n = n
    // Chains of operators and trailers lean to the left and may be long: no recursion for them.
    while true {
      switch kind(n) {
      case .binary: try walk(field(n, 1))
      case .attribute: break
      case .index: try walk(field(n, 1))
      case .call:
        if scope != 0, field(n, 0) == Node(name: Q.super), count(n) == 0, scopeKind(scope) == .function { try use(Q.__class__) }
        try walkItems(n)
      default:
        try enter()
        defer { leave() }
        return try walkNode(n)
      }
      n = field(n, 0)
      if n.isInline {
        if n.isName { try use(n.qstr) }
        return
      }
    }
  }

  private mutating func walkNode(_ n: Node) throws(Raise) {
    errorLine = line(n)
    switch kind(n) {
    case .nothing, .constant, .pass, .breakLoop, .continueLoop, .patternIs: break
    case .unary, .conditional, .slice, .starred, .doubleStarred, .expression, .returnStatement, .raise, .assert, .whileLoop, .compIf, .binary, .attribute,
      .index:
      try walkFields(n)
    case .tuple, .list, .set, .dict, .boolean, .compare, .block: try walkItems(n)
    case .call, .ifStatement:
      try walkFields(n)
      try walkItems(n)
    case .format: try walkItems(n)
    case .keyword: try walk(field(n, 1))
    case .lambda: try walkFunction(n, .lambda)
    case .walrus:
      try walk(field(n, 1))
      try bindWalrus(field(n, 0).qstr)
    case .yield, .yieldFrom:
      if scope == 0 || !scopeKind(scope).isFunctionLike || scopeKind(scope).isComprehension && scopeKind(scope) != .generatorExpression {
        throw fail("'yield' outside function", at: n)
      }
      addScopeFlag(scope, kind(n) == .yield && scopeWord(scope, ScopeField.flags) & 16 != 0 ? 1 | 64 : 1)
      try walkFields(n)
    case .await:
      // At the prompt a whole line may wait: its code object is a generator's (VM.execute), which the prompt hands to asyncio.
      if !(scope == 0 && mode == .single) && (scope == 0 || !scopeKind(scope).isFunctionLike) { throw fail("'await' outside function", at: n) }
      addScopeFlag(scope, scope != 0 && scopeKind(scope) == .generatorExpression ? 1 | 64 : 1)
      try walkFields(n)
    case .comprehension: try walkComprehension(n)
    case .compFor: break
    case .assign:
      try walk(field(n, 0))
      var i: UInt32 = 0
      while i < count(n) { try walkTarget(item(n, i)); i &+= 1 }
    case .augmented:
      try walk(field(n, 0))
      try walkTarget(field(n, 0))
      try walk(field(n, 1))
    case .annotation:
      if !field(n, 2).isEmpty {
        try walk(field(n, 2))
      } else if field(n, 0).isName, scope != 0, scopeKind(scope).isFunctionLike {
        try bind(field(n, 0).qstr)
      }
      if field(n, 0).isName, scope != 0, scopeKind(scope) == .classBody {
        addScopeFlag(scope, 32)
        try bind(Q.__annotations__)
      }
    case .delete:
      var i: UInt32 = 0
      while i < count(n) { try walkTarget(item(n, i)); i &+= 1 }
    case .global, .nonlocal: try walkDeclaration(n)
    case .importModules:
      var i: UInt32 = 0
      while i < count(n) {
        try bind(item(n, i &+ 2).isEmpty ? item(n, i &+ 1).qstr : item(n, i &+ 2).qstr)
        i &+= 3
      }
    case .importFrom:
      if count(n) == 0 && scope != 0 { throw fail("import * not at module level", at: n) }
      var i: UInt32 = 0
      while i < count(n) {
        try bind(item(n, i &+ 1).isEmpty ? item(n, i).qstr : item(n, i &+ 1).qstr)
        i &+= 2
      }
    case .forLoop:
      if detail(n) == 1 { try requireAsync(n) }
      try walk(field(n, 1))
      try walkTarget(field(n, 0))
      try walk(field(n, 2))
      try walk(field(n, 3))
    case .tryStatement:
      try walk(field(n, 0))
      var i: UInt32 = 0
      while i < count(n) {
        try walk(item(n, i))
        if item(n, i &+ 1).isName { try bind(item(n, i &+ 1).qstr) }
        try walk(item(n, i &+ 2))
        i &+= 3
      }
      try walk(field(n, 1))
      try walk(field(n, 2))
    case .with:
      if detail(n) == 1 { try requireAsync(n) }
      var i: UInt32 = 0
      while i < count(n) {
        try walk(item(n, i))
        try walkTarget(item(n, i &+ 1))
        i &+= 2
      }
      try walk(field(n, 0))
    case .function:
      try walkItems(n)
      try bind(field(n, 0).qstr)
      try walkFunction(n, .function)
    case .parameters, .parameter: break
    case .classDefinition: try walkClass(n)
    case .match:
      try walk(field(n, 0))
      var i: UInt32 = 0
      while i < count(n) {
        try walkPattern(item(n, i))
        try walk(item(n, i &+ 1))
        try walk(item(n, i &+ 2))
        i &+= 3
      }
    case .patternCapture, .patternSequence, .patternStar, .patternMapping, .patternClass, .patternOr, .patternAs: try walkPattern(n)
    }
  }

  mutating func requireAsync(_ n: Node) throws(Raise) {
    if scope == 0 || scopeWord(scope, ScopeField.flags) & 1 == 0 || !scopeKind(scope).isFunctionLike {
      throw fail(kind(n) == .comprehension ? "async comprehension outside async function" : "async for/with outside async function", at: n)
    }
  }

  /// What is assigned to or deleted.
  mutating func walkTarget(_ n: Node) throws(Raise) {
    if n.isName { return try bind(n.qstr) }
    switch kind(n) {
    case .tuple, .list:
      try enter()
      defer { leave() }
      var i: UInt32 = 0
      while i < count(n) { try walkTarget(item(n, i)); i &+= 1 }
    case .starred: try walkTarget(field(n, 0))
    default: try walk(n)
    }
  }

  private mutating func bindWalrus(_ q: Qstr) throws(Raise) {
    // In a comprehension the name belongs to the function around it, or to an outer comprehension that iterates over it.
    var owner = scope
    while owner != 0 && scopeKind(owner).isComprehension {
      if let n = find(q, in: owner), nameFlags(n) & NameFlag.bound != 0 {
        if owner != scope { break }
        throw fail("identifier redefined as global", line: errorLine)
      }
      owner = scopeWord(owner, ScopeField.parent)
    }
    if owner == scope { return try bind(q) }
    var isGlobal = owner == 0
    if owner != 0 {
      let n = try note(q, in: owner, 0)
      if nameFlags(n) & NameFlag.global != 0 { isGlobal = true } else if nameFlags(n) & NameFlag.nonlocal == 0 { addNameFlag(n, NameFlag.bound) }
      // The names of a class body are no cells: there the variable is a global one.
      if scopeKind(owner) == .classBody { isGlobal = true }
    }
    var s = scope
    while s != owner {
      _ = try note(q, in: s, isGlobal ? NameFlag.global : NameFlag.nonlocal)
      s = scopeWord(s, ScopeField.parent)
    }
  }

  private mutating func walkDeclaration(_ n: Node) throws(Raise) {
    let isGlobal = kind(n) == .global
    if scope == 0 {
      if !isGlobal { throw fail("can't declare nonlocal in outer code", at: n) }
      return
    }
    var i: UInt32 = 0
    while i < count(n) {
      let name = try note(item(n, i).qstr, in: scope, 0)
      let flags = nameFlags(name), wanted = isGlobal ? NameFlag.global : NameFlag.nonlocal
      if flags & ~wanted != 0 {
        throw isGlobal ? fail("identifier redefined as global", at: n) : fail("identifier redefined as nonlocal", at: n)
      }
      addNameFlag(name, wanted)
      i &+= 1
    }
  }

  /// A def or lambda: defaults belong to the scope around it.
  private mutating func walkFunction(_ n: Node, _ kind: ScopeKind) throws(Raise) {
    let isLambda = kind == .lambda
    let parameters = field(n, isLambda ? 0 : 1)
    var i: UInt32 = 0
    while i < count(parameters) { try walk(field(item(parameters, i), 1)); i &+= 1 }
    let outer = scope
    let s = try newScope(kind)
    setField(n, isLambda ? 2 : 3, Node(number: s))
    scope = s
    if !isLambda && detail(n) & 1 != 0 { addScopeFlag(s, 1 | 16) }
    if !isLambda && detail(n) & 6 != 0 { addScopeFlag(s, 128) }
    try addParameters(parameters, s)
    try walk(field(n, isLambda ? 1 : 2))
    scope = outer
  }
  /// Arguments are numbered first: positional, keyword-only, `*`, `**`.
  private mutating func addParameters(_ parameters: Node, _ s: UInt32) throws(Raise) {
    var pass = 0
    while pass < 4 {
      var i: UInt32 = 0, star = false
      while i < count(parameters) {
        let p = item(parameters, i), d = detail(p)
        i &+= 1
        if d == 1 { star = true }
        let group = d == 1 ? 2 : d == 2 ? 3 : star ? 1 : 0
        if group != pass || field(p, 0).isEmpty { continue }
        let q = field(p, 0).qstr
        if find(q, in: s) != nil { throw fail("argument name reused", at: p) }
        _ = try note(q, in: s, NameFlag.parameter | (d == 3 ? NameFlag.hidden : 0))
        let hasDefault = !field(p, 1).isEmpty
        switch group {
        case 0:
          setScopeWord(s, ScopeField.positional, scopeWord(s, ScopeField.positional) &+ 1)
          if hasDefault { setScopeWord(s, ScopeField.defaults, scopeWord(s, ScopeField.defaults) &+ 1) }
        case 1:
          setScopeWord(s, ScopeField.keywordOnly, scopeWord(s, ScopeField.keywordOnly) &+ 1)
          if hasDefault { addScopeFlag(s, 8) }
        case 2: addScopeFlag(s, 4)
        default: addScopeFlag(s, 2)
        }
      }
      pass += 1
    }
    if scopeWord(s, ScopeField.positional) > 255 || scopeWord(s, ScopeField.keywordOnly) > 255 { throw fail("too many args", at: parameters) }
  }

  /// The first iterable belongs to the scope around it.
  private mutating func walkComprehension(_ n: Node) throws(Raise) {
    try walk(field(item(n, 0), 1))
    let outer = scope
    let kinds = ScopeKind.listComprehension.rawValue
    let s = try newScope(ScopeKind(rawValue: kinds &+ UInt32(detail(n))).unsafelyUnwrapped)
    setField(n, 2, Node(number: s))
    scope = s
    _ = try note(Q.star, in: s, NameFlag.parameter)
    setScopeWord(s, ScopeField.positional, 1)
    if detail(n) == 3 { addScopeFlag(s, 1) }
    var i: UInt32 = 0
    while i < count(n) {
      let clause = item(n, i)
      if kind(clause) == .compFor {
        if detail(clause) == 1 {
          addScopeFlag(s, detail(n) == 3 ? 1 | 64 : 1)
        }
        if i > 0 { try walk(field(clause, 1)) }
        try walkTarget(field(clause, 0))
      } else {
        try walk(field(clause, 0))
      }
      i &+= 1
    }
    try walk(field(n, 0))
    try walk(field(n, 1))
    scope = outer
    // One that waits is a generator, for which the scope around it waits.
    if detail(n) != 3, scopeWord(s, ScopeField.flags) & 1 != 0 {
      if scope != 0 && scopeKind(scope).isComprehension || scope == 0 && mode == .single { addScopeFlag(scope, 1) } else { try requireAsync(n) }
    }
  }

  private mutating func walkClass(_ n: Node) throws(Raise) {
    try walkItems(n)
    try walk(field(n, 3))
    try bind(field(n, 0).qstr)
    let outer = scope
    let s = try newScope(.classBody)
    setField(n, 2, Node(number: s))
    scope = s
    try use(Q.__name__)
    try bind(Q.__module__)
    try bind(Q.__qualname__)
    try walk(field(n, 1))
    scope = outer
  }

  private mutating func walkPattern(_ n: Node) throws(Raise) {
    if n.isInline { return try walk(n) }
    try enter()
    defer { leave() }
    switch kind(n) {
    case .patternCapture, .patternStar: if field(n, 0).isName { try bind(field(n, 0).qstr) }
    case .patternIs: break
    case .patternSequence, .patternOr:
      var i: UInt32 = 0
      while i < count(n) { try walkPattern(item(n, i)); i &+= 1 }
    case .patternMapping:
      var i: UInt32 = 0
      while i < count(n) {
        try walk(item(n, i))
        try walkPattern(item(n, i &+ 1))
        i &+= 2
      }
      if field(n, 0).isName { try bind(field(n, 0).qstr) }
    case .patternClass:
      try walk(field(n, 0))
      let positional = field(n, 1).number
      var i: UInt32 = 0
      while i < count(n) {
        if i >= positional { i &+= 1 }
        try walkPattern(item(n, i))
        i &+= 1
      }
    case .patternAs:
      try walkPattern(field(n, 0))
      try bind(field(n, 1).qstr)
    default: try walk(n)
    }
  }
}
