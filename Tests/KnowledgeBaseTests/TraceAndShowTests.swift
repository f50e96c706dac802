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

  @Test func showsATrialWithThePlacesOfItsCells() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var paper = HandMade("paper.txt", title: "The northern trial")
    let counts = paper.add("We assigned 101 patients to drug D and 99 to placebo in phase 3.", section: "methods")
    let found = paper.add("Survival: HR 0.534, with drug D.", section: "results")
    paper.addTrial("NORTHSTAR", in: [counts, found])
    paper.change { extract in
      extract.trials[0].phase = "3"
      extract.trials[0].design = ["randomized"]
      extract.trials[0].isOwn = true
      extract.trials[0].places = [.phase: counts]
    }
    paper.addCard(
      "n", endpoint: "sample", trial: "NORTHSTAR", arms: [("drug D", "101"), ("placebo", "99")], words: "101", in: counts)
    paper.addCard("HR", "0.534", endpoint: "OS", trial: "NORTHSTAR", words: "HR 0.534", in: found)
    try bench.write(paper)
    try bench.ingest()
    let base = try bench.open()
    guard case .trial(let view) = try base.show("NORTHSTAR") else { Issue.record("no trial"); return }
    let phase = try #require(view.facts.first { $0.detail == .phase })
    #expect(phase.values == ["3"] && phase.place?.passage == "p2" && phase.place?.line == 2)
    #expect(view.facts.first { $0.detail == .design }?.place == nil)
    #expect(view.arms.map(\.name) == ["drug D", "placebo"])
    #expect(view.arms.map { $0.sizes.map(\.n) } == [["101"], ["99"]])
    #expect(view.endpoints.map(\.name) == ["sample", "OS"])
    #expect(view.endpoints.map(\.results) == [[0], [1]] && view.cards.last?.line == 3)
    #expect(view.reports.map(\.alias) == ["paper"])
    #expect(view.json["arms"]?.arrayValue?.first?["sizes"]?.arrayValue?.first?["place"]?["line"]?.intValue == 2)
    let trial = try #require(try base.trials().first)
    #expect(trial.hasEvidence && trial.designs == ["randomized"] && trial.documents.first?.isReport == true)
  }

  @Test func aStudyOfAuthorAndYearWithoutDataIsKnownByNameOnly() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var paper = HandMade("paper.txt", title: "A review")
    let passage = paper.add("Fern et al. [1] and NORTHSTAR found little.")
    let reference = paper.addReference("1", "A study of fern extract in adults")
    paper.addTrial("Fern-A-2019", in: [passage], references: [reference])
    paper.addTrial("NORTHSTAR", in: [passage], references: [reference])
    try bench.write(paper)
    try bench.ingest()
    let base = try bench.open()
    #expect(try base.trials().filter(\.hasEvidence).map(\.name) == ["NORTHSTAR"])
  }

  @Test func learnsVolumesOfJournalsFromOtherDocuments() throws {
    let bench = try Bench()
    defer { bench.remove() }
    for (index, volume) in ["12", "12", "13"].enumerated() {
      var paper = HandMade("paper\(index).txt", title: "Paper \(index)")
      let reference = paper.addReference("1", "A study of fern extract number \(index)")
      paper.change { extract in
        extract.references[reference].item.type = "article-journal"
        extract.references[reference].item.containerTitle = "The Nowhere Annals"
        extract.references[reference].item.volume = volume
      }
      try bench.write(paper)
    }
    try bench.ingest()
    let base = try bench.open()
    let all = try base.volumes(ofJournal: "nowhereannals", without: "")
    #expect(all.map(\.volume.volume) == [12, 13] && all.map(\.documents) == [2, 1])
    let first = try #require(try base.documents().first)
    #expect(try base.volumes(ofJournal: "nowhereannals", without: first.id).map(\.documents) == [1, 1])
  }
}
