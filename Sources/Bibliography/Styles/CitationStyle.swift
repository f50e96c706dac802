import Literature

/// A style of reference lists.
public enum CitationStyle: String, Sendable, CaseIterable {
  /// Vancouver, as the ICMJE recommends it (NLM's Citing Medicine).
  case vancouver
  /// American Medical Association, 11th edition.
  case ama
  /// American Psychological Association, 7th edition.
  case apa
  /// GB/T 7714–2015, numeric.
  case gbt7714 = "gbt7714-2015"
  /// GB/T 7714–2025, numeric: full-width punctuation, names as they are written.
  case gbt7714Of2025 = "gbt7714-2025"
  /// Chicago Manual of Style, 17th edition, author–date.
  case chicago
  /// Harvard, as in Cite Them Right.
  case harvard
  /// Institute of Electrical and Electronics Engineers.
  case ieee
  /// Modern Language Association, 9th edition.
  case mla
  case nature
  /// Elsevier's numbered style with titles.
  case elsevier
  /// Springer's basic style, author–year.
  case springer

  /// A style by its name; `gbt7714` is the edition of 2015.
  public init?(name: String) {
    guard let style = CitationStyle(rawValue: name == "gbt7714" ? "gbt7714-2015" : name) else { return nil }
    self = style
  }

  /// One entry, without its number. What is not known is left out with its punctuation.
  public func entry(for item: BibliographicItem) -> String { pieces(for: item).map(\.text).joined() }

  /// The entry in pieces that tell which field they print.
  public func pieces(for item: BibliographicItem) -> [EntryPiece] { text(of: item)?.pieces ?? [] }

  private func text(of item: BibliographicItem) -> EntryText? {
    switch self {
    case .vancouver: VancouverStyle.entry(item)
    case .ama: AMAStyle.entry(item)
    case .apa: APAStyle.entry(item)
    case .gbt7714: GBT7714Style(edition: .of2015).entry(item)
    case .gbt7714Of2025: GBT7714Style(edition: .of2025).entry(item)
    case .chicago: ChicagoStyle.entry(item)
    case .harvard: HarvardStyle.entry(item)
    case .ieee: IEEEStyle.entry(item)
    case .mla: MLAStyle.entry(item)
    case .nature: NatureStyle.entry(item)
    case .elsevier: ElsevierStyle.entry(item)
    case .springer: SpringerStyle.entry(item)
    }
  }

  /// How an entry is numbered: `1.`, `[1]`; nil for the styles that sort by author and year.
  public func number(_ label: String) -> String? {
    switch self {
    case .vancouver, .ama, .nature: "\(label). "
    case .gbt7714, .gbt7714Of2025, .ieee, .elsevier: "[\(label)] "
    case .apa, .chicago, .harvard, .mla, .springer: nil
    }
  }

  /// The list, one entry a line: numbered by label for the numeric styles, by author and year for the others.
  public func list(_ items: [(label: String, item: BibliographicItem)]) -> String {
    let lines = items.map { (number($0.label) ?? "") + entry(for: $0.item) + "\n" }
    return (number("") == nil ? lines.sorted() : lines).joined()
  }
}
