// RP2040 data sheet: register map of RTC. Offsets and fields from the chip description, declared once for firmware and model.

public enum RTC {
  /// Bus address of RTC.
  @inlinable public static var base: UInt32 { 0x4005_c000 }

  public enum CLKDIV_M1 {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLKDIV_M1: Field { Field(0, 16) }
  }
  public enum SETUP_0 {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var YEAR: Field { Field(12, 12) }
    @inlinable public static var MONTH: Field { Field(8, 4) }
    @inlinable public static var DAY: Field { Field(0, 5) }
  }
  public enum SETUP_1 {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DOTW: Field { Field(24, 3) }
    @inlinable public static var HOUR: Field { Field(16, 5) }
    @inlinable public static var MIN: Field { Field(8, 6) }
    @inlinable public static var SEC: Field { Field(0, 6) }
  }
  public enum CTRL {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FORCE_NOTLEAPYEAR: Field { Field(8, 1) }
    @inlinable public static var LOAD: Field { Field(4, 1) }  // writeOnly
    @inlinable public static var RTC_ACTIVE: Field { Field(1, 1) }  // readOnly
    @inlinable public static var RTC_ENABLE: Field { Field(0, 1) }
  }
  public enum IRQ_SETUP_0 {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var MATCH_ACTIVE: Field { Field(29, 1) }  // readOnly
    @inlinable public static var MATCH_ENA: Field { Field(28, 1) }
    @inlinable public static var YEAR_ENA: Field { Field(26, 1) }
    @inlinable public static var MONTH_ENA: Field { Field(25, 1) }
    @inlinable public static var DAY_ENA: Field { Field(24, 1) }
    @inlinable public static var YEAR: Field { Field(12, 12) }
    @inlinable public static var MONTH: Field { Field(8, 4) }
    @inlinable public static var DAY: Field { Field(0, 5) }
  }
  public enum IRQ_SETUP_1 {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DOTW_ENA: Field { Field(31, 1) }
    @inlinable public static var HOUR_ENA: Field { Field(30, 1) }
    @inlinable public static var MIN_ENA: Field { Field(29, 1) }
    @inlinable public static var SEC_ENA: Field { Field(28, 1) }
    @inlinable public static var DOTW: Field { Field(24, 3) }
    @inlinable public static var HOUR: Field { Field(16, 5) }
    @inlinable public static var MIN: Field { Field(8, 6) }
    @inlinable public static var SEC: Field { Field(0, 6) }
  }
  public enum RTC_1 {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var YEAR: Field { Field(12, 12) }  // readOnly
    @inlinable public static var MONTH: Field { Field(8, 4) }  // readOnly
    @inlinable public static var DAY: Field { Field(0, 5) }  // readOnly
  }
  public enum RTC_0 {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DOTW: Field { Field(24, 3) }  // readClears
    @inlinable public static var HOUR: Field { Field(16, 5) }  // readClears
    @inlinable public static var MIN: Field { Field(8, 6) }  // readClears
    @inlinable public static var SEC: Field { Field(0, 6) }  // readClears
  }
  public enum INTR {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RTC: Field { Field(0, 1) }  // readOnly
  }
  public enum INTE {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RTC: Field { Field(0, 1) }
  }
  public enum INTF {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RTC: Field { Field(0, 1) }
  }
  public enum INTS {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RTC: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [12 of Register] = [
    Register("CLKDIV_M1", 0x000, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SETUP_0", 0x004, reset: 0x0000_0000, readable: 0x00ff_ff1f, writable: 0x00ff_ff1f, oneToClear: 0x0000_0000),
    Register("SETUP_1", 0x008, reset: 0x0000_0000, readable: 0x071f_3f3f, writable: 0x071f_3f3f, oneToClear: 0x0000_0000),
    Register("CTRL", 0x00c, reset: 0x0000_0000, readable: 0x0000_0103, writable: 0x0000_0111, oneToClear: 0x0000_0000),
    Register("IRQ_SETUP_0", 0x010, reset: 0x0000_0000, readable: 0x37ff_ff1f, writable: 0x17ff_ff1f, oneToClear: 0x0000_0000),
    Register("IRQ_SETUP_1", 0x014, reset: 0x0000_0000, readable: 0xf71f_3f3f, writable: 0xf71f_3f3f, oneToClear: 0x0000_0000),
    Register("RTC_1", 0x018, reset: 0x0000_0000, readable: 0x00ff_ff1f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("RTC_0", 0x01c, reset: 0x0000_0000, readable: 0x071f_3f3f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTR", 0x020, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTE", 0x024, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("INTF", 0x028, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("INTS", 0x02c, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
