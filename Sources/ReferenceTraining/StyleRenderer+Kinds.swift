import Literature
import References

/// Kinds that reference lists seldom hold: the names and titles are those of a real work, all else is made up.
extension StyleRenderer {
  /// Nil for a work without a title or authors.
  mutating func renderSeldomKind(_ item: BibliographicItem) -> TrainingString? {
    guard item.title != nil, !item.authors.isEmpty else { return nil }
    out = TrainingString()
    label()
    var item = item
    if item.year == nil { item.issued = PartialDate(year: 1990 + Int(random.next() % 36)) }
    let isYearFirst = chance(0.45)
    let isQuoted = !isYearFirst && chance(0.3)
    switch random.next() % 10 {
    case 0, 1: patent(item, isYearFirst, isQuoted)
    case 2, 3: dataset(item, isYearFirst)
    case 4: thesis(item, isYearFirst, isQuoted)
    case 5: report(item, isYearFirst, isQuoted)
    case 6: preprint(item, isYearFirst, isQuoted)
    case 7: page(item, isYearFirst)
    case 8: meeting(item, isYearFirst, isQuoted)
    default: newspaper(item, isYearFirst, isQuoted)
    }
    while out.utf8.last == 0x20 { out.removeLast() }
    damage()
    return out
  }

  // MARK: Parts

  private func number(_ digits: Int, from random: inout SplitMix64) -> String {
    let low = (1..<digits).reduce(UInt64(1)) { product, _ in product * 10 }
    return String(low + random.next() % (low * 9))
  }
  private mutating func digits(_ count: Int) -> String { number(count, from: &random) }

  /// Authors, with the year behind them where it stands early, and the title; `mark` stands behind the title.
  private mutating func head(_ item: BibliographicItem, _ isYearFirst: Bool, isQuoted: Bool = false, mark: String = ".") {
    let isComma = isQuoted && chance(0.6)
    authors(item.authors, truncated: item.authorsTruncated, closing: isYearFirst ? "" : isComma ? "," : ".")
    if isYearFirst { year(item, round: chance(0.85)) }
    guard isQuoted else {
      put(item.title ?? "", .title)
      if mark.isEmpty { gap(" ") } else { stop(mark) }
      return
    }
    let quotes = pick([("“", "”"), ("\"", "\"")])
    put(quotes.0, .title)
    put(item.title ?? "", .title)
    put((isComma ? "," : ".") + quotes.1, .title)
    gap(" ")
  }

  private mutating func tailYear(_ item: BibliographicItem, _ isYearFirst: Bool, _ mark: String = ".") {
    guard !isYearFirst, let year = item.year else { return }
    put(String(year), .date)
    stop(mark)
  }

  private mutating func day(_ year: Int) -> String {
    let (number, month) = (1 + random.next() % 28, pick(["Jan", "Mar", "May", "Jun", "Aug", "Sep", "Nov"]))
    return pick([
      "\(year) \(month) \(number)", "\(month) \(number), \(year)", "\(number) \(month) \(year)", "\(month). \(number), \(year)",
    ])
  }

  private mutating func address(_ host: String, isCited: Bool) {
    let year = 2008 + Int(random.next() % 18)
    let path = "https://www.\(host).org/\(pick(["fact-sheets", "publications", "data", "news", "topics"]))/\(digits(4))"
    if isCited {
      put("[cited \(day(year))]", .note)
      stop(".")
    }
    let day = day(year)
    put(
      pick([
        "Available from: ", "Available at: ", isCited ? "Available from: " : "Retrieved \(day), from ", "", "Accessed \(day). ",
      ]), .note)
    put(path, .link)
    if !isCited, chance(0.3) {
      gap(" ")
      put(pick(["Accessed \(day).", "(accessed \(day)).", "[accessed \(day)]"]), .note)
    }
  }

  // MARK: Kinds

