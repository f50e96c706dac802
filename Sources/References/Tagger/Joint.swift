/// What stands between a word and the one before it; each kind has transitions of its own.
enum Joint: Int, CaseIterable {
  case blank, glued, comma, abbreviation, point, colon, semicolon, quoteClosed, bracketClosed, bracketOpened, quoteOpened
  /// Before "In" with a capital.
  case host

  init(between last: PrintedWord, and next: PrintedWord, isHost: Bool) {
    self =
      if next.before.contains(.quote) {
        .quoteOpened
      } else if last.after.contains(.quote) {
        .quoteClosed
      } else if isHost, next.traits.contains(.capital) {
        .host
      } else if !next.before.isDisjoint(with: [.round, .square]) {
        .bracketOpened
      } else if !last.after.isDisjoint(with: [.round, .square]) {
        .bracketClosed
      } else {
        Self.atMark(last, next)
      }
  }

  private static func atMark(_ last: PrintedWord, _ next: PrintedWord) -> Joint {
    if last.after.contains(.semicolon) { return .semicolon }
    if last.after.contains(.colon) { return .colon }
    if last.after.contains(.comma) { return .comma }
    if last.after.contains(.point) { return last.traits.contains(.capital) && last.length <= 3 ? .abbreviation : .point }
    return next.hasGap ? .blank : .glued
  }
}

/// The transition tables that hold at one word: by its joint and its form, by its form and the form before, by what it speaks of.
///
/// Their weights add up, so that a label may change after a comma before a capital, and not after one before a small letter.
package struct Transition: Hashable, Sendable {
  package var joint: UInt16
  package var forms: UInt16
  package var kind: UInt16

  /// How many tables there are.
  package static let tableCount =
    Joint.allCases.count * WordForm.allCases.count + WordForm.allCases.count * WordForm.allCases.count + WordClass.count + 1

  /// Before the first word.
  package static let none = Transition(joint: 0, forms: 0, kind: 0)

  package init(joint: UInt16, forms: UInt16, kind: UInt16) {
    self.joint = joint
    self.forms = forms
    self.kind = kind
  }

  init(from last: PrintedWord, to next: PrintedWord, _ kind: WordClass) {
    let form = WordForm(next).rawValue
    let forms = WordForm.allCases.count
    let first = Joint(between: last, and: next, isHost: kind.contains(.host)).rawValue * forms + form
    let second = Joint.allCases.count * forms + WordForm(last).rawValue * forms + form
    let third = Joint.allCases.count * forms + forms * forms + min(kind.rawValue.trailingZeroBitCount, WordClass.count)
    self.init(joint: UInt16(first), forms: UInt16(second), kind: UInt16(third))
  }
}

/// The coarse form of a word.
enum WordForm: Int, CaseIterable {
  case initial, capital, capitals, small, digits, year, range, han, address, other

  init(_ word: PrintedWord) {
    let traits = word.traits
    self =
      if traits.contains(.address) {
        .address
      } else if traits.contains(.year) {
        .year
      } else if traits.contains(.range) {
        .range
      } else if traits.contains(.han) {
        .han
      } else if traits.contains(.capital) {
        word.length == 1 ? .initial : traits.contains(.allCapitals) ? .capitals : .capital
      } else if traits.contains(.digit) {
        .digits
      } else {
        traits.contains(.letter) ? .small : .other
      }
  }
}
