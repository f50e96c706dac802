import Literature

extension ArticleBuilder {
  /// What the role of a closed element asks for.
  mutating func finish(_ frame: Frame) {
    switch frame.role {
    case .none: break
    case .capture(let capture): store(capture, takeValue(frame))
    case .italic, .bold, .superscript, .subscript, .xref, .link, .spaced: finishInline(frame)
    case .formula, .tex, .math: finishMath(frame)
    case .section, .subArticle, .heading, .sectionLabel, .frontTitle: finishSectionPart(frame)
    case .paragraph, .label, .term, .group, .float, .aside: finishBlock(frame)
    case .table, .rowGroup, .row, .cell: finishTablePart(frame)
    case .entry, .entryLabel, .entryBreak: finishEntryPart(frame)
    case .citation, .personGroup, .citationName, .field: finishCitationPart(frame)
    case .contribGroup, .contrib, .contribName, .collab, .pubDate, .keyword: finishFrontPart(frame)
    }
  }
}
