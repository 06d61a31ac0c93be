// RP2040 data sheet: register map of PSM. Offsets and fields from the chip description, declared once for firmware and model.

public enum PSM {
  /// Bus address of PSM.
  @inlinable public static var base: UInt32 { 0x4001_0000 }

  public enum FRCE_ON {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PROC1: Field { Field(16, 1) }
    @inlinable public static var PROC0: Field { Field(15, 1) }
    @inlinable public static var SIO: Field { Field(14, 1) }
    @inlinable public static var VREG_AND_CHIP_RESET: Field { Field(13, 1) }
    @inlinable public static var XIP: Field { Field(12, 1) }
    @inlinable public static var SRAM5: Field { Field(11, 1) }
    @inlinable public static var SRAM4: Field { Field(10, 1) }
    @inlinable public static var SRAM3: Field { Field(9, 1) }
    @inlinable public static var SRAM2: Field { Field(8, 1) }
    @inlinable public static var SRAM1: Field { Field(7, 1) }
    @inlinable public static var SRAM0: Field { Field(6, 1) }
    @inlinable public static var ROM: Field { Field(5, 1) }
    @inlinable public static var BUSFABRIC: Field { Field(4, 1) }
    @inlinable public static var RESETS: Field { Field(3, 1) }
    @inlinable public static var CLOCKS: Field { Field(2, 1) }
    @inlinable public static var XOSC: Field { Field(1, 1) }
    @inlinable public static var ROSC: Field { Field(0, 1) }
  }
  public enum FRCE_OFF {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PROC1: Field { Field(16, 1) }
    @inlinable public static var PROC0: Field { Field(15, 1) }
    @inlinable public static var SIO: Field { Field(14, 1) }
    @inlinable public static var VREG_AND_CHIP_RESET: Field { Field(13, 1) }
    @inlinable public static var XIP: Field { Field(12, 1) }
    @inlinable public static var SRAM5: Field { Field(11, 1) }
    @inlinable public static var SRAM4: Field { Field(10, 1) }
    @inlinable public static var SRAM3: Field { Field(9, 1) }
    @inlinable public static var SRAM2: Field { Field(8, 1) }
    @inlinable public static var SRAM1: Field { Field(7, 1) }
    @inlinable public static var SRAM0: Field { Field(6, 1) }
    @inlinable public static var ROM: Field { Field(5, 1) }
    @inlinable public static var BUSFABRIC: Field { Field(4, 1) }
    @inlinable public static var RESETS: Field { Field(3, 1) }
    @inlinable public static var CLOCKS: Field { Field(2, 1) }
    @inlinable public static var XOSC: Field { Field(1, 1) }
    @inlinable public static var ROSC: Field { Field(0, 1) }
  }
  public enum WDSEL {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PROC1: Field { Field(16, 1) }
    @inlinable public static var PROC0: Field { Field(15, 1) }
    @inlinable public static var SIO: Field { Field(14, 1) }
    @inlinable public static var VREG_AND_CHIP_RESET: Field { Field(13, 1) }
    @inlinable public static var XIP: Field { Field(12, 1) }
    @inlinable public static var SRAM5: Field { Field(11, 1) }
    @inlinable public static var SRAM4: Field { Field(10, 1) }
    @inlinable public static var SRAM3: Field { Field(9, 1) }
    @inlinable public static var SRAM2: Field { Field(8, 1) }
    @inlinable public static var SRAM1: Field { Field(7, 1) }
    @inlinable public static var SRAM0: Field { Field(6, 1) }
    @inlinable public static var ROM: Field { Field(5, 1) }
    @inlinable public static var BUSFABRIC: Field { Field(4, 1) }
    @inlinable public static var RESETS: Field { Field(3, 1) }
    @inlinable public static var CLOCKS: Field { Field(2, 1) }
    @inlinable public static var XOSC: Field { Field(1, 1) }
    @inlinable public static var ROSC: Field { Field(0, 1) }
  }
  public enum DONE {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PROC1: Field { Field(16, 1) }  // readOnly
    @inlinable public static var PROC0: Field { Field(15, 1) }  // readOnly
    @inlinable public static var SIO: Field { Field(14, 1) }  // readOnly
    @inlinable public static var VREG_AND_CHIP_RESET: Field { Field(13, 1) }  // readOnly
    @inlinable public static var XIP: Field { Field(12, 1) }  // readOnly
    @inlinable public static var SRAM5: Field { Field(11, 1) }  // readOnly
    @inlinable public static var SRAM4: Field { Field(10, 1) }  // readOnly
    @inlinable public static var SRAM3: Field { Field(9, 1) }  // readOnly
    @inlinable public static var SRAM2: Field { Field(8, 1) }  // readOnly
    @inlinable public static var SRAM1: Field { Field(7, 1) }  // readOnly
    @inlinable public static var SRAM0: Field { Field(6, 1) }  // readOnly
    @inlinable public static var ROM: Field { Field(5, 1) }  // readOnly
    @inlinable public static var BUSFABRIC: Field { Field(4, 1) }  // readOnly
    @inlinable public static var RESETS: Field { Field(3, 1) }  // readOnly
    @inlinable public static var CLOCKS: Field { Field(2, 1) }  // readOnly
    @inlinable public static var XOSC: Field { Field(1, 1) }  // readOnly
    @inlinable public static var ROSC: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [4 of Register] = [
    Register("FRCE_ON", 0x000, reset: 0x0000_0000, readable: 0x0001_ffff, writable: 0x0001_ffff, oneToClear: 0x0000_0000),
    Register("FRCE_OFF", 0x004, reset: 0x0000_0000, readable: 0x0001_ffff, writable: 0x0001_ffff, oneToClear: 0x0000_0000),
    Register("WDSEL", 0x008, reset: 0x0000_0000, readable: 0x0001_ffff, writable: 0x0001_ffff, oneToClear: 0x0000_0000),
    Register("DONE", 0x00c, reset: 0x0000_0000, readable: 0x0001_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
