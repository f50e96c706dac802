import Literature
import TextAnalysis

/// Statements of a short document that all entries of its ledger deny that they may be of.
struct LedgerStatements: Sendable {
  let denied: [DeniedTelling]

  static func shared(in context: CheckContext) -> LedgerStatements { context.once(Self.self) { LedgerStatements(context) } }

  private let context: CheckContext
  private let ledger: Ledger
  private let labels: GroupLabels
  private static let mostTokens = 90

  /// O(pieces · entries).
  private init(_ context: CheckContext) {
    self.context = context
    ledger = Ledger.shared(in: context)
    labels = GroupLabels.shared(in: context)
    var found: [DeniedTelling] = []
    if context.bearsRemarks, !ledger.entries.isEmpty {
      let reader = LedgerReader(context: context, ledger: ledger, labels: labels)
      let own = Set(StatementPlace.own(in: context))
      for passage in StatementPlace.telling(in: context) where !StatementPlace.opensAbstract(passage, in: context) {
        let text = context.lexed[passage]
        guard text.count < Self.mostTokens, !VerdictStatement.tellsPlans(text) else { continue }
        found += reader.denied(passage, isOwn: own.contains(passage))
      }
    }
    denied = found
  }
}
