// The instructions of the bytecode (.mpy version 6; conformance.md §6.4), once, as data. `python3 Tools/opcodes.py` makes `Op` from it.
//
//   //@op CODE NAME OPERAND  stack before → after, top at the right
//
// Operands: q string number, n number (both variable length), i signed number, u forward jump, s signed jump, +1 one more byte, - none.
// Jumps count from the byte after the jump operand. Besides these there are four families whose operand is in the opcode itself:
//
//   70-af int0…int63      → the integer 0-16 … 63-16
//   b0-bf loadFast0…15    → local
//   c0-cf storeFast0…15   v →
//   d0-d3 unary0…3        v → UnaryOp v
//   d7-f9 binary0…34      a b → a BinaryOp b

//@op 10 loadConstString q  → str
//@op 11 loadName q  → value, from locals of the module or class, then globals, then builtins
//@op 12 loadGlobal q  → value
//@op 13 loadAttr q  o → o.q
//@op 14 loadMethod q  o → method self, or function null
//@op 15 loadSuperMethod q  super class self → method self
//@op 16 storeName q  v →
//@op 17 storeGlobal q  v →
//@op 18 storeAttr q  v o → ; null deletes
//@op 19 deleteName q
//@op 1a deleteGlobal q
//@op 1b importName q  level fromlist → module
//@op 1c importFrom q  m → m m.q
//@op 20 makeClosure n+1  b cells → function
//@op 21 makeClosureDefargs n+1  tuple dict b cells → function
//@op 22 loadConstSmallInt i  → int
//@op 23 loadConstObj n  → constant
//@op 24 loadFast n  → local
//@op 25 loadDeref n  → content of the cell in a local
//@op 26 storeFast n  v →
//@op 27 storeDeref n  v →
//@op 28 deleteFast n
//@op 29 deleteDeref n
//@op 2a buildTuple n  n values → tuple
//@op 2b buildList n  n values → list
//@op 2c buildMap n  → dict
//@op 2d buildSet n  n values → set
//@op 2e buildSlice n  2 or 3 values → slice
//@op 2f storeComp n  v → ; for dict value key →
//@op 30 unpackSequence n  seq → n values, first on top
//@op 31 unpackEx n  seq → right values reversed, list, left values reversed
//@op 32 makeFunction n  → function
//@op 33 makeFunctionDefargs n  tuple dict → function
//@op 34 callFunction n  f args pairs → result
//@op 35 callFunctionVarKw n  f args pairs bits → result
//@op 36 callMethod n  method self args pairs → result
//@op 37 callMethodVarKw n  method self args pairs bits → result
//@op 38 viper n  see ViperCode; of this interpreter alone
//@op 40 unwindJump s+1
//@op 42 jump s
//@op 43 popJumpIfTrue s  v →
//@op 44 popJumpIfFalse s  v →
//@op 45 jumpIfTrueOrPop u  v → v or nothing
//@op 46 jumpIfFalseOrPop u  v → v or nothing
//@op 47 setupWith u  m → exit m entered
//@op 48 setupExcept u
//@op 49 setupFinally u
//@op 4a popExceptJump u
//@op 4b forIter u  it → it value, or nothing
//@op 50 loadConstFalse -  → False
//@op 51 loadConstNone -  → None
//@op 52 loadConstTrue -  → True
//@op 53 loadNull -  → null
//@op 54 loadBuildClass -  → builder
//@op 55 loadSubscr -  o k → v
//@op 56 storeSubscr -  v o k → ; null deletes
//@op 57 dupTop -  a → a a
//@op 58 dupTopTwo -  a b → a b a b
//@op 59 popTop -  a →
//@op 5a rotTwo -  a b → b a
//@op 5b rotThree -  a b c → c a b
//@op 5c withCleanup -
//@op 5d endFinally -
//@op 5e getIter -  o → iterator
//@op 5f getIterStack -  o → iterator in four slots
//@op 62 storeMap -  dict value key → dict
//@op 63 returnValue -  v →
//@op 64 raiseLast -
//@op 65 raiseObj -  e →
//@op 66 raiseFrom -  e cause →
//@op 67 yieldValue -  v → sent
//@op 68 yieldFrom -  iterator sent → result
//@op 69 importStar -  m →

/// What stands after an opcode.
public enum Operand: UInt8, Sendable { case none, number, signedNumber, forward, signed, numberAndByte, signedAndByte }

extension Op {
  /// The operand's kind: the instruction's size follows from the opcode's high nibble alone.
  @inlinable public var operand: Operand {
    switch rawValue {
    case 0x10...0x1f: .number
    case 0x20, 0x21: .numberAndByte
    case 0x22: .signedNumber
    case 0x23...0x3f: .number
    case 0x40: .signedAndByte
    case 0x42...0x44: .signed
    case 0x45...0x4f: .forward
    default: .none
    }
  }
}
