import TextAnalysis

/// Words by which a question asks for a judgement and that name no subject: `necessary`, `useful`, `associated`.
///
/// A text answers them in other words and in figures, so a passage without them may still hold what was asked.
enum JudgingWords {
  private static let words = """
    able acceptable accurate accurately adequate adequately advantage advantageous affect affected alternative amenable anything apply applicable
    appropriate associate associated association avoid avoided aware based beneficial benefit best better bring cause caused causing change changing
    clearly clinically coexist coincide common compare compared comparison complement compromise compromised concept confer confirm connect connection
    consequence consider considered contribute correct correctly correlate correlated correlation cost create dangerous decide decrease demonstrate
    depend dependent describe desirable determine develop differ difference different differently difficult distinct effect effective effectively
    effectiveness efficacious efficacy elucidate enhance enough equal equally equivalent essential evaluate evaluation even evidence examine exist existence
    expect explain expression extend facilitate factor fail favorable feasibility feasible find finding find further gain general generalize give goal
    good harm harmful help helpful identify impact impair implication implications importance important improve improved improvement include included
    increase increased independent independently indicate indication inferior influence influenced influences information interfere introduce
    investigate involve involved justified justify key know known lead less like link linked look lower main maintain make making mandatory matter mean
    meaningful measure miss misleading modify more much myth necessary necessity need needed negative new novel observe offer omit omitted option outcome
    optimal overestimate perform phenomenon picture place play positive possible possibility potential potentially practical practice predict predictive
    predictor preferable preserve prevent preventable preventing problem produce prognostic promise promising promote proper protect protection prove
    provide push question quite realistic reality really reason reasonable recommend recommended reconsider reduce reduced reduction reflect related
    relation relationship relevance relevant reliability reliable reliably rely remain replace report representative required require resolve responsible
    result results right risk role routine routinely safe safely safety same satisfactory seem seen serve show significance significant significantly
    similar similarly simple single solve specific still sufficient suggest suggested suitable superior support sure surrogate tell true trust unnecessary
    underrecognised underrecognized underestimate use used useful usefulness using utility valid validate validated validity valuable value variant viable
    warranted way well whole work working worse worsen worth worthwhile yield
    """

  private static let stems: Set<String> = {
    let stemmer = EnglishStemmer()
    return Set(words.split(whereSeparator: \.isWhitespace).map { stemmer.stem(String($0)) })
  }()

  static func contains(_ word: String) -> Bool { stems.contains(EnglishStemmer().stem(word)) }
}
