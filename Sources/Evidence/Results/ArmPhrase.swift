import Lexicon

/// A treatment, or several given together, where a text names it.
struct ArmPhrase: Hashable, Sendable {
  /// What a phrase says of its place in a comparison without naming a treatment: 对照组, "the intervention group".
  enum Role: Hashable, Sendable { case experimental, control }

  /// Bytes of the text.
  var range: Range<Int>
  /// Preferred names in English, joined by " + " in the order printed.
  var name: String
  var components: [String]
  /// Whether it is what others are compared with by nature: placebo, surveillance.
  var isComparator: Bool
  var role: Role?
  /// Whether "group", "arm", 组 follows.
  var isGroup: Bool
  /// Whether partners of a combination are left out: 联合 TACE 组.
  var isPartial: Bool
  /// Whether it more often is a past or a class of treatments than an arm: surgery, chemotherapy.
  var isWeak: Bool
  /// Whether a dose is its name, or a part of it.
  var isDose = false

  /// Whether it may be an arm: what more often is none must be called a group.
  var isArm: Bool { !isWeak || isGroup }
}

/// What is compared in a trial.
struct TrialArms: Hashable, Sendable {
  var experimental: String
  var control: String?

  /// The arm that an arm's name points to: itself, or the only one that holds all its parts.
  func named(_ phrase: ArmPhrase) -> String? {
    switch phrase.role {
    case .experimental: return experimental
    case .control: return control
    case nil: break
    }
    for arm in [experimental, control].compactMap({ $0 }) where arm == phrase.name { return arm }
    guard phrase.isPartial || phrase.isGroup else { return nil }
    let holders = [experimental, control].compactMap { $0 }.filter { arm in
      let parts = arm.components(separatedBy: " + ")
      return phrase.components.allSatisfy(parts.contains)
    }
    return holders.count == 1 ? holders.first : nil
  }

  func opposite(of name: String) -> String? {
    if name == experimental { return control }
    return name == control ? experimental : nil
  }
}

extension String {
  /// The parts between a separator, without Foundation.
  func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = utf8[...]
    while let found = rest.firstIndex(ofSequence: separator.utf8) {
      parts.append(String(rest[..<found]) ?? "")
      rest = rest[rest.index(found, offsetBy: separator.utf8.count)...]
    }
    parts.append(String(rest) ?? "")
    return parts
  }
}
