// What Swift cannot spell: contexts, stack bounds, the end (CPort.h).
#include <CPort.h>

void firmware_task(uint32_t kind, uint32_t argument);

static uint32_t stack_base[2];
static inline uint32_t core(void) { return *(volatile uint32_t *)0xd0000000; }

void cpu_set_stack_base(uint32_t stack) { stack_base[core()] = stack; }
uint32_t cpu_stack_left(void) {
    uint32_t sp;
    __asm__ volatile("mov %0, sp" : "=r"(sp));
    uint32_t base = stack_base[core()];
    return sp > base ? sp - base : 0;
}

// A context that starts in firmware_task: the hardware's frame, r4-r11 below it.
uint32_t cpu_make_context(uint32_t stack, uint32_t bytes, uint32_t kind, uint32_t argument) {
    uint32_t *sp = (uint32_t *)((stack + bytes) & ~7u) - 16;
    for (int i = 0; i < 16; i++) sp[i] = 0;
    sp[8] = kind;                                   // r0
    sp[9] = argument;                               // r1
    sp[14] = (uint32_t)firmware_task & ~1u;         // pc
    sp[15] = 0x01000000;                            // xPSR: Thumb
    return (uint32_t)sp;
}

extern uint32_t __vectors[], __main_stack1[];
void core1_entry(void);
uint32_t cpu_core1_entry(uint32_t what) {
    return what == 0 ? (uint32_t)__vectors : what == 1 ? (uint32_t)__main_stack1 : (uint32_t)core1_entry | 1;
}

// ---- the end: what went wrong goes to UART0 as far as that is still possible, then the watchdog restarts the chip.
static void put(char c) {
    for (int i = 0; i < 100000 && (*(volatile uint32_t *)0x40034018 & 0x20); i++) {}
    *(volatile uint32_t *)0x40034000 = (uint32_t)c;
}
static void text(const char *s) { while (*s) put(*s++); }
static void hex(uint32_t v) { for (int i = 28; i >= 0; i -= 4) put("0123456789abcdef"[v >> i & 15]); }
static void __attribute__((noreturn)) restart(void) {
    text("\r\n");
    *(volatile uint32_t *)(0x40010008) = 0x1fffc;           // PSM.WDSEL: all but the oscillators
    *(volatile uint32_t *)(0x4005a000) = 0x80000000;        // WATCHDOG.CTRL, set alias: TRIGGER
    for (;;) {}
}
void cpu_panic(const uint8_t *what, uint32_t length) {
    (void)cpu_irq_save();
    text("\r\nfirmware panic: ");
    for (uint32_t i = 0; i < length; i++) put((char)what[i]);
    restart();
}
// A trap of Swift (precondition, overflow) is `udf`, which comes here as a HardFault.
void cpu_fault(uint32_t psp, uint32_t exception) {
    (void)cpu_irq_save();
    text("\r\nfault in exception "); hex(exception);
    text(", core "); hex(core());
    if (psp >= 0x20000000 && psp < 0x20042000 && !(psp & 3)) { text(", pc "); hex(((uint32_t *)psp)[6]); text(", lr "); hex(((uint32_t *)psp)[5]); }
    restart();
}
