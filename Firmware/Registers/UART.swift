// RP2040 data sheet: register map of UART. Offsets and fields from the chip description, declared once for firmware and model.

public enum UART {
  /// Bus address of UART0.
  @inlinable public static var uart0: UInt32 { 0x4003_4000 }
  /// Bus address of UART1.
  @inlinable public static var uart1: UInt32 { 0x4003_8000 }

  public enum UARTDR {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OE: Field { Field(11, 1) }  // readOnly
    @inlinable public static var BE: Field { Field(10, 1) }  // readOnly
    @inlinable public static var PE: Field { Field(9, 1) }  // readOnly
    @inlinable public static var FE: Field { Field(8, 1) }  // readOnly
    @inlinable public static var DATA: Field { Field(0, 8) }
  }
  public enum UARTRSR {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OE: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var BE: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var PE: Field { Field(1, 1) }  // writeOneToClear
    @inlinable public static var FE: Field { Field(0, 1) }  // writeOneToClear
  }
  public enum UARTFR {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0090 }
    @inlinable public static var RI: Field { Field(8, 1) }  // readOnly
    @inlinable public static var TXFE: Field { Field(7, 1) }  // readOnly
    @inlinable public static var RXFF: Field { Field(6, 1) }  // readOnly
    @inlinable public static var TXFF: Field { Field(5, 1) }  // readOnly
    @inlinable public static var RXFE: Field { Field(4, 1) }  // readOnly
    @inlinable public static var BUSY: Field { Field(3, 1) }  // readOnly
    @inlinable public static var DCD: Field { Field(2, 1) }  // readOnly
    @inlinable public static var DSR: Field { Field(1, 1) }  // readOnly
    @inlinable public static var CTS: Field { Field(0, 1) }  // readOnly
  }
  public enum UARTILPR {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ILPDVSR: Field { Field(0, 8) }
  }
  public enum UARTIBRD {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var BAUD_DIVINT: Field { Field(0, 16) }
  }
  public enum UARTFBRD {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var BAUD_DIVFRAC: Field { Field(0, 6) }
  }
  public enum UARTLCR_H {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPS: Field { Field(7, 1) }
    @inlinable public static var WLEN: Field { Field(5, 2) }
    @inlinable public static var FEN: Field { Field(4, 1) }
    @inlinable public static var STP2: Field { Field(3, 1) }
    @inlinable public static var EPS: Field { Field(2, 1) }
    @inlinable public static var PEN: Field { Field(1, 1) }
    @inlinable public static var BRK: Field { Field(0, 1) }
  }
  public enum UARTCR {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0300 }
    @inlinable public static var CTSEN: Field { Field(15, 1) }
    @inlinable public static var RTSEN: Field { Field(14, 1) }
    @inlinable public static var OUT2: Field { Field(13, 1) }
    @inlinable public static var OUT1: Field { Field(12, 1) }
    @inlinable public static var RTS: Field { Field(11, 1) }
    @inlinable public static var DTR: Field { Field(10, 1) }
    @inlinable public static var RXE: Field { Field(9, 1) }
    @inlinable public static var TXE: Field { Field(8, 1) }
    @inlinable public static var LBE: Field { Field(7, 1) }
    @inlinable public static var SIRLP: Field { Field(2, 1) }
    @inlinable public static var SIREN: Field { Field(1, 1) }
    @inlinable public static var UARTEN: Field { Field(0, 1) }
  }
  public enum UARTIFLS {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0012 }
    @inlinable public static var RXIFLSEL: Field { Field(3, 3) }
    @inlinable public static var TXIFLSEL: Field { Field(0, 3) }
  }
  public enum UARTIMSC {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OEIM: Field { Field(10, 1) }
    @inlinable public static var BEIM: Field { Field(9, 1) }
    @inlinable public static var PEIM: Field { Field(8, 1) }
    @inlinable public static var FEIM: Field { Field(7, 1) }
    @inlinable public static var RTIM: Field { Field(6, 1) }
    @inlinable public static var TXIM: Field { Field(5, 1) }
    @inlinable public static var RXIM: Field { Field(4, 1) }
    @inlinable public static var DSRMIM: Field { Field(3, 1) }
    @inlinable public static var DCDMIM: Field { Field(2, 1) }
    @inlinable public static var CTSMIM: Field { Field(1, 1) }
    @inlinable public static var RIMIM: Field { Field(0, 1) }
  }
  public enum UARTRIS {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OERIS: Field { Field(10, 1) }  // readOnly
    @inlinable public static var BERIS: Field { Field(9, 1) }  // readOnly
    @inlinable public static var PERIS: Field { Field(8, 1) }  // readOnly
    @inlinable public static var FERIS: Field { Field(7, 1) }  // readOnly
    @inlinable public static var RTRIS: Field { Field(6, 1) }  // readOnly
    @inlinable public static var TXRIS: Field { Field(5, 1) }  // readOnly
    @inlinable public static var RXRIS: Field { Field(4, 1) }  // readOnly
    @inlinable public static var DSRRMIS: Field { Field(3, 1) }  // readOnly
    @inlinable public static var DCDRMIS: Field { Field(2, 1) }  // readOnly
    @inlinable public static var CTSRMIS: Field { Field(1, 1) }  // readOnly
    @inlinable public static var RIRMIS: Field { Field(0, 1) }  // readOnly
  }
  public enum UARTMIS {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OEMIS: Field { Field(10, 1) }  // readOnly
    @inlinable public static var BEMIS: Field { Field(9, 1) }  // readOnly
    @inlinable public static var PEMIS: Field { Field(8, 1) }  // readOnly
    @inlinable public static var FEMIS: Field { Field(7, 1) }  // readOnly
    @inlinable public static var RTMIS: Field { Field(6, 1) }  // readOnly
    @inlinable public static var TXMIS: Field { Field(5, 1) }  // readOnly
    @inlinable public static var RXMIS: Field { Field(4, 1) }  // readOnly
    @inlinable public static var DSRMMIS: Field { Field(3, 1) }  // readOnly
    @inlinable public static var DCDMMIS: Field { Field(2, 1) }  // readOnly
    @inlinable public static var CTSMMIS: Field { Field(1, 1) }  // readOnly
    @inlinable public static var RIMMIS: Field { Field(0, 1) }  // readOnly
  }
  public enum UARTICR {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OEIC: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var BEIC: Field { Field(9, 1) }  // writeOneToClear
    @inlinable public static var PEIC: Field { Field(8, 1) }  // writeOneToClear
    @inlinable public static var FEIC: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var RTIC: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var TXIC: Field { Field(5, 1) }  // writeOneToClear
    @inlinable public static var RXIC: Field { Field(4, 1) }  // writeOneToClear
    @inlinable public static var DSRMIC: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var DCDMIC: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var CTSMIC: Field { Field(1, 1) }  // writeOneToClear
    @inlinable public static var RIMIC: Field { Field(0, 1) }  // writeOneToClear
  }
  public enum UARTDMACR {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DMAONERR: Field { Field(2, 1) }
    @inlinable public static var TXDMAE: Field { Field(1, 1) }
    @inlinable public static var RXDMAE: Field { Field(0, 1) }
  }
  public enum UARTPERIPHID0 {
    @inlinable public static var offset: UInt32 { 0xfe0 }
    @inlinable public static var reset: UInt32 { 0x0000_0011 }
    @inlinable public static var PARTNUMBER0: Field { Field(0, 8) }  // readOnly
  }
  public enum UARTPERIPHID1 {
    @inlinable public static var offset: UInt32 { 0xfe4 }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var DESIGNER0: Field { Field(4, 4) }  // readOnly
    @inlinable public static var PARTNUMBER1: Field { Field(0, 4) }  // readOnly
  }
  public enum UARTPERIPHID2 {
    @inlinable public static var offset: UInt32 { 0xfe8 }
    @inlinable public static var reset: UInt32 { 0x0000_0034 }
    @inlinable public static var REVISION: Field { Field(4, 4) }  // readOnly
    @inlinable public static var DESIGNER1: Field { Field(0, 4) }  // readOnly
  }
  public enum UARTPERIPHID3 {
    @inlinable public static var offset: UInt32 { 0xfec }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CONFIGURATION: Field { Field(0, 8) }  // readOnly
  }
  public enum UARTPCELLID0 {
    @inlinable public static var offset: UInt32 { 0xff0 }
    @inlinable public static var reset: UInt32 { 0x0000_000d }
    @inlinable public static var UARTPCELLID0: Field { Field(0, 8) }  // readOnly
  }
  public enum UARTPCELLID1 {
    @inlinable public static var offset: UInt32 { 0xff4 }
    @inlinable public static var reset: UInt32 { 0x0000_00f0 }
    @inlinable public static var UARTPCELLID1: Field { Field(0, 8) }  // readOnly
  }
  public enum UARTPCELLID2 {
    @inlinable public static var offset: UInt32 { 0xff8 }
    @inlinable public static var reset: UInt32 { 0x0000_0005 }
    @inlinable public static var UARTPCELLID2: Field { Field(0, 8) }  // readOnly
  }
  public enum UARTPCELLID3 {
    @inlinable public static var offset: UInt32 { 0xffc }
    @inlinable public static var reset: UInt32 { 0x0000_00b1 }
    @inlinable public static var UARTPCELLID3: Field { Field(0, 8) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [22 of Register] = [
    Register("UARTDR", 0x000, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("UARTRSR", 0x004, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_0000, oneToClear: 0x0000_000f),
    Register("UARTFR", 0x018, reset: 0x0000_0090, readable: 0x0000_01ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTILPR", 0x020, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("UARTIBRD", 0x024, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("UARTFBRD", 0x028, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("UARTLCR_H", 0x02c, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("UARTCR", 0x030, reset: 0x0000_0300, readable: 0x0000_ff87, writable: 0x0000_ff87, oneToClear: 0x0000_0000),
    Register("UARTIFLS", 0x034, reset: 0x0000_0012, readable: 0x0000_003f, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("UARTIMSC", 0x038, reset: 0x0000_0000, readable: 0x0000_07ff, writable: 0x0000_07ff, oneToClear: 0x0000_0000),
    Register("UARTRIS", 0x03c, reset: 0x0000_0000, readable: 0x0000_07ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTMIS", 0x040, reset: 0x0000_0000, readable: 0x0000_07ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTICR", 0x044, reset: 0x0000_0000, readable: 0x0000_07ff, writable: 0x0000_0000, oneToClear: 0x0000_07ff),
    Register("UARTDMACR", 0x048, reset: 0x0000_0000, readable: 0x0000_0007, writable: 0x0000_0007, oneToClear: 0x0000_0000),
    Register("UARTPERIPHID0", 0xfe0, reset: 0x0000_0011, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTPERIPHID1", 0xfe4, reset: 0x0000_0010, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTPERIPHID2", 0xfe8, reset: 0x0000_0034, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTPERIPHID3", 0xfec, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTPCELLID0", 0xff0, reset: 0x0000_000d, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTPCELLID1", 0xff4, reset: 0x0000_00f0, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTPCELLID2", 0xff8, reset: 0x0000_0005, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("UARTPCELLID3", 0xffc, reset: 0x0000_00b1, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
