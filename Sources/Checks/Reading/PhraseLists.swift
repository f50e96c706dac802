import TextAnalysis

/// Many lists of phrases looked up in one pass over a text: at each token, or character, only the lists that have a phrase which may begin
/// there are asked. Finds what `PhraseSet.all` finds list by list.
struct PhraseLists: Sendable {
  private let lists: [PhraseSet]
  /// By `TokenKey` of a word, the lists that have a phrase which may begin so.
  private var words = [[Int]](repeating: [], count: TokenKey.limit)
  /// By `TokenKey.character`.
  private var characters = [[Int]](repeating: [], count: TokenKey.limit)

  init(_ lists: [PhraseSet]) {
    self.lists = lists
    for (number, list) in lists.enumerated() {
      for key in list.keys.keys where key != Int(TokenKey.han) { words[key].append(number) }
      guard list.hasChinese else { continue }
      for key in list.characters.keys { characters[key].append(number) }
    }
  }

  /// The number of the list and the bytes of every phrase, list by list and within one ascending. O(tokens, and phrases that may begin at them).
  func all(in text: LexedText, _ tokens: Range<Int>? = nil) -> [(list: Int, range: Range<Int>)] {
    var found: [(list: Int, range: Range<Int>)] = []
    for index in tokens ?? text.tokens.indices {
      if text.keys[index] == TokenKey.han {
        han(text, text.tokens[index].range, &found)
      } else {
        for list in words[Int(text.keys[index])] {
          if let range = lists[list].latin(text, index) { found.append((list, range)) }
        }
      }
    }
    // Places are ascending already.
    return found.count < 2 ? found : found.sorted { ($0.list, $0.range.lowerBound) < ($1.list, $1.range.lowerBound) }
  }

  private func han(_ text: LexedText, _ token: Range<Int>, _ found: inout [(list: Int, range: Range<Int>)]) {
    let first = found.count
    var start = token.lowerBound
    while start < token.upperBound {
      let isThree = text.utf8[start] & 0xF0 == 0xE0 && start + 2 < token.upperBound
      // A character of another length begins no phrase of three bytes a character.
      if isThree {
        for list in characters[TokenKey.character(text.utf8[start + 1], text.utf8[start + 2])] {
          guard let range = lists[list].han(text, at: start, token.upperBound),
            !found[first...].contains(where: { $0.list == list && $0.range.upperBound > start })
          else { continue }
          found.append((list, range))
        }
      }
      start += isThree ? 3 : 1
    }
  }
}
