import Literature

/// Diagnostics on standard error, one a line, as compilers write them: `library.bib:12:3: warning: … [duplicate-key]`.
struct DiagnosticLines {
  var path: String
  var text: StoredText
  /// More are counted, not shown.
  private static let limit = 50

  init(path: String, text: StoredText) {
    self.path = path
    self.text = text
  }

  func print(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics.prefix(Self.limit) { Console.writeError(line(diagnostic) + "\n") }
    let rest = diagnostics.count - Self.limit
    if rest > 0 { Console.writeError("\(path): \(rest) more like these\n") }
  }

  private func line(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.span.map { text.position(at: $0.start) }.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(path)\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]"
  }
}
