import TextAnalysis

/// Mends cuts of the tagger that the string itself refutes.
///
/// `GBD 2019 Diseases Collaborators. Title` has a body with a year at its head, `et al; Bird Consortium. Title` one behind its persons,
/// `lme4: Title` no date before its title, and `[updated March 2011]` is no title.
struct SegmentMender {
  typealias Segment = (label: FieldLabel, tokens: Range<Int>)
  let tokens: ReferenceTokens

  func mended(_ segments: [Segment]) -> [Segment] {
    var mended = segments
    for index in mended.indices.dropLast() where mended[index].label == .date && mended[index + 1].label == .title {
      if isName(mended[index].tokens) { mended[index].label = .title }
    }
    if let index = leadingYear(in: mended) { mended[index].label = .title }
    if let range = undated() { mended = relabelled(range, as: .date, mended) }
    for index in mended.indices where mended[index].label == .title && isRemark(mended[index].tokens) {
      mended[index].label = .note
    }
    for index in mended.indices.dropLast() where mended[index].label == .author && mended[index + 1].label == .title {
      guard let end = bodyEnd(behind: mended[index].tokens, in: mended[index + 1].tokens) else { continue }
      mended[index].tokens = mended[index].tokens.lowerBound..<end
      mended[index + 1].tokens = end..<mended[index + 1].tokens.upperBound
    }
    if let end = bodyWithYear() { mended = withAuthor(upTo: end, mended) }
    return joined(mended)
  }

  /// A word with a colon and no year: the name of a program before its title.
  private func isName(_ range: Range<Int>) -> Bool {
    range.count <= 4 && range.contains { tokens.isWord($0) && tokens.length($0) > 2 }
      && tokens.isSymbol(range.upperBound - 1, ":") && !range.contains { tokens.year($0) != nil }
  }

  /// The year that a title begins with: "2017 ACC/AHA guideline", no mark between, the year of print behind.
  private func leadingYear(in segments: [Segment]) -> Int? {
    segments.indices.dropLast().first { index in
      let range = segments[index].tokens
      return segments[index].label == .date && segments[index + 1].label == .title && index > 0
        && segments[index - 1].label == .author && range.count == 1 && tokens.year(range.lowerBound) != nil
        && tokens.isWord(range.upperBound) && tokens.hasGap(before: range.upperBound)
        && tokens.kind(range.lowerBound - 1) == .symbol
        && segments[(index + 1)...].contains { later in
          later.label == .date && later.tokens.contains { tokens.year($0) != nil }
        }
    }
  }

  /// "(in press)", "(n.d.)" behind the authors, with its point.
  private func undated() -> Range<Int>? {
    for index in 1..<max(1, min(tokens.count, 60)) where tokens.isSymbol(index, "(") {
      guard let close = tokens.closing(of: index), close - index <= 5,
        tokens.word(index + 1, "n") && tokens.word(index + 3, "d")
          || tokens.word(index + 1, "in") && tokens.word(index + 2, in: ["press", "review", "preparation"])
          || close == index + 2 && tokens.word(index + 1, in: ["forthcoming", "submitted", "accepted"])
      else { continue }
      return index..<(tokens.isSymbol(close + 1, ".") ? close + 2 : close + 1)
    }
    return nil
  }

  /// The segments with a stretch under another label; what stands on either side keeps its own.
  private func relabelled(_ range: Range<Int>, as label: FieldLabel, _ segments: [Segment]) -> [Segment] {
    let others = segments.flatMap { segment -> [Segment] in
      let before = segment.tokens.clamped(to: 0..<range.lowerBound)
      let behind = segment.tokens.clamped(to: range.upperBound..<max(range.upperBound, segment.tokens.upperBound))
      return [(segment.label, before), (segment.label, behind)].filter { !$0.1.isEmpty }
    }
    return (others + [(label, range)]).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "[updated March 2011]", "[cited 2 May]".
  private func isRemark(_ range: Range<Int>) -> Bool {
    tokens.isSymbol(range.lowerBound, "[")
      && tokens.word(range.lowerBound + 1, in: ["updated", "cited", "revised", "accessed", "modified"])
      && tokens.closing(of: range.lowerBound).map { $0 + 2 >= range.upperBound } ?? false
  }

  /// Where a body ends that stands behind "et al;" and that the tagger gave to the title.
  private func bodyEnd(behind authors: Range<Int>, in title: Range<Int>) -> Int? {
    guard tokens.isSymbol(title.lowerBound - 1, ";"), authors.upperBound == title.lowerBound,
      let body = NameReader(tokens: tokens).bodyName(at: title.lowerBound), tokens.isSymbol(body.end, "."),
      body.end + 1 < title.upperBound
    else { return nil }
    return body.end + 1
  }

  /// Where the first sentence ends if it is a body with a year in its name: a capital word, a year, and a group's word at the end.
  private func bodyWithYear() -> Int? {
    let reach = min(tokens.count, 16)
    guard tokens.isCapitalised(0), let stop = (1..<max(1, reach)).first(where: { tokens.isSymbol($0, ".") }),
      tokens.word(
        stop - 1,
        in: [
          "collaborators", "collaboration", "collaborations", "group", "groups", "network", "consortium", "investigators",
          "committee",
        ]),
      let year = (1..<stop).first(where: { tokens.year($0) != nil }), tokens.isWord(year + 1),
      !(0..<stop).contains(where: { tokens.isSymbol($0, ",") || tokens.isSymbol($0, "(") || tokens.isSymbol($0, ":") })
    else { return nil }
    return stop + 1
  }

  private func withAuthor(upTo end: Int, _ segments: [Segment]) -> [Segment] {
    let rest = segments.compactMap { segment -> Segment? in
      let range = max(end, segment.tokens.lowerBound)..<max(end, segment.tokens.upperBound)
      return range.isEmpty ? nil : (segment.label, range)
    }
    return [(.author, 0..<end)] + rest
  }

  /// Neighbours of one label as one.
  private func joined(_ segments: [Segment]) -> [Segment] {
    segments.reduce(into: []) { joined, segment in
      if let last = joined.last, last.label == .title, segment.label == .title,
        last.tokens.upperBound == segment.tokens.lowerBound
      {
        joined[joined.count - 1].tokens = last.tokens.lowerBound..<segment.tokens.upperBound
      } else {
        joined.append(segment)
      }
    }
  }
}
