// RP2040 data sheet: register map of PPB. Offsets and fields from the chip description, declared once for firmware and model.

public enum PPB {
  /// Bus address of PPB.
  @inlinable public static var base: UInt32 { 0xe000_0000 }

  public enum SYST_CSR {
    @inlinable public static var offset: UInt32 { 0xe010 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var COUNTFLAG: Field { Field(16, 1) }  // readOnly
    @inlinable public static var CLKSOURCE: Field { Field(2, 1) }
    @inlinable public static var TICKINT: Field { Field(1, 1) }
    @inlinable public static var ENABLE: Field { Field(0, 1) }
  }
  public enum SYST_RVR {
    @inlinable public static var offset: UInt32 { 0xe014 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var RELOAD: Field { Field(0, 24) }
  }
  public enum SYST_CVR {
    @inlinable public static var offset: UInt32 { 0xe018 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CURRENT: Field { Field(0, 24) }
  }
  public enum SYST_CALIB {
    @inlinable public static var offset: UInt32 { 0xe01c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NOREF: Field { Field(31, 1) }  // readOnly
    @inlinable public static var SKEW: Field { Field(30, 1) }  // readOnly
    @inlinable public static var TENMS: Field { Field(0, 24) }  // readOnly
  }
  public enum NVIC_ISER {
    @inlinable public static var offset: UInt32 { 0xe100 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SETENA: Field { Field(0, 32) }
  }
  public enum NVIC_ICER {
    @inlinable public static var offset: UInt32 { 0xe180 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLRENA: Field { Field(0, 32) }
  }
  public enum NVIC_ISPR {
    @inlinable public static var offset: UInt32 { 0xe200 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SETPEND: Field { Field(0, 32) }
  }
  public enum NVIC_ICPR {
    @inlinable public static var offset: UInt32 { 0xe280 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var CLRPEND: Field { Field(0, 32) }
  }
  public enum NVIC_IPR0 {
    @inlinable public static var offset: UInt32 { 0xe400 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IP_3: Field { Field(30, 2) }
    @inlinable public static var IP_2: Field { Field(22, 2) }
    @inlinable public static var IP_1: Field { Field(14, 2) }
    @inlinable public static var IP_0: Field { Field(6, 2) }
  }
  public enum NVIC_IPR1 {
    @inlinable public static var offset: UInt32 { 0xe404 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IP_7: Field { Field(30, 2) }
    @inlinable public static var IP_6: Field { Field(22, 2) }
    @inlinable public static var IP_5: Field { Field(14, 2) }
    @inlinable public static var IP_4: Field { Field(6, 2) }
  }
  public enum NVIC_IPR2 {
    @inlinable public static var offset: UInt32 { 0xe408 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IP_11: Field { Field(30, 2) }
    @inlinable public static var IP_10: Field { Field(22, 2) }
    @inlinable public static var IP_9: Field { Field(14, 2) }
    @inlinable public static var IP_8: Field { Field(6, 2) }
  }
  public enum NVIC_IPR3 {
    @inlinable public static var offset: UInt32 { 0xe40c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IP_15: Field { Field(30, 2) }
    @inlinable public static var IP_14: Field { Field(22, 2) }
    @inlinable public static var IP_13: Field { Field(14, 2) }
    @inlinable public static var IP_12: Field { Field(6, 2) }
  }
  public enum NVIC_IPR4 {
    @inlinable public static var offset: UInt32 { 0xe410 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IP_19: Field { Field(30, 2) }
    @inlinable public static var IP_18: Field { Field(22, 2) }
    @inlinable public static var IP_17: Field { Field(14, 2) }
    @inlinable public static var IP_16: Field { Field(6, 2) }
  }
  public enum NVIC_IPR5 {
    @inlinable public static var offset: UInt32 { 0xe414 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IP_23: Field { Field(30, 2) }
    @inlinable public static var IP_22: Field { Field(22, 2) }
    @inlinable public static var IP_21: Field { Field(14, 2) }
    @inlinable public static var IP_20: Field { Field(6, 2) }
  }
  public enum NVIC_IPR6 {
    @inlinable public static var offset: UInt32 { 0xe418 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IP_27: Field { Field(30, 2) }
    @inlinable public static var IP_26: Field { Field(22, 2) }
    @inlinable public static var IP_25: Field { Field(14, 2) }
    @inlinable public static var IP_24: Field { Field(6, 2) }
  }
  public enum NVIC_IPR7 {
    @inlinable public static var offset: UInt32 { 0xe41c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var IP_31: Field { Field(30, 2) }
    @inlinable public static var IP_30: Field { Field(22, 2) }
    @inlinable public static var IP_29: Field { Field(14, 2) }
    @inlinable public static var IP_28: Field { Field(6, 2) }
  }
  public enum CPUID {
    @inlinable public static var offset: UInt32 { 0xed00 }
    @inlinable public static var reset: UInt32 { 0x410c_c601 }
    @inlinable public static var IMPLEMENTER: Field { Field(24, 8) }  // readOnly
    @inlinable public static var VARIANT: Field { Field(20, 4) }  // readOnly
    @inlinable public static var ARCHITECTURE: Field { Field(16, 4) }  // readOnly
    @inlinable public static var PARTNO: Field { Field(4, 12) }  // readOnly
    @inlinable public static var REVISION: Field { Field(0, 4) }  // readOnly
  }
  public enum ICSR {
    @inlinable public static var offset: UInt32 { 0xed04 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var NMIPENDSET: Field { Field(31, 1) }
    @inlinable public static var PENDSVSET: Field { Field(28, 1) }
    @inlinable public static var PENDSVCLR: Field { Field(27, 1) }
    @inlinable public static var PENDSTSET: Field { Field(26, 1) }
    @inlinable public static var PENDSTCLR: Field { Field(25, 1) }
    @inlinable public static var ISRPREEMPT: Field { Field(23, 1) }  // readOnly
    @inlinable public static var ISRPENDING: Field { Field(22, 1) }  // readOnly
    @inlinable public static var VECTPENDING: Field { Field(12, 9) }  // readOnly
    @inlinable public static var VECTACTIVE: Field { Field(0, 9) }  // readOnly
  }
  public enum VTOR {
    @inlinable public static var offset: UInt32 { 0xed08 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var TBLOFF: Field { Field(8, 24) }
  }
  public enum AIRCR {
    @inlinable public static var offset: UInt32 { 0xed0c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var VECTKEY: Field { Field(16, 16) }
    @inlinable public static var ENDIANESS: Field { Field(15, 1) }  // readOnly
    @inlinable public static var SYSRESETREQ: Field { Field(2, 1) }
    @inlinable public static var VECTCLRACTIVE: Field { Field(1, 1) }
  }
  public enum SCR {
    @inlinable public static var offset: UInt32 { 0xed10 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SEVONPEND: Field { Field(4, 1) }
    @inlinable public static var SLEEPDEEP: Field { Field(2, 1) }
    @inlinable public static var SLEEPONEXIT: Field { Field(1, 1) }
  }
  public enum CCR {
    @inlinable public static var offset: UInt32 { 0xed14 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var STKALIGN: Field { Field(9, 1) }  // readOnly
    @inlinable public static var UNALIGN_TRP: Field { Field(3, 1) }  // readOnly
  }
  public enum SHPR2 {
    @inlinable public static var offset: UInt32 { 0xed1c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PRI_11: Field { Field(30, 2) }
  }
  public enum SHPR3 {
    @inlinable public static var offset: UInt32 { 0xed20 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PRI_15: Field { Field(30, 2) }
    @inlinable public static var PRI_14: Field { Field(22, 2) }
  }
  public enum SHCSR {
    @inlinable public static var offset: UInt32 { 0xed24 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var SVCALLPENDED: Field { Field(15, 1) }
  }
  public enum MPU_TYPE {
    @inlinable public static var offset: UInt32 { 0xed90 }
    @inlinable public static var reset: UInt32 { 0x0000_0800 }
    @inlinable public static var IREGION: Field { Field(16, 8) }  // readOnly
    @inlinable public static var DREGION: Field { Field(8, 8) }  // readOnly
    @inlinable public static var SEPARATE: Field { Field(0, 1) }  // readOnly
  }
  public enum MPU_CTRL {
    @inlinable public static var offset: UInt32 { 0xed94 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var PRIVDEFENA: Field { Field(2, 1) }
    @inlinable public static var HFNMIENA: Field { Field(1, 1) }
    @inlinable public static var ENABLE: Field { Field(0, 1) }
  }
  public enum MPU_RNR {
    @inlinable public static var offset: UInt32 { 0xed98 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var REGION: Field { Field(0, 4) }
  }
  public enum MPU_RBAR {
    @inlinable public static var offset: UInt32 { 0xed9c }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ADDR: Field { Field(8, 24) }
    @inlinable public static var VALID: Field { Field(4, 1) }
    @inlinable public static var REGION: Field { Field(0, 4) }
  }
  public enum MPU_RASR {
    @inlinable public static var offset: UInt32 { 0xeda0 }
    @inlinable public static var reset: UInt32 { 0x0000_0000 }
    @inlinable public static var ATTRS: Field { Field(16, 16) }
    @inlinable public static var SRD: Field { Field(8, 8) }
    @inlinable public static var SIZE: Field { Field(1, 5) }
    @inlinable public static var ENABLE: Field { Field(0, 1) }
  }

