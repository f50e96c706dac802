import Literature
import TextAnalysis

/// What kind of work the fields are of, and in what style the string is set.
extension TaggedReader {
  /// What the marks of its kind say of the work, and the numbers of reports that stand without brackets.
  mutating func readMarks() {
    for mark in marks {
      item.genre = item.genre ?? mark.genre
      item.number = item.number ?? mark.number
      item.publisher = mark.publisher ?? item.publisher
      if let note = mark.note { item.note = [item.note, note].compactMap { $0 }.joined(separator: ", ") }
    }
    if markedType == "patent" { (item.volume, item.issue, item.page, item.containerTitle) = (nil, nil, nil, nil) }
    guard item.number == nil, let range = (all(.genre) + all(.note)).first(where: { isReport($0) }),
      let start = range.first(where: { holdsDigit($0) || isCodeHead($0) })
    else { return }
    item.number = tokens.trimmed(start..<range.upperBound)
    let words =
      range.lowerBound..<(tokens.word(start - 1, in: ["no", "number"]) ? start - 1 : behindNumberWord(start, in: range))
    item.genre = tokens.trimmed(words) ?? item.genre
  }

  /// "Report No.: 12": where its words end.
  private func behindNumberWord(_ start: Int, in range: Range<Int>) -> Int {
    var end = start
    while end > range.lowerBound, tokens.kind(end - 1) == .symbol || tokens.word(end - 1, in: ["no", "number"]) { end -= 1 }
    return end
  }

  func isReport(_ range: Range<Int>) -> Bool {
    range.count <= 16 && says(["report", "rep", "memo", "memorandum", "paper"], in: [range]) && range.contains { holdsDigit($0) }
      && !says(["thesis", "dissertation"], in: [range])
  }

  private func holdsDigit(_ index: Int) -> Bool {
    tokens.isNumber(index)
      || tokens.isWord(index) && tokens.utf8[tokens.tokens[index].range].contains { (0x30...0x39).contains($0) }
  }

  /// "WHO/", "TR-": letters that a number is glued to.
  private func isCodeHead(_ index: Int) -> Bool {
    tokens.isAllCapitals(index) && !tokens.hasGap(before: index + 1)
      && (tokens.isSymbol(index + 1, "/") || tokens.isSymbol(index + 1, "-"))
  }

  private var markedType: String? { marks.lazy.compactMap(\.type).first }

  /// Printed on a day, without volume, on a page of a section: "Sect. B:4", "A12".
  private var isNewspaper: Bool {
    guard item.volume == nil, item.doi == nil, item.issued?.day != nil, let range = first(.pages).map({ tokens.trimming($0) })
    else {
      return false
    }
    return says(["sect", "sec", "section"], in: [range])
      || range.count <= 7 && range.contains { holdsDigit($0) }
        && range.allSatisfy { isSectionPage($0) || tokens.kind($0) == .symbol }
  }

  /// "A12", "B4": a page of a section.
  private func isSectionPage(_ index: Int) -> Bool {
    tokens.isWord(index) && tokens.isCapitalised(index) && holdsDigit(index) && tokens.length(index) <= 4
      || tokens.word(index, in: ["p", "pp"])
  }

  /// A report whose laboratory was taken for a journal.
  private var isLaboratory: Bool {
    item.volume == nil && item.page == nil && item.number != nil && all(.genre).contains { isReport($0) }
  }

  private var isDeposit: Bool {
    item.volume == nil
      && says(
        ["zenodo", "dryad", "figshare", "pangaea", "dataverse", "mendeley"], in: all(.journal) + all(.container) + all(.publisher)
      )
  }

  private var isPreprint: Bool {
    item.volume == nil
      && says(["biorxiv", "medrxiv", "psyarxiv", "chemrxiv", "arxiv", "ssrn", "preprints"], in: all(.journal) + all(.container))
  }

  func says(_ words: [StaticString], in ranges: [Range<Int>]) -> Bool {
    ranges.contains { $0.contains { tokens.word($0, in: words) } }
  }

  var type: String {
    if let marked = markedType { return marked }
    if item.type == "article" || isPreprint { return "article" }
    if isDeposit { return "dataset" }
    let kinds = all(.genre) + all(.note)
    if says(["thesis", "dissertation", "phd", "thèse", "diplomarbeit", "habilitation"], in: kinds) { return "thesis" }
    if says(["patent"], in: kinds) { return "patent" }
    if item.title == nil, says(["communication"], in: kinds), says(["personal"], in: kinds) { return "personal_communication" }
    if first(.journal) != nil { return isNewspaper ? "article-newspaper" : isLaboratory ? "report" : "article-journal" }
    if item.containerTitle != nil {
      let isMeeting = says(
        ["proceedings", "proc", "conference", "symposium", "workshop", "congress", "meeting", "colloquium"], in: all(.container))
      return isMeeting ? "paper-conference" : "chapter"
    }
    if item.volume != nil, item.page != nil, item.publisher == nil { return "article-journal" }
    if says(["report", "tech", "rep", "memo"], in: kinds) { return "report" }
    let isPage = item.publisher == nil || item.accessed != nil && (!marks.isEmpty || item.publisherPlace == nil)
    return item.url != nil && isPage ? "webpage" : "book"
  }

  var style: String {
    guard item.title != nil || item.containerTitle != nil else { return "unknown" }
    let form = authors?.forms.first
    if hasBracketedYear {
      if form == .vancouver { return "springer" }
      let isPointed = first(.date).map { tokens.isSymbol($0.upperBound - 1, ".") } ?? false
      return isPointed ? "apa" : form == .inverted ? "hans" : "springer"
    }
    let isYearEarly = first(.date).map { date in first(.title).map { date.lowerBound < $0.lowerBound } ?? false } ?? false
    if isYearEarly { return form == .vancouver ? "vancouver" : "harvard" }
    if form == .direct || form == .spelled {
      return first(.title).map { tokens.isSymbol($0.lowerBound, "\"") } == true ? "ieee" : "elsevier"
    }
    if form == .inverted { return "harvard" }
    return form == nil && item.volume == nil && item.issued == nil ? "unknown" : "vancouver"
  }
}
