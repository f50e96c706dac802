import Checks
import Literature

/// Prints a run in its format: text as files are done, everything else at the end.
final class CheckPrinter {
  private let options: CheckOptions
  private let count: Int
  private let progress = ProgressLine()
  private var done = 0
  private var text = ""

  init(options: CheckOptions, count: Int) {
    self.options = options
    self.count = count
  }

  /// Whether the documents themselves are printed and not only what was found in them.
  var needsDocuments: Bool { options.format == .html }

  /// A file is done.
  func take(_ result: FileCheck.Result) {
    done += 1
    if options.format == .text, let extract = result.extract {
      let renderer = FindingRenderer(
        .init(color: isColored, width: Console.width, language: result.language))
      var block = renderer.render(result.report, text: extract.article.text)
      if !block.isEmpty { block += "\n" }
      if options.sources { block += SourceVerdictText.text(result.report, in: result.language) + "\n" }
      block += renderer.summary(result.report)
      if options.output == nil { Console.write(block) } else { text += block }
    } else {
      progress.show(done, of: count, result.report.path)
    }
  }

  /// Prints what waited for the end.
  func finish(_ results: [FileCheck.Result], notices: [CheckNotice]) throws {
    if options.format != .text { progress.clear() }
    let language = results.first?.language ?? .english
    let run = CheckRun(version: Version.current, language: language, reports: results.map(\.report), notices: notices)
    switch options.format {
    case .text:
      let renderer = FindingRenderer(.init(color: isColored, width: Console.width, language: language))
      let lines = notices.map(renderer.render).joined()
      if let output = options.output { return try OutputFile(path: output).write(text + lines) }
      Console.write(lines)
    case .json: try write(run.json.pretty + "\n")
    case .sarif: try write(SARIFLog(run).json.pretty + "\n")
    case .github: try write(GitHubAnnotations.text(run))
    case .html:
      let documents = results.compactMap { result in result.extract.map { CheckedDocument(extract: $0, report: result.report) } }
      try write(ManuscriptPage(documents, version: Version.current, language: language).html)
    }
  }

  private var isColored: Bool { Console.color && options.output == nil }

  private func write(_ content: String) throws {
    guard let output = options.output else { return Console.write(content) }
    try OutputFile(path: output).write(content)
  }
}
