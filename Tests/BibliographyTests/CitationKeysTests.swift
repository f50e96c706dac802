import Literature
import Testing

@testable import Bibliography

struct CitationKeysTests {
  private func item(_ family: String?, _ year: Int?, _ title: String?) -> BibliographicItem {
    var item = BibliographicItem()
    if let family { item.authors = [Name(family: family, given: "A")] }
    item.issued = year.map { PartialDate(year: $0) }
    item.title = title
    return item
  }

  @Test(arguments: [
    ("Doe", 2020, "The costs of examples", "Doe2020Costs"), ("Öztürk-Å", 1999, "An RFS study", "OzturkA1999RFS"),
    ("van Berg", 2001, "On it", "VanBerg2001"), ("王", 2019, "示例研究", "Wang2019"), ("欧阳", 2018, "PD-1 研究", "Ouyang2018"),
    ("Straße", 2002, "Über alles", "Strasse2002Uber"),
  ])
  func areReadable(family: String, year: Int, title: String, key: String) {
    #expect(CitationKeys.derived(item(family, year, title)) == key)
  }

  @Test func getLettersWhereTheyAreTaken() {
    var keys = CitationKeys()
    let items = Array(repeating: item("Doe", 2020, "Costs"), count: 28)
    let made = items.map { keys.key(for: $0) }
    #expect(made.prefix(3) == ["Doe2020Costs", "Doe2020Costsa", "Doe2020Costsb"])
    #expect(Set(made).count == 28 && made.last == "Doe2020Costsaa")
  }

  @Test func keepTheItemsOwn() {
    var keys = CitationKeys()
    var own = item("Doe", 2020, "Costs")
    own.id = "doe:20 x"
    #expect(keys.key(for: own) == "doe:20x")
    #expect(keys.key(for: BibliographicItem()) == "item")
  }
}
