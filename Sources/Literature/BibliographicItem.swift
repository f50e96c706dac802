/// A person or a body that made a work.
public struct Name: Hashable, Sendable {
  public var family: String?
  public var given: String?
  /// "de", "van der": a particle that belongs before the family name and is not sorted by.
  public var particle: String?
  /// "d'" and "von" in names that drop it where the family name stands alone; nil in most files, which do not tell the two apart.
  public var droppingParticle: String?
  /// "Jr", "III".
  public var suffix: String?
  /// A collective or a name that is not to be taken apart.
  public var literal: String?

  public init(
    family: String? = nil, given: String? = nil, particle: String? = nil, suffix: String? = nil,
    literal: String? = nil
  ) {
    self.family = family
    self.given = given
    self.particle = particle
    self.suffix = suffix
    self.literal = literal
  }
}

/// A date as far as it is known.
public struct PartialDate: Hashable, Sendable {
  public var year: Int
  /// 1...12.
  public var month: Int?
  /// 1...31.
  public var day: Int?
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A work as a bibliography describes it, in the vocabulary of CSL-JSON 1.0.2.
public struct BibliographicItem: Hashable, Sendable {
  /// The key in the file it came from, if any.
  public var id: String?
  /// A CSL type: `article-journal`, `book`, `chapter`, `paper-conference`, `thesis`, `report`, `patent`, `standard`, `dataset`, `webpage`, `article` (a preprint), …
  public var type: String
  public var authors: [Name] = []
  /// The printed list of authors ends in "et al." or 等.
  public var authorsTruncated = false
  public var editors: [Name] = []
  public var translators: [Name] = []
  public var title: String?
  /// Journal, book or proceedings that holds the work.
  public var containerTitle: String?
  public var collectionTitle: String?
  public var issued: PartialDate?
  /// "2021a": the letter that tells apart works of one year.
  public var yearSuffix: String?
  public var accessed: PartialDate?
  public var volume: String?
  public var issue: String?
  /// "209-249", "S302-S302", or an article number: "e0430", "919824".
  public var page: String?
  public var number: String?
  public var edition: String?
  public var publisher: String?
  public var publisherPlace: String?
  public var eventTitle: String?
  public var genre: String?
  public var abstract: String?
  public var note: String?
  public var keyword: String?
  /// "Epub ahead of print", "in press", "submitted".
  public var status: String?
  public var language: String?
  /// Normalised: lower case, no resolver.
  public var doi: String?
  public var pmid: String?
  /// With its prefix: "PMC1234567".
  public var pmcid: String?
  public var arxiv: String?
  public var isbn: String?
  public var issn: String?
  public var url: String?
  /// Fields without a CSL home, in file order; written under `custom`.
  public var custom: [CustomField] = []
  /// CSL variables that have no property here, as JSON in file order: further names and dates, `title-short`, …; a date here
  /// under the key of `issued` or `accessed` says more than its property (a range, a season, "circa", a wording).
  public var further = JSONObject()

  public struct CustomField: Hashable, Sendable {
    public var key: String
    public var value: String
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  public init(type: String = "article-journal") { self.type = type }

  public var year: Int? { issued?.year }
  /// The date of issue in the words of the source, where year, month and day do not say it all: "1865（清同治四年）", "c1988".
  public var issuedLiteral: String? { further["issued"]?["literal"]?.stringValue }
  public var firstPage: String? { page.map { String($0.prefix { $0 != "-" && $0 != "–" }) } }
}
