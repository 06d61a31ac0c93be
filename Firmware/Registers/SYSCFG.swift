// RP2040 data sheet: register map of SYSCFG. Offsets and fields from the chip description, declared once for firmware and model.

public enum SYSCFG {
  /// Bus address of SYSCFG.
  @inlinable public static var base: UInt32 { 0x4000_4000 }

  public enum PROC0_NMI_MASK {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PROC0_NMI_MASK: Field { Field(0, 32) }
  }
  public enum PROC1_NMI_MASK {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PROC1_NMI_MASK: Field { Field(0, 32) }
  }
  public enum PROC_CONFIG {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x1000_0000 }
    @inlinable public static var PROC1_DAP_INSTID: Field { Field(28, 4) }
    @inlinable public static var PROC0_DAP_INSTID: Field { Field(24, 4) }
    @inlinable public static var PROC1_HALTED: Field { Field(1, 1) }  // readOnly
    @inlinable public static var PROC0_HALTED: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC_IN_SYNC_BYPASS {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PROC_IN_SYNC_BYPASS: Field { Field(0, 30) }
  }
  public enum PROC_IN_SYNC_BYPASS_HI {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PROC_IN_SYNC_BYPASS_HI: Field { Field(0, 6) }
  }
  public enum DBGFORCE {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0066 }
    @inlinable public static var PROC1_ATTACH: Field { Field(7, 1) }
    @inlinable public static var PROC1_SWCLK: Field { Field(6, 1) }
    @inlinable public static var PROC1_SWDI: Field { Field(5, 1) }
    @inlinable public static var PROC1_SWDO: Field { Field(4, 1) }  // readOnly
    @inlinable public static var PROC0_ATTACH: Field { Field(3, 1) }
    @inlinable public static var PROC0_SWCLK: Field { Field(2, 1) }
    @inlinable public static var PROC0_SWDI: Field { Field(1, 1) }
    @inlinable public static var PROC0_SWDO: Field { Field(0, 1) }  // readOnly
  }
  public enum MEMPOWERDOWN {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ROM: Field { Field(7, 1) }
    @inlinable public static var USB: Field { Field(6, 1) }
    @inlinable public static var SRAM5: Field { Field(5, 1) }
    @inlinable public static var SRAM4: Field { Field(4, 1) }
    @inlinable public static var SRAM3: Field { Field(3, 1) }
    @inlinable public static var SRAM2: Field { Field(2, 1) }
    @inlinable public static var SRAM1: Field { Field(1, 1) }
    @inlinable public static var SRAM0: Field { Field(0, 1) }
  }

  /// Every register of the block, in address order.
  public static let registers: [7 of Register] = [
    Register("PROC0_NMI_MASK", 0x000, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_NMI_MASK", 0x004, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC_CONFIG", 0x008, reset: 0x1000_0000, readable: 0xff00_0003, writable: 0xff00_0000, oneToClear: 0x0000_0000),
    Register("PROC_IN_SYNC_BYPASS", 0x00c, reset: 0x0000_0000, readable: 0x3fff_ffff, writable: 0x3fff_ffff, oneToClear: 0x0000_0000),
    Register("PROC_IN_SYNC_BYPASS_HI", 0x010, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("DBGFORCE", 0x014, reset: 0x0000_0066, readable: 0x0000_00ff, writable: 0x0000_00ee, oneToClear: 0x0000_0000),
    Register("MEMPOWERDOWN", 0x018, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
  ]
}
