import Literature
import TextAnalysis

extension CallReader {
  private static let conjunctions: Set<Character> = ["和", "与", "及"]

  /// "张三等", "张三和李四", "张三, 李四", "张三、李四等人" before a year.
  func hanNames(_ range: Range<Int>) -> CallNames? {
    guard var names = hanName(lexed.string(range.lowerBound), start: range.lowerBound) else { return nil }
    let others = range.dropFirst().filter { lexed.tokens[$0].kind == .han }
    for other in others {
      if isHan(other, ["等", "等人"]) {
        names.isEtAl = true
      } else if let more = hanName(lexed.string(other), start: other) {
        names.second = names.second ?? more.first
        names.isEtAl = names.isEtAl || more.isEtAl
        names.count += 1
      }
    }
    return names
  }

  /// One run of characters: a name, with 等 behind it or a second name behind 和.
  private func hanName(_ text: String, start: Int) -> CallNames? {
    let (whole, isEtAl) = Self.withoutOthers(text)
    var rest = whole
    let led = Self.chineseLeads.first { whole.hasPrefix($0) }.map { String(whole.dropFirst($0.count)) }
    if let led, !index.knows(rest), index.knows(led) || Self.parted(led) != nil { rest = led }
    guard (2...40).contains(rest.count) else { return nil }
    if !index.knows(rest), let (first, second) = Self.parted(rest) {
      return CallNames(first: first, second: second, isEtAl: isEtAl, start: start, count: 2)
    }
    return CallNames(first: rest, isEtAl: isEtAl, start: start)
  }

  private static func withoutOthers(_ text: String) -> (rest: String, isEtAl: Bool) {
    for ending in ["等学者", "等人的", "等人", "等的", "等"] where text.hasSuffix(ending) {
      return (String(text.dropLast(ending.count)), true)
    }
    return (text.hasSuffix("的") ? String(text.dropLast()) : text, false)
  }

  /// The two sides of the last 和, each long enough to be a name.
  private static func parted(_ text: String) -> (String, String)? {
    guard let place = text.lastIndex(where: { conjunctions.contains($0) }) else { return nil }
    let (first, second) = (String(text[..<place]), String(text[text.index(after: place)...]))
    return first.count >= 2 && (2...4).contains(second.count) ? (first, second) : nil
  }

  /// A Chinese sentence runs into the name: its last two to four characters are tried, and those before a 和.
  func hanNarrative(_ position: Int) -> [CallNames] {
    let run = lexed.string(position)
    let (text, isEtAl) = Self.withoutOthers(run)
    var found: [CallNames] = []
    func tryEnds(of text: String, second: String?) {
      for length in [4, 3, 2] where text.count >= length && index.knows(String(text.suffix(length))) {
        let lead = text.dropLast(length).utf8.count
        found.append(CallNames(first: String(text.suffix(length)), second: second, isEtAl: isEtAl, start: position, lead: lead))
      }
    }
    if let (first, second) = Self.parted(text) { tryEnds(of: first, second: second) }
    tryEnds(of: text, second: nil)
    if found.isEmpty, (2...4).contains(text.count) { found.append(CallNames(first: text, isEtAl: isEtAl, start: position)) }
    return found
  }
}
