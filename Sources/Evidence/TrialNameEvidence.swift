import Lexicon
import Literature
import TextAnalysis

/// Decides which names of a document are names of trials, from the places where they stand.
///
/// A name counts everywhere in the document once one place shows it: a registry number beside it, the study column of a table, the
/// word trial or 研究 after it or after the list it stands in, brackets in the title of a reference that reports a trial.
struct TrialNameEvidence {
  let input: EvidenceInput
  /// `registry[i]`: the registry numbers of passage i.
  let registry: [[RegistryMatch]]
  private var defined: [String: Bool] = [:]

  init(input: EvidenceInput, registry: [[RegistryMatch]]) {
    self.input = input
    self.registry = registry
    for abbreviation in input.abbreviations {
      let long = (abbreviation.longEnglish ?? "").lowercased() + (abbreviation.longChinese ?? "")
      let isTrial = ["trial", "study", "试验", "研究"].contains { long.contains($0) } && !Self.bodies.contains { long.contains($0) }
      defined[TrialNameScanner.key(of: abbreviation.short.utf8), default: false] = isTrial
    }
  }

  /// Words in the long form of a body, register, guideline or design: Trials Unit, controlled trial.
  private static let bodies = [
    "unit", "collaborat", "group", "regist", "standards", "reporting", "network", "consortium", "committee", "criteria", "scale",
    "controlled trial",
    "clinical trial", "对照试验", "对照研究", "临床试验", "中心", "协作组", "注册",
  ]

  /// Keys of the names that are shown to be trials. `names[i]` are the names of passage i.
  func acceptedKeys(_ names: [[TrialName]]) -> Set<String> {
    var accepted: Set<String> = []
    for passage in names.indices {
      var isNextAccepted = false
      for position in names[passage].indices.reversed() {
        let name = names[passage][position]
        let next = position + 1 < names[passage].count ? names[passage][position + 1] : nil
        let isListed = isNextAccepted && next.map { isJoined(name, to: $0, in: input.lexed[passage]) } == true
        let strength = max(strength(of: name, in: passage), isListed ? 2 : 0)
        isNextAccepted = strength >= needed(for: name)
        if isNextAccepted { accepted.insert(name.key) }
      }
    }
    return accepted
  }

  /// 1: known family. 2: called a trial. 3: registry number, study column, title of a report.
  private func strength(of name: TrialName, in index: Int) -> Int {
    let lexed = input.lexed[index]
    let passage = input.passages[index]
    if firstNumber(endingAfter: name.range.lowerBound, registry[index]).map({ $0.range.overlaps(name.range) }) == true {
      return 0
    }
    if hasRegistryNumber(name, lexed, registry[index]) { return 3 }
    if passage.kind == .tableRow { return isStudyCell(name, passage, lexed) ? 3 : name.isFamily ? 1 : 0 }
    if isBracketed(name, lexed), passage.kind == .reference || passage.kind == .title, saysTrial(lexed) { return 3 }
    if !isShouted(name, lexed), TrialWords.callsTrial(lexed, from: name.tokens.upperBound) { return 2 }
    if isBracketed(name, lexed), (1...3).contains(where: { TrialWords.isTrialWord(lexed, name.tokens.lowerBound - 1 - $0) }) {
      return 2
    }
    return name.isFamily ? 1 : 0
  }

  /// What a name must show: less if it is of a known family and numbered, more if it could be a plain abbreviation.
  private func needed(for name: TrialName) -> Int {
    if TrialWords.plainAbbreviations.contains(name.key) { return 4 }
    if name.isFamily { return 1 }
    let letters = String(name.key.prefix { !$0.isNumber })
    if name.hasDigits, TrialWords.molecularPrefixes.contains(letters) { return 4 }
    if !Lexicon.builtIn.concepts(named: name.printed).isEmpty { return 4 }
    if let isTrial = defined[name.key] { return isTrial ? 2 : 3 }
    if name.hasDigits { return letters.count >= 3 ? 2 : 3 }
    return name.letterCount >= 4 ? 2 : 3
  }

  private func hasRegistryNumber(_ name: TrialName, _ lexed: LexedText, _ matches: [RegistryMatch]) -> Bool {
    let end = name.tokens.upperBound
    guard lexed.isSymbol(end, "(") || lexed.isSymbol(end, ",") || lexed.isSymbol(end, "[") || lexed.isSymbol(end, ";") else {
      return false
    }
    let after = lexed.tokens[end].end
    return firstNumber(endingAfter: after, matches).map { (after...after + 26).contains($0.range.lowerBound) } == true
  }

  private func firstNumber(endingAfter offset: Int, _ matches: [RegistryMatch]) -> RegistryMatch? {
    let index = matches.partitionPoint { $0.range.upperBound > offset }
    return index < matches.count ? matches[index] : nil
  }

  /// Alone in the first cell of its row, a registry number, citation or year apart, under a heading that speaks of studies or none.
  private func isStudyCell(_ name: TrialName, _ passage: Passage, _ lexed: LexedText) -> Bool {
    guard let row = passage.tableRow, name.tokens.lowerBound == 0, row.row > 0 else { return false }
    let end = name.tokens.upperBound
    let isWhole = end == lexed.count || lexed.utf8[name.range.upperBound] == 0x09
    guard isWhole || lexed.isSymbol(end, "(") || lexed.isSymbol(end, "[") || TrialWords.isTrialWord(lexed, end) else {
      return false
    }
    return StudyTable(input, row.table).hasStudyColumn
  }

  private func isBracketed(_ name: TrialName, _ lexed: LexedText) -> Bool {
    guard lexed.isSymbol(name.tokens.lowerBound - 1, "("), name.hasDigits || name.letterCount >= 4 else { return false }
    let end = name.tokens.upperBound
    return lexed.isSymbol(end, ")") || TrialWords.isTrialWord(lexed, end)
  }

  private func saysTrial(_ lexed: LexedText) -> Bool {
    lexed.tokens.indices.prefix(200).contains { index in
      TrialWords.isTrialWord(lexed, index) || lexed.isWord(index, "phase") || lexed.isWord(index, "randomised")
        || lexed.isWord(index, "randomized")
    }
  }

  /// In a line of capitals a word in capitals says nothing.
  private func isShouted(_ name: TrialName, _ lexed: LexedText) -> Bool {
    guard !name.hasDigits else { return false }
    return TrialWords.isCapitals(lexed, name.tokens.lowerBound - 1) || TrialWords.isCapitals(lexed, name.tokens.upperBound)
  }

  /// `A、B`, `A 和 B`, `A, B and C`.
  private func isJoined(_ name: TrialName, to next: TrialName, in lexed: LexedText) -> Bool {
    let between = name.tokens.upperBound..<next.tokens.lowerBound
    guard (1...2).contains(between.count) else { return false }
    return between.allSatisfy { index in
      lexed.isSymbol(index, ",") || lexed.isSymbol(index, "、") || lexed.isSymbol(index, "/") || lexed.isWord(index, "and")
        || lexed.isWord(index, "or") || ["和", "与", "及", "或", "以及"].contains(lexed.string(index))
    }
  }
}
