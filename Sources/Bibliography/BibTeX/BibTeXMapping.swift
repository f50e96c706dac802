import Literature

/// Puts the fields of one entry into an item, and notes which CSL variable each of them went to.
struct BibTeXMapping {
  /// A field and the variable that it helps to fill: a CSL variable, or `custom:NAME`.
  struct Source {
    var field: BibTeXField
    var variable: String
  }

  private(set) var item: BibliographicItem
  private(set) var sources: [Source] = []
  private let type: String
  /// Names, in lower case, of fields that are not to fill a variable although they could.
  private let homeless: Set<String>
  private var dates: [String: String] = [:]
  private var subtitles: [String: String] = [:]
  private var eprint: [String: String] = [:]

  init(type: String, homeless: Set<String> = []) {
    self.type = type
    self.homeless = homeless
    item = BibliographicItem(type: BibTeXTypes.csl(type))
  }

  /// Reads a field. The first of several that fill one variable wins; the others stay under `custom`.
  mutating func read(_ field: BibTeXField) {
    let name = field.name.lowercased()
    // A tilde in a date says "about".
    let isRaw = BibTeXFields.verbatim.contains(name) || (name.hasSuffix("date") && !field.value.contains("{"))
    let text = isRaw ? field.value : field.plain
    guard !text.isEmpty else { return }
    let variable = homeless.contains(name) ? nil : home(of: name, text: text, raw: field.value, isPlain: field.isPlain)
    if variable == nil { item.custom.append(.init(field.name, text)) }
    sources.append(Source(field: field, variable: variable ?? "custom:\(field.name)"))
  }

  /// Joins what several fields say together.
  mutating func finish() {
    if let subtitle = subtitles["subtitle"] { item.title = Self.joined(item.title, subtitle) }
    for name in ["journalsubtitle", "booksubtitle"] {
      if let subtitle = subtitles[name] { item.containerTitle = Self.joined(item.containerTitle, subtitle) }
    }
    finishDates()
    finishEprint()
    if item.type == "article-journal", subtitles["entrysubtype"] == "newspaper" { item.type = "article-newspaper" }
    if item.type == "article-journal", subtitles["entrysubtype"] == "magazine" { item.type = "article-magazine" }
  }

  private static func joined(_ title: String?, _ subtitle: String) -> String {
    guard let title, let last = title.last else { return subtitle }
    return "?!:.？！：".contains(last) ? "\(title) \(subtitle)" : "\(title): \(subtitle)"
  }

  // MARK: Fields

  private mutating func home(of name: String, text: String, raw: String, isPlain: Bool) -> String? {
    switch name {
    case "author", "editor", "translator": return readNames(name, raw, isPlain: isPlain)
    case "bookauthor": return readNames(raw, as: "container-author")
    case "title": return fill(\.title, text, "title")
    case "subtitle": return keep(name, text, "title", in: &subtitles)
    case "journalsubtitle", "booksubtitle": return keep(name, text, "container-title", in: &subtitles)
    case "entrysubtype" where type == "article" && (text == "newspaper" || text == "magazine"):
      return keep(name, text, "type", in: &subtitles)
    case "year", "month", "day", "date": return keep(name, text, "issued", in: &dates)
    case "urldate": return keep(name, text, "accessed", in: &dates)
    case "origdate": return keep(name, text, "original-date", in: &dates)
    case "eventdate": return keep(name, text, "event-date", in: &dates)
    case "eprint", "eprinttype", "archiveprefix", "eprintclass", "primaryclass": return keep(name, text, "arxiv", in: &eprint)
    case "doi": return fill(\.doi, DOI(text)?.value ?? text, "DOI")
    case "url": return fill(\.url, Self.address(text), "URL")
    case "langid", "language": return fill(\.language, BabelLanguage.code(text), "language")
    case "number": return readNumber(text)
    case "journal", "journaltitle":
      return BibTeXTypes.parts.contains(type) ? nil : fill(\.containerTitle, text, "container-title")
    case "pages": return fill(\.page, Self.pages(text), "page")
    default: return readText(name, text)
    }
  }

  private mutating func readText(_ name: String, _ text: String) -> String? {
    if let (variable, path) = BibTeXFields.texts[name] { return fill(path, text, variable) }
    if let variable = BibTeXFields.variables[name] { return fill(variable, .string(text)) }
    if name.hasPrefix("csl-") { return readVariable(String(name.dropFirst(4)), text) }
    return nil
  }

  private mutating func fill(_ path: BibTeXFields.TextPath, _ text: String, _ variable: String) -> String? {
    guard item[keyPath: path] == nil else { return nil }
    item[keyPath: path] = text
    return variable
  }

  private mutating func fill(_ variable: String, _ value: JSONValue) -> String? {
    guard item.further[variable] == nil else { return nil }
    item.further.append(variable, value)
    return variable
  }

  private func keep(_ name: String, _ text: String, _ variable: String, in store: inout [String: String]) -> String? {
    guard store[name] == nil else { return nil }
    store[name] = text
    return variable
  }

  private mutating func readNames(_ name: String, _ raw: String, isPlain: Bool) -> String? {
    let (names, truncated) = isPlain ? BibTeXNames.parsePlain(raw) : BibTeXNames.parse(raw)
    switch name {
    case "author":
      item.authors = names
      item.authorsTruncated = truncated
    case "editor": item.editors = names
    default: item.translators = names
    }
    return truncated && name != "author" ? nil : name
  }

