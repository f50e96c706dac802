/// What a reference says of a work, folded for comparison.
struct WorkDescription: Sendable {
  let item: BibliographicItem
  /// Letters and digits of the title, lower case.
  let title: [UInt8]
  /// Numbers and numerals of the title in order: "2", "iii". They tell apart parts, phases and follow-ups.
  let numbers: [String]
  /// What the title or genre says the work is: `protocol`, `erratum`, `reply`; and the part.
  let marks: String
  let author: [UInt8]
  let journal: JournalName?
  let volume: String?
  let page: String?
  let issue: String?
  /// In lower case, as works are compared by them in pairs.
  let (doi, arxiv): (String?, String?)

  init(_ item: BibliographicItem) {
    self.item = item
    let title = item.title ?? ""
    self.title = LetterFolding.bytes(of: title, limit: 300)
    numbers = Self.numbers(in: title)
    marks = WorkPart.marks(in: title, genre: item.genre)
    let first = item.authors.first ?? item.editors.first
    author = LetterFolding.bytes(of: first.map { $0.family ?? $0.literal ?? "" } ?? "", limit: 60)
    journal = item.containerTitle.flatMap(JournalName.init)
    volume = Self.folded(item.volume)
    page = Self.folded(item.firstPage)
    issue = Self.folded(item.issue)
    (doi, arxiv) = (item.doi?.lowercased(), item.arxiv?.lowercased())
  }

  private static func folded(_ text: String?) -> String? {
    guard let text else { return nil }
    let folded = LetterFolding.folded(text, limit: 24)
    let trimmed = folded.drop { $0 == "0" }
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  /// Digits wherever they stand ("D2", "120mg"), Roman numerals and single capitals after the first word, and （上）, （二） of Chinese parts.
  private static func numbers(in title: String) -> [String] {
    var numbers: [String] = []
    for (place, word) in title.alphanumericRuns.prefix(80).enumerated() {
      if word.utf8.count > 1, !isASCII(word), word.count == 1, "上中下一二三四五六七八九十".contains(word) {
        numbers.append(String(word))
      } else if place > 0, word.utf8.count <= 4, isNumeral(word.utf8) {
        numbers.append(word.lowercased())
      } else if word.utf8.contains(where: isDigit) {
        numbers += word.split { !("0"..."9").contains($0) }.map { String($0.drop { $0 == "0" }) }
      }
    }
    return numbers
  }

  /// Of the signs of Roman numerals, or a stretch of the alphabet from B to H.
  private static func isNumeral(_ word: Substring.UTF8View) -> Bool {
    if word.allSatisfy({ $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }) { return true }
    return word.allSatisfy { (0x42...0x48).contains($0) } && zip(word, word.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  private static func isASCII(_ word: Substring) -> Bool { word.utf8.first.map { $0 < 0x80 } ?? true }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The words of the title, at most forty.
  var words: Set<String> {
    Set(
      (item.title ?? "").alphanumericRuns.prefix(40).map { LetterFolding.folded($0) }.filter {
        $0.utf8.count > 2
      })
  }

  /// The last page, written out where it is shortened: "350" of "345–50"; nil without a range.
  var lastPage: String? {
    guard let range = item.page, let first = page else { return nil }
    let parts = range.split { "-–—".contains($0) }
    guard parts.count == 2, let last = Self.folded(String(parts[1])) else { return nil }
    return last.utf8.count < first.utf8.count ? String(first.dropLast(last.count)) + last : last
  }

  /// An abstract, protocol, erratum or reply.
  var isReaction: Bool { WorkPart.isReaction(marks) }

  /// Titles of one script can be compared; a Chinese title and its translation cannot.
  var isWide: Bool { title.contains { $0 >= 0xE3 } }
}
