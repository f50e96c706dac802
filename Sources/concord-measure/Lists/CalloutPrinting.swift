import Literature

/// The text of callouts under each scheme.
struct CalloutPrinting {
  let setting: PageSetting
  let references: [Reference]
  /// `a`, `b` of works that a callout could not tell apart otherwise.
  let suffixes: [Int: String]

  init(setting: PageSetting, references: [Reference]) {
    self.setting = setting
    self.references = references
    var groups: [String: [Int]] = [:]
    for (index, reference) in references.enumerated() {
      guard let names = Self.names(reference.item) else { continue }
      groups["\(names)|\(reference.item.year ?? 0)", default: []].append(index)
    }
    var suffixes: [Int: String] = [:]
    for group in groups.values where group.count > 1 && group.count <= 26 {
      for (place, index) in group.enumerated() { suffixes[index] = String(UnicodeScalar(UInt8(0x61 + place))) }
    }
    self.suffixes = suffixes
  }

  /// Whether a reference can be called by author and year.
  static func isCallable(_ item: BibliographicItem) -> Bool { item.year != nil && names(item) != nil }

  /// "Smith", "Smith & Roe", "Smith et al."; nil without an author.
  static func names(_ item: BibliographicItem) -> String? {
    let names = item.authors.compactMap { name -> String? in
      guard let family = name.family else { return name.literal }
      return [name.particle, family].compactMap { $0 }.joined(separator: " ")
    }
    guard let first = names.first, names.count == item.authors.count, first.utf8.count < 60 else { return nil }
    if item.authorsTruncated || names.count > 2 { return "\(first) et al." }
    return names.count == 2 ? "\(first) & \(names[1])" : first
  }

  /// The callout of references by index, in the document's scheme.
  func text(_ targets: [Int], after: UInt8?) -> String {
    setting.scheme == .numeric ? numeric(targets.map { $0 + 1 }, after: after) : authorYear(targets)
  }

  private func authorYear(_ targets: [Int]) -> String {
    let parts = targets.compactMap { index -> String? in
      let item = references[index].item
      guard let names = Self.names(item), let year = item.year else { return nil }
      return "\(names), \(year)\(suffixes[index] ?? "")"
    }
    return "(\(parts.joined(separator: "; ")))"
  }

  private func numeric(_ numbers: [Int], after: UInt8?) -> String {
    let runs = runs(numbers)
    let blank = after.map { $0 > 0x20 } ?? false
    switch setting.callout {
    case .brackets: return (blank ? " " : "") + "[\(runs.map { range($0, dash: "–") }.joined(separator: ", "))]"
    case .fullWidth: return "［\(runs.map { range($0, dash: "-") }.joined(separator: ","))］"
    case .parentheses: return (blank ? " " : "") + "(\(runs.map { range($0, dash: "-") }.joined(separator: ",")))"
    case .splitRanges:
      return (blank ? " " : "")
        + runs.map { "[\($0.lowerBound)]" + ($0.count > 1 ? "-[\($0.upperBound)]" : "") }.joined(separator: ",")
    case .lostSuperscripts: return runs.map { range($0, dash: "-") }.joined(separator: ",")
    case .superscripts: return runs.map { superscript(range($0, dash: "-")) }.joined(separator: ",")
    }
  }

  /// Neighbours of a run of three or more print as a range.
  private func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { $0.count == 2 ? [$0.lowerBound...$0.lowerBound, $0.upperBound...$0.upperBound] : [$0] }
  }

  private func range(_ run: ClosedRange<Int>, dash: String) -> String {
    run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)\(dash)\(run.upperBound)"
  }

  private func superscript(_ text: String) -> String {
    let digits: [Character: Character] = [
      "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "-": "⁻",
    ]
    return String(text.map { digits[$0] ?? $0 })
  }
}
