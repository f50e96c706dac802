import Literature

/// A figure as it is printed, with what tells it apart from others of the same digits.
struct PlacedFigure: Hashable, Sendable {
  /// The digits as they stand, without sign and mark, and how many of them stand behind the mark.
  struct Key: Hashable, Sendable {
    var digits: [UInt8]
    var decimals: Int

    /// Leading zeros tell nothing.
    var significant: Int { digits.drop { $0 == 0x30 }.count }

    var text: String {
      let whole = digits.dropLast(decimals)
      let fraction = String(decoding: digits.suffix(decimals), as: UTF8.self)
      return String(decoding: whole, as: UTF8.self) + (decimals > 0 ? "." + fraction : "")
    }

    /// Whether `text` stands before another's in the order of their bytes.
    func precedes(_ other: Key) -> Bool {
      let (mine, theirs) = (length, other.length)
      for place in 0..<min(mine, theirs) {
        let (own, rival) = (byte(at: place), other.byte(at: place))
        if own != rival { return own < rival }
      }
      return mine < theirs
    }

    /// Bytes of `text`.
    private var length: Int { decimals > 0 ? digits.count + 1 : digits.count }

    private func byte(at place: Int) -> UInt8 {
      let mark = max(0, digits.count - decimals)
      guard decimals > 0, place >= mark else { return digits[place] }
      return place == mark ? 0x2E : digits[place - 1]
    }

    /// This number with two of its digits exchanged, each such number once.
    var transpositions: Set<Key> {
      var others: Set<Key> = []
      for first in digits.indices {
        for second in digits.indices where second > first && digits[first] != digits[second] {
          var swapped = digits
          swapped.swapAt(first, second)
          // `08.1` and `014` are not written.
          guard swapped.count - decimals == 1 || swapped[0] != 0x30 else { continue }
          others.insert(Key(digits: swapped, decimals: decimals))
        }
      }
      return others
    }

    /// Whether the digits in which two numbers of one length differ stand side by side.
    func isNeighbourly(_ other: Key) -> Bool {
      let unlike = zip(digits, other.digits).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
      return unlike.count == 2 && unlike[1] == unlike[0] + 1
    }
  }

  enum Unit: Hashable, Sendable { case percent, hour, day, week, month, year, people, p }
  /// What a figure is of another: a standard deviation, a limit of an interval, a count with its percentage behind it.
  enum Role: Hashable, Sendable { case value, spread, low, high, count, p }

  var passage: Int
  /// Bytes of the passage's flow.
  var range: Range<Int>
  var key: Key
  var unit: Unit?
  var role = Role.value
  /// Whether it stands in brackets.
  var isBracketed = false
  /// Index into `Extract.trials`, where the text binds it to one.
  var trial: Int?
  /// Reckoned from others rather than printed: 66 of 118 is 55.9%.
  var isDerived = false

  /// Where the exchange moves a zero to the front the two numbers are ten times apart; small ones of that kind abound (0.50, 0.05).
  func hasAsManyDigits(as other: PlacedFigure) -> Bool { key.significant == other.key.significant }

  /// Few other figures have the same digits by chance.
  var isDistinctive: Bool {
    key.significant >= 2 && (key.decimals > 0 || unit == .percent || key.significant >= 3)
  }

  /// In what way the two differ as they are printed; nil where one may be the other with more or fewer decimals.
  func difference(from other: PlacedFigure) -> PrintedDifference? {
    difference(from: other, PrintedNumber(key.text), PrintedNumber(other.key.text))
  }

  /// - Parameter one: the figure as a number, and the other one; nil where its digits are none.
  func difference(from other: PlacedFigure, _ one: PrintedNumber?, _ rival: PrintedNumber?) -> PrintedDifference? {
    guard let one, let rival else { return nil }
    let difference = PrintedDifference(one, rival)
    // 730 people and 7.3 months are two things.
    if difference == .decimalSlipped, isCountBeside(other) || other.isCountBeside(self) { return nil }
    return key.decimals == other.key.decimals || difference == .decimalSlipped ? difference : nil
  }

  private func isCountBeside(_ other: PlacedFigure) -> Bool {
    guard key.decimals == 0, other.key.decimals > 0, other.unit != nil else { return false }
    // The digits alone, 71 for 7.1, are a mark that was lost.
    return unit == .people || unit == nil && key.text.filter(\.isNumber) != other.key.text.filter(\.isNumber)
  }
}

/// What figures are told apart by before their digits are looked at.
protocol FigureTraits {
  var role: PlacedFigure.Role { get }
  var unit: PlacedFigure.Unit? { get }
  var decimals: Int { get }
  var significant: Int { get }
}

extension FigureTraits {
  /// Whether the two have one unit, or one of them none.
  func hasUnit(of other: Self) -> Bool { unit == other.unit || unit == nil || other.unit == nil }

  func mayBeOfOneKind(as other: Self) -> Bool { role == other.role && hasUnit(of: other) }

  /// How many people a trial has, by the look of it.
  var isSize: Bool { unit == .people && decimals == 0 && significant >= 3 }
}

extension PlacedFigure: FigureTraits {
  var decimals: Int { key.decimals }
  var significant: Int { key.significant }
}
