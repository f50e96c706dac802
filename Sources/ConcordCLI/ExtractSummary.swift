import Literature
import TextAnalysis

/// What `concord extract` shows to people: the counts, the trials, the cards, and what was odd.
struct ExtractSummary {
  var extract: Extract

  var text: String {
    var lines = [Console.style(.bold, extract.article.front.titles.first?.text ?? extract.stem)]
    lines.append(Console.style(.dim, "\(extract.path)  \(extract.documentID)  \(extract.article.format.rawValue)"))
    lines.append(counts)
    if !extract.trials.isEmpty { lines += ["", trials] }
    if !extract.results.isEmpty { lines += ["", results] }
    lines += extract.diagnostics.map { "\($0.severity.rawValue): \($0.message) [\($0.code)]" }
    return lines.joined(separator: "\n") + "\n"
  }

  private var counts: String {
    let pairs = [
      ("sections", extract.article.sections.count - 1), ("passages", extract.passages.count),
      ("references", extract.references.count),
      ("citations", extract.citations.count), ("trials", extract.trials.count), ("results", extract.results.count),
      ("claims", extract.claims.count),
    ]
    return pairs.map { "\($1) \($0)" }.joined(separator: ", ")
  }

  private var trials: String {
    var table = TextTable(header: ["trial", "registry", "phase", "n", "references"])
    for trial in extract.trials {
      let references = trial.references.map { "[\(extract.references[$0].label)]" }.joined(separator: " ")
      table.add([
        trial.id, trial.registry.map(\.id).joined(separator: " "), trial.phase ?? "", trial.sampleSize.map(String.init) ?? "",
        references,
      ])
    }
    return table.text(width: Console.tableWidth)
  }

  private var results: String {
    var table = TextTable(header: ["trial", "endpoint", "measure", "value", "P", "arms", "cut", "place"])
    for card in extract.results {
      let position = extract.article.text.position(at: card.span.start)
      table.add([
        card.trial ?? "", card.endpointName ?? "", card.measure, CardText.value(card), card.p?.display ?? "",
        CardText.arms(card, asPrinted: true),
        card.moment ?? "",
        "\(extract.passages[card.passage].section):\(position.line)",
      ])
    }
    return table.text(width: Console.tableWidth)
  }
}

/// Result cards in a few words.
enum CardText {
  /// `0.94 (0.78–1.13)`, `33.3 vs 33.7 month`, `1114`.
  static func value(_ card: ResultCard) -> String {
    var text =
      card.armValues.isEmpty
      ? card.value?.display ?? ""
      : values(card) {
        $0.value.display
      } unreached: {
        $0.printed
      }
    if let unit = card.unit, !text.isEmpty { text += unit == "%" ? "%" : " \(unit)" }
    if let low = card.low, let high = card.high { text += " (\(low.printed)–\(high.printed))" }
    return text
  }

  /// What to print of each arm, in printed order, those that were not reached among them.
  private static func values(
    _ card: ResultCard, of arm: (ResultCard.ArmValue) -> String?, unreached: (UnreachedArm) -> String?
  ) -> String {
    card.details.unreached.sorted { $0.place < $1.place }.reduce(into: card.armValues.map(arm)) { texts, other in
      texts.insert(unreached(other), at: min(other.place, texts.count))
    }.compactMap { $0 }.joined(separator: " vs ")
  }

  /// By their normal names, which cards of several documents share; `asPrinted` in the words of the document.
  static func arms(_ card: ResultCard, asPrinted: Bool = false) -> String {
    if !card.armValues.isEmpty {
      return values(card) {
        asPrinted ? $0.armName : $0.arm
      } unreached: {
        $0.arm
      }
    }
    let pair = asPrinted ? [card.armName, card.comparatorName] : [card.arm, card.comparator]
    return pair.compactMap { $0 }.joined(separator: " vs ")
  }
}

extension CardText {
  /// One line: trial, endpoint, measure, value, P, arms, cut.
  static func line(_ card: ResultCard, asPrinted: Bool = false) -> String {
    let p = card.p.map { "P \($0.relation == .equal ? "= " : "")\($0.display)" } ?? ""
    let arms = arms(card, asPrinted: asPrinted)
    return [
      card.trial ?? "", (asPrinted ? card.endpointName : card.endpoint) ?? "", card.measure, value(card), p,
      arms.isEmpty ? "" : "(\(arms))",
      card.moment.map { "[\($0)]" } ?? "",
    ]
    .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
