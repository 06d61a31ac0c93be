// RP2040 data sheet: register map of SIO. Offsets and fields from the chip description, declared once for firmware and model.

public enum SIO {
  /// Bus address of SIO.
  @inlinable public static var base: UInt32 { 0xd000_0000 }

  public enum CPUID {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CPUID: Field { Field(0, 32) }  // readOnly
  }
  public enum GPIO_IN {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_IN: Field { Field(0, 30) }  // readOnly
  }
  public enum GPIO_HI_IN {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_HI_IN: Field { Field(0, 6) }  // readOnly
  }
  public enum GPIO_OUT {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_OUT: Field { Field(0, 30) }
  }
  public enum GPIO_OUT_SET {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_OUT_SET: Field { Field(0, 30) }  // writeOnly
  }
  public enum GPIO_OUT_CLR {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_OUT_CLR: Field { Field(0, 30) }  // writeOnly
  }
  public enum GPIO_OUT_XOR {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_OUT_XOR: Field { Field(0, 30) }  // writeOnly
  }
  public enum GPIO_OE {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_OE: Field { Field(0, 30) }
  }
  public enum GPIO_OE_SET {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_OE_SET: Field { Field(0, 30) }  // writeOnly
  }
  public enum GPIO_OE_CLR {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_OE_CLR: Field { Field(0, 30) }  // writeOnly
  }
  public enum GPIO_OE_XOR {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_OE_XOR: Field { Field(0, 30) }  // writeOnly
  }
  public enum GPIO_HI_OUT {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_HI_OUT: Field { Field(0, 6) }
  }
  public enum GPIO_HI_OUT_SET {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_HI_OUT_SET: Field { Field(0, 6) }  // writeOnly
  }
  public enum GPIO_HI_OUT_CLR {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_HI_OUT_CLR: Field { Field(0, 6) }  // writeOnly
  }
  public enum GPIO_HI_OUT_XOR {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_HI_OUT_XOR: Field { Field(0, 6) }  // writeOnly
  }
  public enum GPIO_HI_OE {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_HI_OE: Field { Field(0, 6) }
  }
  public enum GPIO_HI_OE_SET {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_HI_OE_SET: Field { Field(0, 6) }  // writeOnly
  }
  public enum GPIO_HI_OE_CLR {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_HI_OE_CLR: Field { Field(0, 6) }  // writeOnly
  }
  public enum GPIO_HI_OE_XOR {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_HI_OE_XOR: Field { Field(0, 6) }  // writeOnly
  }
  public enum FIFO_ST {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0002 }
    @inlinable public static var ROE: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var WOF: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var RDY: Field { Field(1, 1) }  // readOnly
    @inlinable public static var VLD: Field { Field(0, 1) }  // readOnly
  }
  public enum FIFO_WR {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FIFO_WR: Field { Field(0, 32) }  // writeOnly
  }
  public enum FIFO_RD {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FIFO_RD: Field { Field(0, 32) }  // readClears
  }
  public enum SPINLOCK_ST {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK_ST: Field { Field(0, 32) }  // readOnly
  }
  public enum DIV_UDIVIDEND {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DIV_UDIVIDEND: Field { Field(0, 32) }
  }
  public enum DIV_UDIVISOR {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DIV_UDIVISOR: Field { Field(0, 32) }
  }
  public enum DIV_SDIVIDEND {
    @inlinable public static var offset: UInt32 { 0x068 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DIV_SDIVIDEND: Field { Field(0, 32) }
  }
  public enum DIV_SDIVISOR {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DIV_SDIVISOR: Field { Field(0, 32) }
  }
  public enum DIV_QUOTIENT {
    @inlinable public static var offset: UInt32 { 0x070 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DIV_QUOTIENT: Field { Field(0, 32) }
  }
  public enum DIV_REMAINDER {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DIV_REMAINDER: Field { Field(0, 32) }
  }
  public enum DIV_CSR {
    @inlinable public static var offset: UInt32 { 0x078 }
    @inlinable public static var reset: UInt32 { 0x0000_0001 }
    @inlinable public static var DIRTY: Field { Field(1, 1) }  // readOnly
    @inlinable public static var READY: Field { Field(0, 1) }  // readOnly
  }
  public enum INTERP0_ACCUM0 {
    @inlinable public static var offset: UInt32 { 0x080 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_ACCUM0: Field { Field(0, 32) }
  }
  public enum INTERP0_ACCUM1 {
    @inlinable public static var offset: UInt32 { 0x084 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_ACCUM1: Field { Field(0, 32) }
  }
  public enum INTERP0_BASE0 {
    @inlinable public static var offset: UInt32 { 0x088 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_BASE0: Field { Field(0, 32) }
  }
  public enum INTERP0_BASE1 {
    @inlinable public static var offset: UInt32 { 0x08c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_BASE1: Field { Field(0, 32) }
  }
  public enum INTERP0_BASE2 {
    @inlinable public static var offset: UInt32 { 0x090 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_BASE2: Field { Field(0, 32) }
  }
  public enum INTERP0_POP_LANE0 {
    @inlinable public static var offset: UInt32 { 0x094 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_POP_LANE0: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP0_POP_LANE1 {
    @inlinable public static var offset: UInt32 { 0x098 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_POP_LANE1: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP0_POP_FULL {
    @inlinable public static var offset: UInt32 { 0x09c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_POP_FULL: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP0_PEEK_LANE0 {
    @inlinable public static var offset: UInt32 { 0x0a0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_PEEK_LANE0: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP0_PEEK_LANE1 {
    @inlinable public static var offset: UInt32 { 0x0a4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_PEEK_LANE1: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP0_PEEK_FULL {
    @inlinable public static var offset: UInt32 { 0x0a8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_PEEK_FULL: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP0_CTRL_LANE0 {
    @inlinable public static var offset: UInt32 { 0x0ac }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OVERF: Field { Field(25, 1) }  // readOnly
    @inlinable public static var OVERF1: Field { Field(24, 1) }  // readOnly
    @inlinable public static var OVERF0: Field { Field(23, 1) }  // readOnly
    @inlinable public static var BLEND: Field { Field(21, 1) }
    @inlinable public static var FORCE_MSB: Field { Field(19, 2) }
    @inlinable public static var ADD_RAW: Field { Field(18, 1) }
    @inlinable public static var CROSS_RESULT: Field { Field(17, 1) }
    @inlinable public static var CROSS_INPUT: Field { Field(16, 1) }
    @inlinable public static var SIGNED: Field { Field(15, 1) }
    @inlinable public static var MASK_MSB: Field { Field(10, 5) }
    @inlinable public static var MASK_LSB: Field { Field(5, 5) }
    @inlinable public static var SHIFT: Field { Field(0, 5) }
  }
  public enum INTERP0_CTRL_LANE1 {
    @inlinable public static var offset: UInt32 { 0x0b0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FORCE_MSB: Field { Field(19, 2) }
    @inlinable public static var ADD_RAW: Field { Field(18, 1) }
    @inlinable public static var CROSS_RESULT: Field { Field(17, 1) }
    @inlinable public static var CROSS_INPUT: Field { Field(16, 1) }
    @inlinable public static var SIGNED: Field { Field(15, 1) }
    @inlinable public static var MASK_MSB: Field { Field(10, 5) }
    @inlinable public static var MASK_LSB: Field { Field(5, 5) }
    @inlinable public static var SHIFT: Field { Field(0, 5) }
  }
  public enum INTERP0_ACCUM0_ADD {
    @inlinable public static var offset: UInt32 { 0x0b4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_ACCUM0_ADD: Field { Field(0, 24) }
  }
  public enum INTERP0_ACCUM1_ADD {
    @inlinable public static var offset: UInt32 { 0x0b8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_ACCUM1_ADD: Field { Field(0, 24) }
  }
  public enum INTERP0_BASE_1AND0 {
    @inlinable public static var offset: UInt32 { 0x0bc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP0_BASE_1AND0: Field { Field(0, 32) }  // writeOnly
  }
  public enum INTERP1_ACCUM0 {
    @inlinable public static var offset: UInt32 { 0x0c0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_ACCUM0: Field { Field(0, 32) }
  }
  public enum INTERP1_ACCUM1 {
    @inlinable public static var offset: UInt32 { 0x0c4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_ACCUM1: Field { Field(0, 32) }
  }
  public enum INTERP1_BASE0 {
    @inlinable public static var offset: UInt32 { 0x0c8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_BASE0: Field { Field(0, 32) }
  }
  public enum INTERP1_BASE1 {
    @inlinable public static var offset: UInt32 { 0x0cc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_BASE1: Field { Field(0, 32) }
  }
  public enum INTERP1_BASE2 {
    @inlinable public static var offset: UInt32 { 0x0d0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_BASE2: Field { Field(0, 32) }
  }
  public enum INTERP1_POP_LANE0 {
    @inlinable public static var offset: UInt32 { 0x0d4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_POP_LANE0: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP1_POP_LANE1 {
    @inlinable public static var offset: UInt32 { 0x0d8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_POP_LANE1: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP1_POP_FULL {
    @inlinable public static var offset: UInt32 { 0x0dc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_POP_FULL: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP1_PEEK_LANE0 {
    @inlinable public static var offset: UInt32 { 0x0e0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_PEEK_LANE0: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP1_PEEK_LANE1 {
    @inlinable public static var offset: UInt32 { 0x0e4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_PEEK_LANE1: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP1_PEEK_FULL {
    @inlinable public static var offset: UInt32 { 0x0e8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_PEEK_FULL: Field { Field(0, 32) }  // readOnly
  }
  public enum INTERP1_CTRL_LANE0 {
    @inlinable public static var offset: UInt32 { 0x0ec }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OVERF: Field { Field(25, 1) }  // readOnly
    @inlinable public static var OVERF1: Field { Field(24, 1) }  // readOnly
    @inlinable public static var OVERF0: Field { Field(23, 1) }  // readOnly
    @inlinable public static var CLAMP: Field { Field(22, 1) }
    @inlinable public static var FORCE_MSB: Field { Field(19, 2) }
    @inlinable public static var ADD_RAW: Field { Field(18, 1) }
    @inlinable public static var CROSS_RESULT: Field { Field(17, 1) }
    @inlinable public static var CROSS_INPUT: Field { Field(16, 1) }
    @inlinable public static var SIGNED: Field { Field(15, 1) }
    @inlinable public static var MASK_MSB: Field { Field(10, 5) }
    @inlinable public static var MASK_LSB: Field { Field(5, 5) }
    @inlinable public static var SHIFT: Field { Field(0, 5) }
  }
  public enum INTERP1_CTRL_LANE1 {
    @inlinable public static var offset: UInt32 { 0x0f0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FORCE_MSB: Field { Field(19, 2) }
    @inlinable public static var ADD_RAW: Field { Field(18, 1) }
    @inlinable public static var CROSS_RESULT: Field { Field(17, 1) }
    @inlinable public static var CROSS_INPUT: Field { Field(16, 1) }
    @inlinable public static var SIGNED: Field { Field(15, 1) }
    @inlinable public static var MASK_MSB: Field { Field(10, 5) }
    @inlinable public static var MASK_LSB: Field { Field(5, 5) }
    @inlinable public static var SHIFT: Field { Field(0, 5) }
  }
  public enum INTERP1_ACCUM0_ADD {
    @inlinable public static var offset: UInt32 { 0x0f4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_ACCUM0_ADD: Field { Field(0, 24) }
  }
  public enum INTERP1_ACCUM1_ADD {
    @inlinable public static var offset: UInt32 { 0x0f8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_ACCUM1_ADD: Field { Field(0, 24) }
  }
  public enum INTERP1_BASE_1AND0 {
    @inlinable public static var offset: UInt32 { 0x0fc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTERP1_BASE_1AND0: Field { Field(0, 32) }  // writeOnly
  }
  public enum SPINLOCK0 {
    @inlinable public static var offset: UInt32 { 0x100 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK0: Field { Field(0, 32) }
  }
  public enum SPINLOCK1 {
    @inlinable public static var offset: UInt32 { 0x104 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK1: Field { Field(0, 32) }
  }
  public enum SPINLOCK2 {
    @inlinable public static var offset: UInt32 { 0x108 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK2: Field { Field(0, 32) }
  }
  public enum SPINLOCK3 {
    @inlinable public static var offset: UInt32 { 0x10c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK3: Field { Field(0, 32) }
  }
  public enum SPINLOCK4 {
    @inlinable public static var offset: UInt32 { 0x110 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK4: Field { Field(0, 32) }
  }
  public enum SPINLOCK5 {
    @inlinable public static var offset: UInt32 { 0x114 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK5: Field { Field(0, 32) }
  }
  public enum SPINLOCK6 {
    @inlinable public static var offset: UInt32 { 0x118 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK6: Field { Field(0, 32) }
  }
  public enum SPINLOCK7 {
    @inlinable public static var offset: UInt32 { 0x11c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK7: Field { Field(0, 32) }
  }
  public enum SPINLOCK8 {
    @inlinable public static var offset: UInt32 { 0x120 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK8: Field { Field(0, 32) }
  }
  public enum SPINLOCK9 {
    @inlinable public static var offset: UInt32 { 0x124 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK9: Field { Field(0, 32) }
  }
  public enum SPINLOCK10 {
    @inlinable public static var offset: UInt32 { 0x128 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK10: Field { Field(0, 32) }
  }
  public enum SPINLOCK11 {
    @inlinable public static var offset: UInt32 { 0x12c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK11: Field { Field(0, 32) }
  }
  public enum SPINLOCK12 {
    @inlinable public static var offset: UInt32 { 0x130 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK12: Field { Field(0, 32) }
  }
  public enum SPINLOCK13 {
    @inlinable public static var offset: UInt32 { 0x134 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK13: Field { Field(0, 32) }
  }
  public enum SPINLOCK14 {
    @inlinable public static var offset: UInt32 { 0x138 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK14: Field { Field(0, 32) }
  }
  public enum SPINLOCK15 {
    @inlinable public static var offset: UInt32 { 0x13c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK15: Field { Field(0, 32) }
  }
  public enum SPINLOCK16 {
    @inlinable public static var offset: UInt32 { 0x140 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK16: Field { Field(0, 32) }
  }
  public enum SPINLOCK17 {
    @inlinable public static var offset: UInt32 { 0x144 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK17: Field { Field(0, 32) }
  }
  public enum SPINLOCK18 {
    @inlinable public static var offset: UInt32 { 0x148 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK18: Field { Field(0, 32) }
  }
  public enum SPINLOCK19 {
    @inlinable public static var offset: UInt32 { 0x14c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK19: Field { Field(0, 32) }
  }
  public enum SPINLOCK20 {
    @inlinable public static var offset: UInt32 { 0x150 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK20: Field { Field(0, 32) }
  }
  public enum SPINLOCK21 {
    @inlinable public static var offset: UInt32 { 0x154 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK21: Field { Field(0, 32) }
  }
  public enum SPINLOCK22 {
    @inlinable public static var offset: UInt32 { 0x158 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK22: Field { Field(0, 32) }
  }
  public enum SPINLOCK23 {
    @inlinable public static var offset: UInt32 { 0x15c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK23: Field { Field(0, 32) }
  }
  public enum SPINLOCK24 {
    @inlinable public static var offset: UInt32 { 0x160 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK24: Field { Field(0, 32) }
  }
  public enum SPINLOCK25 {
    @inlinable public static var offset: UInt32 { 0x164 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK25: Field { Field(0, 32) }
  }
  public enum SPINLOCK26 {
    @inlinable public static var offset: UInt32 { 0x168 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK26: Field { Field(0, 32) }
  }
  public enum SPINLOCK27 {
    @inlinable public static var offset: UInt32 { 0x16c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK27: Field { Field(0, 32) }
  }
  public enum SPINLOCK28 {
    @inlinable public static var offset: UInt32 { 0x170 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK28: Field { Field(0, 32) }
  }
  public enum SPINLOCK29 {
    @inlinable public static var offset: UInt32 { 0x174 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK29: Field { Field(0, 32) }
  }
  public enum SPINLOCK30 {
    @inlinable public static var offset: UInt32 { 0x178 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK30: Field { Field(0, 32) }
  }
  public enum SPINLOCK31 {
    @inlinable public static var offset: UInt32 { 0x17c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SPINLOCK31: Field { Field(0, 32) }
  }

  /// Every register of the block, in address order.
  public static let registers: [94 of Register] = [
    Register("CPUID", 0x000, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO_IN", 0x004, reset: 0x0000_0000, readable: 0x3fff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO_HI_IN", 0x008, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO_OUT", 0x010, reset: 0x0000_0000, readable: 0x3fff_ffff, writable: 0x3fff_ffff, oneToClear: 0x0000_0000),
    Register("GPIO_OUT_SET", 0x014, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x3fff_ffff, oneToClear: 0x0000_0000),
    Register("GPIO_OUT_CLR", 0x018, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x3fff_ffff, oneToClear: 0x0000_0000),
    Register("GPIO_OUT_XOR", 0x01c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x3fff_ffff, oneToClear: 0x0000_0000),
    Register("GPIO_OE", 0x020, reset: 0x0000_0000, readable: 0x3fff_ffff, writable: 0x3fff_ffff, oneToClear: 0x0000_0000),
    Register("GPIO_OE_SET", 0x024, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x3fff_ffff, oneToClear: 0x0000_0000),
    Register("GPIO_OE_CLR", 0x028, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x3fff_ffff, oneToClear: 0x0000_0000),
    Register("GPIO_OE_XOR", 0x02c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x3fff_ffff, oneToClear: 0x0000_0000),
    Register("GPIO_HI_OUT", 0x030, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("GPIO_HI_OUT_SET", 0x034, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("GPIO_HI_OUT_CLR", 0x038, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("GPIO_HI_OUT_XOR", 0x03c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("GPIO_HI_OE", 0x040, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("GPIO_HI_OE_SET", 0x044, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("GPIO_HI_OE_CLR", 0x048, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("GPIO_HI_OE_XOR", 0x04c, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("FIFO_ST", 0x050, reset: 0x0000_0002, readable: 0x0000_000f, writable: 0x0000_0000, oneToClear: 0x0000_000c),
    Register("FIFO_WR", 0x054, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("FIFO_RD", 0x058, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SPINLOCK_ST", 0x05c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DIV_UDIVIDEND", 0x060, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DIV_UDIVISOR", 0x064, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DIV_SDIVIDEND", 0x068, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DIV_SDIVISOR", 0x06c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DIV_QUOTIENT", 0x070, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DIV_REMAINDER", 0x074, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DIV_CSR", 0x078, reset: 0x0000_0001, readable: 0x0000_0003, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP0_ACCUM0", 0x080, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP0_ACCUM1", 0x084, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP0_BASE0", 0x088, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP0_BASE1", 0x08c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP0_BASE2", 0x090, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP0_POP_LANE0", 0x094, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP0_POP_LANE1", 0x098, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP0_POP_FULL", 0x09c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP0_PEEK_LANE0", 0x0a0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP0_PEEK_LANE1", 0x0a4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP0_PEEK_FULL", 0x0a8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP0_CTRL_LANE0", 0x0ac, reset: 0x0000_0000, readable: 0x03bf_ffff, writable: 0x003f_ffff, oneToClear: 0x0000_0000),
    Register("INTERP0_CTRL_LANE1", 0x0b0, reset: 0x0000_0000, readable: 0x001f_ffff, writable: 0x001f_ffff, oneToClear: 0x0000_0000),
    Register("INTERP0_ACCUM0_ADD", 0x0b4, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP0_ACCUM1_ADD", 0x0b8, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP0_BASE_1AND0", 0x0bc, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_ACCUM0", 0x0c0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_ACCUM1", 0x0c4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_BASE0", 0x0c8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_BASE1", 0x0cc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_BASE2", 0x0d0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_POP_LANE0", 0x0d4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP1_POP_LANE1", 0x0d8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP1_POP_FULL", 0x0dc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP1_PEEK_LANE0", 0x0e0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP1_PEEK_LANE1", 0x0e4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP1_PEEK_FULL", 0x0e8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTERP1_CTRL_LANE0", 0x0ec, reset: 0x0000_0000, readable: 0x03df_ffff, writable: 0x005f_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_CTRL_LANE1", 0x0f0, reset: 0x0000_0000, readable: 0x001f_ffff, writable: 0x001f_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_ACCUM0_ADD", 0x0f4, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_ACCUM1_ADD", 0x0f8, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("INTERP1_BASE_1AND0", 0x0fc, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK0", 0x100, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK1", 0x104, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK2", 0x108, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK3", 0x10c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK4", 0x110, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK5", 0x114, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK6", 0x118, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK7", 0x11c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK8", 0x120, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK9", 0x124, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK10", 0x128, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK11", 0x12c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK12", 0x130, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK13", 0x134, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK14", 0x138, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK15", 0x13c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK16", 0x140, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK17", 0x144, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK18", 0x148, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK19", 0x14c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK20", 0x150, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK21", 0x154, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK22", 0x158, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK23", 0x15c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK24", 0x160, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK25", 0x164, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK26", 0x168, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK27", 0x16c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK28", 0x170, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK29", 0x174, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK30", 0x178, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SPINLOCK31", 0x17c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
  ]
}
