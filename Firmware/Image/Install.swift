#if !os(none)
import Modules
import Port
import Python

/// Writes the firmware's static objects into a board's flash: the bytes that the ARM build links at the same address.
/// `memory` is the host address of emulated address 0.
public func installImage(_ memory: UnsafeMutableRawPointer) {
  precondition(ImageBuilder.build(Memory(base: memory), core: coreImageSpec, modules: moduleImageSpec) != 0, "the image does not fit")
}
#endif