  private mutating func patent(_ item: BibliographicItem, _ isYearFirst: Bool, _ isQuoted: Bool) {
    head(item, isYearFirst, isQuoted: isQuoted, mark: chance(0.3) ? "" : ".")
    let land = pick([
      ("U.S.", "US"), ("United States", "US"), ("European", "EP"), ("Chinese", "CN"), ("Japanese", "JP"), ("US", "US"),
      ("", "WO"),
    ])
    let comma = "\(pick(["6", "7", "8", "9", "10"])),\(digits(3)),\(digits(3))"
    let plain = pick([
      comma, land.1 + digits(7), "\(land.1) \(comma)", "\(land.1)\(digits(4))\(digits(6)) A1", comma.replacing(",", with: " "),
    ])
    let isRound = chance(0.25)
    let words = pick([
      "\(land.0) Patent No. \(plain)", "\(land.0) Patent \(plain)", "\(land.0) patent \(plain)", "Patent \(plain)",
      "\(land.0) Patent Application \(plain)",
      "\(land.1) patent \(plain)",
    ]).drop { $0 == " " }
    put(isRound ? "(\(words))" : String(words), .genre)
    stop(pick([".", ",", ";"]))
    if isRound, chance(0.5) {
      put(
        pick(["U.S. Patent and Trademark Office", "European Patent Office", "World Intellectual Property Organization"]),
        .publisher)
      stop(".")
    }
    guard !isYearFirst, let year = item.year else { return }
    put(chance(0.5) ? day(year) : String(year), .date)
    stop(".")
  }

  private mutating func dataset(_ item: BibliographicItem, _ isYearFirst: Bool) {
    head(item, isYearFirst, mark: chance(0.75) ? "" : ".")
    if chance(0.3) {
      put(
        pick(["(Version \(digits(1)))", "(version \(digits(1)).\(digits(1)))", "Version \(digits(1))", "v\(digits(1)).0"]),
        .edition)
      gap(" ")
    }
    put(
      pick([
        "[Data set]", "[dataset]", "[Dataset]", "[Data set]", "[Computer software]", "[software]", "[Data file]",
        "[Data file and code book]", "Dataset",
      ]),
      .genre)
    stop(pick([".", ".", ""]))
    put(
      pick([
        "Zenodo", "Dryad", "Figshare", "Dryad Digital Repository", "Harvard Dataverse", "PANGAEA", "Mendeley Data", "GitHub",
        "UK Data Service", "OSF",
      ]),
      .publisher)
    if isYearFirst { stop(".") } else { stop(pick([";", ",", "."])) }
    tailYear(item, isYearFirst)
    let doi = "10.\(digits(4))/\(pick(["zenodo.", "dryad.", "m9.figshare.", "DVN/"]))\(digits(6))"
    put(pick(["https://doi.org/\(doi)", "doi:\(doi)", "doi: \(doi)", "DOI: \(doi)"]), .link)
  }

  private mutating func thesis(_ item: BibliographicItem, _ isYearFirst: Bool, _ isQuoted: Bool) {
    var item = item
    item.authors = Array(item.authors.prefix(1))
    item.authorsTruncated = false
    let town = pick(["Leeds", "Uppsala", "Toronto", "Cape Town", "Granada", "Melbourne", "Porto", "Brno", "Osaka", "Nairobi"])
    let school = pick(["University of \(town)", "\(town) University", "Technical University of \(town)", "Univ. \(town)"])
    let degree = pick([
      "dissertation", "Doctoral dissertation", "PhD thesis", "master's thesis", "thesis", "Master’s thesis",
      "Unpublished doctoral dissertation", "Ph.D. dissertation", "MSc thesis",
    ])
    let isBracketed = chance(0.6)
    head(item, isYearFirst, isQuoted: isQuoted, mark: isBracketed ? "" : ".")
    switch (isBracketed, chance(0.4)) {
    case (true, true):
      let isRound = chance(0.4)
      put((isRound ? "(" : "[") + degree + ",", .genre)
      gap(" ")
      put(school + (isRound ? ")" : "]"), .publisher)
      stop(".")
      if chance(0.5) { put(pick(["ProQuest Dissertations and Theses Global.", "\(school) Repository."]), .note) }
      return tailYear(item, isYearFirst)
    case (true, false): put("[\(degree)]", .genre)
    default: put(degree, .genre)
    }
    stop(pick([".", ","]))
    if chance(0.4) {
      put(town + pick(["", ", UK", ", Canada"]), .location)
      stop(":")
      put(school, .publisher)
    } else {
      if chance(0.2) { put("Dept. \(pick(["Physics", "Medicine", "Nursing"])), ", .publisher) }
      put(school, .publisher)
      if chance(0.3) {
        put(",", .publisher)
        gap(" ")
        put(town, .location)
      }
    }
    stop(pick([";", ",", "."]))
    tailYear(item, isYearFirst)
  }

