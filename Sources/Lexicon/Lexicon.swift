/// Drugs, procedures, endpoints, measures, designs, diseases and settings by name, in English and Chinese.
///
/// Names are matched without regard to the case of Latin letters, short forms in the case given. Where a name has a space or
/// hyphen, the text may have a space, a hyphen or neither; where it has none, the text may have none.
///
/// A class, as it is asked of each stretch of a text: a struct of its tables would be copied each time.
public final class Lexicon: Sendable {
  /// The lexicon that comes with the program; built at first use.
  public static let builtIn = Lexicon(tables: builtInTables)

  /// In the order of the tables.
  public let concepts: [Concept]
  let trie: NameTrie
  private let indexByID: [String: Int]

  public init(concepts: [Concept]) {
    self.concepts = concepts
    var trie = NameTrieBuilder(names: 4 * concepts.count)
    var indexByID: [String: Int] = [:]
    indexByID.reserveCapacity(concepts.count)
    for (index, concept) in concepts.enumerated() {
      if indexByID[concept.id] == nil { indexByID[concept.id] = index }
      for name in concept.english { trie.insert(name, concept: index, exactCase: false) }
      for name in concept.chinese { trie.insert(name, concept: index, exactCase: false) }
      for name in concept.abbreviations { trie.insert(name, concept: index, exactCase: true) }
    }
    self.trie = NameTrie(trie)
    self.indexByID = indexByID
  }

  /// The concept of an id such as `drug:sorafenib`.
  public func concept(id: String) -> Concept? { indexByID[id].map { concepts[$0] } }

  /// The concepts that go by a name or short form, in table order; case, spaces and hyphens do not matter.
  public func concepts(named name: String) -> [Concept] {
    trie.concepts(named: name).sorted().map { concepts[$0] }
  }

  /// Every named concept of a text, ascending and not overlapping; at each place the longest name wins. O(n).
  ///
  /// Latin names must stand as words (a plural s is allowed); Chinese names may stand anywhere.
  public func matches(in utf8: [UInt8]) -> [ConceptMatch] {
    trie.matches(in: utf8).map { ConceptMatch(concept: concepts[$0.concept], range: $0.range) }
  }
}
