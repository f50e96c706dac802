import CFaults
import Foundation

// crash-trial FOLDER: puts every fault at every write, sync, rename and removal of an ingest, and opens what is left. Run by CrashTests.
let trial = CrashTrial(folder: CommandLine.arguments.dropFirst().first ?? ".")
do {
  for kind in [FAULT_KILL, FAULT_TEAR, FAULT_FULL, FAULT_SHORT, FAULT_BROKEN] { print(try trial.run(kind)) }
} catch {
  print("failed: \(error)")
  exit(1)
}