  private mutating func report(_ item: BibliographicItem, _ isYearFirst: Bool, _ isQuoted: Bool) {
    var item = item
    let body = bodies.isEmpty ? "National Institute of Public Health" : pick(bodies)
    if chance(0.6) {
      item.authors = [Name(literal: body)]
      item.authorsTruncated = false
    }
    let code = pick([
      "\(digits(3))", "WHO/\(pick(["NMH", "HTM", "MCA"]))/\(digits(2)).\(digits(1))", "TR-\(digits(2))-\(digits(2))",
      "\(digits(2))-\(digits(4))", "NR-\(digits(4))",
    ])
    let words = pick([
      "Report No. \(code)", "Report No.: \(code)", "Technical Report \(code)", "Tech. Rep. \(code)", "Working Paper No. \(code)",
      "Publication No. \(code)",
      "Tech. Memo. \(code)", "Research Report \(code)",
    ])
    let isRound = !isQuoted && chance(0.35)
    head(item, isYearFirst, isQuoted: isQuoted, mark: isRound ? "" : ".")
    if isRound {
      put("(\(words))", .genre)
      stop(".")
    }
    if chance(0.5) {
      put(pick(["Geneva", "Washington, DC", "London", "Canberra", "Ottawa", "Oslo"]), .location)
      stop(":")
    }
    put(body, .publisher)
    stop(pick([";", ",", "."]))
    let isLast = chance(0.5)
    if !isRound, !isLast {
      put(words, .genre)
      stop(pick([",", "."]))
    }
    tailYear(item, isYearFirst)
    if !isRound, isLast {
      put(words, .genre)
      stop(".")
    }
    if chance(0.3) { address("health", isCited: false) }
  }

  private mutating func preprint(_ item: BibliographicItem, _ isYearFirst: Bool, _ isQuoted: Bool) {
    let isMarked = chance(0.3)
    head(item, isYearFirst, isQuoted: isQuoted, mark: isMarked ? "" : ".")
    if isMarked {
      put(pick(["[Preprint]", "[preprint]"]), .genre)
      stop(pick([".", ""]))
    }
    if chance(0.4) {
      let number = "arXiv:\(digits(4)).\(digits(5))\(pick(["", "v1", "v2"]))"
      put(pick(["arXiv preprint \(number)", "\(number)", "\(number) [cs.CL]", "Preprint at arXiv, \(number)"]), .note)
      stop(pick([",", ".", ""]))
      return tailYear(item, isYearFirst)
    }
    put(pick(["bioRxiv", "medRxiv", "PsyArXiv", "Research Square", "SSRN", "ChemRxiv", "Preprints"]), .journal)
    stop(pick([".", ",", ""]))
    tailYear(item, isYearFirst)
    if chance(0.3) { put("[cited \(day(item.year ?? 2020))]", .note); gap(": ") }
    let code = "2021.0\(digits(1)).1\(digits(1)).2\(digits(5))"
    if chance(0.4) { put(code, .pages); stop(".") }
    put(pick(["https://doi.org/10.1101/\(code)", "doi:10.1101/\(code)", "doi: 10.1101/\(code)"]), .link)
  }

