import Literature
import TextAnalysis

/// Which passages of one version of a document are which of another, whatever moved or was wrapped anew.
///
/// First those whose words are the same but for callouts and figures, in order; then the likest of what is left, from six tenths of
/// shared words on. O(n) for what did not change, O(old · new) for the rest.
struct PassageMatch {
  /// Index of the new passage for each old one that has one.
  private(set) var newIndex: [Int: Int] = [:]
  private let old: [Words]
  private let new: [Words]

  /// Least share of common words for two passages to be one that was edited.
  private static let leastLikeness = 0.6

  init(old: CheckContext, new: CheckContext) {
    self.old = Words.all(in: old)
    self.new = Words.all(in: new)
    var taken = matchEqual()
    for index in self.old.indices where newIndex[index] == nil && !self.old[index].isEmpty {
      let candidates = self.new.indices.filter { !taken.contains($0) && self.new[$0].kind == self.old[index].kind }
      let best = candidates.map { ($0, self.old[index].likeness(to: self.new[$0])) }.max { $0.1 < $1.1 }
      guard let (place, likeness) = best, likeness >= Self.leastLikeness else { continue }
      newIndex[index] = place
      taken.insert(place)
    }
  }

  private mutating func matchEqual() -> Set<Int> {
    var waiting: [Words: [Int]] = [:]
    for index in new.indices.reversed() where !new[index].isEmpty { waiting[new[index], default: []].append(index) }
    var taken: Set<Int> = []
    for index in old.indices {
      guard let place = waiting[old[index]]?.popLast() else { continue }
      newIndex[index] = place
      taken.insert(place)
    }
    return taken
  }

  /// How alike an old and a new passage are: 1 for the same words, 0 for none in common.
  func likeness(old first: Int, new second: Int) -> Double {
    newIndex[first] == second ? 1 : old[first].likeness(to: new[second])
  }

  /// The words of a passage without figures and callouts; Chinese characters count as words.
  private struct Words: Hashable {
    var kind: Passage.Kind
    var words: [String]

    var isEmpty: Bool { words.isEmpty }

    static func all(in context: CheckContext) -> [Words] {
      context.extract.passages.indices.map { index in
        let text = context.lexed[index]
        let words = text.tokens.indices.flatMap { token -> [String] in
          switch text.tokens[token].kind {
          case .word: [text.lowercased(token)]
          case .han: text.string(token).map { String($0) }
          default: []
          }
        }
        return Words(kind: context.extract.passages[index].kind, words: words)
      }
    }

    func likeness(to other: Words) -> Double {
      let (first, second) = (Set(words), Set(other.words))
      guard !first.isEmpty, !second.isEmpty else { return 0 }
      return 2 * Double(first.intersection(second).count) / Double(first.count + second.count)
    }
  }
}
