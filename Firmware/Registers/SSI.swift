// RP2040 data sheet: register map of SSI. Offsets and fields from the chip description, declared once for firmware and model.

public enum SSI {
  /// Bus address of SSI.
  @inlinable public static var base: UInt32 { 0x1800_0000 }

  public enum CTRLR0 {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SSTE: Field { Field(24, 1) }
    @inlinable public static var SPI_FRF: Field { Field(21, 2) }
    @inlinable public static var DFS_32: Field { Field(16, 5) }
    @inlinable public static var CFS: Field { Field(12, 4) }
    @inlinable public static var SRL: Field { Field(11, 1) }
    @inlinable public static var SLV_OE: Field { Field(10, 1) }
    @inlinable public static var TMOD: Field { Field(8, 2) }
    @inlinable public static var SCPOL: Field { Field(7, 1) }
    @inlinable public static var SCPH: Field { Field(6, 1) }
    @inlinable public static var FRF: Field { Field(4, 2) }
    @inlinable public static var DFS: Field { Field(0, 4) }
  }
  public enum CTRLR1 {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NDF: Field { Field(0, 16) }
  }
  public enum SSIENR {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SSI_EN: Field { Field(0, 1) }
  }
  public enum MWCR {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var MHS: Field { Field(2, 1) }
    @inlinable public static var MDD: Field { Field(1, 1) }
    @inlinable public static var MWMOD: Field { Field(0, 1) }
  }
  public enum SER {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SER: Field { Field(0, 1) }
  }
  public enum BAUDR {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SCKDV: Field { Field(0, 16) }
  }
  public enum TXFTLR {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TFT: Field { Field(0, 8) }
  }
  public enum RXFTLR {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RFT: Field { Field(0, 8) }
  }
  public enum TXFLR {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TFTFL: Field { Field(0, 8) }  // readOnly
  }
  public enum RXFLR {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RXTFL: Field { Field(0, 8) }  // readOnly
  }
  public enum SR {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DCOL: Field { Field(6, 1) }  // readOnly
    @inlinable public static var TXE: Field { Field(5, 1) }  // readOnly
    @inlinable public static var RFF: Field { Field(4, 1) }  // readOnly
    @inlinable public static var RFNE: Field { Field(3, 1) }  // readOnly
    @inlinable public static var TFE: Field { Field(2, 1) }  // readOnly
    @inlinable public static var TFNF: Field { Field(1, 1) }  // readOnly
    @inlinable public static var BUSY: Field { Field(0, 1) }  // readOnly
  }
  public enum IMR {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var MSTIM: Field { Field(5, 1) }
    @inlinable public static var RXFIM: Field { Field(4, 1) }
    @inlinable public static var RXOIM: Field { Field(3, 1) }
    @inlinable public static var RXUIM: Field { Field(2, 1) }
    @inlinable public static var TXOIM: Field { Field(1, 1) }
    @inlinable public static var TXEIM: Field { Field(0, 1) }
  }
  public enum ISR {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var MSTIS: Field { Field(5, 1) }  // readOnly
    @inlinable public static var RXFIS: Field { Field(4, 1) }  // readOnly
    @inlinable public static var RXOIS: Field { Field(3, 1) }  // readOnly
    @inlinable public static var RXUIS: Field { Field(2, 1) }  // readOnly
    @inlinable public static var TXOIS: Field { Field(1, 1) }  // readOnly
    @inlinable public static var TXEIS: Field { Field(0, 1) }  // readOnly
  }
  public enum RISR {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var MSTIR: Field { Field(5, 1) }  // readOnly
    @inlinable public static var RXFIR: Field { Field(4, 1) }  // readOnly
    @inlinable public static var RXOIR: Field { Field(3, 1) }  // readOnly
    @inlinable public static var RXUIR: Field { Field(2, 1) }  // readOnly
    @inlinable public static var TXOIR: Field { Field(1, 1) }  // readOnly
    @inlinable public static var TXEIR: Field { Field(0, 1) }  // readOnly
  }
  public enum TXOICR {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXOICR: Field { Field(0, 1) }  // readOnly
  }
  public enum RXOICR {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RXOICR: Field { Field(0, 1) }  // readOnly
  }
  public enum RXUICR {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RXUICR: Field { Field(0, 1) }  // readOnly
  }
  public enum MSTICR {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var MSTICR: Field { Field(0, 1) }  // readOnly
  }
  public enum ICR {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ICR: Field { Field(0, 1) }  // readOnly
  }
  public enum DMACR {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TDMAE: Field { Field(1, 1) }
    @inlinable public static var RDMAE: Field { Field(0, 1) }
  }
  public enum DMATDLR {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DMATDL: Field { Field(0, 8) }
  }
  public enum DMARDLR {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DMARDL: Field { Field(0, 8) }
  }
  public enum IDR {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x5153_5049 }
    @inlinable public static var IDCODE: Field { Field(0, 32) }  // readOnly
  }
  public enum SSI_VERSION_ID {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x3430_312a }
    @inlinable public static var SSI_COMP_VERSION: Field { Field(0, 32) }  // readOnly
  }
  public enum DR0 {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DR: Field { Field(0, 32) }
  }
  public enum RX_SAMPLE_DLY {
    @inlinable public static var offset: UInt32 { 0x0f0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RSD: Field { Field(0, 8) }
  }
  public enum SPI_CTRLR0 {
    @inlinable public static var offset: UInt32 { 0x0f4 }
    @inlinable public static var reset: UInt32 { 0x0300_0000 }
    @inlinable public static var XIP_CMD: Field { Field(24, 8) }
    @inlinable public static var SPI_RXDS_EN: Field { Field(18, 1) }
    @inlinable public static var INST_DDR_EN: Field { Field(17, 1) }
    @inlinable public static var SPI_DDR_EN: Field { Field(16, 1) }
    @inlinable public static var WAIT_CYCLES: Field { Field(11, 5) }
    @inlinable public static var INST_L: Field { Field(8, 2) }
    @inlinable public static var ADDR_L: Field { Field(2, 4) }
    @inlinable public static var TRANS_TYPE: Field { Field(0, 2) }
  }
  public enum TXD_DRIVE_EDGE {
    @inlinable public static var offset: UInt32 { 0x0f8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TDE: Field { Field(0, 8) }
  }

  /// Every register of the block, in address order.
  public static let registers: [28 of Register] = [
    Register("CTRLR0", 0x000, reset: 0x0000_0000, readable: 0x017f_ffff, writable: 0x017f_ffff, oneToClear: 0x0000_0000),
    Register("CTRLR1", 0x004, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SSIENR", 0x008, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("MWCR", 0x00c, reset: 0x0000_0000, readable: 0x0000_0007, writable: 0x0000_0007, oneToClear: 0x0000_0000),
    Register("SER", 0x010, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("BAUDR", 0x014, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("TXFTLR", 0x018, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("RXFTLR", 0x01c, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("TXFLR", 0x020, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("RXFLR", 0x024, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SR", 0x028, reset: 0x0000_0000, readable: 0x0000_007f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IMR", 0x02c, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("ISR", 0x030, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("RISR", 0x034, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("TXOICR", 0x038, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("RXOICR", 0x03c, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("RXUICR", 0x040, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("MSTICR", 0x044, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("ICR", 0x048, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DMACR", 0x04c, reset: 0x0000_0000, readable: 0x0000_0003, writable: 0x0000_0003, oneToClear: 0x0000_0000),
    Register("DMATDLR", 0x050, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("DMARDLR", 0x054, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("IDR", 0x058, reset: 0x5153_5049, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SSI_VERSION_ID", 0x05c, reset: 0x3430_312a, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DR0", 0x060, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("RX_SAMPLE_DLY", 0x0f0, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("SPI_CTRLR0", 0x0f4, reset: 0x0300_0000, readable: 0xff07_fb3f, writable: 0xff07_fb3f, oneToClear: 0x0000_0000),
    Register("TXD_DRIVE_EDGE", 0x0f8, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
  ]
}
