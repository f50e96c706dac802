import Literature

/// Brings descriptions of works together: descriptions that share a fingerprint are one work, two different DOIs are two.
///
/// Adding is O(keys) on average, so that a whole knowledge base can be collected document by document.
public struct WorkCollector: Sendable {
  private var items: [BibliographicItem] = []
  private var parents: [Int] = []
  private var owners: [String: Int] = [:]

  public init() {}

  /// Adds a description; the number it returns names it in `work(of:)`.
  @discardableResult
  public mutating func add(_ item: BibliographicItem) -> Int {
    let added = items.count
    items.append(item)
    parents.append(added)
    for key in WorkFingerprint.keys(for: item) {
      if let owner = owners[key] { join(owner, added) } else { owners[key] = added }
    }
    return added
  }

  /// Adds every work of a document's reference list.
  public mutating func add(_ extract: Extract) {
    for reference in extract.references {
      for item in [reference.item] + reference.otherItems { add(item) }
    }
  }

  /// Adds the entries of one bibliography file. They stay apart from each other, as each has its key; each may be a work that was
  /// added before.
  public mutating func add(file entries: [BibliographicItem]) {
    let start = items.count
    for item in entries {
      parents.append(items.count)
      items.append(item)
    }
    for index in start..<items.count {
      let keys = WorkFingerprint.keys(for: items[index])
      for key in keys { if let owner = owners[key], owner < start { join(owner, index) } }
    }
    for index in start..<items.count {
      for key in WorkFingerprint.keys(for: items[index]) where owners[key] == nil { owners[key] = index }
    }
  }

  /// The works in the order in which they first came, each with what its descriptions know together.
  public var works: [BibliographicItem] { items.indices.filter { parents[$0] == $0 }.map { items[$0] } }

  /// For every description the index of its work in `works`. O(n).
  public var ordinals: [Int] {
    var ordinals: [Int] = []
    var next = 0
    for index in items.indices {
      let root = root(index)
      if root == index {
        ordinals.append(next)
        next += 1
      } else {
        ordinals.append(ordinals[root])
      }
    }
    return ordinals
  }

  /// The earlier of two works takes over the later, so a root is always the first of its descriptions.
  private mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(one), root(other))
    guard first != second, Self.mayBeOne(items[first], items[second]) else { return }
    let (kept, taken) = (min(first, second), max(first, second))
    items[kept].fill(from: items[taken])
    parents[taken] = kept
    parents[one] = kept
    parents[other] = kept
  }

  private func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index { index = parents[index] }
    return index
  }

  private static func mayBeOne(_ one: BibliographicItem, _ other: BibliographicItem) -> Bool {
    guard let first = one.doi, let second = other.doi else { return true }
    return first.lowercased() == second.lowercased()
  }
}

extension BibliographicItem {
  /// Takes over what this description leaves open from another of the same work.
  mutating func fill(from other: BibliographicItem) {
    if authors.isEmpty {
      authors = other.authors
      authorsTruncated = other.authorsTruncated
    }
    issued = issued ?? other.issued
    let fields: [WritableKeyPath<BibliographicItem, String?>] = [
      \.title, \.containerTitle, \.volume, \.issue, \.page, \.number, \.edition, \.publisher, \.publisherPlace, \.language, \.doi,
      \.pmid, \.pmcid, \.arxiv, \.isbn, \.issn, \.url, \.abstract, \.keyword,
    ]
    for field in fields { self[keyPath: field] = self[keyPath: field] ?? other[keyPath: field] }
  }
}
