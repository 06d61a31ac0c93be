// Symbols that Swift objects, clang and libgcc expect on bare metal. Compiled with -fno-builtin: the loops stay loops.
#include <stddef.h>
#include <stdint.h>
#include <CPort.h>

// ---- memory
void *memcpy(void *restrict d, const void *restrict s, size_t n) {
    char *p = d; const char *q = s;
    if ((((uintptr_t)p | (uintptr_t)q) & 3) == 0) {
        for (; n >= 4; n -= 4, p += 4, q += 4) *(uint32_t *)p = *(const uint32_t *)q;
    }
    while (n--) *p++ = *q++;
    return d;
}
void *memmove(void *d, const void *s, size_t n) {
    char *p = d; const char *q = s;
    if (p <= q || p >= q + n) {                         // forwards never reads what it wrote
        if ((((uintptr_t)p | (uintptr_t)q) & 3) == 0) {
            for (; n >= 4; n -= 4, p += 4, q += 4) *(uint32_t *)p = *(const uint32_t *)q;
        }
        while (n--) *p++ = *q++;
        return d;
    }
    p += n; q += n;
    if ((((uintptr_t)p | (uintptr_t)q) & 3) == 0) {
        for (; n >= 4; n -= 4) { p -= 4; q -= 4; *(uint32_t *)p = *(const uint32_t *)q; }
    }
    while (n--) *--p = *--q;
    return d;
}
void *memset(void *d, int c, size_t n) {
    char *p = d;
    if (((uintptr_t)p & 3) == 0) {
        uint32_t w = (uint8_t)c * 0x01010101u;
        for (; n >= 4; n -= 4, p += 4) *(uint32_t *)p = w;
    }
    while (n--) *p++ = (char)c;
    return d;
}
int memcmp(const void *a, const void *b, size_t n) {
    const uint8_t *p = a, *q = b;
    for (; n--; p++, q++) if (*p != *q) return *p - *q;
    return 0;
}
size_t strlen(const char *s) { const char *p = s; while (*p) p++; return (size_t)(p - s); }

// The ARM run-time ABI's names; its memset has the length before the value.
#define COPY(N) void __aeabi_memcpy##N(void *d, const void *s, size_t n) { memcpy(d, s, n); } \
                void __aeabi_memmove##N(void *d, const void *s, size_t n) { memmove(d, s, n); } \
                void __aeabi_memset##N(void *d, size_t n, int c) { memset(d, c, n); } \
                void __aeabi_memclr##N(void *d, size_t n) { memset(d, 0, n); }
COPY() COPY(4) COPY(8)

// ---- atomics: ARMv6-M has no exclusive loads. Interrupts off here, spinlock 31 against the other core.
#define LOCK (*(volatile uint32_t *)0xd000017c)
static inline uint32_t enter(void) {
    uint32_t m = cpu_irq_save();
    while (LOCK == 0) {}
    cpu_dmb();
    return m;
}
static inline void leave(uint32_t m) { cpu_dmb(); LOCK = 1; cpu_irq_restore(m); }

#pragma clang diagnostic ignored "-Wincompatible-library-redeclaration"
#pragma clang diagnostic ignored "-Watomic-alignment"
#define FETCH(NAME, OPERATION, N, T) \
    T __atomic_fetch_##NAME##_##N(volatile void *p, T v, int o) { (void)o; uint32_t m = enter(); T r = *(volatile T *)p; *(volatile T *)p = (T)(r OPERATION v); leave(m); return r; }
#define ATOMICS(N, T) \
    T __atomic_load_##N(const volatile void *p, int o) { (void)o; T v = *(const volatile T *)p; cpu_dmb(); return v; } \
    void __atomic_store_##N(volatile void *p, T v, int o) { (void)o; uint32_t m = enter(); *(volatile T *)p = v; leave(m); } \
    T __atomic_exchange_##N(volatile void *p, T v, int o) { (void)o; uint32_t m = enter(); T r = *(volatile T *)p; *(volatile T *)p = v; leave(m); return r; } \
    _Bool __atomic_compare_exchange_##N(volatile void *p, void *e, T d, int s, int f) { \
        (void)s; (void)f; uint32_t m = enter(); T c = *(volatile T *)p; _Bool ok = c == *(T *)e; \
        if (ok) *(volatile T *)p = d; else *(T *)e = c; leave(m); return ok; } \
    FETCH(add, +, N, T) FETCH(sub, -, N, T) FETCH(or, |, N, T) FETCH(and, &, N, T) FETCH(xor, ^, N, T)
ATOMICS(1, uint8_t)
ATOMICS(2, uint16_t)
ATOMICS(4, uint32_t)
// Words, where the compiler knows that loads and stores of them are single instructions (`+atomics-32` in Tools/firmware-check): what reads and writes goes by these names.
#define SYNC(NAME) \
    uint32_t sync_##NAME(volatile void *p, uint32_t v) __asm__("__sync_fetch_and_" #NAME "_4"); \
    uint32_t sync_##NAME(volatile void *p, uint32_t v) { return __atomic_fetch_##NAME##_4(p, v, 0); }
SYNC(add) SYNC(sub) SYNC(or) SYNC(and) SYNC(xor)
uint32_t sync_exchange(volatile void *p, uint32_t v) __asm__("__sync_lock_test_and_set_4");
uint32_t sync_exchange(volatile void *p, uint32_t v) { return __atomic_exchange_4(p, v, 0); }
uint32_t sync_swap(volatile void *p, uint32_t old, uint32_t new) __asm__("__sync_val_compare_and_swap_4");
uint32_t sync_swap(volatile void *p, uint32_t old, uint32_t new) { uint32_t m = enter(), c = *(volatile uint32_t *)p; if (c == old) *(volatile uint32_t *)p = new; leave(m); return c; }

// ---- Swift's own heap. The firmware keeps its objects in memory of its own; what is left (a growing array at start-up, say)
// comes from the rest of the statics' region and is never given back.
extern char __heap_start[], __heap_end[];
static char *brk_;
int posix_memalign(void **out, size_t align, size_t n) {
    uint32_t m = enter();
    if (!brk_) brk_ = __heap_start;
    if (align < 16) align = 16;
    char *p = (char *)(((uintptr_t)brk_ + align - 1) & ~(uintptr_t)(align - 1));
    if (p > __heap_end || (size_t)(__heap_end - p) < n) { leave(m); __builtin_trap(); }   // Swift would use a null result
    brk_ = p + n;
    leave(m);
    *out = p;
    return 0;
}
void free(void *p) { (void)p; }

// ---- the rest
// Keeps libgcc's unwinder out (its objects carry unwind tables).
void __aeabi_unwind_cpp_pr0(void) {}
void __aeabi_unwind_cpp_pr1(void) {}
void __aeabi_unwind_cpp_pr2(void) {}
// picolibc's error number.
int errno;
int *__errno(void) { return &errno; }
// Seeds the hashing of Swift's own sets and dictionaries: the ring oscillator's random bit (RP2040 data sheet §2.17.5).
void arc4random_buf(void *d, size_t n) {
    for (uint8_t *p = d; n--; p++) {
        uint8_t b = 0;
        for (int i = 0; i < 8; i++) b = (uint8_t)(b << 1 | (*(volatile uint32_t *)0x4006001c & 1));
        *p = b;
    }
}
