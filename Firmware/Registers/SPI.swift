// RP2040 data sheet: register map of SPI. Offsets and fields from the chip description, declared once for firmware and model.

public enum SPI {
  /// Bus address of SPI0.
  @inlinable public static var spi0: UInt32 { 0x4003_c000 }
  /// Bus address of SPI1.
  @inlinable public static var spi1: UInt32 { 0x4004_0000 }

  public enum SSPCR0 {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCR: Field { Field(8, 8) }
    @inlinable public static var SPH: Field { Field(7, 1) }
    @inlinable public static var SPO: Field { Field(6, 1) }
    @inlinable public static var FRF: Field { Field(4, 2) }
    @inlinable public static var DSS: Field { Field(0, 4) }
  }
  public enum SSPCR1 {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SOD: Field { Field(3, 1) }
    @inlinable public static var MS: Field { Field(2, 1) }
    @inlinable public static var SSE: Field { Field(1, 1) }
    @inlinable public static var LBM: Field { Field(0, 1) }
  }
  public enum SSPDR {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DATA: Field { Field(0, 16) }
  }
  public enum SSPSR {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0003 }
    @inlinable public static var BSY: Field { Field(4, 1) }  // readOnly
    @inlinable public static var RFF: Field { Field(3, 1) }  // readOnly
    @inlinable public static var RNE: Field { Field(2, 1) }  // readOnly
    @inlinable public static var TNF: Field { Field(1, 1) }  // readOnly
    @inlinable public static var TFE: Field { Field(0, 1) }  // readOnly
  }
  public enum SSPCPSR {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CPSDVSR: Field { Field(0, 8) }
  }
  public enum SSPIMSC {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXIM: Field { Field(3, 1) }
    @inlinable public static var RXIM: Field { Field(2, 1) }
    @inlinable public static var RTIM: Field { Field(1, 1) }
    @inlinable public static var RORIM: Field { Field(0, 1) }
  }
  public enum SSPRIS {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0008 }
    @inlinable public static var TXRIS: Field { Field(3, 1) }  // readOnly
    @inlinable public static var RXRIS: Field { Field(2, 1) }  // readOnly
    @inlinable public static var RTRIS: Field { Field(1, 1) }  // readOnly
    @inlinable public static var RORRIS: Field { Field(0, 1) }  // readOnly
  }
  public enum SSPMIS {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXMIS: Field { Field(3, 1) }  // readOnly
    @inlinable public static var RXMIS: Field { Field(2, 1) }  // readOnly
    @inlinable public static var RTMIS: Field { Field(1, 1) }  // readOnly
    @inlinable public static var RORMIS: Field { Field(0, 1) }  // readOnly
  }
  public enum SSPICR {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RTIC: Field { Field(1, 1) }  // writeOneToClear
    @inlinable public static var RORIC: Field { Field(0, 1) }  // writeOneToClear
  }
  public enum SSPDMACR {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXDMAE: Field { Field(1, 1) }
    @inlinable public static var RXDMAE: Field { Field(0, 1) }
  }
  public enum SSPPERIPHID0 {
    @inlinable public static var offset: UInt32 { 0xfe0 }
    @inlinable public static var reset: UInt32 { 0x0000_0022 }
    @inlinable public static var PARTNUMBER0: Field { Field(0, 8) }  // readOnly
  }
  public enum SSPPERIPHID1 {
    @inlinable public static var offset: UInt32 { 0xfe4 }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var DESIGNER0: Field { Field(4, 4) }  // readOnly
    @inlinable public static var PARTNUMBER1: Field { Field(0, 4) }  // readOnly
  }
  public enum SSPPERIPHID2 {
    @inlinable public static var offset: UInt32 { 0xfe8 }
    @inlinable public static var reset: UInt32 { 0x0000_0034 }
    @inlinable public static var REVISION: Field { Field(4, 4) }  // readOnly
    @inlinable public static var DESIGNER1: Field { Field(0, 4) }  // readOnly
  }
  public enum SSPPERIPHID3 {
    @inlinable public static var offset: UInt32 { 0xfec }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CONFIGURATION: Field { Field(0, 8) }  // readOnly
  }
  public enum SSPPCELLID0 {
    @inlinable public static var offset: UInt32 { 0xff0 }
    @inlinable public static var reset: UInt32 { 0x0000_000d }
    @inlinable public static var SSPPCELLID0: Field { Field(0, 8) }  // readOnly
  }
  public enum SSPPCELLID1 {
    @inlinable public static var offset: UInt32 { 0xff4 }
    @inlinable public static var reset: UInt32 { 0x0000_00f0 }
    @inlinable public static var SSPPCELLID1: Field { Field(0, 8) }  // readOnly
  }
  public enum SSPPCELLID2 {
    @inlinable public static var offset: UInt32 { 0xff8 }
    @inlinable public static var reset: UInt32 { 0x0000_0005 }
    @inlinable public static var SSPPCELLID2: Field { Field(0, 8) }  // readOnly
  }
  public enum SSPPCELLID3 {
    @inlinable public static var offset: UInt32 { 0xffc }
    @inlinable public static var reset: UInt32 { 0x0000_00b1 }
    @inlinable public static var SSPPCELLID3: Field { Field(0, 8) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [18 of Register] = [
    Register("SSPCR0", 0x000, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SSPCR1", 0x004, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_000f, oneToClear: 0x0000_0000),
    Register("SSPDR", 0x008, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SSPSR", 0x00c, reset: 0x0000_0003, readable: 0x0000_001f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPCPSR", 0x010, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("SSPIMSC", 0x014, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_000f, oneToClear: 0x0000_0000),
    Register("SSPRIS", 0x018, reset: 0x0000_0008, readable: 0x0000_000f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPMIS", 0x01c, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPICR", 0x020, reset: 0x0000_0000, readable: 0x0000_0003, writable: 0x0000_0000, oneToClear: 0x0000_0003),
    Register("SSPDMACR", 0x024, reset: 0x0000_0000, readable: 0x0000_0003, writable: 0x0000_0003, oneToClear: 0x0000_0000),
    Register("SSPPERIPHID0", 0xfe0, reset: 0x0000_0022, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPPERIPHID1", 0xfe4, reset: 0x0000_0010, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPPERIPHID2", 0xfe8, reset: 0x0000_0034, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPPERIPHID3", 0xfec, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPPCELLID0", 0xff0, reset: 0x0000_000d, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPPCELLID1", 0xff4, reset: 0x0000_00f0, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPPCELLID2", 0xff8, reset: 0x0000_0005, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSPPCELLID3", 0xffc, reset: 0x0000_00b1, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
