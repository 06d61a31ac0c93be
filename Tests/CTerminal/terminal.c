#define _GNU_SOURCE
#include "CTerminal.h"
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int terminal_start(const char *path, char *const *arguments, const char *folder, pid_t *pid) {
    char name[128];
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (master < 0) return -1;
    if (grantpt(master) || unlockpt(master) || ptsname_r(master, name, sizeof name)) { close(master); return -1; }
    *pid = fork();
    if (*pid < 0) { close(master); return -1; }
    if (*pid == 0) {
        // Only calls that are safe between fork and exec in a process of many threads.
        struct winsize size = { .ws_row = 24, .ws_col = 80 };
        setsid();
        int slave = open(name, O_RDWR);
        if (slave < 0 || chdir(folder) != 0) _exit(127);
        ioctl(slave, TIOCSCTTY, 0);
        ioctl(slave, TIOCSWINSZ, &size);
        dup2(slave, 0);
        dup2(slave, 1);
        dup2(slave, 2);
        // Pipes of other tests end when their own writers do.
        close_range(3, ~0u, 0);
        execv(path, arguments);
        _exit(127);
    }
    return master;
}
