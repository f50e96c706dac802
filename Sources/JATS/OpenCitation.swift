import Literature

/// A citation whose end has not come, with the fields met so far.
struct OpenCitation {
  enum Group { case authors, editors, translators, others }

  /// Only fields: punctuation is ours to write, and white space between fields means nothing.
  var isStructured: Bool
  /// Where the last field ended in the stored text, and what it was.
  var lastEnd = -1
  var last: Element = .other
  /// Frames open at the citation itself; fields stand above.
  var depth: Int
  var group: Group?
  var name = Name()
  var fieldType = ""
  var fields = CitationFields()

  /// The name read so far; the next one begins anew.
  mutating func takeName() -> Name {
    var taken = Name()
    swap(&taken, &name)
    return taken
  }

  mutating func keep(_ element: Element, _ value: String) { fields.keep(element, value, type: fieldType) }

  /// What goes between two fields that touch.
  static func separator(from last: Element, to next: Element, type: String, after byte: UInt8?) -> String {
    let isStopped = byte.map(isStop) ?? true
    let stop = isStopped ? " " : ". "
    switch next {
    case .surname, .givenNames, .prefix, .suffix:
      return isNamePart(last) ? " " : isNameLike(last) ? ", " : stop
    case .name, .stringName, .collab, .anonymous, .personGroup: return isNameLike(last) ? ", " : stop
    case .etal: return isNameLike(last) ? ", " : " "
    case .year where last == .day || last == .month, .month, .day: return " "
    case .volume: return last == .year || last == .month || last == .day ? ";" : last == .source ? " " : stop
    case .issue: return last == .volume || last == .year ? "(" : stop
    case .supplement: return " "
    case .fpage, .elocationID, .pageRange: return isBeforePages(last) ? ":" : stop
    case .lpage: return last == .fpage ? "-" : stop
    case .publisherName where last == .publisherLoc: return ": "
    case .publisherLoc where last == .publisherName: return ", "
    case .pubID where type == "doi": return stop + "doi:"
    case .pubID where type == "pmid": return stop + "PMID: "
    case .pubID where type == "pmcid" || type == "pmc": return stop + "PMCID: "
    default: return stop
    }
  }

  /// One of `.?!:;,`.
  private static func isStop(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x3F, 0x21, 0x3A, 0x3B, 0x2C: true
    default: false
    }
  }
  private static func isBeforePages(_ element: Element) -> Bool {
    switch element {
    case .volume, .issue, .supplement, .year: true
    default: false
    }
  }
  private static func isNamePart(_ element: Element) -> Bool {
    switch element {
    case .surname, .givenNames, .prefix, .suffix: true
    default: false
    }
  }
  private static func isNameLike(_ element: Element) -> Bool {
    switch element {
    case .surname, .givenNames, .prefix, .suffix, .name, .stringName, .collab, .anonymous, .etal: true
    default: false
    }
  }
}
