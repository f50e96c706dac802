import Lexicon
import Literature

/// An endpoint where a text names it.
struct EndpointMention: Hashable, Sendable {
  var range: Range<Int>
  /// As in `ResultCard.endpoint`.
  var name: String
  var isTimeToEvent: Bool
  /// A word such as "recurrence" that often is no endpoint; a specific one in the clause goes before it.
  var isWeak: Bool
}

/// Finds endpoints by the lexicon and by phrases such as "recurrence or death".
enum EndpointScanner {
  private static let weak: Set<String> = [
    "endpoint:recurrence", "endpoint:survival", "endpoint:response", "endpoint:remission", "endpoint:early-recurrence",
    "endpoint:metastasis", "endpoint:pd", "endpoint:sd", "endpoint:pr", "endpoint:survival-benefit", "endpoint:adherence",
    "endpoint:diet", "endpoint:pain", "endpoint:fatigue", "endpoint:mrd", "endpoint:local-control", "endpoint:ae",
    "endpoint:hospitalization",
  ]
  private static let timeToEvent: Set<String> = [
    "OS", "RFS", "DFS", "EFS", "PFS", "MFS", "LRFS", "IDFS", "DDFS", "CSS", "FFS", "BPFS", "IPFS", "RPFS", "PFS2", "TTR", "TTP",
    "TTD",
    "TTF", "TTTR", "DOR",
  ]

  static func mentions(in utf8: [UInt8], matches: [ConceptMatch]) -> [EndpointMention] {
    matches.compactMap { match in
      guard match.concept.kind == .endpoint else { return nil }
      let name = name(of: match.concept)
      let printed = String.lowercased(utf8[match.range])
      let isRate =
        printed.hasSuffix("率") || printed.hasSuffix("rate") || printed.hasSuffix("rates") || printed == "生存时间"
        || printed == "survival time" || followedByRate(utf8[match.range.upperBound...])
      return EndpointMention(
        range: match.range, name: name, isTimeToEvent: timeToEvent.contains(name) || match.concept.id == "endpoint:los",
        isWeak: weak.contains(match.concept.id) && !isRate && !isTimed(utf8, match))
    }
  }

  /// Survival without a qualifier is overall survival.
  static func name(of concept: Concept) -> String {
    if concept.id == "endpoint:survival" { return "OS" }
    return concept.symbol ?? concept.english.first ?? concept.id
  }

  static func isTimeToEvent(_ name: String) -> Bool { timeToEvent.contains(name) }

  /// "five-year survival", 5 年生存.
  private static func isTimed(_ utf8: [UInt8], _ match: ConceptMatch) -> Bool {
    guard match.concept.id == "endpoint:survival" || match.concept.id == "endpoint:recurrence" else { return false }
    let before = String(decoding: utf8[max(0, match.range.lowerBound - 6)..<match.range.lowerBound], as: UTF8.self).lowercased()
      .trimmedSpaces
    return ["year", "年", "month", "months", "years"].contains { before.hasSuffix($0) }
  }

  private static func followedByRate(_ after: ArraySlice<UInt8>) -> Bool {
    after.begins(with: "率") || after.begins(with: " rate") || after.begins(with: ")率")
  }
}
