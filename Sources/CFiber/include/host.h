// The few Linux calls that Swift's C library module leaves out.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// An anonymous file in memory, closed on exec; -1 and errno on failure.
int host_memory_file(const char *_Nonnull name);
/// A bell: a non-blocking eventfd.
int host_bell(void);
/// Waits until one of at most 8 descriptors is readable or `nanoseconds` have passed (negative: no limit). Bit i of the answer: descriptor i is.
uint32_t host_wait(const int *_Nonnull descriptors, uint32_t count, int64_t nanoseconds);
/// Asks for wake-ups no later than `nanoseconds` after they are due, for the calling thread.
void host_timer_slack(uint64_t nanoseconds);
/// Where `pc` lies in the file it was loaded from, as addr2line wants it (`pc` itself when nobody knows); `file` gets that file's name.
uint64_t host_code_offset(uint64_t pc, char *_Nonnull file, size_t bytes);
