// RP2040 data sheet: register map of PLL. Offsets and fields from the chip description, declared once for firmware and model.

public enum PLL {
  /// Bus address of PLL_SYS.
  @inlinable public static var sys: UInt32 { 0x4002_8000 }
  /// Bus address of PLL_USB.
  @inlinable public static var usb: UInt32 { 0x4002_c000 }

  public enum CS {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var LOCK: Field { Field(31, 1) }  // readOnly
    @inlinable public static var BYPASS: Field { Field(8, 1) }
    @inlinable public static var REFDIV: Field { Field(0, 6) }
  }
  public enum PWR {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_002d }
    @inlinable public static var VCOPD: Field { Field(5, 1) }
    @inlinable public static var POSTDIVPD: Field { Field(3, 1) }
    @inlinable public static var DSMPD: Field { Field(2, 1) }
    @inlinable public static var PD: Field { Field(0, 1) }
  }
  public enum FBDIV_INT {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FBDIV_INT: Field { Field(0, 12) }
  }
  public enum PRIM {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0007_7000 }
    @inlinable public static var POSTDIV1: Field { Field(16, 3) }
    @inlinable public static var POSTDIV2: Field { Field(12, 3) }
  }

  /// Every register of the block, in address order.
  public static let registers: [4 of Register] = [
    Register("CS", 0x000, reset: 0x0000_0001, readable: 0x8000_013f, writable: 0x0000_013f, oneToClear: 0x0000_0000),
    Register("PWR", 0x004, reset: 0x0000_002d, readable: 0x0000_002d, writable: 0x0000_002d, oneToClear: 0x0000_0000),
    Register("FBDIV_INT", 0x008, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("PRIM", 0x00c, reset: 0x0007_7000, readable: 0x0007_7000, writable: 0x0007_7000, oneToClear: 0x0000_0000),
  ]
}
