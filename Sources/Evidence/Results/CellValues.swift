import Literature

/// Reads the values of a cell that names its endpoints itself, or stands under a header that names one.
struct CellValues {
  let cell: ResultTable.Cell
  let header: EndpointMention?
  let headerText: String

  func drafts() -> [CardDraft] {
    let own = cell.reading.endpoints.contains { !$0.isWeak }
    return own || header == nil ? DraftReader.drafts(in: cell.reading).filter(isValue) : underHeader()
  }

  private func isValue(_ draft: CardDraft) -> Bool {
    switch draft.kind {
    case .values, .estimate: true
    default: false
    }
  }

  /// The unit may stand in the header alone.
  private func underHeader() -> [CardDraft] {
    guard let header else { return [] }
    var reading = cell.reading
    let unit = HeaderUnit.unit(in: headerText)
    for index in reading.quantities.indices where reading.quantities[index].unit == nil { reading.quantities[index].unit = unit }
    return ValueGrouper.groups(in: reading).prefix(1).compactMap { group in
      let isDefault = header.isTimeToEvent && group.unit?.isTime == true
      guard let measure = HeaderUnit.measure(in: headerText, unit: group.unit) ?? (isDefault ? "median" : nil) else { return nil }
      var draft = CardDraft(kind: .values(group), measure: measure, bytes: group.bytes, unit: group.unit?.name)
      draft.endpoint = header.name
      if group.quantities.count == 1, let only = group.quantities.first {
        draft.value = only.value
        let interval = IntervalFinder(reading: reading).interval(after: only)
        (draft.low, draft.high, draft.level) = (interval?.low, interval?.high, interval?.level)
      }
      return draft
    }
  }
}
