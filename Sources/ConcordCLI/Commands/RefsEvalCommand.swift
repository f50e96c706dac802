import ArgumentParser
import Literature
import ReferenceTraining
import References

/// `concord refs eval`: the tagger against labelled strings.
struct RefsEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Score the tagger on labelled strings, field by field.",
    discussion: """
      concord refs eval core.xml good.xml
      concord refs eval --model model.bin --all mine.xml

      By default only the fifth of the strings that training leaves out is scored. A value is right if it equals the gold value after folding \
      case, white space, dashes and marks at both ends. For each field the share of gold values that were found is printed, and the share \
      of found values that are right; then the words with the right label and the strings without a wrong one.
      """)

  @Argument(help: "Data sets: AnyStyle XML, or GROBID TEI.", completion: .file())
  var files: [String]
  @Flag(help: "Score all strings, not only those held out.")
  var all = false
  @Option(help: "Weights other than those of the program.", completion: .file())
  var model: String?

  func run() throws {
    var seen: Set<String> = []
    var strings: [TrainingString] = []
    for file in files {
      let bytes = try InputFile(path: file).bytes()
      let read = AnyStyleReader.recognises(bytes) ? AnyStyleReader.strings(in: bytes) : TEIReader.strings(in: bytes)
      for string in read where seen.insert(StringKey.folded(string.string)).inserted {
        if all || StringKey.isHeldOut(string.string) { strings.append(string) }
      }
    }
    guard !strings.isEmpty else {
      Console.error("no labelled string to score in \(files.joined(separator: ", "))")
      throw ExitCode.nothingFound
    }
    let result =
      try model.map { try InputFile(path: $0).bytes() }.map { try TaggerScore.run(on: strings, bytes: $0) }
      ?? TaggerScore.run(on: strings)
    Console.write(result.text)
  }
}
