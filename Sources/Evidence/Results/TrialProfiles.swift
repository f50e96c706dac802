import Literature
import TextAnalysis

/// What the document tells of each trial that its numbers need: arms, primary endpoint, analysis.
struct TrialProfiles {
  /// By index into `TrialFindings.trials`.
  var arms: [Int: TrialArms]
  /// The comparison of the document's title or abstract.
  var documentArms: TrialArms?
  /// From tables.
  var primaryEndpoint: [Int: String] = [:]
  /// From notes of tables.
  var dataCut: [Int: String] = [:]
  /// Whether the document reports one study of its own rather than many.
  var isReport: Bool

  /// The document's own comparison, for figures of a report that name no trial.
  func arms(ofPassageWithoutTrial trial: Int?) -> TrialArms? { trial == nil && !isReport ? nil : documentArms }
}

extension TrialProfiles {
  /// Learns primary endpoints from columns of that name, and analyses from the notes of tables.
  mutating func learnFromTables(_ readings: [SentenceReading], input: EvidenceInput, binder: TrialBinder) {
    for reading in readings where input.passages[reading.passage].kind == .note {
      learnDataCut(from: reading, binder: binder)
    }
    for reading in readings {
      guard let place = input.passages[reading.passage].tableRow, input.article.tables.indices.contains(place.table) else {
        continue
      }
      let named = Set(binder.mentions(in: reading.passage).map(\.trial))
      guard named.count == 1, let trial = named.first, primaryEndpoint[trial] == nil else { continue }
      primaryEndpoint[trial] = Self.primaryEndpoint(inRow: place, of: input.article.tables[place.table])
    }
  }

  /// A note says of one trial which analysis the table shows; what it says first counts.
  private mutating func learnDataCut(from reading: SentenceReading, binder: TrialBinder) {
    let trials = Set(binder.mentions(in: reading.passage).map(\.trial))
    let mentions = DataCutReader.mentions(in: reading.text.utf8)
    guard trials.count == 1, let trial = trials.first, dataCut[trial] == nil, let first = mentions.first else { return }
    // "In an updated analysis the HR was 0.68" tells of figures that the table has not; what is told of another analysis does not matter.
    let end = mentions.first { $0.cut != first.cut }?.range.lowerBound ?? reading.text.utf8.count
    let givesEstimate = reading.text.indices.contains { index in
      reading.text.tags[index].contains(.estimateName) && reading.text.tokens[index].start < end
    }
    guard !givesEstimate else { return }
    dataCut[trial] = first.cut
  }

  private static func primaryEndpoint(inRow place: Passage.TableRow, of table: Table) -> String? {
    let headers = table.cells.filter { $0.row == 0 && ColumnRole(header: $0.flow.string) == .primaryEndpoint }
    guard let column = headers.first?.column, let cell = table.cells.first(where: { $0.row == place.row && $0.column == column })
    else {
      return nil
    }
    return SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []).endpoints.first?.name
  }
}
