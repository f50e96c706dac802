import Literature

/// Works found without identifiers, against the DOIs and PMIDs that the references of all articles carry.
struct HiddenIdentifiers: Measure {
  let folder = "jats-trials/xml"
  let name = "works/hidden-identifiers"
  var needs: [String] { [folder] }

  /// A reference whose identifiers are known, and what remains without them.
  private struct Known {
    var name: String
    var truth: Int
    var item: BibliographicItem
    var hasDOI: Bool
    var hasPMID: Bool

    /// Whether both carry an identifier of one kind.
    func canDiffer(from other: Known) -> Bool { hasDOI && other.hasDOI || hasPMID && other.hasPMID }
  }

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "references with a DOI or PMID, both taken away; a pair is one work in truth if it shares a DOI or a PMID (transitively), two if both have a DOI or both have a PMID and it differs, else undecided and left out; one work by us if our clusters say so"
    )
    let known = try references(data)
    var clusters = WorkClusters()
    for reference in known { clusters.add(reference.item) }
    let works = clusters.works
    let ours = Dictionary(grouping: known.indices, by: { works[$0] })
    let truth = Dictionary(grouping: known.indices, by: { known[$0].truth })
    let wanted = truth.values.reduce(0) { $0 + Self.pairs($1.count) }
    let right = ours.values.reduce(0) { sum, members in
      sum + Dictionary(grouping: members, by: { known[$0].truth }).values.reduce(0) { $0 + Self.pairs($1.count) }
    }
    let wrong = falsePairs(ours, known)
    report.rows = [
      .init(what: "pairs of one work", matched: right, gold: wanted, right: right, ours: right + wrong.count),
      .init(what: "references", matched: known.count, gold: known.count),
    ]
    report.misses = wrong.sorted() + lostPairs(truth, works, known)
    return report
  }

  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

  private func references(_ data: DataFolder) throws -> [Known] {
    var known: [Known] = []
    var numbers: [String: Int] = [:]
    var parents: [Int] = []
    func root(_ number: Int) -> Int {
      var number = number
      while parents[number] != number { number = parents[number] }
      return number
    }
    for file in try data.files(in: folder, suffix: [".nxml", ".xml"]) {
      for reference in try data.extract(file).references {
        let keys = [reference.item.doi.map { "doi:\($0)" }, reference.item.pmid.map { "pmid:\($0)" }].compactMap { $0 }
        guard !keys.isEmpty else { continue }
        let own = parents.count
        parents.append(own)
        for key in keys {
          if let other = numbers[key] { parents[root(own)] = root(other) } else { numbers[key] = own }
        }
        var item = reference.item
        (item.doi, item.pmid, item.pmcid, item.url, item.arxiv) = (nil, nil, nil, nil, nil)
        known.append(
          Known(
            name: "\(file.split(separator: "/").last ?? "")#\(reference.label) \(keys.joined(separator: " "))", truth: own,
            item: item,
            hasDOI: reference.item.doi != nil, hasPMID: reference.item.pmid != nil))
      }
    }
    return known.map { reference in
      var reference = reference
      reference.truth = root(reference.truth)
      return reference
    }
  }

  /// One line for each pair that we join and whose identifiers differ.
  private func falsePairs(_ ours: [Int: [Int]], _ known: [Known]) -> [String] {
    ours.values.flatMap { members -> [String] in
      members.indices.flatMap { place in
        members[..<place].compactMap { earlier -> String? in
          let (one, other) = (known[earlier], known[members[place]])
          guard one.truth != other.truth, one.canDiffer(from: other) else { return nil }
          return
            "false: \(describe(one)) | \(describe(other)): \(WorkMatch(one.item, other.item).reasons.joined(separator: ", "))"
        }
      }
    }
  }

  private func lostPairs(_ truth: [Int: [Int]], _ works: [Int], _ known: [Known]) -> [String] {
    truth.values.flatMap { members -> [String] in
      let groups = Dictionary(grouping: members, by: { works[$0] }).values.compactMap(\.first).sorted()
      guard let first = groups.first else { return [] }
      return groups.dropFirst().map {
        "lost: \(describe(known[first])) | \(describe(known[$0])): \(WorkMatch(known[first].item, known[$0].item).reasons.joined(separator: ", "))"
      }
    }.sorted()
  }

  private func describe(_ known: Known) -> String {
    let item = known.item
    let fields = [
      item.authors.first?.family, item.year.map(String.init), item.title, item.containerTitle, item.volume, item.page,
    ]
    return "\(known.name) \(fields.compactMap { $0 }.joined(separator: "; "))"
  }
}
