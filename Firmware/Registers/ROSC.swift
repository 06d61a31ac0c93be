// RP2040 data sheet: register map of ROSC. Offsets and fields from the chip description, declared once for firmware and model.

public enum ROSC {
  /// Bus address of ROSC.
  @inlinable public static var base: UInt32 { 0x4006_0000 }

  public enum CTRL {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0aa0 }
    @inlinable public static var ENABLE: Field { Field(12, 12) }
    @inlinable public static var FREQ_RANGE: Field { Field(0, 12) }
  }
  public enum FREQA {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PASSWD: Field { Field(16, 16) }
    @inlinable public static var DS3: Field { Field(12, 3) }
    @inlinable public static var DS2: Field { Field(8, 3) }
    @inlinable public static var DS1: Field { Field(4, 3) }
    @inlinable public static var DS0: Field { Field(0, 3) }
  }
  public enum FREQB {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PASSWD: Field { Field(16, 16) }
    @inlinable public static var DS7: Field { Field(12, 3) }
    @inlinable public static var DS6: Field { Field(8, 3) }
    @inlinable public static var DS5: Field { Field(4, 3) }
    @inlinable public static var DS4: Field { Field(0, 3) }
  }
  public enum DORMANT {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DORMANT: Field { Field(0, 32) }
  }
  public enum DIV {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DIV: Field { Field(0, 12) }
  }
  public enum PHASE {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0008 }
    @inlinable public static var PASSWD: Field { Field(4, 8) }
    @inlinable public static var ENABLE: Field { Field(3, 1) }
    @inlinable public static var FLIP: Field { Field(2, 1) }
    @inlinable public static var SHIFT: Field { Field(0, 2) }
  }
  public enum STATUS {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var STABLE: Field { Field(31, 1) }  // readOnly
    @inlinable public static var BADWRITE: Field { Field(24, 1) }  // writeOneToClear
    @inlinable public static var DIV_RUNNING: Field { Field(16, 1) }  // readOnly
    @inlinable public static var ENABLED: Field { Field(12, 1) }  // readOnly
  }
  public enum RANDOMBIT {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var RANDOMBIT: Field { Field(0, 1) }  // readOnly
  }
  public enum COUNT {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var COUNT: Field { Field(0, 8) }
  }

  /// Every register of the block, in address order.
  public static let registers: [9 of Register] = [
    Register("CTRL", 0x000, reset: 0x0000_0aa0, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("FREQA", 0x004, reset: 0x0000_0000, readable: 0xffff_7777, writable: 0xffff_7777, oneToClear: 0x0000_0000),
    Register("FREQB", 0x008, reset: 0x0000_0000, readable: 0xffff_7777, writable: 0xffff_7777, oneToClear: 0x0000_0000),
    Register("DORMANT", 0x00c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DIV", 0x010, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("PHASE", 0x014, reset: 0x0000_0008, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("STATUS", 0x018, reset: 0x0000_0000, readable: 0x8101_1000, writable: 0x0000_0000, oneToClear: 0x0100_0000),
    Register("RANDOMBIT", 0x01c, reset: 0x0000_0001, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("COUNT", 0x020, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
  ]
}
