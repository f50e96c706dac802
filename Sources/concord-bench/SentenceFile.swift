import Foundation
import Literature

/// The sentences of a JSON Lines file, decoded: the texts in one buffer. Passages are numbered from 1, in the order of the lines.
struct SentenceFile: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends in `bytes`.
  private(set) var ends: [Int] = []
  private(set) var numbers: [Double] = []

  struct Malformed: Error, CustomStringConvertible {
    var description: String
  }

  /// Reads `{"text": …, "num": …}` a line, at most `limit` lines.
  init(path: String, limit: Int?) throws {
    let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var line = 0
    for slice in data.split(separator: 0x0A) {
      line += 1
      if let limit, line > limit { return }
      let value = try JSONValue(parsing: Array(slice))
      guard let text = value["text"]?.stringValue else {
        throw Malformed(description: "\(path), line \(line): there is no \"text\". Make the file as Benchmarks/README.md says.")
      }
      bytes += text.utf8
      ends.append(bytes.count)
      numbers.append(value["num"]?.doubleValue ?? .nan)
    }
  }

  var count: Int { ends.count }

  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
}
