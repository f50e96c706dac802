import Literature

/// What the fields of BibTeX and biblatex mean in CSL.
enum BibTeXFields {
  typealias TextPath = WritableKeyPath<BibliographicItem, String?> & Sendable

  /// Fields that fill one property with their text.
  static let texts: [String: (variable: String, path: TextPath)] = [
    "journal": ("container-title", \.containerTitle), "journaltitle": ("container-title", \.containerTitle),
    "booktitle": ("container-title", \.containerTitle), "series": ("collection-title", \.collectionTitle),
    "volume": ("volume", \.volume), "issue": ("issue", \.issue), "edition": ("edition", \.edition),
    "publisher": ("publisher", \.publisher), "institution": ("publisher", \.publisher), "school": ("publisher", \.publisher),
    "organization": ("publisher", \.publisher), "address": ("publisher-place", \.publisherPlace),
    "location": ("publisher-place", \.publisherPlace), "eventtitle": ("event-title", \.eventTitle), "type": ("genre", \.genre),
    "abstract": ("abstract", \.abstract), "note": ("note", \.note), "keywords": ("keyword", \.keyword),
    "pubstate": ("status", \.status), "isbn": ("ISBN", \.isbn), "issn": ("ISSN", \.issn), "pmid": ("PMID", \.pmid),
    "pmcid": ("PMCID", \.pmcid), "pages": ("page", \.page), "eid": ("page", \.page),
  ]

  /// Fields whose CSL variable has no property of its own.
  static let variables: [String: String] = [
    "shorttitle": "title-short", "shortjournal": "container-title-short", "chapter": "chapter-number", "part": "part-number",
    "pagetotal": "number-of-pages", "volumes": "number-of-volumes", "version": "version", "venue": "event-place",
    "annote": "annote", "annotation": "annote", "library": "call-number", "origtitle": "original-title",
    "origpublisher": "original-publisher", "origlocation": "original-publisher-place", "scale": "scale",
    "dimensions": "dimensions",
    "section": "section", "medium": "medium",
  ]

  /// Fields that hold names, dates, or more than one thing.
  private static let others: Set<String> = [
    "author", "editor", "translator", "bookauthor", "title", "subtitle", "journalsubtitle", "booksubtitle", "number", "year",
    "month",
    "day", "date", "urldate", "origdate", "eventdate", "doi", "url", "eprint", "eprinttype", "eprintclass", "archiveprefix",
    "primaryclass", "language", "langid", "titleaddon", "maintitle", "mainsubtitle", "booktitleaddon", "holder", "entrysubtype",
  ]

  /// Whether a field, by its name in lower case, is known; others belong to the program that wrote them.
  static func isDescribed(_ name: String) -> Bool {
    texts[name] != nil || variables[name] != nil || others.contains(name)
  }

  /// Fields whose characters stand for themselves: TeX does not read them.
  static let verbatim: Set<String> = [
    "file", "url", "doi", "eprint", "pdf", "urlraw", "verba", "verbb", "verbc", "uri", "biburl",
  ]

  /// The name that biblatex prefers for a field of BibTeX.
  static func biblatex(_ name: String, entryType: String) -> String {
    switch name {
    case "journal": "journaltitle"
    case "address": "location"
    case "school": "institution"
    case "annote": "annotation"
    case "key": "sortkey"
    case "archiveprefix": "eprinttype"
    case "primaryclass": "eprintclass"
    default: name
    }
  }
}

/// Languages by the names that babel and biblatex use.
enum BabelLanguage {
  private static let codes: [String: String] = [
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB", "canadian": "en-CA",
    "australian": "en-AU", "german": "de", "ngerman": "de-DE", "austrian": "de-AT", "naustrian": "de-AT", "swissgerman": "de-CH",
    "french": "fr", "francais": "fr-FR", "spanish": "es", "italian": "it", "portuguese": "pt", "brazilian": "pt-BR",
    "dutch": "nl",
    "danish": "da", "swedish": "sv", "norwegian": "no", "norsk": "nb", "nynorsk": "nn", "finnish": "fi", "polish": "pl",
    "czech": "cs", "slovak": "sk", "slovene": "sl", "croatian": "hr", "serbian": "sr", "hungarian": "hu", "romanian": "ro",
    "bulgarian": "bg", "greek": "el", "russian": "ru", "ukrainian": "uk", "turkish": "tr", "hebrew": "he", "arabic": "ar",
    "persian": "fa", "hindi": "hi", "thai": "th", "vietnamese": "vi", "chinese": "zh", "japanese": "ja", "korean": "ko",
    "latin": "la", "catalan": "ca", "basque": "eu", "galician": "gl", "icelandic": "is", "estonian": "et", "latvian": "lv",
    "lithuanian": "lt", "indonesian": "id", "afrikaans": "af", "irish": "ga",
  ]

  /// `en-US` for “american”; other texts, such as codes, as they are.
  static func code(_ name: String) -> String { codes[name.lowercased()] ?? name }
}
