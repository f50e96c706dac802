import Literature

/// What a style's reader made of a reference string.
struct ReadReference {
  var item: BibliographicItem
  var style: String
  /// Some text found no field; it is kept as a note.
  var hasUnreadText = false
}
