#if !os(none)
import Modules
import Port
import Python

/// Writes the firmware's static objects into a board's flash: the bytes that the ARM build links at the same address.
/// `flash` is the host address of the flash chip's first byte (which the firmware itself cannot write at its bus address).
public func installImage(flash: UnsafeMutableRawPointer) {
  let memory = Memory(base: flash - 0x1000_0000)
  precondition(ImageBuilder.build(memory, core: coreImageSpec, modules: moduleImageSpec, frozen: frozenImageSpec) != 0, "the image does not fit")
}
#endif
