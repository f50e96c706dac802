import Literature

/// EndNote's tagged export (`.enw`, "refer"): `%0 Journal Article`, `%A Doe, Jane`, a blank line between records.
enum EndNote {
  static let dialect = TagDialect(
    prefix: "endnote:", split: split, line: { $1.isEmpty ? $0 : "\($0) \($1)" }, slots: slots, tags: tags, first: "%0", last: nil,
    types: types, plainType: "document", prepare: prepare)

  @Sendable private static func split(_ line: ArraySlice<UInt8>) -> (tag: String, value: ArraySlice<UInt8>)? {
    guard line.count >= 2, line.first == UInt8(ascii: "%"), line.count == 2 || line[line.startIndex + 2] <= 0x20 else {
      return nil
    }
    guard line[line.startIndex + 1] > 0x20, line[line.startIndex + 1] < 0x7F else { return nil }
    return (String(decoding: line.prefix(2), as: UTF8.self), line.dropFirst(2))
  }

  private static let slots: [String: TagSlot] = [
    "%0": .type, "%F": .key, "%A": .author, "%E": .editor, "%Y": .seriesEditor, "%?": .translator, "%T": .title,
    "%!": .shortTitle,
    "%Q": .originalTitle, "%J": .journal, "%O": .shortJournal, "%B": .secondaryTitle, "%S": .tertiaryTitle, "%D": .year,
    "%8": .date,
    "%[": .accessed, "%V": .volume, "%N": .issue, "%1": .number, "%P": .pages, "%7": .edition, "%I": .publisher, "%C": .place,
    "%9": .kind, "%&": .section, "%6": .volumes, "%X": .abstract, "%Z": .note, "%K": .keyword, "%G": .language, "%L": .callNumber,
    "%~": .source, "%R": .doi, "%U": .url, "%@": .serialNumber, "%M": .accession, "%2": .pmcid,
  ]

  private static let tags: [TagSlot: String] = [
    .type: "%0", .key: "%F", .author: "%A", .corporateAuthor: "%A", .editor: "%E", .seriesEditor: "%Y", .translator: "%?",
    .title: "%T", .shortTitle: "%!", .originalTitle: "%Q", .journal: "%J", .shortJournal: "%O", .secondaryTitle: "%B",
    .tertiaryTitle: "%S", .year: "%D", .date: "%8", .accessed: "%[", .volume: "%V", .issue: "%N", .number: "%1", .pages: "%P",
    .edition: "%7", .publisher: "%I", .place: "%C", .kind: "%9", .section: "%&", .volumes: "%6", .abstract: "%X", .note: "%Z",
    .keyword: "%K", .language: "%G", .callNumber: "%L", .source: "%~", .doi: "%R", .url: "%U", .serialNumber: "%@",
    .accession: "%M", .pmcid: "%2",
  ]

  /// Only numbers of PubMed Central stand under %2, and only DOIs under %R.
  @Sendable private static func prepare(_ fields: [TagField]) -> [TagField] {
    fields.map { field in
      var field = field
      if field.tag == "%2", !field.value.hasPrefix("PMC") { field.tag = "%2 text" }
      if field.tag == "%R", DOI(field.value) == nil { field.tag = "%R text" }
      if field.tag == "%[", field.value.utf8.count == 8, let number = Int(field.value) {
        field.value = BibliographyDate.iso(PartialDate(year: number / 10_000, month: number / 100 % 100, day: number % 100))
      }
      return field
    }
  }

  private static let types: [(name: String, csl: String)] = [
    ("Journal Article", "article-journal"), ("Electronic Article", "article-journal"), ("Journal", "article-journal"),
    ("Magazine Article", "article-magazine"), ("Newspaper Article", "article-newspaper"), ("Book", "book"),
    ("Edited Book", "book"),
    ("Electronic Book", "book"), ("Classical Work", "book"), ("Ancient Text", "book"), ("Book Section", "chapter"),
    ("Electronic Book Section", "chapter"), ("Conference Paper", "paper-conference"),
    ("Conference Proceedings", "paper-conference"),
    ("Conference", "paper-conference"), ("Thesis", "thesis"), ("Report", "report"), ("Government Document", "report"),
    ("Grant", "report"),
    ("Patent", "patent"), ("Standard", "standard"), ("Dataset", "dataset"), ("Aggregated Database", "dataset"),
    ("Computer Program", "software"), ("Web Page", "webpage"), ("Blog", "post-weblog"), ("Discussion Forum", "post"),
    ("Manuscript", "manuscript"), ("Unpublished Work", "manuscript"), ("Map", "map"), ("Artwork", "graphic"),
    ("Figure", "figure"),
    ("Chart or Table", "figure"), ("Film or Broadcast", "motion_picture"), ("Audiovisual Material", "motion_picture"),
    ("Music", "song"), ("Personal Communication", "personal_communication"), ("Statute", "legislation"), ("Bill", "bill"),
    ("Hearing", "hearing"), ("Case", "legal_case"), ("Legal Rule or Regulation", "regulation"),
    ("Encyclopedia", "entry-encyclopedia"),
    ("Dictionary", "entry-dictionary"), ("Serial", "periodical"), ("Pamphlet", "pamphlet"), ("Interview", "interview"),
    ("Online Database", "database"), ("Review", "review"), ("Preprint", "article"), ("Generic", "document"),
  ]
}
