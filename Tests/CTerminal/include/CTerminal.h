// Programs on pseudo-terminals, for tests.
#pragma once
#include <sys/types.h>

/// Starts `path` with `arguments` (null at the end) in `folder`, a new pseudo-terminal of 24 by 80 being its controlling terminal and its
/// standard streams. Answers the master's descriptor and the process in `pid`; -1 and errno.
int terminal_start(const char *_Nonnull path, char *_Nullable const *_Nonnull arguments, const char *_Nonnull folder, pid_t *_Nonnull pid);
