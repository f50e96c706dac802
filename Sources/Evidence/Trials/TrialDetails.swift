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
  private let passageOfReference: [Int: Int]

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
    passageOfReference = Dictionary(
      input.passages.indices.compactMap { index in input.passages[index].reference.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// A text that tells of a trial, and the passage that it is or is of.
  struct Source {
    var passage: Int?
    var utf8: [UInt8]
  }

  func complete(_ trial: inout Trial, index: Int) {
    let sources = sources(of: trial, index)
    trial.isOwn = findings.own == index
    addRegistryNumbers(&trial, index)
    let methods = trial.isOwn ? ownMethods() : []
    trial.drugs = first(Self.drugs, in: sources + methods.filter(Self.allocates), .drugs, &trial) { !$0.isEmpty } ?? []
    let phase = phaseSources(of: trial, index, sources)
    trial.phase = first({ TrialPhase.phase(in: LexedText($0)) }, in: phase, .phase, &trial) { $0 != nil } ?? nil
    trial.setting = first(setting, in: sources, .setting, &trial) { $0 != nil } ?? nil
    trial.diseases = first(TrialDesign.diseases, in: sources, .diseases, &trial) { !$0.isEmpty } ?? []
    trial.design = first(TrialDesign.designs, in: sources + methods, .design, &trial) { !$0.isEmpty } ?? []
    let further = methods.flatMap { TrialDesign.designs(in: $0.utf8) }.filter(TrialDesign.ofMethods.contains)
    trial.design = TrialDesign.ordered(trial.design + further)
    trial.masking = first(TrialDesign.masking, in: sources + methods, .masking, &trial) { $0 != nil } ?? nil
    addSampleSize(&trial, index, methods)
  }

  /// What the first source says that says anything, and its place.
  private func first<Value>(
    _ reading: ([UInt8]) -> Value, in sources: [Source], _ detail: Trial.Detail, _ trial: inout Trial, _ isSaid: (Value) -> Bool
  ) -> Value? {
    for source in sources {
      let value = reading(source.utf8)
      guard isSaid(value) else { continue }
      if let passage = source.passage { trial.places[detail] = passage }
      return value
    }
    return nil
  }

  private func addSampleSize(_ trial: inout Trial, _ index: Int, _ methods: [Source]) {
    if let row = sampleSizeOfRow(index) {
      (trial.sampleSize, trial.places[.sampleSize]) = (row.size, row.passage)
    } else if let text = sampleSizeOfText(trial, index) {
      (trial.sampleSize, trial.places[.sampleSize]) = (text.size, text.passage)
    } else {
      trial.sampleSize = first({ SampleSize.allocated(in: LexedText($0)) }, in: methods, .sampleSize, &trial) { $0 != nil } ?? nil
    }
  }

  /// Where a trial's particulars stand, the most reliable first: its row, its own title, sentences on it alone, titles of its papers.
  private func sources(of trial: Trial, _ index: Int) -> [Source] {
    let rows = rowsOfTrial[index] ?? []
    var passages = rows
    if findings.own == index { passages += input.passages.indices.filter { input.passages[$0].kind == .title } }
    passages += trial.passages.filter { trialsOfPassage[$0]?.count == 1 && !rows.contains($0) }.prefix(12)
    let titles = trial.references.prefix(4).map { reference in
      Source(
        passage: passageOfReference[reference],
        utf8: Array((input.references[reference].item.title ?? input.references[reference].raw).utf8))
    }
    let named = Array(trial.name.utf8)
    return passages.map { Source(passage: $0, utf8: without(named, in: input.lexed[$0].utf8)) } + titles
  }

  /// The abstract and the sections on method of a trial's own report: what they say of design and masking is said of it.
  private func ownMethods() -> [Source] {
    var roles: [String: Bool] = ["abstract": true]
    var found: [Source] = []
    for (index, passage) in input.passages.enumerated() where passage.kind == .sentence && found.count < 80 {
      let isPlan = roles[passage.section] ?? SectionRoles(passage.section).isPlan
      roles[passage.section] = isPlan
      if isPlan { found.append(Source(passage: index, utf8: input.lexed[index].utf8)) }
    }
    return found
  }

  /// Whether a sentence tells what the groups were given: of others a report names drugs of all kinds.
  private static func allocates(_ source: Source) -> Bool { allocation.stand(in: source.utf8) }

  private static let allocation = Needles([
    "random", "assigned", "allocated", "receive", "were given", "were treated with", "was administered", "were administered",
    " versus ", "compared with",
    "随机", "分为", "给予", "接受",
  ])

  /// A row that gives no phase is of a study without one: then sentences, which also speak of trials still to come, are not asked.
  private func phaseSources(of trial: Trial, _ index: Int, _ sources: [Source]) -> [Source] {
    guard let rows = rowsOfTrial[index] else { return sources }
    return Array(sources.prefix(rows.count) + sources.suffix(min(trial.references.count, 4)))
  }

  /// The name itself may hold a word of the lexicon.
  private func without(_ name: [UInt8], in text: [UInt8]) -> [UInt8] {
    text.starts(with: name) ? Array(text.dropFirst(name.count)) : text
  }

  /// The drugs that a text names, each once, but for those that patients had had before.
  static func drugs(in utf8: [UInt8]) -> [String] {
    var seen: Set<String> = []
    let matches = Lexicon.builtIn.matches(in: utf8).filter { $0.concept.kind == .drug }
    guard !matches.isEmpty else { return [] }
    let prior = PriorTreatment(LexedText(utf8))
    return matches.filter { !prior.holds($0.range) && seen.insert($0.concept.id).inserted }.map(\.concept.id)
  }

  private func addRegistryNumbers(_ trial: inout Trial, _ index: Int) {
    for mention in mentionsOfTrial[index] ?? [] {
      let numbers = registry[mention.passage]
      let isRow = trialOfRow[mention.passage] == index && mention.range.lowerBound == 0
      let first = isRow ? 0 : numbers.partitionPoint { $0.range.lowerBound >= mention.range.upperBound }
      for match in numbers[first...].prefix(isRow ? 10 : 3)
      where isRow || isApposition(match.range, to: mention.range, in: input.lexed[mention.passage]) {
        if !trial.registry.contains(match.identifier) { trial.registry.append(match.identifier) }
        if trial.places[.registry] == nil { trial.places[.registry] = mention.passage }
      }
    }
  }

  /// `NAME (NCT…)`, `NAME trial (registered as NCT…)`: no other bracket or clause lies between.
  private func isApposition(_ number: Range<Int>, to name: Range<Int>, in lexed: LexedText) -> Bool {
    guard number.lowerBound >= name.upperBound, number.lowerBound - name.upperBound <= 60 else { return false }
    let between = lexed.utf8[name.upperBound..<number.lowerBound]
    return between.contains(0x28) || between.contains(0x5B) || between.contains(sequence: "（".utf8) || between.count <= 3
      || between.starts(with: ",".utf8) && !between.dropFirst().contains(0x2C)
  }

  private func setting(_ utf8: [UInt8]) -> String? {
    let found = Lexicon.builtIn.matches(in: utf8).filter { $0.concept.kind == .setting }.map {
      String($0.concept.id.dropFirst(8))
    }
    return Self.settingsByWeight.first(where: found.contains)
  }

  /// 围手术期(新辅助 + 手术 + 辅助) is perioperative; 一线 says more than 晚期.
  private static let settingsByWeight = [
    "perioperative", "neoadjuvant", "adjuvant", "conversion", "maintenance", "consolidation", "first-line", "second-line",
    "later-line",
    "relapsed-refractory", "salvage", "secondary-prevention", "prophylaxis", "metastatic", "unresectable", "locally-advanced",
    "advanced",
    "palliative",
  ]

  private func sampleSizeOfRow(_ index: Int) -> (size: Int, passage: Int)? {
    for passage in rowsOfTrial[index] ?? [] {
      guard let row = input.passages[passage].tableRow else { continue }
      let table = StudyTable(input, row.table)
      guard let column = table.sampleSizeColumn, let cell = table.cell(row: row.row, column: column) else { continue }
      let lexed = LexedText(cell.flow.utf8)
      if lexed.count == 1, let number = lexed.number(0), number.decimals == 0 { return (Int(number.value), passage) }
    }
    return nil
  }

  private func sampleSizeOfText(_ trial: Trial, _ index: Int) -> (size: Int, passage: Int)? {
    for passage in trial.passages where trialsOfPassage[passage]?.count == 1 {
      if let size = SampleSize.size(in: input.lexed[passage]) { return (size, passage) }
    }
    return nil
  }
}
