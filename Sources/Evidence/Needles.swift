/// Pieces of text looked up in one pass over the bytes; ASCII capitals count as small letters, and pieces may stand within words.
struct Needles: Sendable {
  /// By the first byte.
  private let byFirst: [[[UInt8]]]
  private let isFirst: [Bool]

  /// In lower case.
  init(_ needles: [String]) {
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    for needle in needles {
      if let first = needle.utf8.first { byFirst[Int(first)].append(Array(needle.utf8)) }
    }
    self.byFirst = byFirst
    isFirst = byFirst.map { !$0.isEmpty }
  }

  /// Whether any of them stands in a text. O(bytes).
  func stand(in text: some Collection<UInt8>) -> Bool {
    text.withContiguousStorageIfAvailable { stand(in: $0) } ?? Array(text).withUnsafeBufferPointer { stand(in: $0) }
  }

  private func stand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isFirst.withUnsafeBufferPointer { isFirst in
      for index in bytes.indices where isFirst[Int(Self.folded(bytes[index]))] {
        for needle in byFirst[Int(Self.folded(bytes[index]))] where Self.stands(needle, in: bytes, at: index) { return true }
      }
      return false
    }
  }

  private static func stands(_ needle: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + needle.count <= bytes.count else { return false }
    for offset in 1..<max(1, needle.count) where folded(bytes[index + offset]) != needle[offset] { return false }
    return true
  }

  @inline(__always) private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

/// What the name of a section tells of what stands in it.
struct SectionRoles: Sendable {
  private static let methods = Needles(["method", "statistic", "design", "introduction", "background", "方法", "统计", "引言", "前言"])
  private static let plans = Needles(["method", "statistic", "design", "randomi", "sample size", "方法", "统计"])
  private static let backgrounds = Needles(["introduction", "background", "引言", "前言", "背景"])
  private static let results = Needles(["result", "finding", "conclusion", "outcome", "efficacy", "结果", "结论"])

  /// Tells how the study was made, or what was known before.
  let isMethods: Bool
  /// Tells how the study was made.
  let isPlan: Bool
  /// Tells what was known before.
  let isBackground: Bool
  /// Tells what was found.
  let isResults: Bool

  /// `isAbstract` for a part of an abstract, whose heading may say more.
  init(_ section: String, isAbstract: Bool = false) {
    isMethods = Self.methods.stand(in: section.utf8)
    isPlan = Self.plans.stand(in: section.utf8)
    isBackground = Self.backgrounds.stand(in: section.utf8)
    let isOpenAbstract = (isAbstract || section == "abstract") && !isPlan && !isBackground
    isResults = isOpenAbstract || Self.results.stand(in: section.utf8)
  }
}
