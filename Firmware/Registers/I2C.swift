// RP2040 data sheet: register map of I2C. Offsets and fields from the chip description, declared once for firmware and model.

public enum I2C {
  /// Bus address of I2C0.
  @inlinable public static var i2c0: UInt32 { 0x4004_4000 }
  /// Bus address of I2C1.
  @inlinable public static var i2c1: UInt32 { 0x4004_8000 }

  public enum IC_CON {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0065 }
    @inlinable public static var STOP_DET_IF_MASTER_ACTIVE: Field { Field(10, 1) }  // readOnly
    @inlinable public static var RX_FIFO_FULL_HLD_CTRL: Field { Field(9, 1) }
    @inlinable public static var TX_EMPTY_CTRL: Field { Field(8, 1) }
    @inlinable public static var STOP_DET_IFADDRESSED: Field { Field(7, 1) }
    @inlinable public static var IC_SLAVE_DISABLE: Field { Field(6, 1) }
    @inlinable public static var IC_RESTART_EN: Field { Field(5, 1) }
    @inlinable public static var IC_10BITADDR_MASTER: Field { Field(4, 1) }
    @inlinable public static var IC_10BITADDR_SLAVE: Field { Field(3, 1) }
    @inlinable public static var SPEED: Field { Field(1, 2) }
    @inlinable public static var MASTER_MODE: Field { Field(0, 1) }
  }
  public enum IC_TAR {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0055 }
    @inlinable public static var SPECIAL: Field { Field(11, 1) }
    @inlinable public static var GC_OR_START: Field { Field(10, 1) }
    @inlinable public static var IC_TAR: Field { Field(0, 10) }
  }
  public enum IC_SAR {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0055 }
    @inlinable public static var IC_SAR: Field { Field(0, 10) }
  }
  public enum IC_DATA_CMD {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FIRST_DATA_BYTE: Field { Field(11, 1) }  // readOnly
    @inlinable public static var RESTART: Field { Field(10, 1) }  // writeOnly
    @inlinable public static var STOP: Field { Field(9, 1) }  // writeOnly
    @inlinable public static var CMD: Field { Field(8, 1) }  // writeOnly
    @inlinable public static var DAT: Field { Field(0, 8) }
  }
  public enum IC_SS_SCL_HCNT {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0028 }
    @inlinable public static var IC_SS_SCL_HCNT: Field { Field(0, 16) }
  }
  public enum IC_SS_SCL_LCNT {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_002f }
    @inlinable public static var IC_SS_SCL_LCNT: Field { Field(0, 16) }
  }
  public enum IC_FS_SCL_HCNT {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0006 }
    @inlinable public static var IC_FS_SCL_HCNT: Field { Field(0, 16) }
  }
  public enum IC_FS_SCL_LCNT {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_000d }
    @inlinable public static var IC_FS_SCL_LCNT: Field { Field(0, 16) }
  }
  public enum IC_INTR_STAT {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var R_RESTART_DET: Field { Field(12, 1) }  // readOnly
    @inlinable public static var R_GEN_CALL: Field { Field(11, 1) }  // readOnly
    @inlinable public static var R_START_DET: Field { Field(10, 1) }  // readOnly
    @inlinable public static var R_STOP_DET: Field { Field(9, 1) }  // readOnly
    @inlinable public static var R_ACTIVITY: Field { Field(8, 1) }  // readOnly
    @inlinable public static var R_RX_DONE: Field { Field(7, 1) }  // readOnly
    @inlinable public static var R_TX_ABRT: Field { Field(6, 1) }  // readOnly
    @inlinable public static var R_RD_REQ: Field { Field(5, 1) }  // readOnly
    @inlinable public static var R_TX_EMPTY: Field { Field(4, 1) }  // readOnly
    @inlinable public static var R_TX_OVER: Field { Field(3, 1) }  // readOnly
    @inlinable public static var R_RX_FULL: Field { Field(2, 1) }  // readOnly
    @inlinable public static var R_RX_OVER: Field { Field(1, 1) }  // readOnly
    @inlinable public static var R_RX_UNDER: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_INTR_MASK {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_08ff }
    @inlinable public static var M_RESTART_DET: Field { Field(12, 1) }
    @inlinable public static var M_GEN_CALL: Field { Field(11, 1) }
    @inlinable public static var M_START_DET: Field { Field(10, 1) }
    @inlinable public static var M_STOP_DET: Field { Field(9, 1) }
    @inlinable public static var M_ACTIVITY: Field { Field(8, 1) }
    @inlinable public static var M_RX_DONE: Field { Field(7, 1) }
    @inlinable public static var M_TX_ABRT: Field { Field(6, 1) }
    @inlinable public static var M_RD_REQ: Field { Field(5, 1) }
    @inlinable public static var M_TX_EMPTY: Field { Field(4, 1) }
    @inlinable public static var M_TX_OVER: Field { Field(3, 1) }
    @inlinable public static var M_RX_FULL: Field { Field(2, 1) }
    @inlinable public static var M_RX_OVER: Field { Field(1, 1) }
    @inlinable public static var M_RX_UNDER: Field { Field(0, 1) }
  }
  public enum IC_RAW_INTR_STAT {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RESTART_DET: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GEN_CALL: Field { Field(11, 1) }  // readOnly
    @inlinable public static var START_DET: Field { Field(10, 1) }  // readOnly
    @inlinable public static var STOP_DET: Field { Field(9, 1) }  // readOnly
    @inlinable public static var ACTIVITY: Field { Field(8, 1) }  // readOnly
    @inlinable public static var RX_DONE: Field { Field(7, 1) }  // readOnly
    @inlinable public static var TX_ABRT: Field { Field(6, 1) }  // readOnly
    @inlinable public static var RD_REQ: Field { Field(5, 1) }  // readOnly
    @inlinable public static var TX_EMPTY: Field { Field(4, 1) }  // readOnly
    @inlinable public static var TX_OVER: Field { Field(3, 1) }  // readOnly
    @inlinable public static var RX_FULL: Field { Field(2, 1) }  // readOnly
    @inlinable public static var RX_OVER: Field { Field(1, 1) }  // readOnly
    @inlinable public static var RX_UNDER: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_RX_TL {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RX_TL: Field { Field(0, 8) }
  }
  public enum IC_TX_TL {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TX_TL: Field { Field(0, 8) }
  }
  public enum IC_CLR_INTR {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_INTR: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_RX_UNDER {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_RX_UNDER: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_RX_OVER {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_RX_OVER: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_TX_OVER {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_TX_OVER: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_RD_REQ {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_RD_REQ: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_TX_ABRT {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_TX_ABRT: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_RX_DONE {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_RX_DONE: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_ACTIVITY {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_ACTIVITY: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_STOP_DET {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_STOP_DET: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_START_DET {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_START_DET: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_CLR_GEN_CALL {
    @inlinable public static var offset: UInt32 { 0x068 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_GEN_CALL: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_ENABLE {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TX_CMD_BLOCK: Field { Field(2, 1) }
    @inlinable public static var ABORT: Field { Field(1, 1) }
    @inlinable public static var ENABLE: Field { Field(0, 1) }
  }
  public enum IC_STATUS {
    @inlinable public static var offset: UInt32 { 0x070 }
    @inlinable public static var reset: UInt32 { 0x0000_0006 }
    @inlinable public static var SLV_ACTIVITY: Field { Field(6, 1) }  // readOnly
    @inlinable public static var MST_ACTIVITY: Field { Field(5, 1) }  // readOnly
    @inlinable public static var RFF: Field { Field(4, 1) }  // readOnly
    @inlinable public static var RFNE: Field { Field(3, 1) }  // readOnly
    @inlinable public static var TFE: Field { Field(2, 1) }  // readOnly
    @inlinable public static var TFNF: Field { Field(1, 1) }  // readOnly
    @inlinable public static var ACTIVITY: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_TXFLR {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TXFLR: Field { Field(0, 5) }  // readOnly
  }
  public enum IC_RXFLR {
    @inlinable public static var offset: UInt32 { 0x078 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RXFLR: Field { Field(0, 5) }  // readOnly
  }
  public enum IC_SDA_HOLD {
    @inlinable public static var offset: UInt32 { 0x07c }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var IC_SDA_RX_HOLD: Field { Field(16, 8) }
    @inlinable public static var IC_SDA_TX_HOLD: Field { Field(0, 16) }
  }
  public enum IC_TX_ABRT_SOURCE {
    @inlinable public static var offset: UInt32 { 0x080 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TX_FLUSH_CNT: Field { Field(23, 9) }  // readOnly
    @inlinable public static var ABRT_USER_ABRT: Field { Field(16, 1) }  // readOnly
    @inlinable public static var ABRT_SLVRD_INTX: Field { Field(15, 1) }  // readOnly
    @inlinable public static var ABRT_SLV_ARBLOST: Field { Field(14, 1) }  // readOnly
    @inlinable public static var ABRT_SLVFLUSH_TXFIFO: Field { Field(13, 1) }  // readOnly
    @inlinable public static var ARB_LOST: Field { Field(12, 1) }  // readOnly
    @inlinable public static var ABRT_MASTER_DIS: Field { Field(11, 1) }  // readOnly
    @inlinable public static var ABRT_10B_RD_NORSTRT: Field { Field(10, 1) }  // readOnly
    @inlinable public static var ABRT_SBYTE_NORSTRT: Field { Field(9, 1) }  // readOnly
    @inlinable public static var ABRT_HS_NORSTRT: Field { Field(8, 1) }  // readOnly
    @inlinable public static var ABRT_SBYTE_ACKDET: Field { Field(7, 1) }  // readOnly
    @inlinable public static var ABRT_HS_ACKDET: Field { Field(6, 1) }  // readOnly
    @inlinable public static var ABRT_GCALL_READ: Field { Field(5, 1) }  // readOnly
    @inlinable public static var ABRT_GCALL_NOACK: Field { Field(4, 1) }  // readOnly
    @inlinable public static var ABRT_TXDATA_NOACK: Field { Field(3, 1) }  // readOnly
    @inlinable public static var ABRT_10ADDR2_NOACK: Field { Field(2, 1) }  // readOnly
    @inlinable public static var ABRT_10ADDR1_NOACK: Field { Field(1, 1) }  // readOnly
    @inlinable public static var ABRT_7B_ADDR_NOACK: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_SLV_DATA_NACK_ONLY {
    @inlinable public static var offset: UInt32 { 0x084 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NACK: Field { Field(0, 1) }
  }
  public enum IC_DMA_CR {
    @inlinable public static var offset: UInt32 { 0x088 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TDMAE: Field { Field(1, 1) }
    @inlinable public static var RDMAE: Field { Field(0, 1) }
  }
  public enum IC_DMA_TDLR {
    @inlinable public static var offset: UInt32 { 0x08c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DMATDL: Field { Field(0, 4) }
  }
  public enum IC_DMA_RDLR {
    @inlinable public static var offset: UInt32 { 0x090 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DMARDL: Field { Field(0, 4) }
  }
  public enum IC_SDA_SETUP {
    @inlinable public static var offset: UInt32 { 0x094 }
    @inlinable public static var reset: UInt32 { 0x0000_0064 }
    @inlinable public static var SDA_SETUP: Field { Field(0, 8) }
  }
  public enum IC_ACK_GENERAL_CALL {
    @inlinable public static var offset: UInt32 { 0x098 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var ACK_GEN_CALL: Field { Field(0, 1) }
  }
  public enum IC_ENABLE_STATUS {
    @inlinable public static var offset: UInt32 { 0x09c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SLV_RX_DATA_LOST: Field { Field(2, 1) }  // readOnly
    @inlinable public static var SLV_DISABLED_WHILE_BUSY: Field { Field(1, 1) }  // readOnly
    @inlinable public static var IC_EN: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_FS_SPKLEN {
    @inlinable public static var offset: UInt32 { 0x0a0 }
    @inlinable public static var reset: UInt32 { 0x0000_0007 }
    @inlinable public static var IC_FS_SPKLEN: Field { Field(0, 8) }
  }
  public enum IC_CLR_RESTART_DET {
    @inlinable public static var offset: UInt32 { 0x0a8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLR_RESTART_DET: Field { Field(0, 1) }  // readOnly
  }
  public enum IC_COMP_PARAM_1 {
    @inlinable public static var offset: UInt32 { 0x0f4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TX_BUFFER_DEPTH: Field { Field(16, 8) }  // readOnly
    @inlinable public static var RX_BUFFER_DEPTH: Field { Field(8, 8) }  // readOnly
    @inlinable public static var ADD_ENCODED_PARAMS: Field { Field(7, 1) }  // readOnly
    @inlinable public static var HAS_DMA: Field { Field(6, 1) }  // readOnly
    @inlinable public static var INTR_IO: Field { Field(5, 1) }  // readOnly
    @inlinable public static var HC_COUNT_VALUES: Field { Field(4, 1) }  // readOnly
    @inlinable public static var MAX_SPEED_MODE: Field { Field(2, 2) }  // readOnly
    @inlinable public static var APB_DATA_WIDTH: Field { Field(0, 2) }  // readOnly
  }
  public enum IC_COMP_VERSION {
    @inlinable public static var offset: UInt32 { 0x0f8 }
    @inlinable public static var reset: UInt32 { 0x3230_312a }
    @inlinable public static var IC_COMP_VERSION: Field { Field(0, 32) }  // readOnly
  }
  public enum IC_COMP_TYPE {
    @inlinable public static var offset: UInt32 { 0x0fc }
    @inlinable public static var reset: UInt32 { 0x4457_0140 }
    @inlinable public static var IC_COMP_TYPE: Field { Field(0, 32) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [42 of Register] = [
    Register("IC_CON", 0x000, reset: 0x0000_0065, readable: 0x0000_07ff, writable: 0x0000_03ff, oneToClear: 0x0000_0000),
    Register("IC_TAR", 0x004, reset: 0x0000_0055, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("IC_SAR", 0x008, reset: 0x0000_0055, readable: 0x0000_03ff, writable: 0x0000_03ff, oneToClear: 0x0000_0000),
    Register("IC_DATA_CMD", 0x010, reset: 0x0000_0000, readable: 0x0000_08ff, writable: 0x0000_07ff, oneToClear: 0x0000_0000),
    Register("IC_SS_SCL_HCNT", 0x014, reset: 0x0000_0028, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("IC_SS_SCL_LCNT", 0x018, reset: 0x0000_002f, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("IC_FS_SCL_HCNT", 0x01c, reset: 0x0000_0006, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("IC_FS_SCL_LCNT", 0x020, reset: 0x0000_000d, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("IC_INTR_STAT", 0x02c, reset: 0x0000_0000, readable: 0x0000_1fff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_INTR_MASK", 0x030, reset: 0x0000_08ff, readable: 0x0000_1fff, writable: 0x0000_1fff, oneToClear: 0x0000_0000),
    Register("IC_RAW_INTR_STAT", 0x034, reset: 0x0000_0000, readable: 0x0000_1fff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_RX_TL", 0x038, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("IC_TX_TL", 0x03c, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("IC_CLR_INTR", 0x040, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_RX_UNDER", 0x044, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_RX_OVER", 0x048, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_TX_OVER", 0x04c, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_RD_REQ", 0x050, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_TX_ABRT", 0x054, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_RX_DONE", 0x058, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_ACTIVITY", 0x05c, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_STOP_DET", 0x060, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_START_DET", 0x064, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_CLR_GEN_CALL", 0x068, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_ENABLE", 0x06c, reset: 0x0000_0000, readable: 0x0000_0007, writable: 0x0000_0007, oneToClear: 0x0000_0000),
    Register("IC_STATUS", 0x070, reset: 0x0000_0006, readable: 0x0000_007f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_TXFLR", 0x074, reset: 0x0000_0000, readable: 0x0000_001f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_RXFLR", 0x078, reset: 0x0000_0000, readable: 0x0000_001f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_SDA_HOLD", 0x07c, reset: 0x0000_0001, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("IC_TX_ABRT_SOURCE", 0x080, reset: 0x0000_0000, readable: 0xff81_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_SLV_DATA_NACK_ONLY", 0x084, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("IC_DMA_CR", 0x088, reset: 0x0000_0000, readable: 0x0000_0003, writable: 0x0000_0003, oneToClear: 0x0000_0000),
    Register("IC_DMA_TDLR", 0x08c, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_000f, oneToClear: 0x0000_0000),
    Register("IC_DMA_RDLR", 0x090, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_000f, oneToClear: 0x0000_0000),
    Register("IC_SDA_SETUP", 0x094, reset: 0x0000_0064, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("IC_ACK_GENERAL_CALL", 0x098, reset: 0x0000_0001, readable: 0x0000_0001, writable: 0x0000_0001, oneToClear: 0x0000_0000),
    Register("IC_ENABLE_STATUS", 0x09c, reset: 0x0000_0000, readable: 0x0000_0007, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_FS_SPKLEN", 0x0a0, reset: 0x0000_0007, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("IC_CLR_RESTART_DET", 0x0a8, reset: 0x0000_0000, readable: 0x0000_0001, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_COMP_PARAM_1", 0x0f4, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_COMP_VERSION", 0x0f8, reset: 0x3230_312a, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("IC_COMP_TYPE", 0x0fc, reset: 0x4457_0140, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
