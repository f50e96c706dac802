import Literature

/// `CITATION.cff` (Citation File Format 1.2): the work itself, the citation it prefers, and its references.
enum CFFReader {
  /// What an entry is to the file, under `custom`.
  static let role = "cff-role"
  static let prefix = "cff:"

  /// Throws `UnreadableDocument` where it is not YAML, naming the line.
  static func file(_ utf8: [UInt8]) throws(UnreadableDocument) -> BibliographyFile {
    let text = String(decoding: utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? utf8[3...] : utf8[...], as: UTF8.self)
    let root: JSONValue
    do {
      root = try YAMLReader.value(of: text)
    } catch {
      throw UnreadableDocument("Line \(error.line) cannot be read as YAML: \(error.reason).")
    }
    guard let object = root.objectValue, object["title"] != nil else {
      throw UnreadableDocument("There is no “title:” at the first level. Is this a CITATION.cff file?")
    }
    var file = BibliographyFile()
    func add(_ value: JSONValue, role: String?) {
      guard let object = value.objectValue else { return }
      var item = CFFMapping.item(object)
      if let role { item.custom.append(.init(Self.role, role)) }
      file.entries.append(BibliographyEntry(item: item, range: 0..<utf8.count))
    }
    var main = object
    main["preferred-citation"] = nil
    main["references"] = nil
    add(.object(main), role: nil)
    if let preferred = object["preferred-citation"] { add(preferred, role: "preferred-citation") }
    for reference in object["references"]?.arrayValue ?? [] { add(reference, role: "reference") }
    return file
  }
}

/// The keys of one work in CFF.
enum CFFMapping {
  static let types: [(name: String, csl: String)] = [
    ("software", "software"), ("software-code", "software"), ("software-container", "software"),
    ("software-executable", "software"),
    ("dataset", "dataset"), ("data", "dataset"), ("database", "dataset"), ("article", "article-journal"), ("book", "book"),
    ("edited-work", "book"),
    ("conference-paper", "paper-conference"), ("proceedings", "book"), ("conference", "paper-conference"), ("thesis", "thesis"),
    ("report", "report"), ("manual", "report"), ("government-document", "report"), ("standard", "standard"), ("patent", "patent"),
    ("magazine-article", "article-magazine"),
    ("newspaper-article", "article-newspaper"), ("website", "webpage"), ("blog", "post-weblog"), ("unpublished", "manuscript"),
    ("map", "map"), ("video", "motion_picture"), ("film-broadcast", "motion_picture"), ("sound-recording", "song"),
    ("art", "graphic"), ("generic", "document"),
    ("pamphlet", "pamphlet"), ("encyclopedia", "entry-encyclopedia"), ("dictionary", "entry-dictionary"),
    ("personal-communication", "personal_communication"),
    ("statute", "legislation"), ("bill", "bill"), ("hearing", "hearing"), ("legal-case", "legal_case"),
    ("legal-rule", "regulation"), ("serial", "periodical"),
  ]

  /// Keys whose text is one variable; the property where there is one.
  static let texts: [(key: String, path: WritableKeyPath<BibliographicItem, String?> & Sendable)] = [
    ("title", \.title), ("journal", \.containerTitle), ("collection-title", \.collectionTitle), ("volume", \.volume),
    ("issue", \.issue), ("number", \.number),
    ("edition", \.edition), ("abstract", \.abstract), ("notes", \.note), ("status", \.status), ("doi", \.doi), ("pmcid", \.pmcid),
    ("isbn", \.isbn), ("issn", \.issn), ("url", \.url),
    ("thesis-type", \.genre),
  ]
  static let variables: [(key: String, variable: String)] = [
    ("version", "version"), ("abbreviation", "title-short"), ("section", "section"), ("pages", "number-of-pages"),
    ("number-volumes", "number-of-volumes"),
    ("call-number", "call-number"), ("database", "source"), ("medium", "medium"),
  ]

