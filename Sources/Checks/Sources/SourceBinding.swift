import Literature
import Statistics
import TextAnalysis

/// Holds the figures of a cited statement against all places of its source: which place the words speak of, and whether the figures stand there.
struct SourceBinding {
  let source: CitedSource

  struct Place: Hashable, Sendable {
    /// Indices into `CitedSource.sentences`, its statements, and their cells.
    var sentence: Int
    var statement: Int
    var cell: Int
  }

  struct Verdict: Sendable {
    var kind: SourceComparison.Verdict
    /// The figures that do not fit, in order.
    var figures: [StatedFigure]
    /// What the sentence speaks of.
    var meant: Place
    /// Where its figures stand; nil where they stand nowhere.
    var found: Place?
  }

  private struct Candidate {
    var place: Place
    var match: RoleMatch
    var agreeing: [StatedFigure]
    var comparable: [StatedFigure]

    func isFull(_ main: StatedFigure) -> Bool { agreeing.count == comparable.count && agreeing.contains(main) }
  }

  /// So much better must another place fit the words than the one that has the figures.
  private static let margin = 0.4
  /// So many times a figure with decimals a whole number is of another kind.
  private static let farthest = 20.0
  /// Words of so much weight must speak of a place.
  private static let fewestWords = 0.5

  enum Outcome: Sendable {
    case mismatch(Verdict)
    /// The figures stand where the words say.
    case fits
    case unknown

    init(_ verdict: Verdict?) { self = verdict.map { .mismatch($0) } ?? .unknown }
  }

  /// O(places).
  func outcome(_ statement: FigureStatement, _ cell: Int) -> Outcome {
    guard let main = statement.cells[cell].main else { return .unknown }
    let candidates = candidates(statement, cell, main)
    guard let best = candidates.max(by: { $0.match.total < $1.match.total }) else { return .unknown }
    let full = candidates.filter { $0.isFull(main) }
    if let fit = full.max(by: { $0.match.total < $1.match.total }) {
      let isSize = isSize(statement, cell)
      if let verdict = misplaced(statement, cell, best: best, fit: fit, full), !isSize || verdict.kind == .otherArm {
        return .mismatch(verdict)
      }
      return fit.match.words > 0 || isSize ? .fits : .unknown
    }
    return Outcome(torn(main, candidates) ?? nowhere(main, statement.cells[cell].measure, best, candidates))
  }

  /// A count alone is as often of all patients as of an outcome.
  private func isSize(_ statement: FigureStatement, _ cell: Int) -> Bool {
    statement.cells[cell].figures.allSatisfy { $0.kind == .count || $0.kind == .total }
      && statement.cells.count { $0.measure == nil } < 2
  }

  /// Whether some place has all that the cell says and speaks of nothing else.
  func bearsOut(_ statement: FigureStatement, _ cell: Int) -> Bool {
    guard let main = statement.cells[cell].main else { return false }
    return candidates(statement, cell, main).contains { $0.isFull(main) }
  }

  private func candidates(_ statement: FigureStatement, _ cell: Int, _ main: StatedFigure) -> [Candidate] {
    let own = statement.cells[cell]
    let roles = statement.roles(of: cell)
    let mates = statement.cells.indices.filter { $0 != cell }.flatMap { statement.cells[$0].figures.filter(\.isTelling) }
    var found: [Candidate] = []
    for (sentence, words) in source.sentences.enumerated() {
      for (index, theirs) in words.statements.enumerated() {
        let company = mates.count { mate in theirs.cells.contains { $0.figures.contains { mate.agrees(with: $0) } } }
        for (place, other) in theirs.cells.enumerated() where isComparable(own, other, main) {
          let siblings = theirs.cells.indices.filter { $0 != place }.map { theirs.cells[$0].own.arms }.filter { !$0.isEmpty }
          var match = RoleMatch(
            roles, context: statement.context, theirs.roles(of: place), around: theirs.context, weights: source.weights,
            siblings: siblings)
          match.company = 0.4 * Double(min(company, 2))
          if main.days != nil { match.company += other.figures.contains { $0.days != nil } ? 0.2 : -0.2 }
          if let measure = own.measure, measure == other.measure { match.company += 0.2 }
          // A P value in the brackets of the estimate is of the counts too.
          let printed = other.figures + (other.measure == nil ? theirs.cells.flatMap(\.figures).filter { $0.kind == .p } : [])
          let comparable = own.figures.filter { figure in printed.contains { figure.hasKind(of: $0) } }
          let agreeing = comparable.filter { figure in printed.contains { figure.agrees(with: $0) } }
          found.append(
            Candidate(
              place: Place(sentence: sentence, statement: index, cell: place), match: match, agreeing: agreeing,
              comparable: comparable))
        }
      }
    }
    return found
  }

