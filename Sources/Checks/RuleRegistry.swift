/// Every rule, in the order of its code.
public enum RuleRegistry {
  public static let rules: [any Rule] = [
    // Statistics of tests and of samples.
    TestStatisticIncoherent(),
    ImpossibleMean(),
    ImpossibleDeviation(),
    DeviationOrError(),
    NonInferiorityMargin(),
    // The numbers of one result against one another.
    EstimateOutsideInterval(),
    IntervalNotCentered(),
    PValueIncoherent(),
    SignificanceWording(),
    PercentAgainstCounts(),
    ImpossibleValue(),
    MedianAgainstRatio(),
    ChangeWording(),
    ComparisonWording(),
    ArmsAgainstTotal(),
    // One part of the document against another.
    TextAgainstTable(),
    SampleSizes(),
    TwoPhases(),
    TwoRegistrations(),
    // Sentences against figures and other sentences.
    BoundAgainstFigures(),
    OppositeStatements(),
    ConclusionAgainstP(),
    // Callouts against the reference list.
    DanglingCallout(),
    UncitedReference(),
    CitationOrder(),
    NamedYear(),
    MalformedCallout(),
    CalledYear(),
    DesignAgainstTitle(),
    CalloutsAgainstNames(),
    UnreferencedTrial(),
    // The entries of the reference list.
    MissingDOI(),
    MalformedDOI(),
    DuplicateReference(),
    SharedDOI(),
    JournalVolumes(),
    AuthorVariants(),
    WeakSource(),
    RetractedWork(),
    // The numbers against the cited sources.
    NumberNotInSource(),
    NumberOnAnotherEndpoint(),
    ArmsSwapped(),
    AnotherDataCut(),
    RoundedOtherwise(),
    // Trials and their registration.
    UnregisteredTrial(),
    MalformedRegistration(),
    TrialNameVariant(),
  ]

  /// The rule with a code or a name, whatever its case.
  public static func rule(_ codeOrName: String) -> (any Rule)? {
    let wanted = codeOrName.lowercased()
    return rules.first { type(of: $0).code.lowercased() == wanted || type(of: $0).name == wanted }
  }
}
