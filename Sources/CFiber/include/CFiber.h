// Fibers: stacks that a thread switches between by itself, and host faults on them turned into a report.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// A stack and where its execution was left. The emulation's own side of a switch is a fiber without a stack.
typedef struct fiber {
    void *_Nullable sp;              // stack pointer while it does not run
    void *_Nullable map;             // mapping, guard page first; null for a root
    size_t map_bytes, guard_bytes;
    void (*_Nullable entry)(void *_Nullable);
    void *_Nullable argument;
    void *_Nullable fake_stack;      // AddressSanitizer's
    const void *_Nullable bottom;    // AddressSanitizer's view of the stack (a root learns it at its first switch)
    size_t bottom_bytes;
    void *_Nullable tsan;
} fiber;

/// The emulation's side of a board: where a fiber's host fault lands.
typedef struct fiber_root {
    fiber here;
    fiber *_Nullable running;        // the fiber that has the thread, as the fault handler needs to know it
    int32_t signal;                  // of the fault that ended the last `fiber_enter`, else 0
    uintptr_t fault_address;         // what it touched
    uintptr_t fault_pc;              // where it was
} fiber_root;

/// Makes a fiber that will run `entry(argument)`, which must not return. `bytes` of stack lie above a guard page.
/// Answers null when the host has no memory for it.
fiber *_Nullable fiber_make(size_t bytes, void (*_Nonnull entry)(void *_Nullable), void *_Nullable argument);
/// Frees a fiber that does not run. What its frames own is not released.
void fiber_free(fiber *_Nonnull f);

fiber_root *_Nonnull fiber_root_make(void);
void fiber_root_free(fiber_root *_Nonnull root);

/// Runs `to` on this thread until somebody switches back with `fiber_leave`. Answers 0, or the signal of a host fault on
/// a fiber, which then never runs again.
int32_t fiber_enter(fiber_root *_Nonnull root, fiber *_Nonnull to);
/// From the running fiber `from` back to `fiber_enter`.
void fiber_leave(fiber_root *_Nonnull root, fiber *_Nonnull from);
/// From the running fiber `from` straight to `to`.
void fiber_switch(fiber_root *_Nonnull root, fiber *_Nonnull from, fiber *_Nonnull to);
/// Bytes of stack left below the caller's frame. Only on `f` itself.
size_t fiber_stack_left(const fiber *_Nonnull f);
/// Does `address` lie in the guard page of `f`?
int32_t fiber_in_guard(const fiber *_Nonnull f, uintptr_t address);
