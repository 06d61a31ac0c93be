#define _GNU_SOURCE
#include "host.h"
#include <dlfcn.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <time.h>

int host_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }
int host_bell(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
uint32_t host_wait(const int *descriptors, uint32_t count, int64_t nanoseconds) {
    struct pollfd list[8];
    struct timespec t = { .tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000 };
    if (count > 8) count = 8;
    for (uint32_t i = 0; i < count; i++) list[i] = (struct pollfd){ .fd = descriptors[i], .events = POLLIN };
    uint32_t ready = 0;
    if (ppoll(list, count, nanoseconds < 0 ? NULL : &t, NULL) > 0)
        for (uint32_t i = 0; i < count; i++) ready |= (list[i].revents ? 1u : 0u) << i;
    return ready;
}
void host_timer_slack(uint64_t nanoseconds) { prctl(PR_SET_TIMERSLACK, (unsigned long)nanoseconds, 0, 0, 0); }
uint64_t host_code_offset(uint64_t pc, char *file, size_t bytes) {
    Dl_info info;
    file[0] = 0;
    if (!dladdr((void *)pc, &info) || !info.dli_fbase) return pc;
    const char *name = strrchr(info.dli_fname, '/');
    snprintf(file, bytes, "%s", name ? name + 1 : info.dli_fname);
    return pc - (uint64_t)info.dli_fbase;
}
