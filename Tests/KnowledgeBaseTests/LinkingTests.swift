import Literature
import Testing

@testable import KnowledgeBase

struct LinkingTests {
  private func member(_ key: Int64, _ name: String, _ registry: [String] = [], works: Set<Int64> = []) -> TrialClusters.Member {
    .init(
      key: key, name: name, folded: Folding.name(name),
      registry: registry.map { RegistryIdentifier(scheme: "ClinicalTrials.gov", id: $0) },
      works: works)
  }

  private func groups(_ members: [TrialClusters.Member]) -> [[Int64]] {
    TrialClusters.groups(of: members).map { $0.map { members[$0].key } }
  }

  @Test func joinsTrialsByNameAndByRegistryNumber() {
    #expect(groups([member(1, "STAR-1"), member(2, "Star1")]) == [[1, 2]])
    #expect(groups([member(1, "STAR", ["NCT1"]), member(2, "Li-2020", ["NCT1"])]) == [[1, 2]])
    #expect(groups([member(1, "STAR"), member(2, "STAR", ["NCT1"])]) == [[1, 2]])
  }

  @Test func neverJoinsTwoRegistryNumbers() {
    #expect(groups([member(1, "STAR", ["NCT1"]), member(2, "STAR", ["NCT2"])]) == [[1], [2]])
    #expect(groups([member(1, "STAR", ["NCT1"]), member(2, "STAR", ["NCT2"]), member(3, "STAR")]) == [[1], [2], [3]])
    #expect(groups([member(1, "A", ["NCT1"]), member(2, "B", ["NCT1", "NCT2"]), member(3, "C", ["NCT2"])]) == [[1, 2], [3]])
  }

  @Test func joinsStudiesOfAuthorAndYearOnlyByTheirPublication() {
    #expect(groups([member(1, "Wang-K-2024"), member(2, "Wang-K-2024")]) == [[1], [2]])
    #expect(groups([member(1, "Wang-K-2024", works: [7]), member(2, "Wang-K-2024", works: [7])]) == [[1, 2]])
    #expect(groups([member(1, "Wang-K-2024", works: [7]), member(2, "Wang-K-2024", works: [8])]) == [[1], [2]])
  }

  @Test func sharesOneWorkBetweenDocuments() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var first = HandMade("first.txt", title: "First review of the field")
    first.addReference("1", "A trial of early treatment in adults", doi: "10.5555/a", year: 2018)
    first.addReference("2", "Another trial, of late treatment", pmid: "777", year: 2019)
    try bench.write(first)
    var second = HandMade("second.txt", title: "Second review of the field")
    second.addReference("1", "A trial of early treatment in adults", year: 2018)
    second.addReference("2", "Late treatment: a title that was typed anew", doi: "10.5555/b", pmid: "777", year: 2019)
    second.addReference("3", "A trial of early treatment in adults", doi: "10.5555/other", year: 2018)
    try bench.write(second)
    try bench.ingest()
    let base = try bench.open()
    let works = try base.works()
    #expect(works.compactMap(\.doi).sorted() == ["10.5555/a", "10.5555/b", "10.5555/other"])
    let early = try #require(works.first { $0.doi == "10.5555/a" })
    #expect(try base.references(to: early).map { "\($0.alias)#\($0.label)" } == ["first#1", "second#1"])
    let late = try #require(works.first { $0.doi == "10.5555/b" })
    #expect(try base.references(to: late).count == 2)
  }

  @Test func undoesAJoinWhenTheDocumentThatMadeItGoes() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(review("first", doi: "10.5555/a"))
    try bench.write(review("second", citing: "What its printed title has little of", pmid: "777"))
    try bench.write(review("third", doi: "10.5555/a", pmid: "777"))
    try bench.ingest()
    let base = try bench.open(.readWrite)
    let joined = try #require(try base.works().first { $0.doi == "10.5555/a" })
    #expect(joined.pmid == "777")
    #expect(try base.references(to: joined).count == 3)
    guard case .work(let view) = try base.show("10.5555/a") else {
      Issue.record("the DOI shows no work")
      return
    }
    #expect(view.citedBy.map(\.joinedBy) == [["same DOI"], ["same PMID"], ["same DOI"]])
    try base.remove(document: "third")
    let works = try base.works().filter { $0.doi != nil || $0.pmid != nil }
    #expect(works.map(\.doi) == ["10.5555/a", nil])
    #expect(works.map(\.pmid) == [nil, "777"])
  }

  @Test func dropsWorksThatNobodyCites() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(IngestTests.review())
    try bench.ingest()
    let base = try bench.open(.readWrite)
    #expect(try base.works().contains { $0.doi == "10.5555/north.1" })
    try base.remove(document: "review")
    #expect(try base.works().isEmpty && base.trials().isEmpty)
  }
}

