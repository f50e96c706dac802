import Literature
import Testing

@testable import KnowledgeBase

struct TraceAndShowTests {
  /// A review that quotes a paper, and the paper.
  static func shelf() throws -> Bench {
    let bench = try Bench()
    var paper = HandMade("paper.txt", title: "The northern trial of early treatment", doi: "10.5555/north.1", year: 2019)
    let found = paper.add("Recurrence-free survival was better (HR 0.534, P=0.004); median 33.3 months.", section: "results")
    paper.add("Response was seen in 35.1% of patients.", section: "results")
    paper.addTrial("NORTHSTAR", in: [found])
    paper.addCard("HR", "0.534", p: "0.004", endpoint: "RFS", trial: "NORTHSTAR", words: "HR 0.534, P=0.004", in: found)
    paper.addCard("median", "33.3", unit: "month", endpoint: "RFS", trial: "NORTHSTAR", words: "33.3 months", in: found)
    try bench.write(paper)
    var review = HandMade("review.txt", title: "A review")
    let quoted = review.add("NORTHSTAR lowered relapse (HR 0.53) [1], with follow-up of 1 year and 77 losses.", section: "2")
    review.add("Response was seen in 35.1% [1].", section: "2")
    let reference = review.addReference("1", "The northern trial of early treatment", doi: "10.5555/north.1", year: 2019)
    review.cite([reference], marker: "[1]", in: quoted)
    review.cite([reference], marker: "[1]", in: 2)
    review.addTrial("NORTHSTAR", in: [quoted], references: [reference])
    review.addCard("HR", "0.53", endpoint: "RFS", trial: "NORTHSTAR", words: "HR 0.53", in: quoted, references: [reference])
    try bench.write(review)
    try bench.ingest()
    return bench
  }

  @Test func readsValuesWithUnitAndMeasure() throws {
    #expect(TracedValue("0.90")?.number.decimals == 2)
    #expect(TracedValue("33.3 months")?.unit == "month")
    #expect(TracedValue("33.3个月")?.unit == "month")
    #expect(TracedValue("35.1%")?.unit == "%")
    #expect(TracedValue("P=0.004")?.measure == "P")
    #expect(TracedValue("P<0.001")?.number.relation == .less)
    #expect(TracedValue("HR 0.72")?.measure == "HR")
    #expect(TracedValue("months") == nil && TracedValue("1 2") == nil && TracedValue("3 apples") == nil && TracedValue("") == nil)
  }

  @Test func tracesAValueThroughRounding() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    let trace = try base.trace("0.53")
    #expect(trace.places.map(\.passage.alias) == ["review", "paper"])
    #expect(trace.places.map(\.match) == [.exact, .rounds])
    #expect(trace.places[1].explanation == "0.534 rounds to 0.53")
    #expect(trace.places[0].card?.card.endpoint == "RFS")
    #expect(trace.places[0].references.map(\.label) == ["1"])
    let source = try #require(trace.places[0].sources.first)
    #expect(source.verdict == .rounded && source.document == "paper")
    #expect(source.card?.card.value?.printed == "0.534")
    #expect(try base.trace("0.534").places.map(\.match) == [.exact, .rounds])
    #expect(try base.trace("0.54").total == 0)
  }

  @Test func tracesUnitsAndMeasures() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    #expect(try base.trace("12 months").places.map(\.explanation) == ["12 month is 1 year"])
    #expect(try base.trace("33.3 months").places.first?.card?.card.measure == "median")
    #expect(try base.trace("P=0.004").places.count == 1)
    #expect(try base.trace("HR 0.004").places.isEmpty)
    let percent = try base.trace("35.1%")
    #expect(percent.total == 2)
    #expect(percent.places.first { $0.passage.alias == "review" }?.sources.first?.verdict == .inText)
    #expect(try base.trace("77").places.first?.sources.first?.verdict == .absent)
    #expect(throws: KnowledgeBaseError.self) { try base.trace("seven") }
  }

  @Test func showsAWorkWithItsCitersAndItsText() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    guard case .work(let view) = try base.show("https://doi.org/10.5555/NORTH.1") else {
      Issue.record("a DOI should show its work")
      return
    }
    #expect(view.document?.alias == "paper")
    #expect(view.citedBy.map(\.reference.alias) == ["review"])
    #expect(view.citedBy[0].passages.count == 2)
    #expect(view.trials.map(\.name) == ["NORTHSTAR"])
    #expect(view.ownResults.count == 2)
  }

  @Test func showsTrialsDocumentsReferencesAndPassages() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    guard case .trial(let trial) = try base.show("northstar") else {
      Issue.record("a trial's name should show the trial")
      return
    }
    #expect(trial.cards.count == 3 && trial.trial.documents.map(\.alias) == ["paper", "review"])
    guard case .document(let document) = try base.show("review") else {
      Issue.record("an alias should show the document")
      return
    }
    #expect(document.references.map(\.citationCount) == [2])
    guard case .reference(let reference, let work) = try base.show("review#1") else {
      Issue.record("ALIAS#9 should show a reference")
      return
    }
    #expect(reference.doi == "10.5555/north.1" && work.document?.alias == "paper")
    guard case .passage(let passage) = try base.show("review:p2") else {
      Issue.record("ALIAS:p12 should show a passage")
      return
    }
    #expect(passage.results.count == 1 && passage.before?.id == "p1" && passage.after?.id == "p3")
  }

  @Test func suggestsWhatIsNearest() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    guard case .notFound(let nearest) = try bench.open().show("NORTHSTAT") else {
      Issue.record("there is no such trial")
      return
    }
    #expect(nearest.first?.key == "NORTHSTAR")
  }

  @Test func findsTheSourceOfACitation() throws {
    let bench = try Self.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    var item = BibliographicItem()
    item.doi = "10.5555/north.1"
    let source = try #require(try base.source(of: item))
    #expect(source.document.alias == "paper" && source.cards.count == 2)
    item.doi = "10.5555/unknown"
    #expect(try base.source(of: item) == nil)
  }
}
