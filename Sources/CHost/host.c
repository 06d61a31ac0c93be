#define _GNU_SOURCE
#include "CHost.h"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

int chost_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

int chost_signalfd(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGQUIT);
    sigaddset(&set, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &set, 0);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int chost_take_signal(int descriptor) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int chost_open_pty(char *path, uint32_t capacity) {
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (master < 0) return -1;
    struct termios t;
    if (grantpt(master) || unlockpt(master) || ptsname_r(master, path, capacity)) { close(master); return -1; }
    // Held open, so that the master does not see a hang-up while nobody is attached; raw, so that bytes pass as they are.
    int slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (slave >= 0 && tcgetattr(slave, &t) == 0) {
        cfmakeraw(&t);
        tcsetattr(slave, TCSANOW, &t);
    }
    return master;
}

uint32_t chost_wait(const int *descriptors, uint32_t count, int64_t nanoseconds) {
    struct pollfd list[8];
    struct timespec time = { nanoseconds / 1000000000, nanoseconds % 1000000000 };
    if (count > 8) count = 8;
    for (uint32_t i = 0; i < count; i++) list[i] = (struct pollfd){ descriptors[i], POLLIN, 0 };
    uint32_t ready = 0;
    if (ppoll(list, count, nanoseconds < 0 ? 0 : &time, 0) > 0)
        for (uint32_t i = 0; i < count; i++) ready |= (list[i].revents ? 1u : 0u) << i;
    return ready;
}
