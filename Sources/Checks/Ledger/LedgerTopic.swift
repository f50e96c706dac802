import TextAnalysis

/// How far the words of a statement name an outcome of the ledger.
enum LedgerTopic {
  struct Fit {
    /// Of the words of the outcome's name that the statement has too.
    var shared: Double
    /// Their part of the name.
    var coverage: Double
  }

  private static let leastPrefix = 5
  private static let leastPart = 0.6

  /// Who died did not survive.
  static func widened(_ topic: Set<String>) -> Set<String> {
    let death: Set<String> = ["outcome:death", "endpoint:mortality", "endpoint:death"]
    let survival: Set<String> = ["endpoint:os", "endpoint:survival"]
    if !topic.isDisjoint(with: death) || !topic.isDisjoint(with: survival), topic.filter(VerdictStatement.isOutcome).count <= 2 {
      return topic.union(death).union(survival)
    }
    return topic
  }

  private static let alike: Set<String> = ["endpoint:mortality", "endpoint:death", "endpoint:os", "endpoint:survival"]

  static func weight(_ words: Set<String>) -> Double {
    // Several names of one thing count once.
    let names = words.subtracting(alike).union(words.isDisjoint(with: alike) ? [] : ["outcome:death"])
    return OpposedVerdicts.weight(names)
  }

  /// O(words²) of two short sets.
  static func fit(_ name: Set<String>, in said: Set<String>) -> Fit {
    let shared = name.filter { word in said.contains(word) || isBeginning(of: word, in: said) }
    let (part, all) = (weight(shared), weight(name))
    return Fit(shared: part, coverage: all > 0 ? part / all : 0)
  }

  /// "Smoker" and "smoking", "responder" and "response".
  private static func isBeginning(of word: String, in said: Set<String>) -> Bool {
    guard word.utf8.count >= leastPrefix, word.utf8.allSatisfy({ $0 < 0x80 }), !word.contains(":") else { return false }
    return said.contains { other in
      guard other.utf8.count >= leastPrefix, other.utf8.allSatisfy({ $0 < 0x80 }), !other.contains(":") else { return false }
      let common = zip(word.utf8, other.utf8).prefix { $0 == $1 }.count
      return common >= leastPrefix && Double(common) >= leastPart * Double(max(word.utf8.count, other.utf8.count))
    }
  }
}
