import CLibXML2
import Literature

extension SAXParser {
  typealias StatePointer = UnsafeMutablePointer<State>

  static func characters(_ state: StatePointer, _ text: UnsafeBufferPointer<UInt8>) {
    state.pointee.builder.characters(text, inputOffset: start(of: text, state))
  }

  /// Where text begins in the input. libxml2 points into its input where it can, and not yet past the text; else the text is a copy of
  /// what was read last.
  private static func start(of text: UnsafeBufferPointer<UInt8>, _ state: StatePointer) -> Int {
    guard let input = state.pointee.context.pointee.input, let base = input.pointee.base, let end = input.pointee.end,
      let first = text.baseAddress
    else { return 0 }
    if first >= base, first < end { return Int(input.pointee.consumed) + (first - base) }
    return max(0, offset(state) - text.count)
  }

  /// How many bytes of the input the parser has consumed. O(1), since the input is not recoded.
  static func offset(_ state: StatePointer) -> Int {
    guard let input = state.pointee.context.pointee.input, let base = input.pointee.base, let current = input.pointee.cur else {
      return 0
    }
    return Int(input.pointee.consumed) + (current - base)
  }

  static func declare(_ state: StatePointer, _ name: String, type: Int32, content: UnsafeMutablePointer<UInt8>?) {
    if type == XML_INTERNAL_GENERAL_ENTITY.rawValue, let content {
      let text = UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
      state.pointee.entities.declare(name, text: Array(text.prefix(EntityTable.longestText + 1)))
    } else if type == XML_EXTERNAL_GENERAL_PARSED_ENTITY.rawValue {
      state.pointee.entities.declareExternal(name)
    }
  }

  /// Answers a reference with an entity of the predefined kind, whose text libxml2 passes on without looking into it.
  static func entity(_ state: StatePointer, _ name: String) -> UnsafeMutablePointer<xmlEntity>? {
    // libxml2 also asks while it reads a declaration, and would write into the answer.
    guard state.pointee.context.pointee.inSubset == 0 else { return nil }
    switch state.pointee.entities.expansion(of: name) {
    case .text(let text): return answer(state, text, name)
    case .unknown:
      state.pointee.builder.diagnose(
        .warning, "unknown-entity",
        "The entity \(quoted(name)) is not declared in the file and is none of the usual ones; it stays as it stands.")
      return answer(state, keptReference(name), name)
    case .markup:
      state.pointee.builder.diagnose(
        .warning, "entity-with-markup", "The entity \(quoted(name)) holds mark-up and is not expanded; it stays as it stands.")
      return answer(state, keptReference(name), name)
    case .external:
      stop(
        state, "the file refers to the external entity \(quoted(name)), which is never fetched",
        "Put the text of the entity in its place, or remove the reference.")
    case .tooLong:
      stop(
        state,
        "the entity \(quoted(name)) expands to more than \(EntityTable.longestText) bytes or \(EntityTable.deepest) levels",
        "Such entities are not expanded: put their text in place, or remove their declarations.")
    }
    return nil
  }

  private static func quoted(_ name: String) -> String { "&\(name.prefix(40));" }
  private static func keptReference(_ name: String) -> [UInt8] { Array("&\(name.prefix(200));".utf8) }

  private static func answer(_ state: StatePointer, _ text: [UInt8], _ name: String) -> UnsafeMutablePointer<xmlEntity>? {
    state.pointee.expandedBytes += text.count
    guard state.pointee.expandedBytes <= max(1 << 20, 4 * state.pointee.inputCount) else {
      stop(
        state, "entities have grown the text to more than four times the file",
        "Such files are not expanded: put the text of the entities in place, or remove their declarations.")
      return nil
    }
    let buffer = state.pointee.answerText
    for (index, byte) in text.prefix(EntityTable.longestText).enumerated() { buffer[index] = byte }
    buffer[min(text.count, EntityTable.longestText)] = 0
    state.pointee.answer.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
    state.pointee.answer.pointee.type = XML_ENTITY_DECL
    state.pointee.answer.pointee.content = buffer
    state.pointee.answer.pointee.orig = buffer
    state.pointee.answer.pointee.name = UnsafePointer(buffer)
    state.pointee.answer.pointee.length = Int32(text.count)
    return state.pointee.answer
  }

  private static func stop(_ state: StatePointer, _ reason: String, _ remedy: String) {
    if state.pointee.failure == nil {
      state.pointee.failure = Failure(reason: reason, remedy: remedy, inputOffset: offset(state))
    }
    xmlStopParser(state.pointee.context)
  }

  /// Keeps the first error that makes the file not well-formed.
  static func note(_ error: xmlError, _ state: StatePointer) {
    guard error.level == XML_ERR_FATAL, state.pointee.failure == nil else { return }
    var reason = error.message.map { String(cString: $0) } ?? "not well-formed"
    while reason.last == "\n" || reason.last == "." || reason.last == " " { reason.removeLast() }
    state.pointee.failure = Failure(
      reason: "not well-formed XML: \(reason)", remedy: notWellFormed, inputOffset: min(offset(state), state.pointee.inputCount))
  }
}
