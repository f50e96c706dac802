/// Mends headers whose spans were set too narrow: "| A | A | | B | B | |" over "n, mean, SD, n, mean, SD, P".
enum HeaderBlocks {
  /// The labels of one level, spread evenly where the level below is one block of labels repeated once for each of them and some column
  /// of those blocks has no label; else as they are.
  static func aligned(_ labels: [String], over lower: [String]) -> [String] {
    guard let first = labels.indices.first(where: { !labels[$0].isEmpty && !lower[$0].isEmpty && labels[$0] != lower[$0] }) else {
      return labels
    }
    var names: [String] = []
    for label in labels[first...] where !label.isEmpty && !names.contains(label) { names.append(label) }
    guard names.count >= 2 else { return labels }
    let width = (lower.count - first) / names.count
    for size in stride(from: width, through: 2, by: -1) {
      let blocks = (0..<names.count).map { Array(lower[first + $0 * size..<first + ($0 + 1) * size]) }
      guard let block = blocks.first, blocks.allSatisfy({ $0 == block }), block.allSatisfy({ !$0.isEmpty }) else { continue }
      let covered = first..<first + names.count * size
      guard covered.contains(where: { labels[$0].isEmpty }) else { return labels }
      var result = labels
      for column in covered { result[column] = names[(column - first) / size] }
      return result
    }
    return labels
  }
}
