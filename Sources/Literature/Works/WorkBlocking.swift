/// Under which keys a description is looked for: two of one work nearly always share one, and few others do.
public enum WorkBlocking {
  /// The keys under which a description is kept: identifiers, volume with first page, first author with year, and both ends of the title.
  public static func keys(of item: BibliographicItem) -> [String] { keys(of: WorkDescription(item)) }

  static func keys(of described: WorkDescription) -> [String] {
    let item = described.item
    var keys = identifiers(of: item)
    if let volume = described.volume, let page = described.page { keys.append("place:\(volume)|\(page)") }
    if let year = item.year, let author = author(described) { keys.append("author:\(author)|\(year)") }
    return keys + titleKeys(described)
  }

  /// The keys to look under: those above, and the author with the years beside.
  public static func lookups(for item: BibliographicItem) -> [String] {
    let described = WorkDescription(item)
    return lookups(for: described, keys: keys(of: described))
  }

  /// `keys`: those that the description is kept under.
  static func lookups(for described: WorkDescription, keys: [String]) -> [String] {
    var keys = keys
    if let year = described.item.year, let author = author(described) {
      keys += ["author:\(author)|\(year - 1)", "author:\(author)|\(year + 1)"]
    }
    return keys
  }

  /// Whether a description tells enough to be a work that others may mean: an identifier, or author and year with a title or a place.
  public static func isTelling(_ item: BibliographicItem) -> Bool {
    if !identifiers(of: item).isEmpty { return true }
    let described = WorkDescription(item)
    guard item.year != nil, author(described) != nil else { return false }
    return described.title.count >= 12 || described.volume != nil && described.page != nil
  }

  private static func identifiers(of item: BibliographicItem) -> [String] {
    [("doi", item.doi?.lowercased()), ("pmid", item.pmid), ("pmc", item.pmcid), ("arxiv", item.arxiv?.lowercased())]
      .compactMap { kind, value in value.flatMap { $0.isEmpty ? nil : "\(kind):\($0)" } }
  }

  private static func author(_ described: WorkDescription) -> String? {
    described.author.isEmpty ? nil : String(decoding: described.author.prefix(24), as: UTF8.self)
  }

  /// The first and the last 24 bytes of the folded title: a typo or a cut spoils one of them.
  private static func titleKeys(_ described: WorkDescription) -> [String] {
    guard described.title.count >= 16 else { return [] }
    let head = "head:" + String(decoding: described.title.prefix(24), as: UTF8.self)
    let tail = "tail:" + String(decoding: described.title.suffix(24), as: UTF8.self)
    return [head, tail]
  }
}
