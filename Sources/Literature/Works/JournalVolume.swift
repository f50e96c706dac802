/// The volume of a journal that an entry gives for a year.
public struct JournalVolume: Hashable, Sendable {
  /// Letters of the title in lower case, a leading article left out.
  public var journal: String
  public var volume: Int
  public var year: Int

  public init(journal: String, volume: Int, year: Int) {
    self.journal = journal
    self.volume = volume
    self.year = year
  }

  /// Nil for what is no article of a journal, where the volume is no number or a year, and for what journals count by itself: supplements, and
  /// the Cochrane Database, which has issues of a year and no volumes.
  public init?(_ item: BibliographicItem) {
    guard item.type == "article-journal", let title = item.containerTitle, let year = item.year,
      let volume = item.volume.flatMap({ Int($0) }), volume > 0, volume < 1900, !Self.isSupplement(item)
    else { return nil }
    let lower = title.lowercased()
    guard !lower.hasPrefix("cochrane database") else { return nil }
    journal = String((lower.hasPrefix("the ") ? lower.dropFirst(4) : lower[...]).filter(\.isLetter))
    guard journal.utf8.count >= 3 else { return nil }
    self.volume = volume
    self.year = year
  }

  private static func isSupplement(_ item: BibliographicItem) -> Bool {
    item.issue?.lowercased().contains("suppl") ?? false || item.firstPage?.first == "S"
  }
}
