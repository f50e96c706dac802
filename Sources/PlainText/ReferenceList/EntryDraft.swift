/// One entry of a reference list while its lines are gathered.
struct EntryDraft {
  var label: String?
  /// Label and bullet excluded.
  var ranges: [Range<Int>]
}

/// A reference list as cut into entries.
struct ListReading {
  var entries: [EntryDraft] = []
  /// Lines among the entries that belong to none: running heads, page numbers, a remark above the list.
  var asides: [Int] = []
  /// The line where the list is over.
  var next: Int
}
