// RP2040 data sheet: register map of DMA. Offsets and fields from the chip description, declared once for firmware and model.

public enum DMA {
  /// Bus address of DMA.
  @inlinable public static var base: UInt32 { 0x5000_0000 }

  public enum CH0_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH0_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH0_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH0_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH0_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH0_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH0_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH0_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH0_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH0_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH0_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH0_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH0_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH0_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH0_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH0_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH1_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH1_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0800 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH1_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0800 }
    @inlinable public static var CH1_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH1_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH1_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH1_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH1_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_0800 }
    @inlinable public static var CH1_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH1_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH1_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x068 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH1_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH1_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x070 }
    @inlinable public static var reset: UInt32 { 0x0000_0800 }
    @inlinable public static var CH1_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH1_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH1_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x078 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH1_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x07c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x080 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH2_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x084 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x088 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH2_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x08c }
    @inlinable public static var reset: UInt32 { 0x0000_1000 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH2_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x090 }
    @inlinable public static var reset: UInt32 { 0x0000_1000 }
    @inlinable public static var CH2_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH2_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x094 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH2_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x098 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH2_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x09c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH2_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x0a0 }
    @inlinable public static var reset: UInt32 { 0x0000_1000 }
    @inlinable public static var CH2_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH2_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x0a4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH2_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x0a8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH2_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x0ac }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH2_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x0b0 }
    @inlinable public static var reset: UInt32 { 0x0000_1000 }
    @inlinable public static var CH2_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH2_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x0b4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH2_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x0b8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH2_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x0bc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH3_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x0c0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x0c4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x0c8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH3_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x0cc }
    @inlinable public static var reset: UInt32 { 0x0000_1800 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH3_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x0d0 }
    @inlinable public static var reset: UInt32 { 0x0000_1800 }
    @inlinable public static var CH3_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH3_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x0d4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH3_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x0d8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH3_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x0dc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH3_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x0e0 }
    @inlinable public static var reset: UInt32 { 0x0000_1800 }
    @inlinable public static var CH3_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH3_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x0e4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH3_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x0e8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH3_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x0ec }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH3_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x0f0 }
    @inlinable public static var reset: UInt32 { 0x0000_1800 }
    @inlinable public static var CH3_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH3_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x0f4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH3_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x0f8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH3_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x0fc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH4_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x100 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH4_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x104 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH4_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x108 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH4_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x10c }
    @inlinable public static var reset: UInt32 { 0x0000_2000 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH4_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x110 }
    @inlinable public static var reset: UInt32 { 0x0000_2000 }
    @inlinable public static var CH4_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH4_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x114 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH4_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x118 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH4_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x11c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH4_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x120 }
    @inlinable public static var reset: UInt32 { 0x0000_2000 }
    @inlinable public static var CH4_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH4_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x124 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH4_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x128 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH4_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x12c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH4_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x130 }
    @inlinable public static var reset: UInt32 { 0x0000_2000 }
    @inlinable public static var CH4_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH4_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x134 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH4_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x138 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH4_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x13c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH5_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x140 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH5_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x144 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH5_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x148 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH5_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x14c }
    @inlinable public static var reset: UInt32 { 0x0000_2800 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH5_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x150 }
    @inlinable public static var reset: UInt32 { 0x0000_2800 }
    @inlinable public static var CH5_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH5_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x154 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH5_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x158 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH5_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x15c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH5_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x160 }
    @inlinable public static var reset: UInt32 { 0x0000_2800 }
    @inlinable public static var CH5_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH5_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x164 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH5_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x168 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH5_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x16c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH5_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x170 }
    @inlinable public static var reset: UInt32 { 0x0000_2800 }
    @inlinable public static var CH5_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH5_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x174 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH5_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x178 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH5_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x17c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH6_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x180 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH6_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x184 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH6_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x188 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH6_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x18c }
    @inlinable public static var reset: UInt32 { 0x0000_3000 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH6_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x190 }
    @inlinable public static var reset: UInt32 { 0x0000_3000 }
    @inlinable public static var CH6_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH6_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x194 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH6_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x198 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH6_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x19c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH6_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x1a0 }
    @inlinable public static var reset: UInt32 { 0x0000_3000 }
    @inlinable public static var CH6_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH6_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x1a4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH6_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x1a8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH6_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x1ac }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH6_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x1b0 }
    @inlinable public static var reset: UInt32 { 0x0000_3000 }
    @inlinable public static var CH6_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH6_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x1b4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH6_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x1b8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH6_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x1bc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH7_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x1c0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH7_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x1c4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH7_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x1c8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH7_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x1cc }
    @inlinable public static var reset: UInt32 { 0x0000_3800 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH7_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x1d0 }
    @inlinable public static var reset: UInt32 { 0x0000_3800 }
    @inlinable public static var CH7_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH7_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x1d4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH7_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x1d8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH7_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x1dc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH7_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x1e0 }
    @inlinable public static var reset: UInt32 { 0x0000_3800 }
    @inlinable public static var CH7_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH7_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x1e4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH7_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x1e8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH7_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x1ec }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH7_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x1f0 }
    @inlinable public static var reset: UInt32 { 0x0000_3800 }
    @inlinable public static var CH7_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH7_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x1f4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH7_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x1f8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH7_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x1fc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH8_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x200 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH8_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x204 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH8_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x208 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH8_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x20c }
    @inlinable public static var reset: UInt32 { 0x0000_4000 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH8_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x210 }
    @inlinable public static var reset: UInt32 { 0x0000_4000 }
    @inlinable public static var CH8_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH8_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x214 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH8_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x218 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH8_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x21c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH8_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x220 }
    @inlinable public static var reset: UInt32 { 0x0000_4000 }
    @inlinable public static var CH8_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH8_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x224 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH8_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x228 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH8_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x22c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH8_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x230 }
    @inlinable public static var reset: UInt32 { 0x0000_4000 }
    @inlinable public static var CH8_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH8_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x234 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH8_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x238 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH8_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x23c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH9_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x240 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH9_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x244 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH9_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x248 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH9_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x24c }
    @inlinable public static var reset: UInt32 { 0x0000_4800 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH9_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x250 }
    @inlinable public static var reset: UInt32 { 0x0000_4800 }
    @inlinable public static var CH9_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH9_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x254 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH9_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x258 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH9_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x25c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH9_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x260 }
    @inlinable public static var reset: UInt32 { 0x0000_4800 }
    @inlinable public static var CH9_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH9_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x264 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH9_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x268 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH9_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x26c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH9_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x270 }
    @inlinable public static var reset: UInt32 { 0x0000_4800 }
    @inlinable public static var CH9_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH9_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x274 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH9_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x278 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH9_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x27c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH10_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x280 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH10_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x284 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH10_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x288 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH10_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x28c }
    @inlinable public static var reset: UInt32 { 0x0000_5000 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH10_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x290 }
    @inlinable public static var reset: UInt32 { 0x0000_5000 }
    @inlinable public static var CH10_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH10_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x294 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH10_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x298 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH10_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x29c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH10_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x2a0 }
    @inlinable public static var reset: UInt32 { 0x0000_5000 }
    @inlinable public static var CH10_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH10_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x2a4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH10_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x2a8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH10_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x2ac }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH10_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x2b0 }
    @inlinable public static var reset: UInt32 { 0x0000_5000 }
    @inlinable public static var CH10_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH10_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x2b4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH10_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x2b8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH10_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x2bc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH11_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x2c0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH11_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x2c4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH11_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x2c8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH11_CTRL_TRIG {
    @inlinable public static var offset: UInt32 { 0x2cc }
    @inlinable public static var reset: UInt32 { 0x0000_5800 }
    @inlinable public static var AHB_ERROR: Field { Field(31, 1) }  // readOnly
    @inlinable public static var READ_ERROR: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var WRITE_ERROR: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var BUSY: Field { Field(24, 1) }  // readOnly
    @inlinable public static var SNIFF_EN: Field { Field(23, 1) }
    @inlinable public static var BSWAP: Field { Field(22, 1) }
    @inlinable public static var IRQ_QUIET: Field { Field(21, 1) }
    @inlinable public static var TREQ_SEL: Field { Field(15, 6) }
    @inlinable public static var CHAIN_TO: Field { Field(11, 4) }
    @inlinable public static var RING_SEL: Field { Field(10, 1) }
    @inlinable public static var RING_SIZE: Field { Field(6, 4) }
    @inlinable public static var INCR_WRITE: Field { Field(5, 1) }
    @inlinable public static var INCR_READ: Field { Field(4, 1) }
    @inlinable public static var DATA_SIZE: Field { Field(2, 2) }
    @inlinable public static var HIGH_PRIORITY: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH11_AL1_CTRL {
    @inlinable public static var offset: UInt32 { 0x2d0 }
    @inlinable public static var reset: UInt32 { 0x0000_5800 }
    @inlinable public static var CH11_AL1_CTRL: Field { Field(0, 32) }
  }
  public enum CH11_AL1_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x2d4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_AL1_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH11_AL1_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x2d8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_AL1_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH11_AL1_TRANS_COUNT_TRIG {
    @inlinable public static var offset: UInt32 { 0x2dc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_AL1_TRANS_COUNT_TRIG: Field { Field(0, 32) }
  }
  public enum CH11_AL2_CTRL {
    @inlinable public static var offset: UInt32 { 0x2e0 }
    @inlinable public static var reset: UInt32 { 0x0000_5800 }
    @inlinable public static var CH11_AL2_CTRL: Field { Field(0, 32) }
  }
  public enum CH11_AL2_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x2e4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_AL2_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH11_AL2_READ_ADDR {
    @inlinable public static var offset: UInt32 { 0x2e8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_AL2_READ_ADDR: Field { Field(0, 32) }
  }
  public enum CH11_AL2_WRITE_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x2ec }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_AL2_WRITE_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum CH11_AL3_CTRL {
    @inlinable public static var offset: UInt32 { 0x2f0 }
    @inlinable public static var reset: UInt32 { 0x0000_5800 }
    @inlinable public static var CH11_AL3_CTRL: Field { Field(0, 32) }
  }
  public enum CH11_AL3_WRITE_ADDR {
    @inlinable public static var offset: UInt32 { 0x2f4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_AL3_WRITE_ADDR: Field { Field(0, 32) }
  }
  public enum CH11_AL3_TRANS_COUNT {
    @inlinable public static var offset: UInt32 { 0x2f8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_AL3_TRANS_COUNT: Field { Field(0, 32) }
  }
  public enum CH11_AL3_READ_ADDR_TRIG {
    @inlinable public static var offset: UInt32 { 0x2fc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_AL3_READ_ADDR_TRIG: Field { Field(0, 32) }
  }
  public enum INTR {
    @inlinable public static var offset: UInt32 { 0x400 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTR: Field { Field(0, 16) }  // writeOneToClear
  }
  public enum INTE0 {
    @inlinable public static var offset: UInt32 { 0x404 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTE0: Field { Field(0, 16) }
  }
  public enum INTF0 {
    @inlinable public static var offset: UInt32 { 0x408 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTF0: Field { Field(0, 16) }
  }
  public enum INTS0 {
    @inlinable public static var offset: UInt32 { 0x40c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTS0: Field { Field(0, 16) }  // writeOneToClear
  }
  public enum INTR1 {
    @inlinable public static var offset: UInt32 { 0x410 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTR1: Field { Field(0, 16) }  // writeOneToClear
  }
  public enum INTE1 {
    @inlinable public static var offset: UInt32 { 0x414 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTE1: Field { Field(0, 16) }
  }
  public enum INTF1 {
    @inlinable public static var offset: UInt32 { 0x418 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTF1: Field { Field(0, 16) }
  }
  public enum INTS1 {
    @inlinable public static var offset: UInt32 { 0x41c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTS1: Field { Field(0, 16) }  // writeOneToClear
  }
  public enum TIMER0 {
    @inlinable public static var offset: UInt32 { 0x420 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var X: Field { Field(16, 16) }
    @inlinable public static var Y: Field { Field(0, 16) }
  }
  public enum TIMER1 {
    @inlinable public static var offset: UInt32 { 0x424 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var X: Field { Field(16, 16) }
    @inlinable public static var Y: Field { Field(0, 16) }
  }
  public enum TIMER2 {
    @inlinable public static var offset: UInt32 { 0x428 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var X: Field { Field(16, 16) }
    @inlinable public static var Y: Field { Field(0, 16) }
  }
  public enum TIMER3 {
    @inlinable public static var offset: UInt32 { 0x42c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var X: Field { Field(16, 16) }
    @inlinable public static var Y: Field { Field(0, 16) }
  }
  public enum MULTI_CHAN_TRIGGER {
    @inlinable public static var offset: UInt32 { 0x430 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var MULTI_CHAN_TRIGGER: Field { Field(0, 16) }  // writeOnly
  }
  public enum SNIFF_CTRL {
    @inlinable public static var offset: UInt32 { 0x434 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OUT_INV: Field { Field(11, 1) }
    @inlinable public static var OUT_REV: Field { Field(10, 1) }
    @inlinable public static var BSWAP: Field { Field(9, 1) }
    @inlinable public static var CALC: Field { Field(5, 4) }
    @inlinable public static var DMACH: Field { Field(1, 4) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum SNIFF_DATA {
    @inlinable public static var offset: UInt32 { 0x438 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SNIFF_DATA: Field { Field(0, 32) }
  }
  public enum FIFO_LEVELS {
    @inlinable public static var offset: UInt32 { 0x440 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RAF_LVL: Field { Field(16, 8) }  // readOnly
    @inlinable public static var WAF_LVL: Field { Field(8, 8) }  // readOnly
    @inlinable public static var TDF_LVL: Field { Field(0, 8) }  // readOnly
  }
  public enum CHAN_ABORT {
    @inlinable public static var offset: UInt32 { 0x444 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CHAN_ABORT: Field { Field(0, 16) }  // writeOneToClear
  }
  public enum N_CHANNELS {
    @inlinable public static var offset: UInt32 { 0x448 }
    @inlinable public static var reset: UInt32 { 0x0000_000c }
    @inlinable public static var N_CHANNELS: Field { Field(0, 5) }  // readOnly
  }
  public enum CH0_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0x800 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH0_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0x804 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH1_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0x840 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH1_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0x844 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH2_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0x880 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH2_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0x884 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH3_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0x8c0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH3_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0x8c4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH4_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0x900 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH4_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0x904 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH5_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0x940 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH5_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0x944 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH6_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0x980 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH6_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0x984 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH7_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0x9c0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH7_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0x9c4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH8_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0xa00 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH8_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0xa04 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH8_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH9_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0xa40 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH9_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0xa44 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH9_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH10_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0xa80 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH10_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0xa84 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH10_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }
  public enum CH11_DBG_CTDREQ {
    @inlinable public static var offset: UInt32 { 0xac0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_DBG_CTDREQ: Field { Field(0, 6) }  // writeOneToClear
  }
  public enum CH11_DBG_TCR {
    @inlinable public static var offset: UInt32 { 0xac4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH11_DBG_TCR: Field { Field(0, 32) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [234 of Register] = [
    Register("CH0_READ_ADDR", 0x000, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_WRITE_ADDR", 0x004, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_TRANS_COUNT", 0x008, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_CTRL_TRIG", 0x00c, reset: 0x0000_0000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH0_AL1_CTRL", 0x010, reset: 0x0000_0000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH0_AL1_READ_ADDR", 0x014, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_AL1_WRITE_ADDR", 0x018, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_AL1_TRANS_COUNT_TRIG", 0x01c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_AL2_CTRL", 0x020, reset: 0x0000_0000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH0_AL2_TRANS_COUNT", 0x024, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_AL2_READ_ADDR", 0x028, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_AL2_WRITE_ADDR_TRIG", 0x02c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_AL3_CTRL", 0x030, reset: 0x0000_0000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH0_AL3_WRITE_ADDR", 0x034, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_AL3_TRANS_COUNT", 0x038, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_AL3_READ_ADDR_TRIG", 0x03c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_READ_ADDR", 0x040, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_WRITE_ADDR", 0x044, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_TRANS_COUNT", 0x048, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_CTRL_TRIG", 0x04c, reset: 0x0000_0800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH1_AL1_CTRL", 0x050, reset: 0x0000_0800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH1_AL1_READ_ADDR", 0x054, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_AL1_WRITE_ADDR", 0x058, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_AL1_TRANS_COUNT_TRIG", 0x05c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_AL2_CTRL", 0x060, reset: 0x0000_0800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH1_AL2_TRANS_COUNT", 0x064, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_AL2_READ_ADDR", 0x068, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_AL2_WRITE_ADDR_TRIG", 0x06c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_AL3_CTRL", 0x070, reset: 0x0000_0800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH1_AL3_WRITE_ADDR", 0x074, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_AL3_TRANS_COUNT", 0x078, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_AL3_READ_ADDR_TRIG", 0x07c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_READ_ADDR", 0x080, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_WRITE_ADDR", 0x084, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_TRANS_COUNT", 0x088, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_CTRL_TRIG", 0x08c, reset: 0x0000_1000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH2_AL1_CTRL", 0x090, reset: 0x0000_1000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH2_AL1_READ_ADDR", 0x094, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_AL1_WRITE_ADDR", 0x098, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_AL1_TRANS_COUNT_TRIG", 0x09c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_AL2_CTRL", 0x0a0, reset: 0x0000_1000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH2_AL2_TRANS_COUNT", 0x0a4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_AL2_READ_ADDR", 0x0a8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_AL2_WRITE_ADDR_TRIG", 0x0ac, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_AL3_CTRL", 0x0b0, reset: 0x0000_1000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH2_AL3_WRITE_ADDR", 0x0b4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_AL3_TRANS_COUNT", 0x0b8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_AL3_READ_ADDR_TRIG", 0x0bc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_READ_ADDR", 0x0c0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_WRITE_ADDR", 0x0c4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_TRANS_COUNT", 0x0c8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_CTRL_TRIG", 0x0cc, reset: 0x0000_1800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH3_AL1_CTRL", 0x0d0, reset: 0x0000_1800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH3_AL1_READ_ADDR", 0x0d4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_AL1_WRITE_ADDR", 0x0d8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_AL1_TRANS_COUNT_TRIG", 0x0dc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_AL2_CTRL", 0x0e0, reset: 0x0000_1800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH3_AL2_TRANS_COUNT", 0x0e4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_AL2_READ_ADDR", 0x0e8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_AL2_WRITE_ADDR_TRIG", 0x0ec, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_AL3_CTRL", 0x0f0, reset: 0x0000_1800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH3_AL3_WRITE_ADDR", 0x0f4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_AL3_TRANS_COUNT", 0x0f8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_AL3_READ_ADDR_TRIG", 0x0fc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_READ_ADDR", 0x100, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_WRITE_ADDR", 0x104, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_TRANS_COUNT", 0x108, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_CTRL_TRIG", 0x10c, reset: 0x0000_2000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH4_AL1_CTRL", 0x110, reset: 0x0000_2000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH4_AL1_READ_ADDR", 0x114, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_AL1_WRITE_ADDR", 0x118, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_AL1_TRANS_COUNT_TRIG", 0x11c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_AL2_CTRL", 0x120, reset: 0x0000_2000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH4_AL2_TRANS_COUNT", 0x124, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_AL2_READ_ADDR", 0x128, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_AL2_WRITE_ADDR_TRIG", 0x12c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_AL3_CTRL", 0x130, reset: 0x0000_2000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH4_AL3_WRITE_ADDR", 0x134, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_AL3_TRANS_COUNT", 0x138, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_AL3_READ_ADDR_TRIG", 0x13c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_READ_ADDR", 0x140, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_WRITE_ADDR", 0x144, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_TRANS_COUNT", 0x148, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_CTRL_TRIG", 0x14c, reset: 0x0000_2800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH5_AL1_CTRL", 0x150, reset: 0x0000_2800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH5_AL1_READ_ADDR", 0x154, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_AL1_WRITE_ADDR", 0x158, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_AL1_TRANS_COUNT_TRIG", 0x15c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_AL2_CTRL", 0x160, reset: 0x0000_2800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH5_AL2_TRANS_COUNT", 0x164, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_AL2_READ_ADDR", 0x168, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_AL2_WRITE_ADDR_TRIG", 0x16c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_AL3_CTRL", 0x170, reset: 0x0000_2800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH5_AL3_WRITE_ADDR", 0x174, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_AL3_TRANS_COUNT", 0x178, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_AL3_READ_ADDR_TRIG", 0x17c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_READ_ADDR", 0x180, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_WRITE_ADDR", 0x184, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_TRANS_COUNT", 0x188, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_CTRL_TRIG", 0x18c, reset: 0x0000_3000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH6_AL1_CTRL", 0x190, reset: 0x0000_3000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH6_AL1_READ_ADDR", 0x194, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_AL1_WRITE_ADDR", 0x198, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_AL1_TRANS_COUNT_TRIG", 0x19c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_AL2_CTRL", 0x1a0, reset: 0x0000_3000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH6_AL2_TRANS_COUNT", 0x1a4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_AL2_READ_ADDR", 0x1a8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_AL2_WRITE_ADDR_TRIG", 0x1ac, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_AL3_CTRL", 0x1b0, reset: 0x0000_3000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH6_AL3_WRITE_ADDR", 0x1b4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_AL3_TRANS_COUNT", 0x1b8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_AL3_READ_ADDR_TRIG", 0x1bc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_READ_ADDR", 0x1c0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_WRITE_ADDR", 0x1c4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_TRANS_COUNT", 0x1c8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_CTRL_TRIG", 0x1cc, reset: 0x0000_3800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH7_AL1_CTRL", 0x1d0, reset: 0x0000_3800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH7_AL1_READ_ADDR", 0x1d4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_AL1_WRITE_ADDR", 0x1d8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_AL1_TRANS_COUNT_TRIG", 0x1dc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_AL2_CTRL", 0x1e0, reset: 0x0000_3800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH7_AL2_TRANS_COUNT", 0x1e4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_AL2_READ_ADDR", 0x1e8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_AL2_WRITE_ADDR_TRIG", 0x1ec, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_AL3_CTRL", 0x1f0, reset: 0x0000_3800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH7_AL3_WRITE_ADDR", 0x1f4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_AL3_TRANS_COUNT", 0x1f8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_AL3_READ_ADDR_TRIG", 0x1fc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_READ_ADDR", 0x200, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_WRITE_ADDR", 0x204, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_TRANS_COUNT", 0x208, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_CTRL_TRIG", 0x20c, reset: 0x0000_4000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH8_AL1_CTRL", 0x210, reset: 0x0000_4000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH8_AL1_READ_ADDR", 0x214, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_AL1_WRITE_ADDR", 0x218, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_AL1_TRANS_COUNT_TRIG", 0x21c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_AL2_CTRL", 0x220, reset: 0x0000_4000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH8_AL2_TRANS_COUNT", 0x224, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_AL2_READ_ADDR", 0x228, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_AL2_WRITE_ADDR_TRIG", 0x22c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_AL3_CTRL", 0x230, reset: 0x0000_4000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH8_AL3_WRITE_ADDR", 0x234, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_AL3_TRANS_COUNT", 0x238, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH8_AL3_READ_ADDR_TRIG", 0x23c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_READ_ADDR", 0x240, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_WRITE_ADDR", 0x244, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_TRANS_COUNT", 0x248, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_CTRL_TRIG", 0x24c, reset: 0x0000_4800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH9_AL1_CTRL", 0x250, reset: 0x0000_4800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH9_AL1_READ_ADDR", 0x254, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_AL1_WRITE_ADDR", 0x258, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_AL1_TRANS_COUNT_TRIG", 0x25c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_AL2_CTRL", 0x260, reset: 0x0000_4800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH9_AL2_TRANS_COUNT", 0x264, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_AL2_READ_ADDR", 0x268, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_AL2_WRITE_ADDR_TRIG", 0x26c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_AL3_CTRL", 0x270, reset: 0x0000_4800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH9_AL3_WRITE_ADDR", 0x274, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_AL3_TRANS_COUNT", 0x278, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH9_AL3_READ_ADDR_TRIG", 0x27c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_READ_ADDR", 0x280, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_WRITE_ADDR", 0x284, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_TRANS_COUNT", 0x288, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_CTRL_TRIG", 0x28c, reset: 0x0000_5000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH10_AL1_CTRL", 0x290, reset: 0x0000_5000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH10_AL1_READ_ADDR", 0x294, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_AL1_WRITE_ADDR", 0x298, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_AL1_TRANS_COUNT_TRIG", 0x29c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_AL2_CTRL", 0x2a0, reset: 0x0000_5000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH10_AL2_TRANS_COUNT", 0x2a4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_AL2_READ_ADDR", 0x2a8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_AL2_WRITE_ADDR_TRIG", 0x2ac, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_AL3_CTRL", 0x2b0, reset: 0x0000_5000, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH10_AL3_WRITE_ADDR", 0x2b4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_AL3_TRANS_COUNT", 0x2b8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH10_AL3_READ_ADDR_TRIG", 0x2bc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_READ_ADDR", 0x2c0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_WRITE_ADDR", 0x2c4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_TRANS_COUNT", 0x2c8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_CTRL_TRIG", 0x2cc, reset: 0x0000_5800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH11_AL1_CTRL", 0x2d0, reset: 0x0000_5800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH11_AL1_READ_ADDR", 0x2d4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_AL1_WRITE_ADDR", 0x2d8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_AL1_TRANS_COUNT_TRIG", 0x2dc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_AL2_CTRL", 0x2e0, reset: 0x0000_5800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH11_AL2_TRANS_COUNT", 0x2e4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_AL2_READ_ADDR", 0x2e8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_AL2_WRITE_ADDR_TRIG", 0x2ec, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_AL3_CTRL", 0x2f0, reset: 0x0000_5800, readable: 0xe1ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x6000_0000),
    Register("CH11_AL3_WRITE_ADDR", 0x2f4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_AL3_TRANS_COUNT", 0x2f8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH11_AL3_READ_ADDR_TRIG", 0x2fc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTR", 0x400, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_0000, oneToClear: 0x0000_ffff),
    Register("INTE0", 0x404, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INTF0", 0x408, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INTS0", 0x40c, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_0000, oneToClear: 0x0000_ffff),
    Register("INTR1", 0x410, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_0000, oneToClear: 0x0000_ffff),
    Register("INTE1", 0x414, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INTF1", 0x418, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("INTS1", 0x41c, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_0000, oneToClear: 0x0000_ffff),
    Register("TIMER0", 0x420, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("TIMER1", 0x424, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("TIMER2", 0x428, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("TIMER3", 0x42c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("MULTI_CHAN_TRIGGER", 0x430, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("SNIFF_CTRL", 0x434, reset: 0x0000_0000, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("SNIFF_DATA", 0x438, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("FIFO_LEVELS", 0x440, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CHAN_ABORT", 0x444, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_0000, oneToClear: 0x0000_ffff),
    Register("N_CHANNELS", 0x448, reset: 0x0000_000c, readable: 0x0000_001f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH0_DBG_CTDREQ", 0x800, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH0_DBG_TCR", 0x804, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH1_DBG_CTDREQ", 0x840, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH1_DBG_TCR", 0x844, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH2_DBG_CTDREQ", 0x880, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH2_DBG_TCR", 0x884, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH3_DBG_CTDREQ", 0x8c0, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH3_DBG_TCR", 0x8c4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH4_DBG_CTDREQ", 0x900, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH4_DBG_TCR", 0x904, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH5_DBG_CTDREQ", 0x940, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH5_DBG_TCR", 0x944, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH6_DBG_CTDREQ", 0x980, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH6_DBG_TCR", 0x984, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH7_DBG_CTDREQ", 0x9c0, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH7_DBG_TCR", 0x9c4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH8_DBG_CTDREQ", 0xa00, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH8_DBG_TCR", 0xa04, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH9_DBG_CTDREQ", 0xa40, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH9_DBG_TCR", 0xa44, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH10_DBG_CTDREQ", 0xa80, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH10_DBG_TCR", 0xa84, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("CH11_DBG_CTDREQ", 0xac0, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_003f),
    Register("CH11_DBG_TCR", 0xac4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
