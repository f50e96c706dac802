#ifndef CFAULTS_H
#define CFAULTS_H

/// What happens at the call that was chosen.
enum fault_kind {
  FAULT_NONE = 0,
  /// The process is killed before the call.
  FAULT_KILL = 1,
  /// Half of a write is done, any other call as a whole; then the process is killed.
  FAULT_TEAR = 2,
  /// From that call on no write finds room on the disk.
  FAULT_FULL = 3,
  /// A write takes only half of its bytes and says so.
  FAULT_SHORT = 4,
  /// The call fails with an error of the device.
  FAULT_BROKEN = 5
};

/// Chooses the nth write, sync, rename, truncation or removal of this process from now on; 0 for none.
void faults_arm(long nth, enum fault_kind kind);
/// How many such calls there were since.
long faults_seen(void);
/// A copy of this process: 0 in the copy, its number in the original.
int faults_fork(void);
/// Waits for a copy; its exit code, or 128 and the number of the signal that ended it.
int faults_wait(int process);

#endif
