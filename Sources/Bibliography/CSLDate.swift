import Literature

/// A date with all that bibliography formats say of it: a range, a season, "about", or words that are no date.
struct CSLDate {
  var start: PartialDate?
  /// nil where the date is no range; `open` where the range has no end.
  var end: PartialDate?
  var isOpen = false
  /// 1 spring … 4 winter.
  var season: Int?
  var isCirca = false
  /// The words of the source, where the parts do not say it all.
  var literal: String?

  init(start: PartialDate?) { self.start = start }
  init(literal: String) { self.literal = literal }

  // MARK: Reading

  /// Reads biblatex's dates (ISO 8601-2, level 1): `2004-05`, `2004/2006`, `2004/`, `1931~`, `199X`, `2004-21`, `-0876`, `2004-05-06T12:00`.
  init(edtf text: String) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false).map { TeXText.collapsed(String($0)) }
    guard sides.count <= 2, let first = EDTFSide(sides[0]) else {
      self.init(words: text)
      return
    }
    self.init(start: first.date)
    season = first.season
    isCirca = first.isCirca
    if sides.count == 2 {
      if let second = EDTFSide(sides[1]) {
        end = second.date
        isCirca = isCirca || second.isCirca
      } else if sides[1].isEmpty || sides[1] == ".." {
        isOpen = true
      } else {
        self.init(words: text)
      }
    }
  }

  /// Reads what stands in a field `year` or a tag: `2019`, `2004/2006`, `1865（清同治四年）`, `c1988`, `in press`.
  init(words text: String) {
    let year = text.allSatisfy(\.isASCII) && text.utf8.count == 4 ? Int(text) : nil
    if let year {
      self.init(start: PartialDate(year: year))
      return
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    self.init(start: digits.count == 4 ? Int(digits).map { PartialDate(year: $0) } : nil)
    let rest = text.dropFirst(digits.count)
    if start != nil, let dash = rest.first, dash == "-" || dash == "–" || dash == "/", rest.dropFirst().count == 4,
      let last = Int(rest.dropFirst())
    {
      end = PartialDate(year: last)
    } else {
      literal = text
    }
  }

  // MARK: CSL-JSON

  /// The value of a date variable.
  var json: JSONValue {
    var object = JSONObject()
    if let start {
      let last = isOpen ? PartialDate(year: 0).cslJSON : end?.cslJSON
      let parts = [start.cslJSON, last].compactMap { $0?["date-parts"]?.arrayValue?.first }
      object.append("date-parts", .array(parts))
    }
    if let season { object.append("season", JSONValue.int(season)) }
    if isCirca { object.append("circa", .bool(true)) }
    object.append("literal", literal)
    return .object(object)
  }

  init?(json: JSONValue) {
    guard json.objectValue != nil else { return nil }
    self.init(start: PartialDate(cslJSON: json))
    let parts = json["date-parts"]?.arrayValue ?? []
    if parts.count > 1 {
      let last = JSONValue.object(
        {
          var object = JSONObject(); object.append("date-parts", .array([parts[1]])); return object
        }())
      end = PartialDate(cslJSON: last)
      if end?.year == 0 { (end, isOpen) = (nil, true) }
    }
    season = json["season"]?.intValue ?? json["season"]?.stringValue.flatMap { Int($0) }
    isCirca = json["circa"].map { $0 != .bool(false) && $0 != .number("0") } ?? false
    literal = json["literal"]?.stringValue ?? (parts.isEmpty ? json["raw"]?.stringValue : nil)
  }

  // MARK: Writing

  /// The date as biblatex reads it; nil where only words are known.
  var edtf: String? {
    guard let start, literal == nil else { return nil }
    if let season { return "\(Self.year(start.year))-\(season + 20)" }
    let mark = isCirca ? "~" : ""
    let first = Self.iso(start) + mark
    if isOpen { return first + "/" }
    return end.map { "\(first)/\(Self.iso($0))\(mark)" } ?? first
  }

  private static func iso(_ date: PartialDate) -> String {
    let plain = BibliographyDate.iso(date)
    return plain.replacing(String(date.year), with: year(date.year), maxReplacements: 1)
  }

  private static func year(_ year: Int) -> String {
    let digits = String(abs(year))
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

/// One side of a range.
private struct EDTFSide {
  var date: PartialDate
  var season: Int?
  var isCirca: Bool

  init?(_ text: String) {
    var text = Substring(text)
    isCirca = false
    while let last = text.last, last == "~" || last == "?" || last == "%" {
      isCirca = true
      text.removeLast()
    }
    text = text.prefix { $0 != "T" }
    let isNegative = text.first == "-"
    if isNegative { text.removeFirst() }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, let first = parts.first, first.utf8.count == 4, let year = Int(first) else { return nil }
    let numbers = parts.dropFirst().map { Int($0) }
    guard !numbers.contains(where: { $0 == nil }) else { return nil }
    let month = numbers.first ?? nil
    date = PartialDate(year: isNegative ? -year : year)
    if let month, (21...24).contains(month) {
      season = month - 20
    } else if let month {
      guard (1...12).contains(month) else { return nil }
      date.month = month
      if let day = numbers.dropFirst().first ?? nil {
        guard (1...31).contains(day) else { return nil }
        date.day = day
      }
    }
  }
}

extension BibliographicItem {
  /// Sets the date of issue or of access, with what its property cannot hold.
  mutating func setDate(_ date: CSLDate?, as key: String) {
    if key == "issued" { issued = date?.start } else { accessed = date?.start }
    let isPlain = date.map { $0.end == nil && !$0.isOpen && $0.season == nil && !$0.isCirca && $0.literal == nil } ?? true
    further[key] = isPlain ? nil : date?.json
  }

  /// The date under a key with all that is known of it.
  func date(_ key: String) -> CSLDate? {
    let property = key == "issued" ? issued : key == "accessed" ? accessed : nil
    if let whole = further[key].flatMap({ CSLDate(json: $0) }), whole.start == property || !["issued", "accessed"].contains(key) {
      return whole
    }
    return property.map { CSLDate(start: $0) }
  }
}
