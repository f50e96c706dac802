import CLibXML2
import Literature

/// Which encoding an XML file is in, and the file in UTF-8.
///
/// Everything after this step sees UTF-8, so byte offsets, lines and columns mean the same for every input.
struct XMLEncoding {
  /// Bytes of the byte order mark.
  var markLength: Int
  /// As libxml2 and iconv know it.
  var name: String

  var isUTF8: Bool { ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name.uppercased()) }

  /// By byte order mark, by the pattern of the first characters, else by the XML declaration; UTF-8 where nothing is said.
  init(of bytes: [UInt8]) {
    let marks: [([UInt8], String)] = [
      ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
      ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]
    if let (mark, name) = marks.first(where: { bytes.starts(with: $0.0) }) {
      (markLength, self.name) = (mark.count, name)
      return
    }
    let patterns: [([UInt8], String)] = [
      ([0x3C, 0, 0x3F, 0], "UTF-16LE"), ([0, 0x3C, 0, 0x3F], "UTF-16BE"), ([0x3C, 0, 0x61, 0], "UTF-16LE"),
      ([0, 0x3C, 0, 0x61], "UTF-16BE"), ([0x3C, 0, 0x21, 0], "UTF-16LE"), ([0, 0x3C, 0, 0x21], "UTF-16BE"),
    ]
    markLength = 0
    name = patterns.first { bytes.starts(with: $0.0) }?.1 ?? Self.declared(in: bytes) ?? "UTF-8"
  }

  /// The value of `encoding` in the XML declaration.
  private static func declared(in bytes: [UInt8]) -> String? {
    guard bytes.starts(with: "<?xml".utf8) else { return nil }
    let head = bytes.prefix(200)
    guard let end = head.firstIndex(of: 0x3E) else { return nil }
    let declaration = String(decoding: head[..<end], as: UTF8.self)
    guard let key = declaration.utf8Range(of: "encoding") else { return nil }
    let rest = declaration.utf8[key.upperBound...].drop { $0 != 0x22 && $0 != 0x27 }
    guard let quote = rest.first else { return nil }
    let value = rest.dropFirst().prefix { $0 != quote }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }

  /// The file in UTF-8 without its byte order mark.
  func decode(_ bytes: [UInt8]) throws(UnreadableDocument) -> [UInt8] {
    if isUTF8 { return markLength == 0 ? bytes : Array(bytes[markLength...]) }
    guard let handler = xmlFindCharEncodingHandler(name) else {
      throw UnreadableDocument(
        "The file says that it is encoded in \(name), which cannot be decoded here. Convert it to UTF-8 and change its XML declaration."
      )
    }
    defer { xmlCharEncCloseFunc(handler) }
    // libxml2 would print what it does not like; the thread's own handler comes back below.
    let (handlerBefore, contextBefore) = (__xmlStructuredError()?.pointee, __xmlStructuredErrorContext()?.pointee)
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(contextBefore, handlerBefore) }
    guard let decoded = decode(bytes, with: handler) else {
      throw UnreadableDocument(
        "The file says that it is encoded in \(name), but its bytes are not. Correct the encoding in its XML declaration or convert the file to UTF-8."
      )
    }
    return decoded
  }

  private func decode(_ bytes: [UInt8], with handler: UnsafeMutablePointer<xmlCharEncodingHandler>) -> [UInt8]? {
    guard let input = xmlBufferCreateSize(bytes.count + 1), let output = xmlBufferCreateSize(bytes.count * 2 + 16) else {
      return nil
    }
    defer {
      xmlBufferFree(input)
      xmlBufferFree(output)
    }
    xmlBufferSetAllocationScheme(output, XML_BUFFER_ALLOC_DOUBLEIT)
    let added = bytes[markLength...].withUnsafeBufferPointer { xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
    guard added == 0 else { return nil }
    while xmlBufferLength(input) > 0 {
      let before = xmlBufferLength(input)
      // A negative result tells of an undecodable byte.
      if xmlCharEncInFunc(handler, output, input) < 0 || xmlBufferLength(input) == before { return nil }
    }
    guard let content = xmlBufferContent(output) else { return nil }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
  }
}

extension String {
  /// The first place of an ASCII string, by bytes.
  func utf8Range(of needle: StaticString) -> Range<String.Index>? {
    let wanted = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: wanted), let end = utf8.index(start, offsetBy: wanted.count, limitedBy: utf8.endIndex) {
        return start..<end
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
