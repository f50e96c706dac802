import Literature
import TextAnalysis

/// Which work a sentence without a callout is of by the name of its study: "ARDENT enrolled 612 patients."
struct NamedSources {
  private let context: CheckContext
  /// Of sentences without callouts that name a study.
  private let byPassage: [Int: Set<Int>]

  /// O(sentences × names of studies).
  init(_ context: CheckContext) {
    var byName: [String: Set<Int>] = [:]
    for (index, names) in TitleNames.studies(in: context).enumerated() {
      for name in names { byName[name, default: []].insert(index) }
    }
    for trial in context.extract.trials where trial.references.count == 1 {
      for name in Set([trial.name] + trial.aliases) where name.utf8.count >= Self.fewestBytes {
        byName[name, default: []].formUnion(trial.references)
      }
    }
    let names = byName.map { (bytes: Array($0.key.utf8), works: $0.value) }
    let cited = Set(context.extract.citations.map(\.passage))
    var byPassage: [Int: Set<Int>] = [:]
    for (index, passage) in context.extract.passages.enumerated() where passage.kind == .sentence && !cited.contains(index) {
      for name in names where passage.flow.firstRange(of: name.bytes) != nil {
        byPassage[index, default: []].formUnion(name.works)
      }
    }
    self.context = context
    self.byPassage = byPassage
  }

  private static let fewestBytes = 5

  /// Index into `Extract.references` of the one work at hand; nil where the sentence names none, or studies of several works.
  func reference(of passage: Int) -> Int? {
    guard let all = references(of: passage), all.count == 1, let only = all.first, context.sources[only] != nil else {
      return nil
    }
    return only
  }

  /// The works whose studies a sentence without callouts names; nil where it names none.
  func references(of passage: Int) -> Set<Int>? { byPassage[passage] }
}
