/// One entry of a reference list while its lines are gathered.
struct EntryDraft {
  var label: String?
  /// Label and bullet excluded.
  var ranges: [Range<Int>]
}
