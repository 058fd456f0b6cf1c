#define _GNU_SOURCE
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

// How long a terminal that takes nothing more may hold up the end, in seconds.
enum { patience = 2 };
// The most of standard error that is shown afterwards, in bytes.
enum { most_errors = 65536 };

static const int fatal_signals[] = {SIGILL,  SIGTRAP, SIGSEGV, SIGABRT, SIGBUS,
                                    SIGFPE,  SIGQUIT, SIGSYS,  SIGXCPU, SIGXFSZ,
                                    SIGPIPE, SIGUSR1, SIGUSR2};
static const int noted_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
static const int locked_signals[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU};
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static int input_descriptor = -1, output_descriptor = -1;
static int wake_pipe[2] = {-1, -1};
static int error_memory = -1, error_terminal = -1;
static struct termios shell_modes;
static struct sigaction former[NSIG];
static bool is_changed[NSIG];
static bool is_locked;
static char crash_stack[65536];
static char leave_sequence[1024];
static size_t leave_length;

static volatile sig_atomic_t seen[NSIG];
static volatile sig_atomic_t is_begun, is_armed, is_writing, is_leaving, ending_signal;

// ---- from here to the next line only async-signal-safe calls

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

// Whether the other end has stopped reading: a write would wait, perhaps for ever.
static bool is_stalled(void) {
  struct pollfd output = {.fd = output_descriptor, .events = POLLOUT};
  return poll(&output, 1, 0) == 0;
}

// Makes room, so that the last bytes do not block.
static void unblock_output(void) {
  if (is_stalled()) {
    tcflush(output_descriptor, TCOFLUSH);
  }
}

// Whether the modes of the terminal are ours to change: not from the background.
static bool is_in_foreground(void) {
  pid_t group = tcgetpgrp(input_descriptor);
  return group < 0 || group == getpgrp();
}

// While we are suspended the terminal and its modes are another's; else the modes are ours, also
// when we run in the background after a stop that could not be caught.
static void restore_modes(bool drops_input) {
  if (!is_armed && !is_in_foreground()) {
    return;
  }
  struct sigaction ignore;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGTTOU, &ignore, NULL);
  if (drops_input) {
    // What is still unread was typed or pasted for us; the shell must not run it.
    tcflush(input_descriptor, TCIFLUSH);
  }
  tcsetattr(input_descriptor, TCSANOW, &shell_modes);
}

static void replay_errors(void) {
  if (error_memory < 0) {
    return;
  }
  dup2(error_terminal, STDERR_FILENO);
  char part[512];
  ssize_t count;
  off_t offset = 0;
  while (!is_locked && offset < most_errors &&
         (count = pread(error_memory, part, sizeof part, offset)) > 0) {
    for (ssize_t i = 0; i < count; i++) {
      unsigned char byte = (unsigned char)part[i];
      if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f) {
        part[i] = '?';
      }
    }
    write_all(STDERR_FILENO, part, (size_t)count);
    offset += count;
  }
  error_memory = -1;
}

static void restore_now(void) {
  if (!is_begun) {
    return;
  }
  is_begun = 0;
  unblock_output();
  if (is_armed) {
    write_all(output_descriptor, leave_sequence, leave_length);
  }
  restore_modes(true);
  replay_errors();
}

static void set_default(int signal) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(signal, &action, NULL);
}

// The signal is blocked until this returns and then ends the process. Swift's backtracer, which
// had these signals before, is not asked: it would show memory and a debugger's prompt.
static void on_fatal(int signal) {
  restore_now();
  set_default(signal);
  raise(signal);
}

static void on_noted(int signal) {
  int saved = errno;
  seen[signal] = 1;
  if (signal == SIGINT || signal == SIGTERM || signal == SIGHUP) {
    ending_signal = signal;
    alarm(patience);
  }
  if (write(wake_pipe[1], "", 1) < 0) {
    // A full pipe wakes as well.
  }
  errno = saved;
}

static void on_alarm(int signal) {
  (void)signal;
  if (ending_signal == 0) {
    return;
  }
  if (!is_leaving && !(is_writing && is_stalled())) {
    // Awake, or busy with the last things: it ends by itself.
    alarm(patience);
    return;
  }
  restore_now();
  set_default(ending_signal);
  raise(ending_signal);
  _exit(128 + ending_signal);
}

// ---- ordinary code

static void install(int signal, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  if (sigaction(signal, &action, is_changed[signal] ? NULL : &former[signal]) == 0) {
    is_changed[signal] = true;
  }
}

static bool is_ignored(int signal) {
  struct sigaction action;
  return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static void install_handlers(void) {
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < COUNT(fatal_signals); i++) {
    if (!is_ignored(fatal_signals[i])) {
      install(fatal_signals[i], on_fatal, SA_ONSTACK);
    }
  }
  for (size_t i = 0; i < COUNT(noted_signals); i++) {
    // Who starts us with a signal ignored (nohup) wants it so.
    if (!is_ignored(noted_signals[i])) {
      install(noted_signals[i], on_noted, SA_RESTART);
    }
  }
  install(SIGALRM, on_alarm, SA_RESTART);
  for (size_t i = 0; is_locked && i < COUNT(locked_signals); i++) {
    install(locked_signals[i], SIG_IGN, 0);
  }
}

