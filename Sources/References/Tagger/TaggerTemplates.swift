/// The templates of features, grouped by what they look at: sums over a group can be kept and used again.
///
/// A template's number is part of its keys, so weights belong to numbers: a template keeps its own, and new ones are counted on.
extension TaggerFeatures {
  package static let count = 65
  /// The templates that read the letters of a word, by how far before (−) or behind it the word that carries them stands.
  package static let letterTemplates: [(offset: Int, templates: Range<Int>)] = [
    (0, 0..<8), (1, 8..<10), (-1, 10..<12), (2, 12..<13), (-2, 13..<14),
  ]

  // MARK: One word

  /// What a word says of itself.
  @inline(__always) static func putOwn(_ me: WordContext, _ word: PrintedWord, _ writer: inout KeyWriter) {
    writer.put(0, me.word)
    writer.put(1, word.suffix)
    writer.put(2, word.prefix)
    writer.put(3, word.shortSuffix)
    writer.put(4, word.shortPrefix)
    writer.put(5, me.suffix, me.shape)
    writer.put(6, me.word, me.marks)
    writer.put(14, me.shape)
    writer.put(30, me.kind, me.shape)
    writer.put(32, me.lexical, me.traits)
    writer.put(36, me.lexical, me.shape)
  }

  /// What a word says of the one that stands so far behind it (the word is at −1, −2, −3) or before it (1, 2, 3).
  @inline(__always) static func putNeighbour(_ word: WordContext, at distance: Int, _ writer: inout KeyWriter) {
    switch distance {
    case -1:
      writer.put(8, word.word)
      writer.put(9, word.suffix)
      writer.put(15, word.shape)
      writer.put(27, word.kind)
      writer.put(33, word.lexical)
    case 1:
      writer.put(10, word.word)
      writer.put(11, word.suffix)
      writer.put(17, word.shape)
    case -2:
      writer.put(12, word.word)
      writer.put(16, word.shape)
      writer.put(28, word.kind)
      writer.put(34, word.lexical)
    case 2:
      writer.put(13, word.word)
      writer.put(18, word.shape)
    case -3: writer.put(19, word.shape)
    default: writer.put(20, word.shape)
    }
  }

  // MARK: Words together

  /// What a word says with its two neighbours; all of it is in their signatures.
  @inline(__always) static func putTriple(_ near: Neighbours, _ writer: inout KeyWriter) {
    writer.put(21, near.a1.shape, near.me.shape)
    writer.put(22, near.me.shape, near.z1.shape)
    writer.put(24, near.a1.shape, near.me.shape, near.z1.shape)
    writer.put(26, near.a1.marks, near.me.marks, near.z1.marks)
    writer.put(29, near.a1.kind, near.me.kind, near.z1.kind)
    writer.put(31, near.a1.kind, near.me.traits, near.a1.marks)
    writer.put(35, near.a1.lexical, near.me.lexical, near.z1.lexical)
    writer.put(37, near.a1.lexical, near.me.lexical, near.a1.marks)
    writer.put(38, near.me.lexical, near.z1.lexical, near.me.marks)
  }

  /// What a word says behind all that stands before it.
  @inline(__always) static func putState(_ near: Neighbours, whole: UInt32, _ writer: inout KeyWriter) {
    writer.put(39, near.me.lexical, near.me.kind, near.me.state)
    writer.put(43, near.me.state, near.me.shape)
    writer.put(44, near.me.state, min(near.me.sentence, 4), near.me.traits)
    writer.put(53, whole, near.me.traits, near.me.state)
    writer.put(56, near.me.state, near.me.kind, near.a1.marks)
  }

  /// What seldom comes again.
  @inline(__always) static func putAlone(
    _ near: Neighbours, _ place: StretchPlace, _ stretch: WordStretch, _ writer: inout KeyWriter
  ) {
    writer.put(7, near.me.word, near.a1.marks)
    writer.put(23, near.a2.shape, near.a1.shape, near.me.shape)
    writer.put(25, near.me.shape, near.z1.shape, near.z2.shape)
    writer.put(40, place.tenth, near.me.shape)
    writer.put(41, place.fromStart, near.me.shape)
    writer.put(42, place.toEnd, near.me.shape)
    writer.put(45, stretch.manner, place.within)
    writer.put(57, stretch.lexicon, place.within)
  }

  // MARK: Stretches

  /// What the stretches around a word say to its traits, its state and its sentence.
  @inline(__always) static func putManner(
    _ near: Neighbours, _ stretches: UnsafeBufferPointer<WordStretch>, at index: Int, sentences: UInt32,
    _ writer: inout KeyWriter
  ) {
    let me = near.me
    writer.put(46, stretches[index].manner, me.state)
    writer.put(47, stretches[index - 1].manner, me.traits, me.state)
    writer.put(48, stretches[index + 1].manner, me.traits, me.state)
    writer.put(51, stretches[index - 1].lastWord, me.traits)
    writer.put(52, stretches[index + 1].firstWord, me.traits)
    writer.put(55, min(me.sentence, 5), min(sentences &- me.sentence, 5), me.traits)
  }

  @inline(__always) static func putEdges(_ stretch: WordStretch, isFirst: Bool, isLast: Bool, _ writer: inout KeyWriter) {
    writer.put(49, stretch.firstWord, isFirst ? 1 : 0)
    writer.put(50, stretch.lastWord, isLast ? 1 : 0)
  }

  /// What a stretch says to all its words.
  @inline(__always) static func putStretch(
    _ stretches: UnsafeBufferPointer<WordStretch>, at index: Int, sentence: UInt32, _ writer: inout KeyWriter
  ) {
    let stretch = stretches[index]
    writer.put(58, stretch.manner, stretches[index - 1].manner)
    writer.put(59, stretch.manner, stretches[index + 1].manner)
    writer.put(60, stretches[index - 1].marks, stretch.manner)
    writer.put(61, stretch.manner, sentence)
    writer.put(62, stretch.lexicon, stretches[index + 1].lexicon)
    writer.put(63, stretch.lexicon, stretch.manner)
    writer.put(64, stretch.lexicon, stretches[index - 1].lexicon, sentence)
  }
}

/// A word with three on each side.
struct Neighbours {
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

/// Where a word stands: in the string, in steps that widen and in tenths, and in its stretch.
struct StretchPlace {
  let fromStart: UInt32
  let toEnd: UInt32
  let tenth: UInt32
  let within: UInt32
  let isFirst: Bool
  let isLast: Bool

  @inline(__always) init(of t: Int, in stretch: WordStretch, words: Int) {
    let (start, end) = (Int(stretch.start), Int(stretch.end))
    fromStart = WordStretch.bucket(t)
    toEnd = WordStretch.bucket(words - t)
    tenth = UInt32(truncatingIfNeeded: t * 10 / words)
    within = WordStretch.bucket(t - start) << 4 | WordStretch.bucket(end - 1 - t)
    isFirst = t == start
    isLast = t == end - 1
  }
}

/// Writes keys: each at the place of its template, or one after another.
struct KeyWriter {
  let output: UnsafeMutableBufferPointer<UInt64>
  let isScattered: Bool
  private(set) var count = 0

  init(output: UnsafeMutableBufferPointer<UInt64>, isScattered: Bool) {
    self.output = output
    self.isScattered = isScattered
  }

  @inline(__always) mutating func put(_ template: Int, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    output[isScattered ? template : count] = FeatureKey.of(template, a, b, c)
    count += 1
  }

  mutating func removeAll() { count = 0 }
}
