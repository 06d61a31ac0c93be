// The seam between firmware and processor, as plain C so that both sides of a hosted build see one layout.
//
// Hosted: one `port_block` a board. It holds what is in the processor's registers: the emulation swaps the four
// state words when it lets the other core run, so that a task may move between cores with its `Port` in a register.
// ARM: there is no block; the few processor instructions that Swift cannot spell are inline functions here.
#pragma once
#include <stdint.h>

typedef struct port_block port_block;

/// What a core runs. The emulation calls these on the core's own fiber.
typedef struct firmware_image {
    /// Entry of a core after reset; does not return.
    void (*_Nonnull start)(port_block *_Nonnull, uint32_t core);
    /// Interrupt `irq` (NVIC number), or 32 for SysTick; runs on the stack of what it interrupted.
    void (*_Nonnull interrupt)(port_block *_Nonnull, uint32_t irq);
    /// Body of a context made by `make_context`; does not return.
    void (*_Nonnull task)(port_block *_Nonnull, uint32_t kind, uint32_t argument);
    /// PendSV: told which context is running, answers which one shall run.
    uint32_t (*_Nonnull pick)(port_block *_Nonnull, uint32_t outgoing);
} firmware_image;

struct port_block {
    void *_Nonnull memory;            // host address of emulated address 0, aligned to 4 GiB
    int32_t budget;                   // cycles left of the core's turn
    uint32_t primask;                 // 1: interrupts held back
    uint32_t attention;               // bit 0 PendSV pending, bit 1 an enabled interrupt is pending
    uint32_t core;                    // the core that runs: 0 or 1
    void *_Nullable chip;             // the emulation's own
    const firmware_image *_Nonnull firmware;
    uint32_t (*_Nonnull read)(port_block *_Nonnull, uint32_t address);               // 32-bit register access
    void (*_Nonnull write)(port_block *_Nonnull, uint32_t address, uint32_t value);
    void (*_Nonnull attend)(port_block *_Nonnull);                                   // end of turn, interrupts, PendSV
    void (*_Nonnull wait)(port_block *_Nonnull);                                     // WFI
    uint32_t (*_Nonnull make_context)(port_block *_Nonnull, uint32_t kind, uint32_t argument);
    void (*_Nonnull drop_context)(port_block *_Nonnull, uint32_t context);           // never the running one
    uint32_t (*_Nonnull native_stack_left)(port_block *_Nonnull);                    // bytes before the running fiber's guard page
    void (*_Nonnull panic)(port_block *_Nonnull, const uint8_t *_Nonnull text, uint32_t length);  // does not return
};