  static func item(_ object: JSONObject) -> BibliographicItem {
    var item = BibliographicItem(type: "software")
    var rest = object
    func take(_ key: String) -> JSONValue? {
      defer { rest[key] = nil }
      return rest[key]
    }
    if let type = take("type")?.stringValue {
      item.type = types.first { $0.name == type }?.csl ?? "document"
      if types.first(where: { $0.csl == item.type })?.name != type { item.custom.append(.init(CFFReader.prefix + "type", type)) }
    }
    item.authors = names(rest["authors"])
    item.editors = names(rest["editors"])
    item.translators = names(rest["translators"])
    // ORCIDs and affiliations have no place in a name; such lists are kept whole.
    for key in ["authors", "editors", "translators"] where !saysMoreThanNames(rest[key]) { rest[key] = nil }
    for (key, path) in texts { if let text = rest[key]?.stringValue { item[keyPath: path] = text; rest[key] = nil } }
    for (key, variable) in variables { if let text = take(key)?.stringValue { item.further.append(variable, text) } }
    item.doi = item.doi.map { DOI($0)?.value ?? $0 }
    if let languages = rest["languages"]?.arrayValue, languages.count == 1 {
      item.language = take("languages")?.arrayValue?.first?.stringValue
    }
    if let words = take("keywords")?.arrayValue { item.keyword = Keywords.joined(words.compactMap(\.stringValue)) }
    readDates(&item, &rest)
    readPages(&item, &rest)
    readBodies(&item, &rest)
    for member in rest.members { keep(member, &item) }
    return item
  }

  private static func keep(_ member: JSONObject.Member, _ item: inout BibliographicItem) {
    if let text = member.value.stringValue {
      item.custom.append(.init(CFFReader.prefix + member.key, text))
    } else {
      var custom = item.further["custom"]?.objectValue ?? JSONObject()
      custom.append(CFFReader.prefix + member.key, member.value)
      item.further["custom"] = .object(custom)
    }
  }

  private static func saysMoreThanNames(_ value: JSONValue?) -> Bool {
    let known: Set<String> = ["family-names", "given-names", "name-particle", "name-suffix", "name"]
    return value?.arrayValue?.contains { $0.objectValue?.members.contains { !known.contains($0.key) } ?? true } ?? false
  }

  static func names(_ value: JSONValue?) -> [Name] {
    (value?.arrayValue ?? []).compactMap { person in
      if let literal = person["name"]?.stringValue ?? person["alias"]?.stringValue, person["family-names"] == nil {
        return Name(literal: literal)
      }
      let name = Name(
        family: person["family-names"]?.stringValue, given: person["given-names"]?.stringValue,
        particle: person["name-particle"]?.stringValue, suffix: person["name-suffix"]?.stringValue)
      return name == Name() ? nil : name
    }
  }

  private static func readDates(_ item: inout BibliographicItem, _ rest: inout JSONObject) {
    for key in ["date-released", "date-published"] where item.issued == nil {
      guard let date = rest[key]?.stringValue.flatMap(BibliographyDate.parse) else { continue }
      item.issued = date
      rest[key] = nil
    }
    if item.issued == nil, let year = rest["year"]?.stringValue.flatMap({ Int($0) }) {
      item.issued = PartialDate(year: year, month: rest["month"]?.stringValue.flatMap { BibliographyDate.month($0) })
      rest["year"] = nil
      if item.issued?.month != nil { rest["month"] = nil }
    }
    if let date = rest["date-accessed"]?.stringValue.flatMap(BibliographyDate.parse) {
      item.accessed = date
      rest["date-accessed"] = nil
    }
  }

  private static func readPages(_ item: inout BibliographicItem, _ rest: inout JSONObject) {
    let pages = [rest["start"]?.stringValue, rest["end"]?.stringValue].compactMap { $0 }
    guard !pages.isEmpty else { return }
    item.page = pages.joined(separator: "-")
    rest["start"] = nil
    rest["end"] = nil
  }

  /// Publisher, institution and conference are bodies with a name and a city.
  private static func readBodies(_ item: inout BibliographicItem, _ rest: inout JSONObject) {
    for key in ["publisher", "institution"] {
      guard item.publisher == nil, let body = rest[key], let name = body["name"]?.stringValue else { continue }
      item.publisher = name
      item.publisherPlace = body["city"]?.stringValue
      rest[key] = trimmed(body, of: ["name", "city"])
    }
    if let conference = rest["conference"], let name = conference["name"]?.stringValue {
      item.eventTitle = name
      rest["conference"] = trimmed(conference, of: ["name"])
    }
  }

  private static func trimmed(_ value: JSONValue, of keys: [String]) -> JSONValue? {
    guard var object = value.objectValue else { return nil }
    for key in keys { object[key] = nil }
    return object.members.isEmpty ? nil : .object(object)
  }
}
