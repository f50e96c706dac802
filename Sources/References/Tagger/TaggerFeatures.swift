/// The features of each word, as hashed keys.
///
/// Every feature is a template's number with the values it joins. The same code serves training and reading, so they cannot differ.
package struct TaggerFeatures {
  package static let count = 76
  /// Contexts of the text's ends on either side.
  static let margin = 3
  package private(set) var words: [PrintedWord] = []
  private var contexts: [WordContext] = []
  /// What the string holds anywhere.
  private var whole: UInt32 = 0
  private var sentences: UInt32 = 0
  private let model: TaggerModel

  /// The model lends its word list; training takes the list from a model without weights.
  package init(model: TaggerModel) { self.model = model }

  /// Prepares a string; `words` then holds its words.
  package mutating func prepare(_ bytes: UnsafeBufferPointer<UInt8>) {
    var splitter = PrintedWordSplitter(bytes, reusing: words)
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
    whole = survey.whole
    sentences = survey.sentence
    markChunks()
  }

  // MARK: Stretches between marks

  private mutating func markChunks() {
    var start = 0
    for index in words.indices where index + 1 == words.count || endsChunk(index) {
      describe(start..<index + 1)
      start = index + 1
    }
  }

  private func endsChunk(_ index: Int) -> Bool {
    if !words[index].after.isDisjoint(with: [.comma, .point, .colon, .semicolon, .quote, .round, .square]) { return true }
    return !words[index + 1].before.isDisjoint(with: [.round, .quote, .square])
  }

  private mutating func describe(_ range: Range<Int>) {
    var (kinds, any, all): (UInt32, UInt32, UInt32) = (0, 0, 0xFF)
    var (capitals, letters, digits): (Int, Int, UInt32) = (0, 0, 0)
    for index in range.prefix(12) {
      let context = contexts[index + Self.margin]
      kinds |= context.kind
      if context.has(.letter) || context.has(.han) {
        any |= context.lexical
        all &= context.lexical
      }
      if context.has(.letter) {
        letters += 1
        if context.has(.capital) { capitals += 1 }
      }
      if context.has(.digit) { digits = 1 }
    }
    let share: UInt32 = letters == 0 ? 0 : capitals == letters ? 1 : capitals * 2 > letters ? 2 : capitals > 1 ? 3 : 4
    let chunk = mixed(kinds, Self.bucket(range.count) << 8 | share << 4 | digits)
    for index in range {
      contexts[index + Self.margin].chunk = chunk
      contexts[index + Self.margin].chunkLexicon = all << 8 | any
      contexts[index + Self.margin].chunkStart = Int32(truncatingIfNeeded: range.lowerBound)
      contexts[index + Self.margin].chunkEnd = Int32(truncatingIfNeeded: range.upperBound)
    }
  }

  private static func bucket(_ value: Int) -> UInt32 {
    switch value {
    case ..<4: UInt32(value)
    case ..<6: 4
    case ..<9: 5
    case ..<13: 6
    case ..<20: 7
    case ..<40: 8
    default: 9
    }
  }

  // MARK: Keys

  /// Writes the keys of the word at `t`; `output` holds `count`.
  package func keys(of t: Int, into output: UnsafeMutableBufferPointer<UInt64>) {
    contexts.withUnsafeBufferPointer { contexts in
      var writer = KeyWriter(output: output)
      let near = Neighbours(contexts, at: t + Self.margin)
      Self.putWords(near, words[t], &writer)
      Self.putClasses(near, &writer)
      putPlace(t, near, contexts, &writer)
      assert(writer.position == Self.count)
    }
  }

  /// A word with three on each side.
  private struct Neighbours {
    let (a3, a2, a1, me, z1, z2, z3): (WordContext, WordContext, WordContext, WordContext, WordContext, WordContext, WordContext)
    init(_ all: UnsafeBufferPointer<WordContext>, at index: Int) {
      (a3, a2, a1, me) = (all[index - 3], all[index - 2], all[index - 1], all[index])
      (z1, z2, z3) = (all[index + 1], all[index + 2], all[index + 3])
    }
  }

  @inline(__always) private static func putWords(_ near: Neighbours, _ word: PrintedWord, _ writer: inout KeyWriter) {
    let (a2, a1, me, z1, z2) = (near.a2, near.a1, near.me, near.z1, near.z2)
    writer.put(me.word)
    writer.put(a1.word)
    writer.put(z1.word)
    writer.put(a2.word)
    writer.put(z2.word)
    writer.put(a1.word, me.word)
    writer.put(me.word, z1.word)
    writer.put(a2.word, a1.word)
    writer.put(z1.word, z2.word)
    writer.put(me.shape)
    writer.put(a1.shape)
    writer.put(a2.shape)
    writer.put(z1.shape)
    writer.put(z2.shape)
    writer.put(near.a3.shape)
    writer.put(near.z3.shape)
    writer.put(a1.shape, me.shape)
    writer.put(me.shape, z1.shape)
    writer.put(a2.shape, a1.shape, me.shape)
    writer.put(a1.shape, me.shape, z1.shape)
    writer.put(me.shape, z1.shape, z2.shape)
    writer.put(word.suffix)
    writer.put(word.prefix)
    writer.put(word.shortSuffix)
    writer.put(word.shortPrefix)
    writer.put(a1.suffix)
    writer.put(z1.suffix)
    writer.put(me.suffix, me.shape)
    writer.put(me.word, a1.shape)
    writer.put(me.word, z1.shape)
    writer.put(me.word, me.marks)
    writer.put(me.word, a1.marks)
    writer.put(a1.marks, me.marks, z1.marks)
  }

  @inline(__always) private static func putClasses(_ near: Neighbours, _ writer: inout KeyWriter) {
    let (a2, a1, me, z1, z2) = (near.a2, near.a1, near.me, near.z1, near.z2)
    writer.put(me.kind)
    writer.put(a1.kind)
    writer.put(z1.kind)
    writer.put(a2.kind)
    writer.put(z2.kind)
    writer.put(a1.kind, me.kind, z1.kind)
    writer.put(me.kind, me.shape)
    writer.put(a1.kind, me.traits, a1.marks)
    writer.put(me.lexical, me.traits)
    writer.put(a1.lexical)
    writer.put(z1.lexical)
    writer.put(a2.lexical)
    writer.put(z2.lexical)
    writer.put(a1.lexical, me.lexical, z1.lexical)
    writer.put(me.lexical, me.shape)
    writer.put(a1.lexical, me.lexical, a1.marks)
    writer.put(me.lexical, z1.lexical, me.marks)
    writer.put(me.lexical, me.kind, me.state)
  }

  @inline(__always) private func putPlace(
    _ t: Int, _ near: Neighbours, _ contexts: UnsafeBufferPointer<WordContext>, _ writer: inout KeyWriter
  ) {
    let (a1, me) = (near.a1, near.me)
    let (start, end) = (Int(me.chunkStart), Int(me.chunkEnd))
    let (before, first, last, next) = (
      contexts[start + Self.margin - 1], contexts[start + Self.margin], contexts[end + Self.margin - 1],
      contexts[end + Self.margin]
    )
    let place = Self.bucket(t - start) << 4 | Self.bucket(end - 1 - t)
    let tenth = UInt32(truncatingIfNeeded: t * 10 / words.count)
    let sentence = min(me.sentence, 4)
    writer.put(tenth, me.shape)
    writer.put(Self.bucket(t), me.shape)
    writer.put(Self.bucket(words.count - t), me.shape)
    writer.put(me.state, me.shape)
    writer.put(me.state, sentence, me.traits)
    writer.put(me.chunk, place)
    writer.put(me.chunk, me.state)
    writer.put(me.chunk, before.chunk)
    writer.put(me.chunk, next.chunk)
    writer.put(before.chunk, me.traits, me.state)
    writer.put(next.chunk, me.traits, me.state)
    writer.put(first.word, t == start ? 1 : 0)
    writer.put(last.word, t == end - 1 ? 1 : 0)
    writer.put(before.word, me.traits)
    writer.put(next.word, me.traits)
    writer.put(whole, me.traits, me.state)
    writer.put(whole, tenth)
    writer.put(before.marks, me.chunk)
    writer.put(min(me.sentence, 5), min(sentences &- me.sentence, 5), me.traits)
    writer.put(me.chunk, sentence)
    writer.put(me.state, me.kind, a1.marks)
    writer.put(me.chunkLexicon, place)
    writer.put(me.chunkLexicon, next.chunkLexicon)
    writer.put(me.chunkLexicon, me.chunk)
    writer.put(me.chunkLexicon, before.chunkLexicon, sentence)
  }

  /// The transition to the word at `t`.
  package func transition(to t: Int) -> Transition {
    guard t > 0 else { return .none }
    return Transition(from: words[t - 1], to: words[t], WordClass(rawValue: contexts[t + Self.margin].kind))
  }
}

/// Numbers the templates by the order in which they are written.
struct KeyWriter {
  let output: UnsafeMutableBufferPointer<UInt64>
  private(set) var position = 0

  init(output: UnsafeMutableBufferPointer<UInt64>) { self.output = output }

  @inline(__always) mutating func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    var hash = ((UInt64(a) << 8) | (UInt64(truncatingIfNeeded: position) + 1)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29) ^ UInt64(b)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 32) ^ (UInt64(c) << 7)) &* 0x94D0_49BB_1331_11EB
    output[position] = hash ^ (hash >> 31)
    position += 1
  }
}
