import Literature

/// Two entries of one reference list that are the same work.
public struct DuplicateReference: Hashable, Sendable {
  /// Indices into the list; `first` < `second`.
  public var first: Int
  public var second: Int
  /// The key that both share: `doi:…`, `pmid:…`, `title:…`, `place:…`.
  public var key: String
}

/// Finds works that a reference list names twice.
public enum DuplicateReferences {
  /// Pairs in order of the second entry, each entry with the first one that is the same work. O(n) in the references.
  ///
  /// Two different DOIs (or PMIDs) are two works, whatever their titles: a paper and its abstract, a protocol and its trial.
  public static func pairs(in references: [Reference]) -> [DuplicateReference] {
    var firstByKey: [String: [Int]] = [:]
    var pairs: [DuplicateReference] = []
    for (index, reference) in references.enumerated() {
      let keys = WorkFingerprint.keys(for: reference.item)
      if let pair = keys.lazy.compactMap({ earlier($0, index, firstByKey, references) }).first { pairs.append(pair) }
      // A few candidates a key are enough: those that contradict each other are few.
      for key in keys where firstByKey[key, default: []].count < 8 { firstByKey[key, default: []].append(index) }
    }
    return pairs
  }

  private static func earlier(
    _ key: String, _ index: Int, _ firstByKey: [String: [Int]], _ references: [Reference]
  ) -> DuplicateReference? {
    guard let first = firstByKey[key]?.first(where: { !contradict(references[$0].item, references[index].item) }) else {
      return nil
    }
    return DuplicateReference(first: first, second: index, key: key)
  }

  private static func contradict(_ one: BibliographicItem, _ other: BibliographicItem) -> Bool {
    if let a = one.doi, let b = other.doi { return a != b }
    if let a = one.pmid, let b = other.pmid { return a != b }
    return differ(one.volume, other.volume) || differ(one.firstPage, other.firstPage) || differ(one.edition, other.edition)
  }

  /// Both are known and say different things.
  private static func differ(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return false }
    return WorkFingerprint.folded(one) != WorkFingerprint.folded(other)
  }
}
