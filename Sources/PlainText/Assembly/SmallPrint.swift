/// Lines that tell of the article rather than in it: dates, copyright, correspondence, how to cite.
struct SmallPrint {
  enum Kind { case dates, rights, contact, citation, identifier }
  var kind: Kind

  private static let starts: [(Kind, [StaticString])] = [
    (
      .dates,
      [
        "收稿日期", "录用日期", "修回日期", "发布日期", "网络首发", "Received", "Accepted", "Revised", "Published:", "Published online",
        "Published Online", "Submitted:", "Available online", "First published", "RECEIVED", "ACCEPTED", "[收稿日期", "【收稿日期",
        "(收稿日期",
        "（收稿日期",
      ]
    ),
    (
      .rights,
      [
        "Copyright", "©", "(c) 20", "This work is licensed", "This article is licensed", "This is an open access",
        "This is an Open Access",
        "Open Access", "版权", "<http://creativecommons", "<https://creativecommons", "http://creativecommons",
        "https://creativecommons",
        "Creative Commons", "本文采用", "All rights reserved",
      ]
    ),
    (
      .contact,
      [
        "通讯作者", "通信作者", "作者简介", "第一作者", "作者单位", "Correspondence", "*Correspond", "Corresponding author", "Email:", "E-mail:",
        "E-Mail:", "ORCID", "Address for", "Author affiliations", "电子邮箱", "邮箱",
      ]
    ),
    (.citation, ["文章引用", "引用本文", "How to cite", "Cite this article", "To cite this article", "Citation:", "本文引用"]),
    (
      .identifier,
      [
        "DOI:", "doi:", "Doi:", "https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "ISSN", "中图分类号", "文献标识码", "文章编号",
        "【中图分类号",
        "[中图分类号", "PMID:", "PMCID:", "http://www.", "https://www.", "Journal homepage", "journal homepage", "【文章编号", "开放科学",
      ]
    ),
  ]

  init?(_ range: Range<Int>, in text: ByteText) {
    for (kind, prefixes) in Self.starts where prefixes.contains(where: { text.starts(range, with: $0) }) {
      self.kind = kind
      return
    }
    return nil
  }
}
