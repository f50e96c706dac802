import KnowledgeBase
import Literature

/// What is known of the volumes of journals beyond the document that is checked.
public protocol JournalLookup: Sendable {
  /// Volumes of a journal by year, each with how many documents give it.
  func volumes(of journal: String) -> [(volume: JournalVolume, documents: Int)]
}

/// Volumes given as a list, as a test or a program has them: each is told by one document.
public struct ListedJournals: JournalLookup {
  private let byJournal: [String: [JournalVolume]]
  public init(_ volumes: [JournalVolume]) { byJournal = Dictionary(grouping: volumes, by: \.journal) }

  public func volumes(of journal: String) -> [(volume: JournalVolume, documents: Int)] {
    (byJournal[journal] ?? []).map { ($0, 1) }
  }
}

/// What a knowledge base has learned from the reference lists of its other documents.
public struct KnowledgeBaseJournals: JournalLookup {
  private var byJournal: [String: [(volume: JournalVolume, documents: Int)]] = [:]

  /// Looks the journals of a reference list up once each.
  public init(_ knowledgeBase: KnowledgeBase, for extract: Extract) throws(KnowledgeBaseError) {
    for reference in extract.references {
      guard let journal = JournalVolume(reference.item)?.journal, byJournal[journal] == nil else { continue }
      byJournal[journal] = try knowledgeBase.volumes(ofJournal: journal, without: extract.documentID)
    }
  }

  public func volumes(of journal: String) -> [(volume: JournalVolume, documents: Int)] { byJournal[journal] ?? [] }
}

/// Which volumes a journal has in a year, as others cite it.
struct LearnedVolumes {
  /// So many documents must cite the journal in the year or the ones beside it.
  private static let fewest = 4

  let known: [(volume: JournalVolume, documents: Int)]

  /// The volumes that others give for the year and the ones beside it, where the entry's is far from all of them; else nil.
  ///
  /// Far is more than three volumes, more than the volumes of these years span, and more than a fifth: journals of many volumes a year are
  /// never told in full. Of ten or more tellings one in ten may be wrong itself. Cochrane's database counts issues of a year as volumes.
  func expected(for place: JournalVolume) -> ClosedRange<Int>? {
    guard !place.journal.contains("cochrane") else { return nil }
    let near = known.filter { abs($0.volume.year - place.year) <= 1 }
    let told = near.flatMap { Array(repeating: $0.volume.volume, count: $0.documents) }.sorted()
    guard told.count >= Self.fewest else { return nil }
    let trimmed = told.count >= 10 ? told.dropFirst(told.count / 10).dropLast(told.count / 10) : told[...]
    guard let low = trimmed.first, let high = trimmed.last else { return nil }
    let room = max(3, high - low)
    let isLow = place.volume < low - room && 5 * place.volume < 4 * low
    let isHigh = place.volume > high + room && 4 * place.volume > 5 * high
    return isLow || isHigh ? low...high : nil
  }
}
