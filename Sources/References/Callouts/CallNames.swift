/// The names of a callout by author and year.
struct CallNames {
  /// As printed: "Smith", "World Health Organization", "张三".
  var first: String
  var second: String?
  var isEtAl = false
  /// First token, and how many of its bytes stand before the name: Chinese sentences run into names.
  var start: Int
  var lead = 0
  /// Names in all.
  var count = 1
  /// The name is also that of a month or season, so that it needs a comma or "et al." behind it.
  var isMonth = false
  /// Not read as names: the whole text before the year, as bodies and titles are called.
  var isWords = false

  func call(_ year: CallYear) -> AuthorYearIndex.Call {
    .init(name: first, second: second, isEtAl: isEtAl, year: year.year, suffix: year.suffix)
  }
}

/// One year of a callout, with the letter that tells works of one year apart.
struct CallYear {
  /// 0 for "n.d." and "in press".
  var year: Int
  var suffix: String?
}
