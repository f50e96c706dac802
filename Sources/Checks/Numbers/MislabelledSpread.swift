import Literature

/// A spread beside a mean that is not what it is called, and what shows it.
struct MislabelledSpread {
  var passage: Int
  var place: MeanWithSpread
  /// The mean that it is held against.
  var other: MeanWithSpread?
  var message: Wording
  var arithmetic: Wording?

  /// As a message names the spreads.
  static func name(_ label: MeanWithSpread.Label) -> Wording {
    label == .deviation ? Wording("standard deviation", zh: "标准差") : Wording("standard error", zh: "标准误")
  }
}
