/// CSL-JSON 1.0.2 with fixed key order; what has no CSL home travels under `custom`.
extension BibliographicItem {
  /// The item as a CSL-JSON object; `et-al` is ours and says that the printed list of authors is cut.
  public var cslJSON: JSONValue {
    var object = JSONObject()
    object.append("id", id)
    object.append("type", type)
    object.append(nonEmpty: "author", authors.map(\.cslJSON))
    if authorsTruncated { object.append("et-al", .bool(true)) }
    object.append(nonEmpty: "editor", editors.map(\.cslJSON))
    object.append(nonEmpty: "translator", translators.map(\.cslJSON))
    object.append("issued", date("issued", issued))
    object.append("accessed", date("accessed", accessed))
    appendTexts(to: &object)
    for member in further.members where !["issued", "accessed", "custom"].contains(member.key) {
      object.append(member.key, member.value)
    }
    appendCustom(to: &object)
    return .object(object)
  }

  /// The fields of `textFields`, in their order; named one by one, since a key path copies the whole item.
  private func appendTexts(to object: inout JSONObject) {
    object.append("title", title)
    object.append("container-title", containerTitle)
    object.append("collection-title", collectionTitle)
    object.append("volume", volume)
    object.append("issue", issue)
    object.append("page", page)
    object.append("number", number)
    object.append("edition", edition)
    object.append("publisher", publisher)
    object.append("publisher-place", publisherPlace)
    object.append("event-title", eventTitle)
    object.append("genre", genre)
    object.append("abstract", abstract)
    object.append("note", note)
    object.append("keyword", keyword)
    object.append("status", status)
    object.append("language", language)
    object.append("DOI", doi)
    object.append("PMID", pmid)
    object.append("PMCID", pmcid)
    object.append("arxiv", arxiv)
    object.append("ISBN", isbn)
    object.append("ISSN", issn)
    object.append("URL", url)
    object.append("year-suffix", yearSuffix)
  }

  /// The date with all that `further` knows of it, as long as the two agree on where it begins.
  private func date(_ key: String, _ date: PartialDate?) -> JSONValue? {
    guard let whole = further[key], PartialDate(cslJSON: whole) == date else { return date?.cslJSON }
    return whole
  }

  private static var textFields: [(String, WritableKeyPath<BibliographicItem, String?> & Sendable)] {
    [
      ("title", \.title), ("container-title", \.containerTitle), ("collection-title", \.collectionTitle), ("volume", \.volume),
      ("issue", \.issue), ("page", \.page), ("number", \.number), ("edition", \.edition), ("publisher", \.publisher),
      ("publisher-place", \.publisherPlace), ("event-title", \.eventTitle), ("genre", \.genre), ("abstract", \.abstract),
      ("note", \.note), ("keyword", \.keyword), ("status", \.status), ("language", \.language), ("DOI", \.doi), ("PMID", \.pmid),
      ("PMCID", \.pmcid), ("arxiv", \.arxiv), ("ISBN", \.isbn), ("ISSN", \.issn), ("URL", \.url), ("year-suffix", \.yearSuffix),
    ]
  }

  private func appendCustom(to object: inout JSONObject) {
    var fields = JSONObject()
    for field in custom { fields.append(field.key, field.value) }
    for member in further["custom"]?.objectValue?.members ?? [] { fields.append(member.key, member.value) }
    if !fields.members.isEmpty { object.append("custom", .object(fields)) }
  }

  /// Reads one CSL-JSON item. Keys that are not known are kept under `further`; nil if the value is no object.
  public init?(cslJSON value: JSONValue) {
    guard let object = value.objectValue else { return nil }
    self.init(type: object["type"]?.stringValue ?? "document")
    let fields = Dictionary(Self.textFields.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    for member in object.members { read(member, fields: fields) }
  }

  private mutating func read(
    _ member: JSONObject.Member, fields: [String: WritableKeyPath<BibliographicItem, String?> & Sendable]
  ) {
    switch member.key {
    case "type": break
    case "id": id = member.value.plainText
    case "author": authors = Self.names(member.value)
    case "editor": editors = Self.names(member.value)
    case "translator": translators = Self.names(member.value)
    case "et-al": authorsTruncated = member.value.boolValue ?? false
    case "issued": issued = date(member)
    case "accessed": accessed = date(member)
    case "custom": readCustom(member.value)
    default:
      if let field = fields[member.key], let text = member.value.plainText {
        self[keyPath: field] = text
      } else {
        further.append(member.key, member.value)
      }
    }
  }

  /// The beginning of a date; what else it says is kept.
  private mutating func date(_ member: JSONObject.Member) -> PartialDate? {
    let date = PartialDate(cslJSON: member.value)
    if date?.cslJSON != member.value { further[member.key] = member.value }
    return date
  }

  private mutating func readCustom(_ value: JSONValue) {
    var others = JSONObject()
    for member in value.objectValue?.members ?? [] {
      if let text = member.value.stringValue {
        custom.append(CustomField(member.key, text))
      } else {
        others.append(member.key, member.value)
      }
    }
    if !others.members.isEmpty { further["custom"] = .object(others) }
  }

  private static func names(_ value: JSONValue) -> [Name] { value.arrayValue?.compactMap(Name.init(cslJSON:)) ?? [] }
}

extension JSONValue {
  /// A string, or a number by its digits.
  fileprivate var plainText: String? {
    if case .number(let digits) = self { return digits }
    return stringValue
  }
}

extension Name {
  /// The name as CSL-JSON writes it.
  public var cslJSON: JSONValue {
    var object = JSONObject()
    object.append("family", family)
    object.append("given", given)
    object.append("dropping-particle", droppingParticle)
    object.append("non-dropping-particle", particle)
    object.append("suffix", suffix)
    object.append("literal", literal)
    return .object(object)
  }

  /// Reads a name variable; nil if the value is no object.
  public init?(cslJSON value: JSONValue) {
    guard case .object = value else { return nil }
    self.init(
      family: value["family"]?.stringValue, given: value["given"]?.stringValue,
      particle: value["non-dropping-particle"]?.stringValue, suffix: value["suffix"]?.stringValue,
      literal: value["literal"]?.stringValue)
    droppingParticle = value["dropping-particle"]?.stringValue
  }
}

extension PartialDate {
  /// The date as CSL-JSON writes it.
  public var cslJSON: JSONValue {
    var object = JSONObject()
    object.append("date-parts", .array([.ints([year, month, month == nil ? nil : day].compactMap { $0 })]))
    return .object(object)
  }

  /// Reads `date-parts`, or the year that `raw` or `literal` begins with.
  public init?(cslJSON value: JSONValue) {
    let text = value["raw"]?.stringValue ?? value["literal"]?.stringValue
    if let parts = value["date-parts"]?.arrayValue?.first?.arrayValue {
      let numbers = parts.compactMap { $0.intValue ?? $0.stringValue.flatMap { Int($0) } }
      guard let year = numbers.first else { return nil }
      self.init(year: year, month: numbers.dropFirst().first, day: numbers.dropFirst(2).first)
    } else if let year = text.flatMap({ Int($0.prefix(4)) }) {
      self.init(year: year)
    } else {
      return nil
    }
  }
}
