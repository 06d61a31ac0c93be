public typealias Address = UInt32

/// The memory that the kernel is compiled with here: the firmware's own but for one thing, a chaos point before every access.
public struct Memory {
  public let base: UnsafeMutableRawPointer
  public init(base: UnsafeMutableRawPointer) { self.base = base }
  func at(_ a: Address) -> UnsafeMutableRawPointer { base + Int(a) }
  public subscript(_ a: Address) -> UInt32 {
    get { chaosPoint(); return at(a).load(as: UInt32.self) }
    nonmutating set { chaosPoint(); at(a).storeBytes(of: newValue, as: UInt32.self) }
  }
  func byte(_ a: Address) -> UInt8 { chaosPoint(); return at(a).load(as: UInt8.self) }
  func setByte(_ a: Address, _ v: UInt8) { chaosPoint(); at(a).storeBytes(of: v, as: UInt8.self) }
  func move(_ to: Address, from: Address, count: UInt32) { chaosPoint(); at(to).copyMemory(from: at(from), byteCount: Int(count)) }
  func fill(_ to: Address, _ value: UInt8, count: UInt32) {
    chaosPoint()
    at(to).initializeMemory(as: UInt8.self, repeating: value, count: Int(count))
  }
}

/// The world that runs on this thread: one at a time.
nonisolated(unsafe) var world: World! = nil
/// Everything that may happen between two instructions of kernel code happens here.
@inline(__always) func chaosPoint() { world.point() }
