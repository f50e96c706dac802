/// The features of each word, as hashed keys.
///
/// Every feature is a template's number with the values it joins. Some are of the word, some of the whole stretch between marks that
/// holds it. The same code serves training and reading, so they cannot differ.
package struct TaggerFeatures {
  /// Contexts of the text's ends on either side; stretches have one.
  static let margin = 3
  package private(set) var words: [PrintedWord] = []
  private var contexts: [WordContext] = []
  private var stretches: [WordStretch] = []
  /// The stretch of each word, counted from 1.
  private(set) var stretchOfWord: [Int32] = []
  /// What the string holds anywhere.
  private var whole: UInt32 = 0
  private var sentences: UInt32 = 0
  private let model: TaggerModel

  /// The model lends its word list; training takes the list from a model without weights.
  package init(model: TaggerModel) { self.model = model }

  /// Prepares a string; `words` then holds its words.
  package mutating func prepare(_ bytes: UnsafeBufferPointer<UInt8>) {
    var buffer: [PrintedWord] = []
    swap(&buffer, &words)
    var splitter = PrintedWordSplitter(bytes, reusing: consume buffer)
    words = splitter.run()
    contexts.removeAll(keepingCapacity: true)
    contexts.reserveCapacity(words.count + 2 * Self.margin)
    for _ in 0..<Self.margin { contexts.append(.before) }
    for word in words { contexts.append(WordContext(word, model: model)) }
    for _ in 0..<Self.margin { contexts.append(.behind) }
    var survey = StringSurvey()
    for index in words.indices {
      survey.take(words[index], at: index, of: words.count, &contexts[index + Self.margin])
    }
    (whole, sentences) = (survey.whole, survey.sentence)
    markStretches()
  }

  private mutating func markStretches() {
    stretches.removeAll(keepingCapacity: true)
    stretchOfWord.removeAll(keepingCapacity: true)
    stretches.append(.before)
    var start = 0
    contexts.withUnsafeBufferPointer { contexts in
      let own = UnsafeBufferPointer(rebasing: contexts[Self.margin..<contexts.count - Self.margin])
      for index in words.indices {
        stretchOfWord.append(Int32(truncatingIfNeeded: stretches.count))
        if index + 1 == words.count || endsStretch(index) {
          stretches.append(WordStretch(start..<index + 1, own))
          start = index + 1
        }
      }
    }
    stretches.append(.behind)
  }

  private func endsStretch(_ index: Int) -> Bool {
    if !words[index].after.isDisjoint(with: [.comma, .point, .colon, .semicolon, .quote, .round, .square]) { return true }
    return !words[index + 1].before.isDisjoint(with: [.round, .quote, .square])
  }

  /// The transition to the word at `t`.
  package func transition(to t: Int) -> Transition {
    guard t > 0 else { return .none }
    return Transition(from: words[t - 1], to: words[t], WordClass(rawValue: contexts[t + Self.margin].kind))
  }

  // MARK: Keys

  /// Writes the keys of the word at `t`, then those of its stretch; `output` holds `count`.
  package func keys(of t: Int, into output: UnsafeMutableBufferPointer<UInt64>) {
    wordKeys(of: t, into: UnsafeMutableBufferPointer(rebasing: output[..<Self.wordCount]))
    stretchKeys(of: t, into: UnsafeMutableBufferPointer(rebasing: output[Self.wordCount...]))
  }

  /// Writes the keys of the word at `t` alone; `output` holds `wordCount`.
  func wordKeys(of t: Int, into output: UnsafeMutableBufferPointer<UInt64>) {
    contexts.withUnsafeBufferPointer { contexts in
      stretches.withUnsafeBufferPointer { stretches in
        var writer = KeyWriter(output: output)
        let near = Neighbours(contexts, at: t + Self.margin)
        Self.putLetters(near, words[t], &writer)
        Self.putShapes(near, &writer)
        Self.putClasses(near, &writer)
        putPlace(t, near, stretches, &writer)
        assert(writer.position == Self.wordCount)
      }
    }
  }

  /// Writes the keys of the stretch that holds the word at `t`; `output` holds `stretchCount`.
  func stretchKeys(of t: Int, into output: UnsafeMutableBufferPointer<UInt64>) {
    stretches.withUnsafeBufferPointer { stretches in
      let index = Int(stretchOfWord[t])
      let sentence = min(contexts[Int(stretches[index].start) + Self.margin].sentence, 4)
      var writer = KeyWriter(output: output, from: Self.wordCount)
      writer.put(stretches[index].manner, stretches[index - 1].manner)
      writer.put(stretches[index].manner, stretches[index + 1].manner)
      writer.put(stretches[index - 1].marks, stretches[index].manner)
      writer.put(stretches[index].manner, sentence)
      writer.put(stretches[index].lexicon, stretches[index + 1].lexicon)
      writer.put(stretches[index].lexicon, stretches[index].manner)
      writer.put(stretches[index].lexicon, stretches[index - 1].lexicon, sentence)
      assert(writer.position == Self.count)
    }
  }
}

// MARK: Templates

extension TaggerFeatures {
  package static let count = wordCount + stretchCount
  static let wordCount = 58
  static let stretchCount = 7
  /// The templates that read the letters of a word, by how far before (−) or behind it the word that carries them stands.
  package static let letterTemplates: [(offset: Int, templates: Range<Int>)] = [
    (0, 0..<8), (1, 8..<10), (-1, 10..<12), (2, 12..<13), (-2, 13..<14),
  ]

