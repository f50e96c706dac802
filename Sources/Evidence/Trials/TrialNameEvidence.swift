import Lexicon
import Literature
import TextAnalysis

/// Decides which names of a document are names of trials, from the places where they stand.
///
/// A name counts everywhere in the document once one place shows it: a registry number beside it, the study column of a table, the
/// word trial or 研究 after it or after the list it stands in, brackets that close the title of a report of a trial. A name that the
/// document defines as an ordinary abbreviation must be called a trial more than once.
struct TrialNameEvidence {
  let input: EvidenceInput
  /// `registry[i]`: the registry numbers of passage i.
  let registry: [[RegistryMatch]]
  /// Names with a long form, and whether that is of a trial.
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
    "controlled trial", "breathing trial",
    "clinical trial", "对照试验", "对照研究", "临床试验", "中心", "协作组", "注册",
  ]

  /// Keys of the names that are shown to be trials. `names[i]` are the names of passage i.
  func acceptedKeys(_ names: [[TrialName]]) -> Set<String> {
    var accepted: Set<String> = []
    let ordinary = ordinaryAbbreviations(names)
    var timesCalled: [String: Int] = [:]
    let timesNamed = timesNamed(names)
    for passage in names.indices {
      var isNextAccepted = false
      for position in names[passage].indices.reversed() {
        let name = names[passage][position]
        let next = position + 1 < names[passage].count ? names[passage][position + 1] : nil
        let isListed = isNextAccepted && next.map { isJoined(name, to: $0, in: input.lexed[passage]) } == true
        var strength = max(strength(of: name, in: passage, isOrdinary: ordinary.contains(name.key)), isListed ? 2 : 0)
        if strength == 2, isNamedAsOne(name, input.lexed[passage]) {
          let times = timesCalled[name.key, default: 0] + 1
          timesCalled[name.key] = times
          if times > 1, 4 * times >= timesNamed[name.key, default: 0] { strength = 3 }
        }
        isNextAccepted = strength >= needed(for: name, isOrdinary: ordinary.contains(name.key))
        if isNextAccepted { accepted.insert(name.key) }
      }
    }
    return accepted
  }

  /// How often each name stands in the text: one that is an arm or a measure stands alone far more often than it is called a trial.
  private func timesNamed(_ names: [[TrialName]]) -> [String: Int] {
    var times: [String: Int] = [:]
    for passage in names.indices where input.passages[passage].kind != .reference {
      for name in names[passage] { times[name.key, default: 0] += 1 }
    }
    return times
  }

  /// Names that stand in brackets after their own long form, word for word: "head of bed elevation (HBE)". The acronyms of trials rather
  /// leap over words.
  private func ordinaryAbbreviations(_ names: [[TrialName]]) -> Set<String> {
    var found: Set<String> = []
    for passage in names.indices {
      for name in names[passage] where !found.contains(name.key) {
        let reading = Initialism(lexed: input.lexed[passage], bracketed: name)
        if reading.isOrdinary { found.insert(name.key) }
      }
    }
    return found
  }

  /// 1: known family. 2: called a trial. 3: registry number, study column, title of a report.
  private func strength(of name: TrialName, in index: Int, isOrdinary: Bool) -> Int {
    let lexed = input.lexed[index]
    let passage = input.passages[index]
    if firstNumber(endingAfter: name.range.lowerBound, registry[index]).map({ $0.range.overlaps(name.range) }) == true {
      return 0
    }
    if hasRegistryNumber(name, lexed, registry[index]) { return 3 }
    if passage.kind == .tableRow { return isStudyCell(name, passage, lexed) ? 3 : name.isFamily ? 1 : 0 }
    let isBracketed = isBracketed(name, lexed)
    if isBracketed, passage.kind == .reference || passage.kind == .title, saysTrial(lexed), closesTitle(name, lexed) {
      return isOrdinary && !TrialWords.isTrialWord(lexed, name.tokens.upperBound + 1) ? 0 : 3
    }
    if !isShouted(name, lexed), TrialWords.callsTrial(lexed, from: name.tokens.upperBound) { return 2 }
    if isPart(name, of: lexed) || TrialIntake(lexed).takesPatients(name.tokens) { return 2 }
    if isBracketed {
      if lexed.isSymbol(name.tokens.upperBound, ")"), TrialWords.isTrialWord(lexed, name.tokens.upperBound + 1) {
        return isOrdinary ? 3 : 2
      }
      // "trial (NAME)", but not "randomised controlled trial (RCT)".
      if !isOrdinary, TrialWords.isTrialWord(lexed, name.tokens.lowerBound - 2) { return 2 }
    }
    return name.isFamily ? 1 : 0
  }

  /// "the final analysis of AURORA-Lung": a name of capitals and a word, of which results are told.
  private func isPart(_ name: TrialName, of lexed: LexedText) -> Bool {
    let before = name.tokens.lowerBound - 1
    guard name.tokens.count >= 3, !name.hasDigits, lexed.utf8[name.range].contains(where: { $0 &- 0x61 < 26 }),
      lexed.isWord(before, "of") || lexed.isWord(before, "from")
    else { return false }
    return ["analysis", "analyses", "results", "data", "report", "publication"].contains { lexed.isWord(before - 1, $0) }
  }

  /// "the NAME trial": one trial and no kind of trials. Of three letters "study" is not enough: "the EEG study".
  private func isNamedAsOne(_ name: TrialName, _ lexed: LexedText) -> Bool {
    let (before, after) = (name.tokens.lowerBound - 1, name.tokens.upperBound)
    guard lexed.isWord(before, "the") else { return false }
    return lexed.isWord(after, "trial") || name.letterCount >= 4 && lexed.isWord(after, "study")
  }

  /// What a name must show: less if it is of a known family and numbered, more if it could be a plain abbreviation.
  private func needed(for name: TrialName, isOrdinary: Bool) -> Int {
    if TrialWords.plainAbbreviations.contains(name.key) || name.key.hasSuffix("RCT") { return 4 }
    if name.isFamily { return 1 }
    let letters = String(name.key.prefix { !$0.isNumber })
    if name.hasDigits, TrialWords.molecularPrefixes.contains(letters) || isCompound(name, letters) { return 4 }
    if !Lexicon.builtIn.concepts(named: name.printed).isEmpty { return 4 }
    if let isTrial = defined[name.key] { return isTrial ? 2 : 3 }
    if isOrdinary { return 3 }
    if name.hasDigits { return letters.count >= 3 ? 2 : 3 }
    return name.letterCount >= 4 ? 2 : 3
  }

  /// `ABC123456`: the number that a company gives a compound.
  private func isCompound(_ name: TrialName, _ letters: String) -> Bool {
    letters.utf8.count <= 4 && name.key.utf8.count - letters.utf8.count >= 5 && name.tokens.count == 1
  }

  private func hasRegistryNumber(_ name: TrialName, _ lexed: LexedText, _ matches: [RegistryMatch]) -> Bool {
    guard !matches.isEmpty else { return false }
    let end = TrialWords.isTrialWord(lexed, name.tokens.upperBound) ? name.tokens.upperBound + 1 : name.tokens.upperBound
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

  /// Alone in the first cell of its row, a registry number, citation or year apart, under a heading that speaks of studies.
  private func isStudyCell(_ name: TrialName, _ passage: Passage, _ lexed: LexedText) -> Bool {
    guard let row = passage.tableRow, name.tokens.lowerBound == 0, row.row > 0 else { return false }
    let end = name.tokens.upperBound
    let isWhole = end == lexed.count || lexed.utf8[name.range.upperBound] == 0x09
    guard isWhole || lexed.isSymbol(end, "(") || lexed.isSymbol(end, "[") || TrialWords.isTrialWord(lexed, end) else {
      return false
    }
    return StudyTable(input, row.table).hasStudyHeading
  }

  private func isBracketed(_ name: TrialName, _ lexed: LexedText) -> Bool {
    guard lexed.isSymbol(name.tokens.lowerBound - 1, "("), name.hasDigits || name.letterCount >= 4 else { return false }
    let end = name.tokens.upperBound
    return lexed.isSymbol(end, ")") || TrialWords.isTrialWord(lexed, end)
  }

  /// The bracket ends the title or its first part: what goes on after it tells of something else than the trial.
  private func closesTitle(_ name: TrialName, _ lexed: LexedText) -> Bool {
    let end = name.tokens.upperBound
    guard lexed.isSymbol(end, ")") else { return true }
    let next = end + 1
    return next >= lexed.count || lexed.isSymbol(next, ":") || lexed.isSymbol(next, ".") || lexed.isSymbol(next, "-")
      || lexed.isSymbol(next, ";") || lexed.isSymbol(next, ",") || lexed.isSymbol(next, "[")
      || TrialWords.isTrialWord(lexed, next)
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
