import Lexicon
import Literature

/// An endpoint where a text names it.
struct EndpointPlace: Hashable, Sendable {
  /// As in `ResultCard.endpoint`.
  var name: String
  var range: Range<Int>
  /// Whether more, or longer, is better; of others, such as deaths and costs, less is.
  var isGain: Bool

  /// Endpoints of survival and response, in order; others are left out. O(bytes).
  static func all(in utf8: [UInt8]) -> [EndpointPlace] { any(in: utf8).filter { names.contains($0.name) } }

  /// Every one that the lexicon knows, in order. O(bytes).
  static func any(in utf8: [UInt8]) -> [EndpointPlace] {
    Lexicon.builtIn.matches(in: utf8).compactMap { match in
      guard match.concept.kind == .endpoint, let own = match.concept.symbol ?? match.concept.english.first else { return nil }
      // Survival without a qualifier is overall survival.
      let name = match.concept.id == "endpoint:survival" ? "OS" : own
      return EndpointPlace(name: name, range: match.range, isGain: names.contains(name) || gains.contains(match.concept.id))
    }
  }

  /// Whether a rate of this name can only be a share of participants: "a weight loss of more than 10%" is none.
  static func countsPatients(_ name: String) -> Bool { names.contains(name) }

  private static let names: Set<String> = [
    "OS", "RFS", "DFS", "EFS", "PFS", "MFS", "IDFS", "CSS", "TTP", "ORR", "pCR", "MPR", "DCR", "CR",
  ]
  private static let gains: Set<String> = [
    "endpoint:response", "endpoint:remission", "endpoint:cure", "endpoint:live-birth", "endpoint:pregnancy-rate", "endpoint:svr",
    "endpoint:abstinence", "endpoint:adherence", "endpoint:survival", "endpoint:survival-benefit", "endpoint:qol",
    "endpoint:cognition", "endpoint:muscle-strength", "endpoint:immunogenicity", "endpoint:vaccine-efficacy",
    "endpoint:local-control", "endpoint:lvef", "endpoint:egfr", "endpoint:fev1", "endpoint:bmd", "endpoint:6mwd",
    "endpoint:vo2max", "endpoint:dor", "endpoint:cbr", "endpoint:r0", "endpoint:sleep",
  ]
}
