import ArgumentParser
import Bibliography
import Literature
import PlainText
import References

/// `concord refs parse`: reference strings to records.
struct RefsParseCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, bibtex, ris, text, segments
    case cslJSON = "csl-json"
  }

  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Read reference strings, one a line or as a list to be split, and write their fields.",
    discussion: """
      concord refs parse refs.txt
      concord refs parse --block --format bibtex < pasted-list.txt
      echo 'Roe A. On birds. J Birds 2020;3:4-9.' | concord refs parse --format text --style apa

      Formats: jsonl (one reference record a line, with what is missing under “problems” and the place of each field), csl-json, bibtex, \
      ris, text (the reference as --style prints it), segments (one object a line, {"raw","fields"}, with the tagger's own cuts under \
      AnyStyle's names). What is odd about the input is told on standard error; docs/references.md explains it.

      Exit code 1 where there is nothing to read.
      """)

  @Argument(help: "A file, “-” for standard input.", completion: .file())
  var file = "-"
  @Flag(help: "The text is a reference list: split it into entries, joining wrapped lines.")
  var block = false
  @Option(help: "How the references are written.")
  var format: Format = .jsonl
  @Option(help: "The style of --format text; gbt7714 is the edition of 2015.")
  var style: CitationStyle = .vancouver

  func run() throws {
    let entries = try entries()
    guard !entries.isEmpty else {
      Console.error("\(file == "-" ? "standard input" : file): no reference strings. Give one a line, or --block for a list.")
      throw ExitCode.nothingFound
    }
    switch format {
    case .jsonl: writeEach(entries) { ReferenceRecord.json(ReferenceParser.reference(from: $0, index: $1)) }
    case .segments: writeSegments(entries)
    case .text: Console.write(style.list(references(entries).map { ($0.label, $0.item) }))
    case .bibtex: Console.write(BibliographyFile.text(of: references(entries).map(\.item), as: .bibtex))
    case .ris: Console.write(BibliographyFile.text(of: references(entries).map(\.item), as: .ris))
    case .cslJSON: Console.write(BibliographyFile.text(of: identified(references(entries)), as: .cslJSON))
    }
  }

  /// The strings of the input; what is odd about them is told on standard error.
  private func entries() throws -> [ReferenceEntry] {
    let bytes = try InputFile(path: file).bytes()
    guard bytes.contains(where: { $0 > 0x20 }) else { return [] }
    let article = try block ? ReferenceBlock.article(from: bytes) : ReferenceBlock.articleOfLines(from: bytes)
    for diagnostic in article.diagnostics { Console.error("\(diagnostic.code): \(diagnostic.message)") }
    return article.referenceEntries
  }

  /// A record a line, each written as soon as some are ready: memory does not grow with what is read from the strings.
  private func writeEach(_ entries: [ReferenceEntry], _ record: (ReferenceEntry, Int) -> JSONValue) {
    let progress = ParsingProgress(total: entries.count)
    defer { progress.clear() }
    var lines: [UInt8] = []
    for (index, entry) in entries.enumerated() {
      lines += record(entry, index).compact.utf8
      lines.append(0x0A)
      guard lines.count > 1 << 16 else { continue }
      Console.write(lines)
      lines.removeAll(keepingCapacity: true)
      progress.show(index + 1)
    }
    Console.write(lines)
  }

  private func references(_ entries: [ReferenceEntry]) -> [Reference] {
    let progress = ParsingProgress(total: entries.count)
    defer { progress.clear() }
    return entries.enumerated().map { index, entry in
      if index % 1_000 == 999 { progress.show(index + 1) }
      return ReferenceParser.reference(from: entry, index: index)
    }
  }

  /// CSL-JSON wants an id for every item.
  private func identified(_ references: [Reference]) -> [BibliographicItem] {
    references.enumerated().map { offset, reference in
      var item = reference.item
      item.id = "ref-\(offset + 1)"
      return item
    }
  }

  private func writeSegments(_ entries: [ReferenceEntry]) {
    writeEach(entries) { entry, _ in
      var fields = JSONObject()
      let found = SegmentView.fields(of: entry.flow.utf8)
      var names: [String] = []
      for field in found where !names.contains(field.name) { names.append(field.name) }
      for name in names { fields.append(name, JSONValue.strings(found.filter { $0.name == name }.map(\.text))) }
      var object = JSONObject()
      object.append("raw", entry.flow.string)
      object.append("fields", .object(fields))
      return .object(object)
    }
  }
}

/// How many strings are read, on a terminal to which no records go.
private struct ParsingProgress {
  private static let least = 5_000
  let total: Int
  private let line = ProgressLine()

  init(total: Int) { self.total = total }

  private var isShown: Bool { total >= Self.least && !Console.isTerminal }
  func show(_ done: Int) { if isShown { line.show(done, of: total, "references") } }
  func clear() { if isShown { line.clear() } }
}
