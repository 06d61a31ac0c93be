import Port

/// A node of the syntax tree, or nothing: one word. Small things are in the word itself, the others in the tree's memory.
///
/// | low bits | meaning |
/// | --- | --- |
/// | `000` | index of the node's header word in the tree, times 8; 0: no node |
/// | `001` | integer of 29 bits |
/// | `010` | name: number of the interned string |
/// | `011` | text: number of the interned string |
/// | `100` | None 0, True 1, False 2, Ellipsis 3, or a bare number in a field |
///
/// A header word holds kind (6 bits), a detail of the kind (6) and the line (20); fields follow, and for some kinds a counted list.
struct Node: BitwiseCopyable, Equatable {
  let word: UInt32
  init(_ word: UInt32) { self.word = word }
  init(name q: Qstr) { word = q.number &<< 3 | 2 }
  init(text q: Qstr) { word = q.number &<< 3 | 3 }
  init(int n: Int32) { word = UInt32(bitPattern: n) &<< 3 | 1 }
  /// A number that is no expression: counts, scopes.
  init(number n: UInt32) { word = n &<< 3 | 4 }
  static var empty: Node { Node(0) }
  static var none: Node { Node(number: 0) }
  static var `true`: Node { Node(number: 1) }
  static var `false`: Node { Node(number: 2) }
  static var ellipsis: Node { Node(number: 3) }

  var isEmpty: Bool { word == 0 }
  /// In the word itself.
  var isInline: Bool { word & 7 != 0 || word == 0 }
  var isName: Bool { word & 7 == 2 }
  var isText: Bool { word & 7 == 3 }
  var isInt: Bool { word & 7 == 1 }
  var isSingleton: Bool { word & 7 == 4 }
  var index: UInt32 { word &>> 3 }
  var qstr: Qstr { Qstr(word &>> 3) }
  var int: Int32 { Int32(bitPattern: word) >> 3 }
  var number: UInt32 { word &>> 3 }
}

/// Kinds of nodes. After each: its fields, then what its list holds.
enum NodeKind: UInt8 {
  case nothing
  // Expressions.
  case constant  // number in the pool, number in the module's constants + 1 (0: not there yet)
  case tuple, list, set  // : items
  case dict  // : key, value, … (key empty: `**value`)
  case binary  // (operator) left, right
  case unary  // (operator) operand
  case boolean  // (0 or, 1 and) : operands
  case compare  // : operand, operator, operand, …
  case conditional  // test, then, else
  case lambda  // parameters, body, scope
  case call  // function : arguments
  case attribute  // object, name
  case index  // object, key
  case slice  // start, stop, step
  case starred  // iterable
  case doubleStarred  // mapping
  case keyword  // name, value
  case walrus  // name, value
  case yield, yieldFrom, await  // value
  case comprehension  // (0 list, 1 dict, 2 set, 3 generator) element, value of a dict, scope : clauses
  case compFor  // (1 async) target, iterable
  case compIf  // test
  case format  // template : values
  // Statements.
  case block  // : statements
  case expression  // value
  case assign  // value : targets
  case augmented  // (operator) target, value
  case annotation  // target, annotation, assignment or nothing
  case returnStatement  // value
  case raise  // exception, cause
  case delete  // : targets
  case pass, breakLoop, continueLoop
  case global, nonlocal  // : names
  case assert  // test, message
  case importModules  // : dotted name, first part, alias, …
  case importFrom  // level, module : name, alias, … (nothing: *)
  case ifStatement  // else : test, body, …
  case whileLoop  // test, body, else
  case forLoop  // (1 async) target, iterable, body, else
  case tryStatement  // (1 `except*`) body, else, finally : type, name, body, …
  case with  // (1 async) body : manager, target, …
  case function  // (1 async, 2 viper, 4 native) name, parameters, body, scope : decorators
  case parameters  // annotation of the result : parameter, …
  case parameter  // (0 plain, 1 `*`, 2 `**`, 3 positional only) name, default, annotation
  case classDefinition  // name, body, scope, arguments (call) : decorators
  case match  // subject : pattern, guard, body, …
  // Patterns (besides expressions, which match by `==`).
  case patternCapture  // name (empty: `_`)
  case patternIs  // singleton
  case patternSequence  // : patterns
  case patternStar  // name (empty: `_`)
  case patternMapping  // name of the rest : key, pattern, …
  case patternClass  // class, number of positional : patterns, then name, pattern, …
  case patternOr  // : patterns
  case patternAs  // pattern, name

