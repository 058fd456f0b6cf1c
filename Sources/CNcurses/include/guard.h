// Puts the terminal back, whatever ends the program.
//
// In C, because a signal handler may call almost nothing, and the Swift compiler does not check
// that. One guard for a process: a process has one terminal and one set of signal handlers.
#ifndef HELSEPORTAL_GUARD_H
#define HELSEPORTAL_GUARD_H
#include <stdbool.h>

// What `portal_guard_take_signals` returns, one bit each.
enum {
  portal_signal_interrupt = 1,
  portal_signal_terminate = 2,
  portal_signal_hang_up = 4,
  portal_signal_resize = 8,
  portal_signal_stop = 16,
  portal_signal_continue = 32,
};

// Remembers the modes of the terminal and installs the handlers; call it before newterm, which
// changes the modes, and which leaves handlers alone that it finds. With `locked`, INT QUIT TSTP
// TTIN TTOU are ignored. Returns 0 or an errno.
int portal_guard_begin(int input, int output, bool locked);

// Prepares what a crash writes to leave the screen. Call it when ncurses has the terminal, and
// again when the number of rows changes. `erases` clears screen and scrollback.
void portal_guard_arm(int rows, bool erases);

// Nothing to restore for the time being: the terminal is the shell's.
void portal_guard_disarm(void);

// Sends standard error to memory while the screen is up; `portal_guard_end` and a crash write it
// out. Does nothing where standard error is not a terminal.
void portal_guard_capture_errors(void);

// Readable whenever a signal has come.
int portal_guard_wake_descriptor(void);

// The signals that have come since the last call.
unsigned portal_guard_take_signals(void);

// Set around calls that write to the terminal: a terminal that takes nothing more must not keep a
// process alive that was told to end.
void portal_guard_set_writing(bool writing);

// Stops the process group as ^Z does for other programs, and returns when it goes on in the
// foreground. The terminal must be the shell's by then. Returns false when the process is to end
// instead: the terminal is still the shell's.
bool portal_guard_stop_group(void);

// The second half of it, after a stop that could not be caught.
bool portal_guard_await_foreground(void);

// Before endwin: from here on nothing stops the process for touching the terminal.
void portal_guard_leave(void);

// After endwin: the modes as they were, the former handlers, and what was said on standard error.
void portal_guard_end(void);

// Ends the process as the signal would have done. Does not return.
void portal_end_by_signal(int signal) __attribute__((noreturn));

// No core file and no reading of this process's memory by others of the same user: both hold
// health data.
void portal_forbid_memory_dumps(void);

#endif