extension LinkingTests {
  @Test func aNameDoesNotJoinTrialsOfOtherDrugsInOtherDiseases() {
    func member(_ key: Int64, _ drug: String, _ disease: String) -> TrialClusters.Member {
      .init(
        key: key, name: "SUMMIT", folded: "summit", registry: [], works: [], drugs: ["drug:\(drug)"],
        diseases: ["disease:\(disease)"])
    }
    let groups = { (members: [TrialClusters.Member]) in TrialClusters.groups(of: members).map { $0.map { members[$0].key } } }
    #expect(groups([member(1, "a", "x"), member(2, "b", "y")]) == [[1], [2]])
    #expect(groups([member(1, "a", "x"), member(2, "a", "y")]) == [[1, 2]])
    #expect(groups([member(1, "a", "x"), member(2, "b", "x")]) == [[1, 2]])
  }

  @Test func anAcronymMeetsTheReportThatIsCitedForIt() {
    func member(
      _ key: Int64, _ name: String, _ registry: [String] = [], works: Set<Int64> = [], document: Int64, ownWork: Int64? = nil
    ) -> TrialClusters.Member {
      .init(
        key: key, name: name, folded: Folding.name(name),
        registry: registry.map { RegistryIdentifier(scheme: "ClinicalTrials.gov", id: $0) }, works: works, document: document,
        ownWork: ownWork)
    }
    let groups = { (members: [TrialClusters.Member]) in TrialClusters.groups(of: members).map { $0.map { members[$0].key } } }
    let report = member(1, "NCT00000001", ["NCT00000001"], document: 10, ownWork: 7)
    let named = member(2, "STAR", works: [7], document: 11)
    #expect(groups([report, named]) == [[1, 2]])
    #expect(groups([report, member(2, "Li-Q-2020", works: [7], document: 11)]) == [[1, 2]])
    #expect(groups([report, member(2, "STAR", ["NCT00000002"], works: [7], document: 11)]) == [[1], [2]])
    // Two names on one paper are two trials, in one document or in two.
    #expect(groups([report, named, member(3, "MOON", works: [7], document: 11)]) == [[1], [2], [3]])
    #expect(groups([report, named, member(3, "MOON", works: [7], document: 12)]) == [[1, 2], [3]])
    #expect(groups([member(1, "SUN", document: 10, ownWork: 7), named]) == [[1], [2]])
  }
}

extension LinkingTests {
  @Test func keepsApartWhatSomebodySaysIsAnotherWork() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(review("first", doi: "10.5555/a"))
    try bench.write(review("second", doi: "10.5555/a"))
    try bench.ingest()
    let base = try bench.open(.readWrite)
    let works = { try base.works().filter { $0.doi == "10.5555/a" } }
    #expect(try works().count == 1 && base.referencesKeptApart().isEmpty)
    try base.keepApart("second#1")
    #expect(try works().count == 2)
    #expect(try base.referencesKeptApart().map { "\($0.alias)#\($0.label)" } == ["second#1"])
    guard case .reference(_, let view) = try base.show("second#1") else {
      Issue.record("the reference is not shown")
      return
    }
    #expect(view.citedBy.map(\.isKeptApart) == [true])
    // It holds for a document that goes and comes back.
    try base.remove(document: "second")
    #expect(try works().count == 1)
    try base.close()
    try bench.ingest()
    let again = try bench.open(.readWrite)
    #expect(try again.works().filter { $0.doi == "10.5555/a" }.count == 2)
    try again.keepApart("second#1", isApart: false)
    #expect(try again.works().filter { $0.doi == "10.5555/a" }.count == 1)
    #expect(throws: KnowledgeBaseError.self) { try again.keepApart("second#9") }
    #expect(throws: KnowledgeBaseError.self) { try again.keepApart("second") }
  }
}

/// A review of 2018's early trial, cited by these identifiers.
private func review(
  _ name: String, citing title: String = "A trial of early treatment in adults", doi: String? = nil, pmid: String? = nil
) -> HandMade {
  var review = HandMade("\(name).txt", title: "\(name.prefix(1).uppercased() + name.dropFirst()) review of the field")
  review.addReference("1", title, doi: doi, pmid: pmid, year: 2018)
  return review
}
