// RP2040 data sheet: register map of BUSCTRL. Offsets and fields from the chip description, declared once for firmware and model.

public enum BUSCTRL {
  /// Bus address of BUSCTRL.
  @inlinable public static var base: UInt32 { 0x4003_0000 }

  public enum BUS_PRIORITY {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DMA_W: Field { Field(12, 1) }
    @inlinable public static var DMA_R: Field { Field(8, 1) }
    @inlinable public static var PROC1: Field { Field(4, 1) }
    @inlinable public static var PROC0: Field { Field(0, 1) }
  }
  public enum BUS_PRIORITY_ACK {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var BUS_PRIORITY_ACK: Field { Field(0, 1) }  // readOnly
  }
  public enum PERFCTR0 {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PERFCTR0: Field { Field(0, 24) }  // writeOneToClear
  }
  public enum PERFSEL0 {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var PERFSEL0: Field { Field(0, 5) }
  }
  public enum PERFCTR1 {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PERFCTR1: Field { Field(0, 24) }  // writeOneToClear
  }
  public enum PERFSEL1 {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var PERFSEL1: Field { Field(0, 5) }
  }
  public enum PERFCTR2 {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PERFCTR2: Field { Field(0, 24) }  // writeOneToClear
  }
  public enum PERFSEL2 {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var PERFSEL2: Field { Field(0, 5) }
  }
  public enum PERFCTR3 {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PERFCTR3: Field { Field(0, 24) }  // writeOneToClear
  }
  public enum PERFSEL3 {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var PERFSEL3: Field { Field(0, 5) }
  }

  /// Every register of the block, in address order.
  public static let registers: [10 of Register] = [
    Register("BUS_PRIORITY", 0x000, reset: 0x0000_0000, readable: 0x0000_1111, writable: 0x0000_1111, oneToClear: 0x0000_0000),
    Register("BUS_PRIORITY_ACK", 0x004, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PERFCTR0", 0x008, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x00ff_ffff),
    Register("PERFSEL0", 0x00c, reset: 0x0000_001f, readable: 0x0000_001f, writable: 0x0000_001f, oneToClear: 0x0000_0000),
    Register("PERFCTR1", 0x010, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x00ff_ffff),
    Register("PERFSEL1", 0x014, reset: 0x0000_001f, readable: 0x0000_001f, writable: 0x0000_001f, oneToClear: 0x0000_0000),
    Register("PERFCTR2", 0x018, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x00ff_ffff),
    Register("PERFSEL2", 0x01c, reset: 0x0000_001f, readable: 0x0000_001f, writable: 0x0000_001f, oneToClear: 0x0000_0000),
    Register("PERFCTR3", 0x020, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x00ff_ffff),
    Register("PERFSEL3", 0x024, reset: 0x0000_001f, readable: 0x0000_001f, writable: 0x0000_001f, oneToClear: 0x0000_0000),
  ]
}
