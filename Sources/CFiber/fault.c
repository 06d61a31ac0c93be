// A host fault on a fiber is the emulated board's fault, not the process's: the handler, on a stack of its own, notes what
// happened and lets the thread continue in `fiber_enter` as if the fiber had switched back. Faults elsewhere go to
// whoever handled them before.
#define _GNU_SOURCE
#include "CFiber.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>

void fiber_land(void *to_sp);
void fiber_watch(fiber_root *root);
void fiber_abandon(fiber_root *root);

static const int signals[] = { SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE };
enum { SIGNALS = sizeof signals / sizeof signals[0], ALT_BYTES = 65536 };
static struct sigaction previous[SIGNALS];
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t stacks;                            // frees a thread's signal stack at its end

static __thread fiber_root *volatile watched;           // the board whose fiber this thread runs
static __thread int prepared;

static void pass_on(int number, siginfo_t *info, void *context) {
    for (int i = 0; i < SIGNALS; i++) {
        if (signals[i] != number) continue;
        if ((previous[i].sa_flags & SA_SIGINFO) && previous[i].sa_sigaction) {
            previous[i].sa_sigaction(number, info, context);
        } else if (previous[i].sa_handler != SIG_DFL && previous[i].sa_handler != SIG_IGN) {
            previous[i].sa_handler(number);
        } else {
            sigaction(number, &previous[i], NULL);      // the instruction faults again, and the default action ends the process
        }
    }
}

static void handler(int number, siginfo_t *info, void *context) {
    fiber_root *root = watched;
    if (!root) { pass_on(number, info, context); return; }
    fiber_abandon(root);
    ucontext_t *u = context;
    root->signal = number;
    root->fault_address = (uintptr_t)info->si_addr;
#if defined(__x86_64__)
    root->fault_pc = (uintptr_t)u->uc_mcontext.gregs[REG_RIP];
    u->uc_mcontext.gregs[REG_RDI] = (greg_t)root->here.sp;
    u->uc_mcontext.gregs[REG_RSP] = (greg_t)root->here.sp;
    u->uc_mcontext.gregs[REG_RIP] = (greg_t)fiber_land;
    u->uc_mcontext.gregs[REG_EFL] &= ~0x400;            // direction flag: clear by the calling convention
#else
    root->fault_pc = (uintptr_t)u->uc_mcontext.pc;
    u->uc_mcontext.regs[0] = (uintptr_t)root->here.sp;
    u->uc_mcontext.sp = (uintptr_t)root->here.sp;
    u->uc_mcontext.pc = (uintptr_t)fiber_land;
#endif
}

static void free_stack(void *map) {
    stack_t off = { .ss_flags = SS_DISABLE };
    sigaltstack(&off, NULL);
    munmap(map, ALT_BYTES);
}

static void install(void) {
    pthread_key_create(&stacks, free_stack);
    for (int i = 0; i < SIGNALS; i++) {
        struct sigaction a;
        memset(&a, 0, sizeof a);
        a.sa_sigaction = handler;
        a.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigaction(signals[i], &a, &previous[i]);
    }
}

static void prepare(void) {
    pthread_once(&once, install);
    prepared = 1;
    stack_t old;
    if (sigaltstack(NULL, &old) == 0 && !(old.ss_flags & SS_DISABLE)) return;   // somebody's is there already
    void *map = mmap(NULL, ALT_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (map == MAP_FAILED) return;
    stack_t s = { .ss_sp = map, .ss_size = ALT_BYTES };
    sigaltstack(&s, NULL);
    pthread_setspecific(stacks, map);
}

void fiber_watch(fiber_root *root) {
    if (root && !prepared) prepare();
    watched = root;
}
