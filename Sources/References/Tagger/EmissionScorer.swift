/// Adds up the weights of each word's features.
///
/// Words and their company come again and again within a list, so sums over groups of features are kept, in tables that a key finds its
/// one place in: what a word says to itself and to its neighbours, what three words say together, what a word says in a state. The
/// sums are exact: what is kept does not change what comes out.
struct EmissionScorer {
  typealias Scores = TaggerModel.Scores

  /// What one printed word adds to itself and to the words around it.
  private struct WordSums {
    var key: UInt64 = 0
    var own = Scores(repeating: 0)
    /// To the words behind, nearest first.
    var behind = (Scores(repeating: 0), Scores(repeating: 0), Scores(repeating: 0))
    /// To the words before, nearest first.
    var before = (Scores(repeating: 0), Scores(repeating: 0), Scores(repeating: 0))
  }

  private struct Sum {
    var key: UInt64 = 0
    var scores = Scores(repeating: 0)
  }

  private let model: TaggerModel
  private var words = [WordSums](repeating: WordSums(), count: 1 << 11)
  private var triples = [Sum](repeating: Sum(), count: 1 << 12)
  private var states = [Sum](repeating: Sum(), count: 1 << 12)
  private var keys = [UInt64](repeating: 0, count: TaggerFeatures.count)
  /// One for every context and three more on either side, which words at the ends of the margins speak to.
  private var padded: [Scores] = []
  /// Contexts and padding before the first word.
  private static let offset = TaggerFeatures.margin + 3

  init(model: TaggerModel) { self.model = model }

  /// The scores of all words of the string that the features are of. O(words).
  mutating func score(_ features: TaggerFeatures, into unary: inout [Scores]) {
    let count = features.words.count
    padded.removeAll(keepingCapacity: true)
    padded.reserveCapacity(count + 2 * Self.offset)
    for _ in 0..<count + 2 * Self.offset { padded.append(Scores(repeating: 0)) }
    var lent: [UInt64] = []
    swap(&lent, &keys)
    defer { swap(&lent, &keys) }
    lent.withUnsafeMutableBufferPointer { keys in
      var writer = KeyWriter(output: keys, isScattered: false)
      features.contexts.withUnsafeBufferPointer { contexts in
        addWords(contexts, features.words, &writer)
        features.stretches.withUnsafeBufferPointer { addCompany(contexts, $0, features, &writer) }
      }
    }
    unary.removeAll(keepingCapacity: true)
    unary.append(contentsOf: padded[Self.offset..<Self.offset + count])
  }

  private func sum(_ writer: inout KeyWriter) -> Scores {
    let scores = model.scores(UnsafeMutableBufferPointer(rebasing: writer.output[..<writer.count]))
    writer.removeAll()
    return scores
  }

  // MARK: Words

  private mutating func addWords(
    _ contexts: UnsafeBufferPointer<WordContext>, _ printed: [PrintedWord], _ writer: inout KeyWriter
  ) {
    let none = PrintedWord()
    var (padded, words): ([Scores], [WordSums]) = ([], [])
    swap(&padded, &self.padded)
    swap(&words, &self.words)
    defer {
      swap(&padded, &self.padded)
      swap(&words, &self.words)
    }
    padded.withUnsafeMutableBufferPointer { padded in
      words.withUnsafeMutableBufferPointer { words in
        for index in contexts.indices {
          let t = index - TaggerFeatures.margin
          let word = printed.indices.contains(t) ? printed[t] : none
          let key = contexts[index].identity(of: word)
          let slot = Int(truncatingIfNeeded: key >> 40) & (words.count - 1)
          if words[slot].key != key { words[slot] = sums(of: contexts[index], word, key: key, &writer) }
          let place = index + 3
          padded[place] &+= words[slot].own
          padded[place + 1] &+= words[slot].behind.0
          padded[place + 2] &+= words[slot].behind.1
          padded[place + 3] &+= words[slot].behind.2
          padded[place - 1] &+= words[slot].before.0
          padded[place - 2] &+= words[slot].before.1
          padded[place - 3] &+= words[slot].before.2
        }
      }
    }
  }

