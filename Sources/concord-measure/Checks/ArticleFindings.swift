import Checks
import Foundation
import Literature

/// What all rules say of printed articles, and how often they are right, by judgements kept for each finding.
struct ArticleFindings: Measure {
  let name = "checks/articles"
  let needs = ["jats-trials/xml"]
  private static let folders = ["jats-trials/xml", "jats-varied"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "all rules over every article, one that stands in both folders once; right: somebody who opened the article says that it is at fault; "
        + "debatable counts as wrong; findings that are not judged right are listed with --verbose")
    let judgements = try KeptJudgements()
    var tally = FindingTally()
    var read: Set<String> = []
    var found: Set<KeptJudgements.Line> = []
    for folder in Self.folders where data.has(folder) {
      for file in try data.files(in: folder, suffix: [".nxml", ".xml"]) {
        let extract = try data.extract(file)
        guard read.insert(extract.documentID).inserted else { continue }
        let article = Self.stem(file)
        for finding in Checker.check(extract: extract).findings {
          let place = "\(finding.line):\(finding.column)"
          let line = judgements[article, finding.code, place, finding.fingerprint]
          let verdict = line?.verdict
          if let line { found.insert(line) }
          tally.add(finding, verdict)
          guard verdict != .right else { continue }
          report.misses.append(
            [
              article, finding.code, place, finding.fingerprint, verdict?.rawValue ?? "", finding.severity.rawValue,
              finding.message,
            ].joined(separator: "\t"))
        }
      }
    }
    report.notes = tally.lines(articles: read.count)
    let lost = judgements.lines.filter { $0.verdict == .right && !found.contains($0) }
    report.notes.append("judged right and not found any more: \(lost.count)")
    report.misses += lost.map { "lost: \($0.article) \($0.code) \($0.place) \($0.fingerprint)" }
    return report
  }

  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}

/// Findings by rule and severity, with what became of them.
struct FindingTally {
  private struct Key: Hashable, Comparable {
    var code: String
    var severity: Finding.Severity
    static func < (left: Key, right: Key) -> Bool {
      (left.code, right.severity.weight) < (right.code, left.severity.weight)
    }
  }

  private struct Count {
    var findings = 0
    var right = 0
    var wrong = 0
    var judged: Int { right + wrong }
    /// Of the unjudged as many are taken for wrong as of the judged; all of them where none is judged.
    var wrongInAll: Double {
      Double(wrong) + Double(findings - judged) * (judged > 0 ? Double(wrong) / Double(judged) : 1)
    }
  }

  private var counts: [Key: Count] = [:]

  mutating func add(_ finding: Finding, _ verdict: KeptJudgements.Verdict?) {
    let key = Key(code: finding.code, severity: finding.severity)
    counts[key, default: Count()].findings += 1
    guard let verdict else { return }
    if verdict == .right { counts[key, default: Count()].right += 1 } else { counts[key, default: Count()].wrong += 1 }
  }

  /// A table in Markdown, then a line for errors and one for warnings; remarks are counted and not judged.
  func lines(articles: Int) -> [String] {
    var lines = [
      "\(articles) articles", "",
      "| rule | severity | findings | judged | right | precision | wrong an article | unjudged |",
      "|---|---|---|---|---|---|---|---|",
    ]
    for key in counts.keys.sorted() where key.severity != .info {
      lines.append("| \(key.code) | \(key.severity.rawValue) \(cells(counts[key] ?? Count(), articles))")
    }
    lines.append("")
    for severity in [Finding.Severity.error, .warning] {
      var sum = Count()
      var wrong = 0.0
      for (key, count) in counts where key.severity == severity {
        sum.findings += count.findings
        sum.right += count.right
        sum.wrong += count.wrong
        wrong += count.wrongInAll
      }
      lines.append(
        "\(severity.rawValue)s: \(sum.findings) findings, \(sum.judged) judged, \(sum.right) right; wrong an article "
          + "\(Self.fixed(wrong / Double(max(1, articles)), 3)), the unjudged taken at their rule's share")
    }
    let remarks = counts.filter { $0.key.severity == .info }.sorted { $0.key < $1.key }
    lines.append("remarks: " + remarks.map { "\($0.key.code) \($0.value.findings)" }.joined(separator: ", "))
    return lines
  }

  private func cells(_ count: Count, _ articles: Int) -> String {
    let precision = count.judged > 0 ? Self.fixed(Double(count.right) / Double(count.judged), 2) : "–"
    let wrong = Self.fixed(count.wrongInAll / Double(max(1, articles)), 3)
    return
      "| \(count.findings) | \(count.judged) | \(count.right) | \(precision) | \(wrong) | \(count.findings - count.judged) |"
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }
}

extension Finding.Severity {
  fileprivate var weight: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
}
