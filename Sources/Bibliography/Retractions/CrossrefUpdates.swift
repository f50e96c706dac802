import Literature

/// Notices in works of Crossref: a notice names the works that it is of under `update-to`, a work its notices under `updated-by`.
struct CrossrefUpdates {
  private let item: BibliographicItem
  private let work: JSONValue

  init(_ work: JSONValue) {
    self.work = work
    var item = BibliographicItem()
    item.doi = work["DOI"]?.stringValue.flatMap { DOI($0)?.value }
    item.title = work["title"]?.stringValue ?? work["title"]?.arrayValue?.first?.stringValue
    self.item = item
  }

  var notices: [RetractionNotice] {
    let updates = (work["update-to"]?.arrayValue ?? []).compactMap { update in notice(update) { $0.noticeDOI = item.doi } }
    let updated = (work["updated-by"]?.arrayValue ?? []).compactMap { update in
      notice(update) { notice in
        notice.noticeDOI = notice.doi
        (notice.doi, notice.title) = (item.doi, item.title)
        notice.year = Self.date(work["issued"] ?? work["published"])?.year
        notice.author = work["author"]?.arrayValue?.first?["family"]?.stringValue
      }
    }
    return updates + updated
  }

  private func notice(_ update: JSONValue, _ complete: (inout RetractionNotice) -> Void) -> RetractionNotice? {
    let printed = update["type"]?.stringValue ?? update["label"]?.stringValue ?? ""
    guard let nature = RetractionNotice.Nature(printed: printed) else { return nil }
    var notice = RetractionNotice(nature: nature, source: .crossref)
    notice.doi = update["DOI"]?.stringValue.flatMap { DOI($0)?.value }
    notice.date = Self.date(update["updated"])
    complete(&notice)
    return notice.doi == nil ? nil : notice
  }

  private static func date(_ value: JSONValue?) -> PartialDate? {
    let parts = value?["date-parts"]?.arrayValue?.first?.arrayValue?.compactMap(\.intValue) ?? []
    guard let year = parts.first else { return nil }
    return PartialDate(year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }
}

extension RetractionFile {
  /// One answer of the works interface, a list of works, one work, or one a line.
  mutating func readCrossref(_ bytes: [UInt8], progress: (Int, Int) -> Void) throws(Unreadable) {
    var works: [JSONValue] = []
    do {
      works = Self.works(of: try JSONValue(parsing: bytes))
    } catch {
      works = try Self.works(ofLines: bytes, progress: progress, whole: error)
    }
    for (index, work) in works.enumerated() {
      let found = CrossrefUpdates(work).notices
      if found.isEmpty {
        leftOut.append(LeftOut(line: index + 1, reason: "it names no work that it updates, and no update of it"))
      }
      notices += found
    }
    guard !works.isEmpty, works.contains(where: { $0["DOI"] != nil }) else {
      throw Unreadable(
        reason:
          "This JSON holds no works of Crossref. Import an answer of its works interface, such as one to filter=update-type:retraction."
      )
    }
  }

  private static func works(of value: JSONValue) -> [JSONValue] {
    if let list = value.arrayValue { return list }
    if let items = value["message"]?["items"]?.arrayValue ?? value["items"]?.arrayValue { return items }
    return [value["message"] ?? value]
  }

  private static func works(
    ofLines bytes: [UInt8], progress: (Int, Int) -> Void, whole: JSONSyntaxError
  ) throws(Unreadable) -> [JSONValue] {
    var works: [JSONValue] = []
    var done = 0
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      done += line.count + 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do { works += Self.works(of: try JSONValue(parsing: Array(line))) } catch {
        // Where already the first line is no value, the file is one value that is broken, not a list of lines.
        guard !works.isEmpty else { throw Unreadable(line: Self.line(of: whole.byteOffset, in: bytes), reason: whole.reason) }
        throw Unreadable(line: index + 1, reason: error.reason)
      }
      if works.count.isMultiple(of: 1000) { progress(done, bytes.count) }
    }
    return works
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int { 1 + bytes.prefix(offset).count { $0 == 0x0A } }
}
