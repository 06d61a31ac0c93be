/// Modelled cycles of the interpreter on a Cortex-M0+ at any clock: the one table.
///
/// The figures are fitted to this interpreter's own ARM image on the emulated cores, code in flash with a warm cache, statement by
/// statement: `make arm-costs` prints both sides and their ratios.
enum Cost {
  /// Pushing a constant or local, moving operands.
  @inline(__always) static var simple: Int32 { 33 }
  /// A jump, with its look at pending work.
  @inline(__always) static var jump: Int32 { 50 }
  /// Testing a value.
  @inline(__always) static var test: Int32 { 66 }
  /// An operator on two small integers.
  @inline(__always) static var operate: Int32 { 50 }
  /// An operator that the loop does not know for its operands.
  @inline(__always) static var slowOperate: Int32 { 300 }
  /// Sum, product, quotient of floats by the library, beside `operate` and the object.
  @inline(__always) static var floatAdd: Int32 { 330 }
  @inline(__always) static var floatMultiply: Int32 { 520 }
  @inline(__always) static var floatDivide: Int32 { 1050 }
  /// Finding a global name.
  @inline(__always) static var global: Int32 { 295 }
  /// Reading or writing an attribute.
  @inline(__always) static var attribute: Int32 { 140 }
  /// Finding a method.
  @inline(__always) static var method: Int32 { 316 }
  /// An item by its key.
  @inline(__always) static var item: Int32 { 110 }
  /// Asking a container for an item, or giving it one by a method.
  @inline(__always) static var search: Int32 { 400 }
  /// The next value of an iterator.
  @inline(__always) static var next: Int32 { 100 }
  /// A call, without what the callee does.
  @inline(__always) static var call: Int32 { 340 }
  /// A native function's arguments and result, beside `call`.
  @inline(__always) static var native: Int32 { 260 }
  /// The end of a call.
  @inline(__always) static var leave: Int32 { 190 }
  /// Making an object.
  @inline(__always) static var build: Int32 { 400 }
  /// Making an instance of a class, beside its memory and __init__.
  @inline(__always) static var instance: Int32 { 1500 }
  /// Resuming a generator from native code.
  @inline(__always) static var resume: Int32 { 1500 }
  /// Beginning a text that is put together from parts.
  @inline(__always) static var text: Int32 { 600 }
  /// An integer from text and to text, beside its digits.
  @inline(__always) static var digits: Int32 { 1500 }
  /// Opening or closing an exception block.
  @inline(__always) static var block: Int32 { 60 }
  /// Raising and unwinding, a frame.
  @inline(__always) static var raise: Int32 { 1100 }
  /// Importing a module that is there already.
  @inline(__always) static var load: Int32 { 600 }
}
