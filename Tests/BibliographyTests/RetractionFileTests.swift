import Literature
import Testing

@testable import Bibliography

private let heading =
  "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,"
  + "RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes"

private func row(
  title: String = "\"Alder Extract, Birch Extract and Recovery after Gland Surgery\"", author: String = "Jane Q Alder;Bob Birch",
  date: String = "5/4/2021 0:00", notice: String = "10.5555/notice.1", original: String = "10.5555/ALDER.2018",
  pmid: String = "0",
  nature: String = "Retraction", reason: String = "+Unreliable Data;+Duplication of Image;"
) -> String {
  "1,\(title),(HSC) Medicine;,Nowhere,Annals of Nowhere,Nowhere Press,Nowhere,\(author),,Research Article;,\(date),\(notice),"
    + "0,3/1/2018 0:00,\(original),\(pmid),\(nature),\(reason),No,"
}

private func file(_ text: String) throws -> RetractionFile { try RetractionFile(Array(text.utf8)) }

struct RetractionFileTests {
  @Test func readsARowOfRetractionWatch() throws {
    let notice = try #require(try file(heading + "\r\n" + row() + "\r\n").notices.first)
    #expect(notice.nature == .retraction)
    #expect(notice.doi == "10.5555/alder.2018" && notice.pmid == nil)
    #expect(notice.title == "Alder Extract, Birch Extract and Recovery after Gland Surgery")
    #expect(notice.author == "Alder" && notice.year == 2018)
    #expect(notice.date?.iso == "2021-05-04")
    #expect(notice.reasons == ["Unreliable Data", "Duplication of Image"])
    #expect(notice.noticeDOI == "10.5555/notice.1")
  }

  @Test func tellsNaturesApartAndFindsColumnsByName() throws {
    let lines = [
      "OriginalPaperDOI,RetractionNature,Title", "10.5555/a,Expression of concern,x", "10.5555/b,Correction,x",
      "10.5555/c,Reinstatement,x",
    ]
    #expect(try file(lines.joined(separator: "\n")).notices.map(\.nature) == [.concern, .correction, .reinstatement])
  }

  @Test func leavesOutRowsThatTellOfNoWork() throws {
    let text = [heading, row(original: "unavailable"), row(title: "Short", original: ""), row(nature: "Gossip"), "1,2"]
    let read = try file(text.joined(separator: "\n"))
    #expect(read.notices.map(\.doi) == [nil])
    #expect(read.leftOut.map(\.line) == [3, 4, 5])
  }

  @Test func keepsQuotedLineBreaksAndMarks() throws {
    let read = try file(
      heading + "\n" + row(title: "\"A \"\"quoted\"\" title\nover two lines, and long enough\"") + "\n" + row(date: ""))
    #expect(read.notices[0].title == "A \"quoted\" title\nover two lines, and long enough")
    #expect(read.notices[1].date == nil)
  }

  @Test func refusesWhatIsNoTableWithTheLine() {
    #expect(throws: RetractionFile.Unreadable.self) { try file("") }
    #expect(throws: RetractionFile.Unreadable.self) { try file("name,age\nx,3\n") }
    let open = #expect(throws: RetractionFile.Unreadable.self) {
      try file(heading + "\n" + row() + "\n" + row(title: "\"never closed"))
    }
    #expect(open?.line == 3)
    let broken = #expect(throws: RetractionFile.Unreadable.self) { try file("{\n\"message\": [1,\n}") }
    #expect(broken?.line == 3)
    let other = #expect(throws: RetractionFile.Unreadable.self) { try file("{\"hello\": 1}") }
    #expect(other?.reason.contains("no works of Crossref") == true)
    let packed = #expect(throws: RetractionFile.Unreadable.self) { try file("PK\u{3}\u{4}") }
    #expect(packed?.reason.contains("packed") == true)
  }

  @Test func readsWorksOfCrossrefFromBothEnds() throws {
    let notice =
      #"{"DOI":"10.5555/NOTICE.2","title":["Retraction"],"update-to":[{"DOI":"10.5555/birch.2019","type":"retraction","updated":{"date-parts":[[2022,3,9]]}}]}"#
    let work =
      #"{"DOI":"10.5555/cedar.2020","title":["Cedar Oil in Invented Disease of the Gland"],"author":[{"family":"Cedar"}],"issued":{"date-parts":[[2020]]},"updated-by":[{"DOI":"10.5555/notice.3","type":"expression_of_concern"}]}"#
    for text in [
      #"{"status":"ok","message":{"items":[\#(notice),\#(work)]}}"#, "[\(notice),\(work)]", notice + "\n" + work + "\n",
    ] {
      let notices = try file(text).notices
      #expect(notices.map(\.doi) == ["10.5555/birch.2019", "10.5555/cedar.2020"])
      #expect(notices.map(\.noticeDOI) == ["10.5555/notice.2", "10.5555/notice.3"])
      #expect(notices.map(\.nature) == [.retraction, .concern])
      #expect(notices[0].date?.iso == "2022-03-09" && notices[1].author == "Cedar" && notices[1].year == 2020)
    }
  }

  @Test func readsLatinOneAndDatesOfBothKinds() throws {
    var bytes = Array((heading + "\n" + row(author: "José ")).utf8)
    bytes.replace([0xC3, 0xA9], with: [0xE9])
    bytes += Array("Mu".utf8) + [0xF1] + Array("oz".utf8)
    #expect(try RetractionFile(bytes).notices.count == 1)
    #expect(PartialDate(american: "2021-05-04")?.iso == "2021-05-04")
    #expect(PartialDate(american: "12/31/1999")?.iso == "1999-12-31")
    #expect(PartialDate(american: "soon") == nil && PartialDate(american: "") == nil)
  }

  @Test func readsALongTableInOnePass() throws {
    let rows = (0..<20_000).map { row(original: "10.5555/many.\($0)") }
    var reports = 0
    let read = try RetractionFile(Array((heading + "\n" + rows.joined(separator: "\n")).utf8)) { _, _ in reports += 1 }
    #expect(read.notices.count == 20_000 && read.leftOut.isEmpty && reports >= 20)
  }
}
