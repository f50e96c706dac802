import CLibXML2
import Literature

/// Drives libxml2 over one file in memory and hands its events to an `ArticleBuilder`.
///
/// Nothing is loaded or fetched: there is no handler that could load a DTD or an external entity, `XML_PARSE_NONET` is set, and
/// every entity reference is answered from `EntityTable` with plain text of bounded length. libxml2 bounds the depth at 256.
struct SAXParser {
  /// The builder, the parser and the one entity that answers every reference, at fixed addresses for the callbacks.
  struct State {
    var builder: ArticleBuilder
    var context: xmlParserCtxtPtr
    var elements = ElementCache()
    var entities = EntityTable()
    var answer: UnsafeMutablePointer<xmlEntity>
    var answerText: UnsafeMutablePointer<UInt8>
    /// Bytes that entities have added so far.
    var expandedBytes = 0
    var inputCount: Int
    var failure: Failure?
  }

  /// Why reading stopped.
  struct Failure {
    var reason: String
    var remedy: String
    var inputOffset: Int
  }

  private static let initialised: Void = xmlInitParser()
  static let largestInput = Int(Int32.max) - 16

  /// Reads UTF-8 without a byte order mark.
  static func read(_ input: [UInt8]) throws(UnreadableDocument) -> ArticleBuilder {
    _ = initialised
    guard input.count <= largestInput else {
      throw UnreadableDocument("The file is larger than 2 GiB, which no single article is. Split it into one file an article.")
    }
    let result = input.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { read($0) }
    }
    guard let (builder, failure) = result else {
      throw UnreadableDocument("There is not enough memory to read the file. Close other programs or split the file.")
    }
    if let failure { throw UnreadableDocument(message(for: failure, in: input)) }
    return builder
  }

  private static func read(_ bytes: UnsafeBufferPointer<CChar>) -> (ArticleBuilder, Failure?)? {
    guard let context = xmlCreateMemoryParserCtxt(bytes.baseAddress, Int32(bytes.count)) else { return nil }
    defer { xmlFreeParserCtxt(context) }
    let answer = UnsafeMutablePointer<xmlEntity>.allocate(capacity: 1)
    let answerText = UnsafeMutablePointer<UInt8>.allocate(capacity: EntityTable.longestText + 1)
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    defer {
      answer.deallocate()
      answerText.deallocate()
      state.deinitialize(count: 1)
      state.deallocate()
    }
    answer.initialize(to: xmlEntity())
    state.initialize(
      to: State(
        builder: ArticleBuilder(inputCount: bytes.count), context: context, answer: answer, answerText: answerText,
        inputCount: bytes.count))
    context.pointee.sax.pointee = makeHandler()
    context.pointee.userData = UnsafeMutableRawPointer(state)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    xmlParseDocument(context)
    // Entity declarations make libxml2 build a document of its own, which it forgets on some errors.
    if let document = context.pointee.myDoc {
      context.pointee.myDoc = nil
      xmlFreeDoc(document)
    }
    if state.pointee.failure == nil, context.pointee.wellFormed == 0 {
      state.pointee.failure = Failure(reason: "the XML ends early", remedy: notWellFormed, inputOffset: bytes.count)
    }
    return (state.pointee.builder, state.pointee.failure)
  }

  static let notWellFormed =
    "Only well-formed XML is read: get the file again, or repair it (`xmllint --noout FILE` shows all such places)."

  private static func message(for failure: Failure, in input: [UInt8]) -> String {
    let place = InputPositions(input).position(at: failure.inputOffset)
    return "Line \(place.line), column \(place.column): \(failure.reason). \(failure.remedy)"
  }

  private static func makeHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { user, name, _, _, _, _, attributeCount, _, attributes in
      guard let state = SAXParser.state(user), let name else { return }
      let element = state.pointee.elements.element(named: name)
      let values = Attributes(base: attributes, count: Int(attributeCount))
      state.pointee.builder.start(element, values)
    }
    handler.endElementNs = { user, _, _, _ in SAXParser.state(user)?.pointee.builder.end() }
    handler.characters = { user, text, count in
      guard let state = SAXParser.state(user), let text else { return }
      SAXParser.characters(state, UnsafeBufferPointer(start: text, count: Int(count)))
    }
    // The same function, so that libxml2 does not ask itself which white space is which.
    handler.ignorableWhitespace = handler.characters
    handler.getEntity = { user, name in
      guard let state = SAXParser.state(user), let name else { return nil }
      return SAXParser.entity(state, String(cString: name))
    }
    handler.entityDecl = { user, name, type, _, _, content in
      guard let state = SAXParser.state(user), let name else { return }
      SAXParser.declare(state, String(cString: name), type: type, content: content)
    }
    handler.unparsedEntityDecl = { user, name, _, _, _ in
      guard let state = SAXParser.state(user), let name else { return }
      state.pointee.entities.declareExternal(String(cString: name))
    }
    handler.serror = { user, error in
      guard let state = SAXParser.state(user), let error else { return }
      SAXParser.note(error.pointee, state)
    }
    return handler
  }

  static func state(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
    user?.assumingMemoryBound(to: State.self)
  }
}