  private func sums(of context: WordContext, _ word: PrintedWord, key: UInt64, _ writer: inout KeyWriter) -> WordSums {
    var sums = WordSums()
    sums.key = key
    TaggerFeatures.putOwn(context, word, &writer)
    sums.own = sum(&writer)
    TaggerFeatures.putNeighbour(context, at: -1, &writer)
    sums.behind.0 = sum(&writer)
    TaggerFeatures.putNeighbour(context, at: -2, &writer)
    sums.behind.1 = sum(&writer)
    TaggerFeatures.putNeighbour(context, at: -3, &writer)
    sums.behind.2 = sum(&writer)
    TaggerFeatures.putNeighbour(context, at: 1, &writer)
    sums.before.0 = sum(&writer)
    TaggerFeatures.putNeighbour(context, at: 2, &writer)
    sums.before.1 = sum(&writer)
    TaggerFeatures.putNeighbour(context, at: 3, &writer)
    sums.before.2 = sum(&writer)
    return sums
  }

  // MARK: Company

  private mutating func addCompany(
    _ contexts: UnsafeBufferPointer<WordContext>, _ stretches: UnsafeBufferPointer<WordStretch>, _ features: TaggerFeatures,
    _ writer: inout KeyWriter
  ) {
    let count = features.words.count
    var inStretch = StretchSums()
    var (tenth, tenthSum) = (UInt32.max, Scores(repeating: 0))
    for t in 0..<count {
      let near = Neighbours(contexts, at: t + TaggerFeatures.margin)
      let stretch = Int(features.stretchOfWord[t])
      let place = StretchPlace(of: t, in: stretches[stretch], words: count)
      if inStretch.index != stretch {
        TaggerFeatures.putStretch(stretches, at: stretch, sentence: features.sentence(of: stretches[stretch]), &writer)
        inStretch = StretchSums(index: stretch, shared: sum(&writer))
        TaggerFeatures.putEdges(stretches[stretch], isFirst: false, isLast: false, &writer)
        inStretch.inner = sum(&writer)
      }
      if tenth != place.tenth {
        tenth = place.tenth
        writer.put(54, features.whole, tenth)
        tenthSum = sum(&writer)
      }
      let manner = inStretch.mannerKey(near.me)
      if inStretch.manner.key != manner {
        TaggerFeatures.putManner(near, stretches, at: stretch, sentences: features.sentences, &writer)
        inStretch.manner = Sum(key: manner, scores: sum(&writer))
      }
      TaggerFeatures.putAlone(near, place, stretches[stretch], &writer)
      var scores = inStretch.shared &+ inStretch.manner.scores &+ tenthSum
      if place.isFirst || place.isLast {
        TaggerFeatures.putEdges(stretches[stretch], isFirst: place.isFirst, isLast: place.isLast, &writer)
      } else {
        scores &+= inStretch.inner
      }
      scores &+= sum(&writer)
      padded[t + Self.offset] &+= scores &+ triple(near, &writer) &+ state(near, whole: features.whole, &writer)
    }
  }

  /// What holds for the words of one stretch.
  private struct StretchSums {
    var index = -1
    var shared = Scores(repeating: 0)
    /// Of the edges, for words that stand at neither.
    var inner = Scores(repeating: 0)
    var manner = Sum()

    @inline(__always) func mannerKey(_ me: WordContext) -> UInt64 {
      UInt64(me.traits) << 24 | UInt64(me.state) << 16 | UInt64(min(me.sentence, 5)) << 1 | 1
    }
  }

  private mutating func triple(_ near: Neighbours, _ writer: inout KeyWriter) -> Scores {
    let key = Self.joined(Self.joined(near.a1.signature, near.me.signature), near.z1.signature)
    let slot = Int(truncatingIfNeeded: key >> 40) & (triples.count - 1)
    if triples[slot].key != key {
      TaggerFeatures.putTriple(near, &writer)
      triples[slot] = Sum(key: key, scores: sum(&writer))
    }
    return triples[slot].scores
  }

  private mutating func state(_ near: Neighbours, whole: UInt32, _ writer: inout KeyWriter) -> Scores {
    let rest = UInt64(whole) << 32 | UInt64(near.a1.marks) << 12 | UInt64(near.me.state) << 4 | UInt64(min(near.me.sentence, 4))
    let key = Self.joined(near.me.signature, rest)
    let slot = Int(truncatingIfNeeded: key >> 40) & (states.count - 1)
    if states[slot].key != key {
      TaggerFeatures.putState(near, whole: whole, &writer)
      states[slot] = Sum(key: key, scores: sum(&writer))
    }
    return states[slot].scores
  }

  @inline(__always) private static func joined(_ a: UInt64, _ b: UInt64) -> UInt64 { WordContext.joined(a, b) }
}
