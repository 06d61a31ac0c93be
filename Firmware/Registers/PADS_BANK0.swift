// RP2040 data sheet: register map of PADS_BANK0. Offsets and fields from the chip description, declared once for firmware and model.

public enum PADS_BANK0 {
  /// Bus address of PADS_BANK0.
  @inlinable public static var base: UInt32 { 0x4001_c000 }

  public enum VOLTAGE_SELECT {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var VOLTAGE_SELECT: Field { Field(0, 1) }
  }
  public enum GPIO0 {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO1 {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO2 {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO3 {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO4 {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO5 {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO6 {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO7 {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO8 {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO9 {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO10 {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO11 {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO12 {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO13 {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO14 {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO15 {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO16 {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO17 {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO18 {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO19 {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO20 {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO21 {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO22 {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO23 {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO24 {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO25 {
    @inlinable public static var offset: UInt32 { 0x068 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO26 {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO27 {
    @inlinable public static var offset: UInt32 { 0x070 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO28 {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO29 {
    @inlinable public static var offset: UInt32 { 0x078 }
    @inlinable public static var reset: UInt32 { 0x0000_0056 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum SWCLK {
    @inlinable public static var offset: UInt32 { 0x07c }
    @inlinable public static var reset: UInt32 { 0x0000_00da }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum SWD {
    @inlinable public static var offset: UInt32 { 0x080 }
    @inlinable public static var reset: UInt32 { 0x0000_005a }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }

  /// Every register of the block, in address order.
  public static let registers: [33 of Register] = [
    Register("VOLTAGE_SELECT", 0x000, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("GPIO0", 0x004, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO1", 0x008, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO2", 0x00c, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO3", 0x010, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO4", 0x014, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO5", 0x018, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO6", 0x01c, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO7", 0x020, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO8", 0x024, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO9", 0x028, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO10", 0x02c, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO11", 0x030, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO12", 0x034, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO13", 0x038, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO14", 0x03c, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO15", 0x040, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO16", 0x044, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO17", 0x048, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO18", 0x04c, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO19", 0x050, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO20", 0x054, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO21", 0x058, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO22", 0x05c, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO23", 0x060, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO24", 0x064, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO25", 0x068, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO26", 0x06c, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO27", 0x070, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO28", 0x074, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO29", 0x078, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("SWCLK", 0x07c, reset: 0x0000_00da, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("SWD", 0x080, reset: 0x0000_005a, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
  ]
}