  /// Every register of the block, in address order.
  public static let registers: [30 of Register] = [
    Register("SYST_CSR", 0xe010, reset: 0x0000_0000, readable: 0x0001_0007, writable: 0x0000_0007, oneToClear: 0x0000_0000),
    Register("SYST_RVR", 0xe014, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("SYST_CVR", 0xe018, reset: 0x0000_0000, readable: 0x00ff_ffff, writable: 0x00ff_ffff, oneToClear: 0x0000_0000),
    Register("SYST_CALIB", 0xe01c, reset: 0x0000_0000, readable: 0xc0ff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("NVIC_ISER", 0xe100, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("NVIC_ICER", 0xe180, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("NVIC_ISPR", 0xe200, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("NVIC_ICPR", 0xe280, reset: 0x0000_0000, readable: 0xffff_ffff, writable: 0xffff_ffff, oneToClear: 0x0000_0000),
    Register("NVIC_IPR0", 0xe400, reset: 0x0000_0000, readable: 0xc0c0_c0c0, writable: 0xc0c0_c0c0, oneToClear: 0x0000_0000),
    Register("NVIC_IPR1", 0xe404, reset: 0x0000_0000, readable: 0xc0c0_c0c0, writable: 0xc0c0_c0c0, oneToClear: 0x0000_0000),
    Register("NVIC_IPR2", 0xe408, reset: 0x0000_0000, readable: 0xc0c0_c0c0, writable: 0xc0c0_c0c0, oneToClear: 0x0000_0000),
    Register("NVIC_IPR3", 0xe40c, reset: 0x0000_0000, readable: 0xc0c0_c0c0, writable: 0xc0c0_c0c0, oneToClear: 0x0000_0000),
    Register("NVIC_IPR4", 0xe410, reset: 0x0000_0000, readable: 0xc0c0_c0c0, writable: 0xc0c0_c0c0, oneToClear: 0x0000_0000),
    Register("NVIC_IPR5", 0xe414, reset: 0x0000_0000, readable: 0xc0c0_c0c0, writable: 0xc0c0_c0c0, oneToClear: 0x0000_0000),
    Register("NVIC_IPR6", 0xe418, reset: 0x0000_0000, readable: 0xc0c0_c0c0, writable: 0xc0c0_c0c0, oneToClear: 0x0000_0000),
    Register("NVIC_IPR7", 0xe41c, reset: 0x0000_0000, readable: 0xc0c0_c0c0, writable: 0xc0c0_c0c0, oneToClear: 0x0000_0000),
    Register("CPUID", 0xed00, reset: 0x410c_c601, readable: 0xffff_ffff, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("ICSR", 0xed04, reset: 0x0000_0000, readable: 0x9edf_f1ff, writable: 0x9e00_0000, oneToClear: 0x0000_0000),
    Register("VTOR", 0xed08, reset: 0x0000_0000, readable: 0xffff_ff00, writable: 0xffff_ff00, oneToClear: 0x0000_0000),
    Register("AIRCR", 0xed0c, reset: 0x0000_0000, readable: 0xffff_8006, writable: 0xffff_0006, oneToClear: 0x0000_0000),
    Register("SCR", 0xed10, reset: 0x0000_0000, readable: 0x0000_0016, writable: 0x0000_0016, oneToClear: 0x0000_0000),
    Register("CCR", 0xed14, reset: 0x0000_0000, readable: 0x0000_0208, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("SHPR2", 0xed1c, reset: 0x0000_0000, readable: 0xc000_0000, writable: 0xc000_0000, oneToClear: 0x0000_0000),
    Register("SHPR3", 0xed20, reset: 0x0000_0000, readable: 0xc0c0_0000, writable: 0xc0c0_0000, oneToClear: 0x0000_0000),
    Register("SHCSR", 0xed24, reset: 0x0000_0000, readable: 0x0000_8000, writable: 0x0000_8000, oneToClear: 0x0000_0000),
    Register("MPU_TYPE", 0xed90, reset: 0x0000_0800, readable: 0x00ff_ff01, writable: 0x0000_0000, oneToClear: 0x0000_0000),
    Register("MPU_CTRL", 0xed94, reset: 0x0000_0000, readable: 0x0000_0007, writable: 0x0000_0007, oneToClear: 0x0000_0000),
    Register("MPU_RNR", 0xed98, reset: 0x0000_0000, readable: 0x0000_000f, writable: 0x0000_000f, oneToClear: 0x0000_0000),
    Register("MPU_RBAR", 0xed9c, reset: 0x0000_0000, readable: 0xffff_ff1f, writable: 0xffff_ff1f, oneToClear: 0x0000_0000),
    Register("MPU_RASR", 0xeda0, reset: 0x0000_0000, readable: 0xffff_ff3f, writable: 0xffff_ff3f, oneToClear: 0x0000_0000),
  ]
}
