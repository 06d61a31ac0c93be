// RP2040 data sheet: register map of WATCHDOG. Offsets and fields from the chip description, declared once for firmware and model.

public enum WATCHDOG {
  /// Bus address of WATCHDOG.
  @inlinable public static var base: UInt32 { 0x4005_8000 }

  public enum CTRL {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0700_0000 }
    @inlinable public static var TRIGGER: Field { Field(31, 1) }  // writeOnly
    @inlinable public static var ENABLE: Field { Field(30, 1) }
    @inlinable public static var PAUSE_DBG1: Field { Field(26, 1) }
    @inlinable public static var PAUSE_DBG0: Field { Field(25, 1) }
    @inlinable public static var PAUSE_JTAG: Field { Field(24, 1) }
    @inlinable public static var TIME: Field { Field(0, 24) }  // readOnly
  }
  public enum LOAD {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var LOAD: Field { Field(0, 24) }  // writeOnly
  }
  public enum REASON {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FORCE: Field { Field(1, 1) }  // readOnly
    @inlinable public static var TIMER: Field { Field(0, 1) }  // readOnly
  }
  public enum SCRATCH0 {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCRATCH0: Field { Field(0, 32) }
  }
  public enum SCRATCH1 {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCRATCH1: Field { Field(0, 32) }
  }
  public enum SCRATCH2 {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCRATCH2: Field { Field(0, 32) }
  }
  public enum SCRATCH3 {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCRATCH3: Field { Field(0, 32) }
  }
  public enum SCRATCH4 {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCRATCH4: Field { Field(0, 32) }
  }
  public enum SCRATCH5 {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCRATCH5: Field { Field(0, 32) }
  }
  public enum SCRATCH6 {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCRATCH6: Field { Field(0, 32) }
  }
  public enum SCRATCH7 {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCRATCH7: Field { Field(0, 32) }
  }
  public enum TICK {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0200 }
    @inlinable public static var COUNT: Field { Field(11, 9) }  // readOnly
    @inlinable public static var RUNNING: Field { Field(10, 1) }  // readOnly
    @inlinable public static var ENABLE: Field { Field(9, 1) }
    @inlinable public static var CYCLES: Field { Field(0, 9) }
  }

  /// Every register of the block, in address order.
  public static let registers: [12 of Register] = [
    Register("CTRL", 0x000, reset: 0x0700_0000, readable: 0x47ff_ffff, writable: 0xc700_0000, oneToClear: 0x0000_0000),
    Register("LOAD", 0x004, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("REASON", 0x008, reset: 0x0000_0000, readable: 0x0000_0003, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SCRATCH0", 0x00c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SCRATCH1", 0x010, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SCRATCH2", 0x014, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SCRATCH3", 0x018, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SCRATCH4", 0x01c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SCRATCH5", 0x020, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SCRATCH6", 0x024, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SCRATCH7", 0x028, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("TICK", 0x02c, reset: 0x0000_0200, readable: 0x000f_ffff, writable: 0x0000_03ff, oneToClear: 0x0000_0000),
  ]
}
