import Literature

/// A text that is nothing but a reference list: what people paste.
public enum ReferenceBlock {
  /// A longer entry is text that strayed into the list, or a list that nothing tells apart.
  static let longestEntry = 8_192

  /// The entries of a list, in order, as an article of nothing else; a heading above them may stand there or not.
  ///
  /// Every line belongs to an entry, a heading or page furniture, so nothing is lost. What does not look like a list (a novel, one entry of
  /// a megabyte) is cut all the same, and the article's diagnostics say so. O(n). Throws for empty and binary input.
  public static func article(from bytes: [UInt8]) throws(UnreadableDocument) -> Article {
    let decoded = try TextDecoding.decode(bytes)
    let text = ByteText(decoded.utf8)
    let lines = PageFurniture.marked(text.lines(from: decoded.contentStart), in: text)
    var article = Article(format: .plainText, text: StoredText(utf8: decoded.utf8, anchors: []))
    article.diagnostics = decoded.diagnostics
    article.sections.append(Section(kind: .references, title: "", level: 1))
    let joiner = Joiner(text: text, lines: lines)
    let start = lines.first.map { isHeading($0, in: text) } == true ? 1 : 0
    let list = ReferenceListReader(text: text, lines: lines, isWholeText: true).read(from: start)
    for line in (0..<start) + list.asides {
      let kind: Block.Kind = line < start ? .heading : .metadata
      article.blocks.append(Block(kind: kind, section: 1, flow: joiner.flow([lines[line].range])))
    }
    article.referenceEntries = list.entries.map { ReferenceEntry(label: $0.label, flow: joiner.flow($0.ranges)) }
    article.diagnostics += ReferenceListDiagnostics.of(article.referenceEntries)
    return article
  }

  /// The references of a text with one a line; blank lines are none. Decoded and doubted like a list. O(n).
  public static func articleOfLines(from bytes: [UInt8]) throws(UnreadableDocument) -> Article {
    let decoded = try TextDecoding.decode(bytes)
    var article = Article(format: .plainText, text: StoredText(utf8: decoded.utf8, anchors: []))
    article.diagnostics = decoded.diagnostics
    article.sections.append(Section(kind: .references, title: "", level: 1))
    var start = decoded.contentStart
    while start < decoded.utf8.count {
      let end = decoded.utf8[start...].firstIndex(of: 0x0A) ?? decoded.utf8.count
      let hasReturn = end > start && decoded.utf8[end - 1] == 0x0D
      let line = start..<(hasReturn ? end - 1 : end)
      if decoded.utf8[line].contains(where: { $0 > 0x20 }) {
        article.referenceEntries.append(ReferenceEntry(label: nil, flow: FlowText(line, of: decoded.utf8)))
      }
      start = end + 1
    }
    article.diagnostics += ReferenceListDiagnostics.of(article.referenceEntries)
    return article
  }

  private static func isHeading(_ line: Line, in text: ByteText) -> Bool {
    guard line.width <= 80, let heading = StandardHeading(line.range, in: text), case .own(.references) = heading.role else {
      return false
    }
    return true
  }
}

/// What is odd about a whole list.
enum ReferenceListDiagnostics {
  /// One diagnostic for overlong entries and one for a list whose entries are mostly without a year. O(n).
  static func of(_ entries: [ReferenceEntry]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let long = entries.filter { $0.flow.count > ReferenceBlock.longestEntry }
    if let first = long.first {
      found.append(
        Diagnostic(
          .warning, "overlong-reference",
          "\(long.count) of \(entries.count) entries are longer than \(ReferenceBlock.longestEntry) bytes (the first has \(first.flow.count)); only their "
            + "beginning is read for fields. Put each reference on a line of its own, or number them.", span: first.flow.span))
    }
    let dated = entries.count { entry in
      let head = ByteText(Array(entry.flow.utf8.prefix(ReferenceBlock.longestEntry)))
      return EntryStart.holdsYear(0..<head.bytes.count, in: head)
    }
    if entries.count >= 5, dated * 4 < entries.count {
      found.append(
        Diagnostic(
          .warning, "no-reference-list",
          "\(entries.count - dated) of \(entries.count) entries hold no year: this does not look like a list of references.",
          span: entries.first?.flow.span))
    }
    return found
  }
}
