/* acknowledge: what the crash harness needs around a command that does not print TRY and ACK itself.

     acknowledge [-k ID]... [-p ID]... [-t ID]... [-f ID TEMPLATE FILE] [-v N] COMMAND ARGUMENT...

   -k: an id that is in the store already and has to stay: TRY and ACK before the command.
   -p: an id that may turn up: TRY, and no promise.
   -t: an id that the command is to store: TRY before it, ACK once it has exited with 0.
   -f: FILE is made of TEMPLATE first, with ID for every @.
   -v: the command is tried again while it exits with 75, at most N times; the word @ stands for the
       number of the try, so that a base version is found.

   The harness counts and fails system calls in every process that it traces. So this one uses none
   of those that it traces: openat2, preadv2 and pwritev2 stand for open, read and write. With
   ACKNOWLEDGE=write in the environment it prints with write, which the check of the order looks for.
   Linked statically, since the loader opens files. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/openat2.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static int plain;

static char lines[16384];
static size_t filled;

static void add(const char *word, const char *id) {
  int room = (int)(sizeof lines - filled);
  int length = snprintf(lines + filled, (size_t)room, "%s %s\n", word, id);
  if (length < 0 || length >= room) exit(70);
  filled += (size_t)length;
}

/* All of it in one call: killed between two, the harness would hear of some ids and not of others. */
static void print(void) {
  struct iovec part = {lines, filled};
  ssize_t done = plain ? write(1, lines, filled) : pwritev2(1, &part, 1, -1, 0);
  if (done != (ssize_t)filled) exit(70);
  filled = 0;
}

static int open_quietly(const char *path, int flags, int mode) {
  struct open_how how = {.flags = (unsigned)flags | O_CLOEXEC, .mode = (unsigned)mode};
  return (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
}

static void fill(const char *id, const char *template, const char *file) {
  static char from[65536], to[262144];
  struct iovec in = {from, sizeof from};
  int source = open_quietly(template, O_RDONLY, 0);
  int target = open_quietly(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ssize_t length = preadv2(source, &in, 1, 0, 0);
  if (source < 0 || target < 0 || length < 0) exit(70);
  size_t size = 0;
  for (ssize_t i = 0; i < length && size + strlen(id) < sizeof to; i++)
    if (from[i] == '@') size += (size_t)sprintf(to + size, "%s", id);
    else to[size++] = from[i];
  struct iovec out = {to, size};
  if (pwritev2(target, &out, 1, 0, 0) != (ssize_t)size) exit(70);
}

static int run(char **command, int number) {
  char text[16];
  sprintf(text, "%d", number);
  pid_t child = fork();
  if (child < 0) exit(70);
  if (child == 0) {
    for (char **word = command; *word; word++)
      if (!strcmp(*word, "@")) *word = text;
    execv(command[0], command);
    _exit(70);
  }
  int status;
  while (waitpid(child, &status, 0) < 0) {}
  return status;
}

int main(int count, char **words) {
  char *stored[256];
  int ids = 0, tries = 1, at = 1;
  const char *way = getenv("ACKNOWLEDGE");
  plain = way && !strcmp(way, "write");
  for (; at < count && words[at][0] == '-'; at += 2) {
    char option = words[at][1];
    if (at + 1 >= count || ids == 255) return 64;
    char *value = words[at + 1];
    if (option == 'v') {
      tries = atoi(value);
      continue;
    }
    add("TRY", value);
    if (option == 'k') add("ACK", value);
    else if (option != 'p') stored[ids++] = value;
    if (option == 'f' && at + 3 < count) {
      fill(value, words[at + 2], words[at + 3]);
      at += 2;
    }
  }
  if (filled > 0) print();
  int status = 64 << 8;
  for (int number = 1; at < count && number <= tries; number++) {
    status = run(words + at, number);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 75) break;
  }
  if (WIFSIGNALED(status)) {
    /* The harness calls a writer that a signal ended a crash, unless it sent the signal. */
    signal(WTERMSIG(status), SIG_DFL);
    raise(WTERMSIG(status));
  }
  for (int i = 0; status == 0 && i < ids; i++) add("ACK", stored[i]);
  if (filled > 0) print();
  return WEXITSTATUS(status);
}
