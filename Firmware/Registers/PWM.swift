// RP2040 data sheet: register map of PWM. Offsets and fields from the chip description, declared once for firmware and model.

public enum PWM {
  /// Bus address of PWM.
  @inlinable public static var base: UInt32 { 0x4005_0000 }

  public enum CH0_CSR {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PH_ADV: Field { Field(7, 1) }  // writeOnly
    @inlinable public static var PH_RET: Field { Field(6, 1) }  // writeOnly
    @inlinable public static var DIVMODE: Field { Field(4, 2) }
    @inlinable public static var B_INV: Field { Field(3, 1) }
    @inlinable public static var A_INV: Field { Field(2, 1) }
    @inlinable public static var PH_CORRECT: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH0_DIV {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var INT: Field { Field(4, 8) }
    @inlinable public static var FRAC: Field { Field(0, 4) }
  }
  public enum CH0_CTR {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH0_CTR: Field { Field(0, 16) }
  }
  public enum CH0_CC {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var B: Field { Field(16, 16) }
    @inlinable public static var A: Field { Field(0, 16) }
  }
  public enum CH0_TOP {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_ffff }
    @inlinable public static var CH0_TOP: Field { Field(0, 16) }
  }
  public enum CH1_CSR {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PH_ADV: Field { Field(7, 1) }  // writeOnly
    @inlinable public static var PH_RET: Field { Field(6, 1) }  // writeOnly
    @inlinable public static var DIVMODE: Field { Field(4, 2) }
    @inlinable public static var B_INV: Field { Field(3, 1) }
    @inlinable public static var A_INV: Field { Field(2, 1) }
    @inlinable public static var PH_CORRECT: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH1_DIV {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var INT: Field { Field(4, 8) }
    @inlinable public static var FRAC: Field { Field(0, 4) }
  }
  public enum CH1_CTR {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH1_CTR: Field { Field(0, 16) }
  }
  public enum CH1_CC {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var B: Field { Field(16, 16) }
    @inlinable public static var A: Field { Field(0, 16) }
  }
  public enum CH1_TOP {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_ffff }
    @inlinable public static var CH1_TOP: Field { Field(0, 16) }
  }
  public enum CH2_CSR {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PH_ADV: Field { Field(7, 1) }  // writeOnly
    @inlinable public static var PH_RET: Field { Field(6, 1) }  // writeOnly
    @inlinable public static var DIVMODE: Field { Field(4, 2) }
    @inlinable public static var B_INV: Field { Field(3, 1) }
    @inlinable public static var A_INV: Field { Field(2, 1) }
    @inlinable public static var PH_CORRECT: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH2_DIV {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var INT: Field { Field(4, 8) }
    @inlinable public static var FRAC: Field { Field(0, 4) }
  }
  public enum CH2_CTR {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH2_CTR: Field { Field(0, 16) }
  }
  public enum CH2_CC {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var B: Field { Field(16, 16) }
    @inlinable public static var A: Field { Field(0, 16) }
  }
  public enum CH2_TOP {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_ffff }
    @inlinable public static var CH2_TOP: Field { Field(0, 16) }
  }
  public enum CH3_CSR {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PH_ADV: Field { Field(7, 1) }  // writeOnly
    @inlinable public static var PH_RET: Field { Field(6, 1) }  // writeOnly
    @inlinable public static var DIVMODE: Field { Field(4, 2) }
    @inlinable public static var B_INV: Field { Field(3, 1) }
    @inlinable public static var A_INV: Field { Field(2, 1) }
    @inlinable public static var PH_CORRECT: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH3_DIV {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var INT: Field { Field(4, 8) }
    @inlinable public static var FRAC: Field { Field(0, 4) }
  }
  public enum CH3_CTR {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH3_CTR: Field { Field(0, 16) }
  }
  public enum CH3_CC {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var B: Field { Field(16, 16) }
    @inlinable public static var A: Field { Field(0, 16) }
  }
  public enum CH3_TOP {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_ffff }
    @inlinable public static var CH3_TOP: Field { Field(0, 16) }
  }
  public enum CH4_CSR {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PH_ADV: Field { Field(7, 1) }  // writeOnly
    @inlinable public static var PH_RET: Field { Field(6, 1) }  // writeOnly
    @inlinable public static var DIVMODE: Field { Field(4, 2) }
    @inlinable public static var B_INV: Field { Field(3, 1) }
    @inlinable public static var A_INV: Field { Field(2, 1) }
    @inlinable public static var PH_CORRECT: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH4_DIV {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var INT: Field { Field(4, 8) }
    @inlinable public static var FRAC: Field { Field(0, 4) }
  }
  public enum CH4_CTR {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH4_CTR: Field { Field(0, 16) }
  }
  public enum CH4_CC {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var B: Field { Field(16, 16) }
    @inlinable public static var A: Field { Field(0, 16) }
  }
  public enum CH4_TOP {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_ffff }
    @inlinable public static var CH4_TOP: Field { Field(0, 16) }
  }
  public enum CH5_CSR {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PH_ADV: Field { Field(7, 1) }  // writeOnly
    @inlinable public static var PH_RET: Field { Field(6, 1) }  // writeOnly
    @inlinable public static var DIVMODE: Field { Field(4, 2) }
    @inlinable public static var B_INV: Field { Field(3, 1) }
    @inlinable public static var A_INV: Field { Field(2, 1) }
    @inlinable public static var PH_CORRECT: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH5_DIV {
    @inlinable public static var offset: UInt32 { 0x068 }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var INT: Field { Field(4, 8) }
    @inlinable public static var FRAC: Field { Field(0, 4) }
  }
  public enum CH5_CTR {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH5_CTR: Field { Field(0, 16) }
  }
  public enum CH5_CC {
    @inlinable public static var offset: UInt32 { 0x070 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var B: Field { Field(16, 16) }
    @inlinable public static var A: Field { Field(0, 16) }
  }
  public enum CH5_TOP {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_ffff }
    @inlinable public static var CH5_TOP: Field { Field(0, 16) }
  }
  public enum CH6_CSR {
    @inlinable public static var offset: UInt32 { 0x078 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PH_ADV: Field { Field(7, 1) }  // writeOnly
    @inlinable public static var PH_RET: Field { Field(6, 1) }  // writeOnly
    @inlinable public static var DIVMODE: Field { Field(4, 2) }
    @inlinable public static var B_INV: Field { Field(3, 1) }
    @inlinable public static var A_INV: Field { Field(2, 1) }
    @inlinable public static var PH_CORRECT: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH6_DIV {
    @inlinable public static var offset: UInt32 { 0x07c }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var INT: Field { Field(4, 8) }
    @inlinable public static var FRAC: Field { Field(0, 4) }
  }
  public enum CH6_CTR {
    @inlinable public static var offset: UInt32 { 0x080 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH6_CTR: Field { Field(0, 16) }
  }
  public enum CH6_CC {
    @inlinable public static var offset: UInt32 { 0x084 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var B: Field { Field(16, 16) }
    @inlinable public static var A: Field { Field(0, 16) }
  }
  public enum CH6_TOP {
    @inlinable public static var offset: UInt32 { 0x088 }
    @inlinable public static var reset: UInt32 { 0x0000_ffff }
    @inlinable public static var CH6_TOP: Field { Field(0, 16) }
  }
  public enum CH7_CSR {
    @inlinable public static var offset: UInt32 { 0x08c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PH_ADV: Field { Field(7, 1) }  // writeOnly
    @inlinable public static var PH_RET: Field { Field(6, 1) }  // writeOnly
    @inlinable public static var DIVMODE: Field { Field(4, 2) }
    @inlinable public static var B_INV: Field { Field(3, 1) }
    @inlinable public static var A_INV: Field { Field(2, 1) }
    @inlinable public static var PH_CORRECT: Field { Field(1, 1) }
    @inlinable public static var EN: Field { Field(0, 1) }
  }
  public enum CH7_DIV {
    @inlinable public static var offset: UInt32 { 0x090 }
    @inlinable public static var reset: UInt32 { 0x0000_0010 }
    @inlinable public static var INT: Field { Field(4, 8) }
    @inlinable public static var FRAC: Field { Field(0, 4) }
  }
  public enum CH7_CTR {
    @inlinable public static var offset: UInt32 { 0x094 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7_CTR: Field { Field(0, 16) }
  }
  public enum CH7_CC {
    @inlinable public static var offset: UInt32 { 0x098 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var B: Field { Field(16, 16) }
    @inlinable public static var A: Field { Field(0, 16) }
  }
  public enum CH7_TOP {
    @inlinable public static var offset: UInt32 { 0x09c }
    @inlinable public static var reset: UInt32 { 0x0000_ffff }
    @inlinable public static var CH7_TOP: Field { Field(0, 16) }
  }
  public enum EN {
    @inlinable public static var offset: UInt32 { 0x0a0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7: Field { Field(7, 1) }
    @inlinable public static var CH6: Field { Field(6, 1) }
    @inlinable public static var CH5: Field { Field(5, 1) }
    @inlinable public static var CH4: Field { Field(4, 1) }
    @inlinable public static var CH3: Field { Field(3, 1) }
    @inlinable public static var CH2: Field { Field(2, 1) }
    @inlinable public static var CH1: Field { Field(1, 1) }
    @inlinable public static var CH0: Field { Field(0, 1) }
  }
  public enum INTR {
    @inlinable public static var offset: UInt32 { 0x0a4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var CH6: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var CH5: Field { Field(5, 1) }  // writeOneToClear
    @inlinable public static var CH4: Field { Field(4, 1) }  // writeOneToClear
    @inlinable public static var CH3: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var CH2: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var CH1: Field { Field(1, 1) }  // writeOneToClear
    @inlinable public static var CH0: Field { Field(0, 1) }  // writeOneToClear
  }
  public enum INTE {
    @inlinable public static var offset: UInt32 { 0x0a8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7: Field { Field(7, 1) }
    @inlinable public static var CH6: Field { Field(6, 1) }
    @inlinable public static var CH5: Field { Field(5, 1) }
    @inlinable public static var CH4: Field { Field(4, 1) }
    @inlinable public static var CH3: Field { Field(3, 1) }
    @inlinable public static var CH2: Field { Field(2, 1) }
    @inlinable public static var CH1: Field { Field(1, 1) }
    @inlinable public static var CH0: Field { Field(0, 1) }
  }
  public enum INTF {
    @inlinable public static var offset: UInt32 { 0x0ac }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7: Field { Field(7, 1) }
    @inlinable public static var CH6: Field { Field(6, 1) }
    @inlinable public static var CH5: Field { Field(5, 1) }
    @inlinable public static var CH4: Field { Field(4, 1) }
    @inlinable public static var CH3: Field { Field(3, 1) }
    @inlinable public static var CH2: Field { Field(2, 1) }
    @inlinable public static var CH1: Field { Field(1, 1) }
    @inlinable public static var CH0: Field { Field(0, 1) }
  }
  public enum INTS {
    @inlinable public static var offset: UInt32 { 0x0b0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CH7: Field { Field(7, 1) }  // readOnly
    @inlinable public static var CH6: Field { Field(6, 1) }  // readOnly
    @inlinable public static var CH5: Field { Field(5, 1) }  // readOnly
    @inlinable public static var CH4: Field { Field(4, 1) }  // readOnly
    @inlinable public static var CH3: Field { Field(3, 1) }  // readOnly
    @inlinable public static var CH2: Field { Field(2, 1) }  // readOnly
    @inlinable public static var CH1: Field { Field(1, 1) }  // readOnly
    @inlinable public static var CH0: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [45 of Register] = [
    Register("CH0_CSR", 0x000, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("CH0_DIV", 0x004, reset: 0x0000_0010, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("CH0_CTR", 0x008, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH0_CC", 0x00c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH0_TOP", 0x010, reset: 0x0000_ffff, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH1_CSR", 0x014, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("CH1_DIV", 0x018, reset: 0x0000_0010, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("CH1_CTR", 0x01c, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH1_CC", 0x020, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH1_TOP", 0x024, reset: 0x0000_ffff, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH2_CSR", 0x028, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("CH2_DIV", 0x02c, reset: 0x0000_0010, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("CH2_CTR", 0x030, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH2_CC", 0x034, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH2_TOP", 0x038, reset: 0x0000_ffff, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH3_CSR", 0x03c, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("CH3_DIV", 0x040, reset: 0x0000_0010, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("CH3_CTR", 0x044, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH3_CC", 0x048, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH3_TOP", 0x04c, reset: 0x0000_ffff, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH4_CSR", 0x050, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("CH4_DIV", 0x054, reset: 0x0000_0010, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("CH4_CTR", 0x058, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH4_CC", 0x05c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH4_TOP", 0x060, reset: 0x0000_ffff, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH5_CSR", 0x064, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("CH5_DIV", 0x068, reset: 0x0000_0010, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("CH5_CTR", 0x06c, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH5_CC", 0x070, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH5_TOP", 0x074, reset: 0x0000_ffff, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH6_CSR", 0x078, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("CH6_DIV", 0x07c, reset: 0x0000_0010, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("CH6_CTR", 0x080, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH6_CC", 0x084, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH6_TOP", 0x088, reset: 0x0000_ffff, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH7_CSR", 0x08c, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("CH7_DIV", 0x090, reset: 0x0000_0010, readable: 0x0000_0fff, writable: 0x0000_0fff, oneToClear: 0x0000_0000),
    Register("CH7_CTR", 0x094, reset: 0x0000_0000, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("CH7_CC", 0x098, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("CH7_TOP", 0x09c, reset: 0x0000_ffff, readable: 0x0000_ffff, writable: 0x0000_ffff, oneToClear: 0x0000_0000),
    Register("EN", 0x0a0, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("INTR", 0x0a4, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_00ff),
    Register("INTE", 0x0a8, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("INTF", 0x0ac, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_00ff, oneToClear: 0x0000_0000),
    Register("INTS", 0x0b0, reset: 0x0000_0000, readable: 0x0000_00ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
