import Literature
import TextAnalysis

/// A standard error of an age so large that its deviation, the error times the root of the number of people, is longer than lives differ:
/// "mean age 71.4 years (SE 8.2)" of 4812 people. What is printed is the deviation.
enum ImpossibleError {
  /// Years by which the ages of no group of adults are spread about their mean.
  private static let widest = 40.0
  private static let fewestPeople = 20
  private static let ages = PhraseSet(["age", "aged", "ages", "mean age"], ["年龄"])

  /// In document order. O(means).
  static func all(in context: CheckContext) -> [MislabelledSpread] {
    context.extract.passages.indices.flatMap { passage -> [MislabelledSpread] in
      let text = context.lexed[passage]
      let errors = context.means[passage].filter { $0.label == .error }
      guard !errors.isEmpty, ages.occurs(in: text) else { return [] }
      return errors.compactMap { figure in
        guard isAge(figure, text),
          let people = figure.count ?? GroupSizes.shared(in: context).known(in: passage, of: context).min(),
          people >= fewestPeople
        else { return nil }
        let deviation = figure.spread.value * Double(people).squareRoot()
        guard deviation > widest else { return nil }
        return MislabelledSpread(
          passage: passage, place: figure, other: nil,
          message: Wording(
            "The standard error \(figure.spread.printed) of an age is that of a spread of \(NumberText.fixed(deviation, 0)) years among \(people) people: it is a standard deviation.",
            zh: "年龄的标准误 \(figure.spread.printed) 意味着 \(people) 人中标准差达 \(NumberText.fixed(deviation, 0)) 岁: 应为标准差。"),
          arithmetic: .same(
            "\(figure.spread.printed) × √\(people) = \(NumberText.fixed(deviation, 1))"))
      }
    }
  }

  private static let farthest = 8

  /// Whether the word of an age is the nearest noun before the figure.
  private static func isAge(_ figure: MeanWithSpread, _ text: LexedText) -> Bool {
    let start = text.firstToken(at: figure.range.lowerBound)
    return ages.occurs(in: text, max(0, start - farthest)..<start)
  }
}
