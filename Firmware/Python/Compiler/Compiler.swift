import Port

/// What kind of program text the compiler is given.
public enum CompileMode: UInt8, Sendable { case module, eval, single }

/// Compiles program text to code objects whose bytecode is that of .mpy version 6.
///
/// Top-level statements are parsed to a tree, their names resolved, and emitted one at a time; then the tree is dropped. So memory is bounded by the
/// largest top-level statement. Everything that can grow lives in heap objects reached through slots; this struct holds numbers only.
struct Compiler: ~Copyable {
  var vm: VM
  let mode: CompileMode
  let file: Qstr
  /// The text's object, and the offset of its first byte from the header.
  let source: Slot
  let sourceHead: UInt32
  let sourceLength: UInt32

  // The lexer.
  var lexer = Lexer()
  /// Columns of the open blocks, outermost first.
  var indents: Pile

  // The parser: nodes of the current statement; operands on their way into nodes; values of its constants; bytes of a string literal.
  var tree: Pile
  var stack: Pile
  var pool: Rack
  var text: Pile
  /// Names declared with `const()` and their values, in turn.
  var consts: Rack
  /// Inside the parentheses of `const(…)`: constants of built-in modules are values.
  var constDepth: UInt32 = 0
  /// Nesting of blocks and expressions.
  var nesting: UInt32 = 0
  /// Where an error is reported when no node is at hand.
  var errorLine: UInt32 = 1

  // Scopes of the current statement.
  var scopes: Pile
  var names: Pile
  var scope: UInt32 = 0
  /// Static type of what was put on the stack last; only viper functions look at it.
  var type = ViperType.object

  // The emitter: code of the functions being made, innermost last.
  var code: Pile
  var lines: Pile
  var labels: Pile
  var fixups: Pile
  var longJumps: Pile
  var children: Rack
  var f = FunctionState()

  // What the module's functions share.
  var strings: Rack
  var stringMap: Pile
  var stringMapSize: UInt32 = 0
  var constants: Rack

  // Short-lived values: see each use.
  let a: Slot, b: Slot, c: Slot

  /// Bound on nesting of expressions and blocks.
  static var deepest: UInt32 { 100 }

  init(_ vm: borrowing VM, source: Slot, head: UInt32, length: UInt32, file: Qstr, mode: CompileMode) {
    self.vm = VM(port: vm.port, state: vm.state, thread: vm.thread)
    self.mode = mode
    self.file = file
    self.source = source
    sourceHead = head
    sourceLength = length
    indents = Pile(vm.slot()); tree = Pile(vm.slot()); stack = Pile(vm.slot()); pool = Rack(vm.slot()); text = Pile(vm.slot())
    consts = Rack(vm.slot())
    scopes = Pile(vm.slot()); names = Pile(vm.slot())
    code = Pile(vm.slot()); lines = Pile(vm.slot()); labels = Pile(vm.slot()); fixups = Pile(vm.slot()); longJumps = Pile(vm.slot())
    children = Rack(vm.slot()); strings = Rack(vm.slot()); stringMap = Pile(vm.slot()); constants = Rack(vm.slot())
    a = vm.slot(); b = vm.slot(); c = vm.slot()
  }

  /// Compiles the whole text; the code object goes to `out`.
  mutating func run(_ out: Slot) throws(Raise) {
    _ = try stringNumber(file)
    _ = try stringNumber(Q.module_name)
    try startLexer()
    try startModule()
    if mode == .eval {
      let line = lexer.line
      let value = try parseExpressionList(named: false)
      if lexer.token == .newline { try advance() }
      try expect(.end)
      let statement = try make(.returnStatement, line: line, value)
      try compileTopLevel(statement)
    } else {
      // A continued line that nothing follows.
      if mode == .single && lexer.token == .end && sourceLength != 0 && byte(0) == 92 { throw invalidSyntax() }
      while lexer.token != .end {
        try parseStatement()
        while stack.used != 0 {
          // A line may hold several statements; they share the tree.
          var i: UInt32 = 0
          let count = stack.words
          while i < count { try compileTopLevel(Node(stack.word(vm, i))); i &+= 1 }
          stack.used = 0
        }
        tree.used = 4
        pool.truncate(vm, 0)
      }
    }
    try finishModule(out)
  }

  /// Makes a SyntaxError at a line.
  mutating func fail(_ message: StaticString, line: UInt32) -> Raise {
    let r = vm.raise(.SyntaxError, message)
    vm.locatePending(file: file, line: line)
    return r
  }
  mutating func fail(_ message: StaticString) -> Raise { fail(message, line: lexer.line) }
  mutating func invalidSyntax() -> Raise { fail("invalid syntax") }
  mutating func fail(_ message: StaticString, at n: Node) -> Raise { fail(message, line: n.isInline ? errorLine : line(n)) }

  /// Before going one level deeper into nested source; pair with `leave`.
  mutating func enter() throws(Raise) {
    if nesting >= Self.deepest { throw fail("too deeply nested") }
    try vm.enter(NativeStack.node)
    nesting &+= 1
  }
  mutating func leave() { nesting &-= 1; vm.leave(NativeStack.node) }
}

extension VM {
  /// Compiles program text (a str, bytes or buffer object in `source`) into a code object whose context's string 0 is `file`.
  /// Raises SyntaxError (IndentationError) with file and line.
  public mutating func compile(_ source: Slot, file: Qstr, mode: CompileMode, _ out: Slot) throws(Raise) {
    let mark = self.mark; defer { release(to: mark) }
    let holder = slot(), result = slot()
    let (head, length) = try compilerSource(source, holder)
    var c = Compiler(self, source: holder, head: head, length: length, file: file, mode: mode)
    try c.run(result)
    copy(out, result)
  }

  /// Puts the object that holds the text's bytes into `holder`; answers where they begin and how many there are.
  mutating func compilerSource(_ source: Slot, _ holder: Slot) throws(Raise) -> (head: UInt32, length: UInt32) {
    do { let n = native(self(source)); if n.value.isQstr { set(holder, text(n)) } else { set(holder, n) } }
    // Other buffers may change while Python code runs between lines: a copy.
    if isBinary(sequenceKind(holder)) && !self(holder).isKind(Kind.bytes) { try newText(Kind.bytes, from: holder, 0, view(holder).count, holder) }
    let kind = self(holder).isObject ? self(holder).kind : Kind.free
    guard kind == Kind.str || kind == Kind.bytes || kind == Kind.buffer else { throw raise(.TypeError, "source must be text") }
    return (kind == Kind.buffer ? 8 : 12, UInt32(bitPattern: self(holder).int(1)))
  }

  /// True if the text so far is an incomplete statement: the prompt asks for another line.
  public mutating func wantsMore(_ source: Slot) throws(Raise) -> Bool {
    let mark = self.mark; defer { release(to: mark) }
    let holder = slot()
    let (head, length) = try compilerSource(source, holder)
    return incompleteStatement(memory, memory[holder.address] &+ head, length)
  }
}