int portal_guard_begin(int input, int output, bool locked) {
  static bool is_registered = false;
  if (tcgetattr(input, &shell_modes) != 0) {
    return errno;
  }
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
    return errno;
  }
  input_descriptor = input;
  output_descriptor = output;
  is_locked = locked;
  is_armed = is_writing = is_leaving = ending_signal = 0;
  memset((void *)seen, 0, sizeof seen);
  install_handlers();
  is_begun = 1;
  if (!is_registered) {
    is_registered = atexit(restore_now) == 0;
  }
  return 0;
}

// Adds a terminfo string without its padding ($<5>): nobody waits in a crash.
static void append(const char *text) {
  for (; text != NULL && *text != '\0'; text++) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end != NULL) {
      text = end;
    } else if (leave_length < sizeof leave_sequence) {
      leave_sequence[leave_length++] = *text;
    }
  }
}

static const char *capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

void portal_guard_arm(int rows, bool erases) {
  is_armed = 0;
  leave_length = 0;
  const char *move = capability("cup"), *alternate_off = capability("rmcup");
  append(alternate_off != NULL ? "\033[?2004l" : capability("clear"));
  append(capability("rmkx"));
  append(capability("sgr0"));
  append(capability("op"));
  append(capability("cnorm"));
  append(move != NULL ? tiparm(move, rows - 1, 0) : NULL);
  append(alternate_off);
  append(erases ? "\033[H\033[2J\033[3J" : NULL);
  is_armed = 1;
}

void portal_guard_disarm(void) { is_armed = 0; }

void portal_guard_capture_errors(void) {
  if (error_memory >= 0 || !isatty(STDERR_FILENO)) {
    return;
  }
  int memory = memfd_create("helseportal-errors", MFD_CLOEXEC);
  int terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (memory < 0 || terminal < 0 || dup2(memory, STDERR_FILENO) < 0) {
    close(memory);
    close(terminal);
    return;
  }
  error_terminal = terminal;
  error_memory = memory;
}

int portal_guard_wake_descriptor(void) { return wake_pipe[0]; }

static unsigned take(int signal, unsigned bit) {
  if (!seen[signal]) {
    return 0;
  }
  seen[signal] = 0;
  return bit;
}

unsigned portal_guard_take_signals(void) {
  char bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
  }
  return take(SIGINT, portal_signal_interrupt) | take(SIGTERM, portal_signal_terminate) |
         take(SIGHUP, portal_signal_hang_up) | take(SIGWINCH, portal_signal_resize) |
         take(SIGTSTP, portal_signal_stop) | take(SIGCONT, portal_signal_continue);
}

void portal_guard_set_writing(bool writing) { is_writing = writing; }

// Stops until somebody continues us; false where nothing stopped us (an orphaned group).
static bool stop_once(void) {
  struct sigaction ours;
  sigaction(SIGTSTP, NULL, &ours);
  set_default(SIGTSTP);
  seen[SIGCONT] = 0;
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  seen[SIGTSTP] = 0;
  bool was_stopped = seen[SIGCONT];
  seen[SIGCONT] = 0;
  return was_stopped;
}

bool portal_guard_stop_group(void) {
  stop_once();
  return portal_guard_await_foreground();
}

bool portal_guard_await_foreground(void) {
  while (ending_signal == 0 && !is_in_foreground() && stop_once()) {
  }
  return ending_signal == 0;
}

void portal_guard_leave(void) {
  install(SIGTTOU, SIG_IGN, 0);
  is_leaving = 1;
  if (ending_signal != 0) {
    unblock_output();
    alarm(patience);
  }
}

void portal_guard_end(void) {
  if (!is_begun) {
    return;
  }
  is_begun = 0;
  restore_modes(false);
  is_armed = 0;
  int terminal = error_terminal, memory = error_memory;
  replay_errors();
  if (memory >= 0) {
    close(memory);
    close(terminal);
  }
  alarm(0);
  for (int signal = 1; signal < NSIG; signal++) {
    if (is_changed[signal]) {
      sigaction(signal, &former[signal], NULL);
      is_changed[signal] = false;
    }
  }
  // Not back to Swift's backtracer: what it prints holds memory, and it waits for a key.
  for (size_t i = 0; i < COUNT(fatal_signals); i++) {
    if (!is_ignored(fatal_signals[i])) {
      set_default(fatal_signals[i]);
    }
  }
}

void portal_end_by_signal(int signal) {
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  set_default(signal);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  raise(signal);
  _exit(128 + signal);
}

void portal_forbid_memory_dumps(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
