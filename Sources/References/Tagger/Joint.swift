/// What stands between a word and the one before it; each kind has transitions of its own.
package enum Joint: UInt8, CaseIterable, Sendable {
  case blank, glued, comma, abbreviation, point, colon, semicolon, quoteClosed, bracketClosed, bracketOpened, quoteOpened
  /// Before "In" with a capital.
  case host

  init(between last: PrintedWord, and next: PrintedWord, isHost: Bool) {
    self =
      if next.before.contains(.quote) { .quoteOpened } else if last.after.contains(.quote) {
        .quoteClosed
      } else if isHost, next.traits.contains(.capital) { .host } else if !next.before.isDisjoint(with: [.round, .square]) {
        .bracketOpened
      } else if !last.after.isDisjoint(with: [.round, .square]) { .bracketClosed } else { Self.atMark(last, next) }
  }

  private static func atMark(_ last: PrintedWord, _ next: PrintedWord) -> Joint {
    if last.after.contains(.semicolon) { return .semicolon }
    if last.after.contains(.colon) { return .colon }
    if last.after.contains(.comma) { return .comma }
    if last.after.contains(.point) { return last.traits.contains(.capital) && last.length <= 3 ? .abbreviation : .point }
    return next.hasGap ? .blank : .glued
  }
}