  /// A word with three on each side.
  private struct Neighbours {
    private let all: UnsafeBufferPointer<WordContext>
    private let index: Int
    @inline(__always) init(_ all: UnsafeBufferPointer<WordContext>, at index: Int) { (self.all, self.index) = (all, index) }
    var a3: WordContext { @inline(__always) _read { yield all[index - 3] } }
    var a2: WordContext { @inline(__always) _read { yield all[index - 2] } }
    var a1: WordContext { @inline(__always) _read { yield all[index - 1] } }
    var me: WordContext { @inline(__always) _read { yield all[index] } }
    var z1: WordContext { @inline(__always) _read { yield all[index + 1] } }
    var z2: WordContext { @inline(__always) _read { yield all[index + 2] } }
    var z3: WordContext { @inline(__always) _read { yield all[index + 3] } }
  }

  @inline(__always) private static func putLetters(_ near: Neighbours, _ word: PrintedWord, _ writer: inout KeyWriter) {
    writer.put(near.me.word)
    writer.put(word.suffix)
    writer.put(word.prefix)
    writer.put(word.shortSuffix)
    writer.put(word.shortPrefix)
    writer.put(near.me.suffix, near.me.shape)
    writer.put(near.me.word, near.me.marks)
    writer.put(near.me.word, near.a1.marks)
    writer.put(near.a1.word)
    writer.put(near.a1.suffix)
    writer.put(near.z1.word)
    writer.put(near.z1.suffix)
    writer.put(near.a2.word)
    writer.put(near.z2.word)
  }

  @inline(__always) private static func putShapes(_ near: Neighbours, _ writer: inout KeyWriter) {
    writer.put(near.me.shape)
    writer.put(near.a1.shape)
    writer.put(near.a2.shape)
    writer.put(near.z1.shape)
    writer.put(near.z2.shape)
    writer.put(near.a3.shape)
    writer.put(near.z3.shape)
    writer.put(near.a1.shape, near.me.shape)
    writer.put(near.me.shape, near.z1.shape)
    writer.put(near.a2.shape, near.a1.shape, near.me.shape)
    writer.put(near.a1.shape, near.me.shape, near.z1.shape)
    writer.put(near.me.shape, near.z1.shape, near.z2.shape)
    writer.put(near.a1.marks, near.me.marks, near.z1.marks)
  }

  @inline(__always) private static func putClasses(_ near: Neighbours, _ writer: inout KeyWriter) {
    writer.put(near.a1.kind)
    writer.put(near.a2.kind)
    writer.put(near.a1.kind, near.me.kind, near.z1.kind)
    writer.put(near.me.kind, near.me.shape)
    writer.put(near.a1.kind, near.me.traits, near.a1.marks)
    writer.put(near.me.lexical, near.me.traits)
    writer.put(near.a1.lexical)
    writer.put(near.a2.lexical)
    writer.put(near.a1.lexical, near.me.lexical, near.z1.lexical)
    writer.put(near.me.lexical, near.me.shape)
    writer.put(near.a1.lexical, near.me.lexical, near.a1.marks)
    writer.put(near.me.lexical, near.z1.lexical, near.me.marks)
    writer.put(near.me.lexical, near.me.kind, near.me.state)
  }

  @inline(__always) private func putPlace(
    _ t: Int, _ near: Neighbours, _ stretches: UnsafeBufferPointer<WordStretch>, _ writer: inout KeyWriter
  ) {
    let index = Int(stretchOfWord[t])
    let (start, end) = (Int(stretches[index].start), Int(stretches[index].end))
    let place = WordStretch.bucket(t - start) << 4 | WordStretch.bucket(end - 1 - t)
    let tenth = UInt32(truncatingIfNeeded: t * 10 / words.count)
    writer.put(tenth, near.me.shape)
    writer.put(WordStretch.bucket(t), near.me.shape)
    writer.put(WordStretch.bucket(words.count - t), near.me.shape)
    writer.put(near.me.state, near.me.shape)
    writer.put(near.me.state, min(near.me.sentence, 4), near.me.traits)
    writer.put(stretches[index].manner, place)
    writer.put(stretches[index].manner, near.me.state)
    writer.put(stretches[index - 1].manner, near.me.traits, near.me.state)
    writer.put(stretches[index + 1].manner, near.me.traits, near.me.state)
    writer.put(stretches[index].firstWord, t == start ? 1 : 0)
    writer.put(stretches[index].lastWord, t == end - 1 ? 1 : 0)
    writer.put(stretches[index - 1].lastWord, near.me.traits)
    writer.put(stretches[index + 1].firstWord, near.me.traits)
    writer.put(whole, near.me.traits, near.me.state)
    writer.put(whole, tenth)
    writer.put(min(near.me.sentence, 5), min(sentences &- near.me.sentence, 5), near.me.traits)
    writer.put(near.me.state, near.me.kind, near.a1.marks)
    writer.put(stretches[index].lexicon, place)
  }
}

/// Numbers the templates by the order in which they are written.
struct KeyWriter {
  let output: UnsafeMutableBufferPointer<UInt64>
  private let start: Int
  private(set) var position: Int

  init(output: UnsafeMutableBufferPointer<UInt64>, from start: Int = 0) {
    self.output = output
    self.start = start
    position = start
  }

  @inline(__always) mutating func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    var hash = ((UInt64(a) << 8) | (UInt64(truncatingIfNeeded: position) + 1)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29) ^ UInt64(b)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 32) ^ (UInt64(c) << 7)) &* 0x94D0_49BB_1331_11EB
    output[position - start] = hash ^ (hash >> 31)
    position += 1
  }
}
