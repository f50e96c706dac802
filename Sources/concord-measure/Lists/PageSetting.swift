import Literature

/// How a rendered article is printed: its list, its callouts, its pages.
struct PageSetting {
  enum Scheme: String { case numeric, authorYear = "author–year" }
  /// What stands before an entry; `%` is its number.
  enum Label: String, CaseIterable {
    case brackets = "[%] "
    case dot = "%. "
    case parenthesis = "%) "
    case parentheses = "(%) "
    case fullWidth = "［%］"
    case tab = "%\t"
    case circled = "○ "
    case blank = "% "
  }
  /// How entries without numbers are told apart.
  enum Layout: CaseIterable { case hanging, blankLines, bullets, lineEnds }
  enum Callout: CaseIterable { case brackets, superscripts, fullWidth, splitRanges, parentheses, lostSuperscripts }

  var scheme: Scheme
  var heading: String?
  var label = Label.brackets
  var layout = Layout.hanging
  var callout = Callout.brackets
  /// GB/T 7714 instead of Vancouver entries.
  var isStandard = false
  /// A form feed before each page but the first.
  var hasFormFeeds = false

  private static let headings: [String?] = [
    "References", "REFERENCES", "Bibliography", "Literature Cited", "Works cited", "参考文献", "引用文献", nil,
  ]

  /// Every habit in turn, so that each meets many articles.
  static func numeric(_ index: Int) -> PageSetting {
    var setting = PageSetting(scheme: .numeric, heading: headings[index % headings.count])
    setting.label = Label.allCases[index / 3 % Label.allCases.count]
    setting.callout = Callout.allCases[index / 2 % Callout.allCases.count]
    setting.isStandard = index % 3 == 2
    setting.hasFormFeeds = index % 5 < 2
    return setting
  }

  static func authorYear(_ index: Int) -> PageSetting {
    var setting = PageSetting(scheme: .authorYear, heading: headings[index % headings.count])
    setting.layout = Layout.allCases[index / 2 % Layout.allCases.count]
    setting.hasFormFeeds = index % 5 < 2
    return setting
  }

  /// What tells this setting from others, for lists of misses.
  var summary: String {
    scheme == .numeric ? "\(label) \(callout) \(heading ?? "no heading")" : "\(layout) \(heading ?? "no heading")"
  }

  /// What is printed before the entry of a number, from 1. Circled numbers end at fifty; a list longer than that has brackets.
  func printed(_ number: Int, of count: Int) -> String {
    guard label == .circled else { return label.rawValue.replacing("%", with: String(number)) }
    guard count <= 50, let circled = Self.circled(number) else { return "[\(number)] " }
    return "\(circled) "
  }

  private static func circled(_ number: Int) -> Character? {
    let value = number <= 20 ? 0x245F + number : number <= 35 ? 0x323C + number : 0x328D + number
    return Unicode.Scalar(UInt32(value)).map(Character.init)
  }
}
