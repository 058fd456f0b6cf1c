// What Swift cannot import from ncurses: macros, variadics, mutable globals. No logic here.
#ifndef HELSEPORTAL_SHIM_H
#define HELSEPORTAL_SHIM_H
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdint.h>

static inline WINDOW *portal_stdscr(void) { return stdscr; }
static inline FILE *portal_standard_input(void) { return stdin; }
static inline FILE *portal_standard_output(void) { return stdout; }

static inline uint32_t portal_bold(void) { return A_BOLD; }
static inline uint32_t portal_dim(void) { return A_DIM; }
static inline uint32_t portal_reverse(void) { return A_REVERSE; }
static inline uint32_t portal_underline(void) { return A_UNDERLINE; }

// The columns that the C library, and so ncurses, gives a character; -1 for one that it does not
// know. The locale decides. (wcwidth is not in scope for Swift.)
int portal_width(uint32_t scalar);

// One cell for ncurses: a base, at most four marks (0 where there is none), attributes, a pair.
cchar_t portal_cell(uint32_t base, const uint32_t marks[4], uint32_t attributes, short pair);

// Sets the character type of the locale: the person's own, or C.UTF-8 where that is not UTF-8.
// Returns whether the person's own was UTF-8.
bool portal_choose_locale(void);
// Whether the terminal of this name has a string capability, also one that only terminfo's extended
// names know.
bool portal_terminal_has(const char *name, const char *capability);
// A descriptor that can be read after so many milliseconds, those included that the machine sleeps
// through: poll(2) does not count them. The same one each time; -1 where there is none.
int portal_boot_timer(long long milliseconds);
// Whether there is a terminal description of this name (setupterm).
bool portal_terminal_is_known(const char *name);

#endif
