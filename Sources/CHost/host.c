#define _GNU_SOURCE
#include "CHost.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

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

int chost_open_pty(char *path, uint32_t capacity, int *slave_out) {
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
    if (slave_out) *slave_out = slave;
    return master;
}

int chost_watch_opens(const char *path) {
    int descriptor = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (descriptor >= 0 && inotify_add_watch(descriptor, path, IN_OPEN | IN_CLOSE) < 0) { close(descriptor); return -1; }
    return descriptor;
}

int chost_take_opens(int descriptor) {
    _Alignas(struct inotify_event) char buffer[1024];
    int opens = 0;
    ssize_t n;
    while ((n = read(descriptor, buffer, sizeof buffer)) > 0) {
        for (char *p = buffer; p < buffer + n;) {
            struct inotify_event *e = (struct inotify_event *)p;
            opens += e->mask & IN_OPEN ? 1 : e->mask & IN_CLOSE ? -1 : 0;
            p += sizeof *e + e->len;
        }
    }
    return opens;
}

uint32_t chost_pty_speed(int descriptor) {
    static const struct { speed_t code; uint32_t speed; } speeds[] = {
        {B50, 50}, {B75, 75}, {B110, 110}, {B134, 134}, {B150, 150}, {B200, 200}, {B300, 300}, {B600, 600}, {B1200, 1200}, {B1800, 1800},
        {B2400, 2400}, {B4800, 4800}, {B9600, 9600}, {B19200, 19200}, {B38400, 38400}, {B57600, 57600}, {B115200, 115200}, {B230400, 230400},
        {B460800, 460800}, {B500000, 500000}, {B576000, 576000}, {B921600, 921600}, {B1000000, 1000000}, {B1152000, 1152000},
        {B1500000, 1500000}, {B2000000, 2000000}, {B2500000, 2500000}, {B3000000, 3000000}, {B3500000, 3500000}, {B4000000, 4000000},
    };
    struct termios t;
    if (tcgetattr(descriptor, &t)) return 0;
    speed_t code = cfgetospeed(&t);
    for (unsigned i = 0; i < sizeof speeds / sizeof *speeds; i++) if (speeds[i].code == code) return speeds[i].speed;
    return 0;
}
