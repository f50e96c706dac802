/// What the best score within some postings can rest on, in three bytes.
///
/// Among postings of frequency 1 the shortest length; among the others the highest frequency and the shortest length. BM25 grows with
/// the frequency and falls with the length, so the better of the two pairs bounds every score.
struct ScoreBound: Hashable {
  static let byteCount = 3
  /// 255 where there is no posting of frequency 1.
  var shortestSingle: UInt8 = 255
  /// 0 where all frequencies are 1; 255 stands for 255 and more.
  var highestFrequency: UInt8 = 0
  var shortestRepeated: UInt8 = 255

  init() {}

  init(_ bytes: UnsafeRawPointer) {
    shortestSingle = bytes.load(fromByteOffset: 0, as: UInt8.self)
    highestFrequency = bytes.load(fromByteOffset: 1, as: UInt8.self)
    shortestRepeated = bytes.load(fromByteOffset: 2, as: UInt8.self)
  }

  mutating func include(_ frequency: UInt32, length: UInt8) {
    if frequency == 1 {
      shortestSingle = min(shortestSingle, length)
    } else {
      highestFrequency = max(highestFrequency, UInt8(clamping: frequency))
      shortestRepeated = min(shortestRepeated, length)
    }
  }

  mutating func include(_ other: ScoreBound) {
    shortestSingle = min(shortestSingle, other.shortestSingle)
    highestFrequency = max(highestFrequency, other.highestFrequency)
    shortestRepeated = min(shortestRepeated, other.shortestRepeated)
  }

  func append(to bytes: inout PlainBuffer<UInt8>) {
    bytes.append(shortestSingle)
    bytes.append(highestFrequency)
    bytes.append(shortestRepeated)
  }
}