#if defined(__wasm__)
// WebAssembly: no processor to talk to. Registers are the embedder's (`host.register_read`), interrupts there are none.
#define HOST_IMPORT(name) __attribute__((import_module("host"), import_name(name)))
HOST_IMPORT("register_read") uint32_t cpu_register_read(uint32_t address);
HOST_IMPORT("register_write") void cpu_register_write(uint32_t address, uint32_t value);
HOST_IMPORT("panic") void cpu_panic(const uint8_t *_Nonnull text, uint32_t length) __attribute__((noreturn));
static inline uint32_t cpu_irq_save(void) { return 0; }
static inline void cpu_irq_restore(uint32_t m) {}
static inline void cpu_wfi(void) {}
static inline void cpu_sev(void) {}
static inline void cpu_dmb(void) {}
static inline uint32_t cpu_make_context(uint32_t stack, uint32_t bytes, uint32_t kind, uint32_t argument) { return 0; }
static inline uint32_t cpu_stack_left(void) { return 1u << 20; }
static inline void cpu_set_stack_base(uint32_t stack) {}
static inline uint32_t cpu_core1_entry(uint32_t what) { return 0; }
static inline uint32_t cpu_flash_command(uint32_t word, uint32_t header, uint32_t data, uint32_t count, uint32_t read) { return 0; }
static inline void cpu_flash_operation(uint32_t word, uint32_t data, uint32_t count) {}
#endif
#if defined(__arm__)
// Without the attribute -Osize makes calls of them, which take longer than they do.
#define INLINE static inline __attribute__((always_inline))
// One STR. What Swift's raw pointers store may lie anywhere, so that a core without unaligned accesses gets four STRBs for it, which another core or a handler may come between.
INLINE void cpu_store_word(void *_Nonnull to, uint32_t value) { *(uint32_t *)to = value; }
INLINE void cpu_store_half(void *_Nonnull to, uint16_t value) { *(uint16_t *)to = value; }
INLINE uint32_t cpu_irq_save(void) {
    uint32_t m;
    __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(m) :: "memory");
    return m;
}
INLINE void cpu_irq_restore(uint32_t m) { __asm__ volatile("msr primask, %0\n\tisb" :: "r"(m) : "memory"); }
INLINE void cpu_wfi(void) { __asm__ volatile("wfi" ::: "memory"); }
INLINE void cpu_sev(void) { __asm__ volatile("sev" ::: "memory"); }
INLINE void cpu_dmb(void) { __asm__ volatile("dmb" ::: "memory"); }
uint32_t cpu_make_context(uint32_t stack, uint32_t bytes, uint32_t kind, uint32_t argument);
uint32_t cpu_stack_left(void);
void cpu_set_stack_base(uint32_t stack);
uint32_t cpu_core1_entry(uint32_t what);
// One transaction with the flash, from RAM and with interrupts masked (Drivers/Flash.swift, flashCommand).
uint32_t cpu_flash_command(uint32_t word, uint32_t header, uint32_t data, uint32_t count, uint32_t read);
// Write enable, a command with address and data, and the wait for its end.
void cpu_flash_operation(uint32_t word, uint32_t data, uint32_t count);
void cpu_panic(const uint8_t *_Nonnull text, uint32_t length) __attribute__((noreturn));
#endif

/// Functions of the modules (Firmware/Modules), called by number from the interpreter core below them: 0 done, 1 an exception is pending.
/// `first`, `count`, `pairs`: the arguments' slots. Defined with `@c` in Firmware/Modules.
uint32_t firmware_module_native(port_block *_Nullable, uint32_t state, uint32_t thread, uint32_t number,
                                uint32_t first, uint32_t count, uint32_t pairs, uint32_t out);

// What the interpreter asks of the firmware around it (Firmware/Image defines them; hooks.c has defaults for programs without a board).

/// Writes `length` bytes to the console. Blocks until they are taken; may let other tasks run, never other Python threads.
void firmware_console_write(port_block *_Nullable, const uint8_t *_Nonnull text, uint32_t length);
/// How many of `length` bytes (at least one) the console takes at once; waits for room first, without the interpreter: objects may move.
uint32_t firmware_console_room(port_block *_Nullable, uint32_t length);
/// Reads up to `capacity` bytes from the console to `to`. Blocks for the first byte if `wait` is not 0. The number read; 0: none; -1: end of input.
int32_t firmware_console_read(port_block *_Nullable, uint8_t *_Nonnull to, uint32_t capacity, uint32_t wait);
/// What is at a path (UTF-8, no NUL): -1 nothing, -2 a directory, otherwise a file's size in bytes.
int32_t firmware_file_stat(port_block *_Nullable, const uint8_t *_Nonnull path, uint32_t length);
/// Reads `count` bytes at `offset` of a file to `to` in the chip's memory; the number read, or -errno.
int32_t firmware_file_read(port_block *_Nullable, const uint8_t *_Nonnull path, uint32_t length, uint32_t offset, uint32_t to, uint32_t count);
/// Another Python thread asks for the interpreter (Pending.yield): hands the lock over and takes it back. `step` is not 0 within an operation that threads of
/// the same priority must see as one step: it goes to more urgent ones only.
void firmware_python_yield(port_block *_Nullable, uint32_t state, uint32_t thread, uint32_t step);
/// Callbacks of interrupts wait (Pending.callbacks): clears the bit and calls them, one after the other. 0 done, 1 an exception is pending.
/// Called between bytecodes and at yield points; threads other than the main one, and all of them within a `step`, call hard handlers only.
uint32_t firmware_python_callbacks(port_block *_Nullable, uint32_t state, uint32_t thread, uint32_t step);