  private mutating func page(_ item: BibliographicItem, _ isYearFirst: Bool) {
    var item = item
    if !bodies.isEmpty, chance(0.7) {
      item.authors = [Name(literal: pick(bodies))]
      item.authorsTruncated = false
    }
    if chance(0.4) {
      head(item, isYearFirst, mark: "")
      put("[Internet]", .note)
      stop(".")
      put(pick(["Geneva", "Atlanta", "London", "Bethesda (MD)"]), .location)
      stop(":")
      put(item.authors.first?.literal ?? "WHO", .publisher)
      stop(";")
      if let year = item.year { put(chance(0.5) ? "\(year) May \(digits(1))" : String(year), .date) }
      gap(" ")
      return address("example", isCited: true)
    }
    if chance(0.4), let year = item.year {
      authors(item.authors, truncated: false, closing: "")
      put("(\(year), May \(1 + random.next() % 28)).", .date)
      gap(" ")
      put(item.title ?? "", .title)
      stop(".")
    } else {
      head(item, isYearFirst)
      if !isYearFirst, chance(0.5) { tailYear(item, false) }
    }
    address("agency", isCited: false)
  }

  private mutating func meeting(_ item: BibliographicItem, _ isYearFirst: Bool, _ isQuoted: Bool) {
    head(item, isYearFirst, isQuoted: isQuoted)
    let place = pick(["Lyon, France", "Kyoto, Japan", "San Diego, CA", "Vienna, Austria", "Lima, Peru", "Nairobi, Kenya"])
    let subject = pick([
      "Wearable Health", "Machine Learning", "Rural Nursing", "Soil Mechanics", "Parallel Computing", "Speech Communication",
    ])
    let name = pick([
      "Proceedings of the \(digits(2))th International Conference on \(subject)", "Proc. \(digits(2))th Int. Conf. \(subject)",
      "Proceedings of the Annual Meeting on \(subject)", "\(digits(2))th European Symposium on \(subject)",
    ])
    put(pick(["In: ", "In ", "in ", ""]), .container)
    put(name, .container)
    let year = item.year ?? 2012
    if chance(0.4) {
      stop(";")
      put("\(year) \(pick(["May", "Sep", "Oct"])) \(digits(1))-1\(digits(1))", .date)
      stop(";")
      put(place, .location)
      stop(".")
      put(pick(["Berlin", "New York", "Amsterdam"]), .location)
      stop(":")
      put(pick(["Springer", "ACM", "IEEE", "Elsevier"]), .publisher)
      stop(";")
      put(String(year), .date)
      stop(".")
    } else {
      stop(",")
      if chance(0.7) { put(place, .location); stop(",") }
      tailYear(item, isYearFirst, ",")
    }
    put(pick(["p. ", "pp. ", "pp. ", ""]) + "\(digits(2))–1\(digits(2)).", .pages)
  }

  private mutating func newspaper(_ item: BibliographicItem, _ isYearFirst: Bool, _ isQuoted: Bool) {
    head(item, isYearFirst, isQuoted: isQuoted)
    if chance(0.5) {
      // A journal with an article's number.
      put(item.containerTitle ?? "PLoS ONE", .journal)
      stop(",")
      put("\(digits(2))(\(digits(1)))", .volume)
      stop(",")
      put(
        pick([
          "Article e\(digits(5))", "Article \(digits(5))", "Art. no. e\(digits(5))", "Article ID \(digits(6))", "e\(digits(5))",
        ]), .pages)
      stop(".")
      return tailYear(item, isYearFirst)
    }
    put(pick(["The Daily Courier", "The New York Times", "The Guardian", "Le Monde", "The Irish Post", "Die Zeit"]), .journal)
    stop(pick([".", ","]))
    put(day(item.year ?? 2014), .date)
    stop(pick([";", ":", ","]))
    put(
      pick(["Sect. B:\(digits(1))", "p. A\(digits(1))", "A\(digits(2))", "Sec A:\(digits(1)) (col. 2)", "\(digits(2))"]), .pages)
    put(".", .pages)
  }
}
