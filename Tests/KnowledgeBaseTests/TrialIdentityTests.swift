import Literature
import Testing

@testable import KnowledgeBase

/// Joining only what a commit touches gives what joining all trials anew gives.
struct TrialIdentityTests {
  /// Small pools, so that documents share names, numbers and publications, and contradict one another.
  private struct Maker {
    var random: Randomness
    static let names = ["STAR-1", "Star1", "MOON", "SUN", "Li-Q-2020", "COMET"]
    static let papers = ["10.5555/a", "10.5555/b", "10.5555/c"]

    mutating func document(_ number: Int) -> HandMade {
      let isReport = random.next(3) == 0
      var made = HandMade(
        "d\(number).txt", title: "Paper \(number) on a matter of its own", doi: isReport ? pick(Self.papers) : nil, year: 2020)
      let passage = made.add("A sentence of paper \(number).")
      let references = Self.papers.indices.map { index in
        // Some lines of lists know the DOI, others the number, and some both: works are joined late.
        let knowledge = random.next(3)
        return made.addReference(
          "\(index + 1)", "Printed title \(index) of the paper that is cited", doi: knowledge == 1 ? nil : Self.papers[index],
          pmid: knowledge == 0 ? nil : "70\(index)")
      }
      for _ in 0...random.next(2) {
        let name = pick(Self.names)
        let isKnown = { (made: HandMade) in made.finished.trials.contains { $0.id == name } }
        if isKnown(made) { continue }
        let registry =
          random.next(2) == 0 ? [] : [RegistryIdentifier(scheme: "ClinicalTrials.gov", id: "NCT0000000\(random.next(3))")]
        made.addTrial(
          name, registry: registry, in: [passage], references: random.next(2) == 0 ? [] : [references[random.next(3)]])
      }
      if isReport { made.change { for index in $0.trials.indices { $0.trials[index].isOwn = true } } }
      return made
    }

    private mutating func pick(_ pool: [String]) -> String { pool[random.next(pool.count)] }
  }

  /// A multiplicative congruential generator (Lehmer, with Park and Miller's numbers).
  private struct Randomness {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 48_271 % 2_147_483_647
      return Int(state >> 3) % bound
    }
  }

  private static func identities(_ db: Database) throws -> [String] {
    try db.rows(
      """
      SELECT trial_identity.name, trial_identity.registry, group_concat(trial.key) FROM trial_identity
      LEFT JOIN (SELECT key, identity FROM trial ORDER BY key) AS trial ON trial.identity = trial_identity.key
      GROUP BY trial_identity.key ORDER BY trial_identity.folded, trial_identity.key
      """
    ).map { "\($0[0] as String) \($0[1] as String) \($0[2] as String? ?? "none")" }
  }

  private struct RolledBack: Error {}

  /// What stands in the catalogue, and what joining all trials anew would put there.
  private func compare(_ base: KnowledgeBase) throws -> (found: [String], anew: [String]) {
    var (found, anew): ([String], [String]) = ([], [])
    #expect(throws: KnowledgeBaseError.self) {
      try base.catalogue.write { db in
        found = try Self.identities(db)
        try db.run("UPDATE trial SET identity = NULL")
        try db.run("DELETE FROM trial_identity")
        try CatalogueWriter(db: db).relinkTrials()
        anew = try Self.identities(db)
        throw RolledBack()
      }
    }
    return (found, anew)
  }

  @Test(arguments: [3, 14, 159, 2653]) func areThoseOfAllTrialsAnew(_ seed: UInt64) throws {
    let bench = try Bench()
    defer { bench.remove() }
    var maker = Maker(random: Randomness(state: seed))
    var joined = 0
    for number in 0..<10 {
      try bench.write(maker.document(number))
      try bench.ingest()
      let base = try bench.open(.readWrite)
      if number > 3, maker.random.next(3) == 0 { try base.remove(document: "d\(number - 1 - maker.random.next(3))") }
      let (found, anew) = try compare(base)
      #expect(found == anew, "seed \(seed), document \(number)")
      #expect(!found.contains { $0.hasSuffix(" none") })
      joined += found.count { $0.contains(",") }
      try base.close()
    }
    #expect(joined > 0)
  }
}
