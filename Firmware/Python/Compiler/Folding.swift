import Port

// Constants: values in nodes, folding of operators, `const()`.
extension Compiler {
  /// A node for the value in a slot (number, text, tuple …).
  mutating func node(of value: Slot, line: UInt32) throws(Raise) -> Node {
    let v = vm(value).value
    if v.isInt, v.int >= -0x1000_0000, v.int < 0x1000_0000 { return Node(int: v.int) }
    if v.isQstr { return Node(text: v.qstr) }
    if v.isNone { return .none }
    if v == .true { return .true }
    if v == .false { return .false }
    if v == .ellipsis { return .ellipsis }
    let n = pool.count
    try pool.append(&vm, value)
    return try make(.constant, line: line, Node(number: n), Node(number: 0))
  }

  /// Is the node's value known now?
  func isConstant(_ n: Node) -> Bool { n.isInt || n.isText || n.isSingleton || kind(n) == .constant }
  /// The value of a constant node.
  func loadConstant(_ n: Node, _ out: Slot) {
    if n.isInt {
      vm.set(out, Value(int: n.int))
    } else if n.isText {
      vm.set(out, Value(n.qstr))
    } else if n.isSingleton {
      vm.set(out, n == .none ? Value.none : n == .true ? .true : n == .false ? .false : .ellipsis)
    } else {
      pool.load(vm, field(n, 0).number, out)
    }
  }
  /// A whole number whose magnitude is small enough (512 bytes) to compute with at compile time.
  private func isFoldable(_ v: Slot) -> Bool {
    if vm(v).value.isInt { return true }
    guard vm(v).isKind(Kind.bigInt) else { return false }
    return vm(v).int(1).magnitude <= 512
  }

  mutating func foldUnary(_ op: UnaryOp, _ operand: Node, line: UInt32) throws(Raise) -> Node {
    if operand.isInt && !(operand.int == -0x1000_0000) {
      return Node(int: op == .negative ? -operand.int : op == .invert ? ~operand.int : operand.int)
    }
    if kind(operand) == .constant || operand.isInt {
      loadConstant(operand, a)
      let isFloat = vm(a).isKind(Kind.float)
      if isFoldable(a) || isFloat && op != .invert, try vm.numberUnary(op, a, b) { return try node(of: b, line: line) }
    }
    return try make(.unary, op.rawValue, line: line, operand)
  }

  mutating func foldBinary(_ op: BinaryOp, _ left: Node, _ right: Node, line: UInt32) throws(Raise) -> Node {
    if isConstant(left) && isConstant(right), try fold(op, left, right) {
      let n = try node(of: c, line: line)
      vm.set(c, .null)
      return n
    }
    return try make(.binary, op.rawValue, line: line, left, right)
  }
  /// Computes `left op right` into slot `c` if both are numbers, or texts to be joined, the result is of reasonable size and there is no error.
  private mutating func fold(_ op: BinaryOp, _ left: Node, _ right: Node) throws(Raise) -> Bool {
    loadConstant(left, a)
    loadConstant(right, b)
    if op == .add && isText(a) && isText(b) { return try joinText() }
    guard isFoldable(a) || vm(a).isKind(Kind.float), isFoldable(b) || vm(b).isKind(Kind.float) else { return false }
    let l = vm(a).value, r = vm(b).value
    switch op {
    case .left: if !r.isInt || r.int < 0 || r.int > 512 { return false }
    case .power:
      if !vm(b).isKind(Kind.float), !r.isInt || r.int > 512 { return false }
      if !vm(a).isKind(Kind.float), !l.isInt || r.isInt && r.int > 8 && l.int.magnitude > 256 { return false }
    case .matrix: return false
    default: break
    }
    do throws(Raise) { return try vm.numberBinary(op, a, b, c) } catch {
      // It is to be raised when the code runs.
      vm.takePending(c)
      vm.set(c, .null)
      return false
    }
  }
  private func isText(_ s: Slot) -> Bool { vm(s).value.isQstr || vm(s).isKind(Kind.str) }
  private mutating func joinText() throws(Raise) -> Bool {
    let base = text.used
    try appendText(a)
    try appendText(b)
    try takeText(base, Kind.str)
    vm.copy(c, a)
    return true
  }
  private mutating func appendText(_ s: Slot) throws(Raise) {
    if vm(s).value.isQstr { vm.set(s, vm.text(vm(s))) }
    let length = UInt32(bitPattern: vm(s).int(1))
    try text.reserve(&vm, length)
    vm.memory.move(text.at(vm, text.used), from: vm.memory[s.address] &+ 12, count: length)
    text.used &+= length
  }

