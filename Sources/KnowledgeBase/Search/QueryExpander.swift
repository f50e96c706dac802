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
    let lexicon = Lexicon.forAsking(about: utf8)
    var things: [Wanted] = []
    var end = 0
    for match in lexicon.matches(in: utf8) {
      things += try plain(utf8, end..<match.range.lowerBound, lexicon, besidesConcept: true)
      things.append(try named(String(decoding: utf8[match.range], as: UTF8.self), [match.concept]))
      end = match.range.upperBound
    }
    things += try plain(utf8, end..<utf8.count, lexicon, besidesConcept: !things.isEmpty)
    let telling = things.filter { !Self.idle.contains($0.asked.lowercased()) || !$0.concepts.isEmpty }
    return telling.isEmpty ? things : telling
  }

  /// Words that no concept covers: trials, definitions of the documents, and words as they are.
  private func plain(_ utf8: [UInt8], _ range: Range<Int>, _ lexicon: Lexicon, besidesConcept: Bool) throws -> [Wanted] {
    let units = Self.units(Array(utf8[range])).filter { !besidesConcept || $0.unicodeScalars.count > 1 || $0.utf8.count == 1 }
    var things: [Wanted] = []
    var index = 0
    while index < units.count {
      let count = try longestDefinition(units[index...].prefix(Self.longestDefinition))
      let asked = units[index..<index + max(1, count)].joined(separator: " ")
      things.append(try named(asked, Self.idle.contains(asked.lowercased()) ? [] : lexicon.concepts(named: asked)))
      index += max(1, count)
    }
    return things.filter { !$0.isEmpty }
  }

  private func named(_ asked: String, _ concepts: [Concept]) throws -> Wanted {
    var thing = Wanted(asked: asked, stems: true)
    thing.take(concepts)
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

  /// The other forms of a short or long form, those first that most documents use; at most six. A short form stands for a long one only
  /// where it tells: of one letter it is a document's own, and one that most documents use for something else would find that.
  private func definitions(of folded: String) throws -> [String] {
    guard !folded.isEmpty else { return [] }
    let rows = try reader.db.rows(
      """
      SELECT short, english, chinese, short_folded, count(DISTINCT document) AS documents FROM abbreviation
      WHERE short_folded = ?1 OR english_folded = ?1 OR chinese_folded = ?1
      GROUP BY short_folded, english_folded, chinese_folded ORDER BY documents DESC, short, english, chinese LIMIT 6
      """, [folded])
    var names: [String] = []
    for row in rows {
      let short = row[3] as String
      guard short.unicodeScalars.count > 1 else { continue }
      let tells = try short == folded || isMostly(short, folded)
      let forms = [tells ? row[0] as String? : nil, row[1] as String?, row[2] as String?]
      for name in forms.compactMap({ $0 }) where !names.contains(name) { names.append(name) }
    }
    return Array(names.prefix(6))
  }

  /// Whether at least half of the documents that define a short form define it as this, singular or plural.
  private func isMostly(_ short: String, _ long: String) throws -> Bool {
    let stem = long.hasSuffix("s") ? String(long.dropLast()) : long
    let row = try reader.db.rows(
      """
      SELECT count(DISTINCT document), count(DISTINCT CASE WHEN english_folded IN (?2, ?2 || 's') OR chinese_folded = ?2 THEN document END)
      FROM abbreviation WHERE short_folded = ?1
      """, [short, stem]
    ).first
    guard let row else { return false }
    return 2 * (row[1] as Int) >= row[0] as Int
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
