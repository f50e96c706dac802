/// The callouts among the numbers that are glued to words: those that call on the list in its order.
///
/// A text first calls on 1, 2, 3, …; what it has called on it may call on again. Among all ways to take some of the candidates for
/// callouts and leave the others, the one that introduces most of the list, with the fewest numbers passed over, is found by dynamic
/// programming over the largest number called so far. O(candidates × numbers of the list).
struct OrderedCallouts {
  /// By place.
  private(set) var callouts: [Callout] = []
  /// How many numbers are first called in their order.
  private(set) var introduced = 0

  /// How many numbers in a row may go unseen: digits behind an abbreviation of other letters ("COPD1").
  private static let unseen = 4
  private static let mostSteps = 8_000_000
  private static let none = Int32.min / 2

  /// `largest`: the largest number of the list.
  init(_ candidates: [Callout], largest: Int) {
    let numbers = candidates.map { Set($0.targets.compactMap { Int($0.label) }).sorted() }
    guard largest > 0, candidates.count <= Self.mostSteps / (largest + 1) else { return }
    let width = largest + 1
    var best = [Int32](repeating: Self.none, count: width)
    best[0] = 0
    // Where the best way to each number came from, for each candidate; -1 where it was left.
    var origins = [Int16](repeating: -1, count: candidates.count * width)
    for (index, candidate) in candidates.enumerated() {
      var next = best
      for reached in 0..<width where best[reached] > Self.none {
        guard let step = Self.step(from: reached, numbers[index], candidate.isDoubtful) else { continue }
        let score = best[reached] + step.score
        if score > next[step.reached] {
          next[step.reached] = score
          origins[index * width + step.reached] = Int16(truncatingIfNeeded: reached)
        }
      }
      best = next
    }
    follow(best, origins, width, candidates, numbers)
  }

  private static func step(from reached: Int, _ numbers: [Int], _ isDoubtful: Bool) -> (reached: Int, score: Int32)? {
    var (last, fresh, passed) = (reached, 0, 0)
    for number in numbers where number > last {
      guard number <= last + 1 + unseen else { return nil }
      passed += number - last - 1
      fresh += 1
      last = number
    }
    // One that does not look like a callout is none unless it is the very next.
    if isDoubtful, fresh == 0 || passed > 0 { return nil }
    return (last, fresh == 0 ? 1 : Int32(min(fresh, 8) * 10 - passed * 3))
  }

  private mutating func follow(
    _ best: [Int32], _ origins: [Int16], _ width: Int, _ candidates: [Callout], _ numbers: [[Int]]
  ) {
    var reached = best.indices.max { best[$0] < best[$1] } ?? 0
    for index in candidates.indices.reversed() {
      let origin = Int(origins[index * width + reached])
      guard origin >= 0 else { continue }
      callouts.append(candidates[index])
      introduced += numbers[index].count { $0 > origin }
      reached = origin
    }
    callouts.reverse()
  }
}
