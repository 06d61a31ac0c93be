// Vector table, reset, entry of core 1, context switch (ARMv6-M reference manual B1.5).
//
// Handlers run on the main stack, everything else on process stacks: the switch saves r4-r11 below the hardware's frame and
// asks the firmware which context runs next. A context is the address of what was saved.
    .syntax unified
    .cpu cortex-m0plus
    .thumb

    .section .vectors, "a", %progbits
    .balign 256
    .global __vectors
__vectors:
    .word __main_stack0
    .word reset_handler
    .word fault_handler         // NMI: nothing drives it
    .word fault_handler         // HardFault
    .rept 7
    .word fault_handler
    .endr
    .word fault_handler         // SVCall
    .word fault_handler
    .word fault_handler
    .word pendsv_handler
    .word systick_handler
    .rept 15
    .word irq_handler
    .endr
    .word doorbell_handler      // SIO_IRQ_PROC0, SIO_IRQ_PROC1
    .word doorbell_handler
    .rept 15
    .word irq_handler
    .endr

    .section .text.reset_handler, "ax", %progbits
    .thumb_func
    .global reset_handler
reset_handler:
    ldr  r0, =0xd0000000        // SIO CPUID: a debugger may enter on core 1, which belongs in the boot ROM
    ldr  r0, [r0]
    cmp  r0, #0
    bne  9f
    ldr  r0, =__vectors
    ldr  r1, =0xe000ed08
    str  r0, [r1]
    ldr  r0, =__data_start
    ldr  r1, =__data_end
    ldr  r2, =__data_load
    b    2f
1:  ldmia r2!, {r3}
    stmia r0!, {r3}
2:  cmp  r0, r1
    blo  1b
    ldr  r0, =__bss_start
    ldr  r1, =__bss_end
    movs r3, #0
    b    4f
3:  stmia r0!, {r3}
4:  cmp  r0, r1
    blo  3b
    ldr  r1, =__idle_stack0
    movs r0, #0
    b    enter_core
9:  movs r0, #0                 // boot ROM: word 1 is its reset handler
    ldr  r1, [r0, #4]
    bx   r1

    // Core 1 after the launch protocol: main stack and vector table are set.
    .thumb_func
    .global core1_entry
core1_entry:
    ldr  r1, =cpu_running
    movs r0, #1
    str  r0, [r1, #4]
    ldr  r1, =__idle_stack1
    movs r0, #1
enter_core:                     // r0: core, r1: top of its idle task's stack
    msr  psp, r1
    movs r2, #2
    msr  control, r2            // thread mode on the process stack
    isb
    ldr  r3, =firmware_start
    blx  r3
    .ltorg

    .section .text.handlers, "ax", %progbits
    .thumb_func
irq_handler:                    // every external interrupt: its number is IPSR - 16
    mrs  r0, ipsr
    subs r0, #16
    ldr  r3, =firmware_interrupt
    bx   r3                     // returns with the exception's return value in lr
    .thumb_func
systick_handler:
    movs r0, #32
    ldr  r3, =firmware_interrupt
    bx   r3
    .thumb_func
fault_handler:
    mrs  r0, psp
    mrs  r1, ipsr
    ldr  r3, =cpu_fault
    bx   r3
    .ltorg

    // The other core rings: perhaps for the time in which nothing can be fetched from flash (processor.c), which is spent in RAM.
    .section .ramcode.doorbell, "ax", %progbits
    .thumb_func
doorbell_handler:
    ldr  r0, =0xd0000000
    ldr  r0, [r0]               // CPUID
    lsls r0, r0, #2
    ldr  r1, =cpu_lockout
    ldr  r0, [r1, r0]
    cmp  r0, #0
    beq  1f
    push {r3, lr}
    cpsid i
    ldr  r1, =cpu_park
    blx  r1
    cpsie i
    pop  {r2, r3}
    mov  lr, r3
1:  ldr  r1, =irq_handler
    bx   r1
    .ltorg

    .section .text.pendsv_handler, "ax", %progbits
    .thumb_func
pendsv_handler:
    cpsid i                     // `pick` is called with interrupts masked (Port.swift)
    mrs  r0, psp
    subs r0, #32
    stmia r0!, {r4-r7}
    mov  r4, r8
    mov  r5, r9
    mov  r6, r10
    mov  r7, r11
    stmia r0!, {r4-r7}
    subs r0, #32
    push {r3, lr}               // r3 keeps the stack aligned to 8
    ldr  r3, =firmware_pick
    blx  r3
    adds r0, #16
    ldmia r0!, {r4-r7}
    mov  r8, r4
    mov  r9, r5
    mov  r10, r6
    mov  r11, r7
    msr  psp, r0
    subs r0, #32
    ldmia r0!, {r4-r7}
    cpsie i
    pop  {r3, pc}
    .ltorg
