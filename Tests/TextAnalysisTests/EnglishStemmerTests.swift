import Testing

@testable import TextAnalysis

/// Words with their stems, as the published description of the algorithm gives them.
private let published: [(word: String, stem: String)] = [
  ("consign", "consign"), ("consigned", "consign"), ("consignment", "consign"), ("consistency", "consist"),
  ("consistently", "consist"), ("consolation", "consol"), ("consolatory", "consolatori"), ("consolidated", "consolid"),
  ("consolingly", "consol"), ("consonant", "conson"), ("conspicuously", "conspicu"), ("conspiracy", "conspiraci"),
  ("conspirators", "conspir"), ("constancy", "constanc"), ("constabulary", "constabulari"), ("knackeries", "knackeri"),
  ("knavish", "knavish"), ("kneaded", "knead"), ("kneel", "kneel"), ("knightly", "knight"), ("knitting", "knit"),
  ("knocked", "knock"), ("knots", "knot"), ("knopp", "knopp"),
]

private func stems(_ pairs: [(word: String, stem: String)]) {
  let stemmer = EnglishStemmer()
  for pair in pairs { #expect(stemmer.stem(pair.word) == pair.stem, "\(pair.word)") }
}

@Test func stemsAsPublished() { stems(published) }

@Test func removesPluralsAndPossessives() {
  stems([
    ("ties", "tie"), ("cries", "cri"), ("gas", "gas"), ("this", "this"), ("gaps", "gap"), ("kiwis", "kiwi"),
    ("mass", "mass"), ("masses", "mass"), ("virus", "virus"), ("patient's", "patient"), ("trials'", "trial"),
  ])
}

@Test func removesPastAndProgressiveEndings() {
  stems([
    ("hoping", "hope"), ("hopping", "hop"), ("luxuriated", "luxuri"), ("agreed", "agre"), ("feed", "feed"), ("bled", "bled"),
    ("sized", "size"), ("troubled", "troubl"), ("sing", "sing"), ("improved", "improv"), ("improving", "improv"),
    ("falling", "fall"), ("exceeded", "exceed"), ("hissing", "hiss"),
  ])
}

@Test func turnsFinalYOnlyAfterConsonants() {
  stems([("cry", "cri"), ("by", "by"), ("say", "say"), ("therapy", "therapi"), ("youth", "youth"), ("boyish", "boyish")])
}

@Test func replacesAndDeletesSuffixes() {
  stems([
    ("relational", "relat"), ("conditional", "condit"), ("rationalization", "ration"), ("hopefulness", "hope"),
    ("sensibility", "sensibl"), ("oncology", "oncolog"), ("carefully", "care"), ("formalize", "formal"),
    ("adjustment", "adjust"), ("replacement", "replac"), ("adoption", "adopt"), ("recurrence", "recurr"), ("effective", "effect"),
    ("generously", "generous"), ("generate", "generat"), ("communication", "communic"), ("controll", "control"), ("rate", "rate"),
  ])
}

@Test func knowsTheWordsNamedOneByOne() {
  stems([
    ("skies", "sky"), ("dying", "die"), ("early", "earli"), ("only", "onli"), ("news", "news"), ("bias", "bias"),
    ("inning", "inning"), ("proceed", "proceed"), ("succeeds", "succeed"),
  ])
}

@Test func leavesShortAndForeignWordsAlone() {
  stems([("is", "is"), ("a", "a"), ("", ""), ("β", "β"), ("cd8s", "cd8s"), ("'", "'"), ("'''", "'")])
}

@Test func stemsEveryShortStringWithoutFailing() {
  let letters = Array("aeysltinbdg'".utf8)
  var words: [[UInt8]] = [[]]
  for _ in 0..<4 { words = words.flatMap { word in letters.map { word + [$0] } } }
  let stemmer = EnglishStemmer()
  for var word in words {
    let length = word.count
    stemmer.stem(&word)
    #expect(word.count <= length + 1)
  }
}
