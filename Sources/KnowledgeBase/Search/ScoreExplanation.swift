import InvertedIndex
import Literature

/// The arithmetic of a hit's score: what each thing asked for adds, and the weight of the kind of passage.
public struct ScoreExplanation: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public var asked: String
    public var score: Double
    /// Passages that hold the words themselves, of all; and the idf that follows.
    public var holders: Int
    public var passages: Int
    public var idf: Double
  }
  public var parts: [Part]
  /// 1, or less for entries of reference lists and headings.
  public var weight: Double
  public var score: Double

  public var json: JSONValue {
    var object = JSONObject()
    object.append(
      "parts",
      .array(
        parts.map { part in
          var object = JSONObject()
          object.append("asked", part.asked)
          object.append("score", .number(PassageHit.rounded(part.score)))
          object.append("holders", part.holders)
          object.append("passages", part.passages)
          object.append("idf", .number(PassageHit.rounded(part.idf)))
          return .object(object)
        }))
    object.append("weight", .number(PassageHit.rounded(weight)))
    return .object(object)
  }

  /// One line for each part, and the sum.
  public var lines: [String] {
    let lines = parts.map { part in
      "\(PassageHit.rounded(part.score))  “\(part.asked)”: idf \(PassageHit.rounded(part.idf)) = ln(1 + (\(part.passages) − \(part.holders) + ½) / (\(part.holders) + ½)), BM25 with k1 1.2, b 0.75"
    }
    return lines + ["sum × \(PassageHit.rounded(weight)) for its kind = \(PassageHit.rounded(score))"]
  }
}

extension PassageSearch {
  func explanation(of hit: SearchHit, _ wanted: [Wanted], isQuiet: Bool) throws -> ScoreExplanation {
    let scores = try index.scores(of: wanted.map(\.query), passage: hit.externalID)
    let parts = try zip(wanted, scores).compactMap { thing, score -> ScoreExplanation.Part? in
      guard let score else { return nil }
      let holders = try index.count(thing.query)
      let (passages, idf) = index.idf(documentFrequency: holders)
      return ScoreExplanation.Part(asked: thing.asked, score: score, holders: holders, passages: passages, idf: idf)
    }
    return ScoreExplanation(parts: parts, weight: isQuiet ? Self.quietWeight : 1, score: hit.score)
  }
}
