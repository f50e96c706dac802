import References

/// What speaks for a label of a word: itself, its neighbours, the words between which it stands, and what the readers of grammars know.
///
/// A key for each template, 0 where the template has nothing to say. The number of a template is part of its keys: new ones are counted on.
package struct BindingFeatures {
  package static let count = 62
  /// The templates that read the letters of a word, by how far before (−) or behind it the word that carries them stands.
  package static let letterTemplates: [(offset: Int, templates: Range<Int>)] = [
    (0, 0..<6), (-1, 6..<7), (1, 7..<8), (-2, 8..<9), (2, 9..<10), (-3, 10..<11), (3, 11..<12),
  ]

  private let words: [BindingWord]
  private let compares: UInt32
  private let none = BindingWord(bytes: 0..<0, form: .sign, word: 1, shape: 1)

  package init(_ sentence: BindingSentence) {
    words = sentence.words
    compares = words.contains { Self.comparing.contains($0.word) } ? 1 : 0
  }

  private static let comparing = Set(
    ["versus", "vs", "compared", "respectively", "than", "比", "较", "于"].map(BindingSentence.wordHash))

  /// The keys of one word, `count` of them. O(1) but for the numbers around it, at most eight words on either side.
  package func keys(of index: Int, into keys: UnsafeMutableBufferPointer<UInt64>) {
    var writer = Writer(keys: keys)
    let (me, before, behind) = (word(index), word(index - 1), word(index + 1))
    putOwn(me, &writer)
    putCompany(index, &writer)
    putPairs(me, before, behind, index, &writer)
    putKnown(me, before, behind, &writer)
    writer.put(60, distance(index, -1), distance(index, 1))
    writer.put(61, compares, me.form.rawValue)
  }

  private func word(_ index: Int) -> BindingWord { words.indices.contains(index) ? words[index] : none }

  private func putOwn(_ me: BindingWord, _ writer: inout Writer) {
    writer.put(0, me.word)
    if me.prefixes.0 != 0 {
      writer.put(1, me.prefixes.0)
      writer.put(2, me.prefixes.1)
      writer.put(3, me.suffixes.0)
      writer.put(4, me.suffixes.1)
      writer.put(5, me.suffixes.2)
    }
    writer.put(12, me.shape)
    writer.put(13, me.depth, me.form.rawValue)
    if me.cluster != 0 {
      writer.put(14, me.cluster)
      writer.put(15, me.cluster >> 3)
    }
    writer.put(16, 1)
  }

  private func putCompany(_ index: Int, _ writer: inout Writer) {
    for (slot, offset) in [-1, 1, -2, 2, -3, 3].enumerated() {
      let word = word(index + offset)
      writer.put(6 + slot, word.word)
      writer.put(17 + slot, word.shape)
      if word.cluster != 0 {
        writer.put(23 + slot, word.cluster >> 3)
        writer.put(29 + slot, word.cluster)
      }
    }
    for (slot, offset) in [-4, 4].enumerated() {
      let word = word(index + offset)
      writer.put(35 + slot, word.shape, word.cluster >> 3)
    }
  }

  private func putPairs(_ me: BindingWord, _ before: BindingWord, _ behind: BindingWord, _ index: Int, _ writer: inout Writer) {
    let (second, next) = (word(index - 2), word(index + 2))
    writer.put(37, before.word, me.word)
    writer.put(38, me.word, behind.word)
    writer.put(39, before.word, behind.word)
    writer.put(40, second.word, before.word)
    writer.put(41, behind.word, next.word)
    writer.put(42, before.word, me.word, behind.word)
    writer.put(43, me.word, behind.word, next.word)
    writer.put(44, second.word, before.word, me.word)
    writer.put(45, before.cluster >> 3 | before.form.rawValue << 8, me.cluster >> 3 | me.form.rawValue << 8)
    writer.put(46, me.cluster >> 3 | me.form.rawValue << 8, behind.cluster >> 3 | behind.form.rawValue << 8)
    writer.put(47, before.shape, me.shape, behind.shape)
  }

  private func putKnown(_ me: BindingWord, _ before: BindingWord, _ behind: BindingWord, _ writer: inout Writer) {
    writer.put(48, me.known.rawValue)
    writer.put(49, before.known.rawValue, me.known.rawValue)
    writer.put(50, me.known.rawValue, behind.known.rawValue)
    writer.put(51, me.tags)
    writer.put(52, before.tags, me.tags)
    writer.put(53, me.tags, behind.tags)
    writer.put(54, me.known.rawValue, me.word)
    writer.put(55, me.known.rawValue, before.word)
    writer.put(56, me.known.rawValue, behind.word)
    writer.put(57, before.tags, me.cluster >> 3 | me.form.rawValue << 8, behind.tags)
    writer.put(58, me.known.rawValue, me.depth)
    writer.put(59, before.tags, behind.tags)
  }

  /// Words to the next number on one side, at most eight; 9 where there is none.
  private func distance(_ index: Int, _ step: Int) -> UInt32 {
    for count in 1...8 where word(index + step * count).form == .number { return UInt32(count) }
    return 9
  }

  /// Which transition weights hold from the word before: by the forms of both, by whether a blank stands between, by what is known.
  package func transition(to index: Int) -> Transition {
    guard index > 0 else { return .none }
    let (last, next) = (words[index - 1], words[index])
    let forms = BindingWord.Form.allCases.count
    let gap = last.bytes.upperBound < next.bytes.lowerBound ? 1 : 0
    let first = gap * forms + Int(next.form.rawValue)
    let second = 2 * forms + Int(last.form.rawValue) * forms + Int(next.form.rawValue)
    let third = 2 * forms + forms * forms + min(next.known.rawValue.trailingZeroBitCount, 14)
    return Transition(joint: UInt16(first), forms: UInt16(second), kind: UInt16(third))
  }

  private struct Writer {
    let keys: UnsafeMutableBufferPointer<UInt64>

    init(keys: UnsafeMutableBufferPointer<UInt64>) {
      self.keys = keys
      keys.update(repeating: 0)
    }

    @inline(__always) func put(_ template: Int, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      keys[template] = FeatureKey.of(template, a, b, c)
    }
  }
}
