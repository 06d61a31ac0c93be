#if !os(none)
import Python

/// Writes the firmware's static objects into a board's flash: the bytes that the ARM build links at the same address.
/// `flash` is the host address of the flash chip's first byte (which the firmware itself cannot write at its bus address).
public func installImage(flash: UnsafeMutableRawPointer) {
  StaticImage.bytes.withUnsafeBytes { (flash + Int(Image.base &- 0x1000_0000)).copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
}
#endif
