#define _GNU_SOURCE
#include "shim.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/timerfd.h>
#include <term.h>
#include <time.h>
#include <wchar.h>

int portal_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

cchar_t portal_cell(uint32_t base, const uint32_t marks[4], uint32_t attributes, short pair) {
  wchar_t text[CCHARW_MAX + 1] = {(wchar_t)base};
  for (int i = 0; i < CCHARW_MAX - 1 && marks[i] != 0; i++) {
    text[i + 1] = (wchar_t)marks[i];
  }
  cchar_t cell;
  memset(&cell, 0, sizeof cell);
  setcchar(&cell, text, attributes, pair, NULL);
  return cell;
}

bool portal_choose_locale(void) {
  // Only the character type: numbers keep their point in every language.
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) {
    return true;
  }
  setlocale(LC_CTYPE, "C.UTF-8");
  return false;
}

bool portal_terminal_has(const char *name, const char *capability) {
  int answer = 0;
  if (setupterm(name, 1, &answer) != OK) return false;
  const char *text = tigetstr(capability);
  bool is_there = text != NULL && text != (const char *)-1;
  del_curterm(cur_term);
  return is_there;
}

int portal_boot_timer(long long milliseconds) {
  static int timer = -1;
  if (timer < 0) timer = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  struct itimerspec when = {.it_value = {.tv_sec = milliseconds / 1000,
                                         .tv_nsec = milliseconds % 1000 * 1000000}};
  if (timer < 0 || timerfd_settime(timer, 0, &when, NULL) != 0) return -1;
  return timer;
}

bool portal_terminal_is_known(const char *name) {
  int answer = 0;
  if (setupterm(name, 1, &answer) != OK) return false;
  del_curterm(cur_term);
  return true;
}
