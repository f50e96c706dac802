import PlantedErrors
import Testing

struct DocumentInsertionTests {
  private static let xml =
    "<article><front><p>No.</p></front><body><sec><p>One.</p><p>Two.</p></sec><fig><caption><p>No.</p></caption></fig></body></article>"

  @Test func findsPlacesBehindParagraphsOfTheBody() {
    let insertion = DocumentInsertion(Array(Self.xml.utf8))
    #expect(insertion.offsets.count == 2)
    let text = String(decoding: insertion.inserting("P < 0.05 & more.", at: insertion.offsets[0]), as: UTF8.self)
    #expect(text.contains("<p>One.</p><p>P &lt; 0.05 &amp; more.</p><p>Two.</p>"))
  }

  @Test func leavesAbstractAndReferencesOfPlainTextAlone() {
    let line = String(repeating: "Words of an invented article. ", count: 6)
    let text = "Title\n\n\(line)\n\n1. Results\n\n\(line)\n\nReferences\n\n\(line)\n"
    let insertion = DocumentInsertion(Array(text.utf8))
    #expect(insertion.offsets.count == 1)
    let planted = String(decoding: insertion.inserting("New.", at: insertion.offsets[0]), as: UTF8.self)
    #expect(planted.contains("1. Results\n\nNew.\n\nWords"))
  }

  @Test func aDocumentWithoutParagraphsHasNoPlaces() {
    #expect(DocumentInsertion(Array("Title".utf8)).offsets.isEmpty)
    #expect(DocumentInsertion([]).offsets.isEmpty)
  }
}
