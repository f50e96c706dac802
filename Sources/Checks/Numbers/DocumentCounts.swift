import Literature
import Statistics
import TextAnalysis

/// Every whole number that a document counts people or events with, and which of them its percentages are of.
///
/// A count with a percentage says within narrow bounds of how many it is a part. Where nothing that the document prints lies within these
/// bounds, one of the two is wrong or is of a group whose size stands nowhere; what its neighbours are of tells which.
struct DocumentCounts: Sendable {
  /// Ascending, each once.
  private let printed: [Int]
  /// The sizes of the whole, of groups, and of whatever two or more percentages are of.
  let sizes: Set<Int>
  /// The sizes of two groups that stand side by side and make a number that is printed too, by either.
  private let partners: [Int: Set<Int>]
  /// By count: the wholes that it is written as a part of, "212 of 600", 212/600.
  private let fractions: [Int: Set<Int>]

  static func shared(in context: CheckContext) -> DocumentCounts { context.once(Self.self) { DocumentCounts(context) } }

  private static let fewest = 20

  /// O(tokens + shares × log counts).
  private init(_ context: CheckContext) {
    var all: Set<Int> = []
    var neighbours: [(Int, Int)] = []
    var fractions: [Int: Set<Int>] = [:]
    var pairs: [SharePair] = []
    var sizes: Set<Int> = []
    for passage in context.extract.passages.indices where context.extract.passages[passage].kind != .reference {
      let text = context.lexed[passage]
      let counts = PrintedCount.all(in: text, ofRecords: true).filter { !$0.mayBeYear(in: text) }
      all.formUnion(counts.map(\.value))
      neighbours += zip(counts, counts.dropFirst()).map { ($0.value, $1.value) }
      let own = Self.fractions(text) + Self.chineseFractions(text)
      neighbours += zip(own, own.dropFirst()).map { ($0.1, $1.1) }
      for (part, whole) in own { fractions[part, default: []].insert(whole) }
      all.formUnion(own.map(\.1))
      pairs += SharePair.all(in: text).filter { $0.percent.decimals > 0 }
      sizes.formUnion(CountedShare.all(in: text).filter(\.figures.agrees).map(\.figures.total))
      if !context.isReview { sizes.formUnion(GroupSizes.shared(in: context).known(in: passage, of: context)) }
    }
    neighbours += context.extract.article.tables.flatMap(Self.columns)
    let printed = all.sorted()
    var fitting: [Int: Set<SharePair>] = [:]
    for pair in pairs {
      for size in Self.sizes(of: pair, in: printed, isExact: true) where size >= Self.fewest {
        fitting[size, default: []].insert(pair)
      }
    }
    sizes.formUnion(fitting.filter { Set($0.value.map(\.count)).count >= 2 }.keys)
    self.printed = printed
    self.fractions = fractions
    // Of two groups that make a printed number one share is proof enough.
    let known = sizes.union(fitting.keys)
    var partners: [Int: Set<Int>] = [:]
    var wholes: Set<Int> = []
    for (one, other) in neighbours where known.contains(one) || known.contains(other) {
      guard min(one, other) >= Self.fewest, all.contains(one + other) else { continue }
      wholes.insert(one + other)
      partners[one, default: []].insert(other)
      partners[other, default: []].insert(one)
    }
    self.partners = partners
    self.wholes = wholes
    self.sizes = sizes.union(wholes).union(partners.keys)
  }

  /// The whole numbers that stand one above the other in a column.
  private static func columns(_ table: Table) -> [(Int, Int)] {
    Dictionary(grouping: table.cells.filter { !$0.isHeader && $0.column > 0 }, by: \.column).values.flatMap { cells in
      let sizes = cells.sorted { $0.row < $1.row }.map { cell -> Int? in
        let text = LexedText(cell.flow.utf8)
        guard let (value, next) = PrintedCount.whole(text, 0), next == text.count else { return nil }
        return value
      }
      return zip(sizes, sizes.dropFirst()).compactMap { one, other in one.flatMap { first in other.map { (first, $0) } } }
    }
  }

