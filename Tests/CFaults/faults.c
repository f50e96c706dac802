// Stands before the C library's calls that change files, in this program and in the libraries it uses (the linker takes the program's own
// definition first), so that a fault can be put at any of them. A test alone links it.
#define _GNU_SOURCE
#include "CFaults.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static long chosen = 0;
static long seen = 0;
static int kind = FAULT_NONE;

void faults_arm(long nth, enum fault_kind k) {
  __atomic_store_n(&seen, 0, __ATOMIC_SEQ_CST);
  __atomic_store_n(&kind, k, __ATOMIC_SEQ_CST);
  __atomic_store_n(&chosen, nth, __ATOMIC_SEQ_CST);
}

long faults_seen(void) { return __atomic_load_n(&seen, __ATOMIC_SEQ_CST); }

int faults_fork(void) { return (int)fork(); }

int faults_wait(int process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/// What shall happen to this call.
static int fault(void) {
  long at = __atomic_load_n(&chosen, __ATOMIC_SEQ_CST);
  if (at == 0) return FAULT_NONE;
  long number = __atomic_add_fetch(&seen, 1, __ATOMIC_SEQ_CST);
  if (number < at || (number > at && kind != FAULT_FULL)) return FAULT_NONE;
  if (kind == FAULT_KILL) die();
  return kind;
}

static int failed(int code) {
  errno = code;
  return -1;
}

static ssize_t faulted_write(long call, int file, const void *bytes, size_t count, off_t offset) {
  int happens = fault();
  if (happens == FAULT_FULL) return failed(ENOSPC);
  if (happens == FAULT_BROKEN) return failed(EIO);
  if ((happens == FAULT_TEAR || happens == FAULT_SHORT) && count > 1) count /= 2;
  ssize_t written = syscall(call, file, bytes, count, offset);
  if (happens == FAULT_TEAR) die();
  return written;
}

/// Runs another call, before or instead of its fault.
#define FAULTED(needs_room, call)                                         \
  do {                                                                    \
    int happens = fault();                                                \
    if (happens == FAULT_BROKEN) return failed(EIO);                      \
    if (happens == FAULT_FULL && needs_room) return failed(ENOSPC);       \
    int result = (int)(call);                                             \
    if (happens == FAULT_TEAR) die();                                     \
    return result;                                                        \
  } while (0)

ssize_t write(int file, const void *bytes, size_t count) { return faulted_write(SYS_write, file, bytes, count, 0); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return faulted_write(SYS_pwrite64, file, bytes, count, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  return faulted_write(SYS_pwrite64, file, bytes, count, offset);
}
int fsync(int file) { FAULTED(0, syscall(SYS_fsync, file)); }
int fdatasync(int file) { FAULTED(0, syscall(SYS_fdatasync, file)); }
int ftruncate(int file, off_t length) { FAULTED(1, syscall(SYS_ftruncate, file, length)); }
int ftruncate64(int file, off64_t length) { FAULTED(1, syscall(SYS_ftruncate, file, length)); }
int rename(const char *old, const char *new) { FAULTED(1, syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, new, 0)); }
int unlink(const char *path) { FAULTED(0, syscall(SYS_unlinkat, AT_FDCWD, path, 0)); }
