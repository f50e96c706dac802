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
      Formats: jsonl (one reference record a line), csl-json, bibtex, ris, text (the reference in the style of --style), segments (one \
      object a line, {"raw","fields"}, with the tagger's own cuts under AnyStyle's names).

      Exit code 1 where there is nothing to read.
      """)

  @Argument(help: "A file, “-” for standard input.", completion: .file())
  var file = "-"
  @Flag(help: "The text is a reference list: split it into entries, joining wrapped lines.")
  var block = false
  @Option(help: "jsonl, csl-json, bibtex, ris, text or segments.")
  var format: Format = .jsonl
  @Option(help: "Style of --format text: vancouver, apa or gbt7714.")
  var style: CitationStyle = .vancouver

  func run() throws {
    let bytes = try InputFile(path: file).bytes()
    let entries = try block ? Self.split(bytes) : Self.lines(bytes)
    guard !entries.isEmpty else {
      Console.error("\(file == "-" ? "standard input" : file): no reference strings. Give one a line, or --block for a list.")
      throw ExitCode.nothingFound
    }
    if format == .segments { return segments(entries) }
    let references = entries.enumerated().map { ReferenceParser.reference(from: $0.element, index: $0.offset) }
    switch format {
    case .jsonl: for reference in references { Console.write(ReferenceRecord.json(reference).compact + "\n") }
    case .text: Console.write(style.list(references.map { ($0.label, $0.item) }))
    case .bibtex: Console.write(BibliographyFile.text(of: references.map(\.item), as: .bibtex))
    case .ris: Console.write(BibliographyFile.text(of: references.map(\.item), as: .ris))
    case .cslJSON: Console.write(BibliographyFile.text(of: identified(references), as: .cslJSON))
    case .segments: break
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

  private func segments(_ entries: [ReferenceEntry]) {
    for entry in entries {
      var fields = JSONObject()
      let found = SegmentView.fields(of: entry.flow.string)
      var names: [String] = []
      for field in found where !names.contains(field.name) { names.append(field.name) }
      for name in names { fields.append(name, JSONValue.strings(found.filter { $0.name == name }.map(\.text))) }
      var object = JSONObject()
      object.append("raw", entry.flow.string)
      object.append("fields", .object(fields))
      Console.write(JSONValue.object(object).compact + "\n")
    }
  }

  private static func lines(_ bytes: [UInt8]) throws -> [ReferenceEntry] {
    var entries: [ReferenceEntry] = []
    for line in bytes.split(separator: 0x0A) {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let text = Array(String(decoding: line, as: UTF8.self).utf8)
      entries.append(ReferenceEntry(label: nil, flow: FlowText(0..<text.count, of: text)))
    }
    return entries
  }

  /// The entries of a pasted list; what is odd about it is told on standard error.
  private static func split(_ bytes: [UInt8]) throws -> [ReferenceEntry] {
    let article = try ReferenceBlock.article(from: bytes)
    for diagnostic in article.diagnostics { Console.error("\(diagnostic.code): \(diagnostic.message)") }
    return article.referenceEntries
  }
}