  /// `212/600`, "212 of 600", "212 of the 600".
  private static func fractions(_ text: LexedText) -> [(Int, Int)] {
    text.tokens.indices.compactMap { index in
      guard text.isSymbol(index, "/") || text.isWord(index, "of"), let part = thousands(text, index - 2) ?? whole(text, index - 1)
      else { return nil }
      let next = text.isWord(index + 1, "the") ? index + 2 : index + 1
      let grouped = thousands(text, next)
      guard let total = grouped ?? whole(text, next), total >= fewest, part < total,
        !text.isSymbol(grouped == nil ? next + 1 : next + 2, "%")
      else { return nil }
      return (part, total)
    }
  }

  /// 3277 人中 301 人.
  private static func chineseFractions(_ text: LexedText) -> [(Int, Int)] {
    text.tokens.indices.compactMap { index in
      guard text.tokens[index].kind == .han, ["人中", "例中", "名中", "例中有", "人中有"].contains(text.string(index)) else { return nil }
      return whole(text, index + 1).flatMap { part in
        PrintedCount.all(in: text).last { $0.range.upperBound <= text.tokens[index].start }.flatMap { total in
          part < total.value && total.value >= fewest && text.tokens[index].start - total.range.upperBound <= 1
            ? (part, total.value) : nil
        }
      }
    }
  }

  private static func whole(_ text: LexedText, _ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, number.value < 1e7 else { return nil }
    return Int(exactly: number.value)
  }

  /// The two tokens of 1 739; nil where they are two numbers.
  private static func thousands(_ text: LexedText, _ index: Int) -> Int? {
    guard let first = whole(text, index), (1..<1000).contains(first), let rest = text.number(index + 1), rest.decimals == 0,
      rest.printed.utf8.count == 3, text.tokens[index + 1].start - text.tokens[index].end == 1,
      text.utf8[text.tokens[index].end] == 0x20, let value = Int(exactly: rest.value)
    else { return nil }
    return first * 1000 + value
  }

  func holds(_ count: Int) -> Bool {
    let place = printed.partitionPoint { $0 >= count }
    return place < printed.count && printed[place] == count
  }

  /// Whether anything that the document prints may be what a share is of.
  func explain(_ pair: SharePair) -> Bool { !Self.sizes(of: pair, in: printed, isExact: false).isEmpty }

  /// Whether a share may be of those of a group whom a printed number leaves: 3 (8.6%) of the 35 of 62 who are not the 27.
  func explainsAsRest(_ pair: SharePair) -> Bool {
    sizes.contains { size in
      Self.sizes(of: pair, in: printed.filter { $0 < size }.map { size - $0 }.sorted(), isExact: true).isEmpty == false
    }
  }

  /// The printed numbers of which a count is this percentage. O(log counts).
  private static func sizes(of pair: SharePair, in printed: [Int], isExact: Bool) -> ArraySlice<Int> {
    let unit = (isExact ? 1.0001 : 2.0001) * RoundingInterval.halfUnit(decimals: pair.percent.decimals)
    guard pair.percent.value > unit, pair.count > 0 else { return printed[...] }
    let low = max(Double(pair.count), 100 * Double(pair.count) / (pair.percent.value + unit))
    let high = 100 * Double(pair.count) / (pair.percent.value - unit)
    let (first, end) = (printed.partitionPoint { Double($0) >= low }, printed.partitionPoint { Double($0) > high })
    return printed[first..<max(first, end)]
  }

  /// The sizes of the wholes that two groups make.
  let wholes: Set<Int>

  /// The sizes of groups that stand beside a group of this size.
  func partners(of size: Int) -> Set<Int> { partners[size] ?? [] }

  /// What a count is written as a part of elsewhere.
  func wholes(of count: Int) -> Set<Int> { fractions[count] ?? [] }
}
