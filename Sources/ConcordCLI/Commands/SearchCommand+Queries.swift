import KnowledgeBase
import Literature

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `search --queries FILE`: many queries in one process, one JSON line each.
struct QueryBatch {
  let repeats: Int
  let options: SearchOptions

  /// Runs each query and prints its line at once. Returns whether every query was understood.
  func run(_ queries: [String], on base: KnowledgeBase) throws -> Bool {
    var isUnderstood = true
    for query in queries where !query.allSatisfy(\.isWhitespace) {
      do { Console.write(try line(query, base).compact + "\n") } catch let error as KnowledgeBaseError
        where error.code == .badRequest
      {
        Console.error("\(error)")
        isUnderstood = false
      }
    }
    return isUnderstood
  }

  private func line(_ query: String, _ base: KnowledgeBase) throws -> JSONValue {
    var times: [Int] = []
    var response = try timed(&times) { try base.search(query, options: options) }
    for _ in 1..<max(1, repeats) { response = try timed(&times) { try base.search(query, options: options) } }
    var object = JSONObject()
    object.append("query", query)
    object.append(
      "hits",
      .array(
        response.hits.map { hit in
          var object = JSONObject()
          object.append("passage", "\(hit.passage.document):\(hit.passage.id)")
          object.append("score", .number(PassageHit.rounded(hit.score)))
          return .object(object)
        }))
    object.append("total", response.total)
    object.append("microseconds", times.sorted()[times.count / 2])
    return .object(object)
  }

  private func timed<Value>(_ times: inout [Int], _ body: () throws -> Value) throws -> Value {
    var (start, end) = (timespec(), timespec())
    clock_gettime(CLOCK_MONOTONIC, &start)
    let value = try body()
    clock_gettime(CLOCK_MONOTONIC, &end)
    times.append((end.tv_sec - start.tv_sec) * 1_000_000 + (end.tv_nsec - start.tv_nsec) / 1000)
    return value
  }
}
