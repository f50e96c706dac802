/// The features of each word, as hashed keys.
///
/// Every feature is a template's number with the values it joins. Some are of the word, some of the whole stretch between marks that
/// holds it. The same templates (`TaggerTemplates`) serve training and reading, so they cannot differ.
package struct TaggerFeatures {
  /// Contexts of the text's ends on either side; stretches have one.
  static let margin = 3
  package private(set) var words: [PrintedWord] = []
  /// `margin` before and behind the words.
  private(set) var contexts: [WordContext] = []
  /// One more before and behind the string's own.
  private(set) var stretches: [WordStretch] = []
  /// The stretch of each word, counted from 1.
  private(set) var stretchOfWord: [Int32] = []
  /// What the string holds anywhere.
  private(set) var whole: UInt32 = 0
  private(set) var sentences: UInt32 = 0
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

  /// Writes the keys of the word at `t`, one for each template in their order; `output` holds `count`.
  package func keys(of t: Int, into output: UnsafeMutableBufferPointer<UInt64>) {
    var writer = KeyWriter(output: output, isScattered: true)
    contexts.withUnsafeBufferPointer { contexts in
      stretches.withUnsafeBufferPointer { stretches in
        let near = Neighbours(contexts, at: t + Self.margin)
        Self.putOwn(near.me, words[t], &writer)
        for (distance, context) in [(-3, near.a3), (-2, near.a2), (-1, near.a1), (1, near.z1), (2, near.z2), (3, near.z3)] {
          Self.putNeighbour(context, at: distance, &writer)
        }
        Self.putTriple(near, &writer)
        Self.putState(near, whole: whole, &writer)
        let stretch = Int(stretchOfWord[t])
        let place = StretchPlace(of: t, in: stretches[stretch], words: words.count)
        Self.putAlone(near, place, stretches[stretch], &writer)
        Self.putManner(near, stretches, at: stretch, sentences: sentences, &writer)
        Self.putEdges(stretches[stretch], isFirst: place.isFirst, isLast: place.isLast, &writer)
        writer.put(54, whole, place.tenth)
        Self.putStretch(stretches, at: stretch, sentence: sentence(of: stretches[stretch]), &writer)
      }
    }
    assert(writer.count == Self.count)
  }

  /// In which sentence a stretch begins, from 0; 4 for all behind.
  func sentence(of stretch: WordStretch) -> UInt32 { min(contexts[Int(stretch.start) + Self.margin].sentence, 4) }
}
