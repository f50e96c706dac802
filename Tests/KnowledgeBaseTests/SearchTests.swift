import Foundation
import Literature
import Testing

@testable import KnowledgeBase

struct SearchTests {
  /// A bilingual shelf: an English and a Chinese review that speak of the same invented trial.
  static func shelf() throws -> Bench {
    let bench = try Bench()
    var english = HandMade("english.txt", title: "Adjuvant treatment, a review", year: 2022)
    let first = english.add(
      "In NORTHSTAR, sorafenib prolonged recurrence-free survival (HR 0.72, P=0.01; OS HR 1.10, P=0.60) [1].", section: "2.1")
    english.add("Sorafenib was tolerated well by most patients.", section: "2.2")
    english.add("Microvascular invasion (MVI) predicts relapse.", section: "2.3")
    english.add("The study enrolled 620 patients.", section: "2.1")
    let reference = english.addReference(
      "1", "The northern trial of early treatment", doi: "10.5555/north.1", pmid: "11112222", year: 2019)
    english.cite([reference], marker: "[1]", in: first)
    english.addTrial(
      "NORTHSTAR", registry: [RegistryIdentifier(scheme: "ClinicalTrials.gov", id: "NCT99990001")], in: [first],
      references: [reference])
    english.addCard("HR", "0.72", p: "0.01", endpoint: "RFS", trial: "NORTHSTAR", in: first, references: [reference])
    english.addCard("HR", "1.10", p: "0.60", endpoint: "OS", trial: "NORTHSTAR", in: first, references: [reference])
    english.addCard("n", "620", trial: "NORTHSTAR", in: 4)
    try bench.write(english)
    var chinese = HandMade("chinese.txt", title: "辅助治疗综述")
    let second = chinese.add("索拉非尼组中位无复发生存期为33.3个月[1]。", section: "3.1")
    let defined = chinese.add("微血管侵犯(microvascular invasion, MVI)与复发相关。", section: "3.2")
    chinese.extract(abbreviation: "MVI", english: "microvascular invasion", chinese: "微血管侵犯", in: defined)
    let cited = chinese.addReference("1", "The northern trial of early treatment", doi: "10.5555/north.1", year: 2019)
    chinese.cite([cited], marker: "[1]", in: second)
    chinese.addTrial("NorthStar", registry: [RegistryIdentifier(scheme: "ClinicalTrials.gov", id: "NCT99990001")], in: [second])
    chinese.addCard(
      "median", "33.3", unit: "month", endpoint: "RFS", trial: "NorthStar", in: second, references: [cited])
    try bench.write(chinese)
    try bench.ingest()
    return bench
  }

  private func ids(_ query: String, _ base: KnowledgeBase) throws -> Set<String> {
    var options = SearchOptions()
    options.limit = 50
    return Set(try base.search(query, options: options).hits.map { "\($0.passage.alias):\($0.passage.id)" })
  }

