import Checks
import Extraction
import KnowledgeBase
import Literature

/// One run over the files: reads and checks them on several threads, prints in the order of the files.
struct CheckSession {
  let files: [String]
  let options: CheckOptions
  /// Of the command line; nil lets the configuration decide.
  let language: Language?
  let knowledgeBase: KnowledgeBase?

  struct Outcome {
    var hasFailedInput = false
    var isFailure = false
  }

  func run() throws -> Outcome {
    var baseline = try options.baseline.map(Self.readBaseline)
    var outcome = Outcome()
    var checked: [FileCheck.Result] = []
    let printer = CheckPrinter(options: options, count: files.count)
    let check = FileCheck(options: options, language: language, knowledgeBase: knowledgeBase)
    try Self.forEach(files, jobs: options.jobs) { file in
      Swift.Result<FileCheck.Result, Failure> { () throws(Failure) in try check.result(for: file) }
    } taking: { result in
      switch result {
      case .failure(let failure):
        Console.error(failure.description)
        outcome.hasFailedInput = true
      case .success(var result):
        try settle(&result, &baseline)
        if result.fails(options.failOn) { outcome.isFailure = true }
        printer.take(result)
        checked.append(printer.needsDocuments ? result : result.withoutDocument)
      }
    }
    try writeBaseline(checked)
    let notices = self.notices(checked)
    if checked.contains(where: { $0.noticesFail(notices, options.failOn) }) { outcome.isFailure = true }
    try printer.finish(checked, notices: notices)
    return outcome
  }

  /// Takes out what is known and what is too mild to be shown.
  private func settle(_ result: inout FileCheck.Result, _ baseline: inout Baseline?) throws {
    if baseline == nil, let path = result.baselinePath { baseline = try Self.readBaseline(path) }
    baseline?.apply(to: &result.report)
    result.keepShown(options.severity)
    guard options.writeBaseline != nil else { return }
    var all = Baseline([result.report])
    all.apply(to: &result.report)
  }

  private func writeBaseline(_ checked: [FileCheck.Result]) throws {
    guard let path = options.writeBaseline else { return }
    try OutputFile(path: path).write(Baseline(checked.map(\.report)).json.pretty + "\n")
  }

  /// Waivers of the files and of the configurations that were met, each once.
  private func notices(_ checked: [FileCheck.Result]) -> [CheckNotice] {
    var seen: Set<Waiver> = []
    let used = Set(checked.flatMap(\.usedWaivers))
    let today = options.today.flatMap(CalendarDate.init)
    return checked.flatMap { result in
      let own = result.waivers.filter { seen.insert($0).inserted }
      return result.problems
        + WaiverBook.notices(on: own, used: used, rules: result.rules, today: today, language: result.language)
    }
  }

  private static func readBaseline(_ path: String) throws -> Baseline {
    do { return try Baseline(json: try InputFile(path: path).bytes()) } catch let error as ConfigurationError {
      throw Failure("\(path): \(error)")
    }
  }

  /// Maps on several threads and takes in order.
  private static func forEach<Output: Sendable>(
    _ files: [String], jobs: Int?, map: @escaping @Sendable (String) -> Output, taking: (Output) throws -> Void
  ) throws {
    let jobs = min(jobs ?? Console.coreCount, files.count)
    guard jobs > 1 else { return try files.forEach { try taking(map($0)) } }
    let work = OrderedWork(files, jobs: jobs, window: jobs * 4, transform: map)
    defer { work.cancel() }
    while let output = work.next() { try taking(output) }
  }
}
