// RP2040 data sheet: register map of USB. Offsets and fields from the chip description, declared once for firmware and model.

public enum USB {
  /// Bus address of USB.
  @inlinable public static var base: UInt32 { 0x5011_0000 }

  public enum ADDR_ENDP {
    @inlinable public static var offset: UInt32 { 0x000 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP1 {
    @inlinable public static var offset: UInt32 { 0x004 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP2 {
    @inlinable public static var offset: UInt32 { 0x008 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP3 {
    @inlinable public static var offset: UInt32 { 0x00c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP4 {
    @inlinable public static var offset: UInt32 { 0x010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP5 {
    @inlinable public static var offset: UInt32 { 0x014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP6 {
    @inlinable public static var offset: UInt32 { 0x018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP7 {
    @inlinable public static var offset: UInt32 { 0x01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP8 {
    @inlinable public static var offset: UInt32 { 0x020 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP9 {
    @inlinable public static var offset: UInt32 { 0x024 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP10 {
    @inlinable public static var offset: UInt32 { 0x028 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP11 {
    @inlinable public static var offset: UInt32 { 0x02c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP12 {
    @inlinable public static var offset: UInt32 { 0x030 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP13 {
    @inlinable public static var offset: UInt32 { 0x034 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP14 {
    @inlinable public static var offset: UInt32 { 0x038 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum ADDR_ENDP15 {
    @inlinable public static var offset: UInt32 { 0x03c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INTEP_PREAMBLE: Field { Field(26, 1) }
    @inlinable public static var INTEP_DIR: Field { Field(25, 1) }
    @inlinable public static var ENDPOINT: Field { Field(16, 4) }
    @inlinable public static var ADDRESS: Field { Field(0, 7) }
  }
  public enum MAIN_CTRL {
    @inlinable public static var offset: UInt32 { 0x040 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SIM_TIMING: Field { Field(31, 1) }
    @inlinable public static var HOST_NDEVICE: Field { Field(1, 1) }
    @inlinable public static var CONTROLLER_EN: Field { Field(0, 1) }
  }
  public enum SOF_WR {
    @inlinable public static var offset: UInt32 { 0x044 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var COUNT: Field { Field(0, 11) }  // writeOnly
  }
  public enum SOF_RD {
    @inlinable public static var offset: UInt32 { 0x048 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var COUNT: Field { Field(0, 11) }  // readOnly
  }
  public enum SIE_CTRL {
    @inlinable public static var offset: UInt32 { 0x04c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP0_INT_STALL: Field { Field(31, 1) }
    @inlinable public static var EP0_DOUBLE_BUF: Field { Field(30, 1) }
    @inlinable public static var EP0_INT_1BUF: Field { Field(29, 1) }
    @inlinable public static var EP0_INT_2BUF: Field { Field(28, 1) }
    @inlinable public static var EP0_INT_NAK: Field { Field(27, 1) }
    @inlinable public static var DIRECT_EN: Field { Field(26, 1) }
    @inlinable public static var DIRECT_DP: Field { Field(25, 1) }
    @inlinable public static var DIRECT_DM: Field { Field(24, 1) }
    @inlinable public static var TRANSCEIVER_PD: Field { Field(18, 1) }
    @inlinable public static var RPU_OPT: Field { Field(17, 1) }
    @inlinable public static var PULLUP_EN: Field { Field(16, 1) }
    @inlinable public static var PULLDOWN_EN: Field { Field(15, 1) }
    @inlinable public static var RESET_BUS: Field { Field(13, 1) }  // writeOnly
    @inlinable public static var RESUME: Field { Field(12, 1) }  // writeOnly
    @inlinable public static var VBUS_EN: Field { Field(11, 1) }
    @inlinable public static var KEEP_ALIVE_EN: Field { Field(10, 1) }
    @inlinable public static var SOF_EN: Field { Field(9, 1) }
    @inlinable public static var SOF_SYNC: Field { Field(8, 1) }
    @inlinable public static var PREAMBLE_EN: Field { Field(6, 1) }
    @inlinable public static var STOP_TRANS: Field { Field(4, 1) }  // writeOnly
    @inlinable public static var RECEIVE_DATA: Field { Field(3, 1) }
    @inlinable public static var SEND_DATA: Field { Field(2, 1) }
    @inlinable public static var SEND_SETUP: Field { Field(1, 1) }
    @inlinable public static var START_TRANS: Field { Field(0, 1) }  // writeOnly
  }
  public enum SIE_STATUS {
    @inlinable public static var offset: UInt32 { 0x050 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DATA_SEQ_ERROR: Field { Field(31, 1) }  // writeOneToClear
    @inlinable public static var ACK_REC: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var STALL_REC: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var NAK_REC: Field { Field(28, 1) }  // writeOneToClear
    @inlinable public static var RX_TIMEOUT: Field { Field(27, 1) }  // writeOneToClear
    @inlinable public static var RX_OVERFLOW: Field { Field(26, 1) }  // writeOneToClear
    @inlinable public static var BIT_STUFF_ERROR: Field { Field(25, 1) }  // writeOneToClear
    @inlinable public static var CRC_ERROR: Field { Field(24, 1) }  // writeOneToClear
    @inlinable public static var BUS_RESET: Field { Field(19, 1) }  // writeOneToClear
    @inlinable public static var TRANS_COMPLETE: Field { Field(18, 1) }  // writeOneToClear
    @inlinable public static var SETUP_REC: Field { Field(17, 1) }  // writeOneToClear
    @inlinable public static var CONNECTED: Field { Field(16, 1) }  // readOnly
    @inlinable public static var RESUME: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var VBUS_OVER_CURR: Field { Field(10, 1) }  // readOnly
    @inlinable public static var SPEED: Field { Field(8, 2) }  // readOnly
    @inlinable public static var SUSPENDED: Field { Field(4, 1) }  // readOnly
    @inlinable public static var LINE_STATE: Field { Field(2, 2) }  // readOnly
    @inlinable public static var VBUS_DETECTED: Field { Field(0, 1) }  // readOnly
  }
  public enum INT_EP_CTRL {
    @inlinable public static var offset: UInt32 { 0x054 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var INT_EP_ACTIVE: Field { Field(1, 15) }
  }
  public enum BUFF_STATUS {
    @inlinable public static var offset: UInt32 { 0x058 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP15_OUT: Field { Field(31, 1) }  // writeOneToClear
    @inlinable public static var EP15_IN: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var EP14_OUT: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var EP14_IN: Field { Field(28, 1) }  // writeOneToClear
    @inlinable public static var EP13_OUT: Field { Field(27, 1) }  // writeOneToClear
    @inlinable public static var EP13_IN: Field { Field(26, 1) }  // writeOneToClear
    @inlinable public static var EP12_OUT: Field { Field(25, 1) }  // writeOneToClear
    @inlinable public static var EP12_IN: Field { Field(24, 1) }  // writeOneToClear
    @inlinable public static var EP11_OUT: Field { Field(23, 1) }  // writeOneToClear
    @inlinable public static var EP11_IN: Field { Field(22, 1) }  // writeOneToClear
    @inlinable public static var EP10_OUT: Field { Field(21, 1) }  // writeOneToClear
    @inlinable public static var EP10_IN: Field { Field(20, 1) }  // writeOneToClear
    @inlinable public static var EP9_OUT: Field { Field(19, 1) }  // writeOneToClear
    @inlinable public static var EP9_IN: Field { Field(18, 1) }  // writeOneToClear
    @inlinable public static var EP8_OUT: Field { Field(17, 1) }  // writeOneToClear
    @inlinable public static var EP8_IN: Field { Field(16, 1) }  // writeOneToClear
    @inlinable public static var EP7_OUT: Field { Field(15, 1) }  // writeOneToClear
    @inlinable public static var EP7_IN: Field { Field(14, 1) }  // writeOneToClear
    @inlinable public static var EP6_OUT: Field { Field(13, 1) }  // writeOneToClear
    @inlinable public static var EP6_IN: Field { Field(12, 1) }  // writeOneToClear
    @inlinable public static var EP5_OUT: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var EP5_IN: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var EP4_OUT: Field { Field(9, 1) }  // writeOneToClear
    @inlinable public static var EP4_IN: Field { Field(8, 1) }  // writeOneToClear
    @inlinable public static var EP3_OUT: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var EP3_IN: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var EP2_OUT: Field { Field(5, 1) }  // writeOneToClear
    @inlinable public static var EP2_IN: Field { Field(4, 1) }  // writeOneToClear
    @inlinable public static var EP1_OUT: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var EP1_IN: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var EP0_OUT: Field { Field(1, 1) }  // writeOneToClear
    @inlinable public static var EP0_IN: Field { Field(0, 1) }  // writeOneToClear
  }
  public enum BUFF_CPU_SHOULD_HANDLE {
    @inlinable public static var offset: UInt32 { 0x05c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP15_OUT: Field { Field(31, 1) }  // readOnly
    @inlinable public static var EP15_IN: Field { Field(30, 1) }  // readOnly
    @inlinable public static var EP14_OUT: Field { Field(29, 1) }  // readOnly
    @inlinable public static var EP14_IN: Field { Field(28, 1) }  // readOnly
    @inlinable public static var EP13_OUT: Field { Field(27, 1) }  // readOnly
    @inlinable public static var EP13_IN: Field { Field(26, 1) }  // readOnly
    @inlinable public static var EP12_OUT: Field { Field(25, 1) }  // readOnly
    @inlinable public static var EP12_IN: Field { Field(24, 1) }  // readOnly
    @inlinable public static var EP11_OUT: Field { Field(23, 1) }  // readOnly
    @inlinable public static var EP11_IN: Field { Field(22, 1) }  // readOnly
    @inlinable public static var EP10_OUT: Field { Field(21, 1) }  // readOnly
    @inlinable public static var EP10_IN: Field { Field(20, 1) }  // readOnly
    @inlinable public static var EP9_OUT: Field { Field(19, 1) }  // readOnly
    @inlinable public static var EP9_IN: Field { Field(18, 1) }  // readOnly
    @inlinable public static var EP8_OUT: Field { Field(17, 1) }  // readOnly
    @inlinable public static var EP8_IN: Field { Field(16, 1) }  // readOnly
    @inlinable public static var EP7_OUT: Field { Field(15, 1) }  // readOnly
    @inlinable public static var EP7_IN: Field { Field(14, 1) }  // readOnly
    @inlinable public static var EP6_OUT: Field { Field(13, 1) }  // readOnly
    @inlinable public static var EP6_IN: Field { Field(12, 1) }  // readOnly
    @inlinable public static var EP5_OUT: Field { Field(11, 1) }  // readOnly
    @inlinable public static var EP5_IN: Field { Field(10, 1) }  // readOnly
    @inlinable public static var EP4_OUT: Field { Field(9, 1) }  // readOnly
    @inlinable public static var EP4_IN: Field { Field(8, 1) }  // readOnly
    @inlinable public static var EP3_OUT: Field { Field(7, 1) }  // readOnly
    @inlinable public static var EP3_IN: Field { Field(6, 1) }  // readOnly
    @inlinable public static var EP2_OUT: Field { Field(5, 1) }  // readOnly
    @inlinable public static var EP2_IN: Field { Field(4, 1) }  // readOnly
    @inlinable public static var EP1_OUT: Field { Field(3, 1) }  // readOnly
    @inlinable public static var EP1_IN: Field { Field(2, 1) }  // readOnly
    @inlinable public static var EP0_OUT: Field { Field(1, 1) }  // readOnly
    @inlinable public static var EP0_IN: Field { Field(0, 1) }  // readOnly
  }
  public enum EP_ABORT {
    @inlinable public static var offset: UInt32 { 0x060 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP15_OUT: Field { Field(31, 1) }
    @inlinable public static var EP15_IN: Field { Field(30, 1) }
    @inlinable public static var EP14_OUT: Field { Field(29, 1) }
    @inlinable public static var EP14_IN: Field { Field(28, 1) }
    @inlinable public static var EP13_OUT: Field { Field(27, 1) }
    @inlinable public static var EP13_IN: Field { Field(26, 1) }
    @inlinable public static var EP12_OUT: Field { Field(25, 1) }
    @inlinable public static var EP12_IN: Field { Field(24, 1) }
    @inlinable public static var EP11_OUT: Field { Field(23, 1) }
    @inlinable public static var EP11_IN: Field { Field(22, 1) }
    @inlinable public static var EP10_OUT: Field { Field(21, 1) }
    @inlinable public static var EP10_IN: Field { Field(20, 1) }
    @inlinable public static var EP9_OUT: Field { Field(19, 1) }
    @inlinable public static var EP9_IN: Field { Field(18, 1) }
    @inlinable public static var EP8_OUT: Field { Field(17, 1) }
    @inlinable public static var EP8_IN: Field { Field(16, 1) }
    @inlinable public static var EP7_OUT: Field { Field(15, 1) }
    @inlinable public static var EP7_IN: Field { Field(14, 1) }
    @inlinable public static var EP6_OUT: Field { Field(13, 1) }
    @inlinable public static var EP6_IN: Field { Field(12, 1) }
    @inlinable public static var EP5_OUT: Field { Field(11, 1) }
    @inlinable public static var EP5_IN: Field { Field(10, 1) }
    @inlinable public static var EP4_OUT: Field { Field(9, 1) }
    @inlinable public static var EP4_IN: Field { Field(8, 1) }
    @inlinable public static var EP3_OUT: Field { Field(7, 1) }
    @inlinable public static var EP3_IN: Field { Field(6, 1) }
    @inlinable public static var EP2_OUT: Field { Field(5, 1) }
    @inlinable public static var EP2_IN: Field { Field(4, 1) }
    @inlinable public static var EP1_OUT: Field { Field(3, 1) }
    @inlinable public static var EP1_IN: Field { Field(2, 1) }
    @inlinable public static var EP0_OUT: Field { Field(1, 1) }
    @inlinable public static var EP0_IN: Field { Field(0, 1) }
  }
  public enum EP_ABORT_DONE {
    @inlinable public static var offset: UInt32 { 0x064 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP15_OUT: Field { Field(31, 1) }  // writeOneToClear
    @inlinable public static var EP15_IN: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var EP14_OUT: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var EP14_IN: Field { Field(28, 1) }  // writeOneToClear
    @inlinable public static var EP13_OUT: Field { Field(27, 1) }  // writeOneToClear
    @inlinable public static var EP13_IN: Field { Field(26, 1) }  // writeOneToClear
    @inlinable public static var EP12_OUT: Field { Field(25, 1) }  // writeOneToClear
    @inlinable public static var EP12_IN: Field { Field(24, 1) }  // writeOneToClear
    @inlinable public static var EP11_OUT: Field { Field(23, 1) }  // writeOneToClear
    @inlinable public static var EP11_IN: Field { Field(22, 1) }  // writeOneToClear
    @inlinable public static var EP10_OUT: Field { Field(21, 1) }  // writeOneToClear
    @inlinable public static var EP10_IN: Field { Field(20, 1) }  // writeOneToClear
    @inlinable public static var EP9_OUT: Field { Field(19, 1) }  // writeOneToClear
    @inlinable public static var EP9_IN: Field { Field(18, 1) }  // writeOneToClear
    @inlinable public static var EP8_OUT: Field { Field(17, 1) }  // writeOneToClear
    @inlinable public static var EP8_IN: Field { Field(16, 1) }  // writeOneToClear
    @inlinable public static var EP7_OUT: Field { Field(15, 1) }  // writeOneToClear
    @inlinable public static var EP7_IN: Field { Field(14, 1) }  // writeOneToClear
    @inlinable public static var EP6_OUT: Field { Field(13, 1) }  // writeOneToClear
    @inlinable public static var EP6_IN: Field { Field(12, 1) }  // writeOneToClear
    @inlinable public static var EP5_OUT: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var EP5_IN: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var EP4_OUT: Field { Field(9, 1) }  // writeOneToClear
    @inlinable public static var EP4_IN: Field { Field(8, 1) }  // writeOneToClear
    @inlinable public static var EP3_OUT: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var EP3_IN: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var EP2_OUT: Field { Field(5, 1) }  // writeOneToClear
    @inlinable public static var EP2_IN: Field { Field(4, 1) }  // writeOneToClear
    @inlinable public static var EP1_OUT: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var EP1_IN: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var EP0_OUT: Field { Field(1, 1) }  // writeOneToClear
    @inlinable public static var EP0_IN: Field { Field(0, 1) }  // writeOneToClear
  }
  public enum EP_STALL_ARM {
    @inlinable public static var offset: UInt32 { 0x068 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP0_OUT: Field { Field(1, 1) }
    @inlinable public static var EP0_IN: Field { Field(0, 1) }
  }
  public enum NAK_POLL {
    @inlinable public static var offset: UInt32 { 0x06c }
    @inlinable public static var reset: UInt32 { 0x0010_0010 }
    @inlinable public static var DELAY_FS: Field { Field(16, 10) }
    @inlinable public static var DELAY_LS: Field { Field(0, 10) }
  }
  public enum EP_STATUS_STALL_NAK {
    @inlinable public static var offset: UInt32 { 0x070 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP15_OUT: Field { Field(31, 1) }  // writeOneToClear
    @inlinable public static var EP15_IN: Field { Field(30, 1) }  // writeOneToClear
    @inlinable public static var EP14_OUT: Field { Field(29, 1) }  // writeOneToClear
    @inlinable public static var EP14_IN: Field { Field(28, 1) }  // writeOneToClear
    @inlinable public static var EP13_OUT: Field { Field(27, 1) }  // writeOneToClear
    @inlinable public static var EP13_IN: Field { Field(26, 1) }  // writeOneToClear
    @inlinable public static var EP12_OUT: Field { Field(25, 1) }  // writeOneToClear
    @inlinable public static var EP12_IN: Field { Field(24, 1) }  // writeOneToClear
    @inlinable public static var EP11_OUT: Field { Field(23, 1) }  // writeOneToClear
    @inlinable public static var EP11_IN: Field { Field(22, 1) }  // writeOneToClear
    @inlinable public static var EP10_OUT: Field { Field(21, 1) }  // writeOneToClear
    @inlinable public static var EP10_IN: Field { Field(20, 1) }  // writeOneToClear
    @inlinable public static var EP9_OUT: Field { Field(19, 1) }  // writeOneToClear
    @inlinable public static var EP9_IN: Field { Field(18, 1) }  // writeOneToClear
    @inlinable public static var EP8_OUT: Field { Field(17, 1) }  // writeOneToClear
    @inlinable public static var EP8_IN: Field { Field(16, 1) }  // writeOneToClear
    @inlinable public static var EP7_OUT: Field { Field(15, 1) }  // writeOneToClear
    @inlinable public static var EP7_IN: Field { Field(14, 1) }  // writeOneToClear
    @inlinable public static var EP6_OUT: Field { Field(13, 1) }  // writeOneToClear
    @inlinable public static var EP6_IN: Field { Field(12, 1) }  // writeOneToClear
    @inlinable public static var EP5_OUT: Field { Field(11, 1) }  // writeOneToClear
    @inlinable public static var EP5_IN: Field { Field(10, 1) }  // writeOneToClear
    @inlinable public static var EP4_OUT: Field { Field(9, 1) }  // writeOneToClear
    @inlinable public static var EP4_IN: Field { Field(8, 1) }  // writeOneToClear
    @inlinable public static var EP3_OUT: Field { Field(7, 1) }  // writeOneToClear
    @inlinable public static var EP3_IN: Field { Field(6, 1) }  // writeOneToClear
    @inlinable public static var EP2_OUT: Field { Field(5, 1) }  // writeOneToClear
    @inlinable public static var EP2_IN: Field { Field(4, 1) }  // writeOneToClear
    @inlinable public static var EP1_OUT: Field { Field(3, 1) }  // writeOneToClear
    @inlinable public static var EP1_IN: Field { Field(2, 1) }  // writeOneToClear
    @inlinable public static var EP0_OUT: Field { Field(1, 1) }  // writeOneToClear
    @inlinable public static var EP0_IN: Field { Field(0, 1) }  // writeOneToClear
  }
  public enum USB_MUXING {
    @inlinable public static var offset: UInt32 { 0x074 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SOFTCON: Field { Field(3, 1) }
    @inlinable public static var TO_DIGITAL_PAD: Field { Field(2, 1) }
    @inlinable public static var TO_EXTPHY: Field { Field(1, 1) }
    @inlinable public static var TO_PHY: Field { Field(0, 1) }
  }
  public enum USB_PWR {
    @inlinable public static var offset: UInt32 { 0x078 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var OVERCURR_DETECT_EN: Field { Field(5, 1) }
    @inlinable public static var OVERCURR_DETECT: Field { Field(4, 1) }
    @inlinable public static var VBUS_DETECT_OVERRIDE_EN: Field { Field(3, 1) }
    @inlinable public static var VBUS_DETECT: Field { Field(2, 1) }
    @inlinable public static var VBUS_EN_OVERRIDE_EN: Field { Field(1, 1) }
    @inlinable public static var VBUS_EN: Field { Field(0, 1) }
  }
  public enum USBPHY_DIRECT {
    @inlinable public static var offset: UInt32 { 0x07c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var DM_OVV: Field { Field(22, 1) }  // readOnly
    @inlinable public static var DP_OVV: Field { Field(21, 1) }  // readOnly
    @inlinable public static var DM_OVCN: Field { Field(20, 1) }  // readOnly
    @inlinable public static var DP_OVCN: Field { Field(19, 1) }  // readOnly
    @inlinable public static var RX_DM: Field { Field(18, 1) }  // readOnly
    @inlinable public static var RX_DP: Field { Field(17, 1) }  // readOnly
    @inlinable public static var RX_DD: Field { Field(16, 1) }  // readOnly
    @inlinable public static var TX_DIFFMODE: Field { Field(15, 1) }
    @inlinable public static var TX_FSSLEW: Field { Field(14, 1) }
    @inlinable public static var TX_PD: Field { Field(13, 1) }
    @inlinable public static var RX_PD: Field { Field(12, 1) }
    @inlinable public static var TX_DM: Field { Field(11, 1) }
    @inlinable public static var TX_DP: Field { Field(10, 1) }
    @inlinable public static var TX_DM_OE: Field { Field(9, 1) }
    @inlinable public static var TX_DP_OE: Field { Field(8, 1) }
    @inlinable public static var DM_PULLDN_EN: Field { Field(6, 1) }
    @inlinable public static var DM_PULLUP_EN: Field { Field(5, 1) }
    @inlinable public static var DM_PULLUP_HISEL: Field { Field(4, 1) }
    @inlinable public static var DP_PULLDN_EN: Field { Field(2, 1) }
    @inlinable public static var DP_PULLUP_EN: Field { Field(1, 1) }
    @inlinable public static var DP_PULLUP_HISEL: Field { Field(0, 1) }
  }
  public enum USBPHY_DIRECT_OVERRIDE {
    @inlinable public static var offset: UInt32 { 0x080 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TX_DIFFMODE_OVERRIDE_EN: Field { Field(15, 1) }
    @inlinable public static var DM_PULLUP_OVERRIDE_EN: Field { Field(12, 1) }
    @inlinable public static var TX_FSSLEW_OVERRIDE_EN: Field { Field(11, 1) }
    @inlinable public static var TX_PD_OVERRIDE_EN: Field { Field(10, 1) }
    @inlinable public static var RX_PD_OVERRIDE_EN: Field { Field(9, 1) }
    @inlinable public static var TX_DM_OVERRIDE_EN: Field { Field(8, 1) }
    @inlinable public static var TX_DP_OVERRIDE_EN: Field { Field(7, 1) }
    @inlinable public static var TX_DM_OE_OVERRIDE_EN: Field { Field(6, 1) }
    @inlinable public static var TX_DP_OE_OVERRIDE_EN: Field { Field(5, 1) }
    @inlinable public static var DM_PULLDN_EN_OVERRIDE_EN: Field { Field(4, 1) }
    @inlinable public static var DP_PULLDN_EN_OVERRIDE_EN: Field { Field(3, 1) }
    @inlinable public static var DP_PULLUP_EN_OVERRIDE_EN: Field { Field(2, 1) }
    @inlinable public static var DM_PULLUP_HISEL_OVERRIDE_EN: Field { Field(1, 1) }
    @inlinable public static var DP_PULLUP_HISEL_OVERRIDE_EN: Field { Field(0, 1) }
  }
  public enum USBPHY_TRIM {
    @inlinable public static var offset: UInt32 { 0x084 }
    @inlinable public static var reset: UInt32 { 0x0000_1f1f }
    @inlinable public static var DM_PULLDN_TRIM: Field { Field(8, 5) }
    @inlinable public static var DP_PULLDN_TRIM: Field { Field(0, 5) }
  }
  public enum INTR {
    @inlinable public static var offset: UInt32 { 0x08c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP_STALL_NAK: Field { Field(19, 1) }  // readOnly
    @inlinable public static var ABORT_DONE: Field { Field(18, 1) }  // readOnly
    @inlinable public static var DEV_SOF: Field { Field(17, 1) }  // readOnly
    @inlinable public static var SETUP_REQ: Field { Field(16, 1) }  // readOnly
    @inlinable public static var DEV_RESUME_FROM_HOST: Field { Field(15, 1) }  // readOnly
    @inlinable public static var DEV_SUSPEND: Field { Field(14, 1) }  // readOnly
    @inlinable public static var DEV_CONN_DIS: Field { Field(13, 1) }  // readOnly
    @inlinable public static var BUS_RESET: Field { Field(12, 1) }  // readOnly
    @inlinable public static var VBUS_DETECT: Field { Field(11, 1) }  // readOnly
    @inlinable public static var STALL: Field { Field(10, 1) }  // readOnly
    @inlinable public static var ERROR_CRC: Field { Field(9, 1) }  // readOnly
    @inlinable public static var ERROR_BIT_STUFF: Field { Field(8, 1) }  // readOnly
    @inlinable public static var ERROR_RX_OVERFLOW: Field { Field(7, 1) }  // readOnly
    @inlinable public static var ERROR_RX_TIMEOUT: Field { Field(6, 1) }  // readOnly
    @inlinable public static var ERROR_DATA_SEQ: Field { Field(5, 1) }  // readOnly
    @inlinable public static var BUFF_STATUS: Field { Field(4, 1) }  // readOnly
    @inlinable public static var TRANS_COMPLETE: Field { Field(3, 1) }  // readOnly
    @inlinable public static var HOST_SOF: Field { Field(2, 1) }  // readOnly
    @inlinable public static var HOST_RESUME: Field { Field(1, 1) }  // readOnly
    @inlinable public static var HOST_CONN_DIS: Field { Field(0, 1) }  // readOnly
  }
  public enum INTE {
    @inlinable public static var offset: UInt32 { 0x090 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP_STALL_NAK: Field { Field(19, 1) }
    @inlinable public static var ABORT_DONE: Field { Field(18, 1) }
    @inlinable public static var DEV_SOF: Field { Field(17, 1) }
    @inlinable public static var SETUP_REQ: Field { Field(16, 1) }
    @inlinable public static var DEV_RESUME_FROM_HOST: Field { Field(15, 1) }
    @inlinable public static var DEV_SUSPEND: Field { Field(14, 1) }
    @inlinable public static var DEV_CONN_DIS: Field { Field(13, 1) }
    @inlinable public static var BUS_RESET: Field { Field(12, 1) }
    @inlinable public static var VBUS_DETECT: Field { Field(11, 1) }
    @inlinable public static var STALL: Field { Field(10, 1) }
    @inlinable public static var ERROR_CRC: Field { Field(9, 1) }
    @inlinable public static var ERROR_BIT_STUFF: Field { Field(8, 1) }
    @inlinable public static var ERROR_RX_OVERFLOW: Field { Field(7, 1) }
    @inlinable public static var ERROR_RX_TIMEOUT: Field { Field(6, 1) }
    @inlinable public static var ERROR_DATA_SEQ: Field { Field(5, 1) }
    @inlinable public static var BUFF_STATUS: Field { Field(4, 1) }
    @inlinable public static var TRANS_COMPLETE: Field { Field(3, 1) }
    @inlinable public static var HOST_SOF: Field { Field(2, 1) }
    @inlinable public static var HOST_RESUME: Field { Field(1, 1) }
    @inlinable public static var HOST_CONN_DIS: Field { Field(0, 1) }
  }
  public enum INTF {
    @inlinable public static var offset: UInt32 { 0x094 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP_STALL_NAK: Field { Field(19, 1) }
    @inlinable public static var ABORT_DONE: Field { Field(18, 1) }
    @inlinable public static var DEV_SOF: Field { Field(17, 1) }
    @inlinable public static var SETUP_REQ: Field { Field(16, 1) }
    @inlinable public static var DEV_RESUME_FROM_HOST: Field { Field(15, 1) }
    @inlinable public static var DEV_SUSPEND: Field { Field(14, 1) }
    @inlinable public static var DEV_CONN_DIS: Field { Field(13, 1) }
    @inlinable public static var BUS_RESET: Field { Field(12, 1) }
    @inlinable public static var VBUS_DETECT: Field { Field(11, 1) }
    @inlinable public static var STALL: Field { Field(10, 1) }
    @inlinable public static var ERROR_CRC: Field { Field(9, 1) }
    @inlinable public static var ERROR_BIT_STUFF: Field { Field(8, 1) }
    @inlinable public static var ERROR_RX_OVERFLOW: Field { Field(7, 1) }
    @inlinable public static var ERROR_RX_TIMEOUT: Field { Field(6, 1) }
    @inlinable public static var ERROR_DATA_SEQ: Field { Field(5, 1) }
    @inlinable public static var BUFF_STATUS: Field { Field(4, 1) }
    @inlinable public static var TRANS_COMPLETE: Field { Field(3, 1) }
    @inlinable public static var HOST_SOF: Field { Field(2, 1) }
    @inlinable public static var HOST_RESUME: Field { Field(1, 1) }
    @inlinable public static var HOST_CONN_DIS: Field { Field(0, 1) }
  }
  public enum INTS {
    @inlinable public static var offset: UInt32 { 0x098 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var EP_STALL_NAK: Field { Field(19, 1) }  // readOnly
    @inlinable public static var ABORT_DONE: Field { Field(18, 1) }  // readOnly
    @inlinable public static var DEV_SOF: Field { Field(17, 1) }  // readOnly
    @inlinable public static var SETUP_REQ: Field { Field(16, 1) }  // readOnly
    @inlinable public static var DEV_RESUME_FROM_HOST: Field { Field(15, 1) }  // readOnly
    @inlinable public static var DEV_SUSPEND: Field { Field(14, 1) }  // readOnly
    @inlinable public static var DEV_CONN_DIS: Field { Field(13, 1) }  // readOnly
    @inlinable public static var BUS_RESET: Field { Field(12, 1) }  // readOnly
    @inlinable public static var VBUS_DETECT: Field { Field(11, 1) }  // readOnly
    @inlinable public static var STALL: Field { Field(10, 1) }  // readOnly
    @inlinable public static var ERROR_CRC: Field { Field(9, 1) }  // readOnly
    @inlinable public static var ERROR_BIT_STUFF: Field { Field(8, 1) }  // readOnly
    @inlinable public static var ERROR_RX_OVERFLOW: Field { Field(7, 1) }  // readOnly
    @inlinable public static var ERROR_RX_TIMEOUT: Field { Field(6, 1) }  // readOnly
    @inlinable public static var ERROR_DATA_SEQ: Field { Field(5, 1) }  // readOnly
    @inlinable public static var BUFF_STATUS: Field { Field(4, 1) }  // readOnly
    @inlinable public static var TRANS_COMPLETE: Field { Field(3, 1) }  // readOnly
    @inlinable public static var HOST_SOF: Field { Field(2, 1) }  // readOnly
    @inlinable public static var HOST_RESUME: Field { Field(1, 1) }  // readOnly
    @inlinable public static var HOST_CONN_DIS: Field { Field(0, 1) }  // readOnly
  }

  /// Every register of the block, in address order.
  public static let registers: [38 of Register] = [
    Register("ADDR_ENDP", 0x000, reset: 0x0000_0000, readable: 0x000f_007f, writable: 0x000f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP1", 0x004, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP2", 0x008, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP3", 0x00c, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP4", 0x010, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP5", 0x014, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP6", 0x018, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP7", 0x01c, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP8", 0x020, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP9", 0x024, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP10", 0x028, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP11", 0x02c, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP12", 0x030, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP13", 0x034, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP14", 0x038, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("ADDR_ENDP15", 0x03c, reset: 0x0000_0000, readable: 0x060f_007f, writable: 0x060f_007f, oneToClear: 0x0000_0000),
    Register("MAIN_CTRL", 0x040, reset: 0x0000_0000, readable: 0x8000_0003, writable: 0x8000_0003, oneToClear: 0x0000_0000),
    Register("SOF_WR", 0x044, reset: 0x0000_0000, readable: 0x0000_0000, writable: 0x0000_07ff, oneToClear: 0x0000_0000),
    Register("SOF_RD", 0x048, reset: 0x0000_0000, readable: 0x0000_07ff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SIE_CTRL", 0x04c, reset: 0x0000_0000, readable: 0xff07_8f4e, writable: 0xff07_bf5f, oneToClear: 0x0000_0000),
    Register("SIE_STATUS", 0x050, reset: 0x0000_0000, readable: 0xff0f_0f1d, writable: 0x0000_0000, oneToClear: 0xff0e_0800),
    Register("INT_EP_CTRL", 0x054, reset: 0x0000_0000, readable: 0x0000_fffe, writable: 0x0000_fffe, oneToClear: 0x0000_0000),
    Register("BUFF_STATUS", 0x058, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0xffff_ffff),
    Register("BUFF_CPU_SHOULD_HANDLE", 0x05c, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("EP_ABORT", 0x060, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("EP_ABORT_DONE", 0x064, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0xffff_ffff),
    Register("EP_STALL_ARM", 0x068, reset: 0x0000_0000, readable: 0x0000_0003, writable: 0x0000_0003, oneToClear: 0x0000_0000),
    Register("NAK_POLL", 0x06c, reset: 0x0010_0010, readable: 0x03ff_03ff, writable: 0x03ff_03ff, oneToClear: 0x0000_0000),
    Register("EP_STATUS_STALL_NAK", 0x070, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0xffff_ffff),
    Register("USB_MUXING", 0x074, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_000f, oneToClear: 0x0000_0000),
    Register("USB_PWR", 0x078, reset: 0x0000_0000, readable: 0x0000_003f, writable: 0x0000_003f, oneToClear: 0x0000_0000),
    Register("USBPHY_DIRECT", 0x07c, reset: 0x0000_0000, readable: 0x007f_ff77, writable: 0x0000_ff77, oneToClear: 0x0000_0000),
    Register("USBPHY_DIRECT_OVERRIDE", 0x080, reset: 0x0000_0000, readable: 0x0000_9fff, writable: 0x0000_9fff, oneToClear: 0x0000_0000),
    Register("USBPHY_TRIM", 0x084, reset: 0x0000_1f1f, readable: 0x0000_1f1f, writable: 0x0000_1f1f, oneToClear: 0x0000_0000),
    Register("INTR", 0x08c, reset: 0x0000_0000, readable: 0x000f_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("INTE", 0x090, reset: 0x0000_0000, readable: 0x000f_ffff, writable: 0x000f_ffff, oneToClear: 0x0000_0000),
    Register("INTF", 0x094, reset: 0x0000_0000, readable: 0x000f_ffff, writable: 0x000f_ffff, oneToClear: 0x0000_0000),
    Register("INTS", 0x098, reset: 0x0000_0000, readable: 0x000f_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
  ]
}
