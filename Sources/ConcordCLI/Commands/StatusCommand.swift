import ArgumentParser
import KnowledgeBase
import Literature

/// `concord status`: what the knowledge base holds.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell what the knowledge base holds and how large it is.")

  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func run() throws {
    let status = try index.with(.readOnly) { try $0.status() }
    if output.format == .json { return Console.write(status.json.pretty + "\n") }
    var lines = ["\(status.folder), format \(status.catalogueFormat)\(status.isFrozen ? ", cannot be written here" : "")"]
    lines += status.counts.map { "  \($0.count) \($0.name)" }
    let indexBytes = status.segments.reduce(0) { $0 + $1.bytes }
    lines.append(
      "  catalogue \(Self.megabytes(status.catalogueBytes)) MB, index \(Self.megabytes(indexBytes)) MB in \(status.segments.count) segments"
    )
    if !status.documents.isEmpty {
      var table = TextTable(header: ["alias", "id", "format", "results", "title"])
      for document in status.documents {
        table.add([document.alias, document.id, document.format, String(document.results), document.title ?? ""])
      }
      lines += ["", table.text(width: Console.tableWidth)]
    }
    Console.write(lines.joined(separator: "\n") + "\n")
  }

  private static func megabytes(_ bytes: Int) -> String { "\((Double(bytes) / 100_000).rounded() / 10)" }
}
