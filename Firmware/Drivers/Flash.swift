import CPort
import Kernel
import Port
import Registers

/// The serial flash, by commands through the SSI (RP2040 data sheet §4.10): erase, program, identify.
///
/// While a command runs nothing can be read from flash, which holds the ARM build's code: there the sequence is C code in RAM
/// (`cpu_flash_command` in ARM/processor.c) with interrupts masked; hosted it is the same sequence here.
extension Board {
  public static var flashSector: UInt32 { 4096 }
  public static var flashPage: UInt32 { 256 }
  /// Where storage begins, as an offset in flash, and its bytes (DESIGN §4).
  public static var storageStart: UInt32 { 0x18_0000 }
  public static var storageBytes: UInt32 { 0x8_0000 }
  /// Where the XIP window begins.
  public static var flashWindow: Address { 0x1000_0000 }

  /// Erases the sectors of `offset ..< offset + count`, both multiples of 4096. 45 ms each.
  public func eraseFlash(_ offset: UInt32, count: UInt32) {
    var at = offset
    while at < offset &+ count {
      flashOperation(0x20, at, data: 0, count: 0)
      at &+= Board.flashSector
    }
  }
  /// Programs `count` bytes: bits can only be cleared. 0.4 ms for each page that it touches.
  public func programFlash(_ offset: UInt32, from data: Address, count: UInt32) {
    // What lies in flash itself cannot be read while the flash listens.
    let buffer: Address = data < 0x2000_0000 ? kernel.allocate(Board.flashPage) : 0
    var done: UInt32 = 0
    while done < count {
      let at = offset &+ done, n = min(count &- done, Board.flashPage &- at % Board.flashPage)
      if buffer != 0 { memory.move(buffer, from: data &+ done, count: n) }
      flashOperation(0x02, at, data: buffer != 0 ? buffer : data &+ done, count: n)
      done &+= n
    }
    if buffer != 0 { kernel.free(buffer) }
  }
  /// Write enable, the command with its address and data, and the wait for its end; interrupts stay masked meanwhile.
  private func flashOperation(_ command: UInt32, _ offset: UInt32, data: Address, count: UInt32) {
    let mask = port.disableInterrupts()
    #if os(none)
    cpu_flash_operation(command << 24 | offset & 0xff_ffff, data, count)
    #else
    _ = flashCommand(0x06, header: 1, data: 0, count: 0, read: 0)
    _ = flashCommand(command << 24 | offset & 0xff_ffff, header: 4, data: data, count: count, read: 0)
    while flashCommand(0x05, header: 1, data: 0, count: 0, read: 1) & 1 != 0 { port.spend(500) }
    port.write(XIP_CTRL.base &+ XIP_CTRL.FLUSH.offset, 1)
    _ = port.read(XIP_CTRL.base &+ XIP_CTRL.FLUSH.offset)
    #endif
    port.restoreInterrupts(mask)
  }
  /// The flash's serial number.
  public func readFlashID() -> UInt64 {
    let mask = port.disableInterrupts()
    // Command 4B, four bytes of nothing, then eight of the number: the answer has the last eight that came.
    let high = flashCommand(0x4b, header: 1, data: 0, count: 0, read: 8)
    let low = flashCommand(0x4b, header: 1, data: 0, count: 0, read: 12)
    port.restoreInterrupts(mask)
    return UInt64(high) << 32 | UInt64(low)
  }

  /// One transaction: `header` bytes (the low ones of `word`, highest first), `count` bytes of data, then `read` bytes, of which the last
  /// four are answered. Interrupts are masked.
  private func flashCommand(_ word: UInt32, header: UInt32, data: Address, count: UInt32, read: UInt32) -> UInt32 {
    #if os(none)
    return cpu_flash_command(word, header, data, count, read)
    #else
    let s = SSI.base, select = IO_QSPI.base &+ IO_QSPI.GPIO_QSPI_SS_CTRL.offset
    connectFlash()
    port.write(s &+ SSI.SSIENR.offset, 0)
    port.write(s &+ SSI.BAUDR.offset, 4)
    port.write(s &+ SSI.CTRLR0.offset, SSI.CTRLR0.DFS_32.put(7))
    port.write(s &+ SSI.SER.offset, 1)
    port.write(s &+ SSI.SSIENR.offset, 1)
    port.write(select, 2 << 8)  // OUTOVER: low
    let total = header &+ count &+ read
    var sent: UInt32 = 0, got: UInt32 = 0, answer: UInt32 = 0
    while got < total {
      while sent < total && sent &- got < 14 {
        var byte: UInt32 = 0
        if sent < header {
          byte = word >> (8 &* (header &- 1 &- sent)) & 0xff
        } else if sent < header &+ count {
          byte = UInt32(memory.byte(data &+ sent &- header))
        }
        port.write(s &+ SSI.DR0.offset, byte)
        sent &+= 1
      }
      if port.read(s &+ SSI.SR.offset) & SSI.SR.RFNE.mask == 0 { port.relax(); continue }
      let byte = port.read(s &+ SSI.DR0.offset)
      if got >= header &+ count { answer = answer << 8 | byte & 0xff }
      got &+= 1
    }
    port.write(select, 3 << 8)  // high
    // Back to execute in place, as the second stage leaves it.
    port.write(s &+ SSI.SSIENR.offset, 0)
    port.write(s &+ SSI.CTRLR0.offset, 0x001f_0300)
    port.write(s &+ SSI.SPI_CTRLR0.offset, 0x0300_0218)
    port.write(s &+ SSI.CTRLR1.offset, 0)
    port.write(s &+ SSI.SSIENR.offset, 1)
    port.write(select, 0)
    return answer
    #endif
  }
  /// The QSPI pins to the SSI: the boot ROM's work, which a hosted start has not had.
  private func connectFlash() {
    let bits = RESETS.RESET.IO_QSPI.mask | RESETS.RESET.PADS_QSPI.mask
    if port.read(RESETS.base &+ RESETS.RESET.offset) & bits == 0 { return }
    release(bits)
    var i: UInt32 = 0
    while i < 6 { port.write(IO_QSPI.base &+ 4 &+ 8 &* i, 0); i &+= 1 }
    // SD2 and SD3 are /WP and /HOLD: held up.
    port.setBits(PADS_QSPI.base &+ PADS_QSPI.GPIO_QSPI_SD2.offset, PADS_QSPI.GPIO_QSPI_SD2.PUE.mask)
    port.clearBits(PADS_QSPI.base &+ PADS_QSPI.GPIO_QSPI_SD2.offset, PADS_QSPI.GPIO_QSPI_SD2.PDE.mask)
    port.setBits(PADS_QSPI.base &+ PADS_QSPI.GPIO_QSPI_SD3.offset, PADS_QSPI.GPIO_QSPI_SD3.PUE.mask)
    port.clearBits(PADS_QSPI.base &+ PADS_QSPI.GPIO_QSPI_SD3.offset, PADS_QSPI.GPIO_QSPI_SD3.PDE.mask)
  }
}
