import Glibc

/// The few functions of Unicorn that the oracle needs, from the shared library of its Python package.
final class Unicorn {
  private typealias Engine = OpaquePointer
  private let engine: Engine
  private let regRead: @convention(c) (OpaquePointer, Int32, UnsafeMutableRawPointer) -> Int32
  private let regWrite: @convention(c) (OpaquePointer, Int32, UnsafeRawPointer) -> Int32
  private let memRead: @convention(c) (OpaquePointer, UInt64, UnsafeMutableRawPointer, UInt64) -> Int32
  private let memWrite: @convention(c) (OpaquePointer, UInt64, UnsafeRawPointer, UInt64) -> Int32
  private let control: @convention(c) (OpaquePointer, Int32, Int) -> Int32
  private let start: @convention(c) (OpaquePointer, UInt64, UInt64, UInt64, Int) -> Int32

  // Numbers of unicorn.h and arm.h, version 2.
  private enum Number {
    static let arm: Int32 = 1, thumb: Int32 = 16, mClass: Int32 = 32
    static let writeModel: Int32 = 7 | 1 << 26 | 1 << 30
    static let cortexM0: Int32 = 7, flushTranslations: Int32 = 10 | 1 << 30
    static let sp: Int32 = 12, lr: Int32 = 10, pc: Int32 = 11, r0: Int32 = 66, xpsr: Int32 = 120, primask: Int32 = 123, psp: Int32 = 116
  }

  init(library: String) throws {
    guard let handle = dlopen(library, RTLD_NOW) else { throw Failure("cannot load \(library): \(String(cString: dlerror()))") }
    func symbol<F>(_ name: String, _ type: F.Type) throws -> F {
      guard let p = dlsym(handle, name) else { throw Failure("\(library) has no \(name)") }
      return unsafeBitCast(p, to: type)
    }
    let open = try symbol("uc_open", (@convention(c) (Int32, Int32, UnsafeMutablePointer<OpaquePointer?>) -> Int32).self)
    // Variadic in C; with whole-word arguments the convention is that of a plain function on the hosts we run on.
    control = try symbol("uc_ctl", (@convention(c) (OpaquePointer, Int32, Int) -> Int32).self)
    let map = try symbol("uc_mem_map", (@convention(c) (OpaquePointer, UInt64, UInt64, UInt32) -> Int32).self)
    regRead = try symbol("uc_reg_read", (@convention(c) (OpaquePointer, Int32, UnsafeMutableRawPointer) -> Int32).self)
    regWrite = try symbol("uc_reg_write", (@convention(c) (OpaquePointer, Int32, UnsafeRawPointer) -> Int32).self)
    memRead = try symbol("uc_mem_read", (@convention(c) (OpaquePointer, UInt64, UnsafeMutableRawPointer, UInt64) -> Int32).self)
    memWrite = try symbol("uc_mem_write", (@convention(c) (OpaquePointer, UInt64, UnsafeRawPointer, UInt64) -> Int32).self)
    start = try symbol("uc_emu_start", (@convention(c) (OpaquePointer, UInt64, UInt64, UInt64, Int) -> Int32).self)
    var made: OpaquePointer?
    guard open(Number.arm, Number.thumb | Number.mClass, &made) == 0, let made else { throw Failure("uc_open refuses a Cortex-M") }
    engine = made
    guard control(made, Number.writeModel, Int(Number.cortexM0)) == 0 else { throw Failure("Unicorn has no Cortex-M0") }
    guard map(made, 0x2000_0000, 0x42000 & ~0xfff, 7) == 0 else { throw Failure("Unicorn cannot map RAM") }
  }
  private static func number(_ register: Int) -> Int32 {
    switch register {
    case 13: Number.sp
    case 14: Number.lr
    case 15: Number.pc
    case 16: Number.xpsr
    case 17: Number.primask
    case 18: Number.psp
    default: Number.r0 + Int32(register)
    }
  }
  /// R0…R15; 16 is XPSR, 17 PRIMASK, 18 PSP.
  subscript(_ register: Int) -> UInt32 {
    get {
      var v: UInt32 = 0
      _ = regRead(engine, Self.number(register), &v)
      return v
    }
    set {
      var v = newValue
      _ = regWrite(engine, Self.number(register), &v)
    }
  }
  func write(_ address: UInt32, _ bytes: UnsafeRawBufferPointer) { _ = memWrite(engine, UInt64(address), bytes.baseAddress!, UInt64(bytes.count)) }
  func read(_ address: UInt32, _ bytes: UnsafeMutableRawBufferPointer) { _ = memRead(engine, UInt64(address), bytes.baseAddress!, UInt64(bytes.count)) }
  /// Code that was run before is forgotten.
  func flush() { _ = control(engine, Number.flushTranslations, 0) }
  /// Runs Thumb code from `address` until `end`; 0, or Unicorn's error number.
  func run(_ address: UInt32, until end: UInt32) -> Int32 { start(engine, UInt64(address | 1), UInt64(end), 0, 0) }
}

struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
