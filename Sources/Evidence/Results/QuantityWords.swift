import Literature

/// The words that stand beside numbers and change what they are.
enum QuantityWords {
  static let units: [(words: [String], unit: QuantityUnit)] = [
    (["percent", "pct"], .percent),
    (["month", "months", "mo", "mos", "mths"], .time("month")),
    (["year", "years", "yr", "yrs"], .time("year")),
    (["week", "weeks", "wk", "wks"], .time("week")),
    (["day", "days", "d"], .time("day")),
    (["hour", "hours", "hr", "hrs", "h"], .time("hour")),
    (["minute", "minutes", "min", "mins"], .time("minute")),
    (
      [
        "patients", "participants", "subjects", "individuals", "children", "women", "men", "adults", "people", "persons",
        "volunteers", "infants", "patient", "pts", "child", "girls", "boys", "cases", "eyes", "students", "families", "mothers",
        "parents", "newborns", "neonates", "respondents", "residents", "males", "females",
      ], .people
    ),
    (["mm"], .other("mm")), (["cm"], .other("cm")), (["kg"], .other("kg")), (["g"], .other("g")), (["mg"], .other("mg")),
    (["ml"], .other("mL")), (["points", "point"], .other("point")), (["mmhg"], .other("mmHg")), (["mmol"], .other("mmol")),
    (["fold"], .other("fold")), (["times"], .other("times")), (["m"], .other("m")), (["weeks"], .time("week")),
    (["doses", "dose"], .other("dose")), (["cycles", "cycle"], .other("cycle")), (["trials", "studies"], .other("study")),
    (["centers", "centres", "sites", "hospitals"], .other("site")), (["gy"], .other("Gy")), (["iu"], .other("IU")),
    (["μg", "ug", "mcg"], .other("μg")), (["events", "deaths"], .other("event")), (["ng"], .other("ng")), (["pg"], .other("pg")),
    (["nmol"], .other("nmol")), (["pmol"], .other("pmol")), (["μmol", "umol"], .other("μmol")), (["kcal"], .other("kcal")),
    (["kj"], .other("kJ")), (["db"], .other("dB")), (["hz"], .other("Hz")), (["units", "unit", "u"], .other("unit")),
    (["beats", "bpm"], .other("beat")), (["breaths"], .other("breath")), (["degrees"], .other("degree")), (["km"], .other("km")),
    (["nm"], .other("nm")), (["μm", "um", "microm"], .other("μm")), (["l"], .other("L")), (["dl"], .other("dL")),
    (["seconds", "second", "sec", "secs", "s"], .time("second")), (["ms", "msec"], .time("millisecond")),
    (["steps"], .other("step")), (["letters", "letter"], .other("letter")), (["episodes", "episode"], .other("episode")),
    (["attacks", "attack"], .other("attack")), (["seizures"], .other("seizure")), (["bouts"], .other("bout")),
    (["μv", "uv"], .other("μV")), (["mv"], .other("mV")), (["mpa"], .other("MPa")), (["meq"], .other("mEq")),
    (["kpa"], .other("kPa")), (["watts"], .other("W")), (["cells"], .other("cell")),
  ]

  /// Units of two words.
  static let phrases: [([UInt64], QuantityUnit)] = [
    (WordCode.phrase("percentage points"), .other("percentage point")),
    (WordCode.phrase("percentage point"), .other("percentage point")),
    (WordCode.phrase("mm hg"), .other("mmHg")),
  ]

  private static let byCode = WordTable(units.flatMap { entry in entry.words.map { (WordCode.of($0), entry.unit) } }) {
    first, _ in first
  }

  /// The unit of a word by its code.
  static func unit(of code: UInt64) -> QuantityUnit? { byCode[code] }

  static let chineseUnits: [(prefix: String, unit: QuantityUnit)] = [
    ("个月", .time("month")), ("月", .time("month")), ("年", .time("year")), ("周", .time("week")), ("天", .time("day")),
    ("小时", .time("hour")), ("分钟", .time("minute")), ("例", .people), ("名患者", .people), ("名", .people), ("位患者", .people),
    ("人", .people), ("项", .other("study")), ("个中心", .other("site")), ("家", .other("site")), ("分", .other("point")),
    ("岁", .other("age")), ("倍", .other("fold")), ("次", .other("times")), ("周期", .other("cycle")), ("个周期", .other("cycle")),
    ("个疗程", .other("cycle")), ("厘米", .other("cm")), ("毫米", .other("mm")), ("毫克", .other("mg")),
    ("个", .other("count")), ("种", .other("count")), ("期", .other("phase")), ("级", .other("grade")), ("版", .other("edition")),
    ("型", .other("type")), ("线", .other("line")), ("号", .other("number")), ("日", .time("day")),
    ("百分点", .other("percentage point")),
    ("个百分点", .other("percentage point")),
  ]

  /// Words after which a number is a label and measures nothing.
  private static let labels: [String] = [
    "phase", "grade", "grades", "stage", "stages", "table", "tables", "figure", "fig", "figs", "day", "week", "month", "year",
    "cycle", "level", "levels", "version", "type", "class", "group", "arm", "cohort", "chapter", "section", "reference", "ref",
    "appendix", "supplement", "box", "step", "part", "aged", "age", "ages", "model", "visit", "no", "number", "aim", "study",
    "item", "category", "question", "hypothesis", "period", "interleukin", "omega", "block", "session", "round",
  ]

  /// Relation words before a number.
  private static let about = ["about", "approximately", "nearly", "almost", "around", "roughly", "circa", "approx"]
  private static let less = ["under", "below"]
  private static let greater = ["over", "above", "exceeding", "exceeded", "exceeds", "beyond"]

  private static let relations: WordTable<PrintedNumber.Relation> = {
    let entries: [([String], PrintedNumber.Relation)] = [(about, .about), (less, .less), (greater, .greater)]
    return WordTable(entries.flatMap { entry in entry.0.map { (WordCode.of($0), entry.1) } }) { first, _ in first }
  }()

  /// The relation that a word before a number gives it.
  static func relation(of code: UInt64) -> PrintedNumber.Relation? { relations[code] }

  private static let labelCodes = WordTable(labels.map { (WordCode.of($0), true) }) { first, _ in first }

  /// Whether a number after a word is a label.
  static func isLabel(_ code: UInt64) -> Bool { labelCodes[code] != nil }

  static let chineseBefore: [(suffix: String, relation: Int)] = [
    ("约", 0), ("大约", 0), ("近", 0), ("接近", 0), ("将近", 0), ("约为", 0), ("约占", 0), ("大致", 0),
    ("不足", 1), ("不到", 1), ("低于", 1), ("小于", 1), ("少于", 1), ("未突破", 1), ("未超过", 1), ("未达", 1),
    ("超过", 2), ("大于", 2), ("高于", 2), ("多于", 2), ("逾", 2), ("超", 2), ("突破", 2), ("至少", 3), ("不低于", 3), ("不少于", 3),
    ("不超过", 4), ("至多", 4),
  ]
}
