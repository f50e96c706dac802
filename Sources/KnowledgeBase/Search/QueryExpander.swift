import GRDB
import Lexicon
import Literature
import TextAnalysis

/// Finds what the words of a query name: concepts of the lexicon, trials of the catalogue, and definitions mined from the documents.
struct QueryExpander {
  let reader: CatalogueReader

  /// Words that are left out where others are wanted too: they say nothing of the subject.
  private static let idle: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "for", "from", "has", "have", "in", "is", "it", "of",
    "on", "or",
    "that", "the", "their", "this", "to", "was", "were", "what", "which", "with",
  ]
  /// Chinese words of grammar between which names stand.
  private static let particles: Set<Character> = ["的", "了", "是", "和", "与", "及", "或", "在", "吗", "呢", "对", "为"]
  private static let longestDefinition = 6

  /// The things that words name, in their order.
  func wanted(_ words: String) throws -> [Wanted] {
    let utf8 = Array(words.utf8)
    var things: [Wanted] = []
    var end = 0
    for match in Lexicon.builtIn.matches(in: utf8) {
      things += try plain(utf8, end..<match.range.lowerBound, besidesConcept: true)
      things.append(try named(String(decoding: utf8[match.range], as: UTF8.self), concepts: [match.concept.id]))
      end = match.range.upperBound
    }
    things += try plain(utf8, end..<utf8.count, besidesConcept: !things.isEmpty)
    let telling = things.filter { !Self.idle.contains($0.asked.lowercased()) || !$0.concepts.isEmpty }
    return telling.isEmpty ? things : telling
  }

  /// Words that no concept covers: trials, definitions of the documents, and words as they are.
  private func plain(_ utf8: [UInt8], _ range: Range<Int>, besidesConcept: Bool) throws -> [Wanted] {
    let units = Self.units(Array(utf8[range])).filter { !besidesConcept || $0.unicodeScalars.count > 1 || $0.utf8.count == 1 }
    var things: [Wanted] = []
    var index = 0
    while index < units.count {
      let count = try longestDefinition(units[index...].prefix(Self.longestDefinition))
      let asked = units[index..<index + max(1, count)].joined(separator: " ")
      things.append(try named(asked, concepts: Self.concepts(named: asked)))
      index += max(1, count)
    }
    return things.filter { !$0.isEmpty }
  }

  private static func concepts(named word: String) -> [String] {
    guard !idle.contains(word.lowercased()) else { return [] }
    return Lexicon.builtIn.concepts(named: word).map(\.id)
  }

  private func named(_ asked: String, concepts: [String]) throws -> Wanted {
    var thing = Wanted(asked: asked, stems: true)
    thing.concepts = concepts
    let folded = Folding.words(asked)
    for name in try definitions(of: folded) where Folding.words(name) != folded {
      thing.others.append(TermPattern(name, stems: true))
    }
    let names = try trialNames(Folding.name(asked))
    thing.trials = names.map { Folding.name($0) }
    thing.others += names.filter { Folding.name($0) != Folding.name(asked) }.map { TermPattern($0, stems: false) }
    return thing
  }

  /// Words as they are searched: Latin words that hang together by marks (`CARES-009`), and Chinese runs between particles.
  static func units(_ utf8: [UInt8]) -> [String] {
    let lexed = LexedText(utf8)
    var units: [Range<Int>] = []
    var isOpen = false
    for (index, token) in lexed.tokens.enumerated() {
      switch token.kind {
      case .word, .number:
        if isOpen, !lexed.hasGap(before: index) {
          units[units.count - 1] = units[units.count - 1].lowerBound..<token.end
        } else {
          units.append(token.range)
        }
        isOpen = true
      case .han:
        units += hanUnits(lexed.string(index), from: token.start)
        isOpen = false
      case .symbol, .superscript:
        isOpen = isOpen && !lexed.hasGap(before: index)
      }
    }
    return units.map { lexed.string($0) }
  }

  private static func hanUnits(_ run: String, from start: Int) -> [Range<Int>] {
    run.split(whereSeparator: { particles.contains($0) }).map { part in
      let low = run.utf8.distance(from: run.startIndex, to: part.startIndex)
      return start + low..<start + low + part.utf8.count
    }
  }

  // MARK: What the documents define

  private func longestDefinition(_ units: ArraySlice<String>) throws -> Int {
    for count in stride(from: units.count, to: 1, by: -1) {
      let words = Folding.words(units.prefix(count).joined(separator: " "))
      if try isDefined(words) { return count }
    }
    return 0
  }

  private func isDefined(_ folded: String) throws -> Bool {
    try reader.db.key(
      "SELECT 1 FROM abbreviation WHERE english_folded = ?1 UNION ALL SELECT 1 FROM abbreviation WHERE chinese_folded = ?1 LIMIT 1",
      [folded]) != nil
  }

  /// The other forms of a short or long form, those first that most documents use; at most six.
  private func definitions(of folded: String) throws -> [String] {
    guard !folded.isEmpty else { return [] }
    let rows = try reader.db.rows(
      """
      SELECT short, english, chinese, count(DISTINCT document) AS documents FROM abbreviation
      WHERE short_folded = ?1 OR english_folded = ?1 OR chinese_folded = ?1
      GROUP BY short_folded, english_folded, chinese_folded ORDER BY documents DESC, short, english, chinese LIMIT 6
      """, [folded])
    var names: [String] = []
    for row in rows {
      for name in [row[0] as String?, row[1] as String?, row[2] as String?].compactMap({ $0 }) where !names.contains(name) {
        names.append(name)
      }
    }
    return Array(names.prefix(6))
  }

  // MARK: Trials

  /// Every name, as printed, of the trials that bear a folded name; none where no trial does.
  func trialNames(_ folded: String) throws -> [String] {
    let rows = try reader.db.rows(
      """
      SELECT DISTINCT other.id, other.aliases, other.registry FROM trial_name JOIN trial AS this ON this.key = trial_name.trial
      JOIN trial AS other ON other.identity = this.identity WHERE trial_name.folded = ? ORDER BY other.id, other.aliases, other.registry
      """, [folded])
    var names: [String] = []
    var seen: Set<String> = []
    for row in rows {
      let all = [row[0] as String] + ListCoding.strings(row[1]) + ListCoding.registry(row[2]).map(\.id)
      for name in all where seen.insert(Folding.name(name)).inserted { names.append(name) }
    }
    return names
  }
}
