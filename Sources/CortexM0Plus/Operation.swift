/// What a halfword of Thumb code is (ARMv6-M Architecture Reference Manual A5.2). Fields stay in the halfword; the handlers take them out.
enum Operation: UInt8 {
  case movsRegister, lslImmediate, lsrImmediate, asrImmediate, addRegister, subRegister, addImmediate3, subImmediate3
  case movImmediate, cmpImmediate, addImmediate8, subImmediate8
  case and, eor, lsl, lsr, asr, adc, sbc, ror, tst, rsb, cmp, cmn, orr, mul, bic, mvn
  case addHigh, cmpHigh, movHigh, addPC, movPC, addSPHigh, movSP, bx, blx
  case ldrLiteral, str, strh, strb, ldrsb, ldr, ldrh, ldrb, ldrsh
  case strImmediate, ldrImmediate, strbImmediate, ldrbImmediate, strhImmediate, ldrhImmediate, strSP, ldrSP
  case adr, addSP, addSPImmediate, subSPImmediate, sxth, sxtb, uxth, uxtb, push, pop, popPC, rev, rev16, revsh
  case stm, ldm
  case beq, bne, bcs, bcc, bmi, bpl, bvs, bvc, bhi, bls, bge, blt, bgt, ble
  case b, bl, nop, wfe, wfi, sev, svc, bkpt, cps
  /// The first halfword of a 32-bit instruction that is no BL: MSR, MRS, barriers, or undefined.
  case undefined

  /// The meaning of each of the 64 K halfwords, one byte each. Never freed, never changed: cores read it without looking who else does.
  static let table = OperationTable()

  static func decode(_ w: Int) -> Operation {
    switch w >> 11 {
    case 0b00000: return w >> 6 & 31 == 0 ? .movsRegister : .lslImmediate
    case 0b00001: return .lsrImmediate
    case 0b00010: return .asrImmediate
    case 0b00011: return [.addRegister, .subRegister, .addImmediate3, .subImmediate3][w >> 9 & 3]
    case 0b00100: return .movImmediate
    case 0b00101: return .cmpImmediate
    case 0b00110: return .addImmediate8
    case 0b00111: return .subImmediate8
    case 0b01000:
      if w >> 10 == 0b010000 {
        return [.and, .eor, .lsl, .lsr, .asr, .adc, .sbc, .ror, .tst, .rsb, .cmp, .cmn, .orr, .mul, .bic, .mvn][w >> 6 & 15]
      }
      let d = w >> 4 & 8 | w & 7
      switch w >> 8 & 3 {
      case 0: return d == 15 ? .addPC : d == 13 ? .addSPHigh : .addHigh
      case 1: return .cmpHigh
      case 2: return d == 15 ? .movPC : d == 13 ? .movSP : .movHigh
      default: return w & 0x80 != 0 ? .blx : .bx
      }
    case 0b01001: return .ldrLiteral
    case 0b01010, 0b01011: return [.str, .strh, .strb, .ldrsb, .ldr, .ldrh, .ldrb, .ldrsh][w >> 9 & 7]
    case 0b01100: return .strImmediate
    case 0b01101: return .ldrImmediate
    case 0b01110: return .strbImmediate
    case 0b01111: return .ldrbImmediate
    case 0b10000: return .strhImmediate
    case 0b10001: return .ldrhImmediate
    case 0b10010: return .strSP
    case 0b10011: return .ldrSP
    case 0b10100: return .adr
    case 0b10101: return .addSP
    case 0b10110, 0b10111: return miscellaneous(w)
    case 0b11000: return .stm
    case 0b11001: return .ldm
    case 0b11010, 0b11011:
      let condition = w >> 8 & 15
      if condition == 14 { return .undefined }
      if condition == 15 { return .svc }
      return [.beq, .bne, .bcs, .bcc, .bmi, .bpl, .bvs, .bvc, .bhi, .bls, .bge, .blt, .bgt, .ble][condition]
    case 0b11100: return .b
    case 0b11110: return .bl
    default: return .undefined
    }
  }
  private static func miscellaneous(_ w: Int) -> Operation {
    switch w >> 5 & 127 {
    case 0b0000000...0b0000011: return .addSPImmediate
    case 0b0000100...0b0000111: return .subSPImmediate
    case 0b0010000, 0b0010001: return .sxth
    case 0b0010010, 0b0010011: return .sxtb
    case 0b0010100, 0b0010101: return .uxth
    case 0b0010110, 0b0010111: return .uxtb
    case 0b0100000...0b0101111: return .push
    case 0b0110011: return w & 8 == 0 ? .cps : .undefined
    case 0b1010000, 0b1010001: return .rev
    case 0b1010010, 0b1010011: return .rev16
    case 0b1010110, 0b1010111: return .revsh
    case 0b1100000...0b1100111: return .pop
    case 0b1101000...0b1101111: return .popPC
    case 0b1110000...0b1110111: return .bkpt
    case 0b1111000...0b1111111:
      guard w & 15 == 0 else { return .undefined }
      return [.nop, .nop, .wfe, .wfi, .sev][min(w >> 4 & 15, 5) % 5]
    default: return .undefined
    }
  }
}

struct OperationTable: @unchecked Sendable {
  let entries: UnsafeMutablePointer<Operation>
  init() {
    entries = .allocate(capacity: 1 << 16)
    for w in 0..<(1 << 16) { entries[w] = Operation.decode(w) }
  }
}
