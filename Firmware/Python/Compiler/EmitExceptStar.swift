import Port

// `except*` in terms of the existing instructions, one class written in Python (Library/_groups.py) and the native `__reraise__`:
//
//   s = __except_star__(exception)
//   for each handler:
//     if s.match(types):
//       try: raise s.matched as it is           # so that it is what is being handled
//       except:
//         name = s.matched
//         try: body
//         except: s.add(what was raised)
//   reraise s.end(), if there is anything left or raised
//
// `s` stays on the stack while the handlers run.
extension Compiler {
  mutating func emitTryStar(_ n: Node) throws(Raise) {
    let handlers = try newLabel(), success = try newLabel(), end = try newLabel()
    try openBlock(.setupExcept, handlers)
    try emitStatement(field(n, 0))
    try emitPopExceptJump(success)
    place(handlers)
    adjust(1)
    try emit(.loadGlobal, Q.__except_star__, 1)
    try emitCallOfTop()
    var i: UInt32 = 0
    while i < count(n) { try emitStarHandler(item(n, i), item(n, i &+ 1), item(n, i &+ 2)); i &+= 3 }
    try emit(.loadMethod, Q.end, 1)
    try emit(.callMethod, 0, -1)
    try emitReraise()
    try emit(.popTop, -1)
    try emitPopExceptJump(end)
    f.blocks &-= 1
    place(success)
    try emitStatement(field(n, 1))
    place(end)
  }

  /// `break`, `continue` and `return` may not leave a handler: what its `try` is left with is not known yet.
  mutating func leavesStar(_ n: Node) -> Raise { fail("'break', 'continue' and 'return' cannot appear in an except* block", at: n) }

  /// Calls the function on top of the stack with what is below it.
  private mutating func emitCallOfTop() throws(Raise) {
    try emit(.rotTwo, 0)
    try emit(.callFunction, 1, -1)
  }
  private mutating func emitReraise() throws(Raise) {
    try emit(.loadGlobal, Q.__reraise__, 1)
    try emitCallOfTop()
  }

  private mutating func emitStarHandler(_ type: Node, _ name: Node, _ body: Node) throws(Raise) {
    let next = try newLabel(), matched = try newLabel(), caught = try newLabel(), done = try newLabel()
    try setLine(of: type)
    try emit(.dupTop, 1)
    try emit(.loadMethod, Q.match, 1)
    try emitExpression(type)
    try emit(.callMethod, 1, -2)
    try emit(.popJumpIfFalse, to: next, -1)
    // The exception becomes the one that is being handled.
    try openBlock(.setupExcept, matched)
    try emit(.dupTop, 1)
    try emit(.loadAttr, Q.matched, 0)
    try emitReraise()
    try emit(.popTop, -1)
    try emitPopExceptJump(next)
    place(matched)
    adjust(1)
    if name.isEmpty { try emit(.popTop, -1) } else { try emitStore(name.qstr) }
    try openBlock(.setupExcept, caught)
    let around = f.starBlocks
    f.starBlocks = f.blocks
    try emitHandlerBody(name, body)
    f.starBlocks = around
    try emitPopExceptJump(done)
    // What the body raised is kept for the end: the other handlers run all the same.
    place(caught)
    adjust(1)
    try emit(.rotTwo, 0)
    try emit(.dupTop, 1)
    try emit(.rotThree, 0)
    try emit(.loadAttr, Q.add, 0)
    try emitCallOfTop()
    try emit(.popTop, -1)
    try emitPopExceptJump(done)
    f.blocks &-= 1
    place(done)
    try emitPopExceptJump(next)
    f.blocks &-= 1
    place(next)
  }
}
//@qstr match matched add end
