import Lexicon
import Literature

/// Whether an article reports a trial of its own, and how that trial is to be called.
struct TrialReport {
  let input: EvidenceInput

  var titlePassage: Int? { input.passages.firstIndex { $0.kind == .title } }

  private var title: String {
    let titles = input.article.front.titles.map(\.text)
    return (titles.isEmpty ? titlePassage.map { [input.passages[$0].text] } ?? [] : titles).joined(separator: " ").lowercased()
  }

  private var abstract: [Int] { input.passages.indices.filter { input.passages[$0].section == "abstract" } }

  /// A study of people with an allocation, and neither a review nor a plan.
  var isTrialReport: Bool {
    let title = title
    guard !title.isEmpty, !Self.otherKinds.stand(in: title.utf8) else { return false }
    if Self.trialWords.stand(in: title.utf8) { return true }
    let text = Array(abstract.map { input.passages[$0].flow.utf8 }.joined(separator: [0x20]))
    if Self.reviews.stand(in: text) { return false }
    return Self.allocationWords.stand(in: text) || input.article.format == .jats && allocatesInBody
  }

  /// Whether the text says both that people were allocated and that they consented: a review says the first of others only.
  private var allocatesInBody: Bool {
    var allocates = false
    var consents = false
    for passage in input.passages where passage.kind == .sentence && !(allocates && consents) {
      if !allocates { allocates = Self.allocation.stand(in: passage.flow.utf8) }
      if !consents { consents = Self.consent.stand(in: passage.flow.utf8) }
    }
    return allocates && consents
  }

  /// The first registry number of the front matter and abstract, else the only one of the text.
  func registryIdentifier(_ registry: [[RegistryMatch]]) -> RegistryIdentifier? {
    for (index, matches) in registry.enumerated() where ["abstract", "front"].contains(input.passages[index].section) {
      if let first = matches.first { return first.identifier }
    }
    var all: Set<RegistryIdentifier> = []
    for (index, matches) in registry.enumerated() where input.passages[index].kind != .reference {
      all.formUnion(matches.map(\.identifier))
    }
    return all.count == 1 ? all.first : nil
  }

  /// `Wang-K-2024` of the article itself.
  var authorYear: String? {
    guard let author = input.article.front.authors.first, let family = author.family else { return nil }
    let initials = (author.given ?? "").split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "." }).compactMap(\.first)
    let year = input.article.front.item.year.map(String.init)
    return
      ([
        Self.inOrdinaryCase(family).split(separator: " ").joined(separator: "-"), initials.isEmpty ? nil : String(initials), year,
      ] as [String?])
      .compactMap { $0 }.joined(separator: "-")
  }

  /// `LIAO` as some publishers print it is Liao.
  private static func inOrdinaryCase(_ family: String) -> String {
    guard family.count >= 4, family.allSatisfy({ $0.isUppercase || !$0.isLetter }) else { return family }
    return family.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
  }

  private static let allocation = Needles(["were randomi", "randomly assigned", "randomly allocated", "randomly divided"])
  private static let consent = Needles(["informed consent", "ethics committee", "review board", "知情同意"])

  private static let reviewWords = [
    "systematic review", "meta-analysis", "literature review", "we searched", "荟萃分析", "系统评价",
  ]
  private static let reviews = Needles(reviewWords)
  private static let otherKinds = Needles(
    reviewWords + [
      "review of", "narrative review", "protocol", "guideline", "consensus", "综述", "指南", "共识", "进展", "editorial", "case report",
    ])
  private static let trialWords = Needles([
    "randomi", "trial", "phase i", "phase 1", "phase 2", "phase 3", "single-arm", "placebo", "double-blind", "crossover",
    "cross-over", "随机",
    "临床试验", "cohort study",
  ])
  private static let allocationWords = Needles([
    "randomi", "placebo", "were assigned", "were allocated", "single-arm", "open-label", "double-blind", "随机分", "clinical trial",
  ])
}
