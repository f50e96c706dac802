import Literature

/// Parts a single row of headers whose neighbours differ in one part alone into two: "Combination, median (months) | Radiotherapy, median
/// (months)" is "median (months)" over "Combination" and "Radiotherapy", 甲组中位时间 | 乙组中位时间 is 中位时间 over 甲组 and 乙组.
enum HeaderParts {
  private struct Pair {
    var common: String
    var own: [String]
  }

  /// The outer and the inner level, the outer empty where a column stands alone; nil where no neighbours differ so. O(columns).
  static func factored(_ labels: [String], from stubCount: Int) -> [[String]]? {
    var (outer, inner) = ([String](repeating: "", count: labels.count), labels)
    var column = stubCount
    while column + 1 < labels.count {
      guard let pair = pair(labels[column], labels[column + 1]) else {
        column += 1
        continue
      }
      (outer[column], inner[column]) = (pair.common, pair.own[0])
      var next = column + 1
      (outer[next], inner[next]) = (pair.common, pair.own[1])
      while next + 1 < labels.count, let further = self.pair(labels[column], labels[next + 1]), further.common == pair.common,
        further.own[0] == pair.own[0]
      {
        next += 1
        (outer[next], inner[next]) = (further.common, further.own[1])
      }
      column = next + 1
    }
    return outer.contains { !$0.isEmpty } ? [outer, inner] : nil
  }

  /// What two headers have in common and what each has for itself, where that names a group: letters, and no statistic and no time.
  private static func pair(_ left: String, _ right: String) -> Pair? {
    guard left != right, let pair = byCommas(left, right) ?? byGroup(left, right) else { return nil }
    let areNames = pair.own.allSatisfy { name in
      let label = LabelReading(name)
      return label.rest.hasLetter && label.statistic == nil && label.time == nil && label.knownUnit == nil
    }
    return areNames && pair.common.hasLetter ? pair : nil
  }

  private static func byCommas(_ left: String, _ right: String) -> Pair? {
    let (one, two) = (parts(left), parts(right))
    guard one.count == two.count, one.count >= 2 else { return nil }
    let unlike = one.indices.filter { one[$0] != two[$0] }
    guard unlike.count == 1, let place = unlike.first else { return nil }
    let common = one.indices.filter { $0 != place }.map { one[$0] }.joined(separator: ", ")
    return Pair(common: common, own: [one[place], two[place]])
  }

  /// The parts between commas outside brackets.
  private static func parts(_ label: String) -> [String] {
    var (parts, depth) = ([""], 0)
    for character in label {
      switch character {
      case "(", "[", "（": depth += 1
      case ")", "]", "）": depth -= 1
      case ",", "，", ";", "；":
        if depth == 0 {
          parts.append("")
          continue
        }
      default: break
      }
      parts[parts.count - 1].append(character)
    }
    return parts.map { $0.split(separator: " ").joined(separator: " ") }
  }

  /// What stands behind 组 in both.
  private static func byGroup(_ left: String, _ right: String) -> Pair? {
    guard let one = left.firstRange(of: "组"), let two = right.firstRange(of: "组") else { return nil }
    let common = left[one.upperBound...].drop { $0 == " " }
    guard !common.isEmpty, common == right[two.upperBound...].drop(while: { $0 == " " }), common.first?.isLetter == true else {
      return nil
    }
    return Pair(common: String(common), own: [String(left[..<one.upperBound]), String(right[..<two.upperBound])])
  }
}
