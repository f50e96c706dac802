import Literature

/// One statement in a right and in a wrong form, with figures of its own, to be put anywhere into a document.
public struct PlantedSentence: Hashable, Sendable {
  /// Rules one of which must report the wrong form; the first is the one that it is counted for.
  public var codes: [String]
  public var right: String
  public var wrong: String

  /// Every kind of sentence, in the order of the codes.
  public static let kinds: [Kind] = EnglishSentences.kinds + ChineseSentences.kinds

  /// How sentences of a kind are made: a new one for each draw of figures.
  public struct Kind: Sendable {
    public var codes: [String]
    public var language: Language
    let make: @Sendable (inout SeededGenerator) -> (right: String, wrong: String)

    init(
      _ codes: String, _ language: Language, _ make: @escaping @Sendable (inout SeededGenerator) -> (right: String, wrong: String)
    ) {
      self.codes = codes.split(separator: ",").map(String.init)
      self.language = language
      self.make = make
    }

    public func sentence(using generator: inout SeededGenerator) -> PlantedSentence {
      let (right, wrong) = make(&generator)
      return PlantedSentence(codes: codes, right: right, wrong: wrong)
    }
  }
}

/// Figures that several kinds of sentence share.
enum Draw {
  static func ratio(_ isSignificant: Bool, _ generator: inout SeededGenerator) -> RatioFigures {
    RatioFigures(isSignificant: isSignificant, using: &generator)
  }

  /// A count, its total and the percentage of both, one decimal; the percentage with two digits exchanged.
  static func share(_ generator: inout SeededGenerator) -> (count: Int, total: Int, percent: String, wrong: String) {
    while true {
      let total = Int.random(in: 80...400, using: &generator)
      let count = total * Int.random(in: 12...88, using: &generator) / 100
      let percent = Printed.fixed(100 * Double(count) / Double(total), 1)
      let tens = Array(percent)
      guard tens.count == 4, tens[0] != tens[1], tens[1] != "0" else { continue }
      return (count, total, percent, String([tens[1], tens[0], tens[2], tens[3]]))
    }
  }

  /// Two times in months, the greater first, one decimal.
  static func months(_ generator: inout SeededGenerator) -> (longer: String, shorter: String) {
    let shorter = Double(Int.random(in: 80...160, using: &generator)) / 10
    let longer = shorter * Double(Int.random(in: 130...170, using: &generator)) / 100
    return (Printed.fixed(longer, 1), Printed.fixed(shorter, 1))
  }

  static func whole(_ range: ClosedRange<Int>, _ generator: inout SeededGenerator) -> Int {
    Int.random(in: range, using: &generator)
  }
}
