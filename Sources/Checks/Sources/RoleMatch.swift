import Literature

/// How well what a sentence says of a figure fits what a source says of one of its own.
struct RoleMatch: Sendable {
  /// Of outcomes and patients, by how few results of the source they name.
  var words = 0.0
  /// Bounds and denials that only one of the two has.
  var part = 0.0
  var arm = 0.0
  var time = 0.0
  var cut = 0.0
  /// Figures beside it that stand beside it in the source too.
  var company = 0.0

  var total: Double { words + part + arm + time + cut + company }
  /// What tells of the outcome alone.
  var outcome: Double { words + company }

  private static let strayWord = 0.08
  private static let strayPart = 0.5
  /// Words that make a part of an outcome an outcome of its own.
  private static let qualifiers: Set<String> = ["major", "minor", "complete", "symptomatic"]
  private static let strayQualifier = 0.3
  private static let ofContext = 0.3
  private static let mostOfContext = 0.5
  private static let mostStray = 0.4

  /// - Parameters:
  ///   - weights: of the source's words.
  ///   - siblings: the arms of the cells beside the place.
  init(
    _ own: ResultRoles, context: ResultRoles, _ place: ResultRoles, around: ResultRoles, weights: [String: Double],
    siblings: [Set<String>]
  ) {
    var stray = 0.0
    var near = 0.0
    for word in place.words {
      if own.words.contains(word) {
        words += weights[word] ?? 0
      } else if context.words.contains(word) {
        near += Self.ofContext * (weights[word] ?? 0)
      } else if ResultRoles.isOfPart(word) {
        part -= Self.strayPart
      } else if Self.qualifiers.contains(word) {
        stray += Self.strayQualifier
      } else {
        stray += Self.strayWord * (weights[word] ?? 0)
      }
    }
    words -= min(stray, Self.mostStray)
    for word in own.words where around.words.contains(word) && !place.words.contains(word) {
      near += Self.ofContext * (weights[word] ?? 0)
    }
    words += min(near, Self.mostOfContext)
    arm = Self.arm(Self.arms(own, like: place), Self.arms(place, like: own), siblings)
    time = Self.time(own.times, place.times)
    cut = Self.cut(own.cuts, place.cuts)
  }

  /// "With sparsentan" names the arm that "the sparsentan group" is.
  private static func arms(_ roles: ResultRoles, like other: ResultRoles) -> Set<String> {
    guard roles.arms.isEmpty else { return roles.arms }
    return Set(other.arms.filter { $0.hasPrefix("a:") && roles.words.contains(String($0.dropFirst(2))) })
  }

  private static func arm(_ own: Set<String>, _ place: Set<String>, _ siblings: [Set<String>]) -> Double {
    guard !own.isEmpty, !place.isEmpty else { return 0 }
    // What all arms have in common tells none of them.
    let common = siblings.reduce(place) { $0.intersection($1) }
    let (mine, theirs) = siblings.isEmpty ? (own, place) : (own.subtracting(common), place.subtracting(common))
    guard !mine.isEmpty, !theirs.isEmpty else { return 0 }
    if !mine.isDisjoint(with: theirs) { return 1 }
    let (isControl, isTheirs) = (mine.contains("control"), theirs.contains("control"))
    if isControl || isTheirs { return -1 }
    if mine.contains("experimental") || theirs.contains("experimental") {
      return siblings.contains { $0.contains("control") } ? 1 : 0
    }
    return siblings.contains { !$0.isDisjoint(with: mine) } ? -1 : 0
  }

  private static func time(_ own: [Double], _ place: [Double]) -> Double {
    guard !own.isEmpty else { return place.isEmpty ? 0 : -0.1 }
    guard !place.isEmpty else { return -0.2 }
    return own.contains { time in place.contains { TextTimes.agree(time, $0) } } ? 0.8 : -0.8
  }

  private static func cut(_ own: Set<ResultRoles.Cut>, _ place: Set<ResultRoles.Cut>) -> Double {
    let usual: Set<ResultRoles.Cut> = [.final, .intention]
    let (mine, theirs) = (own.subtracting(usual), place.subtracting(usual))
    if !mine.isEmpty { return mine.isDisjoint(with: theirs) ? -0.8 : 0.8 }
    if !theirs.isEmpty { return own.isEmpty ? -0.6 : -0.9 }
    return own.isDisjoint(with: place) ? 0 : 0.3
  }
}
