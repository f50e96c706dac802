import Checks
import Extraction
import Literature

/// Puts sentences into a document that others wrote, right ones and wrong ones, and counts what the rules say of each.
///
/// What the rules say of the document itself is taken away: only what a sentence adds is judged. A right sentence is a look-alike of its
/// kind, and any warning or error that it adds a false alarm of that rule.
public struct InsertedRun: Sendable {
  private let bytes: [UInt8]
  private let name: String
  private let insertion: DocumentInsertion
  private let original: [Finding]

  /// - Throws: what `Extractor` throws of a document that is none.
  public init(bytes: [UInt8], name: String) throws {
    self.bytes = bytes
    self.name = name
    insertion = DocumentInsertion(bytes)
    original = try Self.findings(bytes, name)
  }

  /// Whether there is a place for a sentence.
  public var hasPlaces: Bool { !insertion.offsets.isEmpty }

  /// The document with the wrong form and with the right form of one sentence of a kind, at a random place.
  public func score(_ kind: PlantedSentence.Kind, using generator: inout SeededGenerator) throws -> ScoreBoard {
    var board = ScoreBoard()
    guard let offset = insertion.offsets.randomElement(using: &generator) else { return board }
    let sentence = kind.sentence(using: &generator)
    let wrong = try added(sentence.wrong, at: offset)
    let said = wrong.map(\.code).sorted().joined(separator: " ")
    board.plant(
      sentence.codes[0], found: wrong.contains { sentence.codes.contains($0.code) },
      "\(name): “\(sentence.wrong)”; new: \(said.isEmpty ? "nothing" : said)")
    board.countLookAlike(sentence.codes[0])
    for finding in try added(sentence.right, at: offset) where finding.severity != .info {
      board.falseAlarm(finding.code, "\(name): “\(sentence.right)”: \(finding.message)")
    }
    return board
  }

  private func added(_ sentence: String, at offset: Int) throws -> [Finding] {
    PlantedRun.added(try Self.findings(insertion.inserting(sentence, at: offset), name), to: original)
  }

  private static func findings(_ bytes: [UInt8], _ name: String) throws -> [Finding] {
    Checker.check(extract: try Extractor.extract(bytes: bytes, path: name)).findings
  }
}
