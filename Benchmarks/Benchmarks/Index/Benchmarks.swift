import Benchmark
import InvertedIndex
import TextAnalysis

/// Kernels and queries of the inverted index on a hundred thousand made-up sentences. Queries are checked first: skipping
/// what cannot be among the best must find what looking at everything finds.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuUser, .throughput], timeUnits: .microseconds, maxDuration: .seconds(2))
  let sentences = MadeSentences(count: 100_000)
  indexing(sentences)
  do {
    let index = try sentences.snapshot()
    kernels(index)
    try queries(index)
  } catch {
    fatalError("the made-up sentences cannot be indexed: \(error)")
  }
}

private func indexing(_ sentences: MadeSentences) {
  let some = Array(sentences.texts.prefix(1000))
  Benchmark("tokenise 1,000 sentences") { _ in
    for text in some { blackHole(IndexTerms(of: LexedText(text))) }
  }
  Benchmark("build a segment of 100,000 sentences") { _ in blackHole(try sentences.builder().finish()) }
}

private func term(_ rank: Int) -> Query { .term(field: MadeSentences.field, Array(MadeSentences.word(rank).utf8)) }

private func kernels(_ index: IndexSnapshot) {
  let (frequent, rare) = (term(5), term(400))
  Benchmark("step through the postings of a frequent term") { _ in blackHole(try index.externalIDs(matching: frequent)) }
  Benchmark("intersect two frequent terms") { _ in blackHole(try index.count(.and([frequent, term(9)]))) }
  Benchmark("intersect a frequent and a rare term") { _ in blackHole(try index.count(.and([frequent, rare]))) }
  Benchmark("top ten of one term") { _ in blackHole(try index.top(frequent, limit: 10)) }
}

private func queries(_ index: IndexSnapshot) throws {
  let words = (0..<5).map { Array(MadeSentences.word(20 + 37 * $0).utf8) }
  let terms = words.map { Query.term(field: MadeSentences.field, $0) }
  let classes: [(name: String, query: Query)] = [
    ("and of two", .and(Array(terms.prefix(2)))), ("or of two", .or(Array(terms.prefix(2)))), ("or of five", .or(terms)),
    ("phrase of two", .phrase(field: MadeSentences.field, Array(words.prefix(2)))),
    ("phrase of three", .phrase(field: MadeSentences.field, [words[0], words[2], words[1]])),
    ("prefix", .prefix(field: MadeSentences.field, Array("ba".utf8))),
    ("term in a range", .and([terms[0], .numericRange(column: MadeSentences.column, .init(100...109))])),
  ]
  for (name, query) in classes {
    let (some, all) = (try index.top(query, limit: 10), try index.search(query, limit: 100_000).hits.prefix(10))
    precondition(some == Array(all), "the ten best of “\(name)” are not those of all")
    Benchmark("ten best: \(name)") { benchmark in
      for _ in benchmark.scaledIterations { blackHole(try index.top(query, limit: 10)) }
    }
  }
}
