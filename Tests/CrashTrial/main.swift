import CFaults
import Foundation

// crash-trial FOLDER: puts every fault at every write, sync, rename and removal of an ingest, and opens what is left. Run by CrashTests.
let trial = CrashTrial(folder: CommandLine.arguments.dropFirst().first ?? ".")
do {
  // Written past the buffers of `print`, which every copy of this process would write once more.
  for (kind, every) in [(FAULT_KILL, 1), (FAULT_TEAR, 3), (FAULT_FULL, 1), (FAULT_SHORT, 3), (FAULT_BROKEN, 3)] {
    FileHandle.standardOutput.write(Data((try trial.run(kind, every: every) + "\n").utf8))
  }
} catch {
  print("failed: \(error)")
  exit(1)
}