  @Test func findsWordsNearOneAnotherInEitherOrder() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    #expect(try ids("survival NEAR/4 sorafenib", base) == ["english:p2"])
    #expect(try ids("survival NEAR/2 sorafenib", base).isEmpty)
    #expect(try ids("\"Microvascular invasion\" NEAR/3 relapse", base) == ["english:p4"])
  }

  @Test func findsWordsThatAreMisspelt() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    #expect(try ids("tolrated~1", base) == ["english:p3"])
    #expect(try ids("toleratde~1", base) == ["english:p3"])
    #expect(try ids("tlratd~1", base).isEmpty)
    #expect(NearWords.distance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
  }

  @Test func findsByAuthorJournalTitleAndRange() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    #expect(try ids("reference:northern", base).count == 2)
    #expect(try ids("year:2018..2020", base).isSuperset(of: ["english:p2"]))
    #expect(try ids("year:2018..2020 year:2022", base).isDisjoint(with: ["english:p2"]))
    #expect(try ids("hr:0.7..0.8", base) == ["english:p2"])
    #expect(try ids("median>30mo", base) == ["chinese:p2"])
    #expect(try ids("median>3y", base).isEmpty)
  }

  @Test func ranksDocumentsByAllThatTheyHold() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    var options = SearchOptions()
    options.groupsByDocument = true
    let found = try base.search("sorafenib tolerated survival", options: options)
    #expect(found.isGrouped)
    #expect(found.hits.map(\.passage.alias) == ["english", "chinese"])
    #expect(found.total == 2)
  }

  /// A name of the lexicon stands for a concept and for its words; together they are as rare as the commoner of them, not as common as all.
  @Test func aNamedThingKeepsItsRarity() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    var options = SearchOptions()
    options.explains = true
    let hit = try #require(try base.search("recurrence-free", options: options).hits.first)
    let part = try #require(hit.explanation?.parts.first)
    #expect(part.score > 0.5 * part.idf)
  }

  @Test func countsFacetsOfAllThatIsFound() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    var options = SearchOptions()
    options.limit = 1
    options.wantsFacets = true
    let facets = try #require(try base.search("trial:NORTHSTAR", options: options).facets)
    #expect(facets.trials.map(\.name) == ["NORTHSTAR"])
    #expect(facets.endpoints.first { $0.name == "RFS" }?.passages == 2)
    #expect(facets.years.map(\.name) == ["2022"])
  }

  @Test func explainsAScoreByItsParts() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    var options = SearchOptions()
    options.explains = true
    let hit = try #require(try base.search("tolerated patients", options: options).hits.first)
    let explanation = try #require(hit.explanation)
    #expect(explanation.parts.map(\.asked) == ["tolerated", "patients"])
    #expect(abs(explanation.parts.reduce(0) { $0 + $1.score } * explanation.weight - hit.score) < 1e-9)
  }

  @Test func findsWordsInBothLanguagesByOneName() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    let found = try base.search("索拉非尼")
    #expect(Set(found.hits.map(\.passage.alias)) == ["english", "chinese"])
    let english = try #require(found.hits.first { $0.passage.alias == "english" })
    #expect(english.matchedThrough.first?.asked == "索拉非尼")
    #expect(english.matchedThrough.first?.matched.lowercased() == "sorafenib")
    let chinese = try #require(found.hits.first { $0.passage.alias == "chinese" })
    #expect(chinese.matchedThrough.isEmpty)
    let range = try #require(chinese.highlights.first)
    #expect(String(decoding: Array(chinese.passage.text.utf8)[range], as: UTF8.self) == "索拉非尼")
  }

  @Test func answersAConjunctionOfEntitiesByTheIndex() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    #expect(try ids("sorafenib AND trial:NORTHSTAR", base) == ["english:p2", "chinese:p2"])
    #expect(try ids("trial:NCT99990001", base).isSuperset(of: ["english:p2", "chinese:p2"]))
    #expect(try ids("nct:NCT99990001 lang:zh", base) == ["chinese:p2"])
    #expect(try ids("doi:https://doi.org/10.5555/NORTH.1 kind:sentence", base) == ["english:p2", "chinese:p2"])
    #expect(try ids("pmid:11112222 kind:sentence", base) == ["english:p2", "chinese:p2"])
    #expect(try ids("ref:chinese#1 kind:sentence", base) == ["chinese:p2"])
    #expect(try ids("drug:索拉非尼 document:english", base) == ["english:p2", "english:p3"])
    #expect(try ids("section:2.2", base) == ["english:p3"])
    #expect(try ids("sorafenib -tolerated lang:en", base) == ["english:p2"])
  }

  @Test func wantsOneCardForEndpointEstimateAndP() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    #expect(try ids("endpoint:RFS hr<1 p<0.05", base) == ["english:p2"])
    #expect(try ids("endpoint:OS hr<1", base).isEmpty)
    #expect(try ids("hr>1 p<0.05", base).isEmpty)
    #expect(try ids("endpoint:OS hr>1 p>=0.05", base) == ["english:p2"])
    #expect(try ids("months>30 endpoint:RFS", base) == ["chinese:p2"])
    #expect(try ids("n>500", base) == ["english:p5"])
    #expect(try ids("year<=2019 kind:sentence lang:en", base) == ["english:p2"])
  }

  @Test func expandsThroughDefinitionsOfTheDocuments() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    let found = try base.search("微血管侵犯")
    #expect(Set(found.hits.map { "\($0.passage.alias):\($0.passage.id)" }) == ["chinese:p3", "english:p4"])
  }

  @Test func fallsBackToAnyWordAndSaysSo() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    let all = try base.search("sorafenib tolerated")
    #expect(!all.isAnyWord && all.total == 1)
    let any = try base.search("tolerated zebrafish")
    #expect(any.isAnyWord && any.hits.map(\.passage.id) == ["p3"])
    #expect(try base.search("zebrafish").total == 0)
  }

  @Test func findsPhrasesPrefixesAndStems() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    #expect(try ids("\"most patients\"", base) == ["english:p3"])
    #expect(try ids("\"patients most\"", base).isEmpty)
    #expect(try ids("micro*", base) == ["english:p4", "chinese:p3"])
    #expect(try ids("predicting", base) == ["english:p4"])
    #expect(try ids("\"无复发生存期\"", base) == ["chinese:p2"])
  }

  @Test func narrowsToClaimsOnDemand() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    var options = SearchOptions()
    options.kinds = ["claim"]
    #expect(try base.search("sorafenib", options: options).total == 0)
    options.kinds = ["reference"]
    #expect(try base.search("northern", options: options).total == 2)
  }

  @Test func writesHitsAsTheContractSays() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    let hit = try #require(try base.search("endpoint:RFS hr<1").json["hits"]?.arrayValue?.first?.objectValue)
    let keys = hit.members.map(\.key).filter { !["alias", "kind", "span", "matchedThrough"].contains($0) }
    #expect(keys == ["document", "section", "passage", "text", "highlights", "score", "trials", "references", "results"])
    #expect(hit["trials"] == .strings(["NORTHSTAR"]))
    #expect(hit["references"]?.arrayValue?.first?["doi"]?.stringValue == "10.5555/north.1")
  }

  @Test func forgetsWhatWasRemoved() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open(.readWrite)
    try base.remove(document: "english")
    #expect(try Set(base.search("索拉非尼").hits.map(\.passage.alias)) == ["chinese"])
  }
}

