// RP2040 data sheet: register map of VREG_AND_CHIP_RESET. Offsets and fields from the chip description, declared once for firmware and model.

public enum VREG_AND_CHIP_RESET {
  /// Bus address of VREG_AND_CHIP_RESET.
  @inlinable public static var base: UInt32 { 0x4006_4000 }

  public enum VREG {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_00b1 }
    @inlinable public static var ROK: Field { Field(12, 1) }  // readOnly
    @inlinable public static var VSEL: Field { Field(4, 4) }
    @inlinable public static var HIZ: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum BOD {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0091 }
    @inlinable public static var VSEL: Field { Field(4, 4) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CHIP_RESET {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PSM_RESTART_FLAG: Field { Field(24, 1) }  // writeOneToClear
    @inlinable public static var HAD_PSM_RESTART: Field { Field(20, 1) }  // readOnly
    @inlinable public static var HAD_RUN: Field { Field(16, 1) }  // readOnly
    @inlinable public static var HAD_POR: Field { Field(8, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [3 of Register] = [
    Register("VREG", 0x000, reset: 0x0000_00b1, readable: 0x0000_10f3, writable: 0x0000_00f3, oneToClear: 0x0000_0000),
    Register("BOD", 0x004, reset: 0x0000_0091, readable: 0x0000_00f1, writable: 0x0000_00f1, oneToClear: 0x0000_0000),
    Register("CHIP_RESET", 0x008, reset: 0x0000_0000, readable: 0x0111_0100, writable: 0x0000_0000, oneToClear: 0x0100_0000),
  ]
}
