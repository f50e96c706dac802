import Testing

@testable import Evidence

@Test func findsAPieceWhateverItsCase() {
  let needles = Needles(["randomi", "知情同意"])
  #expect(needles.stand(in: "Patients were RANDOMIZED".utf8) && needles.stand(in: "签署知情同意书".utf8))
  #expect(!needles.stand(in: "random".utf8) && !needles.stand(in: "".utf8))
}

@Test func tellsSectionsByTheirNames() {
  #expect(SectionRoles("Statistical methods").isMethods && SectionRoles("Statistical methods").isPlan)
  #expect(SectionRoles("结果").isResults && SectionRoles("abstract").isResults && !SectionRoles("abstract").isMethods)
}

@Test func findsWholeLatinWordsAndAnyChinese() {
  #expect("from 5 to 9".hasAny(["from"]) && !"fromage".hasAny(["from"]) && "由5降至9".hasAny(["降"]))
  #expect("versus: 3".hasAny(["versus"]) && "log-rank".hasAny(["rank"]) && "as compared with B".hasAny(["compared with"]))
}
