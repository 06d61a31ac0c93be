import Port

extension VM {
  /// Where the thread is: `FILE line N, in FUNCTION`, as text at `to`; its length, 0 when no Python code runs. Reads memory only, so that
  /// it can be asked of an interpreter that has just failed; a line is that of the last instruction that could have failed.
  public borrowing func whereabouts(_ to: UnsafeMutablePointer<UInt8>, _ capacity: UInt32) -> UInt32 {
    if memory[thread &+ Thread.frame] == 0 { return 0 }
    let f = topFrame()
    let code = Ref(f[Frame.code], self)
    if !code.isKind(Kind.code) { return 0 }
    var n: UInt32 = 0
    add(Value(codeString(code, 0)), to, &n, capacity)
    add(" line ", to, &n, capacity)
    add(Value(int: Int32(bitPattern: lineNumber(code, f[Frame.ip] &>> 1))), to, &n, capacity)
    add(", in ", to, &n, capacity)
    add(Value(codeName(code)), to, &n, capacity)
    return n
  }
  private borrowing func add(_ v: Value, _ to: UnsafeMutablePointer<UInt8>, _ n: inout UInt32, _ capacity: UInt32) {
    let length = messagePart(v, nil)
    if length > capacity &- n { return }
    _ = messagePart(v, UnsafeMutableRawPointer(to + Int(n)))
    n &+= length
  }
  private borrowing func add(_ text: StaticString, _ to: UnsafeMutablePointer<UInt8>, _ n: inout UInt32, _ capacity: UInt32) {
    let length = UInt32(text.utf8CodeUnitCount)
    if length > capacity &- n { return }
    UnsafeMutableRawPointer(to + Int(n)).copyMemory(from: text.utf8Start, byteCount: Int(length))
    n &+= length
  }
}