  private func isComparable(_ own: FigureStatement.Cell, _ other: FigureStatement.Cell, _ main: StatedFigure) -> Bool {
    guard other.figures.contains(where: { main.hasKind(of: $0) }) else { return false }
    guard main.kind == .value, let theirs = other.figures.first(where: { main.hasKind(of: $0) }) else { return true }
    if let left = own.measure, let right = other.measure, left != right { return false }
    // 186 patients are no other figure of a score's 0.93.
    if main.number.decimals > 0, main.days == nil, theirs.days == nil, theirs.number.decimals == 0,
      theirs.number.value > Self.farthest * max(1, abs(main.number.value))
    {
      return false
    }
    if own.measure == .ratio, theirs.days != nil || other.measure == nil && theirs.number.value > 20 { return false }
    return !(other.measure == .ratio && main.days != nil)
  }

  /// The figures stand in the source, and the words speak of another place.
  private func misplaced(
    _ own: FigureStatement, _ cell: Int, best: Candidate, fit: Candidate, _ full: [Candidate]
  ) -> Verdict? {
    let measure = own.cells[cell].measure
    guard best.match.total - fit.match.total >= Self.margin, best.match.outcome >= Self.fewestWords else { return nil }
    // The sentence gives the time of the place that has the figures, and that place names no other outcome.
    if full.contains(where: { $0.match.time > 0 && best.match.time <= 0 && isOfOneOutcome(best.place, $0.place) }) { return nil }
    // The words of the figure's own clause speak of the place that has it, and of nothing at the other.
    let near = own.cells[cell].near
    if near.isDisjoint(with: roles(best.place).words),
      near.intersection(roles(fit.place).words).reduce(0.0, { $0 + (source.weights[$1] ?? 0) }) >= Self.fewestWords
    {
      return nil
    }
    if fit.comparable.contains(where: { DerivedFigures.holds($0, of: measure, statement(best.place)) }) { return nil }
    if let main = fit.agreeing.first, isMisrounded(main, at: best.place) {
      return Verdict(kind: .misrounded, figures: [main], meant: best.place, found: nil)
    }
    // A table may print them too, without naming an arm.
    if let crossed = full.first(where: { isOneStatement($0.place, best.place) && $0.match.arm < 0 }), best.match.arm >= 0,
      !isInOrder(own, best.place)
    {
      return Verdict(kind: .otherArm, figures: crossed.comparable, meant: best.place, found: crossed.place)
    }
    guard let kind = kind(best, fit), kind != .otherArm || !isInOrder(own, best.place) else { return nil }
    if kind == .otherEndpoint,
      !isOfOtherWords(own, best, fit, full) || !speaksOf(best.place, own, cell) || standsTogether(own, best.place, fit.place)
    {
      return nil
    }
    return Verdict(kind: kind, figures: fit.comparable, meant: best.place, found: fit.place)
  }

  /// What tells the place that is meant from the one that has the figures.
  private func kind(_ best: Candidate, _ fit: Candidate) -> SourceComparison.Verdict? {
    let (meant, found) = (roles(best.place), roles(fit.place))
    let isOneStatement = isOneStatement(best.place, fit.place)
    let isOtherArm = fit.match.arm < 0 && best.match.arm > fit.match.arm
    if isOtherArm, isOneStatement { return .otherArm }
    if fit.match.cut < 0, best.match.cut - fit.match.cut >= 0.6 { return .otherCut }
    if isOfOneOutcome(best.place, fit.place),
      meant.isOfOtherTime(than: found) || meant.isOfOtherPart(than: found)
    {
      return .otherCut
    }
    if isOtherArm, best.match.words - fit.match.words < 0.5 { return .otherArm }
    guard isOneStatement else { return .otherEndpoint }
    if best.match.words - fit.match.words < Self.fewestWords { return nil }
    // "In 62 given the active infusion and in 11 given oral treatment": only one of two arms has words that are known for an arm.
    let own = [cell(best.place).own, cell(fit.place).own]
    return own.contains { !$0.arms.isEmpty } && !own.contains { $0.namesOutcome } ? .otherArm : .otherEndpoint
  }

  private func isOfOneOutcome(_ meant: Place, _ found: Place) -> Bool {
    isOneStatement(meant, found) || roles(meant).sharesOutcome(with: roles(found)) || !roles(found).namesOutcome
  }

  /// Whether the words that speak of a place are missing around the figures, and the figures stand there without those beside them. Long sentences
  /// share words with anything.
  private func isOfOtherWords(_ own: FigureStatement, _ best: Candidate, _ fit: Candidate, _ full: [Candidate]) -> Bool {
    if best.place.sentence == fit.place.sentence { return true }
    if fit.agreeing.contains(where: { figure in
      figure.kind == .share && source.sentences.contains { $0.statements.contains { DerivedFigures.isComplement(figure, $0) } }
    }) {
      return false
    }
    let named = own.topic.merged(with: own.cells.reduce(ResultRoles()) { $0.merged(with: $1.own) }).words
    let matched = named.intersection(roles(best.place).words)
    let mates = own.cells.flatMap(\.figures).filter { figure in figure.isTelling && !fit.comparable.contains(figure) }
    return full.allSatisfy { other in
      let around = words(of: other.place.sentence)
      let missing = matched.subtracting(around).reduce(0.0) { $0 + (source.weights[$1] ?? 0) }
      return missing >= Self.fewestWords && company(mates, other.place.sentence) <= company(mates, best.place.sentence)
    }
  }