  /// Fields before the list.
  var fields: UInt32 {
    switch self {
    case .nothing, .tuple, .list, .set, .dict, .boolean, .compare, .block, .delete, .pass, .breakLoop, .continueLoop, .global, .nonlocal, .importModules,
      .patternSequence, .patternOr:
      0
    case .unary, .call, .starred, .doubleStarred, .yield, .yieldFrom, .await, .compIf, .format, .expression, .assign, .returnStatement,
      .ifStatement, .with, .match, .patternCapture, .patternIs, .patternStar, .patternMapping, .parameters:
      1
    case .constant, .binary, .attribute, .index, .keyword, .walrus, .compFor, .augmented, .raise, .assert, .importFrom, .patternClass,
      .patternAs:
      2
    case .conditional, .lambda, .slice, .comprehension, .whileLoop, .tryStatement, .parameter, .annotation: 3
    case .forLoop, .function, .classDefinition: 4
    }
  }
  var hasList: Bool {
    switch self {
    case .tuple, .list, .set, .dict, .boolean, .compare, .call, .comprehension, .format, .block, .assign, .delete, .global, .nonlocal, .importModules,
      .importFrom, .ifStatement, .tryStatement, .with, .function, .parameters, .classDefinition, .match, .patternSequence, .patternMapping, .patternClass,
      .patternOr:
      true
    default: false
    }
  }
}

extension Compiler {
  /// A node without a list.
  mutating func make(
    _ kind: NodeKind, _ detail: UInt8 = 0, line: UInt32, _ x: Node = .empty, _ y: Node = .empty, _ z: Node = .empty, _ w: Node = .empty
  ) throws(Raise) -> Node {
    let n = kind.fields
    let node = Node(tree.words &<< 3)
    try tree.reserve(&vm, 4 &* (n &+ 1))
    try tree.push(&vm, header(kind, detail, line))
    if n > 0 { try tree.push(&vm, x.word) }
    if n > 1 { try tree.push(&vm, y.word) }
    if n > 2 { try tree.push(&vm, z.word) }
    if n > 3 { try tree.push(&vm, w.word) }
    return node
  }
  /// A node whose list is what the stack holds from word `mark` on; that is popped.
  mutating func make(
    _ kind: NodeKind, _ detail: UInt8 = 0, line: UInt32, from mark: UInt32, _ x: Node = .empty, _ y: Node = .empty, _ z: Node = .empty, _ w: Node = .empty
  ) throws(Raise) -> Node {
    let node = try make(kind, detail, line: line, x, y, z, w)
    let count = stack.words &- mark
    try tree.reserve(&vm, 4 &* (count &+ 1))
    try tree.push(&vm, count)
    var i: UInt32 = 0
    while i < count { try tree.push(&vm, stack.word(vm, mark &+ i)); i &+= 1 }
    stack.used = mark &* 4
    return node
  }
  private func header(_ kind: NodeKind, _ detail: UInt8, _ line: UInt32) -> UInt32 {
    UInt32(kind.rawValue) | UInt32(detail) &<< 6 | (line < 0xf_ffff ? line : 0xf_ffff) &<< 12
  }
  mutating func push(_ n: Node) throws(Raise) { try stack.push(&vm, n.word) }

  /// A node's kind; `.nothing` for those without memory.
  @inline(__always) func kind(_ n: Node) -> NodeKind { n.isInline ? .nothing : NodeKind(rawValue: UInt8(tree.word(vm, n.index) & 63)).unsafelyUnwrapped }
  func detail(_ n: Node) -> UInt8 { UInt8(tree.word(vm, n.index) &>> 6 & 63) }
  func line(_ n: Node) -> UInt32 { tree.word(vm, n.index) &>> 12 }
  @inline(__always) func field(_ n: Node, _ i: UInt32) -> Node { Node(tree.word(vm, n.index &+ 1 &+ i)) }
  func setField(_ n: Node, _ i: UInt32, _ to: Node) { tree.setWord(vm, n.index &+ 1 &+ i, to.word) }
  func count(_ n: Node) -> UInt32 { tree.word(vm, n.index &+ 1 &+ kind(n).fields) }
  @inline(__always) func item(_ n: Node, _ i: UInt32) -> Node { Node(tree.word(vm, n.index &+ 2 &+ kind(n).fields &+ i)) }
  func isKind(_ n: Node, _ k: NodeKind) -> Bool { kind(n) == k }
}
