import Port

/// The static types of viper code, as `@micropython.viper` has them. Values are ordinary Python ones at run time: integers kept within 32 bits
/// by the instruction `viper`, a pointer either an address or the object whose bytes it points to.
enum ViperType: UInt8 {
  case object, bool, int, uint, ptr, ptr8, ptr16, ptr32, none
  var isNumber: Bool { self == .int || self == .uint }
  var isPointer: Bool { rawValue >= ViperType.ptr.rawValue && self != .none }
  /// The type as an operand: None is an object there.
  var operand: ViperType { self == .none ? .object : self }
  var name: Qstr {
    switch self {
    case .object: Q.object
    case .bool: Q.bool
    case .int: Q.int
    case .uint: Q.uint
    case .ptr: Q.ptr
    case .ptr8: Q.ptr8
    case .ptr16: Q.ptr16
    case .ptr32: Q.ptr32
    case .none: Q.NoneName
    }
  }
  init?(named q: Qstr) {
    var i: UInt8 = 0
    while i < ViperType.none.rawValue {
      self = ViperType(rawValue: i).unsafelyUnwrapped
      if name == q { return }
      i &+= 1
    }
    return nil
  }
}
//@qstr uint ptr ptr8 ptr16 ptr32 NoneName="None"

// Viper functions: types are checked while the code is made, and the instruction `viper` (VM/ViperOperations.swift) keeps numbers in their words.
extension Compiler {
  mutating func viperError(_ message: StaticString, _ x: ViperType = .object, _ y: ViperType = .object) -> Raise {
    let r = vm.raise(.ViperTypeError, message, Value(x.name), Value(y.name))
    vm.locatePending(file: file, line: errorLine)
    return r
  }
  mutating func notImplemented(_ message: StaticString) -> Raise {
    let r = vm.raise(.NotImplementedError, message)
    vm.locatePending(file: file, line: errorLine)
    return r
  }
  mutating func emitViper(_ n: ViperCode, _ effect: Int32 = 0) throws(Raise) { try emit(.viper, UInt32(n.rawValue), effect) }

  /// The type that an annotation names; object if there is none.
  mutating func viperType(annotation n: Node) throws(Raise) -> ViperType {
    if n.isEmpty || n == .none { return .object }
    if !n.isName { throw fail("annotation must be an identifier", line: errorLine) }
    if let t = ViperType(named: n.qstr) { return t }
    let r = vm.raise(.ViperTypeError, "unknown type '%'", Value(n.qstr))
    vm.locatePending(file: file, line: errorLine)
    throw r
  }

  /// The head of a viper function: its arguments become what their annotations say.
  mutating func emitViperEntry(_ n: Node, _ s: UInt32) throws(Raise) {
    let parameters = field(n, 1)
    errorLine = line(n)
    f.returns = try viperType(annotation: field(parameters, 0))
    var i: UInt32 = 0
    while i < count(parameters) {
      let p = item(parameters, i)
      i &+= 1
      let t = try viperType(annotation: field(p, 2))
      if field(p, 0).isEmpty { continue }
      let q = field(p, 0).qstr
      if let record = find(q, in: s) { setNameWord(record, NameField.type, UInt32(t.rawValue) &+ 1) }
      if t == .object { continue }
      try emitLoad(q)
      type = .object
      try emitConversion(to: t)
      try emitStore(q)
    }
  }

  /// Converts the top of the stack.
  mutating func emitConversion(to wanted: ViperType) throws(Raise) {
    let from = type
    switch wanted {
    case .bool:
      try requireCondition()
      if from != .bool {
        try emitUnary(.not)
        try emitUnary(.not)
      }
    case .int, .uint:
      if from.isPointer { try emitViper(.address) }
      if from != wanted { try emitViper(wanted == .int ? .int : .uint) }
    case .ptr, .ptr8, .ptr16, .ptr32: if !from.isPointer { try emitViper(.pointer) }
    case .object, .none: break
    }
    type = wanted
  }
  /// `int(x)`, `ptr8(x)` and the like: the type, if the name is not a variable's.
  func viperCast(_ n: Node) -> ViperType? {
    if !f.viper || !n.isName || find(n.qstr, in: scope).map({ nameFlags($0) & (NameFlag.bound | NameFlag.parameter) != 0 }) ?? false { return nil }
    guard let t = ViperType(named: n.qstr), t != .object else { return nil }
    return t
  }
  mutating func emitViperCast(_ t: ViperType, _ call: Node) throws(Raise) {
    guard count(call) == 1 else { throw viperError("cast takes one argument") }
    if viperCast(item(call, 0)) != nil { throw notImplemented("casting") }
    switch kind(item(call, 0)) {
    case .starred, .doubleStarred, .keyword: throw viperError("cast takes one argument")
    default: break
    }
    try emitExpression(item(call, 0))
    try emitConversion(to: t)
  }

  // MARK: Names

