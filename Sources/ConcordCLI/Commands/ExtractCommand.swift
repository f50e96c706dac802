import ArgumentParser
import Extraction
import Literature

/// `concord extract`: the pure half of ingest, a file in, records out.
struct ExtractCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, summary }

  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print what is found in files, one JSON object a line; nothing is stored.",
    discussion: "The records and their keys are described in docs/records.md.")

  @Argument(
    help: "Files to read: text, JATS XML, .bib, .ris, .nbib, .enw, .cff, CSL-JSON; “-” for standard input.", completion: .file())
  var files: [String]

  @Option(help: "jsonl (records, the default when not on a terminal) or summary (for people).")
  var format: Format?

  @Option(name: .customLong("type"), help: "Print only records of these types, separated by commas, e.g. result,trial.")
  var types: String?

  @Flag(help: "Print the stored text that every span points into, instead of records.")
  var text = false

  @Flag(help: "Print for each number of the document the card it went to, or why it was set aside, instead of records.")
  var explain = false

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one file, or “-” for standard input.") }
    let unknown = wantedTypes.flatMap { $0.subtracting(Self.recordTypes).min() }
    if let unknown {
      throw ValidationError("--type: “\(unknown)” is no type of record; there are \(Self.recordTypes.joined(separator: ", ")).")
    }
  }

  /// The types of records that a document gives, in their order.
  private static let recordTypes = [
    "document", "section", "passage", "reference", "citation", "abbreviation", "trial", "result", "baseline", "claim",
    "diagnostic",
  ]

  private var wantedTypes: Set<String>? {
    types.map { Set($0.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)) }
  }

  func run() throws {
    var failed = false
    for file in files {
      do {
        let bytes = try InputFile(path: file).bytes()
        if text {
          Console.write(try Extractor.article(bytes: bytes, path: file).text.utf8)
        } else {
          print(try Extractor.extract(bytes: bytes, path: file))
        }
      } catch let error as UnreadableDocument {
        Console.error("\(file): \(error)")
        failed = true
      } catch let failure as Failure {
        Console.error(failure.description)
        failed = true
      }
    }
    if failed { throw ExitCode.inputFailed }
  }

  private func print(_ extract: Extract) {
    if explain {
      let explanation = NumberExplanation(extract: extract)
      Console.write(format ?? (Console.isTerminal ? .summary : .jsonl) == .jsonl ? explanation.lines : explanation.text)
    } else if format ?? (Console.isTerminal ? .summary : .jsonl) == .jsonl {
      let wanted = wantedTypes
      var lines: [UInt8] = []
      for record in extract.records where wanted?.contains(record["type"]?.stringValue ?? "") ?? true {
        record.write(to: &lines)
        lines.append(0x0A)
      }
      Console.write(lines)
    } else {
      Console.write(ExtractSummary(extract: extract).text)
    }
  }
}
