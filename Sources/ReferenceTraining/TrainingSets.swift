import Literature
import References

/// Collects training examples from files of several kinds, and keeps every scored string out.
///
/// A fifth of the tagged strings is held out for scoring (`StringKey.isHeldOut`), of rendered bibliographies a fifth of the keys. A
/// string that is held out of one set is out of all. Works that occur in a given set of scored strings are never rendered.
package struct TrainingSets {
  package private(set) var examples: [TrainingExample] = []
  package private(set) var heldOut: [TrainingString] = []
  private var seen: Set<String> = []
  private var works: [BibliographicItem] = []
  private var titles: Set<String> = []
  private var excluded = ExcludedWorks()

  package init() {}

  /// Strings that will be scored: neither they nor their works may be trained on.
  package mutating func exclude(_ strings: [String]) {
    excluded.add(strings)
    for string in strings { seen.insert(StringKey.folded(string)) }
  }

  /// Notes the strings of a set that are held out, so that no other set trains on them.
  package mutating func holdOut(_ strings: some Sequence<TrainingString>) {
    for string in strings where StringKey.isHeldOut(string.string) {
      if seen.insert(StringKey.folded(string.string)).inserted { heldOut.append(string) }
    }
  }

  /// Tagged strings, each once; those held out are left aside.
  package mutating func add(_ strings: [TrainingString], weight: Float = 1) {
    for string in strings where seen.insert(StringKey.folded(string.string)).inserted {
      if !StringKey.isHeldOut(string.string), let example = TrainingExample(string, weight: weight) {
        examples.append(example)
      }
    }
  }

  /// Entries that a style rendered, aligned with the works of their keys; at most `limit` different ones of a key.
  package mutating func add(
    _ entries: [(key: String, text: String)], of items: [String: [BibliographicItem]], limit: Int = 6, weight: Float = 0.5
  ) {
    var held: Set<String> = []
    for (key, items) in items where StringKey.isHeldOut(key) {
      for title in items.compactMap(\.title) { held.insert(StringKey.folded(title)) }
    }
    var counts: [String: Int] = [:]
    var texts: Set<String> = []
    for entry in entries
    where !StringKey.isHeldOut(entry.key) && counts[entry.key, default: 0] < limit && texts.insert(entry.text).inserted {
      for item in items[entry.key] ?? [] {
        guard let title = item.title, !held.contains(StringKey.folded(title)) else { continue }
        var aligner = FieldAligner(entry.text)
        guard let string = aligner.aligned(with: item), let example = TrainingExample(string, weight: weight) else { continue }
        counts[entry.key, default: 0] += 1
        examples.append(example)
        break
      }
    }
  }

  /// Works to render; each title once.
  package mutating func add(works added: [BibliographicItem]) {
    for work in added {
      let title = LetterFolding.folded(work.title ?? work.containerTitle ?? "")
      if !title.isEmpty, titles.insert(title).inserted, !excluded.holds(title) { works.append(work) }
    }
  }

  /// Bodies that wrote or published one of the works, by names of three words and more.
  private var bodies: [String] {
    let names = works.flatMap { work in
      work.authors.compactMap(\.literal) + (work.type == "article-journal" ? [] : [work.publisher ?? ""])
    }
    return Set(names.filter { $0.split(separator: " ").count > 2 && $0.utf8.count < 120 }).sorted()
  }

  /// Composes Chinese references of invented works.
  package mutating func compose(chinese count: Int, weight: Float = 0.5, seed: UInt64 = 5) {
    var renderer = ChineseRenderer(seed: seed)
    for _ in 0..<count {
      let string = renderer.next()
      guard seen.insert(StringKey.folded(string.string)).inserted else { continue }
      if let example = TrainingExample(string, weight: weight) { examples.append(example) }
    }
  }

  /// Renders the works in styles drawn by `seed`: articles up to a number, all other kinds several times, and some articles as if they
  /// were patents, data sets, theses and other kinds that reference lists seldom hold.
  package mutating func render(articles: Int, others: Int, kinds: Int = 0, weight: Float = 0.5, seed: UInt64 = 3) {
    var renderer = StyleRenderer(seed: seed, bodies: bodies)
    var random = SplitMix64(state: seed)
    works.shuffle(using: &random)
    let isArticle = { (work: BibliographicItem) in work.type == "article-journal" }
    let articleWorks = works.filter(isArticle)
    var strings = articleWorks.prefix(articles).compactMap { renderer.render($0) }
    let rest = works.filter { !isArticle($0) }
    for _ in 0..<others { strings += rest.compactMap { renderer.render($0) } }
    strings += articleWorks.suffix(kinds).compactMap { renderer.renderSeldomKind($0) }
    for string in strings where seen.insert(StringKey.folded(string.string)).inserted {
      if let example = TrainingExample(string, weight: weight) { examples.append(example) }
    }
  }
}

/// Finds whether a title occurs in strings that are to be scored.
struct ExcludedWorks {
  private static let length = 24
  private var heads: Set<[UInt8]> = []
  private var strings: [String] = []

  mutating func add(_ added: [String]) {
    for string in added {
      let folded = LetterFolding.folded(string)
      strings.append(folded)
      let bytes = Array(folded.utf8)
      guard bytes.count >= Self.length else { continue }
      for start in 0...bytes.count - Self.length { heads.insert(Array(bytes[start..<start + Self.length])) }
    }
  }

  func holds(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    if bytes.count >= Self.length { return heads.contains(Array(bytes[..<Self.length])) }
    return strings.contains { $0.contains(title) }
  }
}
