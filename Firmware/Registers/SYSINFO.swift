// RP2040 data sheet: register map of SYSINFO. Offsets and fields from the chip description, declared once for firmware and model.

public enum SYSINFO {
  /// Bus address of SYSINFO.
  @inlinable public static var base: UInt32 { 0x4000_0000 }

  public enum CHIP_ID {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var REVISION: Field { Field(28, 4) }  // readOnly
    @inlinable public static var PART: Field { Field(12, 16) }  // readOnly
    @inlinable public static var MANUFACTURER: Field { Field(0, 12) }  // readOnly
  }
  public enum PLATFORM {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ASIC: Field { Field(1, 1) }  // readOnly
    @inlinable public static var FPGA: Field { Field(0, 1) }  // readOnly
  }
  public enum GITREF_RP2040 {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GITREF_RP2040: Field { Field(0, 32) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [3 of Register] = [
    Register("CHIP_ID", 0x000, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PLATFORM", 0x004, reset: 0x0000_0000, readable: 0x0000_0003, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GITREF_RP2040", 0x010, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
