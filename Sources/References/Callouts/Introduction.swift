/// The order in which a text first calls on its references: by number it is 1, 2, 3, ….
///
/// It tells callouts in parentheses from other numbers there: a text that keeps the order does not call on 33 before it has
/// called on 32.
struct Introduction {
  /// How many numbers, from 1 on, are first called right after the one before them, or after a few that were not seen.
  private(set) var count = 0
  private let skipped: Int

  /// The callouts by place, as found; `skipping` says how many numbers in a row may have been missed.
  init(_ callouts: [Callout], skipping: Int = 0) {
    skipped = skipping
    var next = 1
    for callout in callouts {
      for target in callout.targets where target.reference != nil && continues(target.label, next) {
        count += 1
        next = (Int(target.label) ?? next) + 1
      }
    }
  }

  private func continues(_ label: String, _ next: Int) -> Bool {
    Int(label).map { $0 >= next && $0 <= next + skipped } ?? false
  }

  /// The callouts that do not run ahead of the order, where most of the list keeps it.
  func withoutStrays(_ callouts: [Callout]) -> [Callout] {
    let named = Set(callouts.flatMap { $0.targets.compactMap(\.reference) }).count
    guard count * 5 >= named * (skipped == 0 ? 4 : 3) else { return callouts }
    var next = 1
    return callouts.filter { callout in
      for target in callout.targets where continues(target.label, next) { next = (Int(target.label) ?? next) + 1 }
      return callout.targets.contains { Int($0.label).map { $0 < next } ?? true }
    }
  }
}