  /// The record of a name that is a local of this viper function (not one of a function around it), or nil.
  private func viperLocal(_ q: Qstr) -> UInt32? {
    guard let n = find(q, in: scope), nameFlags(n) & (NameFlag.global | NameFlag.free | NameFlag.nonlocal) == 0 else { return nil }
    return nameFlags(n) & (NameFlag.bound | NameFlag.parameter | NameFlag.cell) != 0 ? n : nil
  }
  /// After a local was loaded.
  mutating func noteViperLoad(_ q: Qstr) throws(Raise) {
    guard let n = viperLocal(q) else { return }
    let known = nameWord(n, NameField.type)
    if known == 0 {
      let r = vm.raise(.ViperTypeError, "local '%' used before type known", Value(q))
      vm.locatePending(file: file, line: errorLine)
      throw r
    }
    type = ViperType(rawValue: UInt8(known &- 1)).unsafelyUnwrapped
  }
  /// Before the top of the stack is stored in a name: the first store gives a local its type.
  mutating func noteViperStore(_ q: Qstr) throws(Raise) {
    guard let n = viperLocal(q) else { return try requireObject() }
    let known = nameWord(n, NameField.type), t = type.operand
    if known == 0 { return setNameWord(n, NameField.type, UInt32(t.rawValue) &+ 1) }
    let local = ViperType(rawValue: UInt8(known &- 1)).unsafelyUnwrapped
    if local == t { return }
    let r = vm.raise(.ViperTypeError, "local '%' has type '%' but source is '%'", Value(q), Value(local.name), Value(type.name))
    vm.locatePending(file: file, line: errorLine)
    throw r
  }

  // MARK: Operators

  /// A binary operator whose left operand has a type; the right one's is `type`.
  mutating func emitOperator(_ op: UInt8, _ left: ViperType) throws(Raise) {
    if !f.viper { return try emitBinary(op) }
    let l = left.operand, r = type.operand
    let plain = BinaryOp(rawValue: op).unsafelyUnwrapped.plain
    guard l.isNumber && r.isNumber else {
      if l != .object || r != .object { throw viperError("can't do binary op between '%' and '%'", l, r) }
      try emitBinary(op)
      type = .object
      return
    }
    var wraps = l != r
    type = l
    switch plain {
    case .less, .more, .equal, .lessEqual, .moreEqual, .notEqual:
      if l != r { throw viperError("comparison of int and uint") }
      type = .bool
      wraps = false
    case .or, .xor, .and, .right: break
    case .left, .add, .subtract, .multiply: wraps = true
    case .floor, .modulo:
      if l == .uint || r == .uint { throw viperError("div/mod not implemented for uint") }
      wraps = plain == .floor
    default: throw viperError("binary op  not implemented")
    }
    try emitBinary(op)
    if wraps {
      try emitViper(l == .int ? .int : .uint)
      type = l
    }
  }
  /// A unary operator on the top of the stack.
  mutating func emitViperUnary(_ op: UnaryOp) throws(Raise) {
    let t = type.operand
    switch t {
    case .int, .uint:
      if op == .not { throw viperError("'not' not implemented") }
      if op == .positive { return }
      try emitUnary(op)
      try emitViper(t == .int ? .int : .uint)
    case .object: try emitUnary(op)
    case .bool where op == .not: try emitUnary(op)
    default: throw viperError("can't do unary op of '%'", t)
    }
    type = t
  }

  // MARK: Items and conditions

  /// `o[k]`, where `o` has a type and `k` is `type`.
  mutating func emitLoadItem(_ base: ViperType) throws(Raise) {
    if !f.viper || base == .object { return try emit(.loadSubscr, -1) }
    guard base.rawValue > ViperType.ptr.rawValue, base != .none else { throw viperError("can't load from '%'", base) }
    if !type.isNumber { throw viperError("can't load with '%' index", type) }
    try emitViper(ViperCode(rawValue: ViperCode.load8.rawValue &+ base.rawValue &- ViperType.ptr8.rawValue).unsafelyUnwrapped, -1)
    type = .int
  }
  /// `o[k] = v`, where `v` and `o` have types and `k` is `type`.
  mutating func emitStoreItem(_ base: ViperType, value: ViperType) throws(Raise) {
    if !f.viper || base == .object {
      if value.isPointer { throw notImplemented("conversion to object") }
      return try emit(.storeSubscr, -3)
    }
    guard base.rawValue > ViperType.ptr.rawValue, base != .none else { throw viperError("can't store to '%'", base) }
    if !value.isNumber && value != .bool { throw viperError("can't store '%'", value) }
    if !type.isNumber { throw viperError("can't store with '%' index", type) }
    try emitViper(ViperCode(rawValue: ViperCode.store8.rawValue &+ base.rawValue &- ViperType.ptr8.rawValue).unsafelyUnwrapped, -3)
  }
  /// The top of the stack goes where Python objects are expected.
  mutating func requireObject() throws(Raise) { if f.viper && type.isPointer { throw notImplemented("conversion to object") } }
  mutating func requireCondition() throws(Raise) {
    if f.viper && type.isPointer { throw viperError("can't implicitly convert '%' to 'bool'", type) }
  }

  /// Returns the top of the stack, or (`isNone`) None: 0 for other types than object.
  mutating func emitViperReturn(isNone: Bool) throws(Raise) {
    let wanted = f.returns
    if isNone {
      switch wanted {
      case .object: try emit(.loadConstNone, 1)
      case .bool: try emit(.loadConstFalse, 1)
      default: try emitInt(0)
      }
    } else if type.operand != wanted {
      throw viperError("return expected '%' but got '%'", wanted, type)
    } else if wanted.isPointer {
      try emitViper(.address)
    }
    try emit(.returnValue, -1)
  }
}
