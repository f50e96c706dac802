import Checks
import Literature

extension CheckSession {
  /// Checks an old and a new version and prints what changed between them; fails for new findings.
  func compare() throws -> Outcome {
    let check = FileCheck(options: options, language: language, knowledgeBase: knowledgeBase)
    var versions: [CheckedDocument] = []
    var last: FileCheck.Result?
    for file in files {
      var result = try check.result(for: file)
      result.keepShown(options.severity)
      if let extract = result.extract { versions.append(CheckedDocument(extract: extract, report: result.report)) }
      last = result
    }
    guard versions.count == 2, var newest = last else { throw Failure("--diff takes two files.") }
    let comparison = ManuscriptComparison(old: versions[0], new: versions[1])
    let content =
      options.format == .json
      ? comparison.json(in: newest.language).pretty + "\n" : comparison.text(in: newest.language, width: Console.width)
    if let output = options.output { try OutputFile(path: output).write(content) } else { Console.write(content) }
    newest.report.findings = comparison.appeared
    return Outcome(isFailure: newest.fails(options.failOn))
  }
}
