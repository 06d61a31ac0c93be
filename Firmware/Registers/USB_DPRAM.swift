// RP2040 data sheet: register map of USB_DPRAM. Offsets and fields from the chip description, declared once for firmware and model.

public enum USB_DPRAM {
  /// Bus address of USB_DPRAM.
  @inlinable public static var base: UInt32 { 0x5010_0000 }

  public enum SETUP_PACKET_LOW {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var WVALUE: Field { Field(16, 16) }
    @inlinable public static var BREQUEST: Field { Field(8, 8) }
    @inlinable public static var BMREQUESTTYPE: Field { Field(0, 8) }
  }
  public enum SETUP_PACKET_HIGH {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var WLENGTH: Field { Field(16, 16) }
    @inlinable public static var WINDEX: Field { Field(0, 16) }
  }
  public enum EP1_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP1_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP2_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP2_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP3_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP3_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP4_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP4_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP5_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP5_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP6_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP6_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP7_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP7_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP8_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP8_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP9_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP9_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP10_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP10_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP11_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP11_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP12_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP12_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP13_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x068 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP13_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP14_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x070 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP14_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP15_IN_CONTROL {
    @inlinable public static var offset: UInt32 { 0x078 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP15_OUT_CONTROL {
    @inlinable public static var offset: UInt32 { 0x07c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENABLE: Field { Field(31, 1) }
    @inlinable public static var DOUBLE_BUFFERED: Field { Field(30, 1) }
    @inlinable public static var INTERRUPT_PER_BUFF: Field { Field(29, 1) }
    @inlinable public static var INTERRUPT_PER_DOUBLE_BUFF: Field { Field(28, 1) }
    @inlinable public static var ENDPOINT_TYPE: Field { Field(26, 2) }
    @inlinable public static var INTERRUPT_ON_STALL: Field { Field(17, 1) }
    @inlinable public static var INTERRUPT_ON_NAK: Field { Field(16, 1) }
    @inlinable public static var BUFFER_ADDRESS: Field { Field(0, 16) }
  }
  public enum EP0_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x080 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP0_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x084 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP1_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x088 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP1_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x08c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP2_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x090 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP2_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x094 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP3_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x098 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP3_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x09c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP4_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0a0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP4_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0a4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP5_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0a8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP5_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0ac }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP6_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0b0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP6_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0b4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP7_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0b8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP7_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0bc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP8_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0c0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP8_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0c4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP9_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0c8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP9_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0cc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP10_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0d0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP10_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0d4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP11_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0d8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP11_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0dc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP12_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0e0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP12_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0e4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP13_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0e8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP13_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0ec }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP14_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0f0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP14_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0f4 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP15_IN_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0f8 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }
  public enum EP15_OUT_BUFFER_CONTROL {
    @inlinable public static var offset: UInt32 { 0x0fc }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var FULL_1: Field { Field(31, 1) }
    @inlinable public static var LAST_1: Field { Field(30, 1) }
    @inlinable public static var PID_1: Field { Field(29, 1) }
    @inlinable public static var DOUBLE_BUFFER_ISO_OFFSET: Field { Field(27, 2) }
    @inlinable public static var AVAILABLE_1: Field { Field(26, 1) }
    @inlinable public static var LENGTH_1: Field { Field(16, 10) }
    @inlinable public static var FULL_0: Field { Field(15, 1) }
    @inlinable public static var LAST_0: Field { Field(14, 1) }
    @inlinable public static var PID_0: Field { Field(13, 1) }
    @inlinable public static var RESET: Field { Field(12, 1) }
    @inlinable public static var STALL: Field { Field(11, 1) }
    @inlinable public static var AVAILABLE_0: Field { Field(10, 1) }
    @inlinable public static var LENGTH_0: Field { Field(0, 10) }
  }

  /// Every register of the block, in address order.
  public static let registers: [64 of Register] = [
    Register("SETUP_PACKET_LOW", 0x000, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("SETUP_PACKET_HIGH", 0x004, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP1_IN_CONTROL", 0x008, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP1_OUT_CONTROL", 0x00c, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP2_IN_CONTROL", 0x010, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP2_OUT_CONTROL", 0x014, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP3_IN_CONTROL", 0x018, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP3_OUT_CONTROL", 0x01c, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP4_IN_CONTROL", 0x020, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP4_OUT_CONTROL", 0x024, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP5_IN_CONTROL", 0x028, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP5_OUT_CONTROL", 0x02c, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP6_IN_CONTROL", 0x030, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP6_OUT_CONTROL", 0x034, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP7_IN_CONTROL", 0x038, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP7_OUT_CONTROL", 0x03c, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP8_IN_CONTROL", 0x040, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP8_OUT_CONTROL", 0x044, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP9_IN_CONTROL", 0x048, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP9_OUT_CONTROL", 0x04c, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP10_IN_CONTROL", 0x050, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP10_OUT_CONTROL", 0x054, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP11_IN_CONTROL", 0x058, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP11_OUT_CONTROL", 0x05c, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP12_IN_CONTROL", 0x060, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP12_OUT_CONTROL", 0x064, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP13_IN_CONTROL", 0x068, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP13_OUT_CONTROL", 0x06c, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP14_IN_CONTROL", 0x070, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP14_OUT_CONTROL", 0x074, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP15_IN_CONTROL", 0x078, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP15_OUT_CONTROL", 0x07c, reset: 0x0000_0000, readable: 0xfc03_ffff, writable: 0xfc03_ffff, oneToClear: 0x0000_0000),
    Register("EP0_IN_BUFFER_CONTROL", 0x080, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP0_OUT_BUFFER_CONTROL", 0x084, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP1_IN_BUFFER_CONTROL", 0x088, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP1_OUT_BUFFER_CONTROL", 0x08c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP2_IN_BUFFER_CONTROL", 0x090, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP2_OUT_BUFFER_CONTROL", 0x094, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP3_IN_BUFFER_CONTROL", 0x098, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP3_OUT_BUFFER_CONTROL", 0x09c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP4_IN_BUFFER_CONTROL", 0x0a0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP4_OUT_BUFFER_CONTROL", 0x0a4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP5_IN_BUFFER_CONTROL", 0x0a8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP5_OUT_BUFFER_CONTROL", 0x0ac, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP6_IN_BUFFER_CONTROL", 0x0b0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP6_OUT_BUFFER_CONTROL", 0x0b4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP7_IN_BUFFER_CONTROL", 0x0b8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP7_OUT_BUFFER_CONTROL", 0x0bc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP8_IN_BUFFER_CONTROL", 0x0c0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP8_OUT_BUFFER_CONTROL", 0x0c4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP9_IN_BUFFER_CONTROL", 0x0c8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP9_OUT_BUFFER_CONTROL", 0x0cc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP10_IN_BUFFER_CONTROL", 0x0d0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP10_OUT_BUFFER_CONTROL", 0x0d4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP11_IN_BUFFER_CONTROL", 0x0d8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP11_OUT_BUFFER_CONTROL", 0x0dc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP12_IN_BUFFER_CONTROL", 0x0e0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP12_OUT_BUFFER_CONTROL", 0x0e4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP13_IN_BUFFER_CONTROL", 0x0e8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP13_OUT_BUFFER_CONTROL", 0x0ec, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP14_IN_BUFFER_CONTROL", 0x0f0, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP14_OUT_BUFFER_CONTROL", 0x0f4, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP15_IN_BUFFER_CONTROL", 0x0f8, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP15_OUT_BUFFER_CONTROL", 0x0fc, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
  ]
}
