/// How a study was made, as far as words for it exclude one another.
enum StudyTrait: Hashable, Sendable {
  case randomised
  /// One arm, before and after, or groups that chance did not make.
  case uncontrolled
  case retrospective, prospective
  /// A cohort, a registry, cases with controls or in a series.
  case observational
  /// Called a cohort: people who are followed.
  case cohort
  /// A survey or a cross-section.
  case survey
  /// A meta-analysis or systematic review.
  case synthesis
  /// Called a trial, whatever its design.
  case trial
  /// Of both sides, or of one.
  case blinded, singleBlind
  case openLabel
  case singleCentre, multicentre
  /// A later look at the data of another study: a follow-up, a secondary analysis, an extension.
  case derived

  /// Whether one study cannot have both.
  func excludes(_ other: StudyTrait) -> Bool {
    Self.exclusive.contains { $0 == (self, other) || $0 == (other, self) }
  }

  private static let exclusive: [(StudyTrait, StudyTrait)] = [
    (.randomised, .uncontrolled), (.randomised, .retrospective), (.randomised, .observational), (.randomised, .survey),
    (.retrospective, .prospective), (.retrospective, .trial), (.observational, .trial), (.survey, .trial),
    (.synthesis, .randomised), (.synthesis, .uncontrolled), (.synthesis, .observational), (.synthesis, .survey),
    (.synthesis, .trial), (.synthesis, .blinded), (.synthesis, .openLabel), (.blinded, .openLabel), (.blinded, .uncontrolled),
    (.blinded, .retrospective),
    (.blinded, .singleBlind), (.singleBlind, .openLabel), (.cohort, .survey), (.singleCentre, .multicentre),
  ]

  /// Whether the data of a trial may be called so when they are looked at again.
  var fitsLaterLook: Bool {
    switch self {
    case .observational, .cohort, .retrospective, .prospective, .uncontrolled, .survey, .openLabel: true
    default: false
    }
  }
}
