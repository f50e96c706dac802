import Literature

/// The waivers of one document, and which of them were needed.
public struct WaiverBook: Sendable {
  private var waivers: [Waiver]
  private var used: Set<Int> = []
  private let today: CalendarDate?

  /// - Parameter today: the day against which expiry is judged; nil takes every waiver as valid.
  public init(_ waivers: [Waiver], today: CalendarDate?) {
    self.waivers = waivers
    self.today = today
  }

  /// Moves the findings that are covered to `suppressed`. O(findings · waivers).
  public mutating func apply(to report: inout CheckReport, extract: Extract) {
    guard !waivers.isEmpty else { return }
    var kept: [Finding] = []
    for var finding in report.findings {
      let sentence = extract.passages.first { $0.span.overlaps(finding.span) }?.text
      if let index = waivers.indices.first(where: { isValid($0) && waivers[$0].covers(finding, sentence: sentence) }) {
        used.insert(index)
        finding.suppression = waivers[index].suppression
        report.suppressed.append(finding)
      } else {
        kept.append(finding)
      }
    }
    report.findings = kept
  }

  private func isExpired(_ index: Int) -> Bool {
    guard let today, let until = waivers[index].until else { return false }
    return until < today
  }

  private func isValid(_ index: Int) -> Bool { !isExpired(index) }

  /// Waivers that covered a finding.
  public var usedWaivers: [Waiver] { used.sorted().map { waivers[$0] } }

  /// Waivers that have run out, and those that covered nothing though their rules were run.
  public static func notices(
    on waivers: [Waiver], used: Set<Waiver>, rules: [any Rule], today: CalendarDate?, language: Language
  ) -> [CheckNotice] {
    let book = WaiverBook(waivers, today: today)
    return waivers.indices.compactMap { index in
      let waiver = waivers[index]
      let names = waiver.rules.joined(separator: ", ")
      if book.isExpired(index), let until = waiver.until {
        return notice(
          "expired-waiver", waiver, Wording("The waiver of \(names) ran out on \(until).", zh: "对 \(names) 的豁免已于 \(until) 到期。"),
          language)
      }
      guard !used.contains(waiver), rules.contains(where: { waiver.means(type(of: $0)) }) else { return nil }
      return notice(
        "unused-waiver", waiver,
        Wording("The waiver of \(names) covers no finding; take it out.", zh: "对 \(names) 的豁免未涉及任何结果, 请删去。"), language)
    }
  }

  private static func notice(_ name: String, _ waiver: Waiver, _ message: Wording, _ language: Language) -> CheckNotice {
    CheckNotice(name: name, severity: .warning, path: waiver.path, line: waiver.line, message: message.text(in: language))
  }
}
