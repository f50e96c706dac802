import Bibliography
import Literature

/// Gathers a report document by document, so that a knowledge base need not be held as extracts.
public struct ReportBuilder: Sendable {
  /// What one reference says of a work.
  private struct Mention: Sendable {
    var label: BibliographyReport.Label
    var item: BibliographicItem
    var callouts: [BibliographyReport.Callout]
    var problems: [String]
    var raw: String
  }

  private var collector: WorkCollector
  /// One for each description in `collector`.
  private var mentions: [Mention] = []
  private var gathered = BibliographyReport()

  /// `apart`: references that stay works of their own, as `review#12`.
  public init(apart: Set<String> = []) { collector = WorkCollector(apart: apart) }

  /// Adds a document's references with their callouts. O(size of the extract).
  public mutating func add(_ extract: Extract) {
    let document = gathered.documents.count
    gathered.documents.append(
      .init(
        id: extract.documentID, name: extract.stem, path: extract.path, title: extract.article.front.titles.first?.text,
        references: extract.references.count, callouts: extract.citations.count))
    let reader = CalloutReader(extract, document: document)
    gathered.unresolved += reader.unresolved
    for (index, reference) in extract.references.enumerated() {
      add(reference, callouts: reader.callouts[index], document: document, isAlone: collector.isApart(reference, of: extract))
    }
  }

  private mutating func add(_ reference: Reference, callouts: [BibliographyReport.Callout], document: Int, isAlone: Bool) {
    let label = BibliographyReport.Label(document: document, label: reference.label)
    for (place, item) in ([reference.item] + reference.otherItems).enumerated() {
      collector.add(item, isAlone: isAlone)
      mentions.append(
        Mention(label: label, item: item, callouts: callouts, problems: place == 0 ? reference.problems : [], raw: reference.raw))
    }
  }

  /// The report on all that was added.
  public var report: BibliographyReport {
    var report = gathered
    var groups = collector.works.map { (item: $0, mentions: [Mention]()) }
    for (mention, ordinal) in zip(mentions, collector.ordinals) { groups[ordinal].mentions.append(mention) }
    report.entries = groups.map { entry($0.item, $0.mentions) }
    return report
  }

  private func entry(_ item: BibliographicItem, _ mentions: [Mention]) -> BibliographyReport.Entry {
    let callouts = mentions.flatMap(\.callouts).uniqued()
    let readable = item.title != nil || !item.authors.isEmpty
    return BibliographyReport.Entry(
      item: item, text: readable ? CitationStyle.vancouver.entry(for: item) : mentions.first?.raw ?? "",
      labels: mentions.map(\.label).uniqued(), joined: joined(mentions), callouts: callouts,
      problems: problems(of: item, mentions, isCited: !callouts.isEmpty))
  }

  /// For each reference but the first what agrees with one before it. O(mentions · the few before each that disagree).
  private func joined(_ mentions: [Mention]) -> [BibliographyReport.Joined] {
    mentions.indices.dropFirst().compactMap { index in
      let earlier = mentions[..<index].prefix(WorkClusters.most)
      let match = earlier.lazy.map { WorkMatch($0.item, mentions[index].item) }.first(where: \.isSame)
      return match.map { .init(label: mentions[index].label, reasons: Array($0.reasons.prefix(3))) }
    }
  }

  /// A list without any callouts (a bibliography file) cannot tell what is uncited.
  private func problems(of item: BibliographicItem, _ mentions: [Mention], isCited: Bool) -> [String] {
    var problems = mentions.flatMap(\.problems).uniqued().filter { $0 != "no-doi" && $0 != "uncited" }
    if item.doi == nil { problems.append("no-doi") }
    if !isCited, mentions.contains(where: { gathered.documents[$0.label.document].callouts > 0 }) { problems.append("uncited") }
    return problems
  }
}

extension Sequence where Element: Hashable {
  /// The elements without repetitions, in the order in which they first came.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
