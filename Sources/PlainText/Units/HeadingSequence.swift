/// The numbers of the headings so far: what makes `5. …` a heading and `2. …` in the middle of a section a list item.
struct HeadingSequence {
  private struct Rung {
    var scheme: HeadingNumber.Scheme
    var depth: Int
    var last: Int
  }
  private var rungs: [Rung] = []
  private var arabicPath: [Int] = []

  /// The level at which the number continues the sequence, from 1; nil if it does not.
  func level(of number: HeadingNumber) -> Int? {
    let depth = number.path.count
    guard let last = number.path.last else { return nil }
    if let place = place(of: number) {
      let isNext = last > rungs[place].last && last <= rungs[place].last + 2 && prefixFits(number)
      if isNext { return place + 1 }
      // A new parent was printed without a heading of its own, or its heading was missed.
      return depth > 1 && last <= 2 && number.path[0] >= (arabicPath.first ?? 0) && number.path.dropLast() > arabicPath.dropLast()
        ? place + 1 : nil
    }
    guard last <= 1 || depth > 1 && last <= 2 else { return nil }
    if depth > 1 { return number.path[0] >= (arabicPath.first ?? 0) ? rungs.count { $0.depth < depth } + 1 : nil }
    return rungs.count + 1
  }

  private func place(of number: HeadingNumber) -> Int? {
    rungs.firstIndex { $0.scheme == number.scheme && $0.depth == number.path.count }
  }

  private func prefixFits(_ number: HeadingNumber) -> Bool {
    number.path.count < 2 || Array(number.path.dropLast()) == Array(arabicPath.prefix(number.path.count - 1))
  }

  mutating func accept(_ number: HeadingNumber) {
    guard let last = number.path.last else { return }
    if let place = place(of: number) {
      rungs.removeSubrange((place + 1)...)
      rungs[place].last = last
    } else {
      rungs.removeAll { $0.scheme == .arabic && number.scheme == .arabic && $0.depth > number.path.count }
      rungs.append(Rung(scheme: number.scheme, depth: number.path.count, last: last))
    }
    if number.scheme == .arabic { arabicPath = number.path }
  }

  /// Numbers start again under a heading without one.
  mutating func reset() {
    rungs = []
    arabicPath = []
  }
}

private func > (left: ArraySlice<Int>, right: ArraySlice<Int>) -> Bool { right.lexicographicallyPrecedes(left) }
