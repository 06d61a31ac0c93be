// Linux calls that the Glibc module map leaves out.
#pragma once
#include <stdint.h>
#include <sys/types.h>

/// An eventfd, non-blocking, closed on exec; -1 and errno.
int chost_eventfd(void);
/// Blocks SIGINT, SIGTERM, SIGQUIT and SIGHUP in this thread and those it makes, and answers a non-blocking signalfd of them.
int chost_signalfd(void);
/// The next signal of a signalfd, 0 if there is none.
int chost_take_signal(int descriptor);
/// A pseudo-terminal in raw mode: the master's descriptor, and the slave's path in `path`; -1 and errno.
int chost_open_pty(char *_Nonnull path, uint32_t capacity);
/// Waits until one of the descriptors can be read, or for `nanoseconds` (negative: for ever). Bit i of the answer: descriptor i can.
uint32_t chost_wait(const int *_Nonnull descriptors, uint32_t count, int64_t nanoseconds);
