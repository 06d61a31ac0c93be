// RP2040 data sheet: register map of XOSC. Offsets and fields from the chip description, declared once for firmware and model.

public enum XOSC {
  /// Bus address of XOSC.
  @inlinable public static var base: UInt32 { 0x4002_4000 }

  public enum CTRL {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(12, 12) }
    @inlinable public static var FREQ_RANGE: Field { Field(0, 12) }
  }
  public enum STATUS {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var STABLE: Field { Field(31, 1) }  // readOnly
    @inlinable public static var BADWRITE: Field { Field(24, 1) }  // writeOneToClear
    @inlinable public static var ENABLED: Field { Field(12, 1) }  // readOnly
    @inlinable public static var FREQ_RANGE: Field { Field(0, 2) }  // readOnly
  }
  public enum DORMANT {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DORMANT: Field { Field(0, 32) }
  }
  public enum STARTUP {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var X4: Field { Field(20, 1) }
    @inlinable public static var DELAY: Field { Field(0, 14) }
  }
  public enum COUNT {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var COUNT: Field { Field(0, 8) }
  }

  /// Every register of the block, in address order.
  public static let registers: [5 of Register] = [
    Register("CTRL", 0x000, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("STATUS", 0x004, reset: 0x0000_0000, readable: 0x8100_1003, writable: 0x0000_0000, oneToClear: 0x0100_0000),
    Register("DORMANT", 0x008, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("STARTUP", 0x00c, reset: 0x0000_0000, readable: 0x0010_3fff, writable: 0x0010_3fff, oneToClear: 0x0000_0000),
    Register("COUNT", 0x01c, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
  ]
}
