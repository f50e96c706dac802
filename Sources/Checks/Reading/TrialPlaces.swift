import Literature

/// Where a passage names trials, and which of them its figures are of.
struct TrialPlaces {
  /// Ascending by the byte at which the name begins.
  private let names: [(start: Int, trial: Int)]
  /// Of a passage without names: the one trial that the sentence before it in its paragraph names.
  private var carried: Int?

  init(_ passage: Int, in context: CheckContext) {
    names = Self.names(passage, in: context)
    guard names.isEmpty, let block = context.extract.passages[passage].block else { return }
    var before = passage - 1
    while before >= 0, context.extract.passages[before].block == block {
      let named = Set(context.trialPassages[before])
      if !named.isEmpty {
        let trial = named.count == 1 ? named.first : Self.names(before, in: context).last?.trial
        carried = trial.flatMap { Self.citesOthers(than: $0, passage, in: context) ? nil : $0 }
        return
      }
      before -= 1
    }
  }

  /// Whether the passage has citations of its own, and none of a publication of the trial: it tells of another study.
  private static func citesOthers(than trial: Int, _ passage: Int, in context: CheckContext) -> Bool {
    let own = context.extract.trials[trial].references
    let cited = context.cited(in: passage)
    return !own.isEmpty && !cited.isEmpty && !cited.contains(where: own.contains)
  }

  private static func names(_ passage: Int, in context: CheckContext) -> [(start: Int, trial: Int)] {
    let flow = context.extract.passages[passage].flow
    return context.trialPassages[passage].flatMap { trial -> [(start: Int, trial: Int)] in
      let record = context.extract.trials[trial]
      let places = Set([record.name, record.id] + record.aliases).compactMap { name in
        name.isEmpty ? nil : flow.firstRange(of: Array(name.utf8))?.lowerBound
      }
      return places.map { ($0, trial) }
    }.sorted { ($0.start, $0.trial) < ($1.start, $1.trial) }
  }

  func trial(at byte: Int) -> Int? {
    names.last { $0.start <= byte }?.trial ?? names.first?.trial ?? carried
  }

  /// The trials whose names stand within a range of bytes.
  func trials(in range: Range<Int>) -> Set<Int> { Set(names.filter { range.contains($0.start) }.map(\.trial)) }

  /// Every trial that the passage names.
  var all: Set<Int> { Set(names.map(\.trial)) }
}
