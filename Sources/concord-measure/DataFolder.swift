import Extraction
import Foundation
import Literature

/// The folder of gold data and documents.
struct DataFolder {
  var path: String
  /// Where the marked manuscripts are; no part of the data, and so a path of its own.
  var planted = "Benchmarks/planted"

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url(name))) }

  func json(_ name: String) throws -> JSONValue { try JSONValue(parsing: try bytes(name)) }

  /// The files of a folder whose names end so, by name.
  func files(in folder: String, suffix: [String]) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(folder).path)
      .filter { name in suffix.contains { name.hasSuffix($0) } }.sorted().map { "\(folder)/\($0)" }
  }

  func extract(_ name: String) throws -> Extract { try extract(path: url(name).path) }

  /// A file by its whole path.
  func extract(path: String) throws -> Extract {
    try Extractor.extract(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), path: path)
  }
}

extension JSONValue {
  /// The objects of `items`.
  var items: [JSONValue] { self["items"]?.arrayValue ?? [] }
}

/// The names of one data set.
enum Seed {
  static let folder = "seed"
  static let gold = "seed/gold"
  /// The document that the gold files speak of, by the name they give.
  static func document(of gold: JSONValue, in data: DataFolder) throws -> Extract {
    try data.extract("\(folder)/\(gold["source"]?["file"]?.stringValue ?? "")")
  }
}

/// Folding for comparison of names: case, spaces, hyphens and dots do not matter.
func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