extension SearchTests {
  @Test func aShortFormStandsForALongOneOnlyWhereItTells() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var first = HandMade("first.txt", title: "One")
    let defined = first.add("Patients had palmar tingling (P) or plantar cramps (PC).", section: "1")
    first.extract(abbreviation: "P", english: "palmar tingling", chinese: nil, in: defined)
    first.extract(abbreviation: "PC", english: "plantar cramps", chinese: nil, in: defined)
    first.add("The P of the test and the PC of the soldier.", section: "2")
    try bench.write(first)
    for (number, name) in ["second", "third"].enumerated() {
      var other = HandMade("\(name).txt", title: "Other \(number)")
      let passage = other.add("Pulmonary congestion (PC) was seen by reader \(number).", section: "1")
      other.extract(abbreviation: "PC", english: "pulmonary congestion", chinese: nil, in: passage)
      try bench.write(other)
    }
    try bench.ingest()
    let base = try bench.open()
    #expect(try ids("palmar tingling", base) == ["first:p2"])
    #expect(try ids("plantar cramps", base) == ["first:p2"])
    #expect(try ids("pulmonary congestion", base) == ["first:p2", "first:p3", "second:p2", "third:p2"])
  }
}

extension HandMade {
  mutating func extract(abbreviation short: String, english: String?, chinese: String?, in passage: Int) {
    define(
      AbbreviationDefinition(
        short: short, longEnglish: english, longChinese: chinese, span: span(short, in: passage), passage: passage))
  }
}
