import Literature

/// RIS: `TY  - JOUR` … `ER  - `.
enum RIS {
  static let dialect = TagDialect(
    prefix: "ris:", split: split, line: { "\($0)  - \($1)" }, slots: slots, tags: tags, first: "TY", last: "ER", types: types,
    plainType: "document", prepare: prepare)

  /// Two signs, blanks, a dash: programs differ in the blanks.
  @Sendable private static func split(_ line: ArraySlice<UInt8>) -> (tag: String, value: ArraySlice<UInt8>)? {
    let line = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
    guard line.count >= 4, let first = line.first, (0x41...0x5A).contains(first) else { return nil }
    let second = line[line.startIndex + 1]
    guard (0x41...0x5A).contains(second) || (0x30...0x39).contains(second), line[line.startIndex + 2] == 0x20,
      let dash = line.dropFirst(2).prefix(4).firstIndex(of: 0x2D),
      line[line.startIndex + 2..<dash].allSatisfy({ $0 == 0x20 }),
      dash + 1 == line.endIndex || line[dash + 1] <= 0x20
    else { return nil }
    return (String(decoding: line.prefix(2), as: UTF8.self), line[(dash + 1)...])
  }

  private static let slots: [String: TagSlot] = [
    "TY": .type, "ID": .key, "AU": .author, "A1": .author, "ED": .editor, "A2": .editor, "A3": .seriesEditor, "A4": .translator,
    "TI": .title, "T1": .title, "CT": .title, "ST": .shortTitle, "JF": .journal, "JO": .shortJournal, "JA": .shortJournal,
    "J1": .shortJournal, "J2": .shortJournal, "T2": .secondaryTitle, "BT": .secondaryTitle, "T3": .tertiaryTitle, "PY": .year,
    "Y1": .year, "DA": .date, "Y2": .accessed, "VL": .volume, "IS": .issue, "CP": .issue, "M1": .number, "SP": .firstPage,
    "EP": .lastPage, "ET": .edition, "PB": .publisher, "CY": .place, "PP": .place, "M3": .kind, "SE": .section, "NV": .volumes,
    "AB": .abstract, "N2": .abstract, "N1": .note, "KW": .keyword, "LA": .language, "CN": .callNumber, "DB": .source,
    "DO": .doi, "DI": .doi, "UR": .url, "LK": .url, "SN": .serialNumber, "AN": .accession, "TT": .originalTitle,
  ]

  private static let tags: [TagSlot: String] = [
    .type: "TY", .key: "ID", .author: "AU", .corporateAuthor: "AU", .editor: "A2", .seriesEditor: "A3", .translator: "A4",
    .title: "TI", .shortTitle: "ST", .journal: "JF", .shortJournal: "J2", .secondaryTitle: "T2", .tertiaryTitle: "T3",
    .year: "PY",
    .accessed: "Y2", .volume: "VL", .issue: "IS", .number: "M1", .firstPage: "SP", .lastPage: "EP", .edition: "ET",
    .publisher: "PB", .place: "CY", .kind: "M3", .section: "SE", .volumes: "NV", .abstract: "AB", .note: "N1", .keyword: "KW",
    .language: "LA", .callNumber: "CN", .source: "DB", .doi: "DO", .url: "UR", .serialNumber: "SN", .accession: "AN",
    .originalTitle: "TT", .pmcid: "C2",
  ]

  /// PubMed Central puts `123[pmid]` under U1 and EndNote the number of PubMed Central under C2; a DOI may stand under M3.
  @Sendable private static func prepare(_ fields: [TagField]) -> [TagField] {
    fields.map { field in
      var field = field
      if field.tag == "U1", field.value.hasSuffix("[pmid]") {
        field = TagField(tag: "AN", value: String(field.value.dropLast(6)), range: field.range)
      }
      if field.tag == "C2", field.value.hasPrefix("PMC") { field.tag = "AN" }
      if field.tag == "M3", field.value.lowercased().hasPrefix("doi") || field.value.hasPrefix("10.") { field.tag = "DO" }
      return field
    }
  }

  private static let types: [(name: String, csl: String)] = [
    ("JOUR", "article-journal"), ("EJOUR", "article-journal"), ("JFULL", "article-journal"), ("ABST", "article-journal"),
    ("INPR", "article-journal"), ("MGZN", "article-magazine"), ("NEWS", "article-newspaper"), ("UNPB", "manuscript"),
    ("MANSCPT", "manuscript"),
    ("BOOK", "book"), ("EBOOK", "book"), ("EDBOOK", "book"), ("CLSWK", "book"), ("CTLG", "book"), ("CHAP", "chapter"),
    ("ECHAP", "chapter"),
    ("CPAPER", "paper-conference"), ("CONF", "paper-conference"), ("THES", "thesis"), ("RPRT", "report"), ("GOVDOC", "report"),
    ("GRANT", "report"), ("PAT", "patent"), ("STAND", "standard"), ("DATA", "dataset"), ("AGGR", "dataset"), ("COMP", "software"),
    ("ELEC", "webpage"), ("WEB", "webpage"), ("ICOMM", "post"), ("BLOG", "post-weblog"), ("MAP", "map"), ("ART", "graphic"),
    ("FIGURE", "figure"), ("CHART", "figure"), ("VIDEO", "motion_picture"), ("MPCT", "motion_picture"),
    ("ADVS", "motion_picture"),
    ("SOUND", "song"), ("MUSIC", "musical_score"), ("PCOMM", "personal_communication"), ("STAT", "legislation"), ("BILL", "bill"),
    ("UNBILL", "bill"), ("HEAR", "hearing"), ("CASE", "legal_case"), ("LEGAL", "regulation"), ("ENCYC", "entry-encyclopedia"),
    ("DICT", "entry-dictionary"), ("SER", "periodical"), ("PAMP", "pamphlet"), ("SLIDE", "speech"), ("DBASE", "database"),
    ("UNPD", "article"), ("GEN", "document"),
  ]
}
