import Literature
import TextAnalysis

/// A callout in the document's own style that leads to no entry, and that was therefore read as something else.
struct UnreadCallout: Hashable, Sendable {
  /// As a message names what is missing: "reference 35", "Beckwith 2012".
  var names: String
  var span: SourceSpan
  /// Index into `Extract.references`: an entry of the same author.
  var nearest: Int?

  /// With fewer callouts than this a document has no style of its own.
  private static let fewestCallouts = 4

  /// In document order. O(tokens).
  static func all(in context: CheckContext) -> [UnreadCallout] { context.once(Self.self) { read(context) } }

  private static func read(_ context: CheckContext) -> [UnreadCallout] {
    let citations = context.extract.citations
    guard citations.count >= fewestCallouts else { return [] }
    let numbered = citations.count(where: \.isNumbered)
    if 10 * numbered >= 9 * citations.count { return numbers(in: context) }
    return numbered == 0 ? authors(in: context) : []
  }

  // MARK: Numbers

  /// Single numbers a little above the last entry, in the brackets that all callouts have.
  private static func numbers(in context: CheckContext) -> [UnreadCallout] {
    let opening = context.extract.citations.compactMap { $0.marker.unicodeScalars.first }
    guard let bracket = opening.first, bracket == "[" || bracket == "(", opening.allSatisfy({ $0 == bracket }),
      let last = context.extract.references.compactMap({ CitedNumbers.leadingNumber($0.label) }).max()
    else { return [] }
    return context.extract.passages.indices.flatMap { passage -> [UnreadCallout] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      return text.tokens.indices.compactMap { index in
        let close: Unicode.Scalar = bracket == "[" ? "]" : ")"
        guard text.isSymbol(index - 1, bracket), let (values, end) = values(text, index, close), let value = values.max(),
          value > last,
          values.count == 1
            ? value <= last + 99 && (bracket == "[" || followsStop(text, index - 1) || endsClause(text, index - 1, last, value))
            : isList(values, last) && text.tokens.indices.contains(index - 2) && !text.isSymbol(end + 1, "=")
              && [.word, .han].contains(text.tokens[index - 2].kind) && text.tokens[index - 2].range.count >= 3
              && !spreads.occurs(in: text, max(0, index - 6)..<index)
        else { return nil }
        let span = flow.span(of: text.tokens[index - 1].start..<text.tokens[end].end)
        guard !context.extract.citations.contains(where: { $0.span.overlaps(span) }) else { return nil }
        return UnreadCallout(names: "\(value)", span: span)
      }
    }
  }

  /// The whole numbers of a bracket, divided by commas, and the mark that closes it.
  private static func values(_ text: LexedText, _ first: Int, _ close: Unicode.Scalar) -> (values: [Int], end: Int)? {
    var (values, index): ([Int], Int) = ([], first)
    while let number = text.number(index), number.decimals == 0, let value = Int(exactly: number.value) {
      values.append(value)
      if text.isSymbol(index + 1, close) { return (values, index + 1) }
      guard text.isSymbol(index + 1, ",") || text.isSymbol(index + 1, "、") else { return nil }
      index += 2
    }
    return nil
  }

  /// `[8,101]` in a list of 16: one that the list holds, and one that is another of its numbers with a digit more.
  private static func isList(_ values: [Int], _ last: Int) -> Bool {
    values.contains { (1...last).contains($0) } && values.allSatisfy { $0 <= last + 99 } && values == values.sorted()
  }

  private static let spreads = PhraseSet(
    ["iqr", "range", "interval", "ci", "median", "quartile", "between"], ["区间", "四分位", "范围", "中位"])

  /// `text.(35)`: a round bracket elsewhere holds numbers of all kinds.
  private static func followsStop(_ text: LexedText, _ opening: Int) -> Bool {
    !text.hasGap(before: opening)
      && (text.isSymbol(opening - 1, ".") || text.isSymbol(opening - 1, ",") || text.isSymbol(opening - 1, "。"))
  }

