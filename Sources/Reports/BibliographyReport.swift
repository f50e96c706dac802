import Literature

/// What a bibliography is made of and what its works are cited for: the values behind every form of the report.
public struct BibliographyReport: Hashable, Sendable {
  /// A document whose list the report covers.
  public struct Document: Hashable, Sendable {
    public var id: String
    /// The alias that labels are printed with: `review`.
    public var name: String
    public var path: String
    public var title: String?
    public var references: Int
    public var callouts: Int
  }

  /// The label under which a document lists a work.
  public struct Label: Hashable, Sendable {
    /// Index into `documents`.
    public var document: Int
    public var label: String
  }

  /// A place that cites a work.
  public struct Callout: Hashable, Sendable {
    /// Index into `documents`.
    public var document: Int
    public var section: String
    /// Verbatim: "[8]-[10]".
    public var marker: String
    /// Of the input file, from 1.
    public var line: Int
    /// The citing sentence, heading, table row or caption, verbatim.
    public var sentence: String
    public var language: Language
    /// Names of the trials of the sentence.
    public var trials: [String]
    /// The result cards of the sentence that are not tied to another reference, one phrase each.
    public var results: [String]
  }

  /// A reference that was joined to those before it.
  public struct Joined: Hashable, Sendable {
    public var label: Label
    /// "same DOI"; "same title", "same first author", …: the strongest three.
    public var reasons: [String]
  }

  /// A work with every place that cites it.
  public struct Entry: Hashable, Sendable {
    public var item: BibliographicItem
    /// The entry in Vancouver style; as printed where the reference could not be read.
    public var text: String
    public var labels: [Label]
    /// Why the references after the first are of the same work.
    public var joined: [Joined] = []
    public var callouts: [Callout]
    /// Stable names of what is wrong or missing: `no-doi`, `uncited`, ….
    public var problems: [String]
  }

  /// A callout to an entry that no list holds.
  public struct Unresolved: Hashable, Sendable {
    public var document: Int
    public var marker: String
    public var label: String
    public var section: String
    public var line: Int
  }

  public var documents: [Document] = []
  /// In the order in which the works first came.
  public var entries: [Entry] = []
  public var unresolved: [Unresolved] = []

  /// The report on documents, in their order. O(size of the extracts).
  public init(of extracts: [Extract]) {
    var builder = ReportBuilder()
    for extract in extracts { builder.add(extract) }
    self = builder.report
  }

  init() {}

  /// `9` in a report on one document, `review#9` in a report on several.
  func name(of label: Label) -> String {
    documents.count == 1 ? label.label : "\(documents[label.document].name)#\(label.label)"
  }

  /// Where a callout stands, in words: `section 4.2, line 120`, with the document in a report on several.
  func place(of callout: Callout) -> String {
    place(document: callout.document, section: callout.section, line: callout.line)
  }

  func place(document: Int, section: String, line: Int) -> String {
    let named = section.first?.isNumber ?? false ? "section \(section)" : section
    let parts = [documents.count == 1 ? "" : documents[document].name, named, "line \(line)"]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// Words for CSL types and for codes of languages.
enum CountWords {
  private static let types: [String: String] = [
    "article-journal": "journal article", "article-magazine": "magazine article", "article-newspaper": "newspaper article",
    "article": "preprint", "paper-conference": "conference paper", "entry-encyclopedia": "encyclopedia entry",
    "motion_picture": "video", "personal_communication": "letter", "legal_case": "court decision",
  ]
  private static let languages: [String: String] = [
    "en": "English", "zh": "Chinese", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "ru": "Russian",
    "ja": "Japanese", "ko": "Korean",
  ]

  static func types(_ counts: [ReportSummary.Count]) -> [ReportSummary.Count] {
    counts.map { .init(name: types[$0.name] ?? $0.name.replacing("-", with: " ").replacing("_", with: " "), count: $0.count) }
  }
  static func languages(_ counts: [ReportSummary.Count]) -> [ReportSummary.Count] {
    counts.map { .init(name: languages[$0.name] ?? $0.name, count: $0.count) }
  }
}

/// Words for the stable names of problems.
enum ProblemWords {
  private static let capitals: Set<Substring> = ["doi", "pmid", "url", "isbn", "issn"]

  /// `no-doi` as "no DOI".
  static func text(_ name: String) -> String {
    name.split(separator: "-").map { capitals.contains($0) ? $0.uppercased() : String($0) }.joined(separator: " ")
  }
}
