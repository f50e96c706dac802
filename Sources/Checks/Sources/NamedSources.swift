import Literature
import TextAnalysis

/// Which work a sentence without a callout is of by the name of its study: "ARDENT enrolled 612 patients."
struct NamedSources {
  private let context: CheckContext
  private var byName: [String: Set<Int>] = [:]

  init(_ context: CheckContext) {
    self.context = context
    for (index, names) in TitleNames.studies(in: context).enumerated() {
      for name in names { byName[name, default: []].insert(index) }
    }
    for trial in context.extract.trials where trial.references.count == 1 {
      for name in Set([trial.name] + trial.aliases) where name.utf8.count >= Self.fewestBytes {
        byName[name, default: []].formUnion(trial.references)
      }
    }
  }

  private static let fewestBytes = 5

  /// Index into `Extract.references` of the one work at hand; nil where the sentence names none, or studies of several works.
  func reference(of passage: Int) -> Int? {
    guard let all = references(of: passage), all.count == 1, let only = all.first, context.sources[only] != nil else {
      return nil
    }
    return only
  }

  /// The works whose studies a sentence names; nil where it names none.
  func references(of passage: Int) -> Set<Int>? {
    guard context.extract.passages[passage].kind == .sentence else { return nil }
    let words = context.extract.passages[passage].flow.string
    let found = byName.filter { words.contains($0.key) }.values
    return found.isEmpty ? nil : found.reduce(into: Set<Int>()) { $0.formUnion($1) }
  }
}