  private mutating func readNames(_ raw: String, as variable: String) -> String? {
    fill(variable, .array(BibTeXNames.parse(raw).names.map(\.cslJSON)))
  }

  private mutating func readNumber(_ text: String) -> String? {
    let variable = BibTeXTypes.numberVariable(type)
    switch variable {
    case "issue": return fill(\.issue, text, variable)
    case "number": return fill(\.number, text, variable)
    default: return fill(variable, .string(text))
    }
  }

  /// A variable of CSL that BibTeX has no field for, as our writer puts it: text, or JSON.
  private mutating func readVariable(_ name: String, _ text: String) -> String? {
    switch name {
    case "type":
      item.type = text
      return "type"
    case "number": return fill(\.number, text, name)
    case "issue": return fill(\.issue, text, name)
    default: break
    }
    guard text.hasPrefix("[") || text.hasPrefix("{") else { return fill(name, .string(text)) }
    do { return fill(name, try JSONValue(parsing: text)) } catch { return fill(name, .string(text)) }
  }

  /// `45--49`, `45 – 49` as `45-49`.
  private static func pages(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == 0x20 }) else { return text }
    return text.replacing("–", with: "-").replacing("—", with: "-").replacing(" -", with: "-").replacing("- ", with: "-")
  }

  /// An address without the escapes that some programs put in.
  private static func address(_ raw: String) -> String {
    guard raw.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{") }) else { return raw }
    let bare = raw.hasPrefix("\\url{") && raw.hasSuffix("}") ? String(raw.dropFirst(5).dropLast()) : raw
    return bare.replacing("{", with: "").replacing("}", with: "").replacing("\\_", with: "_").replacing("\\&", with: "&")
      .replacing("\\%", with: "%").replacing("\\#", with: "#").replacing("\\~", with: "~").replacing(
        "\\textasciitilde", with: "~")
  }

  // MARK: Dates

  /// `date` before `year` with `month` and `day`.
  private mutating func finishDates() {
    if let date = dates["date"] {
      item.setDate(CSLDate(edtf: date), as: "issued")
    } else if let year = dates["year"] {
      item.setDate(Self.date(year: year, month: dates["month"], day: dates["day"], suffix: &item.yearSuffix), as: "issued")
    } else if let month = dates["month"] {
      item.setDate(CSLDate(literal: [dates["day"], month].compactMap { $0 }.joined(separator: " ")), as: "issued")
    }
    if let date = dates["urldate"] {
      let parsed = CSLDate(edtf: date)
      item.setDate(
        parsed.start == nil ? BibliographyDate.parse(date).map { CSLDate(start: $0) } ?? parsed : parsed, as: "accessed")
    }
    if let date = dates["origdate"] { item.further["original-date"] = CSLDate(edtf: date).json }
    if let date = dates["eventdate"] { item.further["event-date"] = CSLDate(edtf: date).json }
  }

  /// A year with its month; `2021a` is a year with its letter.
  private static func date(year: String, month: String?, day: String?, suffix: inout String?) -> CSLDate {
    var year = year
    if year.utf8.count == 5, let letter = year.last, letter.isASCII, letter.isLowercase, Int(year.dropLast()) != nil {
      suffix = String(letter)
      year.removeLast()
    }
    var date = year.contains("-") && year.utf8.count > 7 ? CSLDate(edtf: year) : CSLDate(words: year)
    guard let month, date.start != nil, date.literal == nil, date.end == nil else { return date }
    let words = month.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let name = words.first { BibliographyDate.month($0) != nil && Int($0) == nil } ?? (words.count == 1 ? words.first : nil)
    date.start?.month = name.flatMap(BibliographyDate.month)
    let number = day ?? words.first { $0 != name && Int($0) != nil }
    if date.start?.month != nil { date.start?.day = number.flatMap { Int($0) }.flatMap { (1...31).contains($0) ? $0 : nil } }
    if date.start?.month == nil { date.literal = "\(month) \(year)" }
    return date
  }

  // MARK: Preprints

  private mutating func finishEprint() {
    let archive = (eprint["eprinttype"] ?? eprint["archiveprefix"])?.lowercased()
    switch (eprint["eprint"], archive) {
    case (let number?, "arxiv"?): item.arxiv = number
    case (let number?, nil) where Self.looksLikeArXiv(number): item.arxiv = number
    case (let number?, "pubmed"?) where item.pmid == nil:
      item.pmid = number
      move("PMID")
    case (_, _): move(nil)
    }
  }

  /// Gives the fields on the preprint another variable, or leaves them without a home.
  private mutating func move(_ variable: String?) {
    for index in sources.indices where sources[index].variable == "arxiv" {
      let field = sources[index].field
      if variable == nil { item.custom.append(.init(field.name, field.value)) }
      sources[index].variable = variable ?? "custom:\(field.name)"
    }
  }

  /// `2106.01234`, `math/0309136`.
  private static func looksLikeArXiv(_ text: String) -> Bool {
    let parts = text.split(separator: ".")
    if parts.count == 2, parts[0].utf8.count == 4, Int(parts[0]) != nil { return true }
    return text.contains("/") && text.split(separator: "/").last.map { $0.prefix(7).allSatisfy(\.isNumber) } ?? false
  }
}
