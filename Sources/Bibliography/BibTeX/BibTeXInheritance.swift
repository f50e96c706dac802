/// Fields that entries take from others: by `crossref` as biblatex's inheritance rules have it, by `xdata` as they stand.
///
/// Each entry is completed once, whoever asks for it. Only fields that are described in `BibTeXFields` are handed on, so that the sum
/// stays linear in the size of the file.
struct BibTeXInheritance {
  private let entries: [BibTeXEntry]
  private let keys: [String: Int]
  private var done: [Int: [BibTeXField]] = [:]
  /// Longer chains of parents are cut, and circles with them.
  private static let depthLimit = 16

  init(_ entries: [BibTeXEntry], keys: [String: Int]) {
    self.entries = entries
    self.keys = keys
  }

  /// What an entry gets from its parents and does not have itself, in the parents' order.
  mutating func inherited(by index: Int) -> [BibTeXField] { inherited(by: index, depth: 0) }

  private mutating func inherited(by index: Int, depth: Int) -> [BibTeXField] {
    if let fields = done[index] { return fields }
    let entry = entries[index]
    var taken: [BibTeXField] = []
    var known = Set(entry.fields.map { $0.name.lowercased() })
    for (parent, isData) in parents(of: entry) where parent != index && depth < Self.depthLimit {
      let whole = entries[parent].fields + inherited(by: parent, depth: depth + 1)
      let isBook = whole.contains { $0.name.lowercased() == "booktitle" }
      for field in whole {
        let own = field.name.lowercased()
        for name in isData ? [own] : Self.targets(of: own, from: entries[parent].type, to: entry.type)
        where BibTeXFields.isDescribed(name) && !(isBook && name == "booktitle" && own == "title") && known.insert(name).inserted
        {
          taken.append(BibTeXField(name, field.value, isPlain: field.isPlain))
        }
      }
    }
    done[index] = taken
    return taken
  }

  private func parents(of entry: BibTeXEntry) -> [(index: Int, isData: Bool)] {
    var parents: [(Int, Bool)] = []
    for field in entry.fields {
      switch field.name.lowercased() {
      case "xdata":
        for key in field.value.split(separator: ",") {
          if let index = keys[TeXText.collapsed(String(key))] { parents.append((index, true)) }
        }
      case "crossref": if let index = keys[field.value] { parents.append((index, false)) }
      default: break
      }
    }
    return parents
  }

  /// What a parent keeps for itself. biblatex hands on identifiers and addresses; here they would make the parts of a book one work.
  private static let kept: Set<String> = [
    "crossref", "xref", "xdata", "ids", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related",
    "relatedoptions",
    "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "shorttitle", "doi", "url", "urldate", "eprint",
    "eprinttype", "eprintclass", "archiveprefix", "primaryclass", "pmid", "pmcid", "pages", "pagetotal", "abstract",
  ]

  private static let parts: Set<String> = [
    "inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inreference", "inproceedings", "conference",
  ]

  /// The fields of the child that a field of the parent fills; none for those that stay with the parent.
  private static func targets(of name: String, from parent: String, to child: String) -> [String] {
    if kept.contains(name) { return [] }
    let prefix =
      switch parent {
      case "mvbook", "mvcollection", "mvreference", "mvproceedings": "main"
      case "periodical": "journal"
      default: parts.contains(child) ? "book" : ""
      }
    switch name {
    case "title", "subtitle", "titleaddon": return [prefix + name]
    case "author" where (parent == "book" || parent == "mvbook") && parts.contains(child): return ["author", "bookauthor"]
    default: return [name]
    }
  }
}
