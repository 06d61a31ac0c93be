// Second-stage boot loader: the boot ROM copies the first 256 bytes of flash to SRAM, checks their CRC (Tools/uf2 writes it)
// and runs them (RP2040 data sheet §2.8.1.3). This one makes the flash execute in place by continuous quad reads (Quad I/O Fast Read
// EBh with mode byte A0h: no instruction on the wires, address and data on four lines) at clk_sys / 2, and enters the image behind it.
// For W25Q chips of Winbond, as on the Pico, and those with their status registers. processor.c goes back to this state.
    .syntax unified
    .cpu cortex-m0plus
    .thumb
    .section .boot2, "ax", %progbits
    .global boot2
    .thumb_func
boot2:
    ldr  r3, =0x40020000        // PADS_QSPI: the clock fast at 8 mA, data without hysteresis (its delay matters at 62.5 MHz)
    movs r0, #0x21
    str  r0, [r3, #0x04]
    ldr  r0, [r3, #0x08]
    movs r1, #2
    bics r0, r1
    str  r0, [r3, #0x08]
    str  r0, [r3, #0x0c]
    str  r0, [r3, #0x10]
    str  r0, [r3, #0x14]
    ldr  r3, =0x18000000        // SSI
    movs r0, #0
    str  r0, [r3, #0x08]        // SSIENR: off while its registers change
    movs r0, #2
    str  r0, [r3, #0x14]        // BAUDR: clk_sys / 2
    movs r0, #1
    movs r1, #0xf0
    str  r0, [r3, r1]           // RX_SAMPLE_DLY: one cycle later
    ldr  r0, =0x00070000        // CTRLR0: bytes, both directions, one line
    str  r0, [r3, #0x00]
    movs r0, #1
    str  r0, [r3, #0x08]
    movs r0, #0x35              // status register 2: bit 1 (QE) allows four lines
    bl   status
    movs r1, #2
    tst  r0, r1
    bne  quad
    movs r0, #0x06              // write enable
    str  r0, [r3, #0x60]
    bl   settle
    movs r0, #0x01              // both status registers: 0, QE
    str  r0, [r3, #0x60]
    movs r0, #0
    str  r0, [r3, #0x60]
    movs r0, #2
    str  r0, [r3, #0x60]
    bl   settle
busy:
    movs r0, #0x05              // status register 1: bit 0 while it writes
    bl   status
    lsrs r0, #1
    bcs  busy
quad:
    movs r0, #0
    str  r0, [r3, #0x08]
    ldr  r0, =0x005f0300        // CTRLR0: 32-bit frames, EEPROM read, four lines
    str  r0, [r3, #0x00]
    movs r0, #0
    str  r0, [r3, #0x04]        // CTRLR1: one frame an access
    movs r1, #0xf4
    ldr  r0, =0x00002221        // SPI_CTRLR0: instruction of 8 bits on one line, 32 bits of address and mode on four, 4 clocks of waiting
    str  r0, [r3, r1]
    movs r0, #1
    str  r0, [r3, #0x08]
    movs r0, #0xeb
    str  r0, [r3, #0x60]
    movs r0, #0xa0              // address 0, mode A0h: what follows comes without its instruction
    str  r0, [r3, #0x60]
    bl   settle
    movs r0, #0
    str  r0, [r3, #0x08]
    ldr  r0, =0xa0002022        // SPI_CTRLR0: no instruction, A0h behind every address
    str  r0, [r3, r1]
    movs r0, #1
    str  r0, [r3, #0x08]        // SSIENR: on
    ldr  r0, =0x10000100        // the image's vector table
    ldr  r1, =0xe000ed08        // VTOR
    str  r0, [r1]
    ldmia r0!, {r1, r2}
    msr  msp, r1
    bx   r2

// Sends the command in r0, answers the byte after it.
status:
    str  r0, [r3, #0x60]
    str  r0, [r3, #0x60]
// Waits for the end of what was sent; the last byte that came in. r1 is kept.
settle:
    ldr  r2, [r3, #0x28]        // SR: TFE set, BUSY clear
    lsrs r2, #1
    bcs  settle
    lsrs r2, #2
    bcc  settle
drain:
    ldr  r2, [r3, #0x28]        // RFNE
    lsrs r2, #4
    bcc  1f
    ldr  r0, [r3, #0x60]
    b    drain
1:  bx   lr
    .ltorg
    .org 252, 0
    .word 0                     // CRC
