/// What tells apart works of one author and year whose titles begin alike.
enum WorkPart {
  private static let romans = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10]
  private static let kinds: Set<String> = [
    "abstract", "protocol", "erratum", "errata", "correction", "corrigendum", "reply", "comment", "commentary",
    "retraction",
    "retracted", "update", "updated",
  ]
  /// What Chinese titles say for the same.
  private static let chineseKinds = [
    "研究方案": "protocol", "试验方案": "protocol", "勘误": "erratum", "更正": "correction", "撤稿": "retraction", "摘要": "abstract",
    "答复": "reply",
    "述评": "comment",
  ]
  /// Kinds that answer another work or stand in for it: never the work itself, even on the same page.
  private static let reactions: Set<String> = kinds.subtracting(["update", "updated"])

  /// Whether marks name such a kind.
  static func isReaction(_ marks: String) -> Bool { marks.split(separator: "+").contains { reactions.contains(String($0)) } }

  /// Bytes of the shortest of `kinds`.
  private static let shortestKind = 5

  private static func isPart(_ word: Substring) -> Bool {
    // Most words of a title are told by their first letter.
    switch word.utf8.first {
    case 0x70: word == "part" || word == "pt"
    case 0x76: word == "volume"
    case 0x62: word == "book"
    case 0x63: word == "chapter"
    default: false
    }
  }

  /// The part's number and the kind words, in the order of the title.
  static func marks(in title: String, genre: String?) -> String {
    let words = title.lowercased().alphanumericRuns
    var marks: [String] = []
    for (index, word) in words.enumerated() {
      if index > 0, isPart(words[index - 1]) {
        marks.append(romans[String(word)].map(String.init) ?? String(word))
      } else if index + 1 == words.count, let number = romans[String(word)], word.count > 1 || index > 3 {
        marks.append(String(number))
      } else if word.utf8.count >= shortestKind, kinds.contains(String(word)) {
        marks.append(word == "updated" ? "update" : String(word))
      }
    }
    if title.utf8.contains(where: { $0 >= 0xE3 }) {
      for (word, kind) in chineseKinds.sorted(by: { $0.key < $1.key }) where title.contains(word) { marks.append(kind) }
    }
    if let genre, kinds.contains(genre.lowercased()) { marks.append(genre.lowercased()) }
    return marks.joined(separator: "+")
  }
}
