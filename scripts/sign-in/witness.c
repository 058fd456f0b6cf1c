// Preloaded into the program as it is shipped: a byte in the file $WITNESS for each PIN that is
// checked, written before it is, and a wall clock that is $CLOCK_SHIFT seconds off.
#define _GNU_SOURCE
#include <crypt.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

char *crypt_r(const char *phrase, const char *setting, struct crypt_data *data) {
  static char *(*next)(const char *, const char *, struct crypt_data *);
  if (!next) *(void **)&next = dlsym(RTLD_NEXT, "crypt_r");
  const char *path = getenv("WITNESS");
  int file = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
  if (file >= 0) {
    if (write(file, ".", 1) != 1) abort();
    close(file);
  }
  return next(phrase, setting, data);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  static int (*next)(clockid_t, struct timespec *);
  if (!next) *(void **)&next = dlsym(RTLD_NEXT, "clock_gettime");
  int answer = next(clock, time);
  const char *shift = getenv("CLOCK_SHIFT");
  if (answer == 0 && clock == CLOCK_REALTIME && shift) time->tv_sec += atol(shift);
  return answer;
}
