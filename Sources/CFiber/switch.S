// The context switch: what a call must preserve goes to the old stack, the new stack's comes back.
//   void fiber_swap(void **save_sp, void *to_sp)      rdi, rsi / x0, x1
//   void fiber_land(void *to_sp)                      the second half alone: where a fault handler sends the thread
//   fiber_begin                                       first code of a new fiber: calls fiber_main(fiber)

#if defined(__x86_64__)
    .text
    .globl fiber_swap
    .type fiber_swap, @function
    .p2align 4
fiber_swap:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq %rsi, %rdi
    .globl fiber_land
    .type fiber_land, @function
fiber_land:
    movq %rdi, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret
    .size fiber_swap, .-fiber_swap

    .globl fiber_begin
    .type fiber_begin, @function
    .p2align 4
fiber_begin:                    // rbx: the fiber
    movq %rbx, %rdi
    xorl %ebp, %ebp
    call fiber_main
    ud2
    .size fiber_begin, .-fiber_begin

#elif defined(__aarch64__)
    .text
    .globl fiber_swap
    .type fiber_swap, %function
    .p2align 4
fiber_swap:
    sub sp, sp, #160
    stp x19, x20, [sp, #0]
    stp x21, x22, [sp, #16]
    stp x23, x24, [sp, #32]
    stp x25, x26, [sp, #48]
    stp x27, x28, [sp, #64]
    stp x29, x30, [sp, #80]
    stp d8, d9, [sp, #96]
    stp d10, d11, [sp, #112]
    stp d12, d13, [sp, #128]
    stp d14, d15, [sp, #144]
    mov x9, sp
    str x9, [x0]
    mov x0, x1
    .globl fiber_land
    .type fiber_land, %function
fiber_land:
    mov sp, x0
    ldp x19, x20, [sp, #0]
    ldp x21, x22, [sp, #16]
    ldp x23, x24, [sp, #32]
    ldp x25, x26, [sp, #48]
    ldp x27, x28, [sp, #64]
    ldp x29, x30, [sp, #80]
    ldp d8, d9, [sp, #96]
    ldp d10, d11, [sp, #112]
    ldp d12, d13, [sp, #128]
    ldp d14, d15, [sp, #144]
    add sp, sp, #160
    ret
    .size fiber_swap, .-fiber_swap

    .globl fiber_begin
    .type fiber_begin, %function
    .p2align 4
fiber_begin:                    // x19: the fiber
    mov x0, x19
    mov x29, xzr
    bl fiber_main
    brk #1
    .size fiber_begin, .-fiber_begin
#else
#error "fiber_swap is written for x86-64 and AArch64"
#endif

#if defined(__linux__)
    .section .note.GNU-stack,"",%progbits
#endif
