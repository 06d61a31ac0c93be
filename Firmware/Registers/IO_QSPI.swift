// RP2040 data sheet: register map of IO_QSPI. Offsets and fields from the chip description, declared once for firmware and model.

public enum IO_QSPI {
  /// Bus address of IO_QSPI.
  @inlinable public static var base: UInt32 { 0x4001_8000 }

  public enum GPIO_QSPI_SCLK_STATUS {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IRQTOPROC: Field { Field(26, 1) }  // readOnly
    @inlinable public static var IRQFROMPAD: Field { Field(24, 1) }  // readOnly
    @inlinable public static var INTOPERI: Field { Field(19, 1) }  // readOnly
    @inlinable public static var INFROMPAD: Field { Field(17, 1) }  // readOnly
    @inlinable public static var OETOPAD: Field { Field(13, 1) }  // readOnly
    @inlinable public static var OEFROMPERI: Field { Field(12, 1) }  // readOnly
    @inlinable public static var OUTTOPAD: Field { Field(9, 1) }  // readOnly
    @inlinable public static var OUTFROMPERI: Field { Field(8, 1) }  // readOnly
  }
  public enum GPIO_QSPI_SCLK_CTRL {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO_QSPI_SS_STATUS {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IRQTOPROC: Field { Field(26, 1) }  // readOnly
    @inlinable public static var IRQFROMPAD: Field { Field(24, 1) }  // readOnly
    @inlinable public static var INTOPERI: Field { Field(19, 1) }  // readOnly
    @inlinable public static var INFROMPAD: Field { Field(17, 1) }  // readOnly
    @inlinable public static var OETOPAD: Field { Field(13, 1) }  // readOnly
    @inlinable public static var OEFROMPERI: Field { Field(12, 1) }  // readOnly
    @inlinable public static var OUTTOPAD: Field { Field(9, 1) }  // readOnly
    @inlinable public static var OUTFROMPERI: Field { Field(8, 1) }  // readOnly
  }
  public enum GPIO_QSPI_SS_CTRL {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO_QSPI_SD0_STATUS {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IRQTOPROC: Field { Field(26, 1) }  // readOnly
    @inlinable public static var IRQFROMPAD: Field { Field(24, 1) }  // readOnly
    @inlinable public static var INTOPERI: Field { Field(19, 1) }  // readOnly
    @inlinable public static var INFROMPAD: Field { Field(17, 1) }  // readOnly
    @inlinable public static var OETOPAD: Field { Field(13, 1) }  // readOnly
    @inlinable public static var OEFROMPERI: Field { Field(12, 1) }  // readOnly
    @inlinable public static var OUTTOPAD: Field { Field(9, 1) }  // readOnly
    @inlinable public static var OUTFROMPERI: Field { Field(8, 1) }  // readOnly
  }
  public enum GPIO_QSPI_SD0_CTRL {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO_QSPI_SD1_STATUS {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IRQTOPROC: Field { Field(26, 1) }  // readOnly
    @inlinable public static var IRQFROMPAD: Field { Field(24, 1) }  // readOnly
    @inlinable public static var INTOPERI: Field { Field(19, 1) }  // readOnly
    @inlinable public static var INFROMPAD: Field { Field(17, 1) }  // readOnly
    @inlinable public static var OETOPAD: Field { Field(13, 1) }  // readOnly
    @inlinable public static var OEFROMPERI: Field { Field(12, 1) }  // readOnly
    @inlinable public static var OUTTOPAD: Field { Field(9, 1) }  // readOnly
    @inlinable public static var OUTFROMPERI: Field { Field(8, 1) }  // readOnly
  }
  public enum GPIO_QSPI_SD1_CTRL {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO_QSPI_SD2_STATUS {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IRQTOPROC: Field { Field(26, 1) }  // readOnly
    @inlinable public static var IRQFROMPAD: Field { Field(24, 1) }  // readOnly
    @inlinable public static var INTOPERI: Field { Field(19, 1) }  // readOnly
    @inlinable public static var INFROMPAD: Field { Field(17, 1) }  // readOnly
    @inlinable public static var OETOPAD: Field { Field(13, 1) }  // readOnly
    @inlinable public static var OEFROMPERI: Field { Field(12, 1) }  // readOnly
    @inlinable public static var OUTTOPAD: Field { Field(9, 1) }  // readOnly
    @inlinable public static var OUTFROMPERI: Field { Field(8, 1) }  // readOnly
  }
  public enum GPIO_QSPI_SD2_CTRL {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO_QSPI_SD3_STATUS {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IRQTOPROC: Field { Field(26, 1) }  // readOnly
    @inlinable public static var IRQFROMPAD: Field { Field(24, 1) }  // readOnly
    @inlinable public static var INTOPERI: Field { Field(19, 1) }  // readOnly
    @inlinable public static var INFROMPAD: Field { Field(17, 1) }  // readOnly
    @inlinable public static var OETOPAD: Field { Field(13, 1) }  // readOnly
    @inlinable public static var OEFROMPERI: Field { Field(12, 1) }  // readOnly
    @inlinable public static var OUTTOPAD: Field { Field(9, 1) }  // readOnly
    @inlinable public static var OUTFROMPERI: Field { Field(8, 1) }  // readOnly
  }
  public enum GPIO_QSPI_SD3_CTRL {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum INTR {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC0_INTE {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTF {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTS {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC1_INTE {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTF {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTS {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum DORMANT_WAKE_INTE {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTF {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTS {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO_QSPI_SD3_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD3_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD2_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD1_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SD0_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SS_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO_QSPI_SCLK_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [22 of Register] = [
    Register("GPIO_QSPI_SCLK_STATUS", 0x000, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SCLK_CTRL", 0x004, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SS_STATUS", 0x008, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SS_CTRL", 0x00c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD0_STATUS", 0x010, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD0_CTRL", 0x014, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD1_STATUS", 0x018, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD1_CTRL", 0x01c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD2_STATUS", 0x020, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD2_CTRL", 0x024, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD3_STATUS", 0x028, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO_QSPI_SD3_CTRL", 0x02c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("INTR", 0x030, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x00cc_cccc),
    Register("PROC0_INTE", 0x034, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTF", 0x038, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTS", 0x03c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PROC1_INTE", 0x040, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTF", 0x044, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTS", 0x048, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTE", 0x04c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTF", 0x050, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTS", 0x054, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
