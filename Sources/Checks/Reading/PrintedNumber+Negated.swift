import Literature

extension PrintedNumber {
  /// The number with the minus that a text prints before it in a token of its own.
  var negated: PrintedNumber { PrintedNumber(printed: "-" + printed, value: -value, decimals: decimals) }
}
