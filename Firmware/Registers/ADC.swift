// RP2040 data sheet: register map of ADC. Offsets and fields from the chip description, declared once for firmware and model.

public enum ADC {
  /// Bus address of ADC.
  @inlinable public static var base: UInt32 { 0x4004_c000 }

  public enum CS {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RROBIN: Field { Field(16, 5) }
    @inlinable public static var AINSEL: Field { Field(12, 3) }
    @inlinable public static var ERR_STICKY: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var ERR: Field { Field(9, 1) }  // readOnly
    @inlinable public static var READY: Field { Field(8, 1) }  // readOnly
    @inlinable public static var START_MANY: Field { Field(3, 1) }
    @inlinable public static var START_ONCE: Field { Field(2, 1) }  // writeOnly
    @inlinable public static var TS_EN: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum RESULT {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RESULT: Field { Field(0, 12) }  // readOnly
  }
  public enum FCS {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var THRESH: Field { Field(24, 4) }
    @inlinable public static var LEVEL: Field { Field(16, 4) }  // readOnly
    @inlinable public static var OVER: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var UNDER: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var FULL: Field { Field(9, 1) }  // readOnly
    @inlinable public static var EMPTY: Field { Field(8, 1) }  // readOnly
    @inlinable public static var DREQ_EN: Field { Field(3, 1) }
    @inlinable public static var ERR: Field { Field(2, 1) }
    @inlinable public static var SHIFT: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum FIFO {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ERR: Field { Field(15, 1) }  // readClears
    @inlinable public static var VAL: Field { Field(0, 12) }  // readClears
  }
  public enum DIV {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INT: Field { Field(8, 16) }
    @inlinable public static var FRAC: Field { Field(0, 8) }
  }
  public enum INTR {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FIFO: Field { Field(0, 1) }  // readOnly
  }
  public enum INTE {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FIFO: Field { Field(0, 1) }
  }
  public enum INTF {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FIFO: Field { Field(0, 1) }
  }
  public enum INTS {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FIFO: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [9 of Register] = [
    Register("CS", 0x000, reset: 0x0000_0000, readable: 0x001f_770b, writable: 0x001f_700f, oneToClear: 0x0000_0400),
    Register("RESULT", 0x004, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("FCS", 0x008, reset: 0x0000_0000, readable: 0x0f0f_0f0f, writable: 0x0f00_000f, oneToClear: 0x0000_0c00),
    Register("FIFO", 0x00c, reset: 0x0000_0000, readable: 0x0000_8fff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DIV", 0x010, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("INTR", 0x014, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTE", 0x018, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("INTF", 0x01c, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("INTS", 0x020, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
