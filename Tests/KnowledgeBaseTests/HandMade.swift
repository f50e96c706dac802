import Foundation
import InvertedIndex
import Literature

@testable import KnowledgeBase

/// A document written by hand, with its records: what tests ingest instead of files.
struct HandMade {
  private var text: [UInt8] = []
  private(set) var extract: Extract

  init(_ path: String, title: String, doi: String? = nil, year: Int? = nil, format: SourceFormat = .plainText) {
    extract = Extract(
      documentID: "", sha256: "", path: path, article: Article(format: format, text: StoredText(utf8: [])))
    extract.article.front.titles = [.init(text: title, language: Language(of: title.utf8))]
    extract.article.front.item.title = title
    extract.article.front.item.doi = doi
    extract.article.front.item.issued = year.map { PartialDate(year: $0) }
    add(title, kind: .title, section: "front")
  }

  /// Appends a passage and returns its index.
  @discardableResult
  mutating func add(_ words: String, kind: Passage.Kind = .sentence, section: String = "1", reference: Int? = nil) -> Int {
    let start = text.count
    text += Array(words.utf8)
    text.append(0x0A)
    let flow = FlowText(start..<start + words.utf8.count, of: text)
    let index = extract.passages.count
    extract.passages.append(
      Passage(
        id: "p\(index + 1)", kind: kind, section: section, language: Language(of: words.utf8), flow: flow, reference: reference))
    return index
  }

  /// Appends a table row whose cells are wrapped over lines: the first lines of all cells stand before the second lines.
  mutating func addRow(_ cells: [[String]]) {
    var places: [[Range<Int>]] = cells.map { _ in [] }
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      for (cell, lines) in cells.enumerated() where line < lines.count {
        places[cell].append(text.count..<text.count + lines[line].utf8.count)
        text += Array((lines[line] + "\n").utf8)
      }
    }
    var flow = FlowText()
    for (cell, ranges) in places.enumerated() {
      for (line, range) in ranges.enumerated() {
        flow.append(range, of: text, joiner: line > 0 ? " " : cell > 0 ? "\t" : "")
      }
    }
    extract.passages.append(
      Passage(id: "p\(extract.passages.count + 1)", kind: .tableRow, section: "table-1", language: .english, flow: flow))
  }

  /// The place of some words of a passage.
  func span(_ words: String, in passage: Int) -> SourceSpan {
    let flow = extract.passages[passage].flow
    guard let found = Data(flow.utf8).range(of: Data(words.utf8)) else { return flow.span }
    return flow.span(of: found.lowerBound..<found.upperBound)
  }

  @discardableResult
  mutating func addReference(_ label: String, _ title: String, doi: String? = nil, pmid: String? = nil, year: Int = 2020) -> Int {
    let index = extract.references.count
    let raw = "Author A. \(title). Journal \(year)."
    let passage = add(raw, kind: .reference, section: "references", reference: index)
    var item = BibliographicItem()
    item.title = title
    item.authors = [Name(family: "Author", given: "A")]
    item.issued = PartialDate(year: year)
    item.doi = doi
    item.pmid = pmid
    extract.references.append(
      Reference(label: label, raw: raw, span: extract.passages[passage].span, style: "vancouver", item: item))
    return index
  }

  mutating func cite(_ references: [Int], marker: String, in passage: Int) {
    let labels = references.map { extract.references[$0].label }
    extract.citations.append(
      Citation(
        marker: marker, span: span(marker, in: passage), labels: labels, references: references, resolved: labels,
        passage: passage))
  }

  /// Sets what has no way of its own.
  mutating func change(_ work: (inout Extract) -> Void) { work(&extract) }

  mutating func define(_ definition: AbbreviationDefinition) { extract.abbreviations.append(definition) }

  mutating func addTrial(
    _ id: String, registry: [RegistryIdentifier] = [], aliases: [String] = [], in passages: [Int], references: [Int] = []
  ) {
    extract.trials.append(
      Trial(id: id, name: id, aliases: aliases, registry: registry, passages: passages, references: references))
  }

  @discardableResult
  mutating func addCard(
    _ measure: String, _ value: String? = nil, p: String? = nil, pRelation: PrintedNumber.Relation = .equal, unit: String? = nil,
    endpoint: String? = nil, trial: String? = nil, arms: [(String, String)] = [], words: String? = nil, in passage: Int,
    references: [Int] = []
  ) -> Int {
    var card = ResultCard(
      measure: measure, location: .text, passage: passage, span: span(words ?? value ?? "", in: passage))
    card.value = value.flatMap { PrintedNumber($0) }
    card.p = p.flatMap { PrintedNumber($0, relation: pRelation) }
    card.unit = unit
    card.endpoint = endpoint
    card.trial = trial
    card.armValues = arms.compactMap { arm, value in
      PrintedNumber(value).map { ResultCard.ArmValue(arm: arm, value: $0) }
    }
    card.references = references
    extract.results.append(card)
    return extract.results.count - 1
  }

  /// The extract with its text and the identity that follows from it.
  var finished: Extract {
    var finished = extract
    let hash = ContentHash(of: text + Array(extract.path.utf8))
    finished.documentID = hash.documentID
    finished.sha256 = hash.hex
    finished.article.text = StoredText(utf8: text)
    return finished
  }
}

/// A folder that goes with the test, and a reader that knows hand-made documents by their file's content.
final class Bench {
  let root: String
  private var made: [String: Extract] = [:]

  init() throws {
    root = NSTemporaryDirectory() + "kb-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root + "/papers", withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  var index: String { root + "/index" }
  var papers: String { root + "/papers" }

  /// Writes a file whose content stands for the document. Files of equal documents have equal content.
  func write(_ document: HandMade, as name: String? = nil) throws {
    var extract = document.finished
    let content = Array("made \(extract.sha256)\n".utf8)
    let hash = ContentHash(of: content)
    extract.documentID = hash.documentID
    extract.sha256 = hash.hex
    made[String(decoding: content, as: UTF8.self)] = extract
    let file = papers + "/" + (name ?? String(extract.path.split(separator: "/").last ?? "x.txt"))
    try Data(content).write(to: URL(fileURLWithPath: file))
  }

  var reader: DocumentReader {
    let made = made
    return DocumentReader { bytes, path throws(UnreadableDocument) in
      guard var extract = made[String(decoding: bytes, as: UTF8.self)] else { throw UnreadableDocument("is not readable") }
      extract.path = path
      return extract
    }
  }

  @discardableResult
  func ingest(_ options: IngestOptions = IngestOptions()) throws -> IngestSummary {
    let base = try KnowledgeBase.open(at: index, mode: .create)
    let summary = try base.ingest([.path(papers)], options: options, reader: reader)
    try base.close()
    return summary
  }

  func open(_ mode: KnowledgeBase.Mode = .readOnly) throws -> KnowledgeBase { try KnowledgeBase.open(at: index, mode: mode) }
}
