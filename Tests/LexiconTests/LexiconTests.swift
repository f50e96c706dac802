import Testing

@testable import Lexicon

private func names(_ text: String) -> [String] {
  Lexicon.builtIn.matches(in: Array(text.utf8)).map { match in
    let bytes = Array(text.utf8)[match.range]
    return "\(match.concept.id)=\(String(decoding: bytes, as: UTF8.self))"
  }
}

@Test func findsDrugsAndEndpointsInBothLanguages() {
  #expect(
    names("Lenvatinib prolonged 无复发生存期 (RFS).") == [
      "drug:lenvatinib=Lenvatinib", "endpoint:rfs=无复发生存期", "endpoint:rfs=RFS",
    ])
}

@Test func takesTheLongestNameAtAPlace() {
  #expect(names("单纯 TACE") == ["comparator:tace-alone=单纯 TACE"])
  #expect(names("insulin glargine") == ["drug:insulin-glargine=insulin glargine"])
}

@Test func letsHyphenSpaceAndNothingStandForEachOtherWhereANameHasAGap() {
  for form in ["event-free survival", "event free survival", "Event\u{2010}Free Survival", "event-free\nsurvival"] {
    #expect(names(form) == ["endpoint:efs=\(form)"])
  }
  #expect(names("neo-adjuvant neoadjuvant").count == 2)
  #expect(names("as pirin").isEmpty)
}

@Test func readsTheApostropheOfPrinters() {
  #expect(names("individuals with Parkinson\u{2019}s disease") == ["disease:parkinson=Parkinson\u{2019}s disease"])
  #expect(Lexicon.builtIn.concepts(named: "Crohn\u{2019}s disease") == Lexicon.builtIn.concepts(named: "Crohn's disease"))
  #expect(!Lexicon.builtIn.concepts(named: "Crohn\u{2019}s disease").isEmpty)
}

@Test func joinsChineseWordsWrappedInACell() {
  #expect(names("主动监 测") == ["comparator:active-surveillance=主动监 测"])
}

@Test func matchesShortFormsOnlyInTheirCase() {
  #expect(names("the OR was low or high") == ["measure:or=OR"])
  #expect(names("or os hr rr").isEmpty)
  #expect(names("Hr pr").isEmpty)
}

@Test func takesLatinNamesOnlyAsWholeWordsAndAllowsAPlural() {
  #expect(names("xsorafenib sorafenibx preOS OSx").isEmpty)
  #expect(names("ICIs") == ["class:ici=ICIs"])
  #expect(names("é" + "OS").isEmpty)
  #expect(names("中OS率").first == "endpoint:os=OS")
}

@Test func knowsAliasesAsOneDrug() {
  #expect(names("rivoceranib apatinib 阿帕替尼").allSatisfy { $0.hasPrefix("drug:apatinib=") })
}

@Test func looksUpByNameWithoutRegardToCaseAndGaps() {
  #expect(Lexicon.builtIn.concepts(named: "Overall-Survival").map(\.id) == ["endpoint:os"])
  #expect(Lexicon.builtIn.concepts(named: "rr").map(\.id).contains("measure:rr"))
  #expect(Lexicon.builtIn.concept(id: "endpoint:os")?.symbol == "OS")
  #expect(Lexicon.builtIn.concept(id: "drug:sorafenib")?.symbol == nil)
  #expect(Lexicon.builtIn.concepts(named: "").isEmpty)
}

@Test func everyIdIsUniqueAndEveryNameFitsTheTrie() {
  var seen: Set<String> = []
  for concept in Lexicon.builtIn.concepts {
    #expect(seen.insert(concept.id).inserted, "\(concept.id) stands twice")
    for name in concept.english + concept.chinese + concept.abbreviations {
      #expect(!name.isEmpty && FoldedName(name).bytes.count <= NameTrie.longestName, "\(name) of \(concept.id)")
      #expect(!Lexicon.builtIn.concepts(named: name).isEmpty, "\(name) is not found")
    }
  }
  #expect(seen.count > 1000)
}

@Test func survivesBrokenBytesAndOneLongRun() {
  #expect(Lexicon.builtIn.matches(in: [0xE7, 0xB4, 0xFF, 0xC2]).isEmpty)
  #expect(Lexicon.builtIn.matches(in: [UInt8](repeating: 0x20, count: 100_000)).isEmpty)
  #expect(Lexicon.builtIn.matches(in: []).isEmpty)
}

@Test func aPartOfTheLexiconAnswersAboutATextAsTheWholeDoes() {
  let concepts = Lexicon.builtIn.concepts
  let texts =
    concepts.flatMap { ($0.english + $0.chinese + $0.abbreviations) } + [
      "the 5 FU, p-value of TACE＋lenvatinib in 肝细胞癌患者", "", "a", "-",
    ]
  for text in texts.enumerated().filter({ $0.offset % 29 == 0 }).map(\.element) {
    let utf8 = Array(text.utf8)
    let part = Lexicon(tables: Lexicon.builtInTables, beginningAsIn: NameBeginnings(utf8))
    #expect(part.matches(in: utf8) == Lexicon.builtIn.matches(in: utf8), "\(text)")
    #expect(part.concepts(named: text) == Lexicon.builtIn.concepts(named: text), "\(text)")
    #expect(part.concepts.count < concepts.count)
  }
}
