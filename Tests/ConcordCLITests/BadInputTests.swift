import Foundation
import Testing

/// What goes wrong is named with its file, place and remedy; the rest of the batch is done; nothing is half-written.
struct BadInputTests {
  private static let good = "# A note\n\n## 1. Trials\n\nThe AURORA-21 trial gave sorafenib. Median OS was 20.1 months.\n"

  private static let bomb =
    "<?xml version=\"1.0\"?><!DOCTYPE article [<!ENTITY a \"\(String(repeating: "ha", count: 50))\">"
    + (1...6).map { "<!ENTITY a\($0) \"\(String(repeating: $0 == 1 ? "&a;" : "&a\($0 - 1);", count: 10))\">" }.joined()
    + "]><article><body><p>&a6;</p></body></article>"

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var message: String
    var testDescription: String { name }
    init(_ name: String, _ bytes: some Sequence<UInt8>, _ message: String) {
      self.name = name
      self.bytes = Array(bytes)
      self.message = message
    }
  }

  private static let cases = [
    Case("empty.txt", [], "empty"),
    Case("noise.dat.txt", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31) }, "binary"),
    Case("paper.pdf", "%PDF-1.7\n".utf8, "pdftotext"),
    Case("cut.xml", "<article><front><article-meta><title-group><article-title>A".utf8, "Line 1"),
    Case("bomb.xml", bomb.utf8, "not expanded"),
    Case(
      "outside.xml",
      "<!DOCTYPE article [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><article><body><p>&x;</p></body></article>".utf8,
      "never fetched"),
    Case("broken.json", "[{\"title\": ".utf8, "broken.json"),
  ]

  @Test(arguments: cases)
  func namesTheFileThatFailsAndDoesTheRest(bad: Case) throws {
    let scratch = try Scratch()
    let file = try scratch.file(bad.name, bad.bytes)
    let good = try scratch.file("good.md", Self.good)
    let outcome = try ConcordProcess.shell("concord ingest '\(file)' '\(good)'", index: "\(scratch.path)/index")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(bad.name) && outcome.errors.contains(bad.message), "\(outcome.errors)")
    #expect(outcome.output.contains("added: 1, failed: 1"), "\(outcome.output)")
    #expect(try ConcordProcess.shell("concord verify && concord search sorafenib", index: "\(scratch.path)/index").status == 0)
  }

  @Test func refusesAFolderWithoutDocumentsAndAMissingFile() throws {
    let scratch = try Scratch()
    let empty = try scratch.folder("empty")
    let outcome = try ConcordProcess.shell("concord ingest '\(empty)' /no/such/file", index: "\(scratch.path)/index")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("holds no document") && outcome.errors.contains("no such file"))
  }

  @Test func tellsWhichMeasuresAndTypesThereAre() throws {
    let scratch = try Scratch()
    let file = try scratch.file("good.md", Self.good)
    for asked in ["--measure banana", "--where 'banana<1'"] {
      let outcome = try ConcordProcess.shell("concord results \(asked) '\(file)'", index: "\(scratch.path)/index")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("“banana”; there are median"), "\(outcome.errors)")
    }
    let outcome = try ConcordProcess.shell("concord extract --type result,foo '\(file)'", index: "\(scratch.path)/index")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("“foo” is no type of record") && outcome.errors.contains("baseline"), "\(outcome.errors)")
  }

  @Test func explainsEachNumberInItsWords() throws {
    let scratch = try Scratch()
    let file = try scratch.file("good.md", Self.good)
    let outcome = try ConcordProcess.shell(
      "concord extract --explain --format summary '\(file)'", index: "\(scratch.path)/index")
    #expect(
      outcome.output.contains("Median OS was 20.1 months") && outcome.output.contains("name: part of a name"), "\(outcome.output)"
    )
  }

  @Test func keepsInvalidBytesWithADiagnostic() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "odd.txt", Array("Median OS was 20.1 months".utf8) + [0xFF, 0xFE] + Array(" with sorafenib.".utf8))
    let outcome = try ConcordProcess.shell("concord ingest '\(file)' && concord search sorafenib", index: "\(scratch.path)/index")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("invalid-utf8"))
  }

  /// A limit on file sizes stands for a full disk: a write ends short, as on one.
  @Test func leavesNothingHalfWrittenWhereTheDiskIsFull() throws {
    let scratch = try Scratch()
    let file = try scratch.file("good.md", Self.good)
    let index = "\(scratch.path)/index"
    let full = try ConcordProcess.shell("trap '' XFSZ; ulimit -f 8; concord ingest '\(file)'", index: index)
    #expect(full.status == 2)
    #expect(!full.errors.isEmpty)
    #expect(try ConcordProcess.shell("concord ingest '\(file)' && concord verify", index: index).status == 0)
  }

  @Test func splitsAPastedListAndSaysWhatIsNone() throws {
    let scratch = try Scratch()
    let list =
      "[1] Roe A, Doe B. One thing. Example J. 2019;3:1-9.\n[2] Poe C. Another thing, told at\nlength. Example J. 2021;5:10-19.\n"
    let file = try scratch.file("list.txt", list)
    let outcome = try ConcordProcess.shell("concord refs parse --block '\(file)' | wc -l", index: "\(scratch.path)/index")
    #expect(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines) == "2")
    let novel = try scratch.file(
      "novel.txt", String(repeating: "It was a dark night and nobody was out in the rain. ", count: 400))
    let odd = try ConcordProcess.shell("concord refs parse --block '\(novel)'", index: "\(scratch.path)/index")
    #expect(odd.errors.contains("overlong-reference") || odd.errors.contains("no-reference-list"), "\(odd.errors)")
  }

  @Test func failsWhereTheOutputCannotBeWritten() throws {
    let scratch = try Scratch()
    let file = try scratch.file("good.md", Self.good)
    #expect(try ConcordProcess.shell("concord extract '\(file)' > /dev/full", index: "\(scratch.path)/index").status == 2)
  }

  /// As another user where this one is root, for whom modes mean nothing.
  @Test func readsAFrozenFolderAndRefusesToWriteThere() throws {
    let scratch = try Scratch()
    let file = try scratch.file("good.md", Self.good)
    let index = "\(scratch.path)/index"
    #expect(try ConcordProcess.shell("concord ingest '\(file)' && chmod -R a-w '\(index)'", index: index).status == 0)
    let asNobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    let concord = asNobody + "'\(try Self.readableExecutable(scratch))'"
    #expect(try ConcordProcess.shell("\(concord) search sorafenib", index: index, in: scratch.path).status == 0)
    let more = try scratch.file("more.md", Self.good + "More.\n")
    let outcome = try ConcordProcess.shell("\(concord) ingest '\(more)'", index: index, in: scratch.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot be written"), "\(outcome.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: index).allSatisfy { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") })
    _ = try ConcordProcess.shell("chmod -R u+w '\(index)'", index: index)
  }

  /// The build folder may lie where other users may not look.
  private static func readableExecutable(_ scratch: Scratch) throws -> String {
    let copy = "\(scratch.path)/concord"
    try FileManager.default.copyItem(atPath: ConcordProcess.executable, toPath: copy)
    return copy
  }

  @Test func tellsTheSecondOfTwoWriters() throws {
    let scratch = try Scratch()
    let file = try scratch.file("good.md", Self.good)
    let index = "\(scratch.path)/index"
    #expect(try ConcordProcess.shell("concord ingest '\(file)'", index: index).status == 0)
    // Both start at once: each ends with 0 or names the other; afterwards all is sound.
    let both = "(concord ingest Corpus/invented; echo $?) & (concord ingest Corpus/hcc-adjuvant; echo $?) & wait"
    let outcome = try ConcordProcess.shell(both, index: index)
    let codes = outcome.output.split(separator: "\n").filter { $0 == "0" || $0 == "2" }
    #expect(codes.count == 2 && codes.contains("0"), "\(outcome.output)")
    #expect(codes.contains("2") == outcome.errors.contains("another process"), "\(outcome.errors)")
    #expect(try ConcordProcess.shell("concord verify", index: index).status == 0)
  }

  @Test func survivesBeingKilled() throws {
    let scratch = try Scratch()
    let file = try scratch.file("good.md", Self.good)
    let index = "\(scratch.path)/index"
    #expect(try ConcordProcess.shell("concord ingest '\(file)'", index: index).status == 0)
    for milliseconds in stride(from: 5, through: 245, by: 40) {
      let kill = "concord ingest Corpus & pid=$!; sleep \(Double(milliseconds) / 1000); kill -9 $pid; wait $pid"
      _ = try ConcordProcess.shell(kill, index: index)
      let outcome = try ConcordProcess.shell("concord verify && concord search AURORA-21", index: index)
      #expect(outcome.status == 0, "killed after \(milliseconds) ms: \(outcome.errors)")
    }
    #expect(try ConcordProcess.shell("concord ingest Corpus && concord verify", index: index).status == 0)
  }
}
