/// Pages printed in two columns: first the left one, then the right one.
enum PageColumns {
  static func inReadingOrder(_ lines: [Line], in text: ByteText) -> [Line] { lines }
}
