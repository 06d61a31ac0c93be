/// Modelled cycles of the interpreter on a Cortex-M0+ at any clock: the one table.
///
/// Where the figures are from: the rates of MicroPython on a real Pico at 125 MHz (hardware-numbers.md §4.4): `while True: pass` takes
/// about 0.5 µs a turn, an empty `for` over a range about 1.6 µs, a call of an empty function about 5 µs. They stand for code in flash
/// with a warm cache, and are to be fitted to the ARM build of this interpreter once it runs on the emulated core.
enum Cost {
  /// Pushing a constant or local, moving operands.
  @inline(__always) static var simple: Int32 { 48 }
  /// A jump, with its look at pending work.
  @inline(__always) static var jump: Int32 { 62 }
  /// Testing a value.
  @inline(__always) static var test: Int32 { 66 }
  /// An operator on two small integers.
  @inline(__always) static var operate: Int32 { 84 }
  /// Finding a global name.
  @inline(__always) static var global: Int32 { 110 }
  /// Reading or writing an attribute.
  @inline(__always) static var attribute: Int32 { 150 }
  /// Finding a method.
  @inline(__always) static var method: Int32 { 190 }
  /// An item by its key.
  @inline(__always) static var item: Int32 { 160 }
  /// The next value of an iterator.
  @inline(__always) static var next: Int32 { 110 }
  /// A call, without what the callee does.
  @inline(__always) static var call: Int32 { 240 }
  /// The end of a call.
  @inline(__always) static var leave: Int32 { 130 }
  /// Making an object.
  @inline(__always) static var build: Int32 { 180 }
  /// Opening or closing an exception block.
  @inline(__always) static var block: Int32 { 60 }
  /// Raising and unwinding, a frame.
  @inline(__always) static var raise: Int32 { 300 }
  /// Importing a module that is there already.
  @inline(__always) static var load: Int32 { 600 }
}
