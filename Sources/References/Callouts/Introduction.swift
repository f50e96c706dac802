/// The order in which a text first calls on its references: by number it is 1, 2, 3, ….
///
/// It tells callouts in parentheses from other numbers there: a text that keeps the order does not call on 33 before it has
/// called on 32.
struct Introduction {
  /// How many numbers, from 1 on, are first called right after the one before them.
  private(set) var count = 0

  /// The callouts by place, as found.
  init(_ callouts: [Callout]) {
    var next = 1
    for callout in callouts {
      for target in callout.targets where target.reference != nil && Int(target.label) == next {
        count += 1
        next += 1
      }
    }
  }

  /// The callouts that do not run ahead of the order, where most of the list keeps it.
  func withoutStrays(_ callouts: [Callout]) -> [Callout] {
    let named = Set(callouts.flatMap { $0.targets.compactMap(\.reference) }).count
    guard count * 5 >= named * 4 else { return callouts }
    var next = 1
    return callouts.filter { callout in
      for target in callout.targets where Int(target.label) == next { next += 1 }
      return callout.targets.contains { Int($0.label).map { $0 < next } ?? true }
    }
  }
}
