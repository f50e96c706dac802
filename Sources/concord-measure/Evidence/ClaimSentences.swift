import Evidence
import Extraction
import Literature

/// Whether sentences on which readers based a judgement are claims that state a finding, and which way they go; and whether sentences on
/// method are none.
struct ClaimSentences: Measure {
  let name = "evidence/claims"
  let needs = ["jats-trials/prompts.csv", "jats-trials/annotations.csv", "jats-trials/xml"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "evidence: the sentence that shares most words with what a reader marked, 0.6 of the marked words and half of its own; findings: claims of that "
        + "kind; no difference: `noDifference` where most readers saw none; difference: any other direction where they saw one; method: "
        + "sentences of sections whose own or outer title speaks of method, statistics or design")
    var tally = Tally()
    for (article, items) in Dictionary(grouping: try ComparisonGold(data).items, by: \.article).sorted(by: { $0.key < $1.key }) {
      let file = "jats-trials/xml/PMC\(article).nxml"
      guard data.has(file) else { continue }
      tally.add(try data.extract(file), items, article)
    }
    report.rows = [
      .init(what: "evidence sentences taken for findings", matched: tally.findings, gold: tally.evidence),
      .init(what: "of these, no difference", matched: tally.sameRight, gold: tally.same),
      .init(what: "of these, a difference", matched: tally.differentRight, gold: tally.different),
      .init(
        what: "a difference that is called none", matched: tally.differentAsSame, gold: tally.different),
      .init(what: "sentences on method taken for findings", matched: tally.methodFindings, gold: tally.methods),
    ]
    report.misses = tally.misses
    return report
  }

  private struct Tally {
    var (evidence, findings) = (0, 0)
    var (same, sameRight) = (0, 0)
    var (different, differentRight, differentAsSame) = (0, 0, 0)
    var (methods, methodFindings) = (0, 0)
    var misses: [String] = []

    mutating func add(_ extract: Extract, _ items: [ComparisonGold.Item], _ article: String) {
      let claims = Dictionary(
        extract.claims.filter { $0.kind == .finding }.map { ($0.passage, $0) }, uniquingKeysWith: { first, _ in first })
      addMethods(extract, claims)
      let words = extract.passages.map { $0.kind == .sentence ? ComparisonGold.Item.words($0.text) : [] }
      var seen: Set<Int> = []
      for item in items {
        for marked in item.evidence where marked.count >= 4 {
          guard let passage = Self.closest(marked, words), seen.insert(passage).inserted else { continue }
          evidence += 1
          guard let claim = claims[passage] else {
            misses.append("PMC\(article) no finding: \(extract.passages[passage].text)")
            continue
          }
          findings += 1
          judge(claim, item.label, "PMC\(article) \(extract.passages[passage].text)")
        }
      }
    }

    private mutating func addMethods(_ extract: Extract, _ claims: [Int: Claim]) {
      let sections = extract.article.sections
      var ancestors: [Section] = []
      let isMethod = sections.map { section in
        ancestors.removeAll { $0.level >= section.level }
        ancestors.append(section)
        let title = ancestors.map(\.title).joined(separator: " ").lowercased()
        return ["method", "statistic", "design", "sample size"].contains { title.contains($0) } && !title.contains("result")
      }
      for (index, passage) in extract.passages.enumerated() where passage.kind == .sentence {
        guard let block = passage.block, extract.article.blocks.indices.contains(block),
          isMethod[extract.article.blocks[block].section]
        else { continue }
        methods += 1
        if claims[index] != nil { methodFindings += 1 }
      }
    }

    private mutating func judge(_ claim: Claim, _ label: Int, _ text: String) {
      let isSame = label == 1
      if isSame { same += 1 } else { different += 1 }
      let saysSame = claim.direction == .noDifference
      if isSame, saysSame { sameRight += 1 }
      if !isSame, saysSame { differentAsSame += 1 }
      if !isSame, !saysSame, claim.direction != .none { differentRight += 1 }
      if isSame != saysSame {
        misses.append("\(isSame ? "no difference" : "difference"), ours \(claim.direction.rawValue): \(text)")
      }
    }

    /// The sentence that shares most words with the marked ones.
    private static func closest(_ marked: [String], _ passages: [[String]]) -> Int? {
      var best: (passage: Int, score: Double)?
      for (index, own) in passages.enumerated() where own.count * 10 >= marked.count * 6 {
        let common = ComparisonGold.Item.common(own, marked)
        guard common * 10 >= marked.count * 6, common * 2 >= own.count else { continue }
        let score = Double(common) / Double(max(own.count, marked.count))
        if best.map({ score > $0.score }) ?? true { best = (index, score) }
      }
      return best?.passage
    }
  }
}