  func words(of sentence: Int) -> Set<String> {
    source.sentences[sentence].statements.reduce(into: Set<String>()) { words, statement in
      words.formUnion(statement.topic.words)
      for cell in statement.cells { words.formUnion(cell.own.words) }
    }
  }

  func company(_ figures: [StatedFigure], _ sentence: Int) -> Int {
    figures.count { figure in
      source.sentences[sentence].statements.contains { $0.cells.contains { $0.figures.contains { figure.agrees(with: $0) } } }
    }
  }

  private func isOneStatement(_ one: Place, _ other: Place) -> Bool {
    one.sentence == other.sentence && one.statement == other.statement
  }

  func roles(_ place: Place) -> ResultRoles { statement(place).roles(of: place.cell) }

  func statement(_ place: Place) -> FigureStatement { source.sentences[place.sentence].statements[place.statement] }

  func cell(_ place: Place) -> FigureStatement.Cell { statement(place).cells[place.cell] }

  /// Some figures of the cell stand in one place, the others do not.
  private func torn(_ main: StatedFigure, _ candidates: [Candidate]) -> Verdict? {
    let held = candidates.filter { $0.agreeing.contains(where: \.isTelling) && $0.agreeing.count < $0.comparable.count }
    guard
      let meant = held.max(by: {
        ($0.match.total + Double($0.agreeing.count)) < ($1.match.total + Double($1.agreeing.count))
      }), meant.match.outcome > 0.2 || meant.agreeing.count >= 2
    else { return nil }
    let wrong = meant.comparable.filter { !meant.agreeing.contains($0) }
    guard let first = wrong.first else { return nil }
    if isMisrounded(first, at: meant.place) || isOffByOne(first, at: meant.place) {
      return Verdict(kind: .misrounded, figures: wrong, meant: meant.place, found: nil)
    }
    let elsewhere = candidates.filter { other in other.place != meant.place && wrong.allSatisfy { other.agreeing.contains($0) } }
    if let found = elsewhere.max(by: { $0.match.total < $1.match.total }) {
      let kind = kind(meant, found) ?? .otherEndpoint
      return Verdict(kind: kind == .otherArm ? .otherEndpoint : kind, figures: wrong, meant: meant.place, found: found.place)
    }
    return Verdict(kind: .absent, figures: wrong, meant: meant.place, found: nil)
  }

  private func nowhere(
    _ main: StatedFigure, _ measure: FigureStatement.Cell.Measure?, _ best: Candidate, _ candidates: [Candidate]
  ) -> Verdict? {
    guard !source.sentences.contains(where: { $0.statements.contains { DerivedFigures.holds(main, of: measure, $0) } }) else {
      return nil
    }
    // Digits that are exchanged need few words to be a misprint.
    let slip = candidates.filter { candidate in
      cell(candidate.place).figures.contains { main.hasKind(of: $0) && main.isExchange(of: $0) }
    }
    if let slip = slip.max(by: { $0.match.total < $1.match.total }) {
      return Verdict(kind: .absent, figures: [main], meant: slip.place, found: nil)
    }
    guard best.match.outcome >= Self.fewestWords, !isPrinted(main.number, isLength: main.days != nil) else { return nil }
    let near = candidates.filter { best.match.total - $0.match.total < Self.margin }
    let isMisrounded = isMisrounded(main, at: best.place) || near.contains { isOffByOne(main, at: $0.place) }
    let kind: SourceComparison.Verdict = isMisrounded ? .misrounded : .absent
    return Verdict(kind: kind, figures: [main], meant: best.place, found: nil)
  }

  /// Whether a number of enough digits stands anywhere in the source, read as a result or not; lengths of time have few.
  private func isPrinted(_ number: PrintedNumber, isLength: Bool) -> Bool {
    number.printed.utf8.count >= (isLength ? 2 : 3)
      && source.numbers.contains { $0.value == number.value && $0.decimals == number.decimals }
  }

  /// Off by no more than one unit of its last digit from a figure with more digits, or from the share that a count and its total make.
  private func isMisrounded(_ figure: StatedFigure, at place: Place) -> Bool {
    let (figures, half) = (cell(place).figures, RoundingInterval.halfUnit(decimals: figure.number.decimals))
    let isOfDigits = figures.contains { other in
      figure.hasKind(of: other) && other.number.decimals > figure.number.decimals && !figure.agrees(with: other)
        && abs(other.number.value - figure.number.value) <= 3.001 * half
    }
    guard !isOfDigits, figure.kind == .share, figure.number.decimals > 0, !figures.contains(where: { $0.kind == .share }) else {
      return isOfDigits
    }
    return figures.contains { count in
      count.kind == .count
        && figures.contains { total in
          guard total.kind == .total, total.number.value >= count.number.value, total.number.value > 0 else { return false }
          let off = abs(100 * count.number.value / total.number.value - figure.number.value)
          return off > 1.001 * half && off <= 3.001 * half
        }
    }
  }
}
