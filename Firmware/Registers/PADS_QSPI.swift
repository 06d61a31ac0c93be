// RP2040 data sheet: register map of PADS_QSPI. Offsets and fields from the chip description, declared once for firmware and model.

public enum PADS_QSPI {
  /// Bus address of PADS_QSPI.
  @inlinable public static var base: UInt32 { 0x4002_0000 }

  public enum VOLTAGE_SELECT {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var VOLTAGE_SELECT: Field { Field(0, 1) }
  }
  public enum GPIO_QSPI_SCLK {
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
  public enum GPIO_QSPI_SD0 {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0052 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO_QSPI_SD1 {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0052 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO_QSPI_SD2 {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0052 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO_QSPI_SD3 {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0052 }
    @inlinable public static var OD: Field { Field(7, 1) }
    @inlinable public static var IE: Field { Field(6, 1) }
    @inlinable public static var DRIVE: Field { Field(4, 2) }
    @inlinable public static var PUE: Field { Field(3, 1) }
    @inlinable public static var PDE: Field { Field(2, 1) }
    @inlinable public static var SCHMITT: Field { Field(1, 1) }
    @inlinable public static var SLEWFAST: Field { Field(0, 1) }
  }
  public enum GPIO_QSPI_SS {
    @inlinable public static var offset: UInt32 { 0x018 }
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
  public static let registers: [7 of Register] = [
    Register("VOLTAGE_SELECT", 0x000, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SCLK", 0x004, reset: 0x0000_0056, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD0", 0x008, reset: 0x0000_0052, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD1", 0x00c, reset: 0x0000_0052, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD2", 0x010, reset: 0x0000_0052, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD3", 0x014, reset: 0x0000_0052, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SS", 0x018, reset: 0x0000_005a, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
  ]
}
