import ConcordCLI

CommandLineTool.runAndExit()