  /// A tuple of what is on the stack from `mark` on: one constant if all items are.
  mutating func makeTuple(line: UInt32, from mark: UInt32) throws(Raise) -> Node {
    var i = mark
    let end = stack.words
    while i < end { if !isConstant(Node(stack.word(vm, i))) { break }; i &+= 1 }
    if i < end { return try make(.tuple, line: line, from: mark) }
    if i == mark {
      vm.memory[b.address] = vm.memory[Image.base &+ Image.emptyTupleWord &* 4]
      return try node(of: b, line: line)
    }
    try vm.newItems(Kind.tuple, end &- mark, b)
    i = mark
    while i < end {
      loadConstant(Node(stack.word(vm, i)), a)
      vm(b).set(2 &+ i &- mark, vm(a))
      i &+= 1
    }
    stack.used = mark &* 4
    let n = try node(of: b, line: line)
    vm.set(b, .null)
    return n
  }

  /// The value given to a name by `const()`, if it was.
  mutating func constant(named q: Qstr, line: UInt32) throws(Raise) -> Node? {
    var i: UInt32 = 0
    while i < consts.count {
      if vm(consts.slot).raw(2 &+ i) == Value(q).word {
        consts.load(vm, i &+ 1, a)
        return try node(of: a, line: line)
      }
      i &+= 2
    }
    return nil
  }
  /// `name = const(value)`: remembers the value. Only where it is known now.
  mutating func declareConstant(_ q: Qstr, _ value: Node) throws(Raise) {
    vm.set(a, Value(q))
    try consts.append(&vm, a)
    loadConstant(value, a)
    try consts.append(&vm, a)
  }

  /// A number that a built-in module has under a name, into slot `b`; false if there is none.
  mutating func moduleConstant(_ module: Qstr, _ name: Qstr) throws(Raise) -> Bool {
    let m = vm.memory, found = vm.findName(m[Image.base &+ Image.modulesWord &* 4], module)
    if found == 0 { return false }
    let v = vm.findName(m[found &+ 4], name)
    if v == 0 || !Value(v).isInt && !(Value(v).isObject && Header.kind(m[v]) == Kind.float) { return false }
    m[b.address] = v
    return true
  }

  /// Truth of a node if it is known at compile time.
  func constantTruth(_ n: Node) -> Bool? {
    if n.isInt { return n.int != 0 }
    if n.isText { return n.qstr != Q.empty }
    if n.isSingleton { return n == .true || n == .ellipsis }
    if n.isName { return n.qstr == Q.__debug__ ? vm.memory[vm.state &+ State.optimisation] == 0 : nil }
    if kind(n) == .unary, detail(n) == UnaryOp.not.rawValue, let t = constantTruth(field(n, 0)) { return !t }
    if kind(n) == .constant {
      let i = field(n, 0).number
      let v = vm(pool.slot).at(2 &+ i)
      if v.value.isInt { return v.value.int != 0 }
      if v.kind == Kind.bigInt || v.kind == Kind.str || v.kind == Kind.bytes || v.kind == Kind.tuple { return v.int(1) != 0 }
    }
    return nil
  }
}
//@qstr __annotations__ __debug__ __doc__ __repl_print__ StopAsyncIteration __aiter__ __anext__ __aenter__ __aexit__ __await__ viper native asm_thumb
