// Signals and pseudo-terminals: Linux calls that the Glibc module map leaves out. (Bells and waiting are in CFiber's host.h.)
#pragma once
#include <stdint.h>
#include <sys/types.h>

/// Blocks SIGINT, SIGTERM, SIGQUIT and SIGHUP in this thread and those it makes, and answers a non-blocking signalfd of them.
int chost_signalfd(void);
/// The next signal of a signalfd, 0 if there is none.
int chost_take_signal(int descriptor);
/// A pseudo-terminal in raw mode: the master's descriptor, and the slave's path in `path`; -1 and errno.
int chost_open_pty(char *_Nonnull path, uint32_t capacity);
