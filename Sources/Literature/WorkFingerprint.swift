/// By what two descriptions are known to be of one work.
///
/// A key says "the same work" where two items share it, unless stronger keys of one kind contradict: two different DOIs are two
/// works, whatever their titles.
public enum WorkFingerprint {
  /// The strongest key of an item: `doi:`, `pmid:`, `pmc:`, `arxiv:`, else the title's. Nil where too little is known.
  public static func key(for item: BibliographicItem) -> String? { keys(for: item).first }

  /// Every key of an item, strongest first: identifiers, then `title:` (first author, year, title), then `place:` (first
  /// author, year, journal's initial, volume, first page).
  public static func keys(for item: BibliographicItem) -> [String] {
    var keys: [String] = []
    if let doi = item.doi, !doi.isEmpty { keys.append("doi:" + doi.lowercased()) }
    if let pmid = item.pmid, !pmid.isEmpty { keys.append("pmid:" + pmid) }
    if let pmcid = item.pmcid, !pmcid.isEmpty { keys.append("pmc:" + pmcid) }
    if let arxiv = item.arxiv, !arxiv.isEmpty { keys.append("arxiv:" + arxiv.lowercased()) }
    if let title = titleKey(for: item) { keys.append(title) }
    if let place = placeKey(for: item) { keys.append(place) }
    return keys
  }

  /// `title:author|year|title|part`: survives case, punctuation, accents and a title cut after its sixtieth letter.
  ///
  /// The numbers and kind words of the whole title ("part 2", "III", "protocol", "abstract") are kept apart, so that parts of a
  /// series are not one work. Nil for titles too short to tell works apart.
  public static func titleKey(for item: BibliographicItem) -> String? {
    guard let title = item.title, let year = item.year, let author = firstAuthor(of: item) else { return nil }
    let folded = folded(title, limit: 60)
    guard folded.utf8.count >= 12 else { return nil }
    return "title:\(author)|\(year)|\(folded)|\(WorkPart.marks(in: title, genre: item.genre))"
  }

  /// `place:author|year|initial|volume|page`: for references that are printed without a title.
  public static func placeKey(for item: BibliographicItem) -> String? {
    guard let volume = item.volume, let page = item.firstPage, let year = item.year, let author = firstAuthor(of: item),
      let initial = journalInitial(of: item)
    else { return nil }
    let place = folded(page)
    guard !place.isEmpty, place != "1" else { return nil }
    return "place:\(author)|\(year)|\(initial)|\(folded(volume))|\(place)"
  }

  private static func firstAuthor(of item: BibliographicItem) -> String? {
    guard let name = item.authors.first, let printed = name.family ?? name.literal else { return nil }
    let author = folded(printed, limit: 40)
    return author.isEmpty ? nil : author
  }

  /// Abbreviating a journal's title keeps its first letter, once a leading article is gone.
  private static func journalInitial(of item: BibliographicItem) -> Character? {
    guard let container = item.containerTitle else { return nil }
    let folded = folded(container, limit: 4)
    return (container.lowercased().hasPrefix("the ") ? folded.dropFirst(3) : folded[...]).first
  }
}

/// What tells apart works of one author and year whose titles begin alike.
enum WorkPart {
  private static let romans = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10]
  private static let kinds: Set<String> = [
    "abstract", "protocol", "erratum", "errata", "correction", "corrigendum", "reply", "comment", "commentary",
    "retraction",
    "retracted", "update", "updated",
  ]
  /// What Chinese titles say for the same.
  private static let chineseKinds = [
    "研究方案": "protocol", "试验方案": "protocol", "勘误": "erratum", "更正": "correction", "撤稿": "retraction", "摘要": "abstract",
    "答复": "reply",
    "述评": "comment",
  ]
  /// Kinds that answer another work or stand in for it: never the work itself, even on the same page.
  private static let reactions: Set<String> = kinds.subtracting(["update", "updated"])

  /// Whether marks name such a kind.
  static func isReaction(_ marks: String) -> Bool { marks.split(separator: "+").contains { reactions.contains(String($0)) } }

  /// The part's number and the kind words, in the order of the title.
  static func marks(in title: String, genre: String?) -> String {
    let words = title.lowercased().split { !($0.isLetter || $0.isNumber) }
    var marks: [String] = []
    for (index, word) in words.enumerated() {
      if index > 0, ["part", "pt", "volume", "book", "chapter"].contains(words[index - 1]) {
        marks.append(romans[String(word)].map(String.init) ?? String(word))
      } else if index + 1 == words.count, let number = romans[String(word)], word.count > 1 || index > 3 {
        marks.append(String(number))
      } else if kinds.contains(String(word)) {
        marks.append(word == "updated" ? "update" : String(word))
      }
    }
    for (word, kind) in chineseKinds.sorted(by: { $0.key < $1.key }) where title.contains(word) { marks.append(kind) }
    if let genre, kinds.contains(genre.lowercased()) { marks.append(genre.lowercased()) }
    return marks.joined(separator: "+")
  }
}
