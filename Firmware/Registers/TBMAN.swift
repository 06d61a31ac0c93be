// RP2040 data sheet: register map of TBMAN. Offsets and fields from the chip description, declared once for firmware and model.

public enum TBMAN {
  /// Bus address of TBMAN.
  @inlinable public static var base: UInt32 { 0x4006_c000 }

  public enum PLATFORM {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0005 }
    @inlinable public static var FPGA: Field { Field(1, 1) }  // readOnly
    @inlinable public static var ASIC: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [1 of Register] = [
    Register("PLATFORM", 0x000, reset: 0x0000_0005, readable: 0x0000_0003, writable: 0x0000_0000, oneToClear: 0x0000_0000)
  ]
}
