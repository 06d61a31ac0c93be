// Contract of VM/ (owner: vm). Bodies here are placeholders.
import Port

extension VM {
  /// Calls `f` with the arguments; `out` may be the slot below the first argument, not an argument.
  public mutating func call(_ f: Slot, _ a: Args, _ out: Slot) throws(Raise) {}
  /// Calls method `name` of `o` with `a` (self not included).
  public mutating func callMethod(_ o: Slot, _ name: Qstr, _ a: Args, _ out: Slot) throws(Raise) {}
  /// The special method `name` of `o`'s type (not of the object), bound for `callFound`; false if there is none. Never raises for its absence.
  public mutating func findSpecial(_ o: Slot, _ name: Qstr, _ out: Slot) throws(Raise) -> Bool { false }

  public mutating func getAttribute(_ o: Slot, _ name: Qstr, _ out: Slot) throws(Raise) {}
  /// As getAttribute, but false where AttributeError would be raised.
  public mutating func findAttribute(_ o: Slot, _ name: Qstr, _ out: Slot) throws(Raise) -> Bool { false }
  public mutating func setAttribute(_ o: Slot, _ name: Qstr, _ value: Slot) throws(Raise) {}
  public mutating func deleteAttribute(_ o: Slot, _ name: Qstr) throws(Raise) {}
  /// The type of any value; a borrowed type object.
  @_lifetime(borrow self) public borrowing func typeOf(_ r: borrowing Ref) -> Ref { Ref(0, self) }
  /// Name of the value's type.
  public borrowing func typeName(_ r: borrowing Ref) -> Qstr { Q.object }
  /// True if the value is an instance of the built-in type or of a type derived from it.
  public borrowing func isInstance(_ r: borrowing Ref, _ t: BuiltinType) -> Bool { false }
  /// The native object inside an instance of a class derived from a built-in type, else the value itself.
  @_lifetime(borrow self) public borrowing func native(_ r: borrowing Ref) -> Ref { Ref(r.word, self) }

  public mutating func unary(_ op: UnaryOp, _ o: Slot, _ out: Slot) throws(Raise) {}
  public mutating func binary(_ op: BinaryOp, _ l: Slot, _ r: Slot, _ out: Slot) throws(Raise) {}
  public mutating func truth(_ o: Slot) throws(Raise) -> Bool { false }
  public mutating func equal(_ l: Slot, _ r: Slot) throws(Raise) -> Bool { false }
  /// `l < r`, for sorting.
  public mutating func less(_ l: Slot, _ r: Slot) throws(Raise) -> Bool { false }
  /// `hash(o)` as 31 unsigned bits.
  public mutating func hash(_ o: Slot) throws(Raise) -> UInt32 { 0 }
  public mutating func length(_ o: Slot) throws(Raise) -> UInt32 { 0 }
  public mutating func getItem(_ o: Slot, _ key: Slot, _ out: Slot) throws(Raise) {}
  public mutating func setItem(_ o: Slot, _ key: Slot, _ value: Slot) throws(Raise) {}
  public mutating func deleteItem(_ o: Slot, _ key: Slot) throws(Raise) {}
  public mutating func iterate(_ o: Slot, _ out: Slot) throws(Raise) {}
  /// The next item, or false at the end (StopIteration is consumed).
  public mutating func next(_ iterator: Slot, _ out: Slot) throws(Raise) -> Bool { false }

  /// Makes an exception pending: `throw vm.raise(.TypeError, "…")`. Each `%` of the format takes the next value:
  /// an interned string, a small integer, or a singleton (immediate values only).
  public mutating func raise(_ type: BuiltinType, _ format: StaticString, _ a: Value = .null, _ b: Value = .null, _ c: Value = .null, _ d: Value = .null) -> Raise { Raise() }
  /// Makes `exception` (an instance or a type) pending.
  public mutating func raise(_ exception: Slot) -> Raise { Raise() }
  /// OSError with an errno.
  public mutating func raise(errno: Int32) -> Raise { Raise() }
  /// KeyError(key), StopIteration(value) and the like.
  public mutating func raise(_ type: BuiltinType, value: Slot) -> Raise { Raise() }
  /// True if the pending exception is of the type.
  public borrowing func pendingIs(_ type: BuiltinType) -> Bool { false }
  /// Takes the pending exception.
  public borrowing func takePending(_ out: Slot) {}
  /// Checks native recursion: RuntimeError before the native stack or the depth limit is reached. Pair with `leave`.
  public mutating func enter() throws(Raise) {}
  public borrowing func leave() {}
  /// Runs a module's code object with these globals (`locals` for exec; the same dict otherwise).
  public mutating func execute(_ code: Slot, globals: Slot, locals: Slot, _ out: Slot) throws(Raise) {}
  public mutating func importModule(_ name: Qstr, _ out: Slot) throws(Raise) {}
  /// In loops of long native operations: lets callbacks, interrupts and other threads in. Addresses are stale after it.
  public mutating func yieldPoint() throws(Raise) {}
}
extension VM {
  /// Appends the traceback and message of an exception.
  public mutating func printException(_ e: Slot, _ builder: Slot) throws(Raise) {}
}
