import Literature
import TextAnalysis

/// What a figure is a number of, by the unit, the measure or the thing right beside it, in one word for both languages: `site` of
/// "23 hospitals" and 23 家中心, `day` of "on day 42" and 42 d, `ratio` of "HR 0.72", `mg` of a dose.
struct FigureNouns {
  private let text: LexedText

  init(_ text: LexedText) { self.text = text }

  private static let units: [String: String] = {
    var units: [String: String] = [:]
    for (noun, words) in [
      "hour": "hour hours h hr hrs", "day": "day days d", "week": "week weeks wk wks", "month": "month months mo",
      "year": "year years yr yrs", "minute": "minute minutes min", "second": "second seconds s", "mg": "mg", "g": "g gram grams",
      "kg": "kg", "ug": "μg µg ug mcg", "ng": "ng", "ml": "ml", "l": "l litre litres liter liters", "iu": "iu u units",
      "gy": "gy",
      "mmhg": "mmhg", "cm": "cm", "mm": "mm", "m": "m", "mmol": "mmol", "umol": "μmol µmol umol", "percent": "percent",
      "site":
        "hospital hospitals centre centres center centers site sites clinic clinics practices ward wards units department departments",
      "country": "country countries", "trial": "trial trials study studies", "point": "point points", "cycle": "cycle cycles",
      "event": "event events", "item": "item items", "question": "question questions", "session": "session sessions",
      "dose": "dose doses", "record": "record records", "article": "article articles", "time": "times", "visit": "visit visits",
      "people":
        "patients participants women men adults children people subjects persons individuals infants volunteers students boys girls",
    ] { for word in words.split(separator: " ") { units[String(word)] = noun } }
    return units
  }()

  private static let chinese: [(name: String, noun: String)] = [
    ("家", "site"), ("个中心", "site"), ("所", "site"), ("个国家", "country"), ("国", "country"), ("项试验", "trial"), ("项研究", "trial"),
    ("项", "trial"), ("小时", "hour"), ("个月", "month"), ("月", "month"), ("天", "day"), ("日", "day"), ("周岁", "year"), ("周", "week"),
    ("星期", "week"), ("岁", "year"), ("年", "year"), ("分钟", "minute"), ("秒", "second"), ("毫克", "mg"), ("例", "people"),
    ("名", "people"), ("人", "people"), ("位", "people"), ("分", "point"), ("个周期", "cycle"), ("周期", "cycle"), ("次", "time"),
    ("个百分点", "percent"), ("篇", "article"), ("个条目", "item"), ("条", "item"),
  ]

  private static let ratios = PhraseSet(
    ["hr", "hazard ratio", "odds ratio", "rr", "risk ratio", "relative risk", "rate ratio", "irr", "ratio"],
    ["风险比", "比值比", "相对危险度", "危险比"])

  /// The noun of a figure in running text or in a cell; nil where nothing beside it tells. O(1).
  func noun(of figure: PlacedFigure) -> String? {
    switch figure.role {
    case .low, .high: return "limit"
    case .spread: return "spread"
    case .p: return "p"
    case .value, .count: break
    }
    if figure.unit == .percent { return "percent" }
    if figure.unit == .p { return "p" }
    let (first, next) = (text.firstToken(at: figure.range.lowerBound), text.firstToken(at: figure.range.upperBound))
    return behind(text.isSymbol(next, "-") ? next + 1 : next) ?? before(first)
      ?? (figure.unit == .people || figure.role == .count ? "people" : nil)
  }

  /// What the figures under a head are numbers of: the shares of "n (%)" stand in brackets, the counts before them.
  func nounOfColumn(isBracketed: Bool) -> String? {
    let isShare = text.tokens.indices.contains { text.isSymbol($0, "%") }
    let isCount = text.tokens.indices.contains { text.isWord($0, "n") || text.isWord($0, "no") || text.hanHasSuffix($0, "例") }
    if isShare { return isBracketed || !isCount ? "percent" : "people" }
    if Self.ratios.occurs(in: text) { return "ratio" }
    for index in text.tokens.indices {
      switch text.tokens[index].kind {
      case .word: if let noun = Self.units[text.lowercased(index)] { return noun }
      case .han: if let noun = Self.chinese.first(where: { text.string(index).hasSuffix($0.name) })?.noun { return noun }
      default: continue
      }
    }
    return nil
  }

  private func behind(_ index: Int) -> String? {
    guard text.tokens.indices.contains(index) else { return nil }
    switch text.tokens[index].kind {
    case .word:
      guard let noun = Self.units[text.lowercased(index)] else { return thing(index) }
      // 0.25 mg/kg
      if text.isSymbol(index + 1, "/"), text.tokens.indices.contains(index + 2) {
        return noun + "/" + (Self.units[text.lowercased(index + 2)] ?? text.lowercased(index + 2))
      }
      return noun
    case .han:
      return Self.chinese.first { text.string(index).hasPrefix($0.name) }?.noun
    default: return nil
    }
  }

  /// "12 adverse events", "46 more patients": a unit behind adjectives.
  private func thing(_ index: Int) -> String? {
    for cursor in index..<min(index + 3, text.count) {
      guard text.tokens[cursor].kind == .word else { return nil }
      if let noun = Self.units[text.lowercased(cursor)] { return noun }
    }
    return nil
  }

  private static let labels: [String: String] = [
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
    "years": "year", "hour": "hour",
  ]

  private func before(_ index: Int) -> String? {
    guard text.tokens.indices.contains(index - 1) else { return nil }
    if text.tokens[index - 1].kind == .word, let label = Self.labels[text.lowercased(index - 1)] { return label }
    let reach = max(0, index - 6)..<index
    let start = (reach.last { text.isNumber($0) || text.isSymbol($0, ";") }).map { $0 + 1 } ?? reach.lowerBound
    // In small letters it is a conjunction.
    let isOdds = (start..<index).contains { text.isWord($0, "or") && text.string($0) == "OR" }
    return isOdds || Self.ratios.occurs(in: text, start..<index) ? "ratio" : nil
  }
}
