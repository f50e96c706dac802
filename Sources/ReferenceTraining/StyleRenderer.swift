import Bibliography
import Literature
import References

/// Renders works in the habits of many publishers, drawn at random, as labelled strings.
///
/// The marks between fields, their order, how names are turned and how numbers are abbreviated vary independently, so that most
/// styles in use, and many that nobody has written down, come up.
struct StyleRenderer {
  var random: SplitMix64
  var out = TrainingString()
  /// Names of bodies, which take the place of authors now and then.
  let bodies: [String]

  init(seed: UInt64, bodies: [String] = []) {
    random = SplitMix64(state: seed)
    self.bodies = bodies
  }

  mutating func render(_ item: BibliographicItem) -> TrainingString? {
    guard item.title != nil || item.containerTitle != nil, !item.authors.isEmpty || item.title != nil else { return nil }
    out = TrainingString()
    let item = withBody(item)
    label()
    if chance(0.35) {
      published(item)
      damage()
      return out.utf8.isEmpty ? nil : out
    }
    if ["article-journal", "article-magazine", "article"].contains(item.type) { article(item) } else { book(item) }
    link(item)
    damage()
    return out.utf8.isEmpty ? nil : out
  }

  // MARK: Chance

  mutating func chance(_ share: Float) -> Bool { random.unit() < share }
  mutating func pick<T>(_ options: [T]) -> T { options[Int(random.next() % UInt64(options.count))] }

  mutating func put(_ text: String, _ label: FieldLabel?) { out.append(text, label) }
  mutating func gap(_ text: String) { out.append(text, nil) }

  /// A mark at the end of a field, not doubled; then a blank.
  mutating func stop(_ mark: String) {
    if let last = out.utf8.last, last == 0x2E || last == 0x3F || last == 0x21 || mark.utf8.first == last,
      mark == "." || mark == "," && last == 0x2C
    {
      gap(" ")
      return
    }
    if let last = out.labels.last { put(mark, last) } else { gap(mark) }
    gap(" ")
  }

  mutating func label() {
    guard chance(0.15) else { return }
    let number = String(1 + random.next() % 120)
    put(pick(["\(number).", "[\(number)]", "(\(number))", "\(number)"]), .number)
    gap(" ")
  }

  /// In one of the styles that `Bibliography` prints.
  private mutating func published(_ item: BibliographicItem) {
    let style = CitationStyle.allCases[Int(random.next() % UInt64(CitationStyle.allCases.count))]
    for piece in style.pieces(for: item) { put(piece.text, piece.field.flatMap { Self.label(of: $0, in: item) }) }
  }

  private static func label(of field: EntryField, in item: BibliographicItem) -> FieldLabel? {
    switch field {
    case .author: .author
    case .editor, .translator: .editor
    case .title: .title
    case .issued: .date
    case .volume, .issue: .volume
    case .page: .pages
    case .number: item.type == "article-journal" ? .volume : .genre
    case .edition: .edition
    case .publisher: .publisher
    case .genre: .genre
    case .note, .accessed: .note
    case .containerTitle: item.type == "article-journal" ? .journal : .container
    case .collectionTitle: .series
    case .publisherPlace: .location
    case .eventTitle: .container
    case .doi, .pmid, .url: .link
    }
  }

  /// A work of nobody is its publisher's; some others become a body's.
  private mutating func withBody(_ item: BibliographicItem) -> BibliographicItem {
    var item = item
    let isBook = item.type != "article-journal"
    if item.authors.isEmpty, let publisher = item.publisher, chance(0.7) {
      item.authors = [Name(literal: publisher)]
    } else if !bodies.isEmpty, chance(isBook ? 0.2 : 0.04) {
      item.authors = [Name(literal: pick(bodies))]
      item.authorsTruncated = false
    }
    return item
  }

  // MARK: Articles

  private mutating func article(_ item: BibliographicItem) {
    let yearFirst = chance(0.4)
    let separator = pick([".", ".", ".", ",", ""])
    authors(item.authors, truncated: item.authorsTruncated, closing: yearFirst ? "" : separator.isEmpty ? "." : separator)
    if yearFirst { year(item, round: chance(0.75)) }
    title(item, comma: separator == ",")
    journal(item, yearFirst: yearFirst)
  }

  mutating func title(_ item: BibliographicItem, comma: Bool) {
    guard let title = item.title else { return }
    let quotes = chance(0.25) ? pick([("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»")]) : ("", "")
    let mark = comma ? "," : "."
    put(quotes.0, .title)
    put(title, .title)
    if !quotes.1.isEmpty {
      if let last = out.utf8.last, last != 0x3F, last != 0x2E { put(mark, .title) }
      put(quotes.1, .title)
      gap(" ")
    } else {
      stop(mark)
    }
  }

