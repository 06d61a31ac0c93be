// Second-stage boot loader: the boot ROM copies the first 256 bytes of flash to SRAM, checks their CRC (Tools/uf2 writes it)
// and runs them (RP2040 data sheet §2.8.1.3). This one sets the flash interface to execute in place with the serial read
// command 03h, which every QSPI flash knows, and enters the image behind it.
    .syntax unified
    .cpu cortex-m0plus
    .thumb
    .section .boot2, "ax", %progbits
    .global boot2
    .thumb_func
boot2:
    ldr  r3, =0x18000000        // SSI
    movs r0, #0
    str  r0, [r3, #0x08]        // SSIENR: off while its registers change
    movs r0, #4
    str  r0, [r3, #0x14]        // BAUDR: clk_sys / 4
    ldr  r0, =0x001f0300        // CTRLR0: 32-bit frames, EEPROM read, one line
    str  r0, [r3, #0x00]
    ldr  r0, =0x03000218        // SPI_CTRLR0: command 03h of 8 bits, 24 bits of address
    movs r1, #0xf4
    str  r0, [r3, r1]
    movs r0, #0
    str  r0, [r3, #0x04]        // CTRLR1: one frame an access
    movs r0, #1
    str  r0, [r3, #0x08]        // SSIENR: on
    ldr  r0, =0x10000100        // the image's vector table
    ldr  r1, =0xe000ed08        // VTOR
    str  r0, [r1]
    ldmia r0!, {r1, r2}
    msr  msp, r1
    bx   r2
    .ltorg
    .org 256, 0
