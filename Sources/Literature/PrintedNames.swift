/// The words of a document for what a card names in a normal form: 观察组 of `observation`, "corticosteroid injection" of `corticosteroids`.
///
/// Cards of several documents and languages are compared by their normal forms and shown in the words of their document.
public struct PrintedNames: Hashable, Sendable {
  /// Nil where the normal form is what stands there, or a usual short form such as `OS`.
  public var endpoint: String?
  public var arm: String?
  public var comparator: String?

  public init() {}
}

extension ResultCard {
  /// `result`, or `baseline` for what a table tells of the groups at the start.
  public var recordType: String { details.isTrait ? "baseline" : "result" }
  /// The endpoint as a reader is shown it: a usual short form, else the words of the document.
  public var endpointName: String? { details.names.endpoint ?? endpoint }
  /// The arm in the words of the document.
  public var armName: String? { arm.map { details.names.arm ?? $0 } }
  /// The comparator in the words of the document.
  public var comparatorName: String? { comparator.map { details.names.comparator ?? $0 } }
}

extension ResultCard.ArmValue {
  /// The arm in the words of the document.
  public var armName: String? { arm.map { details.printedArm ?? $0 } }
}
