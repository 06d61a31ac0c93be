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

// ---- flash (Drivers/Flash.swift): while the SSI talks to the flash nothing can be fetched from it.
#define REG(a) (*(volatile uint32_t *)(a))
__attribute__((section(".ramcode.flash"), noinline))
uint32_t cpu_flash_command(uint32_t word, uint32_t header, uint32_t data, uint32_t count, uint32_t read) {
    const uint32_t ssi = 0x18000000, select = 0x4001800c;
    REG(ssi + 0x08) = 0;                            // SSIENR
    REG(ssi + 0x14) = 4;                            // BAUDR
    REG(ssi + 0x00) = 7 << 16;                      // CTRLR0: bytes, both directions, one line
    REG(ssi + 0x10) = 1;                            // SER
    REG(ssi + 0x08) = 1;
    REG(select) = 2 << 8;                           // IO_QSPI SS: OUTOVER low
    uint32_t total = header + count + read, sent = 0, got = 0, answer = 0;
    while (got < total) {
        while (sent < total && sent - got < 14) {
            uint32_t byte = 0;
            if (sent < header) byte = word >> (8 * (header - 1 - sent)) & 0xff;
            else if (sent < header + count) byte = *(volatile uint8_t *)(data + sent - header);
            REG(ssi + 0x60) = byte;
            sent++;
        }
        if (!(REG(ssi + 0x28) & 8)) continue;       // SR.RFNE
        uint32_t byte = REG(ssi + 0x60) & 0xff;
        if (got >= header + count) answer = answer << 8 | byte;
        got++;
    }
    REG(select) = 3 << 8;
    REG(ssi + 0x08) = 0;                            // as boot2.S leaves it
    REG(ssi + 0x00) = 0x001f0300;
    REG(ssi + 0xf4) = 0x03000218;
    REG(ssi + 0x04) = 0;
    REG(ssi + 0x08) = 1;
    REG(select) = 0;
    return answer;
}

__attribute__((section(".ramcode.flash"), noinline))
void cpu_flash_operation(uint32_t word, uint32_t data, uint32_t count) {
    cpu_flash_command(0x06, 1, 0, 0, 0);            // write enable
    cpu_flash_command(word, 4, data, count, 0);
    while (cpu_flash_command(0x05, 1, 0, 0, 1) & 1) {}
    REG(0x14000004) = 1;                            // XIP FLUSH; the read waits for its end
    (void)REG(0x14000004);
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
