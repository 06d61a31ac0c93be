import Port

// What the system reports is raised as OSError with a number, as MicroPython does. CPython's classes for single numbers match it all the same:
// `except FileNotFoundError` catches OSError(2).

extension VM {
  /// Is `error` (a value's word) an OSError whose number `type` (a type's address) stands for?
  @inline(never)
  borrowing func isSystemError(_ error: UInt32, of type: UInt32) -> Bool {
    let first = Image.type(UInt32(BuiltinType.BlockingIOError.rawValue)), last = Image.type(UInt32(BuiltinType.TimeoutError.rawValue))
    if type < first || type > last || !Value(error).isObject || Header.kind(memory[error]) != Kind.exception { return false }
    if memory[error &+ ExceptionField.type &* 4] != Image.type(UInt32(BuiltinType.OSError.rawValue)) { return false }
    let args = Ref(error, self).at(ExceptionField.args)
    if !args.isKind(Kind.tuple) || args.int(1) == 0 || !args.at(2).value.isInt { return false }
    let n = args.int(2), number = (type &- first) / (TypeObject.words &* 4) &+ UInt32(BuiltinType.BlockingIOError.rawValue)
    switch BuiltinType(rawValue: UInt8(truncatingIfNeeded: number)) {
    case .BlockingIOError: return n == 11 || n == 114 || n == 115
    case .ChildProcessError: return n == 10
    case .ConnectionError: return n == 32 || n == 108 || n == 103 || n == 111 || n == 104
    case .BrokenPipeError: return n == 32 || n == 108
    case .ConnectionAbortedError: return n == 103
    case .ConnectionRefusedError: return n == 111
    case .ConnectionResetError: return n == 104
    case .FileExistsError: return n == 17
    case .FileNotFoundError: return n == 2
    case .InterruptedError: return n == 4
    case .IsADirectoryError: return n == 21
    case .NotADirectoryError: return n == 20
    case .PermissionError: return n == 1 || n == 13
    case .ProcessLookupError: return n == 3
    case .TimeoutError: return n == 110
    default: return false
    }
  }
}
