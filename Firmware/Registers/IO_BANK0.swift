// RP2040 data sheet: register map of IO_BANK0. Offsets and fields from the chip description, declared once for firmware and model.

public enum IO_BANK0 {
  /// Bus address of IO_BANK0.
  @inlinable public static var base: UInt32 { 0x4001_4000 }

  public enum GPIO0_STATUS {
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
  public enum GPIO0_CTRL {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO1_STATUS {
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
  public enum GPIO1_CTRL {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO2_STATUS {
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
  public enum GPIO2_CTRL {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO3_STATUS {
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
  public enum GPIO3_CTRL {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO4_STATUS {
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
  public enum GPIO4_CTRL {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO5_STATUS {
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
  public enum GPIO5_CTRL {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO6_STATUS {
    @inlinable public static var offset: UInt32 { 0x030 }
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
  public enum GPIO6_CTRL {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO7_STATUS {
    @inlinable public static var offset: UInt32 { 0x038 }
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
  public enum GPIO7_CTRL {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO8_STATUS {
    @inlinable public static var offset: UInt32 { 0x040 }
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
  public enum GPIO8_CTRL {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO9_STATUS {
    @inlinable public static var offset: UInt32 { 0x048 }
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
  public enum GPIO9_CTRL {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO10_STATUS {
    @inlinable public static var offset: UInt32 { 0x050 }
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
  public enum GPIO10_CTRL {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO11_STATUS {
    @inlinable public static var offset: UInt32 { 0x058 }
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
  public enum GPIO11_CTRL {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO12_STATUS {
    @inlinable public static var offset: UInt32 { 0x060 }
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
  public enum GPIO12_CTRL {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO13_STATUS {
    @inlinable public static var offset: UInt32 { 0x068 }
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
  public enum GPIO13_CTRL {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO14_STATUS {
    @inlinable public static var offset: UInt32 { 0x070 }
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
  public enum GPIO14_CTRL {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO15_STATUS {
    @inlinable public static var offset: UInt32 { 0x078 }
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
  public enum GPIO15_CTRL {
    @inlinable public static var offset: UInt32 { 0x07c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO16_STATUS {
    @inlinable public static var offset: UInt32 { 0x080 }
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
  public enum GPIO16_CTRL {
    @inlinable public static var offset: UInt32 { 0x084 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO17_STATUS {
    @inlinable public static var offset: UInt32 { 0x088 }
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
  public enum GPIO17_CTRL {
    @inlinable public static var offset: UInt32 { 0x08c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO18_STATUS {
    @inlinable public static var offset: UInt32 { 0x090 }
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
  public enum GPIO18_CTRL {
    @inlinable public static var offset: UInt32 { 0x094 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO19_STATUS {
    @inlinable public static var offset: UInt32 { 0x098 }
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
  public enum GPIO19_CTRL {
    @inlinable public static var offset: UInt32 { 0x09c }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO20_STATUS {
    @inlinable public static var offset: UInt32 { 0x0a0 }
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
  public enum GPIO20_CTRL {
    @inlinable public static var offset: UInt32 { 0x0a4 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO21_STATUS {
    @inlinable public static var offset: UInt32 { 0x0a8 }
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
  public enum GPIO21_CTRL {
    @inlinable public static var offset: UInt32 { 0x0ac }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO22_STATUS {
    @inlinable public static var offset: UInt32 { 0x0b0 }
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
  public enum GPIO22_CTRL {
    @inlinable public static var offset: UInt32 { 0x0b4 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO23_STATUS {
    @inlinable public static var offset: UInt32 { 0x0b8 }
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
  public enum GPIO23_CTRL {
    @inlinable public static var offset: UInt32 { 0x0bc }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO24_STATUS {
    @inlinable public static var offset: UInt32 { 0x0c0 }
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
  public enum GPIO24_CTRL {
    @inlinable public static var offset: UInt32 { 0x0c4 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO25_STATUS {
    @inlinable public static var offset: UInt32 { 0x0c8 }
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
  public enum GPIO25_CTRL {
    @inlinable public static var offset: UInt32 { 0x0cc }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO26_STATUS {
    @inlinable public static var offset: UInt32 { 0x0d0 }
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
  public enum GPIO26_CTRL {
    @inlinable public static var offset: UInt32 { 0x0d4 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO27_STATUS {
    @inlinable public static var offset: UInt32 { 0x0d8 }
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
  public enum GPIO27_CTRL {
    @inlinable public static var offset: UInt32 { 0x0dc }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO28_STATUS {
    @inlinable public static var offset: UInt32 { 0x0e0 }
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
  public enum GPIO28_CTRL {
    @inlinable public static var offset: UInt32 { 0x0e4 }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum GPIO29_STATUS {
    @inlinable public static var offset: UInt32 { 0x0e8 }
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
  public enum GPIO29_CTRL {
    @inlinable public static var offset: UInt32 { 0x0ec }
    @inlinable public static var reset: UInt32 { 0x0000_001f }
    @inlinable public static var IRQOVER: Field { Field(28, 2) }
    @inlinable public static var INOVER: Field { Field(16, 2) }
    @inlinable public static var OEOVER: Field { Field(12, 2) }
    @inlinable public static var OUTOVER: Field { Field(8, 2) }
    @inlinable public static var FUNCSEL: Field { Field(0, 5) }
  }
  public enum INTR0 {
    @inlinable public static var offset: UInt32 { 0x0f0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }  // writeOneToClear
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }  // writeOneToClear
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }  // writeOneToClear
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }  // writeOneToClear
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }  // writeOneToClear
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }  // writeOneToClear
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }  // writeOneToClear
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }  // writeOneToClear
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }  // writeOneToClear
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum INTR1 {
    @inlinable public static var offset: UInt32 { 0x0f4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }  // writeOneToClear
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }  // writeOneToClear
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }  // writeOneToClear
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }  // writeOneToClear
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }  // writeOneToClear
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }  // writeOneToClear
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }  // writeOneToClear
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }  // writeOneToClear
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }  // writeOneToClear
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum INTR2 {
    @inlinable public static var offset: UInt32 { 0x0f8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }  // writeOneToClear
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }  // writeOneToClear
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }  // writeOneToClear
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }  // writeOneToClear
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }  // writeOneToClear
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }  // writeOneToClear
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }  // writeOneToClear
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }  // writeOneToClear
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }  // writeOneToClear
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum INTR3 {
    @inlinable public static var offset: UInt32 { 0x0fc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }  // writeOneToClear
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }  // writeOneToClear
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }  // writeOneToClear
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }  // writeOneToClear
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }  // writeOneToClear
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }  // writeOneToClear
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC0_INTE0 {
    @inlinable public static var offset: UInt32 { 0x100 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTE1 {
    @inlinable public static var offset: UInt32 { 0x104 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTE2 {
    @inlinable public static var offset: UInt32 { 0x108 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTE3 {
    @inlinable public static var offset: UInt32 { 0x10c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTF0 {
    @inlinable public static var offset: UInt32 { 0x110 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTF1 {
    @inlinable public static var offset: UInt32 { 0x114 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTF2 {
    @inlinable public static var offset: UInt32 { 0x118 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTF3 {
    @inlinable public static var offset: UInt32 { 0x11c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC0_INTS0 {
    @inlinable public static var offset: UInt32 { 0x120 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }  // readOnly
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }  // readOnly
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }  // readOnly
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC0_INTS1 {
    @inlinable public static var offset: UInt32 { 0x124 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }  // readOnly
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }  // readOnly
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }  // readOnly
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC0_INTS2 {
    @inlinable public static var offset: UInt32 { 0x128 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }  // readOnly
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }  // readOnly
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }  // readOnly
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC0_INTS3 {
    @inlinable public static var offset: UInt32 { 0x12c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC1_INTE0 {
    @inlinable public static var offset: UInt32 { 0x130 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTE1 {
    @inlinable public static var offset: UInt32 { 0x134 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTE2 {
    @inlinable public static var offset: UInt32 { 0x138 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTE3 {
    @inlinable public static var offset: UInt32 { 0x13c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTF0 {
    @inlinable public static var offset: UInt32 { 0x140 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTF1 {
    @inlinable public static var offset: UInt32 { 0x144 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTF2 {
    @inlinable public static var offset: UInt32 { 0x148 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTF3 {
    @inlinable public static var offset: UInt32 { 0x14c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum PROC1_INTS0 {
    @inlinable public static var offset: UInt32 { 0x150 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }  // readOnly
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }  // readOnly
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }  // readOnly
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC1_INTS1 {
    @inlinable public static var offset: UInt32 { 0x154 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }  // readOnly
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }  // readOnly
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }  // readOnly
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC1_INTS2 {
    @inlinable public static var offset: UInt32 { 0x158 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }  // readOnly
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }  // readOnly
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }  // readOnly
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum PROC1_INTS3 {
    @inlinable public static var offset: UInt32 { 0x15c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum DORMANT_WAKE_INTE0 {
    @inlinable public static var offset: UInt32 { 0x160 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTE1 {
    @inlinable public static var offset: UInt32 { 0x164 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTE2 {
    @inlinable public static var offset: UInt32 { 0x168 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTE3 {
    @inlinable public static var offset: UInt32 { 0x16c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTF0 {
    @inlinable public static var offset: UInt32 { 0x170 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTF1 {
    @inlinable public static var offset: UInt32 { 0x174 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTF2 {
    @inlinable public static var offset: UInt32 { 0x178 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTF3 {
    @inlinable public static var offset: UInt32 { 0x17c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }
  }
  public enum DORMANT_WAKE_INTS0 {
    @inlinable public static var offset: UInt32 { 0x180 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO7_EDGE_HIGH: Field { Field(31, 1) }  // readOnly
    @inlinable public static var GPIO7_EDGE_LOW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var GPIO7_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO7_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO6_EDGE_HIGH: Field { Field(27, 1) }  // readOnly
    @inlinable public static var GPIO6_EDGE_LOW: Field { Field(26, 1) }  // readOnly
    @inlinable public static var GPIO6_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO6_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO5_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO5_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO5_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO5_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO4_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO4_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO4_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO4_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO3_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO3_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO3_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO3_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO2_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO2_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO2_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO2_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO1_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO1_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO1_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO1_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO0_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO0_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO0_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO0_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum DORMANT_WAKE_INTS1 {
    @inlinable public static var offset: UInt32 { 0x184 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO15_EDGE_HIGH: Field { Field(31, 1) }  // readOnly
    @inlinable public static var GPIO15_EDGE_LOW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var GPIO15_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO15_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO14_EDGE_HIGH: Field { Field(27, 1) }  // readOnly
    @inlinable public static var GPIO14_EDGE_LOW: Field { Field(26, 1) }  // readOnly
    @inlinable public static var GPIO14_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO14_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO13_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO13_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO13_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO13_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO12_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO12_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO12_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO12_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO11_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO11_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO11_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO11_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO10_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO10_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO10_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO10_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO9_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO9_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO9_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO9_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO8_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO8_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO8_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO8_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum DORMANT_WAKE_INTS2 {
    @inlinable public static var offset: UInt32 { 0x188 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO23_EDGE_HIGH: Field { Field(31, 1) }  // readOnly
    @inlinable public static var GPIO23_EDGE_LOW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var GPIO23_LEVEL_HIGH: Field { Field(29, 1) }  // readOnly
    @inlinable public static var GPIO23_LEVEL_LOW: Field { Field(28, 1) }  // readOnly
    @inlinable public static var GPIO22_EDGE_HIGH: Field { Field(27, 1) }  // readOnly
    @inlinable public static var GPIO22_EDGE_LOW: Field { Field(26, 1) }  // readOnly
    @inlinable public static var GPIO22_LEVEL_HIGH: Field { Field(25, 1) }  // readOnly
    @inlinable public static var GPIO22_LEVEL_LOW: Field { Field(24, 1) }  // readOnly
    @inlinable public static var GPIO21_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO21_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO21_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO21_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO20_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO20_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO20_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO20_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO19_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO19_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO19_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO19_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO18_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO18_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO18_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO18_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO17_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO17_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO17_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO17_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO16_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO16_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO16_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO16_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }
  public enum DORMANT_WAKE_INTS3 {
    @inlinable public static var offset: UInt32 { 0x18c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var GPIO29_EDGE_HIGH: Field { Field(23, 1) }  // readOnly
    @inlinable public static var GPIO29_EDGE_LOW: Field { Field(22, 1) }  // readOnly
    @inlinable public static var GPIO29_LEVEL_HIGH: Field { Field(21, 1) }  // readOnly
    @inlinable public static var GPIO29_LEVEL_LOW: Field { Field(20, 1) }  // readOnly
    @inlinable public static var GPIO28_EDGE_HIGH: Field { Field(19, 1) }  // readOnly
    @inlinable public static var GPIO28_EDGE_LOW: Field { Field(18, 1) }  // readOnly
    @inlinable public static var GPIO28_LEVEL_HIGH: Field { Field(17, 1) }  // readOnly
    @inlinable public static var GPIO28_LEVEL_LOW: Field { Field(16, 1) }  // readOnly
    @inlinable public static var GPIO27_EDGE_HIGH: Field { Field(15, 1) }  // readOnly
    @inlinable public static var GPIO27_EDGE_LOW: Field { Field(14, 1) }  // readOnly
    @inlinable public static var GPIO27_LEVEL_HIGH: Field { Field(13, 1) }  // readOnly
    @inlinable public static var GPIO27_LEVEL_LOW: Field { Field(12, 1) }  // readOnly
    @inlinable public static var GPIO26_EDGE_HIGH: Field { Field(11, 1) }  // readOnly
    @inlinable public static var GPIO26_EDGE_LOW: Field { Field(10, 1) }  // readOnly
    @inlinable public static var GPIO26_LEVEL_HIGH: Field { Field(9, 1) }  // readOnly
    @inlinable public static var GPIO26_LEVEL_LOW: Field { Field(8, 1) }  // readOnly
    @inlinable public static var GPIO25_EDGE_HIGH: Field { Field(7, 1) }  // readOnly
    @inlinable public static var GPIO25_EDGE_LOW: Field { Field(6, 1) }  // readOnly
    @inlinable public static var GPIO25_LEVEL_HIGH: Field { Field(5, 1) }  // readOnly
    @inlinable public static var GPIO25_LEVEL_LOW: Field { Field(4, 1) }  // readOnly
    @inlinable public static var GPIO24_EDGE_HIGH: Field { Field(3, 1) }  // readOnly
    @inlinable public static var GPIO24_EDGE_LOW: Field { Field(2, 1) }  // readOnly
    @inlinable public static var GPIO24_LEVEL_HIGH: Field { Field(1, 1) }  // readOnly
    @inlinable public static var GPIO24_LEVEL_LOW: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [100 of Register] = [
    Register("GPIO0_STATUS", 0x000, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO0_CTRL", 0x004, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO1_STATUS", 0x008, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO1_CTRL", 0x00c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO2_STATUS", 0x010, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO2_CTRL", 0x014, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO3_STATUS", 0x018, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO3_CTRL", 0x01c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO4_STATUS", 0x020, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO4_CTRL", 0x024, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO5_STATUS", 0x028, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO5_CTRL", 0x02c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO6_STATUS", 0x030, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO6_CTRL", 0x034, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO7_STATUS", 0x038, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO7_CTRL", 0x03c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO8_STATUS", 0x040, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO8_CTRL", 0x044, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO9_STATUS", 0x048, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO9_CTRL", 0x04c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO10_STATUS", 0x050, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO10_CTRL", 0x054, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO11_STATUS", 0x058, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO11_CTRL", 0x05c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO12_STATUS", 0x060, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO12_CTRL", 0x064, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO13_STATUS", 0x068, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO13_CTRL", 0x06c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO14_STATUS", 0x070, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO14_CTRL", 0x074, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO15_STATUS", 0x078, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO15_CTRL", 0x07c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO16_STATUS", 0x080, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO16_CTRL", 0x084, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO17_STATUS", 0x088, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO17_CTRL", 0x08c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO18_STATUS", 0x090, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO18_CTRL", 0x094, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO19_STATUS", 0x098, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO19_CTRL", 0x09c, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO20_STATUS", 0x0a0, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO20_CTRL", 0x0a4, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO21_STATUS", 0x0a8, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO21_CTRL", 0x0ac, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO22_STATUS", 0x0b0, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO22_CTRL", 0x0b4, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO23_STATUS", 0x0b8, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO23_CTRL", 0x0bc, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO24_STATUS", 0x0c0, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO24_CTRL", 0x0c4, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO25_STATUS", 0x0c8, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO25_CTRL", 0x0cc, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO26_STATUS", 0x0d0, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO26_CTRL", 0x0d4, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO27_STATUS", 0x0d8, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO27_CTRL", 0x0dc, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO28_STATUS", 0x0e0, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO28_CTRL", 0x0e4, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("GPIO29_STATUS", 0x0e8, reset: 0x0000_0000, readable: 0x050a_3300, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("GPIO29_CTRL", 0x0ec, reset: 0x0000_001f, readable: 0x3003_331f, writable: 0x3003_331f, oneToClear: 0x0000_0000),
    Register("INTR0", 0x0f0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0xcccc_cccc),
    Register("INTR1", 0x0f4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0xcccc_cccc),
    Register("INTR2", 0x0f8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0xcccc_cccc),
    Register("INTR3", 0x0fc, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x00cc_cccc),
    Register("PROC0_INTE0", 0x100, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTE1", 0x104, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTE2", 0x108, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTE3", 0x10c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTF0", 0x110, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTF1", 0x114, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTF2", 0x118, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTF3", 0x11c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("PROC0_INTS0", 0x120, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PROC0_INTS1", 0x124, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PROC0_INTS2", 0x128, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PROC0_INTS3", 0x12c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PROC1_INTE0", 0x130, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTE1", 0x134, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTE2", 0x138, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTE3", 0x13c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTF0", 0x140, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTF1", 0x144, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTF2", 0x148, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTF3", 0x14c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("PROC1_INTS0", 0x150, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PROC1_INTS1", 0x154, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PROC1_INTS2", 0x158, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("PROC1_INTS3", 0x15c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTE0", 0x160, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTE1", 0x164, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTE2", 0x168, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTE3", 0x16c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTF0", 0x170, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTF1", 0x174, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTF2", 0x178, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTF3", 0x17c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTS0", 0x180, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTS1", 0x184, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTS2", 0x188, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("DORMANT_WAKE_INTS3", 0x18c, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
