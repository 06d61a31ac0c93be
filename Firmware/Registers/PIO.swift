// RP2040 data sheet: register map of PIO. Offsets and fields from the chip description, declared once for firmware and model.

public enum PIO {
  /// Bus address of PIO0.
  @inlinable public static var pio0: UInt32 { 0x5020_0000 }
  /// Bus address of PIO1.
  @inlinable public static var pio1: UInt32 { 0x5030_0000 }

  public enum CTRL {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLKDIV_RESTART: Field { Field(8, 4) }  // writeOnly
    @inlinable public static var SM_RESTART: Field { Field(4, 4) }  // writeOnly
    @inlinable public static var SM_ENABLE: Field { Field(0, 4) }
  }
  public enum FSTAT {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0f00_0f00 }
    @inlinable public static var TXEMPTY: Field { Field(24, 4) }  // readOnly
    @inlinable public static var TXFULL: Field { Field(16, 4) }  // readOnly
    @inlinable public static var RXEMPTY: Field { Field(8, 4) }  // readOnly
    @inlinable public static var RXFULL: Field { Field(0, 4) }  // readOnly
  }
  public enum FDEBUG {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXSTALL: Field { Field(24, 4) }  // writeOneToClear
    @inlinable public static var TXOVER: Field { Field(16, 4) }  // writeOneToClear
    @inlinable public static var RXUNDER: Field { Field(8, 4) }  // writeOneToClear
    @inlinable public static var RXSTALL: Field { Field(0, 4) }  // writeOneToClear
  }
  public enum FLEVEL {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RX3: Field { Field(28, 4) }  // readOnly
    @inlinable public static var TX3: Field { Field(24, 4) }  // readOnly
    @inlinable public static var RX2: Field { Field(20, 4) }  // readOnly
    @inlinable public static var TX2: Field { Field(16, 4) }  // readOnly
    @inlinable public static var RX1: Field { Field(12, 4) }  // readOnly
    @inlinable public static var TX1: Field { Field(8, 4) }  // readOnly
    @inlinable public static var RX0: Field { Field(4, 4) }  // readOnly
    @inlinable public static var TX0: Field { Field(0, 4) }  // readOnly
  }
  public enum TXF0 {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXF0: Field { Field(0, 32) }  // writeOnly
  }
  public enum TXF1 {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXF1: Field { Field(0, 32) }  // writeOnly
  }
  public enum TXF2 {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXF2: Field { Field(0, 32) }  // writeOnly
  }
  public enum TXF3 {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXF3: Field { Field(0, 32) }  // writeOnly
  }
  public enum RXF0 {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RXF0: Field { Field(0, 32) }  // readClears
  }
  public enum RXF1 {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RXF1: Field { Field(0, 32) }  // readClears
  }
  public enum RXF2 {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RXF2: Field { Field(0, 32) }  // readClears
  }
  public enum RXF3 {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RXF3: Field { Field(0, 32) }  // readClears
  }
  public enum IRQ {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IRQ: Field { Field(0, 8) }  // writeOneToClear
  }
  public enum IRQ_FORCE {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IRQ_FORCE: Field { Field(0, 8) }  // writeOnly
  }
  public enum INPUT_SYNC_BYPASS {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INPUT_SYNC_BYPASS: Field { Field(0, 32) }
  }
  public enum DBG_PADOUT {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DBG_PADOUT: Field { Field(0, 32) }  // readOnly
  }
  public enum DBG_PADOE {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DBG_PADOE: Field { Field(0, 32) }  // readOnly
  }
  public enum DBG_CFGINFO {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IMEM_SIZE: Field { Field(16, 6) }  // readOnly
    @inlinable public static var SM_COUNT: Field { Field(8, 4) }  // readOnly
    @inlinable public static var FIFO_DEPTH: Field { Field(0, 6) }  // readOnly
  }
  public enum INSTR_MEM0 {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM0: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM1 {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM1: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM2 {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM2: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM3 {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM3: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM4 {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM4: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM5 {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM5: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM6 {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM6: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM7 {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM7: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM8 {
    @inlinable public static var offset: UInt32 { 0x068 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM8: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM9 {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM9: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM10 {
    @inlinable public static var offset: UInt32 { 0x070 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM10: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM11 {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM11: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM12 {
    @inlinable public static var offset: UInt32 { 0x078 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM12: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM13 {
    @inlinable public static var offset: UInt32 { 0x07c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM13: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM14 {
    @inlinable public static var offset: UInt32 { 0x080 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM14: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM15 {
    @inlinable public static var offset: UInt32 { 0x084 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM15: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM16 {
    @inlinable public static var offset: UInt32 { 0x088 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM16: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM17 {
    @inlinable public static var offset: UInt32 { 0x08c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM17: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM18 {
    @inlinable public static var offset: UInt32 { 0x090 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM18: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM19 {
    @inlinable public static var offset: UInt32 { 0x094 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM19: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM20 {
    @inlinable public static var offset: UInt32 { 0x098 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM20: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM21 {
    @inlinable public static var offset: UInt32 { 0x09c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM21: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM22 {
    @inlinable public static var offset: UInt32 { 0x0a0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM22: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM23 {
    @inlinable public static var offset: UInt32 { 0x0a4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM23: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM24 {
    @inlinable public static var offset: UInt32 { 0x0a8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM24: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM25 {
    @inlinable public static var offset: UInt32 { 0x0ac }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM25: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM26 {
    @inlinable public static var offset: UInt32 { 0x0b0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM26: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM27 {
    @inlinable public static var offset: UInt32 { 0x0b4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM27: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM28 {
    @inlinable public static var offset: UInt32 { 0x0b8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM28: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM29 {
    @inlinable public static var offset: UInt32 { 0x0bc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM29: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM30 {
    @inlinable public static var offset: UInt32 { 0x0c0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM30: Field { Field(0, 16) }  // writeOnly
  }
  public enum INSTR_MEM31 {
    @inlinable public static var offset: UInt32 { 0x0c4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INSTR_MEM31: Field { Field(0, 16) }  // writeOnly
  }
  public enum SM0_CLKDIV {
    @inlinable public static var offset: UInt32 { 0x0c8 }
    @inlinable public static var reset: UInt32 { 0x0001_0000 }
    @inlinable public static var INT: Field { Field(16, 16) }
    @inlinable public static var FRAC: Field { Field(8, 8) }
  }
  public enum SM0_EXECCTRL {
    @inlinable public static var offset: UInt32 { 0x0cc }
    @inlinable public static var reset: UInt32 { 0x0001_f000 }
    @inlinable public static var EXEC_STALLED: Field { Field(31, 1) }  // readOnly
    @inlinable public static var SIDE_EN: Field { Field(30, 1) }
    @inlinable public static var SIDE_PINDIR: Field { Field(29, 1) }
    @inlinable public static var JMP_PIN: Field { Field(24, 5) }
    @inlinable public static var OUT_EN_SEL: Field { Field(19, 5) }
    @inlinable public static var INLINE_OUT_EN: Field { Field(18, 1) }
    @inlinable public static var OUT_STICKY: Field { Field(17, 1) }
    @inlinable public static var WRAP_TOP: Field { Field(12, 5) }
    @inlinable public static var WRAP_BOTTOM: Field { Field(7, 5) }
    @inlinable public static var STATUS_SEL: Field { Field(4, 1) }
    @inlinable public static var STATUS_N: Field { Field(0, 4) }
  }
  public enum SM0_SHIFTCTRL {
    @inlinable public static var offset: UInt32 { 0x0d0 }
    @inlinable public static var reset: UInt32 { 0x000c_0000 }
    @inlinable public static var FJOIN_RX: Field { Field(31, 1) }
    @inlinable public static var FJOIN_TX: Field { Field(30, 1) }
    @inlinable public static var PULL_THRESH: Field { Field(25, 5) }
    @inlinable public static var PUSH_THRESH: Field { Field(20, 5) }
    @inlinable public static var OUT_SHIFTDIR: Field { Field(19, 1) }
    @inlinable public static var IN_SHIFTDIR: Field { Field(18, 1) }
    @inlinable public static var AUTOPULL: Field { Field(17, 1) }
    @inlinable public static var AUTOPUSH: Field { Field(16, 1) }
  }
  public enum SM0_ADDR {
    @inlinable public static var offset: UInt32 { 0x0d4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM0_ADDR: Field { Field(0, 5) }  // readOnly
  }
  public enum SM0_INSTR {
    @inlinable public static var offset: UInt32 { 0x0d8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM0_INSTR: Field { Field(0, 16) }
  }
  public enum SM0_PINCTRL {
    @inlinable public static var offset: UInt32 { 0x0dc }
    @inlinable public static var reset: UInt32 { 0x1400_0000 }
    @inlinable public static var SIDESET_COUNT: Field { Field(29, 3) }
    @inlinable public static var SET_COUNT: Field { Field(26, 3) }
    @inlinable public static var OUT_COUNT: Field { Field(20, 6) }
    @inlinable public static var IN_BASE: Field { Field(15, 5) }
    @inlinable public static var SIDESET_BASE: Field { Field(10, 5) }
    @inlinable public static var SET_BASE: Field { Field(5, 5) }
    @inlinable public static var OUT_BASE: Field { Field(0, 5) }
  }
  public enum SM1_CLKDIV {
    @inlinable public static var offset: UInt32 { 0x0e0 }
    @inlinable public static var reset: UInt32 { 0x0001_0000 }
    @inlinable public static var INT: Field { Field(16, 16) }
    @inlinable public static var FRAC: Field { Field(8, 8) }
  }
  public enum SM1_EXECCTRL {
    @inlinable public static var offset: UInt32 { 0x0e4 }
    @inlinable public static var reset: UInt32 { 0x0001_f000 }
    @inlinable public static var EXEC_STALLED: Field { Field(31, 1) }  // readOnly
    @inlinable public static var SIDE_EN: Field { Field(30, 1) }
    @inlinable public static var SIDE_PINDIR: Field { Field(29, 1) }
    @inlinable public static var JMP_PIN: Field { Field(24, 5) }
    @inlinable public static var OUT_EN_SEL: Field { Field(19, 5) }
    @inlinable public static var INLINE_OUT_EN: Field { Field(18, 1) }
    @inlinable public static var OUT_STICKY: Field { Field(17, 1) }
    @inlinable public static var WRAP_TOP: Field { Field(12, 5) }
    @inlinable public static var WRAP_BOTTOM: Field { Field(7, 5) }
    @inlinable public static var STATUS_SEL: Field { Field(4, 1) }
    @inlinable public static var STATUS_N: Field { Field(0, 4) }
  }
  public enum SM1_SHIFTCTRL {
    @inlinable public static var offset: UInt32 { 0x0e8 }
    @inlinable public static var reset: UInt32 { 0x000c_0000 }
    @inlinable public static var FJOIN_RX: Field { Field(31, 1) }
    @inlinable public static var FJOIN_TX: Field { Field(30, 1) }
    @inlinable public static var PULL_THRESH: Field { Field(25, 5) }
    @inlinable public static var PUSH_THRESH: Field { Field(20, 5) }
    @inlinable public static var OUT_SHIFTDIR: Field { Field(19, 1) }
    @inlinable public static var IN_SHIFTDIR: Field { Field(18, 1) }
    @inlinable public static var AUTOPULL: Field { Field(17, 1) }
    @inlinable public static var AUTOPUSH: Field { Field(16, 1) }
  }
  public enum SM1_ADDR {
    @inlinable public static var offset: UInt32 { 0x0ec }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM1_ADDR: Field { Field(0, 5) }  // readOnly
  }
  public enum SM1_INSTR {
    @inlinable public static var offset: UInt32 { 0x0f0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM1_INSTR: Field { Field(0, 16) }
  }
  public enum SM1_PINCTRL {
    @inlinable public static var offset: UInt32 { 0x0f4 }
    @inlinable public static var reset: UInt32 { 0x1400_0000 }
    @inlinable public static var SIDESET_COUNT: Field { Field(29, 3) }
    @inlinable public static var SET_COUNT: Field { Field(26, 3) }
    @inlinable public static var OUT_COUNT: Field { Field(20, 6) }
    @inlinable public static var IN_BASE: Field { Field(15, 5) }
    @inlinable public static var SIDESET_BASE: Field { Field(10, 5) }
    @inlinable public static var SET_BASE: Field { Field(5, 5) }
    @inlinable public static var OUT_BASE: Field { Field(0, 5) }
  }
  public enum SM2_CLKDIV {
    @inlinable public static var offset: UInt32 { 0x0f8 }
    @inlinable public static var reset: UInt32 { 0x0001_0000 }
    @inlinable public static var INT: Field { Field(16, 16) }
    @inlinable public static var FRAC: Field { Field(8, 8) }
  }
  public enum SM2_EXECCTRL {
    @inlinable public static var offset: UInt32 { 0x0fc }
    @inlinable public static var reset: UInt32 { 0x0001_f000 }
    @inlinable public static var EXEC_STALLED: Field { Field(31, 1) }  // readOnly
    @inlinable public static var SIDE_EN: Field { Field(30, 1) }
    @inlinable public static var SIDE_PINDIR: Field { Field(29, 1) }
    @inlinable public static var JMP_PIN: Field { Field(24, 5) }
    @inlinable public static var OUT_EN_SEL: Field { Field(19, 5) }
    @inlinable public static var INLINE_OUT_EN: Field { Field(18, 1) }
    @inlinable public static var OUT_STICKY: Field { Field(17, 1) }
    @inlinable public static var WRAP_TOP: Field { Field(12, 5) }
    @inlinable public static var WRAP_BOTTOM: Field { Field(7, 5) }
    @inlinable public static var STATUS_SEL: Field { Field(4, 1) }
    @inlinable public static var STATUS_N: Field { Field(0, 4) }
  }
  public enum SM2_SHIFTCTRL {
    @inlinable public static var offset: UInt32 { 0x100 }
    @inlinable public static var reset: UInt32 { 0x000c_0000 }
    @inlinable public static var FJOIN_RX: Field { Field(31, 1) }
    @inlinable public static var FJOIN_TX: Field { Field(30, 1) }
    @inlinable public static var PULL_THRESH: Field { Field(25, 5) }
    @inlinable public static var PUSH_THRESH: Field { Field(20, 5) }
    @inlinable public static var OUT_SHIFTDIR: Field { Field(19, 1) }
    @inlinable public static var IN_SHIFTDIR: Field { Field(18, 1) }
    @inlinable public static var AUTOPULL: Field { Field(17, 1) }
    @inlinable public static var AUTOPUSH: Field { Field(16, 1) }
  }
  public enum SM2_ADDR {
    @inlinable public static var offset: UInt32 { 0x104 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM2_ADDR: Field { Field(0, 5) }  // readOnly
  }
  public enum SM2_INSTR {
    @inlinable public static var offset: UInt32 { 0x108 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM2_INSTR: Field { Field(0, 16) }
  }
  public enum SM2_PINCTRL {
    @inlinable public static var offset: UInt32 { 0x10c }
    @inlinable public static var reset: UInt32 { 0x1400_0000 }
    @inlinable public static var SIDESET_COUNT: Field { Field(29, 3) }
    @inlinable public static var SET_COUNT: Field { Field(26, 3) }
    @inlinable public static var OUT_COUNT: Field { Field(20, 6) }
    @inlinable public static var IN_BASE: Field { Field(15, 5) }
    @inlinable public static var SIDESET_BASE: Field { Field(10, 5) }
    @inlinable public static var SET_BASE: Field { Field(5, 5) }
    @inlinable public static var OUT_BASE: Field { Field(0, 5) }
  }
  public enum SM3_CLKDIV {
    @inlinable public static var offset: UInt32 { 0x110 }
    @inlinable public static var reset: UInt32 { 0x0001_0000 }
    @inlinable public static var INT: Field { Field(16, 16) }
    @inlinable public static var FRAC: Field { Field(8, 8) }
  }
  public enum SM3_EXECCTRL {
    @inlinable public static var offset: UInt32 { 0x114 }
    @inlinable public static var reset: UInt32 { 0x0001_f000 }
    @inlinable public static var EXEC_STALLED: Field { Field(31, 1) }  // readOnly
    @inlinable public static var SIDE_EN: Field { Field(30, 1) }
    @inlinable public static var SIDE_PINDIR: Field { Field(29, 1) }
    @inlinable public static var JMP_PIN: Field { Field(24, 5) }
    @inlinable public static var OUT_EN_SEL: Field { Field(19, 5) }
    @inlinable public static var INLINE_OUT_EN: Field { Field(18, 1) }
    @inlinable public static var OUT_STICKY: Field { Field(17, 1) }
    @inlinable public static var WRAP_TOP: Field { Field(12, 5) }
    @inlinable public static var WRAP_BOTTOM: Field { Field(7, 5) }
    @inlinable public static var STATUS_SEL: Field { Field(4, 1) }
    @inlinable public static var STATUS_N: Field { Field(0, 4) }
  }
  public enum SM3_SHIFTCTRL {
    @inlinable public static var offset: UInt32 { 0x118 }
    @inlinable public static var reset: UInt32 { 0x000c_0000 }
    @inlinable public static var FJOIN_RX: Field { Field(31, 1) }
    @inlinable public static var FJOIN_TX: Field { Field(30, 1) }
    @inlinable public static var PULL_THRESH: Field { Field(25, 5) }
    @inlinable public static var PUSH_THRESH: Field { Field(20, 5) }
    @inlinable public static var OUT_SHIFTDIR: Field { Field(19, 1) }
    @inlinable public static var IN_SHIFTDIR: Field { Field(18, 1) }
    @inlinable public static var AUTOPULL: Field { Field(17, 1) }
    @inlinable public static var AUTOPUSH: Field { Field(16, 1) }
  }
  public enum SM3_ADDR {
    @inlinable public static var offset: UInt32 { 0x11c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM3_ADDR: Field { Field(0, 5) }  // readOnly
  }
  public enum SM3_INSTR {
    @inlinable public static var offset: UInt32 { 0x120 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM3_INSTR: Field { Field(0, 16) }
  }
  public enum SM3_PINCTRL {
    @inlinable public static var offset: UInt32 { 0x124 }
    @inlinable public static var reset: UInt32 { 0x1400_0000 }
    @inlinable public static var SIDESET_COUNT: Field { Field(29, 3) }
    @inlinable public static var SET_COUNT: Field { Field(26, 3) }
    @inlinable public static var OUT_COUNT: Field { Field(20, 6) }
    @inlinable public static var IN_BASE: Field { Field(15, 5) }
    @inlinable public static var SIDESET_BASE: Field { Field(10, 5) }
    @inlinable public static var SET_BASE: Field { Field(5, 5) }
    @inlinable public static var OUT_BASE: Field { Field(0, 5) }
  }
  public enum INTR {
    @inlinable public static var offset: UInt32 { 0x128 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM3: Field { Field(11, 1) }  // readOnly
    @inlinable public static var SM2: Field { Field(10, 1) }  // readOnly
    @inlinable public static var SM1: Field { Field(9, 1) }  // readOnly
    @inlinable public static var SM0: Field { Field(8, 1) }  // readOnly
    @inlinable public static var SM3_TXNFULL: Field { Field(7, 1) }  // readOnly
    @inlinable public static var SM2_TXNFULL: Field { Field(6, 1) }  // readOnly
    @inlinable public static var SM1_TXNFULL: Field { Field(5, 1) }  // readOnly
    @inlinable public static var SM0_TXNFULL: Field { Field(4, 1) }  // readOnly
    @inlinable public static var SM3_RXNEMPTY: Field { Field(3, 1) }  // readOnly
    @inlinable public static var SM2_RXNEMPTY: Field { Field(2, 1) }  // readOnly
    @inlinable public static var SM1_RXNEMPTY: Field { Field(1, 1) }  // readOnly
    @inlinable public static var SM0_RXNEMPTY: Field { Field(0, 1) }  // readOnly
  }
  public enum IRQ0_INTE {
    @inlinable public static var offset: UInt32 { 0x12c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM3: Field { Field(11, 1) }
    @inlinable public static var SM2: Field { Field(10, 1) }
    @inlinable public static var SM1: Field { Field(9, 1) }
    @inlinable public static var SM0: Field { Field(8, 1) }
    @inlinable public static var SM3_TXNFULL: Field { Field(7, 1) }
    @inlinable public static var SM2_TXNFULL: Field { Field(6, 1) }
    @inlinable public static var SM1_TXNFULL: Field { Field(5, 1) }
    @inlinable public static var SM0_TXNFULL: Field { Field(4, 1) }
    @inlinable public static var SM3_RXNEMPTY: Field { Field(3, 1) }
    @inlinable public static var SM2_RXNEMPTY: Field { Field(2, 1) }
    @inlinable public static var SM1_RXNEMPTY: Field { Field(1, 1) }
    @inlinable public static var SM0_RXNEMPTY: Field { Field(0, 1) }
  }
  public enum IRQ0_INTF {
    @inlinable public static var offset: UInt32 { 0x130 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM3: Field { Field(11, 1) }
    @inlinable public static var SM2: Field { Field(10, 1) }
    @inlinable public static var SM1: Field { Field(9, 1) }
    @inlinable public static var SM0: Field { Field(8, 1) }
    @inlinable public static var SM3_TXNFULL: Field { Field(7, 1) }
    @inlinable public static var SM2_TXNFULL: Field { Field(6, 1) }
    @inlinable public static var SM1_TXNFULL: Field { Field(5, 1) }
    @inlinable public static var SM0_TXNFULL: Field { Field(4, 1) }
    @inlinable public static var SM3_RXNEMPTY: Field { Field(3, 1) }
    @inlinable public static var SM2_RXNEMPTY: Field { Field(2, 1) }
    @inlinable public static var SM1_RXNEMPTY: Field { Field(1, 1) }
    @inlinable public static var SM0_RXNEMPTY: Field { Field(0, 1) }
  }
  public enum IRQ0_INTS {
    @inlinable public static var offset: UInt32 { 0x134 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM3: Field { Field(11, 1) }  // readOnly
    @inlinable public static var SM2: Field { Field(10, 1) }  // readOnly
    @inlinable public static var SM1: Field { Field(9, 1) }  // readOnly
    @inlinable public static var SM0: Field { Field(8, 1) }  // readOnly
    @inlinable public static var SM3_TXNFULL: Field { Field(7, 1) }  // readOnly
    @inlinable public static var SM2_TXNFULL: Field { Field(6, 1) }  // readOnly
    @inlinable public static var SM1_TXNFULL: Field { Field(5, 1) }  // readOnly
    @inlinable public static var SM0_TXNFULL: Field { Field(4, 1) }  // readOnly
    @inlinable public static var SM3_RXNEMPTY: Field { Field(3, 1) }  // readOnly
    @inlinable public static var SM2_RXNEMPTY: Field { Field(2, 1) }  // readOnly
    @inlinable public static var SM1_RXNEMPTY: Field { Field(1, 1) }  // readOnly
    @inlinable public static var SM0_RXNEMPTY: Field { Field(0, 1) }  // readOnly
  }
  public enum IRQ1_INTE {
    @inlinable public static var offset: UInt32 { 0x138 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM3: Field { Field(11, 1) }
    @inlinable public static var SM2: Field { Field(10, 1) }
    @inlinable public static var SM1: Field { Field(9, 1) }
    @inlinable public static var SM0: Field { Field(8, 1) }
    @inlinable public static var SM3_TXNFULL: Field { Field(7, 1) }
    @inlinable public static var SM2_TXNFULL: Field { Field(6, 1) }
    @inlinable public static var SM1_TXNFULL: Field { Field(5, 1) }
    @inlinable public static var SM0_TXNFULL: Field { Field(4, 1) }
    @inlinable public static var SM3_RXNEMPTY: Field { Field(3, 1) }
    @inlinable public static var SM2_RXNEMPTY: Field { Field(2, 1) }
    @inlinable public static var SM1_RXNEMPTY: Field { Field(1, 1) }
    @inlinable public static var SM0_RXNEMPTY: Field { Field(0, 1) }
  }
  public enum IRQ1_INTF {
    @inlinable public static var offset: UInt32 { 0x13c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM3: Field { Field(11, 1) }
    @inlinable public static var SM2: Field { Field(10, 1) }
    @inlinable public static var SM1: Field { Field(9, 1) }
    @inlinable public static var SM0: Field { Field(8, 1) }
    @inlinable public static var SM3_TXNFULL: Field { Field(7, 1) }
    @inlinable public static var SM2_TXNFULL: Field { Field(6, 1) }
    @inlinable public static var SM1_TXNFULL: Field { Field(5, 1) }
    @inlinable public static var SM0_TXNFULL: Field { Field(4, 1) }
    @inlinable public static var SM3_RXNEMPTY: Field { Field(3, 1) }
    @inlinable public static var SM2_RXNEMPTY: Field { Field(2, 1) }
    @inlinable public static var SM1_RXNEMPTY: Field { Field(1, 1) }
    @inlinable public static var SM0_RXNEMPTY: Field { Field(0, 1) }
  }
  public enum IRQ1_INTS {
    @inlinable public static var offset: UInt32 { 0x140 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SM3: Field { Field(11, 1) }  // readOnly
    @inlinable public static var SM2: Field { Field(10, 1) }  // readOnly
    @inlinable public static var SM1: Field { Field(9, 1) }  // readOnly
    @inlinable public static var SM0: Field { Field(8, 1) }  // readOnly
    @inlinable public static var SM3_TXNFULL: Field { Field(7, 1) }  // readOnly
    @inlinable public static var SM2_TXNFULL: Field { Field(6, 1) }  // readOnly
    @inlinable public static var SM1_TXNFULL: Field { Field(5, 1) }  // readOnly
    @inlinable public static var SM0_TXNFULL: Field { Field(4, 1) }  // readOnly
    @inlinable public static var SM3_RXNEMPTY: Field { Field(3, 1) }  // readOnly
    @inlinable public static var SM2_RXNEMPTY: Field { Field(2, 1) }  // readOnly
    @inlinable public static var SM1_RXNEMPTY: Field { Field(1, 1) }  // readOnly
    @inlinable public static var SM0_RXNEMPTY: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [81 of Register] = [
    Register("CTRL", 0x000, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("FSTAT", 0x004, reset: 0x0f00_0f00, readable: 0x0f0f_0f0f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("FDEBUG", 0x008, reset: 0x0000_0000, readable: 0x0f0f_0f0f, writable: 0x0000_0000, oneToClear: 0x0f0f_0f0f),
    Register("FLEVEL", 0x00c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("TXF0", 0x010, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("TXF1", 0x014, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("TXF2", 0x018, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("TXF3", 0x01c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("RXF0", 0x020, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("RXF1", 0x024, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("RXF2", 0x028, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("RXF3", 0x02c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IRQ", 0x030, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_00ff),
    Register("IRQ_FORCE", 0x034, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("INPUT_SYNC_BYPASS", 0x038, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DBG_PADOUT", 0x03c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DBG_PADOE", 0x040, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DBG_CFGINFO", 0x044, reset: 0x0020_0404, readable: 0x003f_0f3f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INSTR_MEM0", 0x048, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM1", 0x04c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM2", 0x050, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM3", 0x054, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM4", 0x058, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM5", 0x05c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM6", 0x060, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM7", 0x064, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM8", 0x068, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM9", 0x06c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM10", 0x070, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM11", 0x074, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM12", 0x078, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM13", 0x07c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM14", 0x080, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM15", 0x084, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM16", 0x088, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM17", 0x08c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM18", 0x090, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM19", 0x094, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM20", 0x098, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM21", 0x09c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM22", 0x0a0, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM23", 0x0a4, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM24", 0x0a8, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM25", 0x0ac, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM26", 0x0b0, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM27", 0x0b4, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM28", 0x0b8, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM29", 0x0bc, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM30", 0x0c0, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INSTR_MEM31", 0x0c4, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SM0_CLKDIV", 0x0c8, reset: 0x0001_0000, readable: 0xffff_ff00, writable: 0xffff_ff00, oneToClear: 0x0000_0000),
    Register("SM0_EXECCTRL", 0x0cc, reset: 0x0001_f000, readable: 0xffff_ff9f, writable: 0x7fff_ff9f, oneToClear: 0x0000_0000),
    Register("SM0_SHIFTCTRL", 0x0d0, reset: 0x000c_0000, readable: 0xffff_0000, writable: 0xffff_0000, oneToClear: 0x0000_0000),
    Register("SM0_ADDR", 0x0d4, reset: 0x0000_0000, readable: 0x0000_001f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SM0_INSTR", 0x0d8, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SM0_PINCTRL", 0x0dc, reset: 0x1400_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SM1_CLKDIV", 0x0e0, reset: 0x0001_0000, readable: 0xffff_ff00, writable: 0xffff_ff00, oneToClear: 0x0000_0000),
    Register("SM1_EXECCTRL", 0x0e4, reset: 0x0001_f000, readable: 0xffff_ff9f, writable: 0x7fff_ff9f, oneToClear: 0x0000_0000),
    Register("SM1_SHIFTCTRL", 0x0e8, reset: 0x000c_0000, readable: 0xffff_0000, writable: 0xffff_0000, oneToClear: 0x0000_0000),
    Register("SM1_ADDR", 0x0ec, reset: 0x0000_0000, readable: 0x0000_001f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SM1_INSTR", 0x0f0, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SM1_PINCTRL", 0x0f4, reset: 0x1400_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SM2_CLKDIV", 0x0f8, reset: 0x0001_0000, readable: 0xffff_ff00, writable: 0xffff_ff00, oneToClear: 0x0000_0000),
    Register("SM2_EXECCTRL", 0x0fc, reset: 0x0001_f000, readable: 0xffff_ff9f, writable: 0x7fff_ff9f, oneToClear: 0x0000_0000),
    Register("SM2_SHIFTCTRL", 0x100, reset: 0x000c_0000, readable: 0xffff_0000, writable: 0xffff_0000, oneToClear: 0x0000_0000),
    Register("SM2_ADDR", 0x104, reset: 0x0000_0000, readable: 0x0000_001f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SM2_INSTR", 0x108, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SM2_PINCTRL", 0x10c, reset: 0x1400_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SM3_CLKDIV", 0x110, reset: 0x0001_0000, readable: 0xffff_ff00, writable: 0xffff_ff00, oneToClear: 0x0000_0000),
    Register("SM3_EXECCTRL", 0x114, reset: 0x0001_f000, readable: 0xffff_ff9f, writable: 0x7fff_ff9f, oneToClear: 0x0000_0000),
    Register("SM3_SHIFTCTRL", 0x118, reset: 0x000c_0000, readable: 0xffff_0000, writable: 0xffff_0000, oneToClear: 0x0000_0000),
    Register("SM3_ADDR", 0x11c, reset: 0x0000_0000, readable: 0x0000_001f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SM3_INSTR", 0x120, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SM3_PINCTRL", 0x124, reset: 0x1400_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTR", 0x128, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IRQ0_INTE", 0x12c, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("IRQ0_INTF", 0x130, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("IRQ0_INTS", 0x134, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IRQ1_INTE", 0x138, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("IRQ1_INTF", 0x13c, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("IRQ1_INTS", 0x140, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
