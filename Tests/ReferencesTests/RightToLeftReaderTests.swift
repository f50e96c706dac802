import Literature
import Testing

@testable import References

@Suite struct RightToLeftReaderTests {
  private func names(_ item: BibliographicItem) -> [String] {
    item.authors.map { [$0.family, $0.given].compactMap { $0 }.joined(separator: "|") }
  }

  @Test func readsHebrewWithInitialsAndABracketedYear() {
    let item = ReferenceParser.item(from: "ברק, א., נבון, ש. (2016). צפרות בלילה ובשחר. רבעון לצפרות, 15(2), 31-38.")
    #expect(names(item) == ["ברק|א.", "נבון|ש."])
    #expect(item.year == 2016)
    #expect(item.title == "צפרות בלילה ובשחר")
    #expect(item.containerTitle == "רבעון לצפרות")
    #expect([item.volume, item.issue, item.page] == ["15", "2", "31-38"])
    #expect(item.language == "he")
    #expect(item.type == "article-journal")
  }

  @Test func readsAHebrewBookWithPlaceAndJoinedConjunction() {
    let item = ReferenceParser.item(from: "נבון, שרה, ודוד ברק. מבוא לצפרות. ירושלים: הוצאת הקן, 2010.")
    #expect(names(item) == ["נבון|שרה", "ברק|דוד"])
    #expect(item.title == "מבוא לצפרות")
    #expect(item.publisherPlace == "ירושלים")
    #expect(item.publisher == "הוצאת הקן")
    #expect(item.year == 2010)
    #expect(item.type == "book")
  }

  @Test func readsArabicMarksAndTheConjunctionBeforeAFamilyName() {
    let item = ReferenceParser.item(
      from: "الشامي، م. ع.، والبغدادي، س. (2017). هجرة الطيور في الربيع. المجلة العربية للطيور، 12(4)، 55-62.")
    #expect(names(item) == ["الشامي|م. ع.", "البغدادي|س."])
    #expect(item.title == "هجرة الطيور في الربيع")
    #expect(item.containerTitle == "المجلة العربية للطيور")
    #expect([item.volume, item.issue, item.page] == ["12", "4", "55-62"])
    #expect(item.language == "ar")
  }

  @Test func readsAnArabicNameInFullAsPerson() {
    let item = ReferenceParser.item(from: "سامي وليد الحلبي. مقدمة في علم الطيور. بيروت: دار العش، 2012.")
    #expect(names(item) == ["الحلبي|سامي وليد"])
    #expect(item.title == "مقدمة في علم الطيور")
    #expect([item.publisherPlace, item.publisher] == ["بيروت", "دار العش"])
  }

  @Test func readsPersianSemicolonsDigitsAndSolarYears() {
    let item = ReferenceParser.item(
      from: "کاظمی، نادر؛ صادقی، لیلا (۱۳۹۴). بررسی پرواز پرندگان در شب. مجله پرنده‌شناسی ایران، ۲۱(۳)، ۱۰۱–۱۰۹.")
    #expect(names(item) == ["کاظمی|نادر", "صادقی|لیلا"])
    #expect(item.year == 1394)
    #expect(item.title == "بررسی پرواز پرندگان در شب")
    #expect([item.volume, item.issue, item.page] == ["21", "3", "101–109"])
    #expect(item.language == "fa")
  }

  @Test func readsInitialsWithoutPointsAndCutLists() {
    let item = ReferenceParser.item(from: "صادقی ل، کاظمی ن و همکاران. شمارش پرندگان. مجله پرندگان. 1391;14(3):45-52.")
    #expect(names(item) == ["صادقی|ل", "کاظمی|ن"])
    #expect(item.authorsTruncated)
    #expect(item.title == "شمارش پرندگان")
    #expect(item.year == 1391)
    #expect([item.volume, item.issue, item.page] == ["14", "3", "45-52"])
  }

  @Test func ignoresMarksOfDirection() {
    let plain = "ברק, א., נבון, ש. (2016). צפרות בלילה. רבעון לצפרות, 15(2), 31-38."
    #expect(ReferenceParser.item(from: "\u{202B}\u{200F}" + plain + "\u{202C}") == ReferenceParser.item(from: plain))
    #expect(ReferenceParser.item(from: "\u{2067}" + plain + "\u{2069}") == ReferenceParser.item(from: plain))
  }

  @Test func tellsWhereTheFieldsStand() {
    let raw = "الشامي، م. (2017). هجرة الطيور. مجلة الطيور، ١٢(٤)، ٥٥-٦٢. https://doi.org/10.5555/abc"
    let bytes = Array(raw.utf8)
    let reference = ReferenceParser.reference(
      from: ReferenceEntry(label: nil, flow: FlowText(0..<bytes.count, of: bytes)), index: 0)
    let fields = reference.fields.map { ($0.name, String(decoding: bytes[$0.range], as: UTF8.self)) }
    #expect(fields.first { $0.0 == "title" }?.1 == "هجرة الطيور.")
    #expect(fields.first { $0.0 == "pages" }?.1 == "٥٥-٦٢")
    #expect(reference.item.doi == "10.5555/abc")
    #expect(SegmentView.fields(of: raw).map(\.name).contains("author"))
  }

  @Test func leavesLatinStringsWithAFewSuchWordsAlone() {
    let item = ReferenceParser.item(from: "Navon S. The word צפור in old texts. J Words. 2011;4:5-9.")
    #expect(item.authors.first?.family == "Navon")
    #expect(item.containerTitle == "J Words")
  }

  @Test(arguments: ["א", "ו.", "؛؛؛", "(2016)", "\u{202B}\u{202C}", "و و و", "עמ' ", "א. (2016", "«»", "؟"])
  func livesThroughScraps(raw: String) {
    #expect(ReferenceParser.item(from: raw).authors.count < 4)
  }
}
