/// A trial or study as one document speaks of it.
public struct Trial: Hashable, Sendable {
  /// What a document tells of a trial, for saying where it does.
  public enum Detail: String, Sendable, CaseIterable {
    case registry, drugs, phase, design, masking, sampleSize, setting, diseases
  }

  /// Canonical: `STORM`, `IMbrave050`; author–year for unnamed ones: `Wang-K-2024`.
  public var id: String
  public var name: String
  /// Other printed forms.
  public var aliases: [String]
  public var registry: [RegistryIdentifier]
  /// Lexicon ids of drugs: `drug:sorafenib`.
  public var drugs: [String]
  /// "3", "2/3", "1b".
  public var phase: String?
  /// `randomized cluster-randomized single-arm crossover factorial non-inferiority placebo-controlled multicenter pilot cohort …`.
  public var design: [String] = []
  /// `open-label single-blind double-blind triple-blind`.
  public var masking: String?
  public var sampleSize: Int?
  /// `adjuvant neoadjuvant perioperative first-line second-line advanced …`.
  public var setting: String?
  /// Lexicon ids of diseases: `disease:hcc`.
  public var diseases: [String] = []
  /// Whether the document is a report of the trial itself.
  public var isOwn = false
  /// Indices into `Extract.passages` of the passages that tell each detail.
  public var places: [Detail: Int] = [:]
  /// Indices into `Extract.passages` of the passages that name it.
  public var passages: [Int]
  /// Indices into `Extract.references` of its publications, as the document ties them.
  public var references: [Int]

  public init(
    id: String, name: String, aliases: [String] = [], registry: [RegistryIdentifier] = [], drugs: [String] = [],
    phase: String? = nil, sampleSize: Int? = nil, setting: String? = nil, passages: [Int] = [], references: [Int] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.registry = registry
    self.drugs = drugs
    self.phase = phase
    self.sampleSize = sampleSize
    self.setting = setting
    self.passages = passages
    self.references = references
  }

  /// Whether the name is made of an author and a year, as that of a study without one of its own.
  public var isNamedByAuthor: Bool { Self.isAuthorYear(id) }

  /// `Wang-K-2024`, `LIAO-W-2018`, `Fontaine-K`: a family name with small letters or initials behind it, and a year or none.
  public static func isAuthorYear(_ id: String) -> Bool {
    var parts = id.split(separator: "-")
    let year = parts.last.flatMap { Int($0) }.flatMap { (1900...2100).contains($0) ? $0 : nil }
    if year != nil { parts.removeLast() }
    guard let family = parts.first, family.allSatisfy({ !$0.isNumber }) else { return false }
    let isInitials = parts.count > 1 && parts.last.map { $0.count <= 3 && $0.allSatisfy(\.isUppercase) } == true
    let isOrdinaryWord = family.dropFirst().allSatisfy { $0.isLowercase || !$0.isASCII }
    if year != nil { return isInitials || isOrdinaryWord || family.contains { $0.isLowercase || !$0.isASCII } }
    return isInitials && isOrdinaryWord
  }
}
