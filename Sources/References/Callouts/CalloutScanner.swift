import Literature
import TextAnalysis

/// The callouts of a document, and what is odd about them.
public struct CalloutFindings: Sendable {
  /// Ascending by passage, then by place.
  public var citations: [Citation]
  public var diagnostics: [Diagnostic]
  public init(citations: [Citation] = [], diagnostics: [Diagnostic] = []) {
    self.citations = citations
    self.diagnostics = diagnostics
  }
}

/// Finds where a text calls on its references.
public enum CalloutScanner {
  /// The callouts of all passages but those of the reference list; `lexed[i]` is the lexed flow of `passages[i]`.
  ///
  /// Where the file marks its callouts, the marks decide; numbers in the same square brackets that it leaves unmarked are callouts as well.
  /// Otherwise the scheme of the document (brackets, superscripts, parentheses,
  /// circled numbers, digits whose superscript was lost, author and year) is decided once, by what resolves and how often. O(text).
  public static func citations(
    article: Article, passages: [Passage], lexed: [LexedText], references: [Reference]
  ) -> CalloutFindings {
    let labels = LabelIndex(references)
    if let marked = MarkedCallouts(article: article, references: references, labels: labels) {
      return findings(marked.callouts(in: passages, lexed: lexed), passages: passages, labels: labels)
    }
    let survey = SchemeSurvey(passages: passages, lexed: lexed, references: references, labels: labels)
    let chosen = BackReferences(index: survey.index).added(to: survey.chosen, passages: passages, lexed: lexed)
    var findings = findings(chosen, passages: passages, labels: labels)
    if let diagnostic = survey.mixedScheme(in: passages) { findings.diagnostics.append(diagnostic) }
    return findings
  }

  private static func findings(_ callouts: [Callout], passages: [Passage], labels: LabelIndex) -> CalloutFindings {
    var findings = CalloutFindings()
    for callout in callouts {
      let flow = passages[callout.passage].flow
      let resolved = callout.targets.compactMap { target in target.reference.map { ($0, labels.label(of: $0)) } }
      let citation = Citation(
        marker: flow.string(callout.range), span: flow.span(of: callout.range), labels: callout.targets.map(\.label),
        references: resolved.map(\.0), resolved: resolved.map(\.1), passage: callout.passage)
      findings.citations.append(citation)
      let dangling = callout.targets.filter { $0.reference == nil }.map(\.label)
      if !dangling.isEmpty {
        let message = "\(citation.marker) calls on \(dangling.joined(separator: ", ")), which is not in the reference list"
        findings.diagnostics.append(Diagnostic(.warning, "dangling-callout", message, span: citation.span))
      }
    }
    return findings
  }
}

/// A callout before it becomes a record.
struct Callout {
  struct Target: Hashable {
    var label: String
    /// Index of the reference; nil for a label without an entry.
    var reference: Int?
  }
  var passage: Int
  /// Bytes of the passage's flow.
  var range: Range<Int>
  var targets: [Target]
  /// It looks like a name or a number as much as like a callout; only the order of the list can tell.
  var isDoubtful = false

  var isResolved: Bool { targets.allSatisfy { $0.reference != nil } }
  var hasResolved: Bool { targets.contains { $0.reference != nil } }
}

/// The references of a document by their labels.
struct LabelIndex {
  private let indices: [String: Int]
  private let labels: [String]
  /// The largest number among the labels; 0 where none is a number.
  let largest: Int
  /// The list is numbered ①, ②, ….
  let isCircled: Bool

  init(_ references: [Reference]) {
    var indices: [String: Int] = [:]
    for (index, reference) in references.enumerated() {
      for label in [reference.label, Self.number(ofCircled: reference.label)].compactMap({ $0 }) where indices[label] == nil {
        indices[label] = index
      }
    }
    self.indices = indices
    labels = references.map(\.label)
    isCircled = !references.isEmpty && references.allSatisfy { Self.number(ofCircled: $0.label) != nil }
    largest = references.reduce(0) { max($0, Int($1.label) ?? Self.number(ofCircled: $1.label).flatMap { Int($0) } ?? 0) }
  }

  /// A list numbered ①, ② is called by [1], [2] as well.
  private static func number(ofCircled label: String) -> String? {
    guard let scalar = label.unicodeScalars.first, label.unicodeScalars.count == 1 else { return nil }
    return CircledNumber.value(of: scalar.value).map(String.init)
  }

  var isEmpty: Bool { labels.isEmpty }
  var count: Int { labels.count }
  func index(of label: String) -> Int? { indices[label] }
  func label(of index: Int) -> String { labels.indices.contains(index) ? labels[index] : String(index + 1) }
  func target(_ label: String) -> Callout.Target { Callout.Target(label: label, reference: indices[label]) }

  /// The labels between two numeric ones, both excluded; nil where they are no range, or one too long to be meant.
  func between(_ low: String, _ high: String) -> [String]? {
    guard let low = Int(low), let high = Int(high), low < high, high - low <= 300 else { return nil }
    return (low + 1..<high).map(String.init)
  }
}
