// What the WebAssembly core needs besides Swift, and the interpreter's hooks as imports of the embedder. With -mbulk-memory the built-in
// memory functions are instructions.
#include <stddef.h>
#include <stdint.h>
#include <CPort.h>

void *memcpy(void *restrict d, const void *restrict s, size_t n) { return __builtin_memcpy(d, s, n); }
void *memmove(void *d, const void *s, size_t n) { return __builtin_memmove(d, s, n); }
void *memset(void *d, int c, size_t n) { return __builtin_memset(d, c, n); }
int memcmp(const void *a, const void *b, size_t n) {
    const uint8_t *p = a, *q = b;
    for (; n--; p++, q++) if (*p != *q) return *p - *q;
    return 0;
}
size_t strlen(const char *s) { const char *p = s; while (*p) p++; return (size_t)(p - s); }

// The firmware allocates nothing of the embedder's; Swift's runtime refers to the functions.
int posix_memalign(void **p, size_t alignment, size_t n) { return 12; }
void free(void *p) {}

HOST_IMPORT("write") void host_write(const uint8_t *text, uint32_t length);
HOST_IMPORT("file_stat") int32_t host_file_stat(const uint8_t *path, uint32_t length);
HOST_IMPORT("file_read") int32_t host_file_read(const uint8_t *path, uint32_t length, uint32_t offset, uint32_t to, uint32_t count);

void firmware_console_write(port_block *port, const uint8_t *text, uint32_t length) { host_write(text, length); }
uint32_t firmware_console_room(port_block *port, uint32_t length) { return length; }
int32_t firmware_console_read(port_block *port, uint8_t *to, uint32_t capacity, uint32_t wait) { return -1; }
int32_t firmware_file_stat(port_block *port, const uint8_t *path, uint32_t length) { return host_file_stat(path, length); }
int32_t firmware_file_read(port_block *port, const uint8_t *path, uint32_t length, uint32_t offset, uint32_t to, uint32_t count) {
    return host_file_read(path, length, offset, to, count);
}

// 64 by 64 bits: clang's name for the 128-bit product where the processor has none.
typedef unsigned __int128 u128;
typedef __int128 s128;
s128 __multi3(s128 a, s128 b) {
    uint64_t x = (uint64_t)a, y = (uint64_t)b;
    uint64_t xl = (uint32_t)x, xh = x >> 32, yl = (uint32_t)y, yh = y >> 32;
    uint64_t ll = xl * yl, lh = xl * yh, hl = xh * yl, hh = xh * yh;
    uint64_t mid = (ll >> 32) + (uint32_t)lh + (uint32_t)hl;
    uint64_t low = (uint32_t)ll | mid << 32;
    uint64_t high = hh + (lh >> 32) + (hl >> 32) + (mid >> 32) + (uint64_t)(a >> 64) * y + x * (uint64_t)(b >> 64);
    return (s128)((u128)high << 64 | low);
}
