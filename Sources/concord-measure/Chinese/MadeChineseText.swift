/// Chinese text that is made up: walks over the pairs of characters that follow each other in real titles, as often as they do there, to the
/// lengths of the titles. Characters, pairs and their frequencies are real; nothing else is. The same on every run.
struct MadeChineseText {
  let texts: [String]

  init(like titles: [String], count: Int) {
    var random = SplitMix(state: 6)
    let real = titles.map {
      $0.filter { character in character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) } }
    }
    .map { Array($0) }.filter { $0.count > 1 }
    var following: [Character: [Character]] = [:]
    for title in real {
      for (left, right) in zip(title, title.dropFirst()) { following[left, default: []].append(right) }
    }
    texts = (0..<(real.isEmpty ? 0 : count)).map { _ in
      let length = real[random.below(real.count)].count
      var made = [real[random.below(real.count)][0]]
      while made.count < length {
        let next = following[made[made.count - 1]] ?? real[random.below(real.count)]
        made.append(next[random.below(next.count)])
      }
      return String(made)
    }
  }
}

extension SplitMix {
  /// A number from 0 up to but not including `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