  private mutating func journal(_ item: BibliographicItem, yearFirst: Bool) {
    guard let container = item.containerTitle else {
      if !yearFirst { year(item, round: false) }
      return
    }
    if chance(0.03) { put("In ", .journal) }
    put(container, .journal)
    if yearFirst {
      stop(pick([",", "", ".", ","]))
      volume(item)
      pages(item)
      stop(".")
    } else {
      switch random.next() % 6 {
      case 0, 1, 2:
        // 2012;12(3):45-9.
        stop(pick([".", "", ",", "."]))
        if chance(0.15), out.utf8.last == 0x20, out.utf8.dropLast().last != 0x2E { out.removeLast() }
        put(date(item), .date)
        let tight = chance(0.6)
        if item.volume != nil || item.page != nil { put(pick([";", ";", ",", ":"]), .date) }
        if !tight { gap(" ") }
        volume(item, tight: tight)
        pages(item)
        stop(".")
      case 3:
        // 12, 45-49 (2012).
        stop(pick([",", "", "."]))
        volume(item)
        pages(item)
        stop(pick(["", ",", "."]))
        year(item, round: true)
      case 4:
        // (2012) 12:45-49
        stop("")
        year(item, round: true)
        volume(item)
        pages(item)
        stop(".")
      default:
        // vol. 12, no. 3, pp. 45-49, 2012.
        stop(",")
        volume(item, worded: true)
        pages(item)
        stop(",")
        put(date(item), .date)
        stop(".")
      }
    }
  }

  private func date(_ item: BibliographicItem) -> String { item.year.map { String($0) + (item.yearSuffix ?? "") } ?? "" }

  mutating func year(_ item: BibliographicItem, round: Bool) {
    guard item.year != nil else { return }
    if out.utf8.last != 0x20 { gap(" ") }
    let text = date(item)
    if round {
      put("(\(text))", .date)
      put(pick([".", "", ",", ":"]), .date)
      gap(" ")
    } else {
      put(text, .date)
      stop(pick([".", ".", ",", "", ":"]))
    }
  }

  private mutating func volume(_ item: BibliographicItem, tight: Bool = false, worded: Bool = false) {
    guard let volume = item.volume else { return }
    if worded || chance(0.12) { put(pick(["vol. ", "Vol. ", "vol ", "Vol.", "v. ", "Volume "]), .volume) }
    put(volume, .volume)
    if let issue = item.issue {
      switch random.next() % 6 {
      case 0 where !tight: put(pick([", no. \(issue)", ", No. \(issue)", ", Issue \(issue)"]), .volume)
      case 1 where !tight: put(" (\(issue))", .volume)
      case 2: put("(\(issue))", .volume)
      case 3 where !tight: put(":\(issue)", .volume)
      default: put("(\(issue))", .volume)
      }
    } else if chance(0.04) {
      put(" Suppl \(1 + random.next() % 4)", .volume)
    }
  }

  private mutating func pages(_ item: BibliographicItem) {
    guard var page = item.page else { return }
    if out.utf8.last != 0x20 {
      put(pick([":", ":", ",", ", ", ": "]), item.volume == nil ? .date : .volume)
      if out.utf8.last == 0x2C, chance(0.7) { gap(" ") }
    }
    if chance(0.25) { put(pick(["pp. ", "pp.", "p. ", "pages ", "S. ", "pp "]), .pages) }
    if chance(0.5) { page = page.replacing("-", with: "–") }
    put(page, .pages)
  }

  // MARK: Books and parts

  private mutating func book(_ item: BibliographicItem) {
    let yearFirst = chance(0.45)
    let comma = chance(0.25)
    authors(item.authors, truncated: item.authorsTruncated, closing: yearFirst ? "" : comma ? "," : ".")
    if yearFirst { year(item, round: chance(0.75)) }
    title(item, comma: comma)
    if item.title != nil, let host = item.containerTitle { container(host, item) }
    if let edition = item.edition {
      put(pick(["\(edition) ed", "(\(edition) ed.)", "\(edition) edn", "\(edition) edition"]), .edition)
      stop(pick([".", ","]))
    }
    if item.type == "thesis" {
      put(
        pick(["PhD thesis", "[dissertation]", "Doctoral dissertation", "Master's thesis", "[PhD thesis]", "Ph.D. dissertation"]),
        .genre)
      stop(pick([".", ","]))
    }
    imprint(item)
    if !yearFirst { put(date(item), .date); stop(pick([".", "."])) }
    if item.page != nil {
      if chance(0.6) { put(pick(["pp. ", "p. "]), .pages) }
      put(item.page ?? "", .pages)
      stop(".")
    }
  }

  private mutating func container(_ host: String, _ item: BibliographicItem) {
    let word = pick(["In ", "In: ", "In: ", "in ", ""])
    if !item.editors.isEmpty {
      put(word, .editor)
      names(item.editors, .editor, truncated: false)
      let tail =
        item.editors.count > 1 ? pick([", editors", " (Eds.)", ", eds", " (eds)"]) : pick([", editor", " (Ed.)", ", ed"])
      put(tail, .editor)
      stop(pick([".", ",", ":"]))
      put(host, .container)
    } else {
      put(word, .container)
      put(host, .container)
    }
    stop(pick([".", ","]))
  }

