import Literature

/// The columns of Retraction Watch's table, as Crossref publishes it.
struct RetractionWatchTable {
  private let columns: [String: Int]

  /// Throws where the heading is of some other table.
  init(heading: CSVReader.Row) throws(RetractionFile.Unreadable) {
    var columns: [String: Int] = [:]
    for (index, name) in heading.fields.enumerated() { columns[Self.folded(name)] = index }
    self.columns = columns
    let missing = ["RetractionNature", "OriginalPaperDOI"].filter { columns[Self.folded($0)] == nil }
    guard missing.isEmpty else {
      throw RetractionFile.Unreadable(
        line: heading.line,
        reason: "The heading has no column \(missing.joined(separator: " and no ")): this is not the table of Retraction Watch. "
          + "Import the CSV that Crossref publishes (columns Record ID, Title, …), or JSON of Crossref's works.")
    }
  }

  /// The notice of a row, or why it is none.
  func notice(_ row: CSVReader.Row) -> (notice: RetractionNotice?, reason: String) {
    guard row.fields.count > (columns.values.max() ?? 0) else {
      return (nil, "it has \(row.fields.count) fields, not \((columns.values.max() ?? 0) + 1)")
    }
    let printed = value("RetractionNature", row) ?? ""
    guard let nature = RetractionNotice.Nature(printed: printed) else { return (nil, "its nature is “\(printed)”") }
    var notice = RetractionNotice(nature: nature)
    notice.doi = value("OriginalPaperDOI", row).flatMap { DOI($0)?.value }
    notice.pmid = value("OriginalPaperPubMedID", row).flatMap(Self.pmid)
    notice.title = value("Title", row)
    notice.year = value("OriginalPaperDate", row).flatMap { PartialDate(american: $0)?.year }
    notice.author = value("Author", row).flatMap(Self.firstFamily)
    notice.date = value("RetractionDate", row).flatMap { PartialDate(american: $0) }
    notice.reasons = Self.reasons(value("Reason", row) ?? "")
    notice.noticeDOI = value("RetractionDOI", row).flatMap { DOI($0)?.value }
    notice.noticePMID = value("RetractionPubMedID", row).flatMap(Self.pmid)
    guard notice.doi != nil || notice.pmid != nil || notice.title.flatMap(RetractionNotice.key) != nil else {
      return (nil, "it has neither DOI nor PubMed number nor a title")
    }
    return (notice, "")
  }

  private func value(_ name: String, _ row: CSVReader.Row) -> String? {
    guard let column = columns[Self.folded(name)], row.fields.indices.contains(column) else { return nil }
    let text = row.fields[column].trimmingBlanks
    return text.isEmpty || text.lowercased() == "unavailable" ? nil : text
  }

  private static func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter } }

  /// 0 stands for none.
  private static func pmid(_ text: String) -> String? { text.allSatisfy { $0 == "0" } ? nil : PMID(text)?.value }

  /// `+Concerns about Data;+Duplication of Image;`
  static func reasons(_ text: String) -> [String] {
    text.split(separator: ";").map { String($0.drop { $0 == "+" || $0 == " " }).trimmingBlanks }.filter { !$0.isEmpty }
  }

  /// The last word of the first of "Jane Q Doe;John Roe".
  static func firstFamily(_ authors: String) -> String? {
    authors.split(separator: ";").first?.split(separator: " ").last.map(String.init)
  }
}

extension RetractionFile {
  mutating func readRetractionWatch(_ bytes: [UInt8], progress: (Int, Int) -> Void) throws(Unreadable) {
    var reader = CSVReader(bytes)
    do {
      guard let heading = try reader.next() else { throw Unreadable(reason: "The file is empty.") }
      let table = try RetractionWatchTable(heading: heading)
      while let row = try reader.next() {
        let (notice, reason) = table.notice(row)
        if let notice { notices.append(notice) } else { leftOut.append(LeftOut(line: row.line, reason: reason)) }
        if notices.count.isMultiple(of: 1000) { progress(reader.position, reader.count) }
      }
    } catch let error as Unreadable {
      throw error
    } catch let error as CSVReader.OpenQuotation {
      throw Unreadable(
        line: error.line, reason: "A quotation mark is opened here and never closed. Download the file again: it seems cut.")
    } catch {
      throw Unreadable(reason: "\(error)")
    }
  }
}

extension RetractionNotice.Nature {
  /// As Retraction Watch and Crossref write it: `Retraction`, `Expression of concern`, `partial_retraction`.
  init?(printed: String) {
    let text = printed.lowercased().filter { $0.isLetter }
    if text.contains("concern") {
      self = .concern
    } else if text.contains("reinstate") {
      self = .reinstatement
    } else if text.contains("retract") || text == "removal" || text == "withdrawal" {
      self = .retraction
    } else if ["correction", "corrigendum", "erratum", "addendum", "clarification"].contains(text) {
      self = .correction
    } else {
      return nil
    }
  }
}

extension PartialDate {
  /// `5/14/2021 0:00`, `2021-05-14`, `2021`; nil for anything else.
  init?(american text: String) {
    let day = text.split(separator: " ").first ?? ""
    let parts = day.split { $0 == "/" || $0 == "-" }.map { Int($0) }
    let numbers = parts.compactMap { $0 }
    guard !numbers.isEmpty, numbers.count == parts.count, numbers.count <= 3 else { return nil }
    let isYearFirst = numbers[0] > 31
    let ordered = isYearFirst || numbers.count < 3 ? numbers : [numbers[2], numbers[0], numbers[1]]
    guard (1500...2200).contains(ordered[0]) else { return nil }
    let month = ordered.count > 1 && (1...12).contains(ordered[1]) ? ordered[1] : nil
    let date = ordered.count > 2 && (1...31).contains(ordered[2]) ? ordered[2] : nil
    self.init(year: ordered[0], month: month, day: month == nil ? nil : date)
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
