// RP2040 data sheet: register map of XIP_CTRL. Offsets and fields from the chip description, declared once for firmware and model.

public enum XIP_CTRL {
  /// Bus address of XIP_CTRL.
  @inlinable public static var base: UInt32 { 0x1400_0000 }

  public enum CTRL {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0003 }
    @inlinable public static var POWER_DOWN: Field { Field(3, 1) }
    @inlinable public static var ERR_BADWRITE: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum FLUSH {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FLUSH: Field { Field(0, 1) }  // writeOnly
  }
  public enum STAT {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0002 }
    @inlinable public static var FIFO_FULL: Field { Field(2, 1) }  // readOnly
    @inlinable public static var FIFO_EMPTY: Field { Field(1, 1) }  // readOnly
    @inlinable public static var FLUSH_READY: Field { Field(0, 1) }  // readOnly
  }
  public enum CTR_HIT {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CTR_HIT: Field { Field(0, 32) }  // writeOneToClear
  }
  public enum CTR_ACC {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CTR_ACC: Field { Field(0, 32) }  // writeOneToClear
  }
  public enum STREAM_ADDR {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var STREAM_ADDR: Field { Field(2, 30) }
  }
  public enum STREAM_CTR {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var STREAM_CTR: Field { Field(0, 22) }
  }
  public enum STREAM_FIFO {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var STREAM_FIFO: Field { Field(0, 32) }  // readClears
  }

  /// Every register of the block, in address order.
  public static let registers: [8 of Register] = [
    Register("CTRL", 0x000, reset: 0x0000_0003, readable: 0x0000_000b, writable: 0x0000_000b, oneToClear: 0x0000_0000),
    Register("FLUSH", 0x004, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("STAT", 0x008, reset: 0x0000_0002, readable: 0x0000_0007, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CTR_HIT", 0x00c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0xffff_ffff),
    Register("CTR_ACC", 0x010, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0xffff_ffff),
    Register("STREAM_ADDR", 0x014, reset: 0x0000_0000, readable: 0xffff_fffc, writable: 0xffff_fffc, oneToClear: 0x0000_0000),
    Register("STREAM_CTR", 0x018, reset: 0x0000_0000, readable: 0x003f_ffff, writable: 0x003f_ffff, oneToClear: 0x0000_0000),
    Register("STREAM_FIFO", 0x01c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
