import Literature
import TextAnalysis

/// Finds callouts by author and year: `(Smith et al., 2019; Doe & Roe, 2018a,b)`, `Smith et al.'s (2019)`, `(张三等, 2019)`, `张三等(2019)`.
struct AuthorYearCallouts {
  let index: AuthorYearIndex

  /// How many tokens a bracket may hold: some thirty works.
  private static let longestBracket = 400

  func callouts(in lexed: LexedText, passage: Int) -> [Callout] {
    let reader = CallReader(lexed: lexed, index: index)
    var found: [Callout] = []
    var position = 0
    while position < lexed.count {
      if isOpen(position, lexed), let close = closing(of: position, in: lexed, reader) {
        if let callout = narrative(open: position, close: close, reader, passage) {
          found.append(callout)
        } else {
          found += parenthetical(open: position, close: close, reader, passage)
        }
        position = close + 1
      } else if reader.year(position) != nil, let callout = unbracketed(year: position, reader, passage),
        found.last.map({ $0.range.upperBound <= callout.range.lowerBound }) ?? true
      {
        found.append(callout)
        position += 1
      } else {
        position += 1
      }
    }
    return found
  }

  private func isOpen(_ index: Int, _ lexed: LexedText) -> Bool { lexed.isSymbol(index, "(") || lexed.isSymbol(index, "[") }

  /// The bracket that closes one which holds a year; short brackets may stand within it: "(NRC [National Research Council], 1994)".
  private func closing(of open: Int, in lexed: LexedText, _ reader: CallReader) -> Int? {
    var hasYear = false
    var inner: Int?
    // A bracket within that holds a year is a callout itself: "(two trials (Smith, 2002))".
    for index in open + 1..<min(open + Self.longestBracket, max(open + 1, lexed.count)) {
      if reader.year(index) != nil || reader.isUndated(index) {
        guard inner == nil else { return nil }
        hasYear = true
      }
      if lexed.isSymbol(index, ")") || lexed.isSymbol(index, "]") {
        guard inner != nil else { return hasYear ? index : nil }
        inner = nil
      } else if isOpen(index, lexed) {
        guard inner == nil, lexed.tokens[index].start > lexed.tokens[open].end else { return nil }
        inner = index
      } else if let inner, index - inner > 16 {
        return nil
      }
    }
    return nil
  }

  // MARK: Parenthetical

  /// One callout for the brackets where every part of them is one, else one for each part that is.
  private func parenthetical(open: Int, close: Int, _ reader: CallReader, _ passage: Int) -> [Callout] {
    var parts: [Callout] = []
    var isWhole = true
    var names: CallNames?
    for range in reader.works(in: open + 1..<close) {
      if let (part, ownNames) = work(range, after: names, reader, passage) {
        parts.append(part)
        names = ownNames
      } else {
        isWhole = false
        names = nil
      }
    }
    guard isWhole, !parts.isEmpty else { return parts }
    let range = reader.lexed.tokens[open].start..<reader.lexed.tokens[close].end
    return [Callout(passage: passage, range: range, targets: parts.flatMap(\.targets))]
  }

  /// One work with its years; a year alone goes on with the names before it: "(Smith 2001; 2003)".
  private func work(_ range: Range<Int>, after earlier: CallNames?, _ reader: CallReader, _ passage: Int) -> (Callout, CallNames)?
  {
    guard let firstYear = range.first(where: { reader.year($0) != nil || reader.isUndated($0) }) else { return nil }
    let years = reader.years(from: firstYear, to: range.upperBound)
    guard !years.isEmpty else { return nil }
    let tokens = reader.lexed.tokens
    if firstYear == range.lowerBound {
      guard let earlier else { return nil }
      let targets = years.map { target(earlier.call($0)) }
      guard targets.contains(where: { $0.reference != nil }) else { return nil }
      return (
        Callout(passage: passage, range: tokens[firstYear].start..<tokens[range.upperBound - 1].end, targets: targets), earlier
      )
    }
    var end = firstYear
    while end > range.lowerBound, reader.lexed.isSymbol(end - 1, ",") || reader.isOpenMark(end - 1) { end -= 1 }
    let candidates = reader.candidates(in: range.lowerBound..<end)
    for names in candidates {
      let targets = years.map { target(names.call($0)) }
      guard targets.contains(where: { $0.reference != nil }), !names.isMonth || end < firstYear || names.isEtAl else { continue }
      return (
        Callout(passage: passage, range: tokens[names.start].start..<tokens[range.upperBound - 1].end, targets: targets), names
      )
    }
    guard let names = candidates.first(where: { !$0.isWords && !$0.isMonth }),
      names.isEtAl || names.second != nil || end < firstYear && names.count == 1
    else { return nil }
    let targets = years.map { target(names.call($0)) }
    return (
      Callout(passage: passage, range: tokens[names.start].start..<tokens[range.upperBound - 1].end, targets: targets), names
    )
  }

  private func target(_ call: AuthorYearIndex.Call) -> Callout.Target {
    let reference = index.reference(for: call)
    return Callout.Target(label: reference.map(index.label) ?? call.label, reference: reference)
  }

  // MARK: Narrative

  /// "Smith et al. (2019a,b)": names before the bracket, years alone in it.
  private func narrative(open: Int, close: Int, _ reader: CallReader, _ passage: Int) -> Callout? {
    guard open > 0, reader.year(open + 1) != nil || reader.isUndated(open + 1) else { return nil }
    let years = reader.years(from: open + 1, to: close)
    guard !years.isEmpty else { return nil }
    let candidates = reader.namesEnding(at: open)
    for names in candidates {
      let targets = years.map { target(names.call($0)) }
      if targets.contains(where: { $0.reference != nil }) { return callout(names, close, targets, reader, passage) }
    }
    guard let names = candidates.last, names.isEtAl else { return nil }
    return callout(names, close, years.map { target(names.call($0)) }, reader, passage)
  }

  /// "Smith et al., 2019" without brackets of its own; only where it names a reference.
  private func unbracketed(year position: Int, _ reader: CallReader, _ passage: Int) -> Callout? {
    guard let call = reader.years(from: position, to: min(position + 2, reader.lexed.count)).first else { return nil }
    var end = position
    if reader.lexed.isSymbol(end - 1, ",") { end -= 1 }
    guard end > 0 else { return nil }
    let names = reader.namesEnding(at: end).first {
      ($0.isEtAl || $0.second != nil && index.fits($0.call(call))) && target($0.call(call)).reference != nil
    }
    guard let names else { return nil }
    let last = call.suffix == nil ? position : position + 1
    return callout(names, last, [target(names.call(call))], reader, passage)
  }

  private func callout(_ names: CallNames, _ last: Int, _ targets: [Callout.Target], _ reader: CallReader, _ passage: Int)
    -> Callout
  {
    let range = reader.lexed.tokens[names.start].start + names.lead..<reader.lexed.tokens[last].end
    return Callout(passage: passage, range: range, targets: targets)
  }
}
