import Lexicon
import Literature
import TextAnalysis

/// Fills in what a document says of a trial: registry numbers, drugs, phase, number of participants, setting.
struct TrialDetails {
  let input: EvidenceInput
  let registry: [[RegistryMatch]]
  let findings: TrialFindings
  private let trialOfRow: [Int: Int]
  /// Passages of the rows about each trial, ascending.
  private let rowsOfTrial: [Int: [Int]]
  private let mentionsOfTrial: [Int: [TrialMention]]
  private let trialsOfPassage: [Int: Set<Int>]

  init(input: EvidenceInput, registry: [[RegistryMatch]], findings: TrialFindings, trialOfRow: [Int: Int]) {
    self.input = input
    self.registry = registry
    self.findings = findings
    self.trialOfRow = trialOfRow
    rowsOfTrial = Dictionary(grouping: trialOfRow.keys.sorted(), by: { trialOfRow[$0] ?? -1 })
    mentionsOfTrial = Dictionary(grouping: findings.mentions, by: \.trial)
    var trials: [Int: Set<Int>] = [:]
    for mention in findings.mentions { trials[mention.passage, default: []].insert(mention.trial) }
    trialsOfPassage = trials
  }

  func complete(_ trial: inout Trial, index: Int) {
    let sources = sources(of: trial, index)
    addRegistryNumbers(&trial, index)
    trial.drugs = sources.lazy.map(Self.drugs).first { !$0.isEmpty } ?? []
    trial.phase = phaseSources(of: trial, index, sources).lazy.compactMap { TrialPhase.phase(in: LexedText($0)) }.first
    trial.setting = setting(sources)
    trial.sampleSize = sampleSizeOfRow(index) ?? sampleSizeOfText(trial, index)
  }

  /// Where a trial's particulars stand, the most reliable first: its row, its own title, sentences on it alone, titles of its papers.
  private func sources(of trial: Trial, _ index: Int) -> [[UInt8]] {
    let rows = rowsOfTrial[index] ?? []
    var passages = rows
    if findings.own == index { passages += input.passages.indices.filter { input.passages[$0].kind == .title } }
    passages += trial.passages.filter { trialsOfPassage[$0]?.count == 1 && !rows.contains($0) }.prefix(12)
    let titles = trial.references.prefix(4).map { Array((input.references[$0].item.title ?? input.references[$0].raw).utf8) }
    let named = Array(trial.name.utf8)
    return passages.map { without(named, in: input.lexed[$0].utf8) } + titles
  }

  /// A row that gives no phase is of a study without one: then sentences, which also speak of trials still to come, are not asked.
  private func phaseSources(of trial: Trial, _ index: Int, _ sources: [[UInt8]]) -> [[UInt8]] {
    guard let rows = rowsOfTrial[index] else { return sources }
    return Array(sources.prefix(rows.count) + sources.suffix(min(trial.references.count, 4)))
  }

  /// The name itself may hold a word of the lexicon.
  private func without(_ name: [UInt8], in text: [UInt8]) -> [UInt8] {
    text.starts(with: name) ? Array(text.dropFirst(name.count)) : text
  }

  static func drugs(in utf8: [UInt8]) -> [String] {
    var seen: Set<String> = []
    return Lexicon.builtIn.matches(in: utf8).filter { $0.concept.kind == .drug }.map(\.concept.id).filter {
      seen.insert($0).inserted
    }
  }

  private func addRegistryNumbers(_ trial: inout Trial, _ index: Int) {
    for mention in mentionsOfTrial[index] ?? [] {
      let numbers = registry[mention.passage]
      let isRow = trialOfRow[mention.passage] == index && mention.range.lowerBound == 0
      let first = isRow ? 0 : numbers.partitionPoint { $0.range.lowerBound >= mention.range.upperBound }
      for match in numbers[first...].prefix(isRow ? 10 : 3)
      where isRow || isApposition(match.range, to: mention.range, in: input.lexed[mention.passage]) {
        if !trial.registry.contains(match.identifier) { trial.registry.append(match.identifier) }
      }
    }
  }

  /// `NAME (NCT…)`, `NAME trial (registered as NCT…)`: no other bracket or clause lies between.
  private func isApposition(_ number: Range<Int>, to name: Range<Int>, in lexed: LexedText) -> Bool {
    guard number.lowerBound >= name.upperBound, number.lowerBound - name.upperBound <= 60 else { return false }
    let between = lexed.utf8[name.upperBound..<number.lowerBound]
    return between.contains(0x28) || between.contains(0x5B) || between.count <= 3
      || between.starts(with: ",".utf8) && !between.dropFirst().contains(0x2C)
  }

