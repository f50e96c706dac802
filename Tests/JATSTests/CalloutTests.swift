import JATS
import Literature
import Testing

@Suite struct CalloutTests {
  private let list = """
    <ref-list><ref id="B1"><label>1</label><mixed-citation id="c1">One.</mixed-citation></ref>
    <ref id="B2"><label>2</label><mixed-citation>Two.</mixed-citation></ref>
    <ref id="B3"><label>3</label><mixed-citation id="c3">Three.</mixed-citation></ref></ref-list>
    """
  private func callout(_ rid: String, _ text: String) -> String { #"<xref ref-type="bibr" rid="\#(rid)">\#(text)</xref>"# }

  @Test func tiesCalloutsToEntries() throws {
    let article = try read(body: "<p>Known [\(callout("B1", "1")),\(callout("B3", "3"))].</p>", back: list)
    #expect(article.texts(.paragraph) == ["Known [1,3]."])
    #expect(article.callouts.map(\.text) == ["1", "3"] && article.callouts.map(\.targets) == [[0], [2]])
  }

  @Test func marksOfTheListMayStandWithinTheCallout() throws {
    let article = try read(body: "<p>Known \(callout("B1", "[1,"))\(callout("B2", "2,"))\(callout("B3", "3]")).</p>", back: list)
    #expect(article.texts(.paragraph) == ["Known [1,2,3]."])
  }

  @Test func followsSeveralTargetsAndTargetsWithinAnEntry() throws {
    let article = try read(body: "<p>Known \(callout("B1 B2", "[1,2]")) and \(callout("c3", "[3]")).</p>", back: list)
    #expect(article.callouts.map(\.targets) == [[0, 1], [2]])
  }

  @Test func treatsAnyPointerToAnEntryAsACallout() throws {
    let article = try read(body: #"<p>Known <xref ref-type="ref" rid="B2">2</xref>.</p>"#, back: list)
    #expect(article.callouts.map(\.targets) == [[1]])
  }

  @Test func reportsACalloutToNothing() throws {
    let article = try read(body: "<p>Known [\(callout("B9", "9"))].</p>", back: list)
    #expect(article.callouts.map(\.targets) == [[]])
    #expect(article.diagnostics.map(\.code) == ["unresolved-callout"])
    #expect(article.diagnostics.first?.message.contains("B9") ?? false)
  }

  @Test func raisesCalloutsInSuperscripts() throws {
    let article = try read(
      body: "<p>Known.<sup>\(callout("B1", "1")),\(callout("B2", "2"))–\(callout("B3", "3"))</sup> Next.</p>", back: list)
    #expect(article.texts(.paragraph) == ["Known.¹,²–³ Next."])
    #expect(article.callouts.map(\.text) == ["¹", "²", "³"] && article.callouts.map(\.targets) == [[0], [1], [2]])
  }

  @Test func raisesACalloutThatWouldRunIntoTheWordBefore() throws {
    let article = try read(
      body:
        "<p>HR 0.72\(callout("B1", "1")) in trials\(callout("B2", "2")),\(callout("B3", "3")) and later.\(callout("B1", "1"))</p>",
      back: list)
    #expect(article.texts(.paragraph) == ["HR 0.72¹ in trials²,³ and later.¹"])
    #expect(article.callouts.map(\.text) == ["¹", "²", "³", "¹"])
  }

  @Test func leavesCalloutsInBracketsAndNamesAsTheyStand() throws {
    let article = try read(
      body: "<p>Known [\(callout("B1", "1")),\(callout("B2", "2"))-\(callout("B3", "3"))] by \(callout("B1", "Berg 2001")).</p>",
      back: list)
    #expect(article.texts(.paragraph) == ["Known [1,2-3] by Berg 2001."])
  }

  @Test func separatesCalloutsThatTouch() throws {
    let article = try read(body: "<p>Known [\(callout("B1", "1"))\(callout("B2", "2"))].</p>", back: list)
    #expect(article.texts(.paragraph) == ["Known [1,2]."])
    #expect(article.callouts.map(\.text) == ["1", "2"])
  }

  @Test func setsOffSignsOfTableNotes() throws {
    let article = try read(body: #"<p>12.5<xref ref-type="table-fn" rid="t1">a</xref></p>"#)
    #expect(article.texts(.paragraph) == ["12.5^a"])
  }
}
