#define _GNU_SOURCE
#include "CFiber.h"
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FIBER_ASAN 1
#include <sanitizer/common_interface_defs.h>
#endif
#if __has_feature(thread_sanitizer)
#define FIBER_TSAN 1
void *__tsan_get_current_fiber(void);
void *__tsan_create_fiber(unsigned flags);
void __tsan_destroy_fiber(void *fiber);
void __tsan_switch_to_fiber(void *fiber, unsigned flags);
#endif
#endif

void fiber_swap(void **save_sp, void *to_sp);
void fiber_begin(void);
void fiber_watch(fiber_root *root);

// The fiber that a thread is leaving, told to the new side so that AddressSanitizer can finish the switch there.
static void before(fiber *from, fiber *to) {
#ifdef FIBER_ASAN
    __sanitizer_start_switch_fiber(&from->fake_stack, to->bottom, to->bottom_bytes);
#endif
#ifdef FIBER_TSAN
    __tsan_switch_to_fiber(to->tsan, 0);
#endif
    (void)from; (void)to;
}

static void after(fiber *here, fiber *root) {
#ifdef FIBER_ASAN
    // A root's stack is the thread's: known from the first switch away from it.
    const void *bottom; size_t bytes;
    __sanitizer_finish_switch_fiber(here->fake_stack, &bottom, &bytes);
    if (root && !root->bottom) { root->bottom = bottom; root->bottom_bytes = bytes; }
#endif
    (void)here; (void)root;
}

static void swap(fiber *from, fiber *to, fiber *root) {
    before(from, to);
    fiber_swap(&from->sp, to->sp);
    after(from, root);
}

__attribute__((used)) void fiber_main(fiber *self) {
    // `bottom` of the root is handed over in `fake_stack`, which a new fiber does not use yet.
    fiber *root = self->fake_stack;
    self->fake_stack = NULL;
    after(self, root);
    self->entry(self->argument);
    abort();
}

fiber *fiber_make(size_t bytes, void (*entry)(void *), void *argument) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t guard = page < 16384 ? 16384 : page;     // a frame larger than one page must not jump over it
    size_t total = guard + (bytes + page - 1) / page * page;
    char *map = mmap(NULL, total, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (map == MAP_FAILED) return NULL;
    fiber *f = calloc(1, sizeof *f);
    if (!f || mprotect(map, guard, PROT_NONE) != 0) { munmap(map, total); free(f); return NULL; }
    f->map = map; f->map_bytes = total; f->guard_bytes = guard;
    f->entry = entry; f->argument = argument;
    f->bottom = map + guard; f->bottom_bytes = total - guard;
    void **sp = (void **)(map + total) - 2;
#if defined(__x86_64__)
    *--sp = (void *)fiber_begin;                    // `ret` leaves the stack as a call of fiber_begin would find it
    sp -= 6;
    memset(sp, 0, 6 * sizeof *sp);
    sp[4] = f;                                      // rbx
#else
    sp -= 20;
    memset(sp, 0, 20 * sizeof *sp);
    sp[0] = f;                                      // x19
    sp[11] = (void *)fiber_begin;                   // x30
#endif
    f->sp = sp;
#ifdef FIBER_TSAN
    f->tsan = __tsan_create_fiber(0);
#endif
    return f;
}

void fiber_free(fiber *f) {
#ifdef FIBER_TSAN
    __tsan_destroy_fiber(f->tsan);
#endif
    munmap(f->map, f->map_bytes);
    free(f);
}

fiber_root *fiber_root_make(void) {
    fiber_root *root = calloc(1, sizeof *root);
    if (!root) abort();
    return root;
}

void fiber_root_free(fiber_root *root) { free(root); }

static int is_new(const fiber *f) {
#if defined(__x86_64__)
    return f->sp == (char *)f->map + f->map_bytes - 9 * sizeof(void *);
#else
    return f->sp == (char *)f->map + f->map_bytes - 22 * sizeof(void *);
#endif
}

int32_t fiber_enter(fiber_root *root, fiber *to) {
    root->signal = 0;
    root->running = to;
    root->here.bottom = NULL;                       // the board may have moved to another thread
#ifdef FIBER_TSAN
    root->here.tsan = __tsan_get_current_fiber();
#endif
    if (is_new(to)) to->fake_stack = &root->here;
    fiber_watch(root);
    swap(&root->here, to, NULL);
    fiber_watch(NULL);
    root->running = NULL;
    return root->signal;
}

void fiber_leave(fiber_root *root, fiber *from) { swap(from, &root->here, &root->here); }

void fiber_switch(fiber_root *root, fiber *from, fiber *to) {
    root->running = to;
    if (is_new(to)) to->fake_stack = &root->here;
    swap(from, to, &root->here);
}

/// Tells the sanitizers that the running fiber is left for good: the fault handler switches by itself.
void fiber_abandon(fiber_root *root) {
    fiber nobody = { 0 };
    before(&nobody, &root->here);
}

size_t fiber_stack_left(const fiber *f) {
    char here;
    uintptr_t low = (uintptr_t)f->map + f->guard_bytes, at = (uintptr_t)&here;
    return at > low && at < low + f->map_bytes ? at - low : 0;
}

int32_t fiber_in_guard(const fiber *f, uintptr_t address) {
    return address >= (uintptr_t)f->map && address < (uintptr_t)f->map + f->guard_bytes;
}
