/// What a single word can begin or mean for the readers of results; a word may be several.
///
/// Looked up once for every word of a passage, so that the scanners need not compare strings at each token.
struct WordTags: OptionSet, Sendable {
  let rawValue: UInt32

  /// `P`, `Pinteraction`.
  static let pName = WordTags(rawValue: 1 << 0)
  /// `CI`, `confidence`, `range`, `IQR`.
  static let intervalName = WordTags(rawValue: 1 << 1)
  /// The first word of a measure of effect.
  static let estimateName = WordTags(rawValue: 1 << 2)
  /// The first word of a test's statistic.
  static let statisticName = WordTags(rawValue: 1 << 3)
  /// "group", "arm": what a name of an arm ends in.
  static let armNoun = WordTags(rawValue: 1 << 4)
  /// Verbs and copulas that part a subject from what is said of it.
  static let verb = WordTags(rawValue: 1 << 5)
  /// "higher", "fewer", "significantly": said of an outcome, no part of its name.
  static let comparative = WordTags(rawValue: 1 << 6)
  static let preposition = WordTags(rawValue: 1 << 7)
  static let determiner = WordTags(rawValue: 1 << 8)
  static let conjunction = WordTags(rawValue: 1 << 9)
  static let pronoun = WordTags(rawValue: 1 << 10)
  /// "patients", "women": people.
  static let people = WordTags(rawValue: 1 << 11)
  /// "vs", "versus", "than".
  static let versus = WordTags(rawValue: 1 << 12)
  /// Words that name no outcome and no arm: "results", "respectively".
  static let empty = WordTags(rawValue: 1 << 13)
  /// "treated", "receiving", "assigned": what patients of an arm are.
  static let treated = WordTags(rawValue: 1 << 14)
  /// "two", "both", "study": before "groups" these name no arm.
  static let unspecific = WordTags(rawValue: 1 << 15)
  /// "baseline", "weeks": of time.
  static let time = WordTags(rawValue: 1 << 16)
  /// "mean", "average".
  static let mean = WordTags(rawValue: 1 << 17)
  static let median = WordTags(rawValue: 1 << 18)
  /// "nine", "forty".
  static let numeral = WordTags(rawValue: 1 << 19)
  /// What may begin "not reached", "NR".
  static let notReached = WordTags(rawValue: 1 << 20)
}

extension WordTags {
  static let table: WordTable<WordTags> = {
    var entries: [(UInt64, WordTags)] = []
    for (tag, words) in vocabulary {
      for word in words.split(separator: " ") { entries.append((WordCode.of(String(word)), tag)) }
    }
    for (phrase, _) in RatioMeasure.phrases { entries.append((WordCode.phrase(phrase)[0], .estimateName)) }
    for letter in RatioMeasure.letters.keys { entries.append((WordCode.of(letter), .estimateName)) }
    for short in RatioMeasure.shortForms.keys { entries.append((WordCode.of(short), .estimateName)) }
    return WordTable(entries) { $0.union($1) }
  }()

  private static let vocabulary: [(WordTags, String)] = [
    (
      .pName,
      "p pvalue pvalues pinteraction pint pinter ptrend plogrank pheterogeneity phet pnoninferiority psuperiority padj pcorr"
    ),
    (.intervalName, "ci cis cri hdi confidence credible iqr range ranges interquartile ranging ranged"),
    (
      .statisticName,
      "t f z r rs q χ2 χ x2 i2 i τ2 τ tau2 chi2 ρ rho x chi chisquare cochran tau"
    ),
    (.armNoun, "group groups arm arms cohort cohorts recipients condition conditions"),
    (
      .verb,
      """
      was were is are be been being had has have did does do can could may might must shall should will would cannot showed shown show demonstrated demonstrate achieved achieve reached reach reported \
      report occurred occur observed experienced experience developed declined decreased increased rose risen fell fallen dropped improved reduced \
      gained lost changed remained remain averaged ranged required produced resulted received underwent completed started began noted responded \
      died survived said became went led returned failed differed tended scored rated recorded found seen measured estimated compared \
      needed spent performed indicated exhibited displayed revealed regained worsened recovered progressed relapsed slept walked consumed felt \
      attained yielded caused enhanced lowered raised slowed prevented accelerated shortened restored affected suppressed inhibited provided \
      took continued decreasing increasing maintained began caused favored favoured healed resolved disappeared ceased doubled halved stabilized stabilised regressed recurred \
      persisted subsided deteriorated normalized normalised exceeded amounted totaled totalled numbered equaled rated preferred succeeded gave gives
      """
    ),
    (
      .comparative,
      """
      higher lower greater less more fewer better worse larger smaller longer shorter significantly significant statistically markedly \
      slightly similar comparable similarly not also only still again even significant nonsignificantly substantially clinically highest lowest \
      better-than superior inferior different favouring favoring faster slower earlier later comparably numerically marginally modest modestly
      """
    ),
    (
      .preposition,
      """
      of in on for with at to from by among under during after before between within over following per as until through throughout since \
      into about towards upon across without despite against due because according regarding via using
      """
    ),
    (.determiner, "the a an this these those that their its his her our each every all any some such"),
    (
      .conjunction,
      "and or but whereas while although though however that which who whom whose when where if then so because as nor yet both either"
    ),
    (.pronoun, "we us i it that those they this these he she there both them which what"),
    (
      .people,
      """
      patients patient participants participant subjects subject individuals children child women men adults people persons volunteers infants \
      girls boys cases pts families parents mothers students eyes respondents residents couples neonates newborns recipients males females users smokers survivors nurses
      """
    ),
    (.versus, "vs versus v than against compared comparison whereas while relative"),
    (
      .empty,
      """
      results result conclusions methods background objective findings respectively overall however finally thus therefore moreover furthermore \
      interestingly additionally specifically sd se sem iqr ci notably first second third secondary primary main outcome outcomes endpoint endpoints values value \
      difference differences total approximately about nearly almost well further hence conversely contrast
      """
    ),
    (
      .treated,
      "treated receiving received given assigned randomized randomised allocated taking using randomly undergoing administered"
    ),
    (
      .unspecific,
      """
      two three four both all each either every study studied treatment-free age other same these those the a an between any one several \
      respective different patient patients per of in among within this that sub
      """
    ),
    (
      .time,
      """
      week weeks month months year years day days hour hours minutes min baseline base-line follow-up followup entry end visit visits time \
      weekly monthly daily afternoon morning
      """
    ),
    (.mean, "mean means average averaged avg"),
    (.median, "median medians mos mpfs mrfs mdfs mefs"),
    (.notReached, "not nr ne"),
    (
      .numeral,
      """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty \
      forty fifty sixty seventy eighty ninety no none
      """
    ),
  ]
}
