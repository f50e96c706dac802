import Checks
import Extraction
import KnowledgeBase
import Literature

/// Checks one file under its configuration.
struct FileCheck: Sendable {
  let selection: RuleSelection
  let language: Language?
  let today: CalendarDate?
  let stdinName: String
  let finder: ConfigurationFinder
  let knowledgeBase: KnowledgeBase?

  init(options: CheckOptions, language: Language?, knowledgeBase: KnowledgeBase?) {
    selection = options.selection
    self.language = language
    today = options.today.flatMap(CalendarDate.init)
    stdinName = options.stdinName
    finder = ConfigurationFinder(fixed: options.config, isOff: options.noConfig)
    self.knowledgeBase = knowledgeBase
  }

  /// A checked file with what its configuration says of showing and failing.
  struct Result: Sendable {
    var report: CheckReport
    /// Nil once nothing needs it any more.
    var extract: Extract?
    var language: Language
    var rules: [any Rule]
    var waivers: [Waiver]
    var usedWaivers: [Waiver]
    var problems: [CheckNotice]
    var configuration: ProjectConfiguration?
    var baselinePath: String?

    var withoutDocument: Result {
      var result = self
      result.extract = nil
      return result
    }
  }

  func result(for file: String) throws(Failure) -> Result {
    do {
      let path = file == "-" ? stdinName : file
      let found = try finder.configuration(for: path)
      return try check(bytes: try InputFile(path: file).bytes(), path: path, found)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(file): \(error)")
    }
  }

  private func check(bytes: [UInt8], path: String, _ found: FoundConfiguration?) throws -> Result {
    let inline = InlineWaivers(bytes, path: path)
    var extract = try Extractor.extract(bytes: inline.bytes, path: path)
    if inline.bytes != bytes {
      let hash = ContentHash(of: bytes)
      (extract.sha256, extract.documentID) = (hash.hex, hash.documentID)
    }
    let language = language ?? found?.configuration.language ?? .english
    let rules = rules(found)
    let retractions = try knowledgeBase.map { try KnowledgeBaseRetractions($0, for: extract.references) }
    let journals = try knowledgeBase.map { try KnowledgeBaseJournals($0, for: extract) }
    var report = Checker.check(
      extract: extract, sources: try sources(for: extract, found), retractions: retractions, journals: journals, rules: rules,
      language: language)
    let waivers = inline.waivers + (found.map { $0.configuration.waivers(for: $0.pathInProject) } ?? [])
    var book = WaiverBook(waivers, today: today)
    book.apply(to: &report, extract: extract)
    return Result(
      report: report, extract: extract, language: language, rules: rules, waivers: waivers, usedWaivers: book.usedWaivers,
      problems: inline.problems, configuration: found?.configuration,
      baselinePath: found.flatMap { found in found.configuration.baseline.map { found.folder + $0 } })
  }

  private func sources(for extract: Extract, _ found: FoundConfiguration?) throws -> KnowledgeBaseSources? {
    guard found?.configuration.sources != false else { return nil }
    return try knowledgeBase.map { try KnowledgeBaseSources($0, for: extract.references) }
  }

  /// What the command line selects goes before the configuration; what either ignores is ignored.
  private func rules(_ found: FoundConfiguration?) -> [any Rule] {
    let select = selection.select.isEmpty ? found?.configuration.select ?? [] : selection.select
    let ignore = selection.ignore + (found.map { $0.configuration.ignored(for: $0.pathInProject) } ?? [])
    return RuleSelection(select: select, ignore: ignore).rules
  }
}

extension FileCheck.Result {
  /// Takes out findings milder than the command line or the configuration wants to see.
  mutating func keepShown(_ severity: CheckOptions.Severity?) {
    let least = severity.flatMap { Finding.Severity(rawValue: $0.rawValue) } ?? configuration?.severity ?? .info
    report.findings.removeAll { $0.severity.rank < least.rank }
    report.suppressed.removeAll { $0.severity.rank < least.rank }
  }

  func fails(_ threshold: CheckOptions.Threshold?) -> Bool {
    report.findings.contains { isGrave($0.severity, threshold) }
  }

  func noticesFail(_ notices: [CheckNotice], _ threshold: CheckOptions.Threshold?) -> Bool {
    notices.contains { isGrave($0.severity, threshold) }
  }

  private func isGrave(_ severity: Finding.Severity, _ threshold: CheckOptions.Threshold?) -> Bool {
    let name = threshold?.rawValue ?? configuration?.failOn?.rawValue ?? "info"
    guard let least = Finding.Severity(rawValue: name) else { return false }
    return severity.rank >= least.rank
  }
}

extension Finding.Severity {
  /// The graver the higher.
  fileprivate var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