  /// `were enough (16), as`: a number a little above the list's, alone in its bracket between a word and a mark.
  private static func endsClause(_ text: LexedText, _ opening: Int, _ last: Int, _ value: Int) -> Bool {
    guard opening > 0, value <= last + 30 else { return false }
    let before = text.tokens[opening - 1]
    guard
      before.kind == .han && before.range.count >= 6
        || before.kind == .word && text.hasGap(before: opening) && before.range.count >= 4
    else { return false }
    return [".", ",", ";", ":", "。"].contains { text.isSymbol(opening + 3, $0) } || opening + 3 >= text.count
  }

  // MARK: Authors

  /// `Beckwith and Stone (2012)`, where the list has works by Beckwith, of other years.
  private static func authors(in context: CheckContext) -> [UnreadCallout] {
    var works: [String: [Int]] = [:]
    for (index, reference) in context.extract.references.enumerated() {
      guard let family = reference.item.authors.first?.family, family.utf8.count >= 4 else { continue }
      works[family.lowercased(), default: []].append(index)
    }
    return context.extract.passages.indices.flatMap { passage -> [UnreadCallout] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .tableRow else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      return text.tokens.indices.compactMap { index in
        guard text.tokens[index].kind == .word, let year = year(text, after: index),
          let number = text.number(year), let value = Int(exactly: number.value),
          let own = works[text.lowercased(index)] ?? uncited(value, text, index, year, in: context)
            ?? (isReporter(text, index, year) ? [] : nil),
          works[text.lowercased(index)] == nil
            || !own.contains(where: {
              context.extract.references[$0].item.year == nil || context.extract.references[$0].item.year == value
            })
        else { return nil }
        let span = flow.span(of: text.tokens[index].start..<text.tokens[year].end)
        guard !context.extract.citations.contains(where: { $0.span.overlaps(span) }) else { return nil }
        return UnreadCallout(names: "\(text.string(index)) \(value)", span: span, nearest: own.first)
      }
    }
  }

  /// "The index of Beckwith (1999)", where the list has no Beckwith and its one work of that year is called nowhere.
  private static func uncited(_ value: Int, _ text: LexedText, _ name: Int, _ year: Int, in context: CheckContext) -> [Int]? {
    guard isName(text, name, year), name > 0, text.tokens[name - 1].kind == .word,
      text.string(name - 1).first?.isLowercase == true
    else { return nil }
    let references = context.extract.references
    let ofYear = references.indices.filter {
      references[$0].item.year == value && references[$0].item.authors.first?.family != nil
    }
    guard ofYear.count == 1, !context.extract.citations.contains(where: { $0.references.contains(ofYear[0]) }) else { return nil }
    return ofYear
  }

  private static func isName(_ text: LexedText, _ name: Int, _ year: Int) -> Bool {
    let word = text.string(name)
    return year == name + 2 && word.count >= 4 && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
  }

  /// "Beckwith (2016) found": a name of which the list has no work, that reports something.
  private static func isReporter(_ text: LexedText, _ name: Int, _ year: Int) -> Bool {
    guard isName(text, name, year), !text.isWord(name - 1, "and"), !text.isSymbol(name - 1, "&"), !text.isSymbol(name - 1, ","),
      !text.isSymbol(name - 1, "-")
    else {
      return false
    }
    return reporting.occurs(in: text, year + 2..<min(text.count, year + 3))
  }

  private static let reporting = PhraseSet(
    [
      "found", "reported", "showed", "argued", "suggested", "observed", "described", "has", "demonstrated", "concluded", "noted",
      "proposed",
    ],
    ["认为", "发现", "报告", "报道", "指出", "提出", "证实", "观察到", "表明"])

  /// The year in brackets behind a name: at most "and Stone", "et al.", "and colleagues" stand between.
  private static func year(_ text: LexedText, after name: Int) -> Int? {
    for cursor in name + 1..<min(text.count, name + 6) {
      if text.isSymbol(cursor, "(") {
        guard let number = text.number(cursor + 1), number.decimals == 0, (1950...2100).contains(number.value),
          text.isSymbol(cursor + 2, ")")
        else { return nil }
        return cursor + 1
      }
      guard text.tokens[cursor].kind == .word || text.isSymbol(cursor, "&") || text.isSymbol(cursor, ".") else { return nil }
    }
    return nil
  }
}
