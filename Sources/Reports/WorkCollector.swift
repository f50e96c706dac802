import Literature

/// Brings descriptions of works together, as `WorkClusters` groups them, and fills each work up from all its descriptions.
public struct WorkCollector: Sendable {
  private var clusters = WorkClusters()
  private var items: [BibliographicItem] = []
  private let apart: Set<String>

  /// `apart`: references that stay works of their own, as `review#12`: the name of the file, without or with what follows its point, and
  /// the label or key.
  public init(apart: Set<String> = []) { self.apart = apart }

  /// Adds a description; the number it returns is its place in `ordinals`.
  @discardableResult
  public mutating func add(_ item: BibliographicItem, isAlone: Bool = false) -> Int {
    clusters.add(item, alone: isAlone)
    items.append(item)
    return items.count - 1
  }

  /// Adds every work of a document's reference list.
  public mutating func add(_ extract: Extract) {
    for reference in extract.references {
      let isAlone = isApart(reference, of: extract)
      for item in [reference.item] + reference.otherItems { add(item, isAlone: isAlone) }
    }
  }

  /// Adds the entries of one bibliography file. They stay apart from each other, as each has its key; each may be a work that was
  /// added before.
  public mutating func add(file entries: [BibliographicItem], path: String = "") {
    var own: Set<Int> = []
    for item in entries {
      own.insert(clusters.add(item, apart: own, alone: isApart(item.id, path: path)))
      items.append(item)
    }
  }

  /// Whether a reference was named as a work of its own.
  func isApart(_ reference: Reference, of extract: Extract) -> Bool { isApart(reference.label, path: extract.path) }

  private func isApart(_ label: String?, path: String) -> Bool {
    guard !apart.isEmpty, let label else { return false }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return [path, name, stem].contains { apart.contains("\($0)#\(label)") }
  }

  /// The works in the order in which they first came, each with what its descriptions know together.
  public var works: [BibliographicItem] {
    var works: [BibliographicItem] = []
    for (item, ordinal) in zip(items, ordinals) {
      if ordinal == works.count { works.append(item) } else { works[ordinal].fill(from: item) }
    }
    return works
  }

  /// For every description the index of its work in `works`. O(n).
  public var ordinals: [Int] {
    var ordinals: [Int: Int] = [:]
    return clusters.works.map { work in
      let next = ordinals.count
      return ordinals[work]
        ?? {
          ordinals[work] = next
          return next
        }()
    }
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
