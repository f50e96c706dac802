extension DataFolder {
  /// The Chinese titles: the second field of each line.
  func chineseTitles() throws -> [String] {
    String(decoding: try bytes("zh-abstracts/dev.tsv"), as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return fields.count > 1 ? String(fields[1]) : nil
    }
  }
}
