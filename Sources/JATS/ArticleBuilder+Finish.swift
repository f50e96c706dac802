import Literature

extension ArticleBuilder {
  /// The article, once every event is in. O(input).
  mutating func finish(_ input: [UInt8]) -> Article {
    closeFlow()
    out.trimSpace()
    if out.count > 0, out.utf8.last != 0x0A { out.append("\n") }
    resolveMarks()
    article.text = StoredText(utf8: out.utf8, anchors: InputPositions.anchors(out.anchors, in: input))
    var language = front.front.language
    if language == .undetermined { language = guessedLanguage() }
    front.front.language = language
    for index in article.sections.indices where article.sections[index].language == .undetermined {
      article.sections[index].language = language
    }
    for index in front.front.titles.indices where front.front.titles[index].language == .undetermined {
      front.front.titles[index].language = index == 0 ? language : Language(of: front.front.titles[index].text.utf8)
    }
    article.front = front.finished()
    if article.sections[0].span == nil { article.sections[0].span = frontSpan() }
    return article
  }

  /// The language of what is read first.
  private func guessedLanguage() -> Language { Language(of: out.utf8.prefix(1024)) }

  private func frontSpan() -> SourceSpan {
    let end = article.sections.dropFirst().first?.span?.start ?? out.count
    return SourceSpan(0..<min(end, out.count))
  }

  private mutating func resolveMarks() {
    var marks: [InlineMark] = []
    marks.reserveCapacity(out.marks.count)
    for pending in out.marks {
      let range = pending.range.clamped(to: 0..<out.count)
      switch pending.kind {
      case .plain(let kind): marks.append(InlineMark(range: range, kind: kind))
      case .reference(let names, let isCallout): marks.append(resolved(names, isCallout, range))
      }
    }
    // The outer one of two that begin together comes first.
    let order = marks.indices.sorted { left, right in
      let (first, second) = (marks[left].range, marks[right].range)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      if first.upperBound != second.upperBound { return first.upperBound > second.upperBound }
      return left < right
    }
    article.marks = order.map { marks[$0] }
  }

  private mutating func resolved(_ names: String, _ isCallout: Bool, _ range: Range<Int>) -> InlineMark {
    let isOne = !names.isEmpty && names.utf8.allSatisfy { $0 > 0x20 }
    let identifiers = isOne ? [names] : names.utf8.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
    let indices = identifiers.compactMap { targets[$0] }
    guard isCallout || !indices.isEmpty else { return InlineMark(range: range, kind: .crossReference(names)) }
    if indices.count < identifiers.count || indices.isEmpty {
      let missing = identifiers.filter { targets[$0] == nil }.joined(separator: " ")
      article.diagnostics.append(
        Diagnostic(
          .warning, "unresolved-callout",
          "The callout points to \(missing.isEmpty ? "nothing" : missing), which is not in the reference list.",
          span: SourceSpan(range)))
    }
    return InlineMark(range: range, kind: .citation(indices))
  }
}
