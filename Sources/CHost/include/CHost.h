// Signals and pseudo-terminals: Linux calls that the Glibc module map leaves out. (Bells and waiting are in CFiber's host.h.)
#pragma once
#include <stdint.h>
#include <sys/types.h>

/// Blocks SIGINT, SIGTERM, SIGQUIT and SIGHUP in this thread and those it makes, and answers a non-blocking signalfd of them.
int chost_signalfd(void);
/// The next signal of a signalfd, 0 if there is none.
int chost_take_signal(int descriptor);
/// A pseudo-terminal in raw mode: the master's descriptor, the slave's path in `path`, and its descriptor, which is held open; -1 and errno.
int chost_open_pty(char *_Nonnull path, uint32_t capacity, int *_Nullable slave);
/// A descriptor that is readable after `path` was opened or closed by somebody; -1 and errno.
int chost_watch_opens(const char *_Nonnull path);
/// How many more times it was opened than closed since the last call.
int chost_take_opens(int descriptor);
/// The speed that a terminal is set to, in baud; 0 if that has no name.
uint32_t chost_pty_speed(int descriptor);
