extension IndexSnapshot {
  /// Walks every structure of every file and compares every checksum; returns what is wrong, in the order of the segments.
  ///
  /// An empty list means that the files are what was written. Cost: O(bytes), about the time of reading all postings.
  public func verify() -> [IndexError] {
    segments.flatMap { segment in SegmentVerification(segment).problems() }
  }
}

/// Looks for contradictions in one segment.
struct SegmentVerification {
  private let segment: Segment

  init(_ segment: Segment) { self.segment = segment }

  func problems() -> [IndexError] {
    let name = segment.reference.segmentFile
    segment.envelope.file.expectAll()
    let found =
      segment.envelope.damagedSections() + idProblems() + lengthProblems() + columnProblems() + dictionaryProblems()
      + sampleProblems() + textProblems()
    return found.map { .corrupt(name, $0) } + deletionProblems()
  }

  private func idProblems() -> [String] {
    guard segment.passageCount > 1 else { return [] }
    let ids = segment.externalIDs
    let ascend = (1..<segment.passageCount).allSatisfy { ids[$0 - 1] < ids[$0] }
    return ascend == segment.idsAscend ? [] : ["its external ids are not in the order its schema section says"]
  }

  private func lengthProblems() -> [String] {
    segment.schema.fields.indices.compactMap { field in
      guard let codes = segment.lengths[field] else { return nil }
      let passages = (0..<segment.passageCount).count { codes[$0] > 0 }
      let agrees = UInt64(passages) == segment.totals[field].passages
      return agrees ? nil : "the lengths of field \(field) do not agree with their sum"
    }
  }

  private func columnProblems() -> [String] {
    segment.schema.columns.indices.compactMap { number in
      let column: NumericColumn
      do throws(IndexError) { column = try segment.column(number) } catch { return "column \(number) cannot be read" }
      for index in 0..<column.count {
        let isInOrder = index == 0 || column.value(index - 1) <= column.value(index)
        if !isInOrder || Int(column.document(index)) >= segment.passageCount { return "column \(number) is out of order" }
      }
      return nil
    }
  }

  private func sampleProblems() -> [String] {
    let dictionary = segment.dictionary
    guard let samples = dictionary.samples else { return [] }
    let agrees = (0..<samples.count).allSatisfy { number in
      samples[number].elementsEqual(dictionary.firstKey(ofBlock: number * DictionarySamples.step))
    }
    return agrees ? [] : ["its sampled terms are not those of its dictionary"]
  }

  private func textProblems() -> [String] {
    guard let texts = segment.texts else { return [] }
    var count = 0
    do throws(StoredTexts.Damaged) {
      for block in 0..<texts.blockCount { count += try texts.texts(inBlock: block).count }
    } catch { return ["its texts cannot be read"] }
    return count == segment.passageCount ? [] : ["it has \(count) texts for \(segment.passageCount) passages"]
  }

  private func deletionProblems() -> [IndexError] {
    guard let deletions = segment.deletions else { return [] }
    var found = deletions.envelope.damagedSections()
    if deletions.countBits() != deletions.deletedCount { found.append("its bits do not agree with their number") }
    return found.map { .corrupt(deletions.envelope.name, $0) }
  }

  private func dictionaryProblems() -> [String] {
    var cursor = DictionaryCursor(segment.dictionary)
    var last: [UInt8]?
    var count = 0
    var found: [String] = []
    do throws(DamagedDictionary) {
      while try cursor.next() {
        count += 1
        if let last, !last.lexicographicallyPrecedes(cursor.key) { found.append("term \(count) is out of order") }
        last = cursor.key
        if let problem = postingProblem(cursor.entry, field: Int(cursor.key.first ?? 0)) {
          found.append("term \(count): \(problem)")
        }
      }
    } catch {
      found.append(error.what)
    }
    return count == segment.dictionary.termCount ? found : found + ["its dictionary ends after \(count) terms"]
  }

  /// Walks one term's postings and positions.
  private func postingProblem(_ entry: TermEntry, field: Int) -> String? {
    let memory = QueryMemory()
    defer { withExtendedLifetime(memory) {} }
    var cursor = PostingCursor(entry, file: segment.base, passageCount: segment.passageCount, memory: memory)
    var positions = PlainBuffer<UInt32>(capacity: 64)
    var count = 0
    var last: UInt32?
    while cursor.document != PostingCursor.end {
      if let last, last >= cursor.document { return "its passages are out of order" }
      last = cursor.document
      if isUnderstated(&cursor, field) { return "its score bound is too low" }
      if segment.schema.fields[field].hasPositions {
        cursor.readPositions(into: &positions)
        if !zip(positions.values, positions.values.dropFirst()).allSatisfy({ $0 < $1 }) {
          return "its positions are out of order"
        }
      }
      count += 1
      cursor.advance()
    }
    if cursor.isDamaged { return "its postings cannot be read" }
    return count == entry.documentCount ? nil : "it has \(count) passages where the dictionary says \(entry.documentCount)"
  }

  private func isUnderstated(_ cursor: inout PostingCursor, _ field: Int) -> Bool {
    let lengths = segment.lengths[field]
    let bound = cursor.bound(from: cursor.document, lengths).0
    var widened = bound
    widened.include(cursor.frequency(), length: lengths?[Int(cursor.document)] ?? 0)
    return widened != bound
  }
}
