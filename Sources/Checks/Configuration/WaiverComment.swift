/// What a comment that waives says: `concord: allow N103 "P = 0.26" until 2027-03-31: the reason`.
enum WaiverComment {
  /// The waiver without its place. Throws where the comment is not understood.
  static func waiver(_ body: String) throws(ConfigurationError) -> Waiver {
    var words = Words(body)
    guard words.take("concord:"), words.take("allow") else {
      throw ConfigurationError(line: nil, "A comment to concord reads: concord: allow N103: the reason.")
    }
    var rules: [String] = []
    var text: String?
    var until: CalendarDate?
    while let word = words.next() {
      if word.isQuoted {
        text = word.text
      } else if word.text == "until" {
        let day = words.next()?.text ?? ""
        guard let date = CalendarDate(day) else {
          throw ConfigurationError(line: nil, "“\(day)” is no day; write it 2027-03-31.")
        }
        until = date
      } else {
        rules.append(word.text)
      }
    }
    try check(rules, reason: words.reason)
    return Waiver(rules: rules, text: text, reason: words.reason ?? "", until: until, scope: .files(nil), path: "", line: 0)
  }

  static func check(_ rules: [String], reason: String?) throws(ConfigurationError) {
    guard !rules.isEmpty else { throw ConfigurationError(line: nil, "A waiver names at least one rule: allow N103.") }
    if let unknown = RuleSelection(select: rules).unknown.first {
      throw ConfigurationError(line: nil, "There is no rule “\(unknown)”; “concord explain” lists the rules.")
    }
    guard let reason, !reason.isEmpty else {
      throw ConfigurationError(line: nil, "A waiver needs a reason after a colon: allow \(rules[0]): the reason.")
    }
  }

  /// Words up to the colon that begins the reason; quoted ones whole.
  private struct Words {
    private var rest: Substring

    init(_ body: String) { rest = Substring(body.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }

    /// What follows the colon.
    private(set) var reason: String?

    mutating func take(_ word: String) -> Bool {
      guard rest.hasPrefix(word) else { return false }
      rest = rest.dropFirst(word.count).drop { $0 == " " }
      return true
    }

    mutating func next() -> (text: String, isQuoted: Bool)? {
      rest = rest.drop { $0 == " " || $0 == "," }
      guard let first = rest.first else { return nil }
      if first == ":" || first == "：" {
        reason = String(rest.dropFirst().drop { $0 == " " })
        rest = ""
        return nil
      }
      let closing: Character? = first == "\"" ? "\"" : first == "“" ? "”" : nil
      if let closing, let end = rest.dropFirst().firstIndex(of: closing) {
        let text = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
        return (text, true)
      }
      let word = rest.prefix { ![" ", ",", ":", "："].contains($0) }
      rest = rest.dropFirst(word.count)
      return (String(word), false)
    }
  }
}
