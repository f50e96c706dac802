import Literature
import TextAnalysis

/// A study's name that stands once in a text and in no title of the list, beside a title with nearly the same name.
struct TitledName: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Two neighbouring letters exchanged: QUEITUS for QUIETUS.
    case letters
    /// Another number in the series: LUMEN-4 beside LUMEN-1 and LUMEN-3.
    case number
  }

  var name: String
  var titled: String
  var kind: Kind
  /// Index into `Extract.references`.
  var reference: Int
  var span: SourceSpan

  private static let fewestLetters = 4

  /// In document order. O(tokens + names × titles).
  static func slips(in context: CheckContext) -> [TitledName] { context.once(Self.self) { read(context) } }

  private static func read(_ context: CheckContext) -> [TitledName] {
    var titles: [String: Int] = [:]
    for (index, names) in TitleNames.studies(in: context).enumerated() {
      // A series goes by the word before its number as well.
      let heads = names.compactMap { $0.split(separator: "-").first.map(String.init) }.filter { $0.utf8.count > fewestLetters }
      for name in names + heads where titles[name] == nil { titles[name] = index }
    }
    guard !titles.isEmpty else { return [] }
    let ordered = titles.sorted { $0.key < $1.key }
    let known = Set(context.extract.abbreviations.map(\.short))
    let places = StudyNames.places(in: context)
    // Two numbers that no title has are of other trials, not slips.
    let unknown = Dictionary(grouping: places.keys.filter { titles[$0] == nil }.compactMap(series), by: { $0 }).mapValues(\.count)
    return places.sorted { $0.value[0].passage < $1.value[0].passage }.compactMap { name, found in
      guard found.count == 1, let place = found.first, titles[name] == nil, !known.contains(name),
        !context.extract.references.contains(where: { $0.raw.contains(name) })
      else { return nil }
      let span = context.extract.passages[place.passage].flow.span(of: place.range)
      for (titled, reference) in ordered {
        if isMisspelt(name, titled), context.cited(in: place.passage).contains(reference) {
          return TitledName(name: name, titled: titled, kind: .letters, reference: reference, span: span)
        }
        if Array(name.utf8).hasNeighboursExchanged(from: Array(titled.utf8)), name.utf8.count > fewestLetters,
          isOfLetters(name, titled)
        {
          return TitledName(name: name, titled: titled, kind: .letters, reference: reference, span: span)
        }
      }
      guard let series = series(of: name), tells(place.passage, in: context),
        citesOnly(series, place.passage, in: context), unknown[series] == 1,
        let (titled, reference) = meant(
          by: name, ordered.filter { self.series(of: $0.key) == series }, place.passage, in: context)
      else { return nil }
      return TitledName(name: name, titled: titled, kind: .number, reference: reference, span: span)
    }
  }

  /// The exchanged characters are letters: other digits are the number's.
  private static func isOfLetters(_ name: String, _ titled: String) -> Bool {
    zip(name, titled).allSatisfy { $0 == $1 || $0.isLetter && $1.isLetter }
  }

  /// `LUMEN-` of `LUMEN-4`, `LUMEN-AD` of `LUMEN-AD2`, 远航- of 远航-06.
  private static func series(of name: String) -> Substring? {
    guard name.last?.isNumber == true, name.contains("-"), let last = name.lastIndex(where: { !$0.isNumber }) else { return nil }
    let series = name[...last]
    return series.utf8.count > fewestLetters ? series : nil
  }

  /// Whether every work that a passage calls on has a name of the series in its title: another work may be of the trial without naming it.
  private static func citesOnly(_ series: Substring, _ passage: Int, in context: CheckContext) -> Bool {
    context.cited(in: passage).allSatisfy { index in
      TitleNames.studies(in: context)[index].contains { self.series(of: $0) == series }
    }
  }

  /// The trial of the list that a number of its series may stand for: in a sentence that names no other of the series, which would tell the two
  /// apart; in a table the first that the table has not.
  private static func meant(
    by name: String, _ series: [(key: String, value: Int)], _ passage: Int, in context: CheckContext
  ) -> (name: String, reference: Int)? {
    guard let table = context.extract.passages[passage].tableRow?.table else {
      let named = names(in: [passage], context)
      return series.contains { $0.key != name && named.contains($0.key) } ? nil : series.first.map { ($0.key, $0.value) }
    }
    let rows = context.extract.passages.indices.filter { context.extract.passages[$0].tableRow?.table == table }
    let named = names(in: rows, context)
    return series.first { $0.key != name && !named.contains($0.key) }.map { ($0.key, $0.value) }
  }

  private static func names(in passages: [Int], _ context: CheckContext) -> Set<String> {
    Set(passages.flatMap { StudyNames.words(in: context.lexed[$0]).map(\.name) })
  }

  /// One letter of the name wrong, dropped or added, and the number the same: COUGER-2 for COUGAR-2.
  private static func isMisspelt(_ name: String, _ titled: String) -> Bool {
    let (left, right) = (Array(name.utf8), Array(titled.utf8))
    func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    guard left != right, left.filter(isDigit) == right.filter(isDigit), min(left.count, right.count) > fewestLetters,
      left.first == right.first
    else { return false }
    return EditDistance.between(left, right, most: 1) != nil
  }

  /// A row of a table, or a sentence with figures that is of no plan and calls on no work beyond those of the series.
  private static func tells(_ passage: Int, in context: CheckContext) -> Bool {
    let record = context.extract.passages[passage]
    if record.kind == .tableRow { return true }
    let text = context.lexed[passage]
    guard record.kind == .sentence, !ToldResult.isPlanned(text) else { return false }
    return !others.occurs(in: text)
  }

  private static let others = PhraseSet(
    [
      "another", "successor", "sister trial", "companion", "withdrawn", "terminated", "not included", "not listed", "forthcoming",
      // What came before a trial has a number of its own and often no reference.
      "predecessor", "preceding", "pilot", "feasibility", "dose finding", "dose ranging", "forerunner",
    ],
    ["此前的", "前身", "预试验", "先导", "剂量探索", "可行性", "另一项", "后续", "姊妹", "撤回", "终止", "未纳入", "不在其列", "未列入", "未收录"])
}
