#if os(none) && arch(arm)
import CPort
#endif

/// An address of the chip's 4 GiB, on every build.
public typealias Address = UInt32

/// The chip's memory. Hosted it is a reservation aligned to 4 GiB, so an emulated address is the low half of a host
/// pointer; on ARM it is the address space itself. Registers are not reached this way: see `Port`.
public struct Memory: BitwiseCopyable {
  #if os(none)
  @inlinable @inline(__always) public init() {}
  @inlinable @inline(__always) public func at(_ a: Address) -> UnsafeMutableRawPointer { UnsafeMutableRawPointer(bitPattern: UInt(a)).unsafelyUnwrapped }
  /// The bits of a host pointer above an emulated address.
  @inlinable @inline(__always) public var high: UInt { 0 }
  #else
  public let base: UnsafeMutableRawPointer
  @inlinable @inline(__always) public init(base: UnsafeMutableRawPointer) { self.base = base }
  @inlinable @inline(__always) public func at(_ a: Address) -> UnsafeMutableRawPointer { base + Int(a) }
  @inlinable @inline(__always) public var high: UInt { UInt(bitPattern: base) }
  #endif
  /// The aligned word at `a`.
  @inlinable @inline(__always) public subscript(_ a: Address) -> UInt32 {
    get { at(a).load(as: UInt32.self) }
    nonmutating set { at(a).storeWord(newValue) }
  }
  @inlinable @inline(__always) public func byte(_ a: Address) -> UInt8 { at(a).load(as: UInt8.self) }
  @inlinable @inline(__always) public func setByte(_ a: Address, _ v: UInt8) { at(a).storeBytes(of: v, as: UInt8.self) }
  @inlinable @inline(__always) public func half(_ a: Address) -> UInt16 { at(a).load(as: UInt16.self) }
  @inlinable @inline(__always) public func setHalf(_ a: Address, _ v: UInt16) { at(a).storeHalf(v) }
  /// Copies `count` bytes; the ranges may overlap.
  @inlinable @inline(__always) public func move(_ to: Address, from: Address, count: UInt32) { at(to).copyMemory(from: at(from), byteCount: Int(count)) }
  /// Sets `count` bytes to `value`.
  @inlinable @inline(__always) public func fill(_ to: Address, _ value: UInt8, count: UInt32) {
    at(to).initializeMemory(as: UInt8.self, repeating: value, count: Int(count))
  }
}

/// Stores to aligned addresses. `storeBytes` takes any address, and a core without unaligned accesses is made to store byte after byte for it: slow, and other cores and
/// interrupt handlers see the half of a word.
extension UnsafeMutableRawPointer {
  @inlinable @inline(__always) public func storeWord(_ value: UInt32, at byte: Int = 0) {
    #if os(none) && arch(arm)
    cpu_store_word(self + byte, value)
    #else
    storeBytes(of: value, toByteOffset: byte, as: UInt32.self)
    #endif
  }
  @inlinable @inline(__always) public func storeHalf(_ value: UInt16, at byte: Int = 0) {
    #if os(none) && arch(arm)
    cpu_store_half(self + byte, value)
    #else
    storeBytes(of: value, toByteOffset: byte, as: UInt16.self)
    #endif
  }
}
