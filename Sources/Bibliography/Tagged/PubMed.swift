import Literature

/// PubMed's display format (`.nbib`, MEDLINE): `PMID- 123`, continuation lines indented by six blanks.
enum PubMed {
  static let dialect = TagDialect(
    prefix: "pubmed:", split: split, line: { $0 + String(repeating: " ", count: max(0, 4 - $0.utf8.count)) + "- " + $1 },
    slots: slots,
    tags: tags, first: "PMID", last: nil, types: types, plainType: "article-journal", prepare: prepare, authorLines: authorLines)

  @Sendable private static func split(_ line: ArraySlice<UInt8>) -> (tag: String, value: ArraySlice<UInt8>)? {
    guard line.count >= 5, line[line.startIndex + 4] == UInt8(ascii: "-") else { return nil }
    let tag = line.prefix(4).prefix { $0 != 0x20 }
    guard tag.count >= 2, tag.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }),
      line.prefix(4).dropFirst(tag.count).allSatisfy({ $0 == 0x20 })
    else { return nil }
    return (String(decoding: tag, as: UTF8.self), line.dropFirst(5))
  }

  private static let slots: [String: TagSlot] = [
    "TYPE": .type, "PMID": .pmid, "PMC": .pmcid, "FAU": .author, "AU": .author, "CN": .corporateAuthor, "FED": .editor,
    "TI": .title, "TT": .originalTitle, "BTI": .secondaryTitle, "CTI": .tertiaryTitle, "JT": .journal, "TA": .shortJournal,
    "DP": .year,
    "VI": .volume, "IP": .issue, "PG": .pages, "EN": .edition, "PB": .publisher, "PL": .place, "AB": .abstract, "GN": .note,
    "OT": .keyword, "LA": .language, "DOI": .doi, "IS": .serialNumber, "ISBN": .serialNumber, "PST": .status,
  ]

  private static let tags: [TagSlot: String] = [
    .pmid: "PMID", .pmcid: "PMC", .author: "FAU", .corporateAuthor: "CN", .editor: "FED", .title: "TI", .originalTitle: "TT",
    .secondaryTitle: "BTI", .tertiaryTitle: "CTI", .journal: "JT", .shortJournal: "TA", .year: "DP", .volume: "VI", .issue: "IP",
    .pages: "PG", .edition: "EN", .publisher: "PB", .place: "PL", .abstract: "AB", .note: "GN", .keyword: "OT", .language: "LA",
    .doi: "LID", .serialNumber: "IS", .status: "PST",
  ]

  private static let types: [(name: String, csl: String)] = [
    ("article-journal", "article-journal"), ("book", "book"), ("chapter", "chapter"), ("article", "article"),
  ]

  /// Full names instead of the short ones that repeat them; DOIs out of the locators; affiliations with the place of their author;
  /// the kind of work from what is there.
  @Sendable private static func prepare(_ fields: [TagField]) -> [TagField] {
    let tags = Set(fields.map(\.tag))
    var author = 0
    var prepared: [TagField] = []
    for var field in fields {
      switch field.tag {
      case "AU" where tags.contains("FAU"): continue
      case "ED" where tags.contains("FED"): continue
      case "FAU", "AU", "CN": author += 1
      case "AD", "AUID": field.value = "\(author): \(field.value)"
      case "AID", "LID":
        guard field.value.hasSuffix("[doi]") else { break }
        field = TagField(tag: "DOI", value: TeXText.collapsed(String(field.value.dropLast(5))), range: field.range)
      case "TI", "BTI": if field.value.hasSuffix(".") { field.value.removeLast() }
      case "LA": field.value = MARCLanguage.code(field.value)
      case "MH": prepared.append(TagField(tag: "OT", value: field.value, range: field.range))
      default: break
      }
      if field.tag == "AU" { field.value = TagNames.text(TagNames.initialsName(field.value)) }
      prepared.append(field)
    }
    let isPreprint = fields.contains { $0.tag == "PT" && $0.value == "Preprint" }
    let kind = tags.contains("BTI") ? (tags.contains("TI") ? "chapter" : "book") : isPreprint ? "article" : nil
    guard let kind, let first = fields.first else { return prepared }
    return [TagField(tag: "TYPE", value: kind, range: first.range)] + prepared
  }

  /// The short form of a name and the affiliations that belong to it.
  @Sendable private static func authorLines(
    _ name: Name, _ place: Int, _ item: BibliographicItem
  ) -> [(tag: String, value: String)] {
    var lines = name.literal == nil ? [(tag: "AU", value: TagNames.initials(name))] : []
    for tag in ["AUID", "AD"] {
      let values = item.customValue("pubmed:\(tag)")?.split(separator: "\n").map(String.init) ?? []
      lines += values.filter { $0.hasPrefix("\(place): ") }.map { (tag, String($0.dropFirst("\(place): ".count))) }
    }
    return lines
  }
}

/// Languages by the codes of MARC, which PubMed uses.
enum MARCLanguage {
  private static let codes: [String: String] = [
    "eng": "en", "chi": "zh", "zho": "zh", "ger": "de", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "rus": "ru",
    "jpn": "ja", "kor": "ko",
    "dut": "nl", "pol": "pl", "cze": "cs", "slo": "sk", "slv": "sl", "hrv": "hr", "srp": "sr", "hun": "hu", "rum": "ro",
    "bul": "bg", "gre": "el",
    "ukr": "uk", "tur": "tr", "heb": "he", "ara": "ar", "per": "fa", "hin": "hi", "tha": "th", "vie": "vi", "dan": "da",
    "swe": "sv", "nor": "no",
    "fin": "fi", "est": "et", "lav": "lv", "lit": "lt", "ice": "is", "cat": "ca", "afr": "af", "lat": "la", "ind": "id",
    "geo": "ka",
  ]
  private static let names = Dictionary(
    codes.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

  static func code(_ marc: String) -> String { codes[marc] ?? marc }
  static func marc(_ code: String) -> String { names[code] ?? code }
}
