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
#define FROM_RAM __attribute__((section(".ramcode.flash"), noinline))
#define INSIDE static inline __attribute__((always_inline))
enum { SSI = 0x18000000, CTRLR0 = SSI, CTRLR1 = SSI + 0x04, SSIENR = SSI + 0x08, SER = SSI + 0x10, SR = SSI + 0x28, DR0 = SSI + 0x60, SPI_CTRLR0 = SSI + 0xf4,
       SELECT = 0x4001800c };                      // IO_QSPI's control of the chip select

// One read of four lines with the mode byte in the address's lowest bits, its data thrown away.
INSIDE void quad_read(uint32_t control, uint32_t instruction, uint32_t address) {
    REG(SSIENR) = 0;
    REG(CTRLR0) = 0x005f0300;                       // 32-bit frames, EEPROM read, four lines
    REG(CTRLR1) = 0;
    REG(SPI_CTRLR0) = control;
    REG(SSIENR) = 1;
    if (instruction) REG(DR0) = instruction;
    REG(DR0) = address;
    while ((REG(SR) & 5) != 4) {}                   // sent, and not busy
    REG(SSIENR) = 0;
}
// Ends continuous reading by a mode byte that is not Axh: from then on the flash takes commands.
INSIDE void flash_leave_reading(void) { quad_read(0x00002022, 0, 0); }
// As boot2.S leaves it.
INSIDE void flash_enter_reading(void) {
    REG(SELECT) = 0;
    quad_read(0x00002221, 0xeb, 0xa0);
    REG(SPI_CTRLR0) = 0xa0002022;
    REG(SSIENR) = 1;
}
INSIDE uint32_t flash_command(uint32_t word, uint32_t header, uint32_t data, uint32_t count, uint32_t read) {
    REG(SSIENR) = 0;
    REG(CTRLR0) = 7 << 16;                          // bytes, both directions, one line
    REG(SER) = 1;
    REG(SSIENR) = 1;
    REG(SELECT) = 2 << 8;                           // OUTOVER low
    uint32_t total = header + count + read, sent = 0, got = 0, answer = 0;
    while (got < total) {
        while (sent < total && sent - got < 14) {
            uint32_t byte = 0;
            if (sent < header) byte = word >> (8 * (header - 1 - sent)) & 0xff;
            else if (sent < header + count) byte = *(volatile uint8_t *)(data + sent - header);
            REG(DR0) = byte;
            sent++;
        }
        if (!(REG(SR) & 8)) continue;               // RFNE
        uint32_t byte = REG(DR0) & 0xff;
        if (got >= header + count) answer = answer << 8 | byte;
        got++;
    }
    REG(SELECT) = 3 << 8;
    return answer;
}

// The other core must not fetch from flash meanwhile: it is rung by the FIFO's interrupt and waits in RAM (`doorbell_handler`) until it is let go.
// What interrupts are pending for it stay pending. One core at a time: spinlock 29, since 30 is the kernel's and 31 that of the atomics.
enum { FIFO_ST = 0xd0000050, FIFO_WR = 0xd0000054, SPINLOCK = 0xd0000100 + 4 * 29 };
volatile uint32_t cpu_running[2] = {1, 0};          // executes this firmware
volatile uint32_t cpu_lockout[2];                  // this core shall wait; it does
static volatile uint32_t parked[2];

FROM_RAM void cpu_park(void) {
    uint32_t me = core();
    parked[me] = 1;
    while (cpu_lockout[me]) {}
    parked[me] = 0;
}
FROM_RAM static void stop_other(void) {
    uint32_t me = core(), other = me ^ 1;
    while (!REG(SPINLOCK)) if (cpu_lockout[me]) cpu_park();
    if (!cpu_running[other]) return;
    cpu_lockout[other] = 1;
    while (!parked[other]) if (REG(FIFO_ST) & 2) REG(FIFO_WR) = 1;      // RDY; a full FIFO rings already
}
FROM_RAM static void start_other(void) {
    uint32_t other = core() ^ 1;
    cpu_lockout[other] = 0;
    while (parked[other]) {}
    REG(SPINLOCK) = 0;
}

FROM_RAM uint32_t cpu_flash_command(uint32_t word, uint32_t header, uint32_t data, uint32_t count, uint32_t read) {
    stop_other();
    flash_leave_reading();
    uint32_t answer = flash_command(word, header, data, count, read);
    flash_enter_reading();
    start_other();
    return answer;
}

FROM_RAM void cpu_flash_operation(uint32_t word, uint32_t data, uint32_t count) {
    stop_other();
    flash_leave_reading();
    for (uint32_t step = 0;;) {                     // one inlined copy of the loop above for all three
        uint32_t answer = flash_command(step == 0 ? 0x06 : step == 1 ? word : 0x05, step == 1 ? 4 : 1, data, step == 1 ? count : 0, step == 2);
        if (step < 2) step++;                       // write enable, the command; then its status until it is not busy
        else if (!(answer & 1)) break;
    }
    flash_enter_reading();
    REG(0x14000004) = 1;                            // XIP FLUSH; the read waits for its end
    (void)REG(0x14000004);
    start_other();
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