  private func setting(_ sources: [[UInt8]]) -> String? {
    for source in sources {
      let found = Lexicon.builtIn.matches(in: source).filter { $0.concept.kind == .setting }.map {
        String($0.concept.id.dropFirst(8))
      }
      if let first = Self.settingsByWeight.first(where: found.contains) { return first }
    }
    return nil
  }

  /// 围手术期(新辅助 + 手术 + 辅助) is perioperative; 一线 says more than 晚期.
  private static let settingsByWeight = [
    "perioperative", "neoadjuvant", "adjuvant", "conversion", "maintenance", "consolidation", "first-line", "second-line",
    "later-line",
    "relapsed-refractory", "salvage", "secondary-prevention", "prophylaxis", "metastatic", "unresectable", "locally-advanced",
    "advanced",
    "palliative",
  ]

  private func sampleSizeOfRow(_ index: Int) -> Int? {
    for passage in rowsOfTrial[index] ?? [] {
      guard let row = input.passages[passage].tableRow else { continue }
      let table = StudyTable(input, row.table)
      guard let column = table.sampleSizeColumn, let cell = table.cell(row: row.row, column: column) else { continue }
      let lexed = LexedText(cell.flow.utf8)
      if lexed.count == 1, let number = lexed.number(0), number.decimals == 0 { return Int(number.value) }
    }
    return nil
  }

  private func sampleSizeOfText(_ trial: Trial, _ index: Int) -> Int? {
    for passage in trial.passages where trialsOfPassage[passage]?.count == 1 {
      if let size = SampleSize.size(in: input.lexed[passage]) { return size }
    }
    return nil
  }
}

/// A number of participants in a sentence: `n = 959`, `1114 例`, `randomised 668 patients`.
enum SampleSize {
  static func size(in lexed: LexedText) -> Int? {
    for index in lexed.tokens.indices where lexed.isNumber(index) {
      guard let number = lexed.number(index), number.decimals == 0, (10...200_000).contains(number.value) else { continue }
      let isN = lexed.isSymbol(index - 1, "=") && lexed.isWord(index - 2, "n")
      let isCounted = lexed.hanHasPrefix(index + 1, "例") || lexed.hanHasPrefix(index + 1, "名")
      let isEnglish = [index + 1, index + 2].contains {
        lexed.isWord($0, "patients") || lexed.isWord($0, "participants") || lexed.isWord($0, "adults")
          || lexed.isWord($0, "subjects")
      }
      if isN || isCounted && lexed.tokens[index].range.count >= 2 || isEnglish && saysEnrolled(lexed) { return Int(number.value) }
    }
    return nil
  }

  private static func saysEnrolled(_ lexed: LexedText) -> Bool {
    lexed.tokens.indices.contains { index in
      lexed.isWord(index, "randomized") || lexed.isWord(index, "randomised") || lexed.isWord(index, "enrolled")
        || lexed.isWord(index, "assigned")
        || lexed.isWord(index, "included") || lexed.isWord(index, "recruited") || lexed.isWord(index, "randomly")
    }
  }
}

/// The phase of a trial: `III 期`, `Phase 2/3`, `Ⅱ期`, `phase Ib`.
enum TrialPhase {
  static func phase(in lexed: LexedText) -> String? {
    for index in lexed.tokens.indices {
      if lexed.isWord(index, "phase"), let found = numeral(lexed, from: index + 1, by: 1) { return found }
      if lexed.hanHasPrefix(index, "期"), index > 0, let found = numeral(lexed, from: index - 1, by: -1) { return found }
    }
    return nil
  }

  /// One numeral, or two with a slash or hyphen between, read from `start` on or backwards.
  private static func numeral(_ lexed: LexedText, from start: Int, by step: Int) -> String? {
    guard let first = digit(lexed, start) else { return nil }
    guard lexed.isSymbol(start + step, "/") || lexed.isSymbol(start + step, "-"), let second = digit(lexed, start + 2 * step)
    else { return first }
    return step > 0 ? first + "/" + second : second + "/" + first
  }

  private static func digit(_ lexed: LexedText, _ index: Int) -> String? {
    guard lexed.tokens.indices.contains(index) else { return nil }
    return numerals[lexed.string(index).uppercased()]
  }

  private static let numerals: [String: String] = [
    "I": "1", "II": "2", "III": "3", "IV": "4", "1": "1", "2": "2", "3": "3", "4": "4", "Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4",
    "IA": "1a",
    "IB": "1b", "IIA": "2a", "IIB": "2b", "IIIB": "3b", "1A": "1a", "1B": "1b", "2A": "2a", "2B": "2b", "3B": "3b",
  ]
}
