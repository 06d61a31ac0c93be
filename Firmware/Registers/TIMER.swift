// RP2040 data sheet: register map of TIMER. Offsets and fields from the chip description, declared once for firmware and model.

public enum TIMER {
  /// Bus address of TIMER.
  @inlinable public static var base: UInt32 { 0x4005_4000 }

  public enum TIMEHW {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TIMEHW: Field { Field(0, 32) }  // writeOnly
  }
  public enum TIMELW {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TIMELW: Field { Field(0, 32) }  // writeOnly
  }
  public enum TIMEHR {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TIMEHR: Field { Field(0, 32) }  // readOnly
  }
  public enum TIMELR {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TIMELR: Field { Field(0, 32) }  // readClears
  }
  public enum ALARM0 {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ALARM0: Field { Field(0, 32) }
  }
  public enum ALARM1 {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ALARM1: Field { Field(0, 32) }
  }
  public enum ALARM2 {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ALARM2: Field { Field(0, 32) }
  }
  public enum ALARM3 {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ALARM3: Field { Field(0, 32) }
  }
  public enum ARMED {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ARMED: Field { Field(0, 4) }  // writeOneToClear
  }
  public enum TIMERAWH {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TIMERAWH: Field { Field(0, 32) }  // readOnly
  }
  public enum TIMERAWL {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TIMERAWL: Field { Field(0, 32) }  // readOnly
  }
  public enum DBGPAUSE {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0007 }
    @inlinable public static var DBG1: Field { Field(2, 1) }
    @inlinable public static var DBG0: Field { Field(1, 1) }
  }
  public enum PAUSE {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PAUSE: Field { Field(0, 1) }
  }
  public enum INTR {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ALARM_3: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var ALARM_2: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var ALARM_1: Field { Field(1, 1) }  // writeOneToClear
    @inlinable public static var ALARM_0: Field { Field(0, 1) }  // writeOneToClear
  }
  public enum INTE {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ALARM_3: Field { Field(3, 1) }
    @inlinable public static var ALARM_2: Field { Field(2, 1) }
    @inlinable public static var ALARM_1: Field { Field(1, 1) }
    @inlinable public static var ALARM_0: Field { Field(0, 1) }
  }
  public enum INTF {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ALARM_3: Field { Field(3, 1) }
    @inlinable public static var ALARM_2: Field { Field(2, 1) }
    @inlinable public static var ALARM_1: Field { Field(1, 1) }
    @inlinable public static var ALARM_0: Field { Field(0, 1) }
  }
  public enum INTS {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ALARM_3: Field { Field(3, 1) }  // readOnly
    @inlinable public static var ALARM_2: Field { Field(2, 1) }  // readOnly
    @inlinable public static var ALARM_1: Field { Field(1, 1) }  // readOnly
    @inlinable public static var ALARM_0: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [17 of Register] = [
    Register("TIMEHW", 0x000, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("TIMELW", 0x004, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("TIMEHR", 0x008, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("TIMELR", 0x00c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("ALARM0", 0x010, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("ALARM1", 0x014, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("ALARM2", 0x018, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("ALARM3", 0x01c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("ARMED", 0x020, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_0000, oneToClear: 0x0000_000f),
    Register("TIMERAWH", 0x024, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("TIMERAWL", 0x028, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DBGPAUSE", 0x02c, reset: 0x0000_0007, readable: 0x0000_0006, writable: 0x0000_0006, oneToClear: 0x0000_0000),
    Register("PAUSE", 0x030, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("INTR", 0x034, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_0000, oneToClear: 0x0000_000f),
    Register("INTE", 0x038, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_000f, oneToClear: 0x0000_0000),
    Register("INTF", 0x03c, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_000f, oneToClear: 0x0000_0000),
    Register("INTS", 0x040, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