  private mutating func imprint(_ item: BibliographicItem) {
    switch (item.publisherPlace, item.publisher) {
    case (let place?, let publisher?):
      switch random.next() % 5 {
      case 0:
        put(publisher, .publisher)
        stop(",")
        put(place, .location)
      case 1:
        put("(", .location)
        put(place, .location)
        put(":", .location)
        gap(" ")
        put(publisher, .publisher)
      default:
        put(place, .location)
        stop(":")
        put(publisher, .publisher)
      }
      stop(pick([",", ";", ".", ","]))
    case (nil, let publisher?):
      put(publisher, .publisher)
      stop(pick([",", ".", ";"]))
    case (let place?, nil):
      put(place, .location)
      stop(pick([",", ".", ";"]))
    case (nil, nil): break
    }
  }

  private mutating func link(_ item: BibliographicItem) {
    if out.utf8.last != 0x20 { gap(" ") }
    if let doi = item.doi, chance(0.35) {
      put(
        pick(["doi:\(doi)", "doi: \(doi)", "https://doi.org/\(doi)", "DOI \(doi)", "http://dx.doi.org/\(doi)", "doi:\(doi)."]),
        .link)
    } else if let url = item.url {
      put(pick(["Available from: ", "Available at: ", "Retrieved from ", "", "URL "]), .note)
      put(url, .link)
      if let accessed = item.accessed {
        gap(" ")
        put(
          pick(["Accessed \(accessed.year).", "(accessed 3 May \(accessed.year)).", "Accessed March 12, \(accessed.year)"]), .note
        )
      }
    } else if let pmid = item.pmid, chance(0.08) {
      put(pick(["PMID: \(pmid)", "PubMed PMID: \(pmid)."]), .link)
    }
    while out.utf8.last == 0x20 { out.removeLast() }
  }

  // MARK: Names

  mutating func authors(_ names: [Name], truncated: Bool, closing: String) {
    guard !names.isEmpty else { return }
    self.names(names, .author, truncated: truncated)
    stop(closing)
  }

  mutating func names(_ names: [Name], _ label: FieldLabel, truncated: Bool) {
    let form = random.next() % 8
    let cap = pick([3, 6, 6, 10, 30, 100])
    let shown = Array(names.prefix(cap))
    let isCut = truncated || names.count > cap
    let between = form == 2 ? "; " : chance(0.04) ? " , " : ", "
    let last = isCut ? between : pick([between, between, " and ", " & ", ", & ", ", and "])
    let upper = chance(0.06)
    for (index, name) in shown.enumerated() {
      if index > 0 { put(index == shown.count - 1 ? last : between, label) }
      put(text(name, form: form, upper: upper), label)
    }
    if isCut { put(pick([", et al.", " et al.", ", et al", " et al"]), label) }
  }

  private mutating func text(_ name: Name, form: UInt64, upper: Bool) -> String {
    if let literal = name.literal { return literal }
    var family = [name.particle, name.family].compactMap { $0 }.joined(separator: " ")
    if upper { family = family.uppercased() }
    guard let given = name.given, !given.isEmpty else { return family }
    let initials = Self.initials(given)
    switch form {
    case 0, 1: return family + " " + initials.joined()
    case 2, 3: return family + ", " + initials.map { $0 + "." }.joined(separator: form == 3 ? " " : "")
    case 4: return initials.map { $0 + "." }.joined(separator: " ") + " " + family
    case 5: return initials.map { $0 + "." }.joined() + " " + family
    case 6: return family + " " + initials.map { $0 + "." }.joined()
    default: return family + ", " + given
    }
  }

  static func initials(_ given: String) -> [String] {
    given.split { " .-\u{A0}".contains($0) }.flatMap { word -> [String] in
      word.count > 1 && word.count <= 3 && word.allSatisfy(\.isUppercase)
        ? word.map(String.init) : word.first.map { [String($0)] } ?? []
    }
  }

  // MARK: Damage

  /// What converters do to a reference: words hyphenated at the end of a line, blanks lost behind marks.
  mutating func damage() {
    if chance(0.06) { hyphenate() }
    if chance(0.05) { dropBlank() }
  }

  private mutating func hyphenate() {
    let places = out.utf8.indices.dropFirst(6).dropLast(6).filter { at in
      out.labels[at] == .title && (at - 3...at + 3).allSatisfy { (0x61...0x7A).contains(out.utf8[$0]) }
    }
    guard !places.isEmpty else { return }
    let at = pick(places)
    out.insert("- ", .title, at: at)
  }

  private mutating func dropBlank() {
    let places = out.utf8.indices.dropFirst().filter {
      out.utf8[$0] == 0x20 && [0x2C, 0x2E, 0x3A, 0x3B].contains(out.utf8[$0 - 1])
    }
    guard !places.isEmpty else { return }
    out.remove(at: pick(places))
  }
}
